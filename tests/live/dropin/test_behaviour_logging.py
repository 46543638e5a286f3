"""What the drop-in writes down by itself: the scheme, logins, repeats; and who called."""

from __future__ import annotations

import logging

import pytest
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Relay
from tests.live.dropin.sessions import end_session
from tests.live.dropin.test_behaviour_faults import Failing

from qbittorrentapi import APIError, LoginFailed

pytestmark = pytest.mark.lines("qbittorrent-4.2", "qbittorrent-newest")


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The debug lines of the package from here on."""
    caplog.set_level(logging.DEBUG, "qbittorrentapi")
    return caplog


def said(lines: pytest.LogCaptureFixture, text: str) -> int:
    """How many lines of this package hold that text."""
    return sum(text in one.getMessage() for one in lines.records if one.name.startswith("qbittorrentapi."))


def test_the_search_for_the_scheme_and_the_login_are_told(
    relay: Relay, new_client: MakeClient, lines: pytest.LogCaptureFixture
) -> None:
    new_client(relay.url).torrents_info()
    assert said(lines, f"Looked for qBittorrent at {relay.url}") == 1
    assert said(lines, "Login succeeded") == 1
    assert said(lines, "Retry attempt") == 0


def test_a_login_that_is_refused_is_told_without_its_password(new_client: MakeClient, lines: pytest.LogCaptureFixture) -> None:
    with pytest.raises(LoginFailed):
        new_client(password="my-secret-word").auth_log_in()
    assert said(lines, "Login failed") == 1
    assert said(lines, "my-secret-word") == 0


def test_a_session_that_is_over_is_told(relay: Relay, new_client: MakeClient, lines: pytest.LogCaptureFixture) -> None:
    client = new_client(relay.url)
    client.torrents_info()
    end_session(relay)
    client.torrents_info()
    assert said(lines, "Login may have expired...attempting new login") == 1
    assert said(lines, "Retry attempt") == 0


def test_repeats_are_counted_and_those_of_a_program_are_not(
    relay: Relay, new_client: MakeClient, lines: pytest.LogCaptureFixture
) -> None:
    client = new_client(relay.url)
    client.auth_log_in()
    relay.answer = Failing("torrents/info", 3)
    with pytest.raises(APIError):
        client.torrents_info(_retries=2)
    assert (said(lines, "Retry attempt 1"), said(lines, "Retry attempt 2")) == (1, 1)
    client.torrents_info()
    assert said(lines, "Retry attempt") == 2


def test_the_stack_of_each_call_is_shown_where_that_is_wanted(new_client: MakeClient, capsys: pytest.CaptureFixture[str]) -> None:
    client = new_client()
    client.torrents_info()
    assert capsys.readouterr().err == ""
    client._PRINT_STACK_FOR_EACH_REQUEST = True  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue] - a class's, and an object's
    client.torrents_info()
    assert "test_the_stack_of_each_call_is_shown_where_that_is_wanted" in capsys.readouterr().err


def test_the_loggers_are_named_after_the_modules(relay: Relay, new_client: MakeClient, lines: pytest.LogCaptureFixture) -> None:
    new_client(relay.url).torrents_info()
    names = {one.name for one in lines.records if one.name.startswith("qbittorrentapi")}
    assert names == {"qbittorrentapi.request"}
    assert [type(one) for one in logging.getLogger("qbittorrentapi").handlers] == [logging.NullHandler]
