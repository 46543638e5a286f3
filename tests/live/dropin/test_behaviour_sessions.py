"""Logging in and out, as programs rely on it: credentials of a call, namespaces of a session, cookies, API keys."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from tests.harness.daemon import Daemon
from tests.live.dropin.conftest import API_KEY, MakeClient
from tests.live.dropin.relay import Answer, Relay
from tests.live.dropin.sessions import end_session, last_cookie
from tests.live.dropin.test_connecting import unused_port
from tests.live.dropin.test_request_options import headers_of

from qbittorrentapi import APIConnectionError, Forbidden403Error, HTTPError, LoginFailed


def test_a_user_name_that_is_given_replaces_the_password_too(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    with pytest.raises(LoginFailed):
        client.auth_log_in(username="somebody")
    (login,) = relay.of("auth/login")
    assert parse_qs(login.body.decode(), keep_blank_values=True) == {"username": ["somebody"], "password": [""]}
    assert client.username == "somebody"


@pytest.mark.parametrize("user", [None, ""])
def test_without_a_user_name_a_login_takes_the_one_of_before(relay: Relay, new_client: MakeClient, user: str | None) -> None:
    client = new_client(relay.url, password="wrong")
    client.auth_log_in(username=user, password=relay.daemon.password)
    client.auth_log_in(username=user, password="")
    assert client.is_logged_in
    assert client.username == relay.daemon.user


@pytest.mark.lines("qbittorrent-newest")
@pytest.mark.parametrize(("status", "body"), [(204, b""), (200, b""), (200, b"Ok.")])
def test_a_login_is_accepted_by_nothing_or_ok(relay: Relay, new_client: MakeClient, status: int, body: bytes) -> None:
    relay.answer = lambda seen: Answer(status, body) if seen.action == "auth/login" else None
    new_client(relay.url).auth_log_in()
    assert relay.actions == ["auth/login"]


@pytest.mark.lines("qbittorrent-newest")
@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, b"Fails.", LoginFailed),
        (200, b"any other words", APIConnectionError),  # no password is to blame
        (401, b"", LoginFailed),
        (403, b"Your IP address has been banned after too many failed authentication attempts.", Forbidden403Error),
    ],
)
def test_a_login_is_refused_by_anything_else(
    relay: Relay, new_client: MakeClient, status: int, body: bytes, error: type[Exception]
) -> None:
    relay.answer = lambda seen: Answer(status, body) if seen.action == "auth/login" else None
    with pytest.raises(error) as refusal:
        new_client(relay.url).auth_log_in()
    assert type(refusal.value) is error
    assert relay.actions == ["auth/login"]


def test_namespaces_are_one_object_until_the_next_login(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.auth_log_in()
    before = client.sync
    client.torrents_info()
    assert client.sync is before
    client.auth_log_in()
    assert client.sync is not before


@pytest.mark.parametrize("way", ["login", "expiry"])
def test_differences_begin_anew_with_a_new_session(relay: Relay, new_client: MakeClient, way: str) -> None:
    client = new_client(relay.url)
    client.auth_log_in()
    assert client.sync.maindata.delta()["full_update"] is True
    assert "full_update" not in client.sync.maindata.delta()
    if way == "login":
        client.auth_log_in()
    else:
        end_session(relay)
        client.torrents_info()
    assert client.sync.maindata.delta()["full_update"] is True
    assert "full_update" not in client.sync.maindata.delta()


def test_a_session_is_renewed_once_a_call_and_a_403_that_stays_is_told(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.torrents_info()
    relay.keeps = frozenset({"cookie"})  # no session is ever recognised
    with pytest.raises(Forbidden403Error):
        client.torrents_info()
    assert len(relay.of("auth/login")) == 2
    assert len(relay.of("torrents/info")) == 3


def test_asking_whether_one_is_logged_in_never_logs_in(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    assert not client.is_logged_in
    client.torrents_info()
    assert client.is_logged_in
    end_session(relay)
    assert not client.is_logged_in
    assert len(relay.of("auth/login")) == 1
    assert {one.method for one in relay.of("app/version")} == {"GET"}


def test_nobody_is_logged_in_to_a_daemon_that_cannot_be_reached(bare_client: MakeClient) -> None:
    assert not bare_client(f"127.0.0.1:{unused_port()}", username="admin", password="adminadmin").is_logged_in


@pytest.mark.lines("qbittorrent-newest")
@pytest.mark.parametrize("status", [401, 404, 500])
def test_nobody_is_logged_in_who_is_answered_with_an_error(relay: Relay, new_client: MakeClient, status: int) -> None:
    client = new_client(relay.url)
    client.auth_log_in()
    relay.answer = lambda seen: Answer(status)
    assert not client.is_logged_in


def test_logging_out_asks_nothing_first_logs_in_nobody_and_forgets_the_cookie(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.auth_log_in()
    client.auth_log_out()
    assert relay.actions == ["auth/login", "auth/logout"]
    assert client._SID is None
    client.auth_log_in()
    end_session(relay)
    client.auth_log_out()
    assert relay.actions == ["auth/login", "auth/logout"] * 2


def test_the_cookie_of_the_session_can_be_read(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    assert client._SID is None
    client.torrents_info()
    assert client._SID
    assert client._session_cookie() == client._SID
    assert client._SID in last_cookie(relay)
    assert client._session_cookie("no-such-cookie") in {None, client._SID}


@pytest.mark.lines("qbittorrent-newest")
def test_the_cookie_of_the_session_is_found_under_its_younger_name(daemon: Daemon, new_client: MakeClient) -> None:
    client = new_client()
    client.auth_log_in()
    assert f"QBT_SID_{daemon.port}" in client._session_state.cookies
    assert client._session_state.cookies[f"QBT_SID_{daemon.port}"] == client._SID


# API keys


def test_a_header_of_the_user_beats_the_api_key(keyed_daemon: Daemon, bare_client: MakeClient) -> None:
    with Relay(keyed_daemon) as relay:
        client = bare_client(
            relay.url, api_key="qbt_wrongwrongwrongwrongwrongwro", EXTRA_HEADERS={"Authorization": f"Bearer {API_KEY}"}
        )
        assert client.torrents_info() == []
        assert headers_of(relay, "torrents/info", "Authorization") == [f"Bearer {API_KEY}"]


def test_a_daemon_that_cannot_be_reached_is_told_as_such_also_with_an_api_key(bare_client: MakeClient) -> None:
    with pytest.raises(APIConnectionError) as refusal:
        bare_client(f"127.0.0.1:{unused_port()}", api_key=API_KEY).auth_log_in()
    assert not isinstance(refusal.value, LoginFailed | HTTPError)


def test_a_login_with_an_api_key_asks_for_the_version_and_ends_nothing(keyed_daemon: Daemon, bare_client: MakeClient) -> None:
    with Relay(keyed_daemon) as relay:
        client = bare_client(relay.url, api_key=API_KEY)
        client.auth_log_in()
        assert relay.actions == ["app/version"]
        client.auth_log_out()
        assert relay.actions == ["app/version"]
        assert client.is_logged_in


def test_a_with_statement_leaves_a_client_that_can_be_used_again(new_client: MakeClient) -> None:
    with new_client() as client:
        assert client.is_logged_in
    assert not client.is_logged_in
    assert client.torrents_info() == []
