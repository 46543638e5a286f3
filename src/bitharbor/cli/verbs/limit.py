"""`btclient limit`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from ...errors import UsageError
from ...unified import quantities
from ...unified.client import TorrentClient
from .. import printing
from ..codes import Exit
from ..options import CHOICE, DAEMON, OUTPUT, Choice, Daemon, Output
from ..ordering import fates, ids, order
from ..running import with_daemon

NONE = "none"


def verb(
    *torrents: str,
    down: str | None = None,
    up: str | None = None,
    ratio: str | None = None,
    seeding_time: str | None = None,
    daemon: bool = False,
    alternative: Annotated[bool | None, Parameter(negative="--no-alternative")] = None,
    choice: Choice = CHOICE,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Limits of torrents, or of the daemon. A limit of none (or 0) lifts it.

    :param torrents: infohashes, beginnings of them, or exact names
    :param down: what may be downloaded a second, as 2MiB
    :param up: what may be uploaded a second
    :param ratio: stop seeding at this ratio
    :param seeding_time: stop seeding after this time, as 7d
    :param daemon: limit the daemon as a whole
    :param alternative: switch the daemon's alternative limits on or off
    """
    download, upload = amount(down), amount(up)
    if daemon or alternative is not None:
        if torrents or choice != CHOICE or ratio is not None or seeding_time is not None:
            raise UsageError("limits of the daemon are --down and --up, and for no torrents", hint="make two calls of it")
        if down is None and up is None and alternative is None:
            raise UsageError("no limit was given", hint="say --down, --up, --alternative or --no-alternative")
        return with_daemon(at, lambda client: limited(client, download, upload, alternative, output))
    share = None if ratio is None else 0.0 if ratio == NONE else quantities.number(ratio)
    seconds = None if seeding_time is None else 0 if seeding_time == NONE else int(quantities.span(seeding_time))
    return order(
        lambda client, found: client.limit(*ids(found), download=download, upload=upload, ratio=share, seeding_time=seconds),
        torrents,
        choice,
        at,
        output,
        words=fates("limited"),
    )


async def limited(
    client: TorrentClient, download: int | None, upload: int | None, alternative: bool | None, output: Output
) -> Exit:
    """Limit the daemon."""
    if download is not None or upload is not None:
        await client.limit_session(download=download, upload=upload)
    if alternative is not None:
        await client.set_alternative_speed(alternative)
    if not printing.for_programs([{"limited": client.address}], output):
        print(f"limited  {client.address}")
    return Exit.OK


def amount(text: str | None) -> int | None:
    """Bytes a second."""
    return None if text is None else 0 if text == NONE else int(quantities.size(text))
