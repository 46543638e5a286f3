"""What can go wrong with a daemon of our own, said so that a reader knows what to do next.

Every error of the harness is a HarnessError. Nothing here ends the process: the command line and pytest decide that.
"""

from __future__ import annotations


class HarnessError(Exception):
    """A daemon could not be had, started or trusted. `hint` says what to do next."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(f"{message}\n  what to do: {hint}")
        self.hint = hint


class UnknownNameError(HarnessError):
    """The table of daemons has no row of this name."""


class NoDaemonError(HarnessError):
    """This machine cannot give us the daemon: no apt, no Debian archive, or no network and nothing unpacked yet."""


class StartError(HarnessError):
    """The daemon ended, stayed silent, or lost its port to another program."""


class OutsideLoopbackError(HarnessError):
    """A process holds sockets outside loopback; a daemon is killed for it."""


class WrongLineError(HarnessError):
    """The suite gives another version than the table's row says."""


class AlreadyRunningError(HarnessError):
    """An instance of this id runs already."""
