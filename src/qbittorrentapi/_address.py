"""Where the drop-in's client connects to, out of arguments and environment. Nothing is contacted here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bitharbor.qbittorrent.session import Session, parse_address

PREFIXES = ("QBITTORRENTAPI_", "PYTHON_QBITTORRENTAPI_")  # the older one counts less


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who we are."""

    username: str
    password: str
    api_key: str


def variable(environment: Mapping[str, str], name: str) -> str:
    """A variable of the environment, under the first prefix that has it."""
    return next((environment[prefix + name] for prefix in PREFIXES if environment.get(prefix + name)), "")


def credentials(username: str | None, password: str | None, api_key: str | None, environment: Mapping[str, str]) -> Credentials:
    """Given ones beat those of the environment; among equals the key beats the password."""
    if api_key:
        return Credentials(username or "", password or "", api_key)
    key = "" if username or password else environment.get("QBITTORRENTAPI_API_KEY", "")
    return Credentials(username or variable(environment, "USERNAME"), password or variable(environment, "PASSWORD"), key)


def is_verification_off(environment: Mapping[str, str]) -> bool:
    """Whether the environment switches verification off: any value does, even an empty one."""
    return any(prefix + "DO_NOT_VERIFY_WEBUI_CERTIFICATE" in environment for prefix in PREFIXES)


def new_session(host: str, port: str | int | None, *, is_scheme_forced: bool) -> tuple[Session, str, str]:
    """The session, and user name and password that stood in the host for HTTP's own authentication.

    Without a scheme http is tried first, then https; with one, that one first, unless it is forced.

    :raises UsageError: the host cannot be understood
    """
    address = parse_address(host)
    place = address.place
    if port:
        name, slash, path = place.partition("/")
        if ":" not in name.rpartition("]")[2]:
            place = f"{name}:{port}{slash}{path}"
    other = {"http": "https", "https": "http"}
    if not address.scheme:
        schemes: tuple[str, ...] = ("http", "https")
    elif is_scheme_forced:
        schemes = (address.scheme,)
    else:
        schemes = (address.scheme, other[address.scheme])
    return Session(place, schemes, is_strict=False, tries=2), address.user, address.password
