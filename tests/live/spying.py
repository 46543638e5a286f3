"""A transport that writes down what it sends, put between a client and its own."""

from __future__ import annotations

from typing import Any

from tests.live.faces import Asynchronous, Blocking, DropIn

from bitharbor.wire.effects import Request


class Spy:
    """Passes everything on. `sent` holds verb and path of each request."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.sent: list[str] = []
        self.urls: list[str] = []

    def send(self, request: Request) -> Any:
        """Write down and send; what comes back is a reply, or the promise of one."""
        self._note(request)
        return self._inner.send(request)

    def open(self, request: Request) -> Any:
        """Write down and open."""
        self._note(request)
        return self._inner.open(request)

    def _note(self, request: Request) -> None:
        self.urls.append(request.url)
        self.sent.append(f"{request.method} {request.url.partition('/api/v2/')[2].partition('?')[0] or '/'}")

    @property
    def logins(self) -> int:
        """How many logins were sent."""
        return self.sent.count("POST auth/login")


def spy_on(face: Blocking | Asynchronous | DropIn) -> Spy:
    """Write down what this face's client sends from now on."""
    driver: Any = face.client._driver
    spy = Spy(driver._transport)
    driver._transport = spy
    return spy
