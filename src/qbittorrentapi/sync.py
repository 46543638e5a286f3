"""What programs import for deltas; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import Sync, SyncAPIMixIn
from ._records import SyncMainDataDictionary, SyncTorrentPeersDictionary

__all__ = [
    "Sync",
    "SyncAPIMixIn",
    "SyncMainDataDictionary",
    "SyncTorrentPeersDictionary",
]
