"""Both transports behind one face without `await`, so that a test of what both do is written once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, Protocol

import aiohttp
import requests

from bitharbor.transport.asynchronous import AiohttpTransport, AsyncStream
from bitharbor.transport.blocking import RequestsTransport, Stream
from bitharbor.wire.effects import Fault, Reply, Request

LONG: Final = 20.0
SHORT: Final = 0.2


class Way(Protocol):
    """A transport. `patience` is the longest silence of the peer that it bears, in seconds."""

    kind: str

    def send(self, request: Request) -> Reply | Fault: ...

    def open(self, request: Request) -> Reply | Fault: ...

    def pieces(self, request: Request, most: int | None = None, idle: float = 0.0) -> list[bytes]:
        """The body of an answer as the face's stream gives it, left after so many pieces, read after idle seconds."""
        ...

    def send_at_once(self, requests: list[Request]) -> list[Reply | Fault]:
        """Several requests at the same time."""
        ...

    def pause(self, seconds: float) -> None: ...

    def close(self) -> None: ...


MakeWay = Callable[..., Way]


class BlockingWay:
    """The transport on requests."""

    kind = "blocking"

    def __init__(
        self, *, patience: float = LONG, verify: bool | str | None = None, session: requests.Session | None = None
    ) -> None:
        self.transport = RequestsTransport(session, timeout=(LONG, patience), verify=verify)

    def send(self, request: Request) -> Reply | Fault:
        return self.transport.send(request)

    def open(self, request: Request) -> Reply | Fault:
        return self.transport.open(request)

    def pieces(self, request: Request, most: int | None = None, idle: float = 0.0) -> list[bytes]:
        found: list[bytes] = []
        with Stream(lambda: replied(self.open(request))) as stream:
            self.pause(idle)
            for piece in stream:
                found.append(piece)
                if len(found) == most:
                    break
        return found

    def send_at_once(self, requests: list[Request]) -> list[Reply | Fault]:
        with ThreadPoolExecutor(len(requests)) as pool:
            return list(pool.map(self.send, requests))

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)

    def close(self) -> None:
        self.transport.close()


class AsyncWay:
    """The transport on aiohttp, with a loop of its own."""

    kind = "asyncio"

    def __init__(
        self,
        *,
        patience: float = LONG,
        verify: bool | str | None = None,
        session: Callable[[], aiohttp.ClientSession] | None = None,
    ) -> None:
        self.is_closed = False
        self.runner = asyncio.Runner()
        self.session = self.runner.run(self._make(session)) if session else None
        self.transport = AiohttpTransport(
            self.session, connect_timeout=LONG, read_timeout=patience, verify=True if verify is None else verify
        )

    @staticmethod
    async def _make(session: Callable[[], aiohttp.ClientSession]) -> aiohttp.ClientSession:
        return session()

    def send(self, request: Request) -> Reply | Fault:
        return self.runner.run(self.transport.send(request))

    def open(self, request: Request) -> Reply | Fault:
        return self.runner.run(self.transport.open(request))

    def pieces(self, request: Request, most: int | None = None, idle: float = 0.0) -> list[bytes]:
        async def read() -> list[bytes]:
            found: list[bytes] = []

            async def start() -> Reply:
                return replied(await self.transport.open(request))

            async with AsyncStream(start) as stream:
                await asyncio.sleep(idle)
                async for piece in stream:
                    found.append(piece)
                    if len(found) == most:
                        break
            return found

        return self.runner.run(read())

    def send_at_once(self, requests: list[Request]) -> list[Reply | Fault]:
        async def all_of_them() -> list[Reply | Fault]:
            return await asyncio.gather(*map(self.transport.send, requests))

        return self.runner.run(all_of_them())

    def pause(self, seconds: float) -> None:
        self.runner.run(asyncio.sleep(seconds))

    def close(self) -> None:
        if self.is_closed:
            return
        self.is_closed = True

        async def end() -> None:
            await self.transport.close()
            if self.session is not None:
                await self.session.close()
            await asyncio.sleep(0.01)  # aiohttp lets go of TLS connections a moment later

        self.runner.run(end())
        self.runner.close()


def replied(outcome: Reply | Fault) -> Reply:
    """The reply, where a test is not about faults."""
    assert isinstance(outcome, Reply), outcome
    return outcome


def faulted(outcome: Reply | Fault) -> Fault:
    """The fault, where a test is about one."""
    assert isinstance(outcome, Fault), outcome
    return outcome
