"""rTorrent of both lines, over TCP and over a unix socket, shared by the tests of one process and emptied after each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import had

from bitharbor.rtorrent.client import RtorrentClient
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.registry import connect

T = TypeVar("T")

LINES = ("rtorrent-0.9", "rtorrent-newest")
WAYS = [
    pytest.param((line, has_socket), id=f"{line}-{'unix' if has_socket else 'tcp'}", marks=pytest.mark.xdist_group(line))
    for line in LINES
    for has_socket in (False, True)
]


def unified(daemon: Daemon, timeout: float = 60.0) -> TorrentClient:
    """The unified client of a daemon."""
    return connect(f"rtorrent+{daemon.url.replace('scgi+unix:', 'unix:')}", timeout=timeout)


def native(daemon: Daemon) -> RtorrentClient:
    """The native client of a daemon."""
    return RtorrentClient(daemon.url)


def tell(daemon: Daemon, story: Callable[[TorrentClient], Awaitable[T]]) -> T:
    """Run a story with a unified client of its own."""

    async def whole() -> T:
        async with unified(daemon) as client:
            return await story(client)

    return asyncio.run(whole())


def tell_native(daemon: Daemon, story: Callable[[RtorrentClient], Awaitable[T]]) -> T:
    """Run a story with a native client of its own."""

    async def whole() -> T:
        async with native(daemon) as client:
            return await story(client)

    return asyncio.run(whole())


async def empty(client: RtorrentClient) -> None:
    """Remove all torrents, and lift the limits."""
    for infohash in await listed(client):
        await client.call("d.erase", infohash)
    for way in ("down", "up"):
        await client.call(f"throttle.global_{way}.max_rate.set", "", 0)


async def listed(client: RtorrentClient) -> list[str]:
    """The infohashes of all torrents."""
    found = await client.call("download_list", "")
    assert isinstance(found, list)
    return [str(one) for one in found]


@pytest.fixture(scope="session", params=WAYS)
def running(request: pytest.FixtureRequest, fleet: Fleet) -> Iterator[Daemon]:
    """An rTorrent of each line, reached in each way."""
    line, has_socket = request.param
    if has_socket:
        with had(lambda: fleet.own(line, unix_socket=True)) as own:
            yield own
    else:
        yield had(lambda: fleet.shared(line))


@pytest.fixture
def rtorrent(running: Daemon) -> Iterator[Daemon]:
    """The same, without torrents before and after the test."""
    yield running
    if running.is_running:
        tell_native(running, empty)


@pytest.fixture(params=[pytest.param(line, id=line, marks=pytest.mark.xdist_group(line)) for line in LINES])
def own_rtorrent(request: pytest.FixtureRequest, fleet: Fleet) -> Iterator[Daemon]:
    """An rTorrent for this test only, to be killed or spoiled."""
    with had(lambda: fleet.own(request.param)) as daemon:
        yield daemon


@pytest.fixture
def folder(rtorrent: Daemon, tmp_path: Path) -> Path:
    """A folder that the daemon may write to, for this test only."""
    return tmp_path / "elsewhere"
