"""Adding many torrents to a real qBittorrent: `python -m bench.adding [--torrents N] [--rounds N]`.

Seconds of the wall and requests, beside the packages of others. Requests are counted in a run of their own, through a proxy that
would cost time; a login is not among them, what a library asks before its first call is. Each run has a fresh daemon's list.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.harness import daemon as daemons
from tests.harness.daemon import Daemon
from tests.live.dropin.relay import Relay

from bench import environments
from bitharbor.model.bencoding import Encodable, encode
from bitharbor.qbittorrent import Client

DAEMON = "qbittorrent-newest"
SCRIPT = Path(__file__).with_name("subjects") / "adding.py"
UNCOUNTED = frozenset({"auth/login", "auth/logout"})
SECONDS = 900.0


@dataclass(frozen=True)
class Entry:
    """One row."""

    name: str
    subject: str
    peer: str = ""


ENTRIES = (
    Entry("native, blocking, one call", "blocking"),
    Entry("native, asyncio, one call", "asynchronous"),
    Entry("drop-in, one by one", "flat"),
    Entry("qbittorrent-api, one by one", "flat", "qbittorrent-api"),
    Entry("aiobtclientapi, one by one", "unified", "aiobtclientapi"),
)


def main() -> None:
    """Measure and print a table. The exit status says nothing about the figures."""
    parser = argparse.ArgumentParser(prog="bench.adding", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--torrents", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, daemons.start(DAEMON, ident="bench-adding") as daemon:
        write_torrents(Path(folder), asked.torrents)
        print(
            f"{asked.torrents:,} torrents to qBittorrent {daemon.version}; {os.cpu_count()} processors, medians of {asked.rounds}"
        )
        print(f"{'':<30} {'wall [s]':>9} {'requests':>9}   load")
        for entry in ENTRIES:
            try:
                seconds = [run(entry, daemon, daemon.url, folder) for _ in range(asked.rounds)]
                requests = counted(entry, daemon, folder)
            except environments.NoEnvironmentError as error:
                print(f"{entry.name:<30} was not measured: {error}")
                continue
            print(f"{entry.name:<30} {statistics.median(seconds):>9.2f} {requests:>9}   {os.getloadavg()[0]:.1f}", flush=True)


def write_torrents(folder: Path, count: int) -> None:
    """Files of 200 pieces each, some 4 kB, as usual torrents have them."""
    for number in range(count):
        info: dict[bytes, Encodable] = {
            b"length": 200 << 18,
            b"name": f"bench {number}",
            b"piece length": 1 << 18,
            b"pieces": b"%020d" % number * 200,
        }
        (folder / f"{number:06}.torrent").write_bytes(encode({b"info": info}))


def run(entry: Entry, daemon: Daemon, url: str, folder: str) -> float:
    """Seconds of one run. The daemon's list is empty before and after."""
    command = [environments.interpreter(entry.peer), str(SCRIPT), entry.subject, url, folder]
    done = subprocess.run(
        command, env=environments.variables(entry.peer), cwd=folder, capture_output=True, text=True, check=False, timeout=SECONDS
    )
    empty(daemon)
    if done.returncode:
        raise environments.NoEnvironmentError(done.stderr.strip().splitlines()[-1])
    return float(done.stdout)


def counted(entry: Entry, daemon: Daemon, folder: str) -> int:
    """Requests of one run."""
    with Relay(daemon) as relay:
        run(entry, daemon, relay.url, folder)
        return sum(action not in UNCOUNTED for action in relay.actions)


def empty(daemon: Daemon) -> None:
    """Delete everything, also what appears after the first deletion."""
    with Client(daemon.url, daemon.user, daemon.password) as client:
        while client.torrents.info():
            client.torrents.delete("all")


if __name__ == "__main__":
    main()
