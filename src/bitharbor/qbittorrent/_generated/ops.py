# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.
from __future__ import annotations

from bitharbor.model.json import Json
from bitharbor.qbittorrent.records import (
    Added,
    BuildInfo,
    Category,
    Cookie,
    CreatorTask,
    DirectoryEntry,
    LogMessage,
    LogPeer,
    MainData,
    NetworkInterface,
    PeersAdded,
    Preferences,
    ProcessInfo,
    RssFolder,
    RssRule,
    SearchPlugin,
    SearchResults,
    SearchStatus,
    SpeedLimits,
    SslParameters,
    Torrent,
    TorrentFile,
    TorrentMetadata,
    TorrentPeers,
    TorrentProperties,
    Tracker,
    TransferInfo,
    WebSeed,
)

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
APP_VERSION: Op[str | None] = Op(
    "GET", "app/version", "read", (), answers.version, cookie_api=(OldRoute("GET", "version/qbittorrent", {}),)
)
APP_WEB_API_VERSION: Op[str] = Op(
    "GET", "app/webapiVersion", "read", (), answers.text, cookie_api=(OldRoute("GET", "version/api", {}),)
)
APP_BUILD_INFO: Op[BuildInfo] = Op("GET", "app/buildInfo", "read", (), answers.json(BuildInfo), since=(4, 2, 0))
APP_PROCESS_INFO: Op[ProcessInfo] = Op("GET", "app/processInfo", "read", (), answers.json(ProcessInfo), since=(5, 2, 0))
APP_SHUTDOWN: Op[None] = Op(
    "POST",
    "app/shutdown",
    "once",
    (),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/shutdown", {}),),
    digest_api=(OldRoute("POST", "command/shutdown", {}, since=(3, 1, 0)),),
)
APP_PREFERENCES: Op[Preferences] = Op(
    "GET",
    "app/preferences",
    "read",
    (),
    answers.json(Preferences),
    cookie_api=(OldRoute("GET", "query/preferences", {}),),
    digest_api=(OldRoute("GET", "json/preferences", {}),),
)
APP_SET_PREFERENCES: Op[None] = Op(
    "POST",
    "app/setPreferences",
    "idempotent",
    (F("json", name="preferences", is_json=True, required_default="null"),),
    answers.nothing,
    flow="set_preferences",
    cookie_api=(OldRoute("POST", "command/setPreferences", {"preferences": "json"}),),
    digest_api=(OldRoute("POST", "command/setPreferences", {"preferences": "json"}),),
)
APP_DEFAULT_SAVE_PATH: Op[str] = Op(
    "GET",
    "app/defaultSavePath",
    "read",
    (),
    answers.text,
    cookie_api=(OldRoute("GET", "command/getSavePath", {}, since=(3, 3, 1)),),
)
APP_SEND_TEST_EMAIL: Op[None] = Op("POST", "app/sendTestEmail", "once", (), answers.nothing, since=(5, 0, 0))
APP_DIRECTORY_CONTENT: Op[list[str | DirectoryEntry]] = Op(
    "GET",
    "app/getDirectoryContent",
    "read",
    (
        F("dirPath", name="path"),
        F("mode"),
        F("withMetadata", name="with_metadata", since=(5, 2, 0)),
    ),
    answers.json(list[str | DirectoryEntry]),
    since=(5, 0, 0),
)
APP_FREE_SPACE: Op[int] = Op("GET", "app/getFreeSpaceAtPath", "read", (F("path"),), answers.number, since=(5, 3, 0))
APP_COOKIES: Op[list[Cookie]] = Op("GET", "app/cookies", "read", (), answers.json(list[Cookie]), since=(5, 1, 0))
APP_SET_COOKIES: Op[None] = Op(
    "POST",
    "app/setCookies",
    "idempotent",
    (F("cookies", convert=convert.rows, is_json=True, required_default="[]"),),
    answers.nothing,
    since=(5, 1, 0),
)
APP_ROTATE_API_KEY: Op[str] = Op("POST", "app/rotateAPIKey", "once", (), answers.api_key, since=(5, 2, 0))
APP_DELETE_API_KEY: Op[None] = Op("POST", "app/deleteAPIKey", "idempotent", (), answers.nothing, since=(5, 2, 0))
APP_NETWORK_INTERFACES: Op[list[NetworkInterface]] = Op(
    "GET", "app/networkInterfaceList", "read", (), answers.json(list[NetworkInterface]), since=(4, 2, 0)
)
APP_NETWORK_ADDRESSES: Op[list[str]] = Op(
    "GET", "app/networkInterfaceAddressList", "read", (F("iface", name="interface"),), answers.json(list[str]), since=(4, 2, 0)
)
LOG_MAIN: Op[list[LogMessage]] = Op(
    "GET",
    "log/main",
    "read",
    (
        F("normal"),
        F("info"),
        F("warning"),
        F("critical"),
        F("last_known_id"),
    ),
    answers.log_messages,
    needs_version=True,
    cookie_api=(
        OldRoute(
            "GET",
            "query/getLog",
            {"normal": "normal", "info": "info", "warning": "warning", "critical": "critical", "last_known_id": "last_known_id"},
            since=(3, 3, 5),
        ),
    ),
)
LOG_PEERS: Op[list[LogPeer]] = Op(
    "GET",
    "log/peers",
    "read",
    (F("last_known_id"),),
    answers.log_peers,
    needs_version=True,
    cookie_api=(OldRoute("GET", "query/getPeerLog", {"last_known_id": "last_known_id"}, since=(3, 3, 5)),),
)
SYNC_MAINDATA: Op[MainData] = Op(
    "GET",
    "sync/maindata",
    "read",
    (F("rid"),),
    answers.json(MainData),
    cookie_api=(OldRoute("GET", "sync/maindata", {"rid": "rid"}),),
)
SYNC_TORRENT_PEERS: Op[TorrentPeers] = Op(
    "GET",
    "sync/torrentPeers",
    "read",
    (
        F("hash", name="torrent_hash"),
        F("rid"),
    ),
    answers.json(TorrentPeers),
    cookie_api=(OldRoute("GET", "sync/torrent_peers", {"torrent_hash": "hash", "rid": "rid"}, since=(3, 3, 1)),),
)
TRANSFER_INFO: Op[TransferInfo] = Op(
    "GET",
    "transfer/info",
    "read",
    (),
    answers.json(TransferInfo),
    cookie_api=(OldRoute("GET", "query/transferInfo", {}),),
    digest_api=(OldRoute("GET", "json/transferInfo", {}),),
)
TRANSFER_UPLOAD_LIMIT: Op[int] = Op(
    "GET",
    "transfer/uploadLimit",
    "read",
    (),
    answers.number,
    cookie_api=(OldRoute("GET", "command/getGlobalUpLimit", {}),),
    digest_api=(OldRoute("POST", "command/getGlobalUpLimit", {}),),
)
TRANSFER_DOWNLOAD_LIMIT: Op[int] = Op(
    "GET",
    "transfer/downloadLimit",
    "read",
    (),
    answers.number,
    cookie_api=(OldRoute("GET", "command/getGlobalDlLimit", {}),),
    digest_api=(OldRoute("POST", "command/getGlobalDlLimit", {}),),
)
TRANSFER_SET_UPLOAD_LIMIT: Op[None] = Op(
    "POST",
    "transfer/setUploadLimit",
    "idempotent",
    (F("limit"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setGlobalUpLimit", {"limit": "limit"}),),
    digest_api=(OldRoute("POST", "command/setGlobalUpLimit", {"limit": "limit"}),),
)
TRANSFER_SET_DOWNLOAD_LIMIT: Op[None] = Op(
    "POST",
    "transfer/setDownloadLimit",
    "idempotent",
    (F("limit"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setGlobalDlLimit", {"limit": "limit"}),),
    digest_api=(OldRoute("POST", "command/setGlobalDlLimit", {"limit": "limit"}),),
)
TRANSFER_SPEED_LIMITS: Op[SpeedLimits] = Op(
    "GET", "transfer/getSpeedLimits", "read", (), answers.json(SpeedLimits), since=(5, 3, 0)
)
TRANSFER_SET_SPEED_LIMITS: Op[None] = Op(
    "POST",
    "transfer/setSpeedLimits",
    "idempotent",
    (
        F("up_limit", name="upload_limit"),
        F("dl_limit", name="download_limit"),
        F("alt_up_limit", name="alt_upload_limit"),
        F("alt_dl_limit", name="alt_download_limit"),
    ),
    answers.nothing,
    since=(5, 3, 0),
)
TRANSFER_TOGGLE_SPEED_LIMITS_MODE: Op[None] = Op(
    "POST",
    "transfer/toggleSpeedLimitsMode",
    "once",
    (),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/toggleAlternativeSpeedLimits", {}),),
)
TRANSFER_SPEED_LIMITS_MODE: Op[bool] = Op(
    "GET",
    "transfer/speedLimitsMode",
    "read",
    (),
    answers.flag,
    cookie_api=(OldRoute("GET", "command/alternativeSpeedLimitsEnabled", {}),),
)
TRANSFER_SET_SPEED_LIMITS_MODE: Op[None] = Op(
    "POST",
    "transfer/setSpeedLimitsMode",
    "idempotent",
    (F("mode", name="alternative", convert=convert.one_or_zero),),
    answers.nothing,
    since=(4, 5, 0),
    flow="set_speed_limits_mode",
)
TRANSFER_BAN_PEERS: Op[None] = Op(
    "POST", "transfer/banPeers", "idempotent", (F("peers", join="|"),), answers.nothing, since=(4, 2, 0)
)
TRANSFER_PAUSE_SESSION: Op[None] = Op("POST", "transfer/pauseSession", "idempotent", (), answers.nothing, since=(5, 3, 0))
TRANSFER_RESUME_SESSION: Op[None] = Op("POST", "transfer/resumeSession", "idempotent", (), answers.nothing, since=(5, 3, 0))
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
                "sort": "sort",
                "reverse": "reverse",
                "limit": "limit",
                "offset": "offset",
                "category": "category",
            },
            since=(3, 3, 5),
        ),
        OldRoute(
            "GET",
            "query/torrents",
            {"filter": "filter", "sort": "sort", "reverse": "reverse", "limit": "limit", "offset": "offset", "category": "label"},
            until=(3, 3, 5),
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
    answers.json(Added),
    flow="add",
    cookie_api=(
        OldRoute(
            "POST",
            "command/upload",
            {
                "files": "torrents",
                "save_path": "savepath",
                "cookie": "cookie",
                "category": "category",
                "skip_checking": "skip_checking",
                "stopped": "paused",
                "content_layout": "root_folder",
                "rename": "rename",
                "upload_limit": "upLimit",
                "download_limit": "dlLimit",
                "sequential": "sequentialDownload",
                "first_last_first": "firstLastPiecePrio",
            },
            since=(4, 0, 0),
        ),
        OldRoute(
            "POST",
            "command/upload",
            {
                "files": "torrents",
                "save_path": "savepath",
                "cookie": "cookie",
                "category": "category",
                "skip_checking": "skip_checking",
                "stopped": "paused",
            },
            since=(3, 3, 13),
            until=(4, 0, 0),
        ),
        OldRoute(
            "POST",
            "command/upload",
            {"files": "torrents", "save_path": "savepath", "cookie": "cookie", "category": "category"},
            since=(3, 3, 5),
            until=(3, 3, 13),
        ),
        OldRoute(
            "POST",
            "command/upload",
            {"files": "torrents", "save_path": "savepath", "cookie": "cookie", "category": "label"},
            since=(3, 3, 1),
            until=(3, 3, 5),
        ),
        OldRoute("POST", "command/upload", {"files": "torrents"}, until=(3, 3, 1)),
        OldRoute(
            "POST",
            "command/download",
            {
                "urls": "urls",
                "save_path": "savepath",
                "cookie": "cookie",
                "category": "category",
                "skip_checking": "skip_checking",
                "stopped": "paused",
                "content_layout": "root_folder",
                "rename": "rename",
                "upload_limit": "upLimit",
                "download_limit": "dlLimit",
                "sequential": "sequentialDownload",
                "first_last_first": "firstLastPiecePrio",
            },
            since=(4, 0, 0),
        ),
        OldRoute(
            "POST",
            "command/download",
            {
                "urls": "urls",
                "save_path": "savepath",
                "cookie": "cookie",
                "category": "category",
                "skip_checking": "skip_checking",
                "stopped": "paused",
            },
            since=(3, 3, 13),
            until=(4, 0, 0),
        ),
        OldRoute(
            "POST",
            "command/download",
            {"urls": "urls", "save_path": "savepath", "cookie": "cookie", "category": "category"},
            since=(3, 3, 5),
            until=(3, 3, 13),
        ),
        OldRoute(
            "POST",
            "command/download",
            {"urls": "urls", "save_path": "savepath", "cookie": "cookie", "category": "label"},
            since=(3, 3, 1),
            until=(3, 3, 5),
        ),
        OldRoute("POST", "command/download", {"urls": "urls"}, until=(3, 3, 1)),
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
    cookie_api=(
        OldRoute("POST", "command/pause", {"hashes": "hash"}),
        OldRoute("POST", "command/pauseAll", {}),
    ),
    digest_api=(
        OldRoute("POST", "command/pause", {"hashes": "hash"}),
        OldRoute("POST", "command/pauseall", {}),
    ),
)
TORRENTS_START: Op[None] = Op(
    "POST",
    "torrents/start",
    "idempotent",
    (F("hashes", join="|"),),
    answers.nothing,
    was=(Was("torrents/resume", (5, 0, 0)),),
    cookie_api=(
        OldRoute("POST", "command/resume", {"hashes": "hash"}),
        OldRoute("POST", "command/resumeAll", {}),
    ),
    digest_api=(
        OldRoute("POST", "command/resume", {"hashes": "hash"}),
        OldRoute("POST", "command/resumeall", {}),
    ),
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
TORRENTS_EXPORT_STREAM: Op[None] = Op(
    "POST",
    "torrents/export",
    "read",
    (F("hash", name="torrent_hash"),),
    answers.nothing,
    since=(4, 5, 0),
    is_stream=True,
    is_text=False,
)
TORRENTS_DOWNLOAD_LIMIT: Op[dict[str, int]] = Op(
    "POST",
    "torrents/downloadLimit",
    "read",
    (F("hashes", join="|"),),
    answers.json(dict[str, int]),
    cookie_api=(OldRoute("POST", "command/getTorrentsDlLimit", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/getTorrentDlLimit", {"hashes": "hash"}),),
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
    digest_api=(OldRoute("POST", "command/setTorrentDlLimit", {"hashes": "hash", "limit": "limit"}),),
)
TORRENTS_UPLOAD_LIMIT: Op[dict[str, int]] = Op(
    "POST",
    "torrents/uploadLimit",
    "read",
    (F("hashes", join="|"),),
    answers.json(dict[str, int]),
    cookie_api=(OldRoute("POST", "command/getTorrentsUpLimit", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/getTorrentUpLimit", {"hashes": "hash"}),),
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
    digest_api=(OldRoute("POST", "command/setTorrentUpLimit", {"hashes": "hash", "limit": "limit"}),),
)
TORRENTS_RECHECK: Op[None] = Op(
    "POST",
    "torrents/recheck",
    "idempotent",
    (F("hashes", join="|"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/recheck", {"hashes": "hash"}),),
    digest_api=(OldRoute("POST", "command/recheck", {"hashes": "hash"}),),
)
TORRENTS_REANNOUNCE: Op[None] = Op(
    "POST",
    "torrents/reannounce",
    "idempotent",
    (
        F("hashes", join="|"),
        F("urls", join="|", convert=convert.escaped_urls, since=(5, 2, 0)),
    ),
    answers.nothing,
    since=(4, 1, 2),
)
TORRENTS_INCREASE_PRIORITY: Op[None] = Op(
    "POST",
    "torrents/increasePrio",
    "once",
    (F("hashes", join="|"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/increasePrio", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/increasePrio", {"hashes": "hashes"}),),
)
TORRENTS_DECREASE_PRIORITY: Op[None] = Op(
    "POST",
    "torrents/decreasePrio",
    "once",
    (F("hashes", join="|"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/decreasePrio", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/decreasePrio", {"hashes": "hashes"}),),
)
TORRENTS_TOP_PRIORITY: Op[None] = Op(
    "POST",
    "torrents/topPrio",
    "idempotent",
    (F("hashes", join="|"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/topPrio", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/topPrio", {"hashes": "hashes"}),),
)
TORRENTS_BOTTOM_PRIORITY: Op[None] = Op(
    "POST",
    "torrents/bottomPrio",
    "idempotent",
    (F("hashes", join="|"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/bottomPrio", {"hashes": "hashes"}),),
    digest_api=(OldRoute("POST", "command/bottomPrio", {"hashes": "hashes"}),),
)
TORRENTS_SET_SHARE_LIMITS: Op[None] = Op(
    "POST",
    "torrents/setShareLimits",
    "idempotent",
    (
        F("hashes", join="|"),
        F("ratioLimit", name="ratio_limit"),
        F("seedingTimeLimit", name="seeding_time_limit"),
        F(
            "inactiveSeedingTimeLimit",
            name="inactive_seeding_time_limit",
            since=(4, 6, 0),
            required_default="-2",
            required_since=(4, 6, 0),
        ),
        F("shareLimitAction", name="share_limit_action", since=(5, 2, 0), required_default="Default", required_since=(5, 2, 0)),
        F("shareLimitsMode", name="share_limits_mode", since=(5, 3, 0), required_default="Default", required_since=(5, 3, 0)),
    ),
    answers.nothing,
)
TORRENTS_SET_LOCATION: Op[None] = Op(
    "POST",
    "torrents/setLocation",
    "idempotent",
    (
        F("hashes", join="|"),
        F("location"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setLocation", {"hashes": "hashes", "location": "location"}, since=(4, 0, 0)),),
)
TORRENTS_SET_SAVE_PATH: Op[None] = Op(
    "POST",
    "torrents/setSavePath",
    "idempotent",
    (
        F("id", name="hashes", join="|"),
        F("path", name="save_path"),
    ),
    answers.nothing,
    since=(4, 4, 0),
)
TORRENTS_SET_DOWNLOAD_PATH: Op[None] = Op(
    "POST",
    "torrents/setDownloadPath",
    "idempotent",
    (
        F("id", name="hashes", join="|"),
        F("path", name="download_path"),
    ),
    answers.nothing,
    since=(4, 4, 0),
)
TORRENTS_RENAME: Op[None] = Op(
    "POST",
    "torrents/rename",
    "idempotent",
    (
        F("hash", name="torrent_hash"),
        F("name"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/rename", {"torrent_hash": "hash", "name": "name"}, since=(4, 0, 0)),),
)
TORRENTS_SET_COMMENT: Op[None] = Op(
    "POST",
    "torrents/setComment",
    "idempotent",
    (
        F("hashes", join="|"),
        F("comment"),
    ),
    answers.nothing,
    since=(5, 2, 0),
)
TORRENTS_SET_CATEGORY: Op[None] = Op(
    "POST",
    "torrents/setCategory",
    "idempotent",
    (
        F("hashes", join="|"),
        F("category"),
    ),
    answers.nothing,
    cookie_api=(
        OldRoute("POST", "command/setCategory", {"hashes": "hashes", "category": "category"}, since=(3, 3, 5)),
        OldRoute("POST", "command/setLabel", {"hashes": "hashes", "category": "label"}, since=(3, 3, 0), until=(3, 3, 5)),
    ),
)
TORRENTS_SET_AUTO_MANAGEMENT: Op[None] = Op(
    "POST",
    "torrents/setAutoManagement",
    "idempotent",
    (
        F("hashes", join="|"),
        F("enable", required_default="true"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setAutoTMM", {"hashes": "hashes", "enable": "enable"}, since=(4, 0, 0)),),
)
TORRENTS_TOGGLE_SEQUENTIAL_DOWNLOAD: Op[None] = Op(
    "POST",
    "torrents/toggleSequentialDownload",
    "once",
    (F("hashes", join="|"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/toggleSequentialDownload", {"hashes": "hashes"}),),
)
TORRENTS_TOGGLE_FIRST_LAST_PIECE_PRIORITY: Op[None] = Op(
    "POST",
    "torrents/toggleFirstLastPiecePrio",
    "once",
    (F("hashes", join="|"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/toggleFirstLastPiecePrio", {"hashes": "hashes"}),),
)
TORRENTS_SET_FORCE_START: Op[None] = Op(
    "POST",
    "torrents/setForceStart",
    "idempotent",
    (
        F("hashes", join="|"),
        F("value", name="enable", required_default="true"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setForceStart", {"hashes": "hashes", "enable": "value"}),),
)
TORRENTS_SET_SUPER_SEEDING: Op[None] = Op(
    "POST",
    "torrents/setSuperSeeding",
    "idempotent",
    (
        F("hashes", join="|"),
        F("value", name="enable", required_default="true"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setSuperSeeding", {"hashes": "hashes", "enable": "value"}),),
)
TORRENTS_COUNT: Op[int] = Op("POST", "torrents/count", "read", (), answers.number, since=(4, 6, 1))
TORRENTS_PROPERTIES: Op[TorrentProperties] = Op(
    "POST",
    "torrents/properties",
    "read",
    (F("hash", name="torrent_hash"),),
    answers.json(TorrentProperties),
    cookie_api=(OldRoute("GET", "query/propertiesGeneral/{hash}", {"torrent_hash": "hash"}),),
    digest_api=(OldRoute("GET", "json/propertiesGeneral/{hash}", {"torrent_hash": "hash"}),),
)
TORRENTS_FILES: Op[list[TorrentFile]] = Op(
    "POST",
    "torrents/files",
    "read",
    (
        F("hash", name="torrent_hash"),
        F("indexes", join="|", since=(4, 3, 5)),
    ),
    answers.json(list[TorrentFile]),
    cookie_api=(OldRoute("GET", "query/propertiesFiles/{hash}", {"torrent_hash": "hash"}),),
    digest_api=(OldRoute("GET", "json/propertiesFiles/{hash}", {"torrent_hash": "hash"}),),
)
TORRENTS_PIECE_STATES: Op[list[int]] = Op(
    "POST",
    "torrents/pieceStates",
    "read",
    (F("hash", name="torrent_hash"),),
    answers.json(list[int]),
    cookie_api=(OldRoute("GET", "query/getPieceStates/{hash}", {"torrent_hash": "hash"}, since=(3, 3, 13)),),
)
TORRENTS_PIECE_HASHES: Op[list[str]] = Op(
    "POST",
    "torrents/pieceHashes",
    "read",
    (F("hash", name="torrent_hash"),),
    answers.json(list[str]),
    cookie_api=(OldRoute("GET", "query/getPieceHashes/{hash}", {"torrent_hash": "hash"}, since=(3, 3, 13)),),
)
TORRENTS_PIECE_AVAILABILITY: Op[list[int]] = Op(
    "POST", "torrents/pieceAvailability", "read", (F("hash", name="torrent_hash"),), answers.json(list[int]), since=(5, 2, 0)
)
TORRENTS_FILE_PRIORITY: Op[None] = Op(
    "POST",
    "torrents/filePrio",
    "idempotent",
    (
        F("hash", name="torrent_hash"),
        F("id", name="file_ids", join="|"),
        F("priority"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/setFilePrio", {"torrent_hash": "hash", "file_ids": "id", "priority": "priority"}),),
    digest_api=(OldRoute("POST", "command/setFilePrio", {"torrent_hash": "hash", "file_ids": "id", "priority": "priority"}),),
)
TORRENTS_RENAME_FILE: Op[None] = Op(
    "POST",
    "torrents/renameFile",
    "once",
    (
        F("hash", name="torrent_hash"),
        F("oldPath", name="old_path"),
        F("newPath", name="new_path"),
        F("id", name="file_id"),
        F("name", name="new_file_name"),
    ),
    answers.nothing,
    since=(4, 2, 1),
    flow="rename_file",
    needs_version=True,
)
TORRENTS_RENAME_FOLDER: Op[None] = Op(
    "POST",
    "torrents/renameFolder",
    "once",
    (
        F("hash", name="torrent_hash"),
        F("oldPath", name="old_path"),
        F("newPath", name="new_path"),
    ),
    answers.nothing,
    since=(4, 3, 3),
)
TORRENTS_DOWNLOAD_FILE: Op[None] = Op(
    "POST",
    "torrents/downloadFile",
    "read",
    (
        F("hash", name="torrent_hash"),
        F("file"),
    ),
    answers.nothing,
    since=(5, 3, 0),
    is_stream=True,
    is_text=False,
)
TORRENTS_TRACKERS: Op[list[Tracker]] = Op(
    "POST",
    "torrents/trackers",
    "read",
    (F("hash", name="torrent_hash"),),
    answers.json(list[Tracker]),
    cookie_api=(OldRoute("GET", "query/propertiesTrackers/{hash}", {"torrent_hash": "hash"}),),
    digest_api=(OldRoute("GET", "json/propertiesTrackers/{hash}", {"torrent_hash": "hash"}),),
)
TORRENTS_ADD_TRACKERS: Op[None] = Op(
    "POST",
    "torrents/addTrackers",
    "idempotent",
    (
        F("hash", name="torrent_hash", join="|"),
        F("urls", join="\n"),
    ),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/addTrackers", {"torrent_hash": "hash", "urls": "urls"}),),
    digest_api=(OldRoute("POST", "command/addTrackers", {"torrent_hash": "hash", "urls": "urls"}),),
)
TORRENTS_EDIT_TRACKER: Op[None] = Op(
    "POST",
    "torrents/editTracker",
    "once",
    (
        F("hash", name="torrent_hash"),
        F("url", name="original_url", also="origUrl"),
        F("newUrl", name="new_url"),
        F("tier", since=(5, 2, 0)),
    ),
    answers.nothing,
    since=(4, 1, 5),
)
TORRENTS_REMOVE_TRACKERS: Op[None] = Op(
    "POST",
    "torrents/removeTrackers",
    "idempotent",
    (
        F("hash", name="torrent_hash", join="|"),
        F("urls", join="|", convert=convert.escaped_urls, before=(5, 0, 4), old_value=convert.plain_urls),
    ),
    answers.nothing,
    since=(4, 1, 5),
)
TORRENTS_WEBSEEDS: Op[list[WebSeed]] = Op(
    "POST",
    "torrents/webseeds",
    "read",
    (F("hash", name="torrent_hash"),),
    answers.json(list[WebSeed]),
    cookie_api=(OldRoute("GET", "query/propertiesWebSeeds/{hash}", {"torrent_hash": "hash"}, since=(3, 2, 1)),),
)
TORRENTS_ADD_WEBSEEDS: Op[None] = Op(
    "POST",
    "torrents/addWebSeeds",
    "idempotent",
    (
        F("hash", name="torrent_hash"),
        F("urls", join="|", convert=convert.escaped_urls),
    ),
    answers.nothing,
    since=(5, 1, 0),
)
TORRENTS_EDIT_WEBSEED: Op[None] = Op(
    "POST",
    "torrents/editWebSeed",
    "once",
    (
        F("hash", name="torrent_hash"),
        F("origUrl", name="orig_url", convert=convert.escaped_text),
        F("newUrl", name="new_url", convert=convert.escaped_text),
    ),
    answers.nothing,
    since=(5, 1, 0),
)
TORRENTS_REMOVE_WEBSEEDS: Op[None] = Op(
    "POST",
    "torrents/removeWebSeeds",
    "idempotent",
    (
        F("hash", name="torrent_hash"),
        F("urls", join="|", convert=convert.escaped_urls),
    ),
    answers.nothing,
    since=(5, 1, 0),
)
TORRENTS_ADD_PEERS: Op[dict[str, PeersAdded]] = Op(
    "POST",
    "torrents/addPeers",
    "idempotent",
    (
        F("hashes", join="|"),
        F("peers", join="|"),
    ),
    answers.json(dict[str, PeersAdded]),
    since=(4, 2, 0),
)
TORRENTS_CATEGORIES: Op[dict[str, Category]] = Op("GET", "torrents/categories", "read", (), answers.categories, since=(4, 1, 4))
TORRENTS_CREATE_CATEGORY: Op[None] = Op(
    "POST",
    "torrents/createCategory",
    "once",
    (
        F("category", name="name"),
        F("savePath", name="save_path", since=(4, 1, 3)),
        F("downloadPath", name="download_path", since=(4, 4, 0)),
        F("downloadPathEnabled", name="use_download_path", since=(4, 4, 0)),
        F("ratioLimit", name="ratio_limit", since=(5, 2, 0)),
        F("seedingTimeLimit", name="seeding_time_limit", since=(5, 2, 0)),
        F("inactiveSeedingTimeLimit", name="inactive_seeding_time_limit", since=(5, 2, 0)),
        F("shareLimitAction", name="share_limit_action", since=(5, 2, 0)),
        F("shareLimitsMode", name="share_limits_mode", since=(5, 3, 0)),
    ),
    answers.nothing,
    flow="create_category",
    cookie_api=(OldRoute("POST", "command/addCategory", {"name": "category"}, since=(3, 3, 5)),),
)
TORRENTS_EDIT_CATEGORY: Op[None] = Op(
    "POST",
    "torrents/editCategory",
    "once",
    (
        F("category", name="name"),
        F("savePath", name="save_path"),
        F("downloadPath", name="download_path", since=(4, 4, 0)),
        F("downloadPathEnabled", name="use_download_path", since=(4, 4, 0)),
        F("ratioLimit", name="ratio_limit", since=(5, 2, 0)),
        F("seedingTimeLimit", name="seeding_time_limit", since=(5, 2, 0)),
        F("inactiveSeedingTimeLimit", name="inactive_seeding_time_limit", since=(5, 2, 0)),
        F("shareLimitAction", name="share_limit_action", since=(5, 2, 0)),
        F("shareLimitsMode", name="share_limits_mode", since=(5, 3, 0)),
    ),
    answers.nothing,
    since=(4, 1, 3),
    flow="edit_category",
)
TORRENTS_REMOVE_CATEGORIES: Op[None] = Op(
    "POST",
    "torrents/removeCategories",
    "idempotent",
    (F("categories", join="\n"),),
    answers.nothing,
    cookie_api=(OldRoute("POST", "command/removeCategories", {"categories": "categories"}, since=(3, 3, 5)),),
)
TORRENTS_TAGS: Op[list[str]] = Op("GET", "torrents/tags", "read", (), answers.json(list[str]), since=(4, 2, 0))
TORRENTS_CREATE_TAGS: Op[None] = Op(
    "POST", "torrents/createTags", "idempotent", (F("tags", join=","),), answers.nothing, since=(4, 2, 0)
)
TORRENTS_DELETE_TAGS: Op[None] = Op(
    "POST", "torrents/deleteTags", "idempotent", (F("tags", join=","),), answers.nothing, since=(4, 2, 0)
)
TORRENTS_ADD_TAGS: Op[None] = Op(
    "POST",
    "torrents/addTags",
    "idempotent",
    (
        F("hashes", join="|"),
        F("tags", join=","),
    ),
    answers.nothing,
    since=(4, 2, 0),
)
TORRENTS_SET_TAGS: Op[None] = Op(
    "POST",
    "torrents/setTags",
    "idempotent",
    (
        F("hashes", join="|"),
        F("tags", join=","),
    ),
    answers.nothing,
    since=(5, 1, 0),
)
TORRENTS_REMOVE_TAGS: Op[None] = Op(
    "POST",
    "torrents/removeTags",
    "idempotent",
    (
        F("hashes", join="|"),
        F("tags", join=",", is_not_empty=True),
    ),
    answers.nothing,
    since=(4, 2, 0),
)
TORRENTS_FETCH_METADATA: Op[TorrentMetadata] = Op(
    "POST",
    "torrents/fetchMetadata",
    "idempotent",
    (
        F("source", convert=convert.escaped_text),
        F("downloader"),
    ),
    answers.json(TorrentMetadata),
    since=(5, 2, 0),
)
TORRENTS_PARSE_METADATA: Op[list[TorrentMetadata]] = Op(
    "POST",
    "torrents/parseMetadata",
    "read",
    (F("files", is_files=True),),
    answers.json(list[TorrentMetadata]),
    since=(5, 2, 0),
    flow="parse_metadata",
)
TORRENTS_SAVE_METADATA: Op[bytes] = Op(
    "POST",
    "torrents/saveMetadata",
    "read",
    (F("source", convert=convert.escaped_text),),
    answers.whole,
    since=(5, 2, 0),
    is_text=False,
)
TORRENTS_SSL_PARAMETERS: Op[SslParameters] = Op(
    "POST", "torrents/SSLParameters", "read", (F("hash", name="torrent_hash"),), answers.json(SslParameters), since=(5, 0, 0)
)
TORRENTS_SET_SSL_PARAMETERS: Op[None] = Op(
    "POST",
    "torrents/setSSLParameters",
    "idempotent",
    (
        F("hash", name="torrent_hash"),
        F("ssl_certificate"),
        F("ssl_private_key"),
        F("ssl_dh_params"),
    ),
    answers.nothing,
    since=(5, 0, 0),
)
SEARCH_START: Op[int] = Op(
    "POST",
    "search/start",
    "once",
    (
        F("pattern"),
        F("plugins", join="|"),
        F("category"),
    ),
    answers.search_job,
    since=(4, 1, 4),
)
SEARCH_STOP: Op[None] = Op("POST", "search/stop", "idempotent", (F("id", name="search_id"),), answers.nothing, since=(4, 1, 4))
SEARCH_STATUS: Op[list[SearchStatus]] = Op(
    "GET", "search/status", "read", (F("id", name="search_id"),), answers.json(list[SearchStatus]), since=(4, 1, 4)
)
SEARCH_RESULTS: Op[SearchResults] = Op(
    "GET",
    "search/results",
    "read",
    (
        F("id", name="search_id"),
        F("limit"),
        F("offset"),
    ),
    answers.json(SearchResults),
    since=(4, 1, 4),
)
SEARCH_DELETE: Op[None] = Op("POST", "search/delete", "once", (F("id", name="search_id"),), answers.nothing, since=(4, 1, 4))
SEARCH_DOWNLOAD_TORRENT: Op[None] = Op(
    "POST",
    "search/downloadTorrent",
    "once",
    (
        F("torrentUrl", name="url"),
        F("pluginName", name="plugin"),
    ),
    answers.nothing,
    since=(5, 0, 0),
)
SEARCH_CATEGORIES: Op[list[str]] = Op(
    "GET",
    "search/categories",
    "read",
    (F("pluginName", name="plugin"),),
    answers.json(list[str]),
    since=(4, 1, 4),
    until=(4, 3, 0),
)
SEARCH_PLUGINS: Op[list[SearchPlugin]] = Op("GET", "search/plugins", "read", (), answers.search_plugins, since=(4, 1, 4))
SEARCH_INSTALL_PLUGIN: Op[None] = Op(
    "POST", "search/installPlugin", "once", (F("sources", join="|"),), answers.nothing, since=(4, 1, 4)
)
SEARCH_UNINSTALL_PLUGIN: Op[None] = Op(
    "POST", "search/uninstallPlugin", "idempotent", (F("names", join="|"),), answers.nothing, since=(4, 1, 4)
)
SEARCH_ENABLE_PLUGIN: Op[None] = Op(
    "POST",
    "search/enablePlugin",
    "idempotent",
    (
        F("names", join="|"),
        F("enable", required_default="true"),
    ),
    answers.nothing,
    since=(4, 1, 4),
)
SEARCH_UPDATE_PLUGINS: Op[None] = Op("POST", "search/updatePlugins", "once", (), answers.nothing, since=(4, 1, 4))
RSS_ADD_FOLDER: Op[None] = Op("POST", "rss/addFolder", "once", (F("path"),), answers.nothing)
RSS_ADD_FEED: Op[None] = Op(
    "POST",
    "rss/addFeed",
    "once",
    (
        F("url"),
        F("path"),
        F("refreshInterval", name="refresh_interval", since=(5, 2, 0)),
    ),
    answers.nothing,
)
RSS_SET_FEED_URL: Op[None] = Op(
    "POST",
    "rss/setFeedURL",
    "once",
    (
        F("path"),
        F("url"),
    ),
    answers.nothing,
    since=(4, 6, 0),
)
RSS_SET_FEED_REFRESH_INTERVAL: Op[None] = Op(
    "POST",
    "rss/setFeedRefreshInterval",
    "idempotent",
    (
        F("path"),
        F("refreshInterval", name="refresh_interval"),
    ),
    answers.nothing,
    since=(5, 2, 0),
)
RSS_REMOVE_ITEM: Op[None] = Op("POST", "rss/removeItem", "once", (F("path"),), answers.nothing)
RSS_MOVE_ITEM: Op[None] = Op(
    "POST",
    "rss/moveItem",
    "once",
    (
        F("itemPath", name="path"),
        F("destPath", name="new_path"),
    ),
    answers.nothing,
)
RSS_ITEMS: Op[RssFolder] = Op("GET", "rss/items", "read", (F("withData", name="with_data"),), answers.rss_items)
RSS_MARK_AS_READ: Op[None] = Op(
    "POST",
    "rss/markAsRead",
    "idempotent",
    (
        F("itemPath", name="path"),
        F("articleId", name="article_id"),
    ),
    answers.nothing,
    since=(4, 2, 5),
)
RSS_REFRESH_ITEM: Op[None] = Op(
    "POST", "rss/refreshItem", "idempotent", (F("itemPath", name="path"),), answers.nothing, since=(4, 1, 8)
)
RSS_SET_RULE: Op[None] = Op(
    "POST",
    "rss/setRule",
    "idempotent",
    (
        F("ruleName", name="name"),
        F("ruleDef", name="rule", convert=convert.row, is_json=True, required_default="null"),
    ),
    answers.nothing,
)
RSS_RENAME_RULE: Op[None] = Op(
    "POST",
    "rss/renameRule",
    "idempotent",
    (
        F("ruleName", name="name"),
        F("newRuleName", name="new_name"),
    ),
    answers.nothing,
    flow="rename_rule",
)
RSS_CLONE_RULE: Op[None] = Op(
    "POST",
    "rss/cloneRule",
    "idempotent",
    (
        F("sourceName", name="name"),
        F("cloneName", name="new_name"),
    ),
    answers.nothing,
    since=(5, 3, 0),
)
RSS_REMOVE_RULE: Op[None] = Op("POST", "rss/removeRule", "idempotent", (F("ruleName", name="name"),), answers.nothing)
RSS_RULES: Op[dict[str, RssRule]] = Op("GET", "rss/rules", "read", (), answers.json(dict[str, RssRule]))
RSS_MATCHING_ARTICLES: Op[dict[str, list[str]]] = Op(
    "GET", "rss/matchingArticles", "read", (F("ruleName", name="name"),), answers.json(dict[str, list[str]]), since=(4, 2, 5)
)
RSS_EXPORT_RULES: Op[dict[str, RssRule]] = Op(
    "GET", "rss/exportRules", "read", (), answers.json(dict[str, RssRule]), since=(5, 3, 0)
)
RSS_IMPORT_RULES: Op[None] = Op(
    "POST", "rss/importRules", "idempotent", (F("rules", is_files=True),), answers.nothing, since=(5, 3, 0), flow="import_rules"
)
TORRENTCREATOR_ADD_TASK: Op[str] = Op(
    "POST",
    "torrentcreator/addTask",
    "once",
    (
        F("sourcePath", name="source_path"),
        F("torrentFilePath", name="torrent_file_path"),
        F("format"),
        F("startSeeding", name="start_seeding"),
        F("private", name="is_private"),
        F("optimizeAlignment", name="optimize_alignment"),
        F("ignoreDotfiles", name="ignore_dotfiles", since=(5, 3, 0)),
        F("paddedFileSizeLimit", name="padded_file_size_limit"),
        F("pieceSize", name="piece_size"),
        F("comment"),
        F("trackers", join="|", convert=convert.escaped_urls, before=(5, 2, 0), old_value=convert.plain_urls),
        F("urlSeeds", name="url_seeds", join="|", convert=convert.escaped_urls, before=(5, 2, 0), old_value=convert.plain_urls),
        F("source"),
    ),
    answers.task_id,
    since=(5, 0, 0),
)
TORRENTCREATOR_CREATE: Op[bytes] = Op(
    "POST",
    "torrentcreator/addTask",
    "once",
    (
        F("sourcePath", name="source_path"),
        F("torrentFilePath", name="torrent_file_path"),
        F("format"),
        F("startSeeding", name="start_seeding"),
        F("private", name="is_private"),
        F("optimizeAlignment", name="optimize_alignment"),
        F("ignoreDotfiles", name="ignore_dotfiles", since=(5, 3, 0)),
        F("paddedFileSizeLimit", name="padded_file_size_limit"),
        F("pieceSize", name="piece_size"),
        F("comment"),
        F("trackers", join="|", convert=convert.escaped_urls, before=(5, 2, 0), old_value=convert.plain_urls),
        F("urlSeeds", name="url_seeds", join="|", convert=convert.escaped_urls, before=(5, 2, 0), old_value=convert.plain_urls),
        F("source"),
        F("progress"),
        F("timeout"),
    ),
    answers.whole,
    since=(5, 0, 0),
    flow="create",
    is_text=False,
)
TORRENTCREATOR_CREATION: Op[None] = Op(
    "POST",
    "torrentcreator/addTask",
    "once",
    (
        F("sourcePath", name="source_path"),
        F("torrentFilePath", name="torrent_file_path"),
        F("format"),
        F("startSeeding", name="start_seeding"),
        F("private", name="is_private"),
        F("optimizeAlignment", name="optimize_alignment"),
        F("ignoreDotfiles", name="ignore_dotfiles", since=(5, 3, 0)),
        F("paddedFileSizeLimit", name="padded_file_size_limit"),
        F("pieceSize", name="piece_size"),
        F("comment"),
        F("trackers", join="|", convert=convert.escaped_urls, before=(5, 2, 0), old_value=convert.plain_urls),
        F("urlSeeds", name="url_seeds", join="|", convert=convert.escaped_urls, before=(5, 2, 0), old_value=convert.plain_urls),
        F("source"),
        F("timeout"),
    ),
    answers.nothing,
    since=(5, 0, 0),
)
TORRENTCREATOR_STATUS: Op[list[CreatorTask]] = Op(
    "POST", "torrentcreator/status", "read", (F("taskID", name="task_id"),), answers.json(list[CreatorTask]), since=(5, 0, 0)
)
TORRENTCREATOR_TORRENT_FILE: Op[bytes] = Op(
    "POST", "torrentcreator/torrentFile", "read", (F("taskID", name="task_id"),), answers.whole, since=(5, 0, 0), is_text=False
)
TORRENTCREATOR_TORRENT_FILE_STREAM: Op[None] = Op(
    "POST",
    "torrentcreator/torrentFile",
    "read",
    (F("taskID", name="task_id"),),
    answers.nothing,
    since=(5, 0, 0),
    is_stream=True,
    is_text=False,
)
TORRENTCREATOR_DELETE_TASK: Op[None] = Op(
    "POST", "torrentcreator/deleteTask", "once", (F("taskID", name="task_id"),), answers.nothing, since=(5, 0, 0)
)
CLIENTDATA_LOAD: Op[dict[str, Json]] = Op(
    "GET",
    "clientdata/load",
    "read",
    (F("keys", convert=convert.names, is_json=True),),
    answers.json(dict[str, Json]),
    since=(5, 2, 0),
)
CLIENTDATA_STORE: Op[None] = Op(
    "POST", "clientdata/store", "idempotent", (F("data", is_json=True, required_default="{}"),), answers.nothing, since=(5, 2, 0)
)
