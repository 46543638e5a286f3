"""What the command line's exit codes mean, and which one an error or an outcome has."""

from __future__ import annotations

from enum import IntEnum

from .. import errors
from ..unified.outcome import Fate, Outcome


class Exit(IntEnum):
    """Exit codes of daily use. The documented form has its own; see `classic`."""

    OK = 0
    FAILED = 1
    USAGE = 2
    PARTLY = 3
    NOT_AUTHORISED = 4
    UNREACHABLE = 5


# the first class that fits
TABLE: tuple[tuple[type[errors.BitharborError], Exit], ...] = (
    (errors.AuthenticationError, Exit.NOT_AUTHORISED),
    (errors.NotPermittedError, Exit.NOT_AUTHORISED),
    (errors.RequestRefusedError, Exit.NOT_AUTHORISED),
    (errors.ForbiddenError, Exit.NOT_AUTHORISED),
    (errors.TransportError, Exit.UNREACHABLE),
    (errors.WrongDaemonError, Exit.UNREACHABLE),
    (errors.InvalidTorrentError, Exit.FAILED),
    (errors.InvalidMagnetError, Exit.FAILED),
    (errors.UploadRefusedError, Exit.FAILED),
    (errors.UsageError, Exit.USAGE),
    (errors.BitharborError, Exit.FAILED),
)


def code_of(error: errors.BitharborError) -> Exit:
    """The exit code of an error that ended the command."""
    return next(code for kind, code in TABLE if isinstance(error, kind))


def code_of_outcome(outcome: Outcome) -> Exit:
    """The exit code of an order: what failed for all of them alike has the code of that."""
    if outcome.success:
        return Exit.OK
    if any(item.fate is not Fate.FAILED for item in outcome.items):
        return Exit.PARTLY
    codes = {code_of(error) for error in outcome.errors}
    return codes.pop() if len(codes) == 1 else Exit.FAILED
