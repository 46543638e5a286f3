"""One call: everything between "call this action" and "here is a checked reply".

Rule 1: whatever decides to log in, to wait, to repeat or to give up lives here, and is decided from tables or from the reply.
Rule 2: nothing here knows whether a thread or a task is waiting, or what a socket is; a flow yields effects and gets replies.
Rule 3: a request that may not be repeated leaves this module at most once after it may have reached the daemon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ... import errors
from ...wire.effects import MEBIBYTE, NOW, Exclusive, Fault, Flow, Kind, Open, Reply, Request, Send, Sleep
from ...wire.forms import FORM_TYPE, Part, form_body, multipart_body, query_string
from ..operation import Op, settled
from ..session import Session
from ..versions import UNKNOWN, Version
from . import login, scheme
from .replies import is_page, keep_cookies, refused, says_not_qbittorrent

FORBIDDEN = 403
REPEATABLE = frozenset({"read", "idempotent"})
FIRST_PAUSE = 0.1  # seconds before the second repeat; doubled each time. The first repeat comes at once: a dropped connection
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAYBE_ANOTHER_VERSION = frozenset({400, 404, 405})  # what a daemon says to a path or field of another version
USUAL_LIMIT = 1024 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Extra:
    """What one call brings along: the drop-in's `headers=`, `requests_args=` and unknown keywords, parts of an upload."""

    form: Mapping[str, str] = field(default_factory=dict[str, str])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    options: Mapping[str, object] = field(default_factory=dict[str, object])
    parts: Sequence[Part] = ()
    tries: int = 0


PLAIN = Extra()


class NamedFlow(Protocol):
    """A flow that a row of the table names."""

    def __call__(self, session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]: ...


class Call:
    """One call on its way: what was asked, and how far it got."""

    __slots__ = (
        "deadline",
        "epoch",
        "extra",
        "faults",
        "has_asked_version",
        "is_bare",
        "may_have_acted",
        "op",
        "redirects",
        "values",
        "version",
    )

    def __init__(
        self,
        op: Op[Any],
        values: Sequence[object],
        extra: Extra = PLAIN,
        *,
        deadline: float | None = None,
        is_bare: bool = False,
    ) -> None:
        self.op = op
        absent = [None] * (len(op.fields) - len(values))  # fields that only the drop-in fills
        self.values = [*map(settled, values), *absent]
        self.extra = extra
        self.deadline = deadline
        self.is_bare = is_bare
        """sent without the session's cookies: with an old one, every version takes a wrong password"""
        self.epoch = 0
        self.faults = 0
        self.redirects = 0
        self.version: Version = UNKNOWN
        self.has_asked_version = False
        self.may_have_acted = False
        """the daemon got it at least once and never said what it did"""

    @property
    def may_repeat(self) -> bool:
        """Whether it may be sent again after the daemon may have acted."""
        return self.op.retry in REPEATABLE


def fetch(session: Session, call: Call) -> Flow[Reply]:
    """Send one call with a valid session. An error says whether the daemon may have acted."""
    if session.is_strict:
        call.op.refuse_unfit(call.values, UNKNOWN)
    yield from begin(session, call)
    try:
        return (yield from exchange(session, call))
    except errors.BitharborError as error:
        admit_doubt(call, error)
        raise


def begin(session: Session, call: Call) -> Flow[None]:
    """Set the deadline, unless the call is part of one that has it."""
    if session.timeout is not None and call.deadline is None:
        now: float = yield NOW
        call.deadline = now + session.timeout


def exchange(session: Session, call: Call) -> Flow[Reply]:
    """The call and its answer. Logs in when the daemon asks for it, once."""
    yield from ready(session, call)
    reply = yield from delivered(session, call)
    if reply.status == FORBIDDEN and session.can_log_in and not is_page(reply):
        yield Exclusive(login.renew(session, seen=call.epoch, call=call), call.deadline)
        reply = yield from delivered(session, call)
    if reply.status in MAYBE_ANOTHER_VERSION and (yield from is_another_version(session, call)):
        reply = yield from delivered(session, call)
    return checked(session, call, reply)


def ready(session: Session, call: Call) -> Flow[None]:
    """See to it that the way is known and, with credentials, that a session is open."""
    yield from ready_way(session, call)
    if session.can_log_in and not session.is_logged_in:
        yield Exclusive(login.renew(session, seen=session.epoch, call=call), call.deadline)


def ready_way(session: Session, call: Call) -> Flow[None]:
    """See to it that the way is known."""
    if session.base is None:
        yield Exclusive(scheme.find(session, call), call.deadline)


def delivered(session: Session, call: Call) -> Flow[Reply]:
    """Send until there is an answer, repeating what may be repeated."""
    while True:
        if call.op.depends_on_version(call.values):
            call.has_asked_version |= session.version == UNKNOWN
            call.version = yield from version_of(session, call)
        request = worded(session, call)
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


def version_of(session: Session, call: Call) -> Flow[Version]:
    """The daemon's version, asked for once a login."""
    version = session.version
    if version == UNKNOWN:
        version = yield Exclusive(login.ask_version(session, call), call.deadline)
    return version


def worded(session: Session, call: Call) -> Request:
    """The request as this daemon wants it."""
    op, version = call.op, call.version
    path = op.path_in(version)
    if session.is_strict and version:
        op.refuse_unfit(call.values, version)
    form = {**op.form(call.values, version), **call.extra.form}
    headers = {**session.headers, **call.extra.headers}
    if session.api_key:
        headers.setdefault("Authorization", f"Bearer {session.api_key}")
    url = f"{session.base}api/v2/{path}"
    body: bytes | None = None
    if call.extra.parts:
        headers["Content-Type"], body = multipart_body(form, call.extra.parts)
    elif op.method == "POST":
        body = form_body(form)
        if body:
            headers["Content-Type"] = FORM_TYPE
    elif form:
        url = f"{url}?{query_string(form)}"
    return Request(
        op.method,
        url,
        headers,
        body,
        cookies={} if call.is_bare else session.cookies,
        deadline=call.deadline,
        limit=op.limit or USUAL_LIMIT,
        is_delicate=not call.may_repeat,
        options=call.extra.options,
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
    seconds = FIRST_PAUSE * 2 ** (call.faults - 2) if call.faults > 1 else 0.0
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


# what a fault becomes: class, words, advice
FAULTS: Mapping[Kind, tuple[type[errors.BitharborError], str, str]] = {
    Kind.CONNECT: (
        errors.UnreachableError,
        "no connection to the daemon",
        "check that it runs, its address and its port",
    ),
    Kind.TLS: (
        errors.TlsError,
        "the daemon's certificate or TLS protocol is not trusted",
        "name a certificate bundle, or switch verification off if you accept anybody; check http or https",
    ),
    Kind.TIMEOUT: (errors.DeadlineError, "no answer in time", "give it more time, or check the daemon's load"),
    Kind.LOST: (errors.ConnectionLostError, "the connection broke before the answer came", ""),
    Kind.TOO_LARGE: (errors.AnswerTooLargeError, "the answer is too large and was not read", "ask for less at a time"),
    Kind.OTHER: (errors.TransportError, "the request failed", "the cause says why"),
}


def failed(call: Call, fault: Fault) -> errors.BitharborError:
    """The error of a fault."""
    cls, words, hint = FAULTS[fault.kind]
    if call.may_have_acted:
        hint = "the daemon may have acted: look before you ask again"
    return cls(f"{call.op.path}: {words}", hint=hint, acted=None if call.may_have_acted else False)


def leaves_doubt(op: Op[Any], answer: Reply | Fault) -> bool:
    """Whether the daemon may have acted without saying so."""
    if op.retry == "read":
        return False
    return answer.was_sent if isinstance(answer, Fault) else answer.status >= 500


def admit_doubt(call: Call, error: errors.BitharborError) -> None:
    """What came later, of another try, a login or a question about the version, does not tell what the first try did."""
    if call.may_have_acted and error.acted is False:
        error.acted = None


def is_another_version(session: Session, call: Call) -> Flow[bool]:
    """Whether the daemon was replaced by another version since it was asked. Asked once a call, and only where it matters."""
    if call.version == UNKNOWN or call.has_asked_version:
        return False
    session.forget_version()
    now = yield from version_of(session, call)
    return now != call.version


def checked(session: Session, call: Call, reply: Reply) -> Reply:
    """The reply, if it is a success of qBittorrent's."""
    if reply.status >= 300:
        raise refused(session, call.op, reply)
    if call.op.is_text and is_page(reply):
        raise says_not_qbittorrent(reply)
    return reply
