"""Each of the 70 settings that the document on 3.1 names: read, changed and read again, through all faces."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.elders.settings import LIMITS, SETTINGS
from tests.elders_client.conftest import Faces, Scenes
from tests.elders_client.faces import Face, Kind
from tests.elders_client.operations import get

VERSION: Final = "3.1.12"
FRESH: Final = {one.key: one.fresh for one in SETTINGS if one.since == (3, 0)}
KEYS: Final = tuple(FRESH)
DERIVED: Final = frozenset({"export_dir_enabled"})
"""Follows another one, and is never written"""
FOLDERS: Final = frozenset({"scan_dirs", "download_in_scan_dirs"})
BARE: Final = frozenset({"dhtSameAsBT", "dht_port", "export_dir_enabled"})
"""Have no name today"""
BESIDE: Final[dict[str, dict[str, Any]]] = {
    "schedule_from_hour": {"schedule_from_min": 7},
    "schedule_from_min": {"schedule_from_hour": 9},
    "schedule_to_hour": {"schedule_to_min": 7},
    "schedule_to_min": {"schedule_to_hour": 9},
    "web_ui_username": {"web_ui_password": "another one"},
}


def preferences(one: Face) -> Any:
    return one.do(lambda c: c.app.preferences(), lambda c: c.app_preferences())


def change(one: Face, settings: dict[str, Any]) -> None:
    one.do(lambda c: c.app.set_preferences(settings), lambda c: c.app_set_preferences(settings))


def read(one: Face, name: str) -> Any:
    found = preferences(one)
    return found.extra[name] if one.is_native and name in BARE else get(found, name)


def other(key: str) -> Any:
    """A value that a fresh server has not."""
    fresh = FRESH[key]
    match fresh:
        case bool():
            return not fresh
        case int():
            return fresh + (8 << 10 if key in LIMITS else 2)
        case _:
            return "/srv/another" if key.endswith(("path", "dir")) else "another"


def test_there_are_seventy() -> None:
    assert len(KEYS) == 70


@pytest.mark.parametrize("key", [key for key in KEYS if key not in DERIVED | FOLDERS | {"enable_utp", "web_ui_port"}])
def test_a_setting_is_read_changed_and_read_again(key: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(VERSION)
    one = face_of(kind, scene)
    value = other(key)
    assert read(one, key) != value
    change(one, {key: value, **BESIDE.get(key, {})})
    if key == "web_ui_password":  # reads as a hash
        assert read(one, key) not in (value, "")
    else:
        assert scene.server.preferences[key] == value
        assert read(one, key) == value


def test_utp_is_a_choice_of_protocols(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(VERSION)
    one = face_of(kind, scene)
    assert read(one, "bittorrent_protocol") == 0
    change(one, {"bittorrent_protocol": 1})
    assert scene.server.preferences["enable_utp"] is False
    assert read(one, "bittorrent_protocol") == 1


def test_watched_folders_are_one_table(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """Both lists go together; one without the other would be ignored."""
    scene = scene_of(VERSION)
    one = face_of(kind, scene)
    change(one, {"scan_dirs": {"/srv/a": 0, "/srv/b": 1}})
    assert scene.server.preferences["scan_dirs"] == ["/srv/a", "/srv/b"]
    assert scene.server.preferences["download_in_scan_dirs"] == [True, False]
    assert dict(read(one, "scan_dirs")) == {"/srv/a": 0, "/srv/b": 1}


def test_the_switch_of_the_export_folder_follows_the_folder(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    one = face_of(kind, scene_of(VERSION))
    assert read(one, "export_dir_enabled") is False
    change(one, {"export_dir": "/srv/export"})
    assert read(one, "export_dir_enabled") is True


def test_a_new_port_moves_the_daemon(kind: Kind, scene_of: Scenes, face_of: Faces, unused_tcp_port: int) -> None:
    scene = scene_of(VERSION)
    one = face_of(kind, scene)
    assert read(one, "web_ui_port") == scene.server.port
    change(one, {"web_ui_port": unused_tcp_port})
    assert scene.server.preferences["web_ui_port"] == unused_tcp_port


def test_what_is_not_named_stays_and_what_is_equal_is_not_sent(scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(VERSION)
    one = face_of("blocking", scene)
    before = dict(scene.server.preferences)
    change(one, {"max_connec": before["max_connec"]})
    assert "/command/setPreferences" not in scene.paths
    change(one, {"max_connec": 7})
    assert dict(scene.server.preferences) == {**before, "max_connec": 7}
