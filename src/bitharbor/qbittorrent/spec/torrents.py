"""Torrents: list, add, stop, start, delete, export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol

from ..records import Added, Torrent
from ..words import (
    ContentLayout,
    Hashes,
    ShareLimitAction,
    ShareLimitsMode,
    StopCondition,
    TorrentFilter,
    TorrentItem,
    TorrentItems,
)
from .language import (
    Also,
    Bar,
    Before,
    Comma,
    Files,
    Lines,
    NotEmpty,
    Required,
    Route,
    Since,
    Stream,
    Until,
    Was,
    Wire,
    Words,
    endpoint,
)

# seen on 5.1.0; 4.5.2 takes an unknown filter for "all"
FILTERS = Words("5.0.0", (("stopped", "paused"), ("running", "resumed")))


LISTED = (("filter", "filter"), ("sort", "sort"), ("reverse", "reverse"), ("limit", "limit"), ("offset", "offset"))

PLACED = (("save_path", "savepath"), ("cookie", "cookie"))
HELD = (*PLACED, ("category", "category"), ("skip_checking", "skip_checking"), ("stopped", "paused"))
SHAPED = (
    *HELD,
    ("content_layout", "root_folder"),
    ("rename", "rename"),
    ("upload_limit", "upLimit"),
    ("download_limit", "dlLimit"),
    ("sequential", "sequentialDownload"),
    ("first_last_first", "firstLastPiecePrio"),
)


def added(path: str, what: tuple[str, str]) -> tuple[Route, ...]:
    """The ways of adding from 3.2 to 4.0, newest first: with each of these versions came more parameters."""
    return (
        Route("POST", path, (what, *SHAPED), since="4.0.0"),
        Route("POST", path, (what, *HELD), since="3.3.13", until="4.0.0"),
        Route("POST", path, (what, *PLACED, ("category", "category")), since="3.3.5", until="3.3.13"),
        Route("POST", path, (what, *PLACED, ("category", "label")), since="3.3.1", until="3.3.5"),
        Route("POST", path, (what,), until="3.3.1"),
    )


ADDED_AS_FILES = added("command/upload", ("files", "torrents"))
ADDED_AS_LINKS = added("command/download", ("urls", "urls"))


class Torrents(Protocol):
    """Torrents."""

    @endpoint(
        "POST",
        "torrents/info",
        retry="read",
        cookie_api=(
            Route("GET", "query/torrents", (*LISTED, ("category", "category")), since="3.3.5"),
            Route("GET", "query/torrents", (*LISTED, ("category", "label")), until="3.3.5"),
        ),
        digest_api=(Route("GET", "json/torrents"),),
    )
    def info(
        self,
        filter: Annotated[TorrentFilter | str | None, FILTERS] = None,
        category: str | None = None,
        sort: str | None = None,
        reverse: bool | None = None,
        limit: int | None = None,
        offset: int | None = None,
        hashes: Annotated[Hashes | None, Bar, NotEmpty()] = None,
        tag: Annotated[str | None, Since("4.4.0")] = None,
        private: Annotated[bool | None, Since("5.0.0")] = None,
        include_trackers: Annotated[bool | None, Wire("includeTrackers"), Since("5.1.0")] = None,
        include_files: Annotated[bool | None, Wire("includeFiles"), Since("5.2.0")] = None,
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
        """
        ...

    @endpoint(
        "POST",
        "torrents/add",
        retry="once",
        flow="add",
        cookie_api=(*ADDED_AS_FILES, *ADDED_AS_LINKS),
        digest_api=(
            Route("POST", "command/upload", (("files", "torrents"),)),
            Route("POST", "command/download", (("urls", "urls"),)),
        ),
    )
    def add(
        self,
        urls: Annotated[str | Iterable[str] | None, Lines] = None,
        files: Annotated[TorrentItem | TorrentItems | None, Files()] = None,
        *,
        save_path: Annotated[str | None, Wire("savepath")] = None,
        cookie: Annotated[str | None, Until("5.1.0")] = None,
        category: str | None = None,
        tags: Annotated[str | Iterable[str] | None, Comma, Since("4.3.2")] = None,
        stopped: Annotated[bool | None, Also("paused")] = None,
        forced: Annotated[bool | None, Since("5.1.0")] = None,
        skip_checking: Annotated[bool | None, Wire("seedMode"), Also("skip_checking")] = None,
        content_layout: Annotated[
            ContentLayout | None, Wire("contentLayout"), Before("4.3.2", "root_folder", "root_folder_of_layout")
        ] = None,
        rename: str | None = None,
        upload_limit: Annotated[int | None, Wire("upLimit")] = None,
        download_limit: Annotated[int | None, Wire("dlLimit")] = None,
        ratio_limit: Annotated[float | None, Wire("ratioLimit"), Since("4.3.4")] = None,
        seeding_time_limit: Annotated[int | None, Wire("seedingTimeLimit"), Since("4.3.4")] = None,
        inactive_seeding_time_limit: Annotated[int | None, Wire("inactiveSeedingTimeLimit"), Since("4.6.0")] = None,
        share_limit_action: Annotated[ShareLimitAction | None, Wire("shareLimitAction"), Since("5.0.0")] = None,
        share_limits_mode: Annotated[ShareLimitsMode | None, Wire("shareLimitsMode"), Since("5.3.0")] = None,
        auto_management: Annotated[bool | None, Wire("autoTMM")] = None,
        sequential: Annotated[bool | None, Wire("sequentialDownload")] = None,
        first_last_first: Annotated[bool | None, Wire("firstLastPiecePrio")] = None,
        download_path: Annotated[str | None, Wire("downloadPath"), Since("4.4.0")] = None,
        use_download_path: Annotated[bool | None, Wire("useDownloadPath"), Since("4.4.0")] = None,
        stop_condition: Annotated[StopCondition | None, Wire("stopCondition"), Since("4.5.0")] = None,
        add_to_top_of_queue: Annotated[bool | None, Wire("addToTopOfQueue"), Since("4.6.0")] = None,
        ssl_certificate: Annotated[str | None, Since("5.0.0")] = None,
        ssl_private_key: Annotated[str | None, Since("5.0.0")] = None,
        ssl_dh_params: Annotated[str | None, Since("5.0.0")] = None,
        file_priorities: Annotated[Iterable[int] | None, Wire("filePriorities"), Comma, Since("5.2.0")] = None,
        downloader: Annotated[str | None, Since("5.2.0")] = None,
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
        """
        ...

    @endpoint(
        "POST",
        "torrents/stop",
        retry="idempotent",
        was=(Was("torrents/pause", until="5.0.0"),),
        cookie_api=(Route("POST", "command/pause", (("hashes", "hash"),)), Route("POST", "command/pauseAll")),
        digest_api=(Route("POST", "command/pause", (("hashes", "hash"),)), Route("POST", "command/pauseall")),
    )
    def stop(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Stop torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        """

    @endpoint(
        "POST",
        "torrents/start",
        retry="idempotent",
        was=(Was("torrents/resume", until="5.0.0"),),
        cookie_api=(Route("POST", "command/resume", (("hashes", "hash"),)), Route("POST", "command/resumeAll")),
        digest_api=(Route("POST", "command/resume", (("hashes", "hash"),)), Route("POST", "command/resumeall")),
    )
    def start(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Start torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        """

    @endpoint(
        "POST",
        "torrents/delete",
        retry="destructive",
        cookie_api=(
            Route("POST", "command/delete", (("hashes", "hashes"),)),
            Route("POST", "command/deletePerm", (("hashes", "hashes"),)),
        ),
        digest_api=(
            Route("POST", "command/delete", (("hashes", "hashes"),)),
            Route("POST", "command/deletePerm", (("hashes", "hashes"),)),
        ),
    )
    def delete(
        self,
        hashes: Annotated[Hashes, Bar, NotEmpty()],
        delete_files: Annotated[bool, Wire("deleteFiles"), Required("false")] = False,
    ) -> None:
        """Delete torrents, and their files only when asked. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param delete_files: also delete what was downloaded
        :raises EmptySelectionError: `hashes` is empty
        :raises ConnectionLostError: the connection broke; look before you ask again, the torrents may be gone
        """

    @endpoint("POST", "torrents/export", retry="read", since="4.5.0")
    def export(self, torrent_hash: Annotated[str, Wire("hash")]) -> bytes:
        """The `.torrent` file of a torrent.

        :param torrent_hash: the torrent
        :returns: its bytes
        :raises NotFoundError: no such torrent
        :raises ConflictError: the daemon has no metadata yet
        """
        ...

    @endpoint("POST", "torrents/export", retry="read", since="4.5.0")
    def export_stream(self, torrent_hash: Annotated[str, Wire("hash")]) -> Stream:
        """The `.torrent` file of a torrent, to be saved (`export_stream(...).save(path)`) or read piece by piece.

        :param torrent_hash: the torrent
        :returns: has `save(path)` and `read()`, or is entered with `with`, or `async with`
        :raises NotFoundError: no such torrent
        :raises ConflictError: the daemon has no metadata yet
        """
        ...

    @endpoint(
        "POST",
        "torrents/downloadLimit",
        retry="read",
        digest_api=(Route("POST", "command/getTorrentDlLimit", (("hashes", "hash"),)),),
        cookie_api=(Route("POST", "command/getTorrentsDlLimit", (("hashes", "hashes"),)),),
    )
    def download_limit(self, hashes: Annotated[Hashes, Bar]) -> dict[str, int]:
        """Download limits of torrents.

        :param hashes: the torrents, or "all"
        :returns: infohash -> bytes/s, -1 or 0 for none
        """
        ...

    @endpoint(
        "POST",
        "torrents/setDownloadLimit",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setTorrentsDlLimit", (("hashes", "hashes"), ("limit", "limit"))),),
        digest_api=(Route("POST", "command/setTorrentDlLimit", (("hashes", "hash"), ("limit", "limit"))),),
    )
    def set_download_limit(self, hashes: Annotated[Hashes, Bar], limit: int) -> None:
        """Limit the download of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none
        """

    @endpoint(
        "POST",
        "torrents/uploadLimit",
        retry="read",
        cookie_api=(Route("POST", "command/getTorrentsUpLimit", (("hashes", "hashes"),)),),
        digest_api=(Route("POST", "command/getTorrentUpLimit", (("hashes", "hash"),)),),
    )
    def upload_limit(self, hashes: Annotated[Hashes, Bar]) -> dict[str, int]:
        """Upload limits of torrents.

        :param hashes: the torrents, or "all"
        :returns: infohash -> bytes/s, -1 or 0 for none
        """
        ...

    @endpoint(
        "POST",
        "torrents/setUploadLimit",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setTorrentsUpLimit", (("hashes", "hashes"), ("limit", "limit"))),),
        digest_api=(Route("POST", "command/setTorrentUpLimit", (("hashes", "hash"), ("limit", "limit"))),),
    )
    def set_upload_limit(self, hashes: Annotated[Hashes, Bar], limit: int) -> None:
        """Limit the upload of torrents. Unknown ones are passed over.

        :param hashes: the torrents, or "all"
        :param limit: bytes/s, 0 for none
        """
