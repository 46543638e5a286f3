"""How the drop-in spells what the other modules declare. Rules are in `tools/generator/dropin.py`; here is what departs from them.

The recorded surface that this is checked against is `tests/data/qbittorrentapi-surface.json`.
"""

from __future__ import annotations

from collections.abc import Mapping

from .language import Also, Argument, Before, Convert, Spelling, Wire

STATUSES = (
    "all",
    "downloading",
    "seeding",
    "completed",
    "stopped",
    "paused",
    "active",
    "inactive",
    "resumed",
    "stalled",
    "stalled_uploading",
    "stalled_downloading",
    "checking",
    "moving",
    "errored",
)

SPELLINGS: Mapping[str, Spelling] = {
    "app.version": Spelling(is_property=True),
    "app.web_api_version": Spelling(is_property=True),
    "sync.maindata": Spelling(
        returns="SyncMainDataDictionary", arguments={"rid": Argument(type="str | int", default="0")}, member="MainData"
    ),
    "torrents.info": Spelling(
        returns="TorrentInfoList",
        words=STATUSES,
        arguments={"filter": Argument(name="status_filter", type="TorrentStatusesT | None")},
    ),
    "torrents.add": Spelling(
        returns="str | TorrentsAddedMetadata",
        order=(
            "urls",
            "torrent_files",
            "save_path",
            "cookie",
            "category",
            "is_skip_checking",
            "is_paused",
            "is_root_folder",
            "rename",
            "upload_limit",
            "download_limit",
            "use_auto_torrent_management",
            "is_sequential_download",
            "is_first_last_piece_priority",
            "tags",
            "content_layout",
            "ratio_limit",
            "seeding_time_limit",
            "download_path",
            "use_download_path",
            "stop_condition",
            "add_to_top_of_queue",
            "inactive_seeding_time_limit",
            "share_limit_action",
            "ssl_certificate",
            "ssl_private_key",
            "ssl_dh_params",
            "is_stopped",
            "forced",
            "file_priorities",
            "downloader",
            "share_limits_mode",
        ),
        arguments={
            "files": Argument(name="torrent_files", type="TorrentFilesT | None"),
            "skip_checking": Argument(name="is_skip_checking"),
            "auto_management": Argument(name="use_auto_torrent_management"),
            "sequential": Argument(name="is_sequential_download"),
            "first_last_first": Argument(name="is_first_last_piece_priority"),
            "stopped": Argument(name="is_stopped"),
            "content_layout": Argument(type="Literal['Original', 'Subfolder', 'NoSubfolder'] | None"),
            "stop_condition": Argument(type="Literal['MetadataReceived', 'FilesChecked'] | None"),
            "share_limit_action": Argument(type="Literal['Stop', 'Remove', 'RemoveWithContent', 'EnableSuperSeeding'] | None"),
            "share_limits_mode": Argument(type="Literal['Default', 'MatchAny', 'MatchAll'] | None"),
            "is_paused": Argument(type="bool | None", is_only_here=True, marks=(Wire("stopped"), Also("paused"))),
            "is_root_folder": Argument(
                type="bool | None",
                is_only_here=True,
                marks=(
                    Wire("contentLayout"),
                    Convert("layout_of_root_folder"),
                    Before("4.3.2", "root_folder", "root_folder_of_layout"),
                ),
            ),
        },
    ),
    "torrents.stop": Spelling(aliases=("pause",), has_all=True, bound="method"),
    "torrents.start": Spelling(aliases=("resume",), has_all=True, bound="method"),
    "torrents.delete": Spelling(
        is_value_first=True,
        has_all=True,
        bound="method",
        arguments={"delete_files": Argument(type="bool | None", default="False", bound_default="None")},
    ),
    "torrents.export": Spelling(bound="method"),
    "torrents.download_limit": Spelling(returns="TorrentLimitsDictionary", has_all=True),
    "torrents.upload_limit": Spelling(returns="TorrentLimitsDictionary", has_all=True),
    "torrents.set_download_limit": Spelling(is_value_first=True, has_all=True, bound="method"),
    "torrents.set_upload_limit": Spelling(is_value_first=True, has_all=True, bound="method"),
}
