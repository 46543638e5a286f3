"""A line to a real Transmission that breaks off in the middle of answers, and counts what came by.

What may enter: passing on, cutting. What may not: answers of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from tests.harness.daemon import Daemon

HEAD_END = b"\r\n\r\n"


@dataclass
class Line:
    """A line.

    :ivar url: of the daemon, through this line
    :ivar spared: how many of the next answers with status 200 are not cut
    :ivar cuts: how many are cut then
    :ivar seen: the bodies of all requests, in order
    """

    daemon: Daemon
    url: str = ""
    cuts: int = 0
    spared: int = 0
    seen: list[bytes] = field(default_factory=list[bytes])
    open: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    def begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take a connection."""
        task = asyncio.ensure_future(self.carry(reader, writer))
        self.open.add(task)
        task.add_done_callback(self.open.discard)

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on the requests of one connection, each over a connection of its own."""
        try:
            while True:
                head = await reader.readuntil(HEAD_END)
                body = await reader.readexactly(length_of(head))
                self.seen.append(body)
                answer = await self.answer_to(head, body)
                if self.is_to_cut(answer):
                    writer.write(answer[: answer.index(HEAD_END) + len(HEAD_END) + 5])
                    return
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):  # the client has hung up
            return
        finally:
            await closed(writer)

    def is_to_cut(self, answer: bytes) -> bool:
        """Whether it is this answer's turn."""
        if not answer.startswith(b"HTTP/1.1 200"):
            return False
        if self.spared:
            self.spared -= 1
            return False
        is_cut = self.cuts > 0
        self.cuts -= is_cut
        return is_cut

    async def answer_to(self, head: bytes, body: bytes) -> bytes:
        """The daemon's whole answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.daemon.port)
        try:
            writer.write(head + body)
            told = await reader.readuntil(HEAD_END)
            return told + await reader.readexactly(length_of(told))
        finally:
            await closed(writer)


async def closed(writer: asyncio.StreamWriter) -> None:
    """Hang up, whether the other end has or not."""
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


def length_of(head: bytes) -> int:
    """The length of the body that a head announces."""
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _, value in lines if name == b"content-length"), 0)


@asynccontextmanager
async def breaking_line(daemon: Daemon, cuts: int = 0) -> AsyncGenerator[Line]:
    """A line that cuts so many answers."""
    line = Line(daemon, cuts=cuts)
    server = await asyncio.start_server(line.begin, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    line.url = urlunsplit(urlsplit(daemon.url)._replace(netloc=f"127.0.0.1:{port}"))
    async with server:
        yield line
        await asyncio.gather(*line.open)
