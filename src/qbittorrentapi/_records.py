"""The plain records and the lists that the client's methods return.

What may enter: a class for each kind of answer. What may not: classes whose methods ask the client (see `_owned`),
endpoints, anything generated (generated faces import this, never the other way round).

Fields are declared (see `_attrdict.item`) for the entries of lists, which come by the thousand and are read by
attribute; other records, and fields that a newer qBittorrent brings, are read without.

`client` is accepted by every list because the interface has it so, and kept by entries that have methods only.
"""

# ruff: noqa: N815 - the fields are spelled as the server spells them

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from ._attrdict import item, nested
from .definitions import Dictionary, JsonValueT, List, ListEntry, ListInputT, home

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@home("qbittorrentapi.app")
class ApplicationPreferencesDictionary(Dictionary[JsonValueT]):
    """Answer of `app/preferences`."""


@home("qbittorrentapi.app")
class BuildInfoDictionary(Dictionary[str | int]):
    """Answer of `app/buildInfo`."""


@home("qbittorrentapi.app")
class ProcessInfoDictionary(Dictionary[str | int]):
    """Answer of `app/processInfo`."""


@home("qbittorrentapi.app")
class APIKeyDictionary(Dictionary[str]):
    """Answer of the endpoints that make or show an API key."""


@home("qbittorrentapi.app")
class Cookie(ListEntry):
    """A cookie that qBittorrent sends when it downloads a torrent file."""

    name: str = item("name")
    domain: str = item("domain")
    path: str = item("path")
    value: str = item("value")
    expirationDate: int = item("expirationDate")


@home("qbittorrentapi.app")
class CookieList(List[Cookie]):
    """Answer of `app/cookies`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, Cookie, client=client)


@home("qbittorrentapi.app")
class NetworkInterface(ListEntry):
    """A network interface of the daemon's machine."""

    name: str = item("name")
    value: str = item("value")


@home("qbittorrentapi.app")
class NetworkInterfaceList(List[NetworkInterface]):
    """Answer of `app/networkInterfaceList`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, NetworkInterface, client=client)


@home("qbittorrentapi.app")
class NetworkInterfaceAddressList(List[str]):
    """Answer of `app/networkInterfaceAddressList`: addresses as text."""

    def __init__(self, list_entries: Iterable[str], client: object | None = None) -> None:
        super().__init__(list_entries, client=client)


@home("qbittorrentapi.app")
class DirectoryContentList(List[str | ListEntry]):
    """Answer of `app/getDirectoryContent`: paths as text, or records if metadata was asked for (5.2+)."""

    def __init__(self, list_entries: Iterable[str | Mapping[str, JsonValueT]], client: object | None = None) -> None:
        super().__init__(list_entries, ListEntry, client=client)


@home("qbittorrentapi.clientdata")
class ClientDataDictionary(Dictionary[JsonValueT]):
    """Answer of `clientdata/load`."""


@home("qbittorrentapi.log")
class LogEntry(ListEntry):
    """A line of the main log."""

    id: int = item("id")
    timestamp: int = item("timestamp")
    type: int = item("type")
    message: str = item("message")


@home("qbittorrentapi.log")
class LogMainList(List[LogEntry]):
    """Answer of `log/main`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, LogEntry, client=client)


@home("qbittorrentapi.log")
class LogPeer(ListEntry):
    """A line of the log of peers."""

    id: int = item("id")
    timestamp: int = item("timestamp")
    ip: str = item("ip")
    blocked: bool = item("blocked")
    reason: str = item("reason")


@home("qbittorrentapi.log")
class LogPeersList(List[LogPeer]):
    """Answer of `log/peers`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, LogPeer, client=client)


@home("qbittorrentapi.rss")
class RSSitemsDictionary(Dictionary[JsonValueT]):
    """Answer of `rss/items`: a tree of folders and feeds."""


@home("qbittorrentapi.rss")
class RSSRulesDictionary(Dictionary[JsonValueT]):
    """Answer of `rss/rules`: rules by name."""


@home("qbittorrentapi.search")
class SearchResultsDictionary(Dictionary[JsonValueT]):
    """Answer of `search/results`."""


@home("qbittorrentapi.search")
class SearchStatus(ListEntry):
    """The state of one search job."""

    id: int = item("id")
    status: str = item("status")
    total: int = item("total")
    pattern: str = item("pattern")
    category: str = item("category")
    plugins: tuple[str, ...] = nested("plugins")


@home("qbittorrentapi.search")
class SearchStatusesList(List[SearchStatus]):
    """Answer of `search/status`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, SearchStatus, client=client)


@home("qbittorrentapi.search")
class SearchCategory(ListEntry):
    """A category that search plugins know, should a server ever send more of it than its name."""


@home("qbittorrentapi.search")
class SearchCategoriesList(List[str]):
    """Answer of `search/categories` (up to 4.2): names as text."""

    def __init__(self, list_entries: Iterable[str] | ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, cast("type[str]", SearchCategory), client=client)


@home("qbittorrentapi.search")
class SearchPlugin(ListEntry):
    """An installed search plugin."""

    name: str = item("name")
    version: str = item("version")
    fullName: str = item("fullName")
    url: str = item("url")
    supportedCategories: tuple[Any, ...] = nested("supportedCategories")  # text before 4.3, since then id and name
    enabled: bool = item("enabled")


@home("qbittorrentapi.search")
class SearchPluginsList(List[SearchPlugin]):
    """Answer of `search/plugins`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, SearchPlugin, client=client)


@home("qbittorrentapi.sync")
class SyncMainDataDictionary(Dictionary[JsonValueT]):
    """Answer of `sync/maindata`, as it came: all of it, or what has changed."""


@home("qbittorrentapi.sync")
class SyncTorrentPeersDictionary(Dictionary[JsonValueT]):
    """Answer of `sync/torrentPeers`, as it came: all of it, or what has changed."""


@home("qbittorrentapi.torrentcreator")
class TaskStatus(Enum):
    """The states of a creator task."""

    FAILED = "Failed"
    QUEUED = "Queued"
    RUNNING = "Running"
    FINISHED = "Finished"


@home("qbittorrentapi.torrentcreator")
class TorrentCreatorTaskStatus(ListEntry):
    """The state of one creator task."""

    taskID: str = item("taskID")
    status: str = item("status")
    progress: int = item("progress")
    sourcePath: str = item("sourcePath")
    torrentFilePath: str = item("torrentFilePath")
    pieceSize: int = item("pieceSize")
    private: bool = item("private")
    format: str = item("format")
    comment: str = item("comment")
    source: str = item("source")
    trackers: tuple[str, ...] = nested("trackers")
    urlSeeds: tuple[str, ...] = nested("urlSeeds")
    timeAdded: str | int = item("timeAdded")  # text before 5.3
    timeStarted: str | int = item("timeStarted")
    timeFinished: str | int = item("timeFinished")
    errorMessage: str = item("errorMessage")
    # the documented name of what the server calls errorMessage
    message: str = item("errorMessage")


@home("qbittorrentapi.torrentcreator")
class TorrentCreatorTaskStatusList(List[TorrentCreatorTaskStatus]):
    """Answer of `torrentcreator/status`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, TorrentCreatorTaskStatus, client=client)


@home("qbittorrentapi.torrents")
class TorrentPropertiesDictionary(Dictionary[JsonValueT]):
    """Answer of `torrents/properties`."""


@home("qbittorrentapi.torrents")
class TorrentLimitsDictionary(Dictionary[JsonValueT]):
    """Speed limits by infohash."""


@home("qbittorrentapi.torrents")
class TorrentCategoriesDictionary(Dictionary[JsonValueT]):
    """Answer of `torrents/categories`: categories by name."""


@home("qbittorrentapi.torrents")
class TorrentsAddPeersDictionary(Dictionary[JsonValueT]):
    """Answer of `torrents/addPeers`: how many were added and how many failed, by infohash."""


@home("qbittorrentapi.torrents")
class TorrentSSLParametersDictionary(Dictionary[str]):
    """Answer of `torrents/SSLParameters`."""


@home("qbittorrentapi.torrents")
class TorrentFile(ListEntry):
    """A file of a torrent. `id` and `index` say its place, whether the server sent it (4.3.5+) or not."""

    id: int = item("id")
    index: int = item("index")
    name: str = item("name")
    size: int = item("size")
    progress: float = item("progress")
    priority: int = item("priority")
    is_seed: bool = item("is_seed")
    piece_range: tuple[int, int] = nested("piece_range")
    availability: float = item("availability")


@home("qbittorrentapi.torrents")
class TorrentFilesList(List[TorrentFile]):
    """Answer of `torrents/files`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, TorrentFile, client=client)
        for place, file in enumerate(self.data):
            if "id" not in file:
                file["id"] = file.setdefault("index", place)
            elif "index" not in file:
                file["index"] = file["id"]


@home("qbittorrentapi.torrents")
class WebSeed(ListEntry):
    """A web seed of a torrent."""

    url: str = item("url")


@home("qbittorrentapi.torrents")
class WebSeedsList(List[WebSeed]):
    """Answer of `torrents/webseeds`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, WebSeed, client=client)


@home("qbittorrentapi.torrents")
class Tracker(ListEntry):
    """A tracker of a torrent."""

    url: str = item("url")
    tier: int = item("tier")
    status: int = item("status")
    updating: bool = item("updating")
    msg: str = item("msg")
    num_peers: int = item("num_peers")
    num_seeds: int = item("num_seeds")
    num_leeches: int = item("num_leeches")
    num_downloaded: int = item("num_downloaded")
    next_announce: int = item("next_announce")
    min_announce: int = item("min_announce")
    endpoints: tuple[Any, ...] = nested("endpoints")


@home("qbittorrentapi.torrents")
class TrackersList(List[Tracker]):
    """Answer of `torrents/trackers`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, Tracker, client=client)


@home("qbittorrentapi.torrents")
class TorrentPieceData(ListEntry):
    """A piece of a torrent, should a server ever send more of it than a number or a text."""


@home("qbittorrentapi.torrents")
class TorrentPieceInfoList(List[Any]):  # numbers or text by the endpoint asked: a union would fit neither's use
    """States, availability or hashes of pieces."""

    def __init__(self, list_entries: Iterable[JsonValueT], client: object | None = None) -> None:
        super().__init__(list_entries, TorrentPieceData, client=client)


@home("qbittorrentapi.torrents")
class Tag(ListEntry):
    """A tag, should a server ever send more of it than its name."""


@home("qbittorrentapi.torrents")
class TagList(List[str]):
    """Answer of `torrents/tags`: names as text."""

    def __init__(self, list_entries: Iterable[str] | ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, cast("type[str]", Tag), client=client)


@home("qbittorrentapi.torrents")
class TorrentMetadataDictionary(ListEntry):
    """What `torrents/fetchMetadata` and `torrents/parseMetadata` say of a torrent."""


@home("qbittorrentapi.torrents")
class TorrentMetadataList(List[TorrentMetadataDictionary]):
    """Answer of `torrents/parseMetadata`."""

    def __init__(self, list_entries: ListInputT, client: object | None = None) -> None:
        super().__init__(list_entries, TorrentMetadataDictionary, client=client)


@home("qbittorrentapi.torrents")
class TorrentsAddedMetadata(Dictionary[Any]):
    """Answer of `torrents/add` since 5.2. Older versions answer a text, and that is what programs compare with: it is
    equal to "Ok." if everything was added or is pending, to "Fails." if nothing was, and to neither in between."""

    def __eq__(self, other: object) -> bool:
        return other == self._verdict() if isinstance(other, str) else super().__eq__(other)

    def __ne__(self, other: object) -> bool:  # dict has its own, in C, which would not ask __eq__
        return not self == other

    def __str__(self) -> str:
        return self._verdict() or repr(self)

    def _verdict(self) -> str | None:
        # a magnet whose metadata is yet to come is pending; up to 5.1 that was "Ok." too
        if not self.get("success_count", 0) + self.get("pending_count", 0):
            return "Fails."
        return None if self.get("failure_count", 0) else "Ok."


@home("qbittorrentapi.transfer")
class TransferInfoDictionary(Dictionary[JsonValueT]):
    """Answer of `transfer/info`."""


@home("qbittorrentapi.transfer")
class TransferSpeedLimitsDictionary(Dictionary[int]):
    """Answer of `transfer/getSpeedLimits`."""
