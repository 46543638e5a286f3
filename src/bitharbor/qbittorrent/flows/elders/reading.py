"""Questions to qBittorrent 3.0 to 4.0 that need more than a route: what the answer does not say, what is left to us to choose.

Facts: an infohash that is not known is answered with 200 and nothing; in 3.0 and 3.1 a torrent without metadata is, too, and the
same question within 1.5 s is answered with `{}` or `[]` (seen on 3.1.12), so the list has to say what it means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from ....wire.effects import Flow, Reply
from ... import digest_text
from ...operation import F, OldRoute
from ...session import Session
from ..call import Call
from . import answering, asking, looking
from .asking import Form, asked, chosen, depends_on_version, forms_of, name_of, routes_of

OURS = ("hashes", "sort", "reverse", "limit", "offset")
"""What is chosen here where the daemon cannot"""


def prepared(session: Session, call: Call, leave: Sequence[str] = ()) -> Flow[tuple[OldRoute, list[Form]]]:
    """The route and the fields of each request."""
    routes = routes_of(session, call.op)
    version = session.version
    if depends_on_version(call.op, routes, call.values):
        version = yield from looking.version_of(session, call)
    route = chosen(session, call.op, routes, version)
    return route, forms_of(session, call, route, leave)


def plain(session: Session, call: Call) -> Flow[Reply]:
    """As many requests as the route wants; the last answer counts."""
    route, forms = yield from prepared(session, call)
    reply = looking.answer(b"")
    for form in forms:
        reply = yield from asked(session, call, route, form)
        call.may_have_acted |= call.op.retry != "read" and len(forms) > 1
    call.may_have_acted = False
    return reply


def given(call: Call) -> Mapping[str, Any]:
    """The arguments of a call by their names, without those that were left out."""
    named = zip(map(name_of, call.op.fields), call.values, strict=True)
    return {name: value for name, value in named if value is not None}


def by_digest(session: Session, call: Call) -> Flow[Reply]:
    """The list of 3.0 and 3.1: all of it comes, and is narrowed down here."""
    arguments = given(call)
    for name in arguments.keys() - {*OURS, "filter"}:
        if session.is_strict:
            raise asking.unknown_parameter(session, call.op, name)
    rows = [answering.row_of(one) for one in (yield from looking.rows_of(session, call))]
    return listed(rows, arguments)


def by_cookie(session: Session, call: Call) -> Flow[Reply]:
    """The list of 3.2 to 4.0; it cannot choose by infohash, and knows fewer words for states."""
    arguments = dict(given(call))
    leave = ["hashes"]
    if "hashes" in arguments:
        leave += OURS
    if str(arguments.get("filter")) not in ELDER_FILTERS:
        leave += ["filter", "limit", "offset"]
    route, (form, *_) = yield from prepared(session, call, leave)
    reply = yield from asked(session, call, route, form)
    ours = {name: value for name, value in arguments.items() if name in leave}
    return listed(answering.torrents(reply.body), ours)


ELDER_FILTERS = frozenset(
    {"None", "all", "downloading", "seeding", "completed", "stopped", "running", "paused", "resumed", "active", "inactive"}
)


def listed(rows: list[dict[str, Any]], arguments: Mapping[str, Any]) -> Reply:
    """The rows that were asked for."""
    asked_for = dict(arguments)
    if "hashes" in asked_for:
        asked_for["hashes"] = asking.several(asked_for["hashes"])
        if asked_for["hashes"] == [asking.EVERY]:
            del asked_for["hashes"]
    return looking.answer(msgspec.json.encode(answering.narrowed(rows, asked_for)))


Reading = Callable[[bytes], bytes | None]
"""An answer as today's; None for one that tells nothing"""


def of_one(read: Reading, unknown: Callable[[Any], bytes] | None = None) -> Callable[[Session, Call], Flow[Reply]]:
    """A question about one torrent.

    :param unknown: makes the answer for a torrent that is there and tells nothing yet; without it there is no such torrent
    """

    def ask(session: Session, call: Call) -> Flow[Reply]:
        route, (form, *_) = yield from prepared(session, call, ("indexes",))
        reply = yield from asked(session, call, route, form)
        body = read(reply.body)
        if body is None:
            torrent = yield from looking.known(session, call, str(call.values[0]))
            body = (unknown or nothing_yet)(torrent)
        return looking.answer(chosen_files(call, body))

    return ask


def chosen_files(call: Call, body: bytes) -> bytes:
    """Of files those that were asked for."""
    indexes = given(call).get("indexes")
    if indexes is None:
        return body
    wanted = set(asking.several(indexes))
    return msgspec.json.encode([row for place, row in enumerate(answering.rows(body)) if str(place) in wanted])


def nothing_yet(torrent: Any) -> bytes:
    """A list that is empty."""
    return b"[]"


def digest_properties(body: bytes) -> bytes | None:
    """`propertiesGeneral` of 3.0 and 3.1."""
    found = digest_text.properties(body)
    return None if found is None else answering.of_record(found)


def digest_trackers(body: bytes) -> bytes | None:
    """`propertiesTrackers` of 3.0 and 3.1."""
    found = digest_text.trackers(body)
    return None if found is None else answering.of_records(found)


def digest_files(body: bytes) -> bytes | None:
    """`propertiesFiles` of 3.0 and 3.1."""
    found = digest_text.files(body)
    if found is None:
        return None
    rows = [answering.row_of(one) for one in found]
    return msgspec.json.encode([{**row, "index": index} for index, row in enumerate(rows)])


def digest_transfer(session: Session, call: Call) -> Flow[Reply]:
    """Rates and amounts of 3.0 and 3.1."""
    reply = yield from plain(session, call)
    return looking.answer(answering.of_record(digest_text.transfer_info(reply.body)))


def digest_limits(session: Session, call: Call) -> Flow[Reply]:
    """Limits of torrents, one question for each; -1 for one that is not known, as today."""
    route, forms = yield from prepared(session, call)
    found: dict[str, int] = {}
    for form in forms:
        reply = yield from asked(session, call, route, form)
        found[form["hash"]] = int(reply.body) if reply.body.strip().isdigit() else -1
    return looking.answer(msgspec.json.encode(found))


def no_version(session: Session, call: Call) -> Flow[Reply]:
    """3.0 and 3.1 have no action that tells their version, and none is made up."""
    if not session.is_strict:
        raise asking.lacks(session, call.op)
    yield from ()
    return looking.answer(b"")


def cookie_rows(read: Reading) -> Reading:
    """An answer of 3.2 to 4.0 about one torrent: nothing at all means that there is no such torrent."""
    return lambda body: read(body) if body.strip() else None


def as_it_is(body: bytes) -> bytes | None:
    """Today's form already."""
    return body


def by_converting(convert: Callable[[bytes], bytes]) -> Callable[[Session, Call], Flow[Reply]]:
    """A question whose answer only has other names."""

    def ask(session: Session, call: Call) -> Flow[Reply]:
        reply = yield from plain(session, call)
        return looking.answer(convert(reply.body))

    return ask


def position_of(fields: Sequence[F], name: str) -> int:
    """Where the value of a parameter stands."""
    return next(place for place, one in enumerate(fields) if name_of(one) == name)
