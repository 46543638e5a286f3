"""The exhaustive fault walk: every sequence of replies and faults that a flow can meet, up to a length, and a cancel at each.

A flow asks for one outcome after another; what it may get are the 16 `KINDS`. The sequences form a tree. A node is walked with
exactly the outcomes on its path; where the flow asks for one more, it is interrupted there (the cancel of that step), and the 16
children are walked. A sequence that ends early covers all its extensions. At the full length the last kind comes again and again.

What may enter: scripted outcomes, a clock of our own, the rules that every walk must keep. What may not: sockets, real time,
knowledge of how the flows are written.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final, Literal, TypeAlias, cast

from bitharbor.errors import AuthenticationError, BitharborError, DeadlineError
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import call
from bitharbor.qbittorrent.operation import Op
from bitharbor.qbittorrent.session import Session
from bitharbor.wire.asynchronous import AsyncDriver
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Flow, Kind, Reply, Request

HOST: Final = "daemon.example:8080"
USER, PASSWORD, API_KEY = "harbour", "a-secret-password", "qbt_a-secret-key"
KNOWN_VERSION = "v5.1.0"
OTHER_VERSION = "v4.5.2"

LOCK_SECONDS = 0.125  # somebody else's login
SEND_SECONDS = 0.25  # binary fractions, so that sums meet the deadline exactly
CALL_SECONDS = 0.75
PATIENCE = 2.0
MOST_SENDS = 40
LOGIN = "auth/login"

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = b"<html><head><title>Portal</title></head></html>"

# what may come of a request. Words in angle brackets are filled in by `World.outcome`
KINDS: Mapping[str, Reply | Fault] = {
    "200 text": Reply(200, {}, OTHER_VERSION.encode()),
    "200 Ok. and a cookie": Reply(200, {}, b"Ok.", ("SID=<fresh>; HttpOnly; path=/",)),
    "204 and a cookie": Reply(204, {}, b"", ("QBT_SID_8080=<fresh>; HttpOnly; path=/",)),
    "200 Fails.": Reply(200, {}, b"Fails."),
    "301 to https": Reply(301, {"Location": "<https>"}, b""),
    "302 elsewhere": Reply(302, {"Location": "<elsewhere>"}, b""),
    "400": Reply(400, {}, b""),
    "401": Reply(401, {}, b"Unauthorized"),
    "403": Reply(403, {}, b"Forbidden"),
    "403 page": Reply(403, HTML, PAGE),
    "404": Reply(404, {}, b"Not Found"),
    "503 page": Reply(503, HTML, PAGE),
    "refused": Fault(Kind.CONNECT, was_sent=False, cause=ConnectionRefusedError("refused")),
    "lost": Fault(Kind.LOST, was_sent=True, cause=ConnectionResetError("reset")),
    "timeout": Fault(Kind.TIMEOUT, was_sent=True, cause=TimeoutError("no answer")),
    "untrusted": Fault(Kind.TLS, was_sent=False, cause=OSError("certificate")),
}
OUT_OF_TIME = Fault(Kind.TIMEOUT, was_sent=True, cause=TimeoutError("the time given is over"))

# an answer with one of these was not carried out, if what stands beside it is true too
REDIRECTED = frozenset({301, 302})
OF_ANOTHER_VERSION = frozenset({400, 404, 405})

BLANK_LINE_TORRENT = b"d8:announce4:\r\n\r\n4:infod4:name1:xee"


@dataclass(frozen=True, slots=True)
class Row:
    """One action with its arguments."""

    name: str
    op: Op[Any]
    values: tuple[object, ...]

    @property
    def paths(self) -> frozenset[str]:
        """Everything that this action is called on the wire."""
        return frozenset({self.op.path, *(was.path for was in self.op.was)})


LAYOUT = next(i for i, one in enumerate(ops.TORRENTS_ADD.fields) if one.name == "content_layout")
ADD_FILE: tuple[object, ...] = (None, {"x.torrent": BLANK_LINE_TORRENT}, *[None] * (LAYOUT - 2), "NoSubfolder")
HASH = "0123456789abcdef0123456789abcdef01234567"

ROWS: Final = (
    Row("read: app/version", ops.APP_VERSION, ()),
    Row("idempotent: torrents/stop", ops.TORRENTS_STOP, ((HASH,),)),
    Row("once: torrents/add of an address", ops.TORRENTS_ADD, (f"magnet:?xt=urn:btih:{HASH}", None)),
    Row("once: torrents/add of a file that needs the version", ops.TORRENTS_ADD, ADD_FILE),
    Row("destructive: torrents/delete", ops.TORRENTS_DELETE, ((HASH,), True)),
    Row("auth.log_in", ops.AUTH_LOG_IN, (None, None)),
    Row("auth.log_out", ops.AUTH_LOG_OUT, ()),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a walk starts."""

    credentials: str
    is_strict: bool
    is_stale: bool
    has_deadline: bool

    def session(self) -> Session:
        """A session as it is before the call: fresh, or of a login that is over without our knowing."""
        session = Session(
            HOST,
            ("http",) if self.is_strict else ("http", "https"),
            timeout=CALL_SECONDS if self.has_deadline else None,
            is_strict=self.is_strict,
        )
        if self.credentials == "cookie":
            session.user, session.password = USER, PASSWORD
        elif self.credentials == "API key":
            session.api_key = API_KEY
        if self.is_stale:
            session.base = f"http://{HOST}/"
            session.version, session.version_text = (5, 1, 0), KNOWN_VERSION
            if self.credentials == "cookie":
                session.cookies, session.login_cookies = {"SID": "stale"}, frozenset({"SID"})
                session.is_logged_in, session.epoch = True, 1
        return session


SETTINGS: Final = tuple(
    Setting(credentials, is_strict, is_stale, has_deadline)
    for credentials in ("cookie", "API key", "none")
    for is_strict in (True, False)
    for is_stale in (False, True)
    for has_deadline in (False, True)
)


Run: TypeAlias = Callable[[Flow[object]], object]
"""Runs a flow to its end; gives what it gives, or what it raises"""


class Interruption(BaseException):
    """What stops a walk in the middle: the KeyboardInterrupt of the tests."""


class World:
    """Transport, clock and lock of one walk. It plays the outcomes, and notes every rule that is broken."""

    def __init__(self, row: Row, setting: Setting, path: Sequence[str], *, is_full: bool, stop_at: int = 0) -> None:
        self.row = row
        self.setting = setting
        self.session = setting.session()
        self.path = path
        self.is_full = is_full
        self.stop_at = stop_at
        self.time = 0.0
        self.begun = 0.0
        self.steps = 0
        self.silent: list[int] = []
        """steps without a request since the last outcome of the path: Now, Sleep, Exclusive"""
        self.sends = 0
        self.log: list[str] = []
        self.broken: list[str] = []
        self.asks_more = False
        self.interruption: Interruption | None = None
        self.is_healthy = False
        self.paths = row.paths
        self.is_careful = row.op.retry in ("once", "destructive") and row.op is not ops.AUTH_LOG_IN
        self.licences = 1 if self.session.can_log_in and not self.session.is_logged_in else 0
        if row.op is ops.AUTH_LOG_IN and not self.session.api_key:
            self.licences = 1
        self.was_refused = False
        self.was_delivered = False
        self.may_have_acted = False
        self.doubted_version: str | None = None
        self.told_version = KNOWN_VERSION if setting.is_stale else ""
        self.is_on_https = False
        self.cookies_made = 0
        self.login_cookie = "stale" if self.session.is_logged_in else ""
        self._lock = Lock()

    # transport

    def send(self, request: Request) -> Reply | Fault:
        self.sends += 1
        action = request.url.partition("/api/v2/")[2].partition("?")[0]
        self.look(request, action)
        if self.is_healthy:
            kind = "healthy"
        elif self.sends <= len(self.path):
            kind = self.path[self.sends - 1]
            self.silent.clear()
        elif self.is_full and self.sends <= MOST_SENDS:
            kind = self.path[-1]
        else:
            self.asks_more = not self.is_full
            if self.is_full:
                self.broken.append(f"more than {MOST_SENDS} requests")
            raise self.interrupt()
        self.log.append(f"{request.method} {action or '/'} -> {kind}")
        outcome = self.outcome(kind, request, action)
        if action == LOGIN:
            self.note_login(outcome)
        elif action:
            self.note_reply(outcome, action)
        return outcome

    def open(self, request: Request) -> Reply | Fault:
        return self.send(request)

    def outcome(self, kind: str, request: Request, action: str) -> Reply | Fault:
        """What comes of a request, and how long it takes; never longer than the request's deadline."""
        if kind == "healthy":
            return self.healthy(action)
        outcome = KINDS[kind]
        self.time += PATIENCE if kind == "timeout" else SEND_SECONDS
        if request.deadline is not None and self.time >= request.deadline:
            self.time = request.deadline
            return OUT_OF_TIME
        if isinstance(outcome, Fault):
            return outcome
        if outcome.cookies:
            body = KNOWN_VERSION.encode() if action == "app/version" and outcome.body else outcome.body
            return Reply(
                outcome.status, outcome.headers, body, (outcome.cookies[0].replace("<fresh>", self.fresh_cookie(action)),)
            )
        if outcome.status == 301:
            return Reply(301, {"Location": "https:" + request.url.partition(":")[2]}, b"")
        if outcome.status == 302:
            away = "https://elsewhere.example/" if request.url.startswith("http:") else f"http://{HOST}/"
            return Reply(302, {"Location": f"{away}api/v2/{action}"}, b"")
        return outcome

    def healthy(self, action: str) -> Reply:
        """What a daemon says on a good day."""
        if action == LOGIN:
            return Reply(204, {}, b"", (f"SID={self.fresh_cookie(action)}; path=/",))
        return Reply(200, {}, KNOWN_VERSION.encode() if action == "app/version" else b"")

    def fresh_cookie(self, action: str) -> str:
        self.cookies_made += 1
        return f"{'login' if action == LOGIN else 'other'}-{self.cookies_made}"

    # clock and lock

    def now(self) -> float:
        self.step()
        return self.time

    def sleep(self, seconds: float) -> None:
        self.step()
        self.time += seconds

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As a lock that somebody else holds for a while, or for ever when it is we ourselves."""
        self.step()
        if self._lock.locked():
            raise AssertionError("deadlock: there is one thread, and it waits for itself")
        self.time += LOCK_SECONDS if timeout < 0 else min(LOCK_SECONDS, timeout)
        return (timeout < 0 or timeout >= LOCK_SECONDS) and self._lock.acquire()

    def release(self) -> None:
        self._lock.release()

    def step(self) -> None:
        self.steps += 1
        if self.interruption is None:
            self.silent.append(self.steps)
            if self.steps == self.stop_at:
                raise self.interrupt()

    def interrupt(self) -> Interruption:
        self.interruption = Interruption(f"at step {self.steps}")
        return self.interruption

    # rules

    def look(self, request: Request, action: str) -> None:
        """What must be true of every request on its way out."""
        blame = self.broken.append
        if self.interruption is not None and not self.is_healthy:
            blame("something was sent after the interruption")
        scheme, _, rest = request.url.partition("://")
        if rest.partition("/")[0] != HOST:
            blame(f"sent to another place: {request.url}")
        if not action:
            if request.method != "HEAD" or request.body or request.cookies or request.headers != {"Connection": "close"}:
                blame("the probe carries more than a knock")
        elif scheme == "https":
            self.is_on_https = True
        elif self.is_on_https:
            blame("went from https back to http")
        if self.setting.has_deadline:
            if request.deadline is None or request.deadline > self.begun + CALL_SECONDS:
                blame(f"the deadline of the request is {request.deadline}, of the call {self.begun + CALL_SECONDS}")
            elif self.time >= request.deadline:
                blame(f"sent at {self.time}, the deadline was {request.deadline}")
        if action == LOGIN:
            self.look_at_login(request)
        elif action in self.paths and self.is_careful:
            self.look_at_careful()

    def look_at_login(self, request: Request) -> None:
        if request.cookies or "Cookie" in request.headers:
            self.broken.append("a login carries a cookie")
        if self.was_refused:
            self.broken.append("logged in again after a refusal")
        if not self.licences:
            self.broken.append("logged in without a reason")

    def look_at_careful(self) -> None:
        if self.was_delivered:
            self.broken.append("sent again what may have been delivered")
        if self.doubted_version is not None and self.doubted_version == self.told_version:
            self.broken.append("sent again to the version that had refused it")
        self.doubted_version = None

    def note_login(self, outcome: Reply | Fault) -> None:
        """One login is one delivery: what never arrived and what was redirected may be sent again."""
        if isinstance(outcome, Fault):
            self.licences -= outcome.was_sent
        elif outcome.status not in REDIRECTED:
            self.licences -= 1
            self.was_refused = (
                outcome.body == b"Fails." or outcome.status == 401 or (outcome.status == 403 and outcome.body != PAGE)
            )
            if outcome.cookies and outcome.body in (b"Ok.", b""):
                self.login_cookie = outcome.cookies[0].partition("=")[2].partition(";")[0]

    def note_reply(self, outcome: Reply | Fault, action: str) -> None:
        is_ours = action in self.paths
        if isinstance(outcome, Fault):
            self.may_have_acted |= is_ours and outcome.was_sent
            self.was_delivered |= is_ours and outcome.was_sent
            return
        is_forbidden = outcome.status == 403 and outcome.body != PAGE
        if is_forbidden and self.session.can_log_in:
            self.licences = 1
        if action == "app/version" and outcome.status == 200:
            self.told_version = outcome.body.decode()
        if not is_ours:
            return
        self.may_have_acted |= outcome.status >= 500
        if outcome.status in OF_ANOTHER_VERSION:
            self.doubted_version = self.told_version
        elif not is_forbidden and outcome.status not in REDIRECTED:
            self.was_delivered = True

    def judge(self, result: object) -> None:
        """What must be true of the end of a walk."""
        blame = self.broken.append
        if self.interruption is not None:
            if result is not self.interruption:
                blame(f"the interruption did not come out, but {result!r}")
        elif isinstance(result, BaseException):
            if not isinstance(result, BitharborError):
                blame(f"a foreign exception came out: {result!r}")
            else:
                self.judge_error(result)
        if self._lock.locked():
            blame("the lock is still held")
        if self.setting.has_deadline and self.time > self.begun + CALL_SECONDS:
            blame(f"it took until {self.time}, the deadline was {self.begun + CALL_SECONDS}")
        if not self.session.is_logged_in and self.login_cookie in self.session.cookies.values():
            blame("the cookie of a session that is over is kept")

    def judge_error(self, error: BitharborError) -> None:
        is_late = self.setting.has_deadline and self.time >= self.begun + CALL_SECONDS
        if is_late and not isinstance(error, DeadlineError):
            self.broken.append(f"the time was over, and it said {error!r}")
        if self.may_have_acted and self.row.op.retry != "read" and error.acted is False:
            self.broken.append(f"the daemon may have acted, and it said that it did not: {error!r}")

    def verify(self) -> None:
        if self.broken:
            told = "; ".join(self.broken)
            raise AssertionError(
                f"{told}\n  {self.row.name}, {self.setting}, stopped at {self.stop_at}\n  " + "\n  ".join(self.log)
            )


@dataclass(slots=True)
class Tally:
    """What was walked."""

    walks: int = 0
    cancels: int = 0
    sequences: int = 0
    sends: int = 0

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        return self.walks, self.cancels, self.sequences, self.sends

    def add(self, other: Tally) -> None:
        self.walks += other.walks
        self.cancels += other.cancels
        self.sequences += other.sequences
        self.sends += other.sends


@dataclass(slots=True)
class Walker:
    """Walks the whole tree of one row and one setting."""

    row: Row
    setting: Setting
    depth: int
    runner: Callable[[World], Run]
    tally: Tally = field(default_factory=Tally)
    known_ends: set[tuple[object, ...]] = field(default_factory=set[tuple[object, ...]])
    """states of a session that were followed up already: what comes then depends on nothing else"""

    def walk(self) -> Tally:
        todo: list[tuple[str, ...]] = [()]
        while todo:
            path = todo.pop()
            world = World(self.row, self.setting, path, is_full=len(path) == self.depth)
            self.run(world)
            if world.asks_more:
                todo.extend((*path, kind) for kind in KINDS)
            else:
                self.tally.sequences += len(KINDS) ** (self.depth - len(path))
            for step in world.silent:
                self.run(World(self.row, self.setting, path, is_full=world.is_full, stop_at=step))
        return self.tally

    def run(self, world: World) -> None:
        """One walk: the call, and what the same session is good for afterwards."""
        run = self.runner(world)
        world.judge(run(call(world.session, self.row.op, self.row.values)))
        self.tally.walks += 1
        self.tally.cancels += world.interruption is not None
        if (end := state_of(world)) not in self.known_ends:
            self.known_ends.add(end)
            for afterwards in follow_up(world):
                judge_follow_up(world, run(afterwards))
        self.tally.sends += world.sends
        world.verify()


def blocking_runner(world: World) -> Run:
    """The blocking driver in this world. Its lock is a real one that says at once when nobody else could release it."""
    driver = Driver(world, world)
    driver._lock = cast("Lock", world)

    def run(flow: Flow[object]) -> object:
        try:
            return driver.run(flow)
        except BaseException as error:  # noqa: BLE001 - whatever comes out is what is looked at
            return error

    return run


class AsyncWorld:
    """The same world for the asyncio driver: an interruption is a cancelled task."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def send(self, request: Request) -> Reply | Fault:
        try:
            return self._world.send(request)
        except Interruption:
            await cancelled()
            raise

    async def open(self, request: Request) -> Reply | Fault:
        return await self.send(request)

    def now(self) -> float:
        return self._world.now()

    async def sleep(self, seconds: float) -> None:
        try:
            self._world.sleep(seconds)
        except Interruption:
            await cancelled()


class WatchedLock(asyncio.Lock):
    """The driver's lock, which says at once when nobody else could release it."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    async def acquire(self) -> Literal[True]:
        try:
            self._world.step()
        except Interruption:
            await cancelled()
        if self.locked():
            raise AssertionError("deadlock: there is one task, and it waits for itself")
        return await super().acquire()


async def cancelled() -> None:
    """Cancel the running task, as somebody else would, while it waits."""
    task = asyncio.current_task()
    assert task is not None
    task.cancel()
    await asyncio.sleep(0)


def asyncio_runner(loop: asyncio.Runner) -> Callable[[World], Run]:
    """The asyncio driver on a loop."""

    def runner(world: World) -> Run:
        scripted = AsyncWorld(world)
        driver = AsyncDriver(scripted, scripted)
        driver._lock = WatchedLock(world)

        async def task(flow: Flow[object]) -> object:
            running = asyncio.ensure_future(driver.run(flow))
            await asyncio.wait([running])
            if running.cancelled():
                return world.interruption
            return running.exception() or running.result()

        return lambda flow: loop.run(task(flow))

    return runner


def state_of(world: World) -> tuple[object, ...]:
    """Everything that the next call on a session can depend on, and what is expected of it."""
    session = world.session
    standing = (session.is_logged_in, type(session.refusal), session.can_log_in, world.was_refused)
    return (session.base, session.version, frozenset(session.cookies), *standing)


def follow_up(world: World) -> Iterator[Flow[object]]:
    """Calls after the walk, when the daemon is well again: a read, and after a refusal also a login that somebody asks for."""
    session = world.session
    for op, values in ((ops.APP_VERSION, ()), (ops.AUTH_LOG_IN, (None, None)), (ops.APP_VERSION, ())):
        world.is_healthy = True
        world.begun, world.stop_at = world.time, 0
        world.is_on_https = bool(session.base and session.base.startswith("https:"))
        world.licences = 1 if op is ops.AUTH_LOG_IN or (session.can_log_in and not session.is_logged_in) else 0
        world.was_refused = world.was_refused and session.can_log_in and op is not ops.AUTH_LOG_IN
        world.was_delivered, world.doubted_version = False, None
        yield call(session, op, cast("tuple[object, ...]", values))
        if not world.was_refused and op is ops.APP_VERSION:
            return


def judge_follow_up(world: World, result: object) -> None:
    if world.was_refused:
        if not isinstance(result, AuthenticationError):
            world.broken.append(f"after a refusal it said {result!r}")
    elif isinstance(result, BaseException):
        world.broken.append(f"the session is of no use afterwards: {result!r}")
