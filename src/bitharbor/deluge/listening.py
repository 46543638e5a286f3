"""Who wants to hear of events: a bounded inbox for each, and a task that runs its handler, away from the reader.

Rule 1: putting something into an inbox never waits and never fails, so no listener holds up answers or other listeners.
Rule 2: whoever may have missed something is told so, in its place among the events: a `Gap`.
Rule 3: a handler that raises is logged and reported, and gets the next event.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import TypeAlias, cast

from ..wire.messages import Event

logger: logging.Logger = logging.getLogger(__name__)

INBOX_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Gap:
    """Events may be missing here.

    :ivar missed: how many; None when nobody can tell, because the connection was away
    :ivar is_connected: False while the connection is away: nothing comes until a call or `connect` connects again
    """

    missed: int | None
    is_connected: bool = True

    def with_another(self, later: Gap) -> Gap:
        """One gap for two that nothing is between."""
        missed = None if self.missed is None or later.missed is None else self.missed + later.missed
        return Gap(missed, later.is_connected)


Handler: TypeAlias = Callable[..., object]
GapHandler: TypeAlias = Callable[[Gap], object]
Report: TypeAlias = Callable[["Listener", Exception], object]


class Inbox:
    """The events of some names that one listener has not yet seen, at most so many of them. The youngest are dropped.

    :ivar is_connected: as far as it was told
    """

    def __init__(self, names: frozenset[str], limit: int = INBOX_LIMIT) -> None:
        self.names = names
        self.is_connected: bool = True
        self._limit = limit
        self._items: deque[Event | Gap] = deque()
        self._events = 0
        self._has_some = asyncio.Event()

    @property
    def size(self) -> int:
        """How many events and gaps wait to be seen."""
        return len(self._items)

    def put(self, event: Event) -> None:
        """Take an event, if it is one of ours."""
        if event.name not in self.names:
            return
        if self._events >= self._limit:
            self.miss(Gap(1))
            return
        self._events += 1
        self._items.append(event)
        self._has_some.set()

    def miss(self, gap: Gap) -> None:
        """Note that events may be missing from here on."""
        self.is_connected = gap.is_connected
        last = self._items[-1] if self._items else None
        if isinstance(last, Gap):
            self._items[-1] = last.with_another(gap)
        else:
            self._items.append(gap)
        self._has_some.set()

    async def next(self) -> Event | Gap:
        """The oldest that was not seen; waits for one."""
        while not self._items:
            self._has_some.clear()
            await self._has_some.wait()
        item = self._items.popleft()
        if isinstance(item, Event):
            self._events -= 1
        return item


class Listener:
    """Runs a handler for each event of a name, one after the other, until it is removed.

    :param at_end: removes it after the first event; None where it goes on
    :ivar name: of the events
    :ivar errors: how often the handlers raised
    """

    def __init__(
        self,
        name: str,
        handler: Handler,
        on_gap: GapHandler | None,
        report: Report | None,
        limit: int,
        at_end: Callable[[Listener], None] | None = None,
    ) -> None:
        self.name = name
        self.handler = handler
        self.errors: int = 0
        self.inbox: Inbox = Inbox(frozenset({name}), limit)
        self._on_gap = on_gap
        self._report = report
        self._at_end = at_end
        self._is_removed = False
        self._task = asyncio.get_running_loop().create_task(self._run(), name=f"listener of {name}")

    def remove(self) -> None:
        """Run no handler any more. One that runs goes on to its end, if it is this that removes itself; else it is cancelled."""
        self._is_removed = True
        if self._task is not current_task():
            self._task.cancel()

    async def _run(self) -> None:
        while not self._is_removed:
            item = await self.inbox.next()
            try:
                await self._told(item)
            except Exception as error:
                self.errors += 1
                logger.exception("a handler of %s raised", self.name)
                if self._report:
                    self._reported(self._report, error)
            if self._at_end and isinstance(item, Event) and not self._is_removed:
                self._at_end(self)

    async def _told(self, item: Event | Gap) -> None:
        if isinstance(item, Event):
            result = self.handler(*item.args)
        else:
            result = self._on_gap(item) if self._on_gap else None
        if isawaitable(result):
            await cast("Awaitable[object]", result)

    def _reported(self, report: Report, error: Exception) -> None:
        try:
            report(self, error)
        except Exception:
            logger.exception("the report of a handler's error raised")


def current_task() -> asyncio.Task[object] | None:
    """The task that runs; None outside of any loop."""
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None
