"""Every recorded answer of 3.1.12 and 3.1.9.2 becomes the records that it stands for."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import msgspec
import pytest
from tests.unit.digest_text.recorded import (
    DATES,
    RECORDINGS,
    STATUSES,
    TIMES,
    TRUE_SIZES,
    Answer,
    amount,
    answers,
    of_kind,
    rows,
)

from bitharbor.qbittorrent import digest_text
from bitharbor.qbittorrent.digest_text.measures import ENDLESS_ETA
from bitharbor.qbittorrent.records import Preferences, Torrent, TorrentFile, TorrentProperties, Tracker


def each(kind: str) -> pytest.MarkDecorator:
    """All recorded answers of a kind."""
    found = of_kind(kind)
    return pytest.mark.parametrize("answer", found, ids=[one.name for one in found])


def test_every_recorded_answer_is_of_a_kind_that_is_tested() -> None:
    kinds = {one.kind for one in answers()}
    assert kinds == {"torrents", "propertiesGeneral", "propertiesTrackers", "propertiesFiles", "preferences", "transferInfo"}
    assert len(answers()) > 70


def first_number(text: str) -> int:
    return int(text.split(" ")[0])


def second_number(text: str) -> int | None:
    return int(text.partition("(")[2].rstrip(")")) if "(" in text else None


@each("torrents")
def test_a_list_of_torrents_loses_nothing_but_decimals(answer: Answer) -> None:
    records = digest_text.torrents(answer.body)
    assert [type(one).__mro__[1] for one in records] == [Torrent] * len(rows(answer.body))
    for record, row in zip(records, rows(answer.body), strict=True):
        assert (record.hash, record.name, record.state) == (row["hash"], row["name"], row["state"])
        assert record.progress == row["progress"]
        assert (record.size, record.dlspeed, record.upspeed) == tuple(amount(row[key]) for key in ("size", "dlspeed", "upspeed"))
        assert record.priority == (0 if row["priority"] == "*" else int(row["priority"]))
        assert (record.num_seeds, record.num_complete) == (first_number(row["num_seeds"]), second_number(row["num_seeds"]))
        assert (record.num_leechs, record.num_incomplete) == (first_number(row["num_leechs"]), second_number(row["num_leechs"]))
        assert record.ratio == float(row["ratio"].replace(",", "."))
        assert record.eta == (TIMES[row["eta"]] or ENDLESS_ETA)
        assert digest_text.text_of(record, "size") == row["size"]


TOLD_OF_A_TORRENT = {
    *("hash", "name", "size", "progress", "dlspeed", "upspeed", "priority", "num_seeds", "num_complete", "num_leechs"),
    *("num_incomplete", "ratio", "eta", "state"),
}


@each("torrents")
def test_what_the_daemon_does_not_tell_is_none(answer: Answer) -> None:
    for record in digest_text.torrents(answer.body):
        values = {field.name: getattr(record, field.name) for field in msgspec.structs.fields(Torrent)}
        assert {name for name, value in values.items() if value is not None} <= TOLD_OF_A_TORRENT


@each("propertiesGeneral")
def test_properties_are_read_with_both_parts_of_each_text(answer: Answer) -> None:
    record = digest_text.properties(answer.body)
    if not rows(answer.body):
        assert record is None
        return
    assert isinstance(record, TorrentProperties)
    (row,) = rows(answer.body)
    assert (record.save_path, record.comment) == (row["save_path"], row["comment"])
    assert record.creation_date == DATES[row["creation_date"]]
    assert (record.piece_size, record.total_wasted) == (amount(row["piece_size"]), amount(row["total_wasted"]))
    for name in ("total_uploaded", "total_downloaded"):
        total, _, session = row[name].partition(" (")
        session = " ".join(session.split(" ")[:2])
        assert (getattr(record, name), getattr(record, f"{name}_session")) == (amount(total), amount(session))
    for name in ("up_limit", "dl_limit"):
        assert getattr(record, name) == (-1 if row[name] == "∞" else amount(row[name]))
    active, _, seeding = row["time_elapsed"].partition(" (")
    seeding = seeding.rstrip(")").removeprefix("Seeded for ").removeprefix("Раздается ")
    assert (record.time_elapsed, record.seeding_time) == (TIMES[active], TIMES[seeding] if seeding else None)
    assert (record.nb_connections, record.nb_connections_limit) == (first_number(row["nb_connections"]), 100)
    assert record.share_ratio == float(row["share_ratio"].replace(",", "."))


@each("propertiesTrackers")
def test_statuses_of_trackers_become_the_numbers_of_today(answer: Answer) -> None:
    records = digest_text.trackers(answer.body)
    if not rows(answer.body):
        assert records is None
        return
    assert records is not None
    told = [(one.url, one.status, one.num_peers, one.msg) for one in records]
    assert told == [(row["url"], STATUSES[row["status"]], int(row["num_peers"]), row["msg"]) for row in rows(answer.body)]
    assert all(isinstance(one, Tracker) for one in records)


@each("propertiesFiles")
def test_files_keep_their_order_and_get_the_priorities_of_today(answer: Answer) -> None:
    records = digest_text.files(answer.body)
    if not rows(answer.body):
        assert records is None
        return
    assert records is not None
    assert all(isinstance(one, TorrentFile) for one in records)
    told = [(one.name, one.size, one.progress, one.priority, one.is_seed) for one in records]
    assert told == [
        (row["name"], amount(row["size"]), row["progress"], {2: 6}.get(row["priority"], row["priority"]), row.get("is_seed"))
        for row in rows(answer.body)
    ]


@each("transferInfo")
def test_the_sentences_of_the_transfer_info_part_into_rate_and_amount(answer: Answer) -> None:
    record = digest_text.transfer_info(answer.body)
    (row,) = rows(answer.body)
    for way in ("dl", "up"):
        rate, data = (part.partition(": ")[2] for part in row[f"{way}_info"].split(" - "))
        assert getattr(record, f"{way}_info_speed") == amount(rate)
        assert getattr(record, f"{way}_info_data") == amount(data)
    assert [getattr(record, name) for name in ("dht_nodes", "connection_status")] == [None, None]


@each("preferences")
def test_preferences_come_in_the_names_and_units_of_today(answer: Answer) -> None:
    (row,) = rows(answer.body)
    record = digest_text.preferences(answer.body)
    assert isinstance(record, Preferences)
    for key in ("dl_limit", "up_limit", "alt_dl_limit", "alt_up_limit"):
        assert getattr(record, key) == (0 if row[key] <= 0 else row[key] * 1024)
    flags = row["download_in_scan_dirs"]
    assert record.scan_dirs == {path: 0 if into else 1 for path, into in zip(row["scan_dirs"], flags, strict=True)}
    assert record.bittorrent_protocol == (0 if row["enable_utp"] else 1)
    bare = {"dhtSameAsBT", "dht_port", "export_dir_enabled"}
    assert record.extra == {key: row[key] for key in bare}
    others = (
        row.keys()
        - bare
        - {"dl_limit", "up_limit", "alt_dl_limit", "alt_up_limit"}
        - {"scan_dirs", "download_in_scan_dirs", "enable_utp"}
    )
    assert len(others) == 60
    for key in others:
        assert getattr(record, key) == ("" if row[key] is None else row[key])


LOCALES = [one for one in of_kind("torrents") if not one.name.startswith("3.1.12:")]


def test_both_versions_were_recorded_in_both_languages() -> None:
    assert {one.name.partition(":")[0] for one in LOCALES} == {"3.1.12-en", "3.1.12-ru_RU", "3.1.9.2-en", "3.1.9.2-ru_RU"}


@pytest.mark.parametrize("answer", LOCALES, ids=[one.name for one in LOCALES])
def test_true_sizes_lie_within_the_precision_that_is_told(answer: Answer) -> None:
    found = {one.name: one for one in digest_text.torrents(answer.body)}
    assert TRUE_SIZES.keys() <= found.keys()
    for name, truth in TRUE_SIZES.items():
        measure = digest_text.measure_of(found[name], "size")
        assert measure is not None
        assert measure.least == found[name].size
        assert measure.least <= truth <= measure.most
        assert measure.is_exact == (truth < 1024)


def true_files() -> dict[str, dict[str, int]]:
    found: dict[str, Any] = json.loads((RECORDINGS / "3.1.12-torrents.json").read_text(encoding="utf-8"))
    return {
        found["hashes"][name]: {path.rpartition("/")[2]: size for path, size in files} for name, files in found["files"].items()
    }


def test_true_sizes_of_files_lie_within_the_precision_that_is_told() -> None:
    truths = true_files()
    seen = 0
    for answer in of_kind("propertiesFiles"):
        for record in digest_text.files(answer.body) or []:
            truth = truths.get(answer.path.split("/")[3].lower(), {}).get(record.name)
            measure = digest_text.measure_of(record, "size")
            if truth is not None:
                assert measure is not None
                assert measure.least <= truth <= measure.most
                seen += 1
    assert seen >= 10


def test_records_can_be_copied_and_pickled_with_their_texts() -> None:
    (record, *_) = digest_text.torrents(LOCALES[0].body)
    for twin in (copy.deepcopy(record), pickle.loads(pickle.dumps(record))):  # noqa: S301 - what was pickled one word before
        assert twin == record
        assert digest_text.text_of(twin, "size") == digest_text.text_of(record, "size")
