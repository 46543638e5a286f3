"""Letting the daemon read `.torrent` files.

Facts: the daemon answers in an order of its own, another one each time it is started (seen on 5.3.0 with 14 files).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from ... import errors
from ...model.metainfo import Metainfo
from ...wire.effects import Flow, Reply
from ...wire.forms import Part
from ..operation import Op
from ..session import Session
from . import calling
from .call import Call, Extra
from .uploads import read_parts, refuse_strangers

Row = dict[str, Any]


def parse_metadata(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Read the files, refuse what is no `.torrent`, bring the answer into their order."""
    (given,) = values
    parts = list(read_parts(given)) if given else []
    if session.is_strict:
        refuse_strangers(parts)
        if not parts:
            raise errors.UsageError("there is nothing to read", hint="give files")
    reply = yield from calling.fetch(session, Call(op, (None,), replace(extra, parts=parts)))
    if len(parts) < 2:
        return reply
    rows = session.records.decode(list[Row], reply.body)
    return replace(reply, body=msgspec.json.encode(ordered(rows, parts)))


def ordered(rows: Sequence[Row], parts: Sequence[Part]) -> list[Row]:
    """The rows in the order of the files, by infohash; rows that belong to no file that we can read come last."""
    left = list(rows)
    found: list[Row] = []
    for part in parts:
        infohashes = infohashes_of(part)
        row = next((one for one in left if infohashes & {one.get("infohash_v1"), one.get("infohash_v2")}), None)
        if row is not None:
            left.remove(row)
            found.append(row)
    return found + left


def infohashes_of(part: Part) -> set[str | None]:
    """Both infohashes of a file, as far as it has them."""
    try:
        infohash = Metainfo.parse(part.content).infohash
    except errors.BitharborError:
        return set()
    return {infohash.v1, infohash.v2} - {None}
