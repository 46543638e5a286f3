"""The file of a download on its way: it lies beside its target, keeps what came, and takes the target's name when it is whole.

What may enter: files of this machine, and the errors that they lead to. What may not: requests, and when one is made again.

Its name says what it is a part of: `film.mkv.<digest of what was asked for>-<bytes of the whole>.part`. So bytes of other content
are never gone on with, also after a restart of the program, and no second file is needed to remember that.

Rule: who writes to it holds a lock on it, from before the first byte until it has the target's name, and gives that name only to
the file that they wrote. So of two calls that save the same at the same time, also of two programs, the second is refused.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from ..errors import BadAnswerError, ClosedError, DiskFullError, FileMissingError, FileTakenError, FileUnwritableError, UsageError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
LINKLESS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.EACCES})
LOCKLESS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})  # of a file system that has no locks
NAME_BYTES = 180  # of the target's name in ours: a name of 255 bytes, the most of usual file systems, must leave room
ENDING = re.compile(r"(\d+)\.part")


class PartialFile:
    """What came of a download so far.

    :param target: where the whole goes
    :param content: what was asked for; another content is another part
    :param overwrites: an existing target may be replaced
    :ivar size: bytes that are kept
    :ivar total: bytes of the whole, None where the daemon does not say
    """

    def __init__(self, target: str | os.PathLike[str], content: str, *, overwrites: bool) -> None:
        self.target: Path = whole_path(target)
        self.size: int = 0
        self.total: int | None = None
        self._overwrites = overwrites
        digest = hashlib.sha256(os.fsencode(f"{self.target.name}\n{content}")).hexdigest()[:12]
        self._start = f"{os.fsdecode(os.fsencode(self.target.name)[:NAME_BYTES])}.{digest}-"
        self._path: Path | None = None
        self._file: io.FileIO | None = None

    @property
    def path(self) -> Path | None:
        """Where it lies; None while there is none."""
        return self._path

    @property
    def is_whole(self) -> bool:
        """Everything is there."""
        return self.size == self.total

    @property
    def is_found_again(self) -> bool:
        """The next call can take it up: the length of the whole stands in its name."""
        return self._path is not None and ENDING.fullmatch(self._path.name, len(self._start)) is not None

    @property
    def next_byte(self) -> int:
        """From where to go on; 0 for the beginning. At least one byte is asked for, to see that the whole is what it was."""
        return min(self.size, self.total - 1) if self.total else 0

    def look(self, *, resumes: bool) -> None:
        """See that the target can come to be, and take up what an earlier call left."""
        folder = self.target.parent
        with told(self.target):
            if not folder.is_dir():
                raise FileMissingError(f"the folder {str(folder)!r} does not exist", hint="make it first; nothing was fetched")
            self._refuse_taken()
            if resumes:
                self._take_up(folder)

    def begin(self, total: int | None) -> None:
        """Keep a whole of that length from its first byte on. What was kept before goes."""
        with told(self.target):
            path = self.target.with_name(f"{self._start}{'unknown' if total is None else total}.part")
            file = self._file
            if file is None or path != self._path:
                file = self._claimed(path, "a+b")
                if self._path is not None:
                    self._free()
                    self._path.unlink(missing_ok=True)
                self.close()
                self._path, self._file = path, file
            file.truncate(0)
            file.seek(0)
            self.size, self.total = 0, total

    def go_on(self, position: int) -> None:
        """Keep what comes from that byte on, after what is there up to it."""
        file = self._opened()
        with told(self.target):
            file.truncate(position)
            file.seek(position)
            self.size = position

    def write(self, piece: bytes) -> None:
        """Keep a piece."""
        file = self._opened()
        if self.total is not None and self.size + len(piece) > self.total:
            raise BadAnswerError(f"more came than the {self.total} bytes that were announced", acted=False)
        left = memoryview(piece)
        with told(self.target):
            while left:
                count = file.write(left)
                self.size += count
                left = left[count:]

    def finish(self) -> None:
        """Give the whole its name. An existing target is replaced only where that was allowed."""
        file = self._opened()
        path = self._lying()
        with told(self.target):
            os.fsync(file.fileno())
            if not is_at(path, file):
                self._path, self.size = None, 0
                raise FileMissingError(
                    f"the part of {str(self.target)!r} was taken away or replaced while it was written", hint="save it again"
                )
            self._free()
            self._name(path)
            self.close()

    def _name(self, path: Path) -> None:
        if self._overwrites:
            path.replace(self.target)
            return
        try:
            os.link(path, self.target)  # unlike renaming, it never replaces what came meanwhile
        except FileExistsError as error:
            self._refuse_taken()
            raise FileTakenError(f"{str(self.target)!r} was there, and is gone by now", hint="save it again") from error
        except OSError as error:
            if error.errno not in LINKLESS:
                raise
            self._refuse_taken()
            path.rename(self.target)
        else:
            path.unlink()

    def close(self) -> None:
        """Let go of the file; what is in it stays."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _free(self) -> None:
        """Let the file be renamed or removed. Windows does neither to an open one; elsewhere it stays ours until that is done."""
        if os.name == "nt":
            self.close()

    def _take_up(self, folder: Path) -> None:
        longest, found = -1, None
        for one in folder.iterdir():
            ending = ENDING.fullmatch(one.name, len(self._start)) if one.name.startswith(self._start) else None
            if ending and one.is_file() and longest <= (size := one.stat().st_size) <= int(ending[1]):
                longest, found = size, (one, int(ending[1]))
        if found is not None:
            path, self.total = found
            self._file = self._claimed(path, "r+b")
            self._path, self.size = path, os.fstat(self._file.fileno()).st_size

    def _claimed(self, path: Path, mode: str) -> io.FileIO:
        """The file at that path, which nobody else writes to until it is closed."""
        file = io.FileIO(path, mode)
        try:
            is_ours = locked(file) and is_at(path, file)
        except BaseException:
            file.close()
            raise
        if is_ours:
            return file
        file.close()
        raise FileTakenError(
            f"another call is saving {str(self.target)!r} at this moment", hint="wait for its end, or choose another name"
        )

    def _lying(self) -> Path:
        if self._path is None:
            raise ClosedError(f"there is no part of {str(self.target)!r}")
        return self._path

    def _opened(self) -> io.FileIO:
        if self._file is None:
            raise ClosedError(f"the part of {str(self.target)!r} is not open")
        return self._file

    def _refuse_taken(self) -> None:
        if self.target.is_dir():
            raise FileTakenError(f"{str(self.target)!r} is a folder", hint="name the file too")
        if not self._overwrites and os.path.lexists(self.target):
            raise FileTakenError(
                f"{str(self.target)!r} exists already", hint="choose another name, or say that it may be overwritten"
            )


def locked(file: io.FileIO) -> bool:
    """Lock it until it is closed. False where somebody else has; without effect on a file system that has no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # PermissionError: what Windows says
        return False
    except OSError as error:
        if error.errno not in LOCKLESS:
            raise
    return True


def is_at(path: Path, file: io.FileIO) -> bool:
    """Whether the file that lies there is this one."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def whole_path(given: str | os.PathLike[str]) -> Path:
    """A path of this machine."""
    try:
        path = Path(given).expanduser()
        os.fsencode(path)
    except (ValueError, RuntimeError, TypeError) as error:  # ~ of somebody who has no home
        raise UsageError(f"{given!r} is no path of this machine ({error})") from error
    if not path.name or "\0" in str(path):
        raise UsageError(f"{str(given)!r} names no file")
    return path


@contextmanager
def told(target: Path) -> Generator[None]:
    """What goes wrong with files, in our words. What came so far stays."""
    try:
        yield
    except (FileMissingError, FileTakenError):
        raise
    except FileNotFoundError as error:
        raise FileMissingError(f"the folder of {str(target)!r} is gone", hint="make it again") from error
    except OSError as error:
        if error.errno in FULL:
            raise DiskFullError(f"there is no room for {str(target)!r} ({error.strerror})", hint="make room") from error
        raise FileUnwritableError(
            f"{str(target)!r} cannot be written ({error.strerror})", hint="check the folder's permissions"
        ) from error
