"""SCGI as bytes."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.wire.scgi import (
    BrokenAnswerError,
    Head,
    LongAnswerError,
    NotScgiError,
    cgi_headers,
    read_head,
    request_bytes,
    unpacked,
)

ANSWER = b"Status: 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 5\r\n\r\nhello"
GZIP = Head(200, {"content-encoding": "gzip"}, None, 0)


def test_a_request_is_a_netstring_of_headers_with_the_length_first() -> None:
    body = request_bytes(cgi_headers("POST", "/RPC2", {"Content-Type": "text/xml"}), b"<x/>")
    length, _, rest = body.partition(b":")
    head, comma, content = rest[: int(length)], rest[int(length) : int(length) + 1], rest[int(length) + 1 :]
    assert head.startswith(b"CONTENT_LENGTH\x004\x00SCGI\x001\x00")
    assert b"CONTENT_TYPE\x00text/xml\x00" in head
    assert (comma, content) == (b",", b"<x/>")


def test_a_head_is_read_once_it_is_whole() -> None:
    whole = len(ANSWER) - len(b"hello")
    assert all(read_head(ANSWER[:cut]) is None for cut in range(1, whole))
    head = read_head(ANSWER)
    assert head == Head(200, {"status": "200 OK", "content-type": "text/xml", "content-length": "5"}, 5, whole)


def test_a_web_servers_answer_keeps_its_status() -> None:
    head = read_head(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    assert head
    assert head.status == 404


@pytest.mark.parametrize(
    "data", [b"SSH-2.0-OpenSSH_9.2", b"220 mail\r\n", b"\x16\x03\x01", b"Status" + b"x" * 10, b"Status:" + b"x" * 70_000]
)
def test_what_becomes_no_answer_is_refused_at_once(data: bytes) -> None:
    with pytest.raises(NotScgiError):
        read_head(data)


def test_a_small_compressed_answer_that_unpacks_without_end_is_cut_off() -> None:
    with pytest.raises(LongAnswerError):
        unpacked(GZIP, gzip.compress(b"0" * 50_000_000), 1_000_000)


@pytest.mark.parametrize("body", [gzip.compress(b"hello", mtime=0)[:-4], b"no gzip", b""], ids=["cut", "none", "empty"])
def test_a_compressed_answer_that_is_cut_off_is_no_answer(body: bytes) -> None:
    with pytest.raises(BrokenAnswerError):
        unpacked(GZIP, body, 100)


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise_anything_else(data: bytes) -> None:
    for whole in (data, b"Status: " + data, ANSWER[:20] + data):
        try:
            head = read_head(whole)
        except NotScgiError:
            continue
        assert head is None or head.size <= len(whole)
