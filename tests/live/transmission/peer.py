"""A peer: it shakes hands with a daemon over the protocol of peers (BEP 3), says that it has everything, and stays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

PROTOCOL = b"\x13BitTorrent protocol" + bytes(8)
PEER_ID = b"-qB5000-bitharbor123"
BITFIELD = 5


@asynccontextmanager
async def seeding_peer(port: int, infohash: str, pieces: int) -> AsyncGenerator[int]:
    """A seed of a torrent, connected to a daemon's port; its own port."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(PROTOCOL + bytes.fromhex(infohash) + PEER_ID)
        await reader.readexactly(len(PROTOCOL) + 40)
        field = ((1 << pieces) - 1) << (-pieces % 8)
        bits = field.to_bytes((pieces + 7) // 8)
        writer.write((1 + len(bits)).to_bytes(4) + bytes([BITFIELD]) + bits)
        await writer.drain()
        yield writer.get_extra_info("sockname")[1]
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
