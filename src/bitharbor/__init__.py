"""One library to steer BitTorrent daemons from Python.

`connect` and `api` give one asynchronous client for every daemon, `connect_blocking` one for threads;
`bitharbor.qbittorrent` has clients for all of qBittorrent's Web API. Importing this loads nothing
further: names are looked up when they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .unified import TorrentClient, api, client_names, connect, connect_blocking

__version__ = "0.1.0.dev0"

__all__ = ["TorrentClient", "__version__", "api", "client_names", "connect", "connect_blocking"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module(".unified", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
