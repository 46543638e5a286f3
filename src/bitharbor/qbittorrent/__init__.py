"""qBittorrent's Web API. `Client` blocks, `AsyncClient` runs on asyncio; importing one loads one HTTP library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .aio import AsyncClient
    from .client import Client
    from .delta import Snapshot, merge
    from .records import Added, Category, MainData, ServerState, Torrent

__all__ = ["Added", "AsyncClient", "Category", "Client", "MainData", "ServerState", "Snapshot", "Torrent", "merge"]

_HOMES = {
    "Client": "client",
    "AsyncClient": "aio",
    "Snapshot": "delta",
    "merge": "delta",
    "Added": "records",
    "Category": "records",
    "MainData": "records",
    "ServerState": "records",
    "Torrent": "records",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{home}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
