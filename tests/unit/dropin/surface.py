"""The recorded surface of the interface that `qbittorrentapi` stands in for, as the tests here compare with it."""

from __future__ import annotations

import importlib
import json
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict, cast

RECORDED = Path(__file__).parents[2] / "data" / "qbittorrentapi-surface.json"

# still to come with the generated faces: a test that waits for them would not be able to fail now
GENERATED = {"TorrentDictionary", "TorrentInfoList", "SearchJobDictionary", "TorrentCreatorTaskDictionary"}


class RecordedException(TypedDict):
    """One exception: bases with their modules, status code."""

    bases: list[str]
    mro: list[str]
    http_status_code: int | None


class RecordedClass(TypedDict):
    """One class of a module."""

    bases: list[str]
    mro: list[str]
    enum_members: NotRequired[dict[str, object]]
    enum_property_values: NotRequired[dict[str, dict[str, object]]]


class Surface(TypedDict):
    """The parts of the record that are looked at here."""

    exceptions: dict[str, RecordedException]
    modules: dict[str, dict[str, dict[str, RecordedClass]]]


@cache
def surface() -> Surface:
    """The record."""
    return cast("Surface", json.loads(RECORDED.read_text(encoding="utf-8")))


def classes(module: str) -> dict[str, RecordedClass]:
    """The classes that are recorded for one module."""
    return surface()["modules"][f"qbittorrentapi.{module}"]["classes"]


def ours(module: str, name: str) -> type:
    """Our class under its recorded place."""
    return cast("type", getattr(importlib.import_module(f"qbittorrentapi.{module}"), name))


def full_name(cls: type) -> str:
    """A class as the record writes it."""
    return f"{cls.__module__}.{cls.__qualname__}"


def constant(module: str, name: str) -> object:
    """A value that is recorded for one module."""
    return cast("dict[str, object]", surface()["modules"][f"qbittorrentapi.{module}"]["other_names"])[name]
