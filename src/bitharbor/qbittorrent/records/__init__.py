"""Typed answers. Fields are named as on the wire (or as pythonic words where it writes camelCase) and say unit and first version.

Fields that every daemon with /api/v2 sends are required; younger and occasional ones are None where a daemon does not send them.
The generation before 4.1 sends fewer: there, too, what is missing is None.
"""

from __future__ import annotations

from .adding import Added, AddedItem, AddState, AddTally
from .app import BuildInfo, Cookie, DirectoryEntry, NetworkInterface, ProcessInfo
from .base import Record
from .creator import CreatorTask
from .log import LogMessage, LogPeer
from .peers import Peer, TorrentPeers
from .preferences import Preferences
from .rss import RssArticle, RssFeed, RssFolder, RssRule, RssTorrentParams
from .search import SearchCategory, SearchPlugin, SearchResult, SearchResults, SearchStatus
from .sync import Category, MainData, ServerState
from .torrent_details import (
    MetadataFile,
    MetadataInfo,
    MetadataTracker,
    SslParameters,
    TorrentFile,
    TorrentMetadata,
    TorrentProperties,
)
from .torrent_sources import PeersAdded, Tracker, TrackerEndpoint, WebSeed
from .torrents import Torrent
from .transfer import SpeedLimits, TransferInfo

__all__ = [
    "AddState",
    "AddTally",
    "Added",
    "AddedItem",
    "BuildInfo",
    "Category",
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
]
