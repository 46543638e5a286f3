"""Lines of the two logs."""

from __future__ import annotations

from .base import Record


class LogMessage(Record, kw_only=True):
    """A line of the main log."""

    id: int
    """Number, from 0 at the start of the daemon; since 4.1.0"""
    message: str
    """Text in the daemon's language, escaped as HTML before 4.2.4; since 4.1.0"""
    timestamp: float
    """Time, with milliseconds from a daemon before 4.5 [Unix s]; since 4.1.0"""
    type: int
    """1 normal, 2 information, 4 warning, 8 critical; since 4.1.0"""


class LogPeer(Record, kw_only=True):
    """A peer that was banned or blocked."""

    blocked: bool
    """Blocked by a filter; else banned; since 4.1.0"""
    id: int
    """Number, from 0; since 4.1.0"""
    ip: str
    """Address; since 4.1.0"""
    reason: str
    """Reason; since 4.1.0"""
    timestamp: float
    """Time, with milliseconds from a daemon before 4.5 [Unix s]; since 4.1.0"""
