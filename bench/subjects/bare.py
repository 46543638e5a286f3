"""The limit: what it costs to read the bytes and to decode them, with nothing around it.

Blocking on a socket, with JSON decoded to dictionaries or to structs whose fields stand as on the wire; asynchronous on aiohttp
alone, because whoever takes aiohttp cannot be faster than that.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from types import GenericAlias
from typing import Any, cast
from urllib.parse import urlsplit

import msgspec

from bench.account import PASSWORD, SESSION, SESSION_COOKIE, USER

HEAD_END = b"\r\n\r\n"


class BareSocket:
    """A socket and a decoder."""

    def __init__(self, url: str, reading: str) -> None:
        self.reading = reading
        self._decode = self.decode_list = msgspec.json.Decoder[Any]().decode
        parts = urlsplit(url)
        self._socket = socket.create_connection((parts.hostname, parts.port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._host = parts.netloc.encode()
        cookie = f"Cookie: {SESSION_COOKIE}={SESSION}\r\n".encode()
        self._ask(self._asking(b"auth/login", f"username={USER}&password={PASSWORD}".encode()))
        self._version = self._asking(b"app/version", None, cookie)
        self._stop = self._asking(b"torrents/stop", b"hashes=all", cookie)
        self._delta = self._asking(b"sync/maindata?rid=1", None, cookie)
        self._files = self._asking(b"torrents/files?hash=" + b"a" * 40, None, cookie)
        self._list = self._asking(b"torrents/info", b"", cookie)

    def version(self) -> str:
        return self._ask(self._version).decode()

    def stop(self) -> None:
        self._ask(self._stop)

    def delta(self) -> object:
        return self._decode(self._ask(self._delta))

    def files(self) -> object:
        return self._decode(self._ask(self._files))

    def torrents(self) -> object:
        return self.decode_list(self._ask(self._list))

    def close(self) -> None:
        self._socket.close()

    def _asking(self, action: bytes, form: bytes | None, cookie: bytes = b"") -> bytes:
        method = b"GET" if form is None else b"POST"
        length = b"" if form is None else b"Content-Length: %d\r\n" % len(form)
        return b"%b /api/v2/%b HTTP/1.1\r\nHost: %b\r\n%b%b\r\n%b" % (method, action, self._host, cookie, length, form or b"")

    def _ask(self, request: bytes) -> bytearray:
        self._socket.sendall(request)
        arrived = self._socket.recv(1 << 16)
        while (end := arrived.find(HEAD_END)) < 0:
            arrived += self._socket.recv(1 << 16)
        begin = end + len(HEAD_END)
        place = arrived.index(b"content-length: ", 0, begin) + 16
        length = int(arrived[place : arrived.index(b"\r\n", place)])
        body = bytearray(length)
        have = len(arrived) - begin
        body[:have] = arrived[begin:]
        view = memoryview(body)
        while have < length:
            have += self._socket.recv_into(view[have:])
        return body


def list_of(rows: Sequence[dict[str, Any]]) -> object:
    """The type of a list of structs made after rows: every key a field, in the order of the wire, of the type that came."""
    kinds: dict[str, Any] = {}
    for row in rows:
        for key, value in row.items():
            kinds[key] = float if float in (kinds.get(key), type(value)) else type(value)
    return GenericAlias(list, (msgspec.defstruct("Row", list(kinds.items())),))


def dicts(url: str) -> BareSocket:
    """The limit of dictionaries."""
    return BareSocket(url, 't["name"]')


def structs(url: str) -> BareSocket:
    """The limit of structs."""
    subject = BareSocket(url, "t.name")
    rows = cast("list[dict[str, Any]]", subject.torrents())
    subject.decode_list = msgspec.json.Decoder[Any](list_of(rows)).decode
    return subject


class BareAiohttp:
    """aiohttp alone, with JSON decoded to dictionaries."""

    reading = 't["name"]'

    def __init__(self, session: Any, base: str) -> None:
        self._session = session
        self._base = base
        self._decode = msgspec.json.Decoder[Any]().decode

    async def version(self) -> str:
        return (await self._get("app/version")).decode()

    async def stop(self) -> None:
        async with self._session.post(self._base + "torrents/stop", data=b"hashes=all") as response:
            await response.read()

    async def delta(self) -> object:
        return self._decode(await self._get("sync/maindata?rid=1"))

    async def torrents(self) -> object:
        return self._decode(await self._get("torrents/info"))

    async def close(self) -> None:
        await self._session.close()

    async def _get(self, action: str) -> bytes:
        async with self._session.get(self._base + action) as response:
            body: bytes = await response.read()
            return body


async def aiohttp_alone(url: str) -> BareAiohttp:
    """aiohttp, without anything of ours."""
    import aiohttp

    session = aiohttp.ClientSession(headers={"Cookie": f"{SESSION_COOKIE}={SESSION}"}, cookie_jar=aiohttp.DummyCookieJar())
    return BareAiohttp(session, f"{url}/api/v2/")
