"""What real servers were asked and answered: tests/data/recordings, a line a recording.

Rule: this reads and compares, and knows no rule of any server.
"""

from __future__ import annotations

import base64
import json
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER: Final = Path(__file__).parent.parent / "data" / "recordings"
SECONDS: Final = 10.0


@dataclass(frozen=True)
class Reply:
    """An answer as it stood on the wire: its first line, its headers in order, its body, and what came after that."""

    status_line: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    after: bytes

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass(frozen=True)
class Exchange:
    """One connection: the bytes that went out, and what came back before the server closed it."""

    line: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    reply: Reply
    has_body: bool
    """False where the recording kept the answer's headers only."""

    def request(self, headers: Mapping[str, str]) -> bytes:
        """The request's bytes, with other values for some headers."""
        lines = [self.line, *(f"{name}: {headers.get(name, value)}" for name, value in self.headers)]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


@dataclass(frozen=True)
class Recording:
    number: int
    name: str
    exchanges: tuple[Exchange, ...]


def recordings(version: str) -> Iterator[Recording]:
    for line in (FOLDER / f"{version}.jsonl").read_text("utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        yield Recording(row["number"], row["name"], tuple(map(exchange, row["exchanges"])))


def exchange(row: Mapping[str, Any]) -> Exchange:
    request, response = row["request"], row["response"]
    reply = Reply(
        response["status_line"],
        pairs(response["headers"]),
        kept(response.get("body", {"text": ""})),
        kept(response.get("bytes_after_content_length", {"text": ""})),
    )
    sent = kept(request["body"]) + kept(request.get("more", {"text": ""}))
    return Exchange(request["line"], pairs(request["headers"]), sent, reply, "body" in response)


def pairs(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in rows)


def kept(part: Mapping[str, object]) -> bytes:
    """The bytes of a part; as many blanks where a long one was not kept."""
    if "base64" in part:
        return base64.b64decode(str(part["base64"]))
    if "text" in part:
        return str(part["text"]).encode()
    return b" " * cast("int", part["length"])


def sent(port: int, request: bytes) -> Reply:
    """What a server on loopback answers to these bytes, read until it closes the connection."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as connection:
        connection.sendall(request)
        answer = b"".join(iter(lambda: connection.recv(1 << 16), b""))
    return taken_apart(answer)


def taken_apart(answer: bytes) -> Reply:
    head, _, rest = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines))
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), len(rest))
    return Reply(first, headers, rest[:length], rest[length:])


def locales(version: str) -> Iterator[Mapping[str, Any]]:
    """The same torrents in several languages: each with its locale and its answers by path."""
    yield from map(json.loads, (FOLDER / f"{version}-locales.jsonl").read_text("utf-8").rstrip("\n").split("\n"))
