"""Encoding of request bodies: URL-encoded forms and multipart, both by us, so that every transport sends the same bytes.

Facts, seen on qBittorrent 4.2.5 to 5.3.0 or read in its source: a plus means a blank in form bodies since 4.1.6 (so blanks are
sent as `+` in bodies and as `%20` in query strings, which every version reads); each multipart part needs a name; two parts
with an equal file name overwrite each other; the closing delimiter must be followed by CRLF or the last part keeps it as data;
chunked bodies are not understood.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from urllib.parse import quote, quote_plus

from msgspec import Struct

from ..errors import UsageError

FORM_TYPE = "application/x-www-form-urlencoded"


class Part(Struct, frozen=True):
    """One file of a multipart body."""

    field: str
    filename: str
    content: bytes
    content_type: str = "application/octet-stream"


def form_body(fields: Mapping[str, str]) -> bytes:
    """Fields as a form body."""
    return "&".join(f"{quote_plus(utf8(name))}={quote_plus(utf8(value))}" for name, value in fields.items()).encode()


def query_string(fields: Mapping[str, str]) -> str:
    """Fields as a query string, without the question mark."""
    return "&".join(f"{quote(utf8(name), safe='')}={quote(utf8(value), safe='')}" for name, value in fields.items())


def multipart_body(fields: Mapping[str, str], parts: Sequence[Part]) -> tuple[str, bytes]:
    """Content type and body of a multipart form. File names are kept as text and made unique by their position."""
    edge = os.urandom(16).hex()
    chunks: list[bytes] = []
    for name, value in fields.items():
        chunks.append(utf8(f'--{edge}\r\nContent-Disposition: form-data; name="{escaped(name)}"\r\n\r\n{value}\r\n'))
    for position, part in enumerate(parts):
        disposition = f'form-data; name="{escaped(part.field)}"; filename="{position}_{escaped(part.filename)}"'
        head = f"--{edge}\r\nContent-Disposition: {disposition}\r\nContent-Type: {part.content_type}\r\n\r\n"
        chunks += (head.encode(errors="replace"), part.content, b"\r\n")  # the daemon does not look at a file's name
    chunks.append(f"--{edge}--\r\n".encode())
    return f"multipart/form-data; boundary={edge}", b"".join(chunks)


def utf8(text: str) -> bytes:
    """Text as bytes.

    :raises UsageError: it has none; such text comes from file names that are no UTF-8
    """
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise UsageError(
            "a text holds bytes that are no UTF-8, and qBittorrent takes nothing else", hint="rename what is called so"
        ) from None  # the cause would show the text, which may be a password


def escaped(text: str) -> str:
    """A name for a part's head: quotes and line ends as browsers escape them, backslashes (Qt unescapes them) replaced."""
    return text.replace("\\", "_").replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
