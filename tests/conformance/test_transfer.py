"""5 MiB move from one daemon to another of another kind, and arrive byte for byte.

Pairs are what works on loopback, and who is told of whom: Transmission connects to no address of loopback and can be given no
peers, so that the other side is told of it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.conformance.conftest import started
from tests.conformance.members import Member, member_of
from tests.harness.fleet import Fleet
from tests.live.content import Made, make

from bitharbor.unified import Capability

SIZE = 5 << 20
LOOKS_A_TRY = 40  # a peer that is given again and again is dropped again and again
# who has it, who gets it
PAIRS = [
    ("qbittorrent-newest", "deluge-newest"),
    ("deluge-2.0", "rtorrent-0.9"),
    ("rtorrent-newest", "qbittorrent-5.1"),
    ("qbittorrent-4.5", "rtorrent-newest"),
    ("deluge-newest", "qbittorrent-4.2"),
    ("rtorrent-0.9", "deluge-2.2"),
    ("transmission-newest", "qbittorrent-newest"),
    ("deluge-newest", "transmission-newest"),
]


@pytest.fixture(params=PAIRS, ids=lambda pair: " to ".join(pair))
def pair(request: pytest.FixtureRequest, fleet: Fleet, runner: asyncio.Runner) -> Iterator[tuple[Member, Member]]:
    """Two daemons of this test's own."""
    begun: list[Member] = []
    try:
        for name in request.param:
            begun.append(member_of(name, started(fleet, name, is_own=True), runner))
        yield begun[0], begun[1]
    finally:
        for member in begun:
            member.steer(member.client.disconnect())
            member.daemon.stop()


def hold(member: Member, made: Made, folder: Path) -> None:
    """Add the torrent, with its content there or not, and start it."""
    folder.mkdir(parents=True, exist_ok=True)
    client = member.client
    member.steer(client.add(made.torrent, location=str(folder), is_stopped=True)).check()
    if folder == made.folder:
        member.steer(client.verify(made.torrent_hash)).check()
        member.until(lambda: member.steer(client.torrent(made.torrent_hash)).progress == 1.0, "the content to be found")
    member.steer(client.start(made.torrent_hash)).check()


def who_asks(giver: Member, taker: Member) -> tuple[Member, Member]:
    """Who is told of whom: rTorrent finds others at once, and libtorrent takes some seconds to find it."""
    able = [member for member in (taker, giver) if member.can(Capability.ADD_PEERS)]
    asking = min(able, key=lambda member: member.client.kind != "rtorrent")
    return asking, giver if asking is taker else taker


def test_content_moves_between_daemons_of_two_kinds_byte_for_byte(pair: tuple[Member, Member], tmp_path: Path) -> None:
    giver, taker = pair
    made = make(tmp_path / "given", "content.bin", SIZE)
    target = tmp_path / "taken"
    hold(giver, made, made.folder)
    hold(taker, made, target)
    asking, asked = who_asks(giver, taker)
    time.sleep(1)  # a peer that is given to a torrent that just began to start is forgotten
    looks = count()

    def has_all() -> bool:
        if next(looks) % LOOKS_A_TRY == 0:
            asking.steer(asking.client.add_peers(made.torrent_hash, f"127.0.0.1:{asked.daemon.bt_port}"))
        return bool(taker.steer(taker.client.torrent(made.torrent_hash)).is_complete)

    taker.until(has_all, "all of it", patience=90, pause=0.25)
    taker.steer(taker.client.stop(made.torrent_hash)).check()
    arrived = (target / made.name).read_bytes()
    assert len(arrived) == SIZE
    assert arrived == (made.folder / made.name).read_bytes()
