"""Which torrents of a daemon are meant: by one of its infohashes, whichever of them the daemon lists it by.

What may enter: ids, aliases, looking. What may not: orders.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model.infohash import Infohash
from . import arguments
from .adapter import Adapter
from .records import Torrent

BOTH = frozenset({"infohash_v1", "infohash_v2"})


class Finder:
    """Finds torrents of one daemon, and remembers which hybrid ones it lists by another of their infohashes."""

    def __init__(self, adapter: Adapter) -> None:
        self.adapter = adapter
        self._aliases: dict[str, str] = {}

    def candidates(self, infohash: Infohash | str) -> tuple[str, ...]:
        """The ids under which this daemon may list a torrent."""
        ids = arguments.ids_of(infohash)
        return tuple(dict.fromkeys((*ids, *(self._aliases[id] for id in ids if id in self._aliases))))

    async def listed(self, candidates: Sequence[Sequence[str]]) -> list[str]:
        """Of each torrent's ids the one that the daemon lists, or else the first. Most have one only, and nothing is asked."""
        doubtful = [id for ids in candidates if len(ids) > 1 for id in ids]
        there = await self.look(doubtful, frozenset({"infohash"})) if doubtful else {}
        return [next((id for id in ids if id in there), ids[0]) for ids in candidates]

    def learn(self, found: Iterable[Torrent]) -> None:
        """Remember listed torrents, so that the infohash finds them too by which they are not listed."""
        for torrent in found:
            for id in (torrent.infohash_v1, (torrent.infohash_v2 or "")[:40]):
                if id and id != torrent.infohash:
                    self._aliases[id] = torrent.infohash

    def learn_added(self, infohash: Infohash | None, listed: str | None) -> None:
        """Remember under which id the daemon lists what it was given."""
        if infohash and listed:
            self._aliases.update({id: listed for id in infohash.torrent_ids if id != listed})

    async def sought(self, ids: Sequence[str], fields: frozenset[str]) -> tuple[list[str], dict[str, Torrent]]:
        """The torrents with these ids, by id, and the ids by which they are listed.

        A hybrid torrent may be asked for by its other infohash. Only when one was not found all are asked for theirs, of a daemon
        that knows both.
        """
        found = await self.look(list(dict.fromkeys(ids)), fields)
        missing = [id for id in ids if id not in found]
        if not missing or not self.adapter.fields >= BOTH:
            return list(ids), found
        self.learn(await self.adapter.torrents(None, BOTH | {"infohash"}))
        others = {id: self._aliases[id] for id in missing if id in self._aliases}
        if others:
            found |= await self.look(list(others.values()), fields)
        return [others.get(id, id) for id in ids], found

    async def look(self, ids: Sequence[str], fields: frozenset[str]) -> dict[str, Torrent]:
        """The torrents with these ids, by id; those that are not there are left out."""
        found = await self.adapter.torrents(ids, (fields & self.adapter.fields) | {"infohash"})
        return {torrent.infohash: torrent for torrent in found}
