"""What arrives at the daemon, and what comes back: both transports send the same bytes and change nothing on the way."""

from __future__ import annotations

import gzip
import time

import pytest
from tests.unit.transport.peer import Heard, Peer, answer, says
from tests.unit.transport.ways import Way, replied

from bitharbor.wire.effects import Request


def heard(way: Way, request: Request) -> Heard:
    """The request as it arrives."""
    with Peer([says(answer())]) as peer:
        request.url = request.url.replace("http://daemon/", peer.url)
        replied(way.send(request))
        (one,) = peer.heard
        return one


def test_method_path_query_headers_and_body_arrive_as_given(way: Way) -> None:
    one = heard(way, Request("POST", "http://daemon/api/v2/x?a=%20b%2Bc&d=%7C", {"X-Own": "1", "Content-Type": "t/x"}, b"a=b"))
    assert (one.method, one.target, one.body) == ("POST", "/api/v2/x?a=%20b%2Bc&d=%7C", b"a=b")
    assert one.headers["x-own"] == "1"
    assert one.headers["content-type"] == "t/x"
    assert one.headers["content-length"] == "3"


@pytest.mark.parametrize("size", [1, 100_000, 3_000_000])
def test_a_body_of_any_size_has_a_length_and_no_chunks(way: Way, size: int) -> None:
    """qBittorrent does not understand chunked bodies."""
    body = (b"0123456789abcdef" * (size // 16 + 1))[:size]
    one = heard(way, Request("POST", "http://daemon/x", {"Content-Type": "application/octet-stream"}, body))
    assert one.body == body
    assert one.headers["content-length"] == str(size)
    assert "transfer-encoding" not in one.headers
    assert "expect" not in one.headers


def test_an_empty_body_is_said_to_be_empty(way: Way) -> None:
    """qBittorrent of the 3.x line rejects a POST without a length."""
    one = heard(way, Request("POST", "http://daemon/x", {}, b""))
    assert one.headers["content-length"] == "0"


def test_a_request_without_a_body_says_nothing_of_one(way: Way) -> None:
    one = heard(way, Request("GET", "http://daemon/x", {}))
    assert "content-type" not in one.headers
    assert one.headers.get("content-length", "0") == "0"


def test_cookies_travel_with_the_request_and_are_not_kept(way: Way) -> None:
    with Peer([says(answer(b"", "Set-Cookie: SID=from-the-daemon; path=/"))]) as peer:
        replied(way.send(Request("GET", peer.url, {}, cookies={"SID": "ours", "route": "7"})))
        replied(way.send(Request("GET", peer.url, {})))
        first, second = peer.heard
    assert first.headers["cookie"] == "SID=ours; route=7"
    assert "cookie" not in second.headers


def test_compressed_answers_are_not_asked_of_loopback(way: Way) -> None:
    assert heard(way, Request("GET", "http://daemon/x", {})).headers["accept-encoding"] == "identity"


def test_a_compressed_answer_is_unpacked(way: Way) -> None:
    with Peer([says(answer(gzip.compress(b"text" * 1000), "Content-Encoding: gzip"))]) as peer:
        assert replied(way.send(Request("GET", peer.url, {}))).body == b"text" * 1000


def test_a_redirect_is_told_and_not_followed(way: Way) -> None:
    with Peer([says(answer(b"", "Location: /elsewhere", status="302 Found"), answer(b"followed"))]) as peer:
        reply = replied(way.send(Request("GET", peer.url, {})))
        assert (reply.status, reply.headers["location"]) == (302, "/elsewhere")
        assert len(peer.heard) == 1


def test_each_cookie_line_comes_by_itself(way: Way) -> None:
    lines = ("SID=1; expires=Thu, 01 Jan 2099 00:00:00 GMT; path=/", "route=7")
    with Peer([says(answer(b"", *(f"Set-Cookie: {one}" for one in lines)))]) as peer:
        assert replied(way.send(Request("GET", peer.url, {}))).cookies == lines


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
def test_an_answer_without_a_body_ends_at_its_head(way: Way, status: str) -> None:
    with Peer([says(f"HTTP/1.1 {status}\r\n\r\n".encode())]) as peer:
        for _ in range(2):
            assert replied(way.send(Request("GET", peer.url, {}))).body == b""
        assert peer.connections == 1


def test_an_answer_without_a_length_ends_with_its_connection(way: Way) -> None:
    with Peer([lambda line: line.say(b"HTTP/1.1 200 OK\r\n\r\nall of it") if line.request() else None]) as peer:
        assert replied(way.send(Request("GET", peer.url, {}))).body == b"all of it"


def test_names_of_headers_are_found_in_any_case(way: Way) -> None:
    with Peer([says(answer(b"", "CONTENT-type: text/html"))]) as peer:
        headers = replied(way.send(Request("GET", peer.url, {}))).headers
    assert headers.get("Content-Type") == headers.get("content-type") == "text/html"


def test_a_deadline_far_away_changes_nothing(way: Way) -> None:
    body = b"x" * 3_000_000
    with Peer([says(answer(body))]) as peer:
        for _ in range(2):
            reply = replied(way.send(Request("GET", peer.url, {}, deadline=time.monotonic() + 600)))
            assert reply.body == body
        assert peer.connections == 1
