"""The order of fields in records that come by the hundred: daemons send keys in alphabetical order, and strict decoding looks for
each key first where the field after the last one stands. A list of torrents in the order of the wire decodes a third faster."""

from __future__ import annotations

import msgspec
import pytest

from bitharbor.qbittorrent.records import (
    LogMessage,
    LogPeer,
    Peer,
    Record,
    SearchResult,
    Torrent,
    TorrentFile,
    Tracker,
    TrackerEndpoint,
)


@pytest.mark.parametrize(
    "kind",
    [LogMessage, LogPeer, Peer, SearchResult, Torrent, TorrentFile, Tracker, TrackerEndpoint],
    ids=lambda kind: kind.__name__,
)
def test_fields_stand_in_the_order_of_the_wire(kind: type[Record]) -> None:
    keys = [field.encode_name for field in msgspec.structs.fields(kind)]
    assert keys == sorted(keys)
