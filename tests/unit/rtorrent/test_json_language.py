"""JSON-RPC as 0.16.17 writes it, and as nobody should."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.rtorrent import json_language
from bitharbor.rtorrent.values import Invocation, Refusal, UnreadableError, UnwritableError, Value

JSON: st.SearchStrategy[Value] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def test_answers_of_a_batch_are_told_apart_by_their_ids() -> None:
    body = b'[{"id":1,"jsonrpc":"2.0","result":"b"},{"error":{"code":-32601,"message":"x"},"id":0,"jsonrpc":"2.0"}]'
    assert json_language.decode(body, 2) == [Refusal(-32601, "x"), "b"]


def test_bytes_come_as_lists_of_numbers() -> None:
    body = b'{"id":0,"jsonrpc":"2.0","result":[{"bytes":[108,228],"subtype":null},"a"]}'
    assert json_language.decode(body, 1) == [[b"l\xe4", "a"]]


def test_a_name_that_is_no_utf_8_is_known_by_its_refusal() -> None:
    body = (
        b'{"error":{"code":-32700,"message":"[json.exception.type_error.316] invalid UTF-8 byte at index 7: 0xF6"},'
        b'"id":null,"jsonrpc":"2.0"}'
    )
    answers = json_language.decode(body, 2)
    assert len(answers) == 2
    assert all(isinstance(one, Refusal) and json_language.spoils_json(one) for one in answers)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"7",
        b"{}",
        b"[]",
        b'[{"id":0,"result":1}]',
        b'[{"id":0,"result":1},{"id":0,"result":2}]',
        b'[{"id":0,"result":1},7]',
        b'{"id":0,"error":"text"}',
        b"[" * 100_000,
        b'{"id":0,"result":',
    ],
)
def test_what_is_no_answer_to_a_batch_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        json_language.decode(body, 2)


@given(st.binary(max_size=200), st.integers(1, 3))
def test_no_bytes_whatever_raise_anything_else(body: bytes, count: int) -> None:
    with suppress(UnreadableError):
        assert len(json_language.decode(body, count)) == count


@given(JSON, st.integers(1, 3))
def test_no_json_whatever_raises_anything_else(value: Value, count: int) -> None:
    with suppress(UnreadableError):
        assert len(json_language.decode(json.dumps(value).encode(), count)) == count


@given(st.lists(JSON, max_size=3))
def test_what_is_written_is_what_was_meant(params: list[Value]) -> None:
    body = json_language.encode([Invocation("d.x", tuple(params)), Invocation("d.y")])
    assert [(one["method"], one["params"]) for one in json.loads(body)] == [("d.x", params), ("d.y", [])]


@pytest.mark.parametrize("value", [b"bytes", [b"bytes"], {"a": b"bytes"}, "\ud800"])
def test_what_json_cannot_carry_is_said_before_it_is_sent(value: Value) -> None:
    with pytest.raises((UnwritableError, UnicodeEncodeError)):
        json_language.encode([Invocation("d.x", (value,))])
