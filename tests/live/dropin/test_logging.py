"""What goes to the loggers, and how it is silenced."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

import pytest
from tests.harness.daemon import Daemon
from tests.live.dropin.conftest import API_KEY, LOGGERS, MakeClient
from tests.live.dropin.relay import Answer, Relay

from bitharbor.qbittorrent.records.preferences import SECRETS
from qbittorrentapi import APIError, Conflict409Error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qbittorrentapi import Client

    Call = Callable[[Client], object]


class Logged(Protocol):
    """Gives what is written of a call."""

    def __call__(self, call: Call, content: object = "Ok.", status: int = 200) -> str: ...


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


PASSKEY = "p4sskey"
MAGNET = f"magnet:?xt=urn:btih:{'ab' * 20}&dn=film&tr=http%3A%2F%2Ftracker%2F{PASSKEY}%2Fannounce"
PLACES = [f"http://tracker:80/{PASSKEY}/announce", f"https://me:{PASSKEY}@site/a", f"https://site/a?passkey={PASSKEY}", MAGNET]
# an action whose answer tells a secret: the call, the answer
TELLING: dict[str, tuple[Call, object]] = {
    "app/cookies": (
        lambda client: client.app_cookies(),
        [{"name": "login", "domain": "site", "path": "/", "value": PASSKEY, "expirationDate": 9}],
    ),
    "app/rotateAPIKey": (lambda client: client.app_rotate_api_key(), {"apiKey": PASSKEY}),
    "torrents/trackers": (
        lambda client: client.torrents_trackers("ab" * 20),
        [{"url": one, "msg": f"no such passkey: {PASSKEY}"} for one in PLACES],
    ),
    "sync/maindata": (
        lambda client: client.sync_maindata(),
        {"trackers": {one: ["ab" * 20] for one in PLACES}, "torrents": {"ab" * 20: {"magnet_uri": MAGNET}}},
    ),
    "rss/items": (lambda client: client.rss_items(), {"feed": {"url": PLACES[2], "uid": "1"}}),
    "torrents/info": (
        lambda client: client.torrents_info(),
        [{"hash": "ab" * 20, "tracker": PLACES[0], "magnet_uri": MAGNET, "comment": PLACES[1]}],
    ),
}
# a call whose request tells one
SENDING: list[Call] = [
    *(lambda client, place=place: client.torrents_add(urls=[place, place]) for place in PLACES),
    *(lambda client, place=place: client.torrents_add_trackers("ab" * 20, [place]) for place in PLACES),
    *(lambda client, place=place: client.rss_add_feed(place) for place in PLACES),
    lambda client: client.torrents_add(torrent_files=b"d4:infod4:name1:xee", cookie=f"uid={PASSKEY}"),
    lambda client: client.app_set_cookies([{"name": "login", "domain": "site", "value": PASSKEY}]),
]
GREETING = ("auth/login", "app/version", "app/webapiVersion")


@pytest.fixture
def logged(relay: Relay, new_client: MakeClient, caplog: pytest.LogCaptureFixture) -> Logged:
    """What is written of a call that is answered so; the daemon only greets."""

    def of(call: Call, content: object = "Ok.", status: int = 200) -> str:
        client = new_client(relay.url, VERBOSE_RESPONSE_LOGGING=True)
        client.auth_log_in()
        body = content if isinstance(content, str) else json.dumps(content)
        relay.answer = lambda seen: Answer(status, body.encode()) if seen.action not in GREETING else None
        caplog.clear()
        with caplog.at_level(logging.DEBUG, "qbittorrentapi"), suppress(APIError):
            call(client)
        return "\n".join(one.getMessage() for one in caplog.records if one.name.startswith("qbittorrentapi"))

    return of


@pytest.mark.lines("qbittorrent-newest")
@pytest.mark.parametrize("key", [*sorted(SECRETS), "web_ui_custom_http_headers", "locale", "web_ui_username", "save_path"])
def test_verbose_logging_shows_each_preference_and_of_the_secret_ones_only_the_name(logged: Logged, key: str) -> None:
    for shown in (
        logged(lambda client: client.app_set_preferences({key: "v4lue"})),
        logged(lambda client: client.app_preferences(), {key: "v4lue"}),
    ):
        assert key in shown
        assert ("v4lue" in shown) == (key in ("locale", "web_ui_username", "save_path"))


@pytest.mark.lines("qbittorrent-newest")
@pytest.mark.parametrize("action", TELLING)
def test_verbose_logging_shows_no_secret_of_an_answer(logged: Logged, action: str) -> None:
    call, content = TELLING[action]
    shown = logged(call, content)
    assert action in shown
    assert "Response text" in shown
    assert PASSKEY not in shown


@pytest.mark.lines("qbittorrent-newest")
def test_verbose_logging_shows_no_secret_of_a_request(logged: Logged) -> None:
    for call in SENDING:
        shown = logged(call)
        assert "Request body" in shown
        assert PASSKEY not in shown


@pytest.mark.lines("qbittorrent-newest")
def test_verbose_logging_shows_no_secret_of_an_error(logged: Logged) -> None:
    words = f"cannot use {PLACES[0]} with passkey={PASSKEY} or {{'token': '{PASSKEY}'"
    shown = logged(lambda client: client.torrents_rename("ab" * 20, "x"), words, 409)
    assert "cannot use http://tracker:80/" in shown
    assert PASSKEY not in shown
