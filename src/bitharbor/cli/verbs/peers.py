"""`btclient peers`."""

from __future__ import annotations

from ...unified.client import TorrentClient
from ...unified.filters import Kind
from .. import printing
from ..codes import Exit
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..printing import Column
from ..running import with_daemon
from ..selecting import one

COLUMNS = (
    Column("address", "ADDRESS"),
    Column("port", "PORT", Kind.NUMBER),
    Column("client", "CLIENT"),
    Column("progress", "DONE", Kind.SHARE),
    Column("download_rate", "DOWN", Kind.RATE),
    Column("upload_rate", "UP", Kind.RATE),
    Column("is_encrypted", "ENCRYPTED", Kind.FLAG),
)


def verb(torrent: str, /, *, add: tuple[str, ...] = (), at: Daemon = DAEMON, output: Output = OUTPUT) -> Exit:
    """The peers that a torrent is connected with.

    :param torrent: its infohash, the beginning of it, or its exact name
    :param add: a peer to try, as host:port, IPv6 hosts in brackets; may be repeated
    """

    async def shown(client: TorrentClient) -> Exit:
        infohash = (await one(client, torrent)).infohash
        if add:
            await client.add_peers(infohash, *add)
        rows = [printing.values_of(peer) for peer in await client.peers(infohash)]
        if not printing.for_programs(rows, output):
            printing.table(rows, COLUMNS)
        return Exit.OK

    return with_daemon(at, shown)
