"""What a scripted server knows about one torrent: plain values that tests may set.

Rule: nothing here knows how a version words or prints it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

NO_ETA: Final = 8_640_000  # seconds; what "never" reads as
NO_LIMIT: Final = -1


@dataclass
class File:
    """One file; `path` begins with the torrent's name where there are several."""

    path: str
    size: int
    priority: int = 1
    completed: int = 0
    availability: float = 0.0


@dataclass
class Tracker:
    url: str
    status: str = "Not contacted yet"
    num_peers: int = 0
    msg: str = ""


@dataclass
class Peer:
    ip: str
    port: int
    client: str = ""
    progress: float = 0.0
    dl_speed: int = 0
    up_speed: int = 0
    downloaded: int = 0
    uploaded: int = 0
    connection: str = "BT"
    flags: str = ""
    flags_desc: str = ""
    relevance: float = 0.0
    files: str = ""
    country_code: str = ""
    country: str = ""


@dataclass
class Torrent:
    """One torrent. Sizes in bytes, rates in bytes a second, times in seconds since 1970, durations in seconds."""

    hash: str
    name: str
    files: list[File] = field(default_factory=list[File])
    piece_size: int = -1
    pieces: bytes = b""
    comment: str = ""
    created_by: str = ""
    creation_date: int | None = None
    trackers: list[Tracker] = field(default_factory=list[Tracker])
    webseeds: list[str] = field(default_factory=list[str])

    save_path: str = ""
    category: str = ""
    tags: str = ""
    paused: bool = False
    queued: bool = False
    force_start: bool = False
    super_seeding: bool = False
    seq_dl: bool = False
    first_last: bool = False
    auto_tmm: bool = False
    dl_limit: int = NO_LIMIT
    up_limit: int = NO_LIMIT
    ratio_limit: float = -1

    completed: int = 0
    dlspeed: int = 0
    upspeed: int = 0
    downloaded: int = 0
    downloaded_session: int = 0
    uploaded: int = 0
    uploaded_session: int = 0
    wasted: int = 0
    seeds: int = 0
    seeds_total: int = 0
    leechs: int = 0
    leechs_total: int = 0
    connections: int = 0
    eta: int = NO_ETA
    reannounce: int = 0
    active_time: int = 0
    seeding_time: int = 0
    added_on: int = 0
    completion_on: int | None = None
    last_seen: int | None = None
    last_activity: int = 0
    checking_until: float = 0.0
    is_checking: bool = False
    error: str = ""
    """A state's name ("error", "missingFiles") while something is wrong."""
    peers: dict[str, Peer] = field(default_factory=dict[str, Peer])

    @property
    def has_metadata(self) -> bool:
        return bool(self.files)

    @property
    def total_size(self) -> int:
        return sum(file.size for file in self.files) if self.has_metadata else -1

    @property
    def pieces_num(self) -> int:
        return -(-self.total_size // self.piece_size) if self.has_metadata else -1

    @property
    def wanted_size(self) -> int:
        """The wanted files and whatever shares their pieces (seen on 3.1.12: a 42-byte file reads 819.2 KiB)."""
        if all(file.priority for file in self.files):
            return max(self.total_size, 0)
        wanted = self._wanted_pieces()
        whole = len(wanted) * self.piece_size
        last = self.pieces_num - 1
        return whole - (self.pieces_num * self.piece_size - self.total_size if last in wanted else 0)

    def _wanted_pieces(self) -> set[int]:
        wanted: set[int] = set()
        for file, (first, last) in zip(self.files, self.piece_ranges(), strict=True):
            if file.priority and file.size:
                wanted.update(range(first, last + 1))
        return wanted

    def piece_ranges(self) -> list[tuple[int, int]]:
        """First and last piece of each file."""
        ranges: list[tuple[int, int]] = []
        offset = 0
        for file in self.files:
            ranges.append((offset // self.piece_size, max(offset + file.size - 1, offset) // self.piece_size))
            offset += file.size
        return ranges

    @property
    def done(self) -> int:
        """Bytes that are there; none while they are being checked (seen on 3.3.16)."""
        return 0 if self.is_checking else self.completed

    @property
    def is_complete(self) -> bool:
        return self.has_metadata and self.done >= self.wanted_size

    @property
    def progress(self) -> float:
        return self.done / self.wanted_size if self.wanted_size else 0.0

    def file_progress(self, file: File) -> float:
        if self.is_complete or not file.size:
            return 1.0
        return file.completed / file.size

    @property
    def ratio(self) -> float:
        """Against the torrent's own size where nothing was downloaded: 1 after one full upload (seen on 3.1.12)."""
        base = self.downloaded or (self.total_size if self.is_complete else 0)
        return self.uploaded / base if base > 0 else 0.0

    def finish(self) -> None:
        """Be wholly there."""
        self.completed = self.wanted_size
        for file in self.files:
            file.completed = file.size

    def limit(self, direction: str, rate: int) -> None:
        """Set one limit; the other one, if it was never set, reads 0 from then on (seen on 3.3.16)."""
        for other in ("dl_limit", "up_limit"):
            if getattr(self, other) == NO_LIMIT:
                setattr(self, other, 0)
        setattr(self, direction, max(rate, 0))
