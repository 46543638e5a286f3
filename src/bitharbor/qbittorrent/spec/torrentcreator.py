"""The Torrent Creator: `.torrent` files of content that lies on the daemon's machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Protocol

from ..records import CreatorTask
from ..words import TorrentFormat
from .language import Bar, Before, Convert, Creation, Since, Stream, Wire, endpoint


class TorrentCreator(Protocol):
    """The Torrent Creator."""

    @endpoint("POST", "torrentcreator/addTask", retry="once", since="5.0.0", answer="task_id")
    def add_task(
        self,
        source_path: Annotated[str, Wire("sourcePath")],
        torrent_file_path: Annotated[str | None, Wire("torrentFilePath")] = None,
        format: TorrentFormat | None = None,
        start_seeding: Annotated[bool | None, Wire("startSeeding")] = None,
        is_private: Annotated[bool | None, Wire("private")] = None,
        optimize_alignment: Annotated[bool | None, Wire("optimizeAlignment")] = None,
        ignore_dotfiles: Annotated[bool | None, Wire("ignoreDotfiles"), Since("5.3.0")] = None,
        padded_file_size_limit: Annotated[int | None, Wire("paddedFileSizeLimit")] = None,
        piece_size: Annotated[int | None, Wire("pieceSize")] = None,
        comment: str | None = None,
        trackers: Annotated[str | Iterable[str] | None, Bar, Convert("escaped_urls"), Before("5.2.0", value="plain_urls")] = None,
        url_seeds: Annotated[
            str | Iterable[str] | None, Wire("urlSeeds"), Bar, Convert("escaped_urls"), Before("5.2.0", value="plain_urls")
        ] = None,
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
        """
        ...

    @endpoint("POST", "torrentcreator/addTask", retry="once", since="5.0.0", flow="create")
    def create(
        self,
        source_path: Annotated[str, Wire("sourcePath")],
        *,
        torrent_file_path: Annotated[str | None, Wire("torrentFilePath")] = None,
        format: TorrentFormat | None = None,
        start_seeding: Annotated[bool, Wire("startSeeding")] = False,
        is_private: Annotated[bool | None, Wire("private")] = None,
        optimize_alignment: Annotated[bool | None, Wire("optimizeAlignment")] = None,
        ignore_dotfiles: Annotated[bool | None, Wire("ignoreDotfiles"), Since("5.3.0")] = None,
        padded_file_size_limit: Annotated[int | None, Wire("paddedFileSizeLimit")] = None,
        piece_size: Annotated[int | None, Wire("pieceSize")] = None,
        comment: str | None = None,
        trackers: Annotated[str | Iterable[str] | None, Bar, Convert("escaped_urls"), Before("5.2.0", value="plain_urls")] = None,
        url_seeds: Annotated[
            str | Iterable[str] | None, Wire("urlSeeds"), Bar, Convert("escaped_urls"), Before("5.2.0", value="plain_urls")
        ] = None,
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
        """
        ...

    @endpoint("POST", "torrentcreator/addTask", retry="once", since="5.0.0")
    def creation(
        self,
        source_path: Annotated[str, Wire("sourcePath")],
        *,
        torrent_file_path: Annotated[str | None, Wire("torrentFilePath")] = None,
        format: TorrentFormat | None = None,
        start_seeding: Annotated[bool, Wire("startSeeding")] = False,
        is_private: Annotated[bool | None, Wire("private")] = None,
        optimize_alignment: Annotated[bool | None, Wire("optimizeAlignment")] = None,
        ignore_dotfiles: Annotated[bool | None, Wire("ignoreDotfiles"), Since("5.3.0")] = None,
        padded_file_size_limit: Annotated[int | None, Wire("paddedFileSizeLimit")] = None,
        piece_size: Annotated[int | None, Wire("pieceSize")] = None,
        comment: str | None = None,
        trackers: Annotated[str | Iterable[str] | None, Bar, Convert("escaped_urls"), Before("5.2.0", value="plain_urls")] = None,
        url_seeds: Annotated[
            str | Iterable[str] | None, Wire("urlSeeds"), Bar, Convert("escaped_urls"), Before("5.2.0", value="plain_urls")
        ] = None,
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
        """
        ...

    @endpoint("POST", "torrentcreator/status", retry="read", since="5.0.0")
    def status(self, task_id: Annotated[str | None, Wire("taskID")] = None) -> list[CreatorTask]:
        """The tasks, or one of them.

        :param task_id: only this one
        :returns: one record per task
        :raises NotFoundError: no such task
        """
        ...

    @endpoint("POST", "torrentcreator/torrentFile", retry="read", since="5.0.0")
    def torrent_file(self, task_id: Annotated[str, Wire("taskID")]) -> bytes:
        """The `.torrent` that a task made.

        :param task_id: the task
        :returns: its bytes
        :raises NotFoundError: no such task
        :raises ConflictError: it is not finished, or it failed
        """
        ...

    @endpoint("POST", "torrentcreator/torrentFile", retry="read", since="5.0.0")
    def torrent_file_stream(self, task_id: Annotated[str, Wire("taskID")]) -> Stream:
        """The `.torrent` that a task made, to be saved (`torrent_file_stream(...).save(path)`) or read piece by piece.

        :param task_id: the task
        :returns: has `save(path)` and `read()`, or is entered with `with`, or `async with`
        :raises NotFoundError: no such task
        :raises ConflictError: it is not finished, or it failed
        """
        ...

    @endpoint("POST", "torrentcreator/deleteTask", retry="once", since="5.0.0")
    def delete_task(self, task_id: Annotated[str, Wire("taskID")]) -> None:
        """Delete a task; one that runs is stopped.

        :param task_id: the task
        :raises NotFoundError: no such task
        """
