"""Preferences of qBittorrent 3.2 to 4.0: their JSON in today's names and units, today's settings in theirs. Values only.

Facts, from the interface's document and seen on 3.3.16 and 4.0.4: limits are KiB/s through 3.3.7, bytes/s since; watched folders
are two lists through 3.3.1 (three in 3.3.0 and 3.3.1), a table since 3.3.2; uTP is a switch before 4.0, a choice of protocols
since; `export_dir_enabled` follows `export_dir`; `proxy_auth_enabled` follows `proxy_type` since 3.3.8; an hour without its
minute is ignored; unknown keys are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

import msgspec

from ....errors import UnsupportedError, UsageError
from ....model.json import Json
from ...digest_text.preferences import FOLDERS, INTO_FOLDERS, refuse_halves, watched
from ...digest_text.settings import BY_KEY, bytes_of, kibibytes_of, protocol_of, proxy_read, utp_of
from ...versions import Version, dotted

LIMITS: Final = ("dl_limit", "up_limit", "alt_dl_limit", "alt_up_limit")
COUNTS_BYTES: Final[Version] = (3, 3, 8)
TABLE_OF_FOLDERS: Final[Version] = (3, 3, 2)
SAVE_PATHS: Final = "scan_dirs_download_paths"
SINCE_PATHS: Final[Version] = (3, 3, 0)
UTP, PROTOCOL = "enable_utp", "bittorrent_protocol"
CHOOSES_PROTOCOL: Final[Version] = (4, 0, 0)

# key -> since; those of 3.0 and 3.1 are there too, but for the ones in GONE
YOUNGER: Final[Mapping[str, Version]] = {
    "export_dir_fin": (3, 2, 1),
    "force_proxy": (3, 2, 1),
    "ip_filter_trackers": (3, 2, 1),
    "max_ratio": (3, 2, 1),
    "max_ratio_act": (3, 2, 1),
    "max_ratio_enabled": (3, 2, 1),
    "max_uploads": (3, 2, 1),
    "random_port": (3, 2, 1),
    "web_ui_upnp": (3, 2, 2),
    SAVE_PATHS: SINCE_PATHS,
    "add_trackers": (3, 3, 5),
    "add_trackers_enabled": (3, 3, 5),
    "web_ui_domain_list": (3, 3, 14),
    "banned_IPs": (4, 0, 0),
    PROTOCOL: CHOOSES_PROTOCOL,
    "max_seeding_time": (4, 0, 0),
    "max_seeding_time_enabled": (4, 0, 0),
    "web_ui_address": (4, 0, 0),
    "bypass_auth_subnet_whitelist": (4, 0, 1),
    "bypass_auth_subnet_whitelist_enabled": (4, 0, 1),
}
GONE: Final[Mapping[str, Version]] = {
    "dhtSameAsBT": (3, 2, 0),
    "dht_port": (3, 2, 0),
    "export_dir_enabled": (3, 2, 0),  # read in 3.2.0, never written
    INTO_FOLDERS: TABLE_OF_FOLDERS,
    SAVE_PATHS: TABLE_OF_FOLDERS,
    UTP: CHOOSES_PROTOCOL,
    "proxy_auth_enabled": COUNTS_BYTES,
}


def is_there(key: str, version: Version) -> bool:
    """Whether that version takes the setting."""
    if key not in YOUNGER and key not in BY_KEY:
        return False
    return YOUNGER.get(key, (3, 2, 0)) <= version and not (key in GONE and version >= GONE[key])


def to_today(found: Mapping[str, Json], version: Version) -> dict[str, Json]:
    """What that version answers, in today's names and units."""
    read: dict[str, Json] = {key: "" if value is None else value for key, value in found.items()}
    if version < COUNTS_BYTES:
        for key in LIMITS:
            if key in read:
                read[key] = bytes_of(read[key])
    if UTP in read:
        read[PROTOCOL] = protocol_of(read.pop(UTP))
    if "proxy_type" in read:
        read["proxy_type"] = proxy_read(read["proxy_type"])
    if INTO_FOLDERS in read:
        folders = with_paths(read.get(FOLDERS), read.pop(INTO_FOLDERS), read.pop(SAVE_PATHS, None))
        read.pop(FOLDERS, None)
        if folders is not None:
            read[FOLDERS] = folders
    return read


def with_paths(folders: Json, into_folders: Json, paths: Json) -> dict[str, Json] | None:
    """The lists as today's table; a folder of its own to save to (3.3.0, 3.3.1) counts where it is not downloaded into."""
    found = watched(folders, into_folders)
    if found is None or not isinstance(paths, list) or len(paths) != len(found):
        return found
    return {key: path if into == 1 and path else into for (key, into), path in zip(found.items(), paths, strict=True)}


def to_elder(given: Mapping[str, Json], version: Version, *, is_strict: bool) -> str:
    """Today's settings as the JSON of that version, compact.

    :param given: already by the names of then, where only the name differs (see `turns`)
    :param is_strict: refuse what that version has not got; else it is left out, as the daemon would
    :raises UnsupportedError: that version has not got one of them
    :raises UsageError: a value would be stored as something else
    """
    written = dict(given)
    if version < CHOOSES_PROTOCOL and PROTOCOL in written:
        written[UTP] = utp_of(PROTOCOL, written.pop(PROTOCOL))
    if version < COUNTS_BYTES:
        for key in LIMITS:
            if key in written:
                written[key] = kibibytes_of(key, written[key])
    if version < TABLE_OF_FOLDERS and isinstance(written.get(FOLDERS), dict):
        written |= lists_of(cast("dict[str, Json]", written[FOLDERS]), version)
    for key in tuple(written):
        if is_there(key, version):
            continue
        if is_strict:
            raise UnsupportedError(
                f"setPreferences: the setting `{key}` does not exist in qBittorrent {dotted(version)}",
                hint="leave it out for this daemon",
            )
        del written[key]
    refuse_halves(written)
    return msgspec.json.encode(written).decode()


def lists_of(folders: Mapping[str, Json], version: Version) -> dict[str, Json]:
    """Today's table of watched folders as the lists of 3.2 to 3.3.1."""
    paths: list[Json] = [one if isinstance(one, str) else "" for one in folders.values()]
    if any(paths) and version < SINCE_PATHS:
        raise UsageError(
            f"`{FOLDERS}` names another folder to save to, which this daemon has not got",
            hint="give 0 (download into the watched folder) or 1 (into the default folder) for each",
        )
    lists: dict[str, Json] = {FOLDERS: list[Json](folders), INTO_FOLDERS: [one == 0 for one in folders.values()]}
    return {**lists, SAVE_PATHS: paths} if version >= SINCE_PATHS else lists
