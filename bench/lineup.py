"""Who is measured, at what, and what is aimed at. Tables only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DICTS = "limit: dicts"
STRUCTS = "limit: structs"
DROPIN = "drop-in"
BLOCKING = "native, blocking"
ASYNCIO = "native, asyncio"
ALONE = "aiohttp alone"


@dataclass(frozen=True, slots=True)
class Case:
    """Something to be measured.

    :ivar times: runs a turn; the figure of a turn is their mean
    :ivar turns: at most so many, if more would say nothing new
    :ivar is_fresh: wants a process in which nothing was done before
    """

    heading: str
    times: int
    turns: int = 1000
    is_fresh: bool = False


CASES: Mapping[str, Case] = {
    "list": Case("list of all torrents", 2),
    "peak": Case("memory of a first list", 1, turns=3, is_fresh=True),
    "name": Case("t.name", 200_000),
    "version": Case("small call: app/version", 400),
    "stop": Case("small call by version: torrents/stop", 400),
    "delta": Case("small JSON: sync/maindata", 400),
    "flight": Case("app/version, 50 in flight", 5_000),
    "files": Case("all files of a torrent", 1),
    "threads": Case("app/version, 8 threads on one client", 800),
    "import": Case("import", 1, is_fresh=True),
}

SMALL_CALLS = ("version", "stop", "delta")
FILES = ("files",)
FLAT = (*FILES, "threads")
ALL_BUT_FLIGHT: tuple[str, ...] = ("list", "peak", "name", *SMALL_CALLS, "import")
WITH_FLIGHT = (*ALL_BUT_FLIGHT, "flight")


@dataclass(frozen=True, slots=True)
class Entry:
    """One subject.

    :ivar module: of `bench.subjects`
    :ivar factory: in that module
    :ivar limit: the entry whose list is the least that this one's list can cost
    :ivar statement: what its users import
    :ivar peer: the package whose environment it runs in; empty for ours
    :ivar rival: the entry that its users would have instead
    """

    name: str
    module: str
    factory: str
    limit: str = ""
    statement: str = ""
    peer: str = ""
    rival: str = ""
    cases: tuple[str, ...] = ALL_BUT_FLIGHT


ENTRIES = (
    Entry(DICTS, "bare", "dicts", DICTS, cases=(*ALL_BUT_FLIGHT, *FILES)),
    Entry(STRUCTS, "bare", "structs", STRUCTS),
    Entry(DROPIN, "flat", "connect", DICTS, "import qbittorrentapi", rival="qbittorrent-api", cases=(*ALL_BUT_FLIGHT, *FLAT)),
    Entry(
        "qbittorrent-api",
        "flat",
        "connect",
        DICTS,
        "import qbittorrentapi",
        "qbittorrent-api",
        cases=(*ALL_BUT_FLIGHT, *FLAT),
    ),
    Entry(BLOCKING, "native", "connect", STRUCTS, "from bitharbor.qbittorrent import Client", rival="qbittorrent-api"),
    Entry(
        ASYNCIO,
        "native",
        "connect_async",
        STRUCTS,
        "from bitharbor.qbittorrent import AsyncClient",
        rival="aioqbt",
        cases=WITH_FLIGHT,
    ),
    Entry("aioqbt", "aioqbt", "connect", DICTS, "import aioqbt.client", "aioqbt", cases=WITH_FLIGHT),
    Entry(ALONE, "bare", "aiohttp_alone", DICTS, "import aiohttp", cases=WITH_FLIGHT),
)


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be: seconds of `clock`, or with `over` their ratio to another entry's.

    :ivar most: not more than that; for `is_rate` not more seconds than one through that
    """

    entry: str
    case: str
    most: float
    clock: str = "cpu"
    over: str = ""
    is_rate: bool = False


AIMS = (
    Aim(DROPIN, "list", 1.5, over=DICTS),
    Aim(BLOCKING, "list", 1.3, over=STRUCTS),
    Aim(ASYNCIO, "list", 1.3, over=STRUCTS),
    Aim(DROPIN, "name", 60e-9),
    Aim(BLOCKING, "name", 60e-9),
    Aim(DROPIN, "version", 250e-6),
    Aim(DROPIN, "files", 0.2, over="qbittorrent-api"),
    Aim(DROPIN, "import", 150e-3),
    Aim(BLOCKING, "version", 250e-6),
    Aim(ASYNCIO, "version", 110e-6),
    Aim(ASYNCIO, "flight", 15_000, clock="wall", is_rate=True),
)
