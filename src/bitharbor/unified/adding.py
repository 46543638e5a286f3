"""Adding: sources are read or fetched here, given to the daemon some at a time, and answered one by one.

Rule: what was told of one is never lost by an error of another, of a batch, or of the connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeAlias

from ..errors import BitharborError, UsageError
from .adapter import Added, Addition, AddOptions
from .capabilities import Capability
from .connection import Connection
from .finding import Finder
from .outcome import Fate, Item, Outcome
from .sources import Source, addition_of, name_of, of_content, url_of

Fetch: TypeAlias = Callable[[str, float], Awaitable[bytes]]

ADDED_TOGETHER = 500


class Adder:
    """Adds to one daemon.

    :param fetch: fetches the bytes at a web address within some seconds
    """

    def __init__(self, connection: Connection, finder: Finder, fetch: Fetch | None) -> None:
        self.connection = connection
        self.finder = finder
        self.fetch = fetch

    async def add(self, sources: Sequence[Source], options: AddOptions) -> Outcome:
        """What became of each source, in their order."""
        if not sources:
            raise UsageError("there is nothing to add", hint="give paths, bytes, links or infohashes")
        until = self.connection.end()
        read = await asyncio.gather(*(self._read(source) for source in sources))
        additions = [one for one in read if isinstance(one, Addition)]
        told = iter(await self._added(additions, options, until) if additions else ())
        return Outcome(
            tuple(
                added_item(one, next(told)) if isinstance(one, Addition) else Item(name_of(source), Fate.FAILED, error=one)
                for source, one in zip(sources, read, strict=True)
            )
        )

    async def _read(self, source: Source) -> Addition | BitharborError:
        try:
            url = url_of(source)
            if url is None:
                return await asyncio.to_thread(addition_of, source)
            if self.fetch is None:
                raise UsageError("this client fetches no web addresses")
            return of_content(name_of(source), await self.fetch(url, self.connection.timeout))
        except BitharborError as error:
            return error

    async def _added(self, additions: Sequence[Addition], options: AddOptions, until: float) -> list[Added]:
        """Add them, some at a time, so that an error is about few of them."""
        answers: dict[int, Added] = {}
        begun = 0
        try:
            async with self.connection.within("add", acted=None, until=until):
                self.connection.need(*needs_of(options))
                for first in range(0, len(additions), ADDED_TOGETHER):
                    batch = additions[first : first + ADDED_TOGETHER]
                    begun = first + len(batch)
                    await self.connection.adapter.add(batch, options, partial(note, answers, first))
        except BitharborError as error:
            untouched = error.untouched()
            for place in range(len(additions)):
                answers.setdefault(place, Added(None, error=error if place < begun else untouched))
        for place, addition in enumerate(additions):
            self.finder.learn_added(addition.infohash, answers[place].infohash)
        return [answers[place] for place in range(len(additions))]


def note(answers: dict[int, Added], first: int, place: int, answer: Added) -> None:
    """Keep what was told of the addition at a place of a batch, which begins at `first`."""
    answers[first + place] = answer


def needs_of(options: AddOptions) -> list[Capability]:
    """What a daemon must be able to do to add with these options."""
    needs = (
        (Capability.ADD_CATEGORY, options.category),
        (Capability.ADD_LABELS, options.labels),
        (Capability.ADD_UNVERIFIED, not options.is_verified),
        (Capability.TORRENT_LIMITS, options.download_limit or options.upload_limit),
    )
    return [capability for capability, is_wanted in needs if is_wanted]


def added_item(addition: Addition, answer: Added) -> Item:
    """The item of an addition."""
    fate = Fate.FAILED if answer.error else Fate.ALREADY if answer.is_already else Fate.DONE
    name = addition.metainfo.name if addition.metainfo else None
    return Item(addition.given, fate, answer.infohash, answer.error, name)
