"""Letting the daemon read `.torrent` files.

Facts: the daemon answers in the order of the parts' names as text, not in that of the parts (seen on 5.3.0); `wire.forms` begins
each name with the part's position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ... import errors
from ...wire.effects import Flow, Reply
from ...wire.forms import Part
from ..operation import Op
from ..session import Session
from . import calling
from .adding import read_parts, refuse_strangers
from .call import Call, Extra


def parse_metadata(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Read the files, refuse what is no `.torrent`, send them so that the answer comes in their order."""
    (given,) = values
    parts = list(read_parts(given)) if given else []
    if session.is_strict:
        refuse_strangers(parts)
        if not parts:
            raise errors.UsageError("there is nothing to read", hint="give files")
    return (yield from calling.fetch(session, Call(op, (None,), replace(extra, parts=arranged(parts)))))


def arranged(parts: Sequence[Part]) -> list[Part]:
    """The parts at such positions that sorting these as text brings them back into the given order: 0, 1, 10, 11, 2 ..."""
    positions = sorted(range(len(parts)), key=lambda position: f"{position}_")
    placed = dict(zip(positions, parts, strict=True))
    return [placed[position] for position in range(len(parts))]
