"""Who a client is: credentials by argument, call, and environment, and which of them count; API keys; failed logins and bans."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from tests.harness import matrix
from tests.harness.daemon import Daemon
from tests.harness.session import Session
from tests.live.conftest import LINES, FreshDaemon
from tests.live.dropin.conftest import API_KEY, MakeClient
from tests.live.dropin.relay import Relay
from tests.live.dropin.sessions import end_session

from qbittorrentapi import APIError, Forbidden403Error, LoginFailed

WRONG_KEY = API_KEY[:-4] + "wxyz"
WITHOUT_KEYS = [one for one in LINES if one.id != "qbittorrent-newest"]
every_line = pytest.mark.parametrize("name", matrix.QBITTORRENT)


def login_seen(relay: Relay) -> tuple[str, str]:
    """User name and password of the one login that was sent."""
    (login,) = relay.of("auth/login")
    form = parse_qs(login.body.decode())
    return form["username"][0], form["password"][0]


# user name and password


def test_the_first_call_logs_in_by_itself(relay: Relay, new_client: MakeClient) -> None:
    assert new_client(relay.url).app_version() == f"v{relay.daemon.version}"
    assert relay.actions == ["auth/login", "app/version"]


def test_credentials_can_be_given_after_construction(daemon: Daemon, bare_client: MakeClient) -> None:
    client = bare_client(daemon.url)
    with pytest.raises(Forbidden403Error):
        client.app_version()
    client.auth_log_in(username=daemon.user, password=daemon.password)
    assert client.app_version() == f"v{daemon.version}"


def test_an_explicit_login_uses_the_credentials_of_the_constructor(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.auth_log_in()
    assert login_seen(relay) == (relay.daemon.user, relay.daemon.password)
    assert client.is_logged_in


def test_the_namespace_logs_in_and_out_as_the_flat_methods_do(relay: Relay, bare_client: MakeClient) -> None:
    client = bare_client(relay.url)
    client.auth.log_in(username=relay.daemon.user, password=relay.daemon.password)
    assert client.auth.is_logged_in
    assert client.authorization.is_logged_in
    client.authorization.log_out()
    assert not client.auth.is_logged_in


@pytest.mark.parametrize("prefix", ["QBITTORRENTAPI_", "PYTHON_QBITTORRENTAPI_"])
def test_user_name_and_password_of_the_environment_are_used_where_none_are_given(
    relay: Relay, bare_client: MakeClient, monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    monkeypatch.setenv(f"{prefix}USERNAME", relay.daemon.user)
    monkeypatch.setenv(f"{prefix}PASSWORD", relay.daemon.password)
    assert bare_client(relay.url).app_version() == f"v{relay.daemon.version}"
    assert login_seen(relay) == (relay.daemon.user, relay.daemon.password)


def test_what_is_given_empty_is_taken_from_the_environment(
    relay: Relay, bare_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("HOST", relay.url), ("USERNAME", relay.daemon.user), ("PASSWORD", relay.daemon.password)):
        monkeypatch.setenv(f"QBITTORRENTAPI_{name}", value)
    assert bare_client("", username="", password="", api_key="").app_version() == f"v{relay.daemon.version}"
    assert login_seen(relay) == (relay.daemon.user, relay.daemon.password)


def test_given_credentials_are_not_overruled_by_the_environment(
    relay: Relay, new_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QBITTORRENTAPI_USERNAME", "another")
    monkeypatch.setenv("QBITTORRENTAPI_PASSWORD", "another password")
    new_client(relay.url).app_version()
    assert login_seen(relay) == (relay.daemon.user, relay.daemon.password)


# failed logins


def test_a_wrong_password_fails_the_call_that_needed_the_login(daemon: Daemon, new_client: MakeClient) -> None:
    with pytest.raises(LoginFailed):
        new_client(password="wrong").torrents_info()


def test_a_wrong_password_fails_an_explicit_login_and_the_with_statement(daemon: Daemon, new_client: MakeClient) -> None:
    with pytest.raises(LoginFailed):
        new_client(password="wrong").auth_log_in()
    with pytest.raises(LoginFailed), new_client(password="wrong"):
        pytest.fail("the body must not run")


def test_a_wrong_password_is_sent_once_however_many_calls_follow(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, password="wrong")
    for _ in range(3):
        with pytest.raises(LoginFailed):
            client.torrents_info()
    assert len(relay.of("auth/login")) == 1


def test_a_failed_login_says_why_and_carries_the_answer_but_no_password(daemon: Daemon, new_client: MakeClient) -> None:
    with pytest.raises(LoginFailed) as refusal:
        new_client(password="my-secret-word").auth_log_in()
    assert "wrong" in str(refusal.value)
    assert "my-secret-word" not in str(refusal.value)
    assert refusal.value.response is not None
    assert refusal.value.response.status_code in {200, 401}  # "Fails." through 5.1, 401 since 5.2


@every_line
def test_a_renewal_that_is_refused_fails_the_call_in_which_it_was_needed(
    fresh_daemon: FreshDaemon, bare_client: MakeClient, name: str
) -> None:
    daemon = fresh_daemon(name)
    with Relay(daemon) as relay:
        client = bare_client(relay.url, username=daemon.user, password=daemon.password)
        client.torrents_info()
        Session(daemon).post("app/setPreferences", json='{"web_ui_password": "another-one"}')
        end_session(relay)
        with pytest.raises(LoginFailed):
            client.torrents_info()
        client.auth_log_in(username=daemon.user, password="another-one")
        assert client.torrents_info() == []


@every_line
def test_a_banned_address_is_told_so_and_the_password_is_not_tried_again(
    fresh_daemon: FreshDaemon, bare_client: MakeClient, name: str
) -> None:
    with Relay(fresh_daemon(name, max_auth_failures=1)) as relay:
        with pytest.raises(APIError):
            bare_client(relay.url, username=relay.daemon.user, password="wrong").auth_log_in()
        client = bare_client(relay.url, username=relay.daemon.user, password=relay.daemon.password)
        relay.seen.clear()
        for _ in range(3):
            with pytest.raises(Forbidden403Error, match="too many failed logins"):
                client.torrents_info()
        assert len(relay.of("auth/login")) == 1


def test_a_client_without_credentials_is_forbidden_everything(daemon: Daemon, bare_client: MakeClient) -> None:
    with pytest.raises(Forbidden403Error, match="give a user name and password") as refusal:
        bare_client(daemon.url).torrents_info()
    assert refusal.value.http_status_code == 403


def test_a_cookie_that_the_daemon_does_not_know_is_forbidden(daemon: Daemon, bare_client: MakeClient) -> None:
    cookies = {"SID": "made-up", f"QBT_SID_{daemon.port}": "made-up"}
    with pytest.raises(Forbidden403Error):
        bare_client(daemon.url, REQUESTS_ARGS={"cookies": cookies}).torrents_info()


# API keys


def keys_seen(relay: Relay) -> set[str | None]:
    """What the requests had for an Authorization header."""
    return {one.headers["Authorization"] for one in relay.seen if one.action}


def test_an_api_key_goes_with_each_request_and_nobody_logs_in_or_out(keyed_daemon: Daemon, bare_client: MakeClient) -> None:
    with Relay(keyed_daemon) as relay:
        with bare_client(relay.url, api_key=API_KEY) as client:
            client.auth_log_in()
            assert client.app_version() == f"v{keyed_daemon.version}"
            client.torrents_info()
            assert client.is_logged_in
        assert not {"auth/login", "auth/logout"} & set(relay.actions)
        assert keys_seen(relay) == {f"Bearer {API_KEY}"}
        assert {one.headers["Cookie"] for one in relay.seen} == {None}


def test_a_wrong_api_key_is_forbidden_and_fails_an_explicit_login(keyed_daemon: Daemon, bare_client: MakeClient) -> None:
    with pytest.raises(Forbidden403Error, match="API key"):
        bare_client(keyed_daemon.url, api_key=WRONG_KEY).torrents_info()
    with pytest.raises(LoginFailed, match="API key") as refusal:
        bare_client(keyed_daemon.url, api_key=WRONG_KEY).auth_log_in()
    assert WRONG_KEY not in str(refusal.value)


@pytest.mark.parametrize("daemon", WITHOUT_KEYS, indirect=True)
def test_a_daemon_without_keys_forbids_and_the_password_is_not_tried_instead(relay: Relay, new_client: MakeClient) -> None:
    with pytest.raises(Forbidden403Error, match="API key"):
        new_client(relay.url, api_key=API_KEY).torrents_info()
    assert relay.of("auth/login") == []


ARGUMENT, VARIABLE = {"api_key": API_KEY}, {"API_KEY": API_KEY}
LOGIN_ARGUMENTS = {"username": "admin", "password": "adminadmin"}
LOGIN_VARIABLES = {"USERNAME": "admin", "PASSWORD": "adminadmin"}


@pytest.mark.parametrize(
    ("arguments", "variables", "is_key_used"),
    [
        pytest.param(ARGUMENT | LOGIN_ARGUMENTS, {}, True, id="key_before_login_arguments"),
        pytest.param(ARGUMENT, LOGIN_VARIABLES, True, id="key_before_login_variables"),
        pytest.param(LOGIN_ARGUMENTS, VARIABLE, False, id="login_arguments_before_key_variable"),
        pytest.param({}, VARIABLE | LOGIN_VARIABLES, True, id="key_variable_before_login_variables"),
        pytest.param({}, VARIABLE, True, id="key_variable_alone"),
        pytest.param({}, LOGIN_VARIABLES, False, id="login_variables_alone"),
    ],
)
def test_of_several_credentials_the_documented_one_is_used(
    keyed_daemon: Daemon,
    bare_client: MakeClient,
    monkeypatch: pytest.MonkeyPatch,
    arguments: dict[str, str],
    variables: dict[str, str],
    is_key_used: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"QBITTORRENTAPI_{name}", value)
    with Relay(keyed_daemon) as relay:
        assert bare_client(relay.url, **arguments).app_version() == f"v{keyed_daemon.version}"
        assert keys_seen(relay) == {f"Bearer {API_KEY}" if is_key_used else None}
        assert len(relay.of("auth/login")) == (0 if is_key_used else 1)
