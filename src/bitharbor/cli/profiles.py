"""Profiles: daemons that the user has named, in a TOML file that only they may read. No secret stands in it; see `passwords`.

Where it is: the user's configuration folder, as each platform has it (Linux: ~/.config/bitharbor/btclient.toml).
"""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import platformdirs

from ..errors import FileError, FileUnreadableError, UsageError

FILE = "btclient.toml"
PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Profile:
    """A daemon that has a name.

    :ivar url: with its kind and without credentials
    :ivar secret: where the password is: `keyring`, `file`, or empty where there is none
    :ivar timeout: seconds
    :ivar is_verified: False accepts any certificate
    """

    name: str
    url: str
    username: str | None = None
    secret: str = ""
    timeout: float | None = None
    is_verified: bool = True


@dataclass(frozen=True, slots=True)
class Profiles:
    """All profiles, and which of them is meant when none is named."""

    known: Mapping[str, Profile]
    default: str | None = None

    def named(self, name: str) -> Profile:
        """The profile of that name."""
        if name in self.known:
            return self.known[name]
        there = ", ".join(self.known) or "none yet: btclient profile add"
        raise UsageError(f"there is no profile {name!r}", hint=f"there are {there}" if self.known else there)


def folder() -> Path:
    """Where profiles are kept."""
    return platformdirs.user_config_path("bitharbor", appauthor=False)


def load() -> Profiles:
    """The profiles as they stand in the file."""
    content = read_table(folder() / FILE)
    tables = content.get("profiles", {})
    default = content.get("default")
    if not isinstance(tables, dict):
        raise UsageError(f"{folder() / FILE} has no table of profiles", hint="mend the file, or remove it and add profiles again")
    known = {name: read_profile(name, table) for name, table in cast("dict[str, object]", tables).items()}
    return Profiles(known, default if isinstance(default, str) else None)


def read_table(path: Path) -> dict[str, object]:
    """A TOML file that is ours alone; empty where there is none."""
    try:
        with path.open("rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & 0o077:
                raise FileUnreadableError(f"{path} can be read by others on this machine", hint=f"chmod 600 {path}")
            return tomllib.load(file)
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        # without the parser's words: they may quote a secret
        raise UsageError(f"{path} is no TOML", hint="mend the file, or remove it and add profiles again") from error
    except FileError:
        raise
    except OSError as error:
        raise FileUnreadableError(f"{path} cannot be read ({error.strerror})") from error


def read_profile(name: str, table: object) -> Profile:
    """One profile."""
    found = cast("Mapping[str, object]", table if isinstance(table, dict) else {})
    url = found.get("url")
    if not isinstance(url, str):
        raise UsageError(f"the profile {name!r} in {folder() / FILE} has no url", hint="add it again")
    username, secret, timeout = found.get("username"), found.get("secret"), found.get("timeout")
    return Profile(
        name,
        url,
        username if isinstance(username, str) else None,
        secret if isinstance(secret, str) else "",
        float(timeout) if isinstance(timeout, int | float) else None,
        found.get("verify") is not False,
    )


def save(profiles: Profiles) -> None:
    """Write the file, whole or not at all."""
    tables: dict[str, dict[str, object]] = {}
    for name, profile in profiles.known.items():
        tables[name] = {
            "url": profile.url,
            "username": profile.username,
            "secret": profile.secret or None,
            "timeout": profile.timeout,
            "verify": None if profile.is_verified else False,
        }
    write_table(
        folder() / FILE, {"default": profiles.default}, {f"profiles.{quoted(name)}": rows for name, rows in tables.items()}
    )


def write_table(path: Path, top: Mapping[str, object], tables: Mapping[str, Mapping[str, object]]) -> None:
    """A TOML file that only its owner may read. None is left out."""
    lines = rows_of(top)
    for heading, rows in tables.items():
        lines += ["", f"[{heading}]", *rows_of(rows)]
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        number, temporary = tempfile.mkstemp(dir=path.parent)  # with the permissions of PRIVATE
        try:
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.write("\n".join([*lines, ""]).lstrip("\n"))
            os.chmod(temporary, PRIVATE)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise FileError(f"{path} cannot be written ({error.strerror})") from error


def rows_of(values: Mapping[str, object]) -> list[str]:
    """The lines of a table."""
    return [f"{quoted(key)} = {literal(value)}" for key, value in values.items() if value is not None]


def literal(value: object) -> str:
    """A value as TOML has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else repr(value)


def quoted(text: str) -> str:
    """A text or a key as TOML has it: as JSON, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
