"""Section 14: enumerations as values. Members and their answers are compared with the record elsewhere."""

from __future__ import annotations

import pickle

import pytest

from qbittorrentapi.definitions import APINames, TorrentState, TorrentStates, TrackerStatus


def test_the_older_name_of_the_states_is_the_same_class() -> None:
    assert TorrentStates is TorrentState


def test_members_are_equal_to_the_raw_value_and_print_by_name() -> None:
    state: str = TorrentState.ERROR
    scope: str = APINames.Torrents
    number: int = TrackerStatus.WORKING
    assert state == "error"
    assert scope == "torrents"
    assert number == 2
    assert str(TorrentState.ERROR) == "TorrentState.ERROR"
    assert str(APINames.Torrents) == "APINames.Torrents"
    assert str(TrackerStatus.WORKING) == "TrackerStatus.WORKING"
    assert {"error": 1}[TorrentState.ERROR] == 1


def test_an_unknown_word_is_a_valueerror() -> None:
    with pytest.raises(ValueError, match="of a version to come"):
        TorrentState("of a version to come")


def test_a_state_survives_a_pickle_as_itself() -> None:
    assert pickle.loads(pickle.dumps(TorrentState.MOVING)) is TorrentState.MOVING  # noqa: S301 - made on the line itself
