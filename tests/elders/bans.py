"""Who failed to log in too often, and for how long nothing is answered to him."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.elders.clock import Clock

FAILURES: Final = 5
BAN_SECONDS: Final = 3600.0


class Bans:
    """Failures by address. The fifth starts an hour's ban and is itself still answered as a failure."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures: Counter[str] = Counter()
        self._until: dict[str, float] = {}

    def holds(self, peer: str) -> bool:
        return self._clock.now() < self._until.get(peer, 0.0)

    def failed(self, peer: str) -> None:
        self._failures[peer] += 1
        if self._failures[peer] >= FAILURES:
            self._until[peer] = self._clock.now() + BAN_SECONDS
            del self._failures[peer]

    def forgive(self, peer: str) -> None:
        self._failures.pop(peer, None)

    def lift(self) -> None:
        """What a restart does."""
        self._failures.clear()
        self._until.clear()
