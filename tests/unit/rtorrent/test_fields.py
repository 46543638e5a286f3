"""How columns become fields."""

from __future__ import annotations

import pytest

from bitharbor.rtorrent.values import Value
from bitharbor.unified.adapters import rtorrent_fields
from bitharbor.unified.adapters.rtorrent_fields import FIELDS, columns_for
from bitharbor.unified.records import FIELDS as ALL
from bitharbor.unified.records import State

# a started, complete torrent that is fine, as 0.16.17 says it
FINE: dict[str, Value] = {
    "d.is_meta=": 0, "d.hashing=": 0, "d.is_hash_checking=": 0, "d.hashing_failed=": 0, "d.state=": 1, "d.is_active=": 1,
    "d.message=": "", "d.complete=": 1, "d.wanted_chunks=": 0, "d.down.rate=": 0,
}  # fmt: skip


def state_of(**changes: Value) -> object:
    row = FINE | {f"d.{name}=": value for name, value in changes.items()}
    return FIELDS["state"].read(row)


def test_the_table_names_fields_of_the_record_only() -> None:
    assert set(FIELDS) <= ALL


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, State.SEEDING),
        ({"complete": 0, "wanted_chunks": 0}, State.SEEDING),  # all that is wanted is there
        ({"complete": 0, "wanted_chunks": 3}, State.STALLED),
        ({"complete": 0, "wanted_chunks": 3, "down.rate": 5}, State.DOWNLOADING),
        ({"hashing": 1, "is_active": 0}, State.CHECKING),
        ({"is_hash_checking": 1, "state": 0, "is_active": 0}, State.CHECKING),
        ({"is_meta": 1, "complete": 0, "wanted_chunks": 1}, State.METADATA),
        ({"is_meta": 1, "state": 0, "is_active": 0}, State.STOPPED),
        ({"state": 0, "is_active": 0}, State.STOPPED),
        ({"is_active": 0}, State.STOPPED),  # paused
        ({"state": 0, "is_active": 0, "message": "Tracker: [Could not connect]"}, State.STOPPED),
        ({"message": "Tracker: [Could not connect]"}, State.SEEDING),
        ({"state": 0, "is_active": 0, "message": "Download registered as completed, but ..."}, State.ERROR),
        ({"state": 0, "is_active": 0, "hashing_failed": 1}, State.ERROR),
    ],
)
def test_a_state_is_told_by_what_rtorrent_says(changes: dict[str, Value], state: State) -> None:
    assert state_of(**changes) is state


SIZES: dict[str, Value] = {
    "d.is_meta=": 0, "d.size_bytes=": 100, "d.completed_bytes=": 40,
    "d.left_bytes=": 60, "d.wanted_chunks=": 4, "d.chunk_size=": 16,
}  # fmt: skip


@pytest.mark.parametrize(("wanted", "left", "size", "progress"), [(4, 60, 100, 0.4), (1, 16, 56, 40 / 56), (0, 0, 40, 1.0)])
def test_what_is_left_is_what_is_wanted_and_missing(wanted: int, left: int, size: int, progress: float) -> None:
    row = SIZES | {"d.wanted_chunks=": wanted}
    assert [FIELDS[name].read(row) for name in ("left", "size", "progress")] == [left, size, progress]


def test_a_magnet_link_without_metadata_has_no_size() -> None:
    row = SIZES | {"d.is_meta=": 1}
    assert [FIELDS[name].read(row) for name in ("left", "size", "progress", "total_size")] == [None, None, 0.0, None]


@pytest.mark.parametrize(
    ("directory", "is_multi", "save", "content"),
    [
        ("/d/t", 1, "/d", "/d/t"),
        ("/d/t/", 1, "/d", "/d/t"),
        ("/d", 0, "/d", "/d/name"),
        ("/", 0, "/", "/name"),
        ("/t", 1, "/", "/t"),
    ],
)
def test_the_folder_is_that_around_the_torrent(directory: str, is_multi: int, save: str, content: str) -> None:
    row: dict[str, Value] = {
        "d.directory=": directory, "d.is_multi_file=": is_multi, "d.name=": "name", "d.is_meta=": 0,
    }  # fmt: skip
    assert (FIELDS["save_path"].read(row), FIELDS["content_path"].read(row)) == (save, content)


@pytest.mark.parametrize(
    ("custom", "own", "category", "labels"),
    [
        ("", "", "", ()),
        ("a%20b%2Cc", "", "a b,c", ()),
        ("films", "x%2Cy,z", "films", ("x,y", "z")),
        ("one,two", "", "", ("one", "two")),  # as Flood keeps tags
        ("one,two", "two,three", "", ("two", "three", "one")),
        ("%", "%zz", "%", ("%zz",)),
    ],
)
def test_categories_and_labels_are_told_apart(custom: str, own: str, category: str, labels: tuple[str, ...]) -> None:
    row: dict[str, Value] = {"d.custom1=": custom, "d.custom=labels": own}
    assert (FIELDS["category"].read(row), FIELDS["labels"].read(row)) == (category, labels)


@pytest.mark.parametrize(
    ("seen", "copies"), [("", None), ("0000", 0.0), ("0100", 0.5), ("0101", 1.0), ("02010101", 1.25), ("zz", None), ("0", None)]
)
def test_availability_counts_the_rarest_piece(seen: str, copies: float | None) -> None:
    assert rtorrent_fields.availability({"d.chunks_seen=": seen, "d.peers_complete=": 0}) == copies


def test_availability_counts_those_who_have_all_besides() -> None:
    assert rtorrent_fields.availability({"d.chunks_seen=": "0100", "d.peers_complete=": 2}) == 2.5


@pytest.mark.parametrize(("noted", "known"), [("1234", 1234), ("", 500), ("soon", 500), ("1234\n", 1234), ("9" * 30, 500)])
def test_the_moment_of_adding_is_what_was_noted_else_the_earliest_known(noted: str, known: int) -> None:
    row: dict[str, Value] = {
        "d.custom=addtime": noted, "d.load_date=": 900, "d.timestamp.started=": 500, "d.timestamp.finished=": 0,
    }  # fmt: skip
    assert FIELDS["added_at"].read(row) == known


def test_the_list_asks_for_each_column_once() -> None:
    columns = columns_for(frozenset(FIELDS))
    assert len(columns) == len(set(columns))
    assert columns[0] == "d.hash="
