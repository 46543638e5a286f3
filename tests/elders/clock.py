"""The time of a scripted server, so that a test need not wait for caches and bans."""

from __future__ import annotations

import time


class Clock:
    """Seconds since 1970. Goes by itself, or stands still when it was given a time; `advance` moves either."""

    def __init__(self, still_at: float | None = None) -> None:
        self._still_at = still_at
        self._ahead = 0.0

    def now(self) -> float:
        return (time.time() if self._still_at is None else self._still_at) + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += seconds
