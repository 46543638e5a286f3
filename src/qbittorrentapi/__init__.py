"""qBittorrent's Web API under the names that programs know. The work is done by `bitharbor.qbittorrent`."""

from __future__ import annotations

from ._generated.faces import AppAPIMixIn, AuthAPIMixIn, SyncAPIMixIn, TorrentDictionary, TorrentInfoList, TorrentsAPIMixIn
from ._records import SyncMainDataDictionary, TorrentsAddedMetadata
from ._version_support import Version
from .client import Client
from .definitions import APINames, TorrentState, TorrentStates, TrackerStatus
from .exceptions import *
from .exceptions import __all__ as _exceptions

__all__ = [
    "APINames",
    "AppAPIMixIn",
    "AuthAPIMixIn",
    "Client",
    "SyncAPIMixIn",
    "SyncMainDataDictionary",
    "TorrentDictionary",
    "TorrentInfoList",
    "TorrentState",
    "TorrentStates",
    "TorrentsAPIMixIn",
    "TorrentsAddedMetadata",
    "TrackerStatus",
    "Version",
    *_exceptions,
]
