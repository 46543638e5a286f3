"""The store that clients share: 5.2 and younger."""

from __future__ import annotations

import pytest

from bitharbor import errors
from bitharbor.qbittorrent import Client

Version = tuple[int, ...]
MEBIBYTE = 1 << 20


@pytest.fixture(autouse=True)
def emptied(client: Client, version: Version) -> object:
    """Takes away what a test stored."""
    yield
    if version >= (5, 2):
        client.clientdata.store(dict.fromkeys(client.clientdata.load()))


def test_values_are_stored_beside_others_and_read_back(client: Client, version: Version) -> None:
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError):
            client.clientdata.store({"a": 1})
        with pytest.raises(errors.UnsupportedError):
            client.clientdata.load()
        return
    client.clientdata.store({"a": {"deep": [1, 2.5, None, "ä"]}, "b": True})
    client.clientdata.store({"c": "text"})
    assert client.clientdata.load() == {"a": {"deep": [1, 2.5, None, "ä"]}, "b": True, "c": "text"}
    assert client.clientdata.load(["a", "none-such"]) == {"a": {"deep": [1, 2.5, None, "ä"]}}
    assert client.clientdata.load("c") == {"c": "text"}
    assert client.clientdata.load([]) in ({}, client.clientdata.load())
    client.clientdata.store({"a": None})
    assert set(client.clientdata.load()) == {"b", "c"}


@pytest.mark.lines("qbittorrent-newest")
def test_a_store_of_more_than_a_mebibyte_is_refused(client: Client, version: Version) -> None:
    with pytest.raises(errors.ConflictError):
        client.clientdata.store({"large": "x" * MEBIBYTE})
    assert client.clientdata.load() == {}


@pytest.mark.lines("qbittorrent-newest")
def test_keys_that_are_no_texts_are_refused(client: Client, version: Version) -> None:
    with pytest.raises(errors.BadRequestError):
        client.clientdata.load([1, 2])  # type: ignore[list-item]  # wrong on purpose  # pyright: ignore[reportArgumentType]
    with pytest.raises(errors.BadRequestError):
        client.clientdata.store([1])  # type: ignore[arg-type]  # wrong on purpose  # pyright: ignore[reportArgumentType]
