"""Where a Transmission is: `[http[s]://][user:password@]host[:port][/path]`."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from ..errors import UsageError

HOST, PATH = "localhost", "/transmission/rpc"
PORTS = {"http": 9091, "https": 443}
FORM = "write [http[s]://][USER:PASSWORD@]HOST[:PORT][/PATH]"


@dataclass(frozen=True, slots=True)
class Address:
    """An address, taken apart.

    :ivar url: where requests go, without credentials
    """

    url: str
    user: str = ""
    password: str = field(default="", repr=False)


def parse(text: str) -> Address:
    """Read an address. What it leaves out is as usual: http, port 9091, `/transmission/rpc`.

    :raises UsageError: it is none
    """
    given = text.strip()
    if not given.isprintable():
        raise UsageError("the address holds characters that cannot be seen", hint=FORM)
    try:
        parts = urlsplit(given if "//" in given else f"//{given}")
        host, port = parts.hostname or HOST, parts.port
    except ValueError:  # not its cause: that shows what may be half of a password
        raise UsageError("the address is no URL", hint=FORM) from None
    scheme = parts.scheme or "http"
    if scheme not in PORTS:
        raise UsageError(f"Transmission addresses have no scheme {scheme[:20]!r}", hint=FORM)
    if "@" in parts.path + parts.query + parts.fragment:
        raise UsageError("the address ends before its @", hint="write / ? # and @ of a password as %2F %3F %23 %40")
    if port == 0 or " " in host:
        raise UsageError("the address names no host and port", hint=FORM)
    shown = f"[{host}]" if ":" in host else host
    path = parts.path if parts.path.strip("/") else PATH
    url = f"{scheme}://{shown}:{port or PORTS[scheme]}{path}"
    return Address(url, unquote(parts.username or ""), unquote(parts.password or ""))
