"""Every sequence of replies and faults that a call of Transmission can meet, up to a length, and the rules that hold in each.

The sequences form a tree, as in `tests.flows.walk`: a path is walked with its outcomes; where the flow asks for one more, the
children are walked. What may enter: scripted outcomes as 3.00 and 4.1.4 were seen to give, a clock of our own, the rules. What
may not: sockets, real time, knowledge of how the flows are written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

from bitharbor.errors import AuthenticationError, BitharborError, DeadlineError
from bitharbor.model.json import Json
from bitharbor.transmission.flows import call_of, fetch
from bitharbor.transmission.session import Dialect, Session
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Kind, Reply, Request

PASSWORD = "a-secret-password"
SEND_SECONDS, CALL_SECONDS = 0.25, 0.5  # binary fractions, so that sums meet the deadline exactly
MOST_SENDS = 20
HTML = {"Content-Type": "text/html; charset=ISO-8859-1"}
JSON = {"Content-Type": "application/json; charset=UTF-8"}
PAGE = b"<html><head><title>Portal</title></head></html>"
RIGHT_URL = "http://daemon.example:9091/transmission/rpc"

CONFLICTS: Mapping[str, Dialect] = {"409 classic": Dialect.CLASSIC, "409 modern": Dialect.MODERN}

# what may come of a request; `success` and `refusal` are worded in the language of the request
KINDS: Mapping[str, Reply | Fault] = {
    "success": Reply(200, JSON, b""),
    "refusal": Reply(200, JSON, b""),
    "409 classic": Reply(409, {**HTML, "X-Transmission-Session-Id": "<fresh>"}, b"<h1>409: Conflict</h1>"),
    "409 modern": Reply(
        409, {**HTML, "X-Transmission-Session-Id": "<fresh>", "X-Transmission-Rpc-Version": "6.0.1"}, b"<h1>409: Conflict</h1>"
    ),
    "409 of a proxy": Reply(409, HTML, PAGE),
    "401": Reply(401, HTML, b"<h1>401: Unauthorized</h1>"),
    "403": Reply(403, HTML, b"<h1>403: Forbidden</h1>"),
    "301": Reply(301, {**HTML, "Location": "/transmission/web/"}, b"<h1>301: Moved Permanently</h1>"),
    "cut": Reply(200, JSON, b'{"arguments":{"torr'),
    "page": Reply(200, HTML, PAGE),
    "503 page": Reply(503, HTML, PAGE),
    "refused": Fault(Kind.CONNECT, was_sent=False, cause=ConnectionRefusedError("refused")),
    "lost": Fault(Kind.LOST, was_sent=True, cause=ConnectionResetError("reset")),
    "timeout": Fault(Kind.TIMEOUT, was_sent=True, cause=TimeoutError("no answer")),
    "untrusted": Fault(Kind.TLS, was_sent=False, cause=OSError("certificate")),
    "too large": Fault(Kind.TOO_LARGE, was_sent=True, cause=OSError("huge")),
}
# replies that say that nothing was done
HARMLESS: Final = frozenset(
    {"refusal", "409 classic", "409 modern", "409 of a proxy", "401", "403", "301", "refused", "untrusted"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One call."""

    name: str
    method: str
    arguments: Mapping[str, Json]


MAGNET: Final = f"magnet:?xt=urn:btih:{'ab' * 20}"
IDS: Final[list[Json]] = ["ab" * 20]
ROWS: Final = (
    Row("read: torrent-get", "torrent-get", {"fields": ["name"]}),
    Row("idempotent: torrent-stop", "torrent-stop", {"ids": IDS}),
    Row("once: torrent-add of a magnet", "torrent-add", {"filename": MAGNET}),
    Row("once: torrent-add of an address", "torrent-add", {"filename": "http://127.0.0.1/x.torrent"}),
    Row("once: torrent-remove", "torrent-remove", {"ids": IDS, "delete-local-data": True}),
    Row("once: torrent-set of a tracker", "torrent-set", {"ids": IDS, "trackerAdd": ["http://127.0.0.1/a"]}),
    Row("once: a method that nobody knows", "do-something", {}),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a walk starts."""

    dialect: Dialect | None
    has_credentials: bool
    has_deadline: bool

    def session(self) -> Session:
        """A session before its first call, or with an id that may be stale."""
        session = Session(RIGHT_URL, RIGHT_URL, timeout=CALL_SECONDS if self.has_deadline else None)
        session.has_credentials = self.has_credentials
        if self.has_credentials:
            session.headers["Authorization"] = f"Basic {PASSWORD}"
        if self.dialect:
            session.id, session.dialect = "stale", self.dialect
        return session


SETTINGS: Final = tuple(
    Setting(dialect, has_credentials, has_deadline)
    for dialect in (None, *Dialect)
    for has_credentials in (True, False)
    for has_deadline in (True, False)
)


class NotScriptedError(BaseException):
    """The flow asks for one outcome more than the path has."""


@dataclass
class World:
    """Answers along a path, with a clock that goes on by what is asked of it."""

    path: Sequence[str]
    time: float = 1000.0
    requests: list[Request] = field(default_factory=list[Request])
    taken: list[str] = field(default_factory=list[str])
    woken: float = 0.0

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.woken = self.time = self.time + seconds

    def open(self, request: Request) -> Reply | Fault:
        raise AssertionError("nothing is read piece by piece")

    def send(self, request: Request) -> Reply | Fault:
        if len(self.taken) >= len(self.path):
            raise NotScriptedError
        kind = self.path[len(self.taken)]
        self.requests.append(request)
        self.taken.append(kind)
        self.time += SEND_SECONDS
        return worded(kind, request, len(self.taken))


def worded(kind: str, request: Request, number: int) -> Reply | Fault:
    """An outcome, with its blanks filled in."""
    outcome = KINDS[kind]
    if not isinstance(outcome, Reply):
        return outcome
    headers = {name: value.replace("<fresh>", f"id-{number}") for name, value in outcome.headers.items()}
    body = outcome.body
    if kind in ("success", "refusal"):
        body = answer(is_modern(request), is_success=kind == "success")
    return Reply(outcome.status, headers, body)


def answer(is_in_modern: bool, *, is_success: bool) -> bytes:
    """An answer of the daemon to whoever asked so."""
    if not is_in_modern:
        return json.dumps({"arguments": {}, "result": "success" if is_success else "invalid argument", "tag": 1}).encode()
    told: dict[str, Json] = {"result": {}} if is_success else {"error": {"code": -32602, "message": "Invalid params"}}
    return json.dumps({"jsonrpc": "2.0", "id": 1, **told}).encode()


def is_modern(request: Request) -> bool:
    """Whether a request is JSON-RPC."""
    return "jsonrpc" in cast("dict[str, Any]", json.loads(request.body or b""))


@dataclass
class Tally:
    """How much was walked."""

    walks: int = 0
    sends: int = 0


def walk(row: Row, setting: Setting, depth: int) -> Tally:
    """Walk all sequences of up to `depth` outcomes, checking the rules in each."""
    tally = Tally()
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        path = waiting.pop()
        world = World(path)
        session = setting.session()
        error = outcome_of(row, session, world)
        tally.walks += 1
        tally.sends += len(world.requests)
        check(row, setting, session, world, error)
        if isinstance(error, NotScriptedError) and len(path) < depth:
            waiting += [(*path, kind) for kind in KINDS]
    return tally


def outcome_of(row: Row, session: Session, world: World) -> BaseException | None:
    """What the call raises; None for a success."""
    try:
        Driver(world, world).run(fetch(session, call_of(row.method, row.arguments)))
    except BaseException as error:  # noqa: BLE001 - what is foreign is found by the rules
        return error
    return None


def check(row: Row, setting: Setting, session: Session, world: World, error: BaseException | None) -> None:
    """All rules."""
    for broken in rules(row, setting, session, world, error):
        raise AssertionError(f"{row.name}, {setting}, {world.taken}: {broken}; it ended in {error!r}")


def rules(row: Row, setting: Setting, session: Session, world: World, error: BaseException | None) -> Iterator[str]:
    """The rules that a walk breaks."""
    taken = world.taken
    doubtful = [place for place, kind in enumerate(taken) if kind not in HARMLESS]
    if error is not None and not isinstance(error, BitharborError | NotScriptedError):
        yield "a foreign exception came out"
    if row.name.startswith("once") and doubtful and doubtful[0] + 1 < len(taken):
        yield "what goes once was sent again after it may have been delivered"
    if len(taken) > MOST_SENDS:
        yield "it never gives up"
    if setting.has_deadline:
        if any(request.deadline != 1000.0 + CALL_SECONDS for request in world.requests):
            yield "a request has another deadline than its call"
        if any(1000.0 + place * SEND_SECONDS >= 1000.0 + CALL_SECONDS for place in range(len(world.requests))):
            yield "something was sent behind the deadline"
        if world.woken >= 1000.0 + CALL_SECONDS:
            yield "it slept beyond the deadline"
    if taken and "success" in taken[:-1]:
        yield "it went on after a success"
    if taken and (taken[-1] == "success") is not (error is None) and not isinstance(error, NotScriptedError):
        yield "a success was no success, or the other way round"
    yield from rules_of_language(setting, world)
    if isinstance(error, BitharborError):
        yield from rules_of_errors(row, session, taken, error, is_doubtful=bool(doubtful))


def rules_of_language(setting: Setting, world: World) -> Iterator[str]:
    """What a 409 teaches is followed by the next request."""
    dialect, given = setting.dialect or Dialect.CLASSIC, "stale" if setting.dialect else None
    for number, (request, kind) in enumerate(zip(world.requests, world.taken, strict=True), 1):
        if is_modern(request) is not (dialect is Dialect.MODERN):
            yield f"request {number} is in the wrong language"
        if request.headers.get("X-Transmission-Session-Id") != given:
            yield f"request {number} has not the last session id"
        if kind in CONFLICTS:
            dialect, given = CONFLICTS[kind], f"id-{number}"


def rules_of_errors(
    row: Row, session: Session, taken: Sequence[str], error: BitharborError, *, is_doubtful: bool
) -> Iterator[str]:
    """What an error says is true."""
    if PASSWORD in f"{error} {error!r} {error.__cause__}":
        yield "an error shows the password"
    if is_doubtful and error.acted is False and not row.name.startswith("read"):
        yield "an error says that nothing was done, and nobody knows"
    if not is_doubtful and error.acted is not False and taken[-1:] != ["refusal"]:
        yield "an error leaves open what is certain: nothing was done"
    if "401" in taken and session.has_credentials and not isinstance(session.refusal, AuthenticationError):
        yield "a refused password is not remembered"
    if "401" in taken[:-1]:
        yield "it went on after a refused login"
    if isinstance(error, DeadlineError) and "timeout" not in taken and len(taken) * SEND_SECONDS < CALL_SECONDS:
        yield "the deadline came too early"
