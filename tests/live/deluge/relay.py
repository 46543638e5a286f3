"""A TLS relay between a client and a real Deluge daemon, for what a daemon never does by itself: cut an answer, or fall silent.

What may enter: passing bytes on, and not passing them on. What may not: pretending to be a daemon.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from types import TracebackType
from typing import Self

from tests.harness.certificate import Certificate
from tests.harness.daemon import Daemon
from tests.harness.web import trusting_all

CHUNK = 1 << 16


class Relay:
    """Listens on a port of its own while it is entered.

    :ivar connections: how many came
    :ivar left: bytes of answers that still pass before the connection is cut; None for all
    :ivar is_silent: answers are kept back
    """

    def __init__(self, daemon: Daemon, certificate: Certificate) -> None:
        self._daemon = daemon
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(certificate.chain, certificate.key)
        self._writers: list[asyncio.StreamWriter] = []
        self.port = 0
        self.connections = 0
        self.left: int | None = None
        self.is_silent = False

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.close()
        self.cut()
        await self._server.wait_closed()
        await asyncio.sleep(0.05)

    def cut(self) -> None:
        """Break all connections."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        there, onward = await asyncio.open_connection("127.0.0.1", self._daemon.port, ssl=trusting_all())
        self._writers += [writer, onward]
        with contextlib.suppress(OSError):
            await asyncio.gather(self._ask(reader, onward), self._answer(there, writer))
        for one in (writer, onward):
            one.transport.abort()

    async def _ask(self, reader: asyncio.StreamReader, onward: asyncio.StreamWriter) -> None:
        while data := await reader.read(CHUNK):
            onward.write(data)
            await onward.drain()
        onward.transport.abort()

    async def _answer(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await there.read(CHUNK):
            if self.is_silent:
                continue
            if self.left is not None:
                data, self.left = data[: self.left], self.left - len(data)
            writer.write(data)
            await writer.drain()
            if self.left is not None and self.left <= 0:
                self.left = None
                await asyncio.sleep(0.05)
                break
        writer.transport.abort()
