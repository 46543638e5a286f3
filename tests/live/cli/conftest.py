"""The command and the daemons that it steers: the newest of each kind, for the tests of this folder only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.conformance.members import address_of
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.cli.calling import Btclient
from tests.live.conftest import had
from tests.live.content import Made, make, wait_until

from bitharbor import TorrentClient, connect
from bitharbor.cli.verbs import CLIENTS
from bitharbor.unified import State

T = TypeVar("T")

NEWEST = [
    pytest.param(f"{kind}-newest", id=f"{kind}-newest", marks=pytest.mark.xdist_group(f"{kind}-newest")) for kind in CLIENTS
]


@dataclass(frozen=True)
class Steered:
    """A daemon that the command steers."""

    kind: str
    daemon: Daemon

    @property
    def url(self) -> str:
        """Its address for daily use, with credentials."""
        return address_of(self.daemon)

    @property
    def place(self) -> str:
        """Its address for the documented form, which names the kind beside."""
        return self.url.partition("://")[2]

    def ask(self, question: Callable[[TorrentClient], Coroutine[Any, Any, T]]) -> T:
        """Ask it by the library."""

        async def go() -> T:
            async with connect(self.url) as client:
                return await question(client)

        return asyncio.run(go())

    def state(self, made: Made) -> State:
        """What one of its torrents is doing."""
        return self.ask(lambda client: client.torrent(made.torrent_hash)).state

    def infohashes(self) -> set[str]:
        """What it has."""
        return set(self.ask(lambda client: client.infohashes()))

    def clear(self) -> None:
        """Remove all torrents, without their data."""
        if left := self.infohashes():
            self.ask(lambda client: client.remove(*left)).check()


@pytest.fixture(scope="session")
def daemons(fleet: Fleet) -> Callable[[str], Daemon]:
    """Daemons of this folder's own, one of a row."""
    known: dict[str, Daemon] = {}

    def of(name: str) -> Daemon:
        if name not in known:
            known[name] = had(lambda: fleet.own(name))
        return known[name]

    return of


def steered_of(daemon: Daemon) -> Iterator[Steered]:
    """A daemon without torrents, before and after."""
    steered = Steered(daemon.name.partition("-")[0], daemon)
    steered.clear()
    yield steered
    steered.clear()


@pytest.fixture(params=NEWEST)
def steered(request: pytest.FixtureRequest, daemons: Callable[[str], Daemon]) -> Iterator[Steered]:
    """The newest daemon of each kind in turn, without torrents."""
    yield from steered_of(daemons(request.param))


@pytest.fixture(params=NEWEST[1:2])
def qbittorrent(request: pytest.FixtureRequest, daemons: Callable[[str], Daemon]) -> Iterator[Steered]:
    """The newest qBittorrent, for what is alike on all daemons."""
    yield from steered_of(daemons(request.param))


@pytest.fixture
def btclient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Btclient:
    return Btclient(tmp_path / "config", monkeypatch, capsys)


@pytest.fixture
def lake(tmp_path: Path) -> Made:
    """A torrent with its content; the `.torrent` lies beside."""
    return written(make(tmp_path / "data", "lake.jpg"))


@pytest.fixture
def film(tmp_path: Path) -> Made:
    """Another one."""
    return written(make(tmp_path / "data", "film.mkv", 200_000))


def written(made: Made) -> Made:
    """With its `.torrent` on the disk."""
    path_of(made).write_bytes(made.torrent)
    return made


def path_of(made: Made) -> Path:
    """Where its `.torrent` is."""
    return made.folder / f"{made.name}.torrent"


@pytest.fixture
def seeding(steered: Steered, lake: Made, film: Made) -> Steered:
    """The daemon seeds both."""
    return with_both(steered, lake, film)


@pytest.fixture
def qbittorrent_seeding(qbittorrent: Steered, lake: Made, film: Made) -> Steered:
    """qBittorrent seeds both."""
    return with_both(qbittorrent, lake, film)


def with_both(steered: Steered, *both: Made) -> Steered:
    """Add them, and wait until they are seeded."""
    for made in both:
        steered.ask(lambda client, made=made: client.add(made.torrent, location=str(made.folder))).check()  # type: ignore[misc]  # a lambda with a default
    for made in both:
        wait_until(lambda made=made: steered.state(made) is State.SEEDING, "seeding")  # type: ignore[misc]  # the same
    return steered
