"""Reading and writing the preferences of 3.0 and 3.1, in today's names and units.

Rule 1: what would be stored as something else, or lock everybody out, is refused before it is sent.
Rule 2: no value of a setting stands in an error: some are passwords.

Facts, all seen unless said otherwise: 3.1.10 and younger read JSON; 3.1.9.2 and older split it by hand at commas, undo no
backslash and stumble over a blank after a colon or comma. 3.0.8 and older disregard values with a colon and read every boolean
in a list as false (documentation of 3.1). scan_dirs is ignored without download_in_scan_dirs, an hour without its minute too.
web_ui_password reads as a hash; written, that same hash changes nothing, and everything else is taken for the new password in
clear. The hash holds the user name: a new name without a new password locks everybody out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Final, cast

import msgspec

from ...errors import BadAnswerError, UnsupportedError, UsageError
from ...model.json import Json
from .. import convert
from ..learning import RecordBook
from ..records import Preferences
from ..versions import Version, dotted
from . import lenient
from .settings import BY_KEY, SETTINGS

REALM: Final = "Web UI Access"
READS_JSON: Final[Version] = (3, 1, 10)
READS_COLONS: Final[Version] = (3, 0, 9)

FOLDERS: Final = "scan_dirs"
INTO_FOLDERS: Final = "download_in_scan_dirs"
BARE_NAMES: Final = frozenset(("export_dir_enabled", "dhtSameAsBT", "dht_port"))
"""Preferences that have no name today"""
PAIRS: Final = (("schedule_from_hour", "schedule_from_min"), ("schedule_to_hour", "schedule_to_min"))

_HASH = re.compile("[0-9a-fA-F]{32}")
_SPLIT_BY_HAND = re.compile(r'[,"\\\x00-\x1f\x7f]')
_SURROGATE = re.compile("[\ud800-\udfff]")


def digest_secret(username: str, password: str) -> str:
    """The hash that stands for a user and a password: HA1 of Digest, and what web_ui_password reads as."""
    return hashlib.md5(f"{username}:{REALM}:{password}".encode(), usedforsecurity=False).hexdigest()


def preferences(body: bytes, records: RecordBook | None = None) -> Preferences:
    """`/json/preferences`. Keys without a name of today are in `extra`.

    :param records: decoders of the session
    :raises BadAnswerError: the answer is cut off, or has another form
    """
    value = lenient.decoded(body)
    if not isinstance(value, dict):
        raise BadAnswerError(f"an object was expected, {type(value).__name__} came")
    found: dict[str, Json] = {}
    for key, one in value.items():
        setting = BY_KEY.get(key)
        if key not in (FOLDERS, INTO_FOLDERS):
            found[setting.today if setting else key] = setting.to_today(one) if setting else one
    folders = watched(value.get(FOLDERS), value.get(INTO_FOLDERS))
    if folders is not None:
        found[FOLDERS] = folders
    return (records or RecordBook()).convert(Preferences, found)


def watched(folders: Json, into_folders: Json) -> dict[str, Json] | None:
    """Both lists as today's table: 0 downloads into the folder, 1 into the default one. None when they do not fit together."""
    if not isinstance(folders, list) or not isinstance(into_folders, list) or len(folders) != len(into_folders):
        return None
    if not all(isinstance(one, str) for one in folders) or not all(isinstance(one, bool) for one in into_folders):
        return None
    return {cast("str", path): 0 if into else 1 for path, into in zip(folders, into_folders, strict=True)}


def preferences_json(changes: Preferences | Mapping[str, Json], version: Version, current: Preferences | None = None) -> str:
    """Changes as the compact JSON that setPreferences of that version understands.

    The form must encode blanks as `%20`: `+` stays `+` in these daemons.

    :param changes: in today's names and units
    :param version: of the daemon
    :param current: what the daemon has now; what is equal to it is left out
    :raises UnsupportedError: these daemons have not got one of the settings
    :raises UsageError: one of the values would be stored as something else, or lock everybody out
    """
    given = cast("dict[str, Json]", convert.row(changes))
    has_now = cast("dict[str, Json]", convert.row(current)) if current is not None else {}
    wanted = {name: value for name, value in given.items() if name not in has_now or has_now[name] != value}
    unset = next((name for name, value in wanted.items() if value is None), None)
    if unset is not None:
        raise UsageError(f"the setting `{unset}` is None", hint="leave it out, or give an empty text to unset it")
    proxy_words(wanted)
    written = split_folders(wanted)
    names = {name: setting for setting in SETTINGS for name in (setting.today, setting.key)}
    for name, value in wanted.items():
        if name == "export_dir_enabled":
            refuse_switch(wanted)
            continue
        if name in (FOLDERS, INTO_FOLDERS):
            continue
        if name not in names:
            raise UnsupportedError(
                f"setPreferences: the setting `{name}` does not exist in qBittorrent {dotted(version)}",
                hint="leave it out for this daemon",
            )
        if names[name].key in written:
            raise UsageError(f"the setting `{name}` is given twice", hint=f"give `{names[name].today}` alone")
        written[names[name].key] = names[name].to_then(value)
    refuse_halves(written)
    refuse_lockout(written)
    refuse_unsafe(written, version)
    return msgspec.json.encode({setting.key: written[setting.key] for setting in SETTINGS if setting.key in written}).decode()


def proxy_words(wanted: dict[str, Json]) -> None:
    """Put a login into the number of a proxy given by today's word."""
    if wanted.get("proxy_auth_enabled") is True and wanted.get("proxy_type") in ("HTTP", "SOCKS5"):
        wanted["proxy_type"] = 3 if wanted["proxy_type"] == "HTTP" else 4


def split_folders(wanted: Mapping[str, Json]) -> dict[str, Json]:
    """Watched folders as the two lists that go together. The lists themselves are taken too."""
    if FOLDERS not in wanted and INTO_FOLDERS not in wanted:
        return {}
    folders = wanted.get(FOLDERS)
    if isinstance(folders, dict):
        if any(type(one) is not int or one not in (0, 1) for one in folders.values()):
            raise UsageError(
                f"`{FOLDERS}` names another folder to save to, which this daemon has not got",
                hint="give 0 (download into the watched folder) or 1 (into the default folder) for each",
            )
        return {FOLDERS: list[Json](folders), INTO_FOLDERS: [one == 0 for one in folders.values()]}
    into_folders = wanted.get(INTO_FOLDERS)
    if isinstance(folders, list) and isinstance(into_folders, list) and watched(folders, into_folders) is not None:
        return {FOLDERS: folders, INTO_FOLDERS: into_folders}
    raise UsageError(
        f"this daemon takes `{FOLDERS}` and `{INTO_FOLDERS}` only together",
        hint=f"give `{FOLDERS}` as a mapping from path to 0 (download into the folder) or 1 (default folder)",
    )


def refuse_switch(wanted: Mapping[str, Json]) -> None:
    """export_dir_enabled cannot be written. It does no harm beside the folder that says the same."""
    if "export_dir" not in wanted or wanted["export_dir_enabled"] is not bool(wanted["export_dir"]):
        raise UsageError("`export_dir_enabled` follows `export_dir`", hint="give `export_dir`, an empty text switches it off")


def refuse_halves(written: Mapping[str, Json]) -> None:
    """An hour without its minute is ignored."""
    for pair in PAIRS:
        missing = [key for key in pair if key not in written]
        if len(missing) == 1:
            raise UsageError(f"this daemon takes `{pair[0]}` and `{pair[1]}` only together", hint=f"give `{missing[0]}` too")


def refuse_lockout(written: Mapping[str, Json]) -> None:
    """After a new name without a new password nobody can log in."""
    name, password = written.get("web_ui_username"), written.get("web_ui_password")
    if password == "" or name == "" or (isinstance(name, str) and ":" in name):
        raise UsageError("with this user name or password nobody could log in", hint="give both, and no colon in the name")
    if name is not None and (not isinstance(password, str) or _HASH.fullmatch(password)):
        raise UsageError(
            "a new `web_ui_username` without a new password locks everybody out",
            hint="give `web_ui_password` in clear too, or leave the name out",
        )


def refuse_unsafe(written: Mapping[str, Json], version: Version) -> None:
    """Texts that this version would store as something else."""
    for key, value in written.items():
        for text in texts(value):
            if _SURROGATE.search(text):
                raise UsageError(f"the setting `{key}` is no text that can be sent", hint="give text without lone surrogates")
            if version < READS_JSON and _SPLIT_BY_HAND.search(text):
                raise UsageError(
                    f"qBittorrent {dotted(version)} would store another text for `{key}`: it cannot read commas, quotes, "
                    "backslashes and line ends",
                    hint="write it without these, set it in the daemon's own window, or update to 3.1.10 or younger",
                )
            if version < READS_COLONS and ":" in text:
                raise UsageError(
                    f"qBittorrent {dotted(version)} disregards `{key}`: it cannot read colons",
                    hint="write it without a colon, set it in the daemon's own window, or update to 3.0.9 or younger",
                )
    if version < READS_COLONS and True in cast("list[Json]", written.get(INTO_FOLDERS, [])):
        raise UsageError(
            f"qBittorrent {dotted(version)} cannot be told to download into watched folders: it reads all such switches as off",
            hint=f"give 1 for each folder in `{FOLDERS}`, or update to 3.0.9 or younger",
        )


def texts(value: Json) -> Iterable[str]:
    """The texts of a value."""
    if isinstance(value, str):
        return (value,)
    return (one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
