"""Logins of many callers at once, and what a session keeps and forgets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from tests.flows.stage import AsyncScriptedTransport, Outcome, ScriptedClock, ScriptedTransport

from bitharbor.errors import BannedError, DeadlineError, ForbiddenError, LoginFailed, LoginRequiredError, NotQbittorrentError
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import PLAIN, call
from bitharbor.qbittorrent.flows.login import is_session_open
from bitharbor.qbittorrent.operation import Op
from bitharbor.qbittorrent.session import Session
from bitharbor.wire.asynchronous import AsyncDriver
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Exclusive, Fault, Kind, Reply, Request, Send

HOST = "daemon.example:8080"
PAGE = Reply(200, {"Content-Type": "text/html"}, b"<title>Portal</title>")


def a_session(**more: object) -> Session:
    session = Session(HOST, ("http",), user="harbour", password="right")
    for name, value in more.items():
        setattr(session, name, value)
    return session


def an_expired_session() -> Session:
    return a_session(base=f"http://{HOST}/", cookies={"SID": "old"}, login_cookies=frozenset({"SID"}), is_logged_in=True, epoch=1)


class Daemon:
    """What a 5.2 says: 403 without a session, 204 to the right password, 401 to a wrong one."""

    def __init__(self, *, version: str = "v5.2.0") -> None:
        self.version = version
        self.logins = 0
        self.calls = 0
        self.valid = "none"

    def __call__(self, request: Request) -> Outcome:
        if request.url.endswith("auth/login"):
            self.logins += 1
            if b"password=right" not in (request.body or b""):
                return Reply(401, {}, b"Unauthorized")
            self.valid = f"new-{self.logins}"
            return Reply(204, {}, b"", (f"SID={self.valid}; HttpOnly; path=/",))
        if request.cookies.get("SID") != self.valid:
            return Reply(403, {}, b"Forbidden")
        self.calls += 1
        if request.url.endswith("auth/logout"):
            self.valid = "none"
            return Reply(204, {}, b"", ("SID=; Max-Age=0; path=/",))
        return Reply(200, {}, self.version.encode())


def run(session: Session, answer: Callable[[Request], Outcome], op: Op[Any], *values: object) -> object:
    return Driver(ScriptedTransport(answer)).run(call(session, op, values))


# many callers


def test_an_expired_session_costs_one_login_however_many_threads_find_out() -> None:
    daemon, session = Daemon(), an_expired_session()
    driver = Driver(ScriptedTransport(daemon))
    with ThreadPoolExecutor(32) as pool:
        waiting = [pool.submit(lambda: driver.run(call(session, ops.APP_VERSION, ()))) for _ in range(640)]
    assert {one.result() for one in waiting} == {"v5.2.0"}
    assert daemon.logins == 1


def test_an_expired_session_costs_one_login_however_many_tasks_find_out() -> None:
    daemon, session = Daemon(), an_expired_session()

    async def answer(request: Request) -> Outcome:
        await asyncio.sleep(0)
        return daemon(request)

    async def scene() -> None:
        driver = AsyncDriver(AsyncScriptedTransport(answer))
        answers = await asyncio.gather(*(driver.run(call(session, ops.APP_VERSION, ())) for _ in range(200)))
        assert set(answers) == {"v5.2.0"}

    asyncio.run(scene())
    assert daemon.logins == 1


def test_a_wrong_password_is_tried_once_however_many_threads_wait() -> None:
    daemon, session = Daemon(), a_session(password="wrong")
    driver = Driver(ScriptedTransport(daemon))

    def outcome(_: int) -> type[BaseException]:
        with pytest.raises(LoginFailed) as caught:
            driver.run(call(session, ops.APP_VERSION, ()))
        return caught.type

    with ThreadPoolExecutor(32) as pool:
        assert len(list(pool.map(outcome, range(320)))) == 320
    assert daemon.logins == 1


def test_a_login_that_fails_by_the_network_is_tried_again_by_the_next_caller() -> None:
    daemon = Daemon()
    session = a_session()
    broken = iter([True])

    def answer(request: Request) -> Outcome:
        return Fault(Kind.TLS, was_sent=False, cause=OSError()) if next(broken, False) else daemon(request)

    with pytest.raises(Exception, match="not trusted"):
        run(session, answer, ops.APP_VERSION)
    assert run(session, answer, ops.APP_VERSION) == "v5.2.0"


def test_errors_after_a_refusal_are_new_ones_with_the_same_news() -> None:
    def answer(request: Request) -> Outcome:
        return Reply(403, {}, b"Your IP address has been banned")

    session = a_session()
    caught: list[BannedError] = []
    for _ in range(3):
        with pytest.raises(BannedError) as told:
            run(session, answer, ops.TORRENTS_DELETE, ("a" * 40,), False)
        caught.append(told.value)
    assert len({id(one) for one in caught}) == 3
    assert len({str(one) for one in caught}) == 1
    assert all(session.refusal is not one for one in caught)


def test_a_refusal_that_came_late_in_a_doubtful_call_stays_certain_for_the_next_one() -> None:
    """An error is told per call: what one call may have done says nothing about another."""
    replies: Iterator[Outcome] = iter(
        [Fault(Kind.LOST, was_sent=True, cause=OSError()), Reply(200, {}, b"v5.1.0"), Reply(403, {}, b"")]
    )

    def answer(request: Request) -> Outcome:
        return next(replies, None) or Reply(401, {}, b"")

    session = an_expired_session()
    session.version, session.version_text = (5, 1, 0), "v5.1.0"
    with pytest.raises(LoginFailed) as first:
        run(session, answer, ops.TORRENTS_STOP, ("a" * 40,))
    with pytest.raises(LoginFailed) as second:
        run(session, answer, ops.TORRENTS_STOP, ("a" * 40,))
    assert first.value.acted is None
    assert second.value.acted is False


# what is kept and what is forgotten


def test_a_request_on_its_way_keeps_its_cookies_when_somebody_logs_out() -> None:
    session = an_expired_session()
    flow = call(session, ops.APP_VERSION, ())
    effect = next(flow)
    assert isinstance(effect, Send)
    on_its_way = iter(effect.request.cookies.items())
    session.forget_login()
    assert list(on_its_way) == [("SID", "old")]


def test_after_a_logout_the_cookie_of_the_session_travels_no_more() -> None:
    daemon, session = Daemon(), a_session()
    transport = ScriptedTransport(daemon)
    driver = Driver(transport)
    driver.run(call(session, ops.APP_VERSION, ()))
    driver.run(call(session, ops.AUTH_LOG_OUT, ()))
    session.user = ""  # so that nobody logs in again
    with pytest.raises(Exception, match="login"):
        driver.run(call(session, ops.APP_VERSION, ()))
    assert transport.seen[-1].cookies == {}


def test_a_refused_login_leaves_no_cookie() -> None:
    def answer(request: Request) -> Outcome:
        return Reply(200, {}, b"Fails.", ("SID=of-nobody; path=/",))

    session = a_session()
    with pytest.raises(LoginFailed):
        run(session, answer, ops.APP_VERSION)
    assert session.cookies == {}


def test_a_cookie_of_a_proxy_outlives_the_login() -> None:
    daemon, session = Daemon(), a_session()

    def answer(request: Request) -> Outcome:
        reply = daemon(request)
        assert isinstance(reply, Reply)
        return Reply(reply.status, {}, reply.body, (*reply.cookies, "route=7")) if request.url.endswith("app/version") else reply

    run(session, answer, ops.APP_VERSION)
    run(session, answer, ops.AUTH_LOG_OUT)
    assert session.cookies == {"route": "7"}


def test_a_login_replaces_a_session_cookie_that_came_without_one() -> None:
    """A daemon that lets this address in without a login sends a cookie all the same; a logout must forget its successor."""
    daemon, session = Daemon(), a_session(cookies={"SID": "given-for-nothing"})
    run(session, daemon, ops.APP_VERSION)
    assert session.cookies == {"SID": "new-1"}
    run(session, daemon, ops.AUTH_LOG_OUT)
    assert session.cookies == {}


def test_a_version_that_somebody_else_forgets_meanwhile_is_the_one_that_was_asked_for() -> None:
    """Another caller's login forgets the version between our question and our use of the answer."""
    session = a_session(base=f"http://{HOST}/", user="", is_logged_in=False)
    flow = call(session, ops.TORRENTS_STOP, (("a" * 40,),))
    asking = next(flow)
    assert isinstance(asking, Exclusive)
    version = Driver(ScriptedTransport(Daemon_of("v4.5.2"))).run(asking.flow)
    session.forget_version()
    effect = flow.send(version)
    assert isinstance(effect, Send)
    assert effect.request.url.endswith("torrents/pause")


def Daemon_of(version: str) -> Callable[[Request], Outcome]:  # noqa: N802 - reads as what it gives
    return lambda request: Reply(200, {}, version.encode())


@pytest.mark.parametrize("words", [b"", b"Forbidden"])
def test_whoever_is_shut_out_logs_in_once(words: bytes) -> None:
    daemon, session = Daemon(), an_expired_session()

    def answer(request: Request) -> Outcome:
        said = daemon(request)
        return Reply(403, {}, words) if isinstance(said, Reply) and said.status == 403 else said

    assert run(session, answer, ops.APP_VERSION) == "v5.2.0"
    assert daemon.logins == 1


# the daemon translates it; a new login ends the session that search jobs and differences belong to
@pytest.mark.parametrize("words", ["Cannot write to directory", "Impossible d'écrire dans le dossier"])
@pytest.mark.parametrize("credentials", [{}, {"user": ""}, {"user": "", "api_key": "qbt_key"}], ids=["user", "nobody", "key"])
def test_what_is_forbidden_for_what_was_asked_is_no_matter_of_sessions(words: str, credentials: dict[str, str]) -> None:
    session = a_session(base=f"http://{HOST}/", cookies={"SID": "old"}, is_logged_in=True, epoch=1, **credentials)
    sent: list[str] = []

    def answer(request: Request) -> Outcome:
        sent.append(request.url)
        return Reply(403, {"Content-Type": "text/plain"}, words.encode())

    with pytest.raises(ForbiddenError) as caught:
        run(session, answer, ops.TORRENTS_SET_SAVE_PATH, ("a" * 40,), "/proc/sys")
    assert words in str(caught.value)
    assert len(sent) == 1
    assert (session.cookies, session.epoch) == ({"SID": "old"}, 1)


def test_asking_whether_a_session_is_open_has_a_deadline_and_never_logs_in() -> None:
    clock = ScriptedClock()

    def answer(request: Request) -> Outcome:
        assert request.deadline == 1000.0 + 2.0
        return Reply(403, {}, b"Forbidden")

    transport = ScriptedTransport(answer)
    session = a_session(timeout=2.0)
    assert Driver(transport, clock).run(is_session_open(session, PLAIN)) is False
    assert len(transport.seen) == 1


def test_a_deadline_says_that_the_daemon_did_nothing_when_nothing_was_sent() -> None:
    clock = ScriptedClock()

    def answer(request: Request) -> Outcome:
        clock.time += 60
        return Reply(204, {}, b"", ("SID=x",))

    session = a_session(timeout=30.0)
    with pytest.raises(DeadlineError) as caught:
        Driver(ScriptedTransport(answer), clock).run(call(session, ops.TORRENTS_ADD, ("magnet:?xt=urn:btih:" + "a" * 40, None)))
    assert caught.value.acted is False


def test_a_portal_that_answers_the_login_is_named_and_no_refusal_is_remembered() -> None:
    session = a_session()
    with pytest.raises(Exception, match="Portal"):
        run(session, lambda _: PAGE, ops.APP_VERSION)
    assert session.refusal is None
    assert run(session, Daemon(), ops.APP_VERSION) == "v5.2.0"


def test_a_login_without_credentials_sends_no_empty_ones() -> None:
    daemon = Daemon()
    with pytest.raises(LoginRequiredError):
        run(Session(HOST, ("http",)), daemon, ops.AUTH_LOG_IN, None, None)
    assert daemon.logins == 0


def test_a_page_of_a_portal_is_not_taken_for_the_end_of_a_session() -> None:
    session = an_expired_session()
    with pytest.raises(NotQbittorrentError):
        run(session, lambda _: Reply(403, {"Content-Type": "text/html"}, b"<title>Portal</title>"), ops.AUTH_LOG_OUT)
    assert session.is_logged_in
