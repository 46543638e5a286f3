"""A replay server: qBittorrent 5.3.0's answers to a handful of actions, prepared before the first question.

What may enter: bytes in, prepared bytes out, and whether a cookie came along. What may not: anything that costs time per
request beyond finding the answer. It runs in a process of its own (`python -m bench.server`), so that its time is not counted
as a client's, says its port as the first line of its output, and ends when its input does.

Answers are never compressed: a subject that asks for gzip would otherwise be measured at unpacking.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping

import msgspec

from bench import rows
from bench.account import SESSION, SESSION_COOKIE

COOKIE = f"{SESSION_COOKIE}={SESSION}".encode()
HEAD_END = b"\r\n\r\n"

# what 5.3.0 sends with each answer, in its own spelling
HEADERS = (
    b"date: Sat, 21 Nov 2026 10:45:01 GMT\r\n"
    b"connection: keep-alive\r\n"
    b"content-security-policy: default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    b"script-src 'self' 'unsafe-inline'; object-src 'none'; form-action 'self'; frame-src 'self' blob:; "
    b"frame-ancestors 'self';\r\n"
    b"cross-origin-opener-policy: same-origin\r\n"
    b"referrer-policy: same-origin\r\n"
    b"x-content-type-options: nosniff\r\n"
    b"x-frame-options: SAMEORIGIN\r\n"
    b"x-xss-protection: 1; mode=block\r\n"
)


def answer(body: bytes = b"", content_type: bytes = b"application/json", status: bytes = b"200 OK", more: bytes = b"") -> bytes:
    """A whole answer."""
    length = b"content-length: %d\r\n" % len(body)
    return b"HTTP/1.1 %b\r\n%bcontent-type: %b\r\n%b%b\r\n%b" % (status, HEADERS, content_type, length, more, body)


TEXT = b"text/plain; charset=UTF-8"
LOGIN = answer(
    status=b"204 No Content",
    content_type=TEXT,
    more=b"set-cookie: %b; HttpOnly; SameSite=Lax; path=/\r\n" % COOKIE,
)
FRONT_PAGE = answer(content_type=b"text/html")
STRANGER = answer(b"Forbidden", TEXT, b"403 Forbidden")
UNKNOWN = answer(b"Not Found", TEXT, b"404 Not Found")
FULL_UPDATE = b"full update"  # a key of the table that is no path


def answers(count: int, files: int) -> dict[bytes, bytes]:
    """Action -> answer, with that many torrents, and that many files in each."""
    listed = rows.torrents(count)
    return {
        b"auth/login": LOGIN,
        b"auth/logout": answer(content_type=TEXT),
        b"app/version": answer(b"v5.3.0", TEXT),
        b"app/webapiVersion": answer(b"2.16.2", TEXT),
        b"app/buildInfo": answer(b'{"bitness":64,"libtorrent":"2.0.14.0","platform":"linux","qt":"6.11.2"}'),
        b"torrents/info": answer(rows.listing(listed)),
        b"torrents/files": answer(msgspec.json.encode(rows.files(files))),
        b"torrents/stop": answer(content_type=TEXT),
        b"sync/maindata": answer(rows.difference(listed)),
        FULL_UPDATE: answer(rows.full_update(listed)),
    }


class Replay(asyncio.Protocol):
    """One connection."""

    def __init__(self, table: Mapping[bytes, bytes]) -> None:
        self._table = table
        self._arrived = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by asyncio."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Called by asyncio: answer every request that is complete."""
        assert self._transport is not None
        self._arrived = self._arrived + data if self._arrived else data
        while (end := self._arrived.find(HEAD_END)) >= 0:
            head = self._arrived[:end]
            begin = end + len(HEAD_END)
            stop = begin + body_length(head)
            if len(self._arrived) < stop:
                return
            self._transport.write(reply(self._table, head, self._arrived[begin:stop]))
            self._arrived = self._arrived[stop:]


def body_length(head: bytes) -> int:
    """The Content-Length of a request, 0 without one."""
    place = head.lower().find(b"content-length:")
    return int(head[place + 15 :].partition(b"\r\n")[0]) if place >= 0 else 0


def reply(table: Mapping[bytes, bytes], head: bytes, body: bytes) -> bytes:
    """The answer to a request."""
    method, target, _ = head.split(b" ", 2)
    path, _, query = target.partition(b"?")
    if method == b"HEAD":
        return FRONT_PAGE
    action = path.removeprefix(b"/api/v2/")
    if action != b"auth/login" and COOKIE not in head:
        return STRANGER
    if action == b"sync/maindata" and b"rid=1" not in query + b"&" + body:
        action = FULL_UPDATE
    return table.get(action, UNKNOWN)


async def serve(count: int, files: int) -> None:
    """Answer until the input ends."""
    loop = asyncio.get_running_loop()
    table = answers(count, files)
    server = await loop.create_server(lambda: Replay(table), "127.0.0.1", 0, backlog=1024)
    async with server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.to_thread(sys.stdin.read)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="bench.server", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--torrents", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=20_000)
    asked = parser.parse_args()
    asyncio.run(serve(asked.torrents, asked.files))


if __name__ == "__main__":
    main()
