"""Looking whether what was ordered of Transmission came to pass: it takes orders that it does not keep.

What may enter: what shows that an order was done or has failed, and the order that is given once more because 3.00 forgets it.

Facts with a version were seen on 3.00 (rpc 16), 4.1.0-beta.2 (18) and 4.1.4 (19).
"""

from __future__ import annotations

import asyncio
import posixpath
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ...errors import RpcError, UnconfirmedError
from ..adapter import Failures
from . import transmission_fields as table

if TYPE_CHECKING:
    from ...transmission.client import TransmissionClient
    from ...transmission.records import Torrent as Listed

SECONDS, PAUSE = 5.0, 0.05  # a torrent is moved while the daemon answers nobody: then it has happened or failed


async def stopped_after_check(client: TransmissionClient, infohashes: Sequence[str]) -> Failures:
    """Stop those that are being checked once more when their check is done; the errors of those where it takes too long.

    At a check's end a torrent is stopped for a moment, and is then started: it is believed when it is so twice.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + SECONDS
    before = await statuses_of(client, infohashes)
    waiting = [id for id, status in before.items() if status in table.CHECKS]
    while waiting and loop.time() < until:
        await asyncio.sleep(PAUSE)
        now = await statuses_of(client, waiting)
        if running := [id for id, status in now.items() if status in table.RUNS and before[id] not in table.RUNS]:
            await client.order("torrent_stop", running)
        waiting = [id for id, status in now.items() if (status, before[id]) != (table.STOPPED, table.STOPPED)]
        before = now
    return {id: still_checked(id) for id in waiting}


async def statuses_of(client: TransmissionClient, infohashes: Sequence[str]) -> dict[str, int | None]:
    """What torrents are doing."""
    found = await client.torrent_get(["hash_string", "status"], infohashes)
    return {one.hash_string or "": one.status for one in found}


async def places(client: TransmissionClient, infohashes: Sequence[str]) -> dict[str, Listed]:
    """Where torrents are, and what went wrong with them."""
    keys = ["hash_string", "download_dir", "error", "error_string"]
    return {one.hash_string or "": one for one in await client.torrent_get(keys, infohashes)}


async def arrived(client: TransmissionClient, infohashes: Sequence[str], location: str, before: Mapping[str, Listed]) -> Failures:
    """Look until all of them are there; the errors of those that are not."""
    loop = asyncio.get_running_loop()
    until = loop.time() + SECONDS
    while True:
        found = await places(client, infohashes)
        elsewhere = {id: one for id, one in found.items() if not is_at(one, location)}
        failures = {id: not_moved(one) for id, one in elsewhere.items() if has_failed(one, before.get(id))}
        waiting = elsewhere.keys() - failures
        if not waiting:
            return failures
        if loop.time() >= until:
            return {**failures, **{id: unconfirmed(id, location) for id in waiting}}
        await asyncio.sleep(PAUSE)


def is_at(torrent: Listed, location: str) -> bool:
    """Whether it is in a folder."""
    return posixpath.normpath(torrent.download_dir or "") == posixpath.normpath(location)


def has_failed(torrent: Listed, before: Listed | None) -> bool:
    """Whether an error came that was not there before."""
    return torrent.error == table.LOCAL_ERROR and (before is None or torrent.error_string != before.error_string)


def not_moved(torrent: Listed) -> RpcError:
    """The error for a torrent that the daemon could not move."""
    return RpcError(f"Transmission could not move the torrent: {torrent.error_string}", hint="start it again where it is")


def unconfirmed(infohash: str, location: str) -> UnconfirmedError:
    """The error for a torrent that is not where it should be."""
    return UnconfirmedError(
        f"Transmission took the order to move {infohash}, but it is not in {location}",
        hint="can the daemon write there?",
        acted=None,
    )


def still_checked(infohash: str) -> UnconfirmedError:
    """The error for a torrent that may start when its check is done."""
    return UnconfirmedError(
        f"Transmission took the order to stop {infohash} while it checks it; this version may start it after that",
        hint="stop it again when it has been checked",
        acted=None,
    )
