"""The errors that the documents name, each out of the situation that they name."""

from __future__ import annotations

import socket
from typing import Any

import pytest
import requests
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Relay
from tests.live.dropin.test_connecting import unused_port
from tests.live.dropin.test_request_options import MAGNET, MAGNET_HASH

import qbittorrentapi
from qbittorrentapi import (
    APIConnectionError,
    Conflict409Error,
    Forbidden403Error,
    HTTPError,
    LoginFailed,
    NotFound404Error,
    Unauthorized401Error,
    UnsupportedQbittorrentVersion,
    exceptions,
)


def test_a_refused_connection_is_a_connection_error(bare_client: MakeClient) -> None:
    with pytest.raises(APIConnectionError) as refusal:
        bare_client(f"127.0.0.1:{unused_port()}", username="admin", password="adminadmin").app_version()
    assert not isinstance(refusal.value, HTTPError)


def test_a_name_that_nobody_knows_is_a_connection_error(bare_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def knows_nobody(*_: object, **__: object) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", knows_nobody)
    with pytest.raises(APIConnectionError):
        bare_client("qbittorrent.invalid:8080", username="admin", password="adminadmin").app_version()


@pytest.mark.parametrize("host", ["", "http://", "localhost:not-a-port", "ftp://localhost"])
def test_a_host_that_is_none_is_a_connection_error_of_the_first_call(bare_client: MakeClient, host: str) -> None:
    client = bare_client(host)
    with pytest.raises(APIConnectionError):
        client.app_version()
    assert not client.is_logged_in


def test_the_connection_error_is_the_base_of_all_errors_of_the_wire() -> None:
    of_wire = {name for name in exceptions.__all__ if issubclass(getattr(exceptions, name), APIConnectionError)}
    assert {"LoginFailed", "HTTPError", "Forbidden403Error", "Unauthorized401Error"} <= of_wire
    assert {"NotFound404Error", "Conflict409Error", "InternalServerError500Error"} <= of_wire
    assert not {"UnsupportedQbittorrentVersion", "TorrentFileError"} & of_wire
    assert issubclass(APIConnectionError, requests.RequestException)


def test_the_documented_errors_are_had_from_the_package_and_from_its_module() -> None:
    for error in (
        APIConnectionError,
        LoginFailed,
        Forbidden403Error,
        Unauthorized401Error,
        NotFound404Error,
        Conflict409Error,
        UnsupportedQbittorrentVersion,
    ):
        assert getattr(qbittorrentapi, error.__name__) is getattr(qbittorrentapi.exceptions, error.__name__) is error


@pytest.mark.parametrize("header", [{"Origin": "http://elsewhere.example"}, {"Host": "127.0.0.1:1"}], ids=["origin", "host"])
def test_a_foreign_origin_or_host_is_unauthorized(relay: Relay, new_client: MakeClient, header: dict[str, str]) -> None:
    client = new_client(relay.url)
    client.torrents_info()
    with pytest.raises(Unauthorized401Error) as refusal:
        client.torrents_info(headers=header)
    assert refusal.value.http_status_code == 401
    assert refusal.value.response is not None
    assert len(relay.of("auth/login")) == 1, "a login does not help against it"


def test_an_unknown_torrent_is_not_found_and_named(new_client: MakeClient) -> None:
    with pytest.raises(NotFound404Error, match=MAGNET_HASH) as refusal:
        new_client().torrents_properties(torrent_hash=MAGNET_HASH)
    assert refusal.value.http_status_code == 404
    assert refusal.value.request is not None


def test_an_argument_that_makes_no_sense_is_a_conflict(new_client: MakeClient) -> None:
    with pytest.raises(Conflict409Error) as refusal:
        new_client().torrents_create_category(name="a//b")
    assert refusal.value.http_status_code == 409
    assert str(refusal.value)


# torrents/export came with 4.5.0
@pytest.mark.parametrize("daemon", ["qbittorrent-4.5", "qbittorrent-5.1", "qbittorrent-newest"], indirect=True)
def test_an_export_before_the_metadata_came_is_a_conflict(daemon: Daemon, new_client: MakeClient) -> None:
    client = new_client()
    try:
        client.torrents_add(urls=MAGNET)
        wait_until(lambda: bool(client.torrents_info()), "adding")
        with pytest.raises(Conflict409Error) as refusal:
            client.torrents_export(torrent_hash=MAGNET_HASH)
        assert refusal.value.http_status_code == 409
    finally:
        client.torrents_delete(torrent_hashes=MAGNET_HASH)
