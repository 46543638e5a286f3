"""Sections 10 and 11: lists of answers."""

from __future__ import annotations

import copy
import json
import pickle
from collections import UserList
from collections.abc import Callable
from typing import Any, cast

import pytest
from tests.unit.dropin.surface import ours

from qbittorrentapi.app import DirectoryContentList, NetworkInterfaceAddressList
from qbittorrentapi.definitions import Dictionary, List, ListEntry, released
from qbittorrentapi.torrents import TagList, TorrentFile, TorrentFilesList, TorrentPieceInfoList, Tracker, TrackersList

ROWS: list[dict[str, Any]] = [{"url": "a", "endpoints": [{"name": "x"}]}, {"url": "b"}]


def test_a_list_is_a_userlist_and_no_list() -> None:
    trackers = TrackersList(ROWS)
    assert isinstance(trackers, UserList)
    assert not isinstance(trackers, list)
    assert type(trackers.data) is list
    with pytest.raises(TypeError):
        json.dumps(trackers)
    assert trackers == ROWS


def test_entries_are_of_the_lists_class_with_their_attributes() -> None:
    first = TrackersList(ROWS)[0]
    assert type(first) is Tracker
    assert first.url == "a"
    assert first.endpoints[0].name == "x"


ENTRY_CLASSES = [
    ("app", "CookieList", "Cookie"),
    ("app", "NetworkInterfaceList", "NetworkInterface"),
    ("log", "LogMainList", "LogEntry"),
    ("log", "LogPeersList", "LogPeer"),
    ("search", "SearchStatusesList", "SearchStatus"),
    ("search", "SearchCategoriesList", "SearchCategory"),
    ("search", "SearchPluginsList", "SearchPlugin"),
    ("torrentcreator", "TorrentCreatorTaskStatusList", "TorrentCreatorTaskStatus"),
    ("torrents", "TorrentFilesList", "TorrentFile"),
    ("torrents", "WebSeedsList", "WebSeed"),
    ("torrents", "TrackersList", "Tracker"),
    ("torrents", "TorrentPieceInfoList", "TorrentPieceData"),
    ("torrents", "TagList", "Tag"),
    ("torrents", "TorrentMetadataList", "TorrentMetadataDictionary"),
]


@pytest.mark.parametrize(("module", "list_name", "entry_name"), ENTRY_CLASSES)
def test_each_list_makes_its_own_entries_and_takes_a_client_as_second_argument(
    module: str, list_name: str, entry_name: str
) -> None:
    make = cast("Callable[..., List[Any]]", ours(module, list_name))
    made = make([{"k": 1}], object())
    assert [type(entry).__name__ for entry in made] == [entry_name]
    assert made[0].k == 1


def test_a_list_without_an_entry_class_keeps_what_it_is_given() -> None:
    assert List[Any]().data == []
    assert List[Any](None).data == []
    assert List[Any]([1, {"a": 2}]).data == [1, {"a": 2}]
    assert type(List[Any]([{"a": 2}])[0]) is dict


def test_an_entry_class_of_the_users_gets_data_and_every_keyword() -> None:
    class Mine(ListEntry):
        def __init__(self, data: Any, extra: int) -> None:
            super().__init__({**data, "extra": extra})

    made = List([{"a": 1}, {"a": 2}], entry_class=Mine, extra=3)
    assert [(entry.a, entry.extra) for entry in made] == [(1, 3), (2, 3)]


def test_an_entry_class_derived_from_ours_is_used_as_it_is() -> None:
    class Mine(Tracker):
        def shout(self) -> str:
            return self.url.upper()

    assert [entry.shout() for entry in List(ROWS, entry_class=Mine)] == ["A", "B"]


@pytest.mark.parametrize("row", [{"a": {"b": 1}}, {"a": 1, "n": {"b": 1}}, {"l": [], "n": {"b": 1}}])
def test_mappings_nested_in_a_row_have_attributes_too(row: dict[str, Any]) -> None:
    entry = List([row], entry_class=ListEntry)[0]
    key = next(key for key, value in row.items() if isinstance(value, dict))
    assert entry[key].b == 1


def test_rows_that_are_no_mappings_stay() -> None:
    assert TagList(["a", "b"]).data == ["a", "b"]
    assert TorrentPieceInfoList([0, 2]).data == [0, 2]
    assert NetworkInterfaceAddressList(["127.0.0.1"]).data == ["127.0.0.1"]


def test_the_content_of_a_directory_is_text_or_records() -> None:
    made = DirectoryContentList(["/a", {"name": "b", "size": 1}])
    assert made[0] == "/a"
    record = made[1]
    assert isinstance(record, ListEntry)
    assert record.size == 1


def test_no_row_that_was_passed_in_is_changed() -> None:
    rows: list[dict[str, Any]] = [{"name": "a", "n": {"x": 1}}, {"name": "b"}]
    before = copy.deepcopy(rows)
    made = TorrentFilesList(rows)
    made[0].name = "changed"
    made[0].n.x = 2
    made.append(TorrentFile({"name": "c"}))
    assert rows == before
    assert [type(row) for row in rows] == [dict, dict]


def test_a_list_made_of_released_rows_holds_the_same_and_the_rows_are_let_go() -> None:
    rows: list[Any] = copy.deepcopy(ROWS)
    assert TrackersList(released(rows)) == ROWS
    assert rows == [None, None]


def test_slices_sums_products_and_copies_keep_class_and_the_very_entries() -> None:
    made = TrackersList(ROWS)
    for twin in (made[:], made[0:2], made + TrackersList([]), made * 1, made.copy(), copy.copy(made)):
        assert type(twin) is TrackersList
        assert twin.data is not made.data
        assert [id(entry) for entry in twin] == [id(entry) for entry in made]


def test_a_dictionary_that_is_appended_is_not_wrapped() -> None:
    made = cast("List[Any]", TrackersList(ROWS))
    made.append({"url": "c"})
    assert type(made[-1]) is dict


def test_a_list_survives_a_deep_copy_and_a_pickle() -> None:
    made = TrackersList(ROWS)
    for twin in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 - made on the line itself
        assert type(twin) is TrackersList
        assert twin == made
        assert type(twin[0]) is Tracker
        assert twin[0] is not made[0]


PLACES: list[tuple[list[dict[str, Any]], list[tuple[int, int]]]] = [
    ([{}, {}], [(0, 0), (1, 1)]),  # before 4.3.5
    ([{"index": 0}, {"index": 1}], [(0, 0), (1, 1)]),
    ([{"index": 7}], [(7, 7)]),  # some files were asked for
    ([{"id": 3}], [(3, 3)]),
]


@pytest.mark.parametrize(("sent", "expected"), PLACES)
def test_every_file_has_index_and_id(sent: list[dict[str, Any]], expected: list[tuple[int, int]]) -> None:
    assert [(file.index, file.id) for file in TorrentFilesList(sent)] == expected


def test_a_slice_of_files_keeps_their_ids() -> None:
    assert [file.id for file in TorrentFilesList([{}, {}, {}])[1:]] == [1, 2]


def test_an_entry_may_be_a_plain_dictionary_of_ours() -> None:
    entry = Dictionary[Any]({"a": 1})
    assert List([entry], entry_class=Dictionary)[0] is entry
