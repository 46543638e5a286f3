"""The table of fields, on statuses of every form: units, states, priorities, and what means that nothing is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.deluge.mirror import Status
from bitharbor.model.json import Json
from bitharbor.unified.adapters import deluge_fields as table
from bitharbor.unified.adapters.fields import readers_for, torrent_of
from bitharbor.unified.records import FIELDS, Priority, State, Torrent, TrackerState

HASH = "0" * 40
NOW = 1_000_000
# of Deluge 2.2.0, of a download that is half done
STATUS: dict[str, Json] = {
    "hash": HASH,
    "name": "two",
    "state": "Downloading",
    "num_files": 2,
    "progress": 50.0,
    "total_size": 120000,
    "total_wanted": 100000,
    "total_done": 50000,
    "total_remaining": 50000,
    "download_payload_rate": 1000,
    "upload_payload_rate": 0,
    "is_auto_managed": True,
    "message": "OK",
    "ratio": 0.5,
    "total_uploaded": 25000,
    "eta": 50,
    "total_seeds": -1,
    "total_peers": 3,
    "max_download_speed": 12.5,
    "max_upload_speed": -1,
    "max_connections": -1,
    "stop_at_ratio": False,
    "stop_ratio": 2.0,
    "queue": 0,
    "time_since_transfer": 10,
    "next_announce": 60,
    "completed_time": 0,
    "num_pieces": 8,
    "pieces": [0, 3, 3, 2, 1, 0, 0, 3],
    "is_seed": False,
    "download_location": "/data/",
    "files": [{"index": 0, "offset": 0, "path": "zwei/a.bin", "size": 50000}, {"index": 1, "path": "zwei/b", "size": 70000}],
    "file_progress": [1.0, 0.0],
    "file_priorities": [4, 0],
    "trackers": [{"url": "http://one.example.org/announce", "tier": 0}, {"url": "http://two.example.net/announce", "tier": 1}],
    "tracker": "",
    "tracker_host": "example.org",
    "tracker_status": "Error: Connection refused",
    "peers": [{"client": "x", "ip": "[::1]:6881", "progress": 0.5, "down_speed": 1, "up_speed": 2}],
    "label": "films",
}


def read(changes: dict[str, Json] | None = None) -> Torrent:
    return record({**STATUS, **(changes or {})})


def record(status: Status) -> Torrent:
    return torrent_of(HASH, status, readers_for(table.FIELDS, FIELDS))


def test_every_field_of_the_table_is_one_of_the_record() -> None:
    assert set(table.FIELDS) <= FIELDS


def test_units_are_those_of_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "now", lambda: NOW)
    torrent = read()
    assert torrent.progress == 0.5
    assert torrent.download_limit == 12_800
    assert torrent.active_at == NOW - 10
    assert torrent.next_announce == NOW + 60
    assert torrent.content_path == "/data/zwei"
    assert torrent.pieces_have == 3
    assert torrent.labels == ("films",)


def test_what_stands_for_nothing_reads_as_none() -> None:
    torrent = read()
    nothing = (torrent.upload_limit, torrent.connection_limit, torrent.swarm_seeds, torrent.completed_at, torrent.ratio_limit)
    assert nothing == (None,) * 5
    assert torrent.error is None
    assert torrent.checking_progress is None


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, State.DOWNLOADING),
        ({"download_payload_rate": 0}, State.STALLED),
        ({"num_files": 0}, State.METADATA),
        ({"state": "Paused"}, State.STOPPED),
        ({"state": "Queued"}, State.QUEUED),
        ({"state": "Checking"}, State.CHECKING),
        ({"state": "Allocating"}, State.CHECKING),
        ({"state": "Seeding"}, State.SEEDING),
        ({"state": "Moving"}, State.MOVING),
        ({"state": "Error"}, State.ERROR),
        ({"state": "Something new"}, State.UNKNOWN),
        ({"state": None}, State.UNKNOWN),
    ],
)
def test_states_are_one_model(changes: dict[str, Json], state: State) -> None:
    assert read(changes).state is state


def test_before_the_metadata_sizes_are_not_known() -> None:
    torrent = read({"num_files": 0, "total_size": 0, "files": [], "total_remaining": 0})
    assert (torrent.total_size, torrent.size, torrent.left, torrent.is_private, torrent.file_count) == (None,) * 5
    assert torrent.is_complete is False
    assert torrent.content_path is None


@pytest.mark.parametrize(("uploaded", "ratio"), [(0, 0.0), (5, float("inf"))])
def test_a_ratio_below_zero_is_endless_or_nothing(uploaded: int, ratio: float) -> None:
    assert read({"ratio": -1.0, "total_uploaded": uploaded}).ratio == ratio


@pytest.mark.parametrize(("number", "priority"), list(enumerate(table.PRIORITIES)))
def test_priorities_are_four(number: int, priority: Priority) -> None:
    files = read({"file_priorities": [number, 99]}).files
    assert files
    assert [file.priority for file in files] == [priority, None]


def test_every_priority_reads_back_as_it_is_written() -> None:
    assert {table.PRIORITIES[number]: number for number in table.PRIORITY_NUMBERS.values()} == dict(table.PRIORITY_NUMBERS)


@pytest.mark.parametrize(
    ("changes", "states"),
    [
        ({}, (TrackerState.FAILED, TrackerState.UNKNOWN)),
        ({"tracker_status": "Announce Sent"}, (TrackerState.UPDATING, TrackerState.UNKNOWN)),
        (
            {"tracker_status": "Announce OK", "tracker": "http://two.example.net/announce"},
            (TrackerState.UNKNOWN, TrackerState.WORKING),
        ),
        ({"tracker_status": ""}, (TrackerState.UNKNOWN, TrackerState.UNKNOWN)),
        ({"tracker_host": ""}, (TrackerState.UNKNOWN, TrackerState.UNKNOWN)),
    ],
)
def test_only_the_tracker_that_the_status_speaks_of_has_a_state(
    changes: dict[str, Json], states: tuple[TrackerState, ...]
) -> None:
    trackers = read(changes).trackers
    assert trackers
    assert tuple(tracker.state for tracker in trackers) == states


def test_a_failed_tracker_says_why() -> None:
    trackers = read().trackers
    assert trackers
    assert [tracker.message for tracker in trackers] == ["Connection refused", None]


def test_peers_have_address_and_port_apart() -> None:
    peers = read().peers
    assert peers
    assert (peers[0].address, peers[0].port, peers[0].progress) == ("::1", 6881, 0.5)


def test_no_field_asks_for_all_keys() -> None:
    assert table.keys_of(frozenset()) == ["hash"]


ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
ODD_LISTS = st.lists(ODD | st.dictionaries(st.sampled_from(["url", "tier", "ip", "path", "size"]), ODD, max_size=3), max_size=3)


@patient
@given(st.dictionaries(st.sampled_from(sorted(STATUS)), ODD | ODD_LISTS, max_size=6), st.booleans())
def test_no_status_leads_to_an_error(odd: dict[str, Json], is_alone: bool) -> None:
    assert record(odd if is_alone else {**STATUS, **odd}).infohash == HASH
