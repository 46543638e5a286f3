"""The table of what 3.0 and 3.1 answer: a row for every field, what it reads like, what becomes of it, and what is lost.

Rule 1: what is read, and what the page says of it, comes from these rows.
Rule 2: preferences have rows of their own in `settings`: they are no text, and are written too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ...model.json import Json
from . import dates, measures, words
from .measures import Measure

Value: TypeAlias = str | int | float | bool | Measure | None
Reader: TypeAlias = Callable[[Json], tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an answer."""

    key: str
    """Name on the wire"""
    raw: str
    """What it looks like"""
    read: Reader
    fills: tuple[str, ...] = ()
    """Fields of today's record, where it is not the one of the same name"""
    unit: str = ""
    lost: str = ""
    """What today's daemons tell and this one does not"""

    @property
    def names(self) -> tuple[str, ...]:
        """Fields of today's record that it fills."""
        return self.fills or (self.key,)


def measured(read: Callable[[str], Measure | None]) -> Reader:
    """A reader of one measure. What is no text is no measure."""
    return lambda value: (read(value) if isinstance(value, str) else None,)


def measured_twice(read: Callable[[str], tuple[Measure | None, Measure | None]]) -> Reader:
    """A reader of two measures in one text."""
    return lambda value: read(value) if isinstance(value, str) else (None, None)


def counted(read: Callable[[str], Measure | None]) -> Reader:
    """A reader of a count, which may be a number already."""
    return lambda value: (read(value) if isinstance(value, str) else count_of(value),)


def counted_twice(read: Callable[[str], tuple[Measure | None, Measure | None]]) -> Reader:
    """A reader of two counts; a number is the first of them."""
    return lambda value: read(value) if isinstance(value, str) else (count_of(value), None)


def count_of(value: Json) -> int | None:
    """A number of things."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def as_text(value: Json) -> tuple[Value, ...]:
    """Text; null is an unset one (3.1.9.2)."""
    return ("" if value is None else value if isinstance(value, str) else None,)


def as_share(value: Json) -> tuple[Value, ...]:
    """A number from 0 to 1."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return (None,)
    return (float(value) if 0 <= value <= 1 else None,)


def as_flag(value: Json) -> tuple[Value, ...]:
    """Yes or no."""
    return (value if isinstance(value, bool) else None,)


HIGH_THEN, HIGH_NOW = 2, 6


def as_file_priority(value: Json) -> tuple[Value, ...]:
    """A priority of a file: high was 2 and is 6. Others are the daemon's own numbers, as today (it takes 5 too)."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 7:
        return (None,)
    return (HIGH_NOW if value == HIGH_THEN else value,)


def as_tracker_status(value: Json) -> tuple[Value, ...]:
    """Today's number of a status; the word itself in other languages, as before 4.1.5."""
    if not isinstance(value, str):
        return (None,)
    return (words.TRACKER_STATUSES.get(value.strip().casefold(), value),)


def as_date(value: Json) -> tuple[Value, ...]:
    """Seconds since 1970; -1 for none, as today."""
    return (dates.unix_time(value) if isinstance(value, str) else -1 if value is None else None,)


CUT = "cut off after one decimal: the truth is less than 0.1 of the unit above"
CUT_RATIO = "cut off after one decimal; `∞` is over 100, and -1 here"
NO_LIMIT = f"{CUT}; `∞` is no limit, and -1 here"
SWARM_UNKNOWN = "without a parenthesis the swarm is unknown: None"
SIX_DIGITS = "six digits since 3.1.10"

size: Reader = measured(measures.size)
rate: Reader = measured(measures.rate)
limit: Reader = measured(measures.limit)
ratio: Reader = measured(measures.ratio)
peers: Reader = counted_twice(measures.peers)
amounts: Reader = measured_twice(measures.total_and_session)
sentence: Reader = measured_twice(measures.rate_and_amount)
times: Reader = measured_twice(measures.elapsed_and_seeding)
connections: Reader = measured_twice(measures.connections)

TORRENTS = (
    Field("hash", "40 digits", as_text),
    Field("name", "text", as_text, lost="empty for a magnet link without a name"),
    Field("size", "`1.8 GiB`, `Unknown`", size, unit="bytes", lost=f"{CUT}; includes what shares pieces with wanted files"),
    Field("progress", "`0.0661123`, `1`", as_share, unit="0 to 1", lost=SIX_DIGITS),
    Field("dlspeed", "`12.0 KiB/s`, `Unknown`", rate, unit="bytes/s", lost=CUT),
    Field("upspeed", "`0 B/s`, `Unknown`", rate, unit="bytes/s", lost=CUT),
    Field("priority", "`1`, `*`", counted(measures.queue_position), lost="`*` is 0: complete, or queueing is off"),
    Field("num_seeds", "`1 (2)`, `0`", peers, ("num_seeds", "num_complete"), "connected, in the swarm", SWARM_UNKNOWN),
    Field("num_leechs", "`0 (1)`, `0`", peers, ("num_leechs", "num_incomplete"), "connected, in the swarm", SWARM_UNKNOWN),
    Field("ratio", "`0.9`, `∞`", ratio, lost=CUT_RATIO),
    Field(
        "eta",
        "`53d 0h`, `2h 5m`, `5m`, `< 1m`, `0`, `∞`",
        measured(measures.eta),
        unit="s",
        lost="whole minutes, beside days whole hours; `∞` is 100 days or more, or unknown, and 8640000 here",
    ),
    Field("state", "`stalledDL`", as_text, lost="no words for moving, metadata and missing files"),
)

PROPERTIES = (
    Field("save_path", "path", as_text),
    Field(
        "creation_date",
        "`Wednesday, November 16, 2011 8:52:54 PM UTC`, empty",
        as_date,
        unit="Unix s",
        lost="None in other languages than English and Russian, and without a zone that says UTC or GMT",
    ),
    Field("piece_size", "`4.0 MiB`", size, unit="bytes", lost=CUT),
    Field("comment", "text", as_text),
    Field("total_wasted", "`0 B`", size, unit="bytes", lost=CUT),
    Field("total_uploaded", "`41.9 GiB (0 B this session)`", amounts, ("total_uploaded", "total_uploaded_session"), "bytes", CUT),
    Field(
        "total_downloaded",
        "`3.5 MiB (0 B this session)`",
        amounts,
        ("total_downloaded", "total_downloaded_session"),
        "bytes",
        CUT,
    ),
    Field("up_limit", "`128.0 KiB/s`, `∞`", limit, unit="bytes/s", lost=NO_LIMIT),
    Field("dl_limit", "`999 B/s`, `∞`", limit, unit="bytes/s", lost=NO_LIMIT),
    Field(
        "time_elapsed",
        "`3m (Seeded for 3m)`, `< 1m`",
        times,
        ("time_elapsed", "seeding_time"),
        "s",
        "as `eta`; `∞` is 100 days or more: None; the time of seeding only while it seeds",
    ),
    Field("nb_connections", "`0 (100 max)`", connections, ("nb_connections", "nb_connections_limit")),
    Field("share_ratio", "`0.9`, `∞`", ratio, lost=CUT_RATIO),
)

TRACKERS = (
    Field("url", "address", as_text, lost="no rows for DHT, PeX and LSD; no tiers"),
    Field(
        "status",
        "`Working`, `Updating...`, `Not working`, `Not contacted yet`",
        as_tracker_status,
        unit="today's number",
        lost="the word stays in other languages than English and Russian",
    ),
    Field("num_peers", "`1`", counted(measures.count)),
    Field("msg", "text", as_text),
)

FILES = (
    Field("name", "last part of the path", as_text, lost="the folders: files of the same name look alike"),
    Field("size", "`70.4 MiB`", size, unit="bytes", lost=CUT),
    Field("progress", "`0.0661123`, `1`", as_share, unit="0 to 1", lost=SIX_DIGITS),
    Field("priority", "`0`, `1`, `2`, `7`", as_file_priority, unit="today's number", lost="high is 2 there, and 6 here"),
    Field("is_seed", "`true`, in the first row only", as_flag),
)

TRANSFER = tuple(
    Field(key, raw, sentence, (f"{key}_speed", f"{key}_data"), "bytes/s, bytes", f"{CUT}; None where both have a stroke")
    for key, raw in (("dl_info", "`D: 106.6 KiB/s/s - T: 11.2 MiB`"), ("up_info", "`U: 0 B/s - T: 0 B`"))
)

PLAIN = frozenset((as_text, as_share, as_flag))
"""Readers of what is no text, or nothing else: nothing needs to be kept beside their values"""

ANSWERS: dict[str, tuple[Field, ...]] = {
    "torrents": TORRENTS,
    "propertiesGeneral": PROPERTIES,
    "propertiesTrackers": TRACKERS,
    "propertiesFiles": FILES,
    "transferInfo": TRANSFER,
}
