"""`btclient profile`: add, list, show, remove. No password is ever printed."""

from __future__ import annotations

import getpass
import sys

from cyclopts import App, Parameter

from ...errors import BitharborError, UsageError
from ...unified import quantities
from ...unified.address import Address, parse
from .. import passwords, printing, profiles
from ..codes import Exit
from ..options import OUTPUT, Output
from ..places import warn_of
from ..printing import Column
from ..profiles import Profile, Profiles
from ..words import safe

verb: App = App(
    help="Remember daemons and their passwords.",
    default_parameter=Parameter(negative=(), consume_multiple=False, show_default=False),
)

COLUMNS = (
    Column("name", "NAME"),
    Column("url", "ADDRESS"),
    Column("username", "USER"),
    Column("password", "PASSWORD"),
    Column("default", "DEFAULT"),
)


@verb.command
def add(
    name: str,
    url: str,
    /,
    *,
    username: str | None = None,
    password_stdin: bool = False,
    no_password: bool = False,
    plain: bool = False,
    timeout: str | None = None,
    insecure: bool = False,
    default: bool = False,
    replace: bool = False,
    output: Output = OUTPUT,
) -> Exit:
    """Remember a daemon. Its password is asked for, and kept in the keyring or, where there is none, in a file for you only.

    :param name: how it is to be called
    :param url: KIND[+SCHEME]://[USER@]HOST[:PORT][/PATH]
    :param username: user name, where it does not stand in the address
    :param password_stdin: read the password from the input
    :param no_password: keep none; BTCLIENT_PASSWORD is used when it is set
    :param plain: when the keyring fails, keep the password in the file without asking
    :param timeout: for each call, as 30s
    :param insecure: accept any certificate
    :param default: take it where none is named
    :param replace: put it in the place of one of that name
    """
    address = parse(url)
    warn_of(address)
    known = profiles.load()
    if name in known.known and not replace:
        raise UsageError(f"there is a profile {name!r} already", hint="say --replace, or take another name")
    if not name or not name.isprintable():
        raise UsageError("a profile needs a name that can be seen")
    user = username if username is not None else address.user
    password = password_for(address, user, is_read=password_stdin, is_none=no_password)
    seconds = quantities.span(timeout) if timeout else None
    secret = "" if password is None else passwords.keep(name, password, lambda because: plain or is_agreed(because))
    made = Profile(name, bare(address), user, secret, seconds, is_verified=not insecure)
    chosen = name if default else known.default
    profiles.save(Profiles({**known.known, name: made}, chosen))
    if name in known.known and known.known[name].secret != secret:
        forget_former(known.known[name])
    show_rows([row_of(made, chosen)], output)
    return Exit.OK


def password_for(address: Address, user: str | None, *, is_read: bool, is_none: bool) -> str | None:
    """The password that is to be kept."""
    if is_none or user is None:
        return None
    if is_read:
        if password := sys.stdin.readline().rstrip("\r\n"):
            return password
        raise UsageError("no password came from the input", hint="say --no-password if there is none")
    if address.password is not None:
        return address.password
    if not sys.stdin.isatty():
        raise UsageError("there is no terminal to ask for the password", hint="say --password-stdin or --no-password")
    return getpass.getpass(f"Password of {safe(user)}: ") or None


def is_agreed(because: str) -> bool:
    """Ask on the terminal whether a password may lie in a file in plain text. Only a yes is one."""
    if not sys.stdin.isatty():
        raise UsageError(
            f"{because}, and there is no terminal to ask whether a file may have it; nothing was changed",
            hint="unlock it, or say --plain if the file may",
        )
    question = f"btclient: {because}. Keep it in plain text in {passwords.path()}, which only you may read? [y/N] "
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def forget_former(former: Profile) -> None:
    """Forget the password of a profile that was replaced, which is somewhere else than the new one."""
    try:
        passwords.forget(former)
    except BitharborError as error:
        print(f"btclient: the profile was replaced, but {error}", file=sys.stderr)


def bare(address: Address) -> str:
    """An address with its kind, without credentials."""
    if address.scheme in ("unix", "tls"):
        return f"{address.kind}://{address.path or address.place}"
    return f"{address.kind}+{address.url}"


@verb.command(name="list")
def list_all(*, output: Output = OUTPUT) -> Exit:
    """The daemons that are remembered."""
    known = profiles.load()
    show_rows([row_of(one, known.default) for one in known.known.values()], output)
    return Exit.OK


@verb.command
def show(name: str, /, *, output: Output = OUTPUT) -> Exit:
    """One of them.

    :param name: how it is called
    """
    known = profiles.load()
    one = known.named(name)
    row = {**row_of(one, known.default), "timeout": one.timeout, "verify": one.is_verified}
    if not printing.for_programs([row], output):
        printing.listed([(key, shown(value)) for key, value in row.items()])
    return Exit.OK


@verb.command
def remove(name: str, /, *, output: Output = OUTPUT) -> Exit:
    """Forget one of them, and its password.

    :param name: how it is called
    """
    known = profiles.load()
    gone = known.named(name)
    passwords.forget(gone)
    left = {key: one for key, one in known.known.items() if key != name}
    profiles.save(Profiles(left, None if known.default == name else known.default))
    if not printing.for_programs([{"removed": name}], output):
        print(f"removed  {safe(name)}")
    return Exit.OK


def row_of(profile: Profile, default: str | None) -> dict[str, object]:
    """A profile in a table. Of the password only where it is."""
    return {
        "name": profile.name,
        "url": profile.url,
        "username": profile.username,
        "password": f"in the {profile.secret}" if profile.secret else "none",
        "default": "yes" if profile.name == default else "no",
    }


def show_rows(rows: list[dict[str, object]], output: Output) -> None:
    """Print profiles."""
    if not printing.for_programs(rows, output):
        printing.table(rows, COLUMNS)


def shown(value: object) -> str:
    """A value as people read it."""
    if value is None:
        return "-"
    return safe(str(value)) if not isinstance(value, bool) else "yes" if value else "no"
