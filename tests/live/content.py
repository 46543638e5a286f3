"""Content and `.torrent` files for live tests, made by our own hashing."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bitharbor.model.creation import create

PATIENCE = 30.0  # seconds for what a daemon does in its own time; a limit, not a measure


@dataclass(frozen=True)
class Made:
    """A torrent whose content lies where a daemon can read it."""

    torrent_hash: str
    torrent: bytes
    folder: Path
    name: str


def make(folder: Path, name: str, size: int = 100_000, *, comment: str | None = None) -> Made:
    """A file of bytes that follow from its name, and its v1 `.torrent`."""
    folder.mkdir(parents=True, exist_ok=True)
    seed = hashlib.sha256(name.encode()).digest()
    (folder / name).write_bytes((seed * (size // len(seed) + 1))[:size])
    made = create(folder / name, version="v1", comment=comment)
    infohash = made.metainfo.infohash.v1
    assert infohash
    return Made(infohash, made.content, folder, name)


def sparse(folder: Path, name: str, size: int = 300_000_000) -> Made:
    """A file without content that takes no room, but a daemon a moment to check, and its v1 `.torrent`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("wb") as file:
        file.truncate(size)
    made = create(folder / name, version="v1")
    infohash = made.metainfo.infohash.v1
    assert infohash
    return Made(infohash, made.content, folder, name)


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Look until it is so: daemons act in their own time."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"waited {PATIENCE:.0f} s in vain for: {what}"
        time.sleep(0.1)
