"""Which interface a daemon speaks is found out by its first answers, with so many requests and no more; and never by a fault."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

import pytest
from tests.elders_client.conftest import Faces, Scenes
from tests.elders_client.faces import PASSWORD, USER, Face, Kind, Scene, face, native

import qbittorrentapi
from bitharbor import errors
from bitharbor.qbittorrent import AsyncClient, Client
from bitharbor.qbittorrent.records import Torrent
from bitharbor.wire.effects import Request

DIGEST_FIRST: Final = ["POST /api/v2/auth/login", "GET /json/transferInfo", "GET /json/torrents"]
COOKIE_FIRST: Final = ["POST /api/v2/auth/login", "POST /login", "GET /query/torrents"]
FIRST: Final = {
    "3.0.8": DIGEST_FIRST,
    "3.1.9.2": DIGEST_FIRST,
    "3.1.12": DIGEST_FIRST,
    "3.2.0": COOKIE_FIRST,
    "3.3.4": COOKIE_FIRST,
    "3.3.16": COOKIE_FIRST,
    "4.0.4": COOKIE_FIRST,
}


def listed(one: Face) -> int:
    return len(one.do(lambda client: client.torrents.info(), lambda client: client.torrents_info()))


@pytest.mark.parametrize("version", FIRST)
def test_a_generation_is_found_with_two_requests_beside_the_call_and_never_again(
    version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    one = face_of(kind, scene)
    assert listed(one) == 2
    assert scene.lines == FIRST[version]
    listed(one)
    assert scene.lines[3:] == FIRST[version][-1:]


GIVEN: Final = {
    "3.1.12": ("digest", ["GET /json/torrents"]),
    "3.3.16": ("cookie", ["POST /login", "GET /query/torrents"]),
}


@pytest.mark.parametrize("version", GIVEN)
def test_a_generation_that_is_given_costs_no_request(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """Digest takes credentials that no challenge asked for, so that its first call is one request."""
    scene = scene_of(version)
    generation, lines = GIVEN[version]
    assert listed(face_of(kind, scene, generation=generation)) == 2
    assert scene.lines == lines


def test_a_wrong_generation_is_not_put_right(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    for version, generation in (("3.1.12", "cookie"), ("3.1.12", "v2"), ("3.3.16", "digest"), ("3.3.16", "v2")):
        scene = scene_of(version)
        with pytest.raises((errors.BitharborError, qbittorrentapi.APIError)):
            listed(face_of(kind, scene, generation=generation))
        assert len(scene.lines) == 1


def test_an_unknown_generation_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(errors.UsageError, match="digest, cookie, v2"):
        Client("http://127.0.0.1:1", generation="v1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - what is tested
    with pytest.raises(errors.UsageError, match="digest, cookie, v2"):
        qbittorrentapi.Client("127.0.0.1:1", generation="v1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the same


@pytest.mark.parametrize("version", GIVEN)
@pytest.mark.parametrize("make", [Client, AsyncClient])
def test_the_environment_may_name_the_generation(
    version: str, make: type[Client | AsyncClient], scene_of: Scenes, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = scene_of(version)
    generation, lines = GIVEN[version]
    said = {"URL": scene.server.url, "USERNAME": USER, "PASSWORD": PASSWORD, "GENERATION": generation}
    for name, value in said.items():
        monkeypatch.setenv(f"OLD_{name}", value)
    assert len(shown_by(make.from_env("OLD_"))) == 2
    assert scene.lines[: len(lines)] == lines
    monkeypatch.setenv("OLD_GENERATION", "v1")
    with pytest.raises(errors.UsageError, match="digest, cookie, v2"):
        make.from_env("OLD_")


def shown_by(client: Client | AsyncClient) -> list[Torrent]:
    if isinstance(client, Client):
        with client:
            return client.torrents.info()

    async def listing() -> list[Torrent]:
        async with client:
            return await client.torrents.info()

    return asyncio.run(listing())


def test_a_drop_in_that_moves_keeps_the_generation_that_was_given(scene_of: Scenes, face_of: Faces) -> None:
    first, later = scene_of("3.3.16"), scene_of("3.3.16")
    client: qbittorrentapi.Client = face_of("drop-in", first, generation="cookie").client
    client.host = later.server.url
    assert len(client.torrents_info()) == 2
    assert later.lines == GIVEN["3.3.16"][1]


@pytest.mark.parametrize("version", ["3.1.12", "3.3.16"])
def test_where_no_login_is_wanted_none_is_needed(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """And the credentials that are given all the same never leave for Digest, because nobody asked for them."""
    for who in ({}, {"username": None, "password": None}):
        scene = scene_of(version)
        scene.server.preferences["bypass_local_auth"] = True
        assert listed(face_of(kind, scene, **who)) == 2
        assert not [one for one in scene.server.requests if one.header("authorization")]


@pytest.mark.parametrize("version", ["3.1.12", "3.3.16"])
def test_a_daemon_that_wants_a_login_says_so_to_those_who_have_none(
    version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    one = face_of(kind, scene, username=None, password=None)
    expected = errors.LoginRequiredError if one.is_native else qbittorrentapi.Forbidden403Error
    with pytest.raises(expected):
        listed(one)


@pytest.mark.parametrize(("before", "after"), [("3.1.12", "3.3.16"), ("3.3.16", "3.1.12"), ("3.1.12", "4.0.4")])
def test_a_daemon_that_was_replaced_by_one_of_another_generation_is_found_out(
    before: str, after: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene, later = scene_of(before), scene_of(after)
    one = face_of(kind, scene)
    assert listed(one) == 2
    redirect(one, scene, later)
    assert listed(one) == 2
    assert later.lines[-1] == FIRST[after][-1]
    assert not scene.lines[4:]


def redirect(one: Face, scene: Scene, later: Scene) -> None:
    """Let another daemon stand at the same address."""
    client: Any = one.client
    inner: Any = getattr(client, "_client", client)
    driver: Any = inner._driver
    transport = driver._transport
    old, new = scene.server.url, later.server.url

    class Elsewhere:
        def send(self, request: Request) -> Any:
            request.url = request.url.replace(old, new)
            return transport.send(request)

    driver._transport = Elsewhere()


# what stands in the place of a daemon: status, headers, body of every answer
PORTAL = b"<html><head><title>Portal</title></head></html>"
STRANGERS: Final[dict[str, tuple[int, dict[str, str], bytes]]] = {
    "a proxy's 502": (502, {"Content-Type": "text/html"}, PORTAL),
    "an empty 502": (502, {}, b""),
    "an empty 500": (500, {}, b""),
    "a 503 with a challenge": (503, {"WWW-Authenticate": 'Digest realm="Web UI Access", nonce="a"'}, b""),
    "a 404 page": (404, {"Content-Type": "text/html"}, PORTAL),
    "an empty 404": (404, {}, b""),
    "an empty 403": (403, {}, b""),
    "a 407": (407, {"Proxy-Authenticate": 'Digest realm="Web UI Access", nonce="a"'}, b""),
    "a 401 that asks for Basic": (401, {"WWW-Authenticate": 'Basic realm="Web UI Access"'}, b""),
    "a 401 of somebody else's Digest": (401, {"WWW-Authenticate": 'Digest realm="router", nonce="a", qop="auth"'}, b""),
    "a 401 with another algorithm": (
        401,
        {"WWW-Authenticate": 'Digest realm="Web UI Access", nonce="a", algorithm="SHA-256"'},
        b"",
    ),
    "a 200 page": (200, {"Content-Type": "text/html"}, PORTAL),
    "a 200 of JSON": (200, {"Content-Type": "application/json"}, b"{}"),
}


@contextmanager
def stranger(answer: Callable[[str], tuple[int, dict[str, str], bytes]]) -> Generator[tuple[str, list[Any]]]:
    """A server that is no qBittorrent; gives its address and what it was sent."""
    seen: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answered(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            seen.append((f"{self.command} {self.path}", dict(self.headers)))
            status, headers, body = answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = answered  # noqa: N815 - the names that the library calls

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", seen
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("what", STRANGERS)
def test_what_is_no_old_qbittorrent_never_leads_to_digest(what: str, kind: Kind) -> None:
    with stranger(lambda _: STRANGERS[what]) as (url, seen):
        one = face(kind, url)
        with pytest.raises((errors.BitharborError, qbittorrentapi.APIError)):
            listed(one)
        one.client.close()
    assert not [line for line, headers in seen if "Authorization" in headers]
    is_digest = [line for line, _ in seen if line.startswith("GET /json") and line != "GET /json/transferInfo"]
    assert not is_digest
    assert sum(line == "GET /json/transferInfo" for line, _ in seen) <= (1 if what.startswith("an empty 40") else 0)


def test_a_challenge_at_a_path_of_today_alone_proves_nothing(kind: Kind) -> None:
    """A proxy may ask so before its own paths; credentials go out only to a challenge at a path of 3.0 and 3.1."""
    challenge = (401, {"WWW-Authenticate": 'Digest realm="Web UI Access", nonce="a", qop="auth"'}, b"")

    def answer(path: str) -> tuple[int, dict[str, str], bytes]:
        return challenge if path.startswith("/api/v2") else (404, {"Content-Type": "text/html"}, PORTAL)

    with stranger(answer) as (url, seen):
        one = face(kind, url)
        with pytest.raises((errors.BitharborError, qbittorrentapi.APIError)):
            listed(one)
        one.client.close()
    assert not [line for line, headers in seen if "Authorization" in headers]


@pytest.mark.parametrize("path", ["/api/v2/auth/login", "/login", "/json/transferInfo"])
@pytest.mark.parametrize("version", ["3.1.12", "3.3.16"])
def test_a_lost_answer_on_the_way_of_finding_out_leads_nowhere_wrong(
    version: str, path: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    scene.server.lose(50, path=path)
    one = face_of(kind, scene)
    if path in [line.partition(" ")[2] for line in FIRST[version]]:
        with pytest.raises((errors.TransportError, qbittorrentapi.APIConnectionError)):
            listed(one)
        assert not [request for request in scene.server.requests if request.header("authorization")]
        for loss in scene.server._losses:
            loss.left = 0
    assert listed(one) == 2
    assert scene.lines[-1] == FIRST[version][-1]


@pytest.mark.parametrize("version", ["3.1.12", "3.3.16"])
def test_a_ban_is_told_whatever_the_generation(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    for _ in range(5):
        scene.server.generation.bans.failed("127.0.0.1")
    one = face_of(kind, scene)
    for _ in range(3):
        with pytest.raises(errors.BannedError if one.is_native else qbittorrentapi.Forbidden403Error, match="too many failed"):
            listed(one)
    assert len(scene.lines) == 1


def test_the_way_below_a_path_of_a_proxy_is_kept(scene_of: Scenes) -> None:
    """An address with a path goes before the paths of every generation."""
    with stranger(lambda _: (404, {}, b"")) as (url, seen):
        client = native("blocking", f"{url}/qb", username=USER, password=PASSWORD)
        with pytest.raises(errors.BitharborError):
            client.torrents.info()
        client.close()
    assert all(line.split()[1].startswith("/qb/") for line, _ in seen)
    assert len(seen) == 3
