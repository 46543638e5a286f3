"""The daemons that the suite runs on, and one of them as a test holds it: a client that blocks, and the daemon behind it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from tests.harness import matrix
from tests.harness.daemon import Daemon

from bitharbor import connect
from bitharbor.errors import UnsupportedError
from bitharbor.unified import Capability, Outcome, TorrentClient

T = TypeVar("T")

PATIENCE = 30.0  # seconds for what a daemon does in its own time; a limit, not a measure
UNIX = "-unix"
WEB = "-web"  # rTorrent behind a web server; for what may go wrong on the way there

# a unix socket is another way to the same rTorrent
MEMBERS = (
    *(row.name for row in matrix.ROWS),
    *(row.name + UNIX for row in matrix.ROWS if row.family is matrix.Family.RTORRENT),
)


def address_of(daemon: Daemon) -> str:
    """The address under which the unified client finds it."""
    kind = daemon.name.partition("-")[0]
    if kind == "rtorrent":
        return daemon.url.replace("scgi+unix://", "rtorrent+unix://").replace("scgi://", "rtorrent://")
    place = daemon.url.partition("://")[2]
    return f"{kind}://{daemon.user}:{daemon.password}@{place}"


@dataclass
class Member:
    """One daemon of the suite."""

    name: str
    daemon: Daemon
    address: str
    client: TorrentClient
    runner: asyncio.Runner
    has_refused: bool = False

    def steer(self, order: Coroutine[Any, Any, T]) -> T:
        """Wait for a call of the client."""
        return self.runner.run(order)

    def can(self, capability: Capability) -> bool:
        """Whether the daemon says that it can."""
        self.steer(self.client.connect())
        return capability in self.client.capabilities

    def refuses(self, order: Awaitable[object]) -> None:
        """Show that what is beyond the capabilities is refused by name, before anything is sent."""
        self.has_refused = True
        try:
            answer = self.steer(as_coroutine(order))
        except UnsupportedError:
            return
        assert isinstance(answer, Outcome), f"it was not refused: {answer!r}"
        assert answer.errors
        assert all(isinstance(error, UnsupportedError) for error in answer.errors), answer.errors

    def until(self, look: Callable[[], bool], what: str, *, patience: float = PATIENCE, pause: float = 0.1) -> None:
        """Look until it is so: daemons act in their own time."""
        end = time.monotonic() + patience
        while not look():
            assert time.monotonic() < end, f"waited {patience:.0f} s in vain for: {what}"
            time.sleep(pause)

    @property
    def password(self) -> str:
        """What its address has of a password, as it stands there; empty where it has none."""
        return urlsplit(self.address).password or ""

    @property
    def downloads(self) -> Path:
        """Where the daemon puts what names no folder."""
        return self.daemon.downloads


async def as_coroutine(order: Awaitable[T]) -> T:
    """An awaitable as a runner takes it."""
    return await order


def member_of(name: str, daemon: Daemon, runner: asyncio.Runner, address: str | None = None) -> Member:
    """A member with a client of its own."""
    found = address or address_of(daemon)
    return Member(name, daemon, found, connect(found), runner)
