"""Answers of `sync.maindata` put together, purely: a snapshot and an answer give the next snapshot. No request, no clock.

Facts: rows of a difference carry changed keys only; what disappeared is named in `..._removed`; trackers come with their whole
list; a collection with nothing to report is absent, and since 4.6.0 an empty one is absent from a full answer too; 4.1.0 to
4.1.2 send categories as a list of names; 4.4.0 writes a category's `save_path` where all others write `savePath`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

import msgspec

from ..model.json import Json
from .learning import RecordBook
from .records import Category, MainData, Peer, Record, ServerState, Torrent, TorrentPeers

R = TypeVar("R", bound=Record)
Rows = Mapping[str, Mapping[str, Json]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a daemon told so far. `Snapshot()` is the beginning, when nothing is known."""

    rid: int = 0
    """To be sent with the next question"""
    torrents: Mapping[str, Torrent] = field(default_factory=dict[str, Torrent])
    categories: Mapping[str, Category] = field(default_factory=dict[str, Category])
    tags: frozenset[str] = frozenset()
    trackers: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    server_state: ServerState | None = None


def merge(before: Snapshot, answer: MainData, records: RecordBook | None = None) -> Snapshot:
    """The snapshot after an answer. Neither argument is changed; records that did not change are the same objects.

    :param before: what was known; left aside when the answer is a full one
    :param answer: of a question that named `before.rid`
    :param records: decoders of the session, so that keys of a younger daemon are learned once
    :raises BadAnswerError: a row cannot be understood
    """
    book = records or RecordBook()
    known: Snapshot = Snapshot() if answer.full_update else before
    return Snapshot(
        rid=answer.rid,
        torrents=merged(known.torrents, answer.torrents, answer.torrents_removed, Torrent, "hash", book),
        categories=merged(known.categories, category_rows(answer), answer.categories_removed, Category, "name", book),
        tags=(known.tags | set(answer.tags or ())) - set(answer.tags_removed or ()),
        trackers=merged_trackers(known.trackers, answer),
        server_state=merged_state(known.server_state, answer, book),
    )


def merged(
    known: Mapping[str, R], rows: Rows | None, removed: Iterable[str] | None, kind: type[R], key: str, book: RecordBook
) -> Mapping[str, R]:
    """One collection after an answer. Rows are named by `key`, which they do not hold themselves."""
    if not rows and not removed:
        return known
    after = dict(known)
    for name in removed or ():
        after.pop(name, None)
    for name, row in (rows or {}).items():
        old = after.get(name)
        after[name] = book.convert(kind, {key: name, **row} if old is None else {**on_the_wire(old), **row})
    return after


def on_the_wire(record: Record) -> dict[str, Json]:
    """A record as the daemon writes it, without what it never sent. Null under a key of a younger daemon was sent."""
    row = cast("dict[str, Json]", msgspec.to_builtins(record))
    return {name: value for name, value in row.items() if value is not None or name in record.extra}


def category_rows(answer: MainData) -> Rows | None:
    """Categories by name, whatever the version."""
    if isinstance(answer.categories, list):
        return {name: {} for name in answer.categories}
    if answer.categories is None:
        return None
    return {
        name: {("savePath" if key == "save_path" else key): value for key, value in row.items()}
        for name, row in answer.categories.items()
    }


def merged_trackers(known: Mapping[str, tuple[str, ...]], answer: MainData) -> Mapping[str, tuple[str, ...]]:
    """Trackers after an answer."""
    if not answer.trackers and not answer.trackers_removed:
        return known
    gone = set(answer.trackers_removed or ())
    after = {url: ids for url, ids in known.items() if url not in gone}
    return after | {url: tuple(ids) for url, ids in (answer.trackers or {}).items()}


def merged_state(known: ServerState | None, answer: MainData, book: RecordBook) -> ServerState | None:
    """The session's state after an answer."""
    if not answer.server_state:
        return known
    row = on_the_wire(known) if known else dict[str, Json]()
    return book.convert(ServerState, row | answer.server_state)


@dataclass(frozen=True, slots=True)
class PeerSnapshot:
    """The peers of one torrent, as far as the daemon told. `PeerSnapshot()` is the beginning."""

    rid: int = 0
    """To be sent with the next question about the same torrent"""
    peers: Mapping[str, Peer] = field(default_factory=dict[str, Peer])


def merge_peers(before: PeerSnapshot, answer: TorrentPeers, records: RecordBook | None = None) -> PeerSnapshot:
    """The peers after an answer of `sync.torrent_peers`. Neither argument is changed.

    :param before: what was known of the same torrent; left aside when the answer is a full one
    :param answer: of a question that named `before.rid`
    :param records: decoders of the session
    :raises BadAnswerError: a row cannot be understood
    """
    known = PeerSnapshot() if answer.full_update else before
    peers = merged(known.peers, answer.peers, answer.peers_removed, Peer, "address", records or RecordBook())
    return PeerSnapshot(answer.rid, peers)
