"""What every daemon says, in one form: one name, one unit, one state model for each fact.

Rule 1: sizes are bytes, rates bytes/s, durations seconds, moments Unix time, shares 0..1; a limit of None is no limit of
        its own.
Rule 2: None means that the daemon does not know it, cannot say it, or was not asked; never a made-up number.
Rule 3: no word of any one daemon stands here: adapters translate.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class State(StrEnum):
    """What a torrent is doing."""

    STOPPED = "stopped"
    QUEUED = "queued"
    CHECKING = "checking"
    METADATA = "metadata"
    DOWNLOADING = "downloading"
    STALLED = "stalled"  # wants to download and gets nothing
    SEEDING = "seeding"
    MOVING = "moving"
    ERROR = "error"
    UNKNOWN = "unknown"


class Priority(StrEnum):
    """How much a file is wanted."""

    SKIP = "skip"
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class TrackerState(StrEnum):
    """How a tracker does."""

    DISABLED = "disabled"
    WAITING = "waiting"  # not contacted yet
    WORKING = "working"
    UPDATING = "updating"
    FAILED = "failed"
    UNKNOWN = "unknown"


class TorrentFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a torrent.

    :ivar index: its place in the torrent, from 0
    :ivar path: with the torrent's own folder, separated by `/`
    :ivar size: bytes
    :ivar progress: 0..1
    """

    index: int
    path: str
    size: int
    progress: float | None = None
    priority: Priority | None = None


class Tracker(msgspec.Struct, frozen=True, kw_only=True):
    """One tracker of a torrent.

    :ivar tier: from 0; lower ones are asked first
    :ivar message: what the tracker said last
    :ivar seeds, leechers, downloads: of the swarm, as the tracker counts; None when it never said
    :ivar next_announce: Unix time
    """

    url: str
    tier: int = 0
    state: TrackerState = TrackerState.UNKNOWN
    message: str | None = None
    seeds: int | None = None
    leechers: int | None = None
    downloads: int | None = None
    next_announce: int | None = None


class Peer(msgspec.Struct, frozen=True, kw_only=True):
    """A peer that a torrent is connected with.

    :ivar progress: 0..1
    :ivar download_rate: bytes/s from it
    :ivar upload_rate: bytes/s to it
    """

    address: str
    port: int
    client: str = ""
    progress: float | None = None
    download_rate: int | None = None
    upload_rate: int | None = None
    is_encrypted: bool | None = None


class Torrent(msgspec.Struct, kw_only=True):
    """A torrent of any daemon.

    :ivar infohash: the 40 digits, in lower case, by which the daemon knows it
    :ivar has_metadata: False for a magnet link whose metadata has not come yet
    :ivar total_size: bytes of all files
    :ivar size: bytes of the wanted files
    :ivar have: bytes that are there
    :ivar left: bytes that are wanted and missing
    :ivar progress: 0..1 of what is wanted
    :ivar checking_progress: 0..1 while it is checked
    :ivar is_complete: all that is wanted is there
    :ivar is_forced: works without regard to the queue
    :ivar error: why it does not work; what trackers say is theirs (`Tracker.message`)
    :ivar downloaded, uploaded: bytes in its whole life
    :ivar downloaded_session, uploaded_session: bytes since the daemon started
    :ivar wasted: bytes received in vain
    :ivar ratio: uploaded over downloaded; `inf` when nothing was downloaded and something uploaded, 0 when neither
    :ivar eta: seconds until it is complete
    :ivar connected_seeds, connected_leechers: peers that it is connected with
    :ivar swarm_seeds, swarm_leechers: peers that trackers know of
    :ivar availability: complete copies among the connected peers
    :ivar incomplete_path: where it is kept until it is complete
    :ivar content_path: its file or folder
    :ivar tracker: the tracker that answered last
    :ivar next_announce: Unix time
    :ivar added_at, completed_at, started_at, active_at, seen_complete_at, created_at: Unix times; `active_at` is when data
        was last sent or received
    :ivar active_time, seeding_time: seconds
    :ivar download_limit, upload_limit: bytes/s; None for no limit of its own
    :ivar ratio_limit: None for no limit of its own
    :ivar seeding_time_limit, inactive_seeding_time_limit: seconds; None for no limit of its own
    :ivar queue_position: from 0; None when it does not stand in the queue
    :ivar priority: of the whole torrent beside others
    :ivar piece_size: bytes
    :ivar files, trackers, peers, web_seeds: only when they were asked for
    """

    infohash: str
    infohash_v1: str | None = None
    infohash_v2: str | None = None
    name: str | None = None
    magnet: str | None = None
    has_metadata: bool | None = None
    total_size: int | None = None
    size: int | None = None
    have: int | None = None
    left: int | None = None
    progress: float | None = None
    checking_progress: float | None = None
    state: State = State.UNKNOWN
    is_complete: bool | None = None
    is_forced: bool | None = None
    error: str | None = None
    download_rate: int | None = None
    upload_rate: int | None = None
    downloaded: int | None = None
    uploaded: int | None = None
    downloaded_session: int | None = None
    uploaded_session: int | None = None
    wasted: int | None = None
    ratio: float | None = None
    eta: int | None = None
    connected_seeds: int | None = None
    connected_leechers: int | None = None
    swarm_seeds: int | None = None
    swarm_leechers: int | None = None
    availability: float | None = None
    save_path: str | None = None
    incomplete_path: str | None = None
    content_path: str | None = None
    category: str | None = None
    labels: tuple[str, ...] | None = None
    bandwidth_group: str | None = None
    tracker: str | None = None
    next_announce: int | None = None
    file_count: int | None = None
    added_at: int | None = None
    completed_at: int | None = None
    started_at: int | None = None
    active_at: int | None = None
    seen_complete_at: int | None = None
    created_at: int | None = None
    active_time: int | None = None
    seeding_time: int | None = None
    download_limit: int | None = None
    upload_limit: int | None = None
    connection_limit: int | None = None
    upload_slots: int | None = None
    ratio_limit: float | None = None
    seeding_time_limit: int | None = None
    inactive_seeding_time_limit: int | None = None
    queue_position: int | None = None
    priority: Priority | None = None
    is_private: bool | None = None
    comment: str | None = None
    creator: str | None = None
    piece_count: int | None = None
    piece_size: int | None = None
    pieces_have: int | None = None
    is_sequential: bool | None = None
    is_first_last_first: bool | None = None
    is_super_seeding: bool | None = None
    is_auto_managed: bool | None = None
    files: tuple[TorrentFile, ...] | None = None
    trackers: tuple[Tracker, ...] | None = None
    peers: tuple[Peer, ...] | None = None
    web_seeds: tuple[str, ...] | None = None


FIELDS: frozenset[str] = frozenset(Torrent.__struct_fields__)

COSTLY_FIELDS: frozenset[str] = frozenset({"files", "trackers", "peers", "web_seeds"})
"""What costs a request a torrent on some daemon: given only to those who ask for it by name."""

USUAL_FIELDS: frozenset[str] = FIELDS - COSTLY_FIELDS


class SessionInfo(msgspec.Struct, kw_only=True):
    """The daemon as a whole.

    :ivar kind: `deluge`, `qbittorrent`, `rtorrent` or `transmission`
    :ivar version: as the daemon writes it
    :ivar api_version: of its interface
    :ivar download_rate, upload_rate: bytes/s
    :ivar downloaded, uploaded: bytes since it started
    :ivar download_limit, upload_limit: bytes/s that hold at this moment; None for none
    :ivar is_alternative_speed: the alternative limits hold
    :ivar save_path: where torrents go that name no folder
    :ivar free_space: bytes there
    :ivar peer_port: where it listens to peers
    :ivar torrent_count: how many torrents it has
    """

    kind: str
    version: str
    api_version: str | None = None
    download_rate: int | None = None
    upload_rate: int | None = None
    downloaded: int | None = None
    uploaded: int | None = None
    download_limit: int | None = None
    upload_limit: int | None = None
    is_alternative_speed: bool | None = None
    save_path: str | None = None
    free_space: int | None = None
    peer_port: int | None = None
    torrent_count: int | None = None
