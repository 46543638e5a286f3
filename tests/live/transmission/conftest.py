"""Transmission of three lines: one of each is shared by the tests of one process, and emptied after each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.harness import matrix
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import had

from bitharbor.transmission.client import TransmissionClient
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.registry import connect

T = TypeVar("T")

NAMES = [row.name for row in matrix.ROWS if row.family is matrix.Family.TRANSMISSION]
LINES = [pytest.param(name, id=name, marks=pytest.mark.xdist_group(name)) for name in NAMES]


def unified(daemon: Daemon, *, url: str = "", **options: Any) -> TorrentClient:
    """The unified client of a daemon, at its own URL or another way to it."""
    given: dict[str, Any] = {"username": daemon.user, "password": daemon.password, **options}
    return connect(f"transmission+{url or daemon.url}", **given)


def native(daemon: Daemon, **options: Any) -> TransmissionClient:
    """The native client of a daemon."""
    given: dict[str, Any] = {"username": daemon.user, "password": daemon.password, **options}
    return TransmissionClient(daemon.url, **given)


def tell(daemon: Daemon, story: Callable[[TorrentClient], Awaitable[T]]) -> T:
    """Run a story with a unified client of its own."""

    async def whole() -> T:
        async with unified(daemon) as client:
            return await story(client)

    return asyncio.run(whole())


def tell_native(daemon: Daemon, story: Callable[[TransmissionClient], Awaitable[T]], **options: Any) -> T:
    """Run a story with a native client of its own."""

    async def whole() -> T:
        async with native(daemon, **options) as client:
            return await story(client)

    return asyncio.run(whole())


async def empty(client: TransmissionClient) -> None:
    """Remove all torrents, and lift the limits."""
    if ids := [one.hash_string or "" for one in await client.torrent_get(["hash_string"])]:
        await client.order("torrent_remove", ids)
    await client.session_set(speed_limit_down_enabled=False, speed_limit_up_enabled=False, alt_speed_enabled=False)


@pytest.fixture(scope="session", params=LINES)
def running(request: pytest.FixtureRequest, fleet: Fleet) -> Daemon:
    """A Transmission of each line in turn."""
    return had(lambda: fleet.shared(request.param))


@pytest.fixture
def transmission(running: Daemon) -> Iterator[Daemon]:
    """The same, without torrents before and after the test."""
    yield running
    tell_native(running, empty)


@pytest.fixture(params=LINES)
def own_transmission(request: pytest.FixtureRequest, fleet: Fleet) -> Iterator[Daemon]:
    """A Transmission for this test only, to be killed or spoiled."""
    with had(lambda: fleet.own(request.param)) as daemon:
        yield daemon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the daemon may write to, for this test only."""
    return tmp_path / "elsewhere"
