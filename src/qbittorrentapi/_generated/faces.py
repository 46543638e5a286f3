# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.
from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from bitharbor.qbittorrent._generated import ops

from .. import _calling as calling
from .._attrdict import item
from .._namespaces import *
from .._owned import SearchJobBase, TorrentBase, TorrentCreatorTaskBase
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

        :returns: the text of the daemon, with its leading `v`; None from qBittorrent 3.0 and 3.1, which have no such action
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

        A setting that has another name or form in the daemon's version is sent as that version wants it, where both mean the
        same: `add_stopped_enabled`, `torrent_content_layout`, `proxy_type`, `export_dir`, `torrent_files_backup_dir`,
        `mail_notification_ssl_enabled` and `mail_notification_encryption_type` work with every version.

        The daemon leaves out without a word what it cannot use: keys that may only be read (`web_ui_api_key`), one half of
        `schedule_from_hour` and `schedule_from_min`, numbers out of range. Changing `web_ui_port` or `use_https` moves the daemon
        away from this client's address.

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
        self, cookies: CookieList | Sequence[Mapping[str, str | int]] | None = None, **kwargs: APIKwargsT
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
        save_path: str | os.PathLike[str] | None = None,
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
        download_path: str | os.PathLike[str] | None = None,
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
        """Add torrents from magnet links, addresses and `.torrent` files, any number of them.

        It takes one request for 500 torrents, or for 16 MiB of files, and each has the client's `timeout`. Daemons since 5.2 are
        asked once more only when they refused some. Older ones say less: their version is asked for once a login, and
        `torrents/info` before and after for several torrents, or, before 4.5, for a single one.

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
        :returns: on the native faces what came of each torrent, with its infohash, in the order given: added, already there,
            pending, refused or unknown
        :raises FileMissingError: a path does not exist; nothing was sent
        :raises FileUnreadableError: a path cannot be read; nothing was sent
        :raises InvalidTorrentError: all was refused, the first one because it is no `.torrent`
        :raises UploadRefusedError: likewise, because this daemon (4.1 to 4.4) cannot take its bytes; the hint names a way
        :raises TorrentRefusedError: likewise, because the daemon did not take it
        :raises MediaRefusedError: likewise, because the daemon cannot read it
        :raises ConflictError: likewise, because the daemon (5.2 and younger) did not take it
        :raises TransportError: the way broke; what came of each torrent until then is in the error's `done`
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

    def torrents_recheck(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Read the content of torrents again and compare it with their hashes. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """
        self._call_operation(ops.TORRENTS_RECHECK, (torrent_hashes,), calling.nothing, kwargs)

    def torrents_reannounce(
        self, torrent_hashes: str | Iterable[str] | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Announce torrents to their trackers now. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param urls: only to these trackers; else to all, and since 5.2 to DHT too
        """
        self._call_operation(
            ops.TORRENTS_REANNOUNCE,
            (
                torrent_hashes,
                urls,
            ),
            calling.nothing,
            kwargs,
        )

    def torrents_increase_priority(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Move torrents one place up in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._call_operation(ops.TORRENTS_INCREASE_PRIORITY, (torrent_hashes,), calling.nothing, kwargs)

    torrents_increasePrio = torrents_increase_priority

    def torrents_decrease_priority(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Move torrents one place down in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._call_operation(ops.TORRENTS_DECREASE_PRIORITY, (torrent_hashes,), calling.nothing, kwargs)

    torrents_decreasePrio = torrents_decrease_priority

    def torrents_top_priority(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Move torrents to the front of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._call_operation(ops.TORRENTS_TOP_PRIORITY, (torrent_hashes,), calling.nothing, kwargs)

    torrents_topPrio = torrents_top_priority

    def torrents_bottom_priority(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Move torrents to the end of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._call_operation(ops.TORRENTS_BOTTOM_PRIORITY, (torrent_hashes,), calling.nothing, kwargs)

    torrents_bottomPrio = torrents_bottom_priority

    def torrents_set_share_limits(
        self,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Default", "Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Set all share limits of torrents anew: what is not given becomes the daemon's own. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param ratio_limit: ratio at which it is reached; -2 the daemon's own, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the daemon's own, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the daemon's own, -1 none
        :param share_limit_action: what happens then; the daemon takes an unknown word for "Default"
        :param share_limits_mode: whether one limit or all must be reached
        """
        self._call_operation(
            ops.TORRENTS_SET_SHARE_LIMITS,
            (
                torrent_hashes,
                ratio_limit,
                seeding_time_limit,
                inactive_seeding_time_limit,
                share_limit_action,
                share_limits_mode,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setShareLimits = torrents_set_share_limits

    def torrents_set_location(
        self,
        location: str | os.PathLike[str] | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Move the content of torrents and switch their automatic management off. The move goes on after the answer.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param location: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there (4.1.2 to 4.5.1)
        :raises ConflictError: the daemon cannot make it
        """
        self._call_operation(
            ops.TORRENTS_SET_LOCATION,
            (
                torrent_hashes,
                location,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setLocation = torrents_set_location

    def torrents_set_save_path(
        self,
        save_path: str | os.PathLike[str] | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Set where the finished content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param save_path: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it
        """
        self._call_operation(
            ops.TORRENTS_SET_SAVE_PATH,
            (
                torrent_hashes,
                save_path,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setSavePath = torrents_set_save_path

    def torrents_set_download_path(
        self,
        download_path: str | os.PathLike[str] | None = None,
        torrent_hashes: str | Iterable[str] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Set where the incomplete content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param download_path: a folder of the daemon's machine, made if it does not exist; "" for none of its own
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it
        """
        self._call_operation(
            ops.TORRENTS_SET_DOWNLOAD_PATH,
            (
                torrent_hashes,
                download_path,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setDownloadPath = torrents_set_download_path

    def torrents_rename(self, torrent_hash: str | None = None, new_torrent_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Change the name under which a torrent is shown. Its files keep theirs.

        :param torrent_hash: the torrent
        :param name: the name; line ends become blanks
        :raises NotFoundError: no such torrent
        :raises ConflictError: nothing but blanks
        """
        self._call_operation(
            ops.TORRENTS_RENAME,
            (
                torrent_hash,
                new_torrent_name,
            ),
            calling.nothing,
            kwargs,
        )

    def torrents_set_comment(
        self, comment: str | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Change the comment of torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param comment: the text; blanks around it go
        """
        self._call_operation(
            ops.TORRENTS_SET_COMMENT,
            (
                torrent_hashes,
                comment,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setComment = torrents_set_comment

    def torrents_set_category(
        self, category: str | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Put torrents into a category. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param category: one that exists, or "" for none
        :raises ConflictError: no such category
        """
        self._call_operation(
            ops.TORRENTS_SET_CATEGORY,
            (
                torrent_hashes,
                category,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setCategory = torrents_set_category

    def torrents_set_auto_management(
        self, enable: bool | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Let the category of torrents decide where their content goes, or not. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """
        self._call_operation(
            ops.TORRENTS_SET_AUTO_MANAGEMENT,
            (
                torrent_hashes,
                enable,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setAutoManagement = torrents_set_auto_management

    def torrents_toggle_sequential_download(
        self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Download the pieces of torrents in order, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """
        self._call_operation(ops.TORRENTS_TOGGLE_SEQUENTIAL_DOWNLOAD, (torrent_hashes,), calling.nothing, kwargs)

    torrents_toggleSequentialDownload = torrents_toggle_sequential_download

    def torrents_toggle_first_last_piece_priority(
        self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Download first and last pieces of files first, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """
        self._call_operation(ops.TORRENTS_TOGGLE_FIRST_LAST_PIECE_PRIORITY, (torrent_hashes,), calling.nothing, kwargs)

    torrents_toggleFirstLastPiecePrio = torrents_toggle_first_last_piece_priority

    def torrents_set_force_start(
        self, enable: bool | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Start torrents in spite of queueing, or let the queue decide again. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """
        self._call_operation(
            ops.TORRENTS_SET_FORCE_START,
            (
                torrent_hashes,
                enable,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setForceStart = torrents_set_force_start

    def torrents_set_super_seeding(
        self, enable: bool | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Switch super seeding of torrents on or off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """
        self._call_operation(
            ops.TORRENTS_SET_SUPER_SEEDING,
            (
                torrent_hashes,
                enable,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setSuperSeeding = torrents_set_super_seeding

    def torrents_count(self, **kwargs: APIKwargsT) -> int:
        """How many torrents the session has.

        :returns: their number
        """
        return self._call_operation(ops.TORRENTS_COUNT, (), calling.integer, kwargs)

    def torrents_properties(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPropertiesDictionary:
        """One torrent in detail.

        :param torrent_hash: the torrent
        :returns: its properties
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(ops.TORRENTS_PROPERTIES, (torrent_hash,), TorrentPropertiesDictionary, kwargs)

    def torrents_files(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentFilesList:
        """The files of a torrent; none while its metadata is not known.

        :param torrent_hash: the torrent
        :param indexes: only these files
        :returns: one record per file
        :raises NotFoundError: no such torrent
        :raises ConflictError: no file has that index
        """
        return self._call_operation(
            ops.TORRENTS_FILES,
            (
                torrent_hash,
                None,
            ),
            TorrentFilesList,
            kwargs,
        )

    def torrents_piece_states(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPieceInfoList:
        """The state of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: for each piece 0 missing, 1 being downloaded, 2 complete
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(ops.TORRENTS_PIECE_STATES, (torrent_hash,), TorrentPieceInfoList, kwargs)

    torrents_pieceStates = torrents_piece_states

    def torrents_piece_hashes(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPieceInfoList:
        """The v1 hash of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: 40 hexadecimal digits for each piece
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(ops.TORRENTS_PIECE_HASHES, (torrent_hash,), TorrentPieceInfoList, kwargs)

    torrents_pieceHashes = torrents_piece_hashes

    def torrents_piece_availability(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPieceInfoList:
        """How many connected peers have each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: a number for each piece; nothing for a torrent that is complete or stopped
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(ops.TORRENTS_PIECE_AVAILABILITY, (torrent_hash,), TorrentPieceInfoList, kwargs)

    torrents_pieceAvailability = torrents_piece_availability

    def torrents_file_priority(
        self,
        torrent_hash: str | None = None,
        file_ids: str | int | Iterable[str | int] | None = None,
        priority: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Say which files of a torrent are wanted, and which first.

        :param torrent_hash: the torrent
        :param file_ids: indexes of the files
        :param priority: 0 not wanted, 1 normal, 6 high, 7 maximum
        :raises NotFoundError: no such torrent
        :raises BadRequestError: another priority, or an index that is no number
        :raises ConflictError: no file has that index, or the metadata is not known yet
        """
        self._call_operation(
            ops.TORRENTS_FILE_PRIORITY,
            (
                torrent_hash,
                file_ids,
                priority,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_filePrio = torrents_file_priority

    def torrents_rename_file(
        self,
        torrent_hash: str | None = None,
        file_id: str | int | None = None,
        new_file_name: str | None = None,
        old_path: str | None = None,
        new_path: str | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Rename or move one file of a torrent. It is done after the answer.

        Daemons before 4.3.3 can only rename a file within its folder.

        :param torrent_hash: the torrent
        :param old_path: its path, as `files` shows it
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or the new path is taken or impossible
        :raises UnsupportedError: another folder, and the daemon is older than 4.3.3
        """
        self._call_operation(
            ops.TORRENTS_RENAME_FILE,
            (
                torrent_hash,
                old_path,
                new_path,
                file_id,
                new_file_name,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_renameFile = torrents_rename_file

    def torrents_rename_folder(
        self, torrent_hash: str | None = None, old_path: str | None = None, new_path: str | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Rename or move one folder of a torrent. It is done after the answer.

        :param torrent_hash: the torrent
        :param old_path: its path inside the torrent
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such folder, or the new path is taken or impossible
        """
        self._call_operation(
            ops.TORRENTS_RENAME_FOLDER,
            (
                torrent_hash,
                old_path,
                new_path,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_renameFolder = torrents_rename_folder

    def torrents_download_file(self, torrent_hash: str | None = None, file: str | int | None = None, **kwargs: APIKwargsT) -> str:
        """The content of one complete file of a torrent.

        :param torrent_hash: the torrent
        :param file: its index, or its path as `files` shows it; text of digits only counts as an index
        :returns: on the native faces a stream: `save(path)` it, which goes on after a broken connection and with what an earlier
            call left; `read()` it; or enter it with `with` or `async with` for its pieces
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or it is not complete
        :raises ServerError: the daemon cannot open it
        """
        return self._call_operation(
            ops.TORRENTS_DOWNLOAD_FILE.buffered,
            (
                torrent_hash,
                file,
            ),
            calling.lenient_text,
            kwargs,
        )

    torrents_downloadFile = torrents_download_file

    def torrents_trackers(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TrackersList:
        """The trackers of a torrent, after three rows for DHT, PeX and LSD.

        :param torrent_hash: the torrent
        :returns: one record per tracker
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(ops.TORRENTS_TRACKERS, (torrent_hash,), TrackersList, kwargs)

    def torrents_add_trackers(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Add trackers to a torrent. Those that it has already are passed over.

        :param torrent_hash: the torrent; since 5.2 also several, or "all"
        :param urls: addresses; an empty text begins the next tier (4.5 and younger)
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        """
        self._call_operation(
            ops.TORRENTS_ADD_TRACKERS,
            (
                torrent_hash,
                urls,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_addTrackers = torrents_add_trackers

    def torrents_edit_tracker(
        self,
        torrent_hash: str | None = None,
        original_url: str | None = None,
        new_url: str | None = None,
        tier: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Change the address or the tier of a tracker.

        :param torrent_hash: the torrent
        :param original_url: the address that it has
        :param new_url: the address that it shall have; may be left out since 5.2
        :param tier: the tier that it shall have, 0 to 255
        :raises NotFoundError: no such torrent
        :raises BadRequestError: no address, no such tier, or nothing to change
        :raises ConflictError: no such tracker, or the torrent has the new address already
        """
        self._call_operation(
            ops.TORRENTS_EDIT_TRACKER,
            (
                torrent_hash,
                original_url,
                new_url,
                tier,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_editTracker = torrents_edit_tracker

    def torrents_remove_trackers(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Remove trackers from a torrent.

        :param torrent_hash: the torrent; "*" for all of them since 5.1; several, or "all", since 5.2
        :param urls: their addresses, as `trackers` shows them
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        :raises ConflictError: the torrent has none of them (before 4.5)
        """
        self._call_operation(
            ops.TORRENTS_REMOVE_TRACKERS,
            (
                torrent_hash,
                urls,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_removeTrackers = torrents_remove_trackers

    def torrents_webseeds(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> WebSeedsList:
        """The web seeds of a torrent.

        :param torrent_hash: the torrent
        :returns: one record per web seed
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(ops.TORRENTS_WEBSEEDS, (torrent_hash,), WebSeedsList, kwargs)

    def torrents_add_webseeds(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Add web seeds to a torrent.

        :param torrent_hash: the torrent
        :param urls: addresses of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        """
        self._call_operation(
            ops.TORRENTS_ADD_WEBSEEDS,
            (
                torrent_hash,
                urls,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_addWebSeeds = torrents_add_webseeds

    def torrents_edit_webseed(
        self, torrent_hash: str | None = None, orig_url: str | None = None, new_url: str | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Put one web seed in the place of another.

        :param torrent_hash: the torrent
        :param orig_url: the address that it has
        :param new_url: the address that it shall have, of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        :raises ConflictError: no such web seed
        """
        self._call_operation(
            ops.TORRENTS_EDIT_WEBSEED,
            (
                torrent_hash,
                orig_url,
                new_url,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_editWebSeed = torrents_edit_webseed

    def torrents_remove_webseeds(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Remove web seeds from a torrent. Those that it has not are passed over.

        :param torrent_hash: the torrent
        :param urls: their addresses
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not an address
        """
        self._call_operation(
            ops.TORRENTS_REMOVE_WEBSEEDS,
            (
                torrent_hash,
                urls,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_removeWebSeeds = torrents_remove_webseeds

    def torrents_add_peers(
        self, peers: str | Iterable[str] | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> TorrentsAddPeersDictionary:
        """Tell torrents of peers. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param peers: `host:port`
        :returns: infohash -> how many the daemon will try
        :raises BadRequestError: none of the peers can be read
        """
        return self._call_operation(
            ops.TORRENTS_ADD_PEERS,
            (
                torrent_hashes,
                peers,
            ),
            TorrentsAddPeersDictionary,
            kwargs,
        )

    torrents_addPeers = torrents_add_peers

    def torrents_categories(self, **kwargs: APIKwargsT) -> TorrentCategoriesDictionary:
        """All categories.

        :returns: name -> category
        """
        return self._call_operation(ops.TORRENTS_CATEGORIES, (), TorrentCategoriesDictionary, kwargs)

    def torrents_create_category(
        self,
        name: str | None = None,
        save_path: str | os.PathLike[str] | None = None,
        download_path: str | os.PathLike[str] | None = None,
        enable_download_path: bool | None = None,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Default", "Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Make a category.

        :param name: its name; a slash makes it a subcategory
        :param save_path: where its torrents go; "" or None for a folder named after it
        :param download_path: where its incomplete torrents go
        :param use_download_path: False for no such place, None for the session's own; True when `download_path` is given
        :param ratio_limit: ratio limit; -2 the session's, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the session's, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the session's, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one share limit or all must be reached
        :raises BadRequestError: the name is empty
        :raises ConflictError: the name cannot be used, or is taken
        """
        self._call_operation(
            ops.TORRENTS_CREATE_CATEGORY,
            (
                name,
                save_path,
                download_path,
                enable_download_path,
                ratio_limit,
                seeding_time_limit,
                inactive_seeding_time_limit,
                share_limit_action,
                share_limits_mode,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_createCategory = torrents_create_category

    def torrents_edit_category(
        self,
        name: str | None = None,
        save_path: str | os.PathLike[str] | None = None,
        download_path: str | os.PathLike[str] | None = None,
        enable_download_path: bool | None = None,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Default", "Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Change a category. What is not given stays as it is: daemons before 5.2, which would reset it, are asked first.

        :param name: its name
        :param save_path: where its torrents go; "" for a folder named after it
        :param download_path: where its incomplete torrents go
        :param use_download_path: False for no such place; True when `download_path` is given
        :param ratio_limit: ratio limit; -2 the session's, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the session's, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the session's, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one share limit or all must be reached
        :raises BadRequestError: the name is empty
        :raises NotFoundError: no such category (5.2 and younger)
        :raises ConflictError: no such category (before 5.2), or nothing would change (4.4 to 5.1)
        """
        self._call_operation(
            ops.TORRENTS_EDIT_CATEGORY,
            (
                name,
                save_path,
                download_path,
                enable_download_path,
                ratio_limit,
                seeding_time_limit,
                inactive_seeding_time_limit,
                share_limit_action,
                share_limits_mode,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_editCategory = torrents_edit_category

    def torrents_remove_categories(self, categories: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Remove categories; their torrents stay. Unknown ones are passed over.

        :param categories: their names
        """
        self._call_operation(ops.TORRENTS_REMOVE_CATEGORIES, (categories,), calling.nothing, kwargs)

    torrents_removeCategories = torrents_remove_categories

    def torrents_tags(self, **kwargs: APIKwargsT) -> TagList:
        """All tags.

        :returns: their names
        """
        return self._call_operation(ops.TORRENTS_TAGS, (), TagList, kwargs)

    def torrents_create_tags(self, tags: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Make tags. Those that exist are passed over.

        :param tags: their names
        """
        self._call_operation(ops.TORRENTS_CREATE_TAGS, (tags,), calling.nothing, kwargs)

    torrents_createTags = torrents_create_tags

    def torrents_delete_tags(self, tags: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Delete tags, also on torrents. Unknown ones are passed over.

        :param tags: their names
        """
        self._call_operation(ops.TORRENTS_DELETE_TAGS, (tags,), calling.nothing, kwargs)

    torrents_deleteTags = torrents_delete_tags

    def torrents_add_tags(
        self, tags: str | Iterable[str] | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Put tags on torrents; they are made if they do not exist. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags
        """
        self._call_operation(
            ops.TORRENTS_ADD_TAGS,
            (
                torrent_hashes,
                tags,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_addTags = torrents_add_tags

    def torrents_set_tags(
        self, tags: str | Iterable[str] | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Put these tags on torrents, and take all others off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; nothing takes all off
        """
        self._call_operation(
            ops.TORRENTS_SET_TAGS,
            (
                torrent_hashes,
                tags,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setTags = torrents_set_tags

    def torrents_remove_tags(
        self, tags: str | Iterable[str] | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Take tags off torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; None takes all off
        :raises EmptySelectionError: `tags` is an empty list, which the daemon takes for all
        """
        self._call_operation(
            ops.TORRENTS_REMOVE_TAGS,
            (
                torrent_hashes,
                tags,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_removeTags = torrents_remove_tags

    def torrents_fetch_metadata(
        self, source: str | None = None, downloader: str | None = None, **kwargs: APIKwargsT
    ) -> TorrentMetadataDictionary:
        """Get to know a torrent without adding it. The daemon goes on fetching after the answer: ask until it `is_known`.

        :param source: magnet link, infohash, or http(s) address of a `.torrent`
        :param downloader: name of the search plugin that fetches the address
        :returns: what is known so far
        :raises BadRequestError: nothing that can be fetched, or no such plugin
        :raises MediaRefusedError: no `.torrent` is at that address (5.3 and younger)
        """
        return self._call_operation(
            ops.TORRENTS_FETCH_METADATA,
            (
                source,
                downloader,
            ),
            TorrentMetadataDictionary,
            kwargs,
        )

    torrents_fetchMetadata = torrents_fetch_metadata

    def torrents_parse_metadata(self, torrent_files: TorrentFilesT | None = None, **kwargs: APIKwargsT) -> TorrentMetadataList:
        """Let the daemon read `.torrent` files without adding them.

        :param files: paths, bytes or open binary files, one, several, or a mapping from a name to one of these
        :returns: one record per file, in the order of the files
        :raises FileMissingError: a path does not exist
        :raises FileUnreadableError: a path cannot be read
        :raises InvalidTorrentError: a file is no `.torrent`; nothing was sent
        :raises MediaRefusedError: the daemon cannot read one of them
        """
        return self._call_operation(ops.TORRENTS_PARSE_METADATA, (torrent_files,), TorrentMetadataList, kwargs)

    torrents_parseMetadata = torrents_parse_metadata

    def torrents_save_metadata(self, source: str | None = None, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` file of what `fetch_metadata` fetched.

        :param source: what was given to `fetch_metadata`
        :returns: its bytes
        :raises BadRequestError: no source
        :raises NotFoundError: it was never asked for
        :raises ConflictError: it is not known yet
        """
        return self._call_operation(ops.TORRENTS_SAVE_METADATA, (source,), calling.raw, kwargs)

    torrents_saveMetadata = torrents_save_metadata

    def torrents_ssl_parameters(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentSSLParametersDictionary:
        """What an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :returns: certificate, private key and Diffie-Hellman parameters
        :raises NotFoundError: no such torrent
        """
        return self._call_operation(ops.TORRENTS_SSL_PARAMETERS, (torrent_hash,), TorrentSSLParametersDictionary, kwargs)

    torrents_SSLParameters = torrents_ssl_parameters

    def torrents_set_ssl_parameters(
        self,
        torrent_hash: str | None = None,
        ssl_certificate: str | None = None,
        ssl_private_key: str | None = None,
        ssl_dh_params: str | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Set what an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :param ssl_certificate: PEM text
        :param ssl_private_key: PEM text
        :param ssl_dh_params: PEM text
        :raises NotFoundError: no such torrent
        :raises MediaRefusedError: they do not fit together
        """
        self._call_operation(
            ops.TORRENTS_SET_SSL_PARAMETERS,
            (
                torrent_hash,
                ssl_certificate,
                ssl_private_key,
                ssl_dh_params,
            ),
            calling.nothing,
            kwargs,
        )

    torrents_setSSLParameters = torrents_set_ssl_parameters


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
        :param path: its whole path, `folder\name`; without it the address is its name, then its title once that is known
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

        Before 4.5 the rule is made again under the new name, because 4.2.5 loses a renamed one.

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


@home("qbittorrentapi.torrentcreator")
class TorrentCreatorAPIMixIn(AppAPIMixIn):
    """The flat methods of TorrentCreator."""

    @property
    def torrentcreator(self) -> TorrentCreator:
        """The namespace; `client.torrentcreator_...` without the prefix."""
        return self._namespace(TorrentCreator)

    def torrentcreator_add_task(
        self,
        source_path: str | os.PathLike[Any] | None = None,
        torrent_file_path: str | os.PathLike[Any] | None = None,
        format: Literal["v1", "v2", "hybrid"] | None = None,
        start_seeding: bool | None = None,
        is_private: bool | None = None,
        optimize_alignment: bool | None = None,
        ignore_dotfiles: bool | None = None,
        padded_file_size_limit: int | None = None,
        piece_size: int | None = None,
        comment: str | None = None,
        trackers: str | list[str] | None = None,
        url_seeds: str | list[str] | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentCreatorTaskDictionary:
        """Let the daemon make a `.torrent`. It works on after the answer; tasks do not outlive the daemon.

        :param source_path: file or folder, a path of the daemon's machine
        :param torrent_file_path: where the daemon writes the `.torrent`, a path of its machine; a temporary file if not given
        :param format: v1, v2 or hybrid, which is the usual one; of use in builds with libtorrent 2
        :param start_seeding: add the torrent when it is made; not given: only when no `torrent_file_path` is
        :param is_private: set the private flag
        :param optimize_alignment: let files begin at pieces; only builds with libtorrent 1.2 look at it
        :param ignore_dotfiles: leave out what begins with a dot, which is usual
        :param padded_file_size_limit: pad files above so many bytes, -1 for none; only builds with libtorrent 1.2 look at it
        :param piece_size: bytes of a piece, a power of two from 16384 on; 0 chooses
        :param comment: comment
        :param trackers: addresses; an empty text begins the next tier
        :param url_seeds: addresses of web seeds
        :param source: source tag, which changes the infohash (5.0.3 and younger)
        :returns: the task's id
        :raises ConflictError: 256 tasks are waiting already
        """
        return self._call_operation(
            ops.TORRENTCREATOR_ADD_TASK,
            (
                source_path,
                torrent_file_path,
                format,
                start_seeding,
                is_private,
                optimize_alignment,
                ignore_dotfiles,
                padded_file_size_limit,
                piece_size,
                comment,
                trackers,
                url_seeds,
                None,
            ),
            TorrentCreatorTaskDictionary,
            kwargs,
        )

    torrentcreator_addTask = torrentcreator_add_task

    def torrentcreator_status(self, task_id: str | None = None, **kwargs: APIKwargsT) -> TorrentCreatorTaskStatusList:
        """The tasks, or one of them.

        :param task_id: only this one
        :returns: one record per task
        :raises NotFoundError: no such task
        """
        return self._call_operation(ops.TORRENTCREATOR_STATUS, (task_id,), TorrentCreatorTaskStatusList, kwargs)

    def torrentcreator_torrent_file(self, task_id: str | None = None, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` that a task made.

        :param task_id: the task
        :returns: its bytes
        :raises NotFoundError: no such task
        :raises ConflictError: it is not finished, or it failed
        """
        return self._call_operation(ops.TORRENTCREATOR_TORRENT_FILE, (task_id,), calling.raw, kwargs)

    torrentcreator_torrentFile = torrentcreator_torrent_file

    def torrentcreator_delete_task(self, task_id: str | None = None, **kwargs: APIKwargsT) -> None:
        """Delete a task; one that runs is stopped.

        :param task_id: the task
        :raises NotFoundError: no such task
        """
        self._call_operation(ops.TORRENTCREATOR_DELETE_TASK, (task_id,), calling.nothing, kwargs)

    torrentcreator_deleteTask = torrentcreator_delete_task


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

        :returns: the text of the daemon, with its leading `v`; None from qBittorrent 3.0 and 3.1, which have no such action
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

        A setting that has another name or form in the daemon's version is sent as that version wants it, where both mean the
        same: `add_stopped_enabled`, `torrent_content_layout`, `proxy_type`, `export_dir`, `torrent_files_backup_dir`,
        `mail_notification_ssl_enabled` and `mail_notification_encryption_type` work with every version.

        The daemon leaves out without a word what it cannot use: keys that may only be read (`web_ui_api_key`), one half of
        `schedule_from_hour` and `schedule_from_min`, numbers out of range. Changing `web_ui_port` or `use_https` moves the daemon
        away from this client's address.

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

    def set_cookies(self, cookies: CookieList | Sequence[Mapping[str, str | int]] | None = None, **kwargs: APIKwargsT) -> None:
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
        self.main: LogMain = LogMain(client=client)

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
        self.maindata: MainData = MainData(client=client)
        self.torrent_peers: TorrentPeers = TorrentPeers(client=client)
        self.torrentPeers: TorrentPeers = self.torrent_peers


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
        self.info: _Info = _Info(client=client)
        self.stop: ActionForAll[None] = ActionForAll(client.torrents_stop)
        self.pause: ActionForAll[None] = self.stop
        self.start: ActionForAll[None] = ActionForAll(client.torrents_start)
        self.resume: ActionForAll[None] = self.start
        self.delete: ActionForAll[None] = ActionForAll(client.torrents_delete)
        self.download_limit: ActionForAll[TorrentLimitsDictionary] = ActionForAll(client.torrents_download_limit)
        self.downloadLimit: ActionForAll[TorrentLimitsDictionary] = self.download_limit
        self.set_download_limit: ActionForAll[None] = ActionForAll(client.torrents_set_download_limit)
        self.setDownloadLimit: ActionForAll[None] = self.set_download_limit
        self.upload_limit: ActionForAll[TorrentLimitsDictionary] = ActionForAll(client.torrents_upload_limit)
        self.uploadLimit: ActionForAll[TorrentLimitsDictionary] = self.upload_limit
        self.set_upload_limit: ActionForAll[None] = ActionForAll(client.torrents_set_upload_limit)
        self.setUploadLimit: ActionForAll[None] = self.set_upload_limit
        self.recheck: ActionForAll[None] = ActionForAll(client.torrents_recheck)
        self.reannounce: ActionForAll[None] = ActionForAll(client.torrents_reannounce)
        self.increase_priority: ActionForAll[None] = ActionForAll(client.torrents_increase_priority)
        self.increasePrio: ActionForAll[None] = self.increase_priority
        self.decrease_priority: ActionForAll[None] = ActionForAll(client.torrents_decrease_priority)
        self.decreasePrio: ActionForAll[None] = self.decrease_priority
        self.top_priority: ActionForAll[None] = ActionForAll(client.torrents_top_priority)
        self.topPrio: ActionForAll[None] = self.top_priority
        self.bottom_priority: ActionForAll[None] = ActionForAll(client.torrents_bottom_priority)
        self.bottomPrio: ActionForAll[None] = self.bottom_priority
        self.set_share_limits: ActionForAll[None] = ActionForAll(client.torrents_set_share_limits)
        self.setShareLimits: ActionForAll[None] = self.set_share_limits
        self.set_location: ActionForAll[None] = ActionForAll(client.torrents_set_location)
        self.setLocation: ActionForAll[None] = self.set_location
        self.set_save_path: ActionForAll[None] = ActionForAll(client.torrents_set_save_path)
        self.setSavePath: ActionForAll[None] = self.set_save_path
        self.set_download_path: ActionForAll[None] = ActionForAll(client.torrents_set_download_path)
        self.setDownloadPath: ActionForAll[None] = self.set_download_path
        self.set_comment: ActionForAll[None] = ActionForAll(client.torrents_set_comment)
        self.setComment: ActionForAll[None] = self.set_comment
        self.set_category: ActionForAll[None] = ActionForAll(client.torrents_set_category)
        self.setCategory: ActionForAll[None] = self.set_category
        self.set_auto_management: ActionForAll[None] = ActionForAll(client.torrents_set_auto_management)
        self.setAutoManagement: ActionForAll[None] = self.set_auto_management
        self.toggle_sequential_download: ActionForAll[None] = ActionForAll(client.torrents_toggle_sequential_download)
        self.toggleSequentialDownload: ActionForAll[None] = self.toggle_sequential_download
        self.toggle_first_last_piece_priority: ActionForAll[None] = ActionForAll(client.torrents_toggle_first_last_piece_priority)
        self.toggleFirstLastPiecePrio: ActionForAll[None] = self.toggle_first_last_piece_priority
        self.set_force_start: ActionForAll[None] = ActionForAll(client.torrents_set_force_start)
        self.setForceStart: ActionForAll[None] = self.set_force_start
        self.set_super_seeding: ActionForAll[None] = ActionForAll(client.torrents_set_super_seeding)
        self.setSuperSeeding: ActionForAll[None] = self.set_super_seeding
        self.add_peers: ActionForAll[TorrentsAddPeersDictionary] = ActionForAll(client.torrents_add_peers)
        self.addPeers: ActionForAll[TorrentsAddPeersDictionary] = self.add_peers

    def add(
        self,
        urls: str | Iterable[str] | None = None,
        torrent_files: TorrentFilesT | None = None,
        save_path: str | os.PathLike[str] | None = None,
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
        download_path: str | os.PathLike[str] | None = None,
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
        """Add torrents from magnet links, addresses and `.torrent` files, any number of them.

        It takes one request for 500 torrents, or for 16 MiB of files, and each has the client's `timeout`. Daemons since 5.2 are
        asked once more only when they refused some. Older ones say less: their version is asked for once a login, and
        `torrents/info` before and after for several torrents, or, before 4.5, for a single one.

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
        :returns: on the native faces what came of each torrent, with its infohash, in the order given: added, already there,
            pending, refused or unknown
        :raises FileMissingError: a path does not exist; nothing was sent
        :raises FileUnreadableError: a path cannot be read; nothing was sent
        :raises InvalidTorrentError: all was refused, the first one because it is no `.torrent`
        :raises UploadRefusedError: likewise, because this daemon (4.1 to 4.4) cannot take its bytes; the hint names a way
        :raises TorrentRefusedError: likewise, because the daemon did not take it
        :raises MediaRefusedError: likewise, because the daemon cannot read it
        :raises ConflictError: likewise, because the daemon (5.2 and younger) did not take it
        :raises TransportError: the way broke; what came of each torrent until then is in the error's `done`
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

    def rename(self, torrent_hash: str | None = None, new_torrent_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Change the name under which a torrent is shown. Its files keep theirs.

        :param torrent_hash: the torrent
        :param name: the name; line ends become blanks
        :raises NotFoundError: no such torrent
        :raises ConflictError: nothing but blanks
        """
        self._client.torrents_rename(torrent_hash=torrent_hash, new_torrent_name=new_torrent_name, **kwargs)

    def count(self, **kwargs: APIKwargsT) -> int:
        """How many torrents the session has.

        :returns: their number
        """
        return self._client.torrents_count(**kwargs)

    def properties(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPropertiesDictionary:
        """One torrent in detail.

        :param torrent_hash: the torrent
        :returns: its properties
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_properties(torrent_hash=torrent_hash, **kwargs)

    def files(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentFilesList:
        """The files of a torrent; none while its metadata is not known.

        :param torrent_hash: the torrent
        :param indexes: only these files
        :returns: one record per file
        :raises NotFoundError: no such torrent
        :raises ConflictError: no file has that index
        """
        return self._client.torrents_files(torrent_hash=torrent_hash, **kwargs)

    def piece_states(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPieceInfoList:
        """The state of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: for each piece 0 missing, 1 being downloaded, 2 complete
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_piece_states(torrent_hash=torrent_hash, **kwargs)

    pieceStates = piece_states

    def piece_hashes(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPieceInfoList:
        """The v1 hash of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: 40 hexadecimal digits for each piece
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_piece_hashes(torrent_hash=torrent_hash, **kwargs)

    pieceHashes = piece_hashes

    def piece_availability(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentPieceInfoList:
        """How many connected peers have each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: a number for each piece; nothing for a torrent that is complete or stopped
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_piece_availability(torrent_hash=torrent_hash, **kwargs)

    pieceAvailability = piece_availability

    def file_priority(
        self,
        torrent_hash: str | None = None,
        file_ids: str | int | Iterable[str | int] | None = None,
        priority: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Say which files of a torrent are wanted, and which first.

        :param torrent_hash: the torrent
        :param file_ids: indexes of the files
        :param priority: 0 not wanted, 1 normal, 6 high, 7 maximum
        :raises NotFoundError: no such torrent
        :raises BadRequestError: another priority, or an index that is no number
        :raises ConflictError: no file has that index, or the metadata is not known yet
        """
        self._client.torrents_file_priority(torrent_hash=torrent_hash, file_ids=file_ids, priority=priority, **kwargs)

    filePrio = file_priority

    def rename_file(
        self,
        torrent_hash: str | None = None,
        file_id: str | int | None = None,
        new_file_name: str | None = None,
        old_path: str | None = None,
        new_path: str | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Rename or move one file of a torrent. It is done after the answer.

        Daemons before 4.3.3 can only rename a file within its folder.

        :param torrent_hash: the torrent
        :param old_path: its path, as `files` shows it
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or the new path is taken or impossible
        :raises UnsupportedError: another folder, and the daemon is older than 4.3.3
        """
        self._client.torrents_rename_file(
            torrent_hash=torrent_hash,
            file_id=file_id,
            new_file_name=new_file_name,
            old_path=old_path,
            new_path=new_path,
            **kwargs,
        )

    renameFile = rename_file

    def rename_folder(
        self, torrent_hash: str | None = None, old_path: str | None = None, new_path: str | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Rename or move one folder of a torrent. It is done after the answer.

        :param torrent_hash: the torrent
        :param old_path: its path inside the torrent
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such folder, or the new path is taken or impossible
        """
        self._client.torrents_rename_folder(torrent_hash=torrent_hash, old_path=old_path, new_path=new_path, **kwargs)

    renameFolder = rename_folder

    def download_file(self, torrent_hash: str | None = None, file: str | int | None = None, **kwargs: APIKwargsT) -> str:
        """The content of one complete file of a torrent.

        :param torrent_hash: the torrent
        :param file: its index, or its path as `files` shows it; text of digits only counts as an index
        :returns: on the native faces a stream: `save(path)` it, which goes on after a broken connection and with what an earlier
            call left; `read()` it; or enter it with `with` or `async with` for its pieces
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or it is not complete
        :raises ServerError: the daemon cannot open it
        """
        return self._client.torrents_download_file(torrent_hash=torrent_hash, file=file, **kwargs)

    downloadFile = download_file

    def trackers(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TrackersList:
        """The trackers of a torrent, after three rows for DHT, PeX and LSD.

        :param torrent_hash: the torrent
        :returns: one record per tracker
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_trackers(torrent_hash=torrent_hash, **kwargs)

    def add_trackers(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Add trackers to a torrent. Those that it has already are passed over.

        :param torrent_hash: the torrent; since 5.2 also several, or "all"
        :param urls: addresses; an empty text begins the next tier (4.5 and younger)
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        """
        self._client.torrents_add_trackers(torrent_hash=torrent_hash, urls=urls, **kwargs)

    addTrackers = add_trackers

    def edit_tracker(
        self,
        torrent_hash: str | None = None,
        original_url: str | None = None,
        new_url: str | None = None,
        tier: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Change the address or the tier of a tracker.

        :param torrent_hash: the torrent
        :param original_url: the address that it has
        :param new_url: the address that it shall have; may be left out since 5.2
        :param tier: the tier that it shall have, 0 to 255
        :raises NotFoundError: no such torrent
        :raises BadRequestError: no address, no such tier, or nothing to change
        :raises ConflictError: no such tracker, or the torrent has the new address already
        """
        self._client.torrents_edit_tracker(
            torrent_hash=torrent_hash, original_url=original_url, new_url=new_url, tier=tier, **kwargs
        )

    editTracker = edit_tracker

    def remove_trackers(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Remove trackers from a torrent.

        :param torrent_hash: the torrent; "*" for all of them since 5.1; several, or "all", since 5.2
        :param urls: their addresses, as `trackers` shows them
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        :raises ConflictError: the torrent has none of them (before 4.5)
        """
        self._client.torrents_remove_trackers(torrent_hash=torrent_hash, urls=urls, **kwargs)

    removeTrackers = remove_trackers

    def webseeds(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> WebSeedsList:
        """The web seeds of a torrent.

        :param torrent_hash: the torrent
        :returns: one record per web seed
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_webseeds(torrent_hash=torrent_hash, **kwargs)

    def add_webseeds(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Add web seeds to a torrent.

        :param torrent_hash: the torrent
        :param urls: addresses of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        """
        self._client.torrents_add_webseeds(torrent_hash=torrent_hash, urls=urls, **kwargs)

    addWebSeeds = add_webseeds

    def edit_webseed(
        self, torrent_hash: str | None = None, orig_url: str | None = None, new_url: str | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Put one web seed in the place of another.

        :param torrent_hash: the torrent
        :param orig_url: the address that it has
        :param new_url: the address that it shall have, of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        :raises ConflictError: no such web seed
        """
        self._client.torrents_edit_webseed(torrent_hash=torrent_hash, orig_url=orig_url, new_url=new_url, **kwargs)

    editWebSeed = edit_webseed

    def remove_webseeds(
        self, torrent_hash: str | None = None, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Remove web seeds from a torrent. Those that it has not are passed over.

        :param torrent_hash: the torrent
        :param urls: their addresses
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not an address
        """
        self._client.torrents_remove_webseeds(torrent_hash=torrent_hash, urls=urls, **kwargs)

    removeWebSeeds = remove_webseeds

    def fetch_metadata(
        self, source: str | None = None, downloader: str | None = None, **kwargs: APIKwargsT
    ) -> TorrentMetadataDictionary:
        """Get to know a torrent without adding it. The daemon goes on fetching after the answer: ask until it `is_known`.

        :param source: magnet link, infohash, or http(s) address of a `.torrent`
        :param downloader: name of the search plugin that fetches the address
        :returns: what is known so far
        :raises BadRequestError: nothing that can be fetched, or no such plugin
        :raises MediaRefusedError: no `.torrent` is at that address (5.3 and younger)
        """
        return self._client.torrents_fetch_metadata(source=source, downloader=downloader, **kwargs)

    fetchMetadata = fetch_metadata

    def parse_metadata(self, torrent_files: TorrentFilesT | None = None, **kwargs: APIKwargsT) -> TorrentMetadataList:
        """Let the daemon read `.torrent` files without adding them.

        :param files: paths, bytes or open binary files, one, several, or a mapping from a name to one of these
        :returns: one record per file, in the order of the files
        :raises FileMissingError: a path does not exist
        :raises FileUnreadableError: a path cannot be read
        :raises InvalidTorrentError: a file is no `.torrent`; nothing was sent
        :raises MediaRefusedError: the daemon cannot read one of them
        """
        return self._client.torrents_parse_metadata(torrent_files=torrent_files, **kwargs)

    parseMetadata = parse_metadata

    def save_metadata(self, source: str | None = None, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` file of what `fetch_metadata` fetched.

        :param source: what was given to `fetch_metadata`
        :returns: its bytes
        :raises BadRequestError: no source
        :raises NotFoundError: it was never asked for
        :raises ConflictError: it is not known yet
        """
        return self._client.torrents_save_metadata(source=source, **kwargs)

    saveMetadata = save_metadata

    def ssl_parameters(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> TorrentSSLParametersDictionary:
        """What an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :returns: certificate, private key and Diffie-Hellman parameters
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_ssl_parameters(torrent_hash=torrent_hash, **kwargs)

    SSLParameters = ssl_parameters

    def set_ssl_parameters(
        self,
        torrent_hash: str | None = None,
        ssl_certificate: str | None = None,
        ssl_private_key: str | None = None,
        ssl_dh_params: str | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Set what an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :param ssl_certificate: PEM text
        :param ssl_private_key: PEM text
        :param ssl_dh_params: PEM text
        :raises NotFoundError: no such torrent
        :raises MediaRefusedError: they do not fit together
        """
        self._client.torrents_set_ssl_parameters(
            torrent_hash=torrent_hash,
            ssl_certificate=ssl_certificate,
            ssl_private_key=ssl_private_key,
            ssl_dh_params=ssl_dh_params,
            **kwargs,
        )

    setSSLParameters = set_ssl_parameters


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

    def uninstall_plugin(self, sources: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Remove plugins. Unknown ones are passed over.

        :param names: one or several
        """
        self._client.search_uninstall_plugin(names=sources, **kwargs)

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
        self.items: RSSItems = RSSItems(client=client)

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
        :param path: its whole path, `folder\name`; without it the address is its name, then its title once that is known
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

        Before 4.5 the rule is made again under the new name, because 4.2.5 loses a renamed one.

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


@home("qbittorrentapi.torrentcreator")
class TorrentCreator(ClientCache[TorrentCreatorAPIMixIn]):
    """`client.torrentcreator`."""

    def add_task(
        self,
        source_path: str | os.PathLike[Any] | None = None,
        torrent_file_path: str | os.PathLike[Any] | None = None,
        format: Literal["v1", "v2", "hybrid"] | None = None,
        start_seeding: bool | None = None,
        is_private: bool | None = None,
        optimize_alignment: bool | None = None,
        ignore_dotfiles: bool | None = None,
        padded_file_size_limit: int | None = None,
        piece_size: int | None = None,
        comment: str | None = None,
        trackers: str | list[str] | None = None,
        url_seeds: str | list[str] | None = None,
        **kwargs: APIKwargsT,
    ) -> TorrentCreatorTaskDictionary:
        """Let the daemon make a `.torrent`. It works on after the answer; tasks do not outlive the daemon.

        :param source_path: file or folder, a path of the daemon's machine
        :param torrent_file_path: where the daemon writes the `.torrent`, a path of its machine; a temporary file if not given
        :param format: v1, v2 or hybrid, which is the usual one; of use in builds with libtorrent 2
        :param start_seeding: add the torrent when it is made; not given: only when no `torrent_file_path` is
        :param is_private: set the private flag
        :param optimize_alignment: let files begin at pieces; only builds with libtorrent 1.2 look at it
        :param ignore_dotfiles: leave out what begins with a dot, which is usual
        :param padded_file_size_limit: pad files above so many bytes, -1 for none; only builds with libtorrent 1.2 look at it
        :param piece_size: bytes of a piece, a power of two from 16384 on; 0 chooses
        :param comment: comment
        :param trackers: addresses; an empty text begins the next tier
        :param url_seeds: addresses of web seeds
        :param source: source tag, which changes the infohash (5.0.3 and younger)
        :returns: the task's id
        :raises ConflictError: 256 tasks are waiting already
        """
        return self._client.torrentcreator_add_task(
            source_path=source_path,
            torrent_file_path=torrent_file_path,
            format=format,
            start_seeding=start_seeding,
            is_private=is_private,
            optimize_alignment=optimize_alignment,
            ignore_dotfiles=ignore_dotfiles,
            padded_file_size_limit=padded_file_size_limit,
            piece_size=piece_size,
            comment=comment,
            trackers=trackers,
            url_seeds=url_seeds,
            **kwargs,
        )

    addTask = add_task

    def status(self, task_id: str | None = None, **kwargs: APIKwargsT) -> TorrentCreatorTaskStatusList:
        """The tasks, or one of them.

        :param task_id: only this one
        :returns: one record per task
        :raises NotFoundError: no such task
        """
        return self._client.torrentcreator_status(task_id=task_id, **kwargs)

    def torrent_file(self, task_id: str | None = None, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` that a task made.

        :param task_id: the task
        :returns: its bytes
        :raises NotFoundError: no such task
        :raises ConflictError: it is not finished, or it failed
        """
        return self._client.torrentcreator_torrent_file(task_id=task_id, **kwargs)

    torrentFile = torrent_file

    def delete_task(self, task_id: str | None = None, **kwargs: APIKwargsT) -> None:
        """Delete a task; one that runs is stopped.

        :param task_id: the task
        :raises NotFoundError: no such task
        """
        self._client.torrentcreator_delete_task(task_id=task_id, **kwargs)

    deleteTask = delete_task


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

    @property
    def categories(self) -> TorrentCategoriesDictionary:
        """All categories.

        :returns: name -> category
        """
        return self._client.torrents_categories()

    @categories.setter
    def categories(self, val: Mapping[str, str | bool]) -> None:
        put_category(self._client, val)

    def create_category(
        self,
        name: str | None = None,
        save_path: str | os.PathLike[str] | None = None,
        download_path: str | os.PathLike[str] | None = None,
        enable_download_path: bool | None = None,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Default", "Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Make a category.

        :param name: its name; a slash makes it a subcategory
        :param save_path: where its torrents go; "" or None for a folder named after it
        :param download_path: where its incomplete torrents go
        :param use_download_path: False for no such place, None for the session's own; True when `download_path` is given
        :param ratio_limit: ratio limit; -2 the session's, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the session's, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the session's, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one share limit or all must be reached
        :raises BadRequestError: the name is empty
        :raises ConflictError: the name cannot be used, or is taken
        """
        self._client.torrents_create_category(
            name=name,
            save_path=save_path,
            download_path=download_path,
            enable_download_path=enable_download_path,
            ratio_limit=ratio_limit,
            seeding_time_limit=seeding_time_limit,
            inactive_seeding_time_limit=inactive_seeding_time_limit,
            share_limit_action=share_limit_action,
            share_limits_mode=share_limits_mode,
            **kwargs,
        )

    createCategory = create_category

    def edit_category(
        self,
        name: str | None = None,
        save_path: str | os.PathLike[str] | None = None,
        download_path: str | os.PathLike[str] | None = None,
        enable_download_path: bool | None = None,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Default", "Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Change a category. What is not given stays as it is: daemons before 5.2, which would reset it, are asked first.

        :param name: its name
        :param save_path: where its torrents go; "" for a folder named after it
        :param download_path: where its incomplete torrents go
        :param use_download_path: False for no such place; True when `download_path` is given
        :param ratio_limit: ratio limit; -2 the session's, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the session's, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the session's, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one share limit or all must be reached
        :raises BadRequestError: the name is empty
        :raises NotFoundError: no such category (5.2 and younger)
        :raises ConflictError: no such category (before 5.2), or nothing would change (4.4 to 5.1)
        """
        self._client.torrents_edit_category(
            name=name,
            save_path=save_path,
            download_path=download_path,
            enable_download_path=enable_download_path,
            ratio_limit=ratio_limit,
            seeding_time_limit=seeding_time_limit,
            inactive_seeding_time_limit=inactive_seeding_time_limit,
            share_limit_action=share_limit_action,
            share_limits_mode=share_limits_mode,
            **kwargs,
        )

    editCategory = edit_category

    def remove_categories(self, categories: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Remove categories; their torrents stay. Unknown ones are passed over.

        :param categories: their names
        """
        self._client.torrents_remove_categories(categories=categories, **kwargs)

    removeCategories = remove_categories


@home("qbittorrentapi.torrents")
class TorrentTags(ClientCache[TorrentsAPIMixIn]):
    """`client.torrent_tags`."""

    @property
    def tags(self) -> TagList:
        """All tags.

        :returns: their names
        """
        return self._client.torrents_tags()

    @tags.setter
    def tags(self, val: Iterable[str] | None = None) -> None:
        self._client.torrents_create_tags(val)

    def create_tags(self, tags: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Make tags. Those that exist are passed over.

        :param tags: their names
        """
        self._client.torrents_create_tags(tags=tags, **kwargs)

    createTags = create_tags

    def delete_tags(self, tags: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Delete tags, also on torrents. Unknown ones are passed over.

        :param tags: their names
        """
        self._client.torrents_delete_tags(tags=tags, **kwargs)

    deleteTags = delete_tags

    def add_tags(
        self, tags: str | Iterable[str] | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Put tags on torrents; they are made if they do not exist. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags
        """
        self._client.torrents_add_tags(tags=tags, torrent_hashes=torrent_hashes, **kwargs)

    addTags = add_tags

    def set_tags(
        self, tags: str | Iterable[str] | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Put these tags on torrents, and take all others off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; nothing takes all off
        """
        self._client.torrents_set_tags(tags=tags, torrent_hashes=torrent_hashes, **kwargs)

    setTags = set_tags

    def remove_tags(
        self, tags: str | Iterable[str] | None = None, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Take tags off torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; None takes all off
        :raises EmptySelectionError: `tags` is an empty list, which the daemon takes for all
        """
        self._client.torrents_remove_tags(tags=tags, torrent_hashes=torrent_hashes, **kwargs)

    removeTags = remove_tags


@home("qbittorrentapi.torrents")
class TorrentDictionary(TorrentBase[TorrentsAPIMixIn]):
    """One torrent. Its keys are attributes too; its methods work on itself."""

    _client: TorrentsAPIMixIn

    added_on: int = item("added_on")
    amount_left: int = item("amount_left")
    auto_tmm: bool = item("auto_tmm")
    availability: float = item("availability")
    category: str = item("category")
    comment: str = item("comment")
    completed: int = item("completed")
    completion_on: int = item("completion_on")
    connections_count: int = item("connections_count")
    connections_limit: int = item("connections_limit")
    content_path: str = item("content_path")
    created_by: str = item("created_by")
    creation_date: int = item("creation_date")
    dl_limit: int = item("dl_limit")
    dlspeed: int = item("dlspeed")
    download_path: str = item("download_path")
    downloaded: int = item("downloaded")
    downloaded_session: int = item("downloaded_session")
    eta: int = item("eta")
    f_l_piece_prio: bool = item("f_l_piece_prio")
    force_start: bool = item("force_start")
    has_metadata: bool = item("has_metadata")
    has_other_announce_error: bool = item("has_other_announce_error")
    has_tracker_error: bool = item("has_tracker_error")
    has_tracker_warning: bool = item("has_tracker_warning")
    hash: str = item("hash")
    inactive_seeding_time_limit: int = item("inactive_seeding_time_limit")
    infohash_v1: str = item("infohash_v1")
    infohash_v2: str = item("infohash_v2")
    last_activity: int = item("last_activity")
    magnet_uri: str = item("magnet_uri")
    max_inactive_seeding_time: int = item("max_inactive_seeding_time")
    max_ratio: float = item("max_ratio")
    max_seeding_time: int = item("max_seeding_time")
    name: str = item("name")
    num_complete: int = item("num_complete")
    num_incomplete: int = item("num_incomplete")
    num_leechs: int = item("num_leechs")
    num_seeds: int = item("num_seeds")
    piece_size: int = item("piece_size")
    pieces_have: int = item("pieces_have")
    pieces_num: int = item("pieces_num")
    popularity: float = item("popularity")
    priority: int = item("priority")
    private: bool = item("private")
    progress: float = item("progress")
    ratio: float = item("ratio")
    ratio_limit: float = item("ratio_limit")
    reannounce_in: int = item("reannounce_in")
    root_path: str = item("root_path")
    save_path: str = item("save_path")
    seeding_time: int = item("seeding_time")
    seeding_time_limit: int = item("seeding_time_limit")
    seen_complete: int = item("seen_complete")
    seq_dl: bool = item("seq_dl")
    share_limit_action: str = item("share_limit_action")
    share_limits_mode: str = item("share_limits_mode")
    size: int = item("size")
    state: str = item("state")
    super_seeding: bool = item("super_seeding")
    tags: str = item("tags")
    time_active: int = item("time_active")
    total_size: int = item("total_size")
    total_wasted: int = item("total_wasted")
    tracker: str = item("tracker")
    trackers_count: int = item("trackers_count")
    up_limit: int = item("up_limit")
    uploaded: int = item("uploaded")
    uploaded_session: int = item("uploaded_session")
    upspeed: int = item("upspeed")

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

    def recheck(self, **kwargs: APIKwargsT) -> None:
        """Read the content of torrents again and compare it with their hashes. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """
        self._client.torrents_recheck(torrent_hashes=self._torrent_hash, **kwargs)

    def reannounce(self, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Announce torrents to their trackers now. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param urls: only to these trackers; else to all, and since 5.2 to DHT too
        """
        self._client.torrents_reannounce(urls=urls, torrent_hashes=self._torrent_hash, **kwargs)

    def increase_priority(self, **kwargs: APIKwargsT) -> None:
        """Move torrents one place up in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._client.torrents_increase_priority(torrent_hashes=self._torrent_hash, **kwargs)

    increasePrio = increase_priority

    def decrease_priority(self, **kwargs: APIKwargsT) -> None:
        """Move torrents one place down in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._client.torrents_decrease_priority(torrent_hashes=self._torrent_hash, **kwargs)

    decreasePrio = decrease_priority

    def top_priority(self, **kwargs: APIKwargsT) -> None:
        """Move torrents to the front of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._client.torrents_top_priority(torrent_hashes=self._torrent_hash, **kwargs)

    topPrio = top_priority

    def bottom_priority(self, **kwargs: APIKwargsT) -> None:
        """Move torrents to the end of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """
        self._client.torrents_bottom_priority(torrent_hashes=self._torrent_hash, **kwargs)

    bottomPrio = bottom_priority

    def set_share_limits(
        self,
        ratio_limit: str | float | None = None,
        seeding_time_limit: str | int | None = None,
        inactive_seeding_time_limit: str | int | None = None,
        share_limit_action: Literal["Default", "Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"] | None = None,
        share_limits_mode: Literal["Default", "MatchAny", "MatchAll"] | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Set all share limits of torrents anew: what is not given becomes the daemon's own. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param ratio_limit: ratio at which it is reached; -2 the daemon's own, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the daemon's own, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the daemon's own, -1 none
        :param share_limit_action: what happens then; the daemon takes an unknown word for "Default"
        :param share_limits_mode: whether one limit or all must be reached
        """
        self._client.torrents_set_share_limits(
            ratio_limit=ratio_limit,
            seeding_time_limit=seeding_time_limit,
            inactive_seeding_time_limit=inactive_seeding_time_limit,
            share_limit_action=share_limit_action,
            share_limits_mode=share_limits_mode,
            torrent_hashes=self._torrent_hash,
            **kwargs,
        )

    setShareLimits = set_share_limits

    def set_location(self, location: str | os.PathLike[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Move the content of torrents and switch their automatic management off. The move goes on after the answer.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param location: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there (4.1.2 to 4.5.1)
        :raises ConflictError: the daemon cannot make it
        """
        self._client.torrents_set_location(location=location, torrent_hashes=self._torrent_hash, **kwargs)

    setLocation = set_location

    def set_save_path(self, save_path: str | os.PathLike[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Set where the finished content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param save_path: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it
        """
        self._client.torrents_set_save_path(save_path=save_path, torrent_hashes=self._torrent_hash, **kwargs)

    setSavePath = set_save_path

    def set_download_path(self, download_path: str | os.PathLike[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Set where the incomplete content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param download_path: a folder of the daemon's machine, made if it does not exist; "" for none of its own
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it
        """
        self._client.torrents_set_download_path(download_path=download_path, torrent_hashes=self._torrent_hash, **kwargs)

    setDownloadPath = set_download_path

    def rename(self, new_name: str | None = None, **kwargs: APIKwargsT) -> None:
        """Change the name under which a torrent is shown. Its files keep theirs.

        :param torrent_hash: the torrent
        :param name: the name; line ends become blanks
        :raises NotFoundError: no such torrent
        :raises ConflictError: nothing but blanks
        """
        self._client.torrents_rename(new_torrent_name=new_name, torrent_hash=self._torrent_hash, **kwargs)

    def set_comment(self, comment: str | None = None, **kwargs: APIKwargsT) -> None:
        """Change the comment of torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param comment: the text; blanks around it go
        """
        self._client.torrents_set_comment(comment=comment, torrent_hashes=self._torrent_hash, **kwargs)

    setComment = set_comment

    def set_category(self, category: str | None = None, **kwargs: APIKwargsT) -> None:
        """Put torrents into a category. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param category: one that exists, or "" for none
        :raises ConflictError: no such category
        """
        self._client.torrents_set_category(category=category, torrent_hashes=self._torrent_hash, **kwargs)

    setCategory = set_category

    def set_auto_management(self, enable: bool | None = None, **kwargs: APIKwargsT) -> None:
        """Let the category of torrents decide where their content goes, or not. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """
        self._client.torrents_set_auto_management(enable=enable, torrent_hashes=self._torrent_hash, **kwargs)

    setAutoManagement = set_auto_management

    def toggle_sequential_download(self, **kwargs: APIKwargsT) -> None:
        """Download the pieces of torrents in order, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """
        self._client.torrents_toggle_sequential_download(torrent_hashes=self._torrent_hash, **kwargs)

    toggleSequentialDownload = toggle_sequential_download

    def toggle_first_last_piece_priority(self, **kwargs: APIKwargsT) -> None:
        """Download first and last pieces of files first, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """
        self._client.torrents_toggle_first_last_piece_priority(torrent_hashes=self._torrent_hash, **kwargs)

    toggleFirstLastPiecePrio = toggle_first_last_piece_priority

    def set_force_start(self, enable: bool | None = None, **kwargs: APIKwargsT) -> None:
        """Start torrents in spite of queueing, or let the queue decide again. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """
        self._client.torrents_set_force_start(enable=enable, torrent_hashes=self._torrent_hash, **kwargs)

    setForceStart = set_force_start

    def set_super_seeding(self, enable: bool | None = None, **kwargs: APIKwargsT) -> None:
        """Switch super seeding of torrents on or off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """
        self._client.torrents_set_super_seeding(enable=enable, torrent_hashes=self._torrent_hash, **kwargs)

    setSuperSeeding = set_super_seeding

    @property
    def properties(self) -> TorrentPropertiesDictionary:
        """One torrent in detail.

        :param torrent_hash: the torrent
        :returns: its properties
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_properties(torrent_hash=self._torrent_hash)

    @property
    def files(self) -> TorrentFilesList:
        """The files of a torrent; none while its metadata is not known.

        :param torrent_hash: the torrent
        :param indexes: only these files
        :returns: one record per file
        :raises NotFoundError: no such torrent
        :raises ConflictError: no file has that index
        """
        return self._client.torrents_files(torrent_hash=self._torrent_hash)

    @property
    def piece_states(self) -> TorrentPieceInfoList:
        """The state of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: for each piece 0 missing, 1 being downloaded, 2 complete
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_piece_states(torrent_hash=self._torrent_hash)

    pieceStates = piece_states

    @property
    def piece_hashes(self) -> TorrentPieceInfoList:
        """The v1 hash of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: 40 hexadecimal digits for each piece
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_piece_hashes(torrent_hash=self._torrent_hash)

    pieceHashes = piece_hashes

    @property
    def piece_availability(self) -> TorrentPieceInfoList:
        """How many connected peers have each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: a number for each piece; nothing for a torrent that is complete or stopped
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_piece_availability(torrent_hash=self._torrent_hash)

    pieceAvailability = piece_availability

    def file_priority(
        self, file_ids: str | int | Iterable[str | int] | None = None, priority: str | int | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Say which files of a torrent are wanted, and which first.

        :param torrent_hash: the torrent
        :param file_ids: indexes of the files
        :param priority: 0 not wanted, 1 normal, 6 high, 7 maximum
        :raises NotFoundError: no such torrent
        :raises BadRequestError: another priority, or an index that is no number
        :raises ConflictError: no file has that index, or the metadata is not known yet
        """
        self._client.torrents_file_priority(file_ids=file_ids, priority=priority, torrent_hash=self._torrent_hash, **kwargs)

    filePriority = file_priority

    def rename_file(
        self,
        file_id: str | int | None = None,
        new_file_name: str | None = None,
        old_path: str | None = None,
        new_path: str | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Rename or move one file of a torrent. It is done after the answer.

        Daemons before 4.3.3 can only rename a file within its folder.

        :param torrent_hash: the torrent
        :param old_path: its path, as `files` shows it
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or the new path is taken or impossible
        :raises UnsupportedError: another folder, and the daemon is older than 4.3.3
        """
        self._client.torrents_rename_file(
            file_id=file_id,
            new_file_name=new_file_name,
            old_path=old_path,
            new_path=new_path,
            torrent_hash=self._torrent_hash,
            **kwargs,
        )

    renameFile = rename_file

    def rename_folder(self, old_path: str | None = None, new_path: str | None = None, **kwargs: APIKwargsT) -> None:
        """Rename or move one folder of a torrent. It is done after the answer.

        :param torrent_hash: the torrent
        :param old_path: its path inside the torrent
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such folder, or the new path is taken or impossible
        """
        self._client.torrents_rename_folder(old_path=old_path, new_path=new_path, torrent_hash=self._torrent_hash, **kwargs)

    renameFolder = rename_folder

    def download_file(self, file: str | int | None = None, **kwargs: APIKwargsT) -> str:
        """The content of one complete file of a torrent.

        :param torrent_hash: the torrent
        :param file: its index, or its path as `files` shows it; text of digits only counts as an index
        :returns: on the native faces a stream: `save(path)` it, which goes on after a broken connection and with what an earlier
            call left; `read()` it; or enter it with `with` or `async with` for its pieces
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or it is not complete
        :raises ServerError: the daemon cannot open it
        """
        return self._client.torrents_download_file(file=file, torrent_hash=self._torrent_hash, **kwargs)

    downloadFile = download_file

    @property
    def trackers(self) -> TrackersList:
        """The trackers of a torrent, after three rows for DHT, PeX and LSD.

        :param torrent_hash: the torrent
        :returns: one record per tracker
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_trackers(torrent_hash=self._torrent_hash)

    @trackers.setter
    def trackers(self, val: Iterable[str]) -> None:
        self._client.torrents_add_trackers(self._torrent_hash, val)

    def add_trackers(self, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Add trackers to a torrent. Those that it has already are passed over.

        :param torrent_hash: the torrent; since 5.2 also several, or "all"
        :param urls: addresses; an empty text begins the next tier (4.5 and younger)
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        """
        self._client.torrents_add_trackers(urls=urls, torrent_hash=self._torrent_hash, **kwargs)

    addTrackers = add_trackers

    def edit_tracker(
        self, orig_url: str | None = None, new_url: str | None = None, tier: str | int | None = None, **kwargs: APIKwargsT
    ) -> None:
        """Change the address or the tier of a tracker.

        :param torrent_hash: the torrent
        :param original_url: the address that it has
        :param new_url: the address that it shall have; may be left out since 5.2
        :param tier: the tier that it shall have, 0 to 255
        :raises NotFoundError: no such torrent
        :raises BadRequestError: no address, no such tier, or nothing to change
        :raises ConflictError: no such tracker, or the torrent has the new address already
        """
        self._client.torrents_edit_tracker(
            original_url=orig_url, new_url=new_url, tier=tier, torrent_hash=self._torrent_hash, **kwargs
        )

    editTracker = edit_tracker

    def remove_trackers(self, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Remove trackers from a torrent.

        :param torrent_hash: the torrent; "*" for all of them since 5.1; several, or "all", since 5.2
        :param urls: their addresses, as `trackers` shows them
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        :raises ConflictError: the torrent has none of them (before 4.5)
        """
        self._client.torrents_remove_trackers(urls=urls, torrent_hash=self._torrent_hash, **kwargs)

    removeTrackers = remove_trackers

    @property
    def webseeds(self) -> WebSeedsList:
        """The web seeds of a torrent.

        :param torrent_hash: the torrent
        :returns: one record per web seed
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_webseeds(torrent_hash=self._torrent_hash)

    def add_webseeds(self, urls: str | Iterable[str] | None, **kwargs: APIKwargsT) -> None:
        """Add web seeds to a torrent.

        :param torrent_hash: the torrent
        :param urls: addresses of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        """
        self._client.torrents_add_webseeds(urls=urls, torrent_hash=self._torrent_hash, **kwargs)

    addWebSeeds = add_webseeds

    def edit_webseed(self, orig_url: str | None = None, new_url: str | None = None, **kwargs: APIKwargsT) -> None:
        """Put one web seed in the place of another.

        :param torrent_hash: the torrent
        :param orig_url: the address that it has
        :param new_url: the address that it shall have, of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        :raises ConflictError: no such web seed
        """
        self._client.torrents_edit_webseed(orig_url=orig_url, new_url=new_url, torrent_hash=self._torrent_hash, **kwargs)

    editWebSeed = edit_webseed

    def remove_webseeds(self, urls: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Remove web seeds from a torrent. Those that it has not are passed over.

        :param torrent_hash: the torrent
        :param urls: their addresses
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not an address
        """
        self._client.torrents_remove_webseeds(urls=urls, torrent_hash=self._torrent_hash, **kwargs)

    removeWebSeeds = remove_webseeds

    def add_tags(self, tags: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Put tags on torrents; they are made if they do not exist. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags
        """
        self._client.torrents_add_tags(tags=tags, torrent_hashes=self._torrent_hash, **kwargs)

    addTags = add_tags

    def set_tags(self, tags: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Put these tags on torrents, and take all others off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; nothing takes all off
        """
        self._client.torrents_set_tags(tags=tags, torrent_hashes=self._torrent_hash, **kwargs)

    setTags = set_tags

    def remove_tags(self, tags: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> None:
        """Take tags off torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; None takes all off
        :raises EmptySelectionError: `tags` is an empty list, which the daemon takes for all
        """
        self._client.torrents_remove_tags(tags=tags, torrent_hashes=self._torrent_hash, **kwargs)

    removeTags = remove_tags

    @property
    def ssl_parameters(self) -> TorrentSSLParametersDictionary:
        """What an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :returns: certificate, private key and Diffie-Hellman parameters
        :raises NotFoundError: no such torrent
        """
        return self._client.torrents_ssl_parameters(torrent_hash=self._torrent_hash)

    SSLParameters = ssl_parameters

    def set_ssl_parameters(
        self,
        ssl_certificate: str | None = None,
        ssl_private_key: str | None = None,
        ssl_dh_params: str | None = None,
        **kwargs: APIKwargsT,
    ) -> None:
        """Set what an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :param ssl_certificate: PEM text
        :param ssl_private_key: PEM text
        :param ssl_dh_params: PEM text
        :raises NotFoundError: no such torrent
        :raises MediaRefusedError: they do not fit together
        """
        self._client.torrents_set_ssl_parameters(
            ssl_certificate=ssl_certificate,
            ssl_private_key=ssl_private_key,
            ssl_dh_params=ssl_dh_params,
            torrent_hash=self._torrent_hash,
            **kwargs,
        )

    setSSLParameters = set_ssl_parameters


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


@home("qbittorrentapi.torrentcreator")
class TorrentCreatorTaskDictionary(TorrentCreatorTaskBase[TorrentCreatorAPIMixIn]):
    """A task that makes a torrent; its methods work on itself."""

    _client: TorrentCreatorAPIMixIn

    def torrent_file(self, **kwargs: APIKwargsT) -> bytes:
        """The `.torrent` that a task made.

        :param task_id: the task
        :returns: its bytes
        :raises NotFoundError: no such task
        :raises ConflictError: it is not finished, or it failed
        """
        return self._client.torrentcreator_torrent_file(task_id=self._task_id, **kwargs)

    torrentFile = torrent_file

    def delete(self, **kwargs: APIKwargsT) -> None:
        """Delete a task; one that runs is stopped.

        :param task_id: the task
        :raises NotFoundError: no such task
        """
        self._client.torrentcreator_delete_task(task_id=self._task_id, **kwargs)

    deleteTask = delete


@home("qbittorrentapi.torrents")
class TorrentInfoList(List[TorrentDictionary]):
    """Torrents."""

    def __init__(self, list_entries: ListInputT, client: TorrentsAPIMixIn | None = None) -> None:
        super().__init__(list_entries, entry_class=TorrentDictionary, client=client)
