"""`btclient start`."""

from __future__ import annotations

from ..codes import Exit
from ..options import CHOICE, DAEMON, OUTPUT, Choice, Daemon, Output
from ..ordering import fates, ids, order


def verb(*torrents: str, force: bool = False, choice: Choice = CHOICE, at: Daemon = DAEMON, output: Output = OUTPUT) -> Exit:
    """Start torrents.

    :param torrents: infohashes, beginnings of them, or exact names
    :param force: without regard to the queue
    """
    return order(
        lambda client, found: client.start(*ids(found), is_forced=force),
        torrents,
        choice,
        at,
        output,
        words=fates("started", "was started"),
    )
