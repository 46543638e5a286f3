"""`Infohash`: text that compares without regard to case."""

from __future__ import annotations

import re
from typing import Self

from .errors import ValueError

_FORM = re.compile(r"[0-9a-fA-F]{40}")


class Infohash(str):
    """40 hexadecimal digits, in lower case.

    :raises ValueError: it is something else
    """

    __slots__ = ()

    def __new__(cls, infohash: str) -> Self:
        if not _FORM.fullmatch(str(infohash)):
            raise ValueError(f"Invalid infohash: {str(infohash)!r}")
        return super().__new__(cls, str(infohash).lower())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str.__eq__(self, other.lower())

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return str.__hash__(self)
