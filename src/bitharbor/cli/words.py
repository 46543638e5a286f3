"""How values are written for people: sizes, rates, spans, moments, shares. For programs there is JSON, untouched by this.

Rule: whatever comes from a torrent or a daemon passes `safe` before a terminal sees it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime

from ..unified.filters import Kind, texts_of

UNKNOWN = "-"
STEP = 1024
UNITS = ("B", "KiB", "MiB", "GiB", "TiB", "PiB")
SPANS = ((86_400, "d"), (3600, "h"), (60, "min"), (1, "s"))


def safe(text: str) -> str:
    """A text that a terminal shows and never obeys: what cannot be seen (escapes, line ends) is spelt out."""
    return (
        text
        if text.isprintable()
        else "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
    )


def size(value: float) -> str:
    """Bytes, with three digits or more."""
    amount, place = float(value), 0
    while amount >= STEP and place < len(UNITS) - 1:
        amount, place = amount / STEP, place + 1
    return f"{amount:.0f} {UNITS[place]}" if place == 0 else f"{amount:.1f} {UNITS[place]}"


def rate(value: float) -> str:
    """Bytes a second."""
    return f"{size(value)}/s"


def span(value: float) -> str:
    """Seconds, in the two largest units."""
    rest, parts = int(value), list[str]()
    for seconds, unit in SPANS:
        count, rest = divmod(rest, seconds)
        if count or parts:
            parts.append(f"{count}{unit}")
        if len(parts) == 2:
            break
    return " ".join(part for part in parts if part[0] != "0") or "0s"


def moment(value: float) -> str:
    """Unix time, in this machine's time zone."""
    try:
        return datetime.fromtimestamp(value).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):  # a daemon may say anything
        return str(value)


def share(value: float) -> str:
    """0..1. Never 100 % before it is."""
    return f"{math.floor(value * 1000) / 10:.1f}%" if value < 1 else "100%"


def number(value: float) -> str:
    """A count or a ratio."""
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def truth(value: object) -> str:
    """Yes or no."""
    return "yes" if value else "no"


WRITERS: Mapping[Kind, Callable[[float], str]] = {
    Kind.SIZE: size,
    Kind.RATE: rate,
    Kind.SPAN: span,
    Kind.MOMENT: moment,
    Kind.SHARE: share,
    Kind.NUMBER: number,
    Kind.FLAG: truth,
}


def written(value: object, kind: Kind) -> str:
    """A value of a kind; a dash for what is not known."""
    if value is None or value in ((), ""):
        return UNKNOWN
    if kind is Kind.TEXTS:
        return safe(", ".join(texts_of(value)))
    writer = WRITERS.get(kind)
    return writer(value) if writer and isinstance(value, int | float) else safe(str(value))
