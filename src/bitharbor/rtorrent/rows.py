"""Answers of `d.multicall2` and its like: lists of rows, read strictly, since everything is decided by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ..errors import BadAnswerError
from .values import Value

Row: TypeAlias = Mapping[str, Value]


def rows(answer: Value, columns: Sequence[str]) -> list[Row]:
    """Each row, by its columns.

    :raises BadAnswerError: it is no list of such rows
    """
    if not isinstance(answer, list):
        raise BadAnswerError("rTorrent answers no list where it always does", acted=False)
    return [row(one, columns) for one in answer]


def row(answer: Value, columns: Sequence[str]) -> Row:
    """One row, by its columns."""
    if not isinstance(answer, list) or len(answer) != len(columns):
        raise BadAnswerError("rTorrent answers a row of another length than was asked for", acted=False)
    return dict(zip(columns, answer, strict=True))


def number(row: Row, column: str) -> int:
    """An integer. 0.9.8 writes some as text."""
    value = row[column]
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str) and value.removeprefix("-").isascii() and value.removeprefix("-").isdigit() and len(value) < 20:
        return int(value)
    if value in ("", None):
        return 0
    raise BadAnswerError(f"rTorrent answers no number to {column}", acted=False)


def text(row: Row, column: str) -> str:
    """Text; bytes that are no UTF-8 are shown as well as it goes."""
    return as_text(row[column])


def as_text(value: Value) -> str:
    """The text that a value is."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else "" if value is None else str(value)


def is_set(row: Row, column: str) -> bool:
    """A number that stands for yes or no."""
    return number(row, column) != 0
