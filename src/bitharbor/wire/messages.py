"""What comes over a connection that stays open: answers, each to a question by its number, and events that nobody asked for.

Values and one protocol; nothing here knows a socket or how any one daemon writes its messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ..model.json import Json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What the daemon answers to the question of a number."""

    number: int
    value: T


@dataclass(frozen=True, slots=True)
class Event:
    """Something happened in the daemon.

    :ivar name: as the daemon calls it
    :ivar args: what it tells with it
    """

    name: str
    args: tuple[Json, ...] = ()


class Codec(Protocol[T]):
    """Makes messages of what one connection brings."""

    def feed(self, data: bytes) -> Iterator[Answer[T] | Event]:
        """The messages that are whole with these bytes, in their order. Has to be exhausted.

        :raises AnswerError: where the bytes are none; the connection is of no more use then
        """
        ...
