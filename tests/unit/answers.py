"""Rows as a daemon sends them, made out of the records' own fields: a test names only what it is about."""

from __future__ import annotations

from typing import Final

import msgspec

from bitharbor.model.json import Json
from bitharbor.qbittorrent.records import Record, ServerState, Torrent

PLAIN: Final[dict[object, Json]] = {int: 0, float: 0.5, str: "text", bool: False}


def row_of(kind: type[Record], **given: Json) -> dict[str, Json]:
    """Every field that a daemon always sends, and what is given."""
    needed = {one.encode_name: PLAIN[one.type] for one in msgspec.structs.fields(kind) if one.required}
    return needed | given


def torrent_row(infohash: str, **given: Json) -> dict[str, Json]:
    """A torrent as `torrents/info` lists it."""
    return row_of(Torrent, hash=infohash, **given)


def state_row(**given: Json) -> dict[str, Json]:
    """The state as `sync/maindata` sends it."""
    return row_of(ServerState, **given)
