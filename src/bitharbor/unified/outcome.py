"""What became of an order for several torrents: an answer for each of them, in the order in which they were named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from ..errors import BitharborError, OutcomeError


class Fate(StrEnum):
    """What became of one of them."""

    DONE = "done"
    ALREADY = "already"  # it was so before: nothing was to be done
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Item:
    """One torrent of an order.

    :ivar given: as the caller named it: an infohash, a path, a link
    :ivar infohash: where it is known
    :ivar error: why it failed
    :ivar name: of the torrent, where it is known
    """

    given: str
    fate: Fate
    infohash: str | None = None
    error: BitharborError | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """An order's answer. It is not raised, because some torrents may have got what was ordered: look at it, or `check()` it."""

    items: tuple[Item, ...] = field(default=())

    @property
    def success(self) -> bool:
        """All of them are as was ordered."""
        return all(item.fate is not Fate.FAILED for item in self.items)

    @property
    def done(self) -> list[str]:
        """Infohashes of those that the order changed."""
        return self._infohashes(Fate.DONE)

    @property
    def already(self) -> list[str]:
        """Infohashes of those that were so before."""
        return self._infohashes(Fate.ALREADY)

    @property
    def failed(self) -> list[Item]:
        """Those that are not as was ordered."""
        return [item for item in self.items if item.fate is Fate.FAILED]

    @property
    def errors(self) -> list[BitharborError]:
        """Why, one of each that failed."""
        return [item.error for item in self.items if item.error is not None]

    def check(self) -> Outcome:
        """This outcome, if all is as was ordered.

        :raises BitharborError: the error, if all have the same
        :raises OutcomeError: with the errors, if there are several
        """
        errors = self.errors
        if not errors:
            return self
        if all(error is errors[0] for error in errors):
            raise errors[0]
        raise OutcomeError(
            f"{len(errors)} of {len(self.items)} torrents are not as was ordered; the first: {errors[0]}",
            hint="`errors` has all of them",
            errors=tuple(errors),
        )

    def _infohashes(self, fate: Fate) -> list[str]:
        return [item.infohash for item in self.items if item.fate is fate and item.infohash is not None]


def all_failed(given: Iterable[str], error: BitharborError) -> Outcome:
    """The outcome of an order that failed for all of them alike."""
    return Outcome(tuple(Item(one, Fate.FAILED, error=error) for one in given))
