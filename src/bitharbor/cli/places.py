"""Which daemon a command line means: the address given, the profile named, or the one that is meant when nothing is said."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from ..errors import UsageError
from ..unified import quantities
from ..unified.address import GRAMMARS, Address, parse
from ..unified.client import CALL_SECONDS, TorrentClient
from ..unified.registry import Way
from ..unified.registry import client_of as made
from . import passwords, profiles
from .options import Daemon
from .profiles import Profile

VARIABLE = "BTCLIENT_PROFILE"


def client_of(at: Daemon) -> TorrentClient:
    """A client for the daemon that is meant. Nothing is sent yet."""
    profile, given = chosen(at)
    address = with_password(parse(profile.url), profile, given)
    seconds = quantities.span(at.timeout) if at.timeout else profile.timeout or CALL_SECONDS
    if not seconds > 0:
        raise UsageError("no time at all was given to a call", hint="write it as 30s or 2min")
    return made(address, Way(timeout=seconds, is_verified=profile.is_verified and not at.insecure))


def chosen(at: Daemon) -> tuple[Profile, Address | None]:
    """The profile, and the address where one was given instead."""
    if at.url:
        if at.profile:
            raise UsageError("--profile and --url are both given", hint="leave one out")
        address = parse(at.url)
        warn_of(address)
        return Profile("", at.url), address
    known = profiles.load()
    name = at.profile or os.environ.get(VARIABLE) or known.default
    if name:
        return known.named(name), None
    if len(known.known) == 1:
        return next(iter(known.known.values())), None
    raise UsageError(
        "no daemon was named",
        hint=f"name one by --profile ({', '.join(known.known)}), or {VARIABLE}"
        if known.known
        else "name one by --url KIND://HOST, or remember one: btclient profile add NAME KIND://HOST",
    )


def with_password(address: Address, profile: Profile, given: Address | None) -> Address:
    """The address with user and password. A scheme that knows neither is never given one."""
    if address.scheme in GRAMMARS[address.kind].anonymous:
        return address
    user = address.user if given else profile.username
    if address.password is not None or user is None:
        return replace(address, user=user)
    return replace(address, user=user, password=passwords.password_of(profile))


def warn_of(address: Address) -> None:
    """Warn of a password on the command line."""
    if address.password is not None:
        print(
            "btclient: others on this machine can see the password in the address (ps shows it);"
            f" leave it out and set {passwords.VARIABLE}, or use a profile",
            file=sys.stderr,
        )
