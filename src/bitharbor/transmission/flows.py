"""One call: everything between "this method" and "here is its answer".

Rule 1: whatever decides to learn a session id, to repeat or to give up lives here, and is decided from tables or from the reply.
Rule 2: a 409 says that nothing was done, gives the session id, and says which language the daemon speaks: so the first call, and
        the first to a daemon that was replaced, learn both from it, and no request is made for that alone.
Rule 3: what may not be repeated leaves this module at most once after it may have reached the daemon.
Rule 4: a wrong password is tried once, however many calls wait, until somebody logs in anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from .. import errors
from ..model.json import Json
from ..wire.effects import MEBIBYTE, NOW, Exclusive, Fault, Flow, Kind, Reply, Request, Send
from ..wire.faults import failed, pause_after, rest
from . import dialects
from .dialects import Answer, UnreadableError
from .methods import Retry, refuse_empty, retry_of
from .names import modern, modern_arguments
from .refusals import error_of, is_page, login_refused, refused, wrong_daemon
from .session import Dialect, Session

SESSION_ID = "X-Transmission-Session-Id"
RPC_VERSION = "X-Transmission-Rpc-Version"  # in the 409 of those that speak JSON-RPC: 4.1.0 and later
CONFLICT = 409
MOST_CONFLICTS = 3  # an id may go stale at any moment; a daemon that was restarted meanwhile gives another one
USUAL_LIMIT = 1024 * MEBIBYTE

Arguments: TypeAlias = Mapping[str, Json]


@dataclass(slots=True)
class Call:
    """A method with its arguments, both as 4.1 spells them.

    :ivar dialect: the language of its last request
    :ivar may_have_acted: it was sent, and nobody knows what became of it
    """

    method: str
    arguments: Arguments
    retry: Retry
    dialect: Dialect = Dialect.CLASSIC
    deadline: float | None = None
    faults: int = 0
    conflicts: int = 0
    may_have_acted: bool = False

    @property
    def may_repeat(self) -> bool:
        """Whether it may arrive twice."""
        return self.retry != "once"


@dataclass(frozen=True, slots=True)
class Told:
    """An answer that is a success."""

    answer: Answer
    dialect: Dialect


def call_of(method: str, arguments: Arguments) -> Call:
    """A call, from names of either language.

    :raises EmptySelectionError: it names no torrent and would mean all of them
    """
    name, renamed = modern(method), modern_arguments(arguments)
    refuse_empty(name, renamed)
    return Call(name, renamed, retry_of(name, renamed))


def fetch(session: Session, call: Call) -> Flow[Told]:
    """Send a call, and give its answer. An error says whether the daemon may have acted."""
    if session.timeout is not None:
        now: float = yield NOW
        call.deadline = now + session.timeout
    try:
        reply = yield from exchange(session, call)
        return understood(session, call, reply)
    except errors.BitharborError as error:
        if call.may_have_acted and error.acted is False and call.retry != "read":
            error.acted = None
        raise


def exchange(session: Session, call: Call) -> Flow[Reply]:
    """Send until the daemon takes the session id."""
    if session.refusal:
        raise session.refusal.again()
    if session.id is None:
        first: Reply | None = yield Exclusive(introduce(session, call), call.deadline)
        if first is not None:
            return first
    while True:
        reply = yield from delivered(session, call)
        if not learned(session, call, reply):
            return accepted(session, call, reply)


def introduce(session: Session, call: Call) -> Flow[Reply | None]:
    """The first request of all; others wait for what it teaches. None when there is something to send with what is known now."""
    if session.refusal:
        raise session.refusal.again()
    if session.id is not None:
        return None
    reply = yield from delivered(session, call)
    if learned(session, call, reply):
        return None
    reply = accepted(session, call, reply)
    session.id = ""  # it asks for none
    return reply


def learned(session: Session, call: Call, reply: Reply) -> bool:
    """Whether the reply is a 409 that gives a session id; what it says is remembered."""
    given = reply.headers.get(SESSION_ID, "")
    if reply.status != CONFLICT or not given:
        return False
    call.conflicts += 1
    if call.conflicts > MOST_CONFLICTS:
        return False
    if given != session.id:
        session.id = given
        session.epoch += 1
    session.dialect = Dialect.MODERN if RPC_VERSION in reply.headers else Dialect.CLASSIC
    return True


def accepted(session: Session, call: Call, reply: Reply) -> Reply:
    """The reply, if its status is a success."""
    if 200 <= reply.status < 300:
        return reply
    error = refused(session, call.method, reply, may_have_acted=call.may_have_acted)
    if isinstance(error, errors.LoginFailed):
        session.refusal = login_refused(session)
    if isinstance(error, errors.AuthenticationError):
        error.response = reply.raw
    raise error


def delivered(session: Session, call: Call) -> Flow[Reply]:
    """Send until there is an answer, repeating what may be repeated."""
    while True:
        answer: Reply | Fault = yield Send(worded(session, call))
        if isinstance(answer, Fault):
            call.may_have_acted |= answer.was_sent
            yield from weigh(session, call, answer)
            continue
        if answer.status < 500:
            return answer
        call.may_have_acted = True
        if not (call.may_repeat and call.faults + 1 < session.tries):
            return answer
        yield from pause(call)


def worded(session: Session, call: Call) -> Request:
    """The request, in the language that the daemon speaks as far as is known."""
    headers = {**session.headers, "Content-Type": "application/json"}
    if session.id:
        headers[SESSION_ID] = session.id
    try:
        call.dialect = session.dialect
        body = dialects.encode(call.dialect, call.method, call.arguments, session.next_tag())
    except (TypeError, UnicodeEncodeError, RecursionError) as error:
        raise errors.UsageError(f"{call.method}: its arguments cannot be written as JSON ({error})") from error
    return Request("POST", session.url, headers, body, deadline=call.deadline, limit=USUAL_LIMIT)


def weigh(session: Session, call: Call, fault: Fault) -> Flow[None]:
    """After a fault: wait and let it be sent again, or raise."""
    is_harmless = call.may_repeat or not fault.was_sent
    is_passing = fault.kind in (Kind.CONNECT, Kind.LOST, Kind.TIMEOUT)
    if not (is_harmless and is_passing and call.faults + 1 < session.tries):
        raise failed(
            call.method, fault, daemon="Transmission", address=session.address, may_have_acted=is_in_doubt(call)
        ) from fault.cause
    yield from pause(call)


def is_in_doubt(call: Call) -> bool:
    """Whether the daemon may have done something that was asked."""
    return call.may_have_acted and call.retry != "read"


def pause(call: Call) -> Flow[None]:
    """Before a repeat: none the first time, then longer and longer, but never past the deadline."""
    call.faults += 1
    yield from rest(call.method, pause_after(call.faults), call.deadline, may_have_acted=is_in_doubt(call))


def understood(session: Session, call: Call, reply: Reply) -> Told:
    """The answer, if it is a success."""
    if is_page(reply):
        raise wrong_daemon(session, reply, acted=unknown_to(call))
    try:
        answer = dialects.decode(call.dialect, reply.body)
    except UnreadableError as error:
        if not reply.body.lstrip().startswith(b"{"):
            raise wrong_daemon(session, reply, acted=unknown_to(call)) from error
        raise errors.BadAnswerError(
            f"{call.method}: {session.address} answers what cannot be read ({len(reply.body)} bytes)",
            hint=str(error)[:200],
            acted=unknown_to(call),
        ) from error
    if answer.refusal is not None:
        raise error_of(call.method, answer)
    return Told(answer, call.dialect)


def unknown_to(call: Call) -> bool | None:
    """`acted` of an answer that cannot be read."""
    return False if call.retry == "read" else None
