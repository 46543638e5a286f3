"""qBittorrent's Web API. `Client` blocks, `AsyncClient` runs on asyncio; importing one loads one HTTP library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .aio import AsyncClient
    from .client import Client
    from .delta import Snapshot, merge
    from .records import (
        Added,
        AddedItem,
        BuildInfo,
        Category,
        Cookie,
        CreatorTask,
        DirectoryEntry,
        LogMessage,
        LogPeer,
        MainData,
        MetadataFile,
        MetadataInfo,
        MetadataTracker,
        NetworkInterface,
        Peer,
        PeersAdded,
        Preferences,
        ProcessInfo,
        Record,
        RssArticle,
        RssFeed,
        RssFolder,
        RssRule,
        RssTorrentParams,
        SearchCategory,
        SearchPlugin,
        SearchResult,
        SearchResults,
        SearchStatus,
        ServerState,
        SpeedLimits,
        SslParameters,
        Torrent,
        TorrentFile,
        TorrentMetadata,
        TorrentPeers,
        TorrentProperties,
        Tracker,
        TrackerEndpoint,
        TransferInfo,
        WebSeed,
    )

__all__ = [
    "Added",
    "AddedItem",
    "AsyncClient",
    "BuildInfo",
    "Category",
    "Client",
    "Cookie",
    "CreatorTask",
    "DirectoryEntry",
    "LogMessage",
    "LogPeer",
    "MainData",
    "MetadataFile",
    "MetadataInfo",
    "MetadataTracker",
    "NetworkInterface",
    "Peer",
    "PeersAdded",
    "Preferences",
    "ProcessInfo",
    "Record",
    "RssArticle",
    "RssFeed",
    "RssFolder",
    "RssRule",
    "RssTorrentParams",
    "SearchCategory",
    "SearchPlugin",
    "SearchResult",
    "SearchResults",
    "SearchStatus",
    "ServerState",
    "Snapshot",
    "SpeedLimits",
    "SslParameters",
    "Torrent",
    "TorrentFile",
    "TorrentMetadata",
    "TorrentPeers",
    "TorrentProperties",
    "Tracker",
    "TrackerEndpoint",
    "TransferInfo",
    "WebSeed",
    "merge",
]

_HOMES = {"Client": "client", "AsyncClient": "aio", "Snapshot": "delta", "merge": "delta"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES.get(name, 'records')}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
