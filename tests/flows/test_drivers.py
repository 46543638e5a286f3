"""The two drivers: turns, errors, interruptions, clean-up, deadlines. What both do is tested once, on both."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotDoneError
from contextlib import suppress
from typing import TypeVar

import pytest

from bitharbor.errors import ClosedError, DeadlineError
from bitharbor.wire.asynchronous import AsyncDriver
from bitharbor.wire.blocking import CLEANUP_EFFECTS, CLEANUP_SECONDS, Driver
from bitharbor.wire.effects import NOW, Cancelled, Exclusive, Fault, Flow, Kind, Open, Reply, Request, Send, Sleep
from tests.flows.stage import (
    DONE,
    AsyncScriptedClock,
    AsyncScriptedTransport,
    Outcome,
    ScriptedTransport,
    Stage,
    request,
)

T = TypeVar("T")

PATIENCE = 20  # seconds until a test that hangs is called hanging; nothing waits so long that goes well


@pytest.fixture(params=["blocking", "asyncio"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the two drivers."""
    return str(request.param)


def one_request(name: str) -> Flow[bytes]:
    reply: Reply = yield Send(request(name))
    return reply.body


def nest(*names: str) -> Flow[list[str]]:
    """An exclusive flow in an exclusive flow in ..., each with a request of its own."""
    yield Send(request(names[0]))
    inner: list[str] = [] if len(names) == 1 else (yield Exclusive(nest(*names[1:])))
    return [names[0], *inner]


def opened(flow: Flow[T]) -> Flow[T]:
    """A flow that does nothing but run another one exclusively."""
    result: T = yield Exclusive(flow)
    return result


def finished(work: Callable[[], T]) -> T:
    """The result of work that may hang: it is done on a thread that nobody has to wait for."""
    future: Future[T] = Future()

    def target() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - handed over to the test
            future.set_exception(error)

    threading.Thread(target=target, daemon=True).start()
    try:
        return future.result(PATIENCE)
    except NotDoneError:
        if future.done():
            raise
        raise AssertionError("deadlock") from None


# turns and errors


def test_exclusive_flows_nest_without_deadlock(kind: str) -> None:
    stage = Stage(kind)
    assert finished(lambda: stage.run(opened(nest("a", "b", "c")))) == ["a", "b", "c"]
    assert stage.transport.names == ["a", "b", "c"]


def test_the_lock_is_free_after_nested_turns_and_after_errors(kind: str) -> None:
    def failing() -> Flow[None]:
        yield Exclusive(nest("a", "b"))
        raise LookupError("inner")

    def flow() -> Flow[bytes]:
        with suppress(LookupError):
            yield Exclusive(failing())
        result: bytes = yield Exclusive(one_request("after"))
        return result

    stage = Stage(kind)
    assert finished(lambda: stage.run(flow())) == b"done"
    assert stage.transport.names == ["a", "b", "after"]


def test_the_error_of_an_inner_flow_arrives_in_the_outer_one(kind: str) -> None:
    def inner() -> Flow[None]:
        yield NOW
        raise LookupError("not here")

    def outer() -> Flow[str]:
        try:
            yield Exclusive(inner())
        except LookupError as error:
            yield NOW
            return f"caught: {error.args[0]}"
        return "nothing came"

    assert Stage(kind).run(outer()) == "caught: not here"


def test_what_a_transport_raises_arrives_in_the_flow(kind: str) -> None:
    def closed(request: Request) -> Outcome:
        raise ClosedError("this client was closed")

    def flow() -> Flow[str]:
        try:
            yield Send(request("x"))
        except ClosedError:
            return "told"
        return "not told"

    assert Stage(kind, closed).run(flow()) == "told"


def test_every_effect_has_its_outcome(kind: str) -> None:
    def flow() -> Flow[list[object]]:
        now: float = yield NOW
        slept: object = yield Sleep(2.5)
        later: float = yield NOW
        sent: Reply = yield Send(request("send"))
        read: Reply = yield Open(request("open"))
        return [now, slept, later, sent.body, read.body]

    assert Stage(kind).run(flow()) == [1000.0, None, 1002.5, b"done", b"done"]


# deadlines


def test_a_request_whose_time_is_over_reaches_no_transport(kind: str) -> None:
    def flow() -> Flow[list[Fault]]:
        sent: Fault = yield Send(request("send", deadline=1000.0))
        opened: Fault = yield Open(request("open", deadline=999.0))
        return [sent, opened]

    stage = Stage(kind, time=1000.0)
    assert [(fault.kind, fault.was_sent) for fault in stage.run(flow())] == [(Kind.TIMEOUT, False)] * 2
    assert stage.transport.seen == []


def test_waiting_for_a_turn_of_a_thread_ends_at_the_deadline() -> None:
    is_held, may_end = threading.Event(), threading.Event()

    def answer(request: Request) -> Outcome:
        is_held.set()
        assert may_end.wait(PATIENCE)
        return DONE

    def patient(seconds: float) -> Flow[str]:
        now: float = yield NOW
        try:
            yield Exclusive(never_begun(), now + seconds)
        except DeadlineError:
            return "the deadline came"
        return "got a turn"

    driver = Driver(ScriptedTransport(answer))
    with ThreadPoolExecutor() as pool:
        holder = pool.submit(driver.run, opened(one_request("holder")))
        try:
            assert is_held.wait(PATIENCE)
            assert finished(lambda: driver.run(patient(0.05))) == "the deadline came"
            assert finished(lambda: driver.run(patient(-1.0))) == "the deadline came"
        finally:
            may_end.set()
        assert holder.result(PATIENCE) == b"done"
    assert driver.run(opened(one_request("after"))) == b"done"


async def test_waiting_for_a_turn_of_a_task_ends_at_the_deadline() -> None:
    may_end = asyncio.Event()

    async def answer(request: Request) -> Outcome:
        await may_end.wait()
        return DONE

    def patient(seconds: float) -> Flow[str]:
        now: float = yield NOW
        try:
            yield Exclusive(never_begun(), now + seconds)
        except DeadlineError:
            return "the deadline came"
        return "got a turn"

    async def scene() -> None:
        driver = AsyncDriver(AsyncScriptedTransport(answer))
        holder = asyncio.create_task(driver.run(opened(one_request("holder"))))
        await asyncio.sleep(0)
        assert await driver.run(patient(0.05)) == "the deadline came"
        assert await driver.run(patient(-1.0)) == "the deadline came"
        may_end.set()
        assert await holder == b"done"
        assert await driver.run(opened(one_request("after"))) == b"done"
