"""The table of daemons that the tests know: which line of which program comes from which Debian suite.

Rule 1: a row names a line, never a version; the version is read from the unpacked package and then from the daemon.
Rule 2: nothing here downloads, starts or looks at the machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tests.harness.errors import UnknownNameError, WrongLineError

NEWEST: Final = "newest"


class Family(Enum):
    """The four programs, and the Debian package of each."""

    QBITTORRENT = "qbittorrent-nox"
    TRANSMISSION = "transmission-daemon"
    DELUGE = "deluged"
    RTORRENT = "rtorrent"


@dataclass(frozen=True)
class Row:
    """One line of one program.

    `known` is the line's version prefix. On a row that is_newest it is the newest line the project has met; the suite
    may give a newer one, which is accepted and noted.
    """

    family: Family
    suite: str
    known: str
    is_newest: bool = False
    extra: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        return NEWEST if self.is_newest else self.known

    @property
    def name(self) -> str:
        return f"{self.family.name.lower()}-{self.line}"

    @property
    def packages(self) -> tuple[str, ...]:
        return (self.family.value, *self.extra)


# python3 beside qBittorrent: its search engine runs plugins with it; 5.3.0 wants Python 3.13 or newer
SEARCH: Final = ("python3",)

# Versions found in November 2026 in brackets. The archive has no suite with qBittorrent 4.3, 4.4, 4.6 or 5.0, nor with
# Transmission 4.0.
ROWS: Final = (
    Row(Family.QBITTORRENT, "bullseye", "4.2", extra=SEARCH),  # [4.2.5]
    Row(Family.QBITTORRENT, "bookworm", "4.5", extra=SEARCH),  # [4.5.2]
    Row(Family.QBITTORRENT, "trixie", "5.1", extra=SEARCH),  # [5.1.0]
    Row(Family.QBITTORRENT, "sid", "5.3", is_newest=True, extra=SEARCH),  # [5.3.0]
    Row(Family.TRANSMISSION, "bullseye", "3"),  # [3.00]
    Row(Family.TRANSMISSION, "trixie", "4.1"),  # [4.1.0-beta2]
    Row(Family.TRANSMISSION, "sid", "4.1", is_newest=True),  # [4.1.4]
    Row(Family.DELUGE, "bullseye", "2.0"),  # [2.0.3]
    Row(Family.DELUGE, "trixie", "2.2"),  # [2.2.0]
    Row(Family.DELUGE, "sid", "2.2", is_newest=True),  # [2.2.1~dev0]
    Row(Family.RTORRENT, "bookworm", "0.9"),  # [0.9.8]
    Row(Family.RTORRENT, "sid", "0.16", is_newest=True),  # [0.16.17]
)

QBITTORRENT: Final = tuple(row.name for row in ROWS if row.family is Family.QBITTORRENT)

_BY_NAME: Final = {row.name: row for row in ROWS}


def row(name: str) -> Row:
    """The row called `name`, such as "qbittorrent-4.2"."""
    try:
        return _BY_NAME[name]
    except KeyError:
        raise UnknownNameError(f"no daemon is called {name!r}", hint=f"use one of: {', '.join(_BY_NAME)}") from None


def rows(names: list[str]) -> list[Row]:
    """The rows meant by names, each a row's or a family's ("deluge"); none named means all of them."""
    chosen: list[Row] = []
    for name in names:
        family = [each for each in ROWS if each.family.name.lower() == name]
        chosen += family or [row(name)]
    return chosen or list(ROWS)


def numbers(version: str) -> tuple[int, ...]:
    """The leading dotted numbers of a version: "4.1.0~beta2+dfsg-3" gives (4, 1, 0)."""
    found = re.match(r"v?(\d+(?:\.\d+)*)", version)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def checked(row: Row, version: str) -> str | None:
    """Refuse a version that is not of the row's line; else a note when it is newer than the project has met."""
    known, found = numbers(row.known), numbers(version)
    if found[: len(known)] == known:
        return None
    if row.is_newest and found > known:
        return f"{row.name} is {version}: newer than {row.known}, the newest line the table knows"
    raise WrongLineError(
        f"{row.name} should be of line {row.known} but {row.suite} gives {version or 'no version'}",
        hint=f"correct the row in {__name__.replace('.', '/')}.py, or remove the folder of its root and fetch again",
    )
