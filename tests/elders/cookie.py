"""The cookie interface of 3.2 to 4.0: sessions, exact parameters, plain JSON.

Rule: `ROUTES` says which version knows which path and which parameters; a handler does one path's work and no checking.
Seen on 3.3.16 and 4.0.4; what only older sources say has it beside it.
"""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tests.elders import metainfo, printing, rows, wire
from tests.elders.bans import Bans
from tests.elders.settings import truth, whole_number
from tests.elders.syncing import Line
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tests.elders.holdings import Holdings
    from tests.elders.profiles import Number
    from tests.elders.torrents import Torrent
    from tests.elders.wire import Json, Request
    from tests.elders.wording import Wording

SESSION_SECONDS: Final = 900.0
LOOPBACK: Final = {"127.0.0.1", "::1"}
PLAIN: Final = "text/plain; charset=UTF-8"
HTML: Final = "text/html"
HTTP_ONLY_SINCE: Final[Number] = (3, 3, 12)
CSRF_SINCE: Final[Number] = (3, 3, 13)
HOST_SINCE: Final[Number] = (3, 3, 14)
JSON_TYPE_SINCE: Final[Number] = (3, 2, 2)
CATEGORY_SINCE: Final[Number] = (3, 3, 5)
ANSWERED_ADD_SINCE: Final[Number] = (3, 3, 13)
DUPLICATE_SINCE: Final[Number] = (3, 3)
# seen on 3.3.16; from which release on is not known, so from the one that began to look at Origin
SECURITY: Final = (
    (
        "content-security-policy",
        (
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            "script-src 'self' 'unsafe-inline'; object-src 'none';"
        ),
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "SAMEORIGIN"),
    ("x-xss-protection", "1; mode=block"),
)
# in a category's name: seen in the sources of 3.3 and 4.0
FORBIDDEN_IN_NAMES: Final = frozenset('\\:?"*<>|')

MISSING: Final = Answer(404, "Not Found")
BAD: Final = Answer(400, "Bad Request")
FORBIDDEN: Final = Answer(403, "Forbidden")
FOREIGN: Final = Answer(401, "Unauthorized")
NO_QUEUE: Final = Answer(403, "Torrent queueing must be enabled")
DONE: Final = Answer()


@dataclass
class Session:
    """What a login opened."""

    key: str
    used: float
    main: Line = field(default_factory=Line)
    peers: Line = field(default_factory=Line)


@dataclass(frozen=True)
class Call:
    """A request on its way to a handler."""

    request: Request
    form: wire.Form
    session: Session | None
    path: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        return self.path[-1].lower() if self.path else ""

    def given(self, name: str, default: str = "") -> str:
        """A field of the body; names are taken in any case."""
        return next((value for key, value in self.form.fields.items() if key.lower() == name.lower()), default)


@dataclass(frozen=True)
class Route:
    """A path. `needs` are the fields that must be in the body, `may` those that can be, each since a version."""

    path: str
    handler: Callable[[Cookie, Call], Answer]
    since: Number = (3, 2)
    until: Number | None = None
    needs: tuple[str, ...] = ()
    may: tuple[tuple[str, Number, Number | None], ...] = ()
    is_public: bool = False
    takes_hash: bool = False
    is_loose: bool = False
    """Other fields are passed over; else they make the request a bad one, as missing ones do."""


class Cookie:
    """One server of the cookie generation."""

    def __init__(self, holdings: Holdings, wording: Wording, stop: Callable[[], None]) -> None:
        self.holdings = holdings
        self.wording = wording
        self.profile = holdings.profile
        self.bans = Bans(holdings.clock)
        self.sessions: dict[str, Session] = {}
        self.port = 0
        self.shut_down = stop
        self.routes = {route.path: route for route in ROUTES if self.profile.has(route.since, route.until)}

    def answer(self, request: Request) -> bytes:
        answer, session = self._answered(request)
        headers = [("content-length", str(len(answer.body))), *answer.headers]
        if self.profile.has(CSRF_SINCE):
            headers += [*SECURITY, ("date", self._date())]
        if session:
            headers.append(("set-cookie", session))
        body = answer.body
        compressed = request.takes_gzip and len(body) > wire.GZIP_OVER
        if compressed:
            headers.append(("content-encoding", "gzip"))
        return rendered(answer, sorted(headers), compressed=compressed)

    def _date(self) -> str:
        return format_datetime(datetime.fromtimestamp(self.holdings.clock.now(), UTC), usegmt=True)

    def _answered(self, request: Request) -> tuple[Answer, str]:
        """The answer, and a cookie to set with it."""
        if self._is_foreign(request):
            return FOREIGN, ""
        if self.bans.holds(request.peer):
            return text(self.wording.words.banned, 403, "Forbidden"), ""
        self.holdings.settle()
        session, cookie = self._session(request), ""
        if not session and self.holdings.settings.flag("bypass_local_auth") and request.peer in LOOPBACK:
            session, cookie = self._begin()
        form = self._form(request)
        if form is None:
            return BAD, ""
        route, path = self._found(request)
        if path == ("login",):
            return self._log_in(Call(request, form, session))
        if path == ("logout",):
            return DONE, self._end(session)
        if not session and not (path[:1] in {(), ("version",)} or (route and route.is_public)):
            return FORBIDDEN, ""
        call = Call(request, form, session, path)
        return (self._checked(route, call) if route else self._page(path)), cookie

    def _page(self, path: tuple[str, ...]) -> Answer:
        if path:
            return MISSING
        return Answer(headers=[("content-type", HTML)], body=b"<html><title>qBittorrent Web UI</title></html>")

    def _found(self, request: Request) -> tuple[Route | None, tuple[str, ...]]:
        """The route of a path, where the last part of some is a hash; one part too many or too few is another path."""
        path = tuple(part for part in request.path.split("/") if part)
        exact = self.routes.get("/".join(path))
        if exact and not exact.takes_hash:
            return exact, path
        parent = self.routes.get("/".join(path[:-1]))
        return (parent if parent and parent.takes_hash else None), path

    def _checked(self, route: Route, call: Call) -> Answer:
        names = {name.lower() for name in call.form.fields}
        needs = {name.lower() for name in route.needs}
        may = {name.lower() for name, since, until in route.may if self.profile.has(since, until)}
        if needs - names or (not route.is_loose and names - needs - may):
            return BAD
        return route.handler(self, call)

    def _is_foreign(self, request: Request) -> bool:
        """Another Origin or Referer (3.3.13), or another port in Host (3.3.14); any name passes, and a Host without a port."""
        host = request.header("x-forwarded-host") or request.header("host")
        came_from = request.header("origin") or request.header("referer")
        if self.profile.has(CSRF_SINCE) and came_from and urlsplit(came_from).netloc.lower() != host.lower():
            return True
        port = host.rpartition(":")[2] if ":" in host else ""
        return self.profile.has(HOST_SINCE) and port.isdigit() and int(port) != self.port

    def _form(self, request: Request) -> wire.Form | None:
        """The body's fields; None for a kind of body that is not understood."""
        if not request.body:
            return wire.Form()
        if request.media_type == wire.FORM:
            return wire.urlencoded(request.body)
        if request.media_type == wire.MULTIPART:
            return wire.multipart(request.header("content-type"), request.body)
        return None

    def _session(self, request: Request) -> Session | None:
        cookies = (pair.strip().partition("=") for pair in request.header("cookie").split(";"))
        key = next((value for name, _, value in cookies if name == "SID"), "")
        session, now = self.sessions.get(key), self.holdings.clock.now()
        if not session or now - session.used > SESSION_SECONDS:
            self.sessions.pop(key, None)
            return None
        session.used = now
        return session

    def _begin(self) -> tuple[Session, str]:
        key = base64.b64encode(secrets.token_bytes(24)).decode()
        session = self.sessions[key] = Session(key, self.holdings.clock.now())
        http_only = "HttpOnly; " if self.profile.has(HTTP_ONLY_SINCE) else ""
        return session, f"SID={key}; {http_only}path=/"

    def _end(self, session: Session | None) -> str:
        if not session:
            return ""
        del self.sessions[session.key]
        yesterday = datetime.fromtimestamp(self.holdings.clock.now(), UTC) - timedelta(days=1)
        return f"SID=; expires={yesterday:%a, %d-%b-%Y %H:%M:%S} GMT; path=/"

    def _log_in(self, call: Call) -> tuple[Answer, str]:
        """A session that is open is not checked again (3.3.14). A good login does not take back failures (3.3.16, 4.0.4)."""
        if call.session and self.profile.has(HOST_SINCE):
            return text("Ok."), ""
        settings = self.holdings.settings
        is_right = call.given("username") == settings.text("web_ui_username")
        if not is_right or settings.hashed(call.given("password")) != settings.text("web_ui_password"):
            self.bans.failed(call.request.peer)
            return text("Fails."), ""
        return text("Ok."), self._begin()[1]

    def json(self, value: Json) -> Answer:
        kind = "application/json" if self.profile.has(JSON_TYPE_SINCE) else "text/javascript; charset=UTF-8"
        return Answer(headers=[("content-type", kind)], body=printing.cookie(value))

    def number(self, value: int) -> Answer:
        """A bare number; text/html before 3.2.2."""
        return text(str(value), kind=PLAIN if self.profile.has(JSON_TYPE_SINCE) else HTML)

    def unknown(self) -> Answer:
        """What an unknown hash gets: 200 and no body at all."""
        return Answer(headers=self.json(None).headers)

    def torrent(self, call: Call) -> Torrent | None:
        return self.holdings.torrents.get(call.asked)

    def one(self, call: Call) -> Torrent | None:
        return self.holdings.torrents.get(call.given("hash").lower())

    def several(self, call: Call) -> Iterator[Torrent]:
        return self.holdings.found(call.given("hashes"))


def rendered(answer: Answer, headers: Iterable[tuple[str, str]], *, compressed: bool) -> bytes:
    plain = Answer(answer.status, answer.reason, body=answer.body).rendered(compressed=compressed)
    head, _, body = plain.partition(b"\r\n\r\n")
    lines = [head.split(b"\r\n")[0].decode()]
    lines += [f"{name}: {len(body) if name == 'content-length' else value}" for name, value in headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def text(content: str, status: int = 200, reason: str = "OK", kind: str = PLAIN) -> Answer:
    return Answer(status, reason, [("content-type", kind)], content.encode())


def list_torrents(server: Cookie, call: Call) -> Answer:
    query, holdings = call.request.query, server.holdings
    label = "category" if server.profile.has(CATEGORY_SINCE) else "label"
    chosen = [torrent for torrent in holdings.torrents.values() if FILTERS.get(query.get("filter", ""), everything)(torrent)]
    if label in query:
        chosen = [torrent for torrent in chosen if torrent.category == query[label]]
    made = [rows.row(rows.TORRENT, torrent, holdings) for torrent in chosen]
    if query.get("sort"):
        made.sort(key=lambda row: sortable(row.get(query["sort"])), reverse=truth(query.get("reverse", "")))
    start, limit = whole_number(query.get("offset", "")), whole_number(query.get("limit", ""))
    start = start + len(made) if start < 0 else start
    start = start if 0 <= start < len(made) else 0
    return server.json(made[start : start + limit] if limit > 0 else made[start:])


def sortable(value: Json) -> tuple[float, str]:
    return (float(value), "") if isinstance(value, int | float) else (0.0, str(value or ""))


def everything(torrent: Torrent) -> bool:
    return True


def is_active(torrent: Torrent) -> bool:
    """Torrents that fetch their metadata count as active (seen on 3.3.16)."""
    return bool(torrent.dlspeed or torrent.upspeed) or not (torrent.has_metadata or torrent.paused)


# an unknown word shows all (seen on 3.3.16); paused ones are downloading or completed too
FILTERS: Final[Mapping[str, Callable[[Torrent], bool]]] = {
    "all": everything,
    "downloading": lambda torrent: not torrent.is_complete,
    "seeding": lambda torrent: torrent.is_complete and not torrent.paused,
    "completed": lambda torrent: torrent.is_complete,
    "paused": lambda torrent: torrent.paused,
    "resumed": lambda torrent: not torrent.paused,
    "active": is_active,
    "inactive": lambda torrent: not is_active(torrent),
}


def of_torrent(make: Callable[[Cookie, Torrent], Json]) -> Callable[[Cookie, Call], Answer]:
    """A handler for a path that ends in a hash."""

    def handler(server: Cookie, call: Call) -> Answer:
        torrent = server.torrent(call)
        return server.json(make(server, torrent)) if torrent else server.unknown()

    return handler


def piece_hashes(server: Cookie, torrent: Torrent) -> Json:
    return [torrent.pieces[start : start + 20].hex() for start in range(0, len(torrent.pieces), 20)]


def piece_states(server: Cookie, torrent: Torrent) -> Json:
    have = rows.pieces_have(torrent)
    return [2] * have + [0] * (max(torrent.pieces_num, 0) - have)


def log_lines(server: Cookie, call: Call) -> Answer:
    query = call.request.query
    kinds = {1: "normal", 2: "info", 4: "warning", 8: "critical"}
    after = whole_number(query.get("last_known_id", "-1"))
    lines = [line for line in server.holdings.log if line.id > after and truth(query.get(kinds[line.kind], "true"))]
    made: list[Json] = [
        {"id": line.id, "timestamp": line.timestamp, "type": line.kind, "message": line.message} for line in lines
    ]
    return server.json(made)


def peer_log(server: Cookie, call: Call) -> Answer:
    after = whole_number(call.request.query.get("last_known_id", "-1"))
    made: list[Json] = [
        {"id": row.id, "timestamp": row.timestamp, "ip": row.ip, "blocked": row.blocked, "reason": row.reason}
        for row in server.holdings.blocked_peers
        if row.id > after
    ]
    return server.json(made)


def main_data(server: Cookie, call: Call) -> Answer:
    holdings, settings = server.holdings, server.holdings.settings
    torrents: dict[str, Json] = {}
    for key, torrent in holdings.torrents.items():
        row = rows.row(rows.TORRENT, torrent, holdings)
        torrents[key] = {name: value for name, value in row.items() if name != "hash"}
    groups = "categories" if server.profile.has(CATEGORY_SINCE) else "labels"
    state: dict[str, Json] = {
        **rows.transfer(holdings),
        "queueing": settings.flag("queueing_enabled"),
        "use_alt_speed_limits": holdings.uses_alt_limits,
        "refresh_interval": 1500,
    }
    data: dict[str, Json] = {"torrents": torrents, groups: sorted(holdings.categories), "server_state": state}
    rid = whole_number(call.request.query.get("rid", ""))
    answer = server.json(call.session.main.answer(rid, data) if call.session else data)
    # the default type before 3.2.2
    return answer if server.profile.has(JSON_TYPE_SINCE) else Answer(headers=[("content-type", HTML)], body=answer.body)


def torrent_peers(server: Cookie, call: Call) -> Answer:
    query = call.request.query
    torrent = server.holdings.torrents.get(query.get("hash", "").lower())
    if not torrent or not call.session:
        return server.unknown()
    peers = {key: rows.peer_row(peer, server.profile) for key, peer in torrent.peers.items()}
    shows = any(peer.country_code for peer in torrent.peers.values())
    data: dict[str, Json] = {"peers": peers, "show_flags": shows}
    return server.json(call.session.peers.answer(whole_number(query.get("rid", "")), data))


def dressed(server: Cookie, torrent: Torrent, call: Call) -> Torrent:
    """A new torrent with the options of its request."""
    options = {name.lower() for name, since, until in ADD_OPTIONS if server.profile.has(since, until)}
    given = {key.lower(): value for key, value in call.form.fields.items() if key.lower() in options}
    torrent.save_path = given.get("savepath", "").rstrip("/")
    torrent.category = given.get("category", given.get("label", ""))
    torrent.paused = truth(given.get("paused", ""))
    torrent.name = given.get("rename") or torrent.name
    torrent.seq_dl = truth(given.get("sequentialdownload", ""))
    torrent.first_last = truth(given.get("firstlastpieceprio", ""))
    for direction, option in (("up_limit", "uplimit"), ("dl_limit", "dllimit")):
        if rate := whole_number(given.get(option, "")):
            torrent.limit(direction, rate)
    if truth(given.get("skip_checking", "")):
        torrent.finish()
    return torrent


def download(server: Cookie, call: Call) -> Answer:
    made = [server.holdings.out_of_line(line) for line in call.given("urls").split("\n") if line.strip()]
    added = [server.holdings.add(dressed(server, torrent, call)) for torrent in made if torrent]
    if not server.profile.has(ANSWERED_ADD_SINCE):
        return DONE
    return text("Ok." if any(added) else "Fails.")


def upload(server: Cookie, call: Call) -> Answer:
    """415 with a line for each file that is none; from 3.3.0 on 500 for what is there already."""
    wrong: list[str] = []
    added: list[bool] = []
    for file in call.form.files:
        try:
            added.append(server.holdings.add(dressed(server, metainfo.out_of_file(file.content), call)))
        except metainfo.NotATorrentError:
            wrong.append(server.wording.words.not_a_torrent.format(file.filename))
    if wrong:
        reason = "Unsupported Media Type" if server.profile.has(DUPLICATE_SINCE) else "Internal Server Error"
        return text("".join(wrong), 415, reason)
    if not all(added) and server.profile.has(DUPLICATE_SINCE):
        return Answer(500, "Internal Server Error")
    return DONE


def done(order: Callable[[Cookie, Call], object]) -> Callable[[Cookie, Call], Answer]:
    """A handler that answers 200 and nothing, whatever became of the order."""

    def handler(server: Cookie, call: Call) -> Answer:
        order(server, call)
        return DONE

    return handler


def pausing(*, paused: bool, every: bool) -> Callable[[Cookie, Call], Answer]:
    def order(server: Cookie, call: Call) -> None:
        chosen = server.holdings.torrents.values() if every else [server.one(call)]
        for torrent in filter(None, chosen):
            torrent.paused = paused
            torrent.error = torrent.error if paused else ""
            torrent.force_start = False

    return done(order)


def assigning(name: str, kind: Callable[[str], object], source: str) -> Callable[[Cookie, Call], Answer]:
    """A handler that sets one value of several torrents."""

    def order(server: Cookie, call: Call) -> None:
        for torrent in server.several(call):
            setattr(torrent, name, kind(call.given(source)))

    return done(order)


def toggling(name: str) -> Callable[[Cookie, Call], Answer]:
    def order(server: Cookie, call: Call) -> None:
        for torrent in server.several(call):
            setattr(torrent, name, not getattr(torrent, name))

    return done(order)


def forcing(server: Cookie, call: Call) -> None:
    for torrent in server.several(call):
        torrent.force_start = truth(call.given("value"))
        torrent.paused = torrent.paused and not torrent.force_start


def limits(direction: str) -> Callable[[Cookie, Call], Answer]:
    def handler(server: Cookie, call: Call) -> Answer:
        asked = [key.lower() for key in call.given("hashes").split("|") if key]
        found: dict[str, Json] = {}
        for key in asked:
            torrent = server.holdings.torrents.get(key)
            found[key] = getattr(torrent, direction) if torrent else -1
        return server.json(found)

    return handler


def limiting(direction: str) -> Callable[[Cookie, Call], Answer]:
    def order(server: Cookie, call: Call) -> None:
        for torrent in server.several(call):
            torrent.limit(direction, whole_number(call.given("limit")))

    return done(order)


def moving(order: str) -> Callable[[Cookie, Call], Answer]:
    def handler(server: Cookie, call: Call) -> Answer:
        if not server.holdings.settings.flag("queueing_enabled"):
            return NO_QUEUE
        server.holdings.move(server.several(call), order)
        return DONE

    return handler


def removing(*, with_files: bool) -> Callable[[Cookie, Call], Answer]:
    return done(lambda server, call: server.holdings.remove(server.several(call), with_files=with_files))


def recheck(server: Cookie, call: Call) -> None:
    if torrent := server.one(call):
        server.holdings.recheck(torrent)


def add_trackers(server: Cookie, call: Call) -> None:
    if torrent := server.one(call):
        server.holdings.add_trackers(torrent, call.given("urls"))


def set_file_priority(server: Cookie, call: Call) -> None:
    torrent, place = server.one(call), whole_number(call.given("id"))
    if torrent and 0 <= place < len(torrent.files):
        torrent.files[place].priority = whole_number(call.given("priority"))


def set_preferences(server: Cookie, call: Call) -> None:
    server.holdings.settings.write(call.given("json"))
    server.wording.learn(server.holdings.settings.text("locale"))


def toggle_alternative(server: Cookie, call: Call) -> None:
    server.holdings.uses_alt_limits = not server.holdings.uses_alt_limits


def is_category(name: str) -> bool:
    """`a/b` may be, an empty part or a special character may not."""
    return not FORBIDDEN_IN_NAMES & set(name) and all(name.split("/"))


def set_category(server: Cookie, call: Call) -> Answer:
    """Gives torrents a category, and makes it when it is new (seen on 3.3.16)."""
    field_name = "category" if server.profile.has(CATEGORY_SINCE) else "label"
    name = call.given(field_name)
    if name and not is_category(name):
        reason = "Incorrect category name" if field_name == "category" else "Labels must not contain special characters"
        return Answer(400, reason)
    for torrent in server.several(call):
        torrent.category = name
        if name and name not in server.holdings.categories:
            server.holdings.categories.append(name)
    return DONE


def add_category(server: Cookie, call: Call) -> Answer:
    name = call.given("category").strip()
    if not is_category(name):
        return Answer(400, "Incorrect category name")
    if name not in server.holdings.categories:
        server.holdings.categories.append(name)
    return DONE


def remove_categories(server: Cookie, call: Call) -> None:
    gone = set(call.given("categories").split("\n"))
    server.holdings.categories[:] = [name for name in server.holdings.categories if name not in gone]
    for torrent in server.holdings.torrents.values():
        torrent.category = "" if torrent.category in gone else torrent.category


def set_location(server: Cookie, call: Call) -> None:
    """Nothing happens, and nothing is said, where the folder does not exist."""
    if os.path.isdir(call.given("location")):
        for torrent in server.several(call):
            torrent.save_path = call.given("location").rstrip("/")


def rename(server: Cookie, call: Call) -> Answer:
    torrent, name = server.one(call), call.given("name").strip()
    if not torrent or not name:
        return Answer(400, "Incorrect torrent hash or name")
    torrent.name = name
    return DONE


def save_path(server: Cookie, call: Call) -> Answer:
    return text(f"{server.holdings.settings.text('save_path')}/", kind=HTML)


ADD_OPTIONS: Final[tuple[tuple[str, Number, Number | None], ...]] = (
    ("savepath", (3, 3, 1), None),
    ("cookie", (3, 3, 1), None),
    ("label", (3, 3, 1), (3, 3, 5)),
    ("category", (3, 3, 5), None),
    ("skip_checking", (3, 3, 13), None),
    ("paused", (3, 3, 13), None),
    ("root_folder", (4, 0), None),
    ("rename", (4, 0), None),
    ("upLimit", (4, 0), None),
    ("dlLimit", (4, 0), None),
    ("sequentialDownload", (4, 0), None),
    ("firstLastPiecePrio", (4, 0), None),
)

ROUTES: Final = (
    Route("version/api", lambda server, _: text(str(server.profile.api)), is_public=True, is_loose=True),
    Route("version/api_min", lambda server, _: text(str(server.profile.api_min)), is_public=True, is_loose=True),
    Route("version/qbittorrent", lambda server, _: text(f"v{server.profile.version}"), is_public=True, is_loose=True),
    Route("query/torrents", list_torrents, is_loose=True),
    Route("query/preferences", lambda server, _: server.json(server.holdings.settings.read()), is_loose=True),
    Route("query/transferInfo", lambda server, _: server.json(rows.transfer(server.holdings)), is_loose=True),
    Route(
        "query/propertiesGeneral",
        of_torrent(lambda server, torrent: rows.row(rows.PROPERTIES, torrent, server.holdings)),
        takes_hash=True,
        is_loose=True,
    ),
    Route(
        "query/propertiesTrackers",
        of_torrent(lambda server, torrent: rows.tracker_rows(torrent, server.wording)),
        takes_hash=True,
        is_loose=True,
    ),
    Route(
        "query/propertiesWebSeeds",
        of_torrent(lambda _, torrent: [{"url": url} for url in torrent.webseeds]),
        (3, 2, 1),
        takes_hash=True,
        is_loose=True,
    ),
    Route(
        "query/propertiesFiles",
        of_torrent(lambda server, torrent: rows.file_rows(torrent, server.profile)),
        takes_hash=True,
        is_loose=True,
    ),
    Route("query/getPieceHashes", of_torrent(piece_hashes), (3, 3, 13), takes_hash=True, is_loose=True),
    Route("query/getPieceStates", of_torrent(piece_states), (3, 3, 13), takes_hash=True, is_loose=True),
    Route("query/getLog", log_lines, (3, 3, 5), is_loose=True),
    Route("query/getPeerLog", peer_log, (3, 3, 5), is_loose=True),
    Route("sync/maindata", main_data, is_loose=True),
    Route("sync/torrent_peers", torrent_peers, (3, 3, 1), is_loose=True),
    Route("command/shutdown", done(lambda server, _: server.shut_down()), is_loose=True),
    Route("command/download", download, needs=("urls",), may=ADD_OPTIONS),
    Route("command/upload", upload, is_loose=True),
    Route("command/addTrackers", done(add_trackers), needs=("hash", "urls")),
    Route("command/resumeAll", pausing(paused=False, every=True), is_loose=True),
    Route("command/pauseAll", pausing(paused=True, every=True), is_loose=True),
    Route("command/resume", pausing(paused=False, every=False), needs=("hash",)),
    Route("command/pause", pausing(paused=True, every=False), needs=("hash",)),
    Route("command/recheck", done(recheck), needs=("hash",)),
    Route("command/setPreferences", done(set_preferences), needs=("json",)),
    Route("command/setFilePrio", done(set_file_priority), needs=("hash", "id", "priority")),
    Route(
        "command/getGlobalUpLimit", lambda server, _: server.number(server.holdings.settings.integer("up_limit")), is_loose=True
    ),
    Route(
        "command/getGlobalDlLimit", lambda server, _: server.number(server.holdings.settings.integer("dl_limit")), is_loose=True
    ),
    Route(
        "command/setGlobalUpLimit",
        done(lambda server, call: server.holdings.settings.limit("up_limit", whole_number(call.given("limit")))),
        needs=("limit",),
    ),
    Route(
        "command/setGlobalDlLimit",
        done(lambda server, call: server.holdings.settings.limit("dl_limit", whole_number(call.given("limit")))),
        needs=("limit",),
    ),
    Route("command/getTorrentsUpLimit", limits("up_limit"), needs=("hashes",)),
    Route("command/getTorrentsDlLimit", limits("dl_limit"), needs=("hashes",)),
    Route("command/setTorrentsUpLimit", limiting("up_limit"), needs=("hashes", "limit")),
    Route("command/setTorrentsDlLimit", limiting("dl_limit"), needs=("hashes", "limit")),
    Route(
        "command/alternativeSpeedLimitsEnabled",
        lambda server, _: server.number(int(server.holdings.uses_alt_limits)),
        is_loose=True,
    ),
    Route("command/toggleAlternativeSpeedLimits", done(toggle_alternative), is_loose=True),
    Route("command/toggleSequentialDownload", toggling("seq_dl"), needs=("hashes",)),
    Route("command/toggleFirstLastPiecePrio", toggling("first_last"), needs=("hashes",)),
    Route("command/setSuperSeeding", assigning("super_seeding", truth, "value"), needs=("hashes", "value")),
    Route("command/setForceStart", done(forcing), needs=("hashes", "value")),
    Route("command/delete", removing(with_files=False), needs=("hashes",)),
    Route("command/deletePerm", removing(with_files=True), needs=("hashes",)),
    Route("command/increasePrio", moving("increasePrio"), needs=("hashes",)),
    Route("command/decreasePrio", moving("decreasePrio"), needs=("hashes",)),
    Route("command/topPrio", moving("topPrio"), needs=("hashes",)),
    Route("command/bottomPrio", moving("bottomPrio"), needs=("hashes",)),
    Route("command/setLocation", done(set_location), (4, 0), needs=("hashes", "location")),
    Route("command/rename", rename, (4, 0), needs=("hash", "name")),
    Route("command/setAutoTMM", assigning("auto_tmm", truth, "enable"), (4, 0), needs=("hashes", "enable")),
    Route("command/setLabel", set_category, (3, 3), (3, 3, 5), needs=("hashes", "label")),
    Route("command/setCategory", set_category, CATEGORY_SINCE, needs=("hashes", "category")),
    Route("command/addCategory", add_category, CATEGORY_SINCE, needs=("category",)),
    Route("command/removeCategories", done(remove_categories), CATEGORY_SINCE, needs=("categories",)),
    Route("command/getSavePath", save_path, (3, 3, 1), is_loose=True),
)
