"""What users hand to requests: arguments of every request and of one, adapter, headers, proxies, time-outs."""

from __future__ import annotations

import threading
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Answer, Relay, Seen
from urllib3 import Retry

from qbittorrentapi import APIConnectionError, Unauthorized401Error

MAGNET_HASH = "c9e15763f722f23e98a29decdfae341b98d53056"
MAGNET = f"magnet:?xt=urn:btih:{MAGNET_HASH}"
TOO_SHORT = 0.2  # seconds of patience, with a daemon that takes longer
LONG_ENOUGH = (3.1, 30)


class Slow:
    """Keeps the answer to one action back for a while."""

    def __init__(self, action: str, seconds: float) -> None:
        self._action = action
        self._seconds = seconds
        self.is_over = threading.Event()

    def __call__(self, seen: Seen) -> Answer | None:
        if seen.action == self._action:
            self.is_over.wait(self._seconds)
        return None


def headers_of(relay: Relay, action: str, name: str) -> list[str | None]:
    return [one.headers[name] for one in relay.of(action)]


# headers


def test_extra_headers_go_with_every_request_of_the_client(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, EXTRA_HEADERS={"X-My-Header": "mine"})
    client.torrents_info()
    client.app_version()
    client.auth_log_out()
    assert relay.actions == ["auth/login", "torrents/info", "app/version", "auth/logout"]
    assert {one.headers["X-My-Header"] for one in relay.seen if one.action} == {"mine"}


def test_headers_among_the_arguments_of_requests_go_with_every_request(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, REQUESTS_ARGS={"headers": {"X-My-Header": "mine"}})
    client.torrents_info()
    assert {one.headers["X-My-Header"] for one in relay.seen if one.action} == {"mine"}


@pytest.mark.parametrize("way", ["headers", "requests_args"])
def test_headers_of_one_call_go_with_that_call_only(relay: Relay, new_client: MakeClient, way: str) -> None:
    headers = {"X-My-Header": "mine"}
    options: dict[str, Any] = {"headers": headers} if way == "headers" else {"requests_args": {"headers": headers}}
    client = new_client(relay.url)
    client.torrents_info(**options)
    client.torrents_info()
    assert headers_of(relay, "torrents/info", "X-My-Header") == ["mine", None]


def test_headers_of_one_call_go_with_an_upload_through_the_namespace(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    try:
        client.torrents.add(urls=MAGNET, is_stopped=True, headers={"X-My-Header": "mine"})
        assert headers_of(relay, "torrents/add", "X-My-Header") == ["mine"]
        wait_until(lambda: [row.hash for row in client.torrents_info()] == [MAGNET_HASH], "adding")
    finally:
        client.torrents_delete(torrent_hashes=MAGNET_HASH)


def test_the_closer_header_beats_the_farther_one(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, EXTRA_HEADERS={"X-A": "extra"}, REQUESTS_ARGS={"headers": {"X-A": "arguments"}})
    client.torrents_info()
    client.torrents_info(requests_args={"headers": {"X-A": "call's arguments"}})
    client.torrents_info(requests_args={"headers": {"X-A": "call's arguments"}}, headers={"X-A": "call"})
    assert headers_of(relay, "torrents/info", "X-A") == ["arguments", "call's arguments", "call"]


def test_a_header_of_the_user_replaces_the_clients_own(relay: Relay, new_client: MakeClient) -> None:
    new_client(relay.url, EXTRA_HEADERS={"User-Agent": "mine/1.0"}).torrents_info()
    assert headers_of(relay, "torrents/info", "User-Agent") == ["mine/1.0"]


# arguments of requests


def test_a_time_out_for_all_requests_is_kept(relay: Relay, new_client: MakeClient) -> None:
    relay.answer = slow = Slow("torrents/info", 5)
    client = new_client(relay.url, REQUESTS_ARGS={"timeout": (3.1, TOO_SHORT)})
    client.auth_log_in(requests_args={"timeout": LONG_ENOUGH})
    with pytest.raises(APIConnectionError):
        client.torrents_info()
    slow.is_over.set()


def test_a_time_out_for_one_call_is_kept_in_that_call_only(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.app_version()
    relay.answer = slow = Slow("torrents/info", 1)
    with pytest.raises(APIConnectionError):
        client.torrents_info(requests_args={"timeout": TOO_SHORT})
    assert client.torrents_info() == []
    slow.is_over.set()


def test_the_time_out_of_a_call_beats_that_of_the_client(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, REQUESTS_ARGS={"timeout": (3.1, TOO_SHORT)})
    client.auth_log_in(requests_args={"timeout": LONG_ENOUGH})
    relay.answer = slow = Slow("torrents/info", 1)
    assert client.torrents_info(requests_args={"timeout": LONG_ENOUGH}) == []
    slow.is_over.set()


def wants_basic(seen: Seen) -> Answer | None:
    """A proxy that asks for HTTP's own authentication."""
    wanted = "Basic " + b64encode(b"proxy:secret").decode()
    return None if seen.headers["Authorization"] == wanted else Answer(401, b"who are you?")


@pytest.mark.parametrize("scope", ["client", "call"])
def test_http_authentication_is_handed_to_requests(relay: Relay, new_client: MakeClient, scope: str) -> None:
    arguments = {"auth": ("proxy", "secret")}
    relay.answer = wants_basic
    relay.keeps = frozenset({"authorization"})  # seen on 5.3.0: 401 to any request with such a header that is no API key
    with pytest.raises(Unauthorized401Error):
        new_client(relay.url).auth_log_in()
    if scope == "client":
        assert new_client(relay.url, REQUESTS_ARGS=arguments).torrents_info() == []
    else:
        assert new_client(relay.url).torrents_info(requests_args=arguments) == []


def test_cookies_of_the_user_go_beside_the_sessions_own(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, REQUESTS_ARGS={"cookies": {"portal": "open"}})
    assert client.torrents_info() == []
    assert client.torrents_info(requests_args={"cookies": {"more": "yes"}}) == []
    first, second = relay.of("torrents/info")
    assert "portal=open" in first.headers["Cookie"]
    assert "SID" in first.headers["Cookie"]
    assert "more=yes" in second.headers["Cookie"]


def test_an_http_proxy_is_used(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(REQUESTS_ARGS={"proxies": {"http": f"http://{relay.address}"}})
    assert client.torrents_info() == []
    assert {one.is_proxied for one in relay.seen} == {True}


# the pools behind a proxy are urllib3's own, and warn
@pytest.mark.filterwarnings("ignore::urllib3.exceptions.InsecureRequestWarning")
def test_an_https_daemon_is_reached_through_a_tunnel_of_a_proxy(secure_daemon: Daemon, bare_client: MakeClient) -> None:
    with Relay(secure_daemon) as proxy:
        client = bare_client(
            secure_daemon.url,
            username=secure_daemon.user,
            password=secure_daemon.password,
            VERIFY_WEBUI_CERTIFICATE=False,
            REQUESTS_ARGS={"timeout": LONG_ENOUGH, "proxies": {"https": f"http://{proxy.address}"}},
        )
        assert client.app_version() == f"v{secure_daemon.version}"
        assert set(proxy.tunnels) == {f"127.0.0.1:{secure_daemon.port}"}


def test_what_the_user_handed_over_is_not_changed(relay: Relay, new_client: MakeClient) -> None:
    given: dict[str, Any] = {"timeout": LONG_ENOUGH, "headers": {"X-A": "1"}, "cookies": {"b": "2"}}
    headers, adapter = {"X-C": "3"}, {"pool_maxsize": 5}
    client = new_client(relay.url, REQUESTS_ARGS=given, EXTRA_HEADERS=headers, HTTPADAPTER_ARGS=adapter)
    client.torrents_info(requests_args=given, headers=headers)
    assert given == {"timeout": LONG_ENOUGH, "headers": {"X-A": "1"}, "cookies": {"b": "2"}}
    assert (headers, adapter) == ({"X-C": "3"}, {"pool_maxsize": 5})


# the adapter


class Gathering:
    """Keeps answers back until so many requests are under way at once, or nobody else comes for a while."""

    def __init__(self, wanted: int, seconds: float) -> None:
        self._together = threading.Barrier(wanted, timeout=seconds)

    def __call__(self, seen: Seen) -> Answer | None:
        if seen.action == "torrents/info":
            with suppress(threading.BrokenBarrierError):
                self._together.wait()
        return None


# without the option 20 requests are under way at most
@pytest.mark.parametrize(("size", "wanted", "seconds"), [(2, 3, 0.3), (30, 30, 10.0)], ids=["smaller", "larger"])
def test_as_many_requests_are_under_way_at_once_as_the_adapters_arguments_say(
    relay: Relay, new_client: MakeClient, size: int, wanted: int, seconds: float
) -> None:
    client = new_client(relay.url, HTTPADAPTER_ARGS={"pool_connections": size, "pool_maxsize": size})
    client.app_version()
    relay.answer = Gathering(wanted, seconds)
    with ThreadPoolExecutor(30) as pool:
        for one in [pool.submit(client.torrents_info) for _ in range(30)]:
            one.result()
    assert relay.most_at_once == size


def test_a_pool_that_does_not_block_lets_more_requests_on_their_way(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url, HTTPADAPTER_ARGS={"pool_maxsize": 1, "pool_block": False})
    client.app_version()
    relay.answer = Gathering(3, 10.0)
    with ThreadPoolExecutor(3) as pool:
        for one in [pool.submit(client.torrents_info) for _ in range(3)]:
            one.result()
    assert relay.most_at_once == 3


def test_other_arguments_of_the_adapter_reach_it_too(relay: Relay, new_client: MakeClient) -> None:
    def unwell(seen: Seen) -> Answer | None:
        return Answer(503) if seen.action == "torrents/info" and len(relay.of("torrents/info")) < 4 else None

    retries = Retry(total=5, status_forcelist=[503], allowed_methods=None, backoff_factor=0)
    given = {"max_retries": retries}
    client = new_client(relay.url, HTTPADAPTER_ARGS=given)
    given.clear()
    relay.answer = unwell
    assert client.torrents_info(_retries=1) == []
    assert len(relay.of("torrents/info")) == 4
