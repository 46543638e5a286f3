"""Exceptions, enumerations, records and lists against the recorded surface: names, places, bases, values."""

from __future__ import annotations

from enum import Enum

import pytest
from tests.unit.dropin.surface import GENERATED, classes, full_name, ours, surface

from qbittorrentapi import exceptions
from qbittorrentapi._owned import SearchJobBase, TorrentBase, TorrentCreatorTaskBase

# namespaces and mixins come with the generated faces
RECORDS = [
    (module, name)
    for module in ("app", "clientdata", "log", "rss", "search", "sync", "torrentcreator", "torrents", "transfer")
    for name, found in classes(module).items()
    if not name.endswith("APIMixIn") and found["bases"] != ["ClientCache"] and name not in GENERATED
]
FOUNDATIONS = [(module, name) for module in ("_attrdict", "definitions", "_version_support") for name in classes(module)]


@pytest.mark.parametrize("name", surface()["exceptions"])
def test_every_exception_has_the_recorded_bases_and_status(name: str) -> None:
    recorded = surface()["exceptions"][name]
    ours_ = getattr(exceptions, name)
    assert [full_name(base) for base in ours_.__bases__] == recorded["bases"]
    assert [base.__name__ for base in ours_.__mro__] == recorded["mro"]
    assert getattr(ours_, "http_status_code", None) == recorded["http_status_code"]


def test_no_exception_is_missing_and_none_is_added() -> None:
    assert set(exceptions.__all__) == set(surface()["exceptions"])


@pytest.mark.parametrize(("module", "name"), RECORDS + FOUNDATIONS)
def test_every_class_is_at_its_recorded_place_with_its_recorded_bases(module: str, name: str) -> None:
    recorded = classes(module)[name]
    cls = ours(module, name)
    assert full_name(cls) == f"qbittorrentapi.{module}.{name}"
    assert [base.__name__ for base in cls.__bases__] == recorded["bases"]
    # recorded with Python 3.11, which has no ReprEnum among the bases of (str, Enum) and (int, Enum)
    assert [full_name(base) for base in cls.__mro__ if base.__name__ != "ReprEnum"] == recorded["mro"]


@pytest.mark.parametrize(
    ("base", "module", "name"),
    [
        (TorrentBase, "torrents", "TorrentDictionary"),
        (SearchJobBase, "search", "SearchJobDictionary"),
        (TorrentCreatorTaskBase, "torrentcreator", "TorrentCreatorTaskDictionary"),
    ],
)
def test_the_hand_written_bases_bring_the_recorded_ancestors_in_their_order(base: type, module: str, name: str) -> None:
    ancestors = classes(module)[name]["mro"][1:]
    assert [full_name(cls) for cls in base.__mro__ if full_name(cls) in ancestors] == ancestors


ENUMERATIONS = [
    (module, name)
    for module in ("definitions", "torrentcreator")
    for name, found in classes(module).items()
    if "enum_members" in found
]


@pytest.mark.parametrize(("module", "name"), ENUMERATIONS)
def test_enumerations_have_the_recorded_members_in_order(module: str, name: str) -> None:
    cls = ours(module, name)
    assert issubclass(cls, Enum)
    assert [(member.name, member.value) for member in cls] == list(classes(module)[name].get("enum_members", {}).items())


@pytest.mark.parametrize(("module", "name"), [place for place in ENUMERATIONS if place[0] == "definitions"])
def test_enumerations_say_of_each_member_what_is_recorded(module: str, name: str) -> None:
    cls = ours(module, name)
    assert issubclass(cls, Enum)
    for member, values in classes(module)[name].get("enum_property_values", {}).items():
        assert {question: getattr(cls[member], question) for question in values} == values, member
