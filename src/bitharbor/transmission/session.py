"""What is known about one Transmission and our standing with it. Values only; the flows change them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from ..errors import AuthenticationError


class Dialect(Enum):
    """The two languages. 4.1.0 and later say in their 409 that they know the second."""

    CLASSIC = "method, arguments, tag"
    MODERN = "JSON-RPC 2.0"


@dataclass(slots=True)
class Session:
    """One daemon.

    :ivar url: where requests go
    :ivar address: the same, for messages; neither holds credentials
    :ivar headers: of every request
    :ivar timeout: seconds for a call with everything that belongs to it; None for no bound
    :ivar id: what the daemon gave us against forged requests; None before the first answer, empty where it wants none
    :ivar epoch: counts the ids: while it stays the same, the daemon is the same
    :ivar refusal: why nothing will be sent until somebody logs in anew
    """

    url: str
    address: str
    headers: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    has_credentials: bool = False
    timeout: float | None = None
    tries: int = 3
    dialect: Dialect = Dialect.CLASSIC
    id: str | None = field(default=None, repr=False)
    epoch: int = 0
    refusal: AuthenticationError | None = None
    tag: int = 0

    def forget(self) -> None:
        """Start anew: the next call learns the session id and the language, and tries the password."""
        self.id, self.refusal, self.dialect = None, None, Dialect.CLASSIC

    def next_tag(self) -> int:
        """A number for a request, which its answer repeats."""
        self.tag += 1
        return self.tag
