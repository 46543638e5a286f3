"""Adding a folder of torrents to any daemon, and listing all that it tells of them: `steering.py SUBJECT URL FOLDER`.

Prints seconds of the wall for both, the list as the quickest of some. URL is `KIND://USER:PASSWORD@HOST:PORT[/PATH]`. Standard
library and one package only: it runs in the environment of a peer.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
import time
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LISTS = 5
Lists = tuple[list[float], int]
Say = Callable[[float, Lists, Lists], None]
# what aiobtclientapi lists: ours is measured at the same beside all
BRIEF = ("name", "state", "progress", "is_complete", "download_rate", "upload_rate", "connected_seeds", "swarm_seeds")


async def bitharbor(url: str, paths: list[Path], say: Say) -> None:
    """Ours."""
    connect = import_module("bitharbor").connect
    async with connect(url, timeout=600) as client:
        await client.connect()
        began = time.perf_counter()
        (await client.add(*paths, is_stopped=True)).check()
        adding = time.perf_counter() - began
        say(adding, await repeated(client.torrents), await repeated(lambda: client.torrents(fields=BRIEF)))


async def aiobtclientapi(url: str, paths: list[Path], say: Say) -> None:
    """The package of this name from PyPI, 2.x: one torrent a call, and few of the fields."""
    kind, _, place = url.partition("://")
    place = f"http://{place}" if kind == "transmission" else place
    async with import_module("aiobtclientapi").api(kind, url=place, timeout=600) as api:
        await api.connect()
        began = time.perf_counter()
        for path in paths:
            await api.add(str(path), stopped=True)
        adding = time.perf_counter() - began

        async def listed() -> list[Any]:
            return [dict(torrent) for torrent in await api.get_torrents()]

        found = await repeated(listed)
        say(adding, found, found)


def transmission_rpc(url: str, paths: list[Path], say: Say) -> None:
    """transmission-rpc from PyPI."""
    parts = urlsplit(url)
    client = import_module("transmission_rpc").Client(
        host=parts.hostname, port=parts.port, username=parts.username, password=parts.password, timeout=600
    )
    began = time.perf_counter()
    for path in paths:
        client.add_torrent(path.read_bytes(), paused=True)
    adding = time.perf_counter() - began
    found = again(client.get_torrents)
    say(adding, found, found)


def deluge_client(url: str, paths: list[Path], say: Say) -> None:
    """deluge-client from PyPI."""
    parts = urlsplit(url)
    made = import_module("deluge_client").DelugeRPCClient
    client = made(parts.hostname, parts.port, parts.username, parts.password, timeout=600)
    client.connect()
    began = time.perf_counter()
    for path in paths:
        content = base64.b64encode(path.read_bytes())
        client.call("core.add_torrent_file", path.name, content, {"add_paused": True})
    adding = time.perf_counter() - began
    found = again(lambda: client.call("core.get_torrents_status", {}, []))
    say(adding, found, found)


async def repeated(act: Callable[[], Awaitable[Any]]) -> Lists:
    """Seconds of each of some calls, and how many came."""
    times: list[float] = []
    found: Any = ()
    for _ in range(LISTS):
        began = time.perf_counter()
        found = await act()
        times.append(time.perf_counter() - began)
    return times, len(found)


def again(act: Callable[[], Any]) -> Lists:
    """As `repeated`, blocking."""
    times: list[float] = []
    found: Any = ()
    for _ in range(LISTS):
        began = time.perf_counter()
        found = act()
        times.append(time.perf_counter() - began)
    return times, len(found)


SUBJECTS: dict[str, Callable[[str, list[Path], Say], Any]] = {
    "bitharbor": bitharbor,
    "aiobtclientapi": aiobtclientapi,
    "transmission-rpc": transmission_rpc,
    "deluge-client": deluge_client,
}


def say(adding: float, whole: Lists, brief: Lists) -> None:
    """Print what was measured."""
    print(json.dumps({"add": adding, "list": min(whole[0]), "brief": min(brief[0]), "count": whole[1]}))


def main(subject: str, url: str, folder: str) -> None:
    """The command."""
    done = SUBJECTS[subject](url, sorted(Path(folder).glob("*.torrent")), say)
    if done is not None:
        asyncio.run(done)


if __name__ == "__main__":
    main(*sys.argv[1:])
