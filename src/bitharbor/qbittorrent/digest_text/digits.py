"""Numbers as Qt writes them: digits of any script, points, commas and blanks of any locale.

Rule 1: a number is read when only one reading of it exists; else it is None.
Rule 2: nothing here knows a unit or a language.

Facts: since 3.1.10 `1023.9`; before, the system's locale decides: `1,023.9`, `1.023,9`, `1 023,9` with U+00A0, `١٬٠٢٣٫٩` (seen on
3.1.12 and 3.1.9.2). A figure with a unit above bytes has exactly one decimal, bytes and counts have none: that tells which mark
is which.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = dict.fromkeys(map(ord, "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\ufeff"))
GROUPING = ".,٬'’\u00a0\u2009\u202f"
DECIMAL = ".,٫"

MOST_DIGITS = 16
"""More than the largest size takes; longer ones are no figures of this daemon"""

# what may be one figure within a text; `tenths` and `whole` say whether it is
FIGURE = re.compile(f"[0-9](?:[0-9{re.escape(GROUPING)}٫]*[0-9])?")

_WHOLE = re.compile("[0-9]+")
_TENTHS = re.compile(
    f"(?:(?P<plain>[0-9]+)|(?P<first>[0-9]{{1,3}})(?P<mark>[{re.escape(GROUPING)}])(?P<groups>[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*))"
    f"(?P<point>[{re.escape(DECIMAL)}])(?P<tenth>[0-9])"
)


def western(text: str) -> str | None:
    """The text with digits 0 to 9 and without marks of direction; None when one figure has digits of two scripts.

    Two figures may have two scripts: 3.1.9.2 in Arabic writes bytes with 0 to 9 and all else with ٠ to ٩ (seen).
    """
    text = text.translate(INVISIBLE)
    if text.isascii():
        return text
    plain = "".join(str(unicodedata.decimal(letter, letter)) for letter in text)
    mixed = any(len(scripts(text[one.start() : one.end()])) > 1 for one in FIGURE.finditer(plain))
    return None if mixed else plain


def scripts(figure: str) -> set[int]:
    """The zeros of the scripts that a figure is written in."""
    return {ord(letter) - digit for letter in figure if (digit := unicodedata.decimal(letter, None)) is not None}


def whole(figure: str) -> int | None:
    """A count: digits and nothing else."""
    return int(figure) if len(figure) <= MOST_DIGITS and _WHOLE.fullmatch(figure) else None


def tenths(figure: str) -> int | None:
    """A figure with one decimal, in tenths: `1,023.9` -> 10239."""
    found = _TENTHS.fullmatch(figure) if len(figure) <= MOST_DIGITS else None
    if not found or found["mark"] == found["point"]:
        return None
    before = found["plain"] or found["first"] + re.sub("[^0-9]", "", found["groups"])
    return int(before + found["tenth"])
