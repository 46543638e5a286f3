"""Every operation of the document on 3.1 (7 GET, 24 POST), through all faces, on each of the three manners of 3.0 and 3.1."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import unquote

import pytest
from tests.elders import profiles
from tests.elders_client.conftest import Faces, Scenes
from tests.elders_client.faces import TRACKER, Face, Kind, Scene
from tests.elders_client.operations import MAGNET, NEW, THIRD, Operation, alike, both, first_of, get, of_first, pause, queue, show

from bitharbor import errors

GETS: Final = (
    Operation(
        "/json/torrents",
        *alike("torrents", "info"),
        lambda a, s: len(a) == 2 and get(first_of(a, s), "size") == 59_904 and get(first_of(a, s), "state") == "stalledDL",
    ),
    Operation(
        "/json/propertiesGeneral/<hash>",
        *of_first("properties"),
        lambda a, s: get(a, "piece_size") == 16384 and get(a, "creation_date") == 1_600_000_000 and get(a, "up_limit") == -1,
    ),
    Operation(
        "/json/propertiesTrackers/<hash>",
        *of_first("trackers"),
        lambda a, s: [(get(one, "url"), get(one, "status")) for one in a] == [(TRACKER, 1)],
    ),
    Operation(
        "/json/propertiesFiles/<hash>",
        *of_first("files"),
        lambda a, s: (
            [(get(one, "name"), get(one, "priority"), get(one, "index")) for one in a] == [("0.bin", 6, 0), ("1.bin", 1, 1)]
        ),
        before=lambda s: setattr(show(s).files[0], "priority", 2),
    ),
    Operation(
        "/json/transferInfo",
        *alike("transfer", "info"),
        lambda a, s: (get(a, "dl_info_speed"), get(a, "dl_info_data")) == (2048, 5 << 20),
        before=lambda s: s.server.totals.__dict__.update(dl_speed=2048, dl_data=5 << 20),
    ),
    Operation(
        "/json/preferences",
        *alike("app", "preferences"),
        lambda a, s: (get(a, "dl_limit"), get(a, "bittorrent_protocol"), get(a, "scan_dirs")) == (3 << 20, 0, {}),
        before=lambda s: s.server.preferences.__setitem__("dl_limit", 3 << 20),
    ),
    Operation(
        "/command/shutdown",
        *alike("app", "shutdown"),
        lambda a, s: s.server.was_shut_down.is_set(),
    ),
)
POSTS: Final = (
    Operation(
        "/command/download",
        lambda c, s: c.torrents.add(MAGNET),
        lambda c, s: c.torrents_add(urls=MAGNET),
        lambda a, s: (a == "Ok." or a.is_accepted) and s.server.torrents[NEW].name == "a b",
    ),
    Operation(
        "/command/upload",
        lambda c, s: c.torrents.add(files=[THIRD]),
        lambda c, s: c.torrents_add(torrent_files=THIRD),
        lambda a, s: (a == "Ok." or a.is_accepted) and "third" in {one.name for one in s.server.torrents.values()},
    ),
    Operation(
        "/command/addTrackers",
        lambda c, s: c.torrents.add_trackers(s.first, ["http://a.example/x?y=1&z=2", "udp://b.example:1"]),
        lambda c, s: c.torrents_add_trackers(s.first, ["http://a.example/x?y=1&z=2", "udp://b.example:1"]),
        lambda a, s: [one.url for one in show(s).trackers] == [TRACKER, "http://a.example/x?y=1&z=2", "udp://b.example:1"],
    ),
    Operation(
        "/command/pause",
        lambda c, s: c.torrents.stop(s.first),
        lambda c, s: c.torrents_pause(torrent_hashes=s.first),
        lambda a, s: [one.paused for one in s.server.torrents.values()] == [True, False],
    ),
    Operation(
        "/command/pauseall",
        lambda c, s: c.torrents.stop("all"),
        lambda c, s: c.torrents_pause(torrent_hashes="all"),
        lambda a, s: all(one.paused for one in s.server.torrents.values()),
    ),
    Operation(
        "/command/resume",
        lambda c, s: c.torrents.start([s.first]),
        lambda c, s: c.torrents_resume(torrent_hashes=[s.first]),
        lambda a, s: [one.paused for one in s.server.torrents.values()] == [False, True],
        before=pause,
    ),
    Operation(
        "/command/resumeall",
        lambda c, s: c.torrents.start("all"),
        lambda c, s: c.torrents_resume(torrent_hashes="all"),
        lambda a, s: not any(one.paused for one in s.server.torrents.values()),
        before=pause,
    ),
    Operation(
        "/command/delete",
        lambda c, s: c.torrents.delete([s.first, s.second]),
        lambda c, s: c.torrents_delete(torrent_hashes=[s.first, s.second]),
        lambda a, s: not s.server.torrents and not s.server.holdings.files_deleted,
    ),
    Operation(
        "/command/deletePerm",
        lambda c, s: c.torrents.delete(s.first, delete_files=True),
        lambda c, s: c.torrents_delete(delete_files=True, torrent_hashes=s.first),
        lambda a, s: s.server.holdings.files_deleted == {s.first} and list(s.server.torrents) == [s.second],
    ),
    Operation(
        "/command/recheck",
        *both("recheck"),
        lambda a, s: show(s).checking_until > 0,
    ),
    Operation(
        "/command/increasePrio",
        lambda c, s: c.torrents.increase_priority(s.second),
        lambda c, s: c.torrents_increase_priority(torrent_hashes=s.second),
        lambda a, s: queue(s) == [s.second, s.first],
    ),
    Operation(
        "/command/decreasePrio",
        *both("decrease_priority"),
        lambda a, s: queue(s) == [s.second, s.first],
    ),
    Operation(
        "/command/topPrio",
        lambda c, s: c.torrents.top_priority(s.second),
        lambda c, s: c.torrents_top_priority(torrent_hashes=s.second),
        lambda a, s: queue(s) == [s.second, s.first],
    ),
    Operation(
        "/command/bottomPrio",
        *both("bottom_priority"),
        lambda a, s: queue(s) == [s.second, s.first],
    ),
    Operation(
        "/command/setFilePrio",
        lambda c, s: c.torrents.file_priority(s.first, [0, 1], 6),
        lambda c, s: c.torrents_file_priority(s.first, [0, 1], 6),
        lambda a, s: [one.priority for one in show(s).files] == [2, 2],
    ),
    Operation(
        "/command/getGlobalDlLimit",
        *alike("transfer", "download_limit"),
        lambda a, s: a == 3 << 20,
        before=lambda s: s.server.preferences.__setitem__("dl_limit", 3 << 20),
    ),
    Operation(
        "/command/setGlobalDlLimit",
        *alike("transfer", "set_download_limit", 1500),
        lambda a, s: s.server.preferences["dl_limit"] == 1500,
    ),
    Operation(
        "/command/getGlobalUpLimit",
        *alike("transfer", "upload_limit"),
        lambda a, s: a == 50 * 1024,
    ),
    Operation(
        "/command/setGlobalUpLimit",
        *alike("transfer", "set_upload_limit", 0),
        lambda a, s: s.server.preferences["up_limit"] == 0,
    ),
    Operation(
        "/command/getTorrentDlLimit",
        lambda c, s: c.torrents.download_limit([s.first, s.second]),
        lambda c, s: c.torrents_download_limit(torrent_hashes=[s.first, s.second]),
        lambda a, s: a == {s.first: 338_944, s.second: 0},
        before=lambda s: show(s).limit("dl_limit", 338_944),
    ),
    Operation(
        "/command/setTorrentDlLimit",
        *both("set_download_limit", 131_072),
        lambda a, s: show(s).dl_limit == 131_072,
    ),
    Operation(
        "/command/getTorrentUpLimit",
        *both("upload_limit"),
        lambda a, s: a == {s.first: 338_944},
        before=lambda s: show(s).limit("up_limit", 338_944),
    ),
    Operation(
        "/command/setTorrentUpLimit",
        lambda c, s: c.torrents.set_upload_limit([s.first, s.second], 131_072),
        lambda c, s: c.torrents_set_upload_limit(131_072, [s.first, s.second]),
        lambda a, s: [one.up_limit for one in s.server.torrents.values()] == [131_072] * 2,
    ),
    Operation(
        "/command/setPreferences",
        *alike("app", "set_preferences", {"max_active_downloads": 7, "dl_limit": 4096, "incomplete_files_ext": True}),
        lambda a, s: (
            [s.server.preferences[key] for key in ("max_active_downloads", "dl_limit", "incomplete_files_ext")] == [7, 4096, True]
        ),
    ),
)
OPERATIONS: Final = (*GETS, *POSTS)


def done(face: Face, scene: Scene, operation: Operation) -> Any:
    return face.do(lambda client: operation.native(client, scene), lambda client: operation.dropin(client, scene))


def test_the_document_has_thirty_one_operations() -> None:
    assert (len(GETS), len(POSTS)) == (7, 24)
    assert len({one.path for one in OPERATIONS}) == 31


@pytest.mark.parametrize("version", profiles.DIGEST)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_every_operation_of_the_document_works_through_every_face(
    operation: Operation, version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    operation.before(scene)
    face = face_of(kind, scene)
    if operation.name == "command/shutdown" and version < "3.1":
        refuse_shutdown(face)
        return
    answer = done(face, scene, operation)
    if operation.name == "command/shutdown":
        assert scene.server.was_shut_down.wait(5)
    assert operation.holds(answer, scene)
    assert operation.path.replace("<hash>", scene.first) in scene.paths


def refuse_shutdown(face: Face) -> None:
    """3.0 takes the command and does nothing, so it is said that it came with 3.1."""
    if face.is_native:
        with pytest.raises(errors.UnsupportedError, match=r"exists since qBittorrent 3\.1\.0"):
            face.client.app.shutdown()
    else:
        assert face.client.app_shutdown() is None


@pytest.mark.parametrize("operation", POSTS, ids=lambda one: one.name)
def test_forms_are_sent_as_these_daemons_read_them(operation: Operation, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    """A blank is %20, an ampersand %26, the length always there, and each connection is given back to nobody."""
    scene = scene_of("3.1.12")
    operation.before(scene)
    done(face_of(kind, scene), scene, operation)
    sent = [one for one in scene.server.requests if one.path == operation.path]
    assert sent
    for one in sent:
        assert one.method == "POST"
        assert one.header("content-length") == str(len(one.body))
        assert one.header("connection") == "close"
        if operation.name == "command/upload":
            assert one.media_type == "multipart/form-data"
        elif one.body:
            assert one.header("content-type") == "application/x-www-form-urlencoded"
            assert b"+" not in one.body
            assert b" " not in one.body


def test_links_are_escaped_and_separated_by_line_ends(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of("3.1.12")
    links = [MAGNET, "magnet:?xt=urn:btih:" + "a" * 40]
    face_of(kind, scene).do(lambda c: c.torrents.add(links), lambda c: c.torrents_add(urls=links))
    (body,) = scene.bodies("/command/download")
    assert body.count(b"&") == 0
    assert unquote(body.decode()) == "urls=" + "\n".join(links)
    assert {NEW, "a" * 40} <= scene.server.torrents.keys()


def test_settings_go_out_as_compact_json_in_the_units_of_then(kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of("3.1.12")
    wanted: dict[str, Any] = {"alt_dl_limit": 2 << 20, "scan_dirs": {"/srv/a b": 0, "/srv/c": 1}, "bittorrent_protocol": 1}
    face_of(kind, scene).do(lambda c: c.app.set_preferences(wanted), lambda c: c.app_set_preferences(wanted))
    (body,) = scene.bodies("/command/setPreferences")
    text = unquote(body.decode().partition("=")[2])
    assert ": " not in text
    assert json.loads(text) == {
        "alt_dl_limit": 2048,
        "scan_dirs": ["/srv/a b", "/srv/c"],
        "download_in_scan_dirs": [True, False],
        "enable_utp": False,
    }
