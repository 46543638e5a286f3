"""Logging in and out because somebody asks for it, and asking whether a session is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import errors
from ...wire.effects import NOW, Exclusive, Flow, Reply
from .._generated import ops
from ..operation import OldRoute, Op
from ..session import Session
from . import calling, generation
from .call import Call, Extra, admit_doubt
from .elders import wording
from .replies import is_page, refused, says_not_qbittorrent
from .sending import sent

LOGOUT: Op[None] = Op("POST", "auth/logout", "idempotent", (), calling.unread)

LOGOUT_SECONDS = 10.0  # nobody waits longer to say goodbye


def log_in(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Log in because somebody asked for it: old refusals are forgotten, new credentials are taken over."""
    user, password = values
    call = Call(calling.LOGIN, values, extra)
    yield from calling.begin(session, call)
    yield from calling.ready_way(session, call)
    if session.api_key:
        return (yield from calling.fetch(session, Call(calling.VERSION, (), extra, deadline=call.deadline)))
    if user is not None:
        session.user, session.password = str(user), "" if password is None else str(password)
    elif password is not None:
        session.password = str(password)
    if session.is_strict and not session.user:
        raise errors.LoginRequiredError("there is nothing to log in with", hint="give a user name and password, or an API key")
    session.refusal = None
    yield Exclusive(calling.renew(session, seen=session.epoch, call=call), call.deadline)
    if session.generation == "digest" and session.can_log_in:
        yield Exclusive(opened(session, call), call.deadline)
    return Reply(204, {}, b"")


def log_out(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """End the session, if there is one."""
    if session.is_logged_in and session.base is not None and session.generation != "digest":
        now: float = yield NOW
        call = Call(LOGOUT, (), extra, deadline=now + min(LOGOUT_SECONDS, session.timeout or LOGOUT_SECONDS))
        try:
            reply = yield from (ended_then(session, call) if session.is_elder else calling.delivered(session, call))
            if is_page(reply):
                raise says_not_qbittorrent(reply)
            if reply.status >= 300 and reply.status != 403:  # 403: it was over already
                raise refused(session, op, reply)
        except errors.BitharborError as error:
            admit_doubt(call, error)
            raise
    session.forget_login()
    session.forget_version()
    return Reply(204, {}, b"")


def opened(session: Session, call: Call) -> Flow[None]:
    """Show our credentials to a daemon that wants them with each request, or log in to the one that took its place."""
    from .elders import asking, looking  # large: only those who meet such a daemon pay for it

    try:
        yield from asking.asked(session, looking.beside(call, ops.TRANSFER_INFO), OldRoute("GET", generation.KNOCK, {}))
    except generation.ReplacedError as doubt:
        if session.is_generation_given:
            raise doubt.error from None
        session.forget_generation()
        yield from calling.renew(session, seen=session.epoch, call=call)
        if session.generation == "digest":
            raise doubt.error from None


def ended_then(session: Session, call: Call) -> Flow[Reply]:
    """End a session as 3.2 to 4.0 want it."""
    return (yield from sent(session, call, wording.of("POST", "logout")))


def is_session_open(session: Session, extra: Extra) -> Flow[bool]:
    """Whether the daemon takes our session, or needs none. Asks it once and never logs in."""
    call = Call(calling.VERSION, (), extra)
    yield from calling.begin(session, call)
    yield from calling.ready_way(session, call)
    if session.generation == "cookie":
        reply = yield from sent(session, call, wording.of("GET", "query/transferInfo"))
    elif session.generation == "digest":
        reply = yield from sent(session, call, wording.of("GET", generation.KNOCK))
    else:
        reply = yield from calling.delivered(session, call)
    return reply.status == 200
