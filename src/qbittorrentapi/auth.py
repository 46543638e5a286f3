"""What programs import for logging in and out; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import AuthAPIMixIn, Authorization

__all__ = [
    "AuthAPIMixIn",
    "Authorization",
]
