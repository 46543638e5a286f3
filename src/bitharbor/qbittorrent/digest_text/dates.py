"""Dates in words: `Wednesday, November 16, 2011 8:52:54 PM UTC`. English and Russian; others are None.

Facts: the locale of the server's system writes them, whatever qBittorrent's language is (seen on 3.1.12 and 3.1.9.2). Some builds
leave the zone out; then it is the server's own, which nobody tells: None.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from . import digits, words

_CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:\s(?P<half>AM|PM))?\s(?P<zone>(?:UTC|GMT)\S*)"
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]+),\s)?"
_FORMS = tuple(
    re.compile(_WEEKDAY + day + r",?\s" + _CLOCK)
    for day in (
        r"(?P<month>[^\W\d_]+)\s(?P<day>[0-9]{1,2}),\s(?P<year>[0-9]{4})",
        r"(?P<day>[0-9]{1,2})\s(?P<month>[^\W\d_]+)\s(?P<year>[0-9]{4})(?:\sг\.)?",
    )
)
_OFFSET = re.compile(r"(?:UTC|GMT)(?:(?P<sign>[+-])(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?)?")


def unix_time(text: str) -> int | None:
    """Seconds since 1970, or None; -1 for an empty text, as today: the torrent has no date."""
    if not text.strip():
        return -1
    plain = digits.western(text.strip()) if len(text) < 100 else None
    found = next(filter(None, (form.fullmatch(plain) for form in _FORMS)), None) if plain else None
    moment = None if found is None else moment_of(found)
    return None if moment is None else int(moment.timestamp())


def moment_of(found: re.Match[str]) -> datetime | None:
    """The moment, when all parts of it agree with each other."""
    month = words.MONTHS.get(found["month"].casefold())
    zone = zone_of(found["zone"])
    hour = hour_of(int(found["hour"]), found["half"])
    if month is None or zone is None or hour is None:
        return None
    try:
        moment = datetime(
            int(found["year"]), month, int(found["day"]), hour, int(found["minute"]), int(found["second"]), tzinfo=zone
        )
    except ValueError:
        return None  # no such day or time
    weekday = found["weekday"]
    return moment if weekday is None or words.WEEKDAYS.get(weekday.casefold()) == moment.weekday() else None


def hour_of(hour: int, half: str | None) -> int | None:
    """The hour of 24."""
    if half is None:
        return hour
    return hour % 12 + (12 if half == "PM" else 0) if 1 <= hour <= 12 else None


def zone_of(text: str) -> timezone | None:
    """The zone, where its name says how far from UTC it is; `CET` and the like are several zones."""
    found = _OFFSET.fullmatch(text)
    if not found:
        return None
    away = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    return timezone(-away if found["sign"] == "-" else away) if away < timedelta(hours=15) else None
