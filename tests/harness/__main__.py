"""The harness's command line: python -m tests.harness list | fetch | start | stop."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.harness import matrix, records
from tests.harness.daemon import start
from tests.harness.errors import HarnessError
from tests.harness.roots import fetched, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

ENDING: Final = (signal.SIGINT, signal.SIGTERM)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def list_all(_: argparse.Namespace) -> None:
    """Say of each row whether it is fetched, and of each daemon that runs where."""
    for row in matrix.ROWS:
        root = unpacked(row)
        say(f"{row.name:22} {row.suite:10} {root.version if root else 'not fetched'}")
    for record in records.running():
        say(f"runs: {record.id:22} {record.version:10} {record.url}  pid {record.pid}  {record.profile}")


def fetch(asked: argparse.Namespace) -> None:
    """Download and unpack rows."""
    for row in matrix.rows(asked.names):
        root = fetched(row, again=asked.again)
        say(f"{row.name:22} {root.version}")
        if note := matrix.checked(row, root.version):
            say(f"note: {note}")


def start_one(asked: argparse.Namespace) -> None:
    """Run one daemon until Ctrl-C, or leave it running in the background and print where it is as JSON."""
    daemon = start(asked.name, ident=asked.id, port=asked.port, profile=asked.profile, outlives_us=asked.background)
    if asked.background:
        record = next(record for record in records.running() if record.id == daemon.id)
        say(json.dumps({"pid": record.pid, **asdict(record)}, indent=1))
        return
    with daemon:
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        say(f"{daemon.id} {daemon.version} runs at {daemon.url}, user {daemon.user}, password {daemon.password}")
        say(f"profile {daemon.profile}, downloads {daemon.downloads}; Ctrl-C ends it")
        signal.sigwait(ENDING)


def stop(asked: argparse.Namespace) -> None:
    """End daemons that run, whoever started them."""
    runs = {record.id: record for record in records.running() if not record.is_claim}
    for ident in runs if asked.all else asked.ids:
        if ident in runs:
            records.end_recorded(runs[ident])
        say(f"{ident}: {'stopped' if ident in runs else 'was not running'}")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m tests.harness", description="Real BitTorrent daemons for tests.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], None]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        added.set_defaults(run=run)
        return added

    command("list", list_all)
    fetching = command("fetch", fetch)
    fetching.add_argument("names", nargs="*", metavar="NAME", help="of a row or a family (default: what the tests use)")
    fetching.add_argument("--again", action="store_true", help="also what is here, from new package lists")
    starting = command("start", start_one)
    starting.add_argument("name", metavar="NAME", help="of a row, such as qbittorrent-newest")
    starting.add_argument("--port", type=int, help="of its Web API or RPC (default: a free one)")
    starting.add_argument("--profile", type=Path, help="its folder, which stays (default: a fresh one, which goes)")
    starting.add_argument("--id", help="to tell it from others (default: NAME)")
    starting.add_argument("--background", action="store_true", help="print where it runs as JSON and return")
    stopping = command("stop", stop)
    stopping.add_argument("ids", nargs="*", metavar="ID")
    stopping.add_argument("--all", action="store_true", help="every one, also those that others started")
    return top


def main() -> int:
    asked = parser().parse_args()
    try:
        asked.run(asked)
    except HarnessError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
