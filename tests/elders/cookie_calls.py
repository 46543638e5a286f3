"""What the cookie interface is made of: sessions, calls, routes, and the answers that many paths give.

Rule: nothing here knows a path.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tests.elders.syncing import Line
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.elders import wire
    from tests.elders.cookie import Cookie
    from tests.elders.profiles import Number
    from tests.elders.wire import Request

PLAIN: Final = "text/plain; charset=UTF-8"
HTML: Final = "text/html"
JSON_TYPE_SINCE: Final[Number] = (3, 2, 2)
CATEGORY_SINCE: Final[Number] = (3, 3, 5)

MISSING: Final = Answer(404, "Not Found")
BAD: Final = Answer(400, "Bad Request")
FORBIDDEN: Final = Answer(403, "Forbidden")
FOREIGN: Final = Answer(401, "Unauthorized")
DONE: Final = Answer()


@dataclass
class Session:
    """What a login opened."""

    key: str
    used: float
    main: Line = field(default_factory=Line)
    peers: Line = field(default_factory=Line)


@dataclass(frozen=True)
class Call:
    """A request on its way to a handler."""

    request: Request
    form: wire.Form
    session: Session | None
    path: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        return self.path[-1].lower() if self.path else ""

    def given(self, name: str, default: str = "") -> str:
        """A field of the body; names are taken in any case."""
        return next((value for key, value in self.form.fields.items() if key.lower() == name.lower()), default)


@dataclass(frozen=True)
class Route:
    """A path. `needs` are the fields that must be in the body, `may` those that can be, each since a version."""

    path: str
    handler: Callable[[Cookie, Call], Answer]
    since: Number = (3, 2)
    until: Number | None = None
    needs: tuple[str, ...] = ()
    may: tuple[tuple[str, Number, Number | None], ...] = ()
    is_public: bool = False
    takes_hash: bool = False
    is_loose: bool = False
    """Other fields are passed over; else they make the request a bad one, as missing ones do."""


def text(content: str, status: int = 200, reason: str = "OK", kind: str = PLAIN) -> Answer:
    return Answer(status, reason, [("content-type", kind)], content.encode())
