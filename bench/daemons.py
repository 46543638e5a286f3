"""Adding and listing many torrents on each kind of daemon: `python -m bench.daemons [--torrents N] [--only TEXT]`.

Seconds of the wall on real daemons, ours beside packages from PyPI in environments of their own. Each run has a fresh daemon.
What is listed is all that a package gives at one call; beside those that list few fields ours lists these few too (`brief`).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import msgspec
from tests.harness import daemon as daemons
from tests.harness.daemon import Daemon

from bench import environments
from bench.adding import SECONDS, write_torrents

SCRIPT = Path(__file__).with_name("subjects") / "steering.py"
OURS = "bitharbor"


@dataclass(frozen=True)
class Aim:
    """How many times faster than a peer adding should be at least; listing never slower.

    :ivar is_brief: it lists few fields
    """

    peer: str
    adding: float = 1.0
    is_brief: bool = False


# daemon -> whom ours is measured beside
LINEUP: Mapping[str, tuple[Aim, ...]] = {
    "qbittorrent-4.5": (Aim("aiobtclientapi", 50.0, is_brief=True),),
    "qbittorrent-newest": (Aim("aiobtclientapi", is_brief=True),),
    "transmission-newest": (Aim("transmission-rpc"), Aim("aiobtclientapi", is_brief=True)),
    "deluge-newest": (Aim("deluge-client"), Aim("aiobtclientapi", is_brief=True)),
    "rtorrent-newest": (Aim("aiobtclientapi", is_brief=True),),
}


class Figures(msgspec.Struct):
    """What one run took, in seconds, and how many torrents it listed."""

    add: float
    list: float
    brief: float
    count: int


def main() -> None:
    """Measure and print a table. The exit status says nothing about the figures."""
    parser = argparse.ArgumentParser(prog="bench.daemons", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--torrents", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", metavar="TEXT", default="", help="only daemons with this in their name")
    asked = parser.parse_args()
    print(f"{asked.torrents:,} torrents, medians of {asked.rounds}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print(f"{'':<38} {'add [s]':>9} {'list [ms]':>10} {'brief [ms]':>10}")
    with tempfile.TemporaryDirectory() as folder:
        write_torrents(Path(folder), asked.torrents)
        for name, aims in LINEUP.items():
            if asked.only in name:
                compare(name, aims, folder, asked.torrents, asked.rounds)


def compare(name: str, aims: tuple[Aim, ...], folder: str, count: int, rounds: int) -> None:
    """Measure ours and the peers on one daemon."""
    ours = shown(name, OURS, folder, count, rounds)
    for aim in aims:
        theirs = shown(name, aim.peer, folder, count, rounds)
        if ours and theirs:
            adding, listing = theirs.add / ours.add, theirs.list / (ours.brief if aim.is_brief else ours.list)
            is_met = "met" if adding >= aim.adding and listing >= 1 else "NOT met"
            print(f"{'':<40} add {adding:.1f}x, list {listing:.1f}x: aim of {aim.adding:g}x and 1x {is_met}", flush=True)


def shown(name: str, subject: str, folder: str, count: int, rounds: int) -> Figures | None:
    """Measure one package on one daemon, and print it."""
    label = f"{name}, {subject}"
    try:
        found = [measured(name, subject, folder) for _ in range(rounds)]
    except environments.NoEnvironmentError as error:
        print(f"{label:<38} was not measured: {error}", flush=True)
        return None
    if any(one.count != count for one in found):
        print(f"{label:<38} listed {found[-1].count} torrents", flush=True)
        return None
    add, whole, brief = ([getattr(one, name) for one in found] for name in ("add", "list", "brief"))
    figures = Figures(median(add), median(whole), median(brief), count)
    print(f"{label:<38} {figures.add:>9.2f} {figures.list * 1e3:>10.0f} {figures.brief * 1e3:>10.0f}", flush=True)
    return figures


def measured(name: str, subject: str, folder: str) -> Figures:
    """One run on a fresh daemon."""
    peer = "" if subject == OURS else subject
    command = [environments.interpreter(peer), str(SCRIPT), subject]
    with daemons.start(name, ident="bench-daemons") as daemon:
        done = subprocess.run(
            [*command, address_of(daemon), folder],
            env=environments.variables(peer),
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    if done.returncode:
        raise environments.NoEnvironmentError((done.stderr.strip() or "it said nothing").splitlines()[-1])
    return msgspec.json.decode(done.stdout, type=Figures)


def address_of(daemon: Daemon) -> str:
    """Where it is, with credentials where it has some."""
    kind, place = daemon.name.partition("-")[0], daemon.url.partition("://")[2]
    return f"{kind}://{place}" if kind == "rtorrent" else f"{kind}://{daemon.user}:{daemon.password}@{place}"


if __name__ == "__main__":
    main()
