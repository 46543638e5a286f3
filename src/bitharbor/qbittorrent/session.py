"""What is known about one daemon and our standing with it. Values only; the flows change them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from urllib.parse import unquote, urlsplit

from ..errors import AuthenticationError, UsageError
from .digest import Challenge
from .learning import RecordBook
from .versions import UNKNOWN, Version

Generation: TypeAlias = Literal["digest", "cookie", "v2"]
"""qBittorrent 3.0 and 3.1, 3.2 to 4.0, 4.1 and younger"""

ELDERS: frozenset[Generation | None] = frozenset({"digest", "cookie"})


@dataclass(slots=True)
class Session:
    """One daemon, one login.

    :ivar schemes: what to try, in order; one entry means that it is certain
    :ivar base: where requests go, ending in a slash; None until the scheme is known
    :ivar epoch: counts logins: somebody else has logged in since when it is not what was seen before
    :ivar refusal: why there will be no further login until somebody asks for one
    :ivar timeout: seconds for a call with everything that belongs to it; None for no bound
    :ivar is_strict: refuse what the daemon is too old for (native), or send it all the same (drop-in)
    :ivar generation: which interface the daemon speaks; None until it showed
    :ivar is_generation_given: the user said it; nothing else is tried
    :ivar challenge: what the daemon asked for by HTTP Digest; None before that, and for all but 3.0 and 3.1
    """

    address: str
    schemes: tuple[str, ...]
    user: str = ""
    password: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    headers: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    timeout: float | None = None
    tries: int = 3
    is_strict: bool = True
    base: str | None = None
    cookies: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    login_cookies: frozenset[str] = frozenset()
    epoch: int = 0
    is_logged_in: bool = False
    refusal: AuthenticationError | None = None
    version: Version = UNKNOWN
    version_text: str = ""
    records: RecordBook = field(default_factory=RecordBook)
    generation: Generation | None = None
    is_generation_given: bool = False
    challenge: Challenge | None = field(default=None, repr=False)

    @property
    def is_elder(self) -> bool:
        """Whether the daemon is older than the interface of today."""
        return self.generation in ELDERS

    @property
    def can_log_in(self) -> bool:
        """Whether there is a user name to log in with, and no API key that makes it needless."""
        return bool(self.user) and not self.api_key

    def forget_generation(self) -> None:
        """It must be found out again: another daemon may have taken the place."""
        self.generation = None

    def forget_version(self) -> None:
        """The next question about the version goes to the daemon: it may be another one."""
        self.version = UNKNOWN
        self.version_text = ""

    def forget_login(self) -> None:
        """No session is open any more."""
        # a new mapping: requests of other threads that are on their way hold the old one
        self.cookies = {name: value for name, value in self.cookies.items() if name not in self.login_cookies}
        self.login_cookies = frozenset()
        self.is_logged_in = False
        self.challenge = None


@dataclass(frozen=True, slots=True)
class Address:
    """A daemon's URL, taken apart: credentials never stay in it."""

    scheme: str
    place: str
    user: str
    password: str


def parse_address(url: str) -> Address:
    """Take `[http[s]://][user:password@]host[:port][/path]` apart.

    :raises UsageError: not such a URL
    """
    given = url.strip()
    if not given.isprintable():
        raise UsageError("the address holds characters that cannot be seen", hint="write [http[s]://]host[:port][/path]")
    if "//" not in given:
        given = f"//{given}"
    try:
        parts = urlsplit(given)
        host, port = parts.hostname, parts.port
    except ValueError:  # not its cause: that shows what may be half of a password
        raise UsageError("the address is no URL", hint="write [http[s]://]host[:port][/path]") from None
    if "@" in parts.path + parts.query + parts.fragment:
        raise UsageError("the address ends before its @", hint="write / ? # and @ of a password as %2F %3F %23 %40")
    if not host or " " in host or parts.scheme not in ("", "http", "https"):
        raise UsageError("the address names no host", hint="write [http[s]://]host[:port][/path]")
    shown = f"[{host}]" if ":" in host else host
    place = f"{shown}{'' if port is None else f':{port}'}{parts.path.rstrip('/')}"
    return Address(parts.scheme, place, unquote(parts.username or ""), unquote(parts.password or ""))
