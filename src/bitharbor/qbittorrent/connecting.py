"""What both native clients make of their arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from ..errors import UsageError
from .answers import whole
from .operation import Op
from .session import Generation, Session, parse_address

CALL_SECONDS = 60.0


def new_session(
    url: str,
    username: str | None,
    password: str | None,
    api_key: str | None,
    timeout: float | None,
    headers: Mapping[str, str] | None,
    generation: Generation | None = None,
) -> Session:
    """The session of a native client. The scheme is what the URL says; without one it is http, and nothing is tried."""
    if generation is not None and generation not in get_args(Generation):
        raise UsageError(f"{generation!r} is no generation", hint=f"give one of {', '.join(get_args(Generation))}, or none")
    address = parse_address(url)
    return Session(
        address=address.place,
        schemes=(address.scheme or "http",),
        user=address.user if username is None else username,
        password=address.password if password is None else password,
        api_key=api_key or "",
        headers=dict(headers or {}),
        timeout=timeout,
        generation=generation,
        is_generation_given=generation is not None,
    )


def environment(variables: Mapping[str, str], prefix: str) -> tuple[str, str | None, str | None, str | None]:
    """URL, user name, password and API key from the environment; empty ones count as absent."""
    url = variables.get(f"{prefix}URL")
    if not url:
        raise UsageError(f"the environment names no daemon: {prefix}URL is not set")
    username, password, api_key = (variables.get(prefix + key) or None for key in ("USERNAME", "PASSWORD", "API_KEY"))
    return url, username, password, api_key


def unknown_action(path: str) -> Op[bytes]:
    """The row of an action that is known by its path only: sent once, whatever it does."""
    if not path or not all(part.replace("_", "").isalnum() for part in path.split("/")):
        raise UsageError(f"{path!r} is no action", hint="write it as scope/action: app/version")
    return Op("POST", path, "once", (), whole, is_raw=True)
