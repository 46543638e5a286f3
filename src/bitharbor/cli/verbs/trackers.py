"""`btclient trackers`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from ...unified.client import TorrentClient
from ...unified.filters import Kind
from .. import printing
from ..codes import Exit
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..printing import Column
from ..running import with_daemon
from ..selecting import one

COLUMNS = (
    Column("tier", "TIER", Kind.NUMBER),
    Column("state", "STATE", Kind.WORD),
    Column("seeds", "SEEDS", Kind.NUMBER),
    Column("leechers", "LEECHERS", Kind.NUMBER),
    Column("url", "URL"),
    Column("message", "MESSAGE"),
)


def verb(
    torrent: str,
    /,
    *,
    add: tuple[str, ...] = (),
    tier: int | None = None,
    remove: tuple[str, ...] = (),
    replace: Annotated[tuple[str, str] | None, Parameter(negative=())] = None,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """The trackers of a torrent, after they were changed.

    :param torrent: its infohash, the beginning of it, or its exact name
    :param add: URL of a tracker to be added; may be repeated
    :param tier: where the added ones go, from 0; else into tiers of their own
    :param remove: URL of a tracker to be removed; may be repeated
    :param replace: URL of a tracker, and the one in its place
    """

    async def shown(client: TorrentClient) -> Exit:
        infohash = (await one(client, torrent)).infohash
        if replace:
            await client.edit_tracker(infohash, *replace)
        if add:
            await client.add_trackers(infohash, *add, tier=tier)
        if remove:
            await client.remove_trackers(infohash, *remove)
        rows = [printing.values_of(tracker) for tracker in await client.trackers(infohash)]
        if not printing.for_programs(rows, output):
            printing.table(rows, COLUMNS)
        return Exit.OK

    return with_daemon(at, shown)
