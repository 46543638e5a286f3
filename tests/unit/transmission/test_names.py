"""The two spellings: what a name is in the other language, and that none is lost on the way."""

from __future__ import annotations

import pytest

from bitharbor.transmission.methods import RETRIES
from bitharbor.transmission.names import (
    CAMEL,
    KEBAB,
    classic,
    classic_answer,
    classic_arguments,
    classic_method,
    modern,
    modern_arguments,
)
from bitharbor.transmission.records import KEYS

PAIRS = [
    ("torrent_get", "download_dir", "downloadDir"),
    ("session_get", "download_dir", "download-dir"),
    ("torrent_add", "download_dir", "download-dir"),
    ("torrent_get", "peer_limit", "peer-limit"),
    ("torrent_get", "percent_done", "percentDone"),
    ("torrent_get", "primary_mime_type", "primary-mime-type"),
    ("torrent_get", "total_size", "totalSize"),
    ("free_space", "total_size", "total_size"),
    ("free_space", "size_bytes", "size-bytes"),
    ("session_get", "cache_size_mib", "cache-size-mb"),
    ("session_get", "seed_ratio_limited", "seedRatioLimited"),
    ("torrent_get", "sequential_download", "sequential_download"),  # younger than the classic language
    ("torrent_get", "is_utp", "isUtp"),
]


@pytest.mark.parametrize(("method", "new", "old"), PAIRS)
def test_a_name_has_one_spelling_in_each_language(method: str, new: str, old: str) -> None:
    assert classic(new, method) == old
    assert modern(old) == new
    assert modern(new) == new


def test_every_name_survives_the_way_there_and_back() -> None:
    for name in (CAMEL | KEBAB | set(KEYS)) - {"cache_size_mb"}:
        for method in ("", "torrent_get", "free_space"):
            assert modern(classic(name, method)) == name
    assert not CAMEL & KEBAB


def test_every_method_survives_the_way_there_and_back() -> None:
    for method in RETRIES:
        assert modern(classic_method(method)) == method


def test_values_are_no_names_but_those_of_fields() -> None:
    given = modern_arguments({"fields": ["peer-limit", "downloadDir"], "ids": "recently-active", "labels": ["my-label"]})
    assert given == {"fields": ["peer_limit", "download_dir"], "ids": "recently_active", "labels": ["my-label"]}
    assert classic_arguments("torrent_get", given) == {
        "fields": ["peer-limit", "downloadDir"],
        "ids": "recently-active",
        "labels": ["my-label"],
    }


def test_the_names_of_a_table_stand_in_its_first_row() -> None:
    answer = classic_answer(
        "torrent_get",
        {"torrents": [["hash_string", "file_stats"], ["peer_limit", [{"bytes_completed": 1}]]]},
    )
    assert answer == {"torrents": [["hashString", "fileStats"], ["peer_limit", [{"bytesCompleted": 1}]]]}


def test_objects_are_renamed_to_the_bottom() -> None:
    answer = classic_answer("torrent_get", {"torrents": [{"peers_from": {"from_dht": 1}, "webseeds": ["a_b"]}], "removed": []})
    assert answer == {"torrents": [{"peersFrom": {"fromDht": 1}, "webseeds": ["a_b"]}], "removed": []}
