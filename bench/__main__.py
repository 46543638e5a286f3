"""The command: `python -m bench [--json]`."""

from __future__ import annotations

import argparse
import os
import sys

import msgspec

from bench import report, startup
from bench.lineup import ENTRIES
from bench.turns import Tournament


def main() -> None:
    """Measure and report. The exit status says nothing about the figures."""
    parser = argparse.ArgumentParser(prog="bench", description="How fast the faces are, beside peers and beside the bare limit.")
    parser.add_argument("--torrents", type=int, default=10_000, help="length of the list (default: 10000)")
    parser.add_argument("--files", type=int, default=20_000, help="files of the torrent that has many (default: 20000)")
    parser.add_argument("--rounds", type=int, default=7, help="turns of each subject at each case (default: 7)")
    parser.add_argument(
        "--only", metavar="TEXT", help="only subjects with this, or one of these by commas, in their name, and the limits"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    entries = [one for one in ENTRIES if is_wanted(one.name, asked.only)]
    tournament = Tournament(entries, torrents=asked.torrents, files=asked.files, rounds=asked.rounds, say=say)
    outcome = tournament.run()
    if asked.json:
        print(msgspec.json.format(msgspec.json.encode(report.as_json(outcome, asked.torrents))).decode())
        return
    found = report.medians(outcome)
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    print(f"\n{asked.torrents:,} torrents, {asked.files:,} files, medians of {asked.rounds} rounds; {load}.")
    print("Processor time of the client a call, except `wall` and `in flight/s` (50 at once), which need idle processors.\n")
    print(
        report.table(found), report.ratios(found), report.aims(found), startup.table(startup.measured(asked.rounds)), sep="\n\n"
    )
    for name, reason in outcome.absent.items():
        print(f"{name} was not measured: {reason}")


def is_wanted(name: str, only: str | None) -> bool:
    """Whether a subject is to be measured."""
    return not only or name.startswith("limit") or any(text in name for text in only.split(","))


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
