"""A folder of three files and its torrent, which the tests of torrents' details work on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bitharbor.model.creation import create

SIZES = {"a.bin": 40_000, "b.bin": 70_000, "sub/c.bin": 20_000}
PIECE = 16384
TRACKER = "http://127.0.0.1:1/announce"
WEB_SEED = "http://127.0.0.1:1/seed/"
STRANGER = "0" * 40


@dataclass(frozen=True)
class Show:
    """The torrent, and the folder that its content lies in."""

    hash: str
    torrent: bytes
    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "show"


def fill(folder: Path) -> None:
    """Write the three files."""
    for name, size in SIZES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode()[:1] * size)


def torrent_of(folder: Path) -> Show:
    """The torrent of the folder."""
    made = create(folder, version="v1", piece_length=PIECE, trackers=[TRACKER], web_seeds=[WEB_SEED], comment="of three files")
    infohash = made.metainfo.infohash.v1
    assert infohash
    return Show(infohash, made.content, folder.parent)
