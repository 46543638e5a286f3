"""Orders to qBittorrent 3.0 to 4.0 that need more than a route: one torrent at a time, other numbers, and looking afterwards.

Rule 1: the native faces look whether 3.0 and 3.1 carried an order out, because their answer never says so (see `confirming`).
Rule 2: torrents that are not known are passed over where today's daemons do so, and are an error where today's make one of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeAlias

from .... import errors
from ....wire.effects import Flow, Reply
from ... import digest_text
from ..._generated import ops
from ...operation import OldRoute, Op
from ...session import Session
from ..call import Call
from . import answering, asking, looking
from .asking import Form, asked, depends_on_version, forms_of, routes_of, several
from .confirming import ordered
from .reading import given, plain, position_of, prepared

Steps: TypeAlias = Callable[[Session, Call], Flow[Reply]]
DONE = Reply(200, {}, b"")
CHECKING = "checking"


def send(session: Session, call: Call, route: OldRoute, forms: Iterable[Form]) -> Flow[None]:
    """One request for each form. When a later one fails, earlier ones were carried out all the same."""
    for form in forms:
        yield from asked(session, call, route, form)
        call.may_have_acted = True
    call.may_have_acted = False


def every_named(session: Session, call: Call) -> Flow[None]:
    """Put all torrents in the place of "all": these daemons do not know the word."""
    place = position_of(call.op.fields, "hashes")
    if several(call.values[place] or ()) == [asking.EVERY]:
        torrents = yield from looking.torrents_of(session, call)
        call.values[place] = tuple(torrents)


def by_hashes(session: Session, call: Call) -> Flow[Reply]:
    """An order to torrents."""
    yield from every_named(session, call)
    return (yield from plain(session, call))


def stop_or_start(session: Session, call: Call, *, stops: bool) -> Flow[Reply]:
    """Stop or start: one, several, or all of them by the command of its own."""
    one, every = routes_of(session, call.op)
    if several(call.values[0]) == [asking.EVERY]:
        names, orders = None, send(session, call, every, [{}])
    else:
        names = {name.lower() for name in several(call.values[0])}
        orders = send(session, call, one, forms_of(session, call, one))
    if session.generation != "digest":
        yield from orders
        return DONE

    def look() -> Flow[bool]:
        torrents = yield from looking.torrents_of(session, call)
        states = [row.state for name, row in torrents.items() if names is None or name in names]
        return all(is_settled(state, stops=stops) for state in states)

    yield from ordered(session, call, orders, look)
    return DONE


def is_settled(state: str, *, stops: bool) -> bool:
    """Whether a state fits to the order. What is checked, or went wrong, shows neither."""
    if state == "error" or state.startswith(CHECKING):
        return True
    return (state in answering.PAUSED) == stops


def delete(session: Session, call: Call) -> Flow[Reply]:
    """Delete torrents, with their files only when asked."""
    with_files = bool(given(call).get("delete_files"))
    yield from every_named(session, call)
    route = next(one for one in routes_of(session, call.op) if one.path.endswith("deletePerm") == with_files)
    forms = forms_of(session, call, route, ("delete_files",))
    if not any(form.get("hashes") for form in forms):
        return DONE
    names = {name.lower() for name in several(call.values[0])}

    def look() -> Flow[bool]:
        torrents = yield from looking.torrents_of(session, call)
        return not names & torrents.keys()

    yield from confirmed_on_digest(session, call, send(session, call, route, forms), look)
    return DONE


def confirmed_on_digest(session: Session, call: Call, orders: Flow[None], look: Callable[[], Flow[bool]]) -> Flow[None]:
    """Give an order; where the answer never tells, look afterwards."""
    if session.generation == "digest":
        yield from ordered(session, call, orders, look)
    else:
        yield from orders


def move_in_queue(session: Session, call: Call) -> Flow[Reply]:
    """Move torrents in the queue. Without a queue 3.2 to 4.0 say 403, and 3.0 and 3.1 nothing."""
    if session.generation == "digest" and session.is_strict:
        settings = yield from asked(session, looking.beside(call, ops.APP_PREFERENCES), SETTINGS)
        if digest_text.preferences(settings.body).queueing_enabled is False:
            raise no_queue(call)
    try:
        return (yield from plain(session, call))
    except errors.ForbiddenError:
        raise no_queue(call) from None


SETTINGS = OldRoute("GET", "json/preferences", {})


def no_queue(call: Call) -> errors.ConflictError:
    """The error for a queue that is switched off."""
    return errors.ConflictError(
        f"{call.op.path}: queueing is switched off", hint="switch `queueing_enabled` on in the preferences", status=409
    )


def file_priority(session: Session, call: Call) -> Flow[Reply]:
    """Say which files are wanted: today's numbers as those of then, one file at a time."""
    torrent, ids, priority = call.values
    wanted = set(several(ids))
    try:
        call.values[2] = digest_text.file_priority(numbered(priority))
    except errors.UsageError:
        if session.is_strict:
            raise
    if session.is_strict:
        files = yield from files_of(session, call, str(torrent))
        if any(not place.isdigit() or int(place) >= len(files) for place in wanted):
            raise errors.ConflictError(f"{call.op.path}: no file has that index", hint="see `torrents.files`", status=409)
    route, forms = yield from prepared(session, call)

    def look() -> Flow[bool]:
        now = yield from files_of(session, call, str(torrent))
        return all(now[int(place)] == priority for place in wanted)

    yield from confirmed_on_digest(session, call, send(session, call, route, forms), look)
    return DONE


def numbered(priority: Any) -> Any:
    """A number that was given as text, as the drop-in's programs do."""
    return int(priority) if isinstance(priority, str) and priority.isdigit() else priority


def files_of(session: Session, call: Call, torrent: str) -> Flow[list[int | None]]:
    """Priorities of a torrent's files; none without metadata.

    :raises NotFoundError: no such torrent
    """
    question = looking.beside(call, ops.TORRENTS_FILES, (torrent,))
    (route,) = routes_of(session, ops.TORRENTS_FILES)
    reply = yield from asked(session, question, route, {"hash": torrent})
    if session.generation == "digest":
        found = digest_text.files(reply.body)
        if found is None:
            yield from looking.known(session, call, torrent)
        return [one.priority for one in found or ()]
    if not reply.body.strip():
        raise looking.not_found(call)
    return [row.get("priority") for row in answering.rows(answering.files(reply.body))]


def add_trackers(session: Session, call: Call) -> Flow[Reply]:
    """Add trackers. A torrent without metadata takes none."""
    names = several(call.values[0])
    if session.is_strict:
        for name in names:
            yield from looking.known(session, call, name)
    urls = call.values[1]
    lines = urls.split("\n") if isinstance(urls, str) else [str(one) for one in urls]
    wanted = {line.strip() for line in lines if line.strip()}
    route, forms = yield from prepared(session, call)

    def look() -> Flow[bool]:
        (question,) = routes_of(session, ops.TORRENTS_TRACKERS)
        for name in names:
            beside = looking.beside(call, ops.TORRENTS_TRACKERS, (name,))
            reply = yield from asked(session, beside, question, {"hash": name})
            if not wanted <= {row.url.strip() for row in digest_text.trackers(reply.body) or ()}:
                return False
        return True

    yield from confirmed_on_digest(session, call, send(session, call, route, forms), look)
    return DONE


def limit_torrents(session: Session, call: Call, question: Op[Any]) -> Flow[Reply]:
    """Limit torrents; unknown ones are passed over."""
    yield from every_named(session, call)
    route, forms = yield from prepared(session, call)
    names, limit = several(call.values[0]), max(int(call.values[1] or 0), 0)

    def look() -> Flow[bool]:
        (limits,) = routes_of(session, question)
        for name in names:
            reply = yield from asked(session, looking.beside(call, question, (name,)), limits, {"hash": name})
            if reply.body.strip() not in (b"", str(limit).encode()):
                return False
        return True

    yield from confirmed_on_digest(session, call, send(session, call, route, forms), look)
    return DONE


def limit_all(session: Session, call: Call, question: Op[Any]) -> Flow[Reply]:
    """Limit the whole session."""
    route, forms = yield from prepared(session, call)
    limit = max(int(call.values[0] or 0), 0)

    def look() -> Flow[bool]:
        (limits,) = routes_of(session, question)
        reply = yield from asked(session, looking.beside(call, question), limits)
        return reply.body.strip() == str(limit).encode()

    yield from confirmed_on_digest(session, call, send(session, call, route, forms), look)
    return DONE


def rename(session: Session, call: Call) -> Flow[Reply]:
    """Rename a torrent. The daemon says 400 to a torrent that it does not know, and to a name that it does not take."""
    try:
        return (yield from plain(session, call))
    except errors.BadRequestError as error:
        yield from looking.known(session, call, str(call.values[0]))
        raise errors.ConflictError(
            f"{call.op.path}: the daemon does not take that name", hint="give more than blanks", status=409
        ) from error


def add(session: Session, call: Call) -> Flow[Reply]:
    """Add links, files or both: each kind has a request of its own. Says `Fails.` where the daemon says that it took nothing.

    Facts: from 3.3.0 on a file that is there already is answered with 500 and nothing else, and from 3.3.13 on links with `Ok.`
    or `Fails.` (seen on 3.3.16); 3.0 and 3.1 say the same to everything.
    """
    routes = routes_of(session, call.op)
    uploads = [one for one in routes if one.path.endswith("upload")]
    downloads = [one for one in routes if one.path.endswith("download")]
    links = call.values[0]
    version = session.version
    if depends_on_version(call.op, uploads, call.values):
        version = yield from looking.version_of(session, call)
    # both are worded before anything is sent: what does not fit shall not be half done
    upload, download = (asking.chosen(session, call.op, those, version) for those in (uploads, downloads))
    (with_files,) = forms_of(session, call, upload, ("urls",))
    (with_links,) = forms_of(session, call, download)
    answers: list[bytes] = []
    if call.extra.parts:
        try:
            yield from asked(session, call, upload, with_files, call.extra.parts)
            answers.append(b"Ok.")
        except errors.ServerError as error:
            if session.generation == "digest" or error.text:
                raise
            call.may_have_acted = False
            answers.append(b"Fails.")
    if links:
        call.may_have_acted = bool(answers)
        reply = yield from asked(session, call, download, with_links)
        call.may_have_acted = False
        answers.append(reply.body or b"Ok.")
    return looking.answer(b"Ok." if b"Ok." in answers else b"Fails.")


def raw(session: Session, call: Call) -> Flow[Reply]:
    """An action that is known by its path only, below the root of these daemons."""
    route = OldRoute(call.op.method, call.op.path, {})
    return (yield from asked(session, call, route, dict(call.extra.form), call.extra.parts))


STOP = partial(stop_or_start, stops=True)
START = partial(stop_or_start, stops=False)
LIMIT_DOWNLOADS = partial(limit_torrents, question=ops.TORRENTS_DOWNLOAD_LIMIT)
LIMIT_UPLOADS = partial(limit_torrents, question=ops.TORRENTS_UPLOAD_LIMIT)
LIMIT_DOWNLOAD = partial(limit_all, question=ops.TRANSFER_DOWNLOAD_LIMIT)
LIMIT_UPLOAD = partial(limit_all, question=ops.TRANSFER_UPLOAD_LIMIT)
