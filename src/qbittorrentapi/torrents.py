"""What programs import for torrents; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import (
    TorrentCategories,
    TorrentDictionary,
    TorrentInfoList,
    Torrents,
    TorrentsAPIMixIn,
    TorrentTags,
)
from ._records import (
    Tag,
    TagList,
    TorrentCategoriesDictionary,
    TorrentFile,
    TorrentFilesList,
    TorrentLimitsDictionary,
    TorrentMetadataDictionary,
    TorrentMetadataList,
    TorrentPieceData,
    TorrentPieceInfoList,
    TorrentPropertiesDictionary,
    TorrentsAddedMetadata,
    TorrentsAddPeersDictionary,
    TorrentSSLParametersDictionary,
    Tracker,
    TrackersList,
    WebSeed,
    WebSeedsList,
)
from .definitions import TorrentFilesT, TorrentStatusesT

__all__ = [
    "Tag",
    "TagList",
    "TorrentCategories",
    "TorrentCategoriesDictionary",
    "TorrentDictionary",
    "TorrentFile",
    "TorrentFilesList",
    "TorrentFilesT",
    "TorrentInfoList",
    "TorrentLimitsDictionary",
    "TorrentMetadataDictionary",
    "TorrentMetadataList",
    "TorrentPieceData",
    "TorrentPieceInfoList",
    "TorrentPropertiesDictionary",
    "TorrentSSLParametersDictionary",
    "TorrentStatusesT",
    "TorrentTags",
    "Torrents",
    "TorrentsAPIMixIn",
    "TorrentsAddPeersDictionary",
    "TorrentsAddedMetadata",
    "Tracker",
    "TrackersList",
    "WebSeed",
    "WebSeedsList",
]
