"""Headers that several daemons and faces want in one form."""

from __future__ import annotations

from base64 import b64encode


def basic(user: str, password: str) -> str:
    """The value of an Authorization header: Basic authentication, in UTF-8."""
    return "Basic " + b64encode(f"{user}:{password}".encode()).decode()
