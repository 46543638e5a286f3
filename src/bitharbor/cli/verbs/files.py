"""`btclient files`."""

from __future__ import annotations

from ...errors import UsageError
from ...unified.client import TorrentClient
from ...unified.filters import Kind
from ...unified.records import Priority
from .. import printing
from ..codes import Exit
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..printing import Column
from ..running import with_daemon
from ..selecting import one

COLUMNS = (
    Column("index", "NUMBER", Kind.NUMBER),
    Column("size", "SIZE", Kind.SIZE),
    Column("progress", "DONE", Kind.SHARE),
    Column("priority", "WANTED", Kind.WORD),
    Column("path", "PATH"),
)


def verb(
    torrent: str,
    /,
    *,
    want: Priority | None = None,
    only: str | None = None,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """The files of a torrent, and how much they are wanted.

    :param torrent: its infohash, the beginning of it, or its exact name
    :param want: give files another priority
    :param only: numbers of these files, as 0,2-5; or all
    """
    if (want is None) is not (only is None):
        raise UsageError("--want and --only belong together", hint="as --want skip --only 0,2-5; or --only all")

    async def shown(client: TorrentClient) -> Exit:
        infohash = (await one(client, torrent)).infohash
        if want is not None and only is not None:
            count = len(await client.files(infohash))
            await client.set_priority(infohash, *numbers(only, count), priority=want)
        rows = [printing.values_of(file) for file in await client.files(infohash)]
        if not printing.for_programs(rows, output):
            printing.table(rows, COLUMNS)
        return Exit.OK

    return with_daemon(at, shown)


def numbers(text: str, count: int) -> list[int]:
    """The numbers of files that are meant, of so many."""
    if text == "all":
        return list(range(count))
    found: list[int] = []
    for part in text.split(","):
        begin, dash, end = part.strip().partition("-")
        if not all(one.isascii() and one.isdigit() for one in ((begin, end) if dash else (begin,))):
            raise UsageError(f"{part!r} is no number of a file", hint="write them as 0,2-5, or all")
        last = int((end or begin)[:9])
        if last >= count or int(begin[:9]) > last:
            raise UsageError(f"there is no file {part!r}", hint=f"the torrent has {count}, from 0 to {count - 1}")
        found += range(int(begin), last + 1)
    return list(dict.fromkeys(found))
