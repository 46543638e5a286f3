"""Torrents of several files, also with names that no sane person gives."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bitharbor.model.bencoding import Encodable, encode

PIECE = 16384


@dataclass(frozen=True)
class Content:
    """A torrent and its data.

    :ivar files: bytes by path below the torrent's folder
    """

    infohash: str
    torrent: bytes
    name: bytes
    files: Mapping[bytes, bytes]

    def lay(self, folder: Path) -> Path:
        """Put the data into a folder; the torrent's own folder is the answer."""
        own = folder / self.name.decode()
        for path, data in self.files.items():
            file = own / path.decode()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return own


def folder_of_files(
    name: str | bytes, *paths: str | bytes, size: int = 40_000, tracker: str | None = None, piece_length: int = PIECE
) -> Content:
    """A torrent of files whose bytes follow from their names."""
    raw = name.encode() if isinstance(name, str) else name
    files = {path: filled(raw + path, size) for path in (one.encode() if isinstance(one, str) else one for one in paths)}
    whole = b"".join(files.values())
    listed: list[Encodable] = [{b"length": len(data), b"path": list(path.split(b"/"))} for path, data in files.items()]
    pieces = [whole[at : at + piece_length] for at in range(0, len(whole), piece_length)]
    info: dict[bytes, Encodable] = {
        b"files": listed,
        b"name": raw,
        b"piece length": piece_length,
        b"pieces": b"".join(hashlib.sha1(piece, usedforsecurity=False).digest() for piece in pieces),
    }
    top: dict[bytes, Encodable] = {**({b"announce": tracker.encode()} if tracker else {}), b"info": info}
    return Content(hashlib.sha1(encode(info), usedforsecurity=False).hexdigest(), encode(top), raw, files)


def filled(name: bytes, size: int) -> bytes:
    """Bytes that follow from a name."""
    seed = hashlib.sha256(name).digest()
    return (seed * (size // len(seed) + 1))[:size]
