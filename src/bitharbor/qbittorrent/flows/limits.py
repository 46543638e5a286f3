"""The alternative speed limits: daemons before 4.5 can only switch them over, so they are asked first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...wire.effects import NOW, Flow, Reply
from .._generated import ops
from ..operation import Op
from ..session import Session
from . import calling
from .call import Call, Extra


def set_speed_limits_mode(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Switch them on or off, or over when nothing is said, which the drop-in allows."""
    wanted = values[0]
    call = Call(op, values, extra)
    if session.timeout is not None:
        now: float = yield NOW
        call.deadline = now + session.timeout
    toggle = Call(ops.TRANSFER_TOGGLE_SPEED_LIMITS_MODE, (), extra, deadline=call.deadline)
    if wanted is None:
        return (yield from calling.fetch(session, toggle))
    version = yield from calling.version_first(session, call)
    if version >= op.since:
        return (yield from calling.fetch(session, call))
    mode = yield from calling.fetch(session, Call(ops.TRANSFER_SPEED_LIMITS_MODE, (), extra, deadline=call.deadline))
    if (mode.body != b"0") == bool(wanted):
        return mode
    return (yield from calling.fetch(session, toggle))
