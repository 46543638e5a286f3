"""The SCGI transport, on asyncio's own streams: TCP or a unix socket, one connection for each request.

The same rules as `transport.asynchronous`: it sends once and tells what came of it.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..errors import ClosedError
from ..wire.effects import MEBIBYTE, Fault, Kind, Reply, Request
from ..wire.scgi import (
    BrokenAnswerError,
    Head,
    LongAnswerError,
    NotScgiError,
    cgi_headers,
    read_head,
    request_bytes,
    unpacked,
)
from . import tunnel
from .encoding import accepted_encoding
from .limits import CONNECT_SECONDS, READ_SECONDS

AT_ONCE = 10  # connections: rTorrent answers one after the other anyway
CHUNK = MEBIBYTE // 4


@dataclass(slots=True)
class Progress:
    """How far a request came, for whoever has to tell what its failing means."""

    is_connected: bool = False


class ScgiTransport:
    """Sends to one daemon.

    :param host: with `port`, where it listens
    :param path: of its unix socket, instead
    :param proxy: URL of a proxy on the way to the host
    :param read_timeout: seconds of silence, where a request has no deadline
    """

    def __init__(
        self,
        host: str = "",
        port: int = 0,
        *,
        path: str = "",
        proxy: str | None = None,
        connect_timeout: float = CONNECT_SECONDS,
        read_timeout: float = READ_SECONDS,
    ) -> None:
        self._host = host
        self._port = port
        self._path = path
        self._proxy = tunnel.checked(proxy) if proxy else None
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._turn = asyncio.Semaphore(AT_ONCE)
        self.is_closed: bool = False

    async def send(self, request: Request) -> Reply | Fault:
        """Send and read the whole answer, at most `request.limit` bytes of it."""
        if self.is_closed:
            raise ClosedError("this client was closed", hint="make a new one")
        progress = Progress()
        seconds = self._read_timeout if request.deadline is None else request.deadline - time.monotonic()
        if seconds <= 0:
            return Fault(Kind.TIMEOUT, was_sent=False, cause=TimeoutError("no time left"))
        try:
            async with asyncio.timeout(seconds), self._turn:
                return await self._exchange(request, progress)
        except TimeoutError as error:
            is_over = progress.is_connected or (request.deadline is not None and time.monotonic() >= request.deadline)
            return Fault(Kind.TIMEOUT if is_over else Kind.CONNECT, was_sent=progress.is_connected, cause=error)
        except OSError as error:
            return Fault(Kind.LOST if progress.is_connected else Kind.CONNECT, was_sent=progress.is_connected, cause=error)

    async def open(self, request: Request) -> Reply | Fault:
        """As `send`: no answer of SCGI is worth reading in pieces."""
        return await self.send(request)

    async def close(self) -> None:
        """No request can be sent any more; there is no connection to let go of."""
        self.is_closed = True

    async def _exchange(self, request: Request, progress: Progress) -> Reply | Fault:
        async with asyncio.timeout(self._connect_timeout):
            reader, writer = await self._connect()
        progress.is_connected = True
        try:
            writer.write(self._worded(request))
            with suppress(ConnectionError):  # it may have answered already, and refused the rest
                await writer.drain()
            return await answer_of(reader, request.limit)
        finally:
            writer.transport.abort()  # after its answer the daemon has closed it; before, nobody wants it any more

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._proxy:
            sock = await tunnel.connected(self._proxy, self._host, self._port, self._connect_timeout)
            return await asyncio.open_connection(sock=sock, limit=CHUNK)
        if not self._path:
            return await asyncio.open_connection(self._host, self._port, limit=CHUNK)
        try:
            return await asyncio.open_unix_connection(self._path, limit=CHUNK)
        except (AttributeError, NotImplementedError, ValueError) as error:  # no such sockets here; a path with a NUL
            raise ConnectionError(f"the socket cannot be opened ({error})") from error

    def _worded(self, request: Request) -> bytes:
        headers = dict(request.headers)
        if self._host and accepted_encoding(f"scgi://{place(self._host, self._port)}/") == "gzip":
            headers.setdefault("Accept-Encoding", "gzip")
        target = urlsplit(request.url).path if not self._path else ""
        return request_bytes(cgi_headers(request.method, target or "/RPC2", headers), request.body or b"")


def place(host: str, port: int) -> str:
    """Host and port as they stand in a URL."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


async def answer_of(reader: asyncio.StreamReader, limit: int) -> Reply | Fault:
    """What comes, up to the end of the connection or of the body that is announced."""
    data = bytearray()
    head: Head | None = None
    while head is None or head.length is None or len(data) < head.size + head.length:
        piece = await reader.read(CHUNK)
        if not piece:
            break
        data += piece
        if head is None:
            try:
                head = read_head(bytes(data))
            except NotScgiError as error:
                return Reply(0, {}, bytes(data), raw=error)
        if head and max(head.length or 0, len(data) - head.size) > limit:
            return Fault(Kind.TOO_LARGE, was_sent=True, cause=LongAnswerError(f"more than {limit} bytes"))
    if head is None:
        return Fault(Kind.LOST, was_sent=True, cause=ConnectionError("the connection ended without an answer"))
    end = None if head.length is None else head.size + head.length
    missing = 0 if end is None else end - len(data)
    if missing > 0:
        return Fault(Kind.LOST, was_sent=True, cause=ConnectionError(f"the answer broke off, {missing} bytes are missing"))
    with memoryview(data) as whole:  # a slice of what came would be one copy more
        packed = bytes(whole[head.size : end])
    data.clear()
    try:
        body = unpacked(head, packed, limit)
    except LongAnswerError as error:
        return Fault(Kind.TOO_LARGE, was_sent=True, cause=error)
    except BrokenAnswerError as error:
        return Fault(Kind.LOST, was_sent=True, cause=error)
    return Reply(head.status, head.headers, body)
