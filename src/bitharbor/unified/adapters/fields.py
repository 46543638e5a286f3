"""What the tables of fields have in common: how a daemon tells a field, and how a torrent is made of what it tells.

Nothing here knows a daemon, or asks one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..records import Torrent

R = TypeVar("R")
"""A daemon's own record of a torrent."""


@dataclass(frozen=True, slots=True)
class Told(Generic[R]):
    """How a field is told.

    :ivar keys: the names under which the daemon is asked for it; none where it tells all of a torrent
    :ivar read: reads it of the daemon's record
    :ivar since: the version that tells it first, as its adapter counts versions
    """

    keys: tuple[str, ...]
    read: Callable[[R], object]
    since: tuple[int, ...] = ()


def readers_for(told: Mapping[str, Told[R]], fields: frozenset[str]) -> list[tuple[str, Callable[[R], object]]]:
    """How those of these fields that are told are read. The infohash need not be: by it the record is known."""
    return [(name, told[name].read) for name in told if name in fields and name != "infohash"]


def torrent_of(infohash: str, one: R, readers: Iterable[tuple[str, Callable[[R], object]]]) -> Torrent:
    """A torrent with the fields of these readers."""
    torrent = Torrent(infohash=infohash)
    for name, read in readers:
        setattr(torrent, name, read(one))
    return torrent


def counted(value: int | None) -> int | None:
    """A number where less than 0 means that nobody knows."""
    return value if value is not None and value >= 0 else None


def now() -> int:
    """The Unix time, for what daemons tell in seconds from it."""
    return int(time.time())
