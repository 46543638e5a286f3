"""Adding many torrents: every sequence of outcomes that their requests can meet, up to a length, on both kinds of daemon.

The daemon here is a set of infohashes behind scripted faults: it takes what it is sent as the version that it plays does, or the
request meets one of `FAULTS`, before or after the daemon got it. What the caller is told is compared with what the daemon has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import cast
from urllib.parse import parse_qs

import msgspec
import pytest
from tests.flows.stage import Outcome, ScriptedClock, ScriptedTransport
from tests.flows.torrents import infohash_of, torrent

from bitharbor.errors import BitharborError, ConnectionLostError, InvalidTorrentError, TorrentRefusedError
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import adding, call
from bitharbor.qbittorrent.records import Added
from bitharbor.qbittorrent.session import Session
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Kind, Reply, Request

REQUESTS = 3
HASHES = [f"{number:040x}" for number in range(1, 2 * REQUESTS + 1)]
KNOWN = HASHES[1]  # the daemon has it before
VERSIONS = ("v4.2.5", "v5.1.0", "v5.3.0")

# name -> whether the daemon got the request, and what comes of it instead of the daemon's own answer
FAULTS: dict[str, tuple[bool, Outcome | None]] = {
    "answered": (True, None),
    "refused": (False, Fault(Kind.CONNECT, was_sent=False, cause=ConnectionRefusedError())),
    "lost before": (False, Fault(Kind.LOST, was_sent=True, cause=ConnectionResetError())),
    "lost after": (True, Fault(Kind.LOST, was_sent=True, cause=ConnectionResetError())),
    "timeout": (True, Fault(Kind.TIMEOUT, was_sent=True, cause=TimeoutError())),
    "500": (True, Reply(500, {}, b"")),
    "403": (False, Reply(403, {}, b"Forbidden")),
    "page": (True, Reply(200, {"Content-Type": "text/html"}, b"<title>Portal</title>")),
}


class Daemon:
    """Takes links as a qBittorrent of that version does, each request met by the next of the scripted faults."""

    def __init__(self, version: str, path: Sequence[str] = ()) -> None:
        self.version = version
        self.path = iter(path)
        self.has = {KNOWN}
        self.got: list[str] = []
        self.may_have_got: list[str] = []
        self.sent: list[str] = []

    def __call__(self, request: Request) -> Outcome:
        action = request.url.partition("/api/v2/")[2]
        self.sent.append(action)
        if action == "app/version":
            return Reply(200, {}, self.version.encode())
        if action == "auth/login":
            name = "QBT_SID_80" if self.version >= "v5.2" else "SID"
            return Reply(200, {}, b"Ok.", (f"{name}=fresh",))
        fields = parse_qs((request.body or b"").decode())
        if action == "torrents/info":
            return listed(self.has & set(fields["hashes"][0].split("|")))
        arrives, outcome = FAULTS[next(self.path, "answered")]
        links = fields["urls"][0].split("\n")
        if arrives or (isinstance(outcome, Fault) and outcome.was_sent):
            self.may_have_got += links
        answer = self.took(links) if arrives else None
        return outcome or answer or Reply(500, {}, b"")

    def took(self, links: list[str]) -> Reply:
        self.got += links
        new = [one for one in links if one not in self.has]
        self.has |= set(new)
        if self.version < "v5.2":
            return Reply(200, {}, b"Ok." if new or self.version < "v4.5" else b"Fails.")
        if not new:
            return Reply(409, {}, b"Conflict")
        tally = {"success_count": len(new), "failure_count": len(links) - len(new), "pending_count": 0}
        return Reply(200, {}, msgspec.json.encode({**tally, "added_torrent_ids": new[::-1]}))


def listed(hashes: set[str]) -> Reply:
    """Rows as lean as the oldest daemons send them."""
    return Reply(200, {}, msgspec.json.encode([{"hash": one, "name": one, "size": 1} for one in sorted(hashes)]))


def add(daemon: Daemon, links: object = HASHES, files: object = None) -> tuple[Added, BitharborError | None]:
    """What the caller is told, by the answer or by the error."""
    session = Session("daemon.example", ("http",), user="harbour", password="right", timeout=60.0)
    try:
        driver = Driver(ScriptedTransport(daemon), ScriptedClock())
        return driver.run(call(session, ops.TORRENTS_ADD, (links, files))), None
    except BitharborError as error:
        return cast("Added", error.done), error


@pytest.fixture(autouse=True)
def two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a walk of three requests needs six torrents."""
    monkeypatch.setattr(adding, "MOST_ITEMS", 2)


def paths() -> Iterator[tuple[str, ...]]:
    yield from product(FAULTS, repeat=REQUESTS)


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_is_sent_twice_and_nothing_is_told_that_is_not_so(version: str) -> None:
    for path in paths():
        daemon = Daemon(version, path)
        told, error = add(daemon)
        blame = f"{path}: {[one.state for one in told.items]}, {error!r}"
        assert len(daemon.may_have_got) == len(set(daemon.may_have_got)), blame
        assert [one.name for one in told.items] == HASHES, blame
        for one in told.items:
            if one.state == "added":
                assert one.name in daemon.got, blame
                assert one.name != KNOWN, blame
            if one.state == "already":
                assert one.name == KNOWN, blame
            if one.state in ("unsent", "refused"):
                assert one.name not in daemon.got, blame
            if one.state == "unknown":
                assert one.name in daemon.may_have_got, blame
        if error is None:
            assert told.is_accepted, blame
            assert daemon.has == set(HASHES), blame
        elif daemon.got and any(one in daemon.got for one in HASHES):
            assert error.acted is not False, blame


@pytest.mark.parametrize("version", VERSIONS)
def test_a_way_that_breaks_at_the_second_request_leaves_the_first_acknowledged_and_the_third_unsent(version: str) -> None:
    daemon = Daemon(version, ("answered", "lost after"))
    told, error = add(daemon)
    assert isinstance(error, ConnectionLostError)
    first, second, third = told.items[:2], told.items[2:4], told.items[4:]
    if version == "v5.3.0":  # older ones do not say what came of each, and there was no time to look
        assert (first[0].state, error.acted) == ("added", True)
    else:
        assert (first[0].state, error.acted) == ("unknown", True)
        assert "the daemon took the request" in first[0].reason
    assert {one.state for one in second} == {"unknown"}
    assert {one.state for one in third} == {"unsent"}
    assert daemon.sent.count("torrents/add") == 2


# version -> requests for six torrents, of which the daemon has one, beyond the login
COSTS = {
    "v4.2.5": ["app/version", "torrents/info", *["torrents/add"] * 3, "torrents/info"],
    "v5.1.0": ["app/version", "torrents/info", *["torrents/add"] * 3, "torrents/info"],
    "v5.3.0": [*["torrents/add"] * 3, "torrents/info"],
}


@pytest.mark.parametrize("version", COSTS)
def test_an_addition_costs_no_more_questions_than_the_version_needs(version: str) -> None:
    daemon = Daemon(version)
    told, _ = add(daemon)
    assert daemon.sent == ["auth/login", *COSTS[version]]
    assert [one.state for one in told.items] == ["added", "already", *["added"] * 4]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_torrent_that_is_named_twice_is_sent_once(version: str) -> None:
    daemon = Daemon(version)
    named = [HASHES[0], HASHES[0].upper(), f"magnet:?xt=urn:btih:{HASHES[0]}&dn=again", HASHES[2]]
    told, _ = add(daemon, named)
    assert daemon.got == [HASHES[0], HASHES[2]]
    assert [(one.name, one.state) for one in told.items] == [
        (name, state) for name, state in zip(named, ("added", "already", "already", "added"), strict=True)
    ]


def test_garbage_among_good_ones_is_refused_alone_and_all_garbage_is_an_error() -> None:
    daemon = Daemon("v5.3.0")
    told, error = add(daemon, [HASHES[0], "no link at all", "magnet:?xt=urn:btih:zz", HASHES[2]])
    assert error is None
    assert [one.state for one in told.items] == ["added", "refused", "refused", "added"]
    assert "no link" in told.items[1].reason
    assert not told.is_accepted
    nobody = Daemon("v5.3.0")
    told, error = add(nobody, None, [b"garbage", b"more of it"])
    assert isinstance(error, InvalidTorrentError)
    assert [one.state for one in told.items] == ["refused", "refused"]
    assert nobody.sent == []


@pytest.mark.parametrize("version", VERSIONS)
def test_what_the_daemon_does_not_want_is_refused_and_not_there(version: str) -> None:
    daemon = Daemon(version)
    daemon.took = lambda links: Reply(409, {}, b"") if version >= "v5.2" else Reply(200, {}, b"Fails.")  # type: ignore[method-assign]  # a daemon that wants nothing
    told, error = add(daemon, HASHES[:1])
    assert isinstance(error, BitharborError)
    assert isinstance(error, TorrentRefusedError) == (version < "v5.2")
    assert [one.state for one in told.items] == ["refused"]


def test_requests_are_split_by_bytes_and_one_large_file_goes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "MOST_ITEMS", 500)
    monkeypatch.setattr(adding, "MOST_BYTES", 3000)
    sizes: list[int] = []

    def answer(request: Request) -> Outcome:
        if request.url.endswith("torrents/add"):
            body = request.body or b""
            sizes.append(body.count(b"Content-Type: application/x-bittorrent"))
            ids = [infohash_of(one) for one in files if one in body]
            tally = {"success_count": len(ids), "failure_count": 0, "pending_count": 0, "added_torrent_ids": ids}
            return Reply(200, {}, msgspec.json.encode(tally))
        return Reply(200, {}, b"v5.3.0")

    files = [torrent("x" * 900 + str(number)) for number in range(4)]
    files.insert(2, torrent("y" * 9000))
    session = Session("daemon.example", ("http",))
    told: Added = Driver(ScriptedTransport(answer)).run(call(session, ops.TORRENTS_ADD, (None, files)))
    assert sizes == [2, 1, 2]
    assert {one.state for one in told.items} == {"added"}
