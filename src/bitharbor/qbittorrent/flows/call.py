"""One call on its way: what was asked, how far it got, and what it becomes when the way fails. Nothing is sent here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from ... import errors
from ...wire.effects import Fault, Flow, Kind, Reply
from ...wire.forms import Part
from ..operation import Op, settled
from ..session import Session
from ..versions import UNKNOWN, Version

REPEATABLE = frozenset({"read", "idempotent"})


class Extra(Struct, frozen=True):
    """What one call brings along: the drop-in's `headers=`, `requests_args=` and unknown keywords, parts of an upload."""

    form: Mapping[str, str] = {}
    headers: Mapping[str, str] = {}
    options: Mapping[str, object] = {}
    parts: Sequence[Part] = ()
    tries: int = 0


PLAIN = Extra()


class NamedFlow(Protocol):
    """A flow that a row of the table names."""

    def __call__(self, session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]: ...


class Call:
    """One call on its way: what was asked, and how far it got."""

    __slots__ = (
        "deadline",
        "epoch",
        "extra",
        "faults",
        "has_asked_generation",
        "has_asked_version",
        "is_bare",
        "may_have_acted",
        "op",
        "redirects",
        "tail",
        "values",
        "version",
    )

    def __init__(
        self,
        op: Op[Any],
        values: Sequence[object],
        extra: Extra = PLAIN,
        *,
        deadline: float | None = None,
        is_bare: bool = False,
    ) -> None:
        self.op: Op[Any] = op
        absent = [None] * (len(op.fields) - len(values))  # fields that only the drop-in fills
        self.values: list[Any] = [*map(settled, values), *absent]
        self.extra: Extra = extra
        self.deadline: float | None = deadline
        self.is_bare: bool = is_bare
        """sent without the session's cookies: with an old one, every version takes a wrong password"""
        self.epoch: int = 0
        self.faults: int = 0
        self.redirects: int = 0
        self.tail: str = ""
        """what stands behind the base in the URL of its last request"""
        self.version: Version = UNKNOWN
        self.has_asked_version: bool = False
        self.has_asked_generation: bool = False
        self.may_have_acted: bool = False
        """the daemon got it at least once and never said what it did"""

    @property
    def may_repeat(self) -> bool:
        """Whether it may be sent again after the daemon may have acted."""
        return self.op.retry in REPEATABLE


# what a fault becomes: class, words, advice
FAULTS: Mapping[Kind, tuple[type[errors.BitharborError], str, str]] = {
    Kind.CONNECT: (
        errors.UnreachableError,
        "no connection to the daemon",
        "check that it runs, its address and its port",
    ),
    Kind.TLS: (
        errors.TlsError,
        "the daemon's certificate or TLS protocol is not trusted",
        "name a certificate bundle, or switch verification off if you accept anybody; check http or https",
    ),
    Kind.TIMEOUT: (errors.DeadlineError, "no answer in time", "give it more time, or check the daemon's load"),
    Kind.LOST: (errors.ConnectionLostError, "the connection broke before the answer came", ""),
    Kind.TOO_LARGE: (errors.AnswerTooLargeError, "the answer is too large and was not read", "ask for less at a time"),
    Kind.OTHER: (errors.TransportError, "the request failed", "the cause says why"),
}


def failed(call: Call, fault: Fault) -> errors.BitharborError:
    """The error of a fault."""
    cls, words, hint = FAULTS[fault.kind]
    if call.may_have_acted:
        hint = "the daemon may have acted: look before you ask again"
    return cls(f"{call.op.path}: {words}", hint=hint, acted=None if call.may_have_acted else False)


def leaves_doubt(op: Op[Any], answer: Reply | Fault) -> bool:
    """Whether the daemon may have acted without saying so."""
    if op.retry == "read":
        return False
    return answer.was_sent if isinstance(answer, Fault) else answer.status >= 500


def admit_doubt(call: Call, error: errors.BitharborError) -> None:
    """What came later, of another try, a login or a question about the version, does not tell what the first try did."""
    if call.may_have_acted and error.acted is False:
        error.acted = None
