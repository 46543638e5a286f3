"""What Deluge's status of a torrent says in the words of `unified`: a table of fields, and readers of its lists.

Nothing here asks the daemon. Facts were seen on 2.0.3, 2.2.0 and 2.2.1~dev. A value of a form that was never seen reads as None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlsplit

from ...deluge.mirror import Status
from ...errors import UsageError
from ...model.json import Json
from ...model.magnet import Magnet
from ..records import Peer, Priority, State, TorrentFile, Tracker, TrackerState
from .fields import Told, now

KIBIBYTE: Final = 1024
PERCENT: Final = 100
NO_LIMIT: Final = -1
HAVE: Final = 3  # of `pieces`: 0 missing, 1 there among peers, 2 on its way, 3 here

STATES: Final[Mapping[str, State]] = {
    "Paused": State.STOPPED,
    "Queued": State.QUEUED,
    "Checking": State.CHECKING,
    "Allocating": State.CHECKING,
    "Downloading": State.DOWNLOADING,
    "Seeding": State.SEEDING,
    "Moving": State.MOVING,
    "Error": State.ERROR,
}
CHECKS: Final = frozenset({"Checking", "Allocating"})

# the daemon's own are 0, 1, 4 and 7; libtorrent takes all between
PRIORITIES: Final = (
    Priority.SKIP,
    Priority.LOW,
    Priority.LOW,
    Priority.LOW,
    Priority.NORMAL,
    Priority.HIGH,
    Priority.HIGH,
    Priority.HIGH,
)
# how `tracker_status` begins; while none was contacted it is empty
TRACKER_STATES: Final[Mapping[str, TrackerState]] = {
    "Announce OK": TrackerState.WORKING,
    "Announce Sent": TrackerState.UPDATING,
    "Warning:": TrackerState.WORKING,
    "Error:": TrackerState.FAILED,
}
PRIORITY_NUMBERS: Final[Mapping[Priority, int]] = {Priority.SKIP: 0, Priority.LOW: 1, Priority.NORMAL: 4, Priority.HIGH: 7}


def text(status: Status, key: str) -> str | None:
    """A text."""
    value = status.get(key)
    return value if isinstance(value, str) else None


def flag(status: Status, key: str) -> bool | None:
    """A truth; some come as numbers."""
    value = status.get(key)
    return bool(value) if isinstance(value, bool | int) else None


def number(status: Status, key: str) -> float | None:
    """A number, as it is."""
    value = status.get(key)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def whole(status: Status, key: str) -> int | None:
    """A whole number."""
    value = number(status, key)
    return int(value) if value is not None and abs(value) != float("inf") and value == value else None


def counted(status: Status, key: str) -> int | None:
    """A number of which less than 0 means that there is none, or nobody knows."""
    value = whole(status, key)
    return value if value is not None and value >= 0 else None


def known(status: Status, key: str) -> int | None:
    """A number of which 0 too means that there is none."""
    return counted(status, key) or None


def entries(status: Status, key: str) -> list[Status]:
    """A list of dictionaries."""
    value = status.get(key)
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def has_metadata(status: Status) -> bool:
    """It is not said; before the metadata came there are no files."""
    return bool(whole(status, "num_files"))


def if_metadata(status: Status, key: str) -> int | None:
    """A number that means nothing before the metadata came."""
    return counted(status, key) if has_metadata(status) else None


def share(status: Status, key: str) -> float | None:
    """0..1 of a per cent."""
    value = number(status, key)
    return None if value is None else value / PERCENT


def bytes_limit(status: Status, key: str) -> int | None:
    """Bytes/s of a limit in KiB/s; less than 0 is none, and 0 too."""
    value = number(status, key)
    return round(value * KIBIBYTE) if value is not None and value > 0 else None


def wire_limit(limit: int) -> float:
    """KiB/s of bytes/s; 0 lifts it."""
    return limit / KIBIBYTE if limit > 0 else float(NO_LIMIT)


def state_of(status: Status) -> State:
    """The state; a download without metadata, or without any rate, has one of its own with us."""
    state = STATES.get(text(status, "state") or "", State.UNKNOWN)
    if state is not State.DOWNLOADING:
        return state
    if not has_metadata(status):
        return State.METADATA
    return State.DOWNLOADING if whole(status, "download_payload_rate") else State.STALLED


def checking_progress(status: Status) -> float | None:
    """While it is checked, its progress is that of the check."""
    return share(status, "progress") if text(status, "state") in CHECKS else None


def is_complete(status: Status) -> bool:
    """`is_finished` lags behind; what remains does not."""
    return has_metadata(status) and not whole(status, "total_remaining")


def is_forced(status: Status) -> bool | None:
    """Outside of the queue's hands, and not stopped."""
    is_managed = flag(status, "is_auto_managed")
    return None if is_managed is None else not is_managed and text(status, "state") != "Paused"


def ratio_of(status: Status) -> float | None:
    """-1 stands for an endless one, and for nothing sent and nothing received."""
    value = number(status, "ratio")
    if value is None or value >= 0:
        return value
    return float("inf") if known(status, "total_uploaded") else 0.0


def next_announce(status: Status) -> int | None:
    """It is told in seconds from now; 0 when none is due."""
    seconds = known(status, "next_announce")
    return None if seconds is None else now() + seconds


def active_at(status: Status) -> int | None:
    """It is told in seconds since then; -1 for never."""
    seconds = counted(status, "time_since_transfer")
    return None if seconds is None else now() - seconds


def content_path(status: Status) -> str | None:
    """The first file's path tells the torrent's own folder, whatever it was renamed to."""
    location, files = text(status, "download_location"), entries(status, "files")
    path = text(files[0], "path") if files else None
    if not location or not path:
        return None
    return f"{location.rstrip('/')}/{path.partition('/')[0]}"


def labels_of(status: Status) -> tuple[str, ...] | None:
    """The one label of the plugin."""
    label = text(status, "label")
    return None if label is None else (label,) if label else ()


def ratio_limit(status: Status) -> float | None:
    """The limit is kept while it does not hold."""
    return number(status, "stop_ratio") if flag(status, "stop_at_ratio") else None


def pieces_have(status: Status) -> int | None:
    """How many pieces are here. The list is empty or None for a seed on libtorrent 1."""
    pieces = status.get("pieces")
    if isinstance(pieces, list) and pieces:
        return sum(piece == HAVE for piece in pieces)
    return if_metadata(status, "num_pieces") if flag(status, "is_seed") else 0


def magnet_of(status: Status) -> str | None:
    """The link, made of what is told: 2.0.3 has no method for it. Right only on libtorrent 1, where ids are v1 infohashes."""
    infohash = text(status, "hash")
    urls = [url for entry in entries(status, "trackers") if (url := text(entry, "url"))]
    try:
        return str(Magnet.build(infohash, name=text(status, "name"), trackers=urls)) if infohash else None
    except UsageError:  # a tracker's address that no link can hold
        return None


def files_of(status: Status) -> tuple[TorrentFile, ...]:
    """Files, with what the lists beside them say."""
    progress, priorities = status.get("file_progress"), status.get("file_priorities")
    return tuple(
        TorrentFile(
            index=index,
            path=text(entry, "path") or "",
            size=whole(entry, "size") or 0,
            progress=as_share(item(progress, index)),
            priority=as_priority(item(priorities, index)),
        )
        for index, entry in enumerate(entries(status, "files"))
    )


def item(value: Json, index: int) -> Json:
    """What stands at a place in a list, if it is one and has it."""
    return value[index] if isinstance(value, list) and index < len(value) else None


def as_share(value: Json) -> float | None:
    """0..1."""
    return float(value) if isinstance(value, int | float) else None


def as_priority(value: Json) -> Priority | None:
    """A file's priority."""
    return PRIORITIES[value] if isinstance(value, int) and 0 <= value < len(PRIORITIES) else None


def trackers_of(status: Status) -> tuple[Tracker, ...]:
    """Trackers. The list stays as it was when it was set: only the torrent's own status tells how one of them does.

    That is the one that answered last, `tracker`; while none did, the first of `tracker_host`, of which `tracker_status` speaks.
    """
    listed = [(url, whole(entry, "tier") or 0) for entry in entries(status, "trackers") if (url := text(entry, "url"))]
    current, said, due = text(status, "tracker"), text(status, "tracker_status") or "", next_announce(status)
    meant = current or next((url for url, _ in listed if is_of_host(url, text(status, "tracker_host"))), None)
    state, message = tracker_state(said) if meant else (TrackerState.UNKNOWN, None)
    if current and state is not TrackerState.UPDATING:
        state = TrackerState.WORKING
    return tuple(
        Tracker(url=url, tier=tier, state=state, message=message, next_announce=due)
        if url == meant
        else Tracker(url=url, tier=tier)
        for url, tier in listed
    )


def tracker_state(said: str) -> tuple[TrackerState, str | None]:
    """State and message of a text such as `Error: Connection refused`."""
    for begin, state in TRACKER_STATES.items():
        if said.startswith(begin):
            return state, said[len(begin) :].strip() or None
    return TrackerState.UNKNOWN, said or None


def is_of_host(url: str, host: str | None) -> bool:
    """Whether a tracker is of a host; the daemon leaves out what stands before the last two words of a name."""
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return False
    return bool(host and name and (name == host or name.endswith(f".{host}")))


def peers_of(status: Status) -> tuple[Peer, ...]:
    """Peers."""
    return tuple(peer_of(entry) for entry in entries(status, "peers"))


def peer_of(entry: Status) -> Peer:
    """One peer; address and port come as one text."""
    host, _, port = (text(entry, "ip") or "").rpartition(":")
    return Peer(
        address=host.strip("[]"),
        port=int(port) if port.isdigit() else 0,
        client=text(entry, "client") or "",
        progress=number(entry, "progress"),
        download_rate=whole(entry, "down_speed"),
        upload_rate=whole(entry, "up_speed"),
    )


def simple(key: str, read: Callable[[Status, str], object]) -> Told[Status]:
    """A field that one key says as it is."""
    return Told((key,), lambda status: read(status, key))


# in the order of `Torrent`
FIELDS: Final[Mapping[str, Told[Status]]] = {
    "infohash": simple("hash", text),
    "infohash_v1": simple("hash", text),
    "name": simple("name", text),
    "magnet": Told(("hash", "name", "trackers"), magnet_of),
    "has_metadata": Told(("num_files",), has_metadata),
    "total_size": Told(("total_size", "num_files"), lambda s: if_metadata(s, "total_size")),
    "size": Told(("total_wanted", "num_files"), lambda s: if_metadata(s, "total_wanted")),
    "have": simple("total_done", counted),
    "left": Told(("total_remaining", "num_files"), lambda s: if_metadata(s, "total_remaining")),
    "progress": simple("progress", share),
    "checking_progress": Told(("progress", "state"), checking_progress),
    "state": Told(("state", "num_files", "download_payload_rate"), state_of),
    "is_complete": Told(("num_files", "total_remaining"), is_complete),
    "is_forced": Told(("is_auto_managed", "state"), is_forced),
    "error": Told(("message", "state"), lambda s: text(s, "message") if text(s, "state") == "Error" else None),
    "download_rate": simple("download_payload_rate", whole),
    "upload_rate": simple("upload_payload_rate", whole),
    "downloaded": simple("all_time_download", counted),
    "uploaded": simple("total_uploaded", counted),
    "downloaded_session": simple("total_payload_download", counted),
    "uploaded_session": simple("total_payload_upload", counted),
    "ratio": Told(("ratio", "total_uploaded"), ratio_of),
    "eta": simple("eta", known),
    "connected_seeds": simple("num_seeds", counted),
    "connected_leechers": simple("num_peers", counted),
    "swarm_seeds": simple("total_seeds", counted),
    "swarm_leechers": simple("total_peers", counted),
    "availability": Told(
        ("distributed_copies",), lambda s: value if (value := number(s, "distributed_copies") or 0.0) >= 0 else None
    ),
    "save_path": simple("download_location", text),
    "content_path": Told(("download_location", "files"), content_path),
    "category": simple("label", text),
    "labels": Told(("label",), labels_of),
    "tracker": Told(("tracker",), lambda s: text(s, "tracker") or None),
    "next_announce": Told(("next_announce",), next_announce),
    "file_count": Told(("num_files",), lambda s: known(s, "num_files")),
    "added_at": simple("time_added", known),
    "completed_at": simple("completed_time", known),
    "active_at": Told(("time_since_transfer",), active_at),
    "seen_complete_at": simple("last_seen_complete", known),
    "active_time": simple("active_time", counted),
    "seeding_time": simple("seeding_time", counted),
    "download_limit": simple("max_download_speed", bytes_limit),
    "upload_limit": simple("max_upload_speed", bytes_limit),
    "connection_limit": simple("max_connections", known),
    "upload_slots": simple("max_upload_slots", known),
    "ratio_limit": Told(("stop_ratio", "stop_at_ratio"), ratio_limit),
    "queue_position": simple("queue", counted),
    "is_private": Told(("private", "num_files"), lambda s: flag(s, "private") if has_metadata(s) else None),
    "comment": simple("comment", text),
    "creator": simple("creator", text),
    "piece_count": simple("num_pieces", known),
    "piece_size": simple("piece_length", known),
    "pieces_have": Told(("pieces", "num_pieces", "num_files", "is_seed"), pieces_have),
    "is_sequential": simple("sequential_download", flag),
    "is_first_last_first": simple("prioritize_first_last_pieces", flag),
    "is_super_seeding": simple("super_seeding", flag),
    "is_auto_managed": simple("is_auto_managed", flag),
    "files": Told(("files", "file_progress", "file_priorities"), files_of),
    "trackers": Told(("trackers", "tracker", "tracker_host", "tracker_status", "next_announce"), trackers_of),
    "peers": Told(("peers",), peers_of),
}

OF_LABELS: Final = frozenset({"category", "labels"})
# the table reads these rightly on libtorrent 1 only; where the daemon tells a link they are read from it
OF_LINKS: Final = frozenset({"infohash_v1", "infohash_v2", "magnet"})
# no request a torrent, but lists without a bound for each
COSTLY: Final = frozenset({"magnet", "content_path", "pieces_have", "files", "trackers", "peers"})


def keys_of(fields: frozenset[str]) -> list[str]:
    """The keys to ask for. `hash` is always among them: no key at all would mean all."""
    return sorted({key for name in fields & FIELDS.keys() for key in FIELDS[name].keys} | {"hash"})
