"""The cookie interface of 3.2 to 4.0: sessions, exact parameters, plain JSON.

Rule: `cookie_routes` says which version knows which path and which parameters; a handler does one path's work and no checking.
Seen on 3.3.16 and 4.0.4; what only older sources say has it beside it.
"""

from __future__ import annotations

import base64
import secrets
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tests.elders import printing, wire
from tests.elders.bans import Bans
from tests.elders.cookie_calls import (
    BAD,
    DONE,
    FORBIDDEN,
    FOREIGN,
    HTML,
    JSON_TYPE_SINCE,
    MISSING,
    PLAIN,
    Call,
    Route,
    Session,
    text,
)
from tests.elders.cookie_routes import ROUTES
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.elders.holdings import Holdings
    from tests.elders.profiles import Number, Profile
    from tests.elders.torrents import Torrent
    from tests.elders.wire import Json, Request
    from tests.elders.wording import Wording

SESSION_SECONDS: Final = 900.0
LOOPBACK: Final = {"127.0.0.1", "::1"}
HTTP_ONLY_SINCE: Final[Number] = (3, 3, 12)
CSRF_SINCE: Final[Number] = (3, 3, 13)
HOST_SINCE: Final[Number] = (3, 3, 14)
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


class Cookie:
    """One server of the cookie generation."""

    def __init__(self, holdings: Holdings, wording: Wording, stop: Callable[[], None]) -> None:
        self.holdings: Holdings = holdings
        self.wording: Wording = wording
        self.profile: Profile = holdings.profile
        self.bans = Bans(holdings.clock)
        self.sessions: dict[str, Session] = {}
        self.port = 0
        self.shut_down: Callable[[], None] = stop
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
