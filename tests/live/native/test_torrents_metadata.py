"""Metadata of torrents outside the session, on both native faces."""

from __future__ import annotations

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import make
from tests.live.native.shows import SIZES, WEB_SEED, Show

from bitharbor import errors
from bitharbor.model.metainfo import Metainfo
from bitharbor.qbittorrent import Client

UNSEEN = "1" * 40

pytestmark = pytest.mark.lines("qbittorrent-newest")


@pytest.fixture
def able(client: Client) -> Client:
    """The client of a daemon that has these actions."""
    return client


def test_metadata_of_a_torrent_in_the_session_is_known_at_once(able: Client, show: Show) -> None:
    found = able.torrents.fetch_metadata(show.hash)
    assert found.is_known
    assert found.info
    assert {file.path: file.length for file in found.info.files} == {f"show/{name}": size for name, size in SIZES.items()}
    assert (found.webseeds, found.extra, found.info.extra) == ([WEB_SEED], {}, {})


def test_a_torrent_that_was_parsed_can_be_saved(able: Client, daemon: Daemon) -> None:
    made = make(daemon.downloads / "parsed", "saved.bin", 20_000)
    able.torrents.parse_metadata(made.torrent)
    assert Metainfo.parse(able.torrents.save_metadata(made.torrent_hash)).infohash.v1 == made.torrent_hash


def test_metadata_that_nobody_has_is_not_known(able: Client) -> None:
    magnet = f"magnet:?xt=urn:btih:{UNSEEN}&dn=100%25&tr=http%3A%2F%2F127.0.0.1%3A1%2Fa%3Fb%3D%2526"
    found = able.torrents.fetch_metadata(magnet)
    assert (found.is_known, found.hash) == (False, UNSEEN)
    with pytest.raises(errors.ConflictError):
        able.torrents.save_metadata(magnet)


def test_what_cannot_be_fetched_is_told(able: Client) -> None:
    for source in ("", "no source!"):
        with pytest.raises(errors.BadRequestError):
            able.torrents.fetch_metadata(source)
    with pytest.raises(errors.BadRequestError):
        able.torrents.fetch_metadata("http://127.0.0.1:1/x.torrent", downloader="no plugin")
    with pytest.raises(errors.BadRequestError):
        able.torrents.save_metadata("")
    with pytest.raises(errors.NotFoundError):
        able.torrents.save_metadata("http://127.0.0.1:1/never-asked.torrent")


def test_files_are_parsed_in_their_order_however_many(able: Client, daemon: Daemon) -> None:
    made = [make(daemon.downloads / "parsed", f"{number}.bin", 20_000) for number in range(13)]
    found = able.torrents.parse_metadata([one.torrent for one in made])
    assert [one.hash for one in found] == [one.torrent_hash for one in made]
    assert all(one.is_known and one.extra == {} for one in found)


def test_what_is_no_torrent_is_not_parsed(able: Client) -> None:
    with pytest.raises(errors.InvalidTorrentError):
        able.torrents.parse_metadata(b"no torrent")
    with pytest.raises(errors.MediaRefusedError):
        able.torrents.parse_metadata(b"d4:infodee")
    with pytest.raises(errors.UsageError):
        able.torrents.parse_metadata([])
