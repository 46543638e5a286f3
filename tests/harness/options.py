"""In what one started daemon may differ from the usual one.

What may enter: names, types and meaning. How a daemon is told is the family modules' matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from tests.harness.errors import HarnessError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.harness.matrix import Family


class Options(TypedDict, total=False):
    """All are of qBittorrent, except the last."""

    max_auth_failures: int
    """Wrong logins until the address is banned; usually 1,000,000, as a ban of 127.0.0.1 would end the test run."""
    ban_seconds: int
    """How long such a ban lasts; usually the daemon's own hour."""
    session_timeout: int
    """Seconds of silence after which a session expires; usually the daemon's own hour."""
    api_key: str
    """An API key (5.2 and newer) that is there from the start: "qbt_" and 28 letters and digits without 0 1 O i l o."""
    https: bool
    """Serve HTTPS with a new self-signed certificate for 127.0.0.1 and localhost, see Daemon.certificate."""
    locale: str
    """The language of its messages; usually "en"."""
    bypass_local_auth: bool
    """Ask clients on loopback for no password."""
    python: bool
    """Let its search engine find the python3 of its own root; usually it finds none."""
    settings: Mapping[str, str]
    """Any further lines of qBittorrent.conf: {"RSS/Session/EnableProcessing": "true"}."""
    unix_socket: bool
    """rTorrent: serve SCGI on a unix socket in the profile instead of a port."""


def refuse_foreign(family: Family, options: Options, own: frozenset[str]) -> None:
    """Refuse options that the family does not have, rather than start a daemon that silently ignores them."""
    if foreign := sorted(set(options) - own):
        raise HarnessError(
            f"{family.name.lower()} has no option {', '.join(foreign)}",
            hint=f"leave it out; it has: {', '.join(sorted(own)) or 'none'}",
        )
