"""What a flow may ask for, and what it gets back.

A flow is a generator: it yields effects, a driver carries them out and sends the outcome in. Flows decide; drivers and
transports never do.

Rule 1: nothing here does anything; these are values.
Rule 2: a transport answers a `Send` with a `Reply` or a `Fault`. It raises only what interrupts the program itself.
Rule 3: a flow that is interrupted gets `Cancelled` thrown in; it may yield further effects to clean up, and then lets it pass.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct

T = TypeVar("T")

MEBIBYTE = 1 << 20


class Cancelled(BaseException):
    """Thrown into a flow whose caller was interrupted. Only drivers raise it, and they catch it again."""


class Kind(Enum):
    """Kinds of fault, as far as they call for different action or words."""

    CONNECT = "no connection"
    TLS = "no trusted connection"
    TIMEOUT = "no answer in time"
    LOST = "the connection broke"
    TOO_LARGE = "the answer is too large"
    OTHER = "the request failed"


class Request(Struct):
    """One HTTP request. Bodies are bytes, so that they can be sent again after a login.

    :ivar cookies: name -> value, to be sent beside those that the user's own HTTP session holds
    :ivar deadline: when waiting must end, on the driver's clock; None for the transport's own patience
    :ivar limit: most bytes of an answer that is kept in memory
    :ivar options: arguments of the HTTP library that the user gave for this call; only the transport looks into them
    """

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None = None
    cookies: Mapping[str, str] = {}
    deadline: float | None = None
    limit: int = 64 * MEBIBYTE
    options: Mapping[str, object] = {}


class Reply(Struct):
    """An HTTP answer.

    :ivar headers: names in any case, values joined as the HTTP library does
    :ivar cookies: the raw Set-Cookie lines
    :ivar raw: the HTTP library's own object; after `Open` with a 2xx status its body is unread
    :ivar pour: after `Open`: how the transport hands an unread body to a sink piece by piece; only drivers call it
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()
    raw: object = None  # requests.Response or aiohttp.ClientResponse: neither may be imported here
    pour: Callable[[Sink | None], Any] | None = None  # gives a `Fault` or None, on an event loop the promise of it


class Fault(Struct):
    """A request without an answer.

    :ivar was_sent: False when it certainly did not reach the daemon
    """

    kind: Kind
    was_sent: bool
    cause: BaseException


class Send(Struct):
    """Send a request, read the whole answer. Outcome: `Reply | Fault`."""

    request: Request


class Open(Struct):
    """Send a request, leave the body of a 2xx answer unread. Outcome: `Reply | Fault`."""

    request: Request


Sink: TypeAlias = Callable[[bytes], object]
"""Takes the pieces of a body in turn; on an event loop it is called in a thread"""


class Pour(Struct):
    """Hand the body of an opened reply to a sink until it ends or breaks, then close it. Outcome: `Fault | None`.

    What the sink raises is thrown in. Without a sink the reply is closed unread.
    """

    reply: Reply
    sink: Sink | None


class Do(Struct, Generic[T]):
    """Call a function that works on files of this machine; on an event loop in a thread. Outcome: what it gives.

    What it raises is thrown in.
    """

    work: Callable[[], T]


class Sleep(Struct):
    """Wait. Outcome: None."""

    seconds: float


class Now(Struct):
    """Ask the driver's clock. Outcome: seconds, of an arbitrary origin."""


class Exclusive(Struct, Generic[T]):
    """Run a flow while nobody else of this session runs an exclusive one. Outcome: its result; its error is thrown in.

    A flow inside may yield `Exclusive` again: the driver runs it as part of the same turn.
    """

    flow: Generator[Any, Any, T]
    deadline: float | None = None


Effect: TypeAlias = Send | Open | Pour | Do[Any] | Sleep | Now | Exclusive[Any]
Flow: TypeAlias = Generator[Effect, Any, T]

NOW = Now()
