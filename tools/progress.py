"""A torrent as a line of a table with a progress bar, in plain text: on a terminal the line is written over, elsewhere each
change gets a line of its own."""

from __future__ import annotations

from types import TracebackType
from typing import Self, TextIO

from bitharbor.qbittorrent import Torrent

# the daemon's words for a torrent's state; it says paused before 5.0
SEEDING = frozenset({"uploading", "stalledUP", "forcedUP", "queuedUP"})
CHECKING = frozenset({"checkingDL", "checkingUP", "checkingResumeData", "queuedForChecking"})
STOPPED = frozenset({"pausedDL", "stoppedDL"})
SHOWN_AS = {**dict.fromkeys(SEEDING, "seeding"), **dict.fromkeys(CHECKING, "checking"), **dict.fromkeys(STOPPED, "stopped")}

MEBIBYTE = 1 << 20
BAR = 24
HEAD = f"\n{'NAME':<16} {'SIZE':>10}  {'STATE':<10} {'PROGRESS':<{BAR + 7}} {'RATIO':>5}"


def size(count: int) -> str:
    """Bytes as people read them."""
    return f"{count / MEBIBYTE:.1f} MiB"


def line(torrent: Torrent) -> str:
    """Name, size, state, progress and ratio."""
    state = SHOWN_AS.get(torrent.state, torrent.state)
    bar = f"[{'#' * int(torrent.progress * BAR):.<{BAR}}] {torrent.progress:>4.0%}"
    return f"{torrent.name:<16} {size(torrent.size):>10}  {state:<10} {bar} {torrent.ratio:>5.2f}"


class Table:
    """One torrent on its way. A context manager, which ends the last line."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._is_terminal = out.isatty()
        self._last = ""

    def show(self, torrent: Torrent) -> None:
        """Show how it is now."""
        now = line(torrent)
        if now == self._last:
            return
        if not self._last:
            self._out.write(f"{HEAD}\n")
        self._out.write(f"\r{now:<{len(self._last)}}" if self._is_terminal else f"{now}\n")
        self._out.flush()
        self._last = now

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._out.write("\n\n" if self._is_terminal and self._last else "\n")
        self._out.flush()
