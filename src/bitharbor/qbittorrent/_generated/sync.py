# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.
# ruff: noqa
from __future__ import annotations

from collections.abc import Iterable

from bitharbor.qbittorrent.records import Added, MainData, Torrent
from bitharbor.qbittorrent.words import (
    ContentLayout,
    Hashes,
    ShareLimitAction,
    ShareLimitsMode,
    StopCondition,
    TorrentFilter,
    TorrentItem,
    TorrentItems,
)

from ..caller import Caller, Namespace
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

    def version(self) -> str:
        """Version of the application, as it says it: `v5.1.0`.

        :returns: the text of the daemon, with its leading `v`

        `GET /api/v2/app/version`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_VERSION)

    def web_api_version(self) -> str:
        """Version of the Web API: `2.11.4`. Frozen on release branches, so do not decide by it; decide by the application's.

        :returns: the text of the daemon

        `GET /api/v2/app/webapiVersion`; since qBittorrent 4.1.0. May be sent again after a fault.
        """
        return self._caller.call(ops.APP_WEB_API_VERSION)


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


class Scopes(Caller):
    def _mount(self) -> None:
        self.auth = Auth(self)
        self.app = App(self)
        self.sync = Sync(self)
        self.torrents = Torrents(self)
