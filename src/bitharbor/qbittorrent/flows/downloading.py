"""Saving an answer to a file: asking for the rest after a break, and never joining what does not belong together.

Rule 1: bytes are added to what is there only if the daemon says that they begin just behind it, and that the whole is as long as
        before; in all other cases it begins anew.
Rule 2: the target appears when it is whole. Whatever comes between leaves what came in a file beside it.
Rule 3: each request has the session's time for a call; a body may take any time, as long as it does not stand still.

Facts, seen on 5.3.0: torrents/downloadFile answers a range with 206 and Content-Range, also to POST; beyond the end comes 416
with `bytes */<length>`; there is no ETag and no Last-Modified, and If-Range is not looked at; a file that changed on the daemon's
disk is served as it is now, under its new length. torrents/export and torrentcreator/torrentFile answer a range with 200 and the
whole. None of them is ever compressed, but a proxy may do that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ... import errors
from ...wire.effects import MEBIBYTE, Do, Fault, Flow, Kind, Pour, Reply, Sleep
from ...wire.faults import pause_after
from ..operation import Op
from ..partial import PartialFile
from ..session import Session
from . import calling
from .call import Call, Extra, failed

MOST_BREAKS = 5  # without a mebibyte of progress between them
UNSATISFIABLE = 416
PARTIAL = 206
RANGED = frozenset({"torrents/downloadFile"})  # of what is asked for with an offset, the rest alone comes
RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
PLAIN_BYTES = {"Accept-Encoding": "identity"}  # ranges and lengths of compressed bytes are of no use here
SHORT = Fault(Kind.LOST, was_sent=True, cause=EOFError("the answer ended before the whole was there"))


def save(
    session: Session, op: Op[Any], values: Sequence[object], target: str | os.PathLike[str], *, resumes: bool, overwrites: bool
) -> Flow[Path]:
    """Bring the answer into a file, with as many requests as it takes."""
    part = PartialFile(target, content_of(op, values), overwrites=overwrites)
    call = Call(op, values)
    try:
        yield Do(partial(part.look, resumes=resumes))
        breaks = Breaks(part.size)
        while True:
            reply = yield from opened(session, op, values, part)
            fault: Fault | None = yield Pour(reply, part.write)
            if fault is None and part.total is None:
                part.total = part.size
            if part.is_whole:
                break
            yield from breaks.pause(call, part, fault or SHORT)
        yield Do(part.finish)
    except errors.BitharborError as error:
        if part.path is not None and part.size:
            again = "goes on from there" if op.path in RANGED and part.is_found_again else "begins anew"
            kept = f"{part.size} bytes are kept in {str(part.path)!r}, saving again {again}"
            error.hint = f"{error.hint}; {kept}" if error.hint else kept
        raise
    finally:
        part.close()
    return part.target


def opened(session: Session, op: Op[Any], values: Sequence[object], part: PartialFile) -> Flow[Reply]:
    """An open answer whose next byte is the one that the part waits for."""
    position = part.next_byte
    if position:
        reply = yield from rest_of(session, op, values, position)
        if reply is not None and continues(reply, position, part.total):
            return (yield from prepared(reply, partial(part.go_on, position)))
        if reply is not None and reply.status != PARTIAL:
            return (yield from prepared(reply, partial(part.begin, length_of(reply))))
        if reply is not None:
            yield Pour(reply, None)
    reply = yield from calling.fetch(session, Call(op, values, Extra(headers=PLAIN_BYTES)))
    if reply.status == PARTIAL:
        yield Pour(reply, None)
        raise errors.BadAnswerError("a part came where the whole was asked for", acted=False)
    return (yield from prepared(reply, partial(part.begin, length_of(reply))))


def prepared(reply: Reply, prepare: Callable[[], None]) -> Flow[Reply]:
    """The answer, once there is a place for it; without one it is closed."""
    try:
        yield Do(prepare)
    except BaseException:
        yield Pour(reply, None)
        raise
    return reply


def rest_of(session: Session, op: Op[Any], values: Sequence[object], position: int) -> Flow[Reply | None]:
    """The answer from a byte on; None where the daemon has nothing there: what it has is shorter now."""
    headers = {**PLAIN_BYTES, "Range": f"bytes={position}-"}
    try:
        return (yield from calling.fetch(session, Call(op, values, Extra(headers=headers))))
    except errors.StatusError as error:
        if error.status != UNSATISFIABLE:
            raise
        return None


def continues(reply: Reply, position: int, total: int | None) -> bool:
    """Whether an answer goes on where we are, in the same whole."""
    said = RANGE.fullmatch(reply.headers.get("Content-Range", "").strip())
    if reply.status != PARTIAL or said is None or is_packed(reply):
        return False
    first, last, length = map(int, said.groups())
    return first == position and length == total and first <= last < length


def length_of(reply: Reply) -> int | None:
    """Bytes of the whole, where the answer says it."""
    length = reply.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() and not is_packed(reply) else None


def is_packed(reply: Reply) -> bool:
    """Whether it is compressed all the same."""
    return reply.headers.get("Content-Encoding", "identity").lower() != "identity"


def content_of(op: Op[Any], values: Sequence[object]) -> str:
    """What is asked for: a finished file of a torrent is the same for ever, whichever daemon has it."""
    return "\n".join([op.path, *(str(one).lower() if place == 0 else str(one) for place, one in enumerate(values))])


class Breaks:
    """How often it broke without getting further."""

    def __init__(self, size: int) -> None:
        self._furthest = size
        self._count = 0

    def pause(self, call: Call, part: PartialFile, fault: Fault) -> Flow[None]:
        """Wait before the next request, longer each time that nothing came of one, or give up."""
        if part.size >= self._furthest + MEBIBYTE:
            self._furthest, self._count = part.size, 0
        self._count += 1
        if self._count > MOST_BREAKS:
            raise failed(call, fault) from fault.cause
        if self._count > 1:
            yield Sleep(pause_after(self._count))
