"""Connecting and sending, as programs rely on it: the probe of the scheme, redirects, options of one call, raw calls."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import Made, wait_until
from tests.live.dropin.conftest import MakeClient, becomes
from tests.live.dropin.relay import Answer, Relay, Seen
from tests.live.dropin.sessions import end_session
from tests.live.dropin.test_answers import kinds
from tests.live.dropin.test_request_options import headers_of

from qbittorrentapi import (
    APINames,
    InternalServerError500Error,
    MethodNotAllowed405Error,
    MissingRequiredParameters400Error,
    NotFound404Error,
)

# the oldest and the newest line: nothing in between differs in any of this
pytestmark = pytest.mark.lines("qbittorrent-4.2", "qbittorrent-newest")


def probes(relay: Relay) -> list[Seen]:
    """The requests that ask which scheme is spoken."""
    return [one for one in relay.seen if one.method == "HEAD"]


def form_of(seen: Seen) -> dict[str, list[str]]:
    """The fields of a request, from its form or its query."""
    return parse_qs(seen.body.decode() or urlsplit(seen.path).query, keep_blank_values=True)


# the scheme


@pytest.mark.parametrize("status", [401, 404, 500])
def test_any_answer_to_the_probe_is_an_answer(relay: Relay, new_client: MakeClient, status: int) -> None:
    relay.answer = lambda seen: Answer(status) if seen.method == "HEAD" else None
    assert new_client(relay.address).torrents_info() == []
    assert len(probes(relay)) == 1


def test_a_scheme_that_was_put_right_is_warned_of_once(
    relay: Relay, new_client: MakeClient, caplog: pytest.LogCaptureFixture
) -> None:
    client = new_client(f"https://{relay.address}")
    for _ in range(2):
        assert client.torrents_info() == []
    warnings = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING and one.name.startswith("qbitt")]
    assert len(warnings) == 1
    assert "https" in warnings[0]


@pytest.mark.parametrize("form", ["{}", "http://{}"])
def test_a_scheme_that_is_right_or_was_not_written_is_not_warned_of(
    relay: Relay, new_client: MakeClient, caplog: pytest.LogCaptureFixture, form: str
) -> None:
    assert new_client(form.format(relay.address)).torrents_info() == []
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


def test_the_scheme_is_asked_for_once_however_many_logins_follow(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.torrents_info()
    end_session(relay)
    client.torrents_info()
    client.auth_log_in()
    assert len(relay.of("auth/login")) == 3
    assert len(probes(relay)) == 1


def test_the_first_call_of_a_client_costs_three_requests(relay: Relay, new_client: MakeClient) -> None:
    new_client(relay.url).app_version()
    assert [(one.method, one.action) for one in relay.seen] == [
        ("HEAD", ""),
        ("POST", "auth/login"),
        ("GET", "app/version"),
    ]


def test_a_redirect_within_the_place_is_followed(daemon: Daemon, new_client: MakeClient) -> None:
    with Relay(daemon, mount="/qbt") as relay:

        def moved(seen: Seen) -> Answer | None:
            return None if seen.path.startswith("/qbt/") else Answer(307, headers=(("Location", f"/qbt{seen.path}"),))

        relay.answer = moved
        assert new_client(relay.address.removesuffix("/qbt")).torrents_info() == []


# what goes with one call


def test_options_that_were_handed_over_and_changed_later_stay_as_they_were(relay: Relay, new_client: MakeClient) -> None:
    headers, arguments = {"X-A": "first"}, {"headers": {"X-B": "first"}}
    client = new_client(relay.url, EXTRA_HEADERS=headers, REQUESTS_ARGS=arguments)
    headers["X-A"] = "second"
    arguments["headers"] = {"X-B": "second"}
    client.torrents_info()
    assert headers_of(relay, "torrents/info", "X-A") == ["first"]
    assert headers_of(relay, "torrents/info", "X-B") == ["first"]


def test_arguments_of_requests_have_an_older_name_that_counts_less(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.torrents_info(requests_params={"headers": {"X-A": "older"}})
    client.torrents_info(requests_params={"headers": {"X-A": "older"}}, requests_args={"headers": {"X-A": "newer"}})
    assert headers_of(relay, "torrents/info", "X-A") == ["older", "newer"]


def test_headers_of_a_call_go_with_the_login_that_it_needs(relay: Relay, new_client: MakeClient) -> None:
    new_client(relay.url).torrents_info(headers={"X-A": "mine"})
    assert headers_of(relay, "auth/login", "X-A") == ["mine"]


def test_options_of_a_call_are_no_fields_and_any_other_keyword_is_one(relay: Relay, new_client: MakeClient) -> None:
    options: dict[str, Any] = {"_retries": 2, "_retry_backoff_factor": 0.1, "SIMPLE_RESPONSE": True}
    client = new_client(relay.url)
    assert kinds(client.torrents_info(my_own=7, **options)) == (list,)
    client.app_version(my_own=7, **options)
    assert form_of(relay.of("torrents/info")[0]) == {"my_own": ["7"]}
    (asked,) = relay.of("app/version")
    assert (asked.method, urlsplit(asked.path).query) == ("GET", "my_own=7")


def test_a_post_without_fields_says_that_its_length_is_nought(relay: Relay, new_client: MakeClient) -> None:
    new_client(relay.url).torrents_info()
    assert headers_of(relay, "torrents/info", "Content-Length") == ["0"]


def test_booleans_are_written_so_that_every_line_reads_them(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    client.torrents_set_auto_management(enable=False, torrent_hashes=torrent.torrent_hash)
    for wanted in (True, False):
        client.torrents_set_force_start(enable=wanted, torrent_hashes=torrent.torrent_hash)
        becomes(lambda: client.torrents_info()[0].force_start, wanted)


# raw calls


def test_a_raw_call_gives_the_response_of_requests(daemon: Daemon, new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    assert client._get(APINames.Application, "version").text == f"v{daemon.version}"
    response = client._post("torrents", "info", data={"hashes": torrent.torrent_hash})
    assert (response.status_code, response.json()[0]["name"]) == (200, torrent.name)
    assert client._post(_name=APINames.Torrents, _method="properties", hash=torrent.torrent_hash).json()["total_size"] == 100_000


def test_the_fields_of_a_raw_call_go_where_its_verb_has_them(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client._get("sync", "maindata", params={"rid": 0}, headers={"X-A": "mine"})
    client._post("torrents", "info", data={"limit": 1, "sort": None})
    assert urlsplit(relay.of("sync/maindata")[0].path).query == "rid=0"
    assert headers_of(relay, "sync/maindata", "X-A") == ["mine"]
    assert relay.of("torrents/info")[0].body == b"limit=1"


def test_a_raw_call_uploads_files(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    client.torrents_delete(torrent_hashes="all")
    wait_until(lambda: not client.torrents_info(), "deletion")
    response = client._post(
        "torrents",
        "add",
        data={"savepath": str(torrent.folder), "paused": "true", "stopped": "true", "skip_checking": "true", "seedMode": "true"},
        files={"torrents": ("mine.torrent", torrent.torrent)},
    )
    assert response.ok
    wait_until(lambda: [row.hash for row in client.torrents_info()] == [torrent.torrent_hash], "adding")


def test_a_raw_call_raises_what_other_calls_raise(daemon: Daemon, new_client: MakeClient) -> None:
    client = new_client()
    with pytest.raises(NotFound404Error):
        client._get("torrents", "no-such-action")
    # up to 5.1 GET is taken for these, and misses the fields
    with pytest.raises((MethodNotAllowed405Error, MissingRequiredParameters400Error)):
        client._get("torrents", "delete")


def test_a_raw_post_is_not_sent_twice(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.app_version()
    relay.answer = lambda seen: Answer(500) if seen.action == "torrents/info" else None
    with pytest.raises(InternalServerError500Error):
        client._post("torrents", "info")
    assert len(relay.of("torrents/info")) == 1
