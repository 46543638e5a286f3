"""rTorrent's columns in the words of `unified`: which commands tell a field, and how it is read of their answers.

Facts with a version were seen on 0.9.8 and 0.16.17.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from ...model.magnet import Magnet
from ...rtorrent.flows.adding import LABELS
from ...rtorrent.flows.limiting import PREFIX, UNBOUND
from ...rtorrent.rows import Row, is_set, number, rows, text
from ...rtorrent.values import Value
from ..records import Peer, Priority, State, TorrentFile, Tracker, TrackerState
from .fields import Told

NAME, EXACT_NAME = "d.name=", "d.name.or_base64="  # the second gives bytes for a name that is no UTF-8; not on 0.9.8
DHT = 3  # t.type of the row that stands for it
TRACKER_MESSAGE = "Tracker: ["  # how a message begins that is a tracker's; all others are about the data
SUPER_SEEDING = "initial_seed"
LABELS_COLUMN = f"d.custom={LABELS}"


def nested(command: str, columns: tuple[str, ...]) -> str:
    """A list within a row. The empty parameter stands for a target, which is the row's own torrent."""
    return f"{command}=,{','.join(columns)}"


FILE_COLUMNS = ("f.path=", "f.size_bytes=", "f.completed_chunks=", "f.size_chunks=", "f.priority=")
TRACKER_COLUMNS = (
    "t.url=",
    "t.type=",
    "t.group=",
    "t.is_enabled=",
    "t.is_busy=",
    "t.success_counter=",
    "t.success_time_last=",
    "t.failed_counter=",
    "t.failed_time_last=",
    "t.scrape_complete=",
    "t.scrape_incomplete=",
    "t.scrape_downloaded=",
    "t.scrape_time_last=",
    "t.activity_time_next=",
)
PEER_COLUMNS = (
    "p.address=",
    "p.port=",
    "p.client_version=",
    "p.completed_percent=",
    "p.down_rate=",
    "p.up_rate=",
    "p.is_encrypted=",
)
FILES = nested("f.multicall", FILE_COLUMNS)
TRACKERS = nested("t.multicall", TRACKER_COLUMNS)
PEERS = nested("p.multicall", PEER_COLUMNS)
SIZES = ("d.is_meta=", "d.size_bytes=", "d.completed_bytes=", "d.left_bytes=", "d.wanted_chunks=", "d.chunk_size=")
PLACE = ("d.directory=", "d.is_multi_file=")
STATE = (
    "d.is_meta=",
    "d.hashing=",
    "d.is_hash_checking=",
    "d.hashing_failed=",
    "d.state=",
    "d.is_active=",
    "d.message=",
    "d.complete=",
    "d.wanted_chunks=",
    "d.down.rate=",
)

PRIORITIES: Mapping[int, Priority] = {0: Priority.SKIP, 1: Priority.NORMAL, 2: Priority.HIGH}
PRIORITY_NUMBERS: Mapping[Priority, int] = {Priority.SKIP: 0, Priority.LOW: 1, Priority.NORMAL: 1, Priority.HIGH: 2}
TORRENT_PRIORITIES: Mapping[int, Priority] = {0: Priority.SKIP, 1: Priority.LOW, 2: Priority.NORMAL, 3: Priority.HIGH}


def simple(column: str, read: Callable[[Row, str], object] = number) -> Told[Row]:
    """A field that one column says as it is."""
    return Told((column,), lambda row: read(row, column))


def moment(row: Row, column: str) -> int | None:
    """A Unix time; 0 means never."""
    return number(row, column) or None


def has_metadata(row: Row) -> bool:
    """A magnet link without metadata is a torrent of one made-up piece."""
    return not is_set(row, "d.is_meta=")


def of_pieces(column: str) -> Told[Row]:
    """A number about what is there of the content: nothing of a magnet link without metadata."""
    return Told(("d.is_meta=", column), lambda row: number(row, column) if has_metadata(row) else 0)


def name(row: Row) -> str:
    """The name; before the metadata came rTorrent has a made-up file, and others say the infohash."""
    told = text(row, NAME)
    return told if has_metadata(row) or told != f"{text(row, 'd.hash=')}.meta" else text(row, "d.hash=").lower()


def of_content(column: str) -> Told[Row]:
    """A number about the content, which a magnet link without metadata has not."""
    return Told(("d.is_meta=", column), lambda row: number(row, column) if has_metadata(row) else None)


def left(row: Row) -> int | None:
    """Wanted and missing bytes: `d.left_bytes` counts the unwanted too, `d.wanted_chunks` the missing ones only."""
    if not has_metadata(row):
        return None
    return min(number(row, "d.left_bytes="), number(row, "d.wanted_chunks=") * number(row, "d.chunk_size="))


def size(row: Row) -> int | None:
    """Wanted bytes, unless `sized` knows better: all that is there, and what is still wanted."""
    missing = left(row)
    return None if missing is None else number(row, "d.completed_bytes=") + missing


def progress(row: Row) -> float | None:
    """The share of what is wanted that is there; none before the metadata came."""
    if not has_metadata(row):
        return 0.0
    whole, missing = size(row), left(row)
    return None if whole is None or missing is None else 1.0 if not whole else (whole - missing) / whole


def is_partly_wanted(row: Row) -> bool:
    """Whether some missing pieces are not wanted: only the files say then how much is."""
    missing = number(row, "d.size_chunks=") - number(row, "d.completed_chunks=")
    return has_metadata(row) and missing != number(row, "d.wanted_chunks=")


def is_complete(row: Row) -> bool:
    """All that is wanted is there."""
    return has_metadata(row) and (is_set(row, "d.complete=") or number(row, "d.wanted_chunks=") == 0)


def is_checking(row: Row) -> bool:
    """Its data is checked, or waits for it."""
    return is_set(row, "d.hashing=") or is_set(row, "d.is_hash_checking=")


def checking_progress(row: Row) -> float | None:
    """The share of the pieces that was checked."""
    pieces = number(row, "d.size_chunks=")
    return min(1.0, number(row, "d.chunks_hashed=") / pieces) if pieces and is_checking(row) else None


def trouble(row: Row) -> str | None:
    """What rTorrent says about a torrent that does not work. Trackers' messages are theirs."""
    message = text(row, "d.message=")
    if is_set(row, "d.is_active=") or message.startswith(TRACKER_MESSAGE):
        message = ""
    return message or ("rTorrent could not check its data" if is_set(row, "d.hashing_failed=") else None)


def state(row: Row) -> State:
    """What it is doing."""
    if is_checking(row):
        return State.CHECKING
    if trouble(row):
        return State.ERROR
    if not is_set(row, "d.state=") or not is_set(row, "d.is_active="):
        return State.STOPPED
    if not has_metadata(row):
        return State.METADATA
    if is_complete(row):
        return State.SEEDING
    return State.DOWNLOADING if number(row, "d.down.rate=") else State.STALLED


def eta(row: Row) -> int | None:
    """Seconds, at the rate of this moment."""
    missing, rate = left(row), number(row, "d.down.rate=")
    return missing // rate if missing and rate else None


def availability(row: Row) -> float | None:
    """Complete copies among the peers: those who have all, and of the others the rarest piece's count, with the share of pieces
    that are there more often. `d.chunks_seen` counts the others only."""
    seen = text(row, "d.chunks_seen=")
    counts = bytes.fromhex(seen) if len(seen) % 2 == 0 and set(seen) <= set("0123456789ABCDEFabcdef") else b""
    if not counts:
        return None
    fewest = min(counts)
    return number(row, "d.peers_complete=") + fewest + sum(count > fewest for count in counts) / len(counts)


def folder(row: Row) -> str:
    """`d.directory`: of several files their own folder, else the folder around the file."""
    return text(row, "d.directory=").rstrip("/") or "/"


def save_path(row: Row) -> str | None:
    """The folder around the torrent."""
    where = folder(row)
    return posixpath.dirname(where) if is_set(row, "d.is_multi_file=") else where


def content_path(row: Row) -> str | None:
    """The file or folder. It is said once it was opened; `d.base_path` is an elder one after a move."""
    if not has_metadata(row):
        return None
    return folder(row) if is_set(row, "d.is_multi_file=") else posixpath.join(folder(row), text(row, NAME))


def category(row: Row) -> str:
    """`d.custom1`, percent-encoded, as other programs write it; one with a comma is a list of labels."""
    custom = text(row, "d.custom1=")
    return "" if "," in custom else unquote(custom)


def labels(row: Row) -> tuple[str, ...]:
    """Our own list, and that which other programs keep in `d.custom1`."""
    custom = text(row, "d.custom1=")
    parts = [*text(row, LABELS_COLUMN).split(","), *(custom.split(",") if "," in custom else [])]
    return tuple(dict.fromkeys(unquote(part) for part in parts if part))


def added_at(row: Row) -> int | None:
    """When it was added, if somebody noted it; else the earliest moment known: `d.load_date` is when rTorrent was started."""
    noted = text(row, "d.custom=addtime").strip()
    if noted.isascii() and noted.isdigit() and len(noted) < 12:
        return int(noted) or None
    known = (number(row, column) for column in ("d.load_date=", "d.timestamp.started=", "d.timestamp.finished="))
    return min((one for one in known if one > 0), default=None)


def limit(direction: str) -> Told[Row]:
    """A limit: that of the torrent's throttle group. -1 stands for a group that is gone, 0 for none."""
    column = f"throttle.{direction}.max=$d.throttle_name="

    def read(row: Row) -> int | None:
        rate = number(row, column)
        return rate if 0 < rate < UNBOUND else None

    return Told((column,), read)


def bandwidth_group(row: Row) -> str | None:
    """The throttle group, unless it is the torrent's own."""
    group = text(row, "d.throttle_name=")
    return None if not group or group.startswith(PREFIX) else group


def file_list(row: Row) -> tuple[TorrentFile, ...]:
    """The files, with the torrent's own folder, which `f.path` leaves out."""
    if not has_metadata(row):
        return ()
    above = f"{posixpath.basename(folder(row))}/" if is_set(row, "d.is_multi_file=") else ""
    return tuple(file_of(one, place, above) for place, one in enumerate(rows(row[FILES], FILE_COLUMNS)))


def file_of(row: Row, place: int, above: str) -> TorrentFile:
    """A file."""
    pieces = number(row, "f.size_chunks=")
    return TorrentFile(
        index=place,
        path=above + text(row, "f.path="),
        size=number(row, "f.size_bytes="),
        progress=min(1.0, number(row, "f.completed_chunks=") / pieces) if pieces else 1.0,
        priority=PRIORITIES.get(number(row, "f.priority=")),
    )


def tracker_rows(row: Row) -> list[Row]:
    """The rows that are trackers."""
    return [one for one in rows(row[TRACKERS], TRACKER_COLUMNS) if number(one, "t.type=") != DHT]


def tracker_list(row: Row) -> tuple[Tracker, ...]:
    """The trackers; of those that failed, the message is the torrent's."""
    message = text(row, "d.message=")
    said = message if message.startswith(TRACKER_MESSAGE) else None
    return tuple(tracker_of(one, said) for one in tracker_rows(row))


def tracker_of(row: Row, message: str | None) -> Tracker:
    """A tracker."""
    how = tracker_state(row)
    return Tracker(
        url=text(row, "t.url="),
        tier=number(row, "t.group="),
        state=how,
        message=message if how is TrackerState.FAILED else None,
        seeds=counted(row, "t.scrape_complete="),
        leechers=counted(row, "t.scrape_incomplete="),
        downloads=counted(row, "t.scrape_downloaded="),
        next_announce=moment(row, "t.activity_time_next=") if is_set(row, "t.is_enabled=") else None,
    )


def tracker_state(row: Row) -> TrackerState:
    """How it does, by what happened last."""
    if not is_set(row, "t.is_enabled="):
        return TrackerState.DISABLED
    if is_set(row, "t.is_busy="):
        return TrackerState.UPDATING
    has_failed, has_worked = is_set(row, "t.failed_counter="), is_set(row, "t.success_counter=")
    if has_failed and number(row, "t.failed_time_last=") >= number(row, "t.success_time_last="):
        return TrackerState.FAILED
    return TrackerState.WORKING if has_worked else TrackerState.WAITING


def counted(row: Row, column: str) -> int | None:
    """A number of the swarm, if the tracker ever said one."""
    value = number(row, column)
    return value if value or is_set(row, "t.scrape_time_last=") else None


def swarm(column: str) -> Told[Row]:
    """The highest number that a tracker said."""

    def read(row: Row) -> int | None:
        return max((known for one in tracker_rows(row) if (known := counted(one, column)) is not None), default=None)

    return Told((TRACKERS,), read)


def current_tracker(row: Row) -> str | None:
    """The tracker that answered last."""
    answered = [one for one in tracker_rows(row) if is_set(one, "t.success_time_last=")]
    return text(max(answered, key=lambda one: number(one, "t.success_time_last=")), "t.url=") if answered else None


def next_announce(row: Row) -> int | None:
    """The next moment at which a tracker is asked."""
    if not is_set(row, "d.is_active="):
        return None
    known = (number(one, "t.activity_time_next=") for one in tracker_rows(row) if is_set(one, "t.is_enabled="))
    return min((one for one in known if one > 0), default=None)


def magnet(row: Row) -> str:
    """A link made of what is known."""
    name = text(row, NAME) if has_metadata(row) else None
    return str(Magnet.build(text(row, "d.hash="), name=name, trackers=[text(one, "t.url=") for one in tracker_rows(row)]))


def peer_list(row: Row) -> tuple[Peer, ...]:
    """The peers."""
    return tuple(
        Peer(
            address=text(one, "p.address="),
            port=number(one, "p.port="),
            client=text(one, "p.client_version="),
            progress=number(one, "p.completed_percent=") / 100,
            download_rate=number(one, "p.down_rate="),
            upload_rate=number(one, "p.up_rate="),
            is_encrypted=is_set(one, "p.is_encrypted="),
        )
        for one in rows(row[PEERS], PEER_COLUMNS)
    )


# in the order of `Torrent`
FIELDS: Mapping[str, Told[Row]] = {
    "infohash": Told(("d.hash=",), lambda row: text(row, "d.hash=").lower()),
    "infohash_v1": Told(("d.hash=",), lambda row: text(row, "d.hash=").lower()),
    "name": Told((NAME, "d.is_meta=", "d.hash="), name),
    "magnet": Told(("d.hash=", "d.is_meta=", NAME, TRACKERS), magnet),
    "has_metadata": Told(("d.is_meta=",), has_metadata),
    "total_size": of_content("d.size_bytes="),
    "size": Told(SIZES, size),
    "have": of_pieces("d.completed_bytes="),
    "left": Told(SIZES, left),
    "progress": Told(SIZES, progress),
    "checking_progress": Told(("d.size_chunks=", "d.chunks_hashed=", "d.hashing=", "d.is_hash_checking="), checking_progress),
    "state": Told(STATE, state),
    "is_complete": Told(("d.is_meta=", "d.complete=", "d.wanted_chunks="), is_complete),
    "error": Told(("d.is_active=", "d.message=", "d.hashing_failed="), trouble),
    "download_rate": simple("d.down.rate="),
    "upload_rate": simple("d.up.rate="),
    "downloaded": simple("d.down.total="),
    "uploaded": simple("d.up.total="),
    "wasted": simple("d.skip.total="),
    "ratio": Told(("d.ratio=",), lambda row: number(row, "d.ratio=") / 1000),
    "eta": Told((*SIZES, "d.down.rate="), eta),
    "connected_seeds": simple("d.peers_complete="),
    "connected_leechers": simple("d.peers_accounted="),
    "swarm_seeds": swarm("t.scrape_complete="),
    "swarm_leechers": swarm("t.scrape_incomplete="),
    "availability": Told(("d.peers_connected=", "d.peers_complete="), lambda _: None),  # a second look fills it in
    "save_path": Told(PLACE, save_path),
    "content_path": Told((*PLACE, NAME, "d.is_meta="), content_path),
    "category": simple("d.custom1=", lambda row, _: category(row)),
    "labels": Told(("d.custom1=", LABELS_COLUMN), labels),
    "bandwidth_group": Told(("d.throttle_name=",), bandwidth_group),
    "tracker": Told((TRACKERS,), current_tracker),
    "next_announce": Told((TRACKERS, "d.is_active="), next_announce),
    "file_count": of_content("d.size_files="),
    "added_at": Told(("d.custom=addtime", "d.load_date=", "d.timestamp.started=", "d.timestamp.finished="), added_at),
    "completed_at": simple("d.timestamp.finished=", moment),
    "started_at": simple("d.timestamp.started=", moment),
    "created_at": simple("d.creation_date=", moment),
    "download_limit": limit("down"),
    "upload_limit": limit("up"),
    "connection_limit": simple("d.peers_max=", moment),
    "upload_slots": simple("d.uploads_max=", moment),
    "priority": Told(("d.priority=",), lambda row: TORRENT_PRIORITIES.get(number(row, "d.priority="))),
    "is_private": Told(("d.is_private=", "d.is_meta="), lambda row: is_set(row, "d.is_private=") if has_metadata(row) else None),
    "piece_count": of_content("d.size_chunks="),
    "piece_size": of_content("d.chunk_size="),
    "pieces_have": of_pieces("d.completed_chunks="),
    "is_super_seeding": Told(("d.connection_seed=",), lambda row: text(row, "d.connection_seed=") == SUPER_SEEDING),
    "files": Told((*PLACE, "d.is_meta=", FILES), file_list),
    "trackers": Told(("d.message=", TRACKERS), tracker_list),
    "peers": Told((PEERS,), peer_list),
}

# fields for which a torrent may need a second look: where some of its pieces are unwanted, and while it has peers
WANTED_FIELDS = frozenset({"size", "left", "progress"})
WANTED_COLUMNS = (*SIZES, "d.size_chunks=", "d.completed_chunks=")
WANTED_FILE_COLUMNS = ("f.size_bytes=", "f.priority=")
COSTLY = frozenset({"files", "trackers", "peers"})


def columns_for(fields: frozenset[str]) -> tuple[str, ...]:
    """The columns to ask for, each once; the infohash first."""
    needed = [column for field in fields for column in FIELDS[field].keys]
    extra = WANTED_COLUMNS if fields & WANTED_FIELDS else ()
    return tuple(dict.fromkeys(("d.hash=", *needed, *extra)))


def wanted_bytes(answer: Value) -> int:
    """The bytes of the wanted files."""
    return sum(number(one, "f.size_bytes=") for one in rows(answer, WANTED_FILE_COLUMNS) if is_set(one, "f.priority="))
