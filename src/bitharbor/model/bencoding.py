"""Bencode as it is found in the wild, read with the exact bytes of one dictionary kept.

Why this stands beside the bencode2 package (which writes for us): an infohash is taken over the bytes that were found,
and bencode2 neither tells where a value lay nor reads what daemons read: keys out of order, keys written twice, leading
zeros, bytes after the end (all accepted by libtorrent 2.1.1; of a key written twice the first counts). Everything that
bencode2 accepts reads the same here.

Size, depth and number of values are bounded, because a `.torrent` comes from strangers.
"""

from __future__ import annotations

from typing import Protocol, TypeAlias, cast

import bencode2

from bitharbor.errors import InvalidTorrentError

Bencoded: TypeAlias = "int | bytes | list[Bencoded] | dict[bytes, Bencoded]"
Encodable: TypeAlias = "int | bytes | str | list[Encodable] | dict[bytes, Encodable]"

DEPTH_LIMIT = 100  # libtorrent 2.1.1 refuses more
VALUES_LIMIT = 5_000_000  # some 200,000 files of a hybrid torrent
INTEGER_DIGITS = 20  # a 64 bit number
LENGTH_DIGITS = 10

DICTIONARY, LIST, INTEGER, END, ZERO, NINE = b"dlie09"


class Encoder(Protocol):
    """The encoder of bencode2, which has no types."""

    def __call__(self, value: Encodable, /) -> bytes: ...


encode: Encoder = cast("Encoder", bencode2.bencode)


def decode(data: bytes, *, depth_limit: int = DEPTH_LIMIT, values_limit: int = VALUES_LIMIT) -> Bencoded:
    """The value that data begins with."""
    reader = Reader(data, depth_limit, values_limit)
    try:
        return reader.value()
    except IndexError:
        raise cut_off(data) from None


def decode_keeping(
    data: bytes, key: bytes, *, depth_limit: int = DEPTH_LIMIT, values_limit: int = VALUES_LIMIT
) -> tuple[dict[bytes, Bencoded], bytes]:
    """The dictionary that data begins with, and the bytes of its value under a key (empty when it is not there)."""
    if data[:1] != b"d":
        raise InvalidTorrentError(f"a .torrent is a bencoded dictionary, this begins with {data[:10]!r}")
    reader = Reader(data, depth_limit, values_limit)
    try:
        found = reader.dictionary(0, key)
    except IndexError:
        raise cut_off(data) from None
    begin, end = reader.kept
    return found, data[begin:end]


class Reader:
    """One pass over bencoded bytes. Its methods move the position behind what they read; past the end is an IndexError."""

    def __init__(self, data: bytes, depth_limit: int, values_limit: int) -> None:
        self.data = data
        self.position: int = 0
        self.depth_left: int = depth_limit
        self.values_left: int = values_limit
        self.kept: tuple[int, int] = (0, 0)

    def value(self) -> Bencoded:
        """The value at the position."""
        self.values_left -= 1
        if self.values_left < 0:
            raise InvalidTorrentError("the bencoded data holds too many values")
        start = self.position
        first = self.data[start]
        if ZERO <= first <= NINE:
            return self.string(start)
        if first == INTEGER:
            return self.integer(start)
        if first == LIST:
            return self.sequence(start)
        if first == DICTIONARY:
            return self.dictionary(start)
        raise malformed(start, f"no value begins with {self.data[start : start + 1]!r}")

    def string(self, start: int) -> bytes:
        """A byte string: its length, a colon, its bytes."""
        data = self.data
        colon = data.find(b":", start, start + LENGTH_DIGITS + 1)
        digits = data[start:colon]
        if colon < 0 or not digits.isdigit():
            raise malformed(start, "a length without its colon")
        self.position = end = colon + 1 + int(digits)
        if end > len(data):
            raise IndexError
        return data[colon + 1 : end]

    def integer(self, start: int) -> int:
        """An integer between i and e."""
        end = self.data.find(b"e", start, start + INTEGER_DIGITS + 3)
        digits = self.data[start + 1 : end]
        if end < 0 or not digits.removeprefix(b"-").isdigit():
            raise malformed(start, "no integer of 64 bits")
        number = int(digits)
        if not -(1 << 63) <= number < 1 << 63:
            raise malformed(start, "no integer of 64 bits")
        self.position = end + 1
        return number

    def sequence(self, start: int) -> list[Bencoded]:
        """Values between l and e."""
        self.enter(start)
        data = self.data
        found: list[Bencoded] = []
        while data[self.position] != END:
            found.append(self.value())
        self.leave()
        return found

    def dictionary(self, start: int, kept: bytes | None = None) -> dict[bytes, Bencoded]:
        """Pairs between d and e; of a key written twice the first counts. Notes where the value of `kept` lies."""
        self.enter(start)
        data = self.data
        found: dict[bytes, Bencoded] = {}
        while (first := data[self.position]) != END:
            if not ZERO <= first <= NINE:
                raise malformed(self.position, "a key is no string")
            key = self.string(self.position)
            value_at = self.position
            value = self.value()
            if key not in found:
                found[key] = value
                if key == kept:
                    self.kept = (value_at, self.position)
        self.leave()
        return found

    def enter(self, start: int) -> None:
        """Go into a list or dictionary."""
        self.depth_left -= 1
        if self.depth_left < 0:
            raise InvalidTorrentError("the bencoded data is nested too deeply")
        self.position = start + 1

    def leave(self) -> None:
        """Go out of it again, over its e."""
        self.depth_left += 1
        self.position += 1


def malformed(at: int, what: str) -> InvalidTorrentError:
    """The error for bytes that are no bencoding."""
    return InvalidTorrentError(f"the bencoded data is malformed at byte {at}: {what}")


def cut_off(data: bytes) -> InvalidTorrentError:
    """The error for data that ends too early."""
    return InvalidTorrentError(f"the bencoded data is cut off after {len(data)} bytes")
