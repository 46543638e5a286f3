"""Peers of a torrent."""

from __future__ import annotations

from ...model.json import Json
from .base import Record


class Peer(Record, kw_only=True):
    """A peer of a torrent. In a difference only what changed is there."""

    address: str | None = None
    """Its key in the answer: `ip:port`, `[ip]:port` for IPv6 since 4.3.1 (no brackets before), or an I2P destination;
    since 4.1.0"""
    client: str | None = None
    """Client name; since 4.1.0"""
    connection: str | None = None
    """`BT`, `uTP` or `Web`; since 4.1.0"""
    contribution: float | None = None
    """What we sent to it, by what it has; since 5.3.0"""
    country: str | None = None
    """Name of its country in the daemon's language; since 4.1.0"""
    country_code: str | None = None
    """Code of its country in lower case, None where countries are not looked up; since 4.1.0"""
    dl_speed: int | None = None
    """Rate at which it sends to us [bytes/s]; since 4.1.0"""
    downloaded: int | None = None
    """Had from it [bytes]; since 4.1.0"""
    files: str | None = None
    """Files of the piece that it is sending, one a line; since 4.4.0 absent without metadata; since 4.1.0"""
    flags: str | None = None
    """Flag letters separated by spaces; since 4.1.0"""
    flags_desc: str | None = None
    """Localised explanation, one per line; since 4.1.0"""
    host_name: str | None = None
    """Reverse DNS name; empty when off or unresolved; since 5.2.0"""
    i2p_dest: str | None = None
    """I2P destination, only for I2P peers; since 5.2.0"""
    ip: str | None = None
    """Address; absent for I2P; since 4.1.0"""
    peer_id_client: str | None = None
    """Client part of the peer id; since 4.5.0"""
    port: int | None = None
    """Port; absent for I2P; since 4.1.0"""
    progress: float | None = None
    """Progress [0..1]; since 4.1.0"""
    relevance: float | None = None
    """Share of our missing pieces the peer has [0..1]; since 4.1.0"""
    up_speed: int | None = None
    """Rate at which we send to it [bytes/s]; since 4.1.0"""
    uploaded: int | None = None
    """Sent to it [bytes]; since 4.1.0"""


class TorrentPeers(Record, kw_only=True):
    """One answer of sync/torrentPeers: rows hold only the keys that changed, except after a full update."""

    rid: int
    """Number of this answer, to be sent with the next question about the same torrent; since 4.1.0"""
    full_update: bool = False
    """Everything that was known before is void; since 4.1.0"""
    show_flags: bool | None = None
    """Countries are looked up; since 4.1.0"""
    peers: dict[str, dict[str, Json]] | None = None
    """Address -> changed keys of `Peer`, without `address`; since 4.1.0"""
    peers_removed: list[str] | None = None
    """Addresses of peers that are gone; since 4.1.0"""
