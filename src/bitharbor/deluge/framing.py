"""Messages on the wire: five bytes (1, and the length), then as many of zlib over `rencode`. Deluge 2.0 and younger.

What may not enter: sockets, and what a method means. A frame that is larger than allowed, packed or unpacked, ends the
connection's use before it is read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Final, TypeAlias

from ..errors import AnswerError, AnswerTooLargeError, BadAnswerError, WrongDaemonError
from ..model.json import Json
from ..wire.effects import MEBIBYTE
from ..wire.messages import Answer, Event
from . import rencode

PACKED_LIMIT: Final = 32 * MEBIBYTE
UNPACKED_LIMIT: Final = 128 * MEBIBYTE

HEADER: Final = Struct(">BI")
VERSION: Final = 1
# Deluge 1.3 has no header: its messages begin as zlib does
ZLIB: Final = 0x78

RETURNED, RAISED, HAPPENED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Returned:
    """A method's answer."""

    value: Json


@dataclass(frozen=True, slots=True)
class Raised:
    """The exception by which the daemon answered, without its traceback.

    :ivar name: of its class
    :ivar text: what it says
    :ivar args: what it was made of
    """

    name: str
    text: str
    args: tuple[Json, ...] = ()


Outcome: TypeAlias = Returned | Raised


def question(number: int, method: str, args: Sequence[object] = (), kwargs: Mapping[str, object] | None = None) -> bytes:
    """The frame that asks for a method.

    :raises UsageError: an argument cannot be sent
    """
    body = zlib.compress(rencode.encode([[number, method, list(args), kwargs or {}]]))
    return HEADER.pack(VERSION, len(body)) + body


class Codec:
    """Reads what one connection brings.

    :param packed_limit, unpacked_limit: most bytes of a message, as it comes and as it is read
    """

    def __init__(self, packed_limit: int = PACKED_LIMIT, unpacked_limit: int = UNPACKED_LIMIT) -> None:
        self._packed_limit = packed_limit
        self._unpacked_limit = unpacked_limit
        self._buffer = bytearray()
        self._has_understood = False

    def feed(self, data: bytes) -> Iterator[Answer[Outcome] | Event]:
        """The messages that are whole with these bytes, in their order.

        :raises AnswerError: the bytes are no messages of Deluge 2, or too large
        """
        self._buffer += data
        while (length := self._length()) is not None and len(self._buffer) >= HEADER.size + length:
            body = bytes(memoryview(self._buffer)[HEADER.size : HEADER.size + length])
            del self._buffer[: HEADER.size + length]
            message = read(unpacked(body, self._unpacked_limit))
            self._has_understood = True
            yield message

    def _length(self) -> int | None:
        """The length that the next header tells, once it is here."""
        if not self._buffer:
            return None
        if self._buffer[0] != VERSION:
            raise self._foreign(self._buffer[0])
        if len(self._buffer) < HEADER.size:
            return None
        length: int = HEADER.unpack_from(self._buffer)[1]
        if length > self._packed_limit:
            raise AnswerTooLargeError(
                f"an answer of {length} bytes is larger than the {self._packed_limit} that are read",
                hint="ask for fewer fields or torrents",
            )
        return length

    def _foreign(self, first: int) -> AnswerError:
        if self._has_understood:
            return BadAnswerError("an answer does not begin where the one before ended")
        if first == ZLIB:
            return WrongDaemonError("this is Deluge 1.3", hint="its protocol is another; Deluge 2.0 and younger are understood")
        return WrongDaemonError(
            "what answers there is no Deluge daemon", hint="give the daemon's port, 58846 by default, not that of its web page"
        )


def unpacked(body: bytes, limit: int) -> bytes:
    """What zlib packed, all of it, if it is no larger than `limit`."""
    inflater = zlib.decompressobj()
    try:
        data = inflater.decompress(body, limit + 1)
    except zlib.error as error:
        raise BadAnswerError("an answer of Deluge cannot be unpacked") from error
    if len(data) > limit:
        raise AnswerTooLargeError(f"an answer unpacks to more than {limit} bytes", hint="ask for fewer fields or torrents")
    if not inflater.eof or inflater.unused_data:
        raise BadAnswerError("an answer of Deluge is cut off, or something follows it")
    return data


def read(data: bytes) -> Answer[Outcome] | Event:
    """The message of its bytes: `[1, number, value]`, `[2, number, class, arguments, ...]` or `[3, name, arguments]`."""
    match rencode.decode(data):
        case [int(kind), int(number), value] if kind == RETURNED:
            return Answer(number, Returned(value))
        case [int(kind), int(number), str(name), list(args), *_] if kind == RAISED:
            return Answer(number, raised(name, args))
        case [int(kind), str(name), list(args)] if kind == HAPPENED:
            return Event(name, tuple(args))
        case _:
            raise BadAnswerError("an answer of Deluge has a form that was never seen")


def raised(name: str, args: list[Json]) -> Raised:
    """The exception that the daemon names. What is not its own comes wrapped: text, class, traceback (2.0.3 to 2.2.1)."""
    if name == "WrappedException" and len(args) > 1 and isinstance(args[1], str):
        return Raised(args[1], str(args[0]), (args[0],))
    return Raised(name, str(args[0]) if args else "", tuple(args))
