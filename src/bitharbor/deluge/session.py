"""What is known about one daemon. Values only; flows change them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..errors import BitharborError, LoginFailed


@dataclass(slots=True)
class Session:
    """One client's knowledge.

    :ivar user: empty for whoever may log in from this machine
    :ivar timeout: seconds for a call with all that belongs to it
    :ivar interests: names of events with how many want them
    :ivar is_open: connected and logged in, as far as is known
    :ivar epoch: how many logins there were
    :ivar hung_up: how often the connection was closed because somebody asked for it
    :ivar attempts: how many connections were tried
    :ivar failure: how the last try failed
    :ivar refusal: what the daemon said to these credentials
    :ivar version: of the daemon
    :ivar level: of authority: 1 reads, 5 is usual, 10 may all
    :ivar subscribed: events that the daemon was told to send over this connection
    """

    address: str
    user: str
    password: str = field(repr=False)
    timeout: float
    interests: dict[str, int] = field(default_factory=dict[str, int])
    is_open: bool = False
    epoch: int = 0
    hung_up: int = 0
    attempts: int = 0
    failure: BitharborError | None = None
    refusal: LoginFailed | None = None
    version: str = ""
    level: int = 0
    subscribed: set[str] = field(default_factory=set[str])
