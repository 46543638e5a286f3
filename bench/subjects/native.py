"""The native faces, blocking and asynchronous."""

from __future__ import annotations

from typing import Any

from bench.account import PASSWORD, USER


class Native:
    """Either face: the asynchronous one has the same methods, and returns awaitables."""

    reading = "t.name"

    def __init__(self, client: Any) -> None:  # both faces, which have no common class
        self._client = client
        self.version = client.app.version
        self.torrents = client.torrents.info
        self.close = client.close

    def stop(self) -> object:
        return self._client.torrents.stop("all")

    def delta(self) -> object:
        return self._client.sync.maindata(1)


def connect(url: str) -> Native:
    """The blocking face."""
    from bitharbor.qbittorrent import Client

    return Native(Client(url, USER, PASSWORD))


async def connect_async(url: str) -> Native:
    """The asynchronous face."""
    from bitharbor.qbittorrent import AsyncClient

    return Native(AsyncClient(url, USER, PASSWORD))
