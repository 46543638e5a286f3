"""Types that users see; `make check` reads this, nothing runs it."""

from __future__ import annotations

from typing import assert_type

import qbittorrentapi
from bitharbor.qbittorrent import Added, AsyncClient, Client, MainData, Torrent


def blocking(client: Client) -> None:
    """The blocking face."""
    torrents = client.torrents.info(filter="stopped", limit=5)
    assert_type(torrents, list[Torrent])
    assert_type(torrents[0].name, str)
    assert_type(torrents[0].popularity, float | None)
    assert_type(client.torrents.add("magnet:?", stopped=True), Added)
    assert_type(client.torrents.export("ab"), bytes)
    assert_type(client.sync.maindata(3), MainData)


async def asynchronous(client: AsyncClient) -> None:
    """The asyncio face."""
    assert_type(await client.torrents.info(), list[Torrent])
    assert_type(await client.app.version(), str | None)


def dropin(client: qbittorrentapi.Client) -> None:
    """The drop-in."""
    torrents = client.torrents.info.stopped()
    assert_type(torrents, qbittorrentapi.TorrentInfoList)
    assert_type(torrents[0], qbittorrentapi.TorrentDictionary)
    assert_type(torrents[0].name, str)
    assert_type(torrents[0].export(), bytes)
    assert_type(client.torrents_add(urls="magnet:?"), str | qbittorrentapi.TorrentsAddedMetadata)
    assert_type(client.app.version, str)
