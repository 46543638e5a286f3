"""Resume data inside a `.torrent`: it tells rTorrent that the files are whole, so that it does not read them all.

Seen on 0.9.8 and 0.16.17: `libtorrent_resume` with the number of pieces as `bitfield`, and each file's time of change. A file
whose time differs is checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ..model.bencoding import Bencoded, Encodable, decode_keeping, encode
from ..model.layout import TorrentFile

KEY = b"libtorrent_resume"


def with_resume(content: bytes, files: Sequence[TorrentFile], piece_length: int, piece_count: int, times: Sequence[int]) -> bytes:
    """The `.torrent` with resume data for whole files. What its infohash is taken of stays as it is, byte for byte."""
    top, info = decode_keeping(content, b"info")
    records: list[Bencoded] = []
    offset = 0
    for file, time in zip(files, times, strict=True):
        records.append({b"completed": pieces_of(offset, file.size, piece_length), b"mtime": time, b"priority": 1})
        offset += file.size
    resume: Bencoded = {b"bitfield": piece_count, b"files": records}
    # what was read can be written
    pairs = {key: encode(cast("Encodable", value)) for key, value in top.items() if key not in (b"info", KEY)}
    pairs |= {b"info": info, KEY: encode(cast("Encodable", resume))}
    return b"d" + b"".join(encode(key) + pairs[key] for key in sorted(pairs)) + b"e"


def pieces_of(offset: int, size: int, piece_length: int) -> int:
    """How many pieces a file has a share of."""
    return (offset + size - 1) // piece_length - offset // piece_length + 1 if size else 0
