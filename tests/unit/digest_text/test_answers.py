"""Answers that are broken, empty, of 3.0.8 or of nobody: records, None or BadAnswerError, and nothing else."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.errors import BadAnswerError, UsageError
from bitharbor.qbittorrent import digest_text

READERS: list[Callable[[bytes], object]] = [
    digest_text.torrents,
    digest_text.properties,
    digest_text.trackers,
    digest_text.files,
    digest_text.transfer_info,
    digest_text.preferences,
]
readers = pytest.mark.parametrize("read", READERS, ids=[one.__name__ for one in READERS])


@pytest.mark.parametrize("body", [b"", b" ", b"{}", b"{  }", b"[]", b"[  ]", b"null"])
def test_an_infohash_that_is_not_known_gives_none(body: bytes) -> None:
    assert (digest_text.properties(body), digest_text.trackers(body), digest_text.files(body)) == (None, None, None)


@pytest.mark.parametrize("body", [b"", b"[]", b"[  ]"])
def test_a_daemon_without_torrents_gives_an_empty_list(body: bytes) -> None:
    assert digest_text.torrents(body) == []


def test_backslashes_that_json_does_not_know_are_understood() -> None:
    body = rb"""[{"url":"http://a/?b=1\&c=2","status":"Working","num_peers":"1","msg":"it\'s \\' \"x\" \u0041"}]"""
    (tracker,) = digest_text.trackers(body) or []
    assert (tracker.url, tracker.msg) == ("http://a/?b=1&c=2", "it's \\' \"x\" A")


def test_a_pair_of_backslashes_before_an_apostrophe_stays_one() -> None:
    (file,) = digest_text.files(rb"""[{"name":"a\\'b\&","size":"1 B","progress":0,"priority":1}]""") or []
    assert file.name == "a\\'b&"


@pytest.mark.parametrize(
    "body", [b'[{"hash":"a","progress":NaN}]', b'[{"hash":"a"', b"<html>", b"\xff", b'{"a":\\x}', b"[" * 5000]
)
@readers
def test_what_is_no_json_is_told_in_plain_words(read: Callable[[bytes], object], body: bytes) -> None:
    with pytest.raises(BadAnswerError):
        read(body)


@pytest.mark.parametrize("body", [b"[1]", b'[{"name":"no hash"}]', b'[{"hash":5}]', b'{"hash":"a"}', b"7"])
def test_a_list_of_something_else_is_refused(body: bytes) -> None:
    with pytest.raises(BadAnswerError):
        digest_text.torrents(body)


@pytest.mark.parametrize("body", [b"", b"{}", b"[]"])
def test_no_rates_are_no_answer(body: bytes) -> None:
    with pytest.raises(BadAnswerError):
        digest_text.transfer_info(body)


def test_what_cannot_be_understood_is_none_and_its_text_is_kept() -> None:
    row = {"hash": "a", "size": "Unbekannt", "eta": "bald", "priority": "?", "progress": "half", "num_seeds": "viele", "new": 7}
    (record,) = digest_text.torrents(json.dumps([row]).encode())
    assert [getattr(record, name) for name in ("size", "eta", "priority", "progress", "num_seeds")] == [None] * 5
    assert digest_text.text_of(record, "size") == "Unbekannt"
    assert digest_text.text_of(record, "dlspeed") is None
    assert digest_text.measure_of(record, "size") is None
    text = record.extra["text"]
    assert isinstance(text, dict)
    assert text["new"] == 7


def test_both_ends_of_a_number_are_told() -> None:
    (record,) = digest_text.torrents(b'[{"hash":"a","size":"1.8 GiB","dlspeed":"5 B/s","ratio":"0.9"}]')
    assert digest_text.measure_of(record, "size") == digest_text.Measure(1932735284, 2040109465)
    assert digest_text.measure_of(record, "dlspeed") == digest_text.Measure(5, 5)
    assert digest_text.measure_of(record, "ratio") == digest_text.Measure(0.9, 1.0)


def test_a_status_in_another_language_stays_a_word() -> None:
    (tracker,) = digest_text.trackers(b'[{"url":"u","status":"Funktioniert","num_peers":"0","msg":""}]') or []
    assert tracker.status == "Funktioniert"


@pytest.mark.parametrize(("today", "then"), [(0, 0), (1, 1), (6, 2), (7, 7)])
def test_priorities_of_files_go_back_as_they_came(today: int, then: int) -> None:
    assert digest_text.file_priority(today) == then
    (file,) = digest_text.files(json.dumps([{"name": "a", "priority": then}]).encode()) or []
    assert file.priority == today


@pytest.mark.parametrize("priority", [-1, 2, 5, 8])
def test_other_priorities_of_files_are_refused(priority: int) -> None:
    with pytest.raises(UsageError):
        digest_text.file_priority(priority)


KEYS = [
    "hash",
    "name",
    "size",
    "eta",
    "priority",
    "status",
    "url",
    "num_seeds",
    "total_uploaded",
    "creation_date",
    "dl_info",
    "scan_dirs",
    "dl_limit",
]
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["1.5 KiB", "∞", "*", "1m"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=5),
    max_leaves=12,
)


@readers
@given(body=st.binary(max_size=60) | st.text(max_size=60).map(str.encode) | values.map(lambda value: json.dumps(value).encode()))
def test_no_answer_raises_anything_foreign(read: Callable[[bytes], object], body: bytes) -> None:
    with contextlib.suppress(BadAnswerError):
        read(body)
