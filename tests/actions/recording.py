"""Transports that write down which action was answered with which status, for the clients that a test run makes.

What may enter: noting what passes. What may not: any change to what is sent or answered, or meaning.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import pytest
from tests.harness import daemon as harness

from bitharbor.transport.asynchronous import AiohttpTransport
from bitharbor.transport.blocking import RequestsTransport

if TYPE_CHECKING:
    from bitharbor.wire.effects import Fault, Reply, Request

Face = Literal["blocking", "asyncio", "drop-in"]
# line, action, status, face
Noted = tuple[str, str, int, Face]
URL = re.compile(r"https?://[^/]*:(?P<port>\d+)/api/v2/(?P<action>\w+/\w+)(?:\?|\Z)")


class Notes:
    """What was answered since it was last taken."""

    def __init__(self) -> None:
        self._kept: set[Noted] = set()

    def note(self, face: Face, request: Request, answer: Reply | Fault) -> None:
        """Write down a reply of a daemon of ours; what broke on the way is none."""
        status: int | None = getattr(answer, "status", None)
        if status is None or not (found := URL.match(request.url)):
            return
        if line := harness.name_at(int(found["port"])):
            self._kept.add((line, found["action"], status, face))

    def taken(self) -> list[Noted]:
        """All of it, which is then forgotten."""
        kept, self._kept = self._kept, set()
        return sorted(kept)


@contextmanager
def recording() -> Generator[Notes]:
    """Every client that is made meanwhile writes down what it is answered."""
    notes = Notes()

    def blocking(face: Face) -> type[RequestsTransport]:
        class Recording(RequestsTransport):
            def send(self, request: Request) -> Reply | Fault:
                answer = super().send(request)
                notes.note(face, request, answer)
                return answer

            def open(self, request: Request) -> Reply | Fault:
                answer = super().open(request)
                notes.note(face, request, answer)
                return answer

        return Recording

    class AsyncRecording(AiohttpTransport):
        async def send(self, request: Request) -> Reply | Fault:
            answer = await super().send(request)
            notes.note("asyncio", request, answer)
            return answer

        async def open(self, request: Request) -> Reply | Fault:
            answer = await super().open(request)
            notes.note("asyncio", request, answer)
            return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bitharbor.qbittorrent.client.RequestsTransport", blocking("blocking"))
        patch.setattr("bitharbor.qbittorrent.aio.AiohttpTransport", AsyncRecording)
        patch.setattr("qbittorrentapi.request.RequestsTransport", blocking("drop-in"))
        yield notes
