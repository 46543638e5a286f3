"""Preferences of 3.0 and 3.1: today's names and units both ways, and nothing sent that would be stored as something else."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.digest_text.recorded import of_kind

from bitharbor.errors import BadAnswerError, UnsupportedError, UsageError
from bitharbor.model.json import Json
from bitharbor.qbittorrent import digest_text
from bitharbor.qbittorrent.digest_text.settings import SETTINGS
from bitharbor.qbittorrent.records import Preferences

NEW, OLD, OLDEST = (3, 1, 12), (3, 1, 9, 2), (3, 0, 8)
every_version = pytest.mark.parametrize("version", [NEW, OLD, OLDEST])


def written(changes: dict[str, Any], version: tuple[int, ...] = NEW) -> dict[str, Any]:
    """What is sent, decoded."""
    found: dict[str, Any] = json.loads(digest_text.preferences_json(changes, version))
    return found


@pytest.mark.parametrize("answer", of_kind("preferences"), ids=lambda one: one.name)
def test_what_was_read_is_written_as_it_was(answer: Any) -> None:
    row = json.loads(answer.body)
    record = digest_text.preferences(answer.body)
    record.web_ui_username = None  # with its hash this is refused, see below
    expected = {key: "" if value is None else value for key, value in row.items()}
    for key in ("export_dir_enabled", "web_ui_username"):
        del expected[key]
    assert json.loads(digest_text.preferences_json(record, NEW)) == expected


def test_what_the_daemon_has_already_is_left_out() -> None:
    body = of_kind("preferences")[0].body
    current, wanted = digest_text.preferences(body), digest_text.preferences(body)
    assert digest_text.preferences_json(wanted, OLDEST, current) == "{}"
    wanted.max_connec = 7
    assert digest_text.preferences_json(wanted, OLDEST, current) == '{"max_connec":7}'


def test_there_are_seventy_and_each_is_recorded() -> None:
    assert len(SETTINGS) == 70
    for answer in of_kind("preferences"):
        assert {one.key for one in SETTINGS} == json.loads(answer.body).keys()


@every_version
def test_the_text_is_compact_and_no_letter_is_escaped(version: tuple[int, ...]) -> None:
    changes: dict[str, Json] = {"save_path": "/srv/Тест 1", "dht": True, "max_connec": 5, "scan_dirs": {"/a": 1, "/b": 1}}
    assert digest_text.preferences_json(changes, version) == (
        '{"save_path":"/srv/Тест 1","scan_dirs":["/a","/b"],"download_in_scan_dirs":[false,false],"max_connec":5,"dht":true}'
    )


@pytest.mark.parametrize("key", ["dl_limit", "up_limit", "alt_dl_limit", "alt_up_limit"])
def test_limits_go_from_bytes_to_whole_kib(key: str) -> None:
    assert written({key: 3072 * 1024}) == {key: 3072}
    assert written({key: 0}) == {key: -1}
    assert written({key: -1}) == {key: -1}
    for value in (1, 1023, 1500):
        with pytest.raises(UsageError, match="whole KiB"):
            written({key: value})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"bittorrent_protocol": 0}, {"enable_utp": True}),
        ({"bittorrent_protocol": 1}, {"enable_utp": False}),
        ({"enable_utp": False}, {"enable_utp": False}),
        ({"proxy_type": "None"}, {"proxy_type": 0}),
        ({"proxy_type": "SOCKS4"}, {"proxy_type": 5}),
        ({"proxy_type": "HTTP", "proxy_auth_enabled": True}, {"proxy_type": 3, "proxy_auth_enabled": True}),
        ({"proxy_type": "SOCKS5", "proxy_auth_enabled": False}, {"proxy_type": 2, "proxy_auth_enabled": False}),
        ({"scan_dirs": {"/a": 0, "/b": 1}}, {"scan_dirs": ["/a", "/b"], "download_in_scan_dirs": [True, False]}),
        ({"scan_dirs": {}}, {"scan_dirs": [], "download_in_scan_dirs": []}),
        ({"scan_dirs": ["/a"], "download_in_scan_dirs": [True]}, {"scan_dirs": ["/a"], "download_in_scan_dirs": [True]}),
        ({"export_dir": "/a", "export_dir_enabled": True}, {"export_dir": "/a"}),
        ({"dht_port": 6881, "dhtSameAsBT": False}, {"dht_port": 6881, "dhtSameAsBT": False}),
        ({"web_ui_password": "new words"}, {"web_ui_password": "new words"}),
        ({"web_ui_username": "me", "web_ui_password": "new"}, {"web_ui_username": "me", "web_ui_password": "new"}),
        ({}, {}),
    ],
)
def test_words_of_today_become_those_of_then(changes: dict[str, Any], expected: dict[str, Any]) -> None:
    assert written(changes) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"bittorrent_protocol": 2},
        {"bittorrent_protocol": 0, "enable_utp": True},
        {"proxy_type": "Tor"},
        {"scan_dirs": {"/a": "/elsewhere"}},
        {"scan_dirs": {"/a": True}},
        {"scan_dirs": ["/a"]},
        {"scan_dirs": ["/a"], "download_in_scan_dirs": []},
        {"download_in_scan_dirs": [True]},
        {"export_dir_enabled": True},
        {"export_dir_enabled": True, "export_dir": ""},
        {"schedule_from_hour": 8},
        {"schedule_to_min": 8},
        {"web_ui_username": "me"},
        {"web_ui_username": "me", "web_ui_password": "32fe0bd2bb001911bb8bcfe23fc92b63"},
        {"web_ui_username": "m:e", "web_ui_password": "new"},
        {"web_ui_password": ""},
        {"dht": 1},
        {"max_connec": "5"},
        {"max_connec": True},
        {"max_connec": 2**31},
        {"save_path": None},
        {"save_path": "\ud800"},
        {"dl_limit": "fast"},
    ],
    ids=str,
)
@every_version
def test_what_would_be_stored_as_something_else_is_refused(changes: dict[str, Any], version: tuple[int, ...]) -> None:
    with pytest.raises(UsageError) as caught:
        digest_text.preferences_json(changes, version)
    assert caught.value.hint
    assert caught.value.acted is False


@pytest.mark.parametrize("letter", [",", '"', "\\", "\n"])
def test_3_1_9_2_is_never_sent_what_it_splits(letter: str) -> None:
    changes: dict[str, Json] = {"autorun_program": f"a{letter}b"}
    assert written(changes) == changes
    for version in (OLD, OLDEST):
        with pytest.raises(UsageError, match="autorun_program"):
            digest_text.preferences_json(changes, version)
        with pytest.raises(UsageError):
            digest_text.preferences_json({"scan_dirs": {f"/a{letter}": 1}}, version)


def test_3_0_8_is_never_sent_a_colon_nor_a_true_in_a_list() -> None:
    assert written({"save_path": "C:/a"}, OLD) == {"save_path": "C:/a"}
    with pytest.raises(UsageError, match="colon"):
        digest_text.preferences_json({"save_path": "C:/a"}, OLDEST)
    assert written({"scan_dirs": {"/a": 0}}, OLD)["download_in_scan_dirs"] == [True]
    with pytest.raises(UsageError, match="watched folders"):
        digest_text.preferences_json({"scan_dirs": {"/a": 0}}, OLDEST)


@pytest.mark.parametrize("key", ["max_ratio", "web_ui_csrf_protection_enabled", "no such"])
def test_settings_of_younger_daemons_are_refused(key: str) -> None:
    with pytest.raises(UnsupportedError, match=key):
        digest_text.preferences_json({key: 1}, NEW)
    with pytest.raises(UnsupportedError):
        digest_text.preferences_json(Preferences(max_ratio=1.0), NEW)


def test_a_refusal_shows_no_password() -> None:
    with pytest.raises(UsageError) as caught:
        digest_text.preferences_json({"web_ui_password": "top,secret"}, OLD)
    assert "secret" not in f"{caught.value!r} {caught.value} {caught.value.hint}"


def test_the_hash_of_a_user_is_that_of_the_daemon() -> None:
    recorded = json.loads(of_kind("preferences")[0].body)
    assert digest_text.digest_secret("admin", "adminadmin") == recorded["web_ui_password"]
    assert (
        digest_text.digest_secret("me", "ключ")
        == hashlib.md5("me:Web UI Access:ключ".encode(), usedforsecurity=False).hexdigest()
    )


def test_watched_folders_that_do_not_fit_together_are_none() -> None:
    assert digest_text.preferences(b'{"scan_dirs":["/a","/b"],"download_in_scan_dirs":[true]}').scan_dirs is None
    assert digest_text.preferences(b'{"scan_dirs":["/a"]}').scan_dirs is None


@pytest.mark.parametrize("body", [b"", b"[]", b'{"dht":"yes"}', b'{"dl_limit":"fast"}'])
def test_other_forms_are_refused(body: bytes) -> None:
    with pytest.raises(BadAnswerError):
        digest_text.preferences(body)


@given(
    changes=st.dictionaries(
        st.sampled_from([*(one.key for one in SETTINGS), "bittorrent_protocol"]),
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=2),
        max_size=4,
    ),
    version=st.sampled_from([NEW, OLD, OLDEST]),
)
def test_a_change_is_written_wholly_or_refused(changes: dict[str, Any], version: tuple[int, ...]) -> None:
    try:
        text = digest_text.preferences_json(changes, version)
    except UsageError:
        return
    assert len(json.loads(text)) == len(changes) - ("export_dir_enabled" in changes)
    if version != NEW:
        assert "\\" not in text
