"""What stands before a real rTorrent: a web server that passes requests on to its SCGI, and a line that breaks off.

What may enter: passing on, cutting, marking as untrusted, asking for a password. What may not: answers of its own to what
rTorrent is asked.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web
from tests.harness.daemon import Daemon

USER, PASSWORD = "me", "p@ss/wörd"
AUTHORIZATION = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


def scgi_request(body: bytes, **headers: str) -> bytes:
    """A request as web servers pass it on."""
    pairs = {"CONTENT_LENGTH": str(len(body)), "SCGI": "1", "REQUEST_METHOD": "POST", "REQUEST_URI": "/RPC2", **headers}
    head = "".join(f"{name}\0{value}\0" for name, value in pairs.items()).encode()
    return b"%d:%s,%s" % (len(head), head, body)


async def asked(daemon: Daemon, request: bytes) -> bytes:
    """The daemon's answer to a request of SCGI."""
    where = urlsplit(daemon.url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    try:
        writer.write(request)
        return await reader.read()
    finally:
        writer.close()


@asynccontextmanager
async def web_server(daemon: Daemon, *, is_untrusted: bool = False) -> AsyncGenerator[str]:
    """A web server with a password that passes `/RPC2` on; its place, without a scheme."""

    async def pass_on(request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != AUTHORIZATION:
            return web.Response(status=401, headers={"WWW-Authenticate": "Basic"}, text="<html><title>Who?</title></html>")
        extra = {"UNTRUSTED_CONNECTION": "1"} if is_untrusted else {}
        content_type = request.headers.get("Content-Type", "")
        try:
            answer = await asked(daemon, scgi_request(await request.read(), CONTENT_TYPE=content_type, **extra))
        except OSError:
            answer = b""
        if not answer:
            return web.Response(status=502, text="<html><title>502 Bad Gateway</title></html>")
        return web.Response(body=answer.partition(b"\r\n\r\n")[2], content_type="text/xml")

    app = web.Application(client_max_size=1 << 26)
    app.router.add_post("/RPC2", pass_on)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"{host}:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def broken_line(daemon: Daemon, share: float, heard: list[bytes] | None = None) -> AsyncGenerator[str]:
    """A line to a daemon that passes requests on whole, and of each answer a share; its address.

    :param heard: gets the requests
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        length = int((await reader.readuntil(b":"))[:-1])
        head = await reader.readexactly(length + 1)
        body = await reader.readexactly(int(head.split(b"\0")[1]))
        if heard is not None:
            heard.append(body)
        answer = await asked(daemon, b"%d:%s%s" % (length, head, body))
        writer.write(answer[: int(len(answer) * share)])
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"scgi://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def stranger(says: bytes, *, hangs: bool = False) -> AsyncGenerator[str]:
    """Some other program at a port, which says something to whoever connects; its address."""
    left = asyncio.Event()

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(says)
        if hangs:
            await left.wait()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        try:
            yield f"scgi://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            left.set()
