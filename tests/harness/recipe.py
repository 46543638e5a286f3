"""What the family modules tell the rest: how to run one daemon, how to see that it answers, and what it calls itself.

What may enter: plain values that every family shares. What may not: anything that only one family knows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

USER: Final = "admin"
PASSWORD: Final = "adminadmin"  # of daemons on loopback that live as long as a test
PROBE_SECONDS: Final = 2.0


@dataclass(frozen=True)
class Seat:
    """Where one daemon lives: the row's line and the root it runs from, its profile folder, and its two ports."""

    line: str
    root: Path
    profile: Path
    port: int
    bt_port: int

    @property
    def downloads(self) -> Path:
        return self.profile / "downloads"

    @property
    def log(self) -> Path:
        """What the daemon prints."""
        return self.profile / "daemon.log"


@dataclass(frozen=True)
class Recipe:
    """How to run the daemon. `answers` may raise OSError while nobody listens; `version` is asked once it answers."""

    command: list[str]
    url: str
    answers: Callable[[], bool]
    version: Callable[[], str]
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    certificate: Path | None = None
    has_port: bool = True
