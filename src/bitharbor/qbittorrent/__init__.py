"""qBittorrent's Web API. `Client` blocks, `AsyncClient` runs on asyncio; importing one loads one HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import records
from .delta import Snapshot, merge
from .records import *  # noqa: F403 - its `__all__` is the list of all answers, and a part of ours

if TYPE_CHECKING:
    from .aio import AsyncClient
    from .client import Client

__all__: list[str] = ["AsyncClient", "Client", "Snapshot", "merge"]
__all__ += records.__all__


def __getattr__(name: str) -> object:
    """Load a client, and its HTTP library, when it is asked for."""
    if name == "Client":
        from .client import Client

        return Client
    if name == "AsyncClient":
        from .aio import AsyncClient

        return AsyncClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
