"""Adding to qBittorrent: the native face says what came of each torrent; here that becomes an answer, once the list shows it.

What may not enter: how many go into a request, and what the daemon's answer means. The native flow knows that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ...errors import BitharborError, TorrentRefusedError, UnconfirmedError
from ...qbittorrent.flows.adding import TELLS_EACH, TELLS_KNOWN
from ...qbittorrent.records import Added as Told
from ...qbittorrent.versions import Version, dotted
from ..adapter import Added, Addition, AddOptions, Tell

if TYPE_CHECKING:
    from ...qbittorrent.aio import AsyncClient
    from ...qbittorrent.records import AddedItem

TAGS = (4, 3, 2)  # of torrents/add; until then they are given afterwards
PAUSE, PATIENCE = 0.1, 10.0  # seconds between looks, and without any progress


async def add(client: AsyncClient, version: Version, additions: Sequence[Addition], options: AddOptions, tell: Tell) -> None:
    """Add torrents, and look until the list shows them, where the native face did not."""
    items, cause = await sent(client, version, additions, options)
    answers: dict[int, Added] = {}
    unseen: dict[int, tuple[str, ...]] = {}
    for place, (addition, item) in enumerate(zip(additions, items, strict=True)):
        if is_unseen(item, version, len(items)):
            unseen[place] = addition.infohash.torrent_ids
        answers[place] = unlisted(addition) if place in unseen else answer_of(addition, item, version, cause)
        tell(place, answers[place])
    if cause and any(item.state != "refused" for item in items):
        raise cause
    listed = await until_listed(client, unseen.values())
    for place, ids in unseen.items():
        if id := next((id for id in ids if id in listed), None):
            answers[place] = Added(id, is_already=items[place].state == "already")
            tell(place, answers[place])
    if options.labels and version < TAGS:
        await label(client, answers, options.labels, tell)


async def sent(
    client: AsyncClient, version: Version, additions: Sequence[Addition], options: AddOptions
) -> tuple[list[AddedItem], BitharborError | None]:
    """What came of each; and the error, if there was one on the way."""
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
        if not isinstance(error.done, Told):
            raise
        told, cause = error.done, error
    of_links, of_files = iter(told.items[: len(links)]), iter(told.items[len(links) :])
    return [next(of_links if one.content is None else of_files) for one in additions], cause


async def label(client: AsyncClient, answers: Mapping[int, Added], labels: Sequence[str], tell: Tell) -> None:
    """Give the new ones their labels; those that do not get them are there all the same."""
    new = {place: one.infohash for place, one in answers.items() if one.infohash and not one.is_already}
    if not new:
        return
    try:
        await client.torrents.add_tags(list(new.values()), labels)
    except BitharborError as error:
        error.acted = True
        for place, infohash in new.items():
            tell(place, Added(infohash, error=error))
        raise


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


def unlisted(addition: Addition) -> Added:
    """The answer for one that the daemon took, and that nobody saw yet."""
    return Added(
        None,
        error=UnconfirmedError(
            f"qBittorrent took {addition.given}, and does not list it",
            hint="look again later; nothing was sent twice",
            acted=None,
        ),
    )


def answer_of(addition: Addition, item: AddedItem, version: Version, cause: BitharborError | None) -> Added:
    """What is told of one, in our words."""
    if item.torrent_id or item.state in ("added", "already", "pending"):  # also one of which it is not known who added it
        return Added(item.torrent_id, is_already=item.state == "already")
    if item.state == "unsent" and cause:
        return Added(None, error=cause.untouched())
    why = f"qBittorrent {dotted(version)} did not add {addition.given}: {item.reason}"
    error: BitharborError
    if item.state == "refused":
        error = TorrentRefusedError(why)
    else:
        error = UnconfirmedError(why, hint="look again later; nothing was sent twice", acted=None)
    error.__cause__ = cause
    return Added(None, error=error)
