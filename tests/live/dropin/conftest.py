"""Fixtures for what the documents of the drop-in promise: clients that log out again, a relay that sees what they send, and
surroundings that say nothing unless the test wants them to."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, Protocol

import pytest
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import LINES, had
from tests.live.content import Made, make, wait_until
from tests.live.dropin.relay import Relay

from qbittorrentapi import APIError, Client

OWN_VARIABLES = ("QBITTORRENTAPI_", "PYTHON_QBITTORRENTAPI_")
FOREIGN_VARIABLES = {"REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"}
API_KEY = "qbt_ABCDEFGHJKLMNPQRSTUVWXYZabcd"
LOGGERS = ("qbittorrentapi", "requests", "urllib3")


class MakeClient(Protocol):
    """Makes a client that is logged out after the test; without arguments one of the daemon with its credentials."""

    def __call__(self, host: str | None = None, **options: Any) -> Client: ...


@pytest.fixture(autouse=True)
def bare_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No variables of ours, no proxies, and the loggers as they were."""
    for name in list(os.environ):
        if name.startswith(OWN_VARIABLES) or name.upper() in FOREIGN_VARIABLES:
            monkeypatch.delenv(name)
    levels = {name: logging.getLogger(name).level for name in LOGGERS}
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def becomes(read: Callable[[], object], wanted: object) -> None:
    """Look until a value is as wanted."""
    wait_until(lambda: read() == wanted, repr(wanted))


def log_out(client: Client) -> None:
    """End its session; a test may have taken away what it stands on."""
    try:
        client.auth_log_out()
    except APIError:
        client.close()


@pytest.fixture
def bare_client(stack: ExitStack) -> MakeClient:
    """Makes clients from exactly what is given."""

    def made(host: str | None = None, **options: Any) -> Client:
        client = Client(**options) if host is None else Client(host, **options)
        stack.callback(client.close)
        stack.callback(log_out, client)
        return client

    return made


@pytest.fixture
def new_client(daemon: Daemon, bare_client: MakeClient) -> MakeClient:
    """Makes clients with the daemon's credentials, of the daemon or of a relay before it."""

    def made(host: str | None = None, **options: Any) -> Client:
        return bare_client(host or daemon.url, **{"username": daemon.user, "password": daemon.password, **options})

    return made


@pytest.fixture
def relay(daemon: Daemon) -> Iterator[Relay]:
    """A relay before the shared daemon."""
    with Relay(daemon) as relay:
        yield relay


@pytest.fixture(scope="session")
def secure_daemons() -> Iterator[dict[str, Daemon]]:
    """Those that serve https, by row; each is started by the first test that wants it."""
    started: dict[str, Daemon] = {}
    yield started
    for daemon in started.values():
        daemon.stop()


@pytest.fixture(params=LINES)
def secure_daemon(request: pytest.FixtureRequest, fleet: Fleet, secure_daemons: dict[str, Daemon]) -> Daemon:
    """A qBittorrent of each line that serves https with a certificate that nobody trusts. Tests only read from it."""
    name: str = request.param
    if name not in secure_daemons:
        secure_daemons[name] = had(lambda: fleet.own(name, https=True))
    return secure_daemons[name]


@pytest.fixture(scope="session")
def keyed_daemon(fleet: Fleet) -> Iterator[Daemon]:
    """The newest qBittorrent with an API key. Tests only read from it."""
    with had(lambda: fleet.own("qbittorrent-newest", api_key=API_KEY)) as daemon:
        yield daemon


@pytest.fixture
def torrent(daemon: Daemon, new_client: MakeClient, request: pytest.FixtureRequest) -> Iterator[Made]:
    """A torrent that the shared daemon has, stopped and complete."""
    client = new_client()
    made = make(daemon.downloads / "dropin", f"{request.node.name.partition('[')[0]}.bin")
    # 4.5.2 does not look at the content of what is added stopped
    client.torrents_add(torrent_files=made.torrent, save_path=str(made.folder), is_stopped=True, is_skip_checking=True)
    wait_until(lambda: [row.state_enum.is_stopped for row in client.torrents_info()] == [True], "adding")
    yield made
    client.torrents_delete(torrent_hashes=made.torrent_hash, delete_files=True)
    wait_until(lambda: not client.torrents_info(), "deletion")
