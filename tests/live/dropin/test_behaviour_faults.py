"""Faults and refusals, as programs rely on them: what is sent again and what never, and which exception comes of which status.

The relay answers in the daemon's place, because no daemon fails on demand.
"""

from __future__ import annotations

import io
import os
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from errno import EACCES, EISDIR, ENOENT
from pathlib import Path
from typing import Any

import pytest
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Answer, Relay, Seen
from tests.live.dropin.test_connecting import unused_port
from tests.live.dropin.test_request_options import MAGNET, MAGNET_HASH

import qbittorrentapi
from qbittorrentapi import (
    APIConnectionError,
    APIError,
    Client,
    Conflict409Error,
    HTTPError,
    InternalServerError500Error,
    NotFound404Error,
    TorrentFileError,
    TorrentFileNotFoundError,
    TorrentFilePermissionError,
)

# one line is enough for what the relay answers
pytestmark = pytest.mark.lines("qbittorrent-newest")


class Failing:
    """Answers an action with a status, so many times."""

    def __init__(self, action: str, times: int, status: int = 500, body: bytes = b"it hurts") -> None:
        self._action, self._left, self._answer = action, times, Answer(status, body)

    def __call__(self, seen: Seen) -> Answer | None:
        if seen.action != self._action or not self._left:
            return None
        self._left -= 1
        return self._answer


class Silent:
    """Says nothing to an action for a while, and then nothing that helps."""

    def __init__(self, action: str) -> None:
        self._action = action

    def __call__(self, seen: Seen) -> Answer | None:
        if seen.action != self._action:
            return None
        time.sleep(0.5)
        return Answer(503)


@pytest.fixture
def client(relay: Relay, new_client: MakeClient) -> Client:
    """A client that is logged in, through the relay, which has forgotten it."""
    client = new_client(relay.url)
    client.auth_log_in()
    relay.seen.clear()
    return client


# what is sent again


def test_what_reads_is_sent_again_at_once_and_the_session_is_kept(relay: Relay, client: Client) -> None:
    relay.answer = Failing("torrents/info", 1)
    assert client.torrents_info() == []
    assert relay.actions == ["torrents/info", "torrents/info"]


def test_a_fault_that_lasts_is_told_as_what_it_is(relay: Relay, client: Client) -> None:
    relay.answer = Failing("torrents/info", 99)
    with pytest.raises(InternalServerError500Error, match="it hurts") as refusal:
        client.torrents_info()
    assert refusal.value.http_status_code == 500
    assert refusal.value.response is not None
    assert relay.actions == ["torrents/info", "torrents/info"]


def test_a_time_out_that_lasts_is_no_refusal(relay: Relay, client: Client) -> None:
    relay.answer = Silent("torrents/info")
    with pytest.raises(APIConnectionError, match="in time") as refusal:
        client.torrents_info(requests_args={"timeout": 0.2})
    assert not isinstance(refusal.value, HTTPError)
    assert relay.actions == ["torrents/info", "torrents/info"]


@pytest.mark.parametrize("way", ["status", "silence"])
def test_what_may_have_been_done_is_not_done_twice(relay: Relay, client: Client, way: str) -> None:
    relay.answer = Failing("torrents/add", 1) if way == "status" else Silent("torrents/add")
    with pytest.raises(APIConnectionError):
        client.torrents_add(urls=MAGNET, requests_args={"timeout": 0.2})
    assert relay.actions == ["torrents/add"]


@pytest.mark.parametrize("status", [400, 401, 404, 405, 409, 415, 418, 429])
def test_a_refusal_is_never_sent_again(relay: Relay, client: Client, status: int) -> None:
    relay.answer = Failing("torrents/info", 99, status)
    with pytest.raises(HTTPError):
        client.torrents_info()
    assert relay.actions == ["torrents/info"]


@pytest.mark.parametrize(("retries", "sent"), [(0, 2), (1, 2), (3, 4)])
def test_a_call_says_how_often_it_is_repeated_and_once_at_least(relay: Relay, client: Client, retries: int, sent: int) -> None:
    relay.answer = Failing("torrents/info", 99)
    with pytest.raises(InternalServerError500Error):
        client.torrents_info(_retries=retries)
    assert len(relay.of("torrents/info")) == sent


def test_namespaces_outlive_a_repeat(relay: Relay, client: Client) -> None:
    before = client.sync
    relay.answer = Failing("torrents/info", 1)
    client.torrents_info()
    assert client.sync is before


class Pauses:
    """The clock of a client: notes for how long it would have waited."""

    def __init__(self) -> None:
        self.noted: list[float] = []

    def now(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Do not wait."""
        self.noted.append(seconds)


def test_the_first_repeat_comes_at_once_and_the_others_later_and_later(relay: Relay, client: Client) -> None:
    client._driver._clock = pauses = Pauses()
    relay.answer = Failing("torrents/info", 99)
    with pytest.raises(InternalServerError500Error):
        client.torrents_info()
    assert pauses.noted == []
    with pytest.raises(InternalServerError500Error):
        client.torrents_info(_retries=4)
    assert pauses.noted == sorted(set(pauses.noted))
    assert len(pauses.noted) == 3


def test_a_port_where_nobody_listens_is_not_waited_for(bare_client: MakeClient) -> None:
    client = bare_client(f"127.0.0.1:{unused_port()}")
    client._driver._clock = pauses = Pauses()
    with pytest.raises(APIConnectionError):
        client.app_version()
    assert pauses.noted == []


@contextmanager
def babbler() -> Generator[str]:
    """A server that speaks no HTTP. Gives its URL."""

    def babble() -> None:
        with suppress(OSError):  # the end of the test
            while True:
                line, _ = server.accept()
                with line:
                    line.recv(65536)
                    line.sendall(b"good morning\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=babble, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def test_what_speaks_no_http_or_leads_in_circles_is_a_connection_error(relay: Relay, bare_client: MakeClient) -> None:
    def in_circles(seen: Seen) -> Answer | None:
        return Answer(307, headers=(("Location", seen.path),))

    relay.answer = in_circles
    with babbler() as url:
        for host, words, status in ((url, "broke", None), (relay.url, "leads", 307)):
            with pytest.raises(APIConnectionError, match=rf"^Failed to connect to qBittorrent.*{words}") as refusal:
                bare_client(host, FORCE_SCHEME_FROM_HOST=True).app_version()
            assert not isinstance(refusal.value, HTTPError)
            assert getattr(refusal.value.response, "status_code", None) == status


@pytest.mark.parametrize("action", ["auth/login", "torrents/info"])
def test_a_proxys_page_is_a_connection_error_that_carries_it(relay: Relay, new_client: MakeClient, action: str) -> None:
    page = Answer(200, b"<html><title>Portal</title></html>", (("Content-Type", "text/html"),))
    relay.answer = lambda seen: page if seen.action == action else None
    with pytest.raises(APIConnectionError, match="Portal") as refusal:
        new_client(relay.url).torrents_info()
    assert refusal.value.response is not None
    assert "Portal" in refusal.value.response.text


def test_the_words_of_a_connection_that_failed_begin_alike(bare_client: MakeClient) -> None:
    with pytest.raises(APIConnectionError, match=r"^Failed to connect to qBittorrent") as refusal:
        bare_client(f"127.0.0.1:{unused_port()}").app_version()
    assert refusal.value.response is None
    assert isinstance(refusal.value, OSError)


# status -> exception

STATUSES = [
    (400, b"", "MissingRequiredParameters400Error", ""),
    (400, b"Bad Request", "MissingRequiredParameters400Error", ""),
    (400, b"Missing required parameters: hash", "MissingRequiredParameters400Error", "Missing required parameters: hash"),
    (400, b"not so", "InvalidRequest400Error", "not so"),
    (401, b"who?", "Unauthorized401Error", "who?"),
    (403, b"not you", "Forbidden403Error", "not you"),
    (404, b"gone", "NotFound404Error", "gone"),
    (405, b"no", "MethodNotAllowed405Error", "no"),
    (409, b"taken", "Conflict409Error", "taken"),
    (415, b"no torrent", "UnsupportedMediaType415Error", "no torrent"),
    (500, b"ouch", "InternalServerError500Error", "ouch"),
    (503, b"later", "InternalServerError500Error", "later"),
    (418, b"teapot", "HTTPError", "teapot"),
    (429, b"slowly", "HTTPError", "slowly"),
]


@pytest.mark.parametrize(("status", "body", "name", "text"), STATUSES)
def test_a_status_is_an_exception_with_the_body_as_its_text(
    relay: Relay, client: Client, status: int, body: bytes, name: str, text: str
) -> None:
    relay.answer = Failing("torrents/properties", 99, status, body)
    with pytest.raises(HTTPError) as refusal:
        client.torrents_properties(torrent_hash=MAGNET_HASH)
    error = refusal.value
    assert type(error) is getattr(qbittorrentapi, name)
    assert (str(error), error.http_status_code) == (text, status)
    assert error.response is not None
    assert error.response.status_code == status
    assert error.request is not None
    assert isinstance(error, APIConnectionError | OSError)


@pytest.mark.parametrize("body", [b"", b"Not Found"])
def test_a_404_without_words_names_the_infohashes(relay: Relay, client: Client, body: bytes) -> None:
    relay.answer = lambda seen: Answer(404, body)
    with pytest.raises(NotFound404Error, match=r"^Torrent hash\(es\): abc$"):
        client.torrents_properties(torrent_hash="abc")
    with pytest.raises(NotFound404Error, match=r"^Torrent hash\(es\): .*abc.*def"):
        client.torrents_recheck(torrent_hashes=["abc", "def"])


def test_an_answer_that_cannot_be_read_is_an_error_of_the_interface(relay: Relay, client: Client) -> None:
    relay.answer = Failing("torrents/info", 99, 200, b'[{"hash": ')
    with pytest.raises(APIError, match=r"^Exception during response parsing") as refusal:
        client.torrents_info()
    assert type(refusal.value) is APIError


@pytest.mark.parametrize("given", [None, "magnet:?xt=nothing"])
def test_an_add_of_nothing_or_of_what_is_no_magnet_is_a_conflict(new_client: MakeClient, given: str | None) -> None:
    with pytest.raises(Conflict409Error):
        new_client().torrents_add(urls=given)


# files of this machine


@contextmanager
def unreadable(path: Path) -> Generator[None]:
    """Take the right to read it away, also from an administrator."""
    path.chmod(0)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_file_that_is_not_there_is_told_with_number_words_and_path(new_client: MakeClient, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.torrent")
    with pytest.raises(TorrentFileNotFoundError) as refusal:
        new_client().torrents_add(torrent_files=missing)
    assert refusal.value.args[:1] == (ENOENT,)
    assert refusal.value.strerror == "No such file or directory"
    assert refusal.value.filename == missing
    assert isinstance(refusal.value, OSError)
    assert not isinstance(refusal.value, APIConnectionError)


def test_a_file_is_told_by_the_path_that_was_given(
    new_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(TorrentFileNotFoundError) as refusal:
        new_client().torrents_add(torrent_files="~/missing.torrent")
    assert refusal.value.filename == "~/missing.torrent"


class Described:
    """An object that is no path, though its text is one."""

    def __str__(self) -> str:
        return "/tmp/some.torrent"  # noqa: S108 - nothing is there


@pytest.mark.parametrize("given", [5, [5], Described(), io.StringIO("text")])
def test_what_is_no_file_is_refused_before_anything_is_sent(relay: Relay, client: Client, given: Any) -> None:
    with pytest.raises(APIError) as refusal:
        client.torrents_add(torrent_files=given)
    assert not isinstance(refusal.value, APIConnectionError)
    assert relay.actions == []


def test_a_file_that_may_not_be_read_is_told_with_its_own_number(new_client: MakeClient) -> None:
    client = new_client()
    path = Path("/tmp") / f"bitharbor-unreadable-{os.getpid()}.torrent"  # noqa: S108 - pytest's folders are closed to others anyway
    path.write_bytes(b"de")
    try:
        with unreadable(path), pytest.raises(TorrentFilePermissionError) as refusal:
            client.torrents_add(torrent_files=str(path))
    finally:
        path.unlink()
    assert refusal.value.errno == EACCES


def test_a_folder_is_no_torrent_file(new_client: MakeClient, tmp_path: Path) -> None:
    with pytest.raises(TorrentFileError) as refusal:
        new_client().torrents_add(torrent_files=tmp_path)
    assert refusal.value.errno == EISDIR
    assert not isinstance(refusal.value, TorrentFilePermissionError | TorrentFileNotFoundError)
