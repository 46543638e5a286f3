"""Where a client connects to: forms of the host, the port, the path of a reverse proxy, the scheme and who decides it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from tests.harness.certificate import made_for_loopback
from tests.harness.daemon import Daemon
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Answer, Relay, Seen

from qbittorrentapi import APIConnectionError

PREFIXES = ("QBITTORRENTAPI_", "PYTHON_QBITTORRENTAPI_")


def unused_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.mark.parametrize(
    "form", ["127.0.0.1:{}", "localhost:{}", "//127.0.0.1:{}", "http://127.0.0.1:{}", "http://127.0.0.1:{}/"]
)
def test_a_host_is_understood_with_and_without_scheme(daemon: Daemon, new_client: MakeClient, form: str) -> None:
    assert new_client(form.format(daemon.port)).app_version() == f"v{daemon.version}"


def test_an_https_host_is_spoken_to_in_https(secure_daemon: Daemon, bare_client: MakeClient) -> None:
    client = bare_client(
        f"https://127.0.0.1:{secure_daemon.port}",
        username=secure_daemon.user,
        password=secure_daemon.password,
        VERIFY_WEBUI_CERTIFICATE=False,
    )
    assert client.app_version() == f"v{secure_daemon.version}"


@pytest.mark.parametrize("kind", [int, str])
def test_the_port_is_taken_from_its_own_argument_as_number_or_text(
    daemon: Daemon, bare_client: MakeClient, kind: type[int | str]
) -> None:
    client = bare_client("127.0.0.1", port=kind(daemon.port), username=daemon.user, password=daemon.password)
    assert client.app_version() == f"v{daemon.version}"


def test_a_port_in_the_host_is_not_overruled_by_the_port_argument(daemon: Daemon, new_client: MakeClient) -> None:
    assert new_client(f"127.0.0.1:{daemon.port}", port=unused_port()).app_version() == f"v{daemon.version}"


def test_the_first_four_arguments_need_no_names(daemon: Daemon, new_client: MakeClient) -> None:
    kind = type(new_client())
    with kind("127.0.0.1", daemon.port, daemon.user, daemon.password) as client:
        assert client.app_version() == f"v{daemon.version}"


@pytest.mark.parametrize("end", ["", "/"])
def test_the_path_of_the_host_stands_before_every_action(daemon: Daemon, new_client: MakeClient, end: str) -> None:
    with Relay(daemon, mount="/qbt") as proxy:
        client = new_client(proxy.address + end)
        assert client.app_version() == f"v{daemon.version}"
        client.torrents_info()
        assert {one.path.partition("/api/v2/")[0] for one in proxy.seen if one.action} == {"/qbt"}


def test_a_daemon_behind_an_https_reverse_proxy_is_reached_by_its_path(
    daemon: Daemon, new_client: MakeClient, tmp_path: Path
) -> None:
    with Relay(daemon, mount="/qbt", certificate=made_for_loopback(tmp_path)) as proxy:
        client = new_client(f"{proxy.url}/", VERIFY_WEBUI_CERTIFICATE=False)
        assert client.app_version() == f"v{daemon.version}"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_host_of_the_environment_is_used_where_none_is_given(
    daemon: Daemon, bare_client: MakeClient, monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    monkeypatch.setenv(f"{prefix}HOST", f"127.0.0.1:{daemon.port}")
    assert bare_client(username=daemon.user, password=daemon.password).app_version() == f"v{daemon.version}"


def test_a_given_host_is_not_overruled_by_the_environment(
    daemon: Daemon, new_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QBITTORRENTAPI_HOST", f"127.0.0.1:{unused_port()}")
    assert new_client().app_version() == f"v{daemon.version}"


def test_the_older_prefix_of_variables_counts_less(
    daemon: Daemon, bare_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_QBITTORRENTAPI_HOST", f"127.0.0.1:{unused_port()}")
    monkeypatch.setenv("QBITTORRENTAPI_HOST", f"127.0.0.1:{daemon.port}")
    assert bare_client(username=daemon.user, password=daemon.password).app_version() == f"v{daemon.version}"


# the scheme


def test_a_wrong_scheme_is_put_right_by_asking(relay: Relay, new_client: MakeClient) -> None:
    assert new_client(f"https://{relay.address}").app_version() == f"v{relay.daemon.version}"


def test_a_forced_scheme_is_not_put_right(relay: Relay, new_client: MakeClient) -> None:
    with pytest.raises(APIConnectionError):
        new_client(f"https://{relay.address}", FORCE_SCHEME_FROM_HOST=True).app_version()
    assert relay.seen == [], "it has tried http all the same"


def test_a_forced_scheme_is_not_asked_for(relay: Relay, new_client: MakeClient) -> None:
    new_client(relay.url, FORCE_SCHEME_FROM_HOST=True).app_version()
    assert "HEAD" not in {one.method for one in relay.seen}
    new_client(relay.url).app_version()
    assert "HEAD" in {one.method for one in relay.seen}


def test_a_forced_scheme_stands_where_asking_is_led_astray(relay: Relay, new_client: MakeClient) -> None:
    def leads_to_https(seen: Seen) -> Answer | None:
        return Answer(301, headers=(("Location", f"https://{relay.address}/"),)) if seen.method == "HEAD" else None

    relay.answer = leads_to_https
    with pytest.raises(APIConnectionError):
        new_client(relay.url).app_version()
    assert new_client(relay.url, FORCE_SCHEME_FROM_HOST=True).app_version() == f"v{relay.daemon.version}"


def test_a_scheme_that_is_not_written_is_asked_for_also_where_it_should_be_forced(relay: Relay, new_client: MakeClient) -> None:
    new_client(relay.address, FORCE_SCHEME_FROM_HOST=True).app_version()
    assert [one.method for one in relay.seen].count("HEAD") == 1


def test_a_proxy_that_sends_http_to_https_is_followed_in_the_scheme_and_in_nothing_else(
    daemon: Daemon, new_client: MakeClient, tmp_path: Path
) -> None:
    def leads_to_https(seen: Seen) -> Answer | None:
        return None if seen.is_secure else Answer(301, headers=(("Location", "https://127.0.0.1:1/elsewhere/"),))

    with Relay(daemon, certificate=made_for_loopback(tmp_path), is_plain_too=True, answer=leads_to_https) as proxy:
        client = new_client(proxy.address, VERIFY_WEBUI_CERTIFICATE=False)
        assert client.app_version() == f"v{daemon.version}"
        assert [one.method for one in proxy.seen if not one.is_secure] == ["HEAD"]


@pytest.mark.lines("qbittorrent-4.2", "qbittorrent-newest")
def test_host_and_port_may_be_changed_and_lead_to_another_session(daemon: Daemon, relay: Relay, new_client: MakeClient) -> None:
    client = new_client(f"http://user:word@127.0.0.1:{unused_port()}")
    client.host = "127.0.0.1"
    client.port = daemon.port
    assert client.torrents_info() == []
    client.host = relay.url
    assert (client.host, client.port, client.username) == (relay.url, daemon.port, daemon.user)
    assert client.torrents_info() == []
    assert relay.actions == ["auth/login", "torrents/info"]
    assert {one.headers["Authorization"] for one in relay.seen} == {None}, "of the first host, not of this one"


def test_making_a_client_contacts_nobody(relay: Relay, new_client: MakeClient) -> None:
    new_client(relay.url)
    assert relay.seen == []
