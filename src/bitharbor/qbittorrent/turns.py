"""Settings that have another name or form from a version on: today's as those of then, and the other way round. Values only.

Facts: seen on 4.2.5 to 5.3.0 where nothing else stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from .versions import Version

Settings: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Turn:
    """Settings that have another name or form from a version on. Both functions take what was given of the ones, and give
    the others; None where they have no equal."""

    app: Version
    old: tuple[str, ...]
    new: tuple[str, ...]
    forwards: Callable[[Settings], Settings | None]
    backwards: Callable[[Settings], Settings | None]


def turned(given: Settings, version: Version) -> Settings:
    """The settings by the names and in the forms of that version. What has no equal there stays as it is."""
    settings = dict(given)
    for turn in TURNS:
        is_older = version < turn.app
        taken = {key: settings[key] for key in (turn.new if is_older else turn.old) if key in settings}
        if not taken:
            continue
        equal = (turn.backwards if is_older else turn.forwards)(taken)
        if equal is not None:
            settings = {**{key: value for key, value in settings.items() if key not in taken}, **equal}
    return settings


def renamed(app: Version, old: str, new: str) -> Turn:
    """Another name, and nothing else."""
    return Turn(app, (old,), (new,), lambda given: {new: given[old]}, lambda given: {old: given[new]})


def reworded(app: Version, old: str, new: str, forwards: dict[object, object], backwards: dict[object, object]) -> Turn:
    """Another name and other words. Words without an equal are missing in the tables."""

    def equal(given: Settings, source: str, target: str, words: dict[object, object]) -> Settings | None:
        return {target: words[given[source]]} if given[source] in words else None

    return Turn(
        app,
        (old,),
        (new,),
        lambda given: equal(given, old, new, forwards),
        lambda given: equal(given, new, old, backwards),
    )


def switched_folder(app: Version, old: str, switch: str, folder: str) -> Turn:
    """A folder that is off when empty (old), or a folder and a switch (new). The new folder alone switches nothing on, so
    it has no equal."""

    def forwards(given: Settings) -> Settings:
        return {switch: True, folder: given[old]} if given[old] else {switch: False}

    def backwards(given: Settings) -> Settings | None:
        if given.get(switch) is False:
            return {old: ""}
        return {old: given[folder]} if given.get(switch) and given.get(folder) else None

    return Turn(app, (old,), (switch, folder), forwards, backwards)


# number before 4.6.0 -> word, and whether it logs in; seen on 4.2.5, 4.5.2 and 5.1.0
PROXIES: dict[int, tuple[str, bool]] = {
    0: ("None", False),
    1: ("HTTP", False),
    2: ("SOCKS5", False),
    3: ("HTTP", True),
    4: ("SOCKS5", True),
    5: ("SOCKS4", False),
}


def proxy_word(given: Settings) -> Settings | None:
    """The kind of proxy as 4.6.0 and younger have it."""
    number = given["proxy_type"]
    if not isinstance(number, int) or number not in PROXIES:
        return given
    word, logs_in = PROXIES[number]
    return {"proxy_type": word, **({"proxy_auth_enabled": logs_in} if number else {})}


def proxy_number(given: Settings) -> Settings | None:
    """The kind of proxy as versions before 4.6.0 have it: the number says also whether it logs in."""
    if "proxy_type" not in given or isinstance(given["proxy_type"], int):
        return given
    wanted = (given["proxy_type"], bool(given.get("proxy_auth_enabled")))
    number = next((number for number, kind in PROXIES.items() if kind == wanted), None)
    if number is None:  # "None" and "SOCKS4" never log in
        number = next((number for number, kind in PROXIES.items() if kind[0] == wanted[0]), None)
    return None if number is None else {"proxy_type": number}


TURNS = (
    renamed((4, 1, 1), "RSSRefreshInterval", "rss_refresh_interval"),
    renamed((4, 1, 1), "RSSMaxArticlesPerFeed", "rss_max_articles_per_feed"),
    renamed((4, 1, 1), "RSSProcessingEnabled", "rss_processing_enabled"),
    renamed((4, 1, 1), "RSSAutoDownloadingEnabled", "rss_auto_downloading_enabled"),
    reworded(
        (4, 3, 2),
        "create_subfolder_enabled",
        "torrent_content_layout",
        {True: "Original", False: "NoSubfolder"},
        {"Original": True, "NoSubfolder": False},
    ),
    Turn((4, 6, 0), ("proxy_type",), ("proxy_type", "proxy_auth_enabled"), proxy_word, proxy_number),
    renamed((5, 0, 0), "start_paused_enabled", "add_stopped_enabled"),
    switched_folder((5, 3, 0), "export_dir", "torrent_files_backup_enabled", "torrent_files_backup_dir"),
    switched_folder(
        (5, 3, 0),
        "export_dir_fin",
        "torrent_files_finished_backup_dir_enabled",
        "torrent_files_finished_backup_dir",
    ),
    reworded(
        (5, 3, 0),
        "mail_notification_ssl_enabled",
        "mail_notification_encryption_type",
        {True: "SMTPS", False: "None"},
        {"SMTPS": True, "None": False},
    ),
)
