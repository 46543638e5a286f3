"""Every route of the cookie interface (3.2 to 4.0), through all faces, on each manner of those versions.

A version that has not got a route must say so in the words of the face: `UnsupportedError`, or None.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import unquote

import pytest
from tests.elders import profiles
from tests.elders.holdings import BlockedPeer
from tests.elders.torrents import Peer
from tests.elders_client.conftest import Faces, Scenes
from tests.elders_client.faces import TRACKER, Kind, Scene, raw
from tests.elders_client.operations import MAGNET, NEW, THIRD, Operation, alike, both, first_of, get, of_first, pause, queue, show

from bitharbor import errors

PLACE: Final = tempfile.gettempdir()


def paused(scene: Scene) -> list[bool]:
    return [one.paused for one in scene.server.torrents.values()]


def settings(scene: Scene, *keys: str) -> list[Any]:
    return [scene.server.preferences[key] for key in keys]


def peer(scene: Scene) -> None:
    show(scene).peers["10.0.0.1:6881"] = Peer("10.0.0.1", 6881, client="x")


def logged_out(log_in: Callable[[], None], log_out: Callable[[], None]) -> None:
    log_in()
    log_out()


def categorised(scene: Scene) -> None:
    show(scene).category = "c"
    scene.server.holdings.categories.append("c")


def by_path(path: str) -> tuple[Callable[[Any, Scene], Any], Callable[[Any, Scene], Any]]:
    """A route that has no method of today."""
    return lambda c, s: raw(c, path), lambda c, s: c._get(path.partition("/")[0], path.partition("/")[2]).text


ROUTES: Final = (
    Operation("/login", lambda c, s: c.auth.log_in(), lambda c, s: c.auth_log_in(), lambda a, s: len(s.sessions) == 1),
    Operation(
        "/logout",
        lambda c, s: logged_out(c.auth.log_in, c.auth.log_out),
        lambda c, s: logged_out(c.auth_log_in, c.auth_log_out),
        lambda a, s: not s.sessions,
    ),
    Operation(
        "/version/api",
        *alike("app", "web_api_version"),
        lambda a, s: a == str(s.server.profile.api),
    ),
    Operation("/version/api_min", *by_path("version/api_min"), lambda a, s: a == str(s.server.profile.api_min)),
    Operation(
        "/version/qbittorrent",
        *alike("app", "version"),
        lambda a, s: a == f"v{s.server.profile.version}",
    ),
    Operation(
        "/query/torrents",
        lambda c, s: c.torrents.info(filter="running", sort="name", limit=1),
        lambda c, s: c.torrents_info(status_filter="running", sort="name", limit=1),
        lambda a, s: [get(one, "hash") for one in a] == [s.second] and get(a[0], "size") == 70_000,
    ),
    Operation(
        "/query/preferences",
        *alike("app", "preferences"),
        lambda a, s: (get(a, "dl_limit"), get(a, "bittorrent_protocol"), get(a, "scan_dirs")) == (3 << 20, 0, {}),
        before=lambda s: s.server.preferences.__setitem__("dl_limit", 3 << 20),
    ),
    Operation(
        "/query/transferInfo",
        *alike("transfer", "info"),
        lambda a, s: get(a, "dl_info_speed") == 2048,
        before=lambda s: s.server.totals.__dict__.update(dl_speed=2048),
    ),
    Operation("/query/propertiesGeneral/<hash>", *of_first("properties"), lambda a, s: get(a, "piece_size") == 16384),
    Operation(
        "/query/propertiesTrackers/<hash>",
        *of_first("trackers"),
        lambda a, s: [(get(one, "url"), get(one, "status")) for one in a if "://" in get(one, "url")] == [(TRACKER, 1)],
    ),
    Operation(
        "/query/propertiesWebSeeds/<hash>",
        *of_first("webseeds"),
        lambda a, s: [get(one, "url") for one in a] == ["http://seed.example/"],
        since=(3, 2, 1),
        before=lambda s: show(s).webseeds.append("http://seed.example/"),
    ),
    Operation(
        "/query/propertiesFiles/<hash>",
        *of_first("files"),
        lambda a, s: (
            [(get(one, "size"), get(one, "priority"), get(one, "index")) for one in a] == [(40_000, 6, 0), (20_000, 1, 1)]
        ),
        before=lambda s: setattr(show(s).files[0], "priority", 2),
    ),
    Operation(
        "/query/getPieceHashes/<hash>", *of_first("piece_hashes"), lambda a, s: list(a) == ["0" * 40] * 4, since=(3, 3, 13)
    ),
    Operation("/query/getPieceStates/<hash>", *of_first("piece_states"), lambda a, s: list(a) == [0] * 4, since=(3, 3, 13)),
    Operation(
        "/query/getLog",
        lambda c, s: c.log.main(info=False, last_known_id=0),
        lambda c, s: c.log_main(info=False, last_known_id=0),
        lambda a, s: get(a[0], "id") == 1,
        since=(3, 3, 5),
    ),
    Operation(
        "/query/getPeerLog",
        *alike("log", "peers"),
        lambda a, s: [get(one, "ip") for one in a] == ["10.0.0.9"],
        since=(3, 3, 5),
        before=lambda s: s.server.holdings.blocked_peers.append(BlockedPeer(0, 1_600_000_000_000, "10.0.0.9", True, "")),
    ),
    Operation(
        "/sync/maindata",
        *alike("sync", "maindata"),
        lambda a, s: (
            set(get(a, "torrents")) == {s.first, s.second}
            and get(a, "torrents")[s.first]["category"] == "c"
            and get(a, "categories") == ["c"]
        ),
        before=categorised,
    ),
    Operation(
        "/sync/torrent_peers",
        lambda c, s: c.sync.torrent_peers(s.first),
        lambda c, s: c.sync_torrent_peers(s.first),
        lambda a, s: list(get(a, "peers")) == ["10.0.0.1:6881"],
        since=(3, 3, 1),
        before=peer,
    ),
    Operation(
        "/command/shutdown",
        *alike("app", "shutdown"),
        lambda a, s: s.server.was_shut_down.wait(5),
    ),
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
        lambda c, s: c.torrents.add_trackers(s.first, ["http://a.example/x?y=1&z=2"]),
        lambda c, s: c.torrents_add_trackers(s.first, ["http://a.example/x?y=1&z=2"]),
        lambda a, s: [one.url for one in show(s).trackers] == [TRACKER, "http://a.example/x?y=1&z=2"],
    ),
    Operation(
        "/command/resumeAll",
        lambda c, s: c.torrents.start("all"),
        lambda c, s: c.torrents_resume(torrent_hashes="all"),
        lambda a, s: paused(s) == [False, False],
        before=pause,
    ),
    Operation(
        "/command/pauseAll",
        lambda c, s: c.torrents.stop("all"),
        lambda c, s: c.torrents_pause(torrent_hashes="all"),
        lambda a, s: paused(s) == [True, True],
    ),
    Operation(
        "/command/resume",
        lambda c, s: c.torrents.start(s.first),
        lambda c, s: c.torrents_resume(torrent_hashes=s.first),
        lambda a, s: paused(s) == [False, True],
        before=pause,
    ),
    Operation(
        "/command/pause",
        lambda c, s: c.torrents.stop([s.first, s.second]),
        lambda c, s: c.torrents_pause(torrent_hashes=[s.first, s.second]),
        lambda a, s: paused(s) == [True, True],
    ),
    Operation("/command/recheck", *both("recheck"), lambda a, s: show(s).checking_until > 0),
    Operation(
        "/command/setPreferences",
        *alike("app", "set_preferences", {"max_active_downloads": 7, "dl_limit": 4096}),
        lambda a, s: settings(s, "max_active_downloads", "dl_limit") == [7, 4096],
    ),
    Operation(
        "/command/setFilePrio",
        lambda c, s: c.torrents.file_priority(s.first, [0, 1], 6),
        lambda c, s: c.torrents_file_priority(s.first, [0, 1], 6),
        lambda a, s: [one.priority for one in show(s).files] == [2, 2],
    ),
    Operation(
        "/command/getGlobalUpLimit",
        *alike("transfer", "upload_limit"),
        lambda a, s: a == 7000,
        before=lambda s: s.server.preferences.__setitem__("up_limit", 7000),
    ),
    Operation(
        "/command/getGlobalDlLimit",
        *alike("transfer", "download_limit"),
        lambda a, s: a == 7000,
        before=lambda s: s.server.preferences.__setitem__("dl_limit", 7000),
    ),
    Operation(
        "/command/setGlobalUpLimit",
        *alike("transfer", "set_upload_limit", 9000),
        lambda a, s: settings(s, "up_limit") == [9000],
    ),
    Operation(
        "/command/setGlobalDlLimit",
        *alike("transfer", "set_download_limit", 9000),
        lambda a, s: settings(s, "dl_limit") == [9000],
    ),
    Operation(
        "/command/getTorrentsUpLimit",
        lambda c, s: c.torrents.upload_limit("all"),
        lambda c, s: c.torrents_upload_limit(torrent_hashes="all"),
        lambda a, s: a == {s.first: 7000, s.second: -1},
        before=lambda s: setattr(show(s), "up_limit", 7000),
    ),
    Operation(
        "/command/getTorrentsDlLimit",
        lambda c, s: c.torrents.download_limit([s.first, s.second]),
        lambda c, s: c.torrents_download_limit(torrent_hashes=[s.first, s.second]),
        lambda a, s: a == {s.first: 7000, s.second: -1},
        before=lambda s: setattr(show(s), "dl_limit", 7000),
    ),
    Operation("/command/setTorrentsUpLimit", *both("set_upload_limit", 9000), lambda a, s: show(s).up_limit == 9000),
    Operation("/command/setTorrentsDlLimit", *both("set_download_limit", 9000), lambda a, s: show(s).dl_limit == 9000),
    Operation(
        "/command/alternativeSpeedLimitsEnabled",
        *alike("transfer", "speed_limits_mode"),
        lambda a, s: a in (True, "1"),
        before=lambda s: setattr(s.server.holdings, "uses_alt_limits", True),
    ),
    Operation(
        "/command/toggleAlternativeSpeedLimits",
        *alike("transfer", "set_speed_limits_mode", True),
        lambda a, s: s.server.holdings.uses_alt_limits,
    ),
    Operation("/command/toggleSequentialDownload", *both("toggle_sequential_download"), lambda a, s: show(s).seq_dl),
    Operation(
        "/command/toggleFirstLastPiecePrio",
        lambda c, s: c.torrents.toggle_first_last_piece_priority("all"),
        lambda c, s: c.torrents_toggle_first_last_piece_priority(torrent_hashes="all"),
        lambda a, s: all(one.first_last for one in s.server.torrents.values()),
    ),
    Operation("/command/setSuperSeeding", *both("set_super_seeding", True), lambda a, s: show(s).super_seeding),
    Operation("/command/setForceStart", *both("set_force_start", True), lambda a, s: show(s).force_start),
    Operation("/command/delete", *both("delete"), lambda a, s: list(s.server.torrents) == [s.second]),
    Operation(
        "/command/deletePerm",
        lambda c, s: c.torrents.delete("all", delete_files=True),
        lambda c, s: c.torrents_delete(delete_files=True, torrent_hashes="all"),
        lambda a, s: s.server.holdings.files_deleted == {s.first, s.second},
    ),
    Operation(
        "/command/increasePrio",
        lambda c, s: c.torrents.increase_priority(s.second),
        lambda c, s: c.torrents_increase_priority(torrent_hashes=s.second),
        lambda a, s: queue(s) == [s.second, s.first],
    ),
    Operation("/command/decreasePrio", *both("decrease_priority"), lambda a, s: queue(s) == [s.second, s.first]),
    Operation(
        "/command/topPrio",
        lambda c, s: c.torrents.top_priority(s.second),
        lambda c, s: c.torrents_top_priority(torrent_hashes=s.second),
        lambda a, s: queue(s) == [s.second, s.first],
    ),
    Operation("/command/bottomPrio", *both("bottom_priority"), lambda a, s: queue(s) == [s.second, s.first]),
    Operation("/command/setLocation", *both("set_location", PLACE), lambda a, s: show(s).save_path == PLACE, since=(4, 0)),
    Operation(
        "/command/rename",
        lambda c, s: c.torrents.rename(s.first, "a + b"),
        lambda c, s: c.torrents_rename(s.first, "a + b"),
        lambda a, s: show(s).name == "a + b",
        since=(4, 0),
    ),
    Operation("/command/setAutoTMM", *both("set_auto_management", True), lambda a, s: show(s).auto_tmm, since=(4, 0)),
    Operation(
        "/command/setLabel",
        *both("set_category", "films"),
        lambda a, s: show(s).category == "films",
        since=(3, 3),
        until=(3, 3, 5),
    ),
    Operation("/command/setCategory", *both("set_category", "films"), lambda a, s: show(s).category == "films", since=(3, 3, 5)),
    Operation(
        "/command/addCategory",
        *alike("torrents", "create_category", "films"),
        lambda a, s: s.server.holdings.categories == ["films"],
        since=(3, 3, 5),
    ),
    Operation(
        "/command/removeCategories",
        *alike("torrents", "remove_categories", ["a", "b"]),
        lambda a, s: s.server.holdings.categories == ["c"],
        since=(3, 3, 5),
        before=lambda s: s.server.holdings.categories.extend("abc"),
    ),
    Operation(
        "/command/getSavePath",
        *alike("app", "default_save_path"),
        lambda a, s: a == "/srv/torrents/downloads/",
        since=(3, 3, 1),
    ),
)
RENAMED: Final = frozenset({"/command/setLabel", "/command/setCategory"})


def test_there_are_fifty_seven_routes() -> None:
    assert len({one.path for one in ROUTES}) == len(ROUTES) == 57


@pytest.mark.parametrize("version", profiles.COOKIE)
@pytest.mark.parametrize("route", ROUTES, ids=lambda one: one.path.strip("/"))
def test_every_route_works_through_every_face_or_says_since_when_it_exists(
    route: Operation, version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    scene = scene_of(version)
    route.before(scene)
    face = face_of(kind, scene)

    def do() -> Any:
        return face.do(lambda client: route.native(client, scene), lambda client: route.dropin(client, scene))

    number = scene.server.profile.number
    if route.since <= number < route.until:
        assert route.holds(do(), scene)
        assert route.path.replace("<hash>", scene.first) in scene.paths
    elif route.path in RENAMED and number >= (3, 3):
        do()  # the other one of the two, which has a row of its own
        assert route.path not in scene.paths
    elif face.is_native:
        with pytest.raises(errors.UnsupportedError, match=rf"exists since qBittorrent [34]\.\d+\.\d+, this is {version}"):
            do()
    else:
        assert do() is None


# parameters of adding: argument here and there, wire name, since, what the torrent must have
OPTIONS: Final = (
    ("save_path", "/srv/x", (3, 3, 1), ("save_path", "/srv/x")),
    ("category", "films", (3, 3, 1), ("category", "films")),
    ("stopped", True, (3, 3, 13), ("paused", True)),
    ("skip_checking", True, (3, 3, 13), ("is_complete", False)),
    ("content_layout", "NoSubfolder", (4, 0), ("paused", False)),
    ("rename", "other", (4, 0), ("name", "other")),
    ("upload_limit", 2048, (4, 0), ("up_limit", 2048)),
    ("download_limit", 2048, (4, 0), ("dl_limit", 2048)),
    ("sequential", True, (4, 0), ("seq_dl", True)),
    ("first_last_first", True, (4, 0), ("first_last", True)),
)
SPELLED: Final = {
    "stopped": "is_stopped",
    "skip_checking": "is_skip_checking",
    "sequential": "is_sequential_download",
    "first_last_first": "is_first_last_piece_priority",
}


@pytest.mark.parametrize("version", profiles.COOKIE)
@pytest.mark.parametrize("option", OPTIONS, ids=lambda one: one[0])
def test_an_option_of_adding_is_sent_where_it_exists_and_never_where_it_would_be_refused(
    option: tuple[str, Any, tuple[int, ...], tuple[str, Any]], version: str, kind: Kind, scene_of: Scenes, face_of: Faces
) -> None:
    """These daemons answer 400 to a field that they do not know."""
    name, value, since, (attribute, wanted) = option
    scene = scene_of(version)
    face = face_of(kind, scene)
    is_there = scene.server.profile.number >= since
    if face.is_native and not is_there:
        with pytest.raises(errors.UnsupportedError, match=f"`{name}` does not exist in qBittorrent {version}"):
            face.client.torrents.add(MAGNET, **{name: value})
        assert NEW not in scene.server.torrents
        return
    face.do(
        lambda client: client.torrents.add(MAGNET, **{name: value}),
        lambda client: client.torrents_add(urls=MAGNET, **{SPELLED.get(name, name): value}),
    )
    assert NEW in scene.server.torrents
    if is_there:
        assert getattr(scene.server.torrents[NEW], attribute) == wanted


@pytest.mark.parametrize("version", profiles.COOKIE)
def test_settings_go_out_by_the_names_and_units_of_then(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    number = scene.server.profile.number
    wanted: dict[str, Any] = {"alt_dl_limit": 2 << 20, "bittorrent_protocol": 1, "scan_dirs": {"/srv/a": 0, "/srv/b": 1}}
    face_of(kind, scene).do(lambda c: c.app.set_preferences(wanted), lambda c: c.app_set_preferences(wanted))
    (body,) = scene.bodies("/command/setPreferences")
    sent = json.loads(unquote(body.decode().partition("=")[2]))
    assert sent["alt_dl_limit"] == (2 << 20 if number >= (3, 3, 8) else 2048)
    assert sent.get("enable_utp") == (None if number >= (4, 0) else False)
    assert sent["scan_dirs"] == (wanted["scan_dirs"] if number >= (3, 3, 2) else ["/srv/a", "/srv/b"])
    assert sent.get("download_in_scan_dirs") == (None if number >= (3, 3, 2) else [True, False])


@pytest.mark.parametrize("version", profiles.COOKIE)
def test_a_list_is_chosen_and_ordered_as_today(version: str, kind: Kind, scene_of: Scenes, face_of: Faces) -> None:
    scene = scene_of(version)
    show(scene).category = "films"
    face = face_of(kind, scene)

    def hashes(**asked: Any) -> list[str]:
        spelled = {
            {"filter": "status_filter", "hashes": "torrent_hashes"}.get(name, name): value for name, value in asked.items()
        }
        rows = face.do(lambda c: c.torrents.info(**asked), lambda c: c.torrents_info(**spelled))
        return [get(one, "hash") for one in rows]

    assert hashes(category="films") == [scene.first]
    assert hashes(hashes=[scene.second]) == [scene.second]
    assert hashes(filter="stalled_downloading") == hashes(filter="downloading") == [scene.first, scene.second]
    assert hashes(filter="errored") == hashes(filter="stopped") == []
    assert hashes(sort="name", reverse=True) == [scene.first, scene.second]
    assert hashes(offset=1, limit=5) == [scene.second]
    (one,) = face.do(lambda c: c.torrents.info(hashes=scene.first), lambda c: c.torrents_info(torrent_hashes=scene.first))
    assert get(one, "category") == "films"
    assert first_of([one], scene) is one
