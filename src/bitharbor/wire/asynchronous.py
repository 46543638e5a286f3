"""The asyncio driver: runs flows on the event loop.

The same three rules as `wire.blocking`. Clean-up after a cancellation runs in a task of its own, shielded, so that it also
survives a second cancellation; then the first one goes on.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, NoReturn, Protocol, TypeVar

from ..errors import DeadlineError
from .blocking import CLEANUP_EFFECTS, CLEANUP_SECONDS, ending_by, overdue
from .effects import Cancelled, Do, Effect, Exclusive, Fault, Flow, Now, Open, Pour, Reply, Request, Send, Sleep

T = TypeVar("T")


class AsyncTransport(Protocol):
    """Sends requests. `Request.deadline` counts on the driver's clock."""

    def send(self, request: Request) -> Coroutine[Any, Any, Reply | Fault]: ...

    def open(self, request: Request) -> Coroutine[Any, Any, Reply | Fault]: ...


class AsyncClock(Protocol):
    """Time, so that tests can bring their own."""

    def now(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class AsyncSystemClock:
    """The monotonic clock of this machine."""

    def now(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait, and let others work."""
        await asyncio.sleep(seconds)


class AsyncDriver:
    """Runs the flows of one session, from any number of tasks of one event loop."""

    __slots__ = ("_clock", "_lock", "_transport")

    def __init__(self, transport: AsyncTransport, clock: AsyncClock | None = None) -> None:
        self._transport = transport
        self._clock: AsyncClock = clock or AsyncSystemClock()
        self._lock = asyncio.Lock()

    def run(self, flow: Flow[T]) -> Coroutine[Any, Any, T]:
        """Run a flow to its end and give its result, or raise its error."""
        return self._run(flow, is_holding=False)

    async def _run(self, flow: Flow[T], *, is_holding: bool) -> T:
        try:
            effect = next(flow)
            while True:
                try:
                    if type(effect) is Now:  # nothing to wait for, and each call asks
                        outcome: object = self._clock.now()
                    else:
                        outcome = await self._perform(effect, is_holding=is_holding)
                except Exception as error:
                    effect = flow.throw(error)
                except BaseException as interruption:
                    await self._abandon(flow, interruption, is_holding=is_holding)
                else:
                    effect = flow.send(outcome)
        except StopIteration as stop:
            result: T = stop.value
            return result

    async def _perform(self, effect: Effect, *, is_holding: bool) -> Any:
        match effect:
            case Send(request):
                return overdue(request, self._clock) or await self._transport.send(request)
            case Now():
                return self._clock.now()
            case Exclusive(flow, deadline):
                return await self._exclusive(flow, deadline, is_holding=is_holding)
            case Sleep(seconds):
                return await self._clock.sleep(seconds)
            case Open(request):
                return overdue(request, self._clock) or await self._transport.open(request)
            case Do(work):
                return await in_thread(work)
            case Pour(reply, sink):
                return None if reply.pour is None else await reply.pour(sink)

    async def _exclusive(self, flow: Flow[T], deadline: float | None, *, is_holding: bool) -> T:
        if is_holding:
            return await self._run(flow, is_holding=True)
        try:
            async with asyncio.timeout(None if deadline is None else max(0.0, deadline - self._clock.now())):
                await self._lock.acquire()
        except TimeoutError:
            flow.close()  # it never began: nothing to clean up
            raise DeadlineError("the time given to the call is over, spent on waiting for a login of this client") from None
        except BaseException:
            flow.close()
            raise
        try:
            return await self._run(flow, is_holding=True)
        finally:
            self._lock.release()

    async def _abandon(self, flow: Flow[Any], interruption: BaseException, *, is_holding: bool) -> NoReturn:
        try:
            effect = flow.throw(Cancelled())
        except (StopIteration, Cancelled):
            raise interruption from None
        except Exception as error:
            raise interruption from error
        ending = asyncio.ensure_future(self._clean_up(flow, effect, is_holding=is_holding))
        while not ending.done():
            try:
                await asyncio.shield(ending)
            except asyncio.CancelledError:
                continue
            except Exception:  # noqa: S112 - the loop ends now, and the error is looked at below
                continue
        raise interruption from ending.exception()

    async def _clean_up(self, flow: Flow[Any], effect: Effect, *, is_holding: bool) -> None:
        until = self._clock.now() + CLEANUP_SECONDS
        try:
            for _ in range(CLEANUP_EFFECTS):
                now = self._clock.now()
                if now >= until:
                    effect = flow.throw(Cancelled())
                    continue
                try:
                    outcome = await self._perform(ending_by(effect, until, now), is_holding=is_holding)
                except Exception as error:
                    effect = flow.throw(error)
                except BaseException:
                    effect = flow.throw(Cancelled())
                else:
                    effect = flow.send(outcome)
        except (StopIteration, Cancelled):
            pass


async def in_thread(work: Callable[[], T]) -> T:
    """Call a function in a thread. No cancellation ends the wait: nobody may go on while it still works on a file."""
    working = asyncio.get_running_loop().run_in_executor(None, work)  # no task, which the end of the loop would cancel
    try:
        return await asyncio.shield(working)
    except asyncio.CancelledError:
        while not working.done():
            with suppress(asyncio.CancelledError):  # the first one is raised below
                await asyncio.wait((working,))
        working.exception()  # looked at, so that asyncio does not complain of it; the cancellation goes first
        raise
