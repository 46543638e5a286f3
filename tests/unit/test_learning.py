"""Strict decoding that learns: what a younger daemon sends is kept, what is no answer is refused in plain words."""

from __future__ import annotations

import copy
import json
import math
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, cast

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.answers import torrent_row
from tests.unit.model.patience import patient

from bitharbor.errors import BadAnswerError
from bitharbor.model.json import Json
from bitharbor.qbittorrent import learning
from bitharbor.qbittorrent.learning import RecordBook
from bitharbor.qbittorrent.records import Record, Torrent

T = TypeVar("T")


class Leaf(Record, kw_only=True, rename={"long_name": "longName"}):
    """A record inside of another."""

    id: int
    long_name: str | None = None


class Branch(Record, kw_only=True):
    """A record with records inside."""

    name: str
    leaf: Leaf | None = None
    leaves: list[Leaf] = msgspec.field(default_factory=list[Leaf])
    by_name: dict[str, Leaf] | None = None
    weight: int = 1


def body(value: object) -> bytes:
    return json.dumps(value).encode()


def test_a_known_answer_is_read_into_its_own_class() -> None:
    leaf = RecordBook().decode(Leaf, b'{"id": 1, "longName": "x"}')
    assert type(leaf) is Leaf
    assert leaf == Leaf(id=1, long_name="x")
    assert leaf.extra == {}


def test_an_unknown_key_is_kept_wherever_it_comes() -> None:
    rows: list[dict[str, Json]] = [{"id": i} for i in range(1200)]
    rows[1000]["fresh"] = {"deep": [1, 2]}
    leaves = RecordBook().decode(list[Leaf], body(rows))
    assert [one.id for one in leaves] == list(range(1200))
    assert leaves[1000].extra == {"fresh": {"deep": [1, 2]}}
    assert leaves[0].extra == leaves[1199].extra == {}
    assert all(isinstance(one, Leaf) for one in leaves)


def test_what_was_learned_once_is_known_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    book = RecordBook()
    book.decode(Leaf, b'{"id": 1, "fresh": 1}')
    monkeypatch.setattr(learning, "differences", None)  # nothing is looked at again
    assert book.decode(Leaf, b'{"id": 2, "fresh": 2}').extra == {"fresh": 2}
    assert book.decode(list[Leaf], b'[{"id": 3, "fresh": 3}]')[0].extra == {"fresh": 3}
    assert book.decode(Leaf, b'{"id": 4}').extra == {}


def test_one_session_learns_nothing_from_another() -> None:
    RecordBook().decode(Leaf, b'{"id": 1, "fresh": 1}')
    assert type(RecordBook().decode(Leaf, b'{"id": 1}')) is Leaf


@pytest.mark.parametrize(
    "value",
    [
        {"name": "x", "leaf": {"id": 1, "fresh": 2}},
        {"name": "x", "leaves": [{"id": 1}, {"id": 2, "fresh": 2}]},
        {"name": "x", "by_name": {"a": {"id": 1, "fresh": 2}}},
        {"name": "x", "young": 0, "leaf": {"id": 1, "fresh": 2}, "leaves": [{"id": 1, "other": 2}], "by_name": {"a": {"id": 5}}},
    ],
    ids=["in a field", "in a list", "in a mapping", "everywhere"],
)
def test_an_unknown_key_of_a_record_inside_of_a_record_is_kept(value: dict[str, Json]) -> None:
    branch = RecordBook().decode(Branch, body(value))
    inner = branch.leaf or (branch.by_name or {}).get("a") or branch.leaves[1]
    assert isinstance(inner, Leaf)
    assert inner.extra == {"fresh": 2}
    assert branch.extra == ({"young": 0} if "young" in value else {})
    assert branch.weight == 1


def test_a_required_field_that_a_younger_daemon_dropped_is_none() -> None:
    book = RecordBook()
    assert book.decode(list[Leaf], b'[{"id": 1}, {"longName": "x"}]')[1].id is None
    assert book.decode(Leaf, b'{"id": 7}').id == 7


@pytest.mark.parametrize("row", [{"error": "no"}, {}, {"name": "x", "size": 1}])
def test_an_object_of_another_kind_does_not_become_a_torrent_of_nothing(row: dict[str, Json]) -> None:
    book = RecordBook()
    with pytest.raises(BadAnswerError):
        book.decode(list[Torrent], body([row]))
    assert book.decode(list[Torrent], body([torrent_row("a" * 40)]))[0].extra == {}


class Share(Record, kw_only=True):
    """A record of numbers."""

    ratio: float
    share_limit: float = msgspec.field(name="limit")
    best: float | None = None


def test_a_number_that_is_none_comes_as_nan_and_none_where_there_need_not_be_one() -> None:
    book = RecordBook()
    first, second = book.decode(list[Share], b'[{"ratio": 1, "limit": 2, "best": null}, {"ratio": 3, "limit": null}]')
    assert (first.ratio, first.share_limit, first.best) == (1, 2, None)
    assert (second.ratio, second.best, math.isnan(second.share_limit)) == (3, None, True)
    third = book.decode(Share, b'{"ratio": null, "limit": null, "fresh": 1}')
    assert (math.isnan(third.ratio), math.isnan(third.share_limit), third.extra) == (True, True, {"fresh": 1})
    copied = copy.deepcopy(third)
    assert (math.isnan(copied.ratio), copied.extra) == (True, {"fresh": 1})


def test_null_for_what_is_no_number_is_refused() -> None:
    with pytest.raises(BadAnswerError):
        RecordBook().decode(Leaf, b'{"id": null}')


def test_an_unknown_key_and_a_dropped_field_at_once() -> None:
    leaf = RecordBook().decode(Leaf, b'{"fresh": null, "longName": "x"}')
    assert (leaf.long_name, leaf.extra) == ("x", {"fresh": None})
    assert {leaf.id} == {None}


def test_a_new_key_that_is_called_like_a_renamed_attribute_is_another_one() -> None:
    leaf = RecordBook().decode(Leaf, b'{"id": 1, "longName": "known", "long_name": "fresh", "extra": 1, "taught": 2}')
    assert leaf.long_name == "known"
    assert leaf.extra == {"long_name": "fresh", "extra": 1, "taught": 2}


def test_decoded_json_is_learned_from_as_well() -> None:
    assert RecordBook().convert(Leaf, {"id": 1, "fresh": "x"}).extra == {"fresh": "x"}


def test_all_of_a_torrent_of_a_younger_daemon_comes_back() -> None:
    row = torrent_row("a" * 40, is_private_to="nobody", fresh=[1, {"x": None}])
    torrent = RecordBook().decode(list[Torrent], body([row]))[0]
    sent = cast("dict[str, Json]", msgspec.to_builtins(torrent))
    assert {key: value for key, value in sent.items() if key in row} == row


# what is no answer


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[",
        b'[{"id": 1}, {"id"',
        b'[{"id": 1, "fresh": 1}, {"id": 2',
        b'[{"fresh": 1}, {"id": 2}',
        b'[{"id": "text"}, {"id": 2',
        b'[{"id": 1}] and more',
        b'[{"id": 1, "fresh": 1}] and more',
        b'[{"id": 1, "longName": "\xff"}]',
        b'[{"id": 1, "fresh": "\xff"}]',
        b"Ok.",
        b"<html></html>",
        b"\x00\x01",
        b'[{"id": 1, "fresh": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]",
    ],
    ids=lambda answer: repr(answer[:30]),
)
def test_an_answer_that_is_cut_off_or_no_json_is_told_in_plain_words(answer: bytes) -> None:
    with pytest.raises(BadAnswerError):
        RecordBook().decode(list[Leaf], answer)


@pytest.mark.parametrize(
    "value",
    [
        {"id": "text"},
        {"id": 1, "longName": 7},
        {"id": 1.5},
        {"id": None},
        {"id": "text", "fresh": 1},
        [],
        "text",
        None,
        7,
        [{"id": 1}],
    ],
    ids=repr,
)
def test_a_value_of_another_type_is_told_in_plain_words(value: object) -> None:
    with pytest.raises(BadAnswerError):
        RecordBook().decode(Leaf, body(value))
    with pytest.raises(BadAnswerError):
        RecordBook().convert(Leaf, value)


def test_a_wrong_answer_does_not_spoil_the_next_ones() -> None:
    book = RecordBook()
    for wrong in (b'{"id": "text", "fresh": 1}', b"[", b'{"id": []}'):
        with pytest.raises(BadAnswerError):
            book.decode(Leaf, wrong)
    assert book.decode(Leaf, b'{"id": 5}').id == 5
    assert book.decode(Leaf, b'{"id": 5, "another": 1}').extra == {"another": 1}


def is_plain(key: str) -> bool:
    """Whether the decoder can be told of the key: it takes none with quotes, backslashes or control characters."""
    return not any(letter in '"\\' or letter < " " for letter in key)


@patient
@given(st.dictionaries(st.text(max_size=8), st.none() | st.integers(-9, 9) | st.text(max_size=3), max_size=4))
def test_any_keys_are_kept_but_for_those_that_the_decoder_cannot_know(extra: dict[str, Json]) -> None:
    fresh = {key: value for key, value in extra.items() if key not in ("id", "longName")}
    leaf = RecordBook().decode(Leaf, body({"id": 1, **fresh}))
    assert leaf.id == 1
    assert leaf.extra == {key: value for key, value in fresh.items() if is_plain(key)}


@pytest.mark.parametrize(
    "key", ['with "quotes"', "with \\ backslash", "with \n line end", "\x00", "", "\U0001f600", "self", "id "]
)
def test_an_odd_key_costs_nothing_but_itself(key: str) -> None:
    book = RecordBook()
    for _ in range(2):
        leaf = book.decode(Leaf, body({"id": 1, key: "odd", "plain": 2}))
        assert leaf.id == 1
        assert leaf.extra == ({key: "odd"} if is_plain(key) else {}) | {"plain": 2}


# copies


def a_taught_leaf(book: RecordBook | None = None) -> Leaf:
    return (book or RecordBook()).decode(list[Leaf], b'[{"id": 1, "fresh": [1]}, {"longName": "x", "fresh": [2], "other": {}}]')[
        1
    ]


def pickled(one: T) -> T:
    """There and back."""
    twin: T = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    return twin


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled], ids=["copy", "deepcopy", "pickle"])
def test_a_record_with_new_keys_can_be_copied(copied: object) -> None:
    leaf = a_taught_leaf()
    twin = copied(leaf)  # type: ignore[operator]  # one of the three
    assert isinstance(twin, Leaf)
    assert twin is not leaf
    assert twin.long_name == "x"
    assert twin.extra == leaf.extra == {"fresh": [2], "other": {}}
    assert twin == leaf
    assert repr(twin) == repr(leaf)


def test_a_record_with_taught_records_inside_can_be_copied() -> None:
    answer = b'{"name": "x", "young": 1, "leaves": [{"id": 1, "fresh": 2}], "leaf": {"longName": "z", "fresh": 3}}'
    branch = RecordBook().decode(Branch, answer)
    for twin in (copy.deepcopy(branch), pickled(branch)):
        assert twin == branch
        assert twin.leaves[0].extra == {"fresh": 2}
        assert twin.leaves[0] is not branch.leaves[0]


def test_records_of_one_session_that_say_the_same_are_equal() -> None:
    book = RecordBook()
    assert a_taught_leaf(book) == a_taught_leaf(book)


def test_copies_of_many_records_share_one_class() -> None:
    """Making a class takes about as long as reading a hundred records: a pickled list of 10,000 must not make 10,000."""
    leaves = RecordBook().decode(list[Leaf], body([{"id": i, "fresh": i} for i in range(50)]))
    assert len({type(one) for one in pickled(leaves)}) == 1
    assert len({type(one) for one in copy.deepcopy(leaves)}) == 1


def test_records_made_one_by_one_share_one_class() -> None:
    """As the merge of differences makes them, a torrent at a time."""
    book = RecordBook()
    assert len({type(book.convert(Leaf, {"id": i, "fresh": i})) for i in range(20)}) == 1


def test_a_changed_copy_keeps_what_is_new() -> None:
    assert msgspec.structs.replace(a_taught_leaf(), long_name="y").extra == {"fresh": [2], "other": {}}


# threads


def test_two_threads_that_learn_different_keys_both_get_their_answers() -> None:
    book = RecordBook()
    keys = [f"key_{i}" for i in range(8)]
    start = threading.Barrier(len(keys))

    def learn(key: str) -> None:
        start.wait()
        for number in range(40):
            leaf = book.decode(Leaf, body({"id": number, f"{key}_{number // 10}": number}))
            assert leaf.extra == {f"{key}_{number // 10}": number}

    with ThreadPoolExecutor(len(keys)) as pool:
        for done in [pool.submit(learn, key) for key in keys]:
            done.result()


def test_a_decoder_made_of_old_knowledge_never_answers_for_new() -> None:
    """One thread makes a decoder while another learns; the old decoder must not take the place of the new one."""
    book = RecordBook()
    is_making, may_go_on = threading.Event(), threading.Event()
    made = learning.learned

    def slow(kind: object, lessons: learning.Lessons) -> object:
        if threading.current_thread() is first:
            is_making.set()
            assert may_go_on.wait(20)
        return made(kind, lessons)

    book.decode(Leaf, b'{"id": 1, "known": 1}')  # so that decoders are made of lessons
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learning, "learned", slow)
        first = threading.Thread(target=book.decode, args=(list[Leaf], b'[{"id": 1}]'))
        first.start()
        assert is_making.wait(20)
        assert book.decode(list[Leaf], b'[{"id": 1, "fresh": 2}]')[0].extra == {"fresh": 2}
        may_go_on.set()
        first.join(20)
    for _ in range(2):
        assert book.decode(list[Leaf], b'[{"id": 2, "fresh": 3}]')[0].extra == {"fresh": 3}
