"""A `.torrent` file, read into one typed record.

Rule 1: the infohash is taken over the bytes that were found, never over a re-encoding.
Rule 2: whatever daemons would not load is an `InvalidTorrentError` that says what is wrong; no other error leaves
        `parse`. What only decorates (comment, date, trackers ...) is left out when it is malformed, as in libtorrent.
Rule 3: a `.torrent` comes from strangers: size, depth and number of values are bounded, paths stay below their folder.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha1, sha256
from typing import TYPE_CHECKING

from bitharbor.errors import FileMissingError, FileUnreadableError, InvalidTorrentError
from bitharbor.model.bencoding import decode_keeping
from bitharbor.model.infohash import Infohash
from bitharbor.model.layout import (
    TorrentFile,
    Version,
    decoded,
    known_encoding,
    pieces_in,
    read_layout,
    shortened,
    text_of,
)
from bitharbor.model.magnet import Magnet
from bitharbor.model.merkle import DIGEST_LENGTH, file_root

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bitharbor.model.bencoding import Bencoded
    from bitharbor.model.layout import Layout

SIZE_LIMIT = 100 * 1024 * 1024
LATEST_DATE = 253_402_300_799  # the end of the year 9999, where `datetime` ends


@dataclass(frozen=True, slots=True)
class Metainfo:
    """What a `.torrent` says.

    :ivar name: the name of the file or folder
    :ivar infohash: its infohashes; both for a hybrid torrent
    :ivar version: v1, v2 or hybrid
    :ivar files: in their order; hybrid and aligned v1 torrents list padding files too (`is_padding`)
    :ivar piece_length: bytes
    :ivar piece_count: number of pieces
    :ivar is_single_file: it is one file without a folder around it
    :ivar is_private: peers come from its trackers only
    :ivar trackers: announce URLs in tiers, the first tier is tried first
    :ivar web_seeds: `url-list` (BEP 19)
    :ivar http_seeds: `httpseeds` (BEP 17)
    :ivar comment: free text
    :ivar created_by: the program that made it
    :ivar creation_date: Unix time
    :ivar source: the tag that private trackers put in to change the infohash
    """

    name: str
    infohash: Infohash
    version: Version
    files: tuple[TorrentFile, ...]
    piece_length: int
    piece_count: int
    is_single_file: bool = True
    is_private: bool = False
    trackers: tuple[tuple[str, ...], ...] = ()
    web_seeds: tuple[str, ...] = ()
    http_seeds: tuple[str, ...] = ()
    comment: str | None = None
    created_by: str | None = None
    creation_date: int | None = None
    source: str | None = None

    @classmethod
    def parse(cls, data: bytes | bytearray | memoryview, *, size_limit: int = SIZE_LIMIT) -> Metainfo:
        """Read the bytes of a `.torrent`."""
        if len(data) > size_limit:
            raise InvalidTorrentError(f"a .torrent of more than {size_limit} bytes is not read")
        top, raw_info = decode_keeping(bytes(data), b"info")
        info = top.get(b"info")
        if not isinstance(info, dict):
            raise InvalidTorrentError("the .torrent has no info dictionary")
        encoding = known_encoding(text_of(top, b"encoding", None))
        layout = read_layout(info, encoding)
        check_piece_layers(top.get(b"piece layers"), layout)
        version = layout.version
        return cls(
            name=layout.name,
            infohash=Infohash(
                sha1(raw_info, usedforsecurity=False).hexdigest() if version.has_v1 else None,
                sha256(raw_info).hexdigest() if version.has_v2 else None,
            ),
            version=version,
            files=layout.files,
            piece_length=layout.piece_length,
            piece_count=layout.piece_count,
            is_single_file=layout.is_single_file,
            is_private=bool(number_of(info, b"private")),
            trackers=trackers_of(top),
            web_seeds=urls_of(top.get(b"url-list")),
            http_seeds=urls_of(top.get(b"httpseeds")),
            comment=text_of(top, b"comment", encoding),
            created_by=text_of(top, b"created by", encoding),
            creation_date=date_of(top),
            source=text_of(info, b"source", encoding),
        )

    @classmethod
    def read(cls, path: str | os.PathLike[str], *, size_limit: int = SIZE_LIMIT) -> Metainfo:
        """Read a `.torrent` file."""
        return cls.parse(bytes_of(path, size_limit), size_limit=size_limit)

    @property
    def total_size(self) -> int:
        """Bytes of all files, without padding."""
        return sum(file.size for file in self.files if not file.is_padding)

    def magnet(self) -> Magnet:
        """The magnet link to this torrent, with its trackers and web seeds."""
        return Magnet.build(
            self.infohash,
            name=self.name,
            size=self.total_size,
            trackers=[url for tier in self.trackers for url in tier],
            web_seeds=self.web_seeds,
        )


def contains_blank_line(data: bytes) -> bool:
    """CRLF CRLF occurs in the bytes: qBittorrent 4.1.0 to 4.4.5 refuses a whole upload that holds such a file."""
    return b"\r\n\r\n" in data


def bytes_of(path: str | os.PathLike[str], size_limit: int) -> bytes:
    """The bytes of a regular file of bounded size. (Devices and pipes are not opened: reading them may never end.)"""
    shown = os.fsdecode(path)
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISREG(mode):
            with open(path, "rb") as file:
                return file.read(size_limit + 1)
    except FileNotFoundError as error:
        raise FileMissingError(f"there is no file {shown}") from error
    except (OSError, ValueError) as error:
        raise FileUnreadableError(f"{shown} cannot be read: {reason(error)}") from error
    what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
    raise FileUnreadableError(f"{shown} is {what}", hint="name a .torrent file")


def reason(error: Exception) -> str:
    """Why the system refused."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def number_of(entry: Mapping[bytes, Bencoded], key: bytes) -> int:
    """A number under a key, 0 when there is none."""
    value = entry.get(key)
    return value if isinstance(value, int) else 0


def date_of(top: Mapping[bytes, Bencoded]) -> int | None:
    """The creation date, when it is one."""
    seconds = number_of(top, b"creation date")
    return seconds if 0 < seconds <= LATEST_DATE else None


def trackers_of(top: Mapping[bytes, Bencoded]) -> tuple[tuple[str, ...], ...]:
    """The tiers of `announce-list`; `announce` counts only when that holds nothing (BEP 12)."""
    tiers = top.get(b"announce-list")
    found = [urls_of(tier) for tier in tiers if isinstance(tier, list)] if isinstance(tiers, list) else []
    filled = tuple(tier for tier in found if tier)
    if filled:
        return filled
    alone = urls_of(top.get(b"announce"))
    return (alone,) if alone else ()


def urls_of(value: Bencoded | None) -> tuple[str, ...]:
    """URLs, from one text or a list of them; each once, without empty ones."""
    values = value if isinstance(value, list) else [value]
    texts = (decoded(url, None).strip() for url in values if isinstance(url, bytes))
    return tuple(dict.fromkeys(text for text in texts if text))


def check_piece_layers(layers: Bencoded | None, layout: Layout) -> None:
    """Every piece layer that is there leads to the root of its file (a missing one is fetched from peers)."""
    if not layout.version.has_v2 or layers is None:
        return
    if not isinstance(layers, dict):
        raise InvalidTorrentError("the piece layers of the torrent are no dictionary")
    checked: set[tuple[bytes, int]] = set()  # equal files share a root; a stranger's file may repeat one a thousand times
    for file in layout.files:
        pieces = pieces_in(file.size, layout.piece_length)
        if pieces <= 1 or not file.pieces_root or file.pieces_root not in layers or (file.pieces_root, pieces) in checked:
            continue
        checked.add((file.pieces_root, pieces))
        hashes = layers[file.pieces_root]
        is_whole = isinstance(hashes, bytes) and len(hashes) == pieces * DIGEST_LENGTH
        if not is_whole or not isinstance(hashes, bytes) or file_root(hashes, layout.piece_length) != file.pieces_root:
            raise InvalidTorrentError(f"the piece layer of {shortened(file.parts[-1])!r} does not belong to the file")
