"""The PyPI package aioqbt."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from bench.account import PASSWORD, USER


class Aioqbt:
    """Its client."""

    reading = "t.name"

    def __init__(self, client: Any) -> None:  # the package is not in the environment where types are checked
        self._client = client
        self.version = client.app.version
        self.torrents = client.torrents.info
        self.close = client.close

    def stop(self) -> object:
        return self._client.torrents.stop("all")

    def delta(self) -> object:
        return self._client.sync.maindata(1)


async def connect(url: str) -> Aioqbt:
    """A subject for the worker."""
    # it keeps its session in aiohttp's cookie jar, which takes no cookies from hosts that are IP addresses
    place = url.replace("127.0.0.1", "localhost")
    client = await import_module("aioqbt.client").create_client(f"{place}/api/v2/", USER, PASSWORD)
    return Aioqbt(client)
