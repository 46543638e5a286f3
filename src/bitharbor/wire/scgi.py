"""SCGI as bytes: a request as a netstring of headers before its body, an answer as CGI gives it.

What may enter: bytes in, bytes out. What may not: sockets, and what the body means.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

HEAD_LIMIT = 65536  # bytes of an answer's headers; rTorrent sends some 80
HEAD_END = b"\r\n\r\n"
GZIP = b"\x1f\x8b"  # 0.16.17 compresses without a header that says so
STARTS = (b"Status:", b"Content-", b"HTTP/")  # of what can become an answer


class NotScgiError(Exception):
    """What answers speaks no SCGI."""


class BrokenAnswerError(Exception):
    """The answer cannot be unpacked."""


class LongAnswerError(Exception):
    """The answer passed its limit."""


@dataclass(frozen=True, slots=True)
class Head:
    """The headers of an answer.

    :ivar headers: names in lower case
    :ivar length: bytes of the body, None where it ends with the connection
    :ivar size: bytes of the head itself
    """

    status: int
    headers: Mapping[str, str]
    length: int | None
    size: int


def request_bytes(headers: Mapping[str, str], body: bytes) -> bytes:
    """A request. `CONTENT_LENGTH` comes first, as SCGI wants it; header names are those of CGI."""
    pairs = {"CONTENT_LENGTH": str(len(body)), "SCGI": "1", **headers}
    head = b"".join(b"%s\0%s\0" % (name.encode(), value.encode()) for name, value in pairs.items())
    return b"%d:%s,%s" % (len(head), head, body)


def cgi_headers(method: str, target: str, headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of an HTTP request as CGI names them.

    rTorrent 0.16.17 looks for ACCEPT_ENCODING, without the HTTP_ that CGI puts before it, so that is sent.
    """
    named = {name.upper().replace("-", "_"): value for name, value in headers.items()}
    return {"REQUEST_METHOD": method, "REQUEST_URI": target, **named}


def read_head(data: bytes) -> Head | None:
    """The head of an answer, None while it is incomplete.

    :raises NotScgiError: this does not become one
    """
    if not any(data.startswith(start[: len(data)]) for start in STARTS):
        raise NotScgiError(f"the answer begins with {data[:40]!r}")
    end = data.find(HEAD_END)
    if end < 0:
        if len(data) > HEAD_LIMIT:
            raise NotScgiError(f"the answer has no end of its headers within {HEAD_LIMIT} bytes")
        return None
    first, *lines = data[:end].decode("latin-1").split("\r\n")
    is_http = first.startswith("HTTP/")  # a web server sits there
    pairs = (line.partition(":") for line in (lines if is_http else [first, *lines]))
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    status = first.partition(" ")[2] if is_http else headers.get("status", "200")
    length = headers.get("content-length", "")
    return Head(
        int(status[:3]) if status[:3].isdecimal() else 0,
        headers,
        int(length) if length.isdecimal() and len(length) < 19 else None,
        end + len(HEAD_END),
    )


def unpacked(head: Head, body: bytes, limit: int) -> bytes:
    """The body as it was before it was compressed, at most `limit` bytes.

    :raises BrokenAnswerError: it is compressed otherwise, or broken
    :raises LongAnswerError: it is longer
    """
    encoding = "gzip" if body.startswith(GZIP) else head.headers.get("content-encoding", "identity").lower()
    if encoding == "identity":
        return body
    if encoding not in ("gzip", "deflate"):
        raise BrokenAnswerError(f"the answer is encoded as {encoding[:40]!r}")
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        whole = unpacking.decompress(body, limit + 1)
    except zlib.error as error:
        raise BrokenAnswerError("the compressed answer is broken") from error
    if len(whole) > limit:
        raise LongAnswerError(f"more than {limit} bytes")
    if not unpacking.eof:
        raise BrokenAnswerError("the compressed answer is cut off")
    return whole
