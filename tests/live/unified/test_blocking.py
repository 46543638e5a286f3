"""`bitharbor.connect_blocking` on real daemons: threads share one client."""

from __future__ import annotations

import asyncio
import inspect
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.conformance.members import address_of
from tests.harness.daemon import Daemon

import bitharbor
from bitharbor.errors import ClosedError, EmptySelectionError, UnknownTorrentError, UnreachableError, UsageError
from bitharbor.unified import Blocking, ConnectionStatus, TorrentClient

# what is for event loops only, or hands on without waiting
OWN = {"adapter", "timeout"}


def test_many_threads_share_one_client_and_one_login(daemon: Daemon) -> None:
    seen: list[ConnectionStatus] = []
    with bitharbor.connect_blocking(address_of(daemon)) as client:
        client.on_status(seen.append)
        with ThreadPoolExecutor(32) as threads:
            calls = [threads.submit(client.call, "app/version") for _ in range(64)]
            versions = {str(call.result()) for call in calls}
        assert len(versions) == 1
        assert client.torrents() == []
        assert client.session().kind == client.kind == "qbittorrent"
    assert seen == [ConnectionStatus.connecting, ConnectionStatus.connected, ConnectionStatus.disconnected]


def test_errors_come_as_they_are(daemon: Daemon) -> None:
    with bitharbor.connect_blocking(address_of(daemon)) as client:
        with pytest.raises(EmptySelectionError):
            client.stop()
        outcome = client.stop("0" * 40)
        assert not outcome.success


def test_checks_are_watched_one_step_after_another(daemon: Daemon) -> None:
    with bitharbor.connect_blocking(address_of(daemon)) as client:
        [(infohash, error)] = list(client.progress_of_checks("0" * 40))
        assert infohash == "0" * 40
        assert isinstance(error, UnknownTorrentError)


def test_its_thread_ends_with_it(daemon: Daemon) -> None:
    before = threading.active_count()
    client = bitharbor.connect_blocking(address_of(daemon))
    client.connect()
    assert threading.active_count() > before
    client.close()
    client.close()
    assert threading.active_count() == before
    with pytest.raises(ClosedError):
        client.torrents()


def test_closing_ends_the_calls_that_wait() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = bitharbor.connect_blocking(f"transmission://127.0.0.1:{server.getsockname()[1]}")
        with ThreadPoolExecutor(4) as threads:
            waiting = [threads.submit(client.torrents) for _ in range(4)]
            connection, _ = server.accept()
            client.close()
            connection.close()
            for one in waiting:
                assert isinstance(one.exception(timeout=60), ClosedError)


def test_nobody_there_is_the_same_error_as_on_a_loop() -> None:
    with bitharbor.connect_blocking("qbittorrent://127.0.0.1:1") as client, pytest.raises(UnreachableError):
        client.torrents()


def test_waiting_within_its_own_loop_is_refused_instead_of_standing_still(daemon: Daemon) -> None:
    with bitharbor.connect_blocking(address_of(daemon)) as client:

        async def within() -> None:
            client.torrents()

        with pytest.raises(UsageError, match="own loop"):
            client.run(within())


def test_any_coroutine_runs_on_its_loop(daemon: Daemon) -> None:
    with bitharbor.connect_blocking(address_of(daemon)) as client:

        async def both() -> list[object] | tuple[object, object]:
            return await asyncio.gather(client.client.torrents(), client.client.categories())

        assert tuple(client.run(both())) == ([], ())


def test_it_has_every_method_of_the_asynchronous_client_with_the_same_arguments() -> None:
    for name, theirs in vars(TorrentClient).items():
        if name.startswith("_") or name in OWN:
            continue
        ours = getattr(Blocking, name)
        assert inspect.getdoc(ours) == inspect.getdoc(theirs) or name == "on_status", name
        if inspect.isfunction(theirs):
            assert list(inspect.signature(ours).parameters) == list(inspect.signature(theirs).parameters), name
