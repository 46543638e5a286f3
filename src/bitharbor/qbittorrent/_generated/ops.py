# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.
# ruff: noqa
from __future__ import annotations

from bitharbor.qbittorrent.records import Added, MainData, Torrent

from .. import answers, convert
from ..operation import F, OldRoute, Op, Was

AUTH_LOG_IN: Op[None] = Op(
    "POST",
    "auth/login",
    "once",
    (
        F("username"),
        F("password"),
    ),
    answers.nothing,
    flow="log_in",
    cookie_api=(OldRoute("POST", "login", {"username": "username", "password": "password"}),),
)
AUTH_LOG_OUT: Op[None] = Op(
    "POST", "auth/logout", "idempotent", (), answers.nothing, flow="log_out", cookie_api=(OldRoute("POST", "logout", {}),)
)
APP_VERSION: Op[str] = Op(
    "GET", "app/version", "read", (), answers.text, cookie_api=(OldRoute("GET", "version/qbittorrent", {}),)
)
APP_WEB_API_VERSION: Op[str] = Op(
    "GET", "app/webapiVersion", "read", (), answers.text, cookie_api=(OldRoute("GET", "version/api", {}),)
)
SYNC_MAINDATA: Op[MainData] = Op(
    "GET",
    "sync/maindata",
    "read",
    (F("rid"),),
    answers.json(MainData),
    cookie_api=(OldRoute("GET", "sync/maindata", {"rid": "rid"}, since=(3, 3, 0)),),
)
TORRENTS_INFO: Op[list[Torrent]] = Op(
    "POST",
    "torrents/info",
    "read",
    (
        F("filter", before=(5, 0, 0), old_words={"stopped": "paused", "running": "resumed"}),
        F("category"),
        F("sort"),
        F("reverse"),
        F("limit"),
        F("offset"),
        F("hashes", join="|", is_not_empty=True),
        F("tag", since=(4, 4, 0)),
        F("private", since=(5, 0, 0)),
        F("includeTrackers", name="include_trackers", since=(5, 1, 0)),
        F("includeFiles", name="include_files", since=(5, 2, 0)),
    ),
    answers.json(list[Torrent]),
    cookie_api=(
        OldRoute(
            "GET",
            "query/torrents",
            {
                "filter": "filter",
                "category": "category",
                "sort": "sort",
                "reverse": "reverse",
                "limit": "limit",
                "offset": "offset",
            },
        ),
    ),
    digest_api=(OldRoute("GET", "json/torrents", {}),),
)
TORRENTS_ADD: Op[Added] = Op(
    "POST",
    "torrents/add",
    "once",
    (
        F("urls", join="\n"),
        F("files", is_files=True),
        F("savepath", name="save_path"),
        F("cookie", until=(5, 1, 0)),
        F("category"),
        F("tags", join=",", since=(4, 3, 2)),
        F("stopped", also="paused"),
        F("forced", since=(5, 1, 0)),
        F("seedMode", name="skip_checking", also="skip_checking"),
        F(
            "contentLayout",
            name="content_layout",
            before=(4, 3, 2),
            old_name="root_folder",
            old_value=convert.root_folder_of_layout,
        ),
        F("rename"),
        F("upLimit", name="upload_limit"),
        F("dlLimit", name="download_limit"),
        F("ratioLimit", name="ratio_limit", since=(4, 3, 4)),
        F("seedingTimeLimit", name="seeding_time_limit", since=(4, 3, 4)),
        F("inactiveSeedingTimeLimit", name="inactive_seeding_time_limit", since=(4, 6, 0)),
        F("shareLimitAction", name="share_limit_action", since=(5, 0, 0)),
        F("shareLimitsMode", name="share_limits_mode", since=(5, 3, 0)),
        F("autoTMM", name="auto_management"),
        F("sequentialDownload", name="sequential"),
        F("firstLastPiecePrio", name="first_last_first"),
        F("downloadPath", name="download_path", since=(4, 4, 0)),
        F("useDownloadPath", name="use_download_path", since=(4, 4, 0)),
        F("stopCondition", name="stop_condition", since=(4, 5, 0)),
        F("addToTopOfQueue", name="add_to_top_of_queue", since=(4, 6, 0)),
        F("ssl_certificate", since=(5, 0, 0)),
        F("ssl_private_key", since=(5, 0, 0)),
        F("ssl_dh_params", since=(5, 0, 0)),
        F("filePriorities", name="file_priorities", join=",", since=(5, 2, 0)),
        F("downloader", since=(5, 2, 0)),
        F("stopped", name="is_paused", also="paused"),
        F(
            "contentLayout",
            name="is_root_folder",
            convert=convert.layout_of_root_folder,
            before=(4, 3, 2),
            old_name="root_folder",
            old_value=convert.root_folder_of_layout,
        ),
    ),
    answers.added,
    flow="add",
    cookie_api=(
        OldRoute("POST", "command/upload", {"files": "torrents"}),
        OldRoute("POST", "command/download", {"urls": "urls"}),
    ),
    digest_api=(
        OldRoute("POST", "command/upload", {"files": "torrents"}),
        OldRoute("POST", "command/download", {"urls": "urls"}),
    ),
)
TORRENTS_STOP: Op[None] = Op(
    "POST",
    "torrents/stop",
    "idempotent",
    (F("hashes", join="|"),),
    answers.nothing,
    was=(Was("torrents/pause", (5, 0, 0)),),
    cookie_api=(OldRoute("POST", "command/pause", {"hashes": "hash"}),),
    digest_api=(OldRoute("POST", "command/pause", {"hashes": "hash"}),),
)
TORRENTS_START: Op[None] = Op(
    "POST",
    "torrents/start",
    "idempotent",
    (F("hashes", join="|"),),
    answers.nothing,
    was=(Was("torrents/resume", (5, 0, 0)),),
    cookie_api=(OldRoute("POST", "command/resume", {"hashes": "hash"}),),
    digest_api=(OldRoute("POST", "command/resume", {"hashes": "hash"}),),
)
TORRENTS_DELETE: Op[None] = Op(
    "POST",
    "torrents/delete",
    "destructive",
    (
        F("hashes", join="|", is_not_empty=True),
        F("deleteFiles", name="delete_files", required_default="false"),
    ),
    answers.nothing,
    cookie_api=(
        OldRoute("POST", "command/delete", {"hashes": "hashes"}),
        OldRoute("POST", "command/deletePerm", {"hashes": "hashes"}),
    ),
    digest_api=(
        OldRoute("POST", "command/delete", {"hashes": "hashes"}),
        OldRoute("POST", "command/deletePerm", {"hashes": "hashes"}),
    ),
)
TORRENTS_EXPORT: Op[bytes] = Op(
    "POST", "torrents/export", "read", (F("hash", name="torrent_hash"),), answers.whole, since=(4, 5, 0), is_text=False
)
TORRENTS_DOWNLOAD_LIMIT: Op[dict[str, int]] = Op(
    "POST",
    "torrents/downloadLimit",
    "read",
    (F("hashes", join="|"),),
    answers.json(dict[str, int]),
    cookie_api=(OldRoute("POST", "command/getTorrentsDlLimit", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/getTorrentsDlLimit", {"hashes": "hashes"}),),
)
TORRENTS_SET_DOWNLOAD_LIMIT: Op[None] = Op(
    "POST",
    "torrents/setDownloadLimit",
    "idempotent",
    (
        F("hashes", join="|"),
        F("limit"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setTorrentsDlLimit", {"hashes": "hashes", "limit": "limit"}),),
    digest_api=(OldRoute("POST", "command/setTorrentsDlLimit", {"hashes": "hashes", "limit": "limit"}),),
)
TORRENTS_UPLOAD_LIMIT: Op[dict[str, int]] = Op(
    "POST",
    "torrents/uploadLimit",
    "read",
    (F("hashes", join="|"),),
    answers.json(dict[str, int]),
    cookie_api=(OldRoute("POST", "command/getTorrentsUpLimit", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/getTorrentsUpLimit", {"hashes": "hashes"}),),
)
TORRENTS_SET_UPLOAD_LIMIT: Op[None] = Op(
    "POST",
    "torrents/setUploadLimit",
    "idempotent",
    (
        F("hashes", join="|"),
        F("limit"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setTorrentsUpLimit", {"hashes": "hashes", "limit": "limit"}),),
    digest_api=(OldRoute("POST", "command/setTorrentsUpLimit", {"hashes": "hashes", "limit": "limit"}),),
)
