"""Where the harness keeps things: one cache folder outside the clone, shared by all checkouts of a user.

What may enter: folder names, and the file locks that let several processes share them. What may not: what is in them.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

FOLDER_VARIABLE = "BITHARBOR_DAEMONS"


def cache() -> Path:
    """The harness's folder: $BITHARBOR_DAEMONS, else bitharbor-daemons in the user's cache folder."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named).absolute()
    if shared := os.environ.get("XDG_CACHE_HOME"):
        return Path(shared).absolute() / "bitharbor-daemons"
    return Path.home() / ".cache" / "bitharbor-daemons"


def folder(*parts: str) -> Path:
    """A folder below the cache, made when it is missing."""
    path = cache().joinpath(*parts)
    path.mkdir(parents=True, exist_ok=True)
    return path


@contextlib.contextmanager
def locked(name: str) -> Generator[None]:
    """Hold a lock that every process of this machine respects; it falls with the process, so it is never stale."""
    with (folder("locks") / name).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write_whole(path: Path, text: str, *, mode: int = 0o600) -> None:
    """Write a file so that a reader sees the old text or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.write_text(text)
    draft.chmod(mode)
    draft.replace(path)
