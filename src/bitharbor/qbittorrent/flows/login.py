"""Logging in and out, and asking for the version: flows that only one caller at a time may run.

Facts, seen on 4.2.5 to 5.3.0: right is 200 "Ok." through 5.1 and 204 since 5.2; wrong is 200 "Fails." and 401; a banned address
gets 403. A login that carries the cookie of a live session succeeds with any password, so it is always sent without.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ... import errors
from ...wire.effects import NOW, Exclusive, Flow, Reply
from ..operation import F, Op
from ..session import Session
from ..versions import UNKNOWN, Version, parse
from . import calling
from .replies import is_page, keep_cookies, refused, says_not_qbittorrent

if TYPE_CHECKING:
    from .calling import Call, Extra


def _unread(body: bytes, session: Session) -> None:
    """These flows look at replies themselves."""


LOGIN: Op[None] = Op("POST", "auth/login", "once", (F("username"), F("password")), _unread)
LOGOUT: Op[None] = Op("POST", "auth/logout", "idempotent", (), _unread)
VERSION: Op[None] = Op("GET", "app/version", "read", (), _unread)

LOGOUT_SECONDS = 10.0  # nobody waits longer to say goodbye

ACCEPTED = frozenset({(200, b"Ok."), (204, b"")})
WRONG = frozenset({(200, b"Fails."), (401, b"Unauthorized"), (401, b"")})


def renew(session: Session, *, seen: int, call: Call) -> Flow[None]:
    """Open a session, unless somebody did since `seen`. A refusal is remembered: nobody tries again by himself."""
    if session.epoch != seen and session.is_logged_in:
        return
    if session.refusal:
        raise session.refusal.again()
    asking = calling.Call(
        LOGIN, (session.user, session.password), calling.Extra(headers=call.extra.headers, options=call.extra.options),
        deadline=call.deadline, is_bare=True,
    )  # fmt: skip
    session.forget_login()
    session.forget_version()
    reply = yield from calling.delivered(session, asking)
    refusal = judge(reply)
    if refusal:
        refusal.response = reply.raw
        session.refusal = refusal
        raise refusal.again()
    before = session.cookies
    keep_cookies(session, reply)
    session.login_cookies = frozenset(name for name, value in session.cookies.items() if before.get(name) != value)
    session.is_logged_in = True
    session.epoch += 1


def judge(reply: Reply) -> errors.AuthenticationError | None:
    """None if the login succeeded, the refusal if the daemon refused it. Whatever else came is raised."""
    if is_page(reply):
        raise says_not_qbittorrent(reply)
    if (reply.status, reply.body) in ACCEPTED or (reply.status == 200 and not reply.body):
        return None
    if (reply.status, reply.body) in WRONG:
        return errors.LoginFailed(
            "user name or password is wrong",
            hint="they are not tried again until they change or you log in explicitly, because failures lead to a ban"
            + ("" if reply.status == 200 else "; if they are right, the daemon's host or cross-site check refuses you"),
        )
    if reply.status == 403:
        return errors.BannedError(
            "qBittorrent refuses this address after too many failed logins",
            hint="wait for the ban to end (one hour by default) or restart qBittorrent; the password was not tried again",
        )
    if reply.status < 300:
        raise errors.NotQbittorrentError(
            "the login was answered, but not as qBittorrent does",
            hint="check the address; a proxy may be answering in its place",
        )
    raise refused(Session("", ()), LOGIN, reply)


def ask_version(session: Session, call: Call) -> Flow[Version]:
    """Ask for the application's version, unless somebody did meanwhile."""
    version = session.version
    if version != UNKNOWN:
        return version
    extra = calling.Extra(headers=call.extra.headers, options=call.extra.options)
    reply = yield from calling.fetch(session, calling.Call(VERSION, (), extra, deadline=call.deadline))
    text = reply.body.decode(errors="replace").strip()
    session.version = version = parse(text)
    session.version_text = text
    return version


def log_in(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Log in because somebody asked for it: old refusals are forgotten, new credentials are taken over."""
    user, password = values
    call = calling.Call(LOGIN, values, extra)
    yield from calling.begin(session, call)
    yield from calling.ready_way(session, call)
    if session.api_key:
        return (yield from calling.fetch(session, calling.Call(VERSION, (), extra, deadline=call.deadline)))
    if user is not None:
        session.user, session.password = str(user), "" if password is None else str(password)
    elif password is not None:
        session.password = str(password)
    session.refusal = None
    yield Exclusive(renew(session, seen=session.epoch, call=call), call.deadline)
    return Reply(204, {}, b"")


def log_out(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """End the session, if there is one."""
    if session.is_logged_in and session.base is not None:
        now: float = yield NOW
        call = calling.Call(LOGOUT, (), extra, deadline=now + min(LOGOUT_SECONDS, session.timeout or LOGOUT_SECONDS))
        try:
            reply = yield from calling.delivered(session, call)
            if reply.status >= 300 and reply.status != 403:  # 403: it was over already
                raise refused(session, op, reply)
        except errors.BitharborError as error:
            calling.admit_doubt(call, error)
            raise
    session.forget_login()
    session.forget_version()
    return Reply(204, {}, b"")


def is_session_open(session: Session, extra: Extra) -> Flow[bool]:
    """Whether the daemon takes our session, or needs none. Asks it once and never logs in."""
    call = calling.Call(VERSION, (), extra)
    yield from calling.begin(session, call)
    yield from calling.ready_way(session, call)
    reply = yield from calling.delivered(session, call)
    return reply.status == 200
