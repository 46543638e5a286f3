"""Connections: kept, dropped in time, never more than the pool holds, and left when a stream is left."""

from __future__ import annotations

import threading
import time
from types import SimpleNamespace

import pytest
from tests.unit.transport.peer import PATIENCE, Line, Peer, answer, says
from tests.unit.transport.ways import SHORT, MakeWay, Way, replied

from bitharbor.errors import ClosedError, ConnectionLostError, DeadlineError
from bitharbor.transport import adapter, asynchronous, blocking
from bitharbor.transport.asynchronous import AsyncStream
from bitharbor.transport.blocking import RequestsTransport, Stream
from bitharbor.transport.limits import IDLE_SECONDS
from bitharbor.wire.effects import Reply, Request


def get(url: str) -> Request:
    return Request("GET", url, {})


class LateClock:
    """Makes the blocking transport believe that time went by."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ahead = 0.0
        monkeypatch.setattr(adapter, "time", SimpleNamespace(monotonic=lambda: time.monotonic() + self.ahead))


# kept and dropped


def test_a_connection_serves_one_request_after_another(way: Way) -> None:
    with Peer([says(answer())]) as peer:
        for _ in range(5):
            replied(way.send(get(peer.url)))
        assert len(peer.heard) == 5
        assert peer.connections == 1


def test_a_connection_that_the_daemon_means_to_close_is_not_used_again(way: Way) -> None:
    with Peer([says(answer(b"", "Connection: close"))]) as peer:
        for _ in range(3):
            replied(way.send(get(peer.url)))
        assert peer.connections == 3


@pytest.mark.parametrize("body", [b"", bytes(1 << 17)])
def test_what_follows_an_empty_refusal_meets_no_hanging_up(way: Way, body: bytes) -> None:
    """qBittorrent 3.2 to 4.0 hang up behind it without saying so, and a login follows, which is not sent twice."""
    with Peer([says(answer(b"", status="403 Forbidden"))]) as peer:
        for _ in range(3):
            assert replied(way.send(Request("POST", peer.url, {}, body))).status == 403
        assert peer.connections == 3


def test_a_body_that_an_old_daemon_sends_to_a_head_is_no_answer_to_the_next_request() -> None:
    """4.2.5 does so. The probe asks for the end of the connection, and gets it. Only the blocking faces probe."""

    def old(line: Line) -> None:
        line.request()
        line.say(answer(b"<html>not asked for</html>"))

    with Peer([old, says(answer(b"right"))]) as peer:
        transport = RequestsTransport()
        assert replied(transport.send(Request("HEAD", peer.url, {"Connection": "close"}))).body == b""
        assert replied(transport.send(get(peer.url))).body == b"right"
        transport.close()


def test_no_request_travels_over_a_connection_that_was_idle_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """The daemon drops it at about 7 s: what is sent then is lost, and may be of the kind that is not sent again."""
    clock = LateClock(monkeypatch)
    transport = RequestsTransport()
    with Peer([says(answer())]) as peer:
        replied(transport.send(get(peer.url)))
        clock.ahead = IDLE_SECONDS - 1
        replied(transport.send(get(peer.url)))
        assert peer.connections == 1, "a connection in use is as good as a new one"
        clock.ahead += IDLE_SECONDS + 1
        replied(transport.send(get(peer.url)))
        assert peer.connections == 2
    transport.close()


def test_one_busy_connection_does_not_keep_the_idle_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = LateClock(monkeypatch)
    transport = RequestsTransport()
    gate = threading.Barrier(2)

    def slow(line: Line) -> None:
        while heard := line.request():
            if "together" in heard.target:
                gate.wait(PATIENCE)
            line.say(answer())

    def together(url: str) -> None:
        threads = [threading.Thread(target=transport.send, args=(get(f"{url}together"),)) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)

    with Peer([slow]) as peer:
        together(peer.url)
        for _ in range(3):
            clock.ahead += IDLE_SECONDS - 1
            replied(transport.send(get(peer.url)))
        assert peer.connections == 2
        together(peer.url)
        assert peer.connections == 3
    transport.close()


@pytest.mark.parametrize("make", ["asyncio"], indirect=True)
def test_no_request_travels_over_an_idle_connection_of_aiohttp(make: MakeWay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asynchronous, "IDLE_SECONDS", SHORT / 4)
    way = make()
    with Peer([says(answer())]) as peer:
        replied(way.send(get(peer.url)))
        way.pause(SHORT)
        replied(way.send(get(peer.url)))
        assert peer.connections == 2


def test_many_requests_after_an_idle_time_all_arrive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever drops an old connection must not drop the new ones of the others."""
    clock = LateClock(monkeypatch)
    transport = RequestsTransport()
    with Peer([says(answer())]) as peer:
        for _ in range(30):
            clock.ahead += IDLE_SECONDS + 1
            outcomes: list[object] = []
            start = threading.Barrier(8)

            def call(outcomes: list[object] = outcomes, start: threading.Barrier = start, url: str = peer.url) -> None:
                start.wait(PATIENCE)
                outcomes.append(transport.send(get(url)))

            threads = [threading.Thread(target=call) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(PATIENCE)
            assert all(isinstance(one, Reply) for one in outcomes), outcomes
    transport.close()


def test_no_more_connections_than_the_pool_holds(monkeypatch: pytest.MonkeyPatch, make: MakeWay) -> None:
    monkeypatch.setattr(blocking, "POOL", 3)
    monkeypatch.setattr(asynchronous, "POOL", 3)
    way = make()

    def slow(line: Line) -> None:
        while line.request():
            time.sleep(0.02)
            line.say(answer())

    with Peer([slow]) as peer:
        outcomes = way.send_at_once([get(peer.url)] * 12)
        assert all(isinstance(one, Reply) for one in outcomes)
        assert len(peer.heard) == 12
        assert peer.connections <= 3


def test_closing_ends_the_connections(make: MakeWay) -> None:
    left: list[bool] = []

    def script(line: Line) -> None:
        line.request()
        line.say(answer())
        left.append(line.is_left())

    with Peer([script]) as peer:
        way = make()
        replied(way.send(get(peer.url)))
        way.close()
        _joined(peer)
        assert left == [True]


def _joined(peer: Peer) -> None:
    """Wait for the scripts of all connections to end."""
    for thread in peer._threads[1:]:
        thread.join(PATIENCE)


# streams


def test_a_stream_gives_the_whole_body(way: Way) -> None:
    body = bytes(range(256)) * 8192
    with Peer([says(answer(body))]) as peer:
        assert b"".join(way.pieces(get(peer.url))) == body


def test_a_stream_of_chunks_gives_the_whole_body(way: Way) -> None:
    def script(line: Line) -> None:
        line.request()
        line.say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")

    with Peer([script]) as peer:
        assert b"".join(way.pieces(get(peer.url))) == b"abcde"


def test_leaving_a_stream_early_ends_its_connection(way: Way) -> None:
    """What is left of the body must not be taken for the next answer."""
    left: list[bool] = []

    def endless(line: Line) -> None:
        line.request()
        line.say(answer(b"x" * 4_000_000, length=100_000_000))
        left.append(line.is_left())

    with Peer([endless, says(answer(b"right"))]) as peer:
        assert len(way.pieces(get(peer.url), most=1)) == 1
        assert replied(way.send(get(peer.url))).body == b"right"
        assert peer.connections == 2
        _joined_first(peer)
        assert left == [True]


def _joined_first(peer: Peer) -> None:
    peer._threads[1].join(PATIENCE)


def test_a_stream_that_breaks_off_says_so(way: Way) -> None:
    def script(line: Line) -> None:
        line.request()
        line.say(answer(b"half", length=100))

    with Peer([script]) as peer, pytest.raises(ConnectionLostError):
        way.pieces(get(peer.url))


def test_a_stream_that_stands_still_says_so(make: MakeWay) -> None:
    def script(line: Line) -> None:
        line.request()
        line.say(answer(b"half", length=100))
        line.is_left()

    way = make(patience=SHORT)
    with Peer([script]) as peer, pytest.raises(DeadlineError):
        way.pieces(get(peer.url))


def test_an_error_is_read_at_once_although_a_stream_was_wanted(way: Way) -> None:
    with Peer([says(answer(b"no such torrent", status="404 Not Found"))]) as peer:
        reply = replied(way.open(get(peer.url)))
        assert (reply.status, reply.body) == (404, b"no such torrent")
        replied(way.send(get(peer.url)))
        assert peer.connections == 1


def test_a_stream_is_used_in_its_block_only() -> None:
    def never() -> Reply:
        raise AssertionError("nothing is sent before the block is entered")

    async def never_either() -> Reply:
        return never()

    for stream in (Stream(never), AsyncStream(never_either)):
        with pytest.raises(ClosedError):
            _ = stream.size
    with pytest.raises(ClosedError):
        next(iter(Stream(never)))


@pytest.mark.parametrize("length", [4, None], ids=["said", "not said"])
def test_a_stream_knows_the_size_that_the_daemon_says(length: int | None) -> None:
    headers = {} if length is None else {"Content-Length": str(length)}
    closed: list[bool] = []
    reply = Reply(200, headers, b"", raw=SimpleNamespace(close=lambda: closed.append(True)))
    with Stream(lambda: reply) as stream:
        assert stream.size == length
    assert closed == [True]
