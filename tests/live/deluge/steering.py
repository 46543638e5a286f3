"""Clients for tests on Deluge daemons, and running coroutines as tests."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ParamSpec

from tests.harness.daemon import Daemon
from tests.live.content import PATIENCE, Made, make

from bitharbor.deluge import DelugeClient
from bitharbor.unified.adapters.deluge import DelugeAdapter
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.records import Torrent

P = ParamSpec("P")


def on_a_loop(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Run a coroutine function as a test, on an event loop of its own."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


def new_client(daemon: Daemon, **options: Any) -> DelugeClient:
    """A client of a daemon."""
    given: dict[str, Any] = {"username": daemon.user, "password": daemon.password, **options}
    return DelugeClient("127.0.0.1", daemon.port, **given)


@asynccontextmanager
async def steering(daemon: Daemon) -> AsyncGenerator[TorrentClient]:
    """The unified client of a daemon; at its end the daemon has no torrents."""
    client = TorrentClient(DelugeAdapter(new_client(daemon)))
    await client.connect()
    try:
        yield client
        for infohash in await client.infohashes():
            (await client.remove(infohash, with_data=True)).check()
    finally:
        await client.disconnect()


def content(daemon: Daemon, name: str, size: int = 100_000) -> Made:
    """A torrent whose data lies where the daemon downloads to."""
    return make(daemon.downloads, name, size)


async def added(client: TorrentClient, made: Made, **options: Any) -> str:
    """Add it; its infohash."""
    outcome = (await client.add(made.torrent, **options)).check()
    assert outcome.done == [made.torrent_hash]
    return made.torrent_hash


async def until(look: Callable[[], Awaitable[bool]], what: str) -> None:
    """Look until it is so: daemons act in their own time."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not await look():  # noqa: ASYNC110 - the daemon gives no other sign
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"waited {PATIENCE:.0f} s in vain for: {what}") from None


async def until_torrent(client: TorrentClient, infohash: str, is_so: Callable[[Torrent], bool], what: str) -> Torrent:
    """Look until a torrent is so."""
    found: list[Torrent] = []

    async def look() -> bool:
        found[:] = [await client.torrent(infohash)]
        return is_so(found[0])

    await until(look, what)
    return found[0]


def folder(daemon: Daemon, name: str) -> Path:
    """A folder where the daemon may write."""
    path = daemon.profile / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def into(heard: list[object]) -> Callable[[str, object], None]:
    """A handler of changed settings that keeps their new values."""

    def hear(key: str, value: object) -> None:
        heard.append(value)

    return hear
