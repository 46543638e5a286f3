"""What a user relies on with qBittorrent 3.0 to 4.0: answers are today's, orders are looked after, nothing is done twice."""

from __future__ import annotations

import re
import threading
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import pytest
from tests.elders.clock import Clock
from tests.elders_client.conftest import Faces, Scenes
from tests.elders_client.faces import NATIVE, SHOW, STRANGER, By, ByDropIn, Face, Kind, Scene, elder, face, native, torrent_file
from tests.elders_client.operations import MAGNET, NEW, get, show

import qbittorrentapi
from bitharbor import errors
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent.digest_text import measure_of, text_of

DIGEST: Final = "3.1.12"
COOKIE: Final = "3.3.16"
BOTH: Final = (DIGEST, COOKIE)


def missing(one: Face) -> type[Exception]:
    return errors.NotFoundError if one.is_native else qbittorrentapi.NotFound404Error


# questions and orders about one torrent: native, drop-in
ABOUT_ONE: Final[dict[str, tuple[By, ByDropIn]]] = {
    "properties": (lambda c: c.torrents.properties(STRANGER), lambda c: c.torrents_properties(STRANGER)),
    "trackers": (lambda c: c.torrents.trackers(STRANGER), lambda c: c.torrents_trackers(STRANGER)),
    "files": (lambda c: c.torrents.files(STRANGER), lambda c: c.torrents_files(STRANGER)),
}


@pytest.mark.parametrize("version", ["3.1.9.2", DIGEST, "3.2.0", "4.0.4"])
@pytest.mark.parametrize("what", ABOUT_ONE)
def test_an_unknown_torrent_is_not_found_however_often_it_is_asked_for(
    what: str, version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    """The first answer is empty, the second one within 1.5 s an empty object or list."""
    one = face_of(kind, scene_of(version))
    for _ in range(2):
        with pytest.raises(missing(one)):
            one.do(*ABOUT_ONE[what])


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize("kind", NATIVE)
def test_orders_to_one_unknown_torrent_are_not_found_and_nothing_is_sent(
    version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    client = face_of(kind, scene).client
    with pytest.raises(errors.NotFoundError):
        client.torrents.add_trackers(STRANGER, "http://a.example/")
    with pytest.raises(errors.NotFoundError):
        client.torrents.file_priority(STRANGER, 0, 1)
    assert not [path for path in scene.paths if path.startswith("/command/")]


@pytest.mark.parametrize("version", BOTH)
def test_orders_to_several_torrents_pass_over_unknown_ones(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    one, both = face_of(kind, scene), [STRANGER, scene.first]
    one.do(lambda c: c.torrents.stop(both), lambda c: c.torrents_pause(torrent_hashes=both))
    one.do(lambda c: c.torrents.set_upload_limit(both, 2048), lambda c: c.torrents_set_upload_limit(2048, both))
    assert (show(scene).paused, show(scene).up_limit) == (True, 2048)
    one.do(lambda c: c.torrents.delete(both), lambda c: c.torrents_delete(torrent_hashes=both))
    assert list(scene.server.torrents) == [scene.second]


def test_a_torrent_without_metadata_is_there_and_has_nothing_yet(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(DIGEST)
    one = face_of(kind, scene)
    one.do(lambda c: c.torrents.add(MAGNET), lambda c: c.torrents_add(urls=MAGNET))
    found = one.do(lambda c: c.torrents.properties(NEW), lambda c: c.torrents_properties(NEW))
    assert (get(found, "name"), get(found, "has_metadata")) == ("a b", False)
    assert list(one.do(lambda c: c.torrents.files(NEW), lambda c: c.torrents_files(NEW))) == []


def test_the_version_is_none_where_no_action_tells_it(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    one = face_of(kind, scene_of(DIGEST))
    assert one.do(lambda c: c.app.version(), lambda c: c.app_version()) is None
    if one.is_native:
        with pytest.raises(errors.UnsupportedError, match=r"app/webapiVersion exists since qBittorrent 3\.2\.0"):
            one.client.app.web_api_version()
    else:
        assert one.client.app_web_api_version() is None


LACKING: Final[dict[str, tuple[By, ByDropIn, str]]] = {
    "tags": (lambda c: c.torrents.tags(), lambda c: c.torrents_tags(), "4.2.0"),
    "share limits": (
        lambda c: c.torrents.set_share_limits("all", 1, 1),
        lambda c: c.torrents_set_share_limits(1, 1, torrent_hashes="all"),
        "4.1.0",
    ),
    "edit a category": (lambda c: c.torrents.edit_category("a", "/b"), lambda c: c.torrents_edit_category("a", "/b"), "4.1.3"),
    "search": (lambda c: c.search.start("x"), lambda c: c.search_start("x"), "4.1.4"),
    "rename a file": (
        lambda c: c.torrents.rename_file(STRANGER, "a", "b"),
        lambda c: c.torrents_rename_file(STRANGER, old_path="a", new_path="b"),
        "4.2.1",
    ),
    "export": (lambda c: c.torrents.export(STRANGER), lambda c: c.torrents_export(STRANGER), "4.5.0"),
    "rss": (lambda c: c.rss.items(), lambda c: c.rss_items(), "4.1.0"),
}


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize("what", LACKING)
def test_what_a_generation_lacks_says_since_when_it_exists_and_sends_nothing(
    what: str, version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    by_native, by_dropin, since = LACKING[what]
    one = face_of(kind, scene)
    one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())
    if one.is_native:
        with pytest.raises(errors.UnsupportedError, match=re.escape(f"exists since qBittorrent {since}")):
            by_native(one.client)
    else:
        assert by_dropin(one.client) is None
        strict = face_of(kind, scene, RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True)
        with pytest.raises(NotImplementedError, match=re.escape(f"exists since qBittorrent {since}")):
            by_dropin(strict.client)
    assert not [path for path in scene.paths if path.startswith("/command/")]


@pytest.mark.parametrize("kind", NATIVE)
def test_measures_come_as_numbers_and_their_text_stays_beside_them(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    for language, text in (("en", "58.5 KiB"), ("ru", "58.5 КиБ")):
        scene = scene_of(DIGEST, language)
        (row,) = face_of(kind, scene).client.torrents.info(hashes=scene.first)
        assert (row.size, text_of(row, "size")) == (59_904, text)
        measure = measure_of(row, "size")
        assert measure is not None
        assert measure.least <= 60_000 < measure.most


@pytest.mark.parametrize("version", ["3.0.8", "3.1.9.2", DIGEST])
@pytest.mark.parametrize("kind", NATIVE)
def test_what_was_ordered_is_seen_before_the_order_returns(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """Answers come out of a cache of 1.5 s; whoever asks at once after an order would see what was before."""
    scene = scene_of(version)
    client = face_of(kind, scene).client
    client.torrents.info()
    client.torrents.stop(scene.first)
    assert [row.state for row in client.torrents.info(hashes=scene.first)] == ["pausedDL"]
    client.torrents.delete(scene.first)
    assert [row.hash for row in client.torrents.info()] == [scene.second]
    assert client.torrents.add(files=[SHOW]).items[0].state == "added"
    assert {row.hash for row in client.torrents.info()} == {scene.first, scene.second}


@pytest.mark.parametrize("kind", NATIVE)
def test_an_order_that_is_not_carried_out_is_told(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """3.1 answers 200 to everything: a torrent without metadata takes no trackers."""
    scene = scene_of(DIGEST)
    client = face_of(kind, scene).client
    client.torrents.add(MAGNET)
    with pytest.raises(errors.UnconfirmedError) as told:
        client.torrents.add_trackers(NEW, "http://a.example/")
    assert told.value.acted is None


@pytest.mark.parametrize("kind", NATIVE)
def test_what_was_added_before_and_what_cannot_be_added_is_told_of_each(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    for version in BOTH:
        scene = scene_of(version)
        added = face_of(kind, scene).client.torrents.add(MAGNET, [SHOW, torrent_file("third", 5), b"no torrent"])
        assert [one.state for one in added.items] == ["added", "already", "added", "refused"]
        assert len(scene.server.torrents) == 4


@pytest.mark.parametrize("version", BOTH)
def test_a_file_without_an_index_and_a_strange_priority_are_refused(version: str, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    client = face_of("blocking", scene).client
    with pytest.raises(errors.ConflictError):
        client.torrents.file_priority(scene.first, [0, 7], 1)
    with pytest.raises(errors.UsageError):
        client.torrents.file_priority(scene.first, 0, 3)
    assert [one.priority for one in show(scene).files] == [1, 1]


@pytest.mark.parametrize("version", BOTH)
def test_a_queue_that_is_off_is_a_conflict_as_today(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    scene.server.preferences["queueing_enabled"] = False
    one = face_of(kind, scene)
    if version == DIGEST and not one.is_native:
        one.client.torrents_top_priority(torrent_hashes=scene.second)  # nothing happens, and nothing is said
        return
    with pytest.raises(errors.ConflictError if one.is_native else qbittorrentapi.Conflict409Error):
        one.do(lambda c: c.torrents.top_priority(scene.second), lambda c: c.torrents_top_priority(torrent_hashes=scene.second))


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize("kind", NATIVE)
def test_an_empty_list_deletes_nothing(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    with pytest.raises(errors.EmptySelectionError):
        face_of(kind, scene).client.torrents.delete([])
    assert not scene.lines
    drop_in = face_of("drop-in", scene).client
    drop_in.torrents_delete(torrent_hashes=[])
    drop_in.torrents_delete()
    assert len(scene.server.torrents) == 2


@pytest.mark.parametrize("kind", NATIVE)
def test_settings_that_would_be_stored_wrongly_are_refused_before_they_are_sent(
    kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of("3.1.9.2")
    client = face_of(kind, scene).client
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"temp_path": "/srv/x,y"}, "commas"),
        ({"web_ui_username": "somebody"}, "locks everybody out"),
        ({"dl_limit": 1500}, "whole KiB/s"),
        ({"schedule_from_hour": 9}, "only together"),
    )
    for settings, words in wrong:
        with pytest.raises(errors.UsageError, match=words):
            client.app.set_preferences(settings)
    with pytest.raises(errors.UnsupportedError, match="max_ratio"):
        client.app.set_preferences({"max_ratio": 2})
    old = face_of(kind, scene_of("3.0.8")).client
    wrong = (({"save_path": "C:/x"}, "colons"), ({"scan_dirs": {"/srv/x": 0}}, "watched folders"))
    for settings, words in wrong:
        with pytest.raises(errors.UsageError, match=words):
            old.app.set_preferences(settings)
    assert "/command/setPreferences" not in scene.paths


@pytest.mark.parametrize("version", BOTH)
def test_the_session_goes_on_after_its_password_was_changed(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    one = face_of(kind, scene)
    wanted: dict[str, Any] = {"web_ui_username": "harbour", "web_ui_password": "another one"}
    one.do(lambda c: c.app.set_preferences(wanted), lambda c: c.app_set_preferences(wanted))
    assert len(one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())) == 2
    one.do(lambda c: c.auth.log_in(), lambda c: c.auth_log_in())


# credentials


@pytest.mark.parametrize("version", BOTH)
def test_a_wrong_password_is_tried_once_however_many_threads_wait(version: str, scene_of: Scenes, face_of: Faces) -> None:
    """Five failures ban this address for an hour."""
    scene = scene_of(version)
    client = face_of("blocking", scene, password="not it").client
    gate = threading.Barrier(16)

    def ask(_: int) -> type[BaseException]:
        gate.wait()
        with pytest.raises(errors.LoginFailed) as told:
            client.torrents.info()
        return told.type

    with ThreadPoolExecutor(16) as pool:
        assert len(list(pool.map(ask, range(16)))) == 16
    tried = [one for one in scene.server.requests if one.header("authorization") or one.path == "/login"]
    assert len(tried) == 1


@pytest.mark.parametrize("version", BOTH)
def test_a_refusal_is_remembered_until_somebody_logs_in(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    one = face_of(kind, scene, password="not it")
    wrong = errors.LoginFailed if one.is_native else qbittorrentapi.LoginFailed
    for _ in range(3):
        with pytest.raises(wrong):
            one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())
    assert len(scene.lines) <= 3
    with pytest.raises(wrong):
        one.do(lambda c: c.auth.log_in(), lambda c: c.auth_log_in())
    if one.is_native:
        one.client.auth.log_in("admin", "adminadmin")
        assert len(one.client.torrents.info()) == 2


def test_the_header_of_digest_is_as_these_daemons_read_it(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """`nonce` stands before `cnonce`, the answer is in lower case, the nonce of one challenge serves for all calls."""
    scene = scene_of(DIGEST)
    one = face_of(kind, scene)
    for _ in range(3):
        one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())
    headers = [request.header("authorization") for request in scene.server.requests if request.header("authorization")]
    assert len(headers) == 3
    nonces: set[str] = set()
    for count, header in enumerate(headers, 1):
        assert header.index("nonce=") < header.index("cnonce=")
        assert re.search(r'response="[0-9a-f]{32}"', header)
        assert f"nc={count:08x}" in header
        nonces.add(re.search(r'[ ]nonce="(\w+)"', header)[1])  # type: ignore[index]  # found above
    assert len(nonces) == 1


def test_logging_in_and_out_shows_whether_the_credentials_are_right(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    for version in BOTH:
        scene = scene_of(version)
        one = face_of(kind, scene)
        one.do(lambda c: c.auth.log_in(), lambda c: c.auth_log_in())
        if not one.is_native:
            assert one.client.is_logged_in
        one.do(lambda c: c.auth.log_out(), lambda c: c.auth_log_out())
        if not one.is_native:
            assert not one.client.is_logged_in
        assert len(one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())) == 2


def test_a_session_that_is_over_costs_one_login(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(COOKIE)
    one = face_of(kind, scene)
    one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())
    scene.sessions.clear()
    assert len(one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())) == 2
    assert scene.lines[3:] == ["GET /query/torrents", "POST /login", "GET /query/torrents"]


# faults


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize("acted", [False, True])
def test_a_lost_read_is_asked_again_silently(version: str, acted: bool, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    one = face_of(kind, scene)
    one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())
    scene.server.lose(1, acted=acted)
    assert len(one.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())) == 2


# orders that may be carried out once only: native, path
ONCE: Final[dict[str, tuple[Callable[[Client, Scene], Any], str]]] = {
    "add": (lambda c, s: c.torrents.add(MAGNET), "download"),
    "delete": (lambda c, s: c.torrents.delete(s.first), "delete"),
    "delete with files": (lambda c, s: c.torrents.delete(s.first, delete_files=True), "deletePerm"),
    "up in the queue": (lambda c, s: c.torrents.increase_priority(s.second), "increasePrio"),
    "shutdown": (lambda c, s: c.app.shutdown(), "shutdown"),
}


@pytest.mark.parametrize("version", BOTH)
@pytest.mark.parametrize("acted", [False, True])
@pytest.mark.parametrize("what", ONCE)
@pytest.mark.parametrize("kind", NATIVE)
def test_an_order_whose_answer_was_lost_is_never_given_twice(
    what: str, acted: bool, version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    client = face_of(kind, scene).client
    client.torrents.info()
    order, name = ONCE[what]
    scene.server.lose(1, acted=acted, path=f"/command/{name}")
    if acted and version == DIGEST and what in ("delete", "delete with files"):
        order(client, scene)  # looking afterwards shows that it was done
    else:
        with pytest.raises(errors.BitharborError) as told:
            order(client, scene)
        assert told.value.acted is None
    assert scene.paths.count(f"/command/{name}") == 1


@pytest.mark.parametrize("kind", NATIVE)
def test_a_deletion_that_was_done_is_no_error_though_its_answer_was_lost(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(DIGEST)
    client = face_of(kind, scene).client
    scene.server.lose(1, acted=True, path="/command/delete")
    client.torrents.delete(scene.first)
    assert list(scene.server.torrents) == [scene.second]


@pytest.mark.parametrize("version", BOTH)
def test_an_order_in_several_requests_that_breaks_leaves_doubt(version: str, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    client = face_of("blocking", scene, timeout=5).client
    client.torrents.info()
    scene.server.lose(50, path="/command/recheck")
    scene.server._losses[-1].left = 0

    def once_then_lost() -> None:
        scene.server._losses[-1].left = 50

    show(scene)
    original = scene.server.holdings.recheck

    def recheck(torrent: Any) -> None:
        original(torrent)
        once_then_lost()

    scene.server.holdings.recheck = recheck  # type: ignore[method-assign]  # the second of the two requests is to be lost
    with pytest.raises(errors.ConnectionLostError) as told:
        client.torrents.recheck([scene.first, scene.second])
    assert told.value.acted is None


def test_looking_afterwards_ends_with_the_time_of_the_call(scene_of: Scenes) -> None:
    """A server whose clock stands still answers out of its cache for ever."""
    with elder(DIGEST) as server:
        server.clock = server.holdings.clock = server.generation.bans._clock = Clock(1_800_000_000)
        scene = Scene(server)
        client = native("blocking", server.url, timeout=1.0)
        client.torrents.info()
        with pytest.raises(errors.DeadlineError) as told:
            client.torrents.stop(scene.first)
        assert told.value.acted is None
        client.close()


@pytest.mark.parametrize("version", BOTH)
def test_no_secret_stands_in_a_representation(version: str, scene_of: Scenes) -> None:
    scene = scene_of(version)
    client = native("blocking", scene.server.url)
    client.torrents.info()
    session = client._session
    shown = repr(client) + repr(session)
    assert "adminadmin" not in shown
    if session.challenge is not None:
        assert session.challenge.nonce not in shown
    assert "adminadmin" not in repr(client.app.preferences())
    assert str(scene.server.preferences["web_ui_password"]) not in repr(client.app.preferences())
    client.close()


@pytest.mark.parametrize("version", BOTH)
def test_no_secret_stands_in_a_log_or_an_error(
    version: str, kind: Kind, scene_of: Scenes, caplog: pytest.LogCaptureFixture
) -> None:
    scene = scene_of(version)
    options: dict[str, Any] = {"VERBOSE_RESPONSE_LOGGING": True} if kind == "drop-in" else {}
    with caplog.at_level("DEBUG", logger="qbittorrentapi"), caplog.at_level("DEBUG", logger="bitharbor"):
        right, wrong = face(kind, scene.server.url, **options), face(kind, scene.server.url, password="s3cret-word", **options)
        right.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())
        with pytest.raises((errors.LoginFailed, qbittorrentapi.LoginFailed)) as told:
            wrong.do(lambda c: c.torrents.info(), lambda c: c.torrents_info())
        for one in (right, wrong):
            one.client.close()
    said = caplog.text + f"{told.value!r}{told.value}"
    for secret in ("adminadmin", "s3cret-word", 'response="'):
        assert secret not in said


def test_a_client_of_an_own_requests_session_speaks_with_old_daemons_too(scene_of: Scenes) -> None:
    import requests

    for version in BOTH:
        scene = scene_of(version)
        with requests.Session() as session:
            client = Client(scene.server.url, "admin", "adminadmin", session=session)
            assert len(client.torrents.info()) == 2
            client.torrents.stop(scene.first)
            assert show(scene).paused
            assert not session.cookies
            assert "Authorization" not in session.headers
            client.close()


def come_to(scene: Scene, state: str) -> None:
    """Bring the first torrent into a state."""
    torrent = show(scene)
    if state.endswith("UP") or state == "uploading":
        torrent.finish()
        torrent.completion_on = 1
    torrent.paused = state.startswith("paused")
    torrent.queued = state.startswith("queued")
    if state.startswith("checking"):
        torrent.is_checking, torrent.checking_until = True, float("inf")
    torrent.error = "error" if state == "error" else ""
    torrent.upspeed = 2048 if state == "uploading" else 0
    torrent.dlspeed = 2048 if state == "downloading" else 0


ALL_STATES: Final = (
    "error", "pausedUP", "pausedDL", "queuedUP", "queuedDL", "uploading", "stalledUP", "checkingUP", "checkingDL", "downloading",
    "stalledDL",
)  # fmt: skip


@pytest.mark.parametrize("state", ALL_STATES)
def test_every_state_of_the_document_is_shown_as_it_is(state: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(DIGEST)
    come_to(scene, state)
    rows = face_of(kind, scene).do(
        lambda c: c.torrents.info(hashes=scene.first), lambda c: c.torrents_info(torrent_hashes=scene.first)
    )
    assert [get(row, "state") for row in rows] == [state]


def test_links_of_every_kind_arrive(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """bc links go out as the magnet links that they stand for on the native faces, and as they are in the drop-in."""
    scene = scene_of(DIGEST)
    place = "http://files.example/a?b=1&c=d e"
    scene.server.downloads[place] = torrent_file("third", 5)
    bitcomet = b64encode(b"AA/film.mkv/123/" + b"c" * 40 + b"/ZZ").decode()
    links = [place, MAGNET, f"bc://bt/{bitcomet}"]
    one = face_of(kind, scene)
    added = one.do(lambda c: c.torrents.add(links), lambda c: c.torrents_add(urls=links))
    assert {NEW, "c" * 40} <= scene.server.torrents.keys()
    assert "third" in {torrent.name for torrent in scene.server.torrents.values()}
    if one.is_native:
        assert [item.state for item in added.items] == ["pending", "added", "added"]


@pytest.mark.parametrize("version", BOTH)
def test_several_files_go_in_one_upload(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    files = [torrent_file("third", 5), torrent_file("fourth", 6)]
    face_of(kind, scene).do(lambda c: c.torrents.add(files=files), lambda c: c.torrents_add(torrent_files=files))
    assert {"third", "fourth"} <= {torrent.name for torrent in scene.server.torrents.values()}
    assert len(scene.bodies("/command/upload")) == 1
