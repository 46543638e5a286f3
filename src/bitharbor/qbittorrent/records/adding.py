"""What came of adding torrents: an item for each that was given, in the order given."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ...model.infohash import Infohash
from .base import Record

AddState: TypeAlias = Literal["added", "already", "pending", "refused", "unknown", "unsent"]
"""added: it is in the daemon now, by this call. already: the daemon had it, or it was named before in the same call. pending: the
daemon fetches its `.torrent` from the address. refused: neither the daemon nor this library takes it. unknown: nobody can tell.
unsent: it never left, because something failed before its turn."""


class AddedItem(Record, kw_only=True):
    """What came of one torrent that was given."""

    name: str
    """The link as it was given, or the name of the file"""
    state: AddState
    """What came of it; `AddState` has the words"""
    v1: str | None = None
    """Infohash of version 1, worked out here; None for addresses, and for what has none"""
    v2: str | None = None
    """Infohash of version 2, likewise"""
    torrent_id: str | None = None
    """Under which the daemon lists it, where that is known"""
    reason: str = ""
    """Why it was refused, or why nobody knows"""

    @property
    def infohash(self) -> Infohash | None:
        """Both hashes; None where none is known."""
        return Infohash(self.v1, self.v2) if self.v1 or self.v2 else None


class Added(Record, kw_only=True):
    """What came of `torrents.add`."""

    items: list[AddedItem]
    """One for each torrent that was given, in the order given: first the links, then the files"""

    def of(self, *states: AddState) -> list[AddedItem]:
        """The items in one of these states."""
        return [one for one in self.items if one.state in states]

    @property
    def is_accepted(self) -> bool:
        """Every item is in the daemon now, or being fetched by it."""
        return len(self.of("added", "already", "pending")) == len(self.items)


class AddTally(Record, kw_only=True):
    """What the daemon itself says to `torrents/add`, since 5.2.0."""

    success_count: int
    """Torrents added at once; one that is named twice in a request counts twice"""
    failure_count: int
    """Torrents that are there already, and links that it cannot read"""
    pending_count: int
    """Addresses that are being fetched"""
    added_torrent_ids: list[str]
    """Ids of the added torrents, not in the order given (seen on 5.3.0: links first)"""
