"""Transmission's torrents in the words of the unified records: each field from its own keys, by the tables."""

from __future__ import annotations

from typing import Any

import pytest

from bitharbor.transmission.records import KEYS, File, FileStats, Peer, Torrent, TrackerStats
from bitharbor.unified.adapters import transmission_fields as table
from bitharbor.unified.records import FIELDS, Priority, State, TrackerState

FULL: dict[str, Any] = {
    "hash_string": "AB" * 20,
    "name": "x",
    "status": 4,
    "error": 0,
    "error_string": "",
    "is_stalled": False,
    "rate_download": 5.5,
    "metadata_percent_complete": 1.0,
    "left_until_done": 10,
    "eta": 60,
    "upload_ratio": 0.5,
    "have_valid": 1,
    "have_unchecked": 2,
    "total_size": 100,
    "size_when_done": 90,
    "download_dir": "/d/",
    "download_limit": 10.0,
    "download_limited": True,
    "seed_ratio_limit": 2.0,
    "seed_ratio_mode": 1,
    "seed_idle_limit": 30,
    "seed_idle_mode": 1,
    "pieces": "/g==",
    "bandwidth_priority": -1,
    "files": [File(name="x/a", length=4)],
    "file_stats": [FileStats(bytes_completed=1, wanted=False, priority=1)],
    "peers": [Peer(address="::1", port=1, progress=1.0), Peer(address="::2", port=2, progress=0.5)],
    "tracker_stats": [TrackerStats(announce="a", seeder_count=3, last_announce_succeeded=True, has_announced=True)],
    "priorities": [0, 0],
}


class OnlyThese:
    """A torrent of some keys; whoever reads another one fails."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            setattr(self, key, FULL.get(key))


@pytest.mark.parametrize("rpc_version", [16, 19])
def test_no_field_reads_a_key_that_it_does_not_ask_for(rpc_version: int) -> None:
    for name, told in table.told_by(rpc_version).items():
        assert name in FIELDS
        assert set(told.keys) <= set(KEYS), name
        told.read(OnlyThese(told.keys))  # type: ignore[arg-type]  # it has what is asked of a torrent


def test_only_the_keys_of_the_wanted_fields_are_asked_for() -> None:
    told = table.told_by(19)
    assert table.keys_for(told, frozenset({"infohash"})) == ["hash_string"]
    assert table.keys_for(told, frozenset({"name", "progress"})) == ["hash_string", "name", "percent_done"]
    assert set(table.keys_for(told, frozenset({"swarm_seeds", "trackers"}))) == {"hash_string", "tracker_stats"}


def test_3_00_is_not_asked_for_what_it_does_not_know() -> None:
    keys = set(table.keys_for(table.told_by(16), FIELDS))
    assert not keys & {"availability", "group", "tracker_list", "primary_mime_type", "sequential_download", "file_count"}
    assert table.told_by(16)["file_count"].read(Torrent(priorities=[0, 0])) == 2
    assert table.told_by(19)["file_count"].read(Torrent(file_count=3)) == 3


STATES: list[tuple[dict[str, Any], State]] = [
    ({"status": 0}, State.STOPPED),
    ({"status": 1}, State.CHECKING),
    ({"status": 2}, State.CHECKING),
    ({"status": 3}, State.QUEUED),
    ({"status": 4}, State.DOWNLOADING),
    ({"status": 4, "metadata_percent_complete": 0.5}, State.METADATA),
    ({"status": 4, "rate_download": 0}, State.STALLED),
    ({"status": 4, "is_stalled": True}, State.STALLED),
    ({"status": 5}, State.QUEUED),
    ({"status": 6}, State.SEEDING),
    ({"status": 6, "error": 1}, State.SEEDING),
    ({"status": 6, "error": 2}, State.SEEDING),
    ({"status": 0, "error": 3}, State.ERROR),
    ({"status": 9}, State.UNKNOWN),
]


@pytest.mark.parametrize(("changes", "state"), STATES)
def test_a_status_is_a_state(changes: dict[str, Any], state: State) -> None:
    assert table.state_of(Torrent(**{**FULL, **changes})) is state


VALUES: list[tuple[str, dict[str, Any], object]] = [
    ("infohash_v1", {}, "ab" * 20),
    ("have", {}, 3),
    ("total_size", {"metadata_percent_complete": 0.0}, None),
    ("is_complete", {"left_until_done": 0}, True),
    ("is_complete", {"left_until_done": 0, "metadata_percent_complete": 0.0}, False),
    ("checking_progress", {"status": 2, "recheck_progress": 0.25}, 0.25),
    ("checking_progress", {"recheck_progress": 0.0}, None),
    ("error", {"error": 2, "error_string": "unregistered"}, None),
    ("error", {"error": 3, "error_string": "no space"}, "no space"),
    ("error", {"error": 0, "error_string": "old"}, None),
    ("download_rate", {}, 5),
    ("ratio", {"upload_ratio": -1}, 0.0),
    ("ratio", {"upload_ratio": -2}, float("inf")),
    ("eta", {}, 60),
    ("eta", {"eta": -1}, None),
    ("eta", {"left_until_done": 0}, None),
    ("connected_seeds", {}, 1),
    ("connected_leechers", {}, 1),
    ("swarm_seeds", {}, 3),
    ("swarm_leechers", {}, None),
    ("swarm_seeds", {"tracker_stats": []}, None),
    ("tracker", {}, "a"),
    ("next_announce", {}, None),
    ("content_path", {}, "/d/x"),
    ("completed_at", {"done_date": 0}, None),
    ("download_limit", {}, 10_000),
    ("download_limit", {"download_limited": False}, None),
    ("ratio_limit", {}, 2.0),
    ("ratio_limit", {"seed_ratio_mode": 0}, None),
    ("inactive_seeding_time_limit", {}, 1800),
    ("pieces_have", {}, 7),
    ("pieces_have", {"pieces": ""}, 0),
    ("priority", {}, Priority.LOW),
    ("bandwidth_group", {"group": ""}, None),
]


@pytest.mark.parametrize(("name", "changes", "value"), VALUES)
def test_a_field_is_in_the_units_of_all_daemons(name: str, changes: dict[str, Any], value: object) -> None:
    assert table.FIELDS[name].read(Torrent(**{**FULL, **changes})) == value


def test_a_file_that_is_skipped_has_no_other_priority() -> None:
    (file,) = table.files_of(Torrent(**FULL))
    assert (file.priority, file.progress, file.size) == (Priority.SKIP, 0.25, 4)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, TrackerState.WAITING),
        ({"announce_state": 3}, TrackerState.UPDATING),
        ({"has_announced": True}, TrackerState.FAILED),
        ({"has_announced": True, "last_announce_succeeded": True}, TrackerState.WORKING),
    ],
)
def test_a_tracker_does_as_it_did_last(changes: dict[str, Any], state: TrackerState) -> None:
    assert table.tracker_state(TrackerStats(announce="a", **changes)) is state


def test_the_infohash_is_in_lower_case() -> None:
    assert table.infohash_of(Torrent(**FULL)) == "ab" * 20
