"""What a torrent is made of, on each line and both native faces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.live.content import wait_until
from tests.live.native.shows import PIECE, SIZES, STRANGER, Show

from bitharbor import errors
from bitharbor.model.metainfo import Metainfo
from bitharbor.qbittorrent import Client

Version = tuple[int, ...]


def test_properties_are_those_of_the_torrent(client: Client, show: Show) -> None:
    found = client.torrents.properties(show.hash)
    assert found.extra == {}
    assert (found.total_size, found.piece_size, found.pieces_have) == (sum(SIZES.values()), PIECE, found.pieces_num)
    assert (found.comment, found.dl_limit, found.eta) == ("of three files", -1, 8640000)


def test_files_are_listed_in_their_order(client: Client, show: Show) -> None:
    files = client.torrents.files(show.hash)
    assert {file.name: file.size for file in files} == {f"show/{name}": size for name, size in SIZES.items()}
    assert [file.extra for file in files] == [{}, {}, {}]
    assert [file.is_seed is None for file in files] == [False, True, True]
    assert files[0].piece_range == (0, 2)


def test_files_can_be_chosen_by_index_where_the_daemon_can(client: Client, show: Show, version: Version) -> None:
    if version < (4, 3, 5):
        with pytest.raises(errors.UnsupportedError, match=r"`indexes` exists since qBittorrent 4\.3\.5"):
            client.torrents.files(show.hash, [0, 2])
        return
    assert [file.index for file in client.torrents.files(show.hash, [0, 2])] == [0, 2]
    assert [file.index for file in client.torrents.files(show.hash, 1)] == [1]
    with pytest.raises(errors.ConflictError):
        client.torrents.files(show.hash, 7)


def test_every_piece_has_a_state_and_a_hash(client: Client, show: Show) -> None:
    wait_until(lambda: client.torrents.piece_states(show.hash) == [2] * 8, "eight complete pieces")
    assert [bytes.fromhex(one) for one in client.torrents.piece_hashes(show.hash)] == pieces_of(show.torrent)


def pieces_of(torrent: bytes) -> list[bytes]:
    start = torrent.index(b"6:pieces160:") + len(b"6:pieces160:")
    return [torrent[place : place + 20] for place in range(start, start + 160, 20)]


def test_availability_and_count_exist_since_their_versions(client: Client, show: Show, version: Version) -> None:
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError):
            client.torrents.piece_availability(show.hash)
    else:
        assert client.torrents.piece_availability(show.hash) == []  # of a complete torrent
    if version < (4, 6, 1):
        with pytest.raises(errors.UnsupportedError):
            client.torrents.count()
    else:
        assert client.torrents.count() == 1


def test_trackers_and_files_of_the_list_are_records(client: Client, show: Show, version: Version) -> None:
    if version < (5, 1):
        return
    (row,) = client.torrents.info(hashes=show.hash, include_trackers=True)
    assert row.trackers
    assert [one.tier for one in row.trackers] == [0]
    if version >= (5, 2):
        (row,) = client.torrents.info(hashes=show.hash, include_files=True)
        assert row.files
        assert [one.index for one in row.files] == [0, 1, 2]
    assert row.extra == {}


def test_an_exported_torrent_is_the_one_that_was_added(client: Client, show: Show, version: Version) -> None:
    if version < (4, 5):
        return
    assert Metainfo.parse(client.torrents.export(show.hash)).infohash.v1 == show.hash


# actions on one torrent: call, since; all answer 404 to an infohash that is not there
ON_ONE: dict[str, tuple[Callable[[Client], Any], Version]] = {
    "properties": (lambda c: c.torrents.properties(STRANGER), (4, 1)),
    "files": (lambda c: c.torrents.files(STRANGER), (4, 1)),
    "trackers": (lambda c: c.torrents.trackers(STRANGER), (4, 1)),
    "webseeds": (lambda c: c.torrents.webseeds(STRANGER), (4, 1)),
    "piece_states": (lambda c: c.torrents.piece_states(STRANGER), (4, 1)),
    "piece_hashes": (lambda c: c.torrents.piece_hashes(STRANGER), (4, 1)),
    "piece_availability": (lambda c: c.torrents.piece_availability(STRANGER), (5, 2)),
    "export": (lambda c: c.torrents.export(STRANGER), (4, 5)),
    "file_priority": (lambda c: c.torrents.file_priority(STRANGER, 0, 1), (4, 1)),
    "rename": (lambda c: c.torrents.rename(STRANGER, "name"), (4, 1)),
    "rename_file": (lambda c: c.torrents.rename_file(STRANGER, "a", "b"), (4, 2, 1)),
    "rename_folder": (lambda c: c.torrents.rename_folder(STRANGER, "a", "b"), (4, 3, 3)),
    "edit_tracker": (lambda c: c.torrents.edit_tracker(STRANGER, "http://127.0.0.1/a", "http://127.0.0.1/b"), (4, 1, 5)),
    "add_webseeds": (lambda c: c.torrents.add_webseeds(STRANGER, "http://127.0.0.1/a"), (5, 1)),
    "edit_webseed": (lambda c: c.torrents.edit_webseed(STRANGER, "http://127.0.0.1/a", "http://127.0.0.1/b"), (5, 1)),
    "remove_webseeds": (lambda c: c.torrents.remove_webseeds(STRANGER, "http://127.0.0.1/a"), (5, 1)),
    "ssl_parameters": (lambda c: c.torrents.ssl_parameters(STRANGER), (5, 0)),
    "set_ssl_parameters": (lambda c: c.torrents.set_ssl_parameters(STRANGER, "", "", ""), (5, 0)),
    "download_file": (lambda c: enter(c.torrents.download_file(STRANGER, 0)), (5, 3)),
}


def enter(stream: Any) -> None:
    with stream:
        pass


@pytest.mark.parametrize("action", ON_ONE)
def test_a_torrent_that_is_not_there_is_not_found(client: Client, version: Version, action: str) -> None:
    call, since = ON_ONE[action]
    with pytest.raises(errors.NotFoundError if version >= since else errors.UnsupportedError):
        call(client)
