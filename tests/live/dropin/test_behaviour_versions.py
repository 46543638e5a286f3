"""What depends on the daemon's version: what it has not got, and what is worded otherwise."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import Made, wait_until
from tests.live.dropin.conftest import MakeClient, becomes
from tests.live.dropin.relay import Relay
from tests.live.dropin.test_behaviour_http import form_of

from qbittorrentapi import Client, Conflict409Error, Version
from qbittorrentapi._version_support import v

METHODS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "qbittorrentapi-surface.json").read_text(encoding="utf-8")
)["client"]["flat_methods"]
OLDER = pytest.mark.lines("qbittorrent-4.2", "qbittorrent-4.5", "qbittorrent-5.1")


def lacking(api: str) -> dict[str, str]:
    """The methods that a daemon of that Web API has not got, as recorded -> scope and action."""
    found: dict[str, str] = {}
    for name, method in METHODS.items():
        wire = method.get("wire", {})
        since, until = wire.get("version_introduced"), wire.get("version_removed")
        if (since and v(since) > v(api)) or (until and v(until) <= v(api)):
            found[name] = f"{wire['namespace']}/{wire['method']}"
    return found


@pytest.fixture
def raising(new_client: MakeClient) -> Client:
    """A client that raises for what the daemon has not got."""
    return new_client(RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True)


def test_every_method_that_the_daemon_has_not_got_is_none_and_nothing_is_sent(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    absent = lacking(client.app_web_api_version())
    assert absent
    assert {name: getattr(client, name)() for name in absent} == dict.fromkeys(absent)
    assert set(absent.values()) & set(relay.actions) == set()


def test_every_method_that_the_daemon_has_not_got_is_an_error_that_says_since_or_until_when(raising: Client) -> None:
    for name, action in lacking(raising.app_web_api_version()).items():
        with pytest.raises(NotImplementedError, match=action) as refusal:
            getattr(raising, name)()
        until = METHODS[name]["wire"].get("version_removed")
        words = f"was removed in Web API v{until}" if until else "available starting in Web API v"
        assert words in str(refusal.value)


def test_the_version_is_asked_for_once_however_many_calls_depend_on_it(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    for _ in range(3):
        client.app_build_info()
        client.torrents_tags()
        client.torrents_stop(torrent_hashes="")
    assert len(relay.of("app/version")) == 1
    assert relay.of("app/webapiVersion") == []


# a program's own word about the version


def older(*_: object, **__: object) -> str:
    return "2.1"


@pytest.mark.parametrize("way", ["object", "subclass", "patch"])
def test_a_replaced_web_api_version_decides_what_exists(new_client: MakeClient, daemon: Daemon, way: str) -> None:
    client = new_client(RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True)
    assert client.torrents_tags() == []
    if way == "object":
        client.app_web_api_version = older  # type: ignore[method-assign] # as tests of programs do
    elif way == "subclass":
        client.__class__ = type("Older", (Client,), {"app_web_api_version": older})
    with patch("qbittorrentapi.Client.app_web_api_version", older) if way == "patch" else patch.dict({}):
        with pytest.raises(NotImplementedError, match="torrents/tags"):
            client.torrents_tags()
        assert client.torrents_info() == []


def test_the_gate_is_told_to_the_debug_log(new_client: MakeClient, caplog: pytest.LogCaptureFixture) -> None:
    client = new_client()
    client.app_web_api_version = older  # type: ignore[method-assign] # as tests of programs do
    with caplog.at_level(logging.DEBUG, "qbittorrentapi"):
        assert client.torrents_tags() is None
    assert [one for one in caplog.messages if "torrents/tags" in one and "Not Implemented" in one]


# wording


def is_before(daemon: Daemon, release: str) -> bool:
    return v(daemon.version) < v(release)


@pytest.mark.parametrize(
    ("written", "younger", "elder"),
    [
        ("stopped", "stopped", "paused"),
        ("paused", "stopped", "paused"),
        ("running", "running", "resumed"),
        ("resumed", "running", "resumed"),
    ],
)
def test_words_of_filters_are_those_of_the_daemon(
    relay: Relay, new_client: MakeClient, written: Any, younger: str, elder: str
) -> None:
    new_client(relay.url).torrents_info(status_filter=written)
    assert form_of(relay.of("torrents/info")[0])["filter"] == [elder if is_before(relay.daemon, "5.0.0") else younger]


@pytest.mark.parametrize(
    ("alias", "younger", "elder"),
    [
        ("torrents_stop", "torrents/stop", "torrents/pause"),
        ("torrents_pause", "torrents/stop", "torrents/pause"),
        ("torrents_start", "torrents/start", "torrents/resume"),
        ("torrents_resume", "torrents/start", "torrents/resume"),
    ],
)
def test_stopping_and_starting_find_their_paths_under_both_names(
    relay: Relay, new_client: MakeClient, alias: str, younger: str, elder: str
) -> None:
    getattr(new_client(relay.url), alias)(torrent_hashes="")
    assert len(relay.of(elder if is_before(relay.daemon, "5.0.0") else younger)) == 1


@pytest.mark.parametrize(
    ("given", "root_folder", "layout"),
    [
        ({"is_root_folder": True}, "true", "Original"),
        ({"is_root_folder": False}, "false", "NoSubfolder"),
        ({"content_layout": "Original"}, "true", "Original"),
        ({"content_layout": "NoSubfolder"}, "false", "NoSubfolder"),
    ],
)
def test_the_root_folder_is_worded_for_the_daemon(
    relay: Relay, new_client: MakeClient, given: Mapping[str, Any], root_folder: str, layout: str
) -> None:
    client = new_client(relay.url, RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True)
    relay.answer = lambda seen: None
    magnet = "magnet:?xt=urn:btih:" + "7" * 40
    client.torrents_add(urls=magnet, is_stopped=True, **given)
    form = form_of(relay.of("torrents/add")[0])
    if is_before(relay.daemon, "4.3.2"):
        assert form["root_folder"] == [root_folder]
    else:
        assert form["contentLayout"] == [layout]
    wait_until(lambda: bool(client.torrents_info()), "adding")
    client.torrents_delete(torrent_hashes="all")


@pytest.mark.parametrize("spelling", ["by number", "by path"])
def test_a_file_is_renamed_by_number_and_by_path_on_every_line(new_client: MakeClient, torrent: Made, spelling: str) -> None:
    client = new_client()
    if spelling == "by number":
        client.torrents_rename_file(torrent_hash=torrent.torrent_hash, file_id=0, new_file_name="other.bin")
    else:
        client.torrents_rename_file(torrent_hash=torrent.torrent_hash, old_path=torrent.name, new_path="other.bin")
    wait_until(lambda: client.torrents_files(torrent_hash=torrent.torrent_hash)[0].name == "other.bin", "renaming")


def test_a_file_that_the_torrent_has_not_got_is_a_conflict_under_both_spellings(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    with pytest.raises(Conflict409Error):
        client.torrents_rename_file(torrent_hash=torrent.torrent_hash, file_id=7, new_file_name="other.bin")
    with pytest.raises(Conflict409Error):
        client.torrents_rename_file(torrent_hash=torrent.torrent_hash, old_path="missing.bin", new_path="other.bin")


@pytest.fixture
def limits_off(new_client: MakeClient) -> Iterator[Client]:
    """A client; afterwards the alternative limits are off."""
    client = new_client()
    yield client
    client.transfer_set_speed_limits_mode(intended_state=False)


def test_the_mode_of_limits_is_set_and_set_again_and_toggled_on_every_line(limits_off: Client) -> None:
    client = limits_off
    for wanted in (True, True, False, False, True):
        client.transfer_set_speed_limits_mode(intended_state=wanted)
        becomes(client.transfer_speed_limits_mode, str(int(wanted)))
    client.transfer_toggle_speed_limits_mode()
    becomes(client.transfer_speed_limits_mode, "0")


def test_the_version_of_each_line_is_in_the_table(daemon: Daemon, new_client: MakeClient) -> None:
    client = new_client()
    assert Version.is_app_version_supported(client.app_version())
    assert Version.is_api_version_supported(client.app_web_api_version())
