"""Small `.torrent` files that can be read to their end, for tests of flows."""

from __future__ import annotations

from bitharbor.model.bencoding import encode
from bitharbor.model.metainfo import Metainfo


def torrent(name: str) -> bytes:
    """A torrent of one file of this name; another name has another infohash."""
    return encode({b"info": {b"length": 1, b"name": name, b"piece length": 16384, b"pieces": b"x" * 20}})


def infohash_of(content: bytes) -> str:
    """Its infohash."""
    return Metainfo.parse(content).infohash.torrent_id
