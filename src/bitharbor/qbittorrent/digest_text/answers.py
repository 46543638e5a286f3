"""Whole answers of 3.0 and 3.1: bytes to today's records.

Rule 1: what these daemons do not tell, and what cannot be understood, is None. Only what identifies a row is always there.
Rule 2: `record.extra` holds what came: `text` the raw text of each field that a number was read from, `most` the largest value
        that each number cut off may stand for. `text_of` and `measure_of` look there.

Facts: for an infohash that is not known propertiesGeneral and propertiesFiles are empty, and `{}` or `[]` when asked again within
1.5 s; propertiesTrackers is `[]`. Torrents without metadata look the same, and `[]` is also a torrent without trackers (seen on
3.1.12 and 3.1.9.2). So the list of torrents has to say whether a torrent is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar, cast

import msgspec

from ...errors import BadAnswerError, UsageError
from ...model.json import Json
from ..learning import Lesson, made
from ..records import Record, Torrent, TorrentFile, TorrentProperties, Tracker, TransferInfo
from . import fields, lenient
from .fields import Field
from .measures import Measure

R = TypeVar("R", bound=Record)


def torrents(body: bytes) -> list[Torrent]:
    """`/json/torrents`."""
    return read_rows(body, Torrent, "hash", fields.TORRENTS) or []


def properties(body: bytes) -> TorrentProperties | None:
    """`/json/propertiesGeneral/<hash>`; None for a torrent that is unknown or has no metadata."""
    return read_one(body, TorrentProperties, fields.PROPERTIES)


def trackers(body: bytes) -> list[Tracker] | None:
    """`/json/propertiesTrackers/<hash>`; None for a torrent that is unknown or has no trackers."""
    return read_rows(body, Tracker, "url", fields.TRACKERS)


def files(body: bytes) -> list[TorrentFile] | None:
    """`/json/propertiesFiles/<hash>`; None for a torrent that is unknown or has no metadata."""
    return read_rows(body, TorrentFile, "name", fields.FILES)


def transfer_info(body: bytes) -> TransferInfo:
    """`/json/transferInfo`."""
    found = read_one(body, TransferInfo, fields.TRANSFER)
    if found is None:
        raise BadAnswerError("the answer holds no rates", hint="ask again")
    return found


FILE_PRIORITIES: Final = {0: 0, 1: 1, fields.HIGH_NOW: fields.HIGH_THEN, 7: 7}


def file_priority(priority: int) -> int:
    """Today's priority of a file as setFilePrio of these daemons wants it.

    :raises UsageError: no priority
    """
    if priority not in FILE_PRIORITIES:
        raise UsageError(
            f"{priority!r} is no priority of a file", hint="take 0 (not wanted), 1 (normal), 6 (high) or 7 (maximum)"
        )
    return FILE_PRIORITIES[priority]


def text_of(record: Record, name: str) -> str | None:
    """The text that a field's number was read from, None where the daemon sent none."""
    found = kept(record, "text").get(name)
    return found if isinstance(found, str) else None


def measure_of(record: Record, name: str) -> Measure | None:
    """How exact a number of a record is: the truth lies between `least` and `most`. None where there is no number."""
    value = getattr(record, name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    most = kept(record, "most").get(name, value)
    return Measure(value, most) if isinstance(most, int | float) else None


def kept(record: Record, key: str) -> Mapping[str, Json]:
    """One of the two tables beside a record."""
    found = record.extra.get(key)
    return found if isinstance(found, dict) else {}


def read_one(body: bytes, kind: type[R], table: tuple[Field, ...]) -> R | None:
    """A record of an object; None of nothing."""
    value = lenient.decoded(body) if body.strip() else None
    if not value:
        return None
    if not isinstance(value, dict):
        raise BadAnswerError(f"an object was expected, {type(value).__name__} came")
    return record_of(value, lenient_form(kind), table)


def read_rows(body: bytes, kind: type[R], identity: str, table: tuple[Field, ...]) -> list[R] | None:
    """Records of a list; None of nothing."""
    value = lenient.decoded(body) if body.strip() else None
    if not value:
        return None
    if not isinstance(value, list):
        raise BadAnswerError(f"a list was expected, {type(value).__name__} came")
    known = lenient_form(kind, identity)
    return [record_of(one, known, table) for one in value]


def record_of(row: Json, kind: type[R], table: tuple[Field, ...]) -> R:
    """One record of one row. Fields that nobody knows are kept as text is."""
    if not isinstance(row, dict):
        raise BadAnswerError(f"an object was expected, {type(row).__name__} came")
    known = {field.key for field in table}
    values: dict[str, object] = {}
    text: dict[str, Json] = {key: value for key, value in row.items() if key not in known}
    most: dict[str, int | float] = {}
    for field in table:
        if field.key not in row:
            continue
        for name, value in zip(field.names, field.read(row[field.key]), strict=True):
            if field.read not in fields.PLAIN:
                text[name] = row[field.key]
            if isinstance(value, Measure):
                values[name] = value.least
                if not value.is_exact:
                    most[name] = value.most
            elif value is not None:
                values[name] = value
    try:
        return msgspec.convert(values | {"text": text, "most": most}, kind)
    except msgspec.ValidationError as error:
        raise BadAnswerError(f"the answer has a form that is not known: {error}") from error


def lenient_form(kind: type[R], *identity: str) -> type[R]:
    """A record in which only what identifies it is required, with room for text and precision in `extra`."""
    required = frozenset(field.encode_name for field in msgspec.structs.fields(kind) if field.required)
    lesson = Lesson(new=frozenset(("text", "most")), dropped=required.difference(identity))
    return cast("type[R]", made(kind, frozenset({(kind, lesson)})))
