"""How long requests wait on an event loop: all those of one transport share one timer.

`asyncio.timeout` and aiohttp's `sock_read` would make three timers a call, a fifth of the processor time of a small one. What
may enter: moments and tasks. What may not: HTTP.
"""

from __future__ import annotations

import asyncio
import time
from contextvars import ContextVar
from math import inf
from types import TracebackType
from typing import Self

LONGEST_LOOK = 60.0  # seconds; the timer is not set further ahead, so that it keeps no forgotten client for long


class Watch:
    """Ends waits that last too long."""

    __slots__ = ("_due", "_loop", "_timer", "waits")

    def __init__(self) -> None:
        self.waits: set[Wait] = set()
        self._due: float = inf
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: asyncio.TimerHandle | None = None

    def look_by(self, moment: float) -> None:
        """See to it that waits are looked at when that moment comes."""
        loop = asyncio.get_running_loop()
        if self._timer is not None and loop is self._loop:
            if self._due <= moment:
                return
            self._timer.cancel()
        left = min(max(0.0, moment - time.monotonic()), LONGEST_LOOK)
        self._loop = loop
        self._due = time.monotonic() + left
        self._timer = loop.call_later(left, self._look)

    def stop(self) -> None:
        """Let the timer go. The next wait sets it again."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._timer = None
        now = time.monotonic()
        for wait in [wait for wait in self.waits if wait.until <= now]:
            wait.end()
        if self.waits:
            self.look_by(min(wait.until for wait in self.waits))


class Wait:
    """What a task does until a deadline; used as `with`, which raises TimeoutError where `asyncio.timeout` would.

    :param deadline: on the monotonic clock, None for no bound
    :param patience: seconds that the daemon may be silent when it is its turn
    """

    __slots__ = ("_before", "_deadline", "_is_over", "_task", "_watch", "patience", "until")

    def __init__(self, watch: Watch, deadline: float | None, patience: float) -> None:
        self._watch = watch
        self._deadline: float = inf if deadline is None else deadline
        self._is_over: bool = False
        self.until: float = self._deadline
        self.patience: float = patience

    def __enter__(self) -> Self:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a request can only be awaited within a task")
        self._task = task
        self._before = task.cancelling()
        self._watch.waits.add(self)
        if self.until != inf:
            self._watch.look_by(self.until)
        CURRENT.set(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        CURRENT.set(None)
        self._watch.waits.discard(self)
        if self._is_over and self._task.uncancel() <= self._before and kind is asyncio.CancelledError:
            raise TimeoutError from error

    def begin_silence(self) -> None:
        """The daemon's turn begins."""
        moment = time.monotonic() + self.patience
        if moment < self._deadline:
            self.until = moment
            self._watch.look_by(moment)

    def end_silence(self) -> None:
        """The daemon spoke: only the deadline counts."""
        self.until = self._deadline

    def end(self) -> None:
        """The time is over."""
        self._watch.waits.discard(self)
        self._is_over = True
        self._task.cancel()


CURRENT: ContextVar[Wait | None] = ContextVar("CURRENT", default=None)
"""The wait of the running task"""
