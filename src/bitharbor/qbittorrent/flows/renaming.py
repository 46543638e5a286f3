"""Renaming a file of a torrent on all versions.

Facts: before 4.3.3 the daemon takes a file's index and its new name (seen on 4.2.5: only the last part of the path, 409 for an
index that is not there); since then the old path and the new one. The number of the Web API is the same on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from posixpath import dirname
from typing import Any

from ... import errors
from ...wire.effects import Flow, Reply
from .._generated import ops
from ..answers import nothing
from ..operation import F, Op
from ..session import Session
from ..versions import dotted
from . import calling
from .call import Call, Extra

TAKES_PATHS = (4, 3, 3)
NO_FILE = -1  # an index that no file has: the daemon says what it says to that


BY_INDEX: Op[Any] = Op("POST", "torrents/renameFile", "once", (F("hash"), F("id"), F("name")), nothing, since=(4, 2, 1))
BY_PATH: Op[Any] = Op("POST", "torrents/renameFile", "once", (F("hash"), F("oldPath"), F("newPath")), nothing, since=(4, 2, 1))


def rename_file(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Rename by path, or by index where only the other is given or known to the daemon.

    The values are infohash, old path, new path; the drop-in adds index and new name.
    """
    torrent, old, new, index, name = (*values, None, None)[:5]
    call = Call(op, values, extra)
    version = yield from calling.version_first(session, call)
    op.path_in(version)
    if version >= TAKES_PATHS:
        if old is None and index is not None:
            names = yield from file_names(session, torrent, extra)
            old = names[int(str(index))] if str(index).isdigit() and int(str(index)) < len(names) else ""
            new = f"{dirname(old)}/{name}".lstrip("/") if new is None else new
        return (yield from calling.fetch(session, Call(BY_PATH, (torrent, old, new), extra)))
    if index is None and old is not None:
        if dirname(str(old)) != dirname(str(new)):
            raise errors.UnsupportedError(
                f"torrents/renameFile: qBittorrent {dotted(version)} can rename a file only within its folder",
                hint="give a new path in the same folder, or update to 4.3.3",
            )
        names = yield from file_names(session, torrent, extra)
        index = names.index(str(old)) if old in names else NO_FILE
    if name is None and new is not None:
        name = str(new).rpartition("/")[2]
    return (yield from calling.fetch(session, Call(BY_INDEX, (torrent, index, name), extra)))


def file_names(session: Session, torrent: object, extra: Extra) -> Flow[list[str]]:
    """Paths of a torrent's files, by index."""
    bare = Extra(headers=extra.headers, options=extra.options)
    reply = yield from calling.fetch(session, Call(ops.TORRENTS_FILES, (torrent,), bare))
    return [file.name for file in ops.TORRENTS_FILES.answer(reply.body, session)]
