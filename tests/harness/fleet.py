"""The daemons of one test process: one of each row that all tests share, and others for single tests."""

from __future__ import annotations

import os
from contextlib import ExitStack
from itertools import count
from typing import TYPE_CHECKING, Self

from tests.harness.daemon import start
from tests.harness.holdings import SETTLING_SECONDS, Holdings, differences, held, settled
from tests.harness.session import Session

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Unpack

    from tests.harness.daemon import Daemon
    from tests.harness.options import Options


class Fleet:
    """A context manager: at its end all of them are stopped."""

    def __init__(self, owner: str) -> None:
        self._owner = f"{owner}-{os.getpid()}"
        self._numbers = count(1)
        self._shared: dict[str, Daemon] = {}
        self._watches: dict[str, Watch] = {}
        self._all = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._all.close()

    def shared(self, name: str) -> Daemon:
        """The one daemon of a row that this process's tests share."""
        if name not in self._shared:
            self._shared[name] = self._all.enter_context(start(name, ident=f"{name}-{self._owner}"))
        return self._shared[name]

    def watch(self, daemon: Daemon) -> Watch:
        """The watch over a shared daemon's holdings."""
        if daemon.id not in self._watches:
            self._watches[daemon.id] = Watch(daemon)
        return self._watches[daemon.id]

    def own(self, name: str, **options: Unpack[Options]) -> Daemon:
        """A daemon for one test, which stops it."""
        return start(name, ident=f"{name}-{self._owner}-{next(self._numbers)}", **options)


class Watch:
    """Sees to it that a shared daemon is before each test what it was when it was new."""

    def __init__(self, daemon: Daemon, *, settling_seconds: float = SETTLING_SECONDS) -> None:
        self._daemon = daemon
        self._settling_seconds = settling_seconds
        self._session = Session(daemon)
        self._as_new: Holdings = held(self._session)

    def changes(self) -> list[str]:
        """What differs from the new daemon, after it has had time to settle."""
        if not self._daemon.is_running:
            return ["the daemon no longer runs"]
        return differences(self._as_new, settled(self._session, self._as_new, self._settling_seconds))

    def renew(self) -> None:
        """Bring the daemon back with a fresh profile."""
        self._daemon.replace()
        self._as_new = held(self._session)
