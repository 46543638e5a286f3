# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

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
from bitharbor.qbittorrent.words import (
    ContentLayout,
    DirectoryMode,
    FilePriority,
    Hashes,
    ShareLimitAction,
    ShareLimitsMode,
    StopCondition,
    TorrentFilter,
    TorrentFormat,
    TorrentItem,
    TorrentItems,
)
from bitharbor.transport.blocking import Stream

from ..caller import Caller, Namespace
from ..creating import Creation
from . import ops


class Auth(Namespace):
    __slots__ = ()

    def log_in(self, username: str | None = None, password: str | None = None) -> None:
        """Log in now, or change the credentials. Calls log in by themselves when they must.

        A refused password or a ban is remembered and not tried again until this is called.

        :param username: replaces the stored name and password when given
        :param password: replaces the stored password
        :raises LoginFailed: wrong user name or password
        :raises BannedError: this address failed too often

        `POST /api/v2/auth/login`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.AUTH_LOG_IN, username, password)

    def log_out(self) -> None:
        """End the session. Does nothing without one, or with an API key.

        `POST /api/v2/auth/logout`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.AUTH_LOG_OUT)


class App(Namespace):
    __slots__ = ()

    def version(self) -> str | None:
        """Version of the application, as it says it: `v5.1.0`.

        :returns: the text of the daemon, with its leading `v`; None from qBittorrent 3.0 and 3.1, which have no such action

        `GET /api/v2/app/version`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_VERSION)

    def web_api_version(self) -> str:
        """Version of the Web API: `2.11.4`. Frozen on release branches, so do not decide by it; decide by the application's.

        :returns: the text of the daemon

        `GET /api/v2/app/webapiVersion`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_WEB_API_VERSION)

    def build_info(self) -> BuildInfo:
        """The libraries that the daemon was built with.

        :returns: their versions

        `GET /api/v2/app/buildInfo`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_BUILD_INFO)

    def process_info(self) -> ProcessInfo:
        """The process of the daemon.

        :returns: when it began

        `GET /api/v2/app/processInfo`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_PROCESS_INFO)

    def shutdown(self) -> None:
        """End the daemon. It answers first and ends a moment later.

        `POST /api/v2/app/shutdown`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.APP_SHUTDOWN)

    def preferences(self) -> Preferences:
        """All settings. Passwords of mail, proxy and dynamic DNS are among them, in clear.

        :returns: the settings that this daemon knows; others are None

        `GET /api/v2/app/preferences`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_PREFERENCES)

    def set_preferences(self, preferences: Preferences | Mapping[str, Json]) -> None:
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

        `POST /api/v2/app/setPreferences`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.APP_SET_PREFERENCES, preferences)

    def default_save_path(self) -> str:
        """Where torrents go when nothing else is said.

        :returns: a path of the daemon's machine

        `GET /api/v2/app/defaultSavePath`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_DEFAULT_SAVE_PATH)

    def send_test_email(self) -> None:
        """Send a mail as the settings say. The daemon tries it afterwards: what goes wrong is in its log only.

        `POST /api/v2/app/sendTestEmail`; since qBittorrent 5.0.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.APP_SEND_TEST_EMAIL)

    def directory_content(
        self, path: str | os.PathLike[str], mode: DirectoryMode | None = None, with_metadata: bool | None = None
    ) -> list[str | DirectoryEntry]:
        """List a folder of the daemon's machine.

        :param path: an absolute path
        :param mode: only folders, only files, or all
        :param with_metadata: give records instead of paths
        :returns: absolute paths, or records
        :raises BadRequestError: the path is not absolute
        :raises NotFoundError: no such folder

        `GET /api/v2/app/getDirectoryContent`; since qBittorrent 5.0.0. May be sent again after a fault.
        Since: `with_metadata` 5.2.0.
        """
        return self._caller.call(ops.APP_DIRECTORY_CONTENT, path, mode, with_metadata)

    def free_space(self, path: str | os.PathLike[str]) -> int:
        """Free space at a path of the daemon's machine, or at the nearest folder above that exists.

        :param path: an absolute path
        :returns: bytes, -1 when it is not known

        `GET /api/v2/app/getFreeSpaceAtPath`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_FREE_SPACE, path)

    def cookies(self) -> list[Cookie]:
        """Cookies that the daemon sends when it fetches feeds and `.torrent` files.

        :returns: all of them

        `GET /api/v2/app/cookies`; since qBittorrent 5.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_COOKIES)

    def set_cookies(self, cookies: Iterable[Cookie | Mapping[str, Json]]) -> None:
        """Replace all these cookies. The daemon keeps none that has ended, and none without a domain or a name.

        :param cookies: the new ones; an empty list removes all
        :raises BadRequestError: one of them is no cookie

        `POST /api/v2/app/setCookies`; since qBittorrent 5.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.APP_SET_COOKIES, cookies)

    def rotate_api_key(self) -> str:
        """Make a new API key. An older one ends with it, also for clients that use it now.

        :returns: the key

        `POST /api/v2/app/rotateAPIKey`; since qBittorrent 5.2.0. Never sent again after the daemon may have got it.
        """
        return self._caller.call(ops.APP_ROTATE_API_KEY)

    def delete_api_key(self) -> None:
        """Remove the API key, if there is one.

        `POST /api/v2/app/deleteAPIKey`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.APP_DELETE_API_KEY)

    def network_interfaces(self) -> list[NetworkInterface]:
        """Network interfaces of the daemon's machine that have an address.

        :returns: their names

        `GET /api/v2/app/networkInterfaceList`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_NETWORK_INTERFACES)

    def network_addresses(self, interface: str = "") -> list[str]:
        """Addresses of a network interface of the daemon's machine.

        :param interface: its name in the system; "" for all of them
        :returns: addresses

        `GET /api/v2/app/networkInterfaceAddressList`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_NETWORK_ADDRESSES, interface)


class Log(Namespace):
    __slots__ = ()

    def main(
        self,
        normal: bool | None = None,
        info: bool | None = None,
        warning: bool | None = None,
        critical: bool | None = None,
        last_known_id: int | None = None,
    ) -> list[LogMessage]:
        """What the daemon says about itself. It keeps the last 20,000 lines since its start.

        :param normal: False leaves out lines of this kind
        :param info: likewise
        :param warning: likewise
        :param critical: likewise
        :param last_known_id: only lines after this one
        :returns: lines, oldest first; times in seconds whatever the version

        `GET /api/v2/log/main`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.LOG_MAIN, normal, info, warning, critical, last_known_id)

    def peers(self, last_known_id: int | None = None) -> list[LogPeer]:
        """Peers that were banned or blocked.

        :param last_known_id: only lines after this one
        :returns: lines, oldest first; times in seconds whatever the version

        `GET /api/v2/log/peers`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.LOG_PEERS, last_known_id)


class Sync(Namespace):
    __slots__ = ()

    def maindata(self, rid: int = 0) -> MainData:
        """What changed since the answer with number `rid`; everything when it is 0 or the daemon no longer knows it.

        `bitharbor.qbittorrent.delta.merge` puts answers together. After a failed poll start again with 0: since 4.6.0 the
        daemon forgets differences that were sent and never acknowledged.

        :param rid: `rid` of the last answer that was merged
        :returns: changed rows only, except after a full update

        `GET /api/v2/sync/maindata`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.SYNC_MAINDATA, rid)

    def torrent_peers(self, torrent_hash: str, rid: int = 0) -> TorrentPeers:
        """What changed among the peers of a torrent since the answer with number `rid`; everything when it is 0.

        `bitharbor.qbittorrent.delta.merge_peers` puts answers together. A session has one chain of numbers for the peers of all
        torrents: begin with 0 at each change of the torrent.

        :param torrent_hash: the torrent
        :param rid: `rid` of the last answer about this torrent that was merged
        :returns: changed rows only, except after a full update
        :raises NotFoundError: no such torrent

        `GET /api/v2/sync/torrentPeers`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.SYNC_TORRENT_PEERS, torrent_hash, rid)


class Transfer(Namespace):
    __slots__ = ()

    def info(self) -> TransferInfo:
        """Rates, amounts and limits of the session.

        :returns: bytes, and bytes/s

        `GET /api/v2/transfer/info`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TRANSFER_INFO)

    def upload_limit(self) -> int:
        """The upload limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none

        `GET /api/v2/transfer/uploadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TRANSFER_UPLOAD_LIMIT)

    def download_limit(self) -> int:
        """The download limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none

        `GET /api/v2/transfer/downloadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TRANSFER_DOWNLOAD_LIMIT)

    def set_upload_limit(self, limit: int) -> None:
        """Change the upload limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none

        `POST /api/v2/transfer/setUploadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TRANSFER_SET_UPLOAD_LIMIT, limit)

    def set_download_limit(self, limit: int) -> None:
        """Change the download limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none

        `POST /api/v2/transfer/setDownloadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TRANSFER_SET_DOWNLOAD_LIMIT, limit)

    def speed_limits(self) -> SpeedLimits:
        """Both limits and both alternative ones. Older daemons have them in `app.preferences`.

        :returns: bytes/s, 0 for none

        `GET /api/v2/transfer/getSpeedLimits`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TRANSFER_SPEED_LIMITS)

    def set_speed_limits(self, upload_limit: int, download_limit: int, alt_upload_limit: int, alt_download_limit: int) -> None:
        """Change all four limits. Older daemons take them by `app.set_preferences`.

        :param upload_limit: bytes/s, 0 for none
        :param download_limit: bytes/s, 0 for none
        :param alt_upload_limit: bytes/s, 0 for none
        :param alt_download_limit: bytes/s, 0 for none

        `POST /api/v2/transfer/setSpeedLimits`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        self._caller.call(ops.TRANSFER_SET_SPEED_LIMITS, upload_limit, download_limit, alt_upload_limit, alt_download_limit)

    def toggle_speed_limits_mode(self) -> None:
        """Switch the alternative limits on when they are off, and off when they are on.

        `POST /api/v2/transfer/toggleSpeedLimitsMode`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TRANSFER_TOGGLE_SPEED_LIMITS_MODE)

    def speed_limits_mode(self) -> bool:
        """Whether the alternative limits are on.

        :returns: True when they are

        `GET /api/v2/transfer/speedLimitsMode`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TRANSFER_SPEED_LIMITS_MODE)

    def set_speed_limits_mode(self, alternative: bool) -> None:
        """Switch the alternative limits on or off. Before 4.5 by asking, and switching over where that is needed.

        :param alternative: True for the alternative limits

        `POST /api/v2/transfer/setSpeedLimitsMode`; since qBittorrent 4.5.0. May be sent again after a fault.
        """
        self._caller.call(ops.TRANSFER_SET_SPEED_LIMITS_MODE, alternative)

    def ban_peers(self, peers: str | Iterable[str]) -> None:
        """Ban peers for ever: they go into `Preferences.banned_ips`. What is no address is passed over.

        :param peers: `ip:port`, `[ip]:port` for IPv6; one or several

        `POST /api/v2/transfer/banPeers`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.TRANSFER_BAN_PEERS, peers)

    def pause_session(self) -> None:
        """Pause the whole session; `ServerState.session_state` says True meanwhile. Torrents keep their own states.

        `POST /api/v2/transfer/pauseSession`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        self._caller.call(ops.TRANSFER_PAUSE_SESSION)

    def resume_session(self) -> None:
        """Go on with the whole session.

        `POST /api/v2/transfer/resumeSession`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        self._caller.call(ops.TRANSFER_RESUME_SESSION)


class Torrents(Namespace):
    __slots__ = ()

    def info(
        self,
        filter: TorrentFilter | str | None = None,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: int | None = None,
        offset: int | None = None,
        hashes: Hashes | None = None,
        tag: str | None = None,
        private: bool | None = None,
        include_trackers: bool | None = None,
        include_files: bool | None = None,
    ) -> list[Torrent]:
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

        `POST /api/v2/torrents/info`; since qBittorrent 4.1.0. May be sent again after a fault.
        Since: `tag` 4.4.0, `private` 5.0.0, `include_trackers` 5.1.0, `include_files` 5.2.0.
        """
        return self._caller.call(
            ops.TORRENTS_INFO,
            filter,
            category,
            sort,
            reverse,
            limit,
            offset,
            hashes,
            tag,
            private,
            include_trackers,
            include_files,
        )

    def add(
        self,
        urls: str | Iterable[str] | None = None,
        files: TorrentItem | TorrentItems | None = None,
        *,
        save_path: str | None = None,
        cookie: str | None = None,
        category: str | None = None,
        tags: str | Iterable[str] | None = None,
        stopped: bool | None = None,
        forced: bool | None = None,
        skip_checking: bool | None = None,
        content_layout: ContentLayout | None = None,
        rename: str | None = None,
        upload_limit: int | None = None,
        download_limit: int | None = None,
        ratio_limit: float | None = None,
        seeding_time_limit: int | None = None,
        inactive_seeding_time_limit: int | None = None,
        share_limit_action: ShareLimitAction | None = None,
        share_limits_mode: ShareLimitsMode | None = None,
        auto_management: bool | None = None,
        sequential: bool | None = None,
        first_last_first: bool | None = None,
        download_path: str | None = None,
        use_download_path: bool | None = None,
        stop_condition: StopCondition | None = None,
        add_to_top_of_queue: bool | None = None,
        ssl_certificate: str | None = None,
        ssl_private_key: str | None = None,
        ssl_dh_params: str | None = None,
        file_priorities: Iterable[int] | None = None,
        downloader: str | None = None,
    ) -> Added:
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

        `POST /api/v2/torrents/add`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        Since: `tags` 4.3.2, `forced` 5.1.0, `ratio_limit` 4.3.4, `seeding_time_limit` 4.3.4, `inactive_seeding_time_limit` 4.6.0, `share_limit_action` 5.0.0, `share_limits_mode` 5.3.0, `download_path` 4.4.0, `use_download_path` 4.4.0, `stop_condition` 4.5.0, `add_to_top_of_queue` 4.6.0, `ssl_certificate` 5.0.0, `ssl_private_key` 5.0.0, `ssl_dh_params` 5.0.0, `file_priorities` 5.2.0, `downloader` 5.2.0.
        Gone in: `cookie` 5.1.0.
        """
        return self._caller.call(
            ops.TORRENTS_ADD,
            urls,
            files,
            save_path,
            cookie,
            category,
            tags,
            stopped,
            forced,
            skip_checking,
            content_layout,
            rename,
            upload_limit,
            download_limit,
            ratio_limit,
            seeding_time_limit,
            inactive_seeding_time_limit,
            share_limit_action,
            share_limits_mode,
            auto_management,
            sequential,
            first_last_first,
            download_path,
            use_download_path,
            stop_condition,
            add_to_top_of_queue,
            ssl_certificate,
            ssl_private_key,
            ssl_dh_params,
            file_priorities,
            downloader,
        )

    def stop(self, hashes: Hashes) -> None:
        """Stop torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"

        `POST /api/v2/torrents/stop`; before 5.0.0 `torrents/pause`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_STOP, hashes)

    def start(self, hashes: Hashes) -> None:
        """Start torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"

        `POST /api/v2/torrents/start`; before 5.0.0 `torrents/resume`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_START, hashes)

    def delete(self, hashes: Hashes, delete_files: bool = False) -> None:
        """Delete torrents, and their files only when asked. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param delete_files: also delete what was downloaded
        :raises EmptySelectionError: `hashes` is empty
        :raises ConnectionLostError: the connection broke; look before you ask again, the torrents may be gone

        `POST /api/v2/torrents/delete`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_DELETE, hashes, delete_files)

    def export(self, torrent_hash: str) -> bytes:
        """The `.torrent` file of a torrent.

        :param torrent_hash: the torrent
        :returns: its bytes
        :raises NotFoundError: no such torrent
        :raises ConflictError: the daemon has no metadata yet

        `POST /api/v2/torrents/export`; since qBittorrent 4.5.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_EXPORT, torrent_hash)

    def export_stream(self, torrent_hash: str) -> Stream:
        """The `.torrent` file of a torrent, to be saved (`export_stream(...).save(path)`) or read piece by piece.

        :param torrent_hash: the torrent
        :returns: has `save(path)` and `read()`, or is entered with `with`, or `async with`
        :raises NotFoundError: no such torrent
        :raises ConflictError: the daemon has no metadata yet

        `POST /api/v2/torrents/export`; since qBittorrent 4.5.0. May be sent again after a fault.
        """
        return self._caller.stream(ops.TORRENTS_EXPORT_STREAM, torrent_hash)

    def download_limit(self, hashes: Hashes) -> dict[str, int]:
        """Download limits of torrents.

        :param hashes: the torrents, or "all"
        :returns: infohash -> bytes/s, -1 or 0 for none

        `POST /api/v2/torrents/downloadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_DOWNLOAD_LIMIT, hashes)

    def set_download_limit(self, hashes: Hashes, limit: int) -> None:
        """Limit the download of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none

        `POST /api/v2/torrents/setDownloadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_DOWNLOAD_LIMIT, hashes, limit)

    def upload_limit(self, hashes: Hashes) -> dict[str, int]:
        """Upload limits of torrents.

        :param hashes: the torrents, or "all"
        :returns: infohash -> bytes/s, -1 or 0 for none

        `POST /api/v2/torrents/uploadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_UPLOAD_LIMIT, hashes)

    def set_upload_limit(self, hashes: Hashes, limit: int) -> None:
        """Limit the upload of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none

        `POST /api/v2/torrents/setUploadLimit`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_UPLOAD_LIMIT, hashes, limit)

    def recheck(self, hashes: Hashes) -> None:
        """Read the content of torrents again and compare it with their hashes. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"

        `POST /api/v2/torrents/recheck`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_RECHECK, hashes)

    def reannounce(self, hashes: Hashes, urls: str | Iterable[str] | None = None) -> None:
        """Announce torrents to their trackers now. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param urls: only to these trackers; else to all, and since 5.2 to DHT too

        `POST /api/v2/torrents/reannounce`; since qBittorrent 4.1.2. May be sent again after a fault.
        Since: `urls` 5.2.0.
        """
        self._caller.call(ops.TORRENTS_REANNOUNCE, hashes, urls)

    def increase_priority(self, hashes: Hashes) -> None:
        """Move torrents one place up in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off

        `POST /api/v2/torrents/increasePrio`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_INCREASE_PRIORITY, hashes)

    def decrease_priority(self, hashes: Hashes) -> None:
        """Move torrents one place down in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off

        `POST /api/v2/torrents/decreasePrio`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_DECREASE_PRIORITY, hashes)

    def top_priority(self, hashes: Hashes) -> None:
        """Move torrents to the front of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off

        `POST /api/v2/torrents/topPrio`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_TOP_PRIORITY, hashes)

    def bottom_priority(self, hashes: Hashes) -> None:
        """Move torrents to the end of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off

        `POST /api/v2/torrents/bottomPrio`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_BOTTOM_PRIORITY, hashes)

    def set_share_limits(
        self,
        hashes: Hashes,
        ratio_limit: float,
        seeding_time_limit: int,
        inactive_seeding_time_limit: int | None = None,
        share_limit_action: ShareLimitAction | None = None,
        share_limits_mode: ShareLimitsMode | None = None,
    ) -> None:
        """Set all share limits of torrents anew: what is not given becomes the daemon's own. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param ratio_limit: ratio at which it is reached; -2 the daemon's own, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the daemon's own, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the daemon's own, -1 none
        :param share_limit_action: what happens then; the daemon takes an unknown word for "Default"
        :param share_limits_mode: whether one limit or all must be reached

        `POST /api/v2/torrents/setShareLimits`; since qBittorrent 4.1.0. May be sent again after a fault.
        Since: `inactive_seeding_time_limit` 4.6.0, `share_limit_action` 5.2.0, `share_limits_mode` 5.3.0.
        """
        self._caller.call(
            ops.TORRENTS_SET_SHARE_LIMITS,
            hashes,
            ratio_limit,
            seeding_time_limit,
            inactive_seeding_time_limit,
            share_limit_action,
            share_limits_mode,
        )

    def set_location(self, hashes: Hashes, location: str) -> None:
        """Move the content of torrents and switch their automatic management off. The move goes on after the answer.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param location: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there (4.1.2 to 4.5.1)
        :raises ConflictError: the daemon cannot make it

        `POST /api/v2/torrents/setLocation`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_LOCATION, hashes, location)

    def set_save_path(self, hashes: Hashes, save_path: str) -> None:
        """Set where the finished content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param save_path: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it

        `POST /api/v2/torrents/setSavePath`; since qBittorrent 4.4.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_SAVE_PATH, hashes, save_path)

    def set_download_path(self, hashes: Hashes, download_path: str) -> None:
        """Set where the incomplete content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param download_path: a folder of the daemon's machine, made if it does not exist; "" for none of its own
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it

        `POST /api/v2/torrents/setDownloadPath`; since qBittorrent 4.4.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_DOWNLOAD_PATH, hashes, download_path)

    def rename(self, torrent_hash: str, name: str) -> None:
        """Change the name under which a torrent is shown. Its files keep theirs.

        :param torrent_hash: the torrent
        :param name: the name; line ends become blanks
        :raises NotFoundError: no such torrent
        :raises ConflictError: nothing but blanks

        `POST /api/v2/torrents/rename`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_RENAME, torrent_hash, name)

    def set_comment(self, hashes: Hashes, comment: str) -> None:
        """Change the comment of torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param comment: the text; blanks around it go

        `POST /api/v2/torrents/setComment`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_COMMENT, hashes, comment)

    def set_category(self, hashes: Hashes, category: str) -> None:
        """Put torrents into a category. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param category: one that exists, or "" for none
        :raises ConflictError: no such category

        `POST /api/v2/torrents/setCategory`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_CATEGORY, hashes, category)

    def set_auto_management(self, hashes: Hashes, enable: bool) -> None:
        """Let the category of torrents decide where their content goes, or not. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off

        `POST /api/v2/torrents/setAutoManagement`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_AUTO_MANAGEMENT, hashes, enable)

    def toggle_sequential_download(self, hashes: Hashes) -> None:
        """Download the pieces of torrents in order, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"

        `POST /api/v2/torrents/toggleSequentialDownload`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_TOGGLE_SEQUENTIAL_DOWNLOAD, hashes)

    def toggle_first_last_piece_priority(self, hashes: Hashes) -> None:
        """Download first and last pieces of files first, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"

        `POST /api/v2/torrents/toggleFirstLastPiecePrio`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_TOGGLE_FIRST_LAST_PIECE_PRIORITY, hashes)

    def set_force_start(self, hashes: Hashes, enable: bool) -> None:
        """Start torrents in spite of queueing, or let the queue decide again. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off

        `POST /api/v2/torrents/setForceStart`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_FORCE_START, hashes, enable)

    def set_super_seeding(self, hashes: Hashes, enable: bool) -> None:
        """Switch super seeding of torrents on or off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off

        `POST /api/v2/torrents/setSuperSeeding`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_SUPER_SEEDING, hashes, enable)

    def count(self) -> int:
        """How many torrents the session has.

        :returns: their number

        `POST /api/v2/torrents/count`; since qBittorrent 4.6.1. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_COUNT)

    def properties(self, torrent_hash: str) -> TorrentProperties:
        """One torrent in detail.

        :param torrent_hash: the torrent
        :returns: its properties
        :raises NotFoundError: no such torrent

        `POST /api/v2/torrents/properties`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_PROPERTIES, torrent_hash)

    def files(self, torrent_hash: str, indexes: int | Iterable[int] | None = None) -> list[TorrentFile]:
        """The files of a torrent; none while its metadata is not known.

        :param torrent_hash: the torrent
        :param indexes: only these files
        :returns: one record per file
        :raises NotFoundError: no such torrent
        :raises ConflictError: no file has that index

        `POST /api/v2/torrents/files`; since qBittorrent 4.1.0. May be sent again after a fault.
        Since: `indexes` 4.3.5.
        """
        return self._caller.call(ops.TORRENTS_FILES, torrent_hash, indexes)

    def piece_states(self, torrent_hash: str) -> list[int]:
        """The state of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: for each piece 0 missing, 1 being downloaded, 2 complete
        :raises NotFoundError: no such torrent

        `POST /api/v2/torrents/pieceStates`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_PIECE_STATES, torrent_hash)

    def piece_hashes(self, torrent_hash: str) -> list[str]:
        """The v1 hash of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: 40 hexadecimal digits for each piece
        :raises NotFoundError: no such torrent

        `POST /api/v2/torrents/pieceHashes`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_PIECE_HASHES, torrent_hash)

    def piece_availability(self, torrent_hash: str) -> list[int]:
        """How many connected peers have each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: a number for each piece; nothing for a torrent that is complete or stopped
        :raises NotFoundError: no such torrent

        `POST /api/v2/torrents/pieceAvailability`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_PIECE_AVAILABILITY, torrent_hash)

    def file_priority(self, torrent_hash: str, file_ids: int | Iterable[int], priority: FilePriority) -> None:
        """Say which files of a torrent are wanted, and which first.

        :param torrent_hash: the torrent
        :param file_ids: indexes of the files
        :param priority: 0 not wanted, 1 normal, 6 high, 7 maximum
        :raises NotFoundError: no such torrent
        :raises BadRequestError: another priority, or an index that is no number
        :raises ConflictError: no file has that index, or the metadata is not known yet

        `POST /api/v2/torrents/filePrio`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_FILE_PRIORITY, torrent_hash, file_ids, priority)

    def rename_file(self, torrent_hash: str, old_path: str, new_path: str) -> None:
        """Rename or move one file of a torrent. It is done after the answer.

        Daemons before 4.3.3 can only rename a file within its folder.

        :param torrent_hash: the torrent
        :param old_path: its path, as `files` shows it
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or the new path is taken or impossible
        :raises UnsupportedError: another folder, and the daemon is older than 4.3.3

        `POST /api/v2/torrents/renameFile`; since qBittorrent 4.2.1. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_RENAME_FILE, torrent_hash, old_path, new_path)

    def rename_folder(self, torrent_hash: str, old_path: str, new_path: str) -> None:
        """Rename or move one folder of a torrent. It is done after the answer.

        :param torrent_hash: the torrent
        :param old_path: its path inside the torrent
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such folder, or the new path is taken or impossible

        `POST /api/v2/torrents/renameFolder`; since qBittorrent 4.3.3. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_RENAME_FOLDER, torrent_hash, old_path, new_path)

    def download_file(self, torrent_hash: str, file: str | int) -> Stream:
        """The content of one complete file of a torrent.

        :param torrent_hash: the torrent
        :param file: its index, or its path as `files` shows it; text of digits only counts as an index
        :returns: on the native faces a stream: `save(path)` it, which goes on after a broken connection and with what an earlier
            call left; `read()` it; or enter it with `with` or `async with` for its pieces
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or it is not complete
        :raises ServerError: the daemon cannot open it

        `POST /api/v2/torrents/downloadFile`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        return self._caller.stream(ops.TORRENTS_DOWNLOAD_FILE, torrent_hash, file)

    def trackers(self, torrent_hash: str) -> list[Tracker]:
        """The trackers of a torrent, after three rows for DHT, PeX and LSD.

        :param torrent_hash: the torrent
        :returns: one record per tracker
        :raises NotFoundError: no such torrent

        `POST /api/v2/torrents/trackers`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_TRACKERS, torrent_hash)

    def add_trackers(self, torrent_hash: Hashes, urls: str | Iterable[str]) -> None:
        """Add trackers to a torrent. Those that it has already are passed over.

        :param torrent_hash: the torrent; since 5.2 also several, or "all"
        :param urls: addresses; an empty text begins the next tier (4.5 and younger)
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)

        `POST /api/v2/torrents/addTrackers`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_ADD_TRACKERS, torrent_hash, urls)

    def edit_tracker(self, torrent_hash: str, original_url: str, new_url: str | None = None, tier: int | None = None) -> None:
        """Change the address or the tier of a tracker.

        :param torrent_hash: the torrent
        :param original_url: the address that it has
        :param new_url: the address that it shall have; may be left out since 5.2
        :param tier: the tier that it shall have, 0 to 255
        :raises NotFoundError: no such torrent
        :raises BadRequestError: no address, no such tier, or nothing to change
        :raises ConflictError: no such tracker, or the torrent has the new address already

        `POST /api/v2/torrents/editTracker`; since qBittorrent 4.1.5. Never sent again after the daemon may have got it.
        Since: `tier` 5.2.0.
        """
        self._caller.call(ops.TORRENTS_EDIT_TRACKER, torrent_hash, original_url, new_url, tier)

    def remove_trackers(self, torrent_hash: Hashes, urls: str | Iterable[str]) -> None:
        """Remove trackers from a torrent.

        :param torrent_hash: the torrent; "*" for all of them since 5.1; several, or "all", since 5.2
        :param urls: their addresses, as `trackers` shows them
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        :raises ConflictError: the torrent has none of them (before 4.5)

        `POST /api/v2/torrents/removeTrackers`; since qBittorrent 4.1.5. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_REMOVE_TRACKERS, torrent_hash, urls)

    def webseeds(self, torrent_hash: str) -> list[WebSeed]:
        """The web seeds of a torrent.

        :param torrent_hash: the torrent
        :returns: one record per web seed
        :raises NotFoundError: no such torrent

        `POST /api/v2/torrents/webseeds`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_WEBSEEDS, torrent_hash)

    def add_webseeds(self, torrent_hash: str, urls: str | Iterable[str]) -> None:
        """Add web seeds to a torrent.

        :param torrent_hash: the torrent
        :param urls: addresses of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address

        `POST /api/v2/torrents/addWebSeeds`; since qBittorrent 5.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_ADD_WEBSEEDS, torrent_hash, urls)

    def edit_webseed(self, torrent_hash: str, orig_url: str, new_url: str) -> None:
        """Put one web seed in the place of another.

        :param torrent_hash: the torrent
        :param orig_url: the address that it has
        :param new_url: the address that it shall have, of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        :raises ConflictError: no such web seed

        `POST /api/v2/torrents/editWebSeed`; since qBittorrent 5.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTS_EDIT_WEBSEED, torrent_hash, orig_url, new_url)

    def remove_webseeds(self, torrent_hash: str, urls: str | Iterable[str]) -> None:
        """Remove web seeds from a torrent. Those that it has not are passed over.

        :param torrent_hash: the torrent
        :param urls: their addresses
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not an address

        `POST /api/v2/torrents/removeWebSeeds`; since qBittorrent 5.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_REMOVE_WEBSEEDS, torrent_hash, urls)

    def add_peers(self, hashes: Hashes, peers: str | Iterable[str]) -> dict[str, PeersAdded]:
        """Tell torrents of peers. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param peers: `host:port`
        :returns: infohash -> how many the daemon will try
        :raises BadRequestError: none of the peers can be read

        `POST /api/v2/torrents/addPeers`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_ADD_PEERS, hashes, peers)

    def categories(self) -> dict[str, Category]:
        """All categories.

        :returns: name -> category

        `GET /api/v2/torrents/categories`; since qBittorrent 4.1.4. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_CATEGORIES)

    def create_category(
        self,
        name: str,
        save_path: str | None = None,
        download_path: str | None = None,
        use_download_path: bool | None = None,
        ratio_limit: float | None = None,
        seeding_time_limit: int | None = None,
        inactive_seeding_time_limit: int | None = None,
        share_limit_action: ShareLimitAction | None = None,
        share_limits_mode: ShareLimitsMode | None = None,
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

        `POST /api/v2/torrents/createCategory`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        Since: `save_path` 4.1.3, `download_path` 4.4.0, `use_download_path` 4.4.0, `ratio_limit` 5.2.0, `seeding_time_limit` 5.2.0, `inactive_seeding_time_limit` 5.2.0, `share_limit_action` 5.2.0, `share_limits_mode` 5.3.0.
        """
        self._caller.call(
            ops.TORRENTS_CREATE_CATEGORY,
            name,
            save_path,
            download_path,
            use_download_path,
            ratio_limit,
            seeding_time_limit,
            inactive_seeding_time_limit,
            share_limit_action,
            share_limits_mode,
        )

    def edit_category(
        self,
        name: str,
        save_path: str | None = None,
        download_path: str | None = None,
        use_download_path: bool | None = None,
        ratio_limit: float | None = None,
        seeding_time_limit: int | None = None,
        inactive_seeding_time_limit: int | None = None,
        share_limit_action: ShareLimitAction | None = None,
        share_limits_mode: ShareLimitsMode | None = None,
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

        `POST /api/v2/torrents/editCategory`; since qBittorrent 4.1.3. Never sent again after the daemon may have got it.
        Since: `download_path` 4.4.0, `use_download_path` 4.4.0, `ratio_limit` 5.2.0, `seeding_time_limit` 5.2.0, `inactive_seeding_time_limit` 5.2.0, `share_limit_action` 5.2.0, `share_limits_mode` 5.3.0.
        """
        self._caller.call(
            ops.TORRENTS_EDIT_CATEGORY,
            name,
            save_path,
            download_path,
            use_download_path,
            ratio_limit,
            seeding_time_limit,
            inactive_seeding_time_limit,
            share_limit_action,
            share_limits_mode,
        )

    def remove_categories(self, categories: str | Iterable[str]) -> None:
        """Remove categories; their torrents stay. Unknown ones are passed over.

        :param categories: their names

        `POST /api/v2/torrents/removeCategories`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_REMOVE_CATEGORIES, categories)

    def tags(self) -> list[str]:
        """All tags.

        :returns: their names

        `GET /api/v2/torrents/tags`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_TAGS)

    def create_tags(self, tags: str | Iterable[str]) -> None:
        """Make tags. Those that exist are passed over.

        :param tags: their names

        `POST /api/v2/torrents/createTags`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_CREATE_TAGS, tags)

    def delete_tags(self, tags: str | Iterable[str]) -> None:
        """Delete tags, also on torrents. Unknown ones are passed over.

        :param tags: their names

        `POST /api/v2/torrents/deleteTags`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_DELETE_TAGS, tags)

    def add_tags(self, hashes: Hashes, tags: str | Iterable[str]) -> None:
        """Put tags on torrents; they are made if they do not exist. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags

        `POST /api/v2/torrents/addTags`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_ADD_TAGS, hashes, tags)

    def set_tags(self, hashes: Hashes, tags: str | Iterable[str]) -> None:
        """Put these tags on torrents, and take all others off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; nothing takes all off

        `POST /api/v2/torrents/setTags`; since qBittorrent 5.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_TAGS, hashes, tags)

    def remove_tags(self, hashes: Hashes, tags: str | Iterable[str] | None = None) -> None:
        """Take tags off torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; None takes all off
        :raises EmptySelectionError: `tags` is an empty list, which the daemon takes for all

        `POST /api/v2/torrents/removeTags`; since qBittorrent 4.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_REMOVE_TAGS, hashes, tags)

    def fetch_metadata(self, source: str, downloader: str | None = None) -> TorrentMetadata:
        """Get to know a torrent without adding it. The daemon goes on fetching after the answer: ask until it `is_known`.

        :param source: magnet link, infohash, or http(s) address of a `.torrent`
        :param downloader: name of the search plugin that fetches the address
        :returns: what is known so far
        :raises BadRequestError: nothing that can be fetched, or no such plugin
        :raises MediaRefusedError: no `.torrent` is at that address (5.3 and younger)

        `POST /api/v2/torrents/fetchMetadata`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_FETCH_METADATA, source, downloader)

    def parse_metadata(self, files: TorrentItem | TorrentItems) -> list[TorrentMetadata]:
        """Let the daemon read `.torrent` files without adding them.

        :param files: paths, bytes or open binary files, one, several, or a mapping from a name to one of these
        :returns: one record per file, in the order of the files
        :raises FileMissingError: a path does not exist
        :raises FileUnreadableError: a path cannot be read
        :raises InvalidTorrentError: a file is no `.torrent`; nothing was sent
        :raises MediaRefusedError: the daemon cannot read one of them

        `POST /api/v2/torrents/parseMetadata`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_PARSE_METADATA, files)

    def save_metadata(self, source: str) -> bytes:
        """The `.torrent` file of what `fetch_metadata` fetched.

        :param source: what was given to `fetch_metadata`
        :returns: its bytes
        :raises BadRequestError: no source
        :raises NotFoundError: it was never asked for
        :raises ConflictError: it is not known yet

        `POST /api/v2/torrents/saveMetadata`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_SAVE_METADATA, source)

    def ssl_parameters(self, torrent_hash: str) -> SslParameters:
        """What an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :returns: certificate, private key and Diffie-Hellman parameters
        :raises NotFoundError: no such torrent

        `POST /api/v2/torrents/SSLParameters`; since qBittorrent 5.0.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTS_SSL_PARAMETERS, torrent_hash)

    def set_ssl_parameters(self, torrent_hash: str, ssl_certificate: str, ssl_private_key: str, ssl_dh_params: str) -> None:
        """Set what an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :param ssl_certificate: PEM text
        :param ssl_private_key: PEM text
        :param ssl_dh_params: PEM text
        :raises NotFoundError: no such torrent
        :raises MediaRefusedError: they do not fit together

        `POST /api/v2/torrents/setSSLParameters`; since qBittorrent 5.0.0. May be sent again after a fault.
        """
        self._caller.call(ops.TORRENTS_SET_SSL_PARAMETERS, torrent_hash, ssl_certificate, ssl_private_key, ssl_dh_params)


class Search(Namespace):
    __slots__ = ()

    def start(self, pattern: str, plugins: str | Iterable[str] = "enabled", category: str = "all") -> int:
        """Start a search. At most five run at a time.

        :param pattern: words to search
        :param plugins: names of plugins, or "enabled", or "all"
        :param category: id of a category that the plugins know
        :returns: id of the job
        :raises ConflictError: the daemon finds no Python, or too many searches run

        `POST /api/v2/search/start`; since qBittorrent 4.1.4. Never sent again after the daemon may have got it.
        """
        return self._caller.call(ops.SEARCH_START, pattern, plugins, category)

    def stop(self, search_id: int) -> None:
        """Stop a search; its results stay.

        :param search_id: id of the job
        :raises NotFoundError: no such job

        `POST /api/v2/search/stop`; since qBittorrent 4.1.4. May be sent again after a fault.
        """
        self._caller.call(ops.SEARCH_STOP, search_id)

    def status(self, search_id: int | None = None) -> list[SearchStatus]:
        """How far searches are.

        :param search_id: id of one job; all of them without it
        :returns: one record per job
        :raises NotFoundError: no such job

        `GET /api/v2/search/status`; since qBittorrent 4.1.4. May be sent again after a fault.
        """
        return self._caller.call(ops.SEARCH_STATUS, search_id)

    def results(self, search_id: int, limit: int | None = None, offset: int | None = None) -> SearchResults:
        """What a search found so far.

        :param search_id: id of the job
        :param limit: at most so many
        :param offset: leave out so many; counted from the end when negative
        :returns: results, and whether the search still runs
        :raises NotFoundError: no such job
        :raises ConflictError: there are not so many results as the offset leaves out

        `GET /api/v2/search/results`; since qBittorrent 4.1.4. May be sent again after a fault.
        """
        return self._caller.call(ops.SEARCH_RESULTS, search_id, limit, offset)

    def delete(self, search_id: int) -> None:
        """Stop a search and forget its results.

        :param search_id: id of the job
        :raises NotFoundError: no such job

        `POST /api/v2/search/delete`; since qBittorrent 4.1.4. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.SEARCH_DELETE, search_id)

    def download_torrent(self, url: str, plugin: str) -> None:
        """Let a plugin fetch a result, and add it. Errors are in the daemon's log only.

        :param url: `file_url` of the result
        :param plugin: `engine_name` of the result

        `POST /api/v2/search/downloadTorrent`; since qBittorrent 5.0.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.SEARCH_DOWNLOAD_TORRENT, url, plugin)

    def categories(self, plugin: str | None = None) -> list[str]:
        """Categories to search in; since 4.3.0 they are `SearchPlugin.supported_categories`.

        :param plugin: name of a plugin, "all" or "enabled"
        :returns: names in the daemon's language

        `GET /api/v2/search/categories`; since qBittorrent 4.1.4, gone in 4.3.0. May be sent again after a fault.
        """
        return self._caller.call(ops.SEARCH_CATEGORIES, plugin)

    def plugins(self) -> list[SearchPlugin]:
        """Installed plugins.

        :returns: one record each

        `GET /api/v2/search/plugins`; since qBittorrent 4.1.4. May be sent again after a fault.
        """
        return self._caller.call(ops.SEARCH_PLUGINS)

    def install_plugin(self, sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> None:
        """Install plugins. The daemon does it afterwards: look at `plugins`; errors are in its log only.

        :param sources: addresses, or paths of the daemon's machine; one or several

        `POST /api/v2/search/installPlugin`; since qBittorrent 4.1.4. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.SEARCH_INSTALL_PLUGIN, sources)

    def uninstall_plugin(self, names: str | Iterable[str]) -> None:
        """Remove plugins. Unknown ones are passed over.

        :param names: one or several

        `POST /api/v2/search/uninstallPlugin`; since qBittorrent 4.1.4. May be sent again after a fault.
        """
        self._caller.call(ops.SEARCH_UNINSTALL_PLUGIN, names)

    def enable_plugin(self, names: str | Iterable[str], enable: bool = True) -> None:
        """Switch plugins on or off. Unknown ones are passed over.

        :param names: one or several
        :param enable: False switches them off

        `POST /api/v2/search/enablePlugin`; since qBittorrent 4.1.4. May be sent again after a fault.
        """
        self._caller.call(ops.SEARCH_ENABLE_PLUGIN, names, enable)

    def update_plugins(self) -> None:
        """Look for younger plugins on their sites and install them, afterwards.

        `POST /api/v2/search/updatePlugins`; since qBittorrent 4.1.4. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.SEARCH_UPDATE_PLUGINS)


class Rss(Namespace):
    __slots__ = ()

    def add_folder(self, path: str) -> None:
        """Make a folder.

        :param path: its whole path, `parent\name`
        :raises ConflictError: it exists, or its parent does not

        `POST /api/v2/rss/addFolder`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.RSS_ADD_FOLDER, path)

    def add_feed(self, url: str, path: str = "", refresh_interval: int | None = None) -> None:
        """Add a feed.

        :param url: its address
        :param path: its whole path, `folder\name`; without it the address is its name, then its title once that is known
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises ConflictError: the feed is there already, or the path is taken

        `POST /api/v2/rss/addFeed`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        Since: `refresh_interval` 5.2.0.
        """
        self._caller.call(ops.RSS_ADD_FEED, url, path, refresh_interval)

    def set_feed_url(self, path: str, url: str) -> None:
        """Change the address of a feed.

        :param path: the feed
        :param url: its new address
        :raises ConflictError: no such feed, or another one has that address

        `POST /api/v2/rss/setFeedURL`; since qBittorrent 4.6.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.RSS_SET_FEED_URL, path, url)

    def set_feed_refresh_interval(self, path: str, refresh_interval: int) -> None:
        """Change how often a feed is fetched.

        :param path: the feed
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises BadRequestError: the number is negative
        :raises ConflictError: no such feed

        `POST /api/v2/rss/setFeedRefreshInterval`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_SET_FEED_REFRESH_INTERVAL, path, refresh_interval)

    def remove_item(self, path: str) -> None:
        """Remove a feed, or a folder with all in it.

        :param path: the feed or folder
        :raises ConflictError: no such feed or folder

        `POST /api/v2/rss/removeItem`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.RSS_REMOVE_ITEM, path)

    def move_item(self, path: str, new_path: str) -> None:
        """Move or rename a feed or folder.

        :param path: the feed or folder
        :param new_path: its new whole path
        :raises ConflictError: no such feed or folder, or the new path is taken

        `POST /api/v2/rss/moveItem`; since qBittorrent 4.1.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.RSS_MOVE_ITEM, path, new_path)

    def items(self, with_data: bool | None = None) -> RssFolder:
        """All feeds and folders.

        :param with_data: also titles, states and articles
        :returns: the outermost folder

        `GET /api/v2/rss/items`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.RSS_ITEMS, with_data)

    def mark_as_read(self, path: str, article_id: str | None = None) -> None:
        """Mark articles as read. Unknown ones are passed over.

        :param path: a feed or folder
        :param article_id: one article of the feed; all below the path without it

        `POST /api/v2/rss/markAsRead`; since qBittorrent 4.2.5. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_MARK_AS_READ, path, article_id)

    def refresh_item(self, path: str) -> None:
        """Fetch feeds now, that is afterwards. Unknown ones are passed over.

        :param path: a feed or folder

        `POST /api/v2/rss/refreshItem`; since qBittorrent 4.1.8. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_REFRESH_ITEM, path)

    def set_rule(self, name: str, rule: RssRule | Mapping[str, Json]) -> None:
        """Make a rule, or replace one as a whole: what is left out gets the daemon's default.

        :param name: its name
        :param rule: a `RssRule`, or a mapping from the daemon's own keys

        `POST /api/v2/rss/setRule`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_SET_RULE, name, rule)

    def rename_rule(self, name: str, new_name: str) -> None:
        """Rename a rule. Nothing happens when there is no such rule, or when the new name is taken.

        Before 4.5 the rule is made again under the new name, because 4.2.5 loses a renamed one.

        :param name: the rule
        :param new_name: its new name

        `POST /api/v2/rss/renameRule`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_RENAME_RULE, name, new_name)

    def clone_rule(self, name: str, new_name: str) -> None:
        """Copy a rule. Nothing happens when there is no such rule, or when the new name is taken.

        :param name: the rule
        :param new_name: name of the copy

        `POST /api/v2/rss/cloneRule`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_CLONE_RULE, name, new_name)

    def remove_rule(self, name: str) -> None:
        """Remove a rule, if it is there.

        :param name: the rule

        `POST /api/v2/rss/removeRule`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_REMOVE_RULE, name)

    def rules(self) -> dict[str, RssRule]:
        """All rules.

        :returns: rules by name

        `GET /api/v2/rss/rules`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.RSS_RULES)

    def matching_articles(self, name: str) -> dict[str, list[str]]:
        """What a rule would download now.

        :param name: the rule
        :returns: titles of articles by name of the feed; nothing for an unknown rule

        `GET /api/v2/rss/matchingArticles`; since qBittorrent 4.2.5. May be sent again after a fault.
        """
        return self._caller.call(ops.RSS_MATCHING_ARTICLES, name)

    def export_rules(self) -> dict[str, RssRule]:
        """All rules, as `import_rules` takes them.

        :returns: rules by name

        `GET /api/v2/rss/exportRules`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        return self._caller.call(ops.RSS_EXPORT_RULES)

    def import_rules(self, rules: Mapping[str, RssRule | Mapping[str, Json]] | str | bytes | os.PathLike[str]) -> None:
        """Add rules. Those of the same name are replaced, others stay.

        :param rules: rules by name, JSON as text or bytes, or the path of a file that holds it
        :raises BadRequestError: it is no JSON, or no rules; nothing was changed
        :raises FileMissingError: the path does not exist

        `POST /api/v2/rss/importRules`; since qBittorrent 5.3.0. May be sent again after a fault.
        """
        self._caller.call(ops.RSS_IMPORT_RULES, rules)


class TorrentCreator(Namespace):
    __slots__ = ()

    def add_task(
        self,
        source_path: str,
        torrent_file_path: str | None = None,
        format: TorrentFormat | None = None,
        start_seeding: bool | None = None,
        is_private: bool | None = None,
        optimize_alignment: bool | None = None,
        ignore_dotfiles: bool | None = None,
        padded_file_size_limit: int | None = None,
        piece_size: int | None = None,
        comment: str | None = None,
        trackers: str | Iterable[str] | None = None,
        url_seeds: str | Iterable[str] | None = None,
        source: str | None = None,
    ) -> str:
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

        `POST /api/v2/torrentcreator/addTask`; since qBittorrent 5.0.0. Never sent again after the daemon may have got it.
        Since: `ignore_dotfiles` 5.3.0.
        """
        return self._caller.call(
            ops.TORRENTCREATOR_ADD_TASK,
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
            source,
        )

    def create(
        self,
        source_path: str,
        *,
        torrent_file_path: str | None = None,
        format: TorrentFormat | None = None,
        start_seeding: bool = False,
        is_private: bool | None = None,
        optimize_alignment: bool | None = None,
        ignore_dotfiles: bool | None = None,
        padded_file_size_limit: int | None = None,
        piece_size: int | None = None,
        comment: str | None = None,
        trackers: str | Iterable[str] | None = None,
        url_seeds: str | Iterable[str] | None = None,
        source: str | None = None,
        progress: Callable[[CreatorTask], object] | None = None,
        timeout: float | None = None,
    ) -> bytes:
        """Let the daemon make a `.torrent`, wait for it, and delete the task, also after a failure or a cancellation.

        :param source_path: file or folder, a path of the daemon's machine
        :param torrent_file_path: where the daemon writes the `.torrent`, a path of its machine; a temporary file if not given
        :param format: v1, v2 or hybrid, which is the usual one; of use in builds with libtorrent 2
        :param start_seeding: add the torrent when it is made
        :param is_private: set the private flag
        :param optimize_alignment: let files begin at pieces; only builds with libtorrent 1.2 look at it
        :param ignore_dotfiles: leave out what begins with a dot, which is usual
        :param padded_file_size_limit: pad files above so many bytes, -1 for none; only builds with libtorrent 1.2 look at it
        :param piece_size: bytes of a piece, a power of two from 16384 on; 0 chooses
        :param comment: comment
        :param trackers: addresses; an empty text begins the next tier
        :param url_seeds: addresses of web seeds
        :param source: source tag, which changes the infohash (5.0.3 and younger)
        :param progress: called with the task each time that it was looked at; what it raises ends the creation
        :param timeout: seconds for all of it; None for as long as it takes
        :returns: the bytes of the `.torrent`
        :raises CreationFailedError: the daemon could not make it
        :raises ConflictError: 256 tasks are waiting already
        :raises DeadlineError: the time is over

        `POST /api/v2/torrentcreator/addTask`; since qBittorrent 5.0.0. Never sent again after the daemon may have got it.
        Since: `ignore_dotfiles` 5.3.0.
        """
        return self._caller.call(
            ops.TORRENTCREATOR_CREATE,
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
            source,
            progress,
            timeout,
        )

    def creation(
        self,
        source_path: str,
        *,
        torrent_file_path: str | None = None,
        format: TorrentFormat | None = None,
        start_seeding: bool = False,
        is_private: bool | None = None,
        optimize_alignment: bool | None = None,
        ignore_dotfiles: bool | None = None,
        padded_file_size_limit: int | None = None,
        piece_size: int | None = None,
        comment: str | None = None,
        trackers: str | Iterable[str] | None = None,
        url_seeds: str | Iterable[str] | None = None,
        source: str | None = None,
        timeout: float | None = None,
    ) -> Creation:
        """The same step by step: `with client.torrentcreator.creation(path) as creation: for task in creation: ...`.

        :param source_path: file or folder, a path of the daemon's machine
        :param torrent_file_path: where the daemon writes the `.torrent`, a path of its machine; a temporary file if not given
        :param format: v1, v2 or hybrid, which is the usual one; of use in builds with libtorrent 2
        :param start_seeding: add the torrent when it is made
        :param is_private: set the private flag
        :param optimize_alignment: let files begin at pieces; only builds with libtorrent 1.2 look at it
        :param ignore_dotfiles: leave out what begins with a dot, which is usual
        :param padded_file_size_limit: pad files above so many bytes, -1 for none; only builds with libtorrent 1.2 look at it
        :param piece_size: bytes of a piece, a power of two from 16384 on; 0 chooses
        :param comment: comment
        :param trackers: addresses; an empty text begins the next tier
        :param url_seeds: addresses of web seeds
        :param source: source tag, which changes the infohash (5.0.3 and younger)
        :param timeout: seconds for all of it; None for as long as it takes
        :returns: to be entered, iterated over for progress, and asked for its `result()`
        :raises CreationFailedError: the daemon could not make it
        :raises ConflictError: 256 tasks are waiting already
        :raises DeadlineError: the time is over

        `POST /api/v2/torrentcreator/addTask`; since qBittorrent 5.0.0. Never sent again after the daemon may have got it.
        Since: `ignore_dotfiles` 5.3.0.
        """
        return Creation(
            self._caller,
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
                source,
                timeout,
            ),
        )

    def status(self, task_id: str | None = None) -> list[CreatorTask]:
        """The tasks, or one of them.

        :param task_id: only this one
        :returns: one record per task
        :raises NotFoundError: no such task

        `POST /api/v2/torrentcreator/status`; since qBittorrent 5.0.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTCREATOR_STATUS, task_id)

    def torrent_file(self, task_id: str) -> bytes:
        """The `.torrent` that a task made.

        :param task_id: the task
        :returns: its bytes
        :raises NotFoundError: no such task
        :raises ConflictError: it is not finished, or it failed

        `POST /api/v2/torrentcreator/torrentFile`; since qBittorrent 5.0.0. May be sent again after a fault.
        """
        return self._caller.call(ops.TORRENTCREATOR_TORRENT_FILE, task_id)

    def torrent_file_stream(self, task_id: str) -> Stream:
        """The `.torrent` that a task made, to be saved (`torrent_file_stream(...).save(path)`) or read piece by piece.

        :param task_id: the task
        :returns: has `save(path)` and `read()`, or is entered with `with`, or `async with`
        :raises NotFoundError: no such task
        :raises ConflictError: it is not finished, or it failed

        `POST /api/v2/torrentcreator/torrentFile`; since qBittorrent 5.0.0. May be sent again after a fault.
        """
        return self._caller.stream(ops.TORRENTCREATOR_TORRENT_FILE_STREAM, task_id)

    def delete_task(self, task_id: str) -> None:
        """Delete a task; one that runs is stopped.

        :param task_id: the task
        :raises NotFoundError: no such task

        `POST /api/v2/torrentcreator/deleteTask`; since qBittorrent 5.0.0. Never sent again after the daemon may have got it.
        """
        self._caller.call(ops.TORRENTCREATOR_DELETE_TASK, task_id)


class ClientData(Namespace):
    __slots__ = ()

    def load(self, keys: Iterable[str] | None = None) -> dict[str, Json]:
        """Read what was stored.

        :param keys: only these; all without it
        :returns: values by key; keys that are not there are left out

        `GET /api/v2/clientdata/load`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        return self._caller.call(ops.CLIENTDATA_LOAD, keys)

    def store(self, data: Mapping[str, Json]) -> None:
        """Store values. Other keys stay as they are.

        :param data: values by key; None removes a key
        :raises ConflictError: the store would be larger than 1 MiB

        `POST /api/v2/clientdata/store`; since qBittorrent 5.2.0. May be sent again after a fault.
        """
        self._caller.call(ops.CLIENTDATA_STORE, data)


class Scopes(Caller):
    """The scopes of a client."""

    def _mount(self) -> None:
        self.auth: Auth = Auth(self)
        self.app: App = App(self)
        self.log: Log = Log(self)
        self.sync: Sync = Sync(self)
        self.transfer: Transfer = Transfer(self)
        self.torrents: Torrents = Torrents(self)
        self.search: Search = Search(self)
        self.rss: Rss = Rss(self)
        self.torrentcreator: TorrentCreator = TorrentCreator(self)
        self.clientdata: ClientData = ClientData(self)
