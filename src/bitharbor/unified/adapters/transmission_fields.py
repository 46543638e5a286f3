"""Transmission's torrents in the words of `unified`: which of its keys tell a field, and how it is read of them.

Facts with a version were seen on 3.00 (rpc 16), 4.1.0-beta.2 (18) and 4.1.4 (19); 17 is 4.0.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from operator import attrgetter

from ...transmission.records import File, FileStats, TrackerStats
from ...transmission.records import Peer as ListedPeer
from ...transmission.records import Torrent as Listed
from ..records import Peer, Priority, State, TorrentFile, Tracker, TrackerState
from .fields import Told, counted

KILO = 1000  # of limits: the daemon's `units` say so on every version
MINUTE = 60
LABELS, GROUPS, SEQUENTIAL = 16, 17, 18  # rpc versions

STOPPED, CHECK_QUEUED, CHECKING, DOWNLOAD_QUEUED, DOWNLOADING, SEED_QUEUED, SEEDING = range(7)  # of `status`
CHECKS = (CHECK_QUEUED, CHECKING)
RUNS = (DOWNLOAD_QUEUED, DOWNLOADING, SEED_QUEUED, SEEDING)
LOCAL_ERROR = 3  # of `error`; 1 and 2 are a tracker's, beside which the torrent works
OWN = 1  # of `seed_ratio_mode` and `seed_idle_mode`: 0 is the daemon's limit, 2 none
ACTIVE = 3  # of `announce_state`: it is asked right now
RATIO_INFINITE = -2

# a torrent that waits for its check is as one that is checked: the order was taken, and is not done
STATES: Mapping[int, State] = {
    STOPPED: State.STOPPED,
    CHECK_QUEUED: State.CHECKING,
    CHECKING: State.CHECKING,
    DOWNLOAD_QUEUED: State.QUEUED,
    DOWNLOADING: State.DOWNLOADING,
    SEED_QUEUED: State.QUEUED,
    SEEDING: State.SEEDING,
}
PRIORITIES: Mapping[int, Priority] = {-1: Priority.LOW, 0: Priority.NORMAL, 1: Priority.HIGH}


def simple(key: str, since: int = 0) -> Told[Listed]:
    """A field that one key says as it is."""
    return Told((key,), attrgetter(key), (since,))


def moment(key: str) -> Told[Listed]:
    """A Unix time; 0 means never."""
    return Told((key,), lambda torrent: known(getattr(torrent, key)))


def rate(key: str) -> Told[Listed]:
    """Bytes/s; 4.1.0 writes fractions."""
    return Told((key,), lambda torrent: whole(getattr(torrent, key)))


def limit(key: str, switch: str) -> Told[Listed]:
    """A limit in kB/s that a switch puts in force."""
    return Told((key, switch), lambda torrent: kilo(getattr(torrent, key)) if getattr(torrent, switch) else None)


def of_content(key: str) -> Told[Listed]:
    """A number about the content, which a magnet link without metadata has not."""
    return Told((key, "metadata_percent_complete"), lambda torrent: getattr(torrent, key) if has_metadata(torrent) else None)


def known(value: int | None) -> int | None:
    """A number where 0 and less mean that there is none."""
    return value if value is not None and value > 0 else None


def whole(value: float | None) -> int | None:
    """A number without its fraction."""
    return None if value is None else int(value)


def kilo(value: float | None) -> int | None:
    """Bytes of kilobytes."""
    return None if value is None else round(value * KILO)


def summed(*values: int | None) -> int | None:
    """The sum of what is known."""
    there = [value for value in values if value is not None]
    return sum(there) if there else None


def has_metadata(torrent: Listed) -> bool:
    """Whether it is more than a magnet link."""
    return (torrent.metadata_percent_complete or 0) >= 1


def infohash_of(torrent: Listed) -> str:
    """The digits, as all daemons' are written here."""
    return (torrent.hash_string or "").lower()


def state_of(torrent: Listed) -> State:
    """The state. Only an error of its own stops a torrent; those of trackers do not."""
    if torrent.error == LOCAL_ERROR:
        return State.ERROR
    state = STATES.get(-1 if torrent.status is None else torrent.status, State.UNKNOWN)
    if state is not State.DOWNLOADING:
        return state
    if not has_metadata(torrent):
        return State.METADATA
    return State.STALLED if torrent.is_stalled or not torrent.rate_download else state


def ratio_of(torrent: Listed) -> float | None:
    """The ratio: -1 stands for nothing sent and nothing received, -2 for one without end."""
    if torrent.upload_ratio is None or torrent.upload_ratio >= 0:
        return torrent.upload_ratio
    return float("inf") if torrent.upload_ratio == RATIO_INFINITE else 0.0


def eta_of(torrent: Listed) -> int | None:
    """Seconds until it is complete; of a seeding torrent the daemon tells when its ratio is reached."""
    return counted(torrent.eta) if torrent.left_until_done else None


def connected_seeds(torrent: Listed) -> int | None:
    """The peers that have everything."""
    return None if torrent.peers is None else sum(peer.progress >= 1 for peer in torrent.peers)


def connected_leechers(torrent: Listed) -> int | None:
    """The peers that have not."""
    return None if torrent.peers is None else sum(peer.progress < 1 for peer in torrent.peers)


def most(numbers: Iterable[int]) -> int | None:
    """The largest of what trackers count; None where none of them knows."""
    return counted(max(numbers, default=-1))


def working(torrent: Listed) -> str | None:
    """The first tracker that answered."""
    return next((one.announce for one in torrent.tracker_stats or () if one.last_announce_succeeded), None)


def next_announce(torrent: Listed) -> int | None:
    """When the next tracker is asked."""
    return min((one.next_announce_time for one in torrent.tracker_stats or () if one.next_announce_time > 0), default=None)


def content_path(torrent: Listed) -> str | None:
    """Its file or folder."""
    if not (has_metadata(torrent) and torrent.download_dir and torrent.name):
        return None
    return f"{torrent.download_dir.rstrip('/')}/{torrent.name}"


def pieces_have(torrent: Listed) -> int | None:
    """The ones in the bitfield."""
    return None if torrent.pieces is None else int.from_bytes(base64.b64decode(torrent.pieces)).bit_count()


def files_of(torrent: Listed) -> tuple[TorrentFile, ...]:
    """Files, with what changes about them."""
    return tuple(
        file_of(index, file, stats)
        for index, (file, stats) in enumerate(zip(torrent.files or (), torrent.file_stats or (), strict=False))
    )


def file_of(index: int, file: File, stats: FileStats) -> TorrentFile:
    """A file."""
    return TorrentFile(
        index=index,
        path=file.name,
        size=file.length,
        progress=stats.bytes_completed / file.length if file.length else 1.0,
        priority=PRIORITIES.get(stats.priority, Priority.NORMAL) if stats.wanted else Priority.SKIP,
    )


def trackers_of(torrent: Listed) -> tuple[Tracker, ...]:
    """Trackers."""
    return tuple(tracker_of(one) for one in torrent.tracker_stats or ())


def tracker_of(one: TrackerStats) -> Tracker:
    """A tracker."""
    return Tracker(
        url=one.announce,
        tier=one.tier,
        state=tracker_state(one),
        message=one.last_announce_result or None,
        seeds=counted(one.seeder_count),
        leechers=counted(one.leecher_count),
        downloads=counted(one.download_count),
        next_announce=known(one.next_announce_time),
    )


def tracker_state(one: TrackerStats) -> TrackerState:
    """How it does."""
    if one.announce_state == ACTIVE:
        return TrackerState.UPDATING
    if not one.has_announced:
        return TrackerState.WAITING
    return TrackerState.WORKING if one.last_announce_succeeded else TrackerState.FAILED


def peers_of(torrent: Listed) -> tuple[Peer, ...]:
    """Peers."""
    return tuple(peer_of(one) for one in torrent.peers or ())


def peer_of(one: ListedPeer) -> Peer:
    """A peer. What it sends to the daemon, its client, we download."""
    return Peer(
        address=one.address,
        port=one.port,
        client=one.client_name,
        progress=one.progress,
        download_rate=int(one.rate_to_client),
        upload_rate=int(one.rate_to_peer),
        is_encrypted=one.is_encrypted,
    )


# in the order of `Torrent`
FIELDS: Mapping[str, Told[Listed]] = {
    "infohash": Told(("hash_string",), infohash_of),
    "infohash_v1": Told(("hash_string",), infohash_of),
    "name": simple("name"),
    "magnet": simple("magnet_link"),
    "has_metadata": Told(("metadata_percent_complete",), has_metadata),
    "total_size": of_content("total_size"),
    "size": of_content("size_when_done"),
    "have": Told(("have_valid", "have_unchecked"), lambda t: summed(t.have_valid, t.have_unchecked)),
    "left": of_content("left_until_done"),
    "progress": simple("percent_done"),
    "checking_progress": Told(("status", "recheck_progress"), lambda t: t.recheck_progress if t.status in CHECKS else None),
    "state": Told(("status", "error", "is_stalled", "rate_download", "metadata_percent_complete"), state_of),
    "is_complete": Told(("left_until_done", "metadata_percent_complete"), lambda t: t.left_until_done == 0 and has_metadata(t)),
    "error": Told(("error", "error_string"), lambda t: (t.error_string or None) if t.error == LOCAL_ERROR else None),
    "download_rate": rate("rate_download"),
    "upload_rate": rate("rate_upload"),
    "downloaded": simple("downloaded_ever"),
    "uploaded": simple("uploaded_ever"),
    "wasted": simple("corrupt_ever"),
    "ratio": Told(("upload_ratio",), ratio_of),
    "eta": Told(("eta", "left_until_done"), eta_of),
    "connected_seeds": Told(("peers",), connected_seeds),
    "connected_leechers": Told(("peers",), connected_leechers),
    "swarm_seeds": Told(("tracker_stats",), lambda t: most(one.seeder_count for one in t.tracker_stats or ())),
    "swarm_leechers": Told(("tracker_stats",), lambda t: most(one.leecher_count for one in t.tracker_stats or ())),
    "save_path": simple("download_dir"),
    "content_path": Told(("download_dir", "name", "metadata_percent_complete"), content_path),
    "labels": Told(("labels",), lambda t: tuple(t.labels or ()), (LABELS,)),
    "bandwidth_group": Told(("group",), lambda t: t.group or None, (GROUPS,)),
    "tracker": Told(("tracker_stats",), working),
    "next_announce": Told(("tracker_stats",), next_announce),
    "file_count": Told(("file_count",), lambda t: known(t.file_count), (GROUPS,)),
    "added_at": moment("added_date"),
    "completed_at": moment("done_date"),
    "started_at": moment("start_date"),
    "active_at": moment("activity_date"),
    "created_at": moment("date_created"),
    "active_time": Told(("seconds_downloading", "seconds_seeding"), lambda t: summed(t.seconds_downloading, t.seconds_seeding)),
    "seeding_time": simple("seconds_seeding"),
    "download_limit": limit("download_limit", "download_limited"),
    "upload_limit": limit("upload_limit", "upload_limited"),
    "connection_limit": simple("peer_limit"),
    "ratio_limit": Told(
        ("seed_ratio_limit", "seed_ratio_mode"), lambda t: t.seed_ratio_limit if t.seed_ratio_mode == OWN else None
    ),
    "inactive_seeding_time_limit": Told(
        ("seed_idle_limit", "seed_idle_mode"),
        lambda t: t.seed_idle_limit * MINUTE if t.seed_idle_mode == OWN and t.seed_idle_limit is not None else None,
    ),
    "queue_position": Told(("queue_position",), lambda t: counted(t.queue_position)),
    "priority": Told(
        ("bandwidth_priority",),
        lambda t: None if t.bandwidth_priority is None else PRIORITIES.get(t.bandwidth_priority, Priority.NORMAL),
    ),
    "is_private": of_content("is_private"),
    "comment": simple("comment"),
    "creator": simple("creator"),
    "piece_count": of_content("piece_count"),
    "piece_size": of_content("piece_size"),
    "pieces_have": Told(("pieces",), pieces_have),
    "is_sequential": simple("sequential_download", SEQUENTIAL),
    "files": Told(("files", "file_stats"), files_of),
    "trackers": Told(("tracker_stats",), trackers_of),
    "peers": Told(("peers",), peers_of),
    "web_seeds": Told(("webseeds",), lambda t: tuple(t.webseeds or ())),
}

# told otherwise by 3.00, whose `file-count` is 0
OLDER: Mapping[str, Told[Listed]] = {
    "file_count": Told(("priorities",), lambda t: None if t.priorities is None else len(t.priorities) or None),
}

# keys that hold a list, or a bit for each piece; no short key tells seeds of connected peers, or what trackers count
LONG_KEYS = frozenset({"files", "file_stats", "tracker_stats", "peers", "webseeds", "pieces"})
COSTLY = frozenset(name for name, told in FIELDS.items() if not LONG_KEYS.isdisjoint(told.keys))
"""They cost no request more, but make the answer many times larger."""


def told_by(rpc_version: int) -> Mapping[str, Told[Listed]]:
    """What a version tells, and how. 0 stands for the newest."""
    newest = {name: told for name, told in FIELDS.items() if not rpc_version or told.since <= (rpc_version,)}
    return {**OLDER, **newest}


def keys_for(told: Mapping[str, Told[Listed]], fields: frozenset[str]) -> list[str]:
    """The daemon's keys for these fields, each once, and always the infohash."""
    return list(dict.fromkeys(["hash_string", *(key for name in told if name in fields for key in told[name].keys)]))
