"""Opening and closing a session."""

from __future__ import annotations

from typing import Protocol

from .language import Route, endpoint


class Auth(Protocol):
    """Sessions."""

    @endpoint(
        "POST",
        "auth/login",
        retry="once",
        flow="log_in",
        cookie_api=(Route("POST", "login", (("username", "username"), ("password", "password"))),),
    )
    def log_in(self, username: str | None = None, password: str | None = None) -> None:
        """Log in now, or change the credentials. Calls log in by themselves when they must.

        A refused password or a ban is remembered and not tried again until this is called.

        :param username: replaces the stored name and password when given
        :param password: replaces the stored password
        :raises LoginFailed: wrong user name or password
        :raises BannedError: this address failed too often
        """

    @endpoint("POST", "auth/logout", retry="idempotent", flow="log_out", cookie_api=(Route("POST", "logout"),))
    def log_out(self) -> None:
        """End the session. Does nothing without one, or with an API key."""
