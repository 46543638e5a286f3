"""Bodies of requests, read back by parsers that are not ours: the standard library's `email` and `urllib.parse`."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import Message
from email.parser import BytesParser
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.errors import UsageError
from bitharbor.wire.forms import Part, form_body, multipart_body, query_string

# all text but halves of surrogate pairs, which no encoding has
TEXT = st.text(st.characters(codec="utf-8"))
FIELDS = st.dictionaries(TEXT.filter(bool), TEXT, max_size=6)
# the standard library's parser takes a line end of any kind for the end of a part's head: names are one line here
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), min_size=1, max_size=20)
HALF = "\ud800"


def parsed(content_type: str, body: bytes) -> list[Message]:
    """The parts of a multipart body."""
    message = BytesParser().parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    assert message.is_multipart()
    assert not message.defects
    return [one for one in message.walk() if one is not message]


def disposition(part: Message, key: str) -> str | None:
    """A parameter of a part's Content-Disposition, as the bytes that travelled."""
    head = str(dict(part.raw_items())["Content-Disposition"]).encode("ascii", "surrogateescape")
    found = re.search(rf'; {key}="([^"]*)"'.encode(), head)
    return found[1].decode() if found else None


def content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload


@patient
@given(FIELDS)
def test_a_form_reads_back_as_it_was_written(fields: dict[str, str]) -> None:
    body = form_body(fields).decode("ascii")
    assert dict(parse_qsl(body, keep_blank_values=True, strict_parsing=bool(fields))) == fields


@patient
@given(FIELDS)
def test_a_query_string_reads_back_and_never_says_blank_by_a_plus(fields: dict[str, str]) -> None:
    query = query_string(fields)
    assert "+" not in query
    assert dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(fields))) == fields


def test_a_blank_is_a_plus_in_a_body() -> None:
    assert form_body({"a b": "c d+e"}) == b"a+b=c+d%2Be"


@patient
@given(
    st.dictionaries(NAMES, st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=40), max_size=4),
    st.lists(st.binary(max_size=200), max_size=4),
    NAMES,
)
def test_a_multipart_body_reads_back_as_it_was_written(fields: dict[str, str], files: list[bytes], filename: str) -> None:
    if not fields and not files:
        return
    kind, body = multipart_body(fields, [Part("torrents", filename, one, "application/x-bittorrent") for one in files])
    parts = parsed(kind, body)
    assert [content(one).decode() for one in parts[: len(fields)]] == list(fields.values())
    arrived = parts[len(fields) :]
    assert [content(one) for one in arrived] == files
    assert {disposition(one, "name") for one in arrived} <= {"torrents"}
    assert all(one.get_content_type() == "application/x-bittorrent" for one in arrived)
    names = [disposition(one, "filename") for one in arrived]
    assert len(set(names)) == len(files), "parts of one file name overwrite each other"


@patient
@given(st.binary(max_size=300))
def test_any_bytes_arrive_as_they_are(data: bytes) -> None:
    kind, body = multipart_body({}, [Part("torrents", "x", data)])
    edge = kind.partition("boundary=")[2].encode()
    head, _, rest = body.partition(b"\r\n\r\n")
    assert head.startswith(b"--" + edge + b"\r\n")
    assert rest == data + b"\r\n--" + edge + b"--\r\n"


def test_the_last_boundary_is_followed_by_a_line_end() -> None:
    """Without it qBittorrent keeps the boundary as data of the last part."""
    for fields, parts in (({"a": "b"}, []), ({}, [Part("torrents", "x", b"y")])):
        kind, body = multipart_body(fields, parts)
        assert body.endswith(f"--{kind.partition('boundary=')[2]}--\r\n".encode())


def test_equal_file_names_stay_apart() -> None:
    kind, body = multipart_body({}, [Part("torrents", "same.torrent", b"1"), Part("torrents", "same.torrent", b"2")])
    first, second = (disposition(one, "filename") for one in parsed(kind, body))
    assert first != second
    assert str(first).endswith("same.torrent")
    assert str(second).endswith("same.torrent")


def test_two_bodies_have_two_boundaries() -> None:
    assert multipart_body({}, [Part("a", "b", b"c")])[0] != multipart_body({}, [Part("a", "b", b"c")])[0]


@pytest.mark.parametrize(
    "name", ['x"y', "x\r\nContent-Type: text/evil\r\n\r\nz", "x\ny", "x\\", 'x\\"; filename="y', "é.torrent"]
)
def test_no_name_can_break_out_of_its_quotes(name: str) -> None:
    kind, body = multipart_body({name: "value"}, [Part(name, name, b"data")])
    parts = parsed(kind, body)
    assert [content(one) for one in parts] == [b"value", b"data"]
    assert [sorted(one.keys()) for one in parts] == [["Content-Disposition"], ["Content-Disposition", "Content-Type"]]
    head = body.partition(b"\r\n\r\n")[0]
    assert head.count(b'"') == 2
    assert b"\\" not in head


@pytest.mark.parametrize("fields", [{"a": HALF}, {HALF: "a"}])
def test_text_that_cannot_be_encoded_is_refused_in_plain_words(fields: dict[str, str]) -> None:
    """Such text comes from file names that are no UTF-8."""

    def as_parts(given: dict[str, str]) -> object:
        return multipart_body(given, [Part("a", "b", b"c")])

    encoders: list[Callable[[dict[str, str]], object]] = [form_body, query_string, as_parts]
    for encode in encoders:
        with pytest.raises(UsageError) as caught:
            encode(fields)
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__


def test_a_file_name_that_cannot_be_encoded_does_not_keep_the_file_from_travelling() -> None:
    kind, body = multipart_body({}, [Part("torrents", f"caf{HALF}.torrent", b"data")])
    (part,) = parsed(kind, body)
    assert content(part) == b"data"
