"""Where a daemon is: one grammar of addresses for each kind, from one table.

`[KIND[+SCHEME]://][USER[:PASSWORD]@]HOST[:PORT][/PATH]`, or the path of a socket where the kind has sockets. The kind stands in
the address only where it is not said otherwise. User and password may be percent-encoded; the last `@` before the host ends them,
so that a password may hold one.

Rule: errors and `str()` never show credentials.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from ..errors import UsageError


@dataclass(frozen=True, slots=True)
class Grammar:
    """What may stand in the address of a kind, and what holds where it does not.

    :ivar schemes: with their usual ports; the first is taken where none is given
    :ivar synonyms: other words for schemes
    :ivar path: where an HTTP address names none
    :ivar anonymous: schemes without credentials
    """

    schemes: Mapping[str, int | None]
    host: str = "localhost"
    path: str = ""
    synonyms: Mapping[str, str] = field(default_factory=dict[str, str])
    anonymous: frozenset[str] = frozenset()
    pathless: frozenset[str] = frozenset()


GRAMMARS: Mapping[str, Grammar] = {
    "deluge": Grammar({"tls": 58846}, pathless=frozenset({"tls"})),
    "qbittorrent": Grammar({"http": 8080, "https": 443}),
    "rtorrent": Grammar(
        {"scgi": 5000, "unix": None, "http": 80, "https": 443},
        host="127.0.0.1",
        path="/RPC2",
        synonyms={"file": "unix", "scgi+unix": "unix"},
        anonymous=frozenset({"scgi", "unix"}),
        pathless=frozenset({"scgi"}),
    ),
    "transmission": Grammar({"http": 9091, "https": 443}, path="/transmission/rpc"),
}

KINDS: tuple[str, ...] = tuple(sorted(GRAMMARS))

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9.-]*(?:\+[A-Za-z0-9.-]+)*):(?://|(?=/))")
_AUTHORITY = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.%A-Za-z0-9]*)\]|(?P<host>[^\[\]:/@\s]*))(?::(?P<port>[^:/@]*))?")
FORM = "write [SCHEME://][USER:PASSWORD@]HOST[:PORT][/PATH]"


@dataclass(frozen=True, slots=True)
class Address:
    """An address, taken apart.

    :ivar scheme: `http`, `https`, `scgi`, `unix` or `tls`
    :ivar host: without brackets; empty for a socket
    :ivar path: of an HTTP address, beginning with a slash, or empty; or of a socket
    :ivar user, password: decoded; None where there is none
    """

    kind: str
    scheme: str
    host: str = ""
    port: int | None = None
    path: str = ""
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @property
    def place(self) -> str:
        """Host and port as they stand in a URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The URL without credentials."""
        if self.scheme == "unix":
            return f"unix://{self.path}"
        return f"{self.place}" if self.scheme == "tls" else f"{self.scheme}://{self.place}{self.path}"

    def __str__(self) -> str:
        return self.url


def parse(text: str, kind: str | None = None) -> Address:
    """Read an address.

    :param kind: what daemon it is; None where the address says it (`transmission://...`)
    :raises UsageError: it is none
    """
    given = text.strip()
    if not given.isprintable():
        raise UsageError("the address holds characters that cannot be seen", hint=FORM)
    kind, scheme, rest = split_scheme(given, kind)
    grammar = GRAMMARS[kind]
    if not scheme and "unix" in grammar.schemes and is_socket(rest):
        scheme = "unix"
    scheme = scheme or next(iter(grammar.schemes))
    if scheme == "scgi" and rest.startswith("/"):
        scheme = "unix"
    if scheme == "unix":
        return socket_address(kind, rest)
    return network_address(kind, scheme, grammar, rest)


def split_scheme(given: str, kind: str | None) -> tuple[str, str, str]:
    """Kind, scheme and what follows. The scheme is empty where none is given."""
    found = _SCHEME.match(given)
    words = found[1].lower() if found else ""
    rest = given[found.end() :] if found else given
    first, _, others = words.partition("+")
    named = kind or first
    if first == named:
        words = others
    if named not in GRAMMARS:
        known = ", ".join(KINDS)
        if named:
            raise UsageError(f"Unknown client: {named!r}", hint=f"there are {known}")
        raise UsageError("the address does not say which daemon it is", hint=f"begin it with one of {known} and ://")
    scheme = GRAMMARS[named].synonyms.get(words, words)
    if scheme and scheme not in GRAMMARS[named].schemes:
        known = " or ".join(repr(one) for one in GRAMMARS[named].schemes if one != "tls")
        raise UsageError(
            f"{named} addresses have no scheme {scheme!r}", hint=f"Scheme must be {known}" if known else "leave the scheme out"
        )
    return named, scheme, rest


def is_socket(rest: str) -> bool:
    """Whether an address without a scheme is a path: a slash says so, or a socket that is there."""
    if "/" in rest:
        return True
    try:
        return stat.S_ISSOCK(os.stat(rest).st_mode)
    except (OSError, ValueError):
        return False


def socket_address(kind: str, rest: str) -> Address:
    """The address of a socket; its path may be relative."""
    if not rest:
        raise UsageError("the address names no socket", hint="write unix:///path/of/the/socket")
    return Address(kind, "unix", path=os.path.expanduser(rest))


def network_address(kind: str, scheme: str, grammar: Grammar, rest: str) -> Address:
    """The address of a host."""
    user, password, rest = split_credentials(rest)
    if user is not None and scheme in grammar.anonymous:
        raise UsageError(f"{scheme} addresses have no user and no password", hint="they are for http and https")
    place, slash, path = rest.partition("/")
    found = _AUTHORITY.fullmatch(place)
    if not found:
        raise UsageError("the address names no host", hint=FORM)
    path = slash + path
    if path.strip("/") and scheme in grammar.pathless:
        raise UsageError(f"{kind} addresses of this kind have no path", hint="write HOST[:PORT]")
    host = (found["six"] if found["six"] is not None else found["host"]) or grammar.host
    port = port_of(found["port"]) or grammar.schemes[scheme]
    path = path if path.strip("/") else "" if scheme in grammar.pathless else grammar.path
    return Address(kind, scheme, host, port, path, user, password)


def split_credentials(rest: str) -> tuple[str | None, str | None, str]:
    """User, password, and what follows their `@`."""
    authority = rest.partition("/")[0]
    end = authority.rfind("@")
    if end < 0 and not is_place(authority):
        end = rest.rfind("@")  # a slash in the password
    if end < 0:
        return None, None, rest
    user, colon, password = rest[:end].partition(":")
    return unquote(user), unquote(password) if colon else None, rest[end + 1 :]


def is_place(authority: str) -> bool:
    """Whether it reads as a host with or without a port."""
    found = _AUTHORITY.fullmatch(authority)
    return found is not None and (not found["port"] or found["port"].isdigit())


def port_of(text: str | None) -> int | None:
    """The port, if one is given."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 65535):
        raise UsageError("Invalid port", hint="it is a number from 1 to 65535; an IPv6 host stands in brackets")
    return int(text)
