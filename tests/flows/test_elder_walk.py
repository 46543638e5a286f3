"""Calls to 3.0 to 4.0 under every sequence of replies and faults, up to a length; then the last one comes again and again.

Rules that every walk must keep: an order that may have arrived is not given again, credentials of Digest leave only after
qBittorrent's challenge at one of its own paths, refused ones never again, nothing goes to another place, and what comes out is an
error of ours that does not hide that the daemon may have acted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final

import pytest
from tests.flows.stage import ScriptedClock, ScriptedTransport

from bitharbor.errors import AuthenticationError, BitharborError
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import call
from bitharbor.qbittorrent.operation import Op
from bitharbor.qbittorrent.session import Generation, Session
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Kind, Reply, Request

HOST: Final = "daemon.example:8080"
HASH: Final = "0123456789abcdef0123456789abcdef01234567"
DEPTH: Final = 4
MOST_SENDS: Final = 60
CHALLENGE: Final = {"WWW-Authenticate": 'Digest realm="Web UI Access", nonce="a1", opaque="b2", algorithm="MD5", qop="auth"'}
LIST: Final = b'[{"hash":"%s","name":"x","size":"1.0 KiB","progress":0,"state":"pausedDL"}]' % HASH.encode()
SCRIPT: Final = {"Content-Type": "text/javascript"}

KINDS: Final[dict[str, Reply | Fault]] = {
    "empty 200": Reply(200, {}, b""),
    "200 list": Reply(200, SCRIPT, LIST),
    "200 Ok. and a cookie": Reply(200, {}, b"Ok.", ("SID=fresh; path=/",)),
    "200 Fails.": Reply(200, {}, b"Fails."),
    "200 page": Reply(200, {"Content-Type": "text/html"}, b"<html><title>Portal</title></html>"),
    "302 elsewhere": Reply(302, {"Location": "http://elsewhere.example/"}, b""),
    "401 challenge": Reply(401, CHALLENGE, b""),
    "401 of somebody else": Reply(401, {"WWW-Authenticate": 'Digest realm="router", nonce="a1"'}, b""),
    "empty 403": Reply(403, {}, b""),
    "403 ban": Reply(403, {"Content-Type": "text/plain"}, b"banned"),
    "empty 404": Reply(404, {}, b""),
    "503 page": Reply(503, {"Content-Type": "text/html"}, b"<html></html>"),
    "refused": Fault(Kind.CONNECT, was_sent=False, cause=ConnectionRefusedError()),
    "lost": Fault(Kind.LOST, was_sent=True, cause=ConnectionResetError()),
}


@dataclass(frozen=True)
class Row:
    """One action, and the paths by which it is ordered."""

    name: str
    op: Op[Any]
    values: tuple[object, ...]
    paths: frozenset[str] = frozenset()

    @property
    def is_careful(self) -> bool:
        return self.op.retry in ("once", "destructive")


ROWS: Final = (
    Row("list", ops.TORRENTS_INFO, ()),
    Row("properties", ops.TORRENTS_PROPERTIES, (HASH,)),
    Row("stop", ops.TORRENTS_STOP, ((HASH,),)),
    Row("delete", ops.TORRENTS_DELETE, ((HASH,), True), frozenset({"command/deletePerm", "api/v2/torrents/delete"})),
    Row(
        "add",
        ops.TORRENTS_ADD,
        (f"magnet:?xt=urn:btih:{HASH}", None),
        frozenset({"command/download", "api/v2/torrents/add"}),
    ),
    Row(
        "up in the queue",
        ops.TORRENTS_INCREASE_PRIORITY,
        ((HASH,),),
        frozenset({"command/increasePrio", "api/v2/torrents/increasePrio"}),
    ),
)
SETTINGS: Final[tuple[tuple[Generation | None, bool], ...]] = (
    ("digest", True),
    ("digest", False),
    ("cookie", True),
    ("cookie", False),
    (None, False),
)


@dataclass
class World:
    """Plays the outcomes, and notes every rule that is broken."""

    row: Row
    kinds: Sequence[str]
    is_given: bool
    sends: int = 0
    was_challenged: bool = False
    was_refused: bool = False
    was_delivered: bool = False
    may_have_acted: bool = False
    broken: list[str] = field(default_factory=list[str])
    log: list[str] = field(default_factory=list[str])

    def __call__(self, request: Request) -> Reply | Fault:
        kind = self.kinds[min(self.sends, len(self.kinds) - 1)]
        self.sends += 1
        if self.sends > MOST_SENDS:
            raise AssertionError(f"more than {MOST_SENDS} requests: {self.log[:8]}")
        path = request.url.partition(f"{HOST}/")[2].partition("?")[0]
        self.log.append(f"{request.method} {path} -> {kind}")
        self.look(request, path)
        outcome = KINDS[kind]
        self.note(request, path, outcome)
        return outcome

    def look(self, request: Request, path: str) -> None:
        if not request.url.startswith(f"http://{HOST}/"):
            self.broken.append(f"sent to another place: {request.url}")
        has_digest = request.headers.get("Authorization", "").startswith("Digest ")
        if has_digest and not (self.was_challenged or self.is_given):
            self.broken.append("credentials left before a challenge at a path of old")
        if self.was_refused and (has_digest or path in ("login", "api/v2/auth/login")):
            self.broken.append("credentials were shown again after a refusal")
        if path in self.row.paths and self.row.is_careful and self.was_delivered:
            self.broken.append("an order was given again that may have arrived")

    def note(self, request: Request, path: str, outcome: Reply | Fault) -> None:
        is_order = path in self.row.paths
        if isinstance(outcome, Fault):
            self.was_delivered |= is_order and outcome.was_sent
            self.may_have_acted |= is_order and outcome.was_sent
            return
        is_login = path in ("login", "api/v2/auth/login")
        is_challenge = outcome.headers.get("WWW-Authenticate") == CHALLENGE["WWW-Authenticate"]
        if is_challenge and not path.startswith("api/v2") and path != "login":
            self.was_refused |= "Authorization" in request.headers
            self.was_challenged = True
        self.was_refused |= is_login and outcome.body in (b"Fails.", b"banned")
        self.may_have_acted |= is_order and outcome.status >= 500
        self.was_delivered |= is_order and (outcome.status < 300 or outcome.status >= 500)

    def judge(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, BitharborError):
            self.broken.append(f"a foreign exception came out: {error!r}")
        if isinstance(error, BitharborError):
            if self.may_have_acted and self.row.is_careful and error.acted is False:
                self.broken.append(f"the daemon may have acted, and it said that it did not: {error!r}")
            if "a-secret" in f"{error!r}{error}":
                self.broken.append("a secret stands in the error")
        if self.was_refused and error is None and self.row.op.retry != "read":
            self.broken.append("a refusal came to nothing")
        assert not self.broken, f"{'; '.join(self.broken)}\n  " + "\n  ".join(self.log)


def paths() -> Iterator[tuple[str, ...]]:
    return product(KINDS, repeat=DEPTH)


@pytest.mark.parametrize(("generation", "is_strict"), SETTINGS, ids=lambda one: str(one))
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_sequence_of_replies_and_faults_breaks_a_rule(row: Row, generation: Generation | None, is_strict: bool) -> None:
    seen: set[tuple[str, ...]] = set()
    for kinds in paths():
        if any(kinds[:length] in seen for length in range(1, DEPTH)):
            continue  # a shorter sequence ended before its last outcome
        world = World(row, kinds, is_given=generation == "digest")
        session = Session(
            HOST,
            ("http",),
            user="harbour",
            password="a-secret-password",
            is_strict=is_strict,
            generation=generation,
            is_generation_given=generation is not None,
        )
        driver = Driver(ScriptedTransport(world), ScriptedClock())
        error: BaseException | None = None
        try:
            driver.run(call(session, row.op, row.values))
        except BaseException as caught:  # noqa: BLE001 - whatever comes out is what is looked at
            error = caught
        if isinstance(error, AssertionError):
            raise error
        world.judge(error)
        if world.sends < DEPTH:
            seen.add(kinds[: world.sends])
        follow_up(world, session, driver, error)


def follow_up(world: World, session: Session, driver: Driver, error: BaseException | None) -> None:
    """After a refusal nobody shows credentials again by himself."""
    if not world.was_refused or not isinstance(error, AuthenticationError):
        return
    before = world.sends
    with pytest.raises(AuthenticationError):
        driver.run(call(session, ops.TORRENTS_INFO, ()))
    assert world.sends == before, world.log
