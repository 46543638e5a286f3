"""The page of fields says what the tables say, and the tables say what records have."""

from __future__ import annotations

import msgspec
from tools import digest_fields

from bitharbor.qbittorrent.digest_text.fields import ANSWERS
from bitharbor.qbittorrent.digest_text.preferences import BARE_NAMES
from bitharbor.qbittorrent.digest_text.settings import SETTINGS
from bitharbor.qbittorrent.records import Preferences, Record, Torrent, TorrentFile, TorrentProperties, Tracker, TransferInfo

RECORDS: dict[str, type[Record]] = {
    "torrents": Torrent,
    "propertiesGeneral": TorrentProperties,
    "propertiesTrackers": Tracker,
    "propertiesFiles": TorrentFile,
    "transferInfo": TransferInfo,
}


def test_the_page_is_made_of_the_tables() -> None:
    assert digest_fields.PAGE.read_text(encoding="utf-8") == digest_fields.page(), "run: python -m tools.digest_fields"


def test_every_field_of_the_six_answers_has_a_row() -> None:
    assert {answer: len(table) for answer, table in digest_fields.rows()} == {
        "torrents": 12,
        "propertiesGeneral": 12,
        "propertiesTrackers": 4,
        "propertiesFiles": 5,
        "transferInfo": 2,
        "preferences": 70,
    }


def test_every_row_names_fields_that_records_of_today_have() -> None:
    for answer, table in ANSWERS.items():
        fields = {field.name for field in msgspec.structs.fields(RECORDS[answer])}
        assert {name for row in table for name in row.names} <= fields
    fields = {field.name for field in msgspec.structs.fields(Preferences)}
    assert {one.today for one in SETTINGS} - fields == BARE_NAMES
