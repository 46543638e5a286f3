"""Where passwords are: in the system's keyring where there is one, else in a file beside the profiles, private to its owner.

Rule: a password leaves this module only towards a daemon.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast

from ..errors import UsageError
from .profiles import Profile, folder, quoted, read_table, write_table

if TYPE_CHECKING:
    from pathlib import Path

SERVICE = "btclient"
VARIABLE = "BTCLIENT_PASSWORD"
KEYRING, FILE = "keyring", "file"


class Keyring(Protocol):
    """As much of the package `keyring` as is used."""

    def get_password(self, service_name: str, username: str) -> str | None: ...
    def set_password(self, service_name: str, username: str, password: str) -> None: ...
    def delete_password(self, service_name: str, username: str) -> None: ...


def keyring() -> Keyring | None:
    """The system's keyring; None where there is none that works."""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return None
    backend = keyring.get_keyring()
    return None if isinstance(backend, fail.Keyring | null.Keyring) else cast("Keyring", backend)


def path() -> Path:
    """The file of passwords."""
    return folder() / "passwords.toml"


def keep(name: str, password: str, is_file_meant: Callable[[str], bool]) -> str:
    """Keep the password of a profile; where it is now.

    :param is_file_meant: asked with the reason when there is a keyring and it fails: whether to keep it in the file then
    :raises UsageError: the keyring failed, and the file was not meant
    """
    ring = keyring()
    if ring is None:
        return keep_in_file(name, password)
    try:
        ring.set_password(SERVICE, name, password)
    except Exception as error:
        because = f"the keyring did not take the password ({type(error).__name__})"
        if not is_file_meant(because):
            raise UsageError(f"{because}; nothing was changed", hint="unlock it and try again") from error
        return keep_in_file(name, password)
    return KEYRING


def keep_in_file(name: str, password: str) -> str:
    """Keep it in the file."""
    write(in_file() | {name: password})
    return FILE


def forget(profile: Profile) -> None:
    """Forget the password of a profile."""
    if profile.secret == FILE:
        write({name: password for name, password in in_file().items() if name != profile.name})
    elif profile.secret == KEYRING and (ring := keyring()) is not None:
        try:
            if ring.get_password(SERVICE, profile.name) is not None:
                ring.delete_password(SERVICE, profile.name)
        except Exception as error:
            raise UsageError(
                f"the keyring did not open ({type(error).__name__}), and has the password of {profile.name!r} still",
                hint="unlock it and try again, or remove it there",
            ) from error


def password_of(profile: Profile) -> str | None:
    """The password of a profile; where it has none of its own, that of the environment."""
    if not profile.secret:
        return os.environ.get(VARIABLE)
    found = in_file().get(profile.name) if profile.secret == FILE else from_keyring(profile.name)
    if found is None:
        raise UsageError(
            f"the password of the profile {profile.name!r} is not in the {profile.secret} any more",
            hint=f"btclient profile add {profile.name} ... --replace",
        )
    return found


def from_keyring(name: str) -> str | None:
    """A password in the keyring."""
    ring = keyring()
    if ring is None:
        raise UsageError("there is no keyring here that works", hint="unlock or install it, or add the profile again")
    try:
        return ring.get_password(SERVICE, name)
    except Exception as error:
        raise UsageError(f"the keyring did not open ({type(error).__name__})", hint="unlock it and try again") from error


def in_file() -> dict[str, str]:
    """The passwords in the file."""
    table = read_table(path()).get("passwords", {})
    if not isinstance(table, dict):
        return {}
    return {name: one for name, one in cast("Mapping[str, object]", table).items() if isinstance(one, str)}


def write(passwords: Mapping[str, str]) -> None:
    """Write the file, or remove it when it holds none."""
    if passwords:
        write_table(path(), {}, {quoted("passwords"): dict(passwords)})
    else:
        path().unlink(missing_ok=True)
