"""Where a torrent's data lies, and what of it may be deleted. Decided from what the daemon said alone; nothing is touched here.

Rule 1: deleted are the torrent's own files, each by its name, and folders of its own that are empty then. Never a folder with
        what is in it.
Rule 2: every path is absolute, without `.` and `..`, and below the folder that the daemon keeps the torrent in.
Rule 3: whatever is odd, is refused: a name with control characters or that the daemon could not write, files that were opened
        elsewhere, a folder of the system, data that another torrent uses too.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import DataKeptError, UsageError

CONTROL = re.compile(r"[\x00-\x1f\x7f]")
LOST = "\ufffd"  # stands for what XML cannot carry, see `xml_language`
# what stands where a byte is no UTF-8: 0.9.8 writes `?`, 0.16.17 `%E4`. It may as well be meant
DOUBTFUL = re.compile(r"\?|%[0-9A-F]{2}")
SYSTEM = frozenset({"bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "sbin", "sys", "usr"})
KEPT = "nothing was deleted, and the torrent is still there; remove it without its data, and delete that by hand"


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file of a torrent.

    :ivar path: below the torrent's folder
    :ivar opened: where it was opened last, empty when it never was
    """

    path: str
    opened: str = ""


@dataclass(frozen=True, slots=True)
class Root:
    """A torrent's file, or its folder.

    :ivar directory: `d.directory`: of several files their own folder, else the folder around the file
    """

    directory: str
    name: str
    is_multi_file: bool

    @property
    def path(self) -> str:
        """The file, or the folder."""
        folder = self.directory.rstrip("/") or "/"
        return folder if self.is_multi_file else posixpath.join(folder, self.name)


@dataclass(frozen=True, slots=True)
class Holding:
    """What the daemon says about a torrent's data.

    :ivar home: its folder for torrents that name none
    :ivar file_count: how many files the torrent has
    :ivar others: of all other torrents
    """

    root: Root
    home: str
    files: tuple[HeldFile, ...]
    file_count: int
    others: tuple[Root, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to delete.

    :ivar base: the folder that all of it lies in
    :ivar files: each by its path
    :ivar folders: to be removed when they are empty, the deepest first
    """

    base: str
    files: tuple[str, ...]
    folders: tuple[str, ...]


def plan(holding: Holding) -> Plan:
    """What to delete of a torrent.

    :raises DataKeptError: something is odd
    """
    base = folder_of(holding.root.directory)
    if not holding.files or len(holding.files) != holding.file_count:
        raise kept("rTorrent does not list its files")
    if not holding.root.is_multi_file and len(holding.files) != 1:
        raise kept("it is one file and lists several")
    files = [file_of(base, file) for file in holding.files]
    refuse_shared(holding, files)
    return Plan(base, tuple(dict.fromkeys(files)), tuple(own_folders(holding, base, files)))


def folder_of(directory: str) -> str:
    """The folder, if it is fit for deleting in it."""
    folder = directory.rstrip("/")
    parts = folder.split("/")
    if not folder.startswith("/") or any(part in ("", ".", "..") for part in parts[1:]):
        raise kept(f"its folder is no plain absolute path: {directory!r}")
    if CONTROL.search(folder) or LOST in folder:
        raise kept(f"the name of its folder is not known for certain: {directory!r}")
    if parts[1] in SYSTEM:
        raise kept(f"its folder belongs to the system: {directory!r}")
    return folder


def file_of(base: str, file: HeldFile) -> str:
    """The path of a file, if it surely lies below its folder."""
    parts = file.path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise kept(f"a file leads out of its folder: {file.path!r}")
    if CONTROL.search(file.path) or LOST in file.path:
        raise kept(f"the name of a file is not known for certain: {file.path!r}")
    path = f"{base}/{file.path}"
    if file.opened and posixpath.normpath(file.opened) != path:
        raise kept(f"rTorrent has a file open elsewhere: {file.opened!r} instead of {path!r}")
    return path


def own_folders(holding: Holding, base: str, files: Iterable[str]) -> list[str]:
    """The folders between a torrent's own folder and its files, the deepest first. Its own folder is one of its name only."""
    if not holding.root.is_multi_file:
        return []
    folders: set[str] = set()
    for file in files:
        folder = posixpath.dirname(file)
        while folder != base:
            folders.add(folder)
            folder = posixpath.dirname(folder)
    home = posixpath.normpath(holding.home)
    is_own = posixpath.basename(base) == holding.root.name and home != base and not home.startswith(f"{base}/")
    return sorted(folders, key=lambda one: (-one.count("/"), one)) + ([base] if is_own else [])


def refuse_shared(holding: Holding, files: Sequence[str]) -> None:
    """Data that another torrent uses is not deleted."""
    ours = holding.root.path
    known = set(files)
    for other in holding.others:
        theirs = other.path
        is_around = other.is_multi_file and ours.startswith(f"{theirs}/")
        is_within = holding.root.is_multi_file and theirs.startswith(f"{ours}/")
        if theirs == ours or theirs in known or is_around or is_within:
            raise kept(f"another torrent uses {theirs!r} too")


def is_doubtful(path: str) -> bool:
    """Whether the daemon may have written something else for a byte of this name."""
    return DOUBTFUL.search(path) is not None


def location_of(location: str) -> str:
    """A folder to move to, as it is sent.

    :raises UsageError: it is no plain absolute path
    """
    folder = location.rstrip("/")
    if not folder.startswith("/") or any(part in ("", ".", "..") for part in folder.split("/")[1:]):
        raise UsageError(f"{location!r} is no absolute path on the daemon's machine", hint="begin it with /, without . and ..")
    if CONTROL.search(folder):
        raise UsageError(f"{location!r} holds characters that cannot be seen")
    return folder


def kept(why: str) -> DataKeptError:
    """The error for data that is not touched."""
    return DataKeptError(f"the data was not deleted: {why}", hint=KEPT)
