"""What a run saw of the actions on each line, added up over its tests and workers, and what it did not see.

What may enter: adding up, judging by the facts, and the file that a run leaves. What may not: pytest, and how it is shown.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from tests.actions.facts import Action, actions, holds, is_used, lines

# left by each run that saw every action answered; `tools.coverage` makes the page of it
FILE = Path(__file__).parents[2] / "build" / "actions.json"
NATIVE = ("blocking", "asyncio")


class Seen:
    """Line and action -> statuses that the faces were answered, in tests that passed."""

    def __init__(self, rows: Iterable[tuple[str, str, int, str]] = ()) -> None:
        self._of: dict[tuple[str, str], set[tuple[int, str]]] = defaultdict(set)
        self.add(rows)

    def add(self, rows: Iterable[tuple[str, str, int, str]]) -> None:
        """Take in what one test saw."""
        for line, action, status, face in rows:
            self._of[line, action].add((status, face))

    def __iter__(self) -> Iterator[tuple[str, str, int, str]]:
        return iter(sorted((*where, *what) for where, whats in self._of.items() for what in whats))

    @property
    def lines(self) -> list[str]:
        """The lines that were run."""
        run = {line for line, _ in self._of}
        return [line for line in lines() if line in run]

    def is_answered(self, action: Action, line: str, face: str) -> bool:
        """Whether the daemon did it for that face, at least once."""
        return any(status // 100 == 2 and by == face for status, by in self._of.get((line, action.path), ()))

    def refusals(self, action: Action, line: str) -> list[int]:
        """With which of the statuses that are its own, and that a client can provoke, it was refused to a native face."""
        own = {one.status for one in action.refusals if holds(one.since, one.until, line) and not one.beyond}
        return sorted(own & {status for status, by in self._of.get((line, action.path), ()) if by in NATIVE})

    def gaps(self) -> list[str]:
        """What exists on a line that was run, and was not answered with success to each native face."""
        return [
            f"{action.path} on {line} through the {face} face"
            for line in self.lines
            for action in actions()
            for face in NATIVE
            if is_used(action, line) and not self.is_answered(action, line, face)
        ]

    def save(self) -> None:
        """Leave it for `tools.coverage`."""
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(json.dumps(list(self)), encoding="utf-8")


def saved() -> Seen:
    """What the last run left; nothing where there was none."""
    rows = cast("list[tuple[str, str, int, str]]", json.loads(FILE.read_text(encoding="utf-8"))) if FILE.exists() else []
    return Seen(rows)
