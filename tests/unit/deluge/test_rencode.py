"""The encoding: every value comes back, known bytes read as they are known to, and no bytes do harm."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.deluge import rencode
from bitharbor.errors import BadAnswerError, UsageError

SCALARS = st.none() | st.booleans() | st.integers(-(10**61), 10**61) | st.floats(allow_nan=False) | st.text()
KEYS = st.text() | st.integers(-1000, 1000)


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=80) | st.dictionaries(KEYS, inner, max_size=30)


VALUES = st.recursive(SCALARS, nested, max_leaves=60)

# what the format's facts say of single values; the same bytes come from daemons of 2.0.3 to 2.2.1~dev
KNOWN: tuple[tuple[object, bytes], ...] = (
    (0, b"\x00"),
    (43, b"\x2b"),
    (44, b"\x3e\x2c"),
    (-1, b"\x46"),
    (-32, b"\x65"),
    (-33, b"\x3e\xdf"),
    (127, b"\x3e\x7f"),
    (128, b"\x3f\x00\x80"),
    (-32768, b"\x3f\x80\x00"),
    (32768, b"\x40\x00\x00\x80\x00"),
    (2**31, b"\x41\x00\x00\x00\x00\x80\x00\x00\x00"),
    (2**63, b"=9223372036854775808\x7f"),
    (1.5, b"\x2c\x3f\xf8\x00\x00\x00\x00\x00\x00"),
    (True, b"C"),
    (False, b"D"),
    (None, b"E"),
    ("", b"\x80"),
    ("a", b"\x81a"),
    ("b" * 63, b"\xbf" + b"b" * 63),
    ("b" * 64, b"64:" + b"b" * 64),
    ("é", b"\x82\xc3\xa9"),
    ([], b"\xc0"),
    ([1, "a"], b"\xc2\x01\x81a"),
    ([0] * 63, b"\xff" + b"\x00" * 63),
    ([0] * 64, b";" + b"\x00" * 64 + b"\x7f"),
    ({}, b"\x66"),
    ({"a": 1}, b"\x67\x81a\x01"),
    (dict.fromkeys(range(25), 0), b"<" + b"".join(bytes((number, 0)) for number in range(25)) + b"\x7f"),
)


@pytest.mark.parametrize(("value", "data"), KNOWN, ids=[repr(value)[:20] for value, _ in KNOWN])
def test_known_values_have_their_known_bytes(value: object, data: bytes) -> None:
    assert rencode.encode(value) == data
    assert rencode.decode(data) == value


def test_a_short_float_is_read() -> None:
    assert rencode.decode(b"\x42\x3f\xc0\x00\x00") == 1.5


def test_a_long_list_without_length_may_hold_few_items() -> None:
    assert rencode.decode(b";\x01\x7f") == [1]
    assert rencode.decode(b"<\x81a\x01\x7f") == {"a": 1}


@patient
@given(VALUES)
def test_every_value_comes_back_as_it_went(value: Any) -> None:
    assert rencode.decode(rencode.encode(value)) == value


@patient
@given(st.binary())
def test_bytes_that_are_no_text_come_out_again_as_they_were(data: bytes) -> None:
    read = rencode.decode(rencode.encode(data))
    assert isinstance(read, str)
    assert rencode.encode(read) == rencode.encode(data)


@patient
@given(st.binary(max_size=300))
@example(b"=" + b"9" * 5000 + b"\x7f")
@example(b"9" * 5000 + b":")
@example(b"9999999999:")
@example(b"=-\x7f")
@example(b"=\xd9\xa3\x7f")
@example(b"\x67\xc0\x00")
@example(b"\x67\x66\x00")
@example(b"\xc1" * 100_000)
@example(b";" * 100_000)
@example(b"<" * 100_000)
@example(b"\x67\x00" * 100_000)
def test_no_bytes_lead_to_an_error_of_another_kind(data: bytes) -> None:
    try:
        rencode.decode(data)
    except BadAnswerError:
        return


@patient
@given(VALUES, st.data())
def test_a_cut_or_changed_value_is_a_value_or_a_bad_answer(value: Any, data: st.DataObject) -> None:
    whole = bytearray(rencode.encode([value]))
    place = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(BadAnswerError):
        rencode.decode(bytes(whole[:place]))
    whole[place] = data.draw(st.integers(0, 255))
    try:
        rencode.decode(bytes(whole))
    except BadAnswerError:
        return


def test_bytes_behind_a_value_are_refused() -> None:
    with pytest.raises(BadAnswerError, match="follows"):
        rencode.decode(b"\x00\x00")


def endless() -> list[object]:
    itself: list[object] = []
    itself.append(itself)
    return itself


@pytest.mark.parametrize(
    "make",
    [endless, lambda: 10**64, lambda: -(10**63), lambda: "\ud800", object, lambda: {(1,): 1}, lambda: {1, 2}, lambda: [1 + 2j]],
    ids=["endless", "huge", "huge below", "surrogate", "object", "tuple as key", "set", "complex"],
)
def test_what_cannot_be_sent_is_refused_before_it_is(make: Callable[[], object]) -> None:
    with pytest.raises(UsageError):
        rencode.encode(make())


def test_depth_ends_at_the_same_place_both_ways() -> None:
    deepest: list[Any] = []
    for _ in range(rencode.DEPTH_LIMIT - 1):
        deepest = [deepest]
    assert rencode.decode(rencode.encode(deepest)) == deepest
    with pytest.raises(UsageError):
        rencode.encode([deepest])
    with pytest.raises(BadAnswerError):
        rencode.decode(b"\xc1" * rencode.DEPTH_LIMIT + b"\xc0")


def test_floats_that_are_no_numbers_come_back() -> None:
    read = rencode.decode(rencode.encode([math.inf, -math.inf, math.nan]))
    assert isinstance(read, list)
    assert read[:2] == [math.inf, -math.inf]
    assert read[2] != read[2]
