"""Sessions at the daemon: opened when needed, renewed when over, ended when the program says so."""

from __future__ import annotations

from http.cookies import SimpleCookie

import pytest
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Relay
from tests.live.dropin.sessions import end_session, is_open, last_cookie


def test_a_session_that_is_over_is_renewed_within_the_call(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.torrents_info()
    old = last_cookie(relay)
    end_session(relay)
    assert client.torrents_info() == []
    assert len(relay.of("auth/login")) == 2
    assert last_cookie(relay) != old


def test_one_session_serves_all_calls_of_a_client(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    for _ in range(3):
        client.torrents_info()
    assert len(relay.of("auth/login")) == 1
    assert len({one.headers["Cookie"] for one in relay.of("torrents/info")}) == 1


def test_each_client_has_a_session_of_its_own(relay: Relay, new_client: MakeClient) -> None:
    for _ in range(3):
        new_client(relay.url).torrents_info()
    cookies = [SimpleCookie(one.headers["Cookie"]) for one in relay.of("torrents/info")]
    assert len({morsel.value for cookie in cookies for morsel in cookie.values()}) == 3


def test_a_log_out_ends_the_session_at_the_daemon(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.torrents_info()
    cookie = last_cookie(relay)
    assert is_open(relay.daemon, cookie)
    client.auth_log_out()
    assert not is_open(relay.daemon, cookie)
    assert not client.is_logged_in


def test_a_client_that_logged_out_logs_in_again_when_it_is_used(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.torrents_info()
    client.auth_log_out()
    assert client.torrents_info() == []


def test_a_log_out_without_a_session_does_nothing(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.auth_log_out()
    client.torrents_info()
    end_session(relay)
    client.auth_log_out()
    client.auth_log_out()
    assert not client.is_logged_in


def test_a_with_statement_logs_in_on_entering_and_ends_the_session_on_leaving(relay: Relay, new_client: MakeClient) -> None:
    with new_client(relay.url) as client:
        assert relay.actions == ["auth/login"]
        client.torrents_info()
        cookie = last_cookie(relay)
        assert is_open(relay.daemon, cookie)
    assert not is_open(relay.daemon, cookie)


def test_a_with_statement_that_fails_ends_the_session_and_lets_the_error_pass(relay: Relay, new_client: MakeClient) -> None:
    def program() -> None:
        with new_client(relay.url) as client:
            client.torrents_info()
            raise RuntimeError("of the program")

    with pytest.raises(RuntimeError, match="of the program"):
        program()
    assert not is_open(relay.daemon, last_cookie(relay))
