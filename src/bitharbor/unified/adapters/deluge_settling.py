"""Looking whether what was ordered of Deluge shows: it takes orders without a word, and some of them come to nothing.

What may enter: what shows that an order was done. What may not: orders.

Facts were seen on 2.0.3, 2.2.0 and 2.2.1~dev.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from ...deluge.mirror import Status
from ...errors import UnconfirmedError
from . import deluge_fields as table
from .deluge_statuses import Statuses

SECONDS, PAUSE = 5.0, 0.05
HELD: Final = frozenset({"Paused", "Error", "Moving"})


async def unsettled(
    statuses: Statuses, infohashes: Sequence[str], is_so: Callable[[Status], bool], *keys: str, seconds: float = SECONDS
) -> list[str]:
    """Those of whom something is not so within a few seconds; those that went meanwhile are not among them.

    :param keys: what of their statuses `is_so` looks at
    """
    loop = asyncio.get_running_loop()
    until, waiting = loop.time() + seconds, list(infohashes)
    while waiting:
        found = await statuses.of(waiting, ["hash", *keys])
        waiting = [one for one in waiting if one in found and not is_so(found[one])]
        if loop.time() >= until:
            break
        if waiting:
            await asyncio.sleep(PAUSE)
    return waiting


async def confirm_paths(statuses: Statuses, infohash: str, is_so: Callable[[Sequence[str]], bool], what: str) -> None:
    """Raise if the paths of a torrent's files do not become so."""

    def shows(status: Status) -> bool:
        return is_so([table.text(file, "path") or "" for file in table.entries(status, "files")])

    if await unsettled(statuses, [infohash], shows, "files"):
        raise unconfirmed(what)


def is_folder_renamed(before: str, after: str) -> Callable[[Sequence[str]], bool]:
    """Whether paths show that a folder has another one. It may have come to lie in a folder of its old name.

    :param before, after: both with a slash at the end
    """
    return lambda paths: (
        any(path.startswith(after) for path in paths)
        and (after.startswith(before) or not any(path.startswith(before) for path in paths))
    )


def is_moved(status: Status, location: str) -> bool:
    """Whether it moves, or did."""
    place = (table.text(status, "download_location") or "").rstrip("/")
    return place == location.rstrip("/") or table.text(status, "state") == "Moving"


def is_held(status: Status) -> bool:
    """Whether it is stopped, or in a state in which it does nothing that could be stopped."""
    return table.text(status, "state") in HELD


def has_started(status: Status) -> bool:
    """Whether it is not stopped."""
    return table.text(status, "state") != "Paused"


def unconfirmed(what: str, hint: str = "look again later") -> UnconfirmedError:
    """The error for an order that the daemon took, and that does not show."""
    return UnconfirmedError(f"Deluge took the order to {what}, but it does not show", hint=hint, acted=None)
