"""A session of the user's own: it is used with all that he put into it, never closed, never changed."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import aiohttp
import pytest
import requests
import yarl
from requests.adapters import HTTPAdapter
from tests.unit.transport.peer import Peer, answer, says
from tests.unit.transport.ways import AsyncWay, BlockingWay, replied

from bitharbor.wire.effects import Request

SETS_COOKIES = answer(b"", "Set-Cookie: SID=from-the-daemon; path=/", "Set-Cookie: other=also; path=/")


def get(url: str, **cookies: str) -> Request:
    return Request("GET", url, {}, cookies=cookies)


# requests


@contextmanager
def blocking(session: requests.Session) -> Generator[BlockingWay, None, None]:
    way = BlockingWay(session=session)
    try:
        yield way
    finally:
        way.close()
        session.close()


def jar(session: requests.Session) -> list[tuple[str, str | None, str]]:
    return sorted((one.name, one.value, one.domain) for one in session.cookies)


def test_a_session_is_not_closed_with_the_client() -> None:
    session = requests.Session()
    with Peer([says(answer(b"still here"))]) as peer:
        way = BlockingWay(session=session)
        replied(way.send(get(peer.url)))
        way.close()
        assert session.get(peer.url).content == b"still here"
        assert peer.connections == 1, "not even its connection"
    session.close()


def test_the_jar_of_a_session_stays_as_it_was() -> None:
    session = requests.Session()
    session.cookies["mine"] = "1"
    before = jar(session)
    with Peer([says(SETS_COOKIES)]) as peer, blocking(session) as way:
        reply = replied(way.send(get(peer.url, SID="ours")))
        assert len(reply.cookies) == 2
        assert jar(session) == before
        replied(way.send(get(peer.url)))
        assert peer.heard[0].headers["cookie"] in ("mine=1; SID=ours", "SID=ours; mine=1")
        assert peer.heard[1].headers["cookie"] == "mine=1"


def test_a_cookie_of_the_users_own_is_not_lost_to_one_of_the_same_name() -> None:
    session = requests.Session()
    with Peer([says(SETS_COOKIES)]) as peer, blocking(session) as way:
        theirs: Any = session.cookies  # its `set` takes untyped keywords
        theirs.set("SID", "the-users", domain="127.0.0.1", path="/")
        before = jar(session)
        replied(way.send(get(peer.url)))
        assert jar(session) == before


def test_auth_hooks_headers_and_adapters_of_a_session_are_used() -> None:
    class Counting(HTTPAdapter):
        calls = 0

        def send(self, *args: Any, **kwargs: Any) -> requests.Response:
            type(self).calls += 1
            return super().send(*args, **kwargs)

    seen: list[int] = []

    def hook(response: requests.Response, *_: object, **__: object) -> None:
        seen.append(response.status_code)

    session = requests.Session()
    session.auth = ("user", "pass")
    session.headers["X-Own"] = "1"
    session.hooks["response"].append(hook)
    session.mount("http://", Counting())
    with Peer([says(answer())]) as peer, blocking(session) as way:
        replied(way.send(get(peer.url)))
        (one,) = peer.heard
    assert one.headers["authorization"].startswith("Basic ")
    assert one.headers["x-own"] == "1"
    assert seen == [200]
    assert Counting.calls == 1


def test_faults_are_values_with_a_session_of_the_users_own_too() -> None:
    with Peer([lambda line: line.reset() if line.request() else None]) as peer, blocking(requests.Session()) as way:
        assert way.send(get(peer.url)) is not None


# aiohttp


@contextmanager
def on_asyncio(*, is_unsafe: bool = False, **options: Any) -> Generator[AsyncWay, None, None]:
    way = AsyncWay(session=lambda: aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=is_unsafe), **options))
    try:
        yield way
    finally:
        way.close()


def async_jar(way: AsyncWay) -> list[tuple[str, str, str]]:
    assert way.session is not None
    return sorted((one.key, one.value, one["domain"]) for one in way.session.cookie_jar)


def test_a_session_of_aiohttp_is_not_closed_with_the_client() -> None:
    with Peer([says(answer(b"still here"))]) as peer, on_asyncio() as way:
        replied(way.send(get(peer.url)))
        way.runner.run(way.transport.close())
        assert way.session is not None
        assert not way.session.closed


@pytest.mark.parametrize("is_unsafe", [False, True], ids=["usual jar", "jar for addresses"])
def test_our_cookie_travels_over_a_session_of_aiohttp(is_unsafe: bool) -> None:
    with Peer([says(SETS_COOKIES)]) as peer, on_asyncio(is_unsafe=is_unsafe) as way:
        reply = replied(way.send(get(peer.url, SID="ours")))
        assert len(reply.cookies) == 2
        assert "SID=ours" in peer.heard[0].headers.get("cookie", "")
        assert async_jar(way) == []


@pytest.mark.parametrize("is_unsafe", [False, True], ids=["usual jar", "jar for addresses"])
def test_the_jar_of_a_session_of_aiohttp_stays_as_it_was(is_unsafe: bool) -> None:
    async def fill(way: AsyncWay, url: str) -> None:
        assert way.session is not None
        way.session.cookie_jar.update_cookies({"mine": "1", "other": "2"}, yarl.URL(url))
        way.session.cookie_jar.update_cookies({"SID": "elsewhere"}, yarl.URL("http://elsewhere.example/"))

    with Peer([says(SETS_COOKIES)]) as peer, on_asyncio(is_unsafe=is_unsafe) as way:
        way.runner.run(fill(way, peer.url))
        before = async_jar(way)
        replied(way.send(get(peer.url, SID="ours")))
        assert async_jar(way) == before


def test_headers_and_traces_of_a_session_of_aiohttp_are_used() -> None:
    seen: list[str] = []

    async def note(*_: object) -> None:
        seen.append("began")

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(note)
    with Peer([says(answer())]) as peer, on_asyncio(headers={"X-Own": "1"}, trace_configs=[trace]) as way:
        replied(way.send(get(peer.url)))
        (one,) = peer.heard
    assert one.headers["x-own"] == "1"
    assert seen == ["began"]
