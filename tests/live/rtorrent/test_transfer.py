"""Two rTorrents of both lines and a magnet link: metadata, peers, and what was set before the metadata came."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import had
from tests.live.rtorrent.conftest import LINES, unified
from tests.live.rtorrent.content import folder_of_files

from bitharbor.errors import UnknownTorrentError
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.records import Priority, State

PATIENCE = 60.0
OTHERS = {LINES[0]: LINES[1], LINES[1]: LINES[0]}


async def until(is_so: Callable[[], Awaitable[bool]], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not await is_so():
        assert time.monotonic() < end, f"waited in vain for: {what}"
        await asyncio.sleep(0.1)


def test_a_magnet_link_becomes_the_torrent_that_was_meant(own_rtorrent: Daemon, fleet: Fleet) -> None:
    made = folder_of_files("from a peer", "a", "sub/b", size=200_000)
    with had(lambda: fleet.own(OTHERS[own_rtorrent.name])) as seeder:
        made.lay(seeder.downloads)
        asyncio.run(fetch(own_rtorrent, seeder, made.infohash, made.torrent))
    for path, data in made.files.items():
        assert (own_rtorrent.downloads / "from a peer" / path.decode()).read_bytes() == data


async def fetch(daemon: Daemon, seeder: Daemon, infohash: str, torrent: bytes) -> None:
    async with unified(daemon) as client, unified(seeder) as giver:
        (await giver.add(torrent)).check()
        await until(lambda: is_in(giver, infohash, State.SEEDING), "the seeder to seed")
        # slow enough to be seen at it
        (await giver.limit(infohash, upload=100_000)).check()
        link = f"magnet:?xt=urn:btih:{infohash}&tr=http://127.0.0.1:9/announce"
        (await client.add(link, category="films", labels=["new"])).check()
        added = await client.torrent(infohash)
        assert (added.has_metadata, added.state) == (False, State.METADATA)

        async def has_metadata() -> bool:
            try:
                await client.add_peers(infohash, f"127.0.0.1:{seeder.bt_port}")
                return (await client.torrent(infohash, fields=["has_metadata"])).has_metadata is True
            except UnknownTorrentError:  # rTorrent puts the torrent in place of the link: for a moment there is neither
                return False

        await until(has_metadata, "the metadata")
        torrent_now = await client.torrent(infohash)
        assert (torrent_now.category, torrent_now.labels, torrent_now.added_at) == ("films", ("new",), added.added_at)
        assert (torrent_now.name, torrent_now.file_count) == ("from a peer", 2)

        async def has_peer() -> bool:
            await client.add_peers(infohash, f"127.0.0.1:{seeder.bt_port}")
            return bool(await client.peers(infohash))

        await until(has_peer, "a peer")
        (peer,) = await client.peers(infohash)
        assert (peer.address, peer.progress) == ("127.0.0.1", 1.0)
        assert "torrent" in peer.client.lower()
        seen = await client.torrent(infohash, fields=["availability", "connected_seeds", "eta", "state"])
        assert seen.availability == pytest.approx(1.0)
        assert seen.connected_seeds == 1
        await until(lambda: is_in(client, infohash, State.SEEDING), "the data")
        assert {file.priority for file in await client.files(infohash)} == {Priority.NORMAL}
        assert await client.export(infohash)


async def is_in(client: TorrentClient, infohash: str, state: State) -> bool:
    return (await client.torrent(infohash, fields=["state"])).state is state
