"""The scripted 3.1.12 answers every recorded request as the real one did, to the byte."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING, Final

import pytest
from tests.elders import Elder
from tests.elders.clock import Clock
from tests.elders.recordings import FOLDER, Recording, Reply, recordings, sent
from tests.elders.seeing import see
from tests.elders.torrents import File, Torrent, Tracker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.elders.recordings import Exchange

LINKS: Final = {
    "malformed": "magnet:?xt=urn:btih:zz",
    "plus": f"magnet:?xt=urn:btih:{'c' * 40}&dn=form+plus+name",
    "bare": f"magnet:?xt=urn:btih:{'f' * 40}",
}
KNOWN: Final = json.loads((FOLDER / "3.1.12-torrents.json").read_text("utf-8"))
# asked within the 1.5 s of the cache
AT_ONCE: Final = frozenset({42, 46, 50, 70, 163, 164})
# of the web pages only the headers were recorded, and their length is that of the real page
PAGES: Final = frozenset({27, 28})
NONCE: Final = re.compile(r'(nonce|opaque)="[0-9a-f]{32}"')


def held(key: str, name: str, piece_size: int, *trackers: str) -> Torrent:
    """A torrent whose file was too long to be recorded, or was fetched by URL."""
    files = [File(path, size) for path, size in KNOWN["files"][key]]
    return Torrent(KNOWN["hashes"][key], name, files, piece_size, trackers=[Tracker(url) for url in trackers])


def linked(server: Elder, *links: str) -> None:
    for link in links:
        torrent = server.holdings.out_of_line(link)
        assert torrent
        server.add(torrent)


def without_magnets(server: Elder) -> None:
    """Recordings 145 to 148: magnets and `plus` deleted, the two large ones paused."""
    gone = [torrent for torrent in server.torrents.values() if not torrent.has_metadata or torrent.name == "plus+plus"]
    server.holdings.remove(gone, with_files=False)
    for key in ("big", "huge"):
        server.torrents[KNOWN["hashes"][key]].paused = True


def with_big_last(server: Elder) -> None:
    server.holdings.move([server.torrents[KNOWN["hashes"]["big"]]], "bottomPrio")


def without_scan_dirs(server: Elder) -> None:
    server.preferences.update({"scan_dirs": [], "download_in_scan_dirs": []})


# what happened in calls that were not recorded, before the recording of that number
MEANWHILE: Final[Mapping[int, Callable[[Elder], object]]] = {
    79: lambda server: server.add(held("huge", "huge 1.5 TiB", 32 << 20)),
    105: lambda server: server.add(held("slowdl", "slow download", 128 << 10, "http://127.0.0.1:18140/announce")),
    107: lambda server: server.add(held("plus", "plus+plus", 16 << 10)),
    115: lambda server: linked(server, LINKS["malformed"], LINKS["plus"]),
    118: lambda server: linked(server, LINKS["bare"]),
    149: without_magnets,
    200: lambda server: server.settings.limit("up_limit", 0),
    215: with_big_last,
    229: lambda server: server.holdings.move([server.torrents[KNOWN["hashes"]["big"]]], "increasePrio"),
    251: without_scan_dirs,
}


@pytest.fixture
def server() -> Iterator[Elder]:
    path = "/srv/torrents/x/rec-3.1.12/downloads"
    with Elder("3.1.12", save_path=path, clock=Clock(1_800_000_000)) as server:
        server.preferences.update({"listen_port": 26851, "web_ui_port": 18151})
        yield server


def masked(reply: Reply) -> Reply:
    """Without what is random."""
    headers = tuple((name, NONCE.sub(r"\1=...", value)) for name, value in reply.headers)
    if reply.header("content-encoding") == "gzip":
        # two compressors need not agree on the bytes
        body = gzip.decompress(reply.body) if reply.body.startswith(b"\x1f\x8b") else reply.body
        return Reply(reply.status_line, headers[:-1], body, reply.after)
    return Reply(reply.status_line, headers, reply.body, reply.after)


def compared(server: Elder, recording: Recording, exchange: Exchange) -> tuple[Reply, Reply]:
    """The answer that was recorded, and the one that is given."""
    see(server, exchange.line.split()[1] if " " in exchange.line else "", exchange.reply.body)
    given, recorded = masked(sent(server.port, exchange.request({}))), masked(exchange.reply)
    if recording.number in PAGES:
        return Reply(recorded.status_line, recorded.headers[:1], b"", b""), Reply(given.status_line, given.headers[:1], b"", b"")
    return recorded, given


def test_every_recorded_answer_of_3_1_12_is_given_again(server: Elder) -> None:
    wrong: dict[str, tuple[Reply, Reply]] = {}
    for recording in recordings("3.1.12"):
        server.clock.advance(0 if recording.number in AT_ONCE else 2)
        if recording.number in MEANWHILE:
            MEANWHILE[recording.number](server)
        for exchange in recording.exchanges:
            recorded, given = compared(server, recording, exchange)
            if recorded != given:
                wrong[f"{recording.number} {recording.name}"] = recorded, given
    assert wrong == {}
