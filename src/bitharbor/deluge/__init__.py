"""Deluge 2.0 and younger: `DelugeClient` for its daemon's methods and events.

`rencode` and `framing` are the bytes, `effects`, `flows` and `refusals` what decides, `client` what waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..wire.messages import Event
from .listening import Gap, Listener

if TYPE_CHECKING:
    from .client import DelugeClient

__all__ = ["DelugeClient", "Event", "Gap", "Listener"]


def __getattr__(name: str) -> object:
    """Load the client when it is asked for: what decides is imported without it."""
    if name == "DelugeClient":
        from .client import DelugeClient

        return DelugeClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
