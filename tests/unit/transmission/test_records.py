"""Reading tables and records of both languages, strictly."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from bitharbor.transmission.dialects import UnreadableError
from bitharbor.transmission.records import Groups, Settings, Torrent, read, read_torrents
from bitharbor.transmission.session import Dialect


def raw(value: Any) -> msgspec.Raw:
    return msgspec.Raw(value if isinstance(value, bytes) else json.dumps(value).encode())


def table(*rows: list[Any], dialect: Dialect = Dialect.CLASSIC) -> list[Torrent]:
    return read_torrents(dialect, raw({"torrents": list(rows)}))


def test_a_row_is_read_by_the_names_above_it() -> None:
    (old,) = table(["percentDone", "name", "trackerStats"], [1, "x", [{"announce": "a", "seederCount": 3}]])
    stats = [{"announce": "a", "seeder_count": 3}]
    (new,) = table(["name", "percent_done", "tracker_stats"], ["x", 1, stats], dialect=Dialect.MODERN)
    for one in (old, new):
        assert (one.name, one.percent_done, one.hash_string) == ("x", 1.0, None)
        assert one.tracker_stats
        assert one.tracker_stats[0].seeder_count == 3


def test_columns_that_nobody_knows_do_no_harm() -> None:
    (one,) = table(["name", "invented"], ["x", {"a": [1]}])
    assert one.name == "x"


def test_rates_of_4_1_0_with_a_fraction_are_read() -> None:
    (one,) = table(["rateDownload", "wanted"], [1.0, [1, 0]])
    assert (one.rate_download, one.wanted) == (1.0, [1, 0])


@pytest.mark.parametrize(
    "answer",
    [
        {"torrents": [["name"], [5]]},
        {"torrents": [["name", "name"], ["a", "b"]]},
        {"torrents": [["name"], []]},
        {"torrents": [["group"], [0]]},  # 3.00, of what it does not know
        {"torrents": [{"name": "x"}]},
        {"torrents": 0},
        {},
        b'{"torrents": [["name"], ["\xff"]]}',
    ],
)
def test_what_was_never_seen_is_unreadable(answer: Any) -> None:
    with pytest.raises(UnreadableError):
        read_torrents(Dialect.CLASSIC, raw(answer))


def test_records_are_read_in_both_spellings() -> None:
    old = read(Settings, Dialect.CLASSIC, "session_get", raw({"download-dir": "/d", "units": {"speed-bytes": 1000}}))
    new = read(Settings, Dialect.MODERN, "session_get", raw({"download_dir": "/d", "units": {"speed_bytes": 1000}}))
    for one in (old, new):
        assert one.download_dir == "/d"
        assert one.units
        assert one.units.speed_bytes == 1000
    groups = read(Groups, Dialect.CLASSIC, "group_get", raw({"group": [{"name": "g", "honorsSessionLimits": False}]}))
    assert groups.group[0].honors_session_limits is False
    with pytest.raises(UnreadableError):
        read(Groups, Dialect.MODERN, "group_get", raw({"group": [{}]}))
