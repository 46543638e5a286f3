"""Many threads, tasks, clients and daemons at once: one login, no session left, the right version."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.harness.web import asked
from tests.live.conftest import FreshDaemon
from tests.live.faces import Asynchronous, Blocking, DropIn
from tests.live.spying import Spy, spy_on

import qbittorrentapi
from bitharbor.qbittorrent import AsyncClient, Client

MANY_THREADS, MANY_TASKS, CALLS_EACH, MANY_CLIENTS = 64, 200, 50, 1000


def cookies_of(client: Any) -> dict[str, str]:
    """The session's cookies, by whatever name this daemon gives them."""
    session = client._session_state if isinstance(client, qbittorrentapi.Client) else client._session
    return dict(session.cookies)


def header(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def end_session_elsewhere(daemon: Daemon, cookies: dict[str, str]) -> None:
    """What the daemon does when a session is idle for too long, or restarts: it no longer knows it."""
    reply = asked(f"{daemon.url}/api/v2/auth/logout", body=b"", headers={"Cookie": header(cookies)})
    assert reply.status // 100 == 2
    assert not is_open(daemon, cookies)


def is_open(daemon: Daemon, cookies: dict[str, str]) -> bool:
    return asked(f"{daemon.url}/api/v2/app/version", headers={"Cookie": header(cookies)}).status == 200


@pytest.mark.parametrize("kind", [Blocking, DropIn], ids=lambda kind: kind.__name__)
def test_64_threads_on_an_expired_session_log_in_once_and_all_succeed(daemon: Daemon, kind: type[Blocking | DropIn]) -> None:
    face = kind(daemon)
    version = face.version()
    end_session_elsewhere(daemon, cookies_of(face.client))
    spy = spy_on(face)
    together = threading.Barrier(MANY_THREADS)

    def work(_: int) -> list[str]:
        together.wait()
        return [face.version() for _ in range(5)]

    with ThreadPoolExecutor(MANY_THREADS) as pool:
        answers = [one for some in pool.map(work, range(MANY_THREADS)) for one in some]
    assert answers == [version] * MANY_THREADS * 5
    assert spy.logins == 1
    face.close()


@pytest.mark.parametrize("kind", [Blocking, DropIn], ids=lambda kind: kind.__name__)
def test_64_threads_on_a_fresh_client_log_in_once(daemon: Daemon, kind: type[Blocking | DropIn]) -> None:
    face = kind(daemon)
    spy = spy_on(face)
    with ThreadPoolExecutor(MANY_THREADS) as pool:
        waiting = [pool.submit(face.stop, "all") for _ in range(MANY_THREADS)]
    assert [one.exception() for one in waiting] == [None] * MANY_THREADS
    assert (spy.logins, spy.sent.count("GET app/version")) == (1, 1)
    face.close()


def test_200_tasks_of_50_calls_on_an_expired_session_log_in_once_and_all_succeed(daemon: Daemon) -> None:
    async def run() -> tuple[set[str | None], int, int]:
        async with AsyncClient(daemon.url, daemon.user, daemon.password) as client:
            await client.app.version()
            end_session_elsewhere(daemon, cookies_of(client))
            spy = Spy(client._transport)
            client._driver._transport = spy

            async def work() -> list[str | None]:
                return [await client.app.version() for _ in range(CALLS_EACH)]

            answers = await asyncio.gather(*(work() for _ in range(MANY_TASKS)))
            flat = [one for some in answers for one in some]
            return set(flat), len(flat), spy.logins

    assert asyncio.run(run()) == ({f"v{daemon.version}"}, MANY_TASKS * CALLS_EACH, 1)


def test_when_the_task_that_logs_in_is_cancelled_another_logs_in(daemon: Daemon) -> None:
    async def run() -> tuple[int, int]:
        async with AsyncClient(daemon.url, daemon.user, daemon.password) as client:
            tasks = [asyncio.create_task(client.app.version()) for _ in range(20)]
            await asyncio.sleep(0)  # the first one is on its way to the login now
            tasks[0].cancel()
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
            cancelled = sum(isinstance(one, asyncio.CancelledError) for one in outcomes)
            return cancelled, sum(isinstance(one, str) for one in outcomes)

    assert asyncio.run(run()) == (1, 19)


def dropin_client(daemon: Daemon) -> qbittorrentapi.Client:
    return qbittorrentapi.Client(daemon.url, username=daemon.user, password=daemon.password, FORCE_SCHEME_FROM_HOST=True)


def native_client(daemon: Daemon) -> Client:
    return Client(daemon.url, daemon.user, daemon.password)


def blocking_sessions(daemon: Daemon, make: Callable[[Daemon], Any], many: int) -> list[dict[str, str]]:
    """The cookies of clients that were opened and closed."""
    sessions: list[dict[str, str]] = []
    for _ in range(many):
        with make(daemon) as client:
            if isinstance(client, Client):  # the drop-in logs in on entering
                client.auth.log_in()
            sessions.append(cookies_of(client))
    return sessions


async def async_sessions(daemon: Daemon, many: int) -> list[dict[str, str]]:
    """The cookies of clients that were opened and closed."""
    sessions: list[dict[str, str]] = []
    for _ in range(many):
        async with AsyncClient(daemon.url, daemon.user, daemon.password) as client:
            await client.auth.log_in()
            sessions.append(cookies_of(client))
    return sessions


def test_1000_clients_leave_no_session_behind(fresh_daemon: FreshDaemon) -> None:
    # a third of them through each face: each login costs the daemon 100,000 rounds of SHA-512
    daemon = fresh_daemon("qbittorrent-newest")
    sessions = blocking_sessions(daemon, native_client, 334)
    sessions += blocking_sessions(daemon, dropin_client, 333)
    sessions += asyncio.run(async_sessions(daemon, 333))
    assert len({header(one) for one in sessions}) == MANY_CLIENTS
    assert [one for one in sessions if is_open(daemon, one)] == []


@pytest.mark.parametrize("kind", [Blocking, Asynchronous, DropIn], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    ("before", "after"), [("qbittorrent-5.1", "qbittorrent-newest"), ("qbittorrent-newest", "qbittorrent-4.5")]
)
def test_a_daemon_replaced_by_another_version_is_served_rightly_at_once(
    fresh_daemon: FreshDaemon, kind: type[Blocking | Asynchronous | DropIn], before: str, after: str
) -> None:
    daemon = fresh_daemon(before)
    face = kind(daemon)
    face.stop("all")
    assert face.version() == f"v{daemon.version}"
    old = daemon.version
    daemon.replace(after)
    face.stop("all")  # another path on 4.5
    assert face.torrents(filter="stopped") == []  # another word on 4.5
    assert face.version() == f"v{daemon.version}" != f"v{old}"
    face.close()


def test_a_session_cookie_keeps_its_name_and_odd_characters(daemon: Daemon) -> None:
    client = native_client(daemon)
    client.app.version()
    (name,) = cookies_of(client)
    assert name == "SID" or name.startswith("QBT_SID_")
    assert SimpleCookie(header(cookies_of(client)))
    client.close()
