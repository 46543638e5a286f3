"""What users meet in signatures can be imported from where they import the client."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import msgspec
import pytest

import bitharbor.qbittorrent
from bitharbor.qbittorrent import AsyncClient, Client, Snapshot, records
from bitharbor.qbittorrent._generated import aio, sync
from bitharbor.qbittorrent.learning import records_in

PUBLIC: list[type] = [
    *(
        cls
        for module in (sync, aio)
        for _, cls in inspect.getmembers(module, inspect.isclass)
        if cls.__module__ == module.__name__
    ),
    Client,
    AsyncClient,
    Snapshot,
]
RECORDS = dict(inspect.getmembers(records, lambda one: inspect.isclass(one) and issubclass(one, msgspec.Struct)))


def signatures(cls: type) -> Iterator[tuple[str, str]]:
    """The signatures of a class's own public methods, as they are written."""
    for name, method in inspect.getmembers(cls, inspect.isfunction):
        if not name.startswith("_") or name == "__init__":
            yield f"{cls.__name__}.{name}", str(inspect.signature(method))


@pytest.mark.parametrize("cls", PUBLIC, ids=lambda cls: cls.__name__)
def test_no_public_signature_says_any(cls: type) -> None:
    assert [name for name, signature in signatures(cls) if re.search(r"\bAny\b", signature)] == []


def test_every_record_in_a_public_signature_can_be_imported_beside_the_client() -> None:
    written = " ".join(signature for cls in PUBLIC for _, signature in signatures(cls))
    named = {kind for name, kind in RECORDS.items() if re.search(rf"\b{name}\b", written)}
    assert len(named) > 20, "it looked at other signatures"
    within = {inner for kind in named if issubclass(kind, records.Record) for inner in records_in(kind)}
    missing = [kind.__name__ for kind in named | within if getattr(bitharbor.qbittorrent, kind.__name__, None) is not kind]
    assert missing == []


@pytest.mark.parametrize("name", bitharbor.qbittorrent.__all__)
def test_what_is_offered_is_there(name: str) -> None:
    assert hasattr(bitharbor.qbittorrent, name)
    assert name in dir(bitharbor.qbittorrent)
