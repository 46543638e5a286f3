"""One request of a call to qBittorrent 3.0 to 4.0: which route, which fields, and what its status means.

Rule 1: only fields that the route names are sent: 3.2 to 4.0 refuse all others with 400.
Rule 2: credentials leave for a daemon of Digest only in answer to its challenge, or where the user said that it is one; a
        refusal is remembered, because five of them ban us for an hour.
Rule 3: an answer that this generation never gives raises `ReplacedError`: another daemon may stand there now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn, TypeAlias, cast

from .... import errors
from ....wire.effects import Exclusive, Flow, Reply
from ....wire.forms import Part
from ...digest import challenge_of, made_up
from ...operation import F, OldRoute, Op, as_json, as_text
from ...session import Session
from ...versions import UNKNOWN, Version, dotted
from ..call import Call
from ..generation import ReplacedError
from ..replies import banned, refused, says_not_qbittorrent
from ..sending import Wording, sent
from ..standing import renew
from . import wording

FIRST_OF_COOKIES: Version = (3, 2, 0)
FIRST_OF_TODAY: Version = (4, 1, 0)
SINGLE = frozenset({"hash", "id"})
"""Fields that hold one value, where today's hold several: each value is a request"""
EVERY = "all"

Form: TypeAlias = dict[str, str]


def routes_of(session: Session, op: Op[Any]) -> tuple[OldRoute, ...]:
    """The routes of an action in the daemon's generation, newest first.

    :raises UnsupportedError: it has none
    """
    routes = op.digest_api if session.generation == "digest" else op.cookie_api
    if not routes:
        raise lacks(session, op)
    return routes


def lacks(session: Session, op: Op[Any]) -> errors.UnsupportedError:
    """The error for an action that the daemon has not got."""
    since, until = first_version(op), session.version_text or GENERATIONS[session.generation or "v2"]
    return errors.UnsupportedError(
        f"{op.path} exists since qBittorrent {dotted(since)}, this is {until.removeprefix('v')}",
        hint="update the daemon, or do without",
    )


GENERATIONS: Mapping[str, str] = {"digest": "3.0 or 3.1", "cookie": "3.2 to 4.0", "v2": "4.1 or younger"}


def first_version(op: Op[Any]) -> Version:
    """Since when an action can be asked for, whatever it was called."""
    if op.digest_api:
        return op.digest_api[-1].since or (3, 0, 0)
    if op.cookie_api:
        return op.cookie_api[-1].since or FIRST_OF_COOKIES
    return op.since or FIRST_OF_TODAY


def chosen(session: Session, op: Op[Any], routes: Sequence[OldRoute], version: Version) -> OldRoute:
    """The route of that version; the newest one where it is not known.

    :raises UnsupportedError: that version has none
    """
    for one in routes:
        if version == UNKNOWN or (one.since <= version and not (one.until and version >= one.until)):
            return one
    raise lacks(session, op)


def depends_on_version(op: Op[Any], routes: Sequence[OldRoute], values: Sequence[object]) -> bool:
    """Whether this call is worded, or read, differently by version."""
    if op.needs_version or routes[-1].since or routes[0].until:
        return True
    given = [name_of(one) for one, value in zip(op.fields, values, strict=True) if value is not None]
    first = routes[0]
    return any((one.method, one.path) != (first.method, first.path) for one in routes) or any(
        one.fields.get(name) != first.fields.get(name) for one in routes for name in given
    )


def forms_of(session: Session, call: Call, route: OldRoute, leave: Iterable[str] = ()) -> list[Form]:
    """The fields of each request that the call takes.

    :param leave: parameters that somebody else takes care of
    :raises UnsupportedError: a parameter that does not exist there (native faces)
    """
    forms: list[Form] = [{}]
    for one, given in zip(call.op.fields, call.values, strict=True):
        name, value = name_of(one), given
        if name in leave or one.is_files:
            continue
        if value is None and name in route.fields and one.required_default:
            value = one.required_default
        if value is None:
            continue
        if name not in route.fields:
            if session.is_strict and value not in IDLE:
                raise unknown_parameter(session, call.op, name)
            continue
        wire = route.fields[name]
        if wire in SINGLE and one.join:
            forms = [{**form, wire: text} for form in forms for text in several(value)]
        else:
            forms = [{**form, wire: said(one, value)} for form in forms]
    return forms


IDLE: tuple[object, ...] = (False, "")  # a parameter that asks for nothing


def unknown_parameter(session: Session, op: Op[Any], name: str) -> errors.UnsupportedError:
    """The error for a parameter that the daemon has not got."""
    this = (session.version_text or GENERATIONS[session.generation or "v2"]).removeprefix("v")
    return errors.UnsupportedError(
        f"{op.path}: `{name}` does not exist in qBittorrent {this}", hint="leave it out for this daemon"
    )


def name_of(one: F) -> str:
    """The parameter that a field comes from."""
    return one.name or one.wire


def said(one: F, value: object) -> str:
    """A value as these daemons read it."""
    if one.old_words:
        value = one.old_words.get(str(value), value)
    elif one.old_value:
        value = one.old_value(value)
    return as_json(value) if one.is_json else as_text(value, one.join)


def several(value: object) -> list[str]:
    """The values of a field that holds several."""
    if value is None:
        return []
    if isinstance(value, str):
        return [part for part in value.split("|") if part]
    if isinstance(value, Iterable):
        return [as_text(one) for one in cast("Iterable[object]", value)]
    return [as_text(value)]


def asked(session: Session, call: Call, route: OldRoute, form: Form | None = None, parts: Sequence[Part] = ()) -> Flow[Reply]:
    """Send one request and look at its status."""
    fields = dict(form or {})
    path = route.path
    for name in tuple(fields):
        if f"{{{name}}}" in path:
            path = path.replace(f"{{{name}}}", wording.in_path(fields.pop(name)))
    word = wording.of(route.method, path, fields, parts)
    reply = yield from delivered(session, call, word)
    if reply.status >= 300:
        raise of_status(session, call, reply)
    if is_strange(reply):
        error = says_not_qbittorrent(reply)
        raise ReplacedError(error) if call.op.retry == "read" else error  # whoever sent the page may have acted
    return reply


def delivered(session: Session, call: Call, word: Wording) -> Flow[Reply]:
    """Send with what opens the door, and see that it opened."""
    if session.generation == "digest":
        return (yield from delivered_with_digest(session, call, word))
    reply = yield from sent(session, call, word)
    if reply.status == 403 and not reply.body and session.can_log_in:
        yield Exclusive(renew(session, seen=call.epoch, call=call), call.deadline)
        if session.generation != "cookie":
            raise ReplacedError(refused(session, call.op, reply))
        reply = yield from sent(session, call, word)
    return reply


def delivered_with_digest(session: Session, call: Call, word: Wording) -> Flow[Reply]:
    """Send, and answer the challenge if there comes one: once, and once more for a nonce that is too old."""
    if session.refusal and session.can_log_in and not session.is_logged_in:
        raise session.refusal.again()
    if session.challenge is None and session.is_generation_given and session.can_log_in:
        session.challenge = made_up()
    was = session.challenge
    reply = yield from sent(session, call, word)
    while reply.status == 401 and (challenge := challenge_of(reply.headers)):
        if not session.can_log_in:
            raise errors.LoginRequiredError("the daemon wants a login", hint="give a user name and password")
        if was is not None and (was.is_stale or not challenge.is_stale):
            refuse_password(session, reply)
        session.challenge = was = challenge
        reply = yield from sent(session, call, word)
    if reply.status < 300 and session.challenge is not None and not session.is_logged_in:
        session.is_logged_in = True
        session.epoch += 1
    return reply


def refuse_password(session: Session, reply: Reply) -> NoReturn:
    """Raise the refusal of our credentials, and remember it: nobody tries them again by himself."""
    refusal = errors.LoginFailed(
        "user name or password is wrong",
        hint="they are not tried again until they change or you log in explicitly, because failures lead to a ban",
    )
    refusal.response = reply.raw
    session.refusal = refusal
    session.is_logged_in = False
    raise refusal.again()


def of_status(session: Session, call: Call, reply: Reply) -> Exception:
    """The error for a status."""
    if reply.status == 403 and reply.body and not is_strange(reply):
        refusal = banned()
        refusal.response = reply.raw
        session.refusal = refusal
        session.is_logged_in = False
        return refusal.again()
    error = refused(session, call.op, reply)
    if reply.status in (401, 403, 404) and not is_known(call.op, reply, session):
        return ReplacedError(error)
    return error


def is_known(op: Op[Any], reply: Reply, session: Session) -> bool:
    """Whether this generation gives that status to that action: queueing is off (seen on 3.3.16)."""
    return reply.status == 403 and session.generation == "cookie" and op.path.endswith("Prio")


def is_strange(reply: Reply) -> bool:
    """Whether a page came. The type of the answer does not tell: these daemons call numbers text/html too."""
    start = reply.body[:512].lstrip().lower()
    return start.startswith((b"<html", b"<!doctype")) or b"<title" in start
