"""The files of a torrent: the v1 list, the v2 tree, and what both of a hybrid must agree on (BEP 3, 47, 52).

Reads decoded `info` dictionaries. Knows nothing of trackers, infohashes or the disk.

Names: as daemons on libtorrent show and create them (seen on 2.1.1): separators and NUL are dropped, other control
characters become `_`, and so do empty names, `.` and `..`. So no path of a `TorrentFile` leads out of the folder that
it is joined to. (libtorrent 2.1.1 also drops invisible characters such as U+200B and cuts names to 240 bytes: not
done here.)
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bitharbor.errors import InvalidTorrentError
from bitharbor.model.merkle import DIGEST_LENGTH, LEAF_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bitharbor.model.bencoding import Bencoded

V1_DIGEST_LENGTH = 20
META_VERSION = 2
SIZE_LIMIT = 1 << 62
NAME_SHOWN = 80

SEPARATORS = re.compile(r"[/\\\0]")
CONTROLS = re.compile(r"[\x01-\x1f\x7f-\x9f]")
NO_NAMES = frozenset({"", ".", ".."})

# what the `encoding` key of old files may name; an open list would let a stranger choose slow or odd codecs
ENCODINGS = frozenset(
    [
        "big5",
        "big5hkscs",
        "cp932",
        "cp936",
        "cp949",
        "cp950",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "euc_jp",
        "euc_kr",
        "gb18030",
        "gb2312",
        "gbk",
        "iso2022_jp",
        "iso8859-1",
        "iso8859-2",
        "iso8859-5",
        "iso8859-15",
        "koi8-r",
        "koi8-u",
        "shift_jis",
    ]
)


class Version(StrEnum):
    """The form of a torrent."""

    V1 = "v1"
    V2 = "v2"
    HYBRID = "hybrid"

    @property
    def has_v1(self) -> bool:
        """Clients that know only BEP 3 can load it."""
        return self is not Version.V2

    @property
    def has_v2(self) -> bool:
        """It has a file tree and SHA-256 hashes (BEP 52)."""
        return self is not Version.V1


@dataclass(frozen=True, slots=True)
class TorrentFile:
    """One file of a torrent.

    :ivar parts: its path as the daemon lays it out below the save path: the torrent's name first when it has a folder
    :ivar size: bytes
    :ivar attributes: letters of BEP 47: p padding, x executable, h hidden, l symbolic link
    :ivar pieces_root: the root of its hash tree (v2), None in v1 torrents and for empty files
    """

    parts: tuple[str, ...]
    size: int
    attributes: str = ""
    pieces_root: bytes | None = None

    @property
    def path(self) -> str:
        """The path with forward slashes."""
        return "/".join(self.parts)

    @property
    def is_padding(self) -> bool:
        """It only fills up a piece and is never stored."""
        return "p" in self.attributes


@dataclass(frozen=True, slots=True)
class Layout:
    """What an `info` dictionary says about files and pieces."""

    name: str
    version: Version
    files: tuple[TorrentFile, ...]
    piece_length: int
    piece_count: int
    is_single_file: bool


def read_layout(info: Mapping[bytes, Bencoded], encoding: str | None) -> Layout:
    """Read the files of an `info` dictionary."""
    version = version_of(info)
    name = text_of(info, b"name", encoding)
    if not name:
        raise InvalidTorrentError("the torrent has no name")
    name = cleaned(name)
    length = piece_length_of(info, version)
    listed, is_single_file = read_v1(info, name, encoding) if version.has_v1 else ([], False)
    grown = read_v2(info) if version.has_v2 else []
    if version is Version.V2:
        # a tree of one file has no folder: so libtorrent 2.1.1 lays it out, whatever the torrent's name
        is_single_file = len(grown) == 1 and len(grown[0].parts) == 1
    if not is_single_file:
        grown = [replace(file, parts=(name, *file.parts)) for file in grown]
    files = with_roots(listed, grown) if version is Version.HYBRID else listed or grown
    if not 0 < sum(file.size for file in files) < SIZE_LIMIT:
        raise InvalidTorrentError("the files of the torrent hold no data, or too much of it")
    count = piece_count_of(info, version, files, length)
    return Layout(name, version, tuple(files), length, count, is_single_file)


def version_of(info: Mapping[bytes, Bencoded]) -> Version:
    """The form of a torrent, from the keys that it has."""
    if b"meta version" not in info:
        if b"file tree" in info:
            raise InvalidTorrentError("the torrent has a v2 file tree and no meta version")
        if b"pieces" not in info:
            what = "is a merkle torrent (BEP 30), which daemons no longer load" if b"root hash" in info else "has no pieces"
            raise InvalidTorrentError(f"the torrent {what}")
        return Version.V1
    if info[b"meta version"] != META_VERSION:
        raise InvalidTorrentError("the torrent has a meta version other than 2")
    return Version.HYBRID if b"pieces" in info else Version.V2


def piece_length_of(info: Mapping[bytes, Bencoded], version: Version) -> int:
    """The length of a piece, checked."""
    length = info.get(b"piece length")
    if not isinstance(length, int) or not 0 < length < SIZE_LIMIT:
        raise InvalidTorrentError("the torrent has no valid piece length")
    if version.has_v2 and (length < LEAF_LENGTH or length & (length - 1)):
        raise InvalidTorrentError(f"the piece length of a v2 torrent is a power of two from 16384 on, not {length}")
    return length


def piece_count_of(info: Mapping[bytes, Bencoded], version: Version, files: list[TorrentFile], piece_length: int) -> int:
    """How many pieces the torrent has; both forms of a hybrid agree on it."""
    aligned = sum(pieces_in(file.size, piece_length) for file in files if not file.is_padding)
    if version is Version.V2:
        return aligned
    pieces = info[b"pieces"]
    wanted = pieces_in(sum(file.size for file in files), piece_length)
    if not isinstance(pieces, bytes) or len(pieces) != wanted * V1_DIGEST_LENGTH:
        has = f"{len(pieces)} bytes" if isinstance(pieces, bytes) else "no list"
        raise InvalidTorrentError(f"the torrent has {has} of piece hashes, its files need {wanted} hashes of 20 bytes")
    if version is Version.HYBRID and wanted != aligned:
        raise InvalidTorrentError("the hybrid torrent's v1 files do not begin at pieces as its v2 files do")
    return wanted


def pieces_in(size: int, piece_length: int) -> int:
    """Pieces that so many bytes take."""
    return -(-size // piece_length)


def read_v1(info: Mapping[bytes, Bencoded], name: str, encoding: str | None) -> tuple[list[TorrentFile], bool]:
    """The v1 file list, and whether it is one file without folder. `files` counts before `length`, as in libtorrent."""
    files = info.get(b"files")
    if files is None:
        return [TorrentFile((name,), size_of(info), attributes_of(info))], True
    if not isinstance(files, list) or not files:
        raise InvalidTorrentError("the torrent's list of files is none")
    return [read_v1_file(entry, name, encoding) for entry in files], False


def read_v1_file(entry: Bencoded, name: str, encoding: str | None) -> TorrentFile:
    """One entry of the v1 file list."""
    if not isinstance(entry, dict):
        raise InvalidTorrentError("the torrent's list of files holds something that is no file")
    path = entry.get(b"path.utf-8")
    if not isinstance(path, list):
        path = entry.get(b"path")
    if not isinstance(path, list) or not path:
        raise InvalidTorrentError("a file of the torrent has no path")
    parts = tuple(cleaned(decoded(part, encoding)) for part in path if isinstance(part, bytes))
    if len(parts) != len(path):
        raise InvalidTorrentError("a file of the torrent has a path that is no text")
    attributes = attributes_of(entry)
    size = 0 if "l" in attributes and b"length" not in entry else size_of(entry)
    return TorrentFile((name, *parts), size, attributes)


def read_v2(info: Mapping[bytes, Bencoded]) -> list[TorrentFile]:
    """The files of the v2 tree, their paths without the torrent's name."""
    tree = info.get(b"file tree")
    if not isinstance(tree, dict) or not tree:
        raise InvalidTorrentError("the v2 torrent has no file tree")
    return list(files_in(tree, ()))


def files_in(tree: dict[bytes, Bencoded], above: tuple[str, ...]) -> Iterator[TorrentFile]:
    """The files below a folder of the v2 tree. The depth is bounded by the reader of the bencoding."""
    for key, node in tree.items():
        if not isinstance(node, dict) or not key:
            raise InvalidTorrentError("the v2 file tree holds something that is neither file nor folder")
        parts = (*above, cleaned(decoded(key, None)))
        if b"" not in node:
            yield from files_in(node, parts)
            continue
        leaf = node[b""]
        if not isinstance(leaf, dict) or len(node) > 1:
            raise InvalidTorrentError(f"{shortened(parts[-1])!r} in the v2 file tree is no file")
        size = size_of(leaf)
        root = leaf.get(b"pieces root")
        if size and not (isinstance(root, bytes) and len(root) == DIGEST_LENGTH):
            raise InvalidTorrentError(f"{shortened(parts[-1])!r} in the v2 file tree has no root hash")
        yield TorrentFile(parts, size, attributes_of(leaf), root if size and isinstance(root, bytes) else None)


def with_roots(listed: list[TorrentFile], grown: list[TorrentFile]) -> list[TorrentFile]:
    """The v1 list of a hybrid torrent, its padding included, with the roots of the v2 tree."""
    stored = [file for file in listed if not file.is_padding]
    twins = iter(grown)
    if [(file.parts, file.size) for file in stored] != [(file.parts, file.size) for file in grown]:
        raise InvalidTorrentError("the v1 and the v2 files of the hybrid torrent differ")
    return [file if file.is_padding else replace(file, pieces_root=next(twins).pieces_root) for file in listed]


def size_of(entry: Mapping[bytes, Bencoded]) -> int:
    """The length of a file, checked."""
    size = entry.get(b"length")
    if not isinstance(size, int) or not 0 <= size < SIZE_LIMIT:
        raise InvalidTorrentError("a file of the torrent has no valid length")
    return size


def attributes_of(entry: Mapping[bytes, Bencoded]) -> str:
    """The attribute letters of a file (BEP 47)."""
    letters = entry.get(b"attr")
    return letters.decode("ascii", "replace") if isinstance(letters, bytes) else ""


def text_of(entry: Mapping[bytes, Bencoded], key: bytes, encoding: str | None) -> str | None:
    """A text under a key, or under the key with `.utf-8`, which old programs wrote too; None when it is no text."""
    utf8 = entry.get(key + b".utf-8")
    if isinstance(utf8, bytes):
        return decoded(utf8, None)
    value = entry.get(key)
    return decoded(value, encoding) if isinstance(value, bytes) else None


def decoded(value: bytes, encoding: str | None) -> str:
    """Bytes as text: UTF-8, else the encoding that the torrent names, else with replacement characters."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode(encoding or "utf-8", "replace")


def known_encoding(label: str | None) -> str | None:
    """The codec of an `encoding` key, when it is one of those that torrents were written in."""
    if label is None or len(label) > NAME_SHOWN:
        return None
    try:
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return codec if codec in ENCODINGS else None


def shortened(name: str) -> str:
    """A name as messages show it."""
    return name if len(name) <= NAME_SHOWN else name[:NAME_SHOWN] + "…"


def cleaned(name: str) -> str:
    """A name of one file or folder as daemons create it."""
    name = CONTROLS.sub("_", SEPARATORS.sub("", name))
    return "_" if name in NO_NAMES else name
