"""Our standing with a daemon: opening a session, whatever its generation.

Rule 1: a wrong password and a ban are remembered: nobody tries again by himself.
Rule 2: a login carries no cookie: with an old one, every version takes a wrong password.
"""

from __future__ import annotations

from ...wire.effects import Flow, Reply, Request
from ..answers import nothing
from ..operation import F, Op
from ..session import Session
from . import generation
from .call import Call, Extra
from .replies import judge, keep_cookies
from .sending import sent
from .wording import worded

LOGIN: Op[None] = Op("POST", "auth/login", "once", (F("username"), F("password")), nothing)


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
    settle(session, (yield from answered(session, asking)))


def settle(session: Session, reply: Reply) -> None:
    """Take over what a login was answered with.

    :raises LoginFailed: wrong user name or password
    :raises BannedError: this address failed too often
    """
    refusal = judge(session, LOGIN, reply)
    if refusal:
        refusal.response = reply.raw
        session.refusal = refusal
        raise refusal.again()
    if session.generation == "digest":
        return  # its credentials travel with each request; the first one shows whether they are right
    before = session.cookies
    keep_cookies(session, reply)
    session.login_cookies = frozenset(name for name, value in session.cookies.items() if before.get(name) != value)
    session.is_logged_in = True
    session.epoch += 1


def answered(session: Session, asking: Call) -> Flow[Reply]:
    """What a login is answered with, by the generation that the daemon turns out to have."""
    if session.generation == "digest":
        return generation.ACCEPTED
    if session.generation == "cookie":
        reply = yield from generation.log_in(session, asking)
        if session.is_generation_given or not is_gone(reply):
            return reply
        session.generation = None
    reply = yield from sent(session, asking, worded_today)
    if session.is_generation_given:
        return reply
    if generation.leads_on(reply):
        session.generation = None
        return (yield from generation.found(session, asking, reply))
    if reply.body in generation.WORDS or reply.status == 204:
        session.generation = "v2"
    return reply


def is_gone(reply: Reply) -> bool:
    """Whether the daemon has no login of cookies any more: another one stands there now."""
    return generation.leads_on(reply) or reply.status == 404


def worded_today(session: Session, call: Call) -> Flow[Request]:
    """A login as 4.1 and younger want it. Older ones close the connection behind their answer without saying so; a login that
    follows must not meet that, because it is not sent twice."""
    yield from ()
    request = worded(session, call)
    if not session.is_generation_given:
        request.headers["Connection"] = "close"
    return request
