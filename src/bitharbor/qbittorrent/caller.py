"""What the generated faces stand on: something that calls operations. Which driver and transport it has is not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from .operation import Op

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..transport.asynchronous import AsyncStream
    from ..transport.blocking import Stream
    from ..wire.effects import Flow
    from .session import Session

T = TypeVar("T")


class Caller(Protocol):
    """Calls operations, blocking."""

    def call(self, op: Op[T], *values: object) -> T:
        """Call an operation and give its answer."""
        ...

    def stream(self, op: Op[object], *values: object) -> Stream:
        """An answer to be read piece by piece; nothing is sent before it is entered."""
        ...

    def run(self, make: Callable[[Session], Flow[T]]) -> T:
        """Run a flow on the client's session."""
        ...


class AsyncCaller(Protocol):
    """Calls operations on an event loop."""

    async def call(self, op: Op[T], *values: object) -> T:
        """Call an operation and give its answer."""
        ...

    def stream(self, op: Op[object], *values: object) -> AsyncStream:
        """An answer to be read piece by piece; nothing is sent before it is entered."""
        ...

    async def run(self, make: Callable[[Session], Flow[T]]) -> T:
        """Run a flow on the client's session."""
        ...


class Namespace:
    """One scope of the Web API."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller


class AsyncNamespace:
    """One scope of the Web API, on an event loop."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller
