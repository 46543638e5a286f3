"""One request on its way: sent until there is an answer, repeated where that does no harm.

Rule 1: nothing here knows a generation of the interface, a login or a version; how a call is worded is said by who sends it.
Rule 2: a request that may not be repeated leaves this module at most once after it may have reached the daemon.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ... import errors
from ...wire.effects import NOW, Fault, Flow, Kind, Open, Reply, Request, Send, Sleep
from ..session import Session
from . import scheme
from .call import Call, failed, leaves_doubt
from .replies import keep_cookies

FIRST_PAUSE = 0.1  # seconds before the second repeat; doubled each time. The first repeat comes at once: a dropped connection
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


def refuse_unsendable(headers: Mapping[str, str]) -> None:
    """Raise if no HTTP library can send a header. Its value stays out of the error: it may be a secret."""
    for name, value in headers.items():
        if not str(value).isprintable() or max(str(value), default="") > "\xff":
            raise errors.UsageError(
                f"the header {name!r} holds characters that cannot be sent",
                hint="a key that was read from a file may have its line end at its end",
            )


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
    yield from rest(call, FIRST_PAUSE * 2 ** (call.faults - 2) if call.faults > 1 else 0.0)


def rest(call: Call, seconds: float) -> Flow[None]:
    """Wait, but never past the deadline."""
    if call.deadline is not None:
        now: float = yield NOW
        if now + seconds >= call.deadline:
            raise errors.DeadlineError(
                f"{call.op.path}: the time given to the call is over",
                hint="give it more time",
                acted=None if call.may_have_acted else False,
            )
    if seconds:
        yield Sleep(seconds)
