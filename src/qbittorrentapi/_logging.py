"""What the drop-in writes to its loggers."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from bitharbor.transport.blocking import RequestsTransport
from bitharbor.wire.effects import Fault, Reply, Request

SECRET_HEADERS = frozenset({"authorization", "cookie", "set-cookie", "set_cookie"})
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


def masked(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers without what they keep secret."""
    return {name: "*****" if name.lower() in SECRET_HEADERS else value for name, value in headers.items()}


class VerboseTransport:
    """A transport that writes down every exchange: URL, headers, bodies; never a login's."""

    def __init__(self, inner: RequestsTransport) -> None:
        self._inner = inner

    def send(self, request: Request) -> Reply | Fault:
        """Send and write it down."""
        return self._told(request, self._inner.send(request))

    def open(self, request: Request) -> Reply | Fault:
        """Open and write it down."""
        return self._told(request, self._inner.open(request))

    def _told(self, request: Request, outcome: Reply | Fault) -> Reply | Fault:
        logger.debug("Request URL: (%s) %s", request.method, request.url)
        logger.debug("Request Headers: %s", masked(request.headers))
        if request.body and not request.url.endswith("auth/login"):
            logger.debug(
                "Request body: %s%s", request.body[:MOST_BODY], "...<truncated>" if len(request.body) > MOST_BODY else ""
            )
        if isinstance(outcome, Fault):
            logger.debug("No response: %s", outcome.kind.value)
            return outcome
        most = MOST_ERROR_BODY if outcome.status >= 400 else MOST_BODY
        logger.debug("Response status: %s", outcome.status)
        if outcome.body:
            logger.debug("Response text: %s%s", outcome.body[:most], "...<truncated>" if len(outcome.body) > most else "")
        return outcome
