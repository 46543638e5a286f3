"""A relay between a client and a real daemon, for what a daemon never does by itself: cut an answer, fall silent, be another.

What may enter: passing bytes on, keeping them back, and saying something else in the daemon's place. What may not: anything that
knows what a daemon would answer. Deluge's TLS ends here, so that what is cut are its frames.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.conformance.members import Member
from tests.harness.certificate import Certificate
from tests.harness.web import trusting_all

CHUNK = 1 << 16
UNIX_SCHEME = "rtorrent+unix://"


class Relay:
    """Listens while it is entered.

    :ivar connections: how many came
    :ivar asked: all that clients sent
    :ivar passes: bytes of answers that pass on each connection before it is cut; None for all
    :ivar answered: bytes of answers that came, of all connections
    :ivar ends_at: when so many came, every connection is cut, and none that comes is answered; None for never
    :ivar says: what is said in the daemon's place to whatever is asked, before hanging up
    """

    def __init__(self, member: Member, folder: Path, certificate: Certificate) -> None:
        self._given = member.address
        self._there = urlsplit(member.address).port or 0
        self._socket = folder / "relay.sock" if self._given.startswith(UNIX_SCHEME) else None
        self._tls: ssl.SSLContext | None = None
        if member.client.kind == "deluge":
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(certificate.chain, certificate.key)
        self._writers: list[asyncio.StreamWriter] = []
        self._port = 0
        self.connections = 0
        self.asked = b""
        self.passes: int | None = None
        self.answered = 0
        self.ends_at: int | None = None
        self.says: Iterable[bytes] | None = None
        self._spoken = asyncio.Event()
        self._spoken.set()

    @property
    def is_silent(self) -> bool:
        """Answers are kept back, and ends too."""
        return not self._spoken.is_set()

    @is_silent.setter
    def is_silent(self, is_so: bool) -> None:
        (self._spoken.clear if is_so else self._spoken.set)()

    @property
    def address(self) -> str:
        """The daemon's address through this relay."""
        if self._socket:
            return f"{UNIX_SCHEME}{self._socket}"
        return self._given.replace(f":{self._there}", f":{self._port}")

    async def __aenter__(self) -> Self:
        if self._socket:
            self._server = await asyncio.start_unix_server(self._serve, self._socket)
        else:
            self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port, ssl=self._tls)
            self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.close()
        self.is_silent = False
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()
        await self._server.wait_closed()
        await asyncio.sleep(0.05)  # the ends of what was aborted

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._writers.append(writer)
        onward: asyncio.StreamWriter | None = None
        with contextlib.suppress(OSError):
            there, onward = await self._connected()
            self._writers.append(onward)
            answering = asyncio.ensure_future(self._answer(there, writer))
            await self._ask(reader, writer, onward)
            await asyncio.wait([answering], timeout=0 if self._tls or writer.is_closing() else None)
            answering.cancel()
        for one in (writer, onward):
            if one:
                one.transport.abort()

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._socket:
            return await asyncio.open_unix_connection(self._given.removeprefix(UNIX_SCHEME))
        return await asyncio.open_connection("127.0.0.1", self._there, ssl=trusting_all() if self._tls else None)

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, onward: asyncio.StreamWriter) -> None:
        # a daemon may compare the port of the host that it is asked by with its own
        ours, theirs = f"127.0.0.1:{self._port}".encode(), f"127.0.0.1:{self._there}".encode()
        while data := await reader.read(CHUNK):
            self.asked += data
            if self.says is not None:
                await self._say(writer, self.says)
                return
            onward.write(data.replace(ours, theirs))
            await onward.drain()
        if onward.can_write_eof():
            onward.write_eof()

    async def _say(self, writer: asyncio.StreamWriter, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        writer.close()

    async def _answer(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        left = None
        with contextlib.suppress(OSError):
            while data := await there.read(CHUNK):
                if self.is_silent:
                    continue
                self.answered += len(data)
                if self.ends_at is not None and self.answered > self.ends_at:
                    break
                if self.passes is not None:
                    left = self.passes if left is None else left
                    data, left = data[:left], left - len(data)
                writer.write(data)
                await writer.drain()
                if left is not None and left <= 0:
                    break
        await self._spoken.wait()
        await asyncio.sleep(0.02)  # what was written arrives before the end does
        writer.transport.abort()
