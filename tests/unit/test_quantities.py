"""Sizes, spans and moments as people write them."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.errors import UsageError
from bitharbor.unified import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("1500", 1500),
        ("1kB", 1000),
        ("1KiB", 1024),
        ("1k", 1024),
        ("1.5 GiB", 3 << 29),
        ("2MB/s", 2_000_000),
        (".5m", 1 << 19),
    ],
)
def test_a_size_is_in_bytes(text: str, expected: float) -> None:
    assert quantities.size(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("90", 90), ("90s", 90), ("1h30min", 5400), ("3d 12h", 302_400), ("2w", 1_209_600), ("1y", 31_536_000)]
)
def test_a_span_is_in_seconds(text: str, expected: float) -> None:
    assert quantities.span(text) == expected


def test_a_moment_without_an_offset_is_of_this_machine() -> None:
    assert quantities.moment("2026-01-31T12:00") == datetime(2026, 1, 31, 12).timestamp()
    assert quantities.moment("1970-01-02T00:00+00:00") == 86_400


def test_a_share_may_be_a_percentage() -> None:
    assert quantities.share("50%") == quantities.share("0.5") == 0.5


def test_a_number_may_be_infinite() -> None:
    assert quantities.number("inf") == math.inf
    assert quantities.number("-2.5") == -2.5


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (quantities.size, "-1"),
        (quantities.size, "1 parsec"),
        (quantities.size, "1Mbit"),
        (quantities.size, "1" * 100),
        (quantities.span, "1h or so"),
        (quantities.span, ""),
        (quantities.span, "١d"),
        (quantities.moment, "tomorrow"),
        (quantities.moment, "99999-01-01"),
        (quantities.share, "101%"),
        (quantities.share, "-1"),
        (quantities.number, "nan"),
        (quantities.number, "1e999"),
    ],
)
def test_what_is_no_quantity_is_refused(read: Callable[[str], float], text: str) -> None:
    with pytest.raises(UsageError):
        read(text)


@given(st.text(max_size=50))
def test_nothing_but_a_usage_error_comes_of_any_text(text: str) -> None:
    for read in (quantities.size, quantities.span, quantities.moment, quantities.share, quantities.number):
        try:
            assert isinstance(read(text), float)
        except UsageError:
            continue
