"""rTorrent 0.9 and younger, over SCGI (TCP or unix socket) or over HTTP behind a web server: `RtorrentClient`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import RtorrentClient

__all__ = ["RtorrentClient"]


def __getattr__(name: str) -> object:
    """Load the client when it is asked for: what decides is imported without it."""
    if name == "RtorrentClient":
        from .client import RtorrentClient

        return RtorrentClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
