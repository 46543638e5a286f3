"""Run a scripted server until Ctrl-C: python -m tests.elders --version 3.1.12 --port 0 --language ru"""

from __future__ import annotations

import argparse
import contextlib
import sys

from tests.elders.elder import Elder
from tests.elders.wording import LANGUAGES


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.elders", description="A scripted qBittorrent of 3.0 to 4.0.4.")
    parser.add_argument("--version", default="3.1.12", help="which one to be (3.1.12)")
    parser.add_argument("--port", type=int, default=0, help="0 lets the system choose")
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="en", help="of what it says")
    parser.add_argument("--username", default="admin")
    parser.add_argument("--password", default="adminadmin")
    given = parser.parse_args()
    with Elder(
        given.version, port=given.port, language=given.language, username=given.username, password=given.password
    ) as server:
        sys.stdout.write(f"qBittorrent {given.version}, scripted, on {server.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            server.was_shut_down.wait()


if __name__ == "__main__":
    main()
