"""Orders: who is there, who is so already, the order itself, and whether it happened.

Rule 1: an order for several torrents gives an `Outcome` with an answer for each, and raises only what is wrong with the
        call itself; an order for one torrent raises.
Rule 2: what a daemon took is believed when it shows; where it does not, the answer is doubt, and nothing is sent twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..errors import BitharborError, EmptySelectionError, UnconfirmedError, UnknownTorrentError, UsageError
from ..model.infohash import Infohash
from .adapter import NO_FAILURES, Failures
from .adapters.refusals import unknown
from .capabilities import Capability
from .connection import Connection
from .finding import Finder
from .outcome import Fate, Item, Outcome, all_failed
from .records import Torrent

T = TypeVar("T")

LOOK_SECONDS = 10.0  # how long an order is given to show: the slowest daemon seen writes its resume files first
FIRST_LOOK, LONGEST_PAUSE = 0.05, 0.5


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with several torrents.

    :ivar act: does it, and tells the errors of those where it failed
    :ivar needs: what the daemon must be able to do
    :ivar looks_at: fields by which the following are told
    :ivar is_so: a torrent is as ordered already; None where that cannot be told or does not matter
    :ivar shows: the order is seen to have happened; None for what nobody waits for
    :ivar is_removal: it has happened when the torrent is gone
    :ivar is_for_all: it is given also for those that are so already
    """

    act: Callable[[Sequence[str]], Awaitable[Failures]]
    needs: Sequence[Capability] = ()
    looks_at: frozenset[str] = frozenset()
    is_so: Callable[[Torrent], bool] | None = None
    shows: Callable[[Torrent], bool] | None = None
    is_removal: bool = False
    is_for_all: bool = False

    def waits_for(self, torrent: Torrent | None) -> bool:
        """Whether the order does not show yet in what was found of a torrent."""
        if torrent is None or self.is_removal:
            return torrent is not None
        return self.shows is not None and not self.shows(torrent)


class Orders:
    """Gives orders and asks questions about single torrents, on one connection."""

    def __init__(self, connection: Connection, finder: Finder) -> None:
        self.connection = connection
        self.finder = finder

    async def one(
        self,
        verb: str,
        infohash: Infohash | str,
        act: Callable[[str], Awaitable[T]],
        *needs: Capability,
        is_question: bool = False,
    ) -> T:
        """What `act` answers for one torrent.

        :param is_question: it changes nothing
        """
        candidates = self.finder.candidates(infohash)
        async with self.connection.within(verb, acted=False if is_question else None):
            self.connection.need(*needs)
            (id,) = await self.finder.listed([candidates])
            try:
                return await act(id)
            except UnknownTorrentError as error:  # a daemon need not say which
                (other,), found = await self.finder.sought([id], frozenset({"infohash"}))
                if other == id or other not in found:
                    raise unknown(id) from error
                return await act(other)

    async def several(self, verb: str, infohashes: Sequence[Infohash | str], order: Order) -> Outcome:
        """What became of an order."""
        if not infohashes:
            raise EmptySelectionError(f"{verb}: no torrent was named", hint="an empty list never means all of them")
        candidates = [self.finder.candidates(infohash) for infohash in infohashes]
        given = [str(infohash) for infohash in infohashes]
        ids: list[str] = []
        before: dict[str, Torrent] = {}
        already: set[str] = set()
        pending: list[str] = []  # whoever may have got the order, and is not known to have
        failures: dict[str, BitharborError] = {}
        was_taken = False
        try:
            async with self.connection.within(verb, acted=None):
                self.connection.need(*order.needs)
                ids, before = await self.finder.sought(await self.finder.listed(candidates), order.looks_at | {"name"})
                unique = list(dict.fromkeys(ids))
                already = {id for id, torrent in before.items() if order.is_so and order.is_so(torrent)}
                pending = [id for id in unique if id in before and (order.is_for_all or id not in already)]
                failures |= await order.act(pending) if pending else NO_FAILURES
                was_taken = True
                pending = [id for id in pending if id not in failures]
                failures |= await self._unshown(verb, order, pending)
        except UsageError:
            raise
        except BitharborError as error:
            if not before:
                return all_failed(given, error)
            failures |= {id: unseen(verb, id, error) if was_taken else error for id in pending if id not in already}
        return Outcome(tuple(ordered_item(name, id, before, already, failures) for name, id in zip(given, ids, strict=True)))

    async def _unshown(self, verb: str, order: Order, ids: Sequence[str]) -> Failures:
        """Look until the order shows; the errors of those where it does not."""
        if not (order.is_removal or order.shows):
            return NO_FAILURES
        loop = asyncio.get_running_loop()
        until, pause, waiting = loop.time() + LOOK_SECONDS, FIRST_LOOK, list(ids)
        while waiting:
            found = await self.finder.look(waiting, order.looks_at)
            waiting = [id for id in waiting if order.waits_for(found.get(id))]
            if not waiting or loop.time() >= until:
                break
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)
        return {id: self._unconfirmed(verb, id) for id in waiting}

    def _unconfirmed(self, verb: str, id: str) -> UnconfirmedError:
        return UnconfirmedError(
            f"{verb}: {self.connection.adapter.kind} took the order for {id}, but it did not show in {LOOK_SECONDS:g} seconds",
            hint="look again later; the order was not repeated",
            acted=None,
        )


def unseen(verb: str, id: str, error: BitharborError) -> UnconfirmedError:
    """The error for a torrent that nobody could look at after an order."""
    doubt = UnconfirmedError(
        f"{verb}: the daemon took the order for {id}, but whether it happened could not be seen: {error.message}",
        hint="look again later; the order was not repeated",
        acted=None,
    )
    doubt.__cause__ = error
    return doubt


def ordered_item(given: str, id: str, before: Mapping[str, Torrent], already: Collection[str], failures: Failures) -> Item:
    """The item of one torrent of an order."""
    if id not in before:
        return Item(given, Fate.FAILED, id, unknown(id))
    name = before[id].name
    if id in failures:
        return Item(given, Fate.FAILED, id, failures[id], name)
    return Item(given, Fate.ALREADY if id in already else Fate.DONE, id, None, name)
