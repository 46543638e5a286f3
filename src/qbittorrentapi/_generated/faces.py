# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.
from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from bitharbor.qbittorrent._generated import ops

from .. import _calling as calling
from .._attrdict import item
from .._namespaces import *
from .._owned import SearchJobBase, TorrentBase
from .._records import *
from ..definitions import APIKwargsT, ClientCache, JsonValueT, List, ListInputT, TorrentFilesT, TorrentStatusesT, home
from ..request import Request


@home("qbittorrentapi.auth")
class AuthAPIMixIn(Request):
    """The flat methods of Authorization."""

    @property
    def auth(self) -> Authorization:
        """The namespace; `client.auth_...` without the prefix."""
        return self._namespace(Authorization)

    @property
    def authorization(self) -> Authorization:
        """The namespace; `client.auth_...` without the prefix."""
        return self._namespace(Authorization)

    @property
    def is_logged_in(self) -> bool:
        """Whether the daemon takes our session. Asks it, and never logs in."""
        return self._is_logged_in()

    def auth_log_in(self, username: str | None = None, password: str | None = None, **kwargs: APIKwargsT) -> None:
        """Log in now, or change the credentials. Calls log in by themselves when they must.

        A refused password or a ban is remembered and not tried again until this is called.

        :param username: replaces the stored name and password when given
        :param password: replaces the stored password
        :raises LoginFailed: wrong user name or password
        :raises BannedError: this address failed too often
        """
        self._call_operation(
            ops.AUTH_LOG_IN,
            (
                username,
                password,
            ),
            calling.nothing,
            kwargs,
        )

    def auth_log_out(self, **kwargs: APIKwargsT) -> None:
        """End the session. Does nothing without one, or with an API key."""
        self._call_operation(ops.AUTH_LOG_OUT, (), calling.nothing, kwargs)


@home("qbittorrentapi.app")
class AppAPIMixIn(AuthAPIMixIn):
    """The flat methods of Application."""

    @property
    def app(self) -> Application:
        """The namespace; `client.app_...` without the prefix."""
        return self._namespace(Application)

    @property
    def application(self) -> Application:
        """The namespace; `client.app_...` without the prefix."""
        return self._namespace(Application)

    def app_version(self, **kwargs: APIKwargsT) -> str:
        """Version of the application, as it says it: `v5.1.0`.

        :returns: the text of the daemon, with its leading `v`
        """
        return self._call_operation(ops.APP_VERSION, (), calling.text, kwargs)

    def app_web_api_version(self, **kwargs: APIKwargsT) -> str:
        """Version of the Web API: `2.11.4`. Frozen on release branches, so do not decide by it; decide by the application's.

        :returns: the text of the daemon
        """
        return self._call_operation(ops.APP_WEB_API_VERSION, (), calling.text, kwargs)

    app_webapiVersion = app_web_api_version

    def app_build_info(self, **kwargs: APIKwargsT) -> BuildInfoDictionary:
        """The libraries that the daemon was built with.

        :returns: their versions
        """
        return self._call_operation(ops.APP_BUILD_INFO, (), BuildInfoDictionary, kwargs)

    app_buildInfo = app_build_info

    def app_process_info(self, **kwargs: APIKwargsT) -> ProcessInfoDictionary:
        """The process of the daemon.

        :returns: when it began
        """
        return self._call_operation(ops.APP_PROCESS_INFO, (), ProcessInfoDictionary, kwargs)

    app_processInfo = app_process_info

    def app_shutdown(self, **kwargs: APIKwargsT) -> None:
        """End the daemon. It answers first and ends a moment later."""
        self._call_operation(ops.APP_SHUTDOWN, (), calling.nothing, kwargs)

    def app_preferences(self, **kwargs: APIKwargsT) -> ApplicationPreferencesDictionary:
        """All settings. Passwords of mail, proxy and dynamic DNS are among them, in clear.

        :returns: the settings that this daemon knows; others are None
        """
        return self._call_operation(ops.APP_PREFERENCES, (), ApplicationPreferencesDictionary, kwargs)

    def app_set_preferences(
        self, prefs: ApplicationPreferencesDictionary | Mapping[str, Any] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Change settings: those that are given, and no others.

        A setting that has another name or form in the daemon's version is sent as that version wants it, where both mean the same:
        `add_stopped_enabled`, `torrent_content_layout`, `proxy_type`, `export_dir`, `torrent_files_backup_dir`,
        `mail_notification_ssl_enabled` and `mail_notification_encryption_type` work with every version.

        The daemon leaves out without a word what it cannot use: keys that may only be read (`web_ui_api_key`), one half of
        `schedule_from_hour` and `schedule_from_min`, numbers out of range. Changing `web_ui_port` or `use_https` moves the daemon away
        from this client's address.

        :param preferences: a `Preferences` with the fields that shall change, or a mapping from the daemon's own keys
        :raises UnsupportedError: a setting that this version has not got; nothing was sent
        :raises BadRequestError: user name or password is too short (5.2 and younger); settings before it may be changed
        """
        self._call_operation(ops.APP_SET_PREFERENCES, (prefs,), calling.nothing, kwargs)

    app_setPreferences = app_set_preferences

    def app_default_save_path(self, **kwargs: APIKwargsT) -> str:
        """Where torrents go when nothing else is said.

        :returns: a path of the daemon's machine
        """
        return self._call_operation(ops.APP_DEFAULT_SAVE_PATH, (), calling.text, kwargs)

    app_defaultSavePath = app_default_save_path

    def app_send_test_email(self, **kwargs: APIKwargsT) -> None:
        """Send a mail as the settings say. The daemon tries it afterwards: what goes wrong is in its log only."""
        self._call_operation(ops.APP_SEND_TEST_EMAIL, (), calling.nothing, kwargs)

    app_sendTestEmail = app_send_test_email

    def app_get_directory_content(
        self, directory_path: str | os.PathLike[str] | None = None, with_metadata: bool | None = None, **kwargs: APIKwargsT
    ) -> DirectoryContentList:
        """List a folder of the daemon's machine.

        :param path: an absolute path
        :param mode: only folders, only files, or all
        :param with_metadata: give records instead of paths
        :returns: absolute paths, or records
        :raises BadRequestError: the path is not absolute
        :raises NotFoundError: no such folder
        """
        return self._call_operation(
            ops.APP_DIRECTORY_CONTENT,
            (
                directory_path,
                None,
                with_metadata,
            ),
            DirectoryContentList,
            kwargs,
        )

    app_getDirectoryContent = app_get_directory_content

    def app_get_free_space_at_path(self, path: str | os.PathLike[str] | None = None, **kwargs: APIKwargsT) -> int:
        """Free space at a path of the daemon's machine, or at the nearest folder above that exists.

        :param path: an absolute path
        :returns: bytes, -1 when it is not known
        """
        return self._call_operation(ops.APP_FREE_SPACE, (path,), calling.integer, kwargs)

    app_getFreeSpaceAtPath = app_get_free_space_at_path

    def app_cookies(self, **kwargs: APIKwargsT) -> CookieList:
        """Cookies that the daemon sends when it fetches feeds and `.torrent` files.

        :returns: all of them
        """
        return self._call_operation(ops.APP_COOKIES, (), CookieList, kwargs)

    def app_set_cookies(
        self, cookies: CookieList | Iterable[Mapping[str, str | int]] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Replace all these cookies. The daemon keeps none that has ended, and none without a domain or a name.

        :param cookies: the new ones; an empty list removes all
        :raises BadRequestError: one of them is no cookie
        """
        self._call_operation(ops.APP_SET_COOKIES, (cookies,), calling.nothing, kwargs)

    app_setCookies = app_set_cookies

    def app_rotate_api_key(self, **kwargs: APIKwargsT) -> APIKeyDictionary:
        """Make a new API key. An older one ends with it, also for clients that use it now.

        :returns: the key
        """
        return self._call_operation(ops.APP_ROTATE_API_KEY, (), APIKeyDictionary, kwargs)

    app_rotateAPIKey = app_rotate_api_key

    def app_delete_api_key(self, **kwargs: APIKwargsT) -> None:
        """Remove the API key, if there is one."""
        self._call_operation(ops.APP_DELETE_API_KEY, (), calling.nothing, kwargs)

    app_deleteAPIKey = app_delete_api_key

    def app_network_interface_list(self, **kwargs: APIKwargsT) -> NetworkInterfaceList:
        """Network interfaces of the daemon's machine that have an address.

        :returns: their names
        """
        return self._call_operation(ops.APP_NETWORK_INTERFACES, (), NetworkInterfaceList, kwargs)

    app_networkInterfaceList = app_network_interface_list

    def app_network_interface_address_list(self, interface_name: str = "", **kwargs: APIKwargsT) -> NetworkInterfaceAddressList:
        """Addresses of a network interface of the daemon's machine.

        :param interface: its name in the system; "" for all of them
        :returns: addresses
        """
        return self._call_operation(ops.APP_NETWORK_ADDRESSES, (interface_name,), NetworkInterfaceAddressList, kwargs)

    app_networkInterfaceAddressList = app_network_interface_address_list


@home("qbittorrentapi.log")
class LogAPIMixIn(AppAPIMixIn):
    """The flat methods of Log."""

    @property
    def log(self) -> Log:
        """The namespace; `client.log_...` without the prefix."""
        return self._namespace(Log)

    def log_main(
        self,
        normal: bool | None = None,
        info: bool | None = None,
        warning: bool | None = None,
        critical: bool | None = None,
        last_known_id: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> LogMainList:
        """What the daemon says about itself. It keeps the last 20,000 lines since its start.

        :param normal: False leaves out lines of this kind
        :param info: likewise
        :param warning: likewise
        :param critical: likewise
        :param last_known_id: only lines after this one
        :returns: lines, oldest first; times in seconds whatever the version
        """
        return self._call_operation(
            ops.LOG_MAIN,
            (
                normal,
                info,
                warning,
                critical,
                last_known_id,
            ),
            LogMainList,
            kwargs,
        )

    def log_peers(self, last_known_id: str | int | None = None, **kwargs: APIKwargsT) -> LogPeersList:
        """Peers that were banned or blocked.

        :param last_known_id: only lines after this one
        :returns: lines, oldest first; times in seconds whatever the version
        """
        return self._call_operation(ops.LOG_PEERS, (last_known_id,), LogPeersList, kwargs)


@home("qbittorrentapi.sync")
class SyncAPIMixIn(AppAPIMixIn):
    """The flat methods of Sync."""

    @property
    def sync(self) -> Sync:
        """The namespace; `client.sync_...` without the prefix."""
        return self._namespace(Sync)

    def sync_maindata(self, rid: str | int = 0, **kwargs: APIKwargsT) -> SyncMainDataDictionary:
        """What changed since the answer with number `rid`; everything when it is 0 or the daemon no longer knows it.

        `bitharbor.qbittorrent.delta.merge` puts answers together. After a failed poll start again with 0: since 4.6.0 the
        daemon forgets differences that were sent and never acknowledged.

        :param rid: `rid` of the last answer that was merged
        :returns: changed rows only, except after a full update
        """
        return self._call_operation(ops.SYNC_MAINDATA, (rid,), SyncMainDataDictionary, kwargs)

    def sync_torrent_peers(
        self, torrent_hash: str | None = None, rid: str | int = 0, **kwargs: APIKwargsT
    ) -> SyncTorrentPeersDictionary:
        """What changed among the peers of a torrent since the answer with number `rid`; everything when it is 0.

        `bitharbor.qbittorrent.delta.merge_peers` puts answers together. A session has one chain of numbers for the peers of all
        torrents: begin with 0 at each change of the torrent.

        :param torrent_hash: the torrent
        :param rid: `rid` of the last answer about this torrent that was merged
        :returns: changed rows only, except after a full update
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(
            ops.SYNC_TORRENT_PEERS,
            (
                torrent_hash,
                rid,
            ),
            SyncTorrentPeersDictionary,
            kwargs,
        )

    sync_torrentPeers = sync_torrent_peers


@home("qbittorrentapi.transfer")
class TransferAPIMixIn(AppAPIMixIn):
    """The flat methods of Transfer."""

    @property
    def transfer(self) -> Transfer:
        """The namespace; `client.transfer_...` without the prefix."""
        return self._namespace(Transfer)

    def transfer_info(self, **kwargs: APIKwargsT) -> TransferInfoDictionary:
        """Rates, amounts and limits of the session.

        :returns: bytes, and bytes/s
        """
        return self._call_operation(ops.TRANSFER_INFO, (), TransferInfoDictionary, kwargs)

    def transfer_upload_limit(self, **kwargs: APIKwargsT) -> int:
        """The upload limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none
        """
        return self._call_operation(ops.TRANSFER_UPLOAD_LIMIT, (), calling.integer, kwargs)

    transfer_uploadLimit = transfer_upload_limit

    def transfer_download_limit(self, **kwargs: APIKwargsT) -> int:
        """The download limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none
        """
        return self._call_operation(ops.TRANSFER_DOWNLOAD_LIMIT, (), calling.integer, kwargs)

    transfer_downloadLimit = transfer_download_limit

    def transfer_set_upload_limit(self, limit: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Change the upload limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none
        """
        self._call_operation(ops.TRANSFER_SET_UPLOAD_LIMIT, (limit,), calling.nothing, kwargs)

    transfer_setUploadLimit = transfer_set_upload_limit

    def transfer_set_download_limit(self, limit: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Change the download limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none
        """
        self._call_operation(ops.TRANSFER_SET_DOWNLOAD_LIMIT, (limit,), calling.nothing, kwargs)

    transfer_setDownloadLimit = transfer_set_download_limit

    def transfer_speed_limits(self, **kwargs: APIKwargsT) -> TransferSpeedLimitsDictionary:
        """Both limits and both alternative ones. Older daemons have them in `app.preferences`.

        :returns: bytes/s, 0 for none
        """
        return self._call_operation(ops.TRANSFER_SPEED_LIMITS, (), TransferSpeedLimitsDictionary, kwargs)

    transfer_getSpeedLimits = transfer_speed_limits

    def transfer_set_speed_limits(
        self,
        upload_limit: str | int | None = None,
        download_limit: str | int | None = None,
        alt_upload_limit: str | int | None = None,
        alt_download_limit: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Change all four limits. Older daemons take them by `app.set_preferences`.

        :param upload_limit: bytes/s, 0 for none
        :param download_limit: bytes/s, 0 for none
        :param alt_upload_limit: bytes/s, 0 for none
        :param alt_download_limit: bytes/s, 0 for none
        """
        self._call_operation(
            ops.TRANSFER_SET_SPEED_LIMITS,
            (
                upload_limit,
                download_limit,
                alt_upload_limit,
                alt_download_limit,
            ),
            calling.nothing,
            kwargs,
        )

    transfer_setSpeedLimits = transfer_set_speed_limits

    def transfer_speed_limits_mode(self, **kwargs: APIKwargsT) -> str:
        """Whether the alternative limits are on.

        :returns: True when they are
        """
        return self._call_operation(ops.TRANSFER_SPEED_LIMITS_MODE, (), calling.text, kwargs)

    transfer_speedLimitsMode = transfer_speed_limits_mode

    def transfer_set_speed_limits_mode(self, intended_state: bool | None = None, **kwargs: APIKwargsT) -> None:
        """Switch the alternative limits on or off. Before 4.5 by asking, and switching over where that is needed.

        :param alternative: True for the alternative limits
        """
        self._call_operation(ops.TRANSFER_SET_SPEED_LIMITS_MODE, (intended_state,), calling.nothing, kwargs)

    transfer_setSpeedLimitsMode = transfer_set_speed_limits_mode

    transfer_toggle_speed_limits_mode = transfer_set_speed_limits_mode

    transfer_toggleSpeedLimitsMode = transfer_set_speed_limits_mode

    def transfer_ban_peers(self, peers: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Ban peers for ever: they go into `Preferences.banned_ips`. What is no address is passed over.

        :param peers: `ip:port`, `[ip]:port` for IPv6; one or several
        """
        self._call_operation(ops.TRANSFER_BAN_PEERS, (peers,), calling.nothing, kwargs)

    transfer_banPeers = transfer_ban_peers

    def transfer_pause_session(self, **kwargs: APIKwargsT) -> None:
        """Pause the whole session; `ServerState.session_state` says True meanwhile. Torrents keep their own states."""
        self._call_operation(ops.TRANSFER_PAUSE_SESSION, (), calling.nothing, kwargs)

    transfer_pauseSession = transfer_pause_session

    def transfer_resume_session(self, **kwargs: APIKwargsT) -> None:
        """Go on with the whole session."""
        self._call_operation(ops.TRANSFER_RESUME_SESSION, (), calling.nothing, kwargs)

    transfer_resumeSession = transfer_resume_session


@home("qbittorrentapi.torrents")
class TorrentsAPIMixIn(AppAPIMixIn):
    """The flat methods of Torrents."""

    @property
    def torrents(self) -> Torrents:
        """The namespace; `client.torrents_...` without the prefix."""
        return self._namespace(Torrents)

    @property
    def torrent_categories(self) -> TorrentCategories:
        """The namespace; `client.torrents_...` without the prefix."""
        return self._namespace(TorrentCategories)

    @property
    def torrent_tags(self) -> TorrentTags:
        """The namespace; `client.torrents_...` without the prefix."""
        return self._namespace(TorrentTags)

    def torrents_info(
        self,
        status_filter: TorrentStatusesT | None = None,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """List torrents.

        :param filter: only those in this state
        :param category: only those of this category; "" for those without one
        :param sort: name of the field of `Torrent` to sort by
        :param reverse: sort downwards
        :param limit: at most so many
        :param offset: leave out so many; counted from the end when negative
        :param hashes: only these torrents
        :param tag: only those with this tag; "" for those without one
        :param private: only private ones, or only others
        :param include_trackers: fill `Torrent.trackers`
        :param include_files: fill `Torrent.files`
        :returns: one record per torrent
        :raises EmptySelectionError: `hashes` is an empty list, which the daemon takes for "all"
        """
        return self._call_operation(
            ops.TORRENTS_INFO,
            (
                status_filter,
                category,
                sort,
                reverse,
                limit,
                offset,
                torrent_hashes,
                tag,
                private,
                include_trackers,
                include_files,
            ),
            TorrentInfoList,
            kwargs,
        )

    def torrents_add(
        self,
        urls: str | Iterable[str] | None = None,
        torrent_files: TorrentFilesT | None = None,
        save_path: str | None = None,
        cookie: str | None = None,
        category: str | None = None,
        is_skip_checking: bool | None = None,
        is_paused: bool | None = None,
        is_root_folder: bool | None = None,
        rename: str | None = None,
        upload_limit: str | int | None = None,
        download_limit: str | int | None = None,
        use_auto_torrent_management: bool | None = None,
        is_sequential_download: bool | None = None,
        is_first_last_piece_priority: bool | None = None,
        tags: str | Iterable[str] | None = None,
        content_layout: Literal["Original", "Subfolder", "NoSubfolder"] | None = None,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        download_path: str | None = None,
        use_download_path: bool | None = None,
        stop_condition: Literal["MetadataReceived", "FilesChecked"] | None = None,
        add_to_top_of_queue: bool | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        ssl_certificate: str | None = None,
        ssl_private_key: str | None = None,
        ssl_dh_params: str | None = None,
        is_stopped: bool | None = None,
        forced: bool | None = None,
        file_priorities: Iterable[int] | None = None,
        downloader: str | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        **kwargs: APIKwargsT,
    ) -> str | TorrentsAddedMetadata:
        """Add torrents from magnet links, addresses and `.torrent` files.

        :param urls: magnet links, infohashes, http(s) addresses of `.torrent` files
        :param files: paths, bytes or open binary files, one, several, or a mapping from a name to one of these
        :param save_path: where the content goes; a path of the daemon's machine
        :param cookie: sent when the daemon fetches an address
        :param category: category; made if it does not exist
        :param tags: tags; made if they do not exist
        :param stopped: add without starting
        :param forced: start in spite of queueing
        :param skip_checking: take the content for complete without reading it
        :param content_layout: whether to make a folder around the content
        :param rename: the torrent's name in lists
        :param upload_limit: bytes/s, 0 for none
        :param download_limit: bytes/s, 0 for none
        :param ratio_limit: ratio at which the share limit is reached; -2 the daemon's own, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the daemon's own, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the daemon's own, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one limit or all must be reached
        :param auto_management: let the category decide where the content goes
        :param sequential: download pieces in order
        :param first_last_first: download first and last pieces of files first
        :param download_path: where incomplete content goes
        :param use_download_path: whether `download_path` is used
        :param stop_condition: stop by itself at this point
        :param add_to_top_of_queue: queue before all others
        :param ssl_certificate: PEM text, for SSL torrents
        :param ssl_private_key: PEM text
        :param ssl_dh_params: PEM text
        :param file_priorities: one priority for each file of a single torrent
        :param downloader: name of the search plugin that fetches the address
        :returns: how many were added, are pending, or failed, as far as the daemon says
        :raises FileMissingError: a path does not exist
        :raises FileUnreadableError: a path cannot be read
        :raises InvalidTorrentError: a file is no `.torrent`; nothing was sent
        :raises UploadRefusedError: this daemon (4.1 to 4.4) cannot take the bytes of this file; the hint names a way
        :raises ConflictError: nothing was added: a duplicate, or no valid link (5.2 and younger)
        """
        return self._call_operation(
            ops.TORRENTS_ADD,
            (
                urls,
                torrent_files,
                save_path,
                cookie,
                category,
                tags,
                is_stopped,
                forced,
                is_skip_checking,
                content_layout,
                rename,
                upload_limit,
                download_limit,
                ratio_limit,
                seeding_time_limit,
                inactive_seeding_time_limit,
                share_limit_action,
                share_limits_mode,
                use_auto_torrent_management,
                is_sequential_download,
                is_first_last_piece_priority,
                download_path,
                use_download_path,
                stop_condition,
                add_to_top_of_queue,
                ssl_certificate,
                ssl_private_key,
                ssl_dh_params,
                file_priorities,
                downloader,
                is_paused,
                is_root_folder,
            ),
            calling.added,
            kwargs,
        )

    def torrents_stop(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Stop torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        """
        self._call_operation(ops.TORRENTS_STOP, (torrent_hashes,), calling.nothing, kwargs)

    torrents_pause = torrents_stop

    def torrents_start(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Start torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        """
        self._call_operation(ops.TORRENTS_START, (torrent_hashes,), calling.nothing, kwargs)

    torrents_resume = torrents_start

    def torrents_delete(
        self, delete_files: bool | None = False, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Delete torrents, and their files only when asked. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param delete_files: also delete what was downloaded
        :raises EmptySelectionError: `hashes` is empty
        :raises ConnectionLostError: the connection broke; look before you ask again, the torrents may be gone
        """
        self._call_operation(
            ops.TORRENTS_DELETE,
            (
                torrent_hashes,
                delete_files,
            ),
            calling.nothing,
            kwargs,
        )

    def torrents_export(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` file of a torrent.

        :param torrent_hash: the torrent
        :returns: its bytes
        :raises NotFoundError: no such torrent
        :raises ConflictError: the daemon has no metadata yet
        """
        return self._call_operation(ops.TORRENTS_EXPORT, (torrent_hash,), calling.raw, kwargs)

    def torrents_download_limit(
        self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> TorrentLimitsDictionary:
        """Download limits of torrents.

        :param hashes: the torrents, or "all"
        :returns: infohash -> bytes/s, -1 or 0 for none
        """
        return self._call_operation(ops.TORRENTS_DOWNLOAD_LIMIT, (torrent_hashes,), TorrentLimitsDictionary, kwargs)

    torrents_downloadLimit = torrents_download_limit

    def torrents_set_download_limit(
        self, limit: str | int | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Limit the download of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none
        """
        self._call_operation(
            ops.TORRENTS_SET_DOWNLOAD_LIMIT,
            (
                torrent_hashes,
                limit,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setDownloadLimit = torrents_set_download_limit

    def torrents_upload_limit(
        self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> TorrentLimitsDictionary:
        """Upload limits of torrents.

        :param hashes: the torrents, or "all"
        :returns: infohash -> bytes/s, -1 or 0 for none
        """
        return self._call_operation(ops.TORRENTS_UPLOAD_LIMIT, (torrent_hashes,), TorrentLimitsDictionary, kwargs)

    torrents_uploadLimit = torrents_upload_limit

    def torrents_set_upload_limit(
        self, limit: str | int | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Limit the upload of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none
        """
        self._call_operation(
            ops.TORRENTS_SET_UPLOAD_LIMIT,
            (
                torrent_hashes,
                limit,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setUploadLimit = torrents_set_upload_limit


@home("qbittorrentapi.search")
class SearchAPIMixIn(AppAPIMixIn):
    """The flat methods of Search."""

    @property
    def search(self) -> Search:
        """The namespace; `client.search_...` without the prefix."""
        return self._namespace(Search)

    def search_start(
        self,
        pattern: str | None = None,
        plugins: str | Iterable[str] | None = None,
        category: str | None = None,
        **kwargs: APIKwargsT,
    ) -> SearchJobDictionary:
        """Start a search. At most five run at a time.

        :param pattern: words to search
        :param plugins: names of plugins, or "enabled", or "all"
        :param category: id of a category that the plugins know
        :returns: id of the job
        :raises ConflictError: the daemon finds no Python, or too many searches run
        """
        return self._call_operation(
            ops.SEARCH_START,
            (
                pattern,
                plugins,
                category,
            ),
            SearchJobDictionary,
            kwargs,
        )

    def search_stop(self, search_id: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Stop a search; its results stay.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """
        self._call_operation(ops.SEARCH_STOP, (search_id,), calling.nothing, kwargs)

    def search_status(self, search_id: str | int | None = None, **kwargs: APIKwargsT) -> SearchStatusesList:
        """How far searches are.

        :param search_id: id of one job; all of them without it
        :returns: one record per job
        :raises NotFoundError: no such job
        """
        return self._call_operation(ops.SEARCH_STATUS, (search_id,), SearchStatusesList, kwargs)

    def search_results(
        self,
        search_id: str | int | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> SearchResultsDictionary:
        """What a search found so far.

        :param search_id: id of the job
        :param limit: at most so many
        :param offset: leave out so many; counted from the end when negative
        :returns: results, and whether the search still runs
        :raises NotFoundError: no such job
        :raises ConflictError: there are not so many results as the offset leaves out
        """
        return self._call_operation(
            ops.SEARCH_RESULTS,
            (
                search_id,
                limit,
                offset,
            ),
            SearchResultsDictionary,
            kwargs,
        )

    def search_delete(self, search_id: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Stop a search and forget its results.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """
        self._call_operation(ops.SEARCH_DELETE, (search_id,), calling.nothing, kwargs)

    def search_download_torrent(self, url: str | None = None, plugin: str | None = None, **kwargs: APIKwargsT) -> None:
        """Let a plugin fetch a result, and add it. Errors are in the daemon's log only.

        :param url: `file_url` of the result
        :param plugin: `engine_name` of the result
        """
        self._call_operation(
            ops.SEARCH_DOWNLOAD_TORRENT,
            (
                url,
                plugin,
            ),
            calling.nothing,
            kwargs,
        )

    search_downloadTorrent = search_download_torrent

    def search_categories(self, plugin_name: str | None = None, **kwargs: APIKwargsT) -> SearchCategoriesList:
        """Categories to search in; since 4.3.0 they are `SearchPlugin.supported_categories`.

        :param plugin: name of a plugin, "all" or "enabled"
        :returns: names in the daemon's language
        """
        return self._call_operation(ops.SEARCH_CATEGORIES, (plugin_name,), SearchCategoriesList, kwargs)

    def search_plugins(self, **kwargs: APIKwargsT) -> SearchPluginsList:
        """Installed plugins.

        :returns: one record each
        """
        return self._call_operation(ops.SEARCH_PLUGINS, (), SearchPluginsList, kwargs)

    def search_install_plugin(self, sources: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Install plugins. The daemon does it afterwards: look at `plugins`; errors are in its log only.

        :param sources: addresses, or paths of the daemon's machine; one or several
        """
        self._call_operation(ops.SEARCH_INSTALL_PLUGIN, (sources,), calling.nothing, kwargs)

    search_installPlugin = search_install_plugin

    def search_uninstall_plugin(self, names: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Remove plugins. Unknown ones are passed over.

        :param names: one or several
        """
        self._call_operation(ops.SEARCH_UNINSTALL_PLUGIN, (names,), calling.nothing, kwargs)

    search_uninstallPlugin = search_uninstall_plugin

    def search_enable_plugin(
        self, plugins: str | Iterable[str] | None = None, enable: bool | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Switch plugins on or off. Unknown ones are passed over.

        :param names: one or several
        :param enable: False switches them off
        """
        self._call_operation(
            ops.SEARCH_ENABLE_PLUGIN,
            (
                plugins,
                enable,
            ),
            calling.nothing,
            kwargs,
        )

    search_enablePlugin = search_enable_plugin

    def search_update_plugins(self, **kwargs: APIKwargsT) -> None:
        """Look for younger plugins on their sites and install them, afterwards."""
        self._call_operation(ops.SEARCH_UPDATE_PLUGINS, (), calling.nothing, kwargs)

    search_updatePlugins = search_update_plugins


@home("qbittorrentapi.rss")
class RSSAPIMixIn(AppAPIMixIn):
    """The flat methods of RSS."""

    @property
    def rss(self) -> RSS:
        """The namespace; `client.rss_...` without the prefix."""
        return self._namespace(RSS)

    def rss_add_folder(self, folder_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Make a folder.

        :param path: its whole path, `parent\name`
        :raises ConflictError: it exists, or its parent does not
        """
        self._call_operation(ops.RSS_ADD_FOLDER, (folder_path,), calling.nothing, kwargs)

    rss_addFolder = rss_add_folder

    def rss_add_feed(
        self, url: str | None = None, item_path: str = "", refresh_interval: int | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Add a feed.

        :param url: its address
        :param path: its whole path, `folder\name`; without it the address is its name
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises ConflictError: the feed is there already, or the path is taken
        """
        self._call_operation(
            ops.RSS_ADD_FEED,
            (
                url,
                item_path,
                refresh_interval,
            ),
            calling.nothing,
            kwargs,
        )

    rss_addFeed = rss_add_feed

    def rss_set_feed_url(self, url: str | None = None, item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Change the address of a feed.

        :param path: the feed
        :param url: its new address
        :raises ConflictError: no such feed, or another one has that address
        """
        self._call_operation(
            ops.RSS_SET_FEED_URL,
            (
                item_path,
                url,
            ),
            calling.nothing,
            kwargs,
        )

    rss_setFeedURL = rss_set_feed_url

    def rss_set_feed_refresh_interval(
        self, item_path: str | None = None, refresh_interval: int | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Change how often a feed is fetched.

        :param path: the feed
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises BadRequestError: the number is negative
        :raises ConflictError: no such feed
        """
        self._call_operation(
            ops.RSS_SET_FEED_REFRESH_INTERVAL,
            (
                item_path,
                refresh_interval,
            ),
            calling.nothing,
            kwargs,
        )

    rss_setFeedRefreshInterval = rss_set_feed_refresh_interval

    def rss_remove_item(self, item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Remove a feed, or a folder with all in it.

        :param path: the feed or folder
        :raises ConflictError: no such feed or folder
        """
        self._call_operation(ops.RSS_REMOVE_ITEM, (item_path,), calling.nothing, kwargs)

    rss_removeItem = rss_remove_item

    def rss_move_item(self, orig_item_path: str | None = None, new_item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Move or rename a feed or folder.

        :param path: the feed or folder
        :param new_path: its new whole path
        :raises ConflictError: no such feed or folder, or the new path is taken
        """
        self._call_operation(
            ops.RSS_MOVE_ITEM,
            (
                orig_item_path,
                new_item_path,
            ),
            calling.nothing,
            kwargs,
        )

    rss_moveItem = rss_move_item

    def rss_items(self, include_feed_data: bool | None = None, **kwargs: APIKwargsT) -> RSSitemsDictionary:
        """All feeds and folders.

        :param with_data: also titles, states and articles
        :returns: the outermost folder
        """
        return self._call_operation(ops.RSS_ITEMS, (include_feed_data,), RSSitemsDictionary, kwargs)

    def rss_mark_as_read(self, item_path: str | None = None, article_id: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Mark articles as read. Unknown ones are passed over.

        :param path: a feed or folder
        :param article_id: one article of the feed; all below the path without it
        """
        self._call_operation(
            ops.RSS_MARK_AS_READ,
            (
                item_path,
                article_id,
            ),
            calling.nothing,
            kwargs,
        )

    rss_markAsRead = rss_mark_as_read

    def rss_refresh_item(self, item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Fetch feeds now, that is afterwards. Unknown ones are passed over.

        :param path: a feed or folder
        """
        self._call_operation(ops.RSS_REFRESH_ITEM, (item_path,), calling.nothing, kwargs)

    rss_refreshItem = rss_refresh_item

    def rss_set_rule(
        self, rule_name: str | None = None, rule_def: Mapping[str, JsonValueT] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Make a rule, or replace one as a whole: what is left out gets the daemon's default.

        :param name: its name
        :param rule: a `RssRule`, or a mapping from the daemon's own keys
        """
        self._call_operation(
            ops.RSS_SET_RULE,
            (
                rule_name,
                rule_def,
            ),
            calling.nothing,
            kwargs,
        )

    rss_setRule = rss_set_rule

    def rss_rename_rule(self, orig_rule_name: str | None = None, new_rule_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Rename a rule. Nothing happens when there is no such rule, or when the new name is taken.

        :param name: the rule
        :param new_name: its new name
        """
        self._call_operation(
            ops.RSS_RENAME_RULE,
            (
                orig_rule_name,
                new_rule_name,
            ),
            calling.nothing,
            kwargs,
        )

    rss_renameRule = rss_rename_rule

    def rss_clone_rule(self, orig_rule_name: str | None = None, new_rule_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Copy a rule. Nothing happens when there is no such rule, or when the new name is taken.

        :param name: the rule
        :param new_name: name of the copy
        """
        self._call_operation(
            ops.RSS_CLONE_RULE,
            (
                orig_rule_name,
                new_rule_name,
            ),
            calling.nothing,
            kwargs,
        )

    rss_cloneRule = rss_clone_rule

    def rss_remove_rule(self, rule_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Remove a rule, if it is there.

        :param name: the rule
        """
        self._call_operation(ops.RSS_REMOVE_RULE, (rule_name,), calling.nothing, kwargs)

    rss_removeRule = rss_remove_rule

    def rss_rules(self, **kwargs: APIKwargsT) -> RSSRulesDictionary:
        """All rules.

        :returns: rules by name
        """
        return self._call_operation(ops.RSS_RULES, (), RSSRulesDictionary, kwargs)

    def rss_matching_articles(self, rule_name: str | None = None, **kwargs: APIKwargsT) -> RSSitemsDictionary:
        """What a rule would download now.

        :param name: the rule
        :returns: titles of articles by name of the feed; nothing for an unknown rule
        """
        return self._call_operation(ops.RSS_MATCHING_ARTICLES, (rule_name,), RSSitemsDictionary, kwargs)

    rss_matchingArticles = rss_matching_articles

    def rss_export_rules(self, **kwargs: APIKwargsT) -> RSSRulesDictionary:
        """All rules, as `import_rules` takes them.

        :returns: rules by name
        """
        return self._call_operation(ops.RSS_EXPORT_RULES, (), RSSRulesDictionary, kwargs)

    rss_exportRules = rss_export_rules

    def rss_import_rules(self, rules: Mapping[str, JsonValueT] | bytes | str | None = None, **kwargs: APIKwargsT) -> None:
        """Add rules. Those of the same name are replaced, others stay.

        :param rules: rules by name, JSON as text or bytes, or the path of a file that holds it
        :raises BadRequestError: it is no JSON, or no rules; nothing was changed
        :raises FileMissingError: the path does not exist
        """
        self._call_operation(ops.RSS_IMPORT_RULES, (rules,), calling.nothing, kwargs)

    rss_importRules = rss_import_rules


@home("qbittorrentapi.clientdata")
class ClientDataAPIMixIn(AppAPIMixIn):
    """The flat methods of ClientData."""

    @property
    def clientdata(self) -> ClientData:
        """The namespace; `client.clientdata_...` without the prefix."""
        return self._namespace(ClientData)

    def clientdata_load(self, keys: Iterable[str] | None = None, **kwargs: APIKwargsT) -> ClientDataDictionary:
        """Read what was stored.

        :param keys: only these; all without it
        :returns: values by key; keys that are not there are left out
        """
        return self._call_operation(ops.CLIENTDATA_LOAD, (keys,), ClientDataDictionary, kwargs)

    def clientdata_store(self, data: Mapping[str, Any] | None = None, **kwargs: APIKwargsT) -> None:
        """Store values. Other keys stay as they are.

        :param data: values by key; None removes a key
        :raises ConflictError: the store would be larger than 1 MiB
        """
        self._call_operation(ops.CLIENTDATA_STORE, (data,), calling.nothing, kwargs)


@home("qbittorrentapi.auth")
class Authorization(ClientCache[AuthAPIMixIn]):
    """`client.auth`."""

    @property
    def is_logged_in(self) -> bool:
        """Whether the daemon takes our session. Asks it, and never logs in."""
        return self._client.is_logged_in

    def log_in(self, username: str | None = None, password: str | None = None, **kwargs: APIKwargsT) -> None:
        """Log in now, or change the credentials. Calls log in by themselves when they must.

        A refused password or a ban is remembered and not tried again until this is called.

        :param username: replaces the stored name and password when given
        :param password: replaces the stored password
        :raises LoginFailed: wrong user name or password
        :raises BannedError: this address failed too often
        """
        self._client.auth_log_in(username=username, password=password, **kwargs)

    def log_out(self, **kwargs: APIKwargsT) -> None:
        """End the session. Does nothing without one, or with an API key."""
        self._client.auth_log_out(**kwargs)


@home("qbittorrentapi.app")
class Application(ClientCache[AppAPIMixIn]):
    """`client.app`."""

    @property
    def version(self) -> str:
        """Version of the application, as it says it: `v5.1.0`.

        :returns: the text of the daemon, with its leading `v`
        """
        return self._client.app_version()

    @property
    def web_api_version(self) -> str:
        """Version of the Web API: `2.11.4`. Frozen on release branches, so do not decide by it; decide by the application's.

        :returns: the text of the daemon
        """
        return self._client.app_web_api_version()

    webapiVersion = web_api_version

    @property
    def build_info(self) -> BuildInfoDictionary:
        """The libraries that the daemon was built with.

        :returns: their versions
        """
        return self._client.app_build_info()

    buildInfo = build_info

    @property
    def process_info(self) -> ProcessInfoDictionary:
        """The process of the daemon.

        :returns: when it began
        """
        return self._client.app_process_info()

    processInfo = process_info

    def shutdown(self, **kwargs: APIKwargsT) -> None:
        """End the daemon. It answers first and ends a moment later."""
        self._client.app_shutdown(**kwargs)

    @property
    def preferences(self) -> ApplicationPreferencesDictionary:
        """All settings. Passwords of mail, proxy and dynamic DNS are among them, in clear.

        :returns: the settings that this daemon knows; others are None
        """
        return self._client.app_preferences()

    @preferences.setter
    def preferences(self, value: Mapping[str, Any]) -> None:
        self._client.app_set_preferences(value)

    def set_preferences(
        self, prefs: ApplicationPreferencesDictionary | Mapping[str, Any] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Change settings: those that are given, and no others.

        A setting that has another name or form in the daemon's version is sent as that version wants it, where both mean the same:
        `add_stopped_enabled`, `torrent_content_layout`, `proxy_type`, `export_dir`, `torrent_files_backup_dir`,
        `mail_notification_ssl_enabled` and `mail_notification_encryption_type` work with every version.

        The daemon leaves out without a word what it cannot use: keys that may only be read (`web_ui_api_key`), one half of
        `schedule_from_hour` and `schedule_from_min`, numbers out of range. Changing `web_ui_port` or `use_https` moves the daemon away
        from this client's address.

        :param preferences: a `Preferences` with the fields that shall change, or a mapping from the daemon's own keys
        :raises UnsupportedError: a setting that this version has not got; nothing was sent
        :raises BadRequestError: user name or password is too short (5.2 and younger); settings before it may be changed
        """
        self._client.app_set_preferences(prefs=prefs, **kwargs)

    setPreferences = set_preferences

    @property
    def default_save_path(self) -> str:
        """Where torrents go when nothing else is said.

        :returns: a path of the daemon's machine
        """
        return self._client.app_default_save_path()

    defaultSavePath = default_save_path

    def send_test_email(self, **kwargs: APIKwargsT) -> None:
        """Send a mail as the settings say. The daemon tries it afterwards: what goes wrong is in its log only."""
        self._client.app_send_test_email(**kwargs)

    sendTestEmail = send_test_email

    def get_directory_content(
        self, directory_path: str | os.PathLike[str] | None = None, with_metadata: bool | None = None, **kwargs: APIKwargsT
    ) -> DirectoryContentList:
        """List a folder of the daemon's machine.

        :param path: an absolute path
        :param mode: only folders, only files, or all
        :param with_metadata: give records instead of paths
        :returns: absolute paths, or records
        :raises BadRequestError: the path is not absolute
        :raises NotFoundError: no such folder
        """
        return self._client.app_get_directory_content(directory_path=directory_path, with_metadata=with_metadata, **kwargs)

    getDirectoryContent = get_directory_content

    def get_free_space_at_path(self, path: str | os.PathLike[str] | None = None, **kwargs: APIKwargsT) -> int:
        """Free space at a path of the daemon's machine, or at the nearest folder above that exists.

        :param path: an absolute path
        :returns: bytes, -1 when it is not known
        """
        return self._client.app_get_free_space_at_path(path=path, **kwargs)

    getFreeSpaceAtPath = get_free_space_at_path

    @property
    def cookies(self) -> CookieList:
        """Cookies that the daemon sends when it fetches feeds and `.torrent` files.

        :returns: all of them
        """
        return self._client.app_cookies()

    def set_cookies(self, cookies: CookieList | Iterable[Mapping[str, str | int]] | None = None, **kwargs: APIKwargsT) -> None:
        """Replace all these cookies. The daemon keeps none that has ended, and none without a domain or a name.

        :param cookies: the new ones; an empty list removes all
        :raises BadRequestError: one of them is no cookie
        """
        self._client.app_set_cookies(cookies=cookies, **kwargs)

    setCookies = set_cookies

    def rotate_api_key(self, **kwargs: APIKwargsT) -> APIKeyDictionary:
        """Make a new API key. An older one ends with it, also for clients that use it now.

        :returns: the key
        """
        return self._client.app_rotate_api_key(**kwargs)

    rotateAPIKey = rotate_api_key

    def delete_api_key(self, **kwargs: APIKwargsT) -> None:
        """Remove the API key, if there is one."""
        self._client.app_delete_api_key(**kwargs)

    deleteAPIKey = delete_api_key

    @property
    def network_interface_list(self) -> NetworkInterfaceList:
        """Network interfaces of the daemon's machine that have an address.

        :returns: their names
        """
        return self._client.app_network_interface_list()

    networkInterfaceList = network_interface_list

    def network_interface_address_list(self, interface_name: str = "", **kwargs: APIKwargsT) -> NetworkInterfaceAddressList:
        """Addresses of a network interface of the daemon's machine.

        :param interface: its name in the system; "" for all of them
        :returns: addresses
        """
        return self._client.app_network_interface_address_list(interface_name=interface_name, **kwargs)

    networkInterfaceAddressList = network_interface_address_list


@home("qbittorrentapi.log")
class Log(ClientCache[LogAPIMixIn]):
    """`client.log`."""

    def __init__(self, *args: Any, client: LogAPIMixIn, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.main = LogMain(client=client)

    def peers(self, last_known_id: str | int | None = None, **kwargs: APIKwargsT) -> LogPeersList:
        """Peers that were banned or blocked.

        :param last_known_id: only lines after this one
        :returns: lines, oldest first; times in seconds whatever the version
        """
        return self._client.log_peers(last_known_id=last_known_id, **kwargs)


@home("qbittorrentapi.sync")
class Sync(ClientCache[SyncAPIMixIn]):
    """`client.sync`."""

    def __init__(self, *args: Any, client: SyncAPIMixIn, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.maindata = MainData(client=client)
        self.torrent_peers = self.torrentPeers = TorrentPeers(client=client)


@home("qbittorrentapi.transfer")
class Transfer(ClientCache[TransferAPIMixIn]):
    """`client.transfer`."""

    @property
    def info(self) -> TransferInfoDictionary:
        """Rates, amounts and limits of the session.

        :returns: bytes, and bytes/s
        """
        return self._client.transfer_info()

    @property
    def upload_limit(self) -> int:
        """The upload limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none
        """
        return self._client.transfer_upload_limit()

    @upload_limit.setter
    def upload_limit(self, val: str | int) -> None:
        self._client.transfer_set_upload_limit(val)

    uploadLimit = upload_limit

    @property
    def download_limit(self) -> int:
        """The download limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none
        """
        return self._client.transfer_download_limit()

    @download_limit.setter
    def download_limit(self, val: str | int) -> None:
        self._client.transfer_set_download_limit(val)

    downloadLimit = download_limit

    def set_upload_limit(self, limit: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Change the upload limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none
        """
        self._client.transfer_set_upload_limit(limit=limit, **kwargs)

    setUploadLimit = set_upload_limit

    def set_download_limit(self, limit: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Change the download limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none
        """
        self._client.transfer_set_download_limit(limit=limit, **kwargs)

    setDownloadLimit = set_download_limit

    @property
    def speed_limits(self) -> TransferSpeedLimitsDictionary:
        """Both limits and both alternative ones. Older daemons have them in `app.preferences`.

        :returns: bytes/s, 0 for none
        """
        return self._client.transfer_speed_limits()

    getSpeedLimits = speed_limits

    def set_speed_limits(
        self,
        upload_limit: str | int | None = None,
        download_limit: str | int | None = None,
        alt_upload_limit: str | int | None = None,
        alt_download_limit: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Change all four limits. Older daemons take them by `app.set_preferences`.

        :param upload_limit: bytes/s, 0 for none
        :param download_limit: bytes/s, 0 for none
        :param alt_upload_limit: bytes/s, 0 for none
        :param alt_download_limit: bytes/s, 0 for none
        """
        self._client.transfer_set_speed_limits(
            upload_limit=upload_limit,
            download_limit=download_limit,
            alt_upload_limit=alt_upload_limit,
            alt_download_limit=alt_download_limit,
            **kwargs,
        )

    setSpeedLimits = set_speed_limits

    @property
    def speed_limits_mode(self) -> str:
        """Whether the alternative limits are on.

        :returns: True when they are
        """
        return self._client.transfer_speed_limits_mode()

    @speed_limits_mode.setter
    def speed_limits_mode(self, val: bool) -> None:
        self._client.transfer_set_speed_limits_mode(val)

    speedLimitsMode = speed_limits_mode

    def set_speed_limits_mode(self, intended_state: bool | None = None, **kwargs: APIKwargsT) -> None:
        """Switch the alternative limits on or off. Before 4.5 by asking, and switching over where that is needed.

        :param alternative: True for the alternative limits
        """
        self._client.transfer_set_speed_limits_mode(intended_state=intended_state, **kwargs)

    setSpeedLimitsMode = set_speed_limits_mode

    toggle_speed_limits_mode = set_speed_limits_mode

    toggleSpeedLimitsMode = set_speed_limits_mode

    def ban_peers(self, peers: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Ban peers for ever: they go into `Preferences.banned_ips`. What is no address is passed over.

        :param peers: `ip:port`, `[ip]:port` for IPv6; one or several
        """
        self._client.transfer_ban_peers(peers=peers, **kwargs)

    banPeers = ban_peers

    def pause_session(self, **kwargs: APIKwargsT) -> None:
        """Pause the whole session; `ServerState.session_state` says True meanwhile. Torrents keep their own states."""
        self._client.transfer_pause_session(**kwargs)

    pauseSession = pause_session

    def resume_session(self, **kwargs: APIKwargsT) -> None:
        """Go on with the whole session."""
        self._client.transfer_resume_session(**kwargs)

    resumeSession = resume_session


class _Info(ClientCache[TorrentsAPIMixIn]):
    """`client.torrents.info`."""

    def __call__(
        self,
        status_filter: TorrentStatusesT | None = None,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """List torrents.

        :param filter: only those in this state
        :param category: only those of this category; "" for those without one
        :param sort: name of the field of `Torrent` to sort by
        :param reverse: sort downwards
        :param limit: at most so many
        :param offset: leave out so many; counted from the end when negative
        :param hashes: only these torrents
        :param tag: only those with this tag; "" for those without one
        :param private: only private ones, or only others
        :param include_trackers: fill `Torrent.trackers`
        :param include_files: fill `Torrent.files`
        :returns: one record per torrent
        :raises EmptySelectionError: `hashes` is an empty list, which the daemon takes for "all"
        """
        return self._client.torrents_info(
            status_filter=status_filter,
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def all(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="all"`."""
        return self._client.torrents_info(
            status_filter="all",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def downloading(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="downloading"`."""
        return self._client.torrents_info(
            status_filter="downloading",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def seeding(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="seeding"`."""
        return self._client.torrents_info(
            status_filter="seeding",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def completed(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="completed"`."""
        return self._client.torrents_info(
            status_filter="completed",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def stopped(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="stopped"`."""
        return self._client.torrents_info(
            status_filter="stopped",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def paused(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="paused"`."""
        return self._client.torrents_info(
            status_filter="paused",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def active(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="active"`."""
        return self._client.torrents_info(
            status_filter="active",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def inactive(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="inactive"`."""
        return self._client.torrents_info(
            status_filter="inactive",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def resumed(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="resumed"`."""
        return self._client.torrents_info(
            status_filter="resumed",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def stalled(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="stalled"`."""
        return self._client.torrents_info(
            status_filter="stalled",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def stalled_uploading(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="stalled_uploading"`."""
        return self._client.torrents_info(
            status_filter="stalled_uploading",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def stalled_downloading(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="stalled_downloading"`."""
        return self._client.torrents_info(
            status_filter="stalled_downloading",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def checking(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="checking"`."""
        return self._client.torrents_info(
            status_filter="checking",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def moving(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="moving"`."""
        return self._client.torrents_info(
            status_filter="moving",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )

    def errored(
        self,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentInfoList:
        """The same with `status_filter="errored"`."""
        return self._client.torrents_info(
            status_filter="errored",
            category=category,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            torrent_hashes=torrent_hashes,
            tag=tag,
            private=private,
            include_trackers=include_trackers,
            include_files=include_files,
            **kwargs,
        )


@home("qbittorrentapi.torrents")
class Torrents(ClientCache[TorrentsAPIMixIn]):
    """`client.torrents`."""

    def __init__(self, *args: Any, client: TorrentsAPIMixIn, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.info = _Info(client=client)
        self.stop = self.pause = ActionForAll(client.torrents_stop)
        self.start = self.resume = ActionForAll(client.torrents_start)
        self.delete = ActionForAll(client.torrents_delete)
        self.download_limit = self.downloadLimit = ActionForAll(client.torrents_download_limit)
        self.set_download_limit = self.setDownloadLimit = ActionForAll(client.torrents_set_download_limit)
        self.upload_limit = self.uploadLimit = ActionForAll(client.torrents_upload_limit)
        self.set_upload_limit = self.setUploadLimit = ActionForAll(client.torrents_set_upload_limit)

    def add(
        self,
        urls: str | Iterable[str] | None = None,
        torrent_files: TorrentFilesT | None = None,
        save_path: str | None = None,
        cookie: str | None = None,
        category: str | None = None,
        is_skip_checking: bool | None = None,
        is_paused: bool | None = None,
        is_root_folder: bool | None = None,
        rename: str | None = None,
        upload_limit: str | int | None = None,
        download_limit: str | int | None = None,
        use_auto_torrent_management: bool | None = None,
        is_sequential_download: bool | None = None,
        is_first_last_piece_priority: bool | None = None,
        tags: str | Iterable[str] | None = None,
        content_layout: Literal["Original", "Subfolder", "NoSubfolder"] | None = None,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        download_path: str | None = None,
        use_download_path: bool | None = None,
        stop_condition: Literal["MetadataReceived", "FilesChecked"] | None = None,
        add_to_top_of_queue: bool | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        ssl_certificate: str | None = None,
        ssl_private_key: str | None = None,
        ssl_dh_params: str | None = None,
        is_stopped: bool | None = None,
        forced: bool | None = None,
        file_priorities: Iterable[int] | None = None,
        downloader: str | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        **kwargs: APIKwargsT,
    ) -> str | TorrentsAddedMetadata:
        """Add torrents from magnet links, addresses and `.torrent` files.

        :param urls: magnet links, infohashes, http(s) addresses of `.torrent` files
        :param files: paths, bytes or open binary files, one, several, or a mapping from a name to one of these
        :param save_path: where the content goes; a path of the daemon's machine
        :param cookie: sent when the daemon fetches an address
        :param category: category; made if it does not exist
        :param tags: tags; made if they do not exist
        :param stopped: add without starting
        :param forced: start in spite of queueing
        :param skip_checking: take the content for complete without reading it
        :param content_layout: whether to make a folder around the content
        :param rename: the torrent's name in lists
        :param upload_limit: bytes/s, 0 for none
        :param download_limit: bytes/s, 0 for none
        :param ratio_limit: ratio at which the share limit is reached; -2 the daemon's own, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the daemon's own, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the daemon's own, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one limit or all must be reached
        :param auto_management: let the category decide where the content goes
        :param sequential: download pieces in order
        :param first_last_first: download first and last pieces of files first
        :param download_path: where incomplete content goes
        :param use_download_path: whether `download_path` is used
        :param stop_condition: stop by itself at this point
        :param add_to_top_of_queue: queue before all others
        :param ssl_certificate: PEM text, for SSL torrents
        :param ssl_private_key: PEM text
        :param ssl_dh_params: PEM text
        :param file_priorities: one priority for each file of a single torrent
        :param downloader: name of the search plugin that fetches the address
        :returns: how many were added, are pending, or failed, as far as the daemon says
        :raises FileMissingError: a path does not exist
        :raises FileUnreadableError: a path cannot be read
        :raises InvalidTorrentError: a file is no `.torrent`; nothing was sent
        :raises UploadRefusedError: this daemon (4.1 to 4.4) cannot take the bytes of this file; the hint names a way
        :raises ConflictError: nothing was added: a duplicate, or no valid link (5.2 and younger)
        """
        return self._client.torrents_add(
            urls=urls,
            torrent_files=torrent_files,
            save_path=save_path,
            cookie=cookie,
            category=category,
            is_skip_checking=is_skip_checking,
            is_paused=is_paused,
            is_root_folder=is_root_folder,
            rename=rename,
            upload_limit=upload_limit,
            download_limit=download_limit,
            use_auto_torrent_management=use_auto_torrent_management,
            is_sequential_download=is_sequential_download,
            is_first_last_piece_priority=is_first_last_piece_priority,
            tags=tags,
            content_layout=content_layout,
            ratio_limit=ratio_limit,
            seeding_time_limit=seeding_time_limit,
            download_path=download_path,
            use_download_path=use_download_path,
            stop_condition=stop_condition,
            add_to_top_of_queue=add_to_top_of_queue,
            inactive_seeding_time_limit=inactive_seeding_time_limit,
            share_limit_action=share_limit_action,
            ssl_certificate=ssl_certificate,
            ssl_private_key=ssl_private_key,
            ssl_dh_params=ssl_dh_params,
            is_stopped=is_stopped,
            forced=forced,
            file_priorities=file_priorities,
            downloader=downloader,
            share_limits_mode=share_limits_mode,
            **kwargs,
        )

    def export(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` file of a torrent.

        :param torrent_hash: the torrent
        :returns: its bytes
        :raises NotFoundError: no such torrent
        :raises ConflictError: the daemon has no metadata yet
        """
        return self._client.torrents_export(torrent_hash=torrent_hash, **kwargs)


@home("qbittorrentapi.search")
class Search(ClientCache[SearchAPIMixIn]):
    """`client.search`."""

    def start(
        self,
        pattern: str | None = None,
        plugins: str | Iterable[str] | None = None,
        category: str | None = None,
        **kwargs: APIKwargsT,
    ) -> SearchJobDictionary:
        """Start a search. At most five run at a time.

        :param pattern: words to search
        :param plugins: names of plugins, or "enabled", or "all"
        :param category: id of a category that the plugins know
        :returns: id of the job
        :raises ConflictError: the daemon finds no Python, or too many searches run
        """
        return self._client.search_start(pattern=pattern, plugins=plugins, category=category, **kwargs)

    def stop(self, search_id: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Stop a search; its results stay.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """
        self._client.search_stop(search_id=search_id, **kwargs)

    def status(self, search_id: str | int | None = None, **kwargs: APIKwargsT) -> SearchStatusesList:
        """How far searches are.

        :param search_id: id of one job; all of them without it
        :returns: one record per job
        :raises NotFoundError: no such job
        """
        return self._client.search_status(search_id=search_id, **kwargs)

    def results(
        self,
        search_id: str | int | None = None,
        limit: str | int | None = None,
        offset: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> SearchResultsDictionary:
        """What a search found so far.

        :param search_id: id of the job
        :param limit: at most so many
        :param offset: leave out so many; counted from the end when negative
        :returns: results, and whether the search still runs
        :raises NotFoundError: no such job
        :raises ConflictError: there are not so many results as the offset leaves out
        """
        return self._client.search_results(search_id=search_id, limit=limit, offset=offset, **kwargs)

    def delete(self, search_id: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Stop a search and forget its results.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """
        self._client.search_delete(search_id=search_id, **kwargs)

    def download_torrent(self, url: str | None = None, plugin: str | None = None, **kwargs: APIKwargsT) -> None:
        """Let a plugin fetch a result, and add it. Errors are in the daemon's log only.

        :param url: `file_url` of the result
        :param plugin: `engine_name` of the result
        """
        self._client.search_download_torrent(url=url, plugin=plugin, **kwargs)

    downloadTorrent = download_torrent

    def categories(self, plugin_name: str | None = None, **kwargs: APIKwargsT) -> SearchCategoriesList:
        """Categories to search in; since 4.3.0 they are `SearchPlugin.supported_categories`.

        :param plugin: name of a plugin, "all" or "enabled"
        :returns: names in the daemon's language
        """
        return self._client.search_categories(plugin_name=plugin_name, **kwargs)

    @property
    def plugins(self) -> SearchPluginsList:
        """Installed plugins.

        :returns: one record each
        """
        return self._client.search_plugins()

    def install_plugin(self, sources: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Install plugins. The daemon does it afterwards: look at `plugins`; errors are in its log only.

        :param sources: addresses, or paths of the daemon's machine; one or several
        """
        self._client.search_install_plugin(sources=sources, **kwargs)

    installPlugin = install_plugin

    def uninstall_plugin(self, names: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Remove plugins. Unknown ones are passed over.

        :param names: one or several
        """
        self._client.search_uninstall_plugin(names=names, **kwargs)

    uninstallPlugin = uninstall_plugin

    def enable_plugin(self, plugins: str | Iterable[str] | None = None, enable: bool | None = None, **kwargs: APIKwargsT) -> None:
        """Switch plugins on or off. Unknown ones are passed over.

        :param names: one or several
        :param enable: False switches them off
        """
        self._client.search_enable_plugin(plugins=plugins, enable=enable, **kwargs)

    enablePlugin = enable_plugin

    def update_plugins(self, **kwargs: APIKwargsT) -> None:
        """Look for younger plugins on their sites and install them, afterwards."""
        self._client.search_update_plugins(**kwargs)

    updatePlugins = update_plugins


@home("qbittorrentapi.rss")
class RSS(ClientCache[RSSAPIMixIn]):
    """`client.rss`."""

    def __init__(self, *args: Any, client: RSSAPIMixIn, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.items = RSSItems(client=client)

    def add_folder(self, folder_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Make a folder.

        :param path: its whole path, `parent\name`
        :raises ConflictError: it exists, or its parent does not
        """
        self._client.rss_add_folder(folder_path=folder_path, **kwargs)

    addFolder = add_folder

    def add_feed(
        self, url: str | None = None, item_path: str = "", refresh_interval: int | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Add a feed.

        :param url: its address
        :param path: its whole path, `folder\name`; without it the address is its name
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises ConflictError: the feed is there already, or the path is taken
        """
        self._client.rss_add_feed(url=url, item_path=item_path, refresh_interval=refresh_interval, **kwargs)

    addFeed = add_feed

    def set_feed_url(self, url: str | None = None, item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Change the address of a feed.

        :param path: the feed
        :param url: its new address
        :raises ConflictError: no such feed, or another one has that address
        """
        self._client.rss_set_feed_url(url=url, item_path=item_path, **kwargs)

    setFeedURL = set_feed_url

    def set_feed_refresh_interval(
        self, item_path: str | None = None, refresh_interval: int | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Change how often a feed is fetched.

        :param path: the feed
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises BadRequestError: the number is negative
        :raises ConflictError: no such feed
        """
        self._client.rss_set_feed_refresh_interval(item_path=item_path, refresh_interval=refresh_interval, **kwargs)

    setFeedRefreshInterval = set_feed_refresh_interval

    def remove_item(self, item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Remove a feed, or a folder with all in it.

        :param path: the feed or folder
        :raises ConflictError: no such feed or folder
        """
        self._client.rss_remove_item(item_path=item_path, **kwargs)

    removeItem = remove_item

    def move_item(self, orig_item_path: str | None = None, new_item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Move or rename a feed or folder.

        :param path: the feed or folder
        :param new_path: its new whole path
        :raises ConflictError: no such feed or folder, or the new path is taken
        """
        self._client.rss_move_item(orig_item_path=orig_item_path, new_item_path=new_item_path, **kwargs)

    moveItem = move_item

    def mark_as_read(self, item_path: str | None = None, article_id: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Mark articles as read. Unknown ones are passed over.

        :param path: a feed or folder
        :param article_id: one article of the feed; all below the path without it
        """
        self._client.rss_mark_as_read(item_path=item_path, article_id=article_id, **kwargs)

    markAsRead = mark_as_read

    def refresh_item(self, item_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Fetch feeds now, that is afterwards. Unknown ones are passed over.

        :param path: a feed or folder
        """
        self._client.rss_refresh_item(item_path=item_path, **kwargs)

    refreshItem = refresh_item

    def set_rule(
        self, rule_name: str | None = None, rule_def: Mapping[str, JsonValueT] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Make a rule, or replace one as a whole: what is left out gets the daemon's default.

        :param name: its name
        :param rule: a `RssRule`, or a mapping from the daemon's own keys
        """
        self._client.rss_set_rule(rule_name=rule_name, rule_def=rule_def, **kwargs)

    setRule = set_rule

    def rename_rule(self, orig_rule_name: str | None = None, new_rule_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Rename a rule. Nothing happens when there is no such rule, or when the new name is taken.

        :param name: the rule
        :param new_name: its new name
        """
        self._client.rss_rename_rule(orig_rule_name=orig_rule_name, new_rule_name=new_rule_name, **kwargs)

    renameRule = rename_rule

    def clone_rule(self, orig_rule_name: str | None = None, new_rule_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Copy a rule. Nothing happens when there is no such rule, or when the new name is taken.

        :param name: the rule
        :param new_name: name of the copy
        """
        self._client.rss_clone_rule(orig_rule_name=orig_rule_name, new_rule_name=new_rule_name, **kwargs)

    cloneRule = clone_rule

    def remove_rule(self, rule_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Remove a rule, if it is there.

        :param name: the rule
        """
        self._client.rss_remove_rule(rule_name=rule_name, **kwargs)

    removeRule = remove_rule

    @property
    def rules(self) -> RSSRulesDictionary:
        """All rules.

        :returns: rules by name
        """
        return self._client.rss_rules()

    def matching_articles(self, rule_name: str | None = None, **kwargs: APIKwargsT) -> RSSitemsDictionary:
        """What a rule would download now.

        :param name: the rule
        :returns: titles of articles by name of the feed; nothing for an unknown rule
        """
        return self._client.rss_matching_articles(rule_name=rule_name, **kwargs)

    matchingArticles = matching_articles

    def export_rules(self, **kwargs: APIKwargsT) -> RSSRulesDictionary:
        """All rules, as `import_rules` takes them.

        :returns: rules by name
        """
        return self._client.rss_export_rules(**kwargs)

    exportRules = export_rules

    def import_rules(self, rules: Mapping[str, JsonValueT] | bytes | str | None = None, **kwargs: APIKwargsT) -> None:
        """Add rules. Those of the same name are replaced, others stay.

        :param rules: rules by name, JSON as text or bytes, or the path of a file that holds it
        :raises BadRequestError: it is no JSON, or no rules; nothing was changed
        :raises FileMissingError: the path does not exist
        """
        self._client.rss_import_rules(rules=rules, **kwargs)

    importRules = import_rules


@home("qbittorrentapi.clientdata")
class ClientData(ClientCache[ClientDataAPIMixIn]):
    """`client.clientdata`."""

    def load(self, keys: Iterable[str] | None = None, **kwargs: APIKwargsT) -> ClientDataDictionary:
        """Read what was stored.

        :param keys: only these; all without it
        :returns: values by key; keys that are not there are left out
        """
        return self._client.clientdata_load(keys=keys, **kwargs)

    def store(self, data: Mapping[str, Any] | None = None, **kwargs: APIKwargsT) -> None:
        """Store values. Other keys stay as they are.

        :param data: values by key; None removes a key
        :raises ConflictError: the store would be larger than 1 MiB
        """
        self._client.clientdata_store(data=data, **kwargs)


@home("qbittorrentapi.torrents")
class TorrentCategories(ClientCache[TorrentsAPIMixIn]):
    """`client.torrent_categories`."""


@home("qbittorrentapi.torrents")
class TorrentTags(ClientCache[TorrentsAPIMixIn]):
    """`client.torrent_tags`."""


@home("qbittorrentapi.torrents")
class TorrentDictionary(TorrentBase[TorrentsAPIMixIn]):
    """One torrent. Its keys are attributes too; its methods work on itself."""

    _client: TorrentsAPIMixIn

    hash: str = item("hash")
    infohash_v1: str = item("infohash_v1")
    infohash_v2: str = item("infohash_v2")
    name: str = item("name")
    has_metadata: bool = item("has_metadata")
    created_by: str = item("created_by")
    creation_date: int = item("creation_date")
    private: bool = item("private")
    total_size: int = item("total_size")
    pieces_num: int = item("pieces_num")
    piece_size: int = item("piece_size")
    magnet_uri: str = item("magnet_uri")
    size: int = item("size")
    progress: float = item("progress")
    total_wasted: int = item("total_wasted")
    pieces_have: int = item("pieces_have")
    dlspeed: int = item("dlspeed")
    upspeed: int = item("upspeed")
    priority: int = item("priority")
    num_seeds: int = item("num_seeds")
    num_complete: int = item("num_complete")
    num_leechs: int = item("num_leechs")
    num_incomplete: int = item("num_incomplete")
    state: str = item("state")
    eta: int = item("eta")
    seq_dl: bool = item("seq_dl")
    f_l_piece_prio: bool = item("f_l_piece_prio")
    category: str = item("category")
    tags: str = item("tags")
    super_seeding: bool = item("super_seeding")
    force_start: bool = item("force_start")
    save_path: str = item("save_path")
    download_path: str = item("download_path")
    content_path: str = item("content_path")
    root_path: str = item("root_path")
    added_on: int = item("added_on")
    completion_on: int = item("completion_on")
    tracker: str = item("tracker")
    trackers_count: int = item("trackers_count")
    dl_limit: int = item("dl_limit")
    up_limit: int = item("up_limit")
    downloaded: int = item("downloaded")
    uploaded: int = item("uploaded")
    downloaded_session: int = item("downloaded_session")
    uploaded_session: int = item("uploaded_session")
    amount_left: int = item("amount_left")
    completed: int = item("completed")
    connections_count: int = item("connections_count")
    connections_limit: int = item("connections_limit")
    max_ratio: float = item("max_ratio")
    max_seeding_time: int = item("max_seeding_time")
    max_inactive_seeding_time: int = item("max_inactive_seeding_time")
    ratio: float = item("ratio")
    ratio_limit: float = item("ratio_limit")
    popularity: float = item("popularity")
    seeding_time_limit: int = item("seeding_time_limit")
    inactive_seeding_time_limit: int = item("inactive_seeding_time_limit")
    share_limits_mode: str = item("share_limits_mode")
    share_limit_action: str = item("share_limit_action")
    seen_complete: int = item("seen_complete")
    auto_tmm: bool = item("auto_tmm")
    time_active: int = item("time_active")
    seeding_time: int = item("seeding_time")
    last_activity: int = item("last_activity")
    availability: float = item("availability")
    reannounce_in: int = item("reannounce_in")
    comment: str = item("comment")
    has_tracker_warning: bool = item("has_tracker_warning")
    has_tracker_error: bool = item("has_tracker_error")
    has_other_announce_error: bool = item("has_other_announce_error")

    def stop(self, **kwargs: APIKwargsT) -> None:
        """Stop torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        """
        self._client.torrents_stop(torrent_hashes=self._torrent_hash, **kwargs)

    pause = stop

    def start(self, **kwargs: APIKwargsT) -> None:
        """Start torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        """
        self._client.torrents_start(torrent_hashes=self._torrent_hash, **kwargs)

    resume = start

    def delete(self, delete_files: bool | None = None, **kwargs: APIKwargsT) -> None:
        """Delete torrents, and their files only when asked. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param delete_files: also delete what was downloaded
        :raises EmptySelectionError: `hashes` is empty
        :raises ConnectionLostError: the connection broke; look before you ask again, the torrents may be gone
        """
        self._client.torrents_delete(delete_files=delete_files, torrent_hashes=self._torrent_hash, **kwargs)

    def export(self, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` file of a torrent.

        :param torrent_hash: the torrent
        :returns: its bytes
        :raises NotFoundError: no such torrent
        :raises ConflictError: the daemon has no metadata yet
        """
        return self._client.torrents_export(torrent_hash=self._torrent_hash, **kwargs)

    def set_download_limit(self, limit: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Limit the download of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none
        """
        self._client.torrents_set_download_limit(limit=limit, torrent_hashes=self._torrent_hash, **kwargs)

    setDownloadLimit = set_download_limit

    def set_upload_limit(self, limit: str | int | None = None, **kwargs: APIKwargsT) -> None:
        """Limit the upload of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none
        """
        self._client.torrents_set_upload_limit(limit=limit, torrent_hashes=self._torrent_hash, **kwargs)

    setUploadLimit = set_upload_limit


@home("qbittorrentapi.search")
class SearchJobDictionary(SearchJobBase[SearchAPIMixIn]):
    """A running search; its methods work on itself."""

    _client: SearchAPIMixIn

    def stop(self, **kwargs: APIKwargsT) -> None:
        """Stop a search; its results stay.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """
        self._client.search_stop(search_id=self._search_job_id, **kwargs)

    def status(self, **kwargs: APIKwargsT) -> SearchStatusesList:
        """How far searches are.

        :param search_id: id of one job; all of them without it
        :returns: one record per job
        :raises NotFoundError: no such job
        """
        return self._client.search_status(search_id=self._search_job_id, **kwargs)

    def results(
        self, limit: str | int | None = None, offset: str | int | None = None, **kwargs: APIKwargsT
    ) -> SearchResultsDictionary:
        """What a search found so far.

        :param search_id: id of the job
        :param limit: at most so many
        :param offset: leave out so many; counted from the end when negative
        :returns: results, and whether the search still runs
        :raises NotFoundError: no such job
        :raises ConflictError: there are not so many results as the offset leaves out
        """
        return self._client.search_results(limit=limit, offset=offset, search_id=self._search_job_id, **kwargs)

    def delete(self, **kwargs: APIKwargsT) -> None:
        """Stop a search and forget its results.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """
        self._client.search_delete(search_id=self._search_job_id, **kwargs)


@home("qbittorrentapi.torrents")
class TorrentInfoList(List[TorrentDictionary]):
    """Torrents."""

    def __init__(self, list_entries: ListInputT, client: TorrentsAPIMixIn | None = None) -> None:
        super().__init__(list_entries, entry_class=TorrentDictionary, client=client)
