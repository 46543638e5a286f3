"""Adding torrents: reading what was given, looking at it before anything is sent.

Facts: 4.1.0 to 4.4.5 refuse the whole request when the content of any part holds CRLF CRLF (seen on 4.2.5: 400, connection
closed); two parts of one file name overwrite each other, so names are made unique.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from ... import errors
from ...wire.effects import Flow, Reply
from ...wire.forms import Part
from ..operation import Op
from ..session import Session
from ..versions import dotted
from . import calling
from .call import Call, Extra

CONTENT_TYPE = "application/x-bittorrent"
SINGLE = (str, os.PathLike, bytes, bytearray)
BLANK_LINE = b"\r\n\r\n"
TAKES_BLANK_LINES = (4, 5, 0)


def add(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Read the files, refuse what cannot work, send."""
    position = next(i for i, one in enumerate(op.fields) if one.is_files)
    parts = list(read_parts(values[position])) if values[position] else []
    if session.is_strict:
        refuse_strangers(parts)
        if not parts and not values[0]:
            raise errors.UsageError("there is nothing to add", hint="give urls or files")
    call = Call(op, values, replace(extra, parts=parts))
    if any(BLANK_LINE in part.content for part in parts):
        version = yield from calling.version_first(session, call)
        if version < TAKES_BLANK_LINES:
            raise errors.UploadRefusedError(
                f"qBittorrent {dotted(version)} cannot receive these bytes, because they hold a blank line",
                hint="add its magnet link or its address instead, put the file into a watched folder, or update to 4.5",
            )
    return (yield from calling.fetch(session, call))


def refuse_strangers(parts: Sequence[Part]) -> None:
    """Raise if a file is no `.torrent` at all: a dictionary that holds an info dictionary."""
    for part in parts:
        if not part.content.startswith(b"d") or b"4:infod" not in part.content:
            raise errors.InvalidTorrentError(
                f"{part.filename!r} is no .torrent file", hint="nothing was sent; leave it out or replace it"
            )


def read_parts(given: object) -> Iterator[Part]:
    """Parts of an upload, from whatever may be given for files."""
    for position, (name, item) in enumerate(named_items(given)):
        filename, content = read(item, f"torrent__{position}")
        yield Part("torrents", str(name) if name is not None else filename, content, CONTENT_TYPE)


def named_items(given: object) -> Iterable[tuple[object, object]]:
    """Items with their names, or None where they have no given one."""
    if isinstance(given, Mapping):
        return cast("Mapping[object, object]", given).items()
    single = given
    if isinstance(given, SINGLE) or hasattr(given, "read"):
        return ((None, single),)
    if not isinstance(given, Iterable):
        raise errors.UsageError(
            f"files cannot be a {type(given).__name__}",
            hint="give a path, bytes, an open binary file, or several of them",
        )
    return ((None, item) for item in cast("Iterable[object]", given))


def read(item: object, unnamed: str) -> tuple[str, bytes]:
    """File name and bytes of one item."""
    if isinstance(item, bytes | bytearray):
        return unnamed, bytes(item)
    if hasattr(item, "read"):
        content = read_open(item)
        if not isinstance(content, bytes):
            raise errors.UsageError("the file is open as text", hint='open it with mode "rb"')
        return unnamed, content
    if not isinstance(item, str | os.PathLike):
        raise errors.UsageError(f"a file cannot be a {type(item).__name__}", hint="give a path, bytes or an open binary file")
    path = Path(cast("str | os.PathLike[str]", item))
    try:
        path = path.expanduser()
        return path.name, path.read_bytes()
    except (ValueError, RuntimeError) as error:  # a NUL in it; ~ of somebody who has no home
        raise errors.UsageError(f"{str(path)!r} is no path of this machine ({error})") from error
    except FileNotFoundError as error:
        raise errors.FileMissingError(f"{str(path)!r} does not exist", hint="nothing was sent; check the path") from error
    except OSError as error:
        raise errors.FileUnreadableError(f"{str(path)!r} cannot be read ({error.strerror})", hint="nothing was sent") from error


def read_open(item: object) -> object:
    """What an open file gives; None for one that is open as text and holds none."""
    try:
        content: object = cast("Any", item).read()
    except UnicodeDecodeError:
        return None
    except (OSError, ValueError) as error:  # ValueError: it was closed
        raise errors.FileUnreadableError(f"the open file cannot be read ({error})", hint="nothing was sent") from error
    return content
