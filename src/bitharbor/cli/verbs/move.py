"""`btclient move`."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from ..codes import Exit
from ..options import CHOICE, DAEMON, OUTPUT, Choice, Daemon, Output
from ..ordering import fates, ids, order


def verb(
    *torrents: str,
    to: Annotated[str, Parameter(name="--to")],
    without_data: bool = False,
    choice: Choice = CHOICE,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Give torrents another folder. The daemon moves data in its own time.

    :param torrents: infohashes, beginnings of them, or exact names
    :param to: folder on the daemon's machine
    :param without_data: the data is there already
    """
    return order(
        lambda client, found: client.move(*ids(found), location=to, with_data=not without_data),
        torrents,
        choice,
        at,
        output,
        words=fates("moving" if not without_data else "moved"),
    )
