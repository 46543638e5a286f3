"""Torrents of several files, and waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from tests.live.content import PATIENCE

from bitharbor.model.creation import create
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.records import State

TRACKER, OTHER_TRACKER, THIRD_TRACKER = (f"http://{host}:9/announce" for host in ("127.0.0.1", "127.0.0.2", "localhost"))


@dataclass(frozen=True)
class Folder:
    """A torrent of a folder, whose content lies where a daemon can read it."""

    infohash: str
    torrent: bytes
    place: Path
    name: str


def folder_torrent(place: Path, name: str = "album é") -> Folder:
    """Three files, one in a folder, and their torrent with a tracker."""
    for path, size in (("a.bin", 40_000), ("b.bin", 40_000), ("sub/c.bin", 20_000)):
        file = place / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode() * (size // len(path)))
    made = create(place / name, version="v1", trackers=[TRACKER], comment="a comment")
    assert made.metainfo.infohash.v1
    return Folder(made.metainfo.infohash.v1, made.content, place, name)


async def until(is_so: Callable[[], Awaitable[bool]], what: str) -> None:
    """Look until it is so."""
    end = time.monotonic() + PATIENCE
    while not await is_so():
        assert time.monotonic() < end, f"waited {PATIENCE:.0f} s in vain for: {what}"
        await asyncio.sleep(0.05)


async def in_state(client: TorrentClient, infohash: str, *states: State) -> None:
    """Wait for a state."""

    async def is_so() -> bool:
        return (await client.torrent(infohash, fields=["state"])).state in states

    await until(is_so, f"{infohash} to be {states}")
