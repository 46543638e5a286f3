"""What adapters of several daemons refuse in the same words: torrents, trackers and files that are not there.

Rule: what is so for all daemons is refused before an adapter is asked; this is for those that would do something else instead.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...errors import UnknownTorrentError, UsageError
from ...model.url import shown


def unknown(infohash: str) -> UnknownTorrentError:
    """The error for a torrent that is not there."""
    return UnknownTorrentError(
        f"the daemon has no torrent {infohash}", hint="it may have been removed; list the torrents", infohash=infohash
    )


def refuse_strange(urls: Iterable[str], there: Iterable[str]) -> None:
    """Raise if the torrent has not all of these trackers."""
    if strange := sorted(set(urls).difference(there)):
        raise UsageError(
            f"the torrent has no such tracker at {shown(strange[0])}", hint="give its address as `trackers` tells it"
        )


def refuse_strange_files(indexes: Iterable[int], count: int) -> None:
    """Raise if the torrent has not all of these files."""
    if strange := [index for index in indexes if not 0 <= index < count]:
        raise UsageError(f"the torrent has no file {strange[0]}", hint=f"it has {count}, counted from 0")
