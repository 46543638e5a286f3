"""Figures and limits of the whole session."""

from __future__ import annotations

from .base import Record


class TransferInfo(Record, kw_only=True):
    """Rates and amounts of the session."""

    dl_info_speed: int
    """Download rate [bytes/s]; since 4.1.0"""
    dl_info_data: int
    """Downloaded since the start [bytes]; since 4.1.0"""
    up_info_speed: int
    """Upload rate [bytes/s]; since 4.1.0"""
    up_info_data: int
    """Uploaded since the start [bytes]; since 4.1.0"""
    dl_rate_limit: int
    """Download limit in force, 0 none [bytes/s]; since 4.1.0"""
    up_rate_limit: int
    """Upload limit in force, 0 none [bytes/s]; since 4.1.0"""
    dht_nodes: int
    """DHT nodes; since 4.1.0"""
    connection_status: str
    """`connected`, `firewalled` or `disconnected`; since 4.1.0"""
    last_external_address_v4: str | None = None
    """External IPv4; since 5.1.0"""
    last_external_address_v6: str | None = None
    """External IPv6; since 5.1.0"""


class SpeedLimits(Record, kw_only=True):
    """The four limits of the session."""

    up_limit: int
    """Upload limit, 0 none [bytes/s]; since 5.3.0"""
    dl_limit: int
    """Download limit, 0 none [bytes/s]; since 5.3.0"""
    alt_up_limit: int
    """Alternative upload limit, 0 none [bytes/s]; since 5.3.0"""
    alt_dl_limit: int
    """Alternative download limit, 0 none [bytes/s]; since 5.3.0"""
