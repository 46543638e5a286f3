"""What goes to the loggers, and how it is silenced."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from tests.harness.daemon import Daemon
from tests.live.dropin.conftest import API_KEY, LOGGERS, MakeClient
from tests.live.dropin.relay import Answer, Relay

from qbittorrentapi import Conflict409Error

if TYPE_CHECKING:
    from collections.abc import Iterable


def talkers(records: Iterable[logging.LogRecord]) -> set[str]:
    """Which of the three packages wrote debug lines."""
    return {one.name.partition(".")[0] for one in records if one.levelno == logging.DEBUG} & set(LOGGERS)


def test_debug_lines_come_under_the_documented_loggers(new_client: MakeClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        new_client(VERBOSE_RESPONSE_LOGGING=True).app_version()
    assert talkers(caplog.records) == {"qbittorrentapi", "urllib3"}


def test_debug_lines_of_all_three_packages_are_silenced_by_the_option(
    new_client: MakeClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client = new_client(VERBOSE_RESPONSE_LOGGING=True, DISABLE_LOGGING_DEBUG_OUTPUT=True)
        client.app_version()
        for name in LOGGERS:
            logging.getLogger(name).debug("unwanted")
            logging.getLogger(name).info("wanted")
    assert talkers(caplog.records) == set()
    assert [one.name for one in caplog.records if one.levelno == logging.INFO] == list(LOGGERS)


def test_the_option_leaves_a_stricter_level_alone(new_client: MakeClient) -> None:
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    new_client(DISABLE_LOGGING_DEBUG_OUTPUT=True)
    assert logging.getLogger("urllib3").level == logging.ERROR


def test_debug_lines_are_silenced_by_the_loggers_names(new_client: MakeClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for name in LOGGERS:
            logging.getLogger(name).setLevel(logging.INFO)
        new_client(VERBOSE_RESPONSE_LOGGING=True).app_version()
    assert talkers(caplog.records) == set()


def test_verbose_logging_shows_requests_and_answers(
    daemon: Daemon, new_client: MakeClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "qbittorrentapi"):
        new_client(VERBOSE_RESPONSE_LOGGING=True).app_version()
    lines = [one.getMessage() for one in caplog.records if one.name.startswith("qbittorrentapi")]
    assert any("api/v2/app/version" in one for one in lines)
    assert any(daemon.version in one for one in lines)
    assert any("200" in one for one in lines)
    caplog.clear()
    with caplog.at_level(logging.DEBUG, "qbittorrentapi"):
        new_client().app_version()
    assert not any("api/v2/app/version" in one.getMessage() for one in caplog.records if one.name.startswith("qbittorrentapi"))


@pytest.mark.lines("qbittorrent-newest")
@pytest.mark.parametrize(("status", "most"), [(200, 254), (409, 10_000)])
def test_verbose_logging_shows_so_much_of_a_body_and_of_an_error_more(
    relay: Relay, new_client: MakeClient, caplog: pytest.LogCaptureFixture, status: int, most: int
) -> None:
    relay.answer = lambda seen: Answer(status, b"r" * 20_000) if seen.action == "torrents/rename" else None
    client = new_client(relay.url, VERBOSE_RESPONSE_LOGGING=True)
    with caplog.at_level(logging.DEBUG, "qbittorrentapi"), suppress(Conflict409Error):
        client.torrents_rename(torrent_hash="a", new_torrent_name="q" * 20_000)
    text = "\n".join(one.getMessage() for one in caplog.records if "..." in one.getMessage())
    assert text.count("r" * most) == 1
    assert "r" * (most + 1) not in text
    assert "q" * 200 in text
    assert "q" * 255 not in text


def test_verbose_logging_shows_no_secrets(
    daemon: Daemon, keyed_daemon: Daemon, new_client: MakeClient, bare_client: MakeClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client = new_client(VERBOSE_RESPONSE_LOGGING=True, EXTRA_HEADERS={"Cookie": "portal=my-portal-secret"})
        client.torrents_info()
        bare_client(keyed_daemon.url, api_key=API_KEY, VERBOSE_RESPONSE_LOGGING=True).torrents_info()
    cookies = client._session_state.cookies.values()
    assert cookies
    for secret in (daemon.password, API_KEY, "my-portal-secret", *cookies):
        assert secret not in caplog.text
