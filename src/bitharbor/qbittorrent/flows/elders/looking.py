"""What other steps decide by: the version, the list of torrents, whether a torrent is known. Reads only.

Facts: 3.0 and 3.1 have no action that tells the version; their page `about.html` holds it (seen on 3.1.12), and it is used to
word requests only. Answers of 3.0 to 3.3 come from a cache of 1.5 s, so a torrent that was just added may be missing in a list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .... import errors
from ....wire.effects import Exclusive, Flow, Reply
from ... import digest_text
from ..._generated import ops
from ...operation import OldRoute, Op
from ...records import Torrent
from ...session import Session
from ...versions import UNKNOWN, Version, parse
from ..call import Call, Extra
from ..sending import rest
from . import asking, wording

CACHE_SECONDS = 1.6
ABOUT = "about.html"
VERSION = OldRoute("GET", "version/qbittorrent", {})
LIST = {"digest": OldRoute("GET", "json/torrents", {}), "cookie": OldRoute("GET", "query/torrents", {})}

_VERSION = re.compile(rb"\bv(\d+\.\d+(?:\.\d+){0,2})\b")


def beside(call: Call, op: Op[Any] = ops.TORRENTS_INFO, values: tuple[object, ...] = ()) -> Call:
    """A read for the sake of a call: within its time, with its options."""
    return Call(op, values, Extra(headers=call.extra.headers, options=call.extra.options), deadline=call.deadline)


def version_of(session: Session, call: Call) -> Flow[Version]:
    """The daemon's version, asked for once a connection; `UNKNOWN` where it does not tell."""
    if session.version == UNKNOWN:
        yield Exclusive(ask_version(session, call), call.deadline)
    return session.version


def ask_version(session: Session, call: Call) -> Flow[None]:
    """Ask for the version, unless somebody did meanwhile."""
    if session.version != UNKNOWN:
        return
    question = beside(call, ops.APP_VERSION)
    if session.generation == "cookie":
        reply = yield from asking.asked(session, question, VERSION)
        session.version_text = reply.body.decode(errors="replace").strip()
        session.version = parse(session.version_text)
        return
    reply = yield from asking.delivered(session, question, wording.of("GET", ABOUT, {}))
    found = _VERSION.search(reply.body) if reply.status == 200 else None
    version = parse(found[1].decode()) if found else UNKNOWN
    if version and version < asking.FIRST_OF_COOKIES:
        session.version, session.version_text = version, f"v{found[1].decode()}" if found else ""


def rows_of(session: Session, call: Call) -> Flow[list[Torrent]]:
    """The whole list."""
    reply = yield from asking.asked(session, beside(call), LIST[session.generation or "cookie"])
    if session.generation == "digest":
        return digest_text.torrents(reply.body)
    return session.records.decode(list[Torrent], reply.body)


def torrents_of(session: Session, call: Call) -> Flow[Mapping[str, Torrent]]:
    """The list, by infohash."""
    rows = yield from rows_of(session, call)
    return {row.hash.lower(): row for row in rows}


def known(session: Session, call: Call, infohash: str) -> Flow[Torrent]:
    """The torrent of that infohash.

    :raises NotFoundError: the daemon has none; 3.0 and 3.1 are asked again when their cache has ended
    """
    for seconds in (0.0, CACHE_SECONDS) if session.generation == "digest" else (0.0,):
        if seconds:
            yield from rest(call, seconds)
        torrents = yield from torrents_of(session, call)
        if infohash.lower() in torrents:
            return torrents[infohash.lower()]
    raise not_found(call)


def not_found(call: Call) -> errors.NotFoundError:
    """The error for a torrent that is not there."""
    return errors.NotFoundError(f"{call.op.path}: the daemon does not know the torrent", hint="check the infohash", status=404)


def answer(body: bytes) -> Reply:
    """A reply with a body of today."""
    return Reply(200, {}, body)
