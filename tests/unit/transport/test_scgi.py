"""The SCGI transport with large answers."""

from __future__ import annotations

import asyncio
import tracemalloc

from bitharbor.transport.scgi import ScgiTransport
from bitharbor.wire.effects import MEBIBYTE, Reply, Request

SIZE = 16 * MEBIBYTE


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer whatever is asked."""
    await reader.read(MEBIBYTE)
    writer.write(b"Status: 200 OK\r\nContent-Length: %d\r\n\r\n" % SIZE)
    piece = bytes(MEBIBYTE // 4)
    for _ in range(SIZE // len(piece)):
        writer.write(piece)
        await writer.drain()
    writer.close()


def test_a_large_answer_is_not_held_three_times() -> None:
    async def story() -> int:
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            transport = ScgiTransport(*server.sockets[0].getsockname())
            tracemalloc.start()
            try:
                reply = await transport.send(Request("POST", "/RPC2", {}, b"<x/>", limit=2 * SIZE))
                assert isinstance(reply, Reply)
                assert len(reply.body) == SIZE
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

    assert asyncio.run(story()) < 2.6 * SIZE
