"""After a fault, alike for all daemons: how long to wait before a repeat, and what error it is when there is none.

What may not enter: which call may be repeated, and how often; the flows of each daemon decide that.
"""

from __future__ import annotations

from collections.abc import Mapping

from .. import errors
from .effects import NOW, Fault, Flow, Kind, Sleep

FIRST_PAUSE = 0.1  # seconds before the second repeat; doubled each time

# kind -> class, what happened to an address, what to do about it with a daemon
FAULTS: Mapping[Kind, tuple[type[errors.BitharborError], str, str]] = {
    Kind.CONNECT: (
        errors.UnreachableError,
        "no connection to {}",
        "check that {} runs, and host and port or path",
    ),
    Kind.TLS: (errors.TlsError, "no trusted connection to {}", "check the certificate, or give verify=False"),
    Kind.TIMEOUT: (errors.DeadlineError, "no answer of {} in the time given", "give it more time"),
    Kind.LOST: (errors.ConnectionLostError, "the connection to {} broke", "look what became of it before you repeat it"),
    Kind.TOO_LARGE: (errors.AnswerTooLargeError, "the answer of {} is too large", ""),
    Kind.OTHER: (errors.TransportError, "the request to {} failed", ""),
}


def failed(what: str, fault: Fault, *, daemon: str, address: str, may_have_acted: bool) -> errors.BitharborError:
    """The error for a request without an answer.

    :param what: was asked
    :param daemon: its name
    """
    kind, words, hint = FAULTS[fault.kind]
    return kind(f"{what}: {words.format(address)}", hint=hint.format(daemon), acted=None if may_have_acted else False)


def pause_after(faults: int) -> float:
    """Seconds before a repeat: none after the first fault, which may be a dropped connection, then more and more."""
    return FIRST_PAUSE * 2 ** (faults - 2) if faults > 1 else 0.0


def rest(what: str, seconds: float, deadline: float | None, *, may_have_acted: bool) -> Flow[None]:
    """Wait, but never past the deadline of what was asked."""
    if deadline is not None:
        now: float = yield NOW
        if now + seconds >= deadline:
            raise errors.DeadlineError(
                f"{what}: the time given to the call is over",
                hint="give it more time",
                acted=None if may_have_acted else False,
            )
    if seconds:
        yield Sleep(seconds)
