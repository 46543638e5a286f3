"""Calls to Transmission under every sequence of replies and faults, and stories that need more than a sequence."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, cast

import pytest
from tests.flows.stage import AsyncScriptedClock, AsyncScriptedTransport
from tests.flows.transmission.walk import (
    HTML,
    JSON,
    KINDS,
    ROWS,
    SETTINGS,
    Row,
    World,
    answer,
    is_modern,
    outcome_of,
    walk,
    worded,
)

from bitharbor import errors
from bitharbor.transmission.flows import call_of, fetch
from bitharbor.transmission.session import Dialect, Session
from bitharbor.wire.asynchronous import AsyncDriver
from bitharbor.wire.effects import Reply, Request

DEPTH = 3
URL = "http://daemon.example:9091/transmission/rpc"
READ = ROWS[0]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_sequence_of_replies_and_faults_breaks_a_rule(row: Row) -> None:
    for setting in SETTINGS:
        tally = walk(row, setting, DEPTH)
        assert tally.walks > len(KINDS), "the walk went nowhere"


def told(*path: str, row: Row = READ, session: Session | None = None) -> BaseException | None:
    """What a call raises along a path."""
    return outcome_of(row, session or Session(URL, URL), World(path))


def run(session: Session, respond: Callable[[Request], Reply], method: str = "session-get", **arguments: str) -> None:
    """A call to a daemon that answers as told."""
    asyncio.run(AsyncDriver(AsyncScriptedTransport(respond)).run(fetch(session, call_of(method, arguments))))


def test_the_first_call_costs_two_requests_and_no_more() -> None:
    world = World(["409 modern", "success"])
    assert outcome_of(READ, Session(URL, URL), world) is None
    first, second = (cast("dict[str, Any]", json.loads(request.body or b"")) for request in world.requests)
    assert (first["method"], second["method"]) == ("torrent-get", "torrent_get")
    assert outcome_of(READ, session := Session(URL, URL), World(["409 classic", "success"])) is None
    assert outcome_of(READ, session, World(["success"])) is None


def test_a_daemon_that_is_replaced_is_spoken_to_in_its_own_language() -> None:
    session = Session(URL, URL, id="old", dialect=Dialect.MODERN)
    world = World(["409 classic", "success"])
    assert outcome_of(READ, session, world) is None
    assert [is_modern(request) for request in world.requests] == [True, False]


def test_session_ids_that_are_never_taken_end_in_a_conflict() -> None:
    error = told(*["409 classic"] * 10)
    assert isinstance(error, errors.ConflictError)
    assert error.acted is False


def test_a_path_that_leads_to_the_web_page_is_told_with_the_right_one() -> None:
    error = told("301")
    assert isinstance(error, errors.WrongDaemonError)
    assert "/transmission/rpc" in str(error)


def test_a_redirect_elsewhere_is_named_without_credentials() -> None:
    def answer_elsewhere(_: Request) -> Reply:
        return Reply(302, {"Location": "https://me:secret@portal.example/login?token=secret"}, b"")

    with pytest.raises(errors.WrongDaemonError, match=r"https://portal\.example/login") as caught:
        asyncio.run(
            AsyncDriver(AsyncScriptedTransport(answer_elsewhere)).run(fetch(Session(URL, URL), call_of("session-get", {})))
        )
    assert "secret" not in str(caught.value)


def test_a_page_is_told_by_its_title() -> None:
    error = told("409 classic", "page")
    assert isinstance(error, errors.WrongDaemonError)
    assert "Portal" in str(error)


def test_a_cut_answer_is_a_bad_answer() -> None:
    assert isinstance(told("409 classic", "cut"), errors.BadAnswerError)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"[]", errors.WrongDaemonError),
        (b"hello", errors.WrongDaemonError),
        (b"", errors.WrongDaemonError),
        (b'{"version": 1}', errors.BadAnswerError),
        (b'{"result": 5}', errors.BadAnswerError),
        (b'{"result":"success","arguments":' + b"[" * 100_000, errors.BadAnswerError),
    ],
)
def test_what_is_no_answer_is_an_error_of_ours(body: bytes, kind: type[errors.BitharborError]) -> None:
    with pytest.raises(kind):
        run(Session(URL, URL), lambda _: Reply(200, JSON, body))


REFUSALS = [
    ("method name not recognized", "", errors.UnknownMethodError),  # 3.00
    ("no method name", "", errors.UnknownMethodError),  # 4.1
    ("Method not found", "-32601", errors.UnknownMethodError),
    ("torrent-rename-path requires 1 torrent", "", errors.UnknownTorrentError),
    ("new location path is not absolute", "", errors.UsageError),
    ("invalid or corrupt torrent file", "", errors.TorrentRefusedError),
    ("unrecognized info", "4", errors.TorrentRefusedError),
    ("duplicate torrent", "", errors.AlreadyAddedError),
    ("file index out of range", "", errors.RpcError),
]


@pytest.mark.parametrize(("words", "code", "kind"), REFUSALS, ids=[words for words, _, _ in REFUSALS])
def test_a_refusal_is_a_situation(words: str, code: str, kind: type[errors.BitharborError]) -> None:
    def refuse(request: Request) -> Reply:
        if not code:
            return Reply(200, JSON, json.dumps({"arguments": 0, "result": words}).encode())
        if not is_modern(request):
            return cast("Reply", worded("409 modern", request, 1))
        return Reply(200, JSON, json.dumps({"jsonrpc": "2.0", "id": 1, "error": {"code": int(code), "message": words}}).encode())

    with pytest.raises(kind) as caught:
        run(Session(URL, URL), refuse, "torrent-add", metainfo="x")
    assert type(caught.value) is kind
    if isinstance(caught.value, errors.RpcError) and code:
        assert caught.value.code == code


def crowd(session: Session, respond: Callable[[Request], Reply]) -> tuple[list[object], list[Request]]:
    """Twenty calls at once: what became of them, and what was sent."""

    async def answered(request: Request) -> Reply:
        await asyncio.sleep(0)
        return respond(request)

    transport = AsyncScriptedTransport(answered)
    driver = AsyncDriver(transport, AsyncScriptedClock())

    async def whole() -> list[object]:
        calls = (driver.run(fetch(session, call_of("session-get", {}))) for _ in range(20))
        return list(await asyncio.gather(*calls, return_exceptions=True))

    return asyncio.run(whole()), transport.seen


def test_a_wrong_password_is_tried_once_however_many_calls_wait() -> None:
    session = Session(URL, URL, has_credentials=True)
    outcomes, seen = crowd(session, lambda _: Reply(401, HTML, b"<h1>401: Unauthorized</h1>"))
    assert {type(one) for one in outcomes} == {errors.LoginFailed}
    assert len(seen) == 1
    outcomes, seen = crowd(session, lambda _: Reply(200, JSON, answer(False, is_success=True)))
    assert {type(one) for one in outcomes} == {errors.LoginFailed}
    assert seen == []
    session.forget()
    outcomes, seen = crowd(session, lambda _: Reply(200, JSON, answer(False, is_success=True)))
    assert not any(isinstance(one, BaseException) for one in outcomes)


def test_a_crowd_learns_the_session_id_once() -> None:
    def respond(request: Request) -> Reply:
        if request.headers.get("X-Transmission-Session-Id") != "id-1":
            return cast("Reply", worded("409 modern", request, 1))
        return Reply(200, JSON, answer(True, is_success=True))

    outcomes, seen = crowd(Session(URL, URL), respond)
    assert not any(isinstance(one, BaseException) for one in outcomes)
    assert len(seen) == 21


@pytest.mark.parametrize("method", ["torrent-stop", "torrent_remove", "torrent-set"])
def test_an_empty_list_is_never_all_torrents(method: str) -> None:
    with pytest.raises(errors.EmptySelectionError):
        call_of(method, {"ids": []})


def test_a_removal_without_ids_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(errors.EmptySelectionError):
        call_of("torrent-remove", {"delete-local-data": True})


def test_arguments_that_are_no_json_are_refused_before_anything_is_sent() -> None:
    world = World([])
    error = outcome_of(Row("x", "torrent-add", {"metainfo": "\ud800"}), Session(URL, URL), world)
    assert isinstance(error, errors.UsageError)
    assert not world.requests
