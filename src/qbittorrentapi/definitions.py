"""What answers are made of: dictionaries, lists and the enumerations of qBittorrent's words.

What may enter: the base classes of all records and lists, enumerations, type aliases. What may not: a particular
record (see `_records`), sending anything. A client is known here as something to be kept, not to be asked.
"""

from __future__ import annotations

from collections import UserList
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial
from os import PathLike
from typing import IO, TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, cast

from ._attrdict import AttrDict, T, V, fill, has_nested, new, settle

__all__ = [
    "APIKwargsT",
    "APINames",
    "ClientCache",
    "ClientT",
    "Dictionary",
    "FilesToSendT",
    "JsonValueT",
    "List",
    "ListEntry",
    "ListEntryT",
    "ListInputT",
    "OwnedDictionary",
    "TorrentFilesT",
    "TorrentState",
    "TorrentStates",
    "TorrentStatusesT",
    "TrackerStatus",
    "home",
    "put",
    "released",
    "wrapped",
]

# Per-call options and fields of the endpoint, which are sent as they are: no type covers both.
APIKwargsT: TypeAlias = Any

# For a type checker a value out of JSON is Any. The recorded union is true but of no use: it lets nobody write
# `client.sync_maindata()["server_state"]["dl_info_speed"]`, and as an argument it refuses floats.
if TYPE_CHECKING:
    JsonValueT: TypeAlias = Any
else:
    JsonValueT = None | int | str | bool | Sequence["JsonValueT"] | Mapping[str, "JsonValueT"]

ListInputT: TypeAlias = Iterable[Mapping[str, JsonValueT]]
FilesToSendT: TypeAlias = Mapping[str, bytes | tuple[str, bytes]]

# one torrent file: its bytes, where it is, or something open for reading
TorrentFileT: TypeAlias = bytes | bytearray | str | PathLike[str] | IO[bytes]
TorrentFilesT: TypeAlias = TorrentFileT | Iterable[TorrentFileT] | Mapping[str, TorrentFileT]

TorrentStatusesT: TypeAlias = Literal[
    "all",
    "downloading",
    "seeding",
    "completed",
    "paused",
    "stopped",
    "active",
    "inactive",
    "resumed",
    "running",
    "stalled",
    "stalled_uploading",
    "stalled_downloading",
    "checking",
    "moving",
    "errored",
]

ClientT = TypeVar("ClientT")
ListEntryT = TypeVar("ListEntryT")
C = TypeVar("C", bound=type)


def home(module: str) -> Callable[[C], C]:
    """Give a class the recorded module, where programs import it from and where pickles look for it."""

    def settled(cls: C) -> C:
        cls.__module__ = module
        return cls

    return settled


class APINames(str, Enum):  # noqa: UP042 - recorded: str(member) is "APINames.Log", which StrEnum would change
    """The scopes of the Web API, as in `/api/v2/<scope>/...`."""

    Authorization = "auth"
    Application = "app"
    Log = "log"
    Sync = "sync"
    Transfer = "transfer"
    Torrents = "torrents"
    TorrentCreator = "torrentcreator"
    RSS = "rss"
    Search = "search"
    ClientData = "clientdata"
    EMPTY = ""


class TorrentState(str, Enum):  # noqa: UP042 - recorded: str(member) is "TorrentState.ERROR", see above
    """The states of a torrent, under the words of all versions: `paused...` until 4.6, `stopped...` from 5.0 on."""

    ERROR = "error"
    MISSING_FILES = "missingFiles"
    UPLOADING = "uploading"
    PAUSED_UPLOAD = "pausedUP"
    STOPPED_UPLOAD = "stoppedUP"
    QUEUED_UPLOAD = "queuedUP"
    STALLED_UPLOAD = "stalledUP"
    CHECKING_UPLOAD = "checkingUP"
    FORCED_UPLOAD = "forcedUP"
    ALLOCATING = "allocating"
    DOWNLOADING = "downloading"
    METADATA_DOWNLOAD = "metaDL"
    FORCED_METADATA_DOWNLOAD = "forcedMetaDL"
    PAUSED_DOWNLOAD = "pausedDL"
    STOPPED_DOWNLOAD = "stoppedDL"
    QUEUED_DOWNLOAD = "queuedDL"
    FORCED_DOWNLOAD = "forcedDL"
    STALLED_DOWNLOAD = "stalledDL"
    CHECKING_DOWNLOAD = "checkingDL"
    CHECKING_RESUME_DATA = "checkingResumeData"
    MOVING = "moving"
    UNKNOWN = "unknown"

    @property
    def is_downloading(self) -> bool:
        """Still to be completed, stopped and queued ones included."""
        return self in DOWNLOADING

    @property
    def is_uploading(self) -> bool:
        """Complete and not stopped."""
        return self in UPLOADING

    @property
    def is_complete(self) -> bool:
        """Complete, stopped or not."""
        return self in COMPLETE

    @property
    def is_checking(self) -> bool:
        """Being checked."""
        return self in CHECKING

    @property
    def is_errored(self) -> bool:
        """In trouble: an error, or its files are gone."""
        return self in ERRORED

    @property
    def is_stopped(self) -> bool:
        """Stopped by the user or by a limit; older versions say paused."""
        return self in STOPPED

    @property
    def is_paused(self) -> bool:
        """The same as `is_stopped`."""
        return self in STOPPED


TorrentStates = TorrentState

# recorded for each state, in the same words
STOPPED = frozenset(
    {
        TorrentState.PAUSED_UPLOAD,
        TorrentState.STOPPED_UPLOAD,
        TorrentState.PAUSED_DOWNLOAD,
        TorrentState.STOPPED_DOWNLOAD,
    }
)
UPLOADING = frozenset(
    {
        TorrentState.UPLOADING,
        TorrentState.QUEUED_UPLOAD,
        TorrentState.STALLED_UPLOAD,
        TorrentState.CHECKING_UPLOAD,
        TorrentState.FORCED_UPLOAD,
    }
)
COMPLETE = UPLOADING | {TorrentState.PAUSED_UPLOAD, TorrentState.STOPPED_UPLOAD}
DOWNLOADING = frozenset(
    {
        TorrentState.DOWNLOADING,
        TorrentState.METADATA_DOWNLOAD,
        TorrentState.FORCED_METADATA_DOWNLOAD,
        TorrentState.PAUSED_DOWNLOAD,
        TorrentState.STOPPED_DOWNLOAD,
        TorrentState.QUEUED_DOWNLOAD,
        TorrentState.FORCED_DOWNLOAD,
        TorrentState.STALLED_DOWNLOAD,
        TorrentState.CHECKING_DOWNLOAD,
    }
)
CHECKING = frozenset({TorrentState.CHECKING_UPLOAD, TorrentState.CHECKING_DOWNLOAD, TorrentState.CHECKING_RESUME_DATA})
ERRORED = frozenset({TorrentState.ERROR, TorrentState.MISSING_FILES})


class TrackerStatus(int, Enum):
    """What `torrents/trackers` says of a tracker."""

    DISABLED = 0
    NOT_CONTACTED = 1
    WORKING = 2
    UPDATING = 3
    NOT_WORKING = 4
    TRACKER_ERROR = 5
    UNREACHABLE = 6

    @property
    def display(self) -> str:
        """The status in words."""
        return self.name.replace("_", " ").capitalize()


class ClientCache(Generic[ClientT]):
    """Something that keeps the client which made it: a namespace, or a dictionary with methods."""

    _client: ClientT

    def __init__(self, *args: Any, client: ClientT, **kwargs: Any) -> None:  # what the next class takes
        self._client = client
        super().__init__(*args, **kwargs)


class Dictionary(AttrDict[V]):
    """An answer that is one object."""

    # keywords are accepted and dropped, so that every entry class can be called with `client=`
    def __init__(self, data: Mapping[str, JsonValueT] | None = None, **kwargs: Any) -> None:  # noqa: ARG002
        super().__init__(data or {})


class ListEntry(Dictionary[JsonValueT]):
    """An answer that is one of a list."""


class OwnedDictionary(ClientCache[ClientT], Dictionary[JsonValueT]):
    """A dictionary whose methods ask the client that made it.

    A copy keeps the client. An unpickled one has none until somebody sets `_client`; until then its methods raise
    AttributeError.
    """

    # in a slot, because a `__dict__` for each of 10,000 torrents costs 15 of 95 ms, most of it in the garbage collector
    __slots__ = ("_client",)

    def __init__(self, data: Mapping[str, JsonValueT], client: ClientT) -> None:
        super().__init__(data=data, client=client)
        self._settle_in()

    def _settle_in(self) -> None:
        """Take from the content what the methods need; called once the content is there."""

    def __setstate__(self, state: tuple[Mapping[str, JsonValueT], type, bool]) -> None:
        super().__setstate__(state)
        self._settle_in()

    def _absence(self, key: object) -> str:
        text = super()._absence(key)
        if "_client" in self._kept():
            return text
        return f"{text}; it has no client either, because a pickle keeps none: set _client to use its methods"


class List(UserList[ListEntryT]):
    """An answer that is a list. `.data` is the plain list."""

    def __init__(
        self,
        list_entries: Iterable[JsonValueT] | None = None,
        entry_class: type[ListEntryT] | None = None,
        **kwargs: Any,  # for the constructor of each entry
    ) -> None:
        super().__init__()
        rows = () if list_entries is None else list_entries
        self.data: list[ListEntryT] = list(rows) if entry_class is None else wrapped(rows, entry_class, kwargs)


def released(rows: list[T]) -> Iterator[T]:
    """The rows one by one, each taken out of the list: for an answer that nobody else holds, `SomeList(released(rows))`.

    Each row is freed once its entry is made: 10,000 torrents need 23 MiB at most instead of 38.
    """
    for place, row in enumerate(rows):
        rows[place] = cast("T", None)
        yield row


def wrapped(rows: Iterable[object], entry_class: type[ListEntryT], options: Mapping[str, Any]) -> list[ListEntryT]:
    """`entry_class(data=row, **options)` for each row that is a mapping and not yet such an entry."""
    make = _maker(entry_class, options)
    entries: list[Any] = []
    for row in rows:
        is_raw = type(row) is dict or (isinstance(row, Mapping) and not isinstance(row, entry_class))
        entries.append(make(cast("dict[str, Any]", row)) if is_raw else row)
    return entries


def _maker(entry_class: type[ListEntryT], options: Mapping[str, Any]) -> Callable[[dict[str, Any]], object]:
    """What turns one row into an entry. For the classes here: a copy in C, as lists hold tens of thousands of rows."""
    kind = cast("type[OwnedDictionary[Any]]", entry_class)
    constructor: object = entry_class.__init__
    owned = constructor is OWNED
    if constructor is not PLAIN and not (owned and list(options) == ["client"]):
        return partial(_constructed, entry_class, options)
    settle_in = cast("Callable[[object], None]", getattr(kind, "_settle_in", None))

    def copied(row: dict[str, Any]) -> object:
        entry = new(kind)
        fill(entry, row)
        if has_nested(row):
            settle(entry)
        if owned:
            put(entry, "_client", options["client"])
            settle_in(entry)
        return entry

    return copied


def _constructed(entry_class: Callable[..., object], options: Mapping[str, Any], row: dict[str, Any]) -> object:
    return entry_class(data=row, **options)


# the constructors that a copy stands in for; a subclass with another one is made by it
PLAIN: object = vars(Dictionary)["__init__"]
OWNED: object = vars(OwnedDictionary)["__init__"]
# a write past the rules of attribute dictionaries, for names that they would pass on to `object` anyway
put: Callable[[object, str, object], None] = object.__setattr__
