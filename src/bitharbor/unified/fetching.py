"""Fetching a `.torrent` from the web, as a flow: bounded in size, time and redirects; some at a time, over shared connections."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from ..errors import AnswerTooLargeError, BadAnswerError, DeadlineError, StatusError, TransportError, UnreachableError, UsageError
from ..model.url import shown
from ..wire.asynchronous import AsyncDriver, AsyncTransport
from ..wire.effects import MEBIBYTE, NOW, Fault, Flow, Kind, Reply, Request, Send

LIMIT = 10 * MEBIBYTE
REDIRECTS_LIMIT = 5
AT_ONCE = 8
MOVED = frozenset({301, 302, 303, 307, 308})
MAGNET = "magnet:"


class WebTransport(AsyncTransport, Protocol):
    """A transport with connections of its own."""

    async def close(self) -> None: ...


class Fetcher:
    """Fetches over connections that are shared by all fetches under way, and go with the last of these.

    :param connected: makes a transport
    """

    def __init__(self, connected: Callable[[], WebTransport]) -> None:
        self._connected = connected
        self._round: Round | None = None

    async def fetch(self, url: str, seconds: float) -> bytes:
        """The bytes at an address; waiting for others is part of the time."""
        deadline = time.monotonic() + seconds
        this = self._round = self._round or Round(self._connected())
        this.waiting += 1
        try:
            async with this.slots:
                return await this.driver.run(fetch(url, deadline - time.monotonic()))
        finally:
            this.waiting -= 1
            if not this.waiting:
                self._round = None
                await this.transport.close()


class Round:
    """What is fetched at the same time, on one event loop."""

    def __init__(self, transport: WebTransport) -> None:
        self.transport = transport
        self.driver: AsyncDriver = AsyncDriver(transport)
        self.slots: asyncio.Semaphore = asyncio.Semaphore(AT_ONCE)
        self.waiting: int = 0


def fetch(url: str, seconds: float) -> Flow[bytes]:
    """The bytes at an address, or the magnet link to which it leads.

    :param seconds: for all of it
    """
    if not is_address(url):
        raise UsageError(f"{shown(url)} is no web address", hint="nothing was added")
    now: float = yield NOW
    deadline = now + seconds
    for _ in range(REDIRECTS_LIMIT + 1):
        answer: Reply | Fault = yield Send(Request("GET", url, {"Accept": "*/*"}, deadline=deadline, limit=LIMIT))
        if isinstance(answer, Fault):
            raise failed(url, answer) from answer.cause
        if answer.status in MOVED:
            url = moved(url, answer)
            if url.lower().startswith(MAGNET):  # as indexers do whose torrents are links only
                return url.encode()
        elif answer.status < 300:
            return answer.body
        else:
            raise StatusError(
                f"{shown(url)} cannot be fetched: {answer.status}",
                hint="nothing was added",
                status=answer.status,
                response=answer.raw,
            )
    raise BadAnswerError(f"{shown(url)} leads from one address to the next without end", acted=False)


def moved(url: str, answer: Reply) -> str:
    """Where a redirect leads."""
    try:
        target = urljoin(url, answer.headers.get("Location", ""))
    except ValueError:
        target = ""
    if target.lower().startswith(MAGNET):
        return target
    if not is_address(target) or (url.lower().startswith("https:") and not target.lower().startswith("https:")):
        raise BadAnswerError(f"{shown(url)} leads to an address that is not followed", acted=False)
    return target


def is_address(url: str) -> bool:
    """Whether it names a host of the web."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def failed(url: str, fault: Fault) -> TransportError | AnswerTooLargeError:
    """The error of a fault; nothing was asked of the daemon yet."""
    if fault.kind is Kind.TOO_LARGE:
        return AnswerTooLargeError(f"{shown(url)} has more than {LIMIT} bytes: that is no .torrent", acted=False)
    if fault.kind is Kind.TIMEOUT:
        return DeadlineError(f"{shown(url)} does not answer in time", hint="nothing was added")
    return UnreachableError(f"{shown(url)} cannot be fetched: {fault.kind.value}", hint="nothing was added")
