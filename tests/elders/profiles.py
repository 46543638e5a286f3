"""The versions that the scripted server can be, and how they are told apart.

Rule: only what is true of a whole version stands here; what is true of one route, key or field stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Number = tuple[int, ...]

COOKIE_SINCE: Final[Number] = (3, 2)

# what /version/api and /version/api_min of each release answer
COOKIE_API: Final[dict[str, tuple[int, int]]] = {
    "3.2.0": (2, 2),
    "3.2.1": (3, 2),
    "3.2.2": (4, 2),
    "3.2.3": (4, 2),
    "3.2.4": (5, 2),
    "3.2.5": (5, 2),
    "3.3.0": (6, 2),
    "3.3.1": (7, 2),
    "3.3.2": (8, 8),
    "3.3.3": (8, 8),
    "3.3.4": (9, 8),
    "3.3.5": (10, 10),
    "3.3.6": (10, 10),
    "3.3.7": (10, 10),
    "3.3.8": (11, 11),
    "3.3.9": (11, 11),
    "3.3.10": (11, 11),
    "3.3.11": (12, 11),
    "3.3.12": (13, 13),
    "3.3.13": (14, 14),
    "3.3.14": (15, 15),
    "3.3.15": (15, 15),
    "3.3.16": (15, 15),
    "4.0.0": (16, 15),
    "4.0.1": (17, 15),
    "4.0.2": (17, 15),
    "4.0.3": (17, 15),
    "4.0.4": (17, 15),
}

# those that tests run through: each is the last of its manners
DIGEST: Final = ("3.0.8", "3.1.9.2", "3.1.12")
COOKIE: Final = ("3.2.0", "3.2.5", "3.3.4", "3.3.16", "4.0.4")


@dataclass(frozen=True)
class Profile:
    """One version."""

    version: str
    number: Number
    api: int = 0
    api_min: int = 0

    @property
    def is_digest(self) -> bool:
        return self.number < COOKIE_SINCE

    def has(self, since: Number, until: Number | None = None) -> bool:
        """Whether something that came with `since` and went with `until` is there."""
        return since <= self.number and (until is None or self.number < until)

    @property
    def escapes_too_much(self) -> bool:
        """A backslash before ' and & in JSON, which no JSON parser takes (document, "Version 3.0.8 bugs")."""
        return self.number <= (3, 0, 8)

    @property
    def prints_sorted(self) -> bool:
        """The JSON of 3.1.10 and later: seen on 3.1.12; 3.1.9.2 prints compactly, in the document's order."""
        return self.has((3, 1, 10))

    @property
    def numbers_by_locale(self) -> bool:
        """1,023.9 or 1 023,9: seen on 3.1.9.2, gone in 3.1.12."""
        return not self.has((3, 1, 10))


def profile(version: str) -> Profile:
    """The profile of a version such as 3.1.9.2; every release from 3.0.0 to 4.0.4 can be asked for."""
    number = tuple(int(part) for part in version.split("."))
    if number[:2] in {(3, 0), (3, 1)}:
        return Profile(version, number)
    if version not in COOKIE_API:
        raise ValueError(f"no scripted server for qBittorrent {version}: 3.0 to 4.0.4 can be had")
    return Profile(version, number, *COOKIE_API[version])
