"""Fixtures of the scripted servers' own tests."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest
from tests.elders import Elder
from tests.elders.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

NOON = 1_800_000_000


class Starts(Protocol):
    """Starts a scripted server whose clock stands still."""

    def __call__(self, version: str, *, language: str = "en") -> Elder: ...


@pytest.fixture
def start() -> Iterator[Starts]:
    with ExitStack() as stack:

        def begin(version: str, *, language: str = "en") -> Elder:
            return stack.enter_context(Elder(version, language=language, clock=Clock(NOON)))

        yield begin


@pytest.fixture
def unused_tcp_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
