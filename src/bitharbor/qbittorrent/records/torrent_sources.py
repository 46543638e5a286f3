"""Where a torrent gets its data from: trackers, web seeds, peers that were added."""

from __future__ import annotations

from .base import Record


class TrackerEndpoint(Record, kw_only=True):
    """One local address that announces to a tracker."""

    bt_version: int
    """1 for the v1 infohash, 2 for the v2 one; since 5.2.0"""
    min_announce: int
    """Earliest announce that the tracker allows [Unix s]; since 5.2.0"""
    msg: str
    """Last message; since 5.2.0"""
    name: str
    """Local address; since 5.2.0"""
    next_announce: int
    """Next announce [Unix s]; since 5.2.0"""
    num_downloaded: int
    """Completed downloads reported, -1 unknown; since 5.2.0"""
    num_leeches: int
    """Leechers reported, -1 unknown; since 5.2.0"""
    num_peers: int
    """Peers reported, -1 unknown; since 5.2.0"""
    num_seeds: int
    """Seeds reported, -1 unknown; since 5.2.0"""
    status: int
    """As `Tracker.status`; since 5.2.0"""
    updating: bool
    """An announce is under way; since 5.2.0"""


class Tracker(Record, kw_only=True):
    """One tracker. The first three rows of a torrent stand for DHT, PeX and LSD (4.1.5 and younger)."""

    endpoints: list[TrackerEndpoint] | None = None
    """One row per local address and protocol; since 5.2.0"""
    min_announce: int | None = None
    """Earliest announce that the tracker allows [Unix s]; since 5.2.0"""
    msg: str
    """Last message; since 4.1.0"""
    next_announce: int | None = None
    """Next announce [Unix s]; since 5.2.0"""
    num_downloaded: int | None = None
    """Completed downloads reported, -1 unknown; since 4.1.5"""
    num_leeches: int | None = None
    """Leechers reported, -1 unknown; since 4.1.5"""
    num_peers: int
    """Peers reported, -1 unknown; since 4.1.0"""
    num_seeds: int | None = None
    """Seeds reported, -1 unknown; since 4.1.5"""
    status: int | str
    """0 off, 1 not contacted yet, 2 working, 3 updating (gone in 5.2), 4 not working, 5 tracker error, 6 unreachable (both
    since 5.2, 4 before); a word in the daemon's language before 4.1.5; since 4.1.0"""
    tier: int | str | None = None
    """Tier; of DHT, PeX and LSD -1, before 4.4 an empty text; since 4.1.5"""
    updating: bool | None = None
    """An announce is under way, which was `status` 3 before 5.2; since 5.2.0"""
    url: str
    """Address, or "** [DHT] **", "** [PeX] **", "** [LSD] **"; since 4.1.0"""


class WebSeed(Record, kw_only=True):
    """One web seed."""

    url: str
    """Address; since 4.1.0"""


class PeersAdded(Record, kw_only=True):
    """What came of adding peers to one torrent."""

    added: int
    """Peers that the daemon will try; since 4.2.0"""
    failed: int
    """Peers that it could not read or did not take; since 4.2.0"""
