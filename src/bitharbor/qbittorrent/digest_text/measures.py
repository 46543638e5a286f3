"""Sizes, rates, durations, counts and what is put together of them: text in, a number or None out.

Rule 1: never a wrong number: what is not understood, or could mean two things, is None.
Rule 2: no input makes a reader raise.

Facts: sizes are cut off after one decimal, not rounded: 1,048,552 bytes read `1023.9 KiB`, 1,234,567 `1.1 MiB` (seen on 3.1.12
and 3.1.9.2). So the truth lies between `least` and `most`, and `least` is right for round values such as piece sizes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import digits, words

INFINITY = "∞"
ENDLESS_ETA = 8640000
"""What today's daemons say for `∞` [s]"""

MOST_BYTES = 2**63
LONGEST = 200
"""Longer texts than this are no measures"""

_OUTER_INNER = re.compile(r"([^()（）]*)[(（]([^()（）]*)[)）]\s*")
_WORD = re.compile(r"\s?([^\W\d_]+)")
_LATIN_RUN = re.compile(r"([A-Za-z]+(?:/[A-Za-z]+)*)(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number as precise as its text was. The truth is `least`, `most` or between; both are equal where nothing was lost."""

    least: int | float
    most: int | float

    @property
    def is_exact(self) -> bool:
        """Whether nothing was cut off."""
        return self.least == self.most


def exact(value: float) -> Measure:
    """A number of which nothing was cut off."""
    return Measure(value, value)


def size(text: str) -> Measure | None:
    """`1.8 GiB` -> bytes. None also for `Unknown`."""
    found = figures(text, 1)
    if not found or found[0].before.strip():
        return None
    return scaled(found[0].figure, found[0].after)


def rate(text: str) -> Measure | None:
    """`12.0 KiB/s` -> bytes per second."""
    found = figures(text, 1)
    if not found or found[0].before.strip():
        return None
    return scaled_rate(found[0].figure, found[0].after)


def limit(text: str) -> Measure | None:
    """A rate; -1 for `∞`, as today."""
    return exact(-1) if text.strip() == INFINITY else rate(text)


def eta(text: str) -> Measure | None:
    """A duration; 8640000 for `∞`, as today [s]."""
    return exact(ENDLESS_ETA) if text.strip() == INFINITY else duration(text)


def duration(text: str) -> Measure | None:
    """`53d 0h` -> seconds. `∞` is None: 100 days or more."""
    if text.strip().casefold() in words.UNDER_A_MINUTE:
        return Measure(1, 59)
    found = figures(text, 2) or figures(text, 1)
    if not found or found[0].before.strip() not in ("", *words.LESS_THAN) or not is_one_word(found[-1].after):
        return None
    return spent(found)


def ratio(text: str) -> Measure | None:
    """`0.9` -> 0.9; -1 for `∞`, as today: over 100."""
    text = text.strip()
    if text == INFINITY:
        return exact(-1.0)
    plain = digits.western(text)
    tenths = None if plain is None else digits.tenths(plain)
    return Measure(tenths / 10, (tenths + 1) / 10) if tenths is not None and tenths <= 1000 else None


def count(text: str) -> Measure | None:
    """`12` -> 12."""
    plain = digits.western(text.strip())
    number = None if plain is None else digits.whole(plain)
    return None if number is None else exact(number)


def queue_position(text: str) -> Measure | None:
    """A position from 1; 0 for `*`, as today: not queued, or queueing is off."""
    return exact(0) if text.strip() == "*" else count(text)


def peers(text: str) -> tuple[Measure | None, Measure | None]:
    """`1 (2)` -> connected, in the swarm. Without a parenthesis the swarm is unknown."""
    outer, inner = parted(text)
    return count(outer), count(inner) if inner else None


def connections(text: str) -> tuple[Measure | None, Measure | None]:
    """`0 (100 max)` -> connections, most connections; -1 for no limit."""
    outer, inner = parted(text)
    if inner.strip(" -−").startswith(INFINITY) or "-1" in inner.split():
        return count(outer), exact(-1)
    found = unsigned(figures(inner, 1))
    number = digits.whole(found[0].figure) if found else None
    return count(outer), None if number is None else exact(number)


def total_and_session(text: str) -> tuple[Measure | None, Measure | None]:
    """`41.9 GiB (0 B this session)` -> bytes in total, bytes of this session."""
    outer, inner = parted(text)
    found = unsigned(figures(inner, 1))
    return size(outer), leading(found[0].figure, found[0].after) if found else None


def elapsed_and_seeding(text: str) -> tuple[Measure | None, Measure | None]:
    """`53d 0h (Seeding 0)` -> active, seeding [s]. Without a parenthesis it does not seed, and how long it did is unknown."""
    outer, inner = parted(text)
    found = unsigned(figures(inner, 2) or figures(inner, 1))
    return duration(outer), spent(found) if found else None


def rate_and_amount(text: str) -> tuple[Measure | None, Measure | None]:
    """`D: 5.0 KiB/s - T: 11.6 MiB` -> bytes per second, bytes. The rate is what has more strokes; equal numbers are ambiguous."""
    found = unsigned(figures(text, 2))
    if not found:
        return None, None
    strokes = [one.after.count("/") for one in found]
    if strokes[0] == strokes[1]:
        return None, None
    fast, slow = found if strokes[0] > strokes[1] else reversed(found)
    return leading(fast.figure, fast.after, is_rate=True), leading(slow.figure, slow.after)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure within a text, with what stands before and after it up to the next one."""

    before: str
    figure: str
    after: str


def figures(text: str, wanted: int) -> list[Figure]:
    """The figures of a text when there are as many as wanted; else nothing."""
    plain = digits.western(text) if len(text) <= LONGEST else None
    found = list(digits.FIGURE.finditer(plain)) if plain else []
    if plain is None or len(found) != wanted:
        return []
    ends = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(plain)]
    return [Figure(plain[ends[i] : starts[i]], one[0], plain[one.end() : starts[i + 1]]) for i, one in enumerate(found)]


def unsigned(found: list[Figure]) -> list[Figure]:
    """The same, or nothing when a minus stands before one of them."""
    return [] if any(one.before.endswith(("-", "−")) for one in found) else found


def parted(text: str) -> tuple[str, str]:
    """What stands before a parenthesis and in it. A text that is not of this form is its own outer part."""
    found = _OUTER_INNER.fullmatch(text) if len(text) <= LONGEST else None
    return (found[1], found[2]) if found else (text, "")


def is_one_word(text: str) -> bool:
    """Whether nothing follows but one unit, or nothing at all."""
    found = _WORD.match(text)
    return not text.strip() or (found is not None and not text[found.end() :].strip(" .\u00a0"))


def scaled(figure: str, unit: str) -> Measure | None:
    """Bytes of a figure and a unit."""
    unit = unit.strip()
    word = words.bare(unit)
    step = 1 if word == words.GREEK_KIB else words.UNITS.get(word)
    if step is None:
        return None
    number = digits.whole(figure) if step == 0 else None
    if number is not None:
        return exact(number) if number < 1024 else None
    tenths = digits.tenths(figure)
    if tenths is None or (step == 0 and tenths % 10) or (step < 4 and tenths >= 10240):
        return None
    factor = 1024**step
    if step == 0:
        return exact(tenths // 10)
    least, most = -(-tenths * factor // 10), -(-(tenths + 1) * factor // 10) - 1
    return Measure(least, most) if most < MOST_BYTES else None


def scaled_rate(figure: str, unit: str) -> Measure | None:
    """Bytes per second of a figure and a unit with a stroke."""
    head, stroke, tail = unit.partition("/")
    return scaled(figure, head) if words.PER_SECOND.fullmatch(stroke + tail.rstrip()) else None


def leading(figure: str, after: str, *, is_rate: bool = False) -> Measure | None:
    """Bytes of a figure, and of the unit that begins what stands after it: two words, else one."""
    pieces = after.split()
    for length in (2, 1):
        piece = " ".join(pieces[:length]).rstrip(",;:-–—")
        run = _LATIN_RUN.match(piece)
        read = scaled_rate if is_rate else scaled
        found = read(figure, piece) or (read(figure, run[1]) if run else None)
        if found:
            return found
    return None


def spent(found: list[Figure]) -> Measure | None:
    """Seconds of one or two figures: `0`, `< 1m`, `5m`, `2h 5m`, `53d 0h` are all forms that exist."""
    numbers = [digits.whole(one.figure) for one in found]
    before = found[0].before.rstrip()
    if len(found) == 1:
        return minutes(numbers[0], has_unit=bool(_WORD.match(found[0].after)), is_less=before.endswith(tuple(words.LESS_THAN)))
    first, second = numbers
    last_word = _WORD.match(found[1].after)
    if first is None or second is None or last_word is None or not is_one_word(found[0].after):
        return None
    if before.endswith(tuple(words.LESS_THAN)):
        return None
    kind = kind_of(first, second, words.bare(found[0].after), words.bare(last_word[1]))
    if kind is None:
        return None
    high, low = kind
    least = first * high + second * low
    return Measure(least, least + low - 1)


def minutes(number: int | None, *, has_unit: bool, is_less: bool) -> Measure | None:
    """A single figure is minutes in every language, whatever its unit says; without a unit only 0 exists."""
    if number is None or number > 59:
        return None
    if not has_unit:
        return exact(0) if number == 0 and not is_less else None
    if is_less:
        return Measure(1, 59) if number == 1 else None
    return Measure(number * 60, number * 60 + 59)


DAYS_HOURS = (86400, 3600)
HOURS_MINUTES = (3600, 60)


def kind_of(first: int, second: int, first_word: str, last_word: str) -> tuple[int, int] | None:
    """Whether two figures are days and hours or hours and minutes, in seconds; None when both or neither may be."""
    kinds = {
        kind for kind, fits in ((DAYS_HOURS, first < 100 and second < 24), (HOURS_MINUTES, first < 24 and second < 60)) if fits
    }
    for word, table, kind in (
        (last_word, words.HOURS, DAYS_HOURS),
        (last_word, words.MINUTES, HOURS_MINUTES),
        (first_word, words.FIRST_DAYS, DAYS_HOURS),
        (first_word, words.FIRST_HOURS, HOURS_MINUTES),
    ):
        if word in table:
            kinds &= {kind}
    return kinds.pop() if len(kinds) == 1 else None
