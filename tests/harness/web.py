"""One HTTP request at a time to a daemon of ours.

By the standard library, as the harness must not lean on the code under test.
"""

from __future__ import annotations

import http.client
import json
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWER_SECONDS: Final = 10.0
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Reply:
    """What came back, whatever the status."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self) -> object:
        return json.loads(self.body)


def asked(
    url: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None, seconds: float = ANSWER_SECONDS
) -> Reply:
    """GET, or POST when there is a body. OSError when nobody answers."""
    parts = urlsplit(url)
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    connection = connected(parts.scheme, parts.hostname or "", parts.port or 0, seconds)
    try:
        connection.request("GET" if body is None else "POST", path, body, dict(headers or {}))
        reply = connection.getresponse()
        return Reply(reply.status, reply.headers, reply.read())
    except http.client.HTTPException as broken:  # it went down between two bytes
        raise ConnectionError(str(broken)) from broken
    finally:
        connection.close()


def connected(scheme: str, host: str, port: int, seconds: float) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=seconds, context=trusting_all())
    return http.client.HTTPConnection(host, port, timeout=seconds)


def trusting_all() -> ssl.SSLContext:
    """For our own daemons on loopback, which make their certificates themselves."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
