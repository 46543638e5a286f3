"""Torrents: one of them in detail: properties, files and pieces, and what can be done to its files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol

from ..records import TorrentFile, TorrentProperties
from ..words import FilePriority
from .language import Bar, Route, Since, Stream, Wire, endpoint

Hash = Annotated[str, Wire("hash")]


class TorrentContent(Protocol):
    """The content of torrents."""

    @endpoint("POST", "torrents/count", retry="read", since="4.6.1")
    def count(self) -> int:
        """How many torrents the session has.

        :returns: their number
        """
        ...

    @endpoint(
        "POST",
        "torrents/properties",
        retry="read",
        cookie_api=(Route("GET", "query/propertiesGeneral/{hash}", (("torrent_hash", "hash"),)),),
        digest_api=(Route("GET", "json/propertiesGeneral/{hash}", (("torrent_hash", "hash"),)),),
    )
    def properties(self, torrent_hash: Hash) -> TorrentProperties:
        """One torrent in detail.

        :param torrent_hash: the torrent
        :returns: its properties
        :raises NotFoundError: no such torrent
        """
        ...

    @endpoint(
        "POST",
        "torrents/files",
        retry="read",
        cookie_api=(Route("GET", "query/propertiesFiles/{hash}", (("torrent_hash", "hash"),)),),
        digest_api=(Route("GET", "json/propertiesFiles/{hash}", (("torrent_hash", "hash"),)),),
    )
    def files(
        self, torrent_hash: Hash, indexes: Annotated[int | Iterable[int] | None, Bar, Since("4.3.5")] = None
    ) -> list[TorrentFile]:
        """The files of a torrent; none while its metadata is not known.

        :param torrent_hash: the torrent
        :param indexes: only these files
        :returns: one record per file
        :raises NotFoundError: no such torrent
        :raises ConflictError: no file has that index
        """
        ...

    @endpoint(
        "POST",
        "torrents/pieceStates",
        retry="read",
        cookie_api=(Route("GET", "query/getPieceStates/{hash}", (("torrent_hash", "hash"),), since="3.3.13"),),
    )
    def piece_states(self, torrent_hash: Hash) -> list[int]:
        """The state of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: for each piece 0 missing, 1 being downloaded, 2 complete
        :raises NotFoundError: no such torrent
        """
        ...

    @endpoint(
        "POST",
        "torrents/pieceHashes",
        retry="read",
        cookie_api=(Route("GET", "query/getPieceHashes/{hash}", (("torrent_hash", "hash"),), since="3.3.13"),),
    )
    def piece_hashes(self, torrent_hash: Hash) -> list[str]:
        """The v1 hash of each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: 40 hexadecimal digits for each piece
        :raises NotFoundError: no such torrent
        """
        ...

    @endpoint("POST", "torrents/pieceAvailability", retry="read", since="5.2.0")
    def piece_availability(self, torrent_hash: Hash) -> list[int]:
        """How many connected peers have each piece of a torrent.

        :param torrent_hash: the torrent
        :returns: a number for each piece; nothing for a torrent that is complete or stopped
        :raises NotFoundError: no such torrent
        """
        ...

    @endpoint(
        "POST",
        "torrents/filePrio",
        retry="idempotent",
        cookie_api=(
            Route("POST", "command/setFilePrio", (("torrent_hash", "hash"), ("file_ids", "id"), ("priority", "priority"))),
        ),
        digest_api=(
            Route("POST", "command/setFilePrio", (("torrent_hash", "hash"), ("file_ids", "id"), ("priority", "priority"))),
        ),
    )
    def file_priority(
        self, torrent_hash: Hash, file_ids: Annotated[int | Iterable[int], Wire("id"), Bar], priority: FilePriority
    ) -> None:
        """Say which files of a torrent are wanted, and which first.

        :param torrent_hash: the torrent
        :param file_ids: indexes of the files
        :param priority: 0 not wanted, 1 normal, 6 high, 7 maximum
        :raises NotFoundError: no such torrent
        :raises BadRequestError: another priority, or an index that is no number
        :raises ConflictError: no file has that index, or the metadata is not known yet
        """

    @endpoint("POST", "torrents/renameFile", retry="once", since="4.2.1", flow="rename_file", needs_version=True)
    def rename_file(
        self,
        torrent_hash: Hash,
        old_path: Annotated[str, Wire("oldPath")],
        new_path: Annotated[str, Wire("newPath")],
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

    @endpoint("POST", "torrents/renameFolder", retry="once", since="4.3.3")
    def rename_folder(
        self,
        torrent_hash: Hash,
        old_path: Annotated[str, Wire("oldPath")],
        new_path: Annotated[str, Wire("newPath")],
    ) -> None:
        """Rename or move one folder of a torrent. It is done after the answer.

        :param torrent_hash: the torrent
        :param old_path: its path inside the torrent
        :param new_path: the path that it shall have
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such folder, or the new path is taken or impossible
        """

    @endpoint("POST", "torrents/downloadFile", retry="read", since="5.3.0")
    def download_file(self, torrent_hash: Hash, file: str | int) -> Stream:
        """The content of one complete file of a torrent.

        :param torrent_hash: the torrent
        :param file: its index, or its path as `files` shows it; text of digits only counts as an index
        :returns: on the native faces a stream: `save(path)` it, which goes on after a broken connection and with what an earlier
            call left; `read()` it; or enter it with `with` or `async with` for its pieces
        :raises NotFoundError: no such torrent
        :raises ConflictError: no such file, or it is not complete
        :raises ServerError: the daemon cannot open it
        """
        ...
