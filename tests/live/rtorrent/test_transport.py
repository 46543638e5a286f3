"""The SCGI transport against a real rTorrent that is busy: what its faults say."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlsplit

from tests.harness.daemon import Daemon

from bitharbor.rtorrent import xml_language
from bitharbor.rtorrent.values import Invocation
from bitharbor.transport.scgi import AT_ONCE, ScgiTransport
from bitharbor.wire.effects import Fault, Kind, Reply, Request


def request(method: str, *params: str, seconds: float | None = None) -> Request:
    deadline = None if seconds is None else time.monotonic() + seconds
    body = xml_language.encode([Invocation(method, params)])
    return Request("POST", "scgi://127.0.0.1/RPC2", {"Content-Type": "text/xml"}, body, deadline=deadline)


def test_a_busy_daemon_is_no_unreachable_one(own_rtorrent: Daemon) -> None:
    async def story() -> None:
        transport = ScgiTransport("127.0.0.1", urlsplit(own_rtorrent.url).port or 0)
        busy = asyncio.ensure_future(transport.send(request("execute.throw", "", "sleep", "2")))
        await asyncio.sleep(0.2)
        waiting = [asyncio.ensure_future(transport.send(request("system.pid", seconds=0.5))) for _ in range(AT_ONCE + 5)]
        faults = await asyncio.gather(*waiting)
        assert {one.kind for one in faults if isinstance(one, Fault)} == {Kind.TIMEOUT}
        assert len(faults) == AT_ONCE + 5
        # who waited for a turn knows that nothing was sent
        assert {one.was_sent for one in faults if isinstance(one, Fault)} == {True, False}
        assert isinstance(await busy, Reply)

    asyncio.run(story())


def test_nobody_is_told_of_an_answer_that_came_after_its_deadline(own_rtorrent: Daemon) -> None:
    async def story() -> None:
        transport = ScgiTransport("127.0.0.1", urlsplit(own_rtorrent.url).port or 0)
        fault = await transport.send(request("system.pid", seconds=0.0))
        assert isinstance(fault, Fault)
        assert (fault.kind, fault.was_sent) == (Kind.TIMEOUT, False)

    asyncio.run(story())
