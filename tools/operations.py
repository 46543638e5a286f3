"""Writes docs/operations.md from what the last whole run of the conformance suite saw.

python -m tools.operations
"""

from __future__ import annotations

import sys

from tests.conformance.tally import PAGE, SAVED, saved


def main() -> int:
    """The command line."""
    if not SAVED.exists():
        print("no run saw all daemons; run `make test` first")
        return 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(saved().text(), encoding="utf-8")
    print(f"{PAGE.name} says what the run saw")
    return 0


if __name__ == "__main__":
    sys.exit(main())
