"""Fetching several `.torrent` files at a time, from a server of raw sockets."""

from __future__ import annotations

import asyncio
import threading

import pytest
from tests.unit.transport.peer import Line, Peer, answer

from bitharbor.errors import DeadlineError
from bitharbor.unified.fetching import AT_ONCE
from bitharbor.unified.registry import web_fetcher


class Counted:
    """Answers each question, and counts how many it has at a time."""

    def __init__(self) -> None:
        self.most = 0
        self._now = 0
        self._turn = threading.Condition()

    def __call__(self, line: Line) -> None:
        while heard := line.request():
            with self._turn:
                self._now += 1
                self.most = max(self.most, self._now)
                self._turn.notify_all()
                self._turn.wait_for(lambda: self.most > AT_ONCE, 0.05)  # leaves others the time to come
                self._now -= 1
            line.say(answer(heard.target.encode()))


def test_many_addresses_are_fetched_some_at_a_time_over_few_connections() -> None:
    site = Counted()

    async def story(url: str) -> list[bytes]:
        get = web_fetcher()
        return await asyncio.gather(*(get(f"{url}{number}", 20.0) for number in range(40)))

    with Peer([site for _ in range(40)]) as peer:
        assert asyncio.run(story(peer.url)) == [f"/{number}".encode() for number in range(40)]
        assert len({one.connection for one in peer.heard}) <= AT_ONCE
    assert 1 < site.most <= AT_ONCE


def test_one_fetcher_serves_several_event_loops_one_after_the_other() -> None:
    get = web_fetcher()

    async def story(url: str) -> list[bytes]:
        return await asyncio.gather(*(get(f"{url}{number}", 20.0) for number in range(2 * AT_ONCE)))

    with Peer([Counted() for _ in range(4 * AT_ONCE)]) as peer:
        for _ in range(2):
            assert len(asyncio.run(story(peer.url))) == 2 * AT_ONCE


def test_waiting_for_others_is_part_of_the_time_of_each() -> None:
    def silent(line: Line) -> None:
        line.request()
        line.is_left()

    async def story(url: str) -> list[bytes | BaseException]:
        get = web_fetcher()
        times = [1.0] * AT_ONCE + [0.1] * AT_ONCE
        return await asyncio.gather(*(get(f"{url}{seconds}", seconds) for seconds in times), return_exceptions=True)

    with Peer([silent] * AT_ONCE) as peer:
        assert {type(one) for one in asyncio.run(story(peer.url))} == {DeadlineError}
        assert len(peer.heard) == AT_ONCE


def test_a_fetch_that_is_cancelled_leaves_the_others_their_connections() -> None:
    site = Counted()

    async def story(url: str) -> bytes:
        get = web_fetcher()
        first, second = (asyncio.ensure_future(get(f"{url}{number}", 20.0)) for number in range(2))
        await asyncio.sleep(0.01)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        return await second

    with Peer([site] * 2) as peer:
        assert asyncio.run(story(peer.url)) == b"/1"
