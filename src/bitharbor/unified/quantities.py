"""Sizes, spans and moments as people write them: `1.5GiB`, `3d12h`, `2026-01-31`.

One table of units for filters and for the arguments of the command line. Letters alone (`10M`) are powers of 1024, as tools for
files have it; case does not matter, and there are no bits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime

from ..errors import UsageError

STEPS = ("", "k", "m", "g", "t", "p")
SIZES: Mapping[str, int] = {
    **{f"{letter}b": 1000**power for power, letter in enumerate(STEPS)},
    **{f"{letter}ib": 1024**power for power, letter in enumerate(STEPS) if letter},
    **{letter: 1024**power for power, letter in enumerate(STEPS)},
}
DAY = 86_400
SPANS: Mapping[str, int] = {
    **dict.fromkeys(("", "s", "sec", "second", "seconds"), 1),
    **dict.fromkeys(("m", "min", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hour", "hours"), 3600),
    **dict.fromkeys(("d", "day", "days"), DAY),
    **dict.fromkeys(("w", "week", "weeks"), 7 * DAY),
    **dict.fromkeys(("y", "year", "years"), 365 * DAY),
}

_NUMBER = r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_SIZE = re.compile(rf"({_NUMBER})\s*([a-z]*)(?:/s)?", re.ASCII)
_SPAN_PART = re.compile(rf"({_NUMBER})\s*([a-z]*)\s*", re.ASCII)
_PLAIN = re.compile(rf"-?(?:{_NUMBER})", re.ASCII)
LONGEST = 40  # characters: more is no number that anybody means


def number(text: str) -> float:
    """A plain number, or `inf`."""
    if text.lower() in ("inf", "infinite"):
        return math.inf
    if len(text) > LONGEST or not _PLAIN.fullmatch(text):
        raise UsageError(f"{text[:LONGEST]!r} is no number", hint="write it as 3, 0.5 or inf")
    return float(text)


def share(text: str) -> float:
    """A share: 0..1, or a percentage."""
    value = number(text[:-1]) / 100 if text.endswith("%") else number(text)
    if not 0 <= value <= 1:
        raise UsageError(f"{text[:LONGEST]!r} is no share", hint="write it as 50% or 0.5")
    return value


def size(text: str) -> float:
    """A size in bytes, or a rate in bytes/s."""
    found = _SIZE.fullmatch(text.strip().lower()) if len(text) <= LONGEST else None
    if not found or found[2] not in SIZES:
        raise UsageError(f"{text[:LONGEST]!r} is no size", hint="write it as 700MB, 1.5GiB or a number of bytes")
    return float(found[1]) * SIZES[found[2]]


def span(text: str) -> float:
    """A span of time in seconds."""
    rest, seconds = text.strip().lower(), 0.0
    if not rest or len(rest) > LONGEST:
        raise no_span(text)
    while rest:
        found = _SPAN_PART.match(rest)
        if not found or found[2] not in SPANS:
            raise no_span(text)
        seconds += float(found[1]) * SPANS[found[2]]
        rest = rest[found.end() :]
    return seconds


def no_span(text: str) -> UsageError:
    """The error for what is no span."""
    return UsageError(f"{text[:LONGEST]!r} is no span of time", hint="write it as 90s, 30min, 3d12h or 2w")


def moment(text: str) -> float:
    """A moment as Unix time. One without an offset is of this machine's time zone."""
    try:
        return datetime.fromisoformat(text.strip()).timestamp()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"{text[:LONGEST]!r} is no moment", hint="write a date (2026-01-31 or 2026-01-31T12:00), or an age (7d)"
        ) from None
