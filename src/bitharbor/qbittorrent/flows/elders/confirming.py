"""Looking whether an order was carried out, where the daemon answers 200 whatever it does.

Rule 1: looking is bounded: the daemon's cache lives 1.5 s, and slow machines get some time.
Rule 2: an answer that was lost is no failure if looking shows what was ordered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from .... import errors
from ....wire.effects import Flow
from ...session import Session
from ..call import Call
from ..sending import rest

PAUSES = (0.0, 0.2, 0.5, 1.0, 1.6, 1.6)  # seconds before each look

Look: TypeAlias = Callable[[], Flow[bool]]
"""Asks the daemon whether it is done"""


def ordered(session: Session, call: Call, send: Flow[None], look: Look) -> Flow[None]:
    """Give the order; on the native faces look until it is carried out.

    :raises UnconfirmedError: the daemon took it and did not do it
    """
    if not session.is_strict:
        yield from send
        return
    try:
        yield from send
    except errors.TransportError as lost:
        if not call.may_have_acted or isinstance(lost, errors.DeadlineError):
            raise
        try:
            yield from confirmed(call, look)
        except errors.BitharborError:
            raise lost from None
        return
    call.may_have_acted = True
    yield from confirmed(call, look)


def confirmed(call: Call, look: Look) -> Flow[None]:
    """Look until it is carried out."""
    for seconds in PAUSES:
        if seconds:
            yield from rest(call, seconds)
        if (yield from look()):
            return
    raise errors.UnconfirmedError(
        f"{call.op.path}: the daemon took the order and has not carried it out", hint="see the daemon's log", acted=None
    )
