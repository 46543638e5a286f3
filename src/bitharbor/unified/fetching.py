"""Fetching a `.torrent` from the web, as a flow: bounded in size, time and redirects."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from ..errors import AnswerTooLargeError, BadAnswerError, DeadlineError, StatusError, TransportError, UnreachableError, UsageError
from ..wire.effects import MEBIBYTE, NOW, Fault, Flow, Kind, Reply, Request, Send

LIMIT = 10 * MEBIBYTE
REDIRECTS_LIMIT = 5
MOVED = frozenset({301, 302, 303, 307, 308})


def fetch(url: str, seconds: float) -> Flow[bytes]:
    """The bytes at an address.

    :param seconds: for all of it
    """
    if not is_address(url):
        raise UsageError(f"{shown(url)} is no web address", hint="nothing was added")
    now: float = yield NOW
    deadline = now + seconds
    for _ in range(REDIRECTS_LIMIT + 1):
        answer: Reply | Fault = yield Send(Request("GET", url, {"Accept": "*/*"}, deadline=deadline, limit=LIMIT))
        if isinstance(answer, Fault):
            raise failed(url, answer) from answer.cause
        if answer.status in MOVED:
            url = moved(url, answer)
        elif answer.status < 300:
            return answer.body
        else:
            raise StatusError(
                f"{shown(url)} cannot be fetched: {answer.status}",
                hint="nothing was added",
                status=answer.status,
                response=answer.raw,
            )
    raise BadAnswerError(f"{shown(url)} leads from one address to the next without end", acted=False)


def moved(url: str, answer: Reply) -> str:
    """Where a redirect leads."""
    try:
        target = urljoin(url, answer.headers.get("Location", ""))
    except ValueError:
        target = ""
    if not is_address(target) or (url.lower().startswith("https:") and not target.lower().startswith("https:")):
        raise BadAnswerError(f"{shown(url)} leads to an address that is not followed", acted=False)
    return target


def is_address(url: str) -> bool:
    """Whether it names a host of the web."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def failed(url: str, fault: Fault) -> TransportError | AnswerTooLargeError:
    """The error of a fault; nothing was asked of the daemon yet."""
    if fault.kind is Kind.TOO_LARGE:
        return AnswerTooLargeError(f"{shown(url)} has more than {LIMIT} bytes: that is no .torrent", acted=False)
    if fault.kind is Kind.TIMEOUT:
        return DeadlineError(f"{shown(url)} does not answer in time", hint="nothing was added")
    return UnreachableError(f"{shown(url)} cannot be fetched: {fault.kind.value}", hint="nothing was added")


def shown(url: str) -> str:
    """An address without what may be secret in it: credentials, and the passkeys that stand in queries."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that cannot be understood"
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    return f"{parts.scheme}://{host}{port}{parts.path}"
