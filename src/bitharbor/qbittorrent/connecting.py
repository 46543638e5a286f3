"""What both native clients make of their arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast, get_args

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
    address = parse_address(url)
    return Session(
        address=address.place,
        schemes=(address.scheme or "http",),
        user=address.user if username is None else username,
        password=address.password if password is None else password,
        api_key=api_key or "",
        headers=dict(headers or {}),
        timeout=timeout,
        generation=known_generation(generation),
        is_generation_given=generation is not None,
    )


def known_generation(given: str | None) -> Generation | None:
    """The generation of the interface that somebody names, if it is one.

    :raises UsageError: it is none
    """
    if given is not None and given not in get_args(Generation):
        raise UsageError(f"{given!r} is no generation", hint=f"give one of {', '.join(get_args(Generation))}, or none")
    return cast("Generation | None", given)


class Surroundings(NamedTuple):
    """What the environment says of a daemon."""

    url: str
    username: str | None
    password: str | None
    api_key: str | None
    generation: Generation | None


def environment(variables: Mapping[str, str], prefix: str) -> Surroundings:
    """What the environment says; empty variables count as absent.

    :raises UsageError: it names no daemon, or a generation that is none
    """
    url = variables.get(f"{prefix}URL")
    if not url:
        raise UsageError(f"the environment names no daemon: {prefix}URL is not set")
    username, password, api_key, generation = (
        variables.get(prefix + key) or None for key in ("USERNAME", "PASSWORD", "API_KEY", "GENERATION")
    )
    return Surroundings(url, username, password, api_key, known_generation(generation))


def unknown_action(path: str) -> Op[bytes]:
    """The row of an action that is known by its path only: sent once, whatever it does."""
    if not path or not all(part.replace("_", "").isalnum() for part in path.split("/")):
        raise UsageError(f"{path!r} is no action", hint="write it as scope/action: app/version")
    return Op("POST", path, "once", (), whole, is_raw=True)
