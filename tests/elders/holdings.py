"""What a scripted server holds: its torrents in order, their queue, categories, logs and totals.

Rule: orders change values here; wording, printing and HTTP are elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tests.elders import metainfo
from tests.elders.torrents import Tracker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.elders.clock import Clock
    from tests.elders.profiles import Profile
    from tests.elders.settings import Settings
    from tests.elders.torrents import Torrent

CHECK_SECONDS: Final = 1.0
LOG_NORMAL, LOG_WARNING = 1, 4
HASH_DIGITS: Final = 40


@dataclass
class Totals:
    """The figures of the status bar; rates in bytes a second."""

    dl_speed: int = 0
    up_speed: int = 0
    dl_data: int = 0
    up_data: int = 0
    alltime_dl: int = 0
    alltime_ul: int = 0
    dht_nodes: int = 0
    connection_status: str = "firewalled"
    peer_connections: int = 0
    wasted: int = 0
    average_time_queue: int = 0
    read_cache_hits: str = "-"


@dataclass(frozen=True)
class LogLine:
    id: int
    timestamp: int
    kind: int
    message: str


@dataclass(frozen=True)
class BlockedPeer:
    id: int
    timestamp: int
    ip: str
    blocked: bool
    reason: str


@dataclass
class Holdings:
    """The state of a server."""

    profile: Profile
    settings: Settings
    clock: Clock
    torrents: dict[str, Torrent] = field(default_factory=dict[str, "Torrent"])
    queue: list[str] = field(default_factory=list[str])
    categories: list[str] = field(default_factory=list[str])
    downloads: dict[str, bytes] = field(default_factory=dict[str, bytes])
    totals: Totals = field(default_factory=Totals)
    log: list[LogLine] = field(default_factory=list[LogLine])
    blocked_peers: list[BlockedPeer] = field(default_factory=list[BlockedPeer])
    files_deleted: set[str] = field(default_factory=set[str])
    uses_alt_limits: bool = False

    def settle(self) -> None:
        """Let pass what passes by itself: checks end, complete torrents leave the queue, incomplete ones join its end."""
        for torrent in self.torrents.values():
            if torrent.is_checking and self.clock.now() >= torrent.checking_until:
                torrent.is_checking = False
            if torrent.is_complete and torrent.completion_on is None:
                torrent.completion_on = int(self.clock.now())
        waiting = [key for key, torrent in self.torrents.items() if not torrent.is_complete]
        self.queue = [key for key in self.queue if key in waiting]
        self.queue += [key for key in waiting if key not in self.queue]

    def position(self, torrent: Torrent) -> int | None:
        """Place in the queue from 1; None with queueing off and for complete torrents."""
        if not self.settings.flag("queueing_enabled") or torrent.hash not in self.queue:
            return None
        return self.queue.index(torrent.hash) + 1

    def found(self, hashes: str) -> Iterator[Torrent]:
        """The torrents of `h1|h2`; unknown ones are passed over."""
        for key in hashes.split("|"):
            if torrent := self.torrents.get(key.strip().lower()):
                yield torrent

    def first(self, text: str) -> Torrent | None:
        """The torrent that the first forty digits name (3.1.12: `h1|h2` is taken as h1)."""
        return self.torrents.get(text[:HASH_DIGITS].lower())

    def add(self, torrent: Torrent) -> bool:
        """Add a torrent; False if it is here already."""
        if torrent.hash in self.torrents:
            return False
        torrent.added_on = torrent.added_on or int(self.clock.now())
        torrent.save_path = torrent.save_path or self.settings.text("save_path")
        if torrent.category and torrent.category not in self.categories:
            self.categories.append(torrent.category)
        self.torrents[torrent.hash] = torrent
        self.say(f"'{torrent.name}' added to download list.")
        return True

    def out_of_line(self, line: str) -> Torrent | None:
        """The torrent of one line of `urls`; of an http link only if the test said what stands there."""
        link = line.strip()
        try:
            if link in self.downloads:
                return metainfo.out_of_file(self.downloads[link])
            return metainfo.out_of_link(link, self.profile)
        except metainfo.NotATorrentError:
            self.say(f"Unable to download '{link}'.", LOG_WARNING)
            return None

    def remove(self, torrents: Iterable[Torrent], *, with_files: bool) -> None:
        for torrent in list(torrents):
            gone = self.torrents.pop(torrent.hash, None)
            if gone and with_files:
                self.files_deleted.add(torrent.hash)

    def recheck(self, torrent: Torrent) -> None:
        if torrent.has_metadata:
            torrent.is_checking = True
            torrent.checking_until = self.clock.now() + CHECK_SECONDS

    def move(self, torrents: Iterable[Torrent], order: str) -> None:
        """One of topPrio, bottomPrio, increasePrio, decreasePrio; what is not queued stays."""
        self.settle()
        chosen = sorted(self.queue.index(torrent.hash) for torrent in torrents if torrent.hash in self.queue)
        if order in {"topPrio", "decreasePrio"}:
            chosen.reverse()
        for place in [self.queue[place] for place in chosen]:
            self._shift(place, order)

    def _shift(self, key: str, order: str) -> None:
        now, end = self.queue.index(key), len(self.queue) - 1
        places = {"topPrio": 0, "bottomPrio": end, "increasePrio": max(now - 1, 0), "decreasePrio": min(now + 1, end)}
        self.queue.insert(places[order], self.queue.pop(now))

    def add_trackers(self, torrent: Torrent, lines: str) -> None:
        """Any line is taken, an empty one too; known ones are passed over; without metadata nothing is added."""
        if not torrent.has_metadata:
            return
        for url in lines.split("\n"):
            if url not in {tracker.url for tracker in torrent.trackers}:
                torrent.trackers.append(Tracker(url))

    def say(self, message: str, kind: int = LOG_NORMAL) -> None:
        """Write a line into the log."""
        self.log.append(LogLine(len(self.log), int(self.clock.now() * 1000), kind, message))
