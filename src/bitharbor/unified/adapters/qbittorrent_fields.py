"""qBittorrent's torrents in the words of `unified`: which version's list tells a field, and how it is read of its records.

Nothing here asks the daemon. Facts with a version were seen on 4.2.5, 4.5.2, 5.1.0 and 5.3.0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ...qbittorrent.versions import UNKNOWN, Version
from ...qbittorrent.words import FilePriority
from ..records import Peer, Priority, State, TorrentFile, Tracker, TrackerState
from .fields import Told, counted, now

if TYPE_CHECKING:
    from ...qbittorrent.records import Peer as ListedPeer
    from ...qbittorrent.records import Torrent as Listed
    from ...qbittorrent.records import TorrentFile as ListedFile
    from ...qbittorrent.records import TorrentProperties
    from ...qbittorrent.records import Tracker as ListedTracker

NEVER_ETA = 8_640_000
MINUTE = 60
FIRST_LINES = ("** [DHT] **", "** [PeX] **", "** [LSD] **")  # rows of torrents/trackers that are none

STATES: Mapping[str, State] = {
    "error": State.ERROR,
    "missingFiles": State.ERROR,
    "pausedDL": State.STOPPED,
    "pausedUP": State.STOPPED,
    "stoppedDL": State.STOPPED,
    "stoppedUP": State.STOPPED,
    "queuedDL": State.QUEUED,
    "queuedUP": State.QUEUED,
    "checkingDL": State.CHECKING,
    "checkingUP": State.CHECKING,
    "checkingResumeData": State.CHECKING,
    "allocating": State.CHECKING,
    "metaDL": State.METADATA,
    "forcedMetaDL": State.METADATA,
    "downloading": State.DOWNLOADING,
    "forcedDL": State.DOWNLOADING,
    "stalledDL": State.STALLED,
    "uploading": State.SEEDING,
    "stalledUP": State.SEEDING,
    "forcedUP": State.SEEDING,
    "moving": State.MOVING,
}

# status of a tracker; 5 and 6 since 5.2
TRACKER_STATES: Mapping[int, TrackerState] = {
    0: TrackerState.DISABLED,
    1: TrackerState.WAITING,
    2: TrackerState.WORKING,
    3: TrackerState.UPDATING,
    4: TrackerState.FAILED,
    5: TrackerState.FAILED,
    6: TrackerState.FAILED,
}

PRIORITIES: Mapping[int, Priority] = {
    0: Priority.SKIP,
    1: Priority.NORMAL,
    4: Priority.NORMAL,
    6: Priority.HIGH,
    7: Priority.HIGH,
}
PRIORITY_NUMBERS: Mapping[Priority, FilePriority] = {Priority.SKIP: 0, Priority.LOW: 1, Priority.NORMAL: 1, Priority.HIGH: 6}


def known(value: int | None) -> int | None:
    """A moment, or a number where 0 and less mean that there is none."""
    return value if value is not None and 0 < value < 0xFFFFFFFF else None


def in_future(seconds: int | None) -> int | None:
    """Unix time of what comes in some seconds."""
    return now() + seconds if seconds is not None and seconds > 0 else None


def minutes(value: int | None) -> int | None:
    """Seconds of a limit in minutes."""
    return value * MINUTE if value is not None and value >= 0 else None


def ratio_of(torrent: Listed) -> float | None:
    """The ratio; -1 stands for a ratio beyond 9999."""
    return torrent.ratio if torrent.ratio >= 0 else float("inf")


def has_metadata(torrent: Listed) -> bool:
    """Since 5.0 it is said; before, a torrent without metadata has the size -1."""
    return torrent.total_size >= 0 if torrent.has_metadata is None else torrent.has_metadata


def is_checking(torrent: Listed) -> bool:
    """Whether its progress is that of a check; `checkingResumeData` looks at no content, and a recheck then is none too many."""
    return torrent.state in ("checkingDL", "checkingUP")


def active_at(torrent: Listed) -> int | None:
    """When data was last sent or received. Since 4.5 that is when it was added, where none ever was."""
    return known(torrent.last_activity) if torrent.downloaded or torrent.uploaded else None


def v1_of(torrent: Listed) -> str | None:
    """The v1 infohash; before 4.4 there is no other."""
    return torrent.hash if torrent.infohash_v1 is None else torrent.infohash_v1 or None


def by(read: Callable[[Listed], object], since: Version = UNKNOWN) -> Told[Listed]:
    """A field of the list, which tells all of a torrent, and since which version it does."""
    return Told((), read, since)


# in the order of `Torrent`
FIELDS: Mapping[str, Told[Listed]] = {
    "infohash": by(lambda t: t.hash),
    "infohash_v1": by(v1_of),
    "infohash_v2": by(lambda t: t.infohash_v2 or None, (4, 4, 0)),
    "name": by(lambda t: t.name),
    "magnet": by(lambda t: t.magnet_uri or None),
    "has_metadata": by(has_metadata),
    "total_size": by(lambda t: counted(t.total_size)),
    "size": by(lambda t: counted(t.size) if has_metadata(t) else None),
    "have": by(lambda t: t.completed),
    "left": by(lambda t: t.amount_left if has_metadata(t) else None),  # 0 without
    "progress": by(lambda t: t.progress),
    "checking_progress": by(lambda t: t.progress if is_checking(t) else None),
    "state": by(lambda t: STATES.get(t.state, State.UNKNOWN)),
    "is_complete": by(lambda t: t.amount_left == 0 and has_metadata(t)),
    "is_forced": by(lambda t: t.force_start),
    "error": by(lambda t: t.state if STATES.get(t.state) is State.ERROR else None),
    "download_rate": by(lambda t: t.dlspeed),
    "upload_rate": by(lambda t: t.upspeed),
    "downloaded": by(lambda t: t.downloaded),
    "uploaded": by(lambda t: t.uploaded),
    "downloaded_session": by(lambda t: t.downloaded_session),
    "uploaded_session": by(lambda t: t.uploaded_session),
    "wasted": by(lambda t: t.total_wasted, (5, 2, 0)),
    "ratio": by(ratio_of),
    "eta": by(lambda t: None if t.eta >= NEVER_ETA or t.eta < 0 else t.eta),
    "connected_seeds": by(lambda t: t.num_seeds),
    "connected_leechers": by(lambda t: t.num_leechs),
    "swarm_seeds": by(lambda t: counted(t.num_complete)),
    "swarm_leechers": by(lambda t: counted(t.num_incomplete)),
    "availability": by(lambda t: t.availability if t.availability is not None and t.availability >= 0 else None),
    "save_path": by(lambda t: t.save_path.rstrip("/") or "/"),  # 4.2.5 ends it with a slash
    "incomplete_path": by(lambda t: t.download_path or None, (4, 4, 0)),
    "content_path": by(lambda t: t.content_path or None, (4, 3, 1)),
    "category": by(lambda t: t.category),
    "labels": by(lambda t: tuple(t.tags.split(", ")) if t.tags else ()),
    "tracker": by(lambda t: t.tracker or None),
    "next_announce": by(lambda t: in_future(t.reannounce), (5, 0, 0)),
    "added_at": by(lambda t: known(t.added_on)),
    "completed_at": by(lambda t: known(t.completion_on)),
    "active_at": by(active_at),
    "seen_complete_at": by(lambda t: known(t.seen_complete)),
    "created_at": by(lambda t: known(t.creation_date), (5, 2, 0)),
    "active_time": by(lambda t: t.time_active),
    "seeding_time": by(lambda t: t.seeding_time),
    "download_limit": by(lambda t: known(t.dl_limit)),
    "upload_limit": by(lambda t: known(t.up_limit)),
    "connection_limit": by(lambda t: known(t.connections_limit), (5, 2, 0)),
    "ratio_limit": by(lambda t: t.ratio_limit if t.ratio_limit >= 0 else None),
    "seeding_time_limit": by(lambda t: minutes(t.seeding_time_limit)),
    "inactive_seeding_time_limit": by(lambda t: minutes(t.inactive_seeding_time_limit), (4, 6, 0)),
    "queue_position": by(lambda t: t.priority - 1 if t.priority > 0 else None),
    "is_private": by(lambda t: t.private, (5, 0, 0)),
    "comment": by(lambda t: t.comment, (5, 0, 0)),
    "creator": by(lambda t: t.created_by, (5, 2, 0)),
    "piece_count": by(lambda t: known(t.pieces_num), (5, 2, 0)),
    "piece_size": by(lambda t: known(t.piece_size), (5, 2, 0)),
    "pieces_have": by(lambda t: counted(t.pieces_have), (5, 2, 0)),
    "is_sequential": by(lambda t: t.seq_dl),
    "is_first_last_first": by(lambda t: t.f_l_piece_prio),
    "is_super_seeding": by(lambda t: t.super_seeding),
    "is_auto_managed": by(lambda t: t.auto_tmm),
}


def private_of(details: TorrentProperties) -> bool | None:
    """Whether it is private; nobody knows before the metadata came, and 4.5.2 says that it is not."""
    if not known(details.piece_size):
        return None
    return details.is_private if details.private is None else details.private


# what only torrents/properties tells, on versions whose list does not
DETAILS: Mapping[str, Callable[[TorrentProperties], object]] = {
    "wasted": lambda p: counted(p.total_wasted),
    "created_at": lambda p: known(p.creation_date),
    "connection_limit": lambda p: known(p.nb_connections_limit),
    "is_private": private_of,
    "comment": lambda p: p.comment,
    "creator": lambda p: p.created_by,
    "piece_count": lambda p: known(p.pieces_num),
    "piece_size": lambda p: known(p.piece_size),
    "pieces_have": lambda p: counted(p.pieces_have),
    "next_announce": lambda p: in_future(p.reannounce),
}

# what costs a request for each torrent where the list does not tell it; no list tells those that are named
COSTLY = frozenset(DETAILS) | {"file_count", "files", "trackers", "peers", "web_seeds"}


def told_by(version: Version) -> Mapping[str, Told[Listed]]:
    """What the list of a version tells, and how; of the newest while the version is not known."""
    return {name: told for name, told in FIELDS.items() if not version or told.since <= version}


def files_of(listed: Iterable[ListedFile]) -> tuple[TorrentFile, ...]:
    """Files. Before 4.4 they have no index: they stand in its order."""
    return tuple(
        TorrentFile(
            index=place if one.index is None else one.index,
            path=one.name,
            size=one.size,
            progress=one.progress,
            priority=PRIORITIES.get(one.priority, Priority.NORMAL),
        )
        for place, one in enumerate(listed)
    )


def trackers_of(listed: Iterable[ListedTracker]) -> tuple[Tracker, ...]:
    """Trackers, without the three rows of DHT, PeX and LSD."""
    return tuple(tracker_of(one) for one in listed if one.url not in FIRST_LINES)


def tracker_of(one: ListedTracker) -> Tracker:
    """A tracker. The tier is text or absent in the rows of DHT and its like only."""
    return Tracker(
        url=one.url,
        tier=one.tier if isinstance(one.tier, int) and one.tier >= 0 else 0,
        state=TRACKER_STATES.get(int(one.status), TrackerState.UNKNOWN),
        message=one.msg or None,
        seeds=counted(one.num_seeds),
        leechers=counted(one.num_leeches),
        downloads=counted(one.num_downloaded),
        next_announce=known(one.next_announce),
    )


def peers_of(listed: Iterable[ListedPeer]) -> tuple[Peer, ...]:
    """Peers; what has no address is none yet."""
    return tuple(peer_of(one) for one in listed if one.ip)


def peer_of(one: ListedPeer) -> Peer:
    """A peer. Of its flags, E and e say that it is encrypted."""
    return Peer(
        address=one.ip or "",
        port=one.port or 0,
        client=one.client or "",
        progress=one.progress,
        download_rate=one.dl_speed,
        upload_rate=one.up_speed,
        is_encrypted=None if one.flags is None else bool({"E", "e"} & set(one.flags.split())),
    )
