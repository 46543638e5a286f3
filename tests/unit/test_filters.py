"""Filters: what they match, which fields they need, and where they point when they cannot be understood."""

from __future__ import annotations

import math
import operator
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.errors import UsageError
from bitharbor.unified import FIELDS, State, Torrent, TorrentFile, Tracker
from bitharbor.unified.filters import KINDS, FilterError, Kind, parse

NOW = 1_800_000_000.0
DAY = 86_400


def torrent(**fields: object) -> Torrent:
    """A torrent with these fields."""
    return Torrent(infohash="ab" * 20, **fields)  # type: ignore[arg-type]  # fields of all types


FULL = torrent(
    name="Lake Garda.jpg",
    state=State.SEEDING,
    ratio=2.5,
    size=3 << 30,
    progress=0.5,
    eta=5400,
    download_rate=0,
    upload_rate=2000,
    added_at=int(NOW) - 3 * DAY,
    is_private=True,
    is_complete=False,
    labels=("Holiday", "blue"),
    category="",
    tracker="http://tracker.EXAMPLE.org/announce",
    trackers=(Tracker(url="http://a.example/announce"), Tracker(url="http://b.test/announce")),
    files=(TorrentFile(index=0, path="Lake/one.jpg", size=1),),
)


@pytest.mark.parametrize(
    "text",
    [
        "all",
        "seeding",
        "SEEDING",
        "state = seeding",
        "state != stopped",
        "not stopped",
        "private",
        "is_private = yes",
        "is_private != no",
        "incomplete",
        "active",
        "ratio > 2",
        "ratio>2",
        "ratio >= 2.5",
        "ratio < inf",
        "ratio == 2.5",
        "size > 2GiB",
        "size > 2 GiB",
        "size = 3G",
        "size > 3GB",
        "size < 3500000 kB",
        "upload_rate >= 2kB/s",
        "up > 1KiB/s",
        "progress = 50%",
        "done >= 0.5",
        "eta = 90m",
        "eta = 1h30min",
        "eta < 2 h",
        "added < 7d",
        "added > 2 d",
        "added > 2020-01-01",
        "added > 20200101",
        "added < 2200-01-01T12:00",
        "name ~ garda",
        "name = 'Lake Garda.jpg'",
        'name = "Lake Garda.jpg"',
        "name !~ como",
        "name != Lake",
        "tracker ~ example",
        "trackers ~ b.test",
        "files ~ one.jpg",
        "label = blue",
        "labels ~ HOL",
        "labels != green",
        "category = none",
        "comment = none",
        "name != none",
        "ratio > 2 and tracker ~ example",
        "stopped or seeding",
        "stopped or ratio > 2 and private",
        "not (stopped or ratio < 2)",
        "((ratio > 2))",
        "not not seeding",
        "NOT stopped AND ratio > 2",
        "hash ~ abab",
    ],
)
def test_a_filter_matches(text: str) -> None:
    assert parse(text, NOW).matches(FULL)


@pytest.mark.parametrize(
    "text",
    [
        "stopped",
        "not all",
        "ratio > 2.5",
        "size = 3GB",
        "progress > 50%",
        "added > 7d",
        "name = lake",
        "name = 'lake garda.jpg'",
        "label = Blue",
        "(stopped or seeding) and ratio > 3",
        "stopped and seeding or ratio > 3",
        "complete",
        "forced",
    ],
)
def test_a_filter_does_not_match(text: str) -> None:
    assert not parse(text, NOW).matches(FULL)


@pytest.mark.parametrize("compare", ["=", "<", "<=", ">", ">="])
def test_what_the_daemon_does_not_tell_is_matched_by_no_comparison(compare: str) -> None:
    assert not parse(f"ratio {compare} 1").matches(torrent())
    assert parse(f"not ratio {compare} 1").matches(torrent())


def test_unequal_is_exactly_not_equal() -> None:
    assert parse("ratio != 1").matches(torrent())
    assert parse("name !~ x").matches(torrent())


def test_a_filter_says_which_fields_it_needs() -> None:
    assert parse("ratio > 2 and (label = x or not stopped)").fields == {"ratio", "labels", "state"}
    assert parse("all").fields == frozenset()
    assert parse("active").fields == {"download_rate", "upload_rate"}


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "empty"),
        ("   ", 4, "empty"),
        ("ration > 2", 1, "no field 'ration'"),
        ("ratio > two", 9, "'two' is no number"),
        ("ratio >", 8, "a value is missing"),
        ("ratio ~ 2", 7, "no text"),
        ("ratio", 1, "compared with nothing"),
        ("name > 3", 6, "is a text"),
        ("size > 3 parsec", 10, "not expected"),
        ("size > 3parsec", 8, "no size"),
        ("state = sleeping", 9, "not one of them"),
        ("state < stopped", 7, "no order"),
        ("private = perhaps", 11, "neither yes nor no"),
        ("progress > 50", 12, "no share"),
        ("added > soon", 9, "no moment"),
        ("added > 5", 9, "no moment"),
        ("stoped", 1, "did you mean stopped"),
        ("(seeding", 9, "a ) is missing"),
        ("seeding)", 8, "not expected"),
        ("seeding and", 12, "missing at the end"),
        ("and seeding", 1, "not expected"),
        ("name = 'Lake", 8, "not closed"),
        ("name ! x", 6, "says nothing"),
        ("seeding stopped", 9, "not expected"),
        ("ratio < none", 7, "only = and !="),
        ("(" * 200, 51, "too many"),
        ("not " * 200, 201, "too many"),
    ],
)
def test_what_cannot_be_understood_is_pointed_at(text: str, column: int, words: str) -> None:
    with pytest.raises(FilterError, match=re.escape(words)) as caught:
        parse(text, NOW)
    assert caught.value.column == column
    assert caught.value.text == text


def test_every_field_of_a_torrent_can_be_filtered_by() -> None:
    assert set(KINDS) == set(FIELDS)


def test_ages_count_from_this_moment_where_no_other_is_given() -> None:
    young = torrent(added_at=int(time.time()) - 60)
    assert parse("added < 1h").matches(young)
    assert not parse("added > 1h").matches(young)


@given(st.text(max_size=60))
def test_any_text_is_a_filter_or_an_error_that_points_into_it(text: str) -> None:
    is_understood_or_pointed_at(text)


def is_understood_or_pointed_at(text: str) -> None:
    column = 1
    try:
        parse(text, NOW).matches(FULL)
    except FilterError as error:
        column = error.column
    assert 1 <= column <= len(text) + 1


PIECES = (
    *("and", "or", "not", "(", ")", "=", "!=", "<", ">", "~", "all", "private", "seeding", "none", "x", "'y z'"),
    *("ratio", "size", "added", "state", "name", "labels", "2", "3GiB", "7d", "50%", "MiB"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_any_row_of_pieces_is_a_filter_or_an_error_that_points_into_it(text: str) -> None:
    is_understood_or_pointed_at(text)


@dataclass(frozen=True)
class Meant:
    """A filter, and what it means, found by other means."""

    text: str
    holds: Callable[[Torrent], bool]


NUMBERS = [name for name, kind in KINDS.items() if kind is Kind.NUMBER]
SIGNS = {"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def comparison(name: str, sign: str, number: int) -> Meant:
    """A comparison of a number."""

    def holds(one: Torrent) -> bool:
        found = getattr(one, name)
        return sign == "!=" if found is None else bool(SIGNS[sign](found, number))

    return Meant(f"{name}{sign}{number}", holds)


def joined(word: str, one: Meant, two: Meant) -> Meant:
    """Two of them, joined; the first in parentheses, the second where it needs them."""
    unite = all if word == "and" else any
    return Meant(f"({one.text}) {word} ({two.text})", lambda found: unite((one.holds(found), two.holds(found))))


COMPARISONS = st.builds(comparison, st.sampled_from(NUMBERS), st.sampled_from(sorted(SIGNS)), st.integers(0, 3))
MEANT = st.recursive(
    COMPARISONS,
    lambda inner: st.one_of(
        st.builds(joined, st.sampled_from(["and", "or"]), inner, inner),
        inner.map(lambda one: Meant(f"not ({one.text})", lambda found: not one.holds(found))),
    ),
    max_leaves=8,
)
TORRENTS = st.fixed_dictionaries({name: st.none() | st.integers(0, 3) for name in NUMBERS}).map(lambda fields: torrent(**fields))


@given(MEANT, TORRENTS)
def test_a_filter_means_what_its_parts_mean(meant: Meant, one: Torrent) -> None:
    assert parse(meant.text).matches(one) is meant.holds(one)


@given(COMPARISONS, COMPARISONS, COMPARISONS, TORRENTS)
def test_and_binds_before_or(a: Meant, b: Meant, c: Meant, one: Torrent) -> None:
    found = parse(f"{a.text} or {b.text} and {c.text}").matches(one)
    assert found is (a.holds(one) or (b.holds(one) and c.holds(one)))
    found = parse(f"not {a.text} and {b.text}").matches(one)
    assert found is ((not a.holds(one)) and b.holds(one))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_any_name_can_be_quoted(name: str) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    assert parse(f'name = "{quoted}"').matches(torrent(name=name))


def test_an_infinite_ratio_is_more_than_any_number() -> None:
    assert parse("ratio > 1000").matches(torrent(ratio=math.inf))
    assert issubclass(FilterError, UsageError)
