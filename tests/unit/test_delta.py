"""Differences put together: against a model that keeps plain dictionaries and knows nothing of records."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar, cast

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.answers import state_row, torrent_row
from tests.unit.model.patience import patient

from bitharbor.errors import BadAnswerError
from bitharbor.model.json import Json
from bitharbor.qbittorrent.delta import PeerSnapshot, Snapshot, merge, merge_peers
from bitharbor.qbittorrent.learning import RecordBook
from bitharbor.qbittorrent.records import MainData, Record, TorrentPeers

T = TypeVar("T")

A, B, C = "a" * 40, "b" * 40, "c" * 40


def answer(**parts: Json) -> MainData:
    """An answer as it is read from the wire."""
    return RecordBook().decode(MainData, json.dumps({"rid": 1, **parts}).encode())


def row(**changed: Json) -> dict[str, Json]:
    """A torrent's row of a full answer: without its id, which is the row's name."""
    full = torrent_row("", **changed)
    del full["hash"]
    return full


def full(**torrents: dict[str, Json]) -> MainData:
    return answer(full_update=True, torrents=cast("Json", torrents))


def plain(record: Record) -> dict[str, Json]:
    """What a record says, without what the daemon never sent."""
    said = cast("dict[str, Json]", msgspec.to_builtins(record))
    return {key: value for key, value in said.items() if value is not None or key in record.extra}


# the model: a daemon that knows everything and tells differences, as plain dictionaries


@dataclass
class World:
    """The state of a daemon."""

    torrents: dict[str, dict[str, Json]] = field(default_factory=dict[str, dict[str, Json]])
    categories: dict[str, dict[str, Json]] = field(default_factory=dict[str, dict[str, Json]])
    tags: set[str] = field(default_factory=set[str])
    trackers: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    server_state: dict[str, Json] = field(default_factory=dict[str, Json])

    def told(self) -> dict[str, Json]:
        """Everything, as a full answer without what is empty: so qBittorrent does since 4.6.0."""
        parts: dict[str, Any] = {
            "torrents": self.torrents,
            "categories": self.categories,
            "tags": sorted(self.tags),
            "trackers": self.trackers,
            "server_state": self.server_state,
        }
        return {"full_update": True, **{name: part for name, part in parts.items() if part}}

    def since(self, before: World) -> dict[str, Json]:
        """What changed, as a difference."""
        parts: dict[str, Any] = {
            "torrents": changed_rows(before.torrents, self.torrents),
            "torrents_removed": sorted(before.torrents.keys() - self.torrents.keys()),
            "categories": changed_rows(before.categories, self.categories),
            "categories_removed": sorted(before.categories.keys() - self.categories.keys()),
            "tags": sorted(self.tags - before.tags),
            "tags_removed": sorted(before.tags - self.tags),
            "trackers": {url: ids for url, ids in self.trackers.items() if before.trackers.get(url) != ids},
            "trackers_removed": sorted(before.trackers.keys() - self.trackers.keys()),
            "server_state": changed_keys(before.server_state, self.server_state),
        }
        return {name: part for name, part in parts.items() if part}

    def expected(self) -> dict[str, object]:
        """What a snapshot should say, put together without one."""
        return {
            "torrents": {name: known({"hash": name, **one}) for name, one in self.torrents.items()},
            "categories": {name: known({"name": name, **one}) for name, one in self.categories.items()},
            "tags": self.tags,
            "trackers": {url: tuple(ids) for url, ids in self.trackers.items()},
            "server_state": self.server_state or None,
        }


def known(said: dict[str, Json]) -> dict[str, Json]:
    """None is how a record says that a known key was not sent; for a key of a younger daemon it is a value."""
    return {key: value for key, value in said.items() if value is not None or key.startswith("young_")}


def changed_keys(before: dict[str, Json], after: dict[str, Json]) -> dict[str, Json]:
    return {key: value for key, value in after.items() if key not in before or before[key] != value}


def changed_rows(before: dict[str, dict[str, Json]], after: dict[str, dict[str, Json]]) -> dict[str, dict[str, Json]]:
    """Changed keys of changed rows; a new row comes whole."""
    rows = {name: changed_keys(before.get(name, {}), one) for name, one in after.items()}
    return {name: one for name, one in rows.items() if one or name not in before}


def said(snapshot: Snapshot) -> dict[str, object]:
    return {
        "torrents": {name: plain(one) for name, one in snapshot.torrents.items()},
        "categories": {name: plain(one) for name, one in snapshot.categories.items()},
        "tags": set(snapshot.tags),
        "trackers": dict(snapshot.trackers),
        "server_state": plain(snapshot.server_state) if snapshot.server_state else None,
    }


def subsets(names: list[str], values: st.SearchStrategy[T]) -> st.SearchStrategy[dict[str, T]]:
    return st.dictionaries(st.sampled_from(names), values, max_size=len(names))


CHANGES: st.SearchStrategy[dict[str, Json]] = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["x", "y"]),
        "dlspeed": st.integers(0, 2),
        "private": st.sampled_from([None, True, False]),  # null without metadata
        "comment": st.sampled_from([None, "", "text"]),
        "young_key": st.sampled_from([None, 1, "z"]),
        "young_rows": st.sampled_from([[], [{"a": None}]]),
    }
)
WORLDS = st.builds(
    World,
    torrents=subsets([A, B, C], CHANGES.map(lambda changed: row(**changed))),
    categories=subsets(["films", "music"], st.fixed_dictionaries({"savePath": st.sampled_from(["", "/a", "/b"])})),
    tags=st.sets(st.sampled_from(["1", "2", "3"])),
    trackers=subsets(["http://t/1", "http://t/2"], st.lists(st.sampled_from([A, B]), unique=True, min_size=1)),
    server_state=st.integers(0, 3).map(lambda number: state_row(dl_info_speed=number, young_number=number % 2 or None)),
)


@patient
@given(st.lists(WORLDS, min_size=1, max_size=5))
def test_differences_put_together_are_what_a_full_answer_would_have_said(worlds: list[World]) -> None:
    book = RecordBook()
    snapshot = merge(Snapshot(), answer(**worlds[0].told()), book)
    for before, after in pairwise(worlds):
        snapshot = merge(snapshot, answer(**after.since(before)), book)
    assert said(snapshot) == worlds[-1].expected()
    assert said(merge(Snapshot(), answer(**worlds[-1].told()), book)) == worlds[-1].expected()


@patient
@given(WORLDS, WORLDS)
def test_neither_the_snapshot_nor_the_answer_is_changed(first: World, second: World) -> None:
    before = merge(Snapshot(), answer(**first.told()))
    difference = answer(**second.since(first))
    kept, kept_answer = copy.deepcopy(said(before)), copy.deepcopy(difference)
    merge(before, difference)
    assert said(before) == kept
    assert difference == kept_answer


@patient
@given(WORLDS, WORLDS)
def test_a_full_answer_makes_everything_void_that_was_known(first: World, second: World) -> None:
    before = merge(Snapshot(), answer(**first.told()))
    assert said(merge(before, answer(**second.told()))) == second.expected()


# one by one


def test_the_number_of_the_answer_is_kept_for_the_next_question() -> None:
    assert merge(Snapshot(), answer()).rid == 1
    assert merge(Snapshot(), RecordBook().decode(MainData, b'{"rid": 77}')).rid == 77


def test_an_answer_without_news_changes_nothing() -> None:
    before = merge(Snapshot(), full(**{A: row()}))
    after = merge(before, answer())
    assert said(after) == said(before)
    assert after.torrents is before.torrents


def test_torrents_that_did_not_change_are_the_same_objects() -> None:
    before = merge(Snapshot(), full(**{A: row(), B: row()}))
    after = merge(before, answer(torrents={A: {"dlspeed": 9}}))
    assert after.torrents[B] is before.torrents[B]
    assert after.torrents[A] is not before.torrents[A]
    assert (before.torrents[A].dlspeed, after.torrents[A].dlspeed) == (0, 9)


def test_a_torrent_that_is_gone_is_gone_and_one_that_was_never_there_is_no_trouble() -> None:
    before = merge(Snapshot(), full(**{A: row(), B: row()}))
    assert set(merge(before, answer(torrents_removed=[A, C])).torrents) == {B}


def test_a_torrent_removed_and_added_again_between_two_questions_is_the_new_one() -> None:
    before = merge(Snapshot(), full(**{A: row(comment="old", dlspeed=1)}))
    after = merge(before, answer(torrents={A: row(dlspeed=2)}, torrents_removed=[A]))
    assert after.torrents[A].comment is None
    assert after.torrents[A].dlspeed == 2


def test_a_value_that_becomes_null_is_none() -> None:
    before = merge(Snapshot(), full(**{A: row(private=True)}))
    assert merge(before, answer(torrents={A: {"private": None}})).torrents[A].private is None


def test_keys_of_a_younger_daemon_survive_a_difference() -> None:
    book = RecordBook()
    before = merge(Snapshot(), full(**{A: row(young=[1], younger=None)}), book)
    after = merge(before, answer(torrents={A: {"dlspeed": 9}}), book)
    assert after.torrents[A].extra == {"young": [1], "younger": None}
    again = merge(after, answer(torrents={A: {"young": [2]}}), book)
    assert again.torrents[A].extra == {"young": [2], "younger": None}


def test_a_key_that_first_comes_in_a_difference_is_learned_too() -> None:
    book = RecordBook()
    before = merge(Snapshot(), full(**{A: row()}), book)
    assert merge(before, answer(torrents={A: {"young": 1}}), book).torrents[A].extra == {"young": 1}


def test_trackers_come_with_their_whole_list() -> None:
    before = merge(Snapshot(), answer(full_update=True, trackers={"http://t/1": [A, B], "http://t/2": [A]}))
    after = merge(before, answer(trackers={"http://t/1": [C]}, trackers_removed=["http://t/2", "http://t/3"]))
    assert after.trackers == {"http://t/1": (C,)}
    assert before.trackers == {"http://t/1": (A, B), "http://t/2": (A,)}


def test_tags_come_and_go() -> None:
    before = merge(Snapshot(), answer(full_update=True, tags=["a", "b"]))
    assert merge(before, answer(tags=["c"], tags_removed=["a"])).tags == {"b", "c"}


def test_categories_of_4_1_0_are_a_list_of_names() -> None:
    before = merge(Snapshot(), answer(full_update=True, categories=["films", "music"]))
    assert {name: one.name for name, one in before.categories.items()} == {"films": "films", "music": "music"}
    assert before.categories["films"].save_path is None
    after = merge(before, answer(categories=["books"], categories_removed=["films"]))
    assert set(after.categories) == {"books", "music"}
    assert after.categories["music"] == before.categories["music"]


@pytest.mark.parametrize("key", ["savePath", "save_path"])
def test_the_folder_of_a_category_is_read_as_4_4_0_writes_it_too(key: str) -> None:
    before = merge(Snapshot(), answer(full_update=True, categories={"films": {"name": "films", key: "/a"}}))
    assert before.categories["films"].save_path == "/a"
    assert before.categories["films"].extra == {}
    after = merge(before, answer(categories={"films": {key: "/b"}}))
    assert after.categories["films"].save_path == "/b"
    assert after.categories["films"].name == "films"


def test_the_state_changes_key_by_key() -> None:
    before = merge(Snapshot(), answer(full_update=True, server_state=state_row(dht_nodes=1)))
    after = merge(before, answer(server_state={"dht_nodes": 5}))
    assert before.server_state is not None
    assert after.server_state is not None
    assert plain(after.server_state) == plain(before.server_state) | {"dht_nodes": 5}


def test_a_snapshot_of_nothing_knows_nothing() -> None:
    assert said(Snapshot()) == World().expected()
    assert Snapshot().rid == 0


@pytest.mark.parametrize(
    "parts",
    [{"torrents": {A: {"name": 7}}}, {"torrents": {A: row(dlspeed="fast")}}, {"server_state": {"dht_nodes": "many"}}],
    ids=str,
)
def test_a_row_that_cannot_be_understood_is_told_in_plain_words(parts: dict[str, Json]) -> None:
    before = merge(Snapshot(), full(**{A: row()}))
    with pytest.raises(BadAnswerError):
        merge(before, answer(**parts))
    assert said(before) == World(torrents={A: row()}).expected()


# peers


def peers(**parts: Json) -> TorrentPeers:
    return RecordBook().decode(TorrentPeers, json.dumps({"rid": 1, **parts}).encode())


def test_peers_are_put_together_in_the_same_way() -> None:
    first: dict[str, Json] = {"10.0.0.1:1": {"ip": "10.0.0.1", "client": "x"}, "10.0.0.2:2": {"ip": "10.0.0.2"}}
    before = merge_peers(PeerSnapshot(), peers(full_update=True, peers=first))
    after = merge_peers(before, peers(peers={"10.0.0.1:1": {"client": "y"}}, peers_removed=["10.0.0.2:2"]))
    assert {name: plain(one) for name, one in after.peers.items()} == {
        "10.0.0.1:1": {"address": "10.0.0.1:1", "ip": "10.0.0.1", "client": "y"}
    }
    assert set(before.peers) == set(first)
    assert merge_peers(after, peers(full_update=True)).peers == {}
