"""Transmission 3.00 and younger: `TransmissionClient` for its own methods, in the language that the daemon speaks.

`names` and `dialects` are the two languages, `flows`, `methods` and `refusals` what decides, `client` what waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import AddedTorrent, TransmissionClient

__all__ = ["AddedTorrent", "TransmissionClient"]


def __getattr__(name: str) -> object:
    """Load the client when it is asked for: what decides is imported without it."""
    if name in __all__:
        from . import client

        return getattr(client, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
