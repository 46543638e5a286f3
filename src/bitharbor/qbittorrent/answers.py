"""Readers of answers: bytes to what the face returns. The return annotation in the spec chooses one, or `answer=` names it."""

from __future__ import annotations

from typing import TypeVar

from ..errors import BadAnswerError
from .operation import Answer
from .records import Added
from .session import Session

T = TypeVar("T")


def json(kind: type[T]) -> Answer[T]:
    """Typed JSON."""

    def read(body: bytes, session: Session) -> T:
        return session.records.decode(kind, body)

    return read


def text(body: bytes, session: Session) -> str:
    """Text."""
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadAnswerError("the answer is no UTF-8 text") from error


def number(body: bytes, session: Session) -> int:
    """A whole number as text."""
    try:
        return int(body)
    except ValueError as error:
        raise BadAnswerError(f"a number was expected, {body[:80]!r} came") from error


def whole(body: bytes, session: Session) -> bytes:
    """The bytes as they are."""
    return body


def nothing(body: bytes, session: Session) -> None:
    """No answer is wanted: any 2xx is success, with or without a body."""


def added(body: bytes, session: Session) -> Added:
    """Text through 5.1, JSON since 5.2 (seen on 4.2.5 to 5.3.0)."""
    if body in (b"Ok.", b"Fails."):
        return Added(is_accepted=body == b"Ok.")
    return session.records.decode(Added, body)
