"""Answers of 3.0 to 4.0 as those of today: bytes to bytes, so that every face reads them as always. Nothing is asked here.

Facts: 3.2 to 3.3.4 say `label` for a category; 3.3.11 says `remaining` for `amount_left`; the priority of a torrent that is not
queued is -1 in 3.2; `ratio_limit` is the effective one until 4.0; high priority of a file was 2, and 3.3.16 reads 4 for normal,
because its libtorrent does; statuses of trackers are words in the daemon's language; limits in preferences are KiB/s through
3.3.7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, cast

import msgspec

from ....errors import BadAnswerError
from ...convert import without_none
from ...digest_text.fields import HIGH_NOW, HIGH_THEN
from ...digest_text.words import TRACKER_STATUSES
from ...records import Record, Torrent

Row = dict[str, Any]


def of_records(records: Iterable[Record]) -> bytes:
    """Records as JSON, each with what it has."""
    return msgspec.json.encode([row_of(one) for one in records])


def of_record(record: Record) -> bytes:
    """One record as JSON."""
    return msgspec.json.encode(row_of(record))


def row_of(record: Record) -> Row:
    """A record by the names of the wire, without what it has not."""
    return without_none(cast("dict[str, object]", msgspec.to_builtins(record)))


def rows(body: bytes) -> list[Row]:
    """The rows of an answer."""
    found: list[Row] = decoded(body, list[Row])
    return found


def decoded(body: bytes, kind: Any) -> Any:
    """An answer as plain values."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadAnswerError(f"the answer has a form that is not known ({error})", hint="ask again") from error


RENAMED: Final = {"label": "category", "remaining": "amount_left", "ratio_limit": "max_ratio"}


def torrent(row: Row) -> Row:
    """A row of the cookie interface's list, or a part of one."""
    found = {RENAMED.get(key, key): value for key, value in row.items()}
    if found.get("priority") == -1:
        found["priority"] = 0
    return {key: value for key, value in found.items() if value is not None}


def torrents(body: bytes) -> list[Row]:
    """The cookie interface's list."""
    return [torrent(row) for row in rows(body)]


def trackers(body: bytes) -> bytes:
    """Trackers: today's number for a word that is known."""
    found = rows(body)
    for row in found:
        word = row.get("status")
        if isinstance(word, str):
            row["status"] = TRACKER_STATUSES.get(word.strip().casefold(), word)
    return msgspec.json.encode(found)


PRIORITIES: Final = {HIGH_THEN: HIGH_NOW, 4: 1}


def files(body: bytes) -> bytes:
    """Files: today's priorities, and the index that today's daemons tell."""
    found = rows(body)
    for index, row in enumerate(found):
        row["priority"] = PRIORITIES.get(row.get("priority", 1), row.get("priority", 1))
        row.setdefault("index", index)
    return msgspec.json.encode(found)


def main_data(body: bytes) -> bytes:
    """Differences: categories by today's name, rows as in the list."""
    data: Row = decoded(body, Row)
    for old, new in (("labels", "categories"), ("labels_removed", "categories_removed")):
        if old in data:
            data[new] = data.pop(old)
    if isinstance(data.get("torrents"), dict):
        data["torrents"] = {key: torrent(row) for key, row in data["torrents"].items()}
    return msgspec.json.encode(data)


PAUSED: Final = frozenset({"pausedUP", "pausedDL", "stoppedUP", "stoppedDL"})


def is_running(row: Mapping[str, Any]) -> bool:
    """Not stopped."""
    return row.get("state") not in PAUSED


def is_complete(row: Mapping[str, Any]) -> bool:
    """Everything that is wanted is there."""
    return bool(row.get("progress") == 1)


def is_active(row: Mapping[str, Any]) -> bool:
    """Something is transferred."""
    return bool(row.get("dlspeed") or row.get("upspeed"))


def in_states(*states: str) -> Callable[[Mapping[str, Any]], bool]:
    """In one of these states."""
    return lambda row: row.get("state") in states


# what today's words for a filter mean, where the daemon has not got them
FILTERS: Final[Mapping[str, Callable[[Mapping[str, Any]], bool]]] = {
    "downloading": lambda row: not is_complete(row),
    "seeding": lambda row: is_complete(row) and is_running(row),
    "completed": is_complete,
    "stopped": lambda row: not is_running(row),
    "paused": lambda row: not is_running(row),
    "running": is_running,
    "resumed": is_running,
    "active": is_active,
    "inactive": lambda row: not is_active(row),
    "stalled": in_states("stalledUP", "stalledDL"),
    "stalled_uploading": in_states("stalledUP"),
    "stalled_downloading": in_states("stalledDL"),
    "checking": in_states("checkingUP", "checkingDL", "checkingResumeData", "queuedForChecking"),
    "moving": in_states("moving"),
    "errored": in_states("error", "missingFiles"),
}


def narrowed(found: Sequence[Row], asked: Mapping[str, Any]) -> list[Row]:
    """The rows that were asked for, in the order that was asked for."""
    kept = list(found)
    if asked.get("hashes") is not None and asked["hashes"] != "all":
        wanted = {one.lower() for one in asked["hashes"]}
        kept = [row for row in kept if row["hash"].lower() in wanted]
    if asked.get("filter") in FILTERS:
        kept = [row for row in kept if FILTERS[asked["filter"]](row)]
    if asked.get("sort"):
        kept.sort(key=lambda row: sortable(row.get(asked["sort"])))
    if asked.get("reverse"):
        kept.reverse()
    start = asked.get("offset") or 0
    start = start + len(kept) if start < 0 else start
    start = start if 0 <= start < len(kept) else 0
    limit = asked.get("limit") or 0
    return kept[start : start + limit] if limit > 0 else kept[start:]


def sortable(value: object) -> tuple[int, float, str]:
    """A key by which values of one field can be sorted; what is not told comes first."""
    if isinstance(value, int | float):
        return 1, float(value), ""
    return (0, 0.0, "") if value is None else (2, 0.0, str(value).casefold())


def without_metadata(found: Torrent) -> bytes:
    """Properties of a torrent whose metadata is not known yet: what the list tells of it."""
    return msgspec.json.encode({"hash": found.hash, "name": found.name or "", "has_metadata": False})
