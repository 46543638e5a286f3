"""HTTP as old qBittorrents spoke it: requests out of bytes, answers into bytes.

Rule: nothing here knows a path, a version or a torrent. aiohttp would put right what those servers did wrong (answers twice,
bodies to HEAD, header names in lower case), so it is not used.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias
from urllib.parse import unquote

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"

FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
BODY_LIMIT: Final = 10_000_000
# 3.1.1 and later: "over 49 bytes", seen on 3.1.12
GZIP_OVER: Final = 49


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: Sequence[tuple[str, str]] = ()
    body: bytes = b""
    peer: str = "127.0.0.1"

    @property
    def path(self) -> str:
        return unquote(self.target.partition("?")[0])

    @property
    def query(self) -> dict[str, str]:
        return fields(self.target.partition("?")[2])

    def header(self, name: str) -> str:
        """The value of a header, whatever case its name came in; "" without one."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def media_type(self) -> str:
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def takes_gzip(self) -> bool:
        return "gzip" in self.header("accept-encoding").lower()


@dataclass(frozen=True)
class Upload:
    filename: str
    content: bytes


@dataclass(frozen=True)
class Form:
    """What a body said: fields, and the parts that were files."""

    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Sequence[Upload] = ()


@dataclass(frozen=True)
class Answer:
    status: int = 200
    reason: str = "OK"
    headers: Sequence[tuple[str, str]] = ()
    body: bytes = b""
    is_doubled: bool = False
    """A second copy follows after content-length bytes."""

    def rendered(self, *, compressed: bool = False) -> bytes:
        """The bytes for the wire; the copy of a compressed answer is compressed once more (seen on 3.1.12)."""
        once = gzip.compress(self.body) if compressed and len(self.body) > GZIP_OVER else self.body
        first = self._message(once, is_compressed=once is not self.body)
        if not self.is_doubled:
            return first
        twice = gzip.compress(once) if once is not self.body else self.body
        return first + self._message(twice, is_compressed=twice is not self.body)

    def _message(self, body: bytes, *, is_compressed: bool) -> bytes:
        length = ("content-length", str(len(body)))
        encoding = [("content-encoding", "gzip")] if is_compressed else []
        lines = [f"HTTP/1.1 {self.status} {self.reason}"]
        lines += [f"{name}: {value}" for name, value in [*self.headers, *encoding, length]]
        return "\r\n".join([*lines, "", ""]).encode() + body


def fields(encoded: str) -> dict[str, str]:
    """Fields of an urlencoded text. A `+` stays a `+` in every version until 4.1.5 (seen on 3.1.12, 3.1.9.2, 3.3.16, 4.0.4)."""
    pairs = (pair.partition("=") for pair in encoded.split("&") if pair)
    return {unquote(name): unquote(value) for name, _, value in pairs}


def urlencoded(body: bytes) -> Form:
    return Form(fields(body.decode("utf-8", "replace")))


def multipart(content_type: str, body: bytes) -> Form:
    """Parts of a multipart body; one with a file name is a file, whatever the field is called."""
    found = re.search(r'boundary="?([^";]+)"?', content_type)
    if not found:
        return Form()
    named: dict[str, str] = {}
    files: list[Upload] = []
    for part in body.split(b"--" + found[1].encode())[1:]:
        head, gap, content = part.partition(b"\r\n\r\n")
        disposition = head.decode("utf-8", "replace")
        content = content.removesuffix(b"\r\n")
        name = re.search(r'[; ]name="([^"]*)"', disposition)
        filename = re.search(r'filename="([^"]*)"', disposition)
        if not gap:
            continue
        if filename:
            files.append(Upload(filename[1], content))
        elif name:
            named[name[1]] = content.decode("utf-8", "replace")
    return Form(named, files)


def parsed_head(head: bytes, peer: str) -> Request:
    """A request out of the bytes before the blank line; what is no request line becomes one without a path."""
    first, *lines = head.decode("latin-1").split("\r\n")
    method, _, rest = first.partition(" ")
    pairs = (line.partition(":") for line in lines if ":" in line)
    return Request(method, rest.rpartition(" ")[0], [(name.strip(), value.strip()) for name, _, value in pairs], peer=peer)


def with_body(request: Request, body: bytes) -> Request:
    return replace(request, body=body)
