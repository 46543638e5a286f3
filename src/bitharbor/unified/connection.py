"""A connection with a daemon: opened at the first call and again after it broke, by one caller for all, within a call's time.

Rule 1: what a call costs in time is bounded here, once for every verb, connecting included.
Rule 2: nothing of what is asked or ordered enters.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from ..errors import (
    AuthenticationError,
    ClosedError,
    DeadlineError,
    LoginFailed,
    ServerError,
    TransportError,
    UnsupportedError,
    UsageError,
    WrongDaemonError,
)
from .adapter import Adapter, Lasting
from .capabilities import Capability
from .status import ConnectionStatus, StatusBoard

BREAKS = (TransportError, AuthenticationError, WrongDaemonError, ServerError)


class Connection:
    """One daemon behind its adapter, connected or not.

    :param timeout: seconds for each call with everything that belongs to it
    """

    def __init__(self, adapter: Adapter, timeout: float) -> None:
        self.adapter = adapter
        self.timeout = timeout
        self.board: StatusBoard = StatusBoard()
        self._opening = asyncio.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._attempt = 0
        self._closings = 0
        self._refusal: LoginFailed | None = None
        if isinstance(adapter, Lasting):
            adapter.watch(self._lost)

    def _lost(self) -> None:
        """The connection broke, maybe while nobody asked anything. Of an attempt to connect its own end is told."""
        if self.board.status is ConnectionStatus.connected:
            self.board.turn(ConnectionStatus.disconnected)

    async def open(self, *, is_asked: bool = False) -> None:
        """Connect and log in, if need be. Callers at the same time share one attempt.

        :param is_asked: try again also where user name or password were refused
        :raises LoginFailed: they are wrong, or were so at the last attempt
        """
        self._stay_on_loop()
        attempt = self._attempt
        async with self._opening:
            if self.board.status is ConnectionStatus.connected:
                return
            if self._refusal and not (is_asked and attempt == self._attempt):
                raise self._refusal.again()
            self._attempt += 1
            self._refusal = None
            self.board.turn(ConnectionStatus.connecting)
            closings = self._closings
            try:
                await self.adapter.open()
                if closings != self._closings:  # somebody disconnected meanwhile: whoever comes next connects anew
                    await self.adapter.close()
                    raise ClosedError("the client was disconnected while it connected")
            except BaseException as error:
                self._refusal = error if isinstance(error, LoginFailed) else None
                self.board.turn(ConnectionStatus.disconnected)
                raise
            self.board.turn(ConnectionStatus.connected)

    async def close(self) -> None:
        """Log out and let go of everything; it may be opened again, on another event loop too."""
        self._stay_on_loop()
        self._closings += 1
        try:
            await self.adapter.close()
        finally:
            self._loop = None
            self.board.turn(ConnectionStatus.disconnected)

    def _stay_on_loop(self) -> None:
        """Connections belong to the event loop that they were made on, and fail on another in ways that tell nobody why."""
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop, self._opening = loop, asyncio.Lock()
        elif self._loop is not loop:
            raise UsageError(
                "this client was begun on another event loop",
                hint="make a client for each `asyncio.run`, or disconnect before the loop ends",
            )

    def end(self) -> float:
        """When the time of a call that begins now is up, by the event loop's clock."""
        return asyncio.get_running_loop().time() + self.timeout

    @asynccontextmanager
    async def within(self, verb: str, *, acted: bool | None = False, until: float | None = None) -> AsyncGenerator[None]:
        """Within: connected, and for no longer than `timeout`. A broken connection is noted, the next call connects again.

        :param acted: whether what is done within may have happened when the time is up
        :param until: `end` of a call that began before
        """
        is_begun = False
        try:
            async with asyncio.timeout_at(self.end() if until is None else until):
                await self.open()
                is_begun = True
                yield
        except TimeoutError as error:
            self.board.turn(ConnectionStatus.disconnected)
            if isinstance(error, DeadlineError):
                raise
            raise DeadlineError(
                f"{verb}: no answer of {self.adapter.address} within {self.timeout:g} seconds",
                hint="give it more time",
                acted=acted if is_begun else False,
            ) from error
        except BREAKS:
            self.board.turn(ConnectionStatus.disconnected)
            raise

    def need(self, *capabilities: Capability) -> None:
        """Raise for the first that the daemon has not.

        :raises UnsupportedError: always then, and before anything is sent
        """
        for capability in capabilities:
            if capability not in self.adapter.capabilities:
                raise UnsupportedError(
                    f"{self.adapter.kind} {self.adapter.version} cannot {capability.value}",
                    hint="see `capabilities` for what it can do",
                )
