"""What any language writes is read back within the precision that is shown, and nothing is ever made up."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.digest_text.languages import LANGUAGES, NUMBERS, TIMES, Language, Times, duration, size

from bitharbor.qbittorrent.digest_text import dates, digits, measures, words
from bitharbor.qbittorrent.digest_text.measures import Measure

languages = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
forms = st.sampled_from(list(NUMBERS))
amounts = st.one_of(*(st.integers(0, 1024**step) for step in (1, 2, 3, 4))) | st.integers(0, 2**62)


@languages
@given(form=forms, value=amounts, doubled=st.booleans())
def test_sizes_and_rates_are_read_back_within_the_shown_precision(
    language: Language, form: str, value: int, doubled: bool
) -> None:
    text = size(value, language, form)
    if text is None:
        return
    found = measures.size(text)
    assert found is not None
    assert found.least <= value <= found.most
    assert measures.rate(text + language.second * (2 if doubled else 1)) == found


@languages
@given(form=forms, rate=amounts, amount=amounts, doubled=st.booleans())
def test_sentences_are_parted_right_or_not_at_all(language: Language, form: str, rate: int, amount: int, doubled: bool) -> None:
    fast, slow = size(rate, language, form), size(amount, language, form)
    if fast is None or slow is None:
        return
    sentence = f"D: {fast}{language.second * (2 if doubled else 1)} - T: {slow}"
    speed, data = measures.rate_and_amount(sentence)
    if (speed, data) == (None, None):
        assert language.sizes_have_a_stroke
        return
    assert speed is not None
    assert data is not None
    assert speed.least <= rate <= speed.most
    assert data.least <= amount <= data.most


@languages
@given(form=forms, total=amounts, session=amounts)
def test_totals_and_sessions_are_read_apart(language: Language, form: str, total: int, session: int) -> None:
    outer, inner = size(total, language, form), size(session, language, form)
    if outer is None or inner is None:
        return
    both = measures.total_and_session(f"{outer} ({inner} xyz abc)")
    assert both == (measures.size(outer), measures.size(inner))


@pytest.mark.parametrize("times", TIMES.values(), ids=list(TIMES))
@given(seconds=st.integers(0, 100 * 86400))
def test_durations_are_read_back_within_the_shown_precision(times: Times, seconds: int) -> None:
    text = duration(seconds, times)
    found = measures.duration(text)
    if text == "∞":
        assert found is None
        return
    assert found is not None
    assert found.least <= seconds <= found.most
    assert found.most - found.least < 3600
    assert measures.elapsed_and_seeding(f"{text} (xyz {text})") == (found, found)


@given(first=st.integers(0, 23), second=st.integers(0, 23))
def test_two_figures_with_unknown_units_are_read_only_where_one_meaning_is_left(first: int, second: int) -> None:
    assert measures.duration(f"{first}qq {second}zz") is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("53qq 0zz", 53 * 86400),
        ("5qq 59zz", 5 * 3600 + 59 * 60),
        ("7qq", 420),
        ("alle minuutti", 1),
        ("1d 23h", 86400 + 23 * 3600),
    ],
)
def test_forms_of_durations_tell_what_their_units_do_not(text: str, seconds: int) -> None:
    found = measures.duration(text)
    assert found is not None
    assert found.least == seconds


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "∞", "Unknown", "Неизвестно", "d", "m 5", "5", "60m", "2h 60m", "100d 0h", "24h 5m", "< 2m", "-5m"),
        *("5m 5m 5m", "5 m m", "1.5m", "5m.5", "< 5h 1m", "5h 1m (", "vähän alle minuutti", "1٢m", "0h 5h"),
    ],
)
def test_no_time_is_made_of_what_is_none(text: str) -> None:
    found = measures.duration(text)
    assert found is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "Unknown",
            "Неизвестно",
            "∞",
            "5",
            "B",
            "5 XiB",
            "1.5 B",
            "1024 B",
            "1.23 KiB",
            "12 KiB",
            "1.023.9 KiB",
            "1,02,3 MiB",
        ),
        *("1,023.9,5 KiB", "1024.1 KiB", "1٢.5 KiB", "-5.0 KiB", "1.5 KiB x", "5.0 KiB/s2", "1,023,9 KiB", ".5 KiB", "1. KiB"),
        *(
            "99999999999999999.9 TiB",
            "9999999999999.9 TiB",
            "5.0 m",
            "1.5 K",
            "x 5.0 KiB",
            "5.0 КiB",
            "5.0 MiB/s",
            "1.0 KiB 1.0 KiB",
        ),
    ],
)
def test_no_size_is_made_of_what_is_none(text: str) -> None:
    assert measures.size(text) is None


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "",
            "D: - T:",
            "D: 5.0 KiB - T: 5.0 KiB",
            "D: 5.0 KiB/s - T: 5.0 KiB/s",
            "D: 5 B/s",
            "5 B/s - 5 B - 5 B",
            "D: -5 B/s - T: -5 B",
        ),
    ],
)
def test_a_sentence_that_could_mean_two_things_means_nothing(sentence: str) -> None:
    assert measures.rate_and_amount(sentence) == (None, None)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Thursday, January 1, 1970 12:00:01 AM UTC", 1),
        ("January 1, 1970 12:00:01 PM GMT", 43201),
        ("Thursday, 1 January 1970 02:00:00 GMT+2", 0),
        ("1 января 1970 г. 3:00:05 UTC+03:00", 5),
    ],
)
def test_dates_are_read_with_their_zone(text: str, seconds: int) -> None:
    assert dates.unix_time(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "16 ноября 2011 г. 20:52:54",  # which zone?
        "Wednesday, November 16, 2011 8:52:54 PM CET",
        "Thursday, November 16, 2011 8:52:54 PM UTC",  # it was a Wednesday
        "Wednesday, November 31, 2011 8:52:54 PM UTC",
        "Wednesday, November 16, 2011 13:52:54 PM UTC",
        "Mittwoch, 16. November 2011 20:52:54 UTC",
        "Wednesday, November 16, 2011",
        "?",
    ],
)
def test_a_date_that_may_be_another_one_is_none(text: str) -> None:
    assert dates.unix_time(text) is None


@pytest.mark.parametrize(
    ("text", "least"),
    [("∞", -1.0), ("0.0", 0.0), ("0,9", 0.9), ("٩٩٫٩", 99.9), ("100.0", 100.0), ("100.1", None), ("1", None), ("", None)],
)
def test_ratios_end_at_a_hundred(text: str, least: float | None) -> None:
    found = measures.ratio(text)
    assert (found.least if found else None) == least


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("0 (100 max)", (0, 100)),
        ("3 (макс. 7)", (3, 7)),
        ("3 (∞ max)", (3, -1)),
        ("3 (-1 max)", (3, -1)),
        ("3 (max)", (3, None)),
        ("3", (3, None)),
    ],
)
def test_connections_are_read_apart(text: str, both: tuple[int, int | None]) -> None:
    found = measures.connections(text)
    assert tuple(one.least if one else None for one in found) == both


ALPHABET = st.sampled_from(
    [
        *"0123456789٠٣٩१५５.,٫٬'  \u00a0<«(（)）/∞*-+²½",
        *"dhmдчмKMGTiBКиБsсo",
        "KiB",
        "GiB",
        "/s",
        " B",
        "ك.ب",
        "바이트",
        "גיגה בייט",
        "\u200f",
    ]
)
texts = st.text(max_size=40) | st.lists(ALPHABET, max_size=14).map("".join)

READERS: list[Callable[[str], Measure | tuple[Measure | None, ...] | None]] = [
    *(measures.size, measures.rate, measures.limit, measures.eta, measures.duration, measures.ratio, measures.count),
    *(measures.queue_position, measures.peers, measures.connections, measures.total_and_session, measures.elapsed_and_seeding),
    measures.rate_and_amount,
]


def figures_of(text: str) -> list[str]:
    """All digits of each run that holds nothing but digits and marks between them."""
    plain = "".join(str(unicodedata.decimal(letter, letter)) for letter in text.translate(digits.INVISIBLE))
    return [re.sub("[^0-9]", "", run) for run in re.findall(r"[0-9][0-9.,٫٬'’\u00a0\u2009\u202f]*", plain)]


def could_stand_for(value: float, figures: list[str]) -> bool:
    """Whether a value is made of the digits of the text: bytes in some unit, times, counts or tenths."""
    if value in (-1, 0, 1, measures.ENDLESS_ETA):
        return True
    whole = [int(one) for one in figures]
    possible = {float(one) for one in whole} | {one / 10 for one in whole} | {one * 60.0 for one in whole}
    possible |= {float(math.ceil(Fraction(one * 1024**step, 10))) for one in whole for step in range(5)}
    possible |= {float(a * 86400 + b * 3600) for a in whole for b in whole} | {
        float(a * 3600 + b * 60) for a in whole for b in whole
    }
    return float(value) in possible


@pytest.mark.parametrize("read", READERS, ids=[one.__name__ for one in READERS])
@given(text=texts)
def test_no_text_makes_a_reader_raise_or_make_up_a_number(
    read: Callable[[str], Measure | tuple[Measure | None, ...] | None], text: str
) -> None:
    found = read(text)
    for one in found if isinstance(found, tuple) else (found,):
        assert one is None or (one.least <= one.most and could_stand_for(one.least, figures_of(text)))


@given(text=texts)
def test_no_text_makes_a_date_raise(text: str) -> None:
    assert dates.unix_time(text) in (None, -1)


@given(
    figure=st.text("0123456789", min_size=1, max_size=3),
    at=st.integers(0, 3),
    other=st.sampled_from("٠٣९５"),
    tenth=st.sampled_from("05"),
)
def test_a_figure_in_two_scripts_is_none(figure: str, at: int, other: str, tenth: str) -> None:
    mixed = figure[:at] + other + figure[at:]
    assert measures.size(f"{mixed}.{tenth} KiB") is None
    assert measures.count(mixed) is None


def test_a_unit_means_one_thing_only() -> None:
    assert not words.HOURS & words.MINUTES
    assert not words.FIRST_DAYS & words.FIRST_HOURS
    assert set(words.UNITS.values()) == {0, 1, 2, 3, 4}
    assert all(word == words.bare(word) for word in words.UNITS)
