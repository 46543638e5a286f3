"""The blocking driver: runs flows on the calling thread.

Rule 1: it carries effects out and decides nothing.
Rule 2: a running flow is never `close()`d: an interruption (KeyboardInterrupt and its like) is thrown in as `Cancelled`, what
        the flow still wants to do is done within `CLEANUP_SECONDS`, then the interruption goes on.
Rule 3: what an exclusive flow yields runs with the lock held; a nested `Exclusive` does not take it twice.
"""

from __future__ import annotations

import threading
import time
from typing import Any, NoReturn, Protocol, TypeVar

from msgspec.structs import replace

from ..errors import DeadlineError
from .effects import Cancelled, Do, Effect, Exclusive, Fault, Flow, Kind, Now, Open, Pour, Reply, Request, Send, Sleep

T = TypeVar("T")

CLEANUP_SECONDS = 5.0
CLEANUP_EFFECTS = 100  # a flow that never ends its clean-up is left after so many


class Transport(Protocol):
    """Sends requests. `clock` counts as the driver's does, for `Request.deadline`."""

    def send(self, request: Request) -> Reply | Fault: ...

    def open(self, request: Request) -> Reply | Fault: ...


class Clock(Protocol):
    """Time, so that tests can bring their own."""

    def now(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The monotonic clock of this machine."""

    def now(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class Driver:
    """Runs the flows of one session, from any number of threads."""

    __slots__ = ("_clock", "_lock", "_transport")

    def __init__(self, transport: Transport, clock: Clock | None = None) -> None:
        self._transport = transport
        self._clock: Clock = clock or SystemClock()
        self._lock = threading.Lock()

    def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and give its result, or raise its error."""
        return self._run(flow, is_holding=False)

    def _run(self, flow: Flow[T], *, is_holding: bool) -> T:
        try:
            effect = next(flow)
            while True:
                try:
                    outcome = self._perform(effect, is_holding=is_holding)
                except Exception as error:
                    effect = flow.throw(error)
                except BaseException as interruption:
                    self._abandon(flow, interruption, is_holding=is_holding)
                else:
                    effect = flow.send(outcome)
        except StopIteration as stop:
            result: T = stop.value
            return result

    def _perform(self, effect: Effect, *, is_holding: bool) -> Any:
        match effect:
            case Send(request):
                return overdue(request, self._clock) or self._transport.send(request)
            case Now():
                return self._clock.now()
            case Exclusive(flow, deadline):
                return self._exclusive(flow, deadline, is_holding=is_holding)
            case Sleep(seconds):
                return self._clock.sleep(seconds)
            case Open(request):
                return overdue(request, self._clock) or self._transport.open(request)
            case Do(work):
                return work()
            case Pour(reply, sink):
                return None if reply.pour is None else reply.pour(sink)

    def _exclusive(self, flow: Flow[T], deadline: float | None, *, is_holding: bool) -> T:
        if is_holding:
            return self._run(flow, is_holding=True)
        patience = -1 if deadline is None else max(0.0, deadline - self._clock.now())
        if not self._lock.acquire(timeout=patience):
            flow.close()  # it never began: nothing to clean up
            raise DeadlineError("the time given to the call is over, spent on waiting for a login of this client")
        try:
            return self._run(flow, is_holding=True)
        finally:
            self._lock.release()

    def _abandon(self, flow: Flow[Any], interruption: BaseException, *, is_holding: bool) -> NoReturn:
        until = self._clock.now() + CLEANUP_SECONDS
        try:
            effect = flow.throw(Cancelled())
            for _ in range(CLEANUP_EFFECTS):
                now = self._clock.now()
                if now >= until:
                    effect = flow.throw(Cancelled())
                    continue
                try:
                    outcome = self._perform(ending_by(effect, until, now), is_holding=is_holding)
                except Exception as error:
                    effect = flow.throw(error)
                except BaseException:
                    effect = flow.throw(Cancelled())
                else:
                    effect = flow.send(outcome)
        except (StopIteration, Cancelled):
            pass
        except Exception as error:
            raise interruption from error
        raise interruption


class HasNow(Protocol):
    """What both drivers' clocks have."""

    def now(self) -> float: ...


def overdue(request: Request, clock: HasNow) -> Fault | None:
    """The fault of a request whose deadline came before it could begin: no transport gets it."""
    if request.deadline is None or clock.now() < request.deadline:
        return None
    return Fault(Kind.TIMEOUT, was_sent=False, cause=TimeoutError("no time was left to send it"))


def ending_by(effect: Effect, until: float, now: float) -> Effect:
    """The effect with a deadline of `until`, or of its own if that is sooner."""
    match effect:
        case Send(request) | Open(request):
            deadline = until if request.deadline is None else min(until, request.deadline)
            return type(effect)(replace(request, deadline=deadline))
        case Exclusive(flow, deadline):
            return Exclusive(flow, until if deadline is None else min(until, deadline))
        case Sleep(seconds):
            return Sleep(min(seconds, until - now))
        case Now() | Do() | Pour():
            return effect
