"""Adding to qBittorrent: the native face says what came of each torrent; here that becomes an answer, once the list shows it.

What may not enter: how many go into a request, and what the daemon's answer means. The native flow knows that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...errors import BitharborError, TorrentRefusedError
from ...qbittorrent.flows.adding import TELLS_EACH, TELLS_KNOWN
from ...qbittorrent.records import Added as Told
from ...qbittorrent.versions import Version, dotted
from ..adapter import Added, Addition, AddOptions

if TYPE_CHECKING:
    from ...qbittorrent.aio import AsyncClient
    from ...qbittorrent.records import AddedItem

TAGS = (4, 3, 2)  # of torrents/add; until then they are given afterwards
PAUSE, PATIENCE = 0.1, 10.0  # seconds between looks, and without any progress


async def add(client: AsyncClient, version: Version, additions: Sequence[Addition], options: AddOptions) -> list[Added]:
    """Add torrents, and look until the list shows them, where the native face did not."""
    items, cause = await sent(client, version, additions, options)
    where = [item.torrent_id for item in items]
    unseen = {place: ids_of(additions[place]) for place, item in enumerate(items) if is_unseen(item, version, len(items))}
    listed = await until_listed(client, unseen.values())
    for place, ids in unseen.items():
        where[place] = next((id for id in ids if id in listed), None)
    answers = [answer_of(*each, version, cause) for each in zip(additions, items, where, strict=True)]
    new = [one.infohash for one in answers if one.infohash and not one.is_already]
    if new and options.labels and version < TAGS:
        await client.torrents.add_tags(new, options.labels)
    return answers


async def sent(
    client: AsyncClient, version: Version, additions: Sequence[Addition], options: AddOptions
) -> tuple[list[AddedItem], BitharborError | None]:
    """What came of each; and the error, if none of them was taken."""
    links = [one.link or "" for one in additions if one.content is None]
    files = [one.content for one in additions if one.content is not None]
    cause = None
    try:
        told = await client.torrents.add(
            urls=links or None,
            files=files or None,
            save_path=options.location,
            auto_management=False if options.location else None,
            stopped=options.is_stopped,
            skip_checking=None if options.is_verified else True,
            category=options.category,
            tags=options.labels or None if version >= TAGS else None,
            download_limit=options.download_limit,
            upload_limit=options.upload_limit,
        )
    except BitharborError as error:
        if not isinstance(error.done, Told) or len(error.done.of("refused")) < len(error.done.items):
            raise
        told, cause = error.done, error
    of_links, of_files = iter(told.items[: len(links)]), iter(told.items[len(links) :])
    return [next(of_links if one.content is None else of_files) for one in additions], cause


def is_unseen(item: AddedItem, version: Version, count: int) -> bool:
    """Whether the native face believed the daemon, and so did not see it in the list; or does not say under which id.

    Also those that 5.3.0 says that it added are not listed at once.
    """
    is_believed = version >= TELLS_EACH or (version >= TELLS_KNOWN and count == 1)
    if item.state == "added":
        return is_believed or item.torrent_id is None
    return item.state == "already" and item.torrent_id is None


async def until_listed(client: AsyncClient, wanted: Iterable[Sequence[str]]) -> set[str]:
    """Look until the list has an id of each torrent; all that it has in the end."""
    loop = asyncio.get_running_loop()
    until, listed = loop.time() + PATIENCE, set[str]()
    waiting: list[Sequence[str]] = list(wanted)
    while waiting:
        found = {one.hash for one in await client.torrents.info(hashes=[id for ids in waiting for id in ids])}
        listed |= found
        waiting = [ids for ids in waiting if found.isdisjoint(ids)]
        if not waiting or loop.time() >= until:
            break
        if found:
            until = loop.time() + PATIENCE
        await asyncio.sleep(PAUSE)
    return listed


def ids_of(addition: Addition) -> tuple[str, ...]:
    """The ids under which the daemon may list it."""
    return addition.infohash.torrent_ids if addition.infohash else ()


def answer_of(addition: Addition, item: AddedItem, id: str | None, version: Version, cause: BitharborError | None) -> Added:
    """What is told of one, in our words.

    :param id: under which it was seen
    """
    if item.state == "pending" or (id and item.state in ("added", "already")):
        return Added(id, is_already=item.state == "already")
    why = item.reason or "the daemon took it, and does not list it"
    error = TorrentRefusedError(
        f"qBittorrent {dotted(version)} did not add {addition.given}: {why}", acted=False if item.state == "refused" else None
    )
    error.__cause__ = cause
    return Added(None, error=error)
