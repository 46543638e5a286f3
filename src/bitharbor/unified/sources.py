"""What may be given where a torrent is to be added, and what it becomes: an `Addition` with its infohash.

Nothing is sent here. An address is told from a path by its scheme; the caller fetches it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import IO, TypeAlias, cast

from ..errors import FileMissingError, FileUnreadableError, InvalidTorrentError, UsageError
from ..model.infohash import Infohash
from ..model.magnet import Magnet
from ..model.metainfo import SIZE_LIMIT, Metainfo
from ..model.url import shown
from .adapter import Addition

Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | IO[bytes] | Infohash | Magnet"

FETCHED = ("http://", "https://")
MAGNET = b"magnet:"
LINK = re.compile(r"\s*magnet:", re.IGNORECASE)
SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def name_of(source: Source) -> str:
    """How a source is named in answers and messages."""
    if isinstance(source, bytes | bytearray):
        return f"<{len(source)} bytes>"
    if isinstance(source, str | Infohash | Magnet):
        return str(source)
    if isinstance(source, os.PathLike):
        return os.fspath(source)
    return str(getattr(source, "name", "<file>"))


def told(given: str) -> str:
    """How a source is named in errors: an address without what may be secret in it."""
    return shown(given) if SCHEME.match(given) or LINK.match(given) else given


def url_of(source: Source) -> str | None:
    """The address, if the source is one that is to be fetched."""
    if isinstance(source, str) and source.strip().lower().startswith(FETCHED):
        return source.strip()
    return None


def addition_of(source: Source) -> Addition:
    """Read a source, from the disk if need be.

    :raises BitharborError: it is no torrent, or cannot be read
    """
    given = name_of(source)
    if isinstance(source, Magnet):
        return Addition(given, source.infohash, link=str(source))
    if isinstance(source, Infohash):
        return Addition(given, source, link=str(Magnet.build(source)))
    if isinstance(source, str) and (link := link_of(source)):
        return Addition(given, link.infohash, link=str(link))
    return of_content(given, content_of(source))


def of_content(given: str, content: bytes) -> Addition:
    """The addition of the bytes of a `.torrent`, or of a magnet link where an address led to one."""
    if url_of(given) and content[: len(MAGNET)].lower() == MAGNET:
        link = Magnet.parse(content.decode(errors="replace"))
        return Addition(given, link.infohash, link=str(link))
    try:
        metainfo = Metainfo.parse(content)
    except InvalidTorrentError as error:
        raise InvalidTorrentError(f"{told(given)} is no .torrent: {error.message}", hint=error.hint) from error
    return Addition(given, metainfo.infohash, content=content, metainfo=metainfo)


def link_of(text: str) -> Magnet | None:
    """The magnet of a link or a bare infohash; None for a path."""
    bare = text.strip()
    if bare[:8].lower().startswith(("magnet:", "bc://bt/")):
        return Magnet.parse(bare)
    if os.path.lexists(text):
        return None
    try:
        return Magnet.build(Infohash.parse(bare))
    except UsageError:
        return None


def content_of(source: str | os.PathLike[str] | bytes | bytearray | IO[bytes]) -> bytes:
    """The bytes of a source that is not a link."""
    if isinstance(source, bytes | bytearray):
        return bytes(source)
    if not isinstance(source, str | os.PathLike):
        return read_open(source)
    path = Path(os.path.expanduser(source))  # Path's own raises for a user who is none
    try:
        if (size := path.stat().st_size) <= SIZE_LIMIT:
            return path.read_bytes()
    except FileNotFoundError as error:
        if SCHEME.match(os.fspath(source)):
            hint = "nothing was sent; give a web address, a magnet link or a path"
            raise UsageError(
                f"{told(os.fspath(source))} is not fetched", hint=hint
            ) from None  # the system's error holds all of it
        raise FileMissingError(f"{path} does not exist", hint="nothing was sent; check the path") from error
    except OSError as error:
        raise FileUnreadableError(f"{path} cannot be read ({error.strerror})", hint="nothing was sent") from error
    except ValueError as error:  # a NUL in it
        raise UsageError(f"{str(path)!r} is no path of this machine") from error
    raise InvalidTorrentError(f"{path} has {size} bytes: that is no .torrent")


def read_open(source: IO[bytes]) -> bytes:
    """What an open file gives."""
    if not hasattr(source, "read"):
        is_list = isinstance(source, list | tuple | set | frozenset)
        hint = "put a * before the list" if is_list else "give paths, bytes, open files, links or infohashes"
        raise UsageError(f"a {type(source).__name__} is nothing that can be added", hint=hint)
    try:
        content = cast("object", source.read(SIZE_LIMIT + 1))  # a file that is open as text gives text
    except (OSError, ValueError) as error:  # ValueError: it was closed
        raise FileUnreadableError(f"the open file cannot be read ({error})", hint="nothing was sent") from error
    if not isinstance(content, bytes):
        raise UsageError("the file is open as text", hint='open it with mode "rb"')
    return content
