"""The asyncio transport of connections that stay open: one TLS stream, and one reader that gives answers to who asked.

Rule 1: faults are values, and whether the daemon may have got a question is decided here.
Rule 2: the reader only reads: it resolves answers by their number and hands events on; it waits for nobody.
Rule 3: the daemons' certificates are signed by themselves, so none is verified unless fingerprints are kept (see `fingerprints`):
        without them the connection is secret, but anybody who stands between can pose as the daemon.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ..errors import AnswerTooLargeError, BitharborError
from ..wire.effects import MEBIBYTE, Fault, Kind
from ..wire.messages import Codec, Event
from . import tunnel
from .fingerprints import Fingerprints, check
from .limits import CONNECT_SECONDS

T = TypeVar("T")

CLOSE_SECONDS = 1.0
CHUNK = MEBIBYTE


@dataclass(slots=True, eq=False)
class Line(Generic[T]):
    """One connection.

    :ivar waiting: who waits for the answer of a number
    :ivar heard: when it last brought something
    """

    codec: Codec[T]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    heard: float
    waiting: dict[int, asyncio.Future[T | Fault]] = field(default_factory=dict[int, "asyncio.Future[T | Fault]"])
    task: asyncio.Task[None] | None = None


class StreamTransport(Generic[T]):
    """One connection at a time to one daemon.

    :param new_codec: makes a codec for each connection
    :param on_event: hears of each event; must not wait nor raise
    :param on_lost: hears that the connection went, other than by `hang_up`
    :param fingerprints: where certificates are remembered; None trusts any
    :param proxy: URL of an HTTP or SOCKS proxy
    :raises UsageError: the proxy's URL cannot be understood
    """

    def __init__(
        self,
        host: str,
        port: int,
        new_codec: Callable[[], Codec[T]],
        *,
        on_event: Callable[[Event], None],
        on_lost: Callable[[Fault], None],
        fingerprints: Fingerprints | None = None,
        proxy: str | None = None,
        connect_timeout: float = CONNECT_SECONDS,
    ) -> None:
        self._host = host
        self._port = port
        self._new_codec = new_codec
        self._on_event = on_event
        self._on_lost = on_lost
        self._fingerprints = fingerprints
        self._proxy = proxy and tunnel.checked(proxy)
        self._connect_timeout = connect_timeout
        self._line: Line[T] | None = None

    @property
    def is_open(self) -> bool:
        """A connection is there, as far as is known."""
        return self._line is not None

    async def dial(self, deadline: float) -> Fault | None:
        """Open a new connection in place of the old one. `deadline` counts on the loop's clock."""
        await self.hang_up()
        now = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout_at(min(deadline, now + self._connect_timeout)):
                reader, writer = await self._connected()
        except TimeoutError:
            return Fault(Kind.CONNECT, was_sent=False, cause=ConnectionError("no connection in time"))
        except ssl.SSLError as error:
            return Fault(Kind.TLS, was_sent=False, cause=error)
        except (OSError, ValueError) as error:  # ValueError: a host name that cannot be encoded
            return Fault(Kind.CONNECT, was_sent=False, cause=error)
        try:
            self._recognise(writer)
        except BitharborError as error:
            writer.transport.abort()
            return Fault(Kind.TLS, was_sent=False, cause=error)
        keep_alive(writer)
        line = Line(self._new_codec(), reader, writer, now)
        line.task = asyncio.get_running_loop().create_task(self._read(line), name=f"reader of {self._host}:{self._port}")
        self._line = line
        return None

    async def ask(self, number: int, data: bytes, deadline: float) -> T | Fault:
        """Send a question and wait for the answer of its number."""
        loop = asyncio.get_running_loop()
        line, now = self._line, loop.time()
        if line is None:
            return Fault(Kind.LOST, was_sent=False, cause=ConnectionError("no connection"))
        if now >= deadline:
            return Fault(Kind.TIMEOUT, was_sent=False, cause=TimeoutError("no time left"))
        answer: asyncio.Future[T | Fault] = loop.create_future()
        line.waiting[number] = answer
        try:
            async with asyncio.timeout_at(deadline):
                line.writer.write(data)
                await line.writer.drain()
                return await answer
        except TimeoutError as error:
            if line.heard < now:  # nothing came at all since: it may be dead, and nobody would ever know
                self._drop(line, Fault(Kind.LOST, was_sent=True, cause=ConnectionError("the daemon went silent")))
            return Fault(Kind.TIMEOUT, was_sent=True, cause=error)
        except OSError as error:
            return Fault(Kind.LOST, was_sent=True, cause=error)
        finally:
            line.waiting.pop(number, None)

    async def hang_up(self) -> None:
        """Close the connection, if there is one. Whoever still waits is told that it went."""
        line, self._line = self._line, None
        if line is None:
            return
        self._drop(line, Fault(Kind.LOST, was_sent=True, cause=ConnectionError("this client hung up")), is_abrupt=False)
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await line.writer.wait_closed()
        line.writer.transport.abort()

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        tls = trusting_all()
        if not self._proxy:
            return await asyncio.open_connection(self._host, self._port, ssl=tls, limit=CHUNK)
        way = await tunnel.connected(self._proxy, self._host, self._port, self._connect_timeout)
        return await asyncio.open_connection(sock=way, ssl=tls, server_hostname=self._host, limit=CHUNK)

    def _recognise(self, writer: asyncio.StreamWriter) -> None:
        if self._fingerprints is None:
            return
        tls: ssl.SSLObject = writer.get_extra_info("ssl_object")
        host = f"[{self._host}]" if ":" in self._host else self._host
        check(self._fingerprints, f"{host}:{self._port}", tls.getpeercert(binary_form=True) or b"")

    async def _read(self, line: Line[T]) -> None:
        loop = asyncio.get_running_loop()
        fault = Fault(Kind.LOST, was_sent=True, cause=ConnectionError("the daemon closed it"))
        try:
            while data := await line.reader.read(CHUNK):
                line.heard = loop.time()
                for message in line.codec.feed(data):
                    if isinstance(message, Event):
                        self._on_event(message)
                    elif (answer := line.waiting.get(message.number)) and not answer.done():
                        answer.set_result(message.value)
        except OSError as error:
            fault = Fault(Kind.LOST, was_sent=True, cause=error)
        except BitharborError as error:
            kind = Kind.TOO_LARGE if isinstance(error, AnswerTooLargeError) else Kind.OTHER
            fault = Fault(kind, was_sent=True, cause=error)
        except asyncio.CancelledError:
            if self._line is line:  # the loop ends, without `hang_up`
                self._drop(line, fault)
            raise
        self._drop(line, fault)

    def _drop(self, line: Line[T], fault: Fault, *, is_abrupt: bool = True) -> None:
        """Give up a connection, once: tell all who wait, and whoever wants to know."""
        is_news, self._line = self._line is line, None if self._line is line else self._line
        for answer in line.waiting.values():
            if not answer.done():
                answer.set_result(fault)
        if line.task and line.task is not asyncio.current_task():
            line.task.cancel()
        if is_abrupt:
            line.writer.transport.abort()
        else:
            line.writer.close()
        if is_news:
            self._on_lost(fault)


def trusting_all() -> ssl.SSLContext:
    """TLS without a look at the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def keep_alive(writer: asyncio.StreamWriter) -> None:
    """Let the system notice a peer that went without a word; events may be hours apart."""
    plain: socket.socket | None = writer.get_extra_info("socket")
    if plain is not None:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
