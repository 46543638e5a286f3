"""`btclient stop`."""

from __future__ import annotations

from ..codes import Exit
from ..options import CHOICE, DAEMON, OUTPUT, Choice, Daemon, Output
from ..ordering import fates, ids, order


def verb(*torrents: str, choice: Choice = CHOICE, at: Daemon = DAEMON, output: Output = OUTPUT) -> Exit:
    """Stop torrents.

    :param torrents: infohashes, beginnings of them, or exact names
    """
    return order(
        lambda client, found: client.stop(*ids(found)),
        torrents,
        choice,
        at,
        output,
        words=fates("stopped", "was stopped"),
    )
