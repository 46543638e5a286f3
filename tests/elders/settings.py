"""The preferences of every version from 3.0 to 4.0.4, with their odd ways of being read and written.

Defaults are those of a fresh 3.1.12 and 3.3.16 on a server without DHT, PeX, LSD and UPnP, as recorded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from tests.elders.splitting import taken_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.elders.profiles import Number, Profile
    from tests.elders.wire import Json

REALM: Final = "Web UI Access"
KIB: Final = 1024
BEGINNING: Final[Number] = (3, 0)
COOKIE: Final[Number] = (3, 2)
# limits are in KiB/s before, in bytes/s from then on
BYTE_LIMITS: Final[Number] = (3, 3, 8)
SCAN_OBJECT: Final[Number] = (3, 3, 2)


@dataclass(frozen=True)
class Setting:
    """A preference: its value on a fresh server, and in which versions it is read. Limits are kept in bytes a second."""

    key: str
    fresh: Json
    since: Number = BEGINNING
    until: Number | None = None


# the document's order, which 3.1.9.2 prints in; then those that came later
SETTINGS: Final = (
    Setting("locale", "en_GB"),
    Setting("save_path", ""),
    Setting("temp_path_enabled", False),
    Setting("temp_path", ""),
    Setting("scan_dirs", []),
    Setting("download_in_scan_dirs", [], until=SCAN_OBJECT),
    Setting("export_dir_enabled", False, until=(3, 2, 1)),
    Setting("export_dir", None),
    Setting("mail_notification_enabled", False),
    Setting("mail_notification_email", ""),
    Setting("mail_notification_smtp", "smtp.changeme.com"),
    Setting("mail_notification_ssl_enabled", False),
    Setting("mail_notification_auth_enabled", False),
    Setting("mail_notification_username", None),
    Setting("mail_notification_password", None),
    Setting("autorun_enabled", False),
    Setting("autorun_program", None),
    Setting("preallocate_all", False),
    Setting("queueing_enabled", True),
    Setting("max_active_downloads", 3),
    Setting("max_active_torrents", 5),
    Setting("max_active_uploads", 3),
    Setting("dont_count_slow_torrents", False),
    Setting("incomplete_files_ext", False),
    Setting("listen_port", 6881),
    Setting("upnp", False),
    Setting("dl_limit", 0),
    Setting("up_limit", 0),
    Setting("max_connec", 500),
    Setting("max_connec_per_torrent", 100),
    Setting("max_uploads_per_torrent", -1),
    Setting("enable_utp", True, until=(4, 0)),
    Setting("limit_utp_rate", True),
    Setting("limit_tcp_overhead", False),
    Setting("alt_dl_limit", 10 * KIB),
    Setting("alt_up_limit", 10 * KIB),
    Setting("scheduler_enabled", False),
    Setting("schedule_from_hour", 8),
    Setting("schedule_from_min", 0),
    Setting("schedule_to_hour", 20),
    Setting("schedule_to_min", 0),
    Setting("scheduler_days", 0),
    Setting("dht", False),
    Setting("dhtSameAsBT", True, until=COOKIE),
    Setting("dht_port", 6881, until=COOKIE),
    Setting("pex", False),
    Setting("lsd", False),
    Setting("encryption", 0),
    Setting("anonymous_mode", False),
    Setting("proxy_type", 0),
    Setting("proxy_ip", "0.0.0.0"),  # noqa: S104  a value that servers report, nothing is bound to it
    Setting("proxy_port", 8080),
    Setting("proxy_peer_connections", False),
    Setting("proxy_auth_enabled", False),
    Setting("proxy_username", None),
    Setting("proxy_password", None),
    Setting("ip_filter_enabled", False),
    Setting("ip_filter_path", None),
    Setting("web_ui_port", 8080),
    Setting("web_ui_username", "admin"),
    Setting("web_ui_password", ""),
    Setting("bypass_local_auth", False),
    Setting("use_https", False),
    Setting("ssl_key", ""),
    Setting("ssl_cert", ""),
    Setting("dyndns_enabled", False),
    Setting("dyndns_service", 0),
    Setting("dyndns_username", None),
    Setting("dyndns_password", None),
    Setting("dyndns_domain", "changeme.dyndns.org"),
    Setting("export_dir_fin", "", (3, 2, 1)),
    Setting("force_proxy", True, (3, 2, 1)),
    Setting("ip_filter_trackers", False, (3, 2, 1)),
    Setting("max_ratio", -1, (3, 2, 1)),
    Setting("max_ratio_act", 0, (3, 2, 1)),
    Setting("max_ratio_enabled", False, (3, 2, 1)),
    Setting("max_uploads", -1, (3, 2, 1)),
    Setting("random_port", False, (3, 2, 1)),
    Setting("web_ui_upnp", False, (3, 2, 2)),
    Setting("scan_dirs_download_paths", [], (3, 3), SCAN_OBJECT),
    Setting("add_trackers", "", (3, 3, 5)),
    Setting("add_trackers_enabled", False, (3, 3, 5)),
    Setting("web_ui_domain_list", "*", (3, 3, 14)),
    Setting("banned_IPs", "", (4, 0)),
    Setting("bittorrent_protocol", 0, (4, 0)),
    Setting("max_seeding_time", -1, (4, 0)),
    Setting("max_seeding_time_enabled", False, (4, 0)),
    Setting("web_ui_address", "*", (4, 0)),
    Setting("bypass_auth_subnet_whitelist", "", (4, 0, 1)),
    Setting("bypass_auth_subnet_whitelist_enabled", False, (4, 0, 1)),
)
# seen on 3.1.12: an upload limit of 50 KiB/s and four slots from the start
FRESH_DIGEST: Final[Mapping[str, Json]] = {"up_limit": 50 * KIB, "max_uploads_per_torrent": 4}
LIMITS: Final = ("dl_limit", "up_limit", "alt_dl_limit", "alt_up_limit")
UNLIMITED_AT_ZERO: Final = ("max_connec", "max_connec_per_torrent", "max_uploads", "max_uploads_per_torrent")
# the hour is ignored without the minute (seen on 3.1.12), as are scan_dirs without what is to be done with them
PAIRS: Final = {
    "schedule_from_hour": "schedule_from_min",
    "schedule_to_hour": "schedule_to_min",
    "schedule_from_min": "schedule_from_hour",
    "schedule_to_min": "schedule_to_hour",
    "scan_dirs": "download_in_scan_dirs",
    "download_in_scan_dirs": "scan_dirs",
}


class Settings:
    """The preferences of one server; `values` may be set by tests, limits in bytes a second."""

    def __init__(self, profile: Profile, username: str, password: str, save_path: str) -> None:
        self.profile = profile
        self.just_written: set[str] = set()
        fresh = FRESH_DIGEST if profile.is_digest else {}
        self.values: dict[str, Json] = {
            row.key: fresh.get(row.key, row.fresh) for row in SETTINGS if profile.has(row.since, row.until)
        }
        if profile.has(SCAN_OBJECT):
            self.values["scan_dirs"] = {}
        self.values |= {"web_ui_username": username, "save_path": save_path, "temp_path": f"{save_path}/temp"}
        self.values["web_ui_password"] = self.hashed(password)

    def hashed(self, password: str) -> str:
        """What stands for a password at rest: HA1 of Digest before 3.2, MD5 of the password from then on."""
        written = f"{self.text('web_ui_username')}:{REALM}:{password}" if self.profile.is_digest else password
        return hashlib.md5(written.encode(), usedforsecurity=False).hexdigest()

    def text(self, key: str) -> str:
        return str(self.values[key] or "")

    def integer(self, key: str) -> int:
        return whole_number(self.values[key])

    def flag(self, key: str) -> bool:
        return truth(self.values[key])

    def read(self) -> dict[str, Json]:
        """As the server prints them."""
        return {key: self._read(key, value) for key, value in self.values.items()}

    def _read(self, key: str, value: Json) -> Json:
        if key in LIMITS:
            return self._limit(key)
        if value is None:
            # seen on 3.1.9.2: null for what was never set
            return "" if self.profile.prints_sorted else None
        if key in {"save_path", "temp_path"} and self.profile.has((3, 3)):
            return f"{value}/"  # seen on 3.3.16
        if key == "export_dir_enabled":
            return bool(self.values["export_dir"])
        if key in UNLIMITED_AT_ZERO and isinstance(value, int) and value <= 0:
            return -1
        return value

    def _limit(self, key: str) -> int:
        """Bytes a second since 3.3.8; whole KiB/s before, where -1 says none."""
        rate = self.integer(key)
        if self.profile.has(BYTE_LIMITS):
            return rate
        return rate // KIB if rate > 0 else -1

    def write(self, text: str) -> None:
        """setPreferences: what the version's reader makes of the text; unknown keys and broken JSON change nothing."""
        given = self._given(text)
        for key in self.values:
            if key in given and self._may_be_written(key, given):
                self.values[key] = self._written(key, given[key])
                self.just_written.add(key)
        if self.profile.has((3, 2, 1)) and not self.flag("max_ratio_enabled"):
            self.values["max_ratio"] = -1

    def _given(self, text: str) -> Mapping[str, Json]:
        if self.profile.is_digest and not self.profile.prints_sorted:
            return taken_apart(text, self.profile)
        try:
            given: object = json.loads(text)
        except ValueError:
            return {}
        return cast("Mapping[str, Json]", given) if isinstance(given, dict) else {}

    def _may_be_written(self, key: str, given: Mapping[str, Json]) -> bool:
        if key == "export_dir_enabled" or (key == "proxy_auth_enabled" and self.profile.has(BYTE_LIMITS)):
            return False
        partner = PAIRS.get(key)
        return partner is None or partner not in self.values or partner in given

    def _written(self, key: str, value: Json) -> Json:
        if key in LIMITS:
            rate = whole_number(value)
            return max(rate, 0) * (1 if self.profile.has(BYTE_LIMITS) else KIB)
        if key == "web_ui_password":
            # its own hash sent back changes nothing; any other text is taken for a new password
            return value if value == self.values[key] else self.hashed(as_text(value))
        if key in {"save_path", "temp_path"}:
            return as_text(value).rstrip("/")
        return KINDS[type(self.values[key])](value)

    def limit(self, key: str, rate: int) -> None:
        """A global limit in bytes a second; 0 and less is none."""
        self.values[key] = max(rate, 0)


def whole_number(value: Json) -> int:
    """A number, or one written as a string; 0 for anything else (numbers in quotes are taken: seen on 3.1.12)."""
    if isinstance(value, int | float):
        return int(value)
    try:
        return int(value) if isinstance(value, str) else 0
    except ValueError:
        return 0


def truth(value: Json) -> bool:
    return value.lower() not in {"", "0", "false"} if isinstance(value, str) else bool(value)


def as_text(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def as_float(value: Json) -> float:
    return float(value) if isinstance(value, int | float) else float(whole_number(value))


def as_list(value: Json) -> list[Json]:
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else []


def as_mapping(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, Mapping) else {}


# what is kept has the kind of what was there; None stands for a text that was never set
KINDS: Final[Mapping[type, Callable[[Json], Json]]] = {
    bool: truth,
    int: whole_number,
    float: as_float,
    str: as_text,
    type(None): as_text,
    list: as_list,
    dict: as_mapping,
}
