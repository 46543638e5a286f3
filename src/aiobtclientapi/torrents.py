"""Torrents as `get_torrents` gives them: mappings whose items are attributes too."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bitharbor.unified.records import State
from bitharbor.unified.records import Torrent as Record

from . import errors
from .infohash import Infohash


@dataclass(frozen=True, slots=True)
class Attribute:
    """How an attribute is made, and of which fields."""

    read: Callable[[Record], object]
    fields: tuple[str, ...] = ()


def is_idle(one: Record) -> bool:
    """Started, and nothing moves or is looked for."""
    return (
        one.state not in (State.STOPPED, State.METADATA)
        and not one.download_rate
        and not one.upload_rate
        and not is_connected(one)
    )


def is_connected(one: Record) -> bool:
    """Whether there are peers."""
    return bool((one.connected_seeds or 0) + (one.connected_leechers or 0))


PEERS = ("connected_seeds", "connected_leechers")
ATTRIBUTES: Mapping[str, Attribute] = {
    "infohash": Attribute(lambda one: Infohash(one.infohash)),
    "name": Attribute(lambda one: unicodedata.normalize("NFC", one.name or ""), ("name",)),
    "is_connected": Attribute(lambda one: is_connected(one), PEERS),
    "is_discovering": Attribute(lambda one: one.state is State.METADATA, ("state",)),
    "is_downloading": Attribute(lambda one: bool(one.download_rate), ("download_rate",)),
    "is_uploading": Attribute(lambda one: bool(one.upload_rate), ("upload_rate",)),
    "is_idle": Attribute(lambda one: is_idle(one), ("state", "download_rate", "upload_rate", *PEERS)),
    "is_queued": Attribute(lambda one: one.state is State.QUEUED, ("state",)),
    "is_seeding": Attribute(lambda one: one.is_complete, ("is_complete",)),
    "is_stopped": Attribute(lambda one: one.state is State.STOPPED, ("state",)),
    "is_verifying": Attribute(lambda one: one.state is State.CHECKING, ("state",)),
    "peers_seeding": Attribute(lambda one: one.swarm_seeds, ("swarm_seeds",)),
    "progress": Attribute(lambda one: None if one.progress is None else one.progress * 100, ("progress",)),
    "trackers": Attribute(lambda one: tuple(tracker.url for tracker in one.trackers or ()), ("trackers",)),
}


class Torrent(Mapping[str, object]):
    """One torrent: `torrent.name` and `torrent["name"]`."""

    def __init__(self, record: Record, names: Iterable[str]) -> None:
        self._values = {name: ATTRIBUTES[name].read(record) for name in names}
        self._infohash = Infohash(record.infohash)

    @property
    def infohash(self) -> Infohash:
        """Its infohash."""
        return self._infohash

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"No such attribute: {name!r}") from None

    def __getitem__(self, name: str) -> object:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(self._infohash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Torrent) and other._infohash == self._infohash

    def __repr__(self) -> str:
        return f"<Torrent {self._infohash}>"


class TorrentList:
    """Torrents in the daemon's order, and by infohash."""

    def __init__(self, torrents: Iterable[Torrent]) -> None:
        self._torrents = {torrent.infohash: torrent for torrent in torrents}

    def filter(self, func: Callable[[Torrent], object]) -> Iterator[Torrent]:
        """Those for which `func` is true."""
        return (torrent for torrent in self if func(torrent))

    def __getitem__(self, infohash: str) -> Torrent:
        return self._torrents[Infohash(infohash)]

    def __iter__(self) -> Iterator[Torrent]:
        return iter(self._torrents.values())

    def __len__(self) -> int:
        return len(self._torrents)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {list(self)}>"


def fields_of(attributes: Iterable[str] | None) -> tuple[tuple[str, ...], frozenset[str]]:
    """Names of attributes, and the fields that they are made of."""
    names = tuple(ATTRIBUTES if attributes is None else dict.fromkeys(attributes))
    for name in names:
        if name not in ATTRIBUTES:
            raise errors.ValueError(f"No such attribute: {name!r}")
    return names, frozenset({"infohash", *(field for name in names for field in ATTRIBUTES[name].fields)})
