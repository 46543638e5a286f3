"""The torrents' statuses as the daemon told them last, so that only what changed has to come: a pure merge, and when it is sound.

A question for differences is answered with each torrent's keys that are not as they were in the last such question of the same
session; keys that were not in that one come anyway, and a new torrent comes whole (2.0.3 to 2.2.1~dev). So whatever
questions of that sort this mirror did not see make it unsound, and it has to begin anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from ..model.json import Json

Status: TypeAlias = Mapping[str, Json]


class Mark(NamedTuple):
    """Where a session stands: which login, and how often differences were asked for since."""

    login: int
    asked: int

    def next(self) -> Mark:
        """After one more question for differences."""
        return Mark(self.login, self.asked + 1)


class Mirror:
    """What was told last."""

    def __init__(self) -> None:
        self._known: dict[str, Status] = {}
        self._keys: tuple[str, ...] = ()
        self._mark: Mark | None = None

    def is_sound(self, mark: Mark) -> bool:
        """Whether the session stands where the last merge left it."""
        return self._mark == mark

    def clear(self) -> None:
        """Forget all."""
        self._known, self._keys, self._mark = {}, (), None

    def merge(self, told: Mapping[str, Status], keys: Sequence[str], mark: Mark) -> dict[str, Status]:
        """All statuses, of what is known and what was told now; one that did not change is the same as before. Torrents of which
        nothing was told are gone.

        :param told: the daemon's answer to a question for the differences in `keys`
        :param mark: where the session stands after it
        """
        are_other_keys = self._keys != tuple(keys)
        statuses: dict[str, Status] = {}
        for infohash, status in told.items():
            known = self._known.get(infohash, {})
            if status or are_other_keys:
                both = {**known, **status}
                known = {key: both[key] for key in keys if key in both}
            statuses[infohash] = known
        self._known, self._keys, self._mark = statuses, tuple(keys), mark
        return statuses
