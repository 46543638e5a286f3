"""One call: everything between "call this action" and "here is a checked reply".

Rule 1: whatever decides to log in, to wait, to repeat or to give up lives here, and is decided from tables or from the reply.
Rule 2: nothing here knows whether a thread or a task is waiting, or what a socket is; a flow yields effects and gets replies.
Rule 3: a request that may not be repeated leaves this module at most once after it may have reached the daemon.
"""

from __future__ import annotations

from collections.abc import Mapping

from ... import errors
from ...wire.effects import MEBIBYTE, NOW, Exclusive, Fault, Flow, Kind, Open, Reply, Request, Send, Sleep
from ...wire.forms import FORM_TYPE, form_body, multipart_body, query_string
from ..operation import F, Op
from ..session import Session
from ..versions import UNKNOWN, Version, parse
from . import scheme
from .call import Call, Extra, admit_doubt, failed, leaves_doubt
from .replies import is_page, judge, keep_cookies, refused, says_not_qbittorrent

FORBIDDEN = 403
FIRST_PAUSE = 0.1  # seconds before the second repeat; doubled each time. The first repeat comes at once: a dropped connection
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAYBE_ANOTHER_VERSION = frozenset({400, 404, 405})  # what a daemon says to a path or field of another version
USUAL_LIMIT = 1024 * MEBIBYTE


def unread(body: bytes, session: Session) -> None:
    """These flows look at replies themselves."""


LOGIN: Op[None] = Op("POST", "auth/login", "once", (F("username"), F("password")), unread)
VERSION: Op[None] = Op("GET", "app/version", "read", (), unread)


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
        yield Exclusive(renew(session, seen=call.epoch, call=call), call.deadline)
        reply = yield from delivered(session, call)
    if reply.status in MAYBE_ANOTHER_VERSION and (yield from is_another_version(session, call)):
        reply = yield from delivered(session, call)
    return checked(session, call, reply)


def ready(session: Session, call: Call) -> Flow[None]:
    """See to it that the way is known and, with credentials, that a session is open."""
    yield from ready_way(session, call)
    if session.can_log_in and not session.is_logged_in:
        yield Exclusive(renew(session, seen=session.epoch, call=call), call.deadline)


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
        version = yield Exclusive(ask_version(session, call), call.deadline)
    return version


def ask_version(session: Session, call: Call) -> Flow[Version]:
    """Ask for the application's version, unless somebody did meanwhile."""
    version = session.version
    if version != UNKNOWN:
        return version
    extra = Extra(headers=call.extra.headers, options=call.extra.options)
    reply = yield from fetch(session, Call(VERSION, (), extra, deadline=call.deadline))
    text = reply.body.decode(errors="replace").strip()
    session.version = version = parse(text)
    session.version_text = text
    return version


def renew(session: Session, *, seen: int, call: Call) -> Flow[None]:
    """Open a session, unless somebody did since `seen`. A refusal is remembered: nobody tries again by himself."""
    if session.epoch != seen and session.is_logged_in:
        return
    if session.refusal:
        raise session.refusal.again()
    asking = Call(
        LOGIN, (session.user, session.password), Extra(headers=call.extra.headers, options=call.extra.options),
        deadline=call.deadline, is_bare=True,
    )  # fmt: skip
    session.forget_login()
    session.forget_version()
    reply = yield from delivered(session, asking)
    refusal = judge(session, LOGIN, reply)
    if refusal:
        refusal.response = reply.raw
        session.refusal = refusal
        raise refusal.again()
    before = session.cookies
    keep_cookies(session, reply)
    session.login_cookies = frozenset(name for name, value in session.cookies.items() if before.get(name) != value)
    session.is_logged_in = True
    session.epoch += 1


def version_first(session: Session, call: Call) -> Flow[Version]:
    """The daemon's version, for flows that decide by it before they send anything of their own."""
    yield from begin(session, call)
    yield from ready(session, call)
    return (yield from version_of(session, call))


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
    refuse_unsendable(headers)
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
        options=call.extra.options,
    )


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
