"""Fixtures of the tests of the native faces: each test runs through the blocking and the asyncio client."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.harness.matrix import numbers
from tests.live.conftest import LINES, had
from tests.live.content import wait_until
from tests.live.native.faces import KINDS, Kind, new_client
from tests.live.native.shows import Show, fill, torrent_of

from bitharbor.errors import BitharborError
from bitharbor.qbittorrent import Client


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each of the two faces in turn."""
    chosen: Kind = request.param
    return chosen


@pytest.fixture
def connect(kind: Kind) -> Iterator[Callable[..., Client]]:
    """Makes clients of this face, `connect(daemon, **options)`, and closes them after the test."""
    with ExitStack() as stack:

        def begin(daemon: Daemon, **options: Any) -> Client:
            client = new_client(kind, daemon, **options)
            stack.callback(close, client)
            return client

        yield begin


def close(client: Client) -> None:
    """Close it; a daemon that refuses the log-out, for the test took away its key, is no error here."""
    try:
        client.close()
    except BitharborError:
        return


@pytest.fixture
def client(connect: Callable[..., Client], daemon: Daemon) -> Client:
    """A client of the shared daemon."""
    return connect(daemon)


@pytest.fixture
def version(daemon: Daemon) -> tuple[int, ...]:
    """The shared daemon's version, as numbers."""
    return numbers(daemon.version)


@pytest.fixture
def content(daemon: Daemon) -> Iterator[Path]:
    """A folder with three files where the shared daemon can read it."""
    folder = daemon.downloads / "native"
    fill(folder / "show")
    yield folder / "show"
    for one in (folder, daemon.downloads / "show"):
        shutil.rmtree(one, ignore_errors=True)


@pytest.fixture
def show(client: Client, content: Path) -> Iterator[Show]:
    """The torrent of that folder, complete and stopped."""
    one = torrent_of(content)
    client.torrents.add(files=one.torrent, save_path=str(content.parent), stopped=True, skip_checking=True)
    wait_until(lambda: [row.progress for row in client.torrents.info(hashes=one.hash)] == [1], "adding")
    yield one
    client.torrents.delete(one.hash)
    wait_until(lambda: not client.torrents.info(hashes=one.hash), "deletion")


@pytest.fixture(scope="module", params=LINES)
def busy_daemon(request: pytest.FixtureRequest, fleet: Fleet) -> Iterator[Daemon]:
    """A daemon of each line with a search engine, and with feeds that are fetched, for the tests of one module."""
    settings = {"RSS/Session/EnableProcessing": "true"}
    with had(lambda: fleet.own(request.param, python=True, settings=settings)) as daemon:
        yield daemon


@pytest.fixture
def busy_client(connect: Callable[..., Client], busy_daemon: Daemon) -> Client:
    """A client of such a daemon."""
    return connect(busy_daemon)


@pytest.fixture
def busy_version(busy_daemon: Daemon) -> tuple[int, ...]:
    """Its version, as numbers."""
    return numbers(busy_daemon.version)
