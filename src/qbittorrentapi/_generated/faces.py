# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.
# ruff: noqa
from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from bitharbor.qbittorrent._generated import ops

from .. import _calling as calling
from .._attrdict import item
from .._namespaces import *
from .._owned import TorrentBase
from .._records import *
from ..definitions import APIKwargsT, ClientCache, List, ListInputT, TorrentFilesT, TorrentStatusesT, home
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


@home("qbittorrentapi.torrents")
class TorrentsAPIMixIn(AppAPIMixIn):
    """The flat methods of Torrents."""

    @property
    def torrents(self) -> Torrents:
        """The namespace; `client.torrents_...` without the prefix."""
        return self._namespace(Torrents)

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


@home("qbittorrentapi.sync")
class Sync(ClientCache[SyncAPIMixIn]):
    """`client.sync`."""

    def __init__(self, *args: Any, client: SyncAPIMixIn, **kwargs: Any) -> None:
        super().__init__(*args, client=client, **kwargs)
        self.maindata = MainData(client=client)


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


@home("qbittorrentapi.torrents")
class TorrentInfoList(List[TorrentDictionary]):
    """Torrents."""

    def __init__(self, list_entries: ListInputT, client: TorrentsAPIMixIn | None = None) -> None:
        super().__init__(list_entries, entry_class=TorrentDictionary, client=client)
