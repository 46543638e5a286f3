"""Content that is the same on every machine, and folders made of it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def content(seed: str, size: int) -> bytes:
    """So many bytes that depend on the seed alone: SHA-256 of the seed and a counter, one after the other."""
    blocks = (sha256(f"{seed}/{number}".encode()).digest() for number in range(-(-size // 32)))
    return b"".join(blocks)[:size]


def laid_out(top: Path, name: str, sizes: Mapping[str, int] | int) -> Path:
    """A file of a size, or a folder of files, filled with content seeded by their paths."""
    place = top / name
    if isinstance(sizes, int):
        place.write_bytes(content(name, sizes))
        return place
    for path, size in sizes.items():
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content(f"{name}/{path}", size))
    return place
