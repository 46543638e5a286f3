"""`btclient remove`."""

from __future__ import annotations

from collections.abc import Sequence

from ...unified.records import Torrent
from .. import words
from ..codes import Exit
from ..options import CHOICE, DAEMON, OUTPUT, Choice, Daemon, Output
from ..ordering import fates, ids, order
from ..printing import counted


def verb(
    *torrents: str,
    with_data: bool = False,
    yes: bool = False,
    choice: Choice = CHOICE,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Remove torrents. Their data stays, unless it is said otherwise.

    :param torrents: infohashes, beginnings of them, or exact names
    :param with_data: delete their files too; this is asked about first
    :param yes: do not ask
    """
    return order(
        lambda client, found: client.remove(*ids(found), with_data=with_data),
        torrents,
        choice,
        at,
        output,
        words=fates("removed with data" if with_data else "removed"),
        fields={"have"},
        ask=question if with_data and not yes else None,
    )


def question(found: Sequence[Torrent]) -> str:
    """What is asked before data is deleted."""
    return f"Remove {counted(len(found))} and delete {words.size(sum(one.have or 0 for one in found))} of data?"
