"""What calls return: rich objects or plain JSON, None or an error for what a daemon has not got; which versions are supported."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import Made, wait_until
from tests.live.dropin.conftest import LOGGERS, MakeClient
from tests.live.dropin.relay import Answer, Relay, Seen

from qbittorrentapi import (
    Client,
    LoginFailed,
    SyncMainDataDictionary,
    TorrentDictionary,
    TorrentFile,
    TorrentFilesList,
    TorrentInfoList,
    UnsupportedQbittorrentVersion,
    Version,
)

NEVER_SUPPORTED = "v99.1.2"


# rich or plain


def test_torrents_can_be_read_by_attribute_and_by_key(new_client: MakeClient, torrent: Made) -> None:
    (row,) = new_client().torrents_info()
    assert row.name == row["name"] == torrent.name
    assert row.state == row["state"]
    assert row.state_enum.is_complete


def test_a_torrents_methods_act_on_itself(new_client: MakeClient, torrent: Made) -> None:
    (row,) = new_client().torrents_info()
    assert row.state_enum.is_stopped
    row.start()
    wait_until(lambda: not row.info.state_enum.is_stopped, "starting")
    row.stop()
    wait_until(lambda: row.info.state_enum.is_stopped, "stopping")


def kinds(*values: object) -> tuple[type, ...]:
    """The classes of answers as they are, whatever the annotations say."""
    return tuple(type(value) for value in values)


def test_answers_are_rich_unless_plain_ones_are_wanted(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    rows = client.torrents_info()
    assert kinds(rows, rows[0]) == (TorrentInfoList, TorrentDictionary)
    assert kinds(client.sync_maindata()) == (SyncMainDataDictionary,)


def test_a_client_for_simple_responses_returns_bare_json(new_client: MakeClient, torrent: Made) -> None:
    client = new_client(SIMPLE_RESPONSES=True)
    rows = client.torrents_info()
    assert kinds(rows, rows[0]) == (list, dict)
    assert rows[0]["name"] == torrent.name
    answer = client.sync_maindata()
    assert kinds(answer, answer["torrents"]) == (dict, dict)
    assert kinds(client.torrents.info()) == (list,)
    assert kinds(client.app_version()) == (str,)


def test_simple_responses_for_one_call_are_for_that_call_only(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    assert kinds(client.torrents_info(SIMPLE_RESPONSES=True)) == (list,)
    assert kinds(client.torrents.info(SIMPLE_RESPONSES=True)) == (list,)
    assert kinds(client.sync.maindata(SIMPLE_RESPONSES=True)) == (dict,)
    assert kinds(client.torrents_info()) == (TorrentInfoList,)


def test_the_files_of_a_torrent_are_bare_json_where_that_is_wanted(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    files = client.torrents_files(torrent_hash=torrent.torrent_hash, SIMPLE_RESPONSES=True)
    assert kinds(files, files[0]) == (list, dict)
    assert files[0]["name"] == torrent.name
    files = client.torrents_files(torrent_hash=torrent.torrent_hash)
    assert kinds(files, files[0]) == (TorrentFilesList, TorrentFile)
    assert files[0].name == torrent.name


# what a daemon has not got


def export(client: Client) -> object:
    return client.torrents_export(torrent_hash="0" * 40)


def creator(client: Client) -> object:
    return client.torrentcreator.status()


def stored(client: Client) -> object:
    return client.clientdata_load()


# of each line that lacks something one thing; the newest line lacks nothing
ABSENT = pytest.mark.parametrize(
    ("daemon", "path", "ask"),
    [
        pytest.param("qbittorrent-4.2", "torrents/export", export, id="qbittorrent-4.2"),  # since 4.5.0
        pytest.param("qbittorrent-4.5", "torrentcreator/status", creator, id="qbittorrent-4.5"),  # since 5.0.0
        pytest.param("qbittorrent-5.1", "clientdata/load", stored, id="qbittorrent-5.1"),  # since 5.2.0
    ],
    indirect=["daemon"],
)
Ask = Callable[[Client], object]


@ABSENT
def test_an_absent_endpoint_is_none_and_a_debug_line(
    new_client: MakeClient, path: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert ask(new_client()) is None
    lines = [one for one in caplog.records if path in one.getMessage() and "Not Implemented" in one.getMessage()]
    assert [one.levelno for one in lines] == [logging.DEBUG]
    assert lines[0].name.partition(".")[0] == LOGGERS[0]


@ABSENT
def test_an_absent_endpoint_is_an_error_where_that_is_wanted(new_client: MakeClient, path: str, ask: Ask) -> None:
    client = new_client(RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True)
    with pytest.raises(NotImplementedError, match=path):
        ask(client)


@ABSENT
def test_an_absent_endpoint_is_not_asked_for(relay: Relay, new_client: MakeClient, path: str, ask: Ask) -> None:
    ask(new_client(relay.url))
    assert path not in relay.actions


# versions


def claims_to_be_newer(seen: Seen) -> Answer | None:
    """A release that came after ours, as far as it can be told."""
    return Answer(200, NEVER_SUPPORTED.encode()) if seen.action == "app/version" else None


def test_the_version_of_the_daemon_can_be_looked_up(daemon: Daemon, new_client: MakeClient) -> None:
    client = new_client()
    assert Version.is_app_version_supported(client.app.version)
    assert Version.is_app_version_supported(daemon.version)
    assert Version.is_api_version_supported(client.app.web_api_version)
    assert not Version.is_app_version_supported(NEVER_SUPPORTED)


def test_an_unsupported_version_is_refused_where_that_is_wanted_and_before_anything_is_done(
    relay: Relay, new_client: MakeClient
) -> None:
    relay.answer = claims_to_be_newer
    client = new_client(relay.url, RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS=True)
    with pytest.raises(UnsupportedQbittorrentVersion, match=NEVER_SUPPORTED):
        client.torrents_delete(torrent_hashes="all")
    assert "torrents/delete" not in relay.actions


def test_an_unsupported_version_is_refused_at_an_explicit_login(relay: Relay, new_client: MakeClient) -> None:
    relay.answer = claims_to_be_newer
    web_api = new_client().app_web_api_version()
    with pytest.raises(UnsupportedQbittorrentVersion, match=rf"{NEVER_SUPPORTED}\b.*\b{web_api}\b"):
        new_client(relay.url, RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS=True).auth_log_in()


def test_an_unsupported_version_is_used_unless_that_is_unwanted(relay: Relay, new_client: MakeClient) -> None:
    relay.answer = claims_to_be_newer
    assert new_client(relay.url).torrents_info() == []


def test_a_program_that_takes_an_unsupported_version_after_all_is_told_once(relay: Relay, new_client: MakeClient) -> None:
    relay.answer = claims_to_be_newer
    client = new_client(relay.url, RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS=True)
    with pytest.raises(UnsupportedQbittorrentVersion):
        client.auth_log_in()
    assert client.torrents_info() == []


def test_a_supported_version_is_asked_for_once_a_login(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS=True)
    for _ in range(3):
        assert client.torrents_info() == []
    assert (len(relay.of("app/version")), len(relay.of("app/webapiVersion"))) == (1, 1)


def test_a_wrong_password_is_no_matter_of_versions(daemon: Daemon, new_client: MakeClient) -> None:
    with pytest.raises(LoginFailed):
        new_client(password="wrong", RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS=True).torrents_info()
