"""Where an rTorrent is: `scgi://host:port`, a unix socket's path, or `http(s)://user:password@host/RPC2`."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from ..errors import UsageError

HOST, PORT, PATH = "127.0.0.1", 5000, "/RPC2"
SOCKET_SCHEMES = frozenset({"unix", "file", "scgi+unix"})
HTTP_SCHEMES = frozenset({"http", "https"})
FORM = "write scgi://HOST:PORT, unix:///PATH or http[s]://[USER:PASSWORD@]HOST[:PORT][/PATH]"


@dataclass(frozen=True, slots=True)
class Address:
    """An address, taken apart.

    :ivar url: where requests go, without credentials
    :ivar socket: path of the unix socket, else empty
    """

    url: str
    host: str = ""
    port: int = 0
    socket: str = ""
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_http(self) -> bool:
        """A web server sits before the daemon."""
        return self.url.startswith(("http:", "https:"))


def parse(text: str | None) -> Address:
    """Read an address; nothing means the usual place, port 5000 of this machine.

    :raises UsageError: it is none
    """
    given = (text or f"scgi://{HOST}:{PORT}").strip()
    if not given.isprintable():
        raise UsageError("the address holds characters that cannot be seen", hint=FORM)
    scheme, separator, rest = given.partition("://")
    if not separator:
        scheme, rest = ("unix", given) if "/" in given else ("scgi", given)
    scheme = scheme.lower()
    if scheme in SOCKET_SCHEMES or (scheme == "scgi" and rest.startswith("/")):
        if not rest:
            raise UsageError("the address names no socket", hint=FORM)
        return Address(f"unix://{rest}", socket=rest)
    if scheme not in HTTP_SCHEMES | {"scgi"}:
        raise UsageError(f"rTorrent addresses have no scheme {scheme[:20]!r}", hint=FORM)
    return network_address(scheme, rest)


def network_address(scheme: str, rest: str) -> Address:
    """The address of a host."""
    try:
        parts = urlsplit(f"//{rest}")
        host, port = parts.hostname or HOST, parts.port
    except ValueError:  # not its cause: that shows what may be half of a password
        raise UsageError("the address is no URL", hint=FORM) from None
    if "@" in parts.path + parts.query + parts.fragment:
        raise UsageError("the address ends before its @", hint="write / ? # and @ of a password as %2F %3F %23 %40")
    if port == 0 or " " in host:
        raise UsageError("the address names no host and port", hint=FORM)
    shown = f"[{host}]" if ":" in host else host
    if scheme == "scgi":
        if parts.username is not None or parts.path.strip("/"):
            raise UsageError("scgi addresses have no user, no password and no path", hint=FORM)
        return Address(f"scgi://{shown}:{port or PORT}", host, port or PORT)
    place = shown if port is None else f"{shown}:{port}"
    path = parts.path if parts.path.strip("/") else PATH
    return Address(
        f"{scheme}://{place}{path}", host, port or 0, user=unquote(parts.username or ""), password=unquote(parts.password or "")
    )
