"""The daemon's file of accounts, from which whoever may read it can log in: lines of `user:password:level`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ..errors import LoginRequiredError

LOCAL_USER = "localclient"  # the daemon makes this account at its first start
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
HINT = "give user name and password, or the daemon's configuration folder where this program may read its file `auth`"


def local_credentials(host: str, folder: Path) -> tuple[str, str]:
    """User name and password of the account that the daemon made for programs of its machine.

    :raises LoginRequiredError: it cannot be found
    """
    if host.lower() not in LOCAL_HOSTS:
        raise LoginRequiredError("Deluge wants a login and no user name was given", hint="give user name and password")
    try:
        text = (folder / "auth").read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LoginRequiredError(f"no user name was given, and {folder / 'auth'} cannot be read ({reason})", hint=HINT) from error
    for user, password in accounts(text):
        if user == LOCAL_USER:
            return user, password
    raise LoginRequiredError(f"no user name was given, and {folder / 'auth'} has no {LOCAL_USER}", hint=HINT)


def accounts(text: str) -> Iterator[tuple[str, str]]:
    """User names with their passwords."""
    for line in text.splitlines():
        user, colon, rest = line.strip().partition(":")
        if colon and not user.startswith("#"):
            password, _, level = rest.rpartition(":")
            yield user, password if password or not level else level


def usual_folder() -> Path:
    """Where Deluge keeps its configuration, for the user that runs this program."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", "~")).expanduser() / "deluge"
    return Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "deluge"
