"""What stands between us and the daemon and is not it: pages of proxies, cut answers, nobody at all."""

from __future__ import annotations

import socket
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.conftest import FreshDaemon
from tests.live.faces import Asynchronous, Blocking, DropIn

import qbittorrentapi
from bitharbor import errors

AnyFace = Blocking | Asynchronous | DropIn
PAGE = b"<html><head><title>Sign in - Portal</title></head><body>no</body></html>"


@pytest.fixture(params=[Blocking, Asynchronous, DropIn], ids=lambda face: face.__name__)
def kind(request: pytest.FixtureRequest) -> type[AnyFace]:
    chosen: type[AnyFace] = request.param
    return chosen


@dataclass(frozen=True)
class Says:
    """What the stranger answers to everything but logins."""

    status: int
    body: bytes
    content_type: str = "text/plain"
    missing: int = 0
    """bytes that are announced and never come"""
    location: str = ""


@contextmanager
def stranger(says: Says, *, login: Says | None = None) -> Generator[tuple[str, list[str]], None, None]:
    """A server that answers as told. Gives its URL and the paths that were asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            asked.append(self.path)
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            usual = Says(204, b"")
            said = (login or usual) if self.path.endswith("auth/login") else usual if "logout" in self.path else says
            self.send_response(said.status)
            self.send_header("Content-Length", str(len(said.body) + said.missing))
            self.send_header("Content-Type", said.content_type)
            self.send_header("Connection", "close")
            if said.location:
                self.send_header("Location", said.location)
            self.end_headers()
            self.wfile.write(said.body)

        do_GET = do_POST = do_HEAD = answer  # noqa: N815 - names of the standard library

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def at(kind: type[AnyFace]) -> Iterator[Any]:
    """A face of whatever is at a URL."""
    faces: list[AnyFace] = []

    def face(url: str, **options: Any) -> AnyFace:
        @dataclass
        class There:
            url: str
            user: str = "admin"
            password: str = "adminadmin"

        made = kind(There(url), **options)  # type: ignore[arg-type]  # has what a face reads of a daemon
        faces.append(made)
        return made

    yield face
    for one in faces:
        one.close()


def test_a_proxys_page_is_not_taken_for_an_answer(at: Any, kind: type[AnyFace]) -> None:
    with stranger(Says(200, PAGE, "text/html; charset=utf-8")) as (url, _):
        face = at(url)
        with pytest.raises(
            errors.NotQbittorrentError if kind is not DropIn else qbittorrentapi.APIConnectionError, match="Portal"
        ):
            face.version()


def test_a_proxys_page_at_login_is_no_login_and_no_ban(at: Any, kind: type[AnyFace]) -> None:
    for status in (200, 403):
        with stranger(Says(200, b"v5.1.0"), login=Says(status, PAGE, "text/html")) as (url, asked):
            face = at(url)
            with pytest.raises(errors.NotQbittorrentError if kind is not DropIn else qbittorrentapi.APIConnectionError):
                face.version()
            assert asked == ["/api/v2/auth/login"]


def test_cut_json_is_a_bad_answer(at: Any, kind: type[AnyFace]) -> None:
    with stranger(Says(200, b'[{"hash": "ab', "application/json")) as (url, _):
        face = at(url)
        with pytest.raises(errors.BadAnswerError if kind is not DropIn else qbittorrentapi.APIError):
            face.torrents()


def test_an_answer_that_breaks_off_is_a_lost_connection(at: Any, kind: type[AnyFace]) -> None:
    with stranger(Says(200, b"[]", "application/json", missing=10)) as (url, asked):
        face = at(url)
        with pytest.raises(errors.ConnectionLostError if kind is not DropIn else qbittorrentapi.APIConnectionError):
            face.torrents()
        assert 1 < asked.count("/api/v2/torrents/info") <= 3, "reading may be repeated, and not for ever"


def test_a_lasting_5xx_is_a_server_error_and_a_delete_is_sent_once(at: Any, kind: type[AnyFace]) -> None:
    with stranger(Says(502, PAGE, "text/html")) as (url, asked):
        face = at(url)
        wanted = errors.ServerError if kind is not DropIn else qbittorrentapi.InternalServerError500Error
        with pytest.raises(wanted):
            face.version()
        with pytest.raises(wanted) as told:
            face.delete("ab" * 20)
        assert asked.count("/api/v2/torrents/delete") == 1
        if isinstance(told.value, errors.BitharborError):
            assert told.value.acted is None


def test_nobody_there_is_unreachable(at: Any, kind: type[AnyFace]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        face = at(f"http://127.0.0.1:{closed.getsockname()[1]}")
        with pytest.raises(errors.UnreachableError if kind is not DropIn else qbittorrentapi.APIConnectionError):
            face.version()


def test_an_untrusted_certificate_is_refused_before_the_password_is_sent(
    at: Any, kind: type[AnyFace], fresh_daemon: FreshDaemon
) -> None:
    daemon: Daemon = fresh_daemon("qbittorrent-5.1", https=True)
    with pytest.raises(errors.TlsError if kind is not DropIn else qbittorrentapi.APIConnectionError, match="not trusted"):
        at(daemon.url).version()
    trusting = at(daemon.url, **({"verify": False} if kind is not DropIn else {"VERIFY_WEBUI_CERTIFICATE": False}))
    assert trusting.version() == f"v{daemon.version}"


def test_a_redirect_to_another_host_gets_no_password(at: Any, kind: type[AnyFace]) -> None:
    with stranger(Says(200, b"v5.1.0")) as (thief, stolen):
        elsewhere = thief.replace("127.0.0.1", "localhost")
        away = Says(307, b"", location=f"{elsewhere}/api/v2/auth/login")
        wanted = errors.NotQbittorrentError if kind is not DropIn else qbittorrentapi.APIConnectionError
        with stranger(Says(200, b"v5.1.0"), login=away) as (url, _), pytest.raises(wanted):
            at(url).version()
        assert stolen == []


def test_the_words_of_an_error_never_hold_the_password(at: Any) -> None:
    for says in (Says(500, b"no"), Says(200, PAGE, "text/html"), Says(400, b"bad")):
        for login in (replace(says), None):
            with stranger(says, login=login) as (url, _):
                face = at(url.replace("//", "//somebody:hunter2@"), password="hunter2")
                with pytest.raises((errors.BitharborError, qbittorrentapi.APIError)) as told:
                    face.version()
                chain: BaseException | None = told.value
                while chain is not None:
                    assert "hunter2" not in f"{chain} {chain!r}"
                    chain = chain.__cause__
