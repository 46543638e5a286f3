"""Settings on each line: every key typed, every writable key written and read back, older names translated."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import msgspec
import pytest
from tests.harness.daemon import Daemon
from tests.harness.session import Session
from tests.live.conftest import FreshDaemon

from bitharbor import errors
from bitharbor.model.json import Json
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent._generated.preference_versions import GONE, SINCE
from bitharbor.qbittorrent.records import Preferences

Version = tuple[int, ...]
Settings = dict[str, Json]
Connect = Callable[..., Client]
KEYS = {field.encode_name for field in msgspec.structs.fields(Preferences)}
WRITE_ONLY = {"web_ui_password"}
READ_ONLY = {"current_interface_name", "add_trackers_url_list", "web_ui_api_key"}

# written back as they are, but not changed: what it would do to a daemon that must stay on loopback and be asked again
KEPT = {
    "web_ui_port": "moves the daemon away from the client",
    "web_ui_address": "moves the daemon away from the client",
    "use_https": "moves the daemon away from the client",
    "alternative_webui_enabled": "serves another interface",
    "current_network_interface": "leaves loopback",
    "current_interface_address": "leaves loopback",
    "upnp": "leaves loopback",
    "web_ui_upnp": "leaves loopback",
    "dht": "leaves loopback",
    "lsd": "leaves loopback",
    "dyndns_enabled": "leaves loopback",
    "add_trackers_from_url_enabled": "leaves loopback",
    "resolve_peer_countries": "leaves loopback: it fetches a table of countries",
    "resolve_peer_host_names": "leaves loopback",
    "i2p_enabled": "looks for a router that is not there",
    "enable_embedded_tracker": "listens on every address",
}

# where neither the opposite, nor the next number, nor a longer text is a value that the daemon takes
OTHERS: Settings = {
    "locale": "de",
    "torrent_content_layout": "NoSubfolder",
    "torrent_stop_condition": "FilesChecked",
    "mail_notification_encryption_type": "STARTTLS",
    "proxy_type": "SOCKS4",
    "share_limits_mode": "MatchAll",
    "resume_data_storage_type": "SQLite",
    "torrent_content_remove_option": "MoveToTrash",
    "banned_IPs": "127.66.0.3",
    "bypass_auth_subnet_whitelist": "127.66.0.0/16",
    "announce_ip": "127.66.0.4",
    "dl_limit": 10240,
    "up_limit": 20480,
    "alt_dl_limit": 30720,
    "alt_up_limit": 40960,
    "scan_dirs": {"/none-such/watched": 1},
}

# taken only together
TOGETHER: dict[str, Settings] = {
    "random_port": {"random_port": True, "listen_port": 0},
    "schedule_from_hour": {"schedule_from_hour": 3, "schedule_from_min": 30},
    "schedule_from_min": {"schedule_from_hour": 3, "schedule_from_min": 30},
    "schedule_to_hour": {"schedule_to_hour": 4, "schedule_to_min": 45},
    "schedule_to_min": {"schedule_to_hour": 4, "schedule_to_min": 45},
    "max_ratio_enabled": {"max_ratio_enabled": True, "max_ratio": 2.5},
    "max_ratio": {"max_ratio_enabled": True, "max_ratio": 2.5},
    "max_seeding_time_enabled": {"max_seeding_time_enabled": True, "max_seeding_time": 90},
    "max_seeding_time": {"max_seeding_time_enabled": True, "max_seeding_time": 90},
    "max_inactive_seeding_time_enabled": {"max_inactive_seeding_time_enabled": True, "max_inactive_seeding_time": 45},
    "max_inactive_seeding_time": {"max_inactive_seeding_time_enabled": True, "max_inactive_seeding_time": 45},
}


def plain(preferences: Preferences) -> Settings:
    """What the daemon sent, by its own keys."""
    return {key: value for key, value in cast("Settings", msgspec.to_builtins(preferences)).items() if value is not None}


def read(client: Client) -> Settings:
    return plain(client.app.preferences())


def other(key: str, value: Json) -> Settings:
    """A change of one setting that a daemon of tests survives."""
    if key in TOGETHER:
        return TOGETHER[key]
    if key in OTHERS:
        return {key: OTHERS[key]}
    match value:
        case bool():
            return {key: not value}
        case int() | float():
            return {key: value + 1}
        case str():
            return {key: "/none-such/other" if value.startswith("/") else f"{value}x"}
        case _:
            raise AssertionError(f"{key} is of a kind that has no other value here: {value!r}")


def test_no_setting_of_a_known_daemon_is_unknown(client: Client, daemon: Daemon) -> None:
    preferences = client.app.preferences()
    raw = cast("Settings", Session(daemon).get("app/preferences"))
    assert preferences.extra == {}
    assert plain(preferences) == raw
    assert raw.keys() <= KEYS


def test_settings_come_and_go_with_the_versions_that_their_docstrings_name(daemon: Daemon, version: Version) -> None:
    raw = cast("Settings", Session(daemon).get("app/preferences"))
    promised = {key for key in KEYS if SINCE.get(key, ()) <= version and not (key in GONE and version >= GONE[key])}
    assert promised - WRITE_ONLY == raw.keys()


def test_what_was_read_is_written_back_without_a_change(client: Client) -> None:
    before = client.app.preferences()
    client.app.set_preferences(before)
    assert client.app.preferences() == before


def test_every_writable_setting_of_the_newest_daemon_is_changed_read_back_and_restored(
    connect: Connect, fresh_daemon: FreshDaemon
) -> None:
    client = connect(fresh_daemon())
    before = read(client)
    changeable = before.keys() - KEPT.keys() - READ_ONLY
    assert len(changeable) >= 220
    wrong: list[str] = []
    for key in sorted(changeable):
        change = other(key, before[key])
        client.app.set_preferences(change)
        after = read(client)
        changed = {name: after[name] for name in after if after[name] != before[name]}
        if not (changed.items() <= change.items() and after[key] == change[key]):
            wrong.append(f"{key}: asked for {change}, came to {changed}")
        client.app.set_preferences({name: before[name] for name in {*change, *changed}})
        if read(client) != before:
            wrong.append(f"{key}: not restored")
            client.app.set_preferences(before)
    assert wrong == []


def test_settings_that_are_only_read_stay_as_they_are(connect: Connect, fresh_daemon: FreshDaemon) -> None:
    client = connect(fresh_daemon())
    before = read(client)
    client.app.set_preferences(dict.fromkeys(READ_ONLY, "other"))
    assert read(client) == before


def test_a_record_with_some_fields_changes_these_alone(client: Client) -> None:
    before = read(client)
    client.app.set_preferences(Preferences(max_connec=321, queueing_enabled=True))
    after = read(client)
    assert {key for key in after if after[key] != before[key]} == {"max_connec", "queueing_enabled"}
    assert (after["max_connec"], after["queueing_enabled"]) == (321, True)
    client.app.set_preferences({key: before[key] for key in ("max_connec", "queueing_enabled")})


# given -> what each version reads back, by the first version that reads it so
TRANSLATED: list[tuple[Settings, dict[Version, Settings]]] = [
    ({"add_stopped_enabled": True}, {(4, 2): {"start_paused_enabled": True}, (5, 0): {"add_stopped_enabled": True}}),
    ({"start_paused_enabled": True}, {(4, 2): {"start_paused_enabled": True}, (5, 0): {"add_stopped_enabled": True}}),
    (
        {"torrent_content_layout": "NoSubfolder"},
        {(4, 2): {"create_subfolder_enabled": False}, (4, 3, 2): {"torrent_content_layout": "NoSubfolder"}},
    ),
    (
        {"create_subfolder_enabled": False},
        {(4, 2): {"create_subfolder_enabled": False}, (4, 3, 2): {"torrent_content_layout": "NoSubfolder"}},
    ),
    ({"proxy_type": "SOCKS4"}, {(4, 2): {"proxy_type": 5}, (4, 6): {"proxy_type": "SOCKS4"}}),
    ({"proxy_type": 2}, {(4, 2): {"proxy_type": 2}, (4, 6): {"proxy_type": "SOCKS5", "proxy_auth_enabled": False}}),
    (
        {"proxy_type": "HTTP", "proxy_auth_enabled": True},
        {(4, 2): {"proxy_type": 3, "proxy_auth_enabled": True}, (4, 6): {"proxy_type": "HTTP", "proxy_auth_enabled": True}},
    ),
    (
        {"proxy_type": 4},
        {(4, 2): {"proxy_type": 4, "proxy_auth_enabled": True}, (4, 6): {"proxy_type": "SOCKS5", "proxy_auth_enabled": True}},
    ),
    (
        {"export_dir": "/none-such/copies"},
        {
            (4, 2): {"export_dir": "/none-such/copies"},
            (5, 3): {"torrent_files_backup_enabled": True, "torrent_files_backup_dir": "/none-such/copies"},
        },
    ),
    (
        {"torrent_files_finished_backup_dir_enabled": True, "torrent_files_finished_backup_dir": "/none-such/done"},
        {
            (4, 2): {"export_dir_fin": "/none-such/done"},
            (5, 3): {"torrent_files_finished_backup_dir_enabled": True, "torrent_files_finished_backup_dir": "/none-such/done"},
        },
    ),
    ({"torrent_files_backup_enabled": False}, {(4, 2): {"export_dir": ""}, (5, 3): {"torrent_files_backup_enabled": False}}),
    (
        {"mail_notification_ssl_enabled": True},
        {(4, 2): {"mail_notification_ssl_enabled": True}, (5, 3): {"mail_notification_encryption_type": "SMTPS"}},
    ),
    (
        {"mail_notification_encryption_type": "None"},
        {(4, 2): {"mail_notification_ssl_enabled": False}, (5, 3): {"mail_notification_encryption_type": "None"}},
    ),
]


@pytest.mark.parametrize(("given", "expected"), TRANSLATED, ids=lambda one: "-".join(map(str, one))[:60])
def test_a_renamed_setting_is_sent_as_the_version_has_it(
    client: Client, version: Version, given: Settings, expected: dict[Version, Settings]
) -> None:
    before = client.app.preferences()
    client.app.set_preferences(given)
    wanted = expected[max(first for first in expected if first <= version)]
    after = read(client)
    client.app.set_preferences(before)
    assert {key: after[key] for key in wanted} == wanted
    assert client.app.preferences() == before


@pytest.mark.parametrize(
    ("given", "since", "until"),
    [
        ({"shutdown_timeout": 5}, (5, 3), ()),
        ({"rss_fetch_delay": 5}, (5, 0), ()),
        ({"torrent_content_layout": "Subfolder"}, (4, 3, 2), ()),
        ({"mail_notification_encryption_type": "STARTTLS"}, (5, 3), ()),
        ({"torrent_files_backup_dir": "/none-such"}, (5, 3), ()),
        ({"proxy_torrents_only": True}, (), (4, 6)),
        ({"use_subcategories": True}, (4, 6), (5, 2)),
    ],
    ids=str,
)
def test_a_setting_that_the_version_has_not_got_is_refused_and_nothing_is_changed(
    client: Client, version: Version, given: Settings, since: Version, until: Version
) -> None:
    before = client.app.preferences()
    if since <= version and not (until and version >= until):
        client.app.set_preferences(given)
        client.app.set_preferences(before)
    else:
        with pytest.raises(errors.UnsupportedError, match=next(iter(given))):
            client.app.set_preferences({"max_connec": 7, **given})
    assert client.app.preferences() == before


def test_keys_that_nobody_knows_are_sent_for_the_daemon_to_judge(client: Client) -> None:
    before = client.app.preferences()
    client.app.set_preferences({"of_a_daemon_to_come": 1})
    assert client.app.preferences() == before


def test_what_is_no_set_of_settings_is_refused_before_it_is_sent(client: Client) -> None:
    with pytest.raises(errors.UsageError):
        client.app.set_preferences("dht")  # type: ignore[arg-type]  # wrong on purpose  # pyright: ignore[reportArgumentType]


def test_a_name_or_password_that_is_too_short_is_refused(connect: Connect, fresh_daemon: FreshDaemon) -> None:
    client = connect(fresh_daemon())
    for bad in ({"web_ui_username": "ab"}, {"web_ui_username": "with:colon"}, {"web_ui_password": "short"}):
        with pytest.raises(errors.BadRequestError) as refused:
            client.app.set_preferences(bad)
        assert "short" not in str(refused.value).replace("too short", "")


@pytest.mark.parametrize("name", ["qbittorrent-4.2", "qbittorrent-4.5", "qbittorrent-5.1", "qbittorrent-newest"])
def test_a_new_password_is_the_one_of_the_next_login(connect: Connect, fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name)
    connect(daemon).app.set_preferences(Preferences(web_ui_password="another one"))
    with pytest.raises(errors.LoginFailed):
        connect(daemon).app.version()
    daemon.password = "another one"
    assert connect(daemon).app.version() == f"v{daemon.version}"


def test_passwords_are_not_shown_with_the_settings(connect: Connect, fresh_daemon: FreshDaemon) -> None:
    client = connect(fresh_daemon())
    client.app.set_preferences({"proxy_password": "pr0xy", "mail_notification_password": "m4il", "dyndns_password": "dyn4mic"})
    preferences = client.app.preferences()
    assert preferences.proxy_password == "pr0xy"
    assert not any(secret in repr(preferences) for secret in ("pr0xy", "m4il", "dyn4mic", client.app.rotate_api_key()))
    assert "max_connec=500" in repr(preferences)
