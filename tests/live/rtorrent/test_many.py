"""Orders for many torrents: few requests, and each torrent as safe as alone."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.harness.daemon import Daemon
from tests.live.content import Made, make
from tests.live.rtorrent.conftest import tell
from tests.live.rtorrent.content import folder_of_files
from tests.live.rtorrent.relay import broken_line
from tests.live.rtorrent.test_verbs import in_state

from bitharbor import errors
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.outcome import Outcome
from bitharbor.unified.records import State
from bitharbor.unified.registry import connect

MANY = 200
NOBODY = "0" * 40


def kinds(outcome: Outcome) -> dict[str | None, type[errors.BitharborError]]:
    """The errors of an order."""
    return {item.infohash: type(item.error) for item in outcome.failed if item.error}


async def all_seed(client: TorrentClient, *infohashes: str) -> None:
    """Wait until all of these torrents seed."""
    for infohash in infohashes:
        await in_state(client, infohash, State.SEEDING)


def paths(folder: Path) -> set[str]:
    """All files below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_orders_for_many_torrents_take_fewer_requests_than_there_are_torrents(own_rtorrent: Daemon, tmp_path: Path) -> None:
    made = [make(own_rtorrent.downloads, f"{number}.bin", 1000) for number in range(MANY)]
    ids = [one.torrent_hash for one in made]

    async def story() -> None:
        heard: list[bytes] = []
        async with broken_line(own_rtorrent, 1.0, heard) as address, connect(f"rtorrent+{address}") as client:
            (await client.add(*(one.torrent for one in made), is_stopped=True)).check()
            heard.clear()
            (await client.limit(*ids, download=51_200)).check()
            assert len(heard) < MANY / 10
            heard.clear()
            (await client.move(*ids, location=str(tmp_path / "new"))).check()
            assert len(heard) < MANY
            torrents = await client.torrents(*ids)
        assert {torrent.download_limit for torrent in torrents} == {51_200}
        assert {torrent.save_path for torrent in torrents} == {str(tmp_path / "new")}

    asyncio.run(story())
    assert paths(tmp_path / "new") == {one.name for one in made}
    assert paths(own_rtorrent.downloads) == set()


def test_torrents_that_cannot_be_moved_keep_no_other_from_it_and_lose_nothing(rtorrent: Daemon, folder: Path) -> None:
    new = folder / "new"
    plain = [make(folder / "a", f"{number}.bin") for number in range(5)]
    occupied, twin, other = make(folder / "a", "occupied"), make(folder / "a", "twin"), make(folder / "b", "twin", 50_000)
    several, inner = folder_of_files("several", "x", "y"), make(folder / "a" / "several" / "sub", "inner")
    several.lay(folder / "a")
    new.mkdir()
    (new / "occupied").write_text("mine")
    made: list[Made] = [*plain[:2], occupied, twin, other, inner, *plain[2:]]
    good = [one.torrent_hash for one in (*plain, twin, inner)]

    async def story(client: TorrentClient) -> None:
        for one in made:
            (await client.add(one.torrent, location=str(one.folder))).check()
        (await client.add(several.torrent, location=str(folder / "a"))).check()
        ids = [NOBODY, *(one.torrent_hash for one in made), several.infohash]
        await all_seed(client, *ids[1:])
        outcome = await client.move(*ids, location=str(new))
        assert kinds(outcome) == {
            NOBODY: errors.UnknownTorrentError,
            occupied.torrent_hash: errors.DataKeptError,
            other.torrent_hash: errors.DataKeptError,
        }
        await all_seed(client, *ids[1:])  # also those that stay where they are
        moved = await client.torrents(*good, several.infohash, fields=["save_path"])
        assert {torrent.save_path for torrent in moved} == {str(new)}
        assert (await client.move(*good, several.infohash, location=str(new))).success  # nothing is left to do

    tell(rtorrent, story)
    assert paths(folder / "a") == {"occupied"}
    assert paths(folder / "b") == {"twin"}
    assert paths(new) == {"several/x", "several/y", "occupied", "twin", "inner", *(one.name for one in plain)}
    assert (new / "occupied").read_text() == "mine"


def test_running_and_stopped_torrents_are_limited_in_one_order_and_stay_what_they_are(rtorrent: Daemon) -> None:
    running, stopped = make(rtorrent.downloads, "running"), make(rtorrent.downloads, "stopped")

    async def story(client: TorrentClient) -> None:
        (await client.add(running.torrent)).check()
        (await client.add(stopped.torrent, is_stopped=True)).check()
        await all_seed(client, running.torrent_hash)
        outcome = await client.limit(running.torrent_hash, NOBODY, stopped.torrent_hash, upload=20_480)
        assert kinds(outcome) == {NOBODY: errors.UnknownTorrentError}
        told = await client.torrents(running.torrent_hash, stopped.torrent_hash, fields=["upload_limit", "state"])
        assert [(one.upload_limit, one.state) for one in told] == [(20_480, State.SEEDING), (20_480, State.STOPPED)]

    tell(rtorrent, story)
