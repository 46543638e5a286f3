"""One call: everything between "call this action" and "here is a checked reply".

Rule 1: whatever decides to log in, to wait, to repeat or to give up lives here, and is decided from tables or from the reply.
Rule 2: nothing here knows whether a thread or a task is waiting, or what a socket is; a flow yields effects and gets replies.
Rule 3: a request that may not be repeated leaves at most once after it may have reached the daemon (see `sending`).
Rule 4: to which generation of the interface a call goes is decided in `exchange`; `elders` has the way of the older ones.
"""

from __future__ import annotations

from ... import errors
from ...wire.effects import NOW, Exclusive, Flow, Reply, Request
from ..answers import nothing as unread
from ..operation import Op
from ..session import Session
from ..versions import UNKNOWN, Version, parse
from . import generation, scheme
from .call import Call, Extra, admit_doubt
from .generation import ReplacedError
from .replies import is_page, is_shut_out, refused, says_not_qbittorrent
from .sending import sent
from .standing import LOGIN, renew, settle
from .wording import worded

UNAUTHORIZED = 401
MAYBE_ANOTHER_VERSION = frozenset({400, 404, 405})  # what a daemon says to a path or field of another version

VERSION: Op[None] = Op("GET", "app/version", "read", (), unread)


class OlderError(Exception):
    """The question about the version showed that the daemon is older than what the call was about to be worded for."""


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
    """The call and its answer, by the daemon's generation. A daemon that was replaced by one of another is found out once."""
    yield from ready(session, call)
    if not session.is_elder:
        reply = yield from exchange_today(session, call)
        if reply is not None:
            return reply
    was = session.generation
    try:
        return (yield from exchange_then(session, call))
    except ReplacedError as doubt:
        if session.is_generation_given or call.has_asked_generation or call.may_have_acted:
            raise doubt.error from None
        call.has_asked_generation = True
        session.generation = None
        session.forget_login()
        yield from ready(session, call)
        if session.generation == was:
            raise doubt.error from None
    return (yield from exchange(session, call))


def exchange_then(session: Session, call: Call) -> Flow[Reply]:
    """The way of 3.0 to 4.0. Credentials that travel with each request are tried by one caller first: failures lead to a ban."""
    from .elders.exchange import exchange as old_exchange  # large: only those who meet such a daemon pay for it

    is_untried = session.generation == "digest" and session.can_log_in and not session.is_logged_in
    if is_untried:
        reply: Reply = yield Exclusive(old_exchange(session, call), call.deadline)
        return reply
    return (yield from old_exchange(session, call))


def exchange_today(session: Session, call: Call) -> Flow[Reply | None]:
    """The way of 4.1 and younger. Logs in when the daemon asks for it, once. None if the daemon turns out to be older."""
    try:
        reply = yield from delivered(session, call)
    except OlderError:
        return None
    if session.can_log_in and is_shut_out(reply):
        yield Exclusive(renew(session, seen=call.epoch, call=call), call.deadline)
        if session.is_elder:
            return None
        reply = yield from delivered(session, call)
    if may_be_older(session, reply):
        yield Exclusive(look_for_older(session, call, reply), call.deadline)
        if session.is_elder:
            return None
    if reply.status in MAYBE_ANOTHER_VERSION and (yield from is_another_version(session, call)):
        reply = yield from delivered(session, call)
    answer = checked(session, call, reply)
    if session.generation is None:
        session.generation = "v2"
    return answer


def may_be_older(session: Session, reply: Reply) -> bool:
    """Whether an answer without a login makes it worth while to look for an older generation."""
    if session.is_generation_given or session.api_key:
        return False
    return generation.leads_on(reply) and (session.generation is None or reply.status == UNAUTHORIZED)


def look_for_older(session: Session, call: Call, reply: Reply) -> Flow[None]:
    """Look for an older generation, unless somebody did."""
    if not session.is_elder:
        session.generation = None
        answer = yield from generation.found(session, call, reply)
        if session.can_log_in and session.is_elder:
            challenge = session.challenge
            session.forget_login()
            session.challenge = challenge
            settle(session, answer)


def ready(session: Session, call: Call) -> Flow[None]:
    """See to it that the way is known and, with credentials, that a session is open."""
    yield from ready_way(session, call)
    if session.can_log_in and not session.is_logged_in and session.generation != "digest":
        yield Exclusive(renew(session, seen=session.epoch, call=call), call.deadline)


def ready_way(session: Session, call: Call) -> Flow[None]:
    """See to it that the way is known."""
    if session.base is None:
        yield Exclusive(scheme.find(session, call), call.deadline)


def delivered(session: Session, call: Call) -> Flow[Reply]:
    """Send until there is an answer, worded as 4.1 and younger want it."""
    return (yield from sent(session, call, worded_by_version))


def worded_by_version(session: Session, call: Call) -> Flow[Request]:
    """The request; the version is asked for where it makes a difference."""
    if call.op.depends_on_version(call.values):
        call.has_asked_version |= session.version == UNKNOWN
        call.version = yield from version_of(session, call)
        if session.is_elder:
            raise OlderError
    return worded(session, call)


def version_of(session: Session, call: Call) -> Flow[Version]:
    """The daemon's version, asked for once a login. `UNKNOWN` where qBittorrent 3.0 and 3.1 do not tell it."""
    if session.is_elder:
        return (yield from version_then(session, call))
    version = session.version
    if version == UNKNOWN:
        version = yield Exclusive(ask_version(session, call), call.deadline)
    return version


def version_then(session: Session, call: Call) -> Flow[Version]:
    """The version of 3.0 to 4.0."""
    from .elders import looking  # large, as above

    try:
        return (yield from looking.version_of(session, call))
    except ReplacedError as doubt:
        raise doubt.error from None


def ask_version(session: Session, call: Call) -> Flow[Version]:
    """Ask for the application's version, unless somebody did meanwhile."""
    version = session.version
    if version != UNKNOWN:
        return version
    extra = Extra(headers=call.extra.headers, options=call.extra.options)
    reply = yield from fetch(session, Call(VERSION, (), extra, deadline=call.deadline))
    if session.is_elder:
        return (yield from version_then(session, call))
    text = reply.body.decode(errors="replace").strip()
    session.version = version = parse(text)
    session.version_text = text
    return version


def version_first(session: Session, call: Call) -> Flow[Version]:
    """The daemon's version, for flows that decide by it before they send anything of their own."""
    yield from begin(session, call)
    yield from ready(session, call)
    return (yield from version_of(session, call))


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


__all__ = ["LOGIN", "VERSION", "begin", "delivered", "fetch", "ready", "ready_way", "renew", "unread", "version_first"]
