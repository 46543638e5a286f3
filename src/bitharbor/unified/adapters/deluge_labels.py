"""The plugin Label of Deluge, which gives a torrent one label: with us its category. All of it needs the plugin enabled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ...errors import BitharborError, RpcError, TransportError
from ..adapter import Failures

if TYPE_CHECKING:
    from ...deluge.client import DelugeClient

PLUGIN: Final = "Label"


async def labels(client: DelugeClient) -> tuple[str, ...]:
    """The labels that there are."""
    told = await client.call("label.get_labels")
    return tuple(one for one in told if isinstance(one, str)) if isinstance(told, list) else ()


async def make(client: DelugeClient, label: str) -> None:
    """Make a label, if there is none of that name."""
    if label.lower() not in await labels(client):
        try:
            await client.call("label.add", label)
        except RpcError:
            if label.lower() not in await labels(client):  # else another was quicker
                raise


async def give(client: DelugeClient, infohash: str, label: str) -> None:
    """Give a torrent a label, or none. The plugin knows only small letters, digits, `_` and `-`."""
    await client.call("label.set_torrent", infohash, label.lower())


async def give_each(client: DelugeClient, infohashes: Iterable[str], label: str) -> Failures:
    """Give several torrents a label, a call each; the errors of those that failed. After a fault no more is sent."""
    failures: dict[str, BitharborError] = {}
    todo = list(infohashes)
    while todo:
        infohash = todo.pop(0)
        try:
            await give(client, infohash, label)
        except TransportError as error:
            return {**failures, infohash: error, **dict.fromkeys(todo, error.untouched())}
        except BitharborError as error:
            failures[infohash] = error
    return failures
