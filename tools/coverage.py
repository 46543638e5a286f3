"""Writes docs/coverage.md from what the last run of the tests noted at the wire; `--check` only says whether it would change.

    python -m tools.coverage

It refuses to write of a run that left something out.
"""

from __future__ import annotations

import sys

from tests.actions import page
from tests.actions.facts import lines
from tests.actions.seen import saved


def main(arguments: list[str]) -> int:
    """The command line."""
    seen = saved()
    if missing := [*(f"no daemon of {line}" for line in lines() if line not in seen.lines), *seen.gaps()]:
        print("the last run did not see all; run `make test` first:", *missing, sep="\n  ")
        return 1
    text = page.text(seen)
    is_changed = not page.FILE.exists() or page.FILE.read_text(encoding="utf-8") != text
    if is_changed and "--check" not in arguments:
        page.FILE.parent.mkdir(exist_ok=True)
        page.FILE.write_text(text, encoding="utf-8")
    print(f"{page.FILE.name} {'has changed' if is_changed else 'says what the run saw'}")
    return int(is_changed and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
