"""URLs of daemons, whose parts may be read and set one by one. The grammar is `bitharbor.unified.address`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Self
from urllib.parse import quote

from bitharbor.errors import UsageError
from bitharbor.unified.address import GRAMMARS, Address, parse

from .errors import ValueError

PARTS = ("scheme", "username", "password", "host", "port", "path")
# what a scheme is called here, and there
NAMES: Mapping[str, str | None] = {"unix": "file", "tls": None}


class URL:
    """The URL of a daemon.

    :param url: as the daemon's kind has it; what is missing comes from the default
    :param default: where missing parts come from
    :param on_change: called after a part was set
    """

    kind: ClassVar[str] = ""
    default: ClassVar[URL]  # of each kind; where missing parts come from

    def __init__(
        self, url: str | None = None, default: Self | None = None, on_change: Callable[[], object] | None = None
    ) -> None:
        self._address = parsed(str(url) if url else (default.with_auth if default else ""), self.kind)
        self._on_change = on_change

    @property
    def address(self) -> Address:
        """Its parts, as the rest of the house has them."""
        return self._address

    @property
    def scheme(self) -> str | None:
        """`http`, `https`, `scgi`, `file`, or None for Deluge."""
        return NAMES.get(self._address.scheme, self._address.scheme)

    @scheme.setter
    def scheme(self, value: str | None) -> None:
        self._set(scheme=value)

    @property
    def username(self) -> str | None:
        """User name."""
        return self._address.user or None

    @username.setter
    def username(self, value: str | None) -> None:
        self._set(username=value)

    @property
    def password(self) -> str | None:
        """Password."""
        return self._address.password or None

    @password.setter
    def password(self, value: str | None) -> None:
        self._set(password=value)

    @property
    def host(self) -> str | None:
        """Host name or address; None for a socket."""
        return self._address.host or None

    @host.setter
    def host(self, value: str | None) -> None:
        self._set(host=value)

    @property
    def port(self) -> str | None:
        """Port, as text; None for a socket."""
        return None if self._address.port is None else str(self._address.port)

    @port.setter
    def port(self, value: str | int | None) -> None:
        self._set(port=value)

    @property
    def path(self) -> str | None:
        """Path of an HTTP URL or of a socket."""
        return self._address.path or None

    @path.setter
    def path(self, value: str | None) -> None:
        self._set(path=value)

    @property
    def without_auth(self) -> str:
        """Without user name and password."""
        scheme = self.scheme
        place = self.path or "" if scheme == "file" else f"{self._address.place}{self.path or ''}"
        return f"{scheme}://{place}" if scheme else place

    @property
    def with_auth(self) -> str:
        """With user name and password, percent-encoded where they need it."""
        return written(self.kind, {name: getattr(self, name) for name in PARTS})

    def update(self, **parts: object) -> None:
        """Set several parts at once; None leaves a part as it is."""
        given = {name: value for name, value in parts.items() if value is not None}
        if given:
            self._set(**given)

    def _set(self, **parts: object) -> None:
        wanted = {name: getattr(self, name) for name in PARTS} | parts
        scheme = wanted["scheme"]
        if scheme is not None and scheme != self.scheme and "port" not in parts:
            wanted["port"] = self.port  # a port that was there stays
        self._address = parsed(written(self.kind, wanted), self.kind)
        if self._on_change:
            self._on_change()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, URL) and other.kind == self.kind and other.with_auth == self.with_auth

    def __hash__(self) -> int:
        return hash((self.kind, self.with_auth))

    def __str__(self) -> str:
        return self.without_auth

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.without_auth!r}>"


def parsed(url: str, kind: str) -> Address:
    """The parts of a URL.

    :raises ValueError: it cannot be understood
    """
    try:
        return parse(url, kind)
    except UsageError as error:
        raise ValueError(f"{error.message}{f': {error.hint}' if error.hint else ''}") from error


def written(kind: str, parts: dict[str, object]) -> str:
    """A URL of parts."""
    scheme = parts["scheme"]
    if scheme == "file":
        return f"file://{parts['path'] or ''}"
    user, password = parts["username"], parts["password"]
    credentials = ""
    if user is not None or password is not None:
        secret = "" if password is None else f":{quote(str(password), safe='')}"
        credentials = f"{quote(str(user or ''), safe='')}{secret}@"
    host = str(parts["host"] or GRAMMARS[kind].host)
    host = f"[{host}]" if ":" in host else host
    port = "" if parts["port"] in (None, "") else f":{parts['port']}"
    path = str(parts["path"] or "")
    path = f"/{path}" if path and not path.startswith("/") else path
    return f"{f'{scheme}://' if scheme else ''}{credentials}{host}{port}{path}"


class DelugeURL(URL):
    """`[USERNAME:PASSWORD@]HOST[:PORT]`"""

    kind = "deluge"


class QbittorrentURL(URL):
    """`[http[s]://][USERNAME:PASSWORD@]HOST[:PORT][/PATH]`"""

    kind = "qbittorrent"


class RtorrentURL(URL):
    """`[scgi://]HOST[:PORT]`, `[file://]SOCKET_PATH` or `http[s]://[USERNAME:PASSWORD@]HOST[:PORT][/PATH]`"""

    kind = "rtorrent"


class TransmissionURL(URL):
    """`[http[s]://][USERNAME:PASSWORD@]HOST[:PORT][/PATH]`"""

    kind = "transmission"


_CLASSES = (DelugeURL, QbittorrentURL, RtorrentURL, TransmissionURL)
for _each in _CLASSES:
    _each.default = _each()
