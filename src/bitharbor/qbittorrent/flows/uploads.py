"""Reading `.torrent` files that are to be sent, whatever holds them.

What may enter: files of this machine, and bytes. What may not: what is done with them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from ... import errors
from ...wire.forms import Part

CONTENT_TYPE = "application/x-bittorrent"
SINGLE = (str, os.PathLike, bytes, bytearray)


def refuse_strangers(parts: Sequence[Part]) -> None:
    """Raise if a file is no `.torrent` at all."""
    for part in parts:
        if is_stranger(part.content):
            raise errors.InvalidTorrentError(
                f"{part.filename!r} is no .torrent file", hint="nothing was sent; leave it out or replace it"
            )


def is_stranger(content: bytes) -> bool:
    """Whether this is no `.torrent` at all, which is a dictionary that holds an info dictionary."""
    return not content.startswith(b"d") or b"4:infod" not in content


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
    given = cast("str | os.PathLike[str]", item)
    path = Path(given)
    try:
        path = path.expanduser()
        return path.name, path.read_bytes()
    except (ValueError, RuntimeError) as error:  # a NUL in it; ~ of somebody who has no home
        raise errors.UsageError(f"{str(path)!r} is no path of this machine ({error})") from error
    except OSError as error:
        error.filename = str(given)  # as it was given, which the drop-in hands on
        if isinstance(error, FileNotFoundError):
            raise errors.FileMissingError(f"{str(path)!r} does not exist", hint="nothing was sent; check the path") from error
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
