"""What the drop-in writes to its loggers."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from bitharbor.wire.effects import Fault, Reply, Request

from . import _masking

MOST_BODY = 254
MOST_ERROR_BODY = 10_000

logging.getLogger("qbittorrentapi").addHandler(logging.NullHandler())
logger = logging.getLogger("qbittorrentapi.request")


def silence() -> None:
    """Raise the three loggers to INFO where they are below it; a stricter level stays. For the whole process, as documented."""
    for name in ("qbittorrentapi", "requests", "urllib3"):
        one = logging.getLogger(name)
        if one.level < logging.INFO:
            one.setLevel(logging.INFO)


def shortened(text: str, most: int) -> str:
    """A text, cut off behind so many letters."""
    return text if len(text) <= most else f"{text[:most]}...<truncated>"


class Sending(Protocol):
    """A transport."""

    def send(self, request: Request, /) -> Reply | Fault:
        """Send and read the answer."""
        ...

    def open(self, request: Request, /) -> Reply | Fault:
        """Send and leave the answer's body unread."""
        ...


class Attempts(threading.local):
    """The last request of this thread's call, and how often it was sent."""

    request: tuple[str, str] = ("", "")
    count: int = 0


class TellingTransport:
    """A transport that writes down what is done without being asked for: looking for the scheme, logging in, repeating.

    :ivar written: the scheme that the user wrote; empty for none, and once it was warned of
    """

    def __init__(self, inner: Sending, written: str) -> None:
        self._inner = inner
        self.written = written
        self._attempts = Attempts()

    def begin(self) -> None:
        """A new call begins: what it sends is no repeat of what the last one sent."""
        self._attempts.request = ("", "")

    def send(self, request: Request) -> Reply | Fault:
        """Send and write it down."""
        return self._told(request, self._inner.send)

    def open(self, request: Request) -> Reply | Fault:
        """Open and write it down."""
        return self._told(request, self._inner.open)

    def _told(self, request: Request, carry_out: Callable[[Request], Reply | Fault]) -> Reply | Fault:
        if self.written and request.method != "HEAD":
            self._warn(request)
        if not logger.isEnabledFor(logging.DEBUG):
            return carry_out(request)
        self._tell_attempt(request)
        outcome = carry_out(request)
        tell_outcome(request, outcome)
        return outcome

    def _warn(self, request: Request) -> None:
        found = request.url.partition(":")[0]
        if found != self.written:
            logger.warning("The host was given with %s, but qBittorrent is reached by %s", self.written, found)
        self.written = ""  # said once

    def _tell_attempt(self, request: Request) -> None:
        attempts, this = self._attempts, (request.method, request.url)
        attempts.count = attempts.count + 1 if attempts.request == this else 0
        attempts.request = this
        if attempts.count:
            logger.debug("Retry attempt %s", attempts.count)


def tell_outcome(request: Request, outcome: Reply | Fault) -> None:
    """Write down what an answer means for the connection or the session."""
    if request.method == "HEAD":
        said = outcome.kind.value if isinstance(outcome, Fault) else outcome.status
        logger.debug("Looked for qBittorrent at %s: %s", request.url, said)
    elif isinstance(outcome, Fault):
        logger.debug("No answer from %s: %s", request.url.partition("?")[0], outcome.kind.value)
    elif request.url.endswith("/login"):
        logger.debug("Login %s", "succeeded" if outcome.status < 300 and outcome.body != b"Fails." else "failed")
    elif outcome.status == 403:
        logger.debug("Login may have expired...attempting new login")


class VerboseTransport:
    """A transport that writes down every exchange: URL, headers, bodies, without what `_masking` takes out; never a login's."""

    def __init__(self, inner: Sending) -> None:
        self._inner = inner

    def send(self, request: Request) -> Reply | Fault:
        """Send and write it down."""
        return self._told(request, self._inner.send(request))

    def open(self, request: Request) -> Reply | Fault:
        """Open and write it down."""
        return self._told(request, self._inner.open(request))

    def _told(self, request: Request, outcome: Reply | Fault) -> Reply | Fault:
        if not logger.isEnabledFor(logging.DEBUG):
            return outcome
        logger.debug("Request URL: (%s) %s", request.method, _masking.url(request.url))
        logger.debug("Request Headers: %s", _masking.headers(request.headers))
        if request.body and not request.url.endswith("/login"):
            shown = _masking.request(request.body, request.headers.get("Content-Type", ""))
            logger.debug("Request body: %s", shortened(shown, MOST_BODY))
        if isinstance(outcome, Fault):
            logger.debug("No response: %s", outcome.kind.value)
            return outcome
        most = MOST_ERROR_BODY if outcome.status >= 400 else MOST_BODY
        logger.debug("Response status: %s", outcome.status)
        if outcome.body:
            logger.debug("Response text: %s", shortened(_masking.answer(outcome.body, request.url), most))
        return outcome
