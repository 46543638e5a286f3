"""A torrent in the making, to be watched: what `torrentcreator.creation` gives on either face.

What may enter: running the steps of `flows.creating` one by one. What may not: deciding anything.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..errors import ClosedError
from .flows import creating
from .records import CreatorTask

if TYPE_CHECKING:
    from .caller import AsyncCaller, Caller


def entered(work: creating.Work | None) -> creating.Work:
    """The work, if it was begun and not ended."""
    if work is None or not work.task_id:
        raise ClosedError("the creation is not under way", hint="use it in a `with` statement")
    return work


class Creation:
    """A torrent that the daemon makes: `with client.torrentcreator.creation(path) as creation: for task in creation: ...`.

    The task is added on entering the `with`, and deleted on leaving it, however it is left.
    """

    def __init__(self, caller: Caller, values: Sequence[object]) -> None:
        self._caller = caller
        *self._given, self._timeout = values
        self._work: creating.Work | None = None

    def __enter__(self) -> Self:
        self._work = self._caller.run(lambda session: creating.begin(session, self._given, self._timeout))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._work is not None:
            work = self._work
            self._caller.run(lambda session: creating.drop(session, work))

    @property
    def task_id(self) -> str:
        """The id of the task."""
        return entered(self._work).task_id

    def __iter__(self) -> Iterator[CreatorTask]:
        """How far it is, again and again, with growing pauses; the last row is that of the end."""
        work = entered(self._work)
        while True:
            task = self._caller.run(lambda session: creating.look(session, work))
            yield task
            if task.is_over:
                return
            self._caller.run(lambda _: creating.rest(work))

    def result(self) -> bytes:
        """The `.torrent`; waits for it where nobody did.

        :raises CreationFailedError: the daemon could not make it
        """
        work = entered(self._work)
        if work.last is None or not work.last.is_over:
            for _ in self:
                continue
        return self._caller.run(lambda session: creating.result(session, work))


class AsyncCreation:
    """A torrent that the daemon makes: `async with ...creation(path) as creation: async for task in creation: ...`.

    The task is added on entering the `async with`, and deleted on leaving it, however it is left.
    """

    def __init__(self, caller: AsyncCaller, values: Sequence[object]) -> None:
        self._caller = caller
        *self._given, self._timeout = values
        self._work: creating.Work | None = None

    async def __aenter__(self) -> Self:
        self._work = await self._caller.run(lambda session: creating.begin(session, self._given, self._timeout))
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._work is not None:
            work = self._work
            await self._caller.run(lambda session: creating.drop(session, work))

    @property
    def task_id(self) -> str:
        """The id of the task."""
        return entered(self._work).task_id

    async def __aiter__(self) -> AsyncIterator[CreatorTask]:
        """How far it is, again and again, with growing pauses; the last row is that of the end."""
        work = entered(self._work)
        while True:
            task = await self._caller.run(lambda session: creating.look(session, work))
            yield task
            if task.is_over:
                return
            await self._caller.run(lambda _: creating.rest(work))

    async def result(self) -> bytes:
        """The `.torrent`; waits for it where nobody did.

        :raises CreationFailedError: the daemon could not make it
        """
        work = entered(self._work)
        if work.last is None or not work.last.is_over:
            async for _ in self:
                continue
        return await self._caller.run(lambda session: creating.result(session, work))
