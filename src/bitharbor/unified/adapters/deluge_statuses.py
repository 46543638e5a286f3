"""Asking Deluge for the statuses of torrents: of all of them only what changed comes over the wire, of few each by itself.

What may enter: statuses as the daemon tells them, by infohash. What may not: what they mean; that is in `deluge_fields`.

Facts were seen on 2.0.3, 2.2.0 and 2.2.1~dev.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ...deluge.mirror import Mirror, Status
from ...errors import BadAnswerError, InvalidMagnetError, UnknownTorrentError
from ...model.magnet import Magnet
from .refusals import unknown

if TYPE_CHECKING:
    from ...deluge.client import DelugeClient
    from ...model.json import Json

LIST: Final = "core.get_torrents_status"
LINK: Final = "core.get_magnet_uri"  # since 2.0.5
LOOKS_AT_MOST: Final = 3
SINGLY_AT_MOST: Final = 4


class Statuses:
    """The statuses that one daemon tells."""

    def __init__(self, client: DelugeClient) -> None:
        self.client = client
        self._mirror = Mirror()
        self._listing = asyncio.Lock()

    def forget(self) -> None:
        """The next question for all is answered in full."""
        self._mirror.clear()

    async def of(self, infohashes: Sequence[str] | None, keys: list[str]) -> Mapping[str, Status]:
        """Those of all torrents, or of those of these that are there. An empty list is no torrent: no id would be no filter."""
        if infohashes is None:
            return await self._all(keys)
        if len(infohashes) > SINGLY_AT_MOST:
            return by_infohash(await self.client.call(LIST, {"id": list(infohashes)}, keys))
        # few are asked for one by one: rates and progress of the list are up to 2 s old, states come when they change
        found = await asyncio.gather(*(self._one(infohash, keys) for infohash in infohashes))
        return {infohash: status for infohash, status in zip(infohashes, found, strict=True) if status}

    async def one(self, infohash: str, *keys: str) -> Status:
        """The status of one torrent.

        :raises UnknownTorrentError: it is not there
        """
        status = await self._one(infohash, ["hash", *keys])
        if not status:
            raise unknown(infohash)
        return status

    async def link(self, infohash: str) -> Magnet | None:
        """What only the link of a torrent tells; None where it was removed meanwhile."""
        try:
            return Magnet.parse(str(await self.client.call(LINK, infohash)))
        except (UnknownTorrentError, InvalidMagnetError):
            return None

    async def _all(self, keys: list[str]) -> Mapping[str, Status]:
        """When anything came between, the question begins anew; at last it asks for all of it."""
        async with self._listing:
            for _ in range(LOOKS_AT_MOST):
                mark = self.client.mark
                if mark.asked and not self._mirror.is_sound(mark):
                    # all keys but one are forgotten by the daemon too, so that the next question is answered in full
                    await self.client.call(LIST, {}, ["hash"], True)
                    mark = self.client.mark
                    self._mirror.clear()
                elif not mark.asked:
                    self._mirror.clear()
                told = by_infohash(await self.client.call(LIST, {}, keys, True))
                if self.client.mark == mark.next():
                    return self._mirror.merge(told, keys, self.client.mark)
                self._mirror.clear()
            return by_infohash(await self.client.call(LIST, {}, keys))

    async def _one(self, infohash: str, keys: list[str]) -> Status:
        """As it is now; empty for a torrent that is not there."""
        try:
            return as_status(await self.client.call("core.get_torrent_status", infohash, keys))
        except UnknownTorrentError:
            return {}


def by_infohash(told: Json) -> dict[str, Status]:
    """Statuses by infohash."""
    if not isinstance(told, dict):
        raise BadAnswerError("Deluge's list of torrents has a form that was never seen")
    return {infohash: status for infohash, status in told.items() if isinstance(status, dict)}


def as_status(told: Json) -> Status:
    """A dictionary, or an empty one."""
    return told if isinstance(told, dict) else {}
