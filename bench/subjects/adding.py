"""How each library adds `.torrent` files, as its users do: one call for all where it has one, else one after the other.

Run as `python adding.py NAME URL FOLDER` in the library's environment; prints the seconds of adding all files of the folder.
What may enter: the standard library, and the library of the subject inside its own function.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path

USER, PASSWORD = "admin", "adminadmin"  # of a daemon that the bench started


def blocking(url: str, files: list[Path]) -> float:
    """`bitharbor.qbittorrent.Client`."""
    from bitharbor.qbittorrent import Client

    with Client(url, USER, PASSWORD) as client:
        client.auth.log_in()
        begin = time.perf_counter()
        added = client.torrents.add(files=files, stopped=True)
        assert len(added.of("added")) == len(files)
        return time.perf_counter() - begin


def asynchronous(url: str, files: list[Path]) -> float:
    """`bitharbor.qbittorrent.AsyncClient`."""
    from bitharbor.qbittorrent import AsyncClient

    async def work() -> float:
        async with AsyncClient(url, USER, PASSWORD) as client:
            await client.auth.log_in()
            begin = time.perf_counter()
            added = await client.torrents.add(files=files, stopped=True)
            assert len(added.of("added")) == len(files)
            return time.perf_counter() - begin

    return asyncio.run(work())


def flat(url: str, files: list[Path]) -> float:
    """`qbittorrentapi.Client`, ours or the one on PyPI."""
    from qbittorrentapi import Client

    client = Client(host=url, username=USER, password=PASSWORD)
    client.auth_log_in()
    begin = time.perf_counter()
    for file in files:
        client.torrents_add(torrent_files=str(file), is_stopped=True)
    return time.perf_counter() - begin


def unified(url: str, files: list[Path]) -> float:
    """`aiobtclientapi`, ours or the one on PyPI."""
    import aiobtclientapi

    async def work() -> float:
        async with aiobtclientapi.api("qbittorrent", url=url, username=USER, password=PASSWORD) as api:
            await api.connect()
            begin = time.perf_counter()
            for file in files:
                await api.add(str(file), stopped=True)
            return time.perf_counter() - begin

    return asyncio.run(work())


SUBJECTS: dict[str, Callable[[str, list[Path]], float]] = {
    "blocking": blocking,
    "asynchronous": asynchronous,
    "flat": flat,
    "unified": unified,
}


if __name__ == "__main__":
    print(SUBJECTS[sys.argv[1]](sys.argv[2], sorted(Path(sys.argv[3]).iterdir())))
