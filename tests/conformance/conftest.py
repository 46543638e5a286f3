"""Fixtures of the suite that every daemon of every version passes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import pytest
from tests.conformance.members import MEMBERS, UNIX, WEB, Member, member_of
from tests.conformance.tally import PROPERTY
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import had
from tests.live.content import Made, make
from tests.live.rtorrent.relay import PASSWORD, USER, web_server

from bitharbor.unified import State

# tests of one daemon on one worker
PARAMS = [pytest.param(name, id=name, marks=pytest.mark.xdist_group(name)) for name in MEMBERS]


class Adding(Protocol):
    """Adds a torrent whose content lies there, and gives it once the daemon is through with checking it."""

    def __call__(self, name: str = "content.bin", *, size: int = 100_000, is_complete: bool = True) -> Made: ...


class Starting(Protocol):
    """Starts a daemon for one test only."""

    def __call__(self, like: Member) -> Member: ...


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="session")
def fleet() -> Iterator[Fleet]:
    with Fleet(f"conformance-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}") as fleet:
        yield fleet


def started(fleet: Fleet, name: str, *, is_own: bool = False) -> Daemon:
    """The daemon of a member."""
    row = name.removesuffix(UNIX).removesuffix(WEB)
    if name.endswith(UNIX):
        return had(lambda: fleet.own(row, unix_socket=True))
    return had(lambda: fleet.own(row) if is_own else fleet.shared(row))


@contextmanager
def standing(name: str, daemon: Daemon, runner: asyncio.Runner) -> Generator[Member]:
    """A member of a daemon that runs, with what stands before it."""
    with ExitStack() as stack:
        address = None
        if name.endswith(WEB):
            server = web_server(daemon)
            place = runner.run(server.__aenter__())
            stack.callback(lambda: runner.run(server.__aexit__(None, None, None)))
            address = f"rtorrent+http://{USER}:{quote(PASSWORD, safe='')}@{place}"
        member = member_of(name, daemon, runner, address)
        stack.callback(lambda: member.steer(member.client.disconnect()))
        yield member


@pytest.fixture(scope="session", params=PARAMS)
def shared_member(request: pytest.FixtureRequest, fleet: Fleet, runner: asyncio.Runner) -> Iterator[Member]:
    """A daemon of each line in turn."""
    daemon = started(fleet, request.param)
    with standing(request.param, daemon, runner) as member:
        yield member
    if request.param.endswith(UNIX):
        daemon.stop()


@pytest.fixture
def member(shared_member: Member, request: pytest.FixtureRequest) -> Iterator[Member]:
    """The daemon, without torrents before and after."""
    member = shared_member
    member.has_refused = False
    left = member.steer(member.client.infohashes())
    assert not left, "a test before this one left torrents behind"
    yield member
    if left := member.steer(member.client.infohashes()):
        member.steer(member.client.remove(*left)).check()
    if marker := request.node.get_closest_marker("operation"):
        member.steer(member.client.connect())
        cell = (marker.args[0], member.name, member.client.version, member.has_refused)
        request.node.user_properties.append((PROPERTY, cell))


@pytest.fixture
def own_member(fleet: Fleet, runner: asyncio.Runner) -> Iterator[Starting]:
    """Starts a daemon like another, for a test that breaks it."""
    with ExitStack() as stack:

        def begin(like: Member) -> Member:
            daemon = stack.enter_context(started(fleet, like.name, is_own=True))
            return stack.enter_context(standing(like.name, daemon, runner))

        yield begin


class Queueing:
    """Switches qBittorrent's queue on, which the harness has off; the others have theirs always."""

    def __init__(self, member: Member) -> None:
        self._member = member
        self._is_ours = False

    def enable(self) -> None:
        """Switch it on until the end of the test."""
        if self._member.client.kind == "qbittorrent":
            self._is_ours = True
            self._set("true")

    def restore(self) -> None:
        """Switch it off, if it was switched on."""
        if self._is_ours:
            self._set("false")

    def _set(self, value: str) -> None:
        self._member.steer(self._member.client.call("app/setPreferences", json=f'{{"queueing_enabled":{value}}}'))


@pytest.fixture
def queueing(member: Member) -> Iterator[Queueing]:
    """The queue of the daemon."""
    queue = Queueing(member)
    yield queue
    queue.restore()


@pytest.fixture
def adding(member: Member, tmp_path: Path) -> Adding:
    """Adds torrents, stopped; where the content shall be complete, the daemon checks it first."""

    def add(name: str = "content.bin", *, size: int = 100_000, is_complete: bool = True) -> Made:
        made = make(tmp_path / "data", name, size)
        if not is_complete:
            (made.folder / made.name).unlink()
        outcome = member.steer(member.client.add(made.torrent, location=str(made.folder), is_stopped=True)).check()
        assert outcome.done == [made.torrent_hash]
        if is_complete:
            member.steer(member.client.verify(made.torrent_hash)).check()
        member.until(lambda: is_settled(member, made, is_complete=is_complete), "the end of checking")
        return made

    return add


def is_settled(member: Member, made: Made, *, is_complete: bool) -> bool:
    """Whether the daemon is through with a torrent and holds it stopped."""
    torrent = member.steer(member.client.torrent(made.torrent_hash, fields=("state", "progress")))
    if torrent.state not in (State.STOPPED, State.CHECKING, State.QUEUED):
        member.steer(member.client.stop(made.torrent_hash)).check()  # Deluge 2.0.3 starts what it was told to check
    return torrent.state is State.STOPPED and torrent.progress == (1.0 if is_complete else 0.0)
