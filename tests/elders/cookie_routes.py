"""Which version of the cookie interface knows which path, and which parameters."""

from __future__ import annotations

from typing import Final

from tests.elders import rows
from tests.elders.cookie_asking import (
    list_torrents,
    log_lines,
    main_data,
    of_torrent,
    peer_log,
    piece_hashes,
    piece_states,
    torrent_peers,
)
from tests.elders.cookie_calls import CATEGORY_SINCE, Route, text
from tests.elders.cookie_ordering import (
    ADD_OPTIONS,
    add_category,
    add_trackers,
    assigning,
    done,
    download,
    forcing,
    limiting,
    limits,
    moving,
    pausing,
    recheck,
    remove_categories,
    removing,
    rename,
    save_path,
    set_category,
    set_file_priority,
    set_location,
    set_preferences,
    toggle_alternative,
    toggling,
    upload,
)
from tests.elders.settings import truth, whole_number

ROUTES: Final = (
    Route("version/api", lambda server, _: text(str(server.profile.api)), is_public=True, is_loose=True),
    Route("version/api_min", lambda server, _: text(str(server.profile.api_min)), is_public=True, is_loose=True),
    Route("version/qbittorrent", lambda server, _: text(f"v{server.profile.version}"), is_public=True, is_loose=True),
    Route("query/torrents", list_torrents, is_loose=True),
    Route("query/preferences", lambda server, _: server.json(server.holdings.settings.read()), is_loose=True),
    Route("query/transferInfo", lambda server, _: server.json(rows.transfer(server.holdings)), is_loose=True),
    Route(
        "query/propertiesGeneral",
        of_torrent(lambda server, torrent: rows.row(rows.PROPERTIES, torrent, server.holdings)),
        takes_hash=True,
        is_loose=True,
    ),
    Route(
        "query/propertiesTrackers",
        of_torrent(lambda server, torrent: rows.tracker_rows(torrent, server.wording)),
        takes_hash=True,
        is_loose=True,
    ),
    Route(
        "query/propertiesWebSeeds",
        of_torrent(lambda _, torrent: [{"url": url} for url in torrent.webseeds]),
        (3, 2, 1),
        takes_hash=True,
        is_loose=True,
    ),
    Route(
        "query/propertiesFiles",
        of_torrent(lambda server, torrent: rows.file_rows(torrent, server.profile)),
        takes_hash=True,
        is_loose=True,
    ),
    Route("query/getPieceHashes", of_torrent(piece_hashes), (3, 3, 13), takes_hash=True, is_loose=True),
    Route("query/getPieceStates", of_torrent(piece_states), (3, 3, 13), takes_hash=True, is_loose=True),
    Route("query/getLog", log_lines, (3, 3, 5), is_loose=True),
    Route("query/getPeerLog", peer_log, (3, 3, 5), is_loose=True),
    Route("sync/maindata", main_data, is_loose=True),
    Route("sync/torrent_peers", torrent_peers, (3, 3, 1), is_loose=True),
    Route("command/shutdown", done(lambda server, _: server.shut_down()), is_loose=True),
    Route("command/download", download, needs=("urls",), may=ADD_OPTIONS),
    Route("command/upload", upload, is_loose=True),
    Route("command/addTrackers", done(add_trackers), needs=("hash", "urls")),
    Route("command/resumeAll", pausing(paused=False, every=True), is_loose=True),
    Route("command/pauseAll", pausing(paused=True, every=True), is_loose=True),
    Route("command/resume", pausing(paused=False, every=False), needs=("hash",)),
    Route("command/pause", pausing(paused=True, every=False), needs=("hash",)),
    Route("command/recheck", done(recheck), needs=("hash",)),
    Route("command/setPreferences", done(set_preferences), needs=("json",)),
    Route("command/setFilePrio", done(set_file_priority), needs=("hash", "id", "priority")),
    Route(
        "command/getGlobalUpLimit", lambda server, _: server.number(server.holdings.settings.integer("up_limit")), is_loose=True
    ),
    Route(
        "command/getGlobalDlLimit", lambda server, _: server.number(server.holdings.settings.integer("dl_limit")), is_loose=True
    ),
    Route(
        "command/setGlobalUpLimit",
        done(lambda server, call: server.holdings.settings.limit("up_limit", whole_number(call.given("limit")))),
        needs=("limit",),
    ),
    Route(
        "command/setGlobalDlLimit",
        done(lambda server, call: server.holdings.settings.limit("dl_limit", whole_number(call.given("limit")))),
        needs=("limit",),
    ),
    Route("command/getTorrentsUpLimit", limits("up_limit"), needs=("hashes",)),
    Route("command/getTorrentsDlLimit", limits("dl_limit"), needs=("hashes",)),
    Route("command/setTorrentsUpLimit", limiting("up_limit"), needs=("hashes", "limit")),
    Route("command/setTorrentsDlLimit", limiting("dl_limit"), needs=("hashes", "limit")),
    Route(
        "command/alternativeSpeedLimitsEnabled",
        lambda server, _: server.number(int(server.holdings.uses_alt_limits)),
        is_loose=True,
    ),
    Route("command/toggleAlternativeSpeedLimits", done(toggle_alternative), is_loose=True),
    Route("command/toggleSequentialDownload", toggling("seq_dl"), needs=("hashes",)),
    Route("command/toggleFirstLastPiecePrio", toggling("first_last"), needs=("hashes",)),
    Route("command/setSuperSeeding", assigning("super_seeding", truth, "value"), needs=("hashes", "value")),
    Route("command/setForceStart", done(forcing), needs=("hashes", "value")),
    Route("command/delete", removing(with_files=False), needs=("hashes",)),
    Route("command/deletePerm", removing(with_files=True), needs=("hashes",)),
    Route("command/increasePrio", moving("increasePrio"), needs=("hashes",)),
    Route("command/decreasePrio", moving("decreasePrio"), needs=("hashes",)),
    Route("command/topPrio", moving("topPrio"), needs=("hashes",)),
    Route("command/bottomPrio", moving("bottomPrio"), needs=("hashes",)),
    Route("command/setLocation", done(set_location), (4, 0), needs=("hashes", "location")),
    Route("command/rename", rename, (4, 0), needs=("hash", "name")),
    Route("command/setAutoTMM", assigning("auto_tmm", truth, "enable"), (4, 0), needs=("hashes", "enable")),
    Route("command/setLabel", set_category, (3, 3), (3, 3, 5), needs=("hashes", "label")),
    Route("command/setCategory", set_category, CATEGORY_SINCE, needs=("hashes", "category")),
    Route("command/addCategory", add_category, CATEGORY_SINCE, needs=("category",)),
    Route("command/removeCategories", done(remove_categories), CATEGORY_SINCE, needs=("categories",)),
    Route("command/getSavePath", save_path, (3, 3, 1), is_loose=True),
)
