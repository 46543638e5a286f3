"""The facts in `tests/data/qbittorrent-actions.toml`: actions, their versions, and the refusals that each has of its own.

What may enter: reading them, and saying what exists on a line. What may not: what any run saw.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from tests.harness.matrix import numbers

FILE = Path(__file__).parents[1] / "data" / "qbittorrent-actions.toml"


@dataclass(frozen=True)
class Refusal:
    """One way in which a daemon refuses an action. Versions are of the application; `until` is the first without it.

    :ivar beyond: why no call of a native face leads to it; empty where one does
    """

    action: str
    status: int
    when: str
    since: str
    until: str
    beyond: str = ""

    @property
    def label(self) -> str:
        return f"{self.action} {self.status}: {self.when}"


@dataclass(frozen=True)
class Action:
    """One action, by its path below `/api/v2/`.

    :ivar used_since: before this version the native faces do without it
    :ivar instead: why they do
    """

    path: str
    since: str
    until: str
    used_since: str
    instead: str
    refusals: tuple[Refusal, ...]

    @property
    def reasons(self) -> list[str]:
        """Why something of it is not seen in tests."""
        return list(dict.fromkeys([self.instead, *(one.beyond for one in self.refusals)]))


def holds(since: str, until: str, line: str) -> bool:
    """Whether what came and went with these versions is there on a line."""
    version = numbers(lines()[line])
    return version >= numbers(since) and not (until and version >= numbers(until))


def exists(action: Action, line: str) -> bool:
    """Whether a line has the action."""
    return holds(action.since, action.until, line)


def is_used(action: Action, line: str) -> bool:
    """Whether the native faces send it to a line."""
    return exists(action, line) and holds(action.used_since, "", line)


@cache
def lines() -> Mapping[str, str]:
    """The daemon lines, and the version that each is known to have."""
    return cast("dict[str, str]", tomllib.loads(FILE.read_text(encoding="utf-8"))["lines"])


@cache
def actions() -> tuple[Action, ...]:
    """All actions, in the order of the file."""
    rows = cast("list[dict[str, object]]", tomllib.loads(FILE.read_text(encoding="utf-8"))["action"])
    return tuple(action_of(row) for row in rows)


def action_of(row: Mapping[str, object]) -> Action:
    """One row of the file."""
    path, since, until = str(row["path"]), str(row["since"]), str(row.get("until", ""))
    errors = cast("list[dict[str, object]]", row.get("errors", []))
    instead = cast("dict[str, str]", row.get("instead", {}))
    used_since = instead.get("until", since)
    refusals = (
        Refusal(
            path,
            int(str(one["status"])),
            str(one["when"]),
            max(str(one.get("since", since)), used_since, key=numbers),
            str(one.get("until", until)),
            str(one.get("beyond", "")),
        )
        for one in errors
    )
    return Action(path, since, until, used_since, instead.get("why", ""), tuple(refusals))


def refusals() -> list[Refusal]:
    """All refusals of all actions."""
    return [one for action in actions() for one in action.refusals]
