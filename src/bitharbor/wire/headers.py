"""Headers that several daemons and faces want in one form."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from ..errors import UsageError


def basic(user: str, password: str) -> str:
    """The value of an Authorization header: Basic authentication, in UTF-8."""
    return "Basic " + b64encode(f"{user}:{password}".encode()).decode()


def refuse_unsendable(headers: Mapping[str, str]) -> None:
    """Raise if no HTTP library can send a header. Its value stays out of the error: it may be a secret."""
    for name, value in headers.items():
        if not str(value).isprintable() or max(str(value), default="") > "\xff":
            raise UsageError(
                f"the header {name!r} holds characters that cannot be sent",
                hint="a key that was read from a file may have its line end at its end",
            )
