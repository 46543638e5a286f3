"""Doubles for the drivers' two needs, a transport and a clock, with outcomes that a test writes as functions.

What may enter: things that answer at once or wait for the test. What may not: rules about flows (see `walk`), sockets.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from bitharbor.wire.asynchronous import AsyncDriver
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Flow, Reply, Request

T = TypeVar("T")

Outcome = Reply | Fault
Answerer = Callable[[Request], Outcome]
AsyncAnswerer = Callable[[Request], Outcome | Awaitable[Outcome]]

DONE = Reply(200, {}, b"done")


def request(name: str, deadline: float | None = None) -> Request:
    """A request that is told from others by its method."""
    return Request(name, "http://daemon.example/", {}, deadline=deadline)


@dataclass
class ScriptedTransport:
    """Answers with a function, which may raise an interruption."""

    answer: Answerer = lambda request: DONE
    seen: list[Request] = field(default_factory=list[Request])

    def send(self, request: Request) -> Outcome:
        self.seen.append(request)
        return self.answer(request)

    def open(self, request: Request) -> Outcome:
        return self.send(request)

    @property
    def names(self) -> list[str]:
        return [one.method for one in self.seen]


@dataclass
class AsyncScriptedTransport:
    """The same for asyncio; the function may also be a coroutine function that waits."""

    answer: AsyncAnswerer = lambda request: DONE
    seen: list[Request] = field(default_factory=list[Request])

    async def send(self, request: Request) -> Outcome:
        self.seen.append(request)
        outcome = self.answer(request)
        return await outcome if inspect.isawaitable(outcome) else outcome

    async def open(self, request: Request) -> Outcome:
        return await self.send(request)

    @property
    def names(self) -> list[str]:
        return [one.method for one in self.seen]


@dataclass
class ScriptedClock:
    """A clock that goes on only when somebody sleeps."""

    time: float = 1000.0
    slept: list[float] = field(default_factory=list[float])

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


class AsyncScriptedClock(ScriptedClock):
    """The same for asyncio."""

    async def sleep(self, seconds: float) -> None:  # type: ignore[override]  # another protocol than its parent's
        super().sleep(seconds)
        await asyncio.sleep(0)


@dataclass
class Stage:
    """One driver with its doubles, so that a test of what both drivers do is written once."""

    kind: str
    answer: Answerer = lambda request: DONE
    time: float = 1000.0

    def __post_init__(self) -> None:
        if self.kind == "blocking":
            self.transport: ScriptedTransport | AsyncScriptedTransport = ScriptedTransport(self.answer)
            self.clock = ScriptedClock(self.time)
        else:
            self.transport = AsyncScriptedTransport(self.answer)
            self.clock = AsyncScriptedClock(self.time)

    def run(self, flow: Flow[T]) -> T:
        if isinstance(self.transport, ScriptedTransport):
            return Driver(self.transport, self.clock).run(flow)
        return asyncio.run(AsyncDriver(self.transport, cast("AsyncScriptedClock", self.clock)).run(flow))
