"""The demonstration: `make demo`, or `python -m tools.demo [ROW]`.

It makes a folder and a `.torrent` of it, and adds, checks, seeds, shows and deletes that through `bitharbor.qbittorrent.Client`:
on a qBittorrent of its own on loopback (a row of tests/harness/matrix.py), or on the one that DEMO_URL names, with DEMO_USERNAME
and DEMO_PASSWORD or DEMO_API_KEY. These stand in the environment because a password has no place on a command line.

Rule 1: what it added it deletes, however it ends, and it touches no other torrent: the infohash is that of fresh random bytes.
Rule 2: a daemon that cannot have the content gets the torrent stopped, and nothing is downloaded.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from tests.harness import matrix
from tests.harness.daemon import start
from tests.harness.errors import HarnessError, NoDaemonError
from tests.harness.roots import unpacked

from bitharbor.errors import BitharborError
from bitharbor.model.creation import Creation, create
from bitharbor.qbittorrent import Client, Torrent
from tools.progress import CHECKING, MEBIBYTE, SEEDING, STOPPED, Table, size

PREFIX = "DEMO_"
NAME = "Bitharbor demo"
FILES = {"film.bin": 160 * MEBIBYTE, "extras/song.bin": 32 * MEBIBYTE, "extras/cover.bin": MEBIBYTE // 2}

PATIENCE = 60.0  # seconds until a daemon that makes no headway is given up
SETTLING = 4.0  # seconds until what it says is believed; it renews its states every 1.5 s
LOOK = 0.1

OTHER_WAY = "or show it on a qBittorrent that runs already: make demo URL=http://localhost:8080 USER=admin PASSWORD=..."


class StuckError(Exception):
    """The daemon did not do within `PATIENCE` what it always does."""


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="demo", description="Add, check, show and delete a torrent on a real qBittorrent.")
    parser.add_argument("row", nargs="?", default="qbittorrent-newest", choices=matrix.QBITTORRENT)
    row = parser.parse_args().row
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        demonstrate_given() if os.environ.get(f"{PREFIX}URL") else demonstrate_own(row)
    except KeyboardInterrupt:
        return complain("interrupted; what was added is deleted", 130)
    except NoDaemonError as error:
        return complain(f"{error}\n  {OTHER_WAY}")
    except (BitharborError, HarnessError, StuckError) as error:
        return complain(str(error))
    return 0


def complain(text: str, status: int = 1) -> int:
    """Say what went wrong; gives the exit status."""
    print(f"\ndemo: {text}", file=sys.stderr)
    return status


def say(what: str, text: str) -> None:
    """One line of the story."""
    print(f"{what:<9} {text}", flush=True)


def demonstrate_own(row: str) -> None:
    """On a daemon that is started for this and stopped again."""
    if not unpacked(matrix.row(row)):
        say("fetching", f"{row} and what it needs from the Debian archive; this is done once")
    with start(row, ident=f"demo-{os.getpid()}") as daemon, Client(daemon.url, daemon.user, daemon.password) as client:
        say("started", f"qBittorrent {client.app.version()} at {daemon.url}, for this demonstration only")
        if not demonstrate(client, is_local=True):
            raise StuckError(f"the torrent does not seed; {daemon.log} may say why")
    say("stopped", "qBittorrent")


def demonstrate_given() -> None:
    """On the daemon that the environment names."""
    with Client.from_env(PREFIX) as client:
        say("found", f"qBittorrent {client.app.version()}")
        if not demonstrate(client, is_local=is_loopback(os.environ[f"{PREFIX}URL"])):
            say("note", "it did not seed: the daemon is on another machine, or in a container, and has not got the files")


def is_loopback(url: str) -> bool:
    """Whether the daemon can be on this machine."""
    host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def demonstrate(client: Client, *, is_local: bool) -> bool:
    """The story, told by the daemon; whether it came to seeding."""
    with TemporaryDirectory(prefix="bitharbor-demo-", ignore_cleanup_errors=True) as place:
        torrent = made(Path(place))
        with added(client, torrent, place if is_local else "") as torrent_hash, Table(sys.stdout) as table:
            state = shown(client, torrent_hash, SEEDING if is_local else STOPPED, table)
        say("deleted", "the torrent")
        return state in SEEDING


def made(place: Path) -> Creation:
    """The content and its torrent."""
    place.chmod(0o755)  # a daemon of another user may read it
    folder = place / NAME
    for name, length in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(os.urandom(MEBIBYTE // 2) * (length // (MEBIBYTE // 2)))
    torrent = create(folder, version="v1", is_private=True)
    info = torrent.metainfo
    say("made", f"{len(info.files)} files, {size(info.total_size)}, {info.piece_count} pieces, infohash {info.infohash}")
    return torrent


@contextmanager
def added(client: Client, torrent: Creation, place: str) -> Generator[str]:
    """The torrent is in the daemon, and at the end of the `with` it is not. Gives its infohash.

    :param place: where the daemon finds the content; without one the torrent is not started
    """
    torrent_hash = torrent.metainfo.infohash.torrent_id
    try:
        result = client.torrents.add(files=torrent.content, save_path=place or None, stopped=not place, auto_management=False)
        if not result.is_accepted:
            raise StuckError("the daemon did not take the torrent; its log says why")
        yield torrent_hash
    finally:
        remove(client, torrent_hash, has_files=bool(place))


def remove(client: Client, torrent_hash: str, *, has_files: bool) -> None:
    """Delete it, also when it was added this moment and the daemon does not list it yet. The files are ours, or made for us."""
    looked_up(client, torrent_hash, SETTLING)
    client.torrents.delete(torrent_hash, delete_files=has_files)
    end = time.monotonic() + PATIENCE
    while client.torrents.info(hashes=torrent_hash):
        if time.monotonic() > end:
            raise StuckError(f"the daemon still lists {torrent_hash}: delete it by hand")
        time.sleep(LOOK)


def looked_up(client: Client, torrent_hash: str, seconds: float) -> Torrent | None:
    """The torrent as the daemon lists it, as soon as it does."""
    end = time.monotonic() + seconds
    while not (torrents := client.torrents.info(hashes=torrent_hash)) and time.monotonic() < end:
        time.sleep(LOOK)
    return torrents[0] if torrents else None


def shown(client: Client, torrent_hash: str, goal: frozenset[str], table: Table) -> str:
    """Show it until it is in a state of the goal, or no longer being checked and yet not there. Gives its last state."""
    end = time.monotonic() + PATIENCE
    settled_at = None
    while time.monotonic() < end:
        torrent = looked_up(client, torrent_hash, SETTLING)
        if not torrent:
            raise StuckError("the daemon took the torrent and does not list it; its log says why")
        table.show(torrent)
        if torrent.state in goal:
            return torrent.state
        settled_at = None if torrent.state in CHECKING else settled_at or time.monotonic()
        if settled_at and time.monotonic() - settled_at > SETTLING:
            return torrent.state
        time.sleep(LOOK)
    raise StuckError(f"the torrent is still being checked after {PATIENCE:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
