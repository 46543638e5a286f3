"""What programs import for deltas; nothing is defined here."""

from __future__ import annotations

from ._records import SyncMainDataDictionary, SyncTorrentPeersDictionary

__all__ = ["SyncMainDataDictionary", "SyncTorrentPeersDictionary"]
