"""One request on its way: sent until there is an answer, repeated where that does no harm.

Rule 1: nothing here knows a generation of the interface, a login or a version; how a call is worded is said by who sends it.
Rule 2: a request that may not be repeated leaves this module at most once after it may have reached the daemon.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ...wire import faults
from ...wire.effects import Fault, Flow, Kind, Open, Reply, Request, Send
from ...wire.faults import pause_after
from ..session import Session
from . import scheme
from .call import Call, failed, leaves_doubt
from .replies import keep_cookies

REDIRECTS = frozenset({301, 302, 303, 307, 308})

Wording: TypeAlias = Callable[[Session, Call], Flow[Request]]
"""Makes the request of a call, anew for each time that it is sent"""


def sent(session: Session, call: Call, word: Wording) -> Flow[Reply]:
    """Send until there is an answer, repeating what may be repeated."""
    while True:
        request = yield from word(session, call)
        call.epoch = session.epoch
        answer: Reply | Fault = yield Open(request) if call.op.is_stream else Send(request)
        call.may_have_acted |= leaves_doubt(call.op, answer)
        if isinstance(answer, Fault):
            yield from weigh(session, call, answer)
        elif answer.status in REDIRECTS:
            scheme.follow(session, call, answer, request)
        elif answer.status >= 500 and call.may_repeat and call.faults + 1 < tries_of(session, call):
            yield from pause(call)
        else:
            if call.epoch == session.epoch and not call.is_bare:
                keep_cookies(session, answer)
            return answer


def tries_of(session: Session, call: Call) -> int:
    """How often a call is sent at most."""
    return call.extra.tries or session.tries


def weigh(session: Session, call: Call, fault: Fault) -> Flow[None]:
    """After a fault: wait and let it be sent again, or raise."""
    if fault.kind in (Kind.CONNECT, Kind.LOST):
        session.forget_version()
    is_harmless = call.may_repeat or not fault.was_sent
    is_passing = fault.kind in (Kind.CONNECT, Kind.LOST, Kind.TIMEOUT)
    if not (is_harmless and is_passing and call.faults + 1 < tries_of(session, call)):
        raise failed(call, fault) from fault.cause
    yield from pause(call)


def pause(call: Call) -> Flow[None]:
    """Before a repeat: none the first time, then longer and longer, but never past the deadline."""
    call.faults += 1
    yield from rest(call, pause_after(call.faults))


def rest(call: Call, seconds: float) -> Flow[None]:
    """Wait, but never past the deadline."""
    return faults.rest(call.op.path, seconds, call.deadline, may_have_acted=call.may_have_acted)
