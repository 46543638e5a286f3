"""Which interface a daemon speaks: found out by its first answers, with as few requests as can be.

Rule 1: the interface of today is tried first, and a daemon that has it pays nothing. Only an answer in a form that an older
        generation gives leads on: a fault, a 5xx and a page never do.
Rule 2: cookies (3.2 to 4.0) are proved by the word that answers `/login`, or by the number at `/version/api`.
Rule 3: Digest (3.0, 3.1) is proved by its own challenge at a path of its own, or by its own answer there without any credentials;
        before that no credentials leave for it.

Facts: 3.0 and 3.1 answer everything without an Authorization header with 401 and their challenge, and with an empty 404 what
they do not know, where no login is wanted (seen on 3.1.12). 3.2 to 4.0 answer what they do not know with an empty 404 in a
session, and with an empty 403 without one (seen on 3.3.16); of 4.1 and younger a 403 to a login is a ban, and says so in words.
"""

from __future__ import annotations

import re

import msgspec

from ... import errors
from ...wire.effects import Flow, Reply
from ..answers import nothing
from ..digest import challenge_of
from ..operation import Op
from ..session import Session
from .call import Call, Extra
from .elders import wording
from .replies import is_page
from .sending import sent

KNOCK = "json/transferInfo"
EMPTY = frozenset({403, 404})
WORDS = frozenset({b"Ok.", b"Fails."})
ACCEPTED = Reply(204, {}, b"")
LOGIN: Op[None] = Op("POST", "login", "once", (), nothing)

_NUMBER = re.compile(rb"\s*\d{1,4}\s*")


class ReplacedError(Exception):
    """An answer that this generation never gives.

    :ivar error: what it means if it is this generation all the same
    """

    def __init__(self, error: errors.BitharborError) -> None:
        super().__init__(str(error))
        self.error = error


def leads_on(reply: Reply) -> bool:
    """Whether an answer to a path of today has a form that an older generation gives."""
    if reply.status in EMPTY:
        return not reply.body and not is_page(reply)
    return reply.status == 401 and challenge_of(reply.headers) is not None


def found(session: Session, asking: Call, first: Reply) -> Flow[Reply]:
    """Look for an older generation. The answer is what its login said; `first` if there is none.

    :param asking: the call, or the login, that had the first answer
    """
    if challenge_of(first.headers) is None:
        reply = yield from (log_in(session, asking) if session.can_log_in else version(session, asking))
        if session.generation == "cookie":
            return reply
        if not leads_on(reply):
            return first if reply.status < 300 else reply
    return (yield from knock(session, asking)) or first


def log_in(session: Session, asking: Call) -> Flow[Reply]:
    """Log in as 3.2 to 4.0 want it. Their words prove them."""
    form = {"username": session.user, "password": session.password}
    once = bare(asking, LOGIN)
    reply = yield from sent(session, once, wording.of("POST", "login", form, is_bare=True))
    if reply.status == 200 and reply.body in WORDS and not is_page(reply):
        session.generation = "cookie"
    return reply


def version(session: Session, asking: Call) -> Flow[Reply]:
    """Ask for the number of the interface, which 3.2 to 4.0 tell everybody."""
    reply = yield from sent(session, bare(asking), wording.of("GET", "version/api", is_bare=True))
    if reply.status == 200 and _NUMBER.fullmatch(reply.body) and not is_page(reply):
        session.generation = "cookie"
    return reply


def knock(session: Session, asking: Call) -> Flow[Reply | None]:
    """Ask at a path of 3.0 and 3.1, without credentials."""
    reply = yield from sent(session, bare(asking), wording.of("GET", KNOCK, is_bare=True))
    challenge = challenge_of(reply.headers) if reply.status == 401 else None
    if challenge is None and not is_own_answer(reply):
        return None
    session.generation = "digest"
    session.challenge = challenge
    return ACCEPTED


def is_own_answer(reply: Reply) -> bool:
    """Whether it is what the knock is answered with where no login is wanted."""
    if reply.status != 200 or not reply.headers.get("Content-Type", "").startswith("text/javascript"):
        return False
    try:
        said = msgspec.json.decode(reply.body, type=dict[str, str])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return said.keys() == {"dl_info", "up_info"}


def bare(call: Call, op: Op[None] | None = None) -> Call:
    """A read, or another action, beside a call: within its time, with its options, and without what it brings along."""
    return Call(
        op or Op("GET", call.op.path, "read", (), nothing),
        (),
        Extra(headers=call.extra.headers, options=call.extra.options),
        deadline=call.deadline,
        is_bare=True,
    )
