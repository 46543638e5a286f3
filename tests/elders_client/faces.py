"""Three faces under one handle, and a scripted server with two torrents whose time goes by quickly.

What may enter: making these. What may not: what any of them should do.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

import bencode2
from tests.elders import Elder
from tests.elders.clock import Clock
from tests.elders.cookie import Cookie
from tests.elders.cookie_calls import Session
from tests.live.native.faces import WaitingClient

import qbittorrentapi
from bitharbor.qbittorrent import AsyncClient, Client

By = Callable[[Client], Any]
ByDropIn = Callable[[qbittorrentapi.Client], Any]
Kind = Literal["blocking", "asyncio", "drop-in"]
KINDS: Final[tuple[Kind, ...]] = ("blocking", "asyncio", "drop-in")
NATIVE: Final[tuple[Kind, ...]] = ("blocking", "asyncio")
USER, PASSWORD = "admin", "adminadmin"
STRANGER: Final = "f" * 40
TRACKER: Final = "http://tracker.example/announce?a=1&b=2"


class QuickClock(Clock):
    """Twenty times as fast as ours, so that nobody waits for the servers' caches."""

    def now(self) -> float:
        return time.time() * 20 + self._ahead


def torrent_file(name: str, *sizes: int) -> bytes:
    """A `.torrent` of files of these sizes."""
    pieces = b"\0" * 20 * -(-sum(sizes) // 16384)
    files = [{b"length": size, b"path": [f"{place}.bin".encode()]} for place, size in enumerate(sizes)]
    info: dict[bytes, Any] = {b"name": name.encode(), b"piece length": 16384, b"pieces": pieces, b"files": files}
    return bencode2.bencode({b"announce": TRACKER.encode(), b"creation date": 1_600_000_000, b"info": info})


SHOW: Final = torrent_file("show", 40_000, 20_000)
SECOND: Final = torrent_file("second", 70_000)


@dataclass
class Scene:
    """A server with two torrents, the first one in front of the queue."""

    server: Elder
    first: str = ""
    second: str = ""

    def __post_init__(self) -> None:
        self.first, self.second = self.server.add(SHOW).hash, self.server.add(SECOND).hash

    @property
    def paths(self) -> list[str]:
        """Everything that was asked, in order."""
        return [request.path for request in self.server.requests]

    @property
    def sessions(self) -> dict[str, Session]:
        """Open ones; only servers of cookies have them."""
        assert isinstance(self.server.generation, Cookie)
        return self.server.generation.sessions

    @property
    def lines(self) -> list[str]:
        return [f"{request.method} {request.path}" for request in self.server.requests]

    def bodies(self, path: str) -> list[bytes]:
        return [request.body for request in self.server.requests if request.path == path]


def elder(version: str, language: str = "en") -> Elder:
    return Elder(version, language=language, clock=QuickClock())


def native(kind: Kind, url: str, **options: Any) -> Client:
    """A native client; to tests and checkers both kinds are the blocking one."""
    arguments = (url, options.pop("username", USER), options.pop("password", PASSWORD))
    if kind == "blocking":
        return Client(*arguments, **options)
    return cast("Client", WaitingClient(AsyncClient(*arguments, **options)))


def raw(client: Any, path: str) -> str:
    """What an action answers that is known by its path only."""
    asked = client._loop.run(client._client.raw(path)) if isinstance(client, WaitingClient) else client.raw(path)
    return cast("bytes", asked).decode()


def dropin(url: str, **options: Any) -> qbittorrentapi.Client:
    return qbittorrentapi.Client(
        url,
        username=options.pop("username", USER),
        password=options.pop("password", PASSWORD),
        FORCE_SCHEME_FROM_HOST=True,
        **options,
    )


@dataclass
class Face:
    """One of the three."""

    kind: Kind
    client: Any

    def do(self, by_native: By, by_dropin: ByDropIn) -> Any:
        return by_dropin(self.client) if self.kind == "drop-in" else by_native(self.client)

    @property
    def is_native(self) -> bool:
        return self.kind != "drop-in"


def face(kind: Kind, url: str, **options: Any) -> Face:
    return Face(kind, dropin(url, **options) if kind == "drop-in" else native(kind, url, **options))
