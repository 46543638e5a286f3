"""Typed answers, with the names of 4.1; and the reading of tables, straight from the bytes.

Rule 1: None means that it was not asked for, or that the daemon does not know it.
Rule 2: 4.1.0 writes rates and limits as fractions, all others as whole numbers: both are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

import msgspec

from .dialects import UnreadableError
from .names import classic, modern
from .session import Dialect

T = TypeVar("T", bound=msgspec.Struct)

METHOD = "torrent_get"
UNION: Any = Union
UNIONS: tuple[Any, ...] = (Union, UnionType)
BIT = Annotated[int, msgspec.Meta(ge=0, le=1)]


class File(msgspec.Struct, kw_only=True):
    """A file: its path with the torrent's own folder, and its bytes."""

    name: str
    length: int
    bytes_completed: int = 0
    begin_piece: int | None = None
    end_piece: int | None = None


class FileStats(msgspec.Struct, kw_only=True):
    """What changes about a file. Its priority is -1, 0 or 1."""

    bytes_completed: int = 0
    wanted: bool = True
    priority: int = 0


class TrackerStats(msgspec.Struct, kw_only=True):
    """A tracker and what it said. Counts are -1 and moments 0 where nobody knows."""

    announce: str
    id: int = 0
    tier: int = 0
    host: str = ""
    scrape: str = ""
    announce_state: int = 0
    is_backup: bool = False
    has_announced: bool = False
    has_scraped: bool = False
    last_announce_result: str = ""
    last_announce_succeeded: bool = False
    last_announce_time: int = 0
    last_announce_timed_out: bool = False
    last_scrape_result: str = ""
    last_scrape_succeeded: bool = False
    last_scrape_time: int = 0
    next_announce_time: int = 0
    next_scrape_time: int = 0
    seeder_count: int = -1
    leecher_count: int = -1
    download_count: int = -1
    downloader_count: int = -1


class Peer(msgspec.Struct, kw_only=True):
    """A connected peer. Rates are bytes/s, progress 0..1."""

    address: str
    port: int
    client_name: str = ""
    progress: float = 0.0
    rate_to_client: float = 0.0
    rate_to_peer: float = 0.0
    is_encrypted: bool = False
    is_incoming: bool = False
    is_utp: bool = False
    flag_str: str = ""


class PeersFrom(msgspec.Struct, kw_only=True):
    """How many peers came from where."""

    from_cache: int = 0
    from_dht: int = 0
    from_incoming: int = 0
    from_lpd: int = 0
    from_ltep: int = 0
    from_pex: int = 0
    from_tracker: int = 0


class Torrent(msgspec.Struct, kw_only=True):
    """A torrent. Sizes are bytes, rates bytes/s, limits kB/s, moments Unix time."""

    activity_date: int | None = None
    added_date: int | None = None
    availability: list[int] | None = None
    bandwidth_priority: int | None = None
    comment: str | None = None
    corrupt_ever: int | None = None
    creator: str | None = None
    date_created: int | None = None
    desired_available: int | None = None
    done_date: int | None = None
    download_dir: str | None = None
    download_limit: float | None = None
    download_limited: bool | None = None
    downloaded_ever: int | None = None
    edit_date: int | None = None
    error: int | None = None
    error_string: str | None = None
    eta: int | None = None
    eta_idle: int | None = None
    file_count: int | None = None
    file_stats: list[FileStats] | None = None
    files: list[File] | None = None
    group: str | None = None
    hash_string: str | None = None
    have_unchecked: int | None = None
    have_valid: int | None = None
    honors_session_limits: bool | None = None
    id: int | None = None
    is_finished: bool | None = None
    is_private: bool | None = None
    is_stalled: bool | None = None
    labels: list[str] | None = None
    left_until_done: int | None = None
    magnet_link: str | None = None
    manual_announce_time: int | None = None
    max_connected_peers: int | None = None
    metadata_percent_complete: float | None = None
    name: str | None = None
    peer_limit: int | None = None
    peers: list[Peer] | None = None
    peers_connected: int | None = None
    peers_from: PeersFrom | None = None
    peers_getting_from_us: int | None = None
    peers_sending_to_us: int | None = None
    percent_complete: float | None = None
    percent_done: float | None = None
    piece_count: int | None = None
    piece_size: int | None = None
    pieces: str | None = None
    primary_mime_type: str | None = None
    priorities: list[int] | None = None
    queue_position: int | None = None
    rate_download: float | None = None
    rate_upload: float | None = None
    recheck_progress: float | None = None
    seconds_downloading: int | None = None
    seconds_seeding: int | None = None
    seed_idle_limit: int | None = None
    seed_idle_mode: int | None = None
    seed_ratio_limit: float | None = None
    seed_ratio_mode: int | None = None
    sequential_download: bool | None = None
    size_when_done: int | None = None
    start_date: int | None = None
    status: int | None = None
    torrent_file: str | None = None
    total_size: int | None = None
    tracker_list: str | None = None
    tracker_stats: list[TrackerStats] | None = None
    upload_limit: float | None = None
    upload_limited: bool | None = None
    upload_ratio: float | None = None
    uploaded_ever: int | None = None
    wanted: list[bool | BIT] | None = None
    webseeds: list[str] | None = None
    webseeds_sending_to_us: int | None = None


class Units(msgspec.Struct, kw_only=True):
    """How many bytes the daemon's units have."""

    speed_bytes: int = 1000
    size_bytes: int = 1000
    memory_bytes: int = 1024


class Settings(msgspec.Struct, kw_only=True):
    """What the daemon says of itself, and its settings as far as they are used here. Limits are kB/s."""

    version: str | None = None
    rpc_version: int | None = None
    rpc_version_minimum: int | None = None
    rpc_version_semver: str | None = None
    download_dir: str | None = None
    incomplete_dir: str | None = None
    incomplete_dir_enabled: bool | None = None
    peer_port: int | None = None
    alt_speed_enabled: bool | None = None
    alt_speed_down: float | None = None
    alt_speed_up: float | None = None
    speed_limit_down: float | None = None
    speed_limit_down_enabled: bool | None = None
    speed_limit_up: float | None = None
    speed_limit_up_enabled: bool | None = None
    units: Units | None = None


class Totals(msgspec.Struct, kw_only=True):
    """Bytes and seconds of one session, or of all."""

    uploaded_bytes: int = 0
    downloaded_bytes: int = 0
    files_added: int = 0
    session_count: int = 0
    seconds_active: int = 0


class Stats(msgspec.Struct, kw_only=True):
    """What the daemon does at this moment. Speeds are bytes/s."""

    active_torrent_count: int = 0
    paused_torrent_count: int = 0
    torrent_count: int = 0
    download_speed: float = 0
    upload_speed: float = 0
    current_stats: Totals = msgspec.field(default_factory=Totals)
    cumulative_stats: Totals = msgspec.field(default_factory=Totals)


class Space(msgspec.Struct, kw_only=True):
    """Bytes where a folder is; less than 0 where it is none."""

    path: str
    size_bytes: int
    total_size: int | None = None


class Group(msgspec.Struct, kw_only=True):
    """A bandwidth group. Limits are kB/s."""

    name: str
    honors_session_limits: bool = True
    speed_limit_down: float = 0
    speed_limit_down_enabled: bool = False
    speed_limit_up: float = 0
    speed_limit_up_enabled: bool = False


class Groups(msgspec.Struct):
    """An answer of `group_get`."""

    group: list[Group]


class Identity(msgspec.Struct, kw_only=True):
    """A torrent as `torrent_add` names it."""

    hash_string: str
    id: int | None = None
    name: str | None = None


class Addition(msgspec.Struct):
    """An answer of `torrent_add`."""

    torrent_added: Identity | None = None
    torrent_duplicate: Identity | None = None


class Table(msgspec.Struct):
    """An answer of `torrent_get` in the format `table`: a row of names, and a row for each torrent."""

    torrents: list[msgspec.Raw]
    removed: list[int] = msgspec.field(default_factory=list[int])


_TABLE = msgspec.json.Decoder(Table)
_HEADER = msgspec.json.Decoder(list[str])
_TYPES: Mapping[str, Any] = {field.name: field.type for field in msgspec.structs.fields(Torrent)}
KEYS: tuple[str, ...] = tuple(_TYPES)


def read_torrents(dialect: Dialect, arguments: msgspec.Raw) -> list[Torrent]:
    """The torrents of a table.

    :raises UnreadableError: it is none, or a value has a form that was never seen
    """
    try:
        rows = _TABLE.decode(arguments).torrents
        if not rows:
            return []
        header = tuple(modern(name) for name in _HEADER.decode(rows[0]))
        if len(set(header)) != len(header):
            raise UnreadableError("a table with the same column twice")
        decode = row_decoder(header, dialect).decode
        return [decode(row) for row in rows[1:]]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


@lru_cache(maxsize=64)
def row_decoder(header: tuple[str, ...], dialect: Dialect) -> msgspec.json.Decoder[Torrent]:
    """Reads a row: an array whose places have these names. What is made has all attributes of `Torrent`."""
    kinds = {name: _TYPES.get(name, Any) for name in header}
    columns = [(name, kind if dialect is Dialect.MODERN else respelled(kind, METHOD)) for name, kind in kinds.items()]
    absent = {name: None for name in KEYS if name not in header}
    made = msgspec.defstruct("Torrent", columns, namespace=absent, array_like=True)
    return cast("msgspec.json.Decoder[Torrent]", msgspec.json.Decoder(made))


def read(kind: type[T], dialect: Dialect, method: str, arguments: msgspec.Raw) -> T:
    """An answer as a record.

    :raises UnreadableError: it has a form that was never seen
    """
    wanted = kind if dialect is Dialect.MODERN else spelled(kind, method)
    try:
        return msgspec.json.decode(arguments, type=wanted)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


@lru_cache(maxsize=64)
def spelled(kind: type[T], method: str) -> type[T]:
    """The same record, read from the names of the classic language. It has the same attributes, and is not of the same class."""
    fields = [(field.name, respelled(field.type, method), default_of(field)) for field in msgspec.structs.fields(kind)]
    made = msgspec.defstruct(kind.__name__, fields, rename=lambda name: classic(name, method), kw_only=True)
    return cast("type[T]", made)


def default_of(field: msgspec.structs.FieldInfo) -> Any:
    """What a field is when it is not there."""
    if field.default is not msgspec.NODEFAULT:
        return msgspec.field(default=field.default)
    return msgspec.field() if field.required else msgspec.field(default_factory=field.default_factory)


def is_record(kind: object) -> bool:
    """Whether a type is one of a record."""
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def respelled(kind: Any, method: str) -> Any:
    """A type with all records in it spelled so."""
    if is_record(kind):
        return spelled(kind, method)
    origin: Any = get_origin(kind)
    if origin is None or origin is Annotated:
        return kind
    inner = tuple(respelled(one, method) for one in get_args(kind))
    outer: Any = UNION if origin in UNIONS else origin
    made: Any = outer[inner]
    return made
