"""Names and signatures of the drop-in against the recorded surface of the interface that it stands in for.

Everything recorded must be there. Every difference must stand in `DIFFERENT` with its reason, and every entry there must still be
a difference. A label that ends in `()` is about arguments, one with `->` about what is returned, others about the name itself.
"""

from __future__ import annotations

import importlib
import inspect
import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, cast

import pytest

import qbittorrentapi
from qbittorrentapi._generated import faces

SURFACE: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "qbittorrentapi-surface.json").read_text(encoding="utf-8")
)
FLAT: dict[str, Any] = SURFACE["client"]["flat_methods"]
ALIASES: dict[str, str] = SURFACE["client"]["flat_aliases"]
NAMESPACES: dict[str, Any] = SURFACE["namespaces"]
MODULES: dict[str, Any] = SURFACE["modules"]
TORRENT: dict[str, Any] = MODULES["qbittorrentapi.torrents"]["classes"]["TorrentDictionary"]["members"]

# where we are deliberately otherwise -> why; an asterisk stands for any text
PATH = "says PathLike[str]: a path of bytes could not be sent, and AnyStr alone is unbound for type checkers"
SETTER = "says what the flat method says, which also names the class that `app.preferences` gives"
INSIDE = "the class of a callable member; the member is there, and nobody asks for its class by name"
CALLER = "these two did the work underneath; here `bitharbor` does"
MADE_BY_CLIENT = "a namespace takes its client by keyword, as all others do; clients make them, programs do not"
DIFFERENT: dict[str, str] = {
    "app_get_directory_content()": PATH,
    "app_get_free_space_at_path()": PATH,
    "app*.get_directory_content()": PATH,
    "app*.get_free_space_at_path()": PATH,
    "app*.set_preferences()": SETTER,
    "TorrentDictionary.info ->": "says Self, so that a subclass keeps its type; it is the same object",
    "TorrentDictionary.__init__()": "takes any mapping, which it does not change, and any client of the kind it names",
    "torrents.* -> Any": "says what the flat method returns, instead of Any",
    "torrents.info.paused": "a method of its own beside `stopped`; both send the same word",
    "log.Main": INSIDE,
    "rss.Items": INSIDE,
    "sync.MainData": INSIDE,
    "sync.TorrentPeers": INSIDE,
    "log.__init__()": MADE_BY_CLIENT,
    "rss.__init__()": MADE_BY_CLIENT,
    "sync.__init__()": MADE_BY_CLIENT,
    "torrents.__init__()": MADE_BY_CLIENT,
    "qbittorrentapi.request.QbittorrentURL": CALLER,
    "qbittorrentapi.request.QbittorrentSession": CALLER,
}

# folders of the daemon's machine: text as recorded, and path objects, which programs have at hand
FOLDERS = {"save_path", "download_path", "location"}

# what the constructor takes beyond the record, by name only -> why
ADDED = {"generation": "qBittorrent 3.0 to 4.0 have other interfaces; it can be said which one is spoken"}

Parameters = list[tuple[str, str, str | None, str | None]]
Difference = tuple[str, str]


def text(annotation: object) -> str | None:
    """An annotation as the record writes it."""
    return None if annotation is inspect.Parameter.empty else str(annotation)


def ours(function: Any) -> tuple[Parameters, str | None]:
    """Our signature in the form of the record."""
    found = inspect.signature(function)
    parameters = [
        (one.name, one.kind.name, said_of(one), None if one.default is one.empty else repr(one.default))
        for one in found.parameters.values()
    ]
    return parameters, text(found.return_annotation)


def said_of(one: inspect.Parameter) -> str | None:
    """The annotation of a parameter, without the wider type that we give the record's folders."""
    said = text(one.annotation)
    return said.replace(" | os.PathLike[str]", "") if said and one.name in FOLDERS else said


def recorded(signature: Mapping[str, Any]) -> tuple[Parameters, str | None]:
    """The recorded signature in the same form."""
    parameters = [(one["name"], one["kind"], one.get("annotation"), one.get("default")) for one in signature["parameters"]]
    return parameters, signature["returns"]


def differs(label: str, found: Any, signature: Mapping[str, Any]) -> Iterator[Difference]:
    """How a function's signature differs. What is returned is compared where the record says it."""
    (parameters, returns), (wanted_parameters, wanted_returns) = ours(found), recorded(signature)
    if parameters != wanted_parameters:
        yield f"{label}()", f"{parameters} instead of {wanted_parameters}"
    if wanted_returns is not None and returns != wanted_returns:
        yield f"{label} ->{' Any' if 'Any' in wanted_returns else ''}", f"{returns} instead of {wanted_returns}"


def static(owner: object, name: str) -> Any:
    """A member as it stands in the class, or in the object."""
    return inspect.getattr_static(owner, name, None)


def of_member(label: str, owner: object, member: str, record: Mapping[str, Any]) -> Iterator[Difference]:
    """How one member of a class or an object differs."""
    found = static(owner, member)
    if found is None:
        yield label, "missing"
    elif alias := record.get("alias_of"):
        if found is not static(owner, alias):
            yield label, f"is not {alias}"
    elif record["kind"] == "method":
        yield from differs(label, found, record["signature"])
    elif isinstance(found, property):
        if bool(found.fset) != record["settable"]:
            yield label, "settable" if found.fset else "not settable"
        elif found.fget is not None and ours(found.fget)[1] != record["returns"]:
            yield f"{label} ->", f"returns {ours(found.fget)[1]} instead of {record['returns']}"


def of_callable(label: str, found: object, record: Mapping[str, Any]) -> Iterator[Difference]:
    """How a callable member of a namespace differs."""
    yield from differs(label, type(found).__call__, record["call"])
    for member, one in record["members"].items():
        yield from of_member(f"{label}.{member}", type(found), member, one)


def of_flat_methods() -> Iterator[Difference]:
    for name, record in FLAT.items():
        method = static(qbittorrentapi.Client, name)
        if method is None:
            yield name, "missing"
        else:
            yield from differs(name, method, record["signature"])
    for alias, name in ALIASES.items():
        found = static(qbittorrentapi.Client, alias)
        if found is None or found is not static(qbittorrentapi.Client, name):
            yield alias, f"is not {name}"


def of_namespaces() -> Iterator[Difference]:
    client = qbittorrentapi.Client("localhost:1")
    for name, record in NAMESPACES.items():
        found: object = getattr(client, name)
        if f"{type(found).__module__}.{type(found).__qualname__}" != record["class"]:
            yield name, f"is a {type(found)}"
        members: dict[str, dict[str, Any]] = record["members"]
        for member, one in members.items():
            owner: object = type(found) if member == "__init__" else found
            yield from of_member(f"{name}.{member}", owner, member, one)
        for member, one in record.get("callable_sub_namespaces", {}).items():
            yield from of_callable(f"{name}.{member}", getattr(found, member), one)
        attributes: dict[str, dict[str, Any]] = record.get("instance_attributes") or {}
        for member, one in attributes.items():
            if "alias_of" in one:
                yield from of_member(f"{name}.{member}", found, member, one)


def of_torrents() -> Iterator[Difference]:
    for member, record in TORRENT.items():
        yield from of_member(f"TorrentDictionary.{member}", faces.TorrentDictionary, member, record)


def of_classes() -> Iterator[Difference]:
    """Where classes are imported from; their bases are compared in tests/unit/dropin."""
    for module, record in MODULES.items():
        for name in record.get("classes", {}):
            found = getattr(importlib.import_module(module), name, None)
            if found is None:
                yield f"{module}.{name}", "missing"
            elif f"{found.__module__}.{found.__qualname__}" != f"{module}.{name}":
                yield f"{module}.{name}", f"says that it is {found.__module__}.{found.__qualname__}"


@pytest.mark.parametrize("part", [of_flat_methods, of_namespaces, of_torrents, of_classes])
def test_nothing_is_missing_or_different_but_what_is_listed_with_its_reason(part: Any) -> None:
    unlisted = {
        label: how
        for label, how in cast("Iterator[Difference]", part())
        if not any(fnmatchcase(label, listed) for listed in DIFFERENT)
    }
    assert unlisted == {}


def test_nothing_is_listed_as_different_that_is_not() -> None:
    found = [label for part in (of_flat_methods, of_namespaces, of_torrents, of_classes) for label, _ in part()]
    stale = [listed for listed in DIFFERENT if not any(fnmatchcase(label, listed) for label in found)]
    assert stale == [], "take them off the list"


def test_the_constructor_is_as_recorded_but_for_what_is_listed_as_added() -> None:
    found = ours(qbittorrentapi.Client.__init__)[0]
    assert [one for one in found if one[0] not in ADDED] == recorded(SURFACE["client"]["init"])[0]
    assert [(name, kind, default) for name, kind, _, default in found if name in ADDED] == [
        (name, "KEYWORD_ONLY", "None") for name in ADDED
    ]


@pytest.mark.parametrize("name", SURFACE["client"]["other_public_members"])
def test_every_namespace_is_a_property_of_the_client(name: str) -> None:
    member = static(qbittorrentapi.Client, name)
    record = SURFACE["client"]["other_public_members"][name]
    assert isinstance(member, property)
    assert ours(member.fget)[1] == record["returns"]


def test_the_client_stands_on_the_recorded_classes() -> None:
    assert [cls.__name__ for cls in qbittorrentapi.Client.__mro__] == SURFACE["client"]["mro"]


def test_all_names_of_the_package_are_there_and_are_what_is_recorded() -> None:
    assert set(SURFACE["top_level"]["__all__"]) - set(qbittorrentapi.__all__) == set()
    for name, place in SURFACE["top_level"]["names"].items():
        module, _, cls = place.rpartition(".")
        assert getattr(qbittorrentapi, name) is getattr(importlib.import_module(module), cls), name


def test_all_modules_are_attributes_of_the_package_once_it_is_imported() -> None:
    missing = [name for name in SURFACE["top_level"]["submodules_reachable_as_attributes"] if not hasattr(qbittorrentapi, name)]
    assert missing == []
