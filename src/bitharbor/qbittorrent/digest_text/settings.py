"""The seventy preferences of 3.0 and 3.1: a row for each, with its name, unit and form of today.

Rule 1: a row says how a value is read and written; what several of them must keep together is in `preferences`.

Facts: limits are whole KiB/s here, bytes/s today; -1 means no limit here, 0 today. Unset texts are null in 3.1.9.2 and empty in
3.1.12. export_dir_enabled follows export_dir (all seen).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ...errors import UsageError
from ...model.json import Json

KIB: Final = 1024
MOST: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference."""

    key: str
    """Name on the wire"""
    kind: type
    name: str = ""
    """Today's name, where it is another one"""
    raw: str = ""
    unit: str = ""
    lost: str = ""
    read: Callable[[Json], Json] | None = None
    write: Callable[[str, Json], Json] | None = None

    @property
    def today(self) -> str:
        """Today's name."""
        return self.name or self.key

    def to_today(self, value: Json) -> Json:
        """The daemon's value, as today."""
        if self.kind is str and value is None:
            return ""
        return self.read(value) if self.read else value

    def to_then(self, value: Json) -> Json:
        """Today's value, as these daemons want it.

        :raises UsageError: it has no equal there
        """
        if self.write:
            value = self.write(self.today, value)
        if type(value) is not self.kind:
            raise UsageError(
                f"the setting `{self.today}` is no {type(value).__name__}", hint=f"give a value of type {self.kind.__name__}"
            )
        if isinstance(value, int) and not -MOST - 1 <= value <= MOST:
            raise UsageError(f"the setting `{self.today}` is too large for this daemon", hint=f"give a number up to {MOST}")
        return value


def bytes_of(value: Json) -> Json:
    """A limit in KiB/s as bytes/s."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    return max(value, 0) * KIB


def kibibytes_of(name: str, value: Json) -> Json:
    """A limit in bytes/s as KiB/s."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    if value % KIB and value > 0:
        low = value // KIB * KIB
        near = f"{low} or {low + KIB}" if low else f"{KIB}"
        raise UsageError(
            f"the setting `{name}` is {value} bytes/s, and this daemon keeps whole KiB/s there",
            hint=f"give {near}; global limits of today also have calls of their own, which take bytes",
        )
    return value // KIB if value > 0 else -1


def protocol_of(value: Json) -> Json:
    """Whether uTP is on, as today's choice of protocols."""
    return (0 if value else 1) if isinstance(value, bool) else value


def utp_of(name: str, value: Json) -> Json:
    """Today's choice of protocols, as uTP on or off."""
    if isinstance(value, bool):
        return value
    if value not in (0, 1):
        raise UsageError(f"this daemon cannot do without TCP: `{name}` is {value!r}", hint="give 0 (TCP and uTP) or 1 (TCP)")
    return value == 0


def proxy_read(value: Json) -> Json:
    """-1 is none as well (documentation of 3.1)."""
    return 0 if value == -1 and not isinstance(value, bool) else value


PROXY_NUMBERS: Final = {"None": 0, "HTTP": 1, "SOCKS5": 2, "SOCKS4": 5}


def proxy_written(name: str, value: Json) -> Json:
    """A kind of proxy by its number; today's words are those without a login."""
    if not isinstance(value, str):
        return value
    if value not in PROXY_NUMBERS:
        raise UsageError(
            f"the setting `{name}` has a word that is no kind of proxy", hint=f"give one of {', '.join(PROXY_NUMBERS)}"
        )
    return PROXY_NUMBERS[value]


WHOLE_KIB: Final = "what is less than 1 KiB; -1 is no limit, and 0 here"


def limit(key: str) -> Setting:
    """A limit."""
    return Setting(key, int, raw="`3072` (KiB/s), `-1`", unit="bytes/s", lost=WHOLE_KIB, read=bytes_of, write=kibibytes_of)


SETTINGS: Final = (
    Setting("locale", str),
    Setting("save_path", str),
    Setting("temp_path_enabled", bool),
    Setting("temp_path", str),
    Setting("scan_dirs", list, raw="list of paths", unit="path -> 0 into it, 1 default folder", lost="other folders to save to"),
    Setting("download_in_scan_dirs", list, name="scan_dirs", raw="list of booleans", unit="as `scan_dirs`"),
    Setting("export_dir_enabled", bool, lost="follows `export_dir`, kept in `extra`, never written"),
    Setting("export_dir", str),
    Setting("mail_notification_enabled", bool),
    Setting("mail_notification_email", str),
    Setting("mail_notification_smtp", str),
    Setting("mail_notification_ssl_enabled", bool),
    Setting("mail_notification_auth_enabled", bool),
    Setting("mail_notification_username", str),
    Setting("mail_notification_password", str),
    Setting("autorun_enabled", bool),
    Setting("autorun_program", str),
    Setting("preallocate_all", bool),
    Setting("queueing_enabled", bool),
    Setting("max_active_downloads", int, unit="-1 no limit"),
    Setting("max_active_torrents", int, unit="-1 no limit"),
    Setting("max_active_uploads", int, unit="-1 no limit"),
    Setting("dont_count_slow_torrents", bool),
    Setting("incomplete_files_ext", bool),
    Setting("listen_port", int),
    Setting("upnp", bool),
    limit("dl_limit"),
    limit("up_limit"),
    Setting("max_connec", int, unit="-1 no limit"),
    Setting("max_connec_per_torrent", int, unit="-1 no limit"),
    Setting("max_uploads_per_torrent", int, unit="-1 no limit"),
    Setting(
        "enable_utp", bool, "bittorrent_protocol", unit="0 TCP and uTP, 1 TCP", lost="uTP alone", read=protocol_of, write=utp_of
    ),
    Setting("limit_utp_rate", bool),
    Setting("limit_tcp_overhead", bool),
    limit("alt_dl_limit"),
    limit("alt_up_limit"),
    Setting("scheduler_enabled", bool),
    Setting("schedule_from_hour", int, unit="h"),
    Setting("schedule_from_min", int, unit="min"),
    Setting("schedule_to_hour", int, unit="h"),
    Setting("schedule_to_min", int, unit="min"),
    Setting("scheduler_days", int),
    Setting("dht", bool),
    Setting("dhtSameAsBT", bool, lost="no name today, kept in `extra`"),
    Setting("dht_port", int, lost="no name today, kept in `extra`"),
    Setting("pex", bool),
    Setting("lsd", bool),
    Setting("encryption", int),
    Setting("anonymous_mode", bool),
    Setting(
        "proxy_type",
        int,
        raw="`-1` to `5`",
        unit="0 to 5",
        lost="`-1` is none too, and 0 here",
        read=proxy_read,
        write=proxy_written,
    ),
    Setting("proxy_ip", str),
    Setting("proxy_port", int),
    Setting("proxy_peer_connections", bool),
    Setting("proxy_auth_enabled", bool, lost="follows `proxy_type`"),
    Setting("proxy_username", str),
    Setting("proxy_password", str),
    Setting("ip_filter_enabled", bool),
    Setting("ip_filter_path", str),
    Setting("web_ui_port", int),
    Setting("web_ui_username", str),
    Setting("web_ui_password", str, raw="MD5 of name, realm and password", lost="the password; written in clear"),
    Setting("bypass_local_auth", bool),
    Setting("use_https", bool),
    Setting("ssl_key", str),
    Setting("ssl_cert", str),
    Setting("dyndns_enabled", bool),
    Setting("dyndns_service", int),
    Setting("dyndns_username", str),
    Setting("dyndns_password", str),
    Setting("dyndns_domain", str),
)

BY_KEY: Final = {setting.key: setting for setting in SETTINGS}
