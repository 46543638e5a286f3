"""`btclient show`."""

from __future__ import annotations

from collections.abc import Sequence

from ...unified.client import TorrentClient
from ...unified.filters import KINDS, Kind
from ...unified.records import COSTLY_FIELDS, USUAL_FIELDS, Torrent
from .. import printing
from ..codes import Exit
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..running import with_daemon
from ..selecting import IDENTIFYING, meant
from ..words import UNKNOWN, written
from .list import named

SESSION_KINDS = {
    "download_rate": Kind.RATE,
    "upload_rate": Kind.RATE,
    "downloaded": Kind.SIZE,
    "uploaded": Kind.SIZE,
    "download_limit": Kind.RATE,
    "upload_limit": Kind.RATE,
    "free_space": Kind.SIZE,
    "is_alternative_speed": Kind.FLAG,
}


def verb(*torrents: str, fields: str | None = None, at: Daemon = DAEMON, output: Output = OUTPUT) -> Exit:
    """All that is known of torrents; without torrents, of the daemon.

    :param torrents: infohashes, beginnings of them, or exact names
    :param fields: only these, as name,comment; also files, trackers, peers, web_seeds, which are asked for only when named
    """
    shown = named(fields) if fields is not None else None
    if not torrents:
        return with_daemon(at, lambda client: session(client, output))
    return with_daemon(at, lambda client: details(client, torrents, shown, output))


async def session(client: TorrentClient, output: Output) -> Exit:
    """Show the daemon."""
    values = printing.values_of(await client.session())
    values["address"] = client.address
    if not printing.for_programs([values], output):
        printing.listed([(name, written(value, SESSION_KINDS.get(name, Kind.TEXT))) for name, value in values.items()])
    return Exit.OK


async def details(client: TorrentClient, named: Sequence[str], fields: Sequence[str] | None, output: Output) -> Exit:
    """Show torrents."""
    known = await client.torrents(fields=IDENTIFYING)
    ids = dict.fromkeys(meant(known, text).infohash for text in named)
    # what costs a request a torrent is no matter for a few
    chosen = await client.torrents(*ids, fields=fields or USUAL_FIELDS)
    names = fields or [name for name in Torrent.__struct_fields__ if name not in COSTLY_FIELDS]
    rows = [{name: values[name] for name in names} for values in map(printing.values_of, chosen)]
    if printing.for_programs(rows, output):
        return Exit.OK
    for place, one in enumerate(chosen):
        if place:
            print()
        pairs = [(name, written(getattr(one, name), KINDS[name])) for name in names]
        printing.listed([(name, value) for name, value in pairs if fields or value != UNKNOWN])
    return Exit.OK
