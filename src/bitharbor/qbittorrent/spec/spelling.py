"""How the drop-in spells what the other modules declare. Rules are in `tools/generator/dropin.py`; here is the rest.

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

LIMIT_ACTION = Argument(type="Literal['Default', 'Stop', 'Remove', 'RemoveWithContent', 'EnableSuperSeeding'] | None")
FOLDER = Argument(type="str | os.PathLike[str] | None")
LIMITS_MODE = Argument(type="Literal['Default', 'MatchAny', 'MatchAll'] | None")
CATEGORY = {
    "save_path": FOLDER,
    "download_path": FOLDER,
    "use_download_path": Argument(name="enable_download_path"),
    "share_limit_action": LIMIT_ACTION,
    "share_limits_mode": LIMITS_MODE,
}
ACTION = Spelling(has_all=True, bound="method")
SETTING = Spelling(is_value_first=True, has_all=True, bound="method")
BOUND_URLS = {"urls": Argument(bound_default="required")}

SPELLINGS: Mapping[str, Spelling] = {
    "app.version": Spelling(returns="str", is_property=True),
    "app.web_api_version": Spelling(is_property=True),
    "app.build_info": Spelling(returns="BuildInfoDictionary", is_property=True),
    "app.process_info": Spelling(returns="ProcessInfoDictionary", is_property=True),
    "app.preferences": Spelling(
        returns="ApplicationPreferencesDictionary",
        is_property=True,
        setter="app_set_preferences",
        setter_argument="value: Mapping[str, Any]",
    ),
    "app.set_preferences": Spelling(
        arguments={"preferences": Argument(name="prefs", type="ApplicationPreferencesDictionary | Mapping[str, Any] | None")}
    ),
    "app.default_save_path": Spelling(is_property=True),
    "app.directory_content": Spelling(
        name="get_directory_content",
        returns="DirectoryContentList",
        arguments={
            "path": Argument(name="directory_path", type="str | os.PathLike[str] | None"),
            "mode": Argument(is_only_native=True),
        },
    ),
    "app.free_space": Spelling(name="get_free_space_at_path"),
    "app.cookies": Spelling(returns="CookieList", is_property=True),
    "app.set_cookies": Spelling(arguments={"cookies": Argument(type="CookieList | Sequence[Mapping[str, str | int]] | None")}),
    "app.rotate_api_key": Spelling(returns="APIKeyDictionary"),
    "app.network_interfaces": Spelling(name="network_interface_list", returns="NetworkInterfaceList", is_property=True),
    "app.network_addresses": Spelling(
        name="network_interface_address_list",
        returns="NetworkInterfaceAddressList",
        arguments={"interface": Argument(name="interface_name", type="str", default="''")},
    ),
    "log.main": Spelling(returns="LogMainList", member="LogMain"),
    "log.peers": Spelling(returns="LogPeersList"),
    "sync.torrent_peers": Spelling(
        returns="SyncTorrentPeersDictionary",
        arguments={"rid": Argument(type="str | int", default="0")},
        member="TorrentPeers",
    ),
    "transfer.info": Spelling(returns="TransferInfoDictionary", is_property=True),
    "transfer.upload_limit": Spelling(is_property=True, setter="transfer_set_upload_limit", setter_argument="val: str | int"),
    "transfer.download_limit": Spelling(is_property=True, setter="transfer_set_download_limit", setter_argument="val: str | int"),
    "transfer.speed_limits": Spelling(returns="TransferSpeedLimitsDictionary", is_property=True),
    "transfer.toggle_speed_limits_mode": Spelling(is_only_native=True),
    "transfer.speed_limits_mode": Spelling(
        returns="str", is_property=True, setter="transfer_set_speed_limits_mode", setter_argument="val: bool"
    ),
    "transfer.set_speed_limits_mode": Spelling(
        aliases=("toggle_speed_limits_mode", "toggleSpeedLimitsMode"),
        arguments={"alternative": Argument(name="intended_state", type="bool | None")},
    ),
    "search.start": Spelling(returns="SearchJobDictionary"),
    "search.stop": Spelling(bound="method"),
    "search.status": Spelling(returns="SearchStatusesList", bound="method"),
    "search.results": Spelling(returns="SearchResultsDictionary", bound="method"),
    "search.delete": Spelling(bound="method"),
    "search.categories": Spelling(returns="SearchCategoriesList", arguments={"plugin": Argument(name="plugin_name")}),
    "search.plugins": Spelling(returns="SearchPluginsList", is_property=True),
    "search.install_plugin": Spelling(arguments={"sources": Argument(type="str | Iterable[str] | None")}),
    "search.uninstall_plugin": Spelling(arguments={"names": Argument(namespace_name="sources")}),
    "search.enable_plugin": Spelling(arguments={"names": Argument(name="plugins")}),
    "rss.add_folder": Spelling(arguments={"path": Argument(name="folder_path")}),
    "rss.add_feed": Spelling(
        arguments={
            "path": Argument(name="item_path", type="str", default="''"),
            "refresh_interval": Argument(type="int | None"),
        }
    ),
    "rss.set_feed_url": Spelling(order=("url", "item_path"), arguments={"path": Argument(name="item_path")}),
    "rss.set_feed_refresh_interval": Spelling(
        arguments={"path": Argument(name="item_path"), "refresh_interval": Argument(type="int | None")}
    ),
    "rss.remove_item": Spelling(arguments={"path": Argument(name="item_path")}),
    "rss.move_item": Spelling(arguments={"path": Argument(name="orig_item_path"), "new_path": Argument(name="new_item_path")}),
    "rss.items": Spelling(
        returns="RSSitemsDictionary", arguments={"with_data": Argument(name="include_feed_data")}, member="RSSItems"
    ),
    "rss.mark_as_read": Spelling(arguments={"path": Argument(name="item_path"), "article_id": Argument(type="str | int | None")}),
    "rss.refresh_item": Spelling(arguments={"path": Argument(name="item_path")}),
    "rss.set_rule": Spelling(
        arguments={
            "name": Argument(name="rule_name"),
            "rule": Argument(name="rule_def", type="Mapping[str, JsonValueT] | None"),
        }
    ),
    "rss.rename_rule": Spelling(arguments={"name": Argument(name="orig_rule_name"), "new_name": Argument(name="new_rule_name")}),
    "rss.clone_rule": Spelling(arguments={"name": Argument(name="orig_rule_name"), "new_name": Argument(name="new_rule_name")}),
    "rss.remove_rule": Spelling(arguments={"name": Argument(name="rule_name")}),
    "rss.rules": Spelling(returns="RSSRulesDictionary", is_property=True),
    "rss.matching_articles": Spelling(returns="RSSitemsDictionary", arguments={"name": Argument(name="rule_name")}),
    "rss.export_rules": Spelling(returns="RSSRulesDictionary"),
    "rss.import_rules": Spelling(arguments={"rules": Argument(type="Mapping[str, JsonValueT] | bytes | str | None")}),
    "clientdata.load": Spelling(returns="ClientDataDictionary"),
    "clientdata.store": Spelling(arguments={"data": Argument(type="Mapping[str, Any] | None")}),
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
            "save_path": FOLDER,
            "download_path": FOLDER,
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
    "torrents.recheck": ACTION,
    "torrents.reannounce": ACTION,
    "torrents.increase_priority": ACTION,
    "torrents.decrease_priority": ACTION,
    "torrents.top_priority": ACTION,
    "torrents.bottom_priority": ACTION,
    "torrents.set_share_limits": Spelling(
        is_value_first=True,
        has_all=True,
        bound="method",
        arguments={"share_limit_action": LIMIT_ACTION, "share_limits_mode": LIMITS_MODE},
    ),
    "torrents.set_location": Spelling(is_value_first=True, has_all=True, bound="method", arguments={"location": FOLDER}),
    "torrents.set_save_path": Spelling(is_value_first=True, has_all=True, bound="method", arguments={"save_path": FOLDER}),
    "torrents.set_download_path": Spelling(
        is_value_first=True, has_all=True, bound="method", arguments={"download_path": FOLDER}
    ),
    "torrents.rename": Spelling(bound="method", arguments={"name": Argument(name="new_torrent_name", bound_name="new_name")}),
    "torrents.set_comment": SETTING,
    "torrents.set_category": SETTING,
    "torrents.set_auto_management": SETTING,
    "torrents.toggle_sequential_download": ACTION,
    "torrents.toggle_first_last_piece_priority": ACTION,
    "torrents.set_force_start": SETTING,
    "torrents.set_super_seeding": SETTING,
    "torrents.properties": Spelling(returns="TorrentPropertiesDictionary", bound="property"),
    "torrents.files": Spelling(
        returns="TorrentFilesList", bound="property", arguments={"indexes": Argument(is_only_native=True)}
    ),
    "torrents.piece_states": Spelling(returns="TorrentPieceInfoList", bound="property"),
    "torrents.piece_hashes": Spelling(returns="TorrentPieceInfoList", bound="property"),
    "torrents.piece_availability": Spelling(returns="TorrentPieceInfoList", bound="property"),
    "torrents.file_priority": Spelling(
        bound="method",
        bound_aliases=("filePriority",),
        arguments={
            "file_ids": Argument(type="str | int | Iterable[str | int] | None"),
            "priority": Argument(type="str | int | None"),
        },
    ),
    "torrents.rename_file": Spelling(
        bound="method",
        order=("torrent_hash", "file_id", "new_file_name", "old_path", "new_path"),
        arguments={
            "file_id": Argument(type="str | int | None", is_only_here=True, marks=(Wire("id"),)),
            "new_file_name": Argument(type="str | None", is_only_here=True, marks=(Wire("name"),)),
        },
    ),
    "torrents.rename_folder": Spelling(bound="method"),
    "torrents.download_file": Spelling(returns="str", bound="method", arguments={"file": Argument(type="str | int | None")}),
    "torrents.trackers": Spelling(
        returns="TrackersList", bound="property", setter="torrents_add_trackers", setter_argument="val: Iterable[str]"
    ),
    "torrents.add_trackers": Spelling(bound="method", arguments={"torrent_hash": Argument(type="str | None")}),
    "torrents.edit_tracker": Spelling(bound="method", arguments={"original_url": Argument(bound_name="orig_url")}),
    "torrents.remove_trackers": Spelling(bound="method", arguments={"torrent_hash": Argument(type="str | None")}),
    "torrents.webseeds": Spelling(returns="WebSeedsList", bound="property"),
    "torrents.add_webseeds": Spelling(bound="method", arguments=BOUND_URLS),
    "torrents.edit_webseed": Spelling(bound="method"),
    "torrents.remove_webseeds": Spelling(bound="method"),
    "torrents.add_peers": Spelling(returns="TorrentsAddPeersDictionary", is_value_first=True, has_all=True),
    "torrents.fetch_metadata": Spelling(returns="TorrentMetadataDictionary"),
    "torrents.parse_metadata": Spelling(
        returns="TorrentMetadataList", arguments={"files": Argument(name="torrent_files", type="TorrentFilesT | None")}
    ),
    "torrents.ssl_parameters": Spelling(returns="TorrentSSLParametersDictionary", bound="property"),
    "torrents.set_ssl_parameters": Spelling(bound="method"),
    "torrents.categories": Spelling(
        returns="TorrentCategoriesDictionary",
        namespace="torrent_categories",
        is_property=True,
        setter="put_category",
        setter_argument="val: Mapping[str, str | bool]",
    ),
    "torrents.create_category": Spelling(namespace="torrent_categories", arguments=CATEGORY),
    "torrents.edit_category": Spelling(namespace="torrent_categories", arguments=CATEGORY),
    "torrents.remove_categories": Spelling(namespace="torrent_categories"),
    "torrents.tags": Spelling(
        returns="TagList",
        namespace="torrent_tags",
        is_property=True,
        setter="torrents_create_tags",
        setter_argument="val: Iterable[str] | None = None",
    ),
    "torrents.create_tags": Spelling(namespace="torrent_tags"),
    "torrents.delete_tags": Spelling(namespace="torrent_tags"),
    "torrents.add_tags": Spelling(namespace="torrent_tags", is_value_first=True, bound="method"),
    "torrents.set_tags": Spelling(namespace="torrent_tags", is_value_first=True, bound="method"),
    "torrents.remove_tags": Spelling(namespace="torrent_tags", is_value_first=True, bound="method"),
    "torrentcreator.add_task": Spelling(
        returns="TorrentCreatorTaskDictionary",
        arguments={
            "source_path": Argument(type="str | os.PathLike[Any] | None"),
            "torrent_file_path": Argument(type="str | os.PathLike[Any] | None"),
            "format": Argument(type="Literal['v1', 'v2', 'hybrid'] | None"),
            "padded_file_size_limit": Argument(type="int | None"),
            "piece_size": Argument(type="int | None"),
            "trackers": Argument(type="str | list[str] | None"),
            "url_seeds": Argument(type="str | list[str] | None"),
            "source": Argument(is_only_native=True),
        },
    ),
    "torrentcreator.create": Spelling(is_only_native=True),
    "torrentcreator.creation": Spelling(is_only_native=True),
    "torrentcreator.torrent_file_stream": Spelling(is_only_native=True),
    "torrents.export_stream": Spelling(is_only_native=True),
    "torrentcreator.status": Spelling(returns="TorrentCreatorTaskStatusList"),
    "torrentcreator.torrent_file": Spelling(bound="method"),
    "torrentcreator.delete_task": Spelling(bound="method", bound_as="delete"),
}
