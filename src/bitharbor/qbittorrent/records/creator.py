"""Tasks of the Torrent Creator."""

from __future__ import annotations

from .base import Record


class CreatorTask(
    Record,
    kw_only=True,
    rename={
        "task_id": "taskID",
        "source_path": "sourcePath",
        "torrent_file_path": "torrentFilePath",
        "piece_size": "pieceSize",
        "ignore_dotfiles": "ignoreDotfiles",
        "optimize_alignment": "optimizeAlignment",
        "padded_file_size_limit": "paddedFileSizeLimit",
        "url_seeds": "urlSeeds",
        "time_added": "timeAdded",
        "time_started": "timeStarted",
        "time_finished": "timeFinished",
        "error_message": "errorMessage",
    },
):
    """A task that makes a `.torrent`."""

    task_id: str
    """The task's id; since 5.0.0"""
    status: str
    """Queued, Running, Finished or Failed; since 5.0.0"""
    progress: int | None = None
    """Progress, only while it runs [%]; since 5.0.0"""
    error_message: str | None = None
    """Why it failed, in the daemon's language; since 5.0.0"""
    source_path: str
    """The content, a path of the daemon's machine; since 5.0.0"""
    torrent_file_path: str | None = None
    """Where the `.torrent` is written, if that was asked for; since 5.0.0"""
    format: str | None = None
    """v1, v2 or hybrid; only of builds with libtorrent 2; since 5.0.0"""
    piece_size: int
    """Piece length that was asked for, 0 for automatic; the real one when finished [bytes]; since 5.0.0"""
    private: bool
    """Private flag; since 5.0.0"""
    ignore_dotfiles: bool | None = None
    """Files whose names begin with a dot are left out; since 5.3.0"""
    optimize_alignment: bool | None = None
    """Files begin at pieces; only of builds with libtorrent 1.2; since 5.0.0"""
    padded_file_size_limit: int | None = None
    """Files above this size are padded, -1 none; only of builds with libtorrent 1.2 [bytes]; since 5.0.0"""
    comment: str | None = None
    """Comment, if there is one; since 5.0.0"""
    source: str | None = None
    """Source tag, if there is one; since 5.0.0"""
    trackers: list[str] | None = None
    """Trackers; an empty text begins the next tier, and stands alone where there is none; since 5.0.0"""
    url_seeds: list[str] | None = None
    """Web seeds; an empty text stands alone where there is none; since 5.0.0"""
    time_added: int | str | None = None
    """When it was given; text in the daemon's local time before 5.3 [Unix s]; since 5.0.0"""
    time_started: int | str | None = None
    """When it began, once it has [Unix s]; since 5.0.0"""
    time_finished: int | str | None = None
    """When it ended, once it has [Unix s]; since 5.0.0"""

    @property
    def is_over(self) -> bool:
        """Whether it is finished or failed."""
        return self.status in ("Finished", "Failed")
