"""Section 11: dictionaries with keys as attributes, and which of the recorded weaknesses are gone."""

from __future__ import annotations

import copy
import json
import operator
import pickle
from collections import OrderedDict
from types import MappingProxyType
from typing import Any

import pytest

from qbittorrentapi._attrdict import AttrDict, MissingKeyError, item, merge, nested
from qbittorrentapi.definitions import Dictionary
from qbittorrentapi.sync import SyncMainDataDictionary


class Known(Dictionary[Any]):
    """A class that declares some of its keys."""

    name: str = item("name")
    parts: tuple[Any, ...] = nested("parts")

    def method(self) -> str:
        return "the method"

    @property
    def asked(self) -> str:
        return "the property"


# ---- a real dictionary


def test_it_is_a_dict_in_every_ordinary_use() -> None:
    d = Dictionary[Any]({"a": 1, "b": {"c": 2}})
    assert isinstance(d, dict)
    assert d == {"a": 1, "b": {"c": 2}}
    assert json.dumps(d) == '{"a": 1, "b": {"c": 2}}'
    assert dict(**d) == d
    assert list(d) == ["a", "b"]
    assert repr(d) == "Dictionary({'a': 1, 'b': AttrDict({'c': 2})})"


def test_keywords_of_the_constructor_are_dropped_and_none_is_empty() -> None:
    assert Dictionary[Any]({"a": 1}, client=object(), anything=2) == {"a": 1}
    assert Dictionary[Any](None) == {}
    assert Dictionary[Any]() == {}
    assert Dictionary[Any](data={"a": 1}) == {"a": 1}


def test_an_attrdict_is_made_of_whatever_makes_a_dict() -> None:
    assert AttrDict[int]([("a", 1)], b=2) == {"a": 1, "b": 2}


# ---- reading


def test_a_key_reads_as_attribute_whether_declared_or_not() -> None:
    d = Known({"name": "x", "newer": 5, "nothing": None})
    assert (d.name, d.newer, d.nothing) == ("x", 5, None)


def test_names_of_the_class_win_and_leave_the_item_to_brackets() -> None:
    d = Known({"items": 1, "method": 2, "asked": 3})
    assert callable(d.items)
    assert d.method() == "the method"
    assert d.asked == "the property"
    assert (d["items"], d["method"], d["asked"]) == (1, 2, 3)


@pytest.mark.parametrize("key", ["_private", "with space", "1st", "dash-ed", "", "é"])
def test_other_names_are_reached_by_brackets_only(key: str) -> None:
    d = Dictionary[Any]({key: 1})
    assert d[key] == 1
    assert not hasattr(d, key)


def test_attributes_that_only_the_metaclass_has_are_items() -> None:
    d = Dictionary[Any]({"mro": 1, "register": 2})
    assert (d.mro, d.register) == (1, 2)
    d.mro = 3
    assert d["mro"] == 3


@pytest.mark.parametrize("key", ["name", "parts", "never_declared"])
def test_a_missing_key_is_a_keyerror_in_brackets_and_an_attributeerror_behind_a_dot(key: str) -> None:
    d = Known()
    with pytest.raises(KeyError):
        d[key]
    with pytest.raises(AttributeError, match=f"'Known' object has no attribute '{key}'"):
        getattr(d, key)
    assert not hasattr(d, key)
    assert getattr(d, key, "default") == "default"
    assert d.get(key) is None


def test_the_keyerror_of_a_missing_key_names_the_key() -> None:
    with pytest.raises(KeyError) as caught:
        Known()["absent"]
    assert caught.value.args == ("absent",)


def test_dir_does_not_list_keys_that_the_class_does_not_declare() -> None:
    assert "newer" not in dir(Known({"newer": 1}))


def test_calling_reads_any_key_the_way_an_attribute_is_read() -> None:
    d = Dictionary[Any]({"a": 1, "with space": [1, {"b": 2}]})
    assert d("a") == 1
    assert d("with space") == (1, {"b": 2})
    with pytest.raises(MissingKeyError):
        d("absent")


# ---- writing


def test_setting_an_attribute_sets_the_item_declared_or_not() -> None:
    d = Known({"name": "old"})
    d.name = "new"
    d.newer = 1
    assert d == {"name": "new", "newer": 1}


def test_deleting_an_attribute_deletes_the_item_declared_or_not() -> None:
    d = Known({"name": "x", "newer": 1, "stays": 2})
    del d.name
    del d.newer
    assert d == {"stays": 2}


@pytest.mark.parametrize("key", ["name", "never_declared"])
def test_deleting_what_is_not_there_is_an_attributeerror(key: str) -> None:
    d = Known()
    with pytest.raises(AttributeError):
        delattr(d, key)


def test_underscore_names_are_attributes_of_the_object_and_no_items() -> None:
    d = Dictionary[Any]({"a": 1})
    d._mine = 2
    assert d._mine == 2
    assert d == {"a": 1}
    del d._mine
    assert not hasattr(d, "_mine")


def test_a_name_of_the_class_is_shadowed_and_not_stored() -> None:
    d = Dictionary[Any]({"a": 1})
    setattr(d, "copy", "shadow")  # noqa: B010 - a type checker would refuse the plain form
    shown: object = d.copy
    assert shown == "shadow"
    assert d == {"a": 1}


def test_a_property_without_setter_stays_read_only() -> None:
    d = Known()
    with pytest.raises(AttributeError):
        setattr(d, "asked", 1)  # noqa: B010 - as above
    assert d == {}


def test_force_deletes_an_item_whatever_its_name() -> None:
    d: Any = Dictionary[Any]({"items": 1, "_private": 2})
    d.__delattr__("items", force=True)
    d.__delattr__("_private", force=True)
    assert d == {}


# ---- nested values


def test_nested_mappings_have_attributes_through_brackets_dots_and_iteration() -> None:
    d = SyncMainDataDictionary({"torrents": {"abc": {"name": "x", "deep": {"er": 1}}}})
    assert d["torrents"]["abc"].name == "x"
    assert d.torrents.abc.name == "x"
    assert [torrent.name for torrent in d["torrents"].values()] == ["x"]
    assert d.get("torrents", {}).abc.deep.er == 1
    assert type(d["torrents"]) is AttrDict


def test_what_is_assigned_to_a_nested_mapping_stays() -> None:
    d = Dictionary[Any]({"a": {"b": {}}})
    d.a.x = 1
    d["a"].y = 2
    d.a.b.z = 3
    assert d == {"a": {"b": {"z": 3}, "x": 1, "y": 2}}


def test_dot_and_brackets_give_one_and_the_same_nested_object() -> None:
    d = Dictionary[Any]({"a": {"b": 1}})
    assert d.a is d["a"]
    d["later"] = {"b": 1}
    assert d.later is d["later"]
    assert d.later.b == 1


@pytest.mark.parametrize("kind", [dict, OrderedDict, MappingProxyType])
def test_any_mapping_is_stored_with_attributes(kind: Any) -> None:
    d = Dictionary[Any]({"a": kind({"b": kind({"c": 1})})})
    assert d["a"].b.c == 1


def test_a_nested_record_of_ours_keeps_its_class() -> None:
    inner = Known({"name": "x"})
    d = Dictionary[Any]({"a": inner})
    assert d.a is inner


def test_lists_stay_as_they_came_in_brackets_and_are_tuples_behind_a_dot() -> None:
    rows = [1, "two", [3, 4]]
    d = Dictionary[Any]({"rows": rows})
    assert d["rows"] is rows
    assert d.rows == (1, "two", (3, 4))
    assert d["rows"] == [1, "two", [3, 4]]


def test_a_declared_list_is_a_tuple_too() -> None:
    assert Known({"parts": [1, {"a": 2}]}).parts[1].a == 2
    assert Known({"parts": [1]}).parts == (1,)


def test_what_is_assigned_to_a_mapping_inside_a_list_stays() -> None:
    d = Dictionary[Any]({"rows": [{"a": 1}, [{"b": {"c": 2}}]]})
    d.rows[0].a = 5
    d.rows[1][0].b.c = 6
    assert d == {"rows": [{"a": 5}, [{"b": {"c": 6}}]]}
    assert d.rows[0] is d["rows"][0]


def test_what_is_appended_to_a_list_is_seen_by_attribute() -> None:
    d = Dictionary[Any]({"rows": [{"a": 1}]})
    assert len(d.rows) == 1
    d["rows"].append({"a": 2})
    assert [row.a for row in d.rows] == [1, 2]


def test_nothing_that_was_passed_in_is_changed() -> None:
    data: dict[str, Any] = {"a": {"b": {"c": 1}}, "rows": [{"d": 2}, [{"e": 3}]]}
    before = copy.deepcopy(data)
    d = Dictionary[Any](data)
    d.a.b.c = 5
    d.rows[0].d = 6
    d.rows[1][0].e = 7
    d.new = 8
    assert data == before
    assert type(data["a"]) is dict
    assert type(data["rows"][0]) is dict


def test_nesting_deeper_than_the_interpreters_stack_does_not_break_it() -> None:
    data: dict[str, Any] = {}
    for _ in range(5000):
        data = {"a": data}
    d = Dictionary[Any](data)
    assert type(d.a.a.a) is AttrDict
    # unwound by hand: freeing or comparing 5000 levels at once is not what is shown here
    level: Any = d
    while level:
        level = level.pop("a")
    while data:
        data = data.pop("a")


# ---- merging


def test_plus_merges_at_every_depth_and_the_right_side_wins() -> None:
    left = Dictionary[Any]({"a": 1, "n": {"x": 1, "y": {"p": 1}}, "s": {"gone": 1}})
    right = {"a": 2, "n": {"y": {"q": 2}}, "s": 3}
    both = left + right
    assert both == {"a": 2, "n": {"x": 1, "y": {"p": 1, "q": 2}}, "s": 3}
    assert type(both) is Dictionary
    assert both["n"]["y"].q == 2


def test_plus_works_from_the_right_too() -> None:
    both = {"a": 1, "b": 1} + Known({"b": 2})
    assert both == {"a": 1, "b": 2}
    assert type(both) is Known


def test_a_sum_shares_nothing_mutable_of_its_parts_mappings() -> None:
    left, right = Dictionary[Any]({"l": {"x": 1}}), Dictionary[Any]({"r": {"x": 1}})
    both = left + right
    both.l.x = both.r.x = 2
    assert (left.l.x, right.r.x) == (1, 1)


def test_plus_refuses_what_is_no_mapping() -> None:
    d: Any = Dictionary[Any]({})
    with pytest.raises(TypeError):
        operator.add(d, [1])
    with pytest.raises(TypeError):
        operator.add("text", d)


def test_merge_gives_a_plain_dict_and_leaves_both_sides_alone() -> None:
    left, right = {"a": {"b": 1}}, {"a": {"c": 2}}
    assert merge(left, right) == {"a": {"b": 1, "c": 2}}
    assert (left, right) == ({"a": {"b": 1}}, {"a": {"c": 2}})


def test_or_and_copy_give_a_plain_dict() -> None:
    d = Dictionary[Any]({"a": 1})
    assert type(d | {"b": 2}) is dict
    assert type(d.copy()) is dict


# ---- copies and pickles


def duplicates(d: Known) -> list[Known]:
    pickles = [pickle.loads(pickle.dumps(d, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]  # noqa: S301 - made on the line itself
    return [copy.copy(d), copy.deepcopy(d), *pickles]


def test_every_duplicate_keeps_class_content_and_attributes() -> None:
    d = Known({"name": "x", "n": {"y": 1}, "parts": [{"z": 2}]})
    for twin in duplicates(d):
        assert type(twin) is Known
        assert twin == d
        assert twin is not d
        assert (twin.name, twin.n.y, twin.parts[0].z) == ("x", 1, 2)


def test_a_copy_shares_what_is_nested_and_a_deep_copy_does_not() -> None:
    d = Known({"n": {"y": 1}})
    assert copy.copy(d).n is d.n
    deep = copy.deepcopy(d)
    deep.n.y = 2
    assert d.n.y == 1


def test_copies_keep_private_attributes_and_a_deep_copy_takes_the_client_itself() -> None:
    d = Known({"name": "x"})
    d._client, d._mine = client, mine = object(), [1]
    shallow, deep = copy.copy(d), copy.deepcopy(d)
    assert shallow._client is deep._client is client
    assert shallow._mine is mine
    assert deep._mine == mine
    assert deep._mine is not mine


def test_a_dictionary_that_holds_itself_can_be_copied_deeply() -> None:
    d = Dictionary[Any]({})
    d["me"] = d
    twin = copy.deepcopy(d)
    assert twin["me"] is twin


def test_a_pickle_holds_the_items_once_and_can_be_read_in_the_recorded_form() -> None:
    d = Known({"name": "x"})
    _, _, state = d.__reduce_ex__(2)
    assert state == ({"name": "x"}, tuple, False)
    twin = Known.__new__(Known)
    twin.__setstate__(state)
    assert twin == d
