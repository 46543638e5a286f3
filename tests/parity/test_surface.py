"""Names and signatures of the drop-in against the recorded surface of the interface that it stands in for.

Every difference must stand in `DIFFERENT` with its reason, and every entry there must still be a difference.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
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
TORRENT: dict[str, Any] = SURFACE["modules"]["qbittorrentapi.torrents"]["classes"]["TorrentDictionary"]["members"]

# where we are deliberately otherwise -> why
PATH = "says PathLike[str]: a path of bytes could not be sent, and AnyStr alone is unbound for type checkers"
SETTER = "says what the flat method says, which also names the class that `app.preferences` gives"
DIFFERENT: dict[str, str] = {
    "app_get_directory_content": PATH,
    "app.get_directory_content": PATH,
    "application.get_directory_content": PATH,
    "app_get_free_space_at_path": PATH,
    "app.get_free_space_at_path": PATH,
    "application.get_free_space_at_path": PATH,
    "app.set_preferences": SETTER,
    "application.set_preferences": SETTER,
    "TorrentDictionary.info": "says Self, so that a subclass keeps its type; it is the same object",
}

Signature = tuple[list[tuple[str, str, str | None, str | None]], str | None]


def text(annotation: object) -> str | None:
    """An annotation as the record writes it."""
    return None if annotation is inspect.Parameter.empty else str(annotation)


def ours(function: Any) -> Signature:
    """Our signature in the form of the record."""
    found = inspect.signature(function)
    parameters = [
        (one.name, one.kind.name, text(one.annotation), None if one.default is one.empty else repr(one.default))
        for one in found.parameters.values()
    ]
    return parameters, text(found.return_annotation)


def recorded(signature: dict[str, Any]) -> Signature:
    """The recorded signature in the same form."""
    parameters = [(one["name"], one["kind"], one.get("annotation"), one.get("default")) for one in signature["parameters"]]
    return parameters, signature["returns"]


def namespace_members() -> Iterator[tuple[str, type, str, dict[str, Any]]]:
    """Every member of every namespace: label, our class, name, what is recorded."""
    for name, namespace in cast("dict[str, Any]", SURFACE["namespaces"]).items():
        cls = getattr(faces, namespace["class"].rpartition(".")[2], None)
        for member, record in namespace["members"].items():
            if cls is not None and not member.startswith("__") and record.get("kind") != "class":
                yield f"{name}.{member}", cls, member, record


def differences() -> Iterator[tuple[str, str]]:
    """What is missing or otherwise: label, and how."""
    for name, record in FLAT.items():
        method = getattr(qbittorrentapi.Client, name, None)
        if method is None:
            yield name, "missing"
        elif ours(method) != recorded(record["signature"]):
            yield name, f"{ours(method)} instead of {recorded(record['signature'])}"
    for alias, name in ALIASES.items():
        if getattr(qbittorrentapi.Client, alias, None) is not getattr(qbittorrentapi.Client, name, alias):
            yield alias, f"is not {name}"
    for label, cls, member, record in namespace_members():
        yield from member_difference(label, cls, member, record)
    for member, record in TORRENT.items():
        if member != "__init__":
            yield from member_difference(f"TorrentDictionary.{member}", faces.TorrentDictionary, member, record)


def member_difference(label: str, cls: type, member: str, record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """How one member of a class differs, if it does."""
    found: Any = inspect.getattr_static(cls, member, None)
    if alias := record.get("alias_of"):
        if found is not None and found is not inspect.getattr_static(cls, alias, None):
            yield label, f"is not {alias}"
    elif record.get("kind") == "property" and isinstance(found, property):
        if bool(found.fset) != record["settable"]:
            yield label, "settable" if found.fset else "not settable"
        elif found.fget is not None and ours(found.fget)[1] != record["returns"]:
            yield label, f"returns {ours(found.fget)[1]} instead of {record['returns']}"
    elif record.get("kind") == "method" and found is not None and ours(found) != recorded(record["signature"]):
        yield label, f"{ours(found)} instead of {recorded(record['signature'])}"


def test_nothing_is_missing_or_different_but_what_is_listed_with_its_reason() -> None:
    found = dict(differences())
    assert {label: how for label, how in found.items() if label not in DIFFERENT} == {}
    assert sorted(DIFFERENT.keys() - found.keys()) == [], "listed as different, and is not: take it off the list"


def test_the_constructor_is_as_recorded() -> None:
    assert ours(qbittorrentapi.Client.__init__)[0] == recorded(SURFACE["client"]["init"])[0]


@pytest.mark.parametrize("name", SURFACE["client"]["other_public_members"])
def test_every_namespace_is_a_property_of_the_client(name: str) -> None:
    member: Any = inspect.getattr_static(qbittorrentapi.Client, name)
    record = SURFACE["client"]["other_public_members"][name]
    assert isinstance(member, property)
    assert ours(member.fget)[1] == record["returns"]


def test_the_client_stands_on_the_recorded_classes() -> None:
    assert [cls.__name__ for cls in qbittorrentapi.Client.__mro__] == SURFACE["client"]["mro"]


def test_all_names_of_the_package_are_there() -> None:
    missing = [name for name in SURFACE["top_level"]["__all__"] if not hasattr(qbittorrentapi, name)]
    assert missing == []
