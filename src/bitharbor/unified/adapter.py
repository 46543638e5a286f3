"""What `TorrentClient` asks of a daemon: the same verbs in the same order for each, in today's words and units.

Rule 1: an adapter translates and nothing else; what is alike for all daemons (time-outs, unknown torrents, what was so
        before, looking whether it happened) is done once, by `client`, `ordering` and their kin.
Rule 2: infohashes are the 40 digits in lower case by which the daemon lists the torrent. Those that the daemon does not
        have are left out of `torrents`; the other verbs are only given those that it had a moment ago.
Rule 3: a verb for several torrents gives the errors of those that failed, by infohash, and raises what fails for all.
Rule 4: a verb beyond `capabilities` is never called, and a field beyond `fields` never asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeAlias, runtime_checkable

from ..errors import BitharborError
from ..model.infohash import Infohash
from ..model.json import Json
from ..model.metainfo import Metainfo
from .capabilities import Capability
from .records import Peer, Priority, SessionInfo, Torrent, TorrentFile, Tracker

Failures: TypeAlias = Mapping[str, BitharborError]

NO_FAILURES: Failures = {}


@dataclass(frozen=True, slots=True)
class Addition:
    """A torrent to be added: its bytes, or a magnet link.

    :ivar given: as the caller named it
    :ivar metainfo: what the bytes say
    """

    given: str
    infohash: Infohash
    content: bytes | None = field(default=None, repr=False)
    metainfo: Metainfo | None = field(default=None, repr=False)
    link: str | None = None


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How torrents are to be added.

    :ivar location: folder on the daemon's machine; None for the daemon's own choice
    :ivar is_stopped: do not start them
    :ivar is_verified: False trusts the data that is there without checking it
    :ivar download_limit, upload_limit: bytes/s; None for no limit of their own
    """

    location: str | None = None
    is_stopped: bool = False
    is_verified: bool = True
    category: str | None = None
    labels: tuple[str, ...] = ()
    download_limit: int | None = None
    upload_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one addition: `error` where it failed; `infohash` is None for a link that the daemon still fetches."""

    infohash: str | None
    is_already: bool = False
    error: BitharborError | None = None


# what became of the addition at a place
Tell: TypeAlias = Callable[[int, Added], object]


class Place(StrEnum):
    """Where to in the queue."""

    TOP = "top"
    UP = "up"
    DOWN = "down"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a torrent to be set. A value of None leaves it as it is, 0 lifts it.

    :ivar download, upload: bytes/s
    :ivar seeding_time: seconds
    """

    download: int | None = None
    upload: int | None = None
    ratio: float | None = None
    seeding_time: int | None = None


@runtime_checkable
class Listening(Protocol):
    """A daemon that pushes events: what adapters with `Capability.EVENTS` have beside."""

    async def add_handler(self, event: str, handler: Callable[..., object], *, is_once: bool = False) -> None:
        """Call `handler` with an event's own arguments whenever, or once, it comes; also after a reconnect."""
        ...

    async def remove_handler(self, event: str, handler: Callable[..., object]) -> None:
        """Do not call it any more."""
        ...

    async def wait_for(self, event: str) -> tuple[object, ...]:
        """Wait for an event; its arguments."""
        ...


@runtime_checkable
class Lasting(Protocol):
    """A daemon whose one connection lasts, so that it is known at once when it breaks: what such adapters have beside."""

    def watch(self, lost: Callable[[], object]) -> None:
        """Call `lost` whenever the connection broke by itself."""
        ...


class Adapter(Protocol):
    """A daemon in the words of this room."""

    @property
    def kind(self) -> str:
        """`deluge`, `qbittorrent`, `rtorrent` or `transmission`."""
        ...

    @property
    def address(self) -> str:
        """Where it is, without credentials."""
        ...

    @property
    def version(self) -> str:
        """Its version, once it is connected."""
        ...

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What it can do, once it is connected; before, what its newest version can do."""
        ...

    @property
    def fields(self) -> frozenset[str]:
        """Which fields of `Torrent` it can tell, once it is connected; before, what its newest version can tell."""
        ...

    @property
    def costly_fields(self) -> frozenset[str]:
        """Fields that cost this daemon a request a torrent, or most of a long answer: asked for only when named."""
        ...

    async def open(self) -> None:
        """Connect, log in, and learn what it can do. Again after a fault."""
        ...

    async def close(self) -> None:
        """Log out, and let go of all connections; it can be opened again."""
        ...

    async def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """Any method of the daemon's own interface, in the classic form of its answers."""
        ...

    async def torrents(self, infohashes: Sequence[str] | None, fields: frozenset[str]) -> list[Torrent]:
        """Its torrents, all of them or these, with at least these fields."""
        ...

    async def add(self, additions: Sequence[Addition], options: AddOptions, tell: Tell) -> None:
        """Add torrents, and return when the daemon lists them.

        :param tell: hears what became of each as soon as the daemon said it; of one that fails later, again. What is raised
            is about those that nothing was told of, and takes back nothing.
        """
        ...

    async def start(self, infohashes: Sequence[str], *, is_forced: bool) -> Failures:
        """Start; forced: without regard to the queue."""
        ...

    async def stop(self, infohashes: Sequence[str]) -> Failures:
        """Stop."""
        ...

    async def remove(self, infohashes: Sequence[str], *, with_data: bool) -> Failures:
        """Remove from the daemon, with or without the data."""
        ...

    async def verify(self, infohashes: Sequence[str]) -> Failures:
        """Check the data against the pieces' hashes."""
        ...

    async def reannounce(self, infohashes: Sequence[str]) -> Failures:
        """Ask the trackers now."""
        ...

    async def move(self, infohashes: Sequence[str], location: str, *, with_data: bool) -> Failures:
        """Change the folder; with the data, or because the data is there already."""
        ...

    async def rename(self, infohash: str, name: str) -> None:
        """Give a torrent another name."""
        ...

    async def rename_file(self, infohash: str, old: str, new: str) -> None:
        """Give a file another path; both with the torrent's own folder."""
        ...

    async def rename_folder(self, infohash: str, old: str, new: str) -> None:
        """Give a folder another path."""
        ...

    async def files(self, infohash: str) -> tuple[TorrentFile, ...]:
        """The files of a torrent; none before its metadata came."""
        ...

    async def set_priority(self, infohash: str, indexes: Sequence[int], priority: Priority) -> None:
        """How much files are wanted."""
        ...

    async def categories(self) -> tuple[str, ...]:
        """The categories that the daemon has."""
        ...

    async def set_category(self, infohashes: Sequence[str], category: str) -> Failures:
        """Put torrents into a category, which is made if need be; empty for none."""
        ...

    async def set_labels(self, infohashes: Sequence[str], labels: Sequence[str]) -> Failures:
        """Give torrents exactly these labels."""
        ...

    async def set_limits(self, infohashes: Sequence[str], limits: Limits) -> Failures:
        """Limit torrents."""
        ...

    async def set_session_limits(self, download: int | None, upload: int | None) -> None:
        """Limit the daemon: bytes/s; None leaves it, 0 lifts it."""
        ...

    async def set_alternative_speed(self, is_on: bool) -> None:
        """Switch the alternative limits on or off."""
        ...

    async def queue(self, infohashes: Sequence[str], place: Place) -> Failures:
        """Move in the queue; several keep their order."""
        ...

    async def trackers(self, infohash: str) -> tuple[Tracker, ...]:
        """The trackers of a torrent."""
        ...

    async def add_trackers(self, infohash: str, urls: Sequence[str], tier: int | None) -> None:
        """Add trackers, to a tier or in tiers of their own behind the others."""
        ...

    async def remove_trackers(self, infohash: str, urls: Sequence[str]) -> None:
        """Remove trackers."""
        ...

    async def edit_tracker(self, infohash: str, old: str, new: str) -> None:
        """Put one tracker in place of another."""
        ...

    async def peers(self, infohash: str) -> tuple[Peer, ...]:
        """The peers that a torrent is connected with."""
        ...

    async def add_peers(self, infohash: str, peers: Sequence[str]) -> None:
        """Peers to try: `host:port`, IPv6 hosts in brackets."""
        ...

    async def free_space(self, path: str | None) -> int:
        """Free bytes where a folder is; None for the daemon's own folder."""
        ...

    async def session(self) -> SessionInfo:
        """The daemon as a whole."""
        ...

    async def export(self, infohash: str) -> bytes:
        """The `.torrent` of a torrent."""
        ...
