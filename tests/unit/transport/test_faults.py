"""Faults are values, and each says rightly whether the daemon may have got the request."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
from collections.abc import Iterator

import pytest
from tests.harness.certificate import Certificate
from tests.unit.transport.peer import Line, Peer, Script, answer, says
from tests.unit.transport.ways import LONG, SHORT, MakeWay, Way, faulted, replied

from bitharbor.errors import ClosedError
from bitharbor.wire.effects import Fault, Kind, Request


def get(url: str, **more: object) -> Request:
    request = Request("GET", url, {})
    for name, value in more.items():
        setattr(request, name, value)
    return request


def soon() -> float:
    return time.monotonic() + SHORT


def outcome(way: Way, script: Script, **more: object) -> tuple[Kind, bool]:
    """What becomes of a request to a peer of that script."""
    with Peer([script]) as peer:
        fault = faulted(way.send(get(peer.url, **more)))
        return fault.kind, fault.was_sent


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port that belongs to us and takes no connections."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        yield port


# no connection


def test_a_refused_connection_was_certainly_not_sent(way: Way, closed_port: int) -> None:
    fault = faulted(way.send(get(f"http://127.0.0.1:{closed_port}/")))
    assert (fault.kind, fault.was_sent) == (Kind.CONNECT, False)


def test_a_name_that_is_not_found_was_certainly_not_sent(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    fault = faulted(way.send(get("http://daemon.invalid/")))
    assert (fault.kind, fault.was_sent) == (Kind.CONNECT, False)


@pytest.mark.parametrize("url", ["http://a..b/", f"http://{'a' * 70}.invalid/", "http://%/"])
def test_a_host_that_is_none_is_a_fault_and_was_certainly_not_sent(way: Way, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert not faulted(way.send(get(url))).was_sent


# TLS


def test_a_certificate_that_nobody_trusts_is_told_before_anything_is_sent(way: Way, tls: ssl.SSLContext) -> None:
    with Peer([says(answer())], tls=tls) as peer:
        fault = faulted(way.send(get(peer.url)))
        assert (fault.kind, fault.was_sent) == (Kind.TLS, False)
        assert peer.heard == []


def test_any_certificate_will_do_when_verification_is_off(make: MakeWay, tls: ssl.SSLContext) -> None:
    with Peer([says(answer(b"secret"))], tls=tls) as peer:
        assert replied(make(verify=False).send(get(peer.url))).body == b"secret"


def test_a_bundle_that_holds_the_certificate_is_trusted(make: MakeWay, tls: ssl.SSLContext, certificate: Certificate) -> None:
    with Peer([says(answer(b"secret"))], tls=tls) as peer:
        way = make(verify=str(certificate.chain))
        assert replied(way.send(get(peer.url))).body == b"secret"


def test_verification_stays_off_under_a_bundle_of_the_environment(
    make: MakeWay, tls: ssl.SSLContext, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", ssl.get_default_verify_paths().cafile or str(certificate.key))
    with Peer([says(answer(b"secret"))], tls=tls) as peer:
        assert replied(make(verify=False).send(get(peer.url))).body == b"secret"


def test_https_spoken_to_an_http_port_is_no_trusted_connection(way: Way) -> None:
    def script(line: Line) -> None:
        line.say(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        line.is_left()

    with Peer([script]) as peer:
        fault = faulted(way.send(get(peer.url.replace("http:", "https:"))))
    assert (fault.kind, fault.was_sent) == (Kind.TLS, False)


def stays_silent(line: Line) -> None:
    """Say nothing until the other end leaves."""
    line.is_left()


def test_https_spoken_to_a_silent_port_ends_at_the_deadline(way: Way) -> None:
    with Peer([stays_silent]) as peer:
        fault = faulted(way.send(get(peer.url.replace("http:", "https:"), deadline=soon())))
    assert fault.kind is Kind.TIMEOUT


def test_http_spoken_to_an_https_port_gets_no_answer(way: Way, tls: ssl.SSLContext) -> None:
    with Peer([says(answer())], tls=tls) as peer:
        fault = faulted(way.send(get(peer.url.replace("https:", "http:"))))
    assert fault.kind in (Kind.LOST, Kind.OTHER)


# the connection breaks


def reset(line: Line) -> None:
    line.request()
    line.reset()


def closed(line: Line) -> None:
    line.request()


def half(line: Line) -> None:
    line.request()
    line.say(answer(b"half", length=100))


def half_of_chunks(line: Line) -> None:
    line.request()
    line.say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")


def half_then_reset(line: Line) -> None:
    line.request()
    line.say(answer(b"half", length=100))
    line.reset()


def half_of_the_head(line: Line) -> None:
    line.request()
    line.say(b"HTTP/1.1 200 OK\r\nServer: x\r\nContent-Le")


@pytest.mark.parametrize(
    "script", [reset, closed, half_of_the_head, half, half_of_chunks, half_then_reset], ids=lambda one: one.__name__
)
def test_a_connection_that_breaks_may_have_delivered_the_request(way: Way, script: Script) -> None:
    assert outcome(way, script) == (Kind.LOST, True)


def garbage(line: Line) -> None:
    line.request()
    line.say(b"\x16\x03\x01 SSH-2.0-what is this\r\n\r\n")


def wrong_chunks(line: Line) -> None:
    line.request()
    line.say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhalf\r\n0\r\n\r\n")


def wrong_gzip(line: Line) -> None:
    line.request()
    line.say(answer(b"this is no gzip", "Content-Encoding: gzip"))


@pytest.mark.parametrize("script", [garbage, wrong_chunks, wrong_gzip], ids=lambda one: one.__name__)
def test_an_answer_that_is_no_http_may_have_come_of_a_delivered_request(way: Way, script: Script) -> None:
    kind, was_sent = outcome(way, script)
    assert kind in (Kind.LOST, Kind.OTHER)
    assert was_sent


# time


def silent(line: Line) -> None:
    line.request()
    line.is_left()


def dripping(line: Line) -> None:
    """A body that comes a byte at a time, without end."""
    line.request()
    line.say(answer(b"", length=1_000_000))
    while not _is_gone(line):
        time.sleep(SHORT / 10)


def _is_gone(line: Line) -> bool:
    try:
        line._sock.sendall(b".")
    except OSError:
        return True
    return False


def test_silence_longer_than_the_patience_is_a_timeout(make: MakeWay) -> None:
    assert outcome(make(patience=SHORT), silent) == (Kind.TIMEOUT, True)


def test_silence_until_the_deadline_is_a_timeout(way: Way) -> None:
    assert outcome(way, silent, deadline=soon()) == (Kind.TIMEOUT, True)


def test_a_body_that_goes_on_past_the_deadline_is_a_timeout(way: Way) -> None:
    assert outcome(way, dripping, deadline=soon()) == (Kind.TIMEOUT, True)


def test_a_body_that_stands_still_is_a_timeout(make: MakeWay) -> None:
    def script(line: Line) -> None:
        line.request()
        line.say(answer(b"half", length=100))
        line.is_left()

    assert outcome(make(patience=SHORT), script) == (Kind.TIMEOUT, True)


def test_of_requests_on_their_way_together_each_ends_at_its_own_deadline(way: Way) -> None:
    def late(line: Line) -> None:
        while line.request():
            time.sleep(5 * SHORT)
            line.say(answer())

    far = time.monotonic() + LONG
    with Peer([late]) as peer:
        replied(way.send(get(peer.url, deadline=far)))
        asked = [get(peer.url, deadline=far), get(peer.url, deadline=soon()), get(peer.url), get(peer.url, deadline=soon())]
        is_fault = [isinstance(one, Fault) for one in way.send_at_once(asked)]
    assert is_fault == [False, True, False, True]


def test_an_answer_that_waits_to_be_read_is_not_silence(make: MakeWay) -> None:
    body = bytes(8 << 20)  # more than any buffer on the way
    way = make(patience=SHORT)
    with Peer([says(answer(body))]) as peer:
        assert b"".join(way.pieces(get(peer.url), idle=3 * SHORT)) == body


def test_a_request_whose_time_is_over_is_not_sent(way: Way) -> None:
    with Peer([says(answer())]) as peer:
        replied(way.send(get(peer.url)))
        fault = faulted(way.send(get(peer.url, deadline=time.monotonic() - 1)))
        assert fault.kind is Kind.TIMEOUT
        assert len(peer.heard) == 1


def test_a_connection_that_timed_out_is_not_used_again(make: MakeWay) -> None:
    """Its answer may still come, and would be taken for that of the next request."""

    def late(line: Line) -> None:
        line.request()
        time.sleep(3 * SHORT)
        line.say(answer(b"late"))
        line.is_left()

    way = make(patience=SHORT)
    with Peer([late, says(answer(b"right"))]) as peer:
        faulted(way.send(get(peer.url)))
        assert replied(way.send(get(peer.url))).body == b"right"
        assert peer.connections == 2


# size


def chunks_without_end(line: Line) -> None:
    line.request()
    line.say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not _is_gone_after(line, b"400\r\n" + b"x" * 1024 + b"\r\n"):
        continue


def no_length_without_end(line: Line) -> None:
    line.request()
    line.say(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    while not _is_gone_after(line, b"x" * 1024):
        continue


def large_by_length(line: Line) -> None:
    line.request()
    line.say(answer(b"", length=1_000_000))
    line.is_left()


def _is_gone_after(line: Line, data: bytes) -> bool:
    try:
        line._sock.sendall(data)
    except OSError:
        return True
    return False


@pytest.mark.parametrize("script", [large_by_length, chunks_without_end, no_length_without_end], ids=lambda one: one.__name__)
def test_an_answer_beyond_the_limit_is_not_kept_and_its_connection_is_left(way: Way, script: Script) -> None:
    left: list[bool] = []

    def watched(line: Line) -> None:
        script(line)
        left.append(line.is_left())

    with Peer([watched]) as peer:
        fault = faulted(way.send(get(peer.url, limit=10_000)))
        assert (fault.kind, fault.was_sent) == (Kind.TOO_LARGE, True)
        for thread in peer._threads[1:]:
            thread.join(LONG)
        assert left == [True]


def test_a_small_answer_that_unpacks_beyond_the_limit_is_not_kept(way: Way) -> None:
    assert outcome(way, says(answer(gzip.compress(bytes(10_000_000)), "Content-Encoding: gzip")), limit=100_000) == (
        Kind.TOO_LARGE,
        True,
    )


def test_an_answer_of_just_the_limit_is_kept(way: Way) -> None:
    with Peer([says(answer(b"x" * 10_000))]) as peer:
        assert len(replied(way.send(get(peer.url, limit=10_000))).body) == 10_000


def test_a_large_answer_within_the_limit_arrives_whole(way: Way) -> None:
    body = bytes(range(256)) * 20_000
    with Peer([says(answer(body))]) as peer:
        assert replied(way.send(get(peer.url))).body == body


# closed


def test_a_closed_transport_says_so(make: MakeWay) -> None:
    way = make()
    way.transport.close() if way.kind == "blocking" else way.runner.run(way.transport.close())  # type: ignore[attr-defined]  # of its kind
    with pytest.raises(ClosedError):
        way.send(get("http://127.0.0.1:1/"))
