"""The two drivers: turns, errors, interruptions, clean-up, deadlines. What both do is tested once, on both."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import NoReturn, TypeVar

import pytest
from tests.flows.stage import (
    DONE,
    AsyncScriptedClock,
    AsyncScriptedTransport,
    Outcome,
    ScriptedClock,
    ScriptedTransport,
    Stage,
    request,
)

from bitharbor.errors import ClosedError, DeadlineError
from bitharbor.wire.asynchronous import AsyncDriver
from bitharbor.wire.blocking import CLEANUP_EFFECTS, CLEANUP_SECONDS, Driver
from bitharbor.wire.effects import NOW, Cancelled, Do, Effect, Exclusive, Fault, Flow, Kind, Open, Reply, Request, Send, Sleep

T = TypeVar("T")

PATIENCE = 20  # seconds until a test that hangs is called hanging; nothing that goes well waits so long


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


def in_turn(flow: Flow[T], deadline: float | None = None) -> Flow[T]:
    """A flow that only runs another one exclusively."""
    result: T = yield Exclusive(flow, deadline)
    return result


def careful(name: str, undo: str, seen: list[str]) -> Flow[None]:
    """A flow that cleans up when it is interrupted, and notes how it ends."""
    try:
        yield Send(request(name))
        seen.append("went well")
    except Cancelled:
        yield Send(request(undo))
        seen.append("cleaned up")
        raise
    except GeneratorExit:
        seen.append("closed")
        raise


def promised(work: Callable[[], T]) -> Future[T]:
    """The outcome of work that may hang: done on a thread that nobody has to wait for."""
    future: Future[T] = Future()

    def target() -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - handed over to the test
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=target, daemon=True).start()
    return future


def finished(work: Callable[[], T]) -> T:
    """The result of work; a deadlock is a failure of the test, not of the run."""
    return promised(work).result(PATIENCE)


def interrupted(_: Request) -> NoReturn:
    raise KeyboardInterrupt("by hand")


# turns and errors


def test_exclusive_flows_nest_without_deadlock(kind: str) -> None:
    stage = Stage(kind)
    assert finished(lambda: stage.run(in_turn(nest("a", "b", "c")))) == ["a", "b", "c"]
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


def test_a_flow_that_yields_nothing_gives_its_result(kind: str) -> None:
    def silent() -> Flow[int]:
        return 7
        yield NOW

    assert Stage(kind).run(silent()) == 7


# deadlines


def test_a_request_whose_time_is_over_reaches_no_transport(kind: str) -> None:
    def flow() -> Flow[list[Fault]]:
        sent: Fault = yield Send(request("send", deadline=1000.0))
        opened: Fault = yield Open(request("open", deadline=999.0))
        return [sent, opened]

    stage = Stage(kind)
    assert [(fault.kind, fault.was_sent) for fault in stage.run(flow())] == [(Kind.TIMEOUT, False)] * 2
    assert stage.transport.seen == []


def waiting(seconds: float) -> Flow[str]:
    """Wait for a turn for so long."""
    now: float = yield NOW
    try:
        yield Exclusive(one_request("never"), now + seconds)
    except DeadlineError:
        return "the deadline came"
    return "got a turn"


def test_waiting_for_the_turn_of_another_thread_ends_at_the_deadline() -> None:
    is_held, may_end = threading.Event(), threading.Event()

    def answer(request: Request) -> Outcome:
        is_held.set()
        assert may_end.wait(PATIENCE)
        return DONE

    transport = ScriptedTransport(answer)
    driver = Driver(transport)
    holder = promised(lambda: driver.run(in_turn(one_request("holder"))))
    assert is_held.wait(PATIENCE)
    assert finished(lambda: driver.run(waiting(0.05))) == "the deadline came"
    assert finished(lambda: driver.run(waiting(-1.0))) == "the deadline came"
    may_end.set()
    assert holder.result(PATIENCE) == b"done"
    assert finished(lambda: driver.run(in_turn(one_request("after")))) == b"done"
    assert transport.names == ["holder", "after"]


def test_waiting_for_the_turn_of_another_task_ends_at_the_deadline() -> None:
    async def scene() -> None:
        may_end = asyncio.Event()

        async def answer(request: Request) -> Outcome:
            await may_end.wait()
            return DONE

        transport = AsyncScriptedTransport(answer)
        driver = AsyncDriver(transport)
        holder = asyncio.create_task(driver.run(in_turn(one_request("holder"))))
        await asyncio.sleep(0)
        async with asyncio.timeout(PATIENCE):
            assert await driver.run(waiting(0.05)) == "the deadline came"
            assert await driver.run(waiting(-1.0)) == "the deadline came"
            may_end.set()
            assert await holder == b"done"
            assert await driver.run(in_turn(one_request("after"))) == b"done"
        assert transport.names == ["holder", "after"]

    asyncio.run(scene())


# interruptions


def test_an_interruption_reaches_the_flow_as_cancelled_and_goes_on(kind: str) -> None:
    def flow() -> Flow[None]:
        try:
            yield Send(request("x"))
        except BaseException as error:
            seen.append(type(error))
            raise

    seen: list[type[BaseException]] = []
    with pytest.raises(KeyboardInterrupt, match="by hand"):
        Stage(kind, interrupted).run(flow())
    assert seen == [Cancelled]


def test_an_interruption_inside_of_nested_turns_passes_through_all_flows(kind: str) -> None:
    def level(name: str, inner: Flow[bytes]) -> Flow[bytes]:
        try:
            result: bytes = yield Exclusive(inner)
        except Cancelled:
            seen.append(name)
            raise
        return result

    seen: list[str] = []
    stage = Stage(kind, interrupted)
    with pytest.raises(KeyboardInterrupt):
        stage.run(level("outer", level("middle", one_request("x"))))
    assert seen == ["middle", "outer"]


@pytest.mark.parametrize("effect", [Sleep(1.0), Open(request("open"))], ids=["sleep", "open"])
def test_an_interruption_of_any_waiting_effect_reaches_the_flow(kind: str, effect: Effect) -> None:
    def flow() -> Flow[None]:
        try:
            yield effect
        except Cancelled:
            seen.append("cancelled")
            raise

    class Broken(AsyncScriptedClock if kind == "asyncio" else ScriptedClock):  # type: ignore[misc]  # one of two
        def sleep(self, seconds: float) -> NoReturn:
            raise KeyboardInterrupt

    seen: list[str] = []
    stage = Stage(kind, interrupted)
    stage.clock = Broken()
    with pytest.raises(KeyboardInterrupt):
        stage.run(flow())
    assert seen == ["cancelled"]


def test_a_started_flow_is_never_closed(kind: str) -> None:
    seen: list[str] = []

    def answer(request: Request) -> Outcome:
        return interrupted(request) if request.method == "begin" else DONE

    with pytest.raises(KeyboardInterrupt):
        Stage(kind, answer).run(in_turn(careful("begin", "undo", seen)))
    assert seen == ["cleaned up"]


def test_clean_up_is_done_and_then_the_interruption_goes_on(kind: str) -> None:
    def answer(request: Request) -> Outcome:
        return interrupted(request) if request.method == "begin" else DONE

    stage = Stage(kind, answer)
    seen: list[str] = []
    with pytest.raises(KeyboardInterrupt, match="by hand"):
        stage.run(careful("begin", "undo", seen))
    assert stage.transport.names == ["begin", "undo"]
    assert seen == ["cleaned up"]


def test_clean_up_has_a_deadline_of_its_own(kind: str) -> None:
    def flow() -> Flow[None]:
        try:
            yield Send(request("begin"))
        except Cancelled:
            yield Send(request("undo"))
            yield Send(request("undo sooner", deadline=1000.5))
            yield Exclusive(one_request("undo in turn"))
            raise

    def answer(request: Request) -> Outcome:
        return interrupted(request) if request.method == "begin" else DONE

    stage = Stage(kind, answer)
    with pytest.raises(KeyboardInterrupt):
        stage.run(flow())
    undone = {one.method: one.deadline for one in stage.transport.seen[1:]}
    assert undone["undo"] == 1000 + CLEANUP_SECONDS
    assert undone["undo sooner"] == 1000.5
    assert "undo in turn" in undone


def test_clean_up_never_sleeps_past_its_deadline(kind: str) -> None:
    def flow() -> Flow[None]:
        try:
            yield Send(request("begin"))
        except Cancelled:
            yield Sleep(CLEANUP_SECONDS - 1)
            yield Sleep(3600)
            seen.append("slept to the end")
            yield Send(request("too late"))
            raise

    seen: list[str] = []
    stage = Stage(kind, interrupted)
    with pytest.raises(KeyboardInterrupt):
        stage.run(flow())
    assert stage.clock.slept == [CLEANUP_SECONDS - 1, 1.0]
    assert stage.transport.names == ["begin"]


def test_a_clean_up_without_end_is_left(kind: str) -> None:
    def stubborn() -> Flow[None]:
        while True:
            try:
                yield Send(request("again"))
            except Cancelled:
                continue

    def answer(request: Request) -> Outcome:
        asked = len(stage.transport.seen)
        assert asked <= 2 * CLEANUP_EFFECTS, "it goes on and on"
        return interrupted(request) if asked == 1 else DONE

    stage = Stage(kind, answer)
    flow = stubborn()
    with pytest.raises(KeyboardInterrupt):
        stage.run(flow)
    assert len(stage.transport.seen) == 1 + CLEANUP_EFFECTS


def test_an_error_of_the_clean_up_stands_behind_the_interruption(kind: str) -> None:
    def flow() -> Flow[None]:
        try:
            yield Send(request("begin"))
        except Cancelled:
            yield NOW
            raise LookupError("of the clean-up") from None

    with pytest.raises(KeyboardInterrupt) as caught:
        Stage(kind, interrupted).run(flow())
    assert isinstance(caught.value.__cause__, LookupError)


def test_a_fault_in_the_clean_up_arrives_in_the_flow(kind: str) -> None:
    def answer(request: Request) -> Outcome:
        if request.method == "undo":
            raise ClosedError("this client was closed")
        return interrupted(request) if request.method == "begin" else DONE

    def flow() -> Flow[None]:
        try:
            yield Send(request("begin"))
        except Cancelled:
            try:
                yield Send(request("undo"))
            except ClosedError:
                yield Send(request("undo otherwise"))
            raise

    stage = Stage(kind, answer)
    with pytest.raises(KeyboardInterrupt):
        stage.run(flow())
    assert stage.transport.names == ["begin", "undo", "undo otherwise"]


def test_a_flow_cannot_swallow_an_interruption(kind: str) -> None:
    def flow() -> Flow[str]:
        with suppress(Cancelled):
            yield Send(request("x"))
        return "as if nothing had been"

    with pytest.raises(KeyboardInterrupt):
        Stage(kind, interrupted).run(flow())


def test_a_second_keyboard_interrupt_ends_the_clean_up_and_the_first_goes_on() -> None:
    said = iter(["first", "second"])

    def answer(_: Request) -> Outcome:
        raise KeyboardInterrupt(next(said))

    seen: list[str] = []
    transport = ScriptedTransport(answer)
    with pytest.raises(KeyboardInterrupt, match="first"):
        Driver(transport).run(careful("begin", "undo", seen))
    assert transport.names == ["begin", "undo"]
    assert seen == []


def test_a_second_cancellation_does_not_stop_the_clean_up() -> None:
    async def scene() -> None:
        began, may_end = asyncio.Event(), asyncio.Event()

        async def answer(request: Request) -> Outcome:
            if request.method == "begin":
                await asyncio.Event().wait()
            began.set()
            await may_end.wait()
            return DONE

        seen: list[str] = []
        transport = AsyncScriptedTransport(answer)
        task = asyncio.create_task(AsyncDriver(transport).run(careful("begin", "undo", seen)))
        await asyncio.sleep(0)
        task.cancel("first")
        await began.wait()
        task.cancel("second")
        await asyncio.sleep(0)
        task.cancel("third")
        await asyncio.sleep(0)
        assert not task.done()
        may_end.set()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        assert caught.value.args == ("first",)
        assert seen == ["cleaned up"]
        assert transport.names == ["begin", "undo"]

    asyncio.run(scene())


def saving(began: threading.Event, may_end: threading.Event, seen: list[str]) -> Flow[None]:
    """Works on a file in a thread until it may end, then closes the file."""

    def work() -> None:
        began.set()
        assert may_end.wait(PATIENCE)
        seen.append("written")

    try:
        yield Do(work)
    finally:
        seen.append("closed")


def test_no_number_of_cancellations_lets_a_call_end_while_its_thread_works_on_a_file() -> None:
    began, may_end, seen = threading.Event(), threading.Event(), list[str]()
    flow = saving(began, may_end, seen)

    async def scene() -> None:
        task = asyncio.create_task(AsyncDriver(AsyncScriptedTransport(lambda _: DONE)).run(flow))
        await asyncio.sleep(0)
        await asyncio.to_thread(began.wait, PATIENCE)
        try:
            for name in ("first", "second", "third"):
                task.cancel(name)
                for _ in range(5):
                    await asyncio.sleep(0)
            assert not task.done()
        finally:
            may_end.set()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        assert caught.value.args == ("first",)

    asyncio.run(scene())
    assert seen == ["written", "closed"]


def test_the_end_of_a_loop_waits_for_the_thread_that_works_on_a_file() -> None:
    began, may_end, seen = threading.Event(), threading.Event(), list[str]()
    flow = saving(began, may_end, seen)

    async def scene() -> None:
        left = asyncio.create_task(AsyncDriver(AsyncScriptedTransport(lambda _: DONE)).run(flow))
        await asyncio.to_thread(began.wait, PATIENCE)
        asyncio.get_running_loop().call_later(0.05, may_end.set)
        assert not left.done()

    asyncio.run(scene())
    assert seen == ["written", "closed"]


def test_the_callers_timeout_stays_a_timeout_after_a_clean_up() -> None:
    async def scene() -> None:
        async def answer(request: Request) -> Outcome:
            if request.method == "begin":
                await asyncio.Event().wait()
            return DONE

        seen: list[str] = []
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await AsyncDriver(AsyncScriptedTransport(answer)).run(careful("begin", "undo", seen))
        assert seen == ["cleaned up"]
        await asyncio.sleep(0)  # no cancellation is left over for the caller

    asyncio.run(scene())


# the turn is handed over


def test_an_interrupted_leader_hands_the_turn_to_the_next_thread() -> None:
    is_led, may_fail = threading.Event(), threading.Event()

    def answer(request: Request) -> Outcome:
        if request.method == "leader":
            is_led.set()
            assert may_fail.wait(PATIENCE)
            raise KeyboardInterrupt
        return DONE

    transport = ScriptedTransport(answer)
    driver = Driver(transport)
    leader = promised(lambda: driver.run(in_turn(careful("leader", "undo", []))))
    assert is_led.wait(PATIENCE)
    with ThreadPoolExecutor(4) as pool:
        others = [pool.submit(driver.run, in_turn(one_request(f"follower {i}"))) for i in range(4)]
        may_fail.set()
        assert [one.result(PATIENCE) for one in others] == [b"done"] * 4
    assert isinstance(leader.exception(PATIENCE), KeyboardInterrupt)
    assert transport.names[:2] == ["leader", "undo"]
    assert sorted(transport.names[2:]) == [f"follower {i}" for i in range(4)]


def test_a_cancelled_leader_hands_the_turn_to_the_next_task() -> None:
    async def scene() -> None:
        async def answer(request: Request) -> Outcome:
            if request.method == "leader":
                await asyncio.Event().wait()
            await asyncio.sleep(0)
            return DONE

        transport = AsyncScriptedTransport(answer)
        driver = AsyncDriver(transport)
        leader = asyncio.create_task(driver.run(in_turn(careful("leader", "undo", []))))
        others = [asyncio.create_task(driver.run(in_turn(one_request(f"follower {i}")))) for i in range(4)]
        await asyncio.sleep(0)
        leader.cancel()
        async with asyncio.timeout(PATIENCE):
            assert await asyncio.gather(*others) == [b"done"] * 4
        assert leader.cancelled()
        assert transport.names == ["leader", "undo", *(f"follower {i}" for i in range(4))]

    asyncio.run(scene())


def test_a_task_that_is_cancelled_while_it_waits_for_its_turn_takes_none() -> None:
    async def scene() -> None:
        may_end = asyncio.Event()

        async def answer(request: Request) -> Outcome:
            await may_end.wait()
            return DONE

        transport = AsyncScriptedTransport(answer)
        driver = AsyncDriver(transport)
        first, second, third = (asyncio.create_task(driver.run(in_turn(one_request(name)))) for name in ("1", "2", "3"))
        await asyncio.sleep(0)
        second.cancel()
        may_end.set()
        async with asyncio.timeout(PATIENCE):
            assert await first == await third == b"done"
        assert second.cancelled()
        assert transport.names == ["1", "3"]

    asyncio.run(scene())
