"""Lists of torrents as `aiobtclientapi` gives them."""

from __future__ import annotations

from aiobtclientapi.torrents import Torrent, TorrentList, fields_of
from bitharbor.unified.records import Torrent as Record

FIRST, SECOND = "a" * 40, "b" * 40


def test_a_list_keeps_its_order_finds_by_infohash_in_any_spelling_and_is_printed_whole() -> None:
    names, _ = fields_of(["name"])
    torrents = TorrentList(Torrent(Record(infohash=one, name=one[:3]), names) for one in (SECOND, FIRST))
    assert [torrent.name for torrent in torrents] == ["bbb", "aaa"]
    assert torrents[FIRST.upper()].name == "aaa"
    assert repr(torrents) == f"<TorrentList [<Torrent {SECOND}>, <Torrent {FIRST}>]>"
