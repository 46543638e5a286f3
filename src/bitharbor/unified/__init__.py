"""One asynchronous API over Deluge, qBittorrent, rTorrent and Transmission: `connect` gives a `TorrentClient`.

Here: the words, units and states in which all daemons are spoken of (`records`), what an adapter must offer (`adapter`), what is
alike for all of them (`client`), and how one is found by its address (`registry`). No protocol: those are the daemons' own rooms.
"""

from __future__ import annotations

from .adapter import Place
from .blocking import Blocking, connect_blocking
from .capabilities import Capability
from .client import TorrentClient
from .outcome import Fate, Item, Outcome
from .records import FIELDS, Peer, Priority, SessionInfo, State, Torrent, TorrentFile, Tracker, TrackerState
from .registry import api, client_names, connect
from .status import ConnectionStatus

__all__ = [
    "FIELDS",
    "Blocking",
    "Capability",
    "ConnectionStatus",
    "Fate",
    "Item",
    "Outcome",
    "Peer",
    "Place",
    "Priority",
    "SessionInfo",
    "State",
    "Torrent",
    "TorrentClient",
    "TorrentFile",
    "Tracker",
    "TrackerState",
    "api",
    "client_names",
    "connect",
    "connect_blocking",
]
