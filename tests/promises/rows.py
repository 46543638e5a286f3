"""The rows of the promises: what a document says, in our own words, and the tests that show it.

What may enter: reading rows, and judging one against the outcomes of a run. What may not: pytest, and what any promise means.

A file holds the rows of one document: `shown_on` names the daemon lines on which each of its rows must be shown, where a row
says nothing else with `on`; `on = []` is for what has nothing to do with a daemon.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, cast

from tests.harness import matrix

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
LINES = tuple(name.removeprefix("qbittorrent-") for name in matrix.QBITTORRENT)
# path::test[parameters]@group: the group is pytest-xdist's
NODE = re.compile(r"(?P<test>[^\[@]+)(?:\[(?P<parameters>.*)\])?(?:@[^@\]]*)?\Z", re.DOTALL)

Outcome: TypeAlias = Literal["passed", "skipped", "failed"]
WORSE: dict[Outcome, int] = {"passed": 0, "skipped": 1, "failed": 2}


@dataclass(frozen=True)
class Row:
    """One promise.

    :ivar by: ids of the tests that show it, without parameters; all of them must pass, in all their instances
    :ivar on: the daemon lines on which each of these tests must have passed
    :ivar is_otherwise: what we do differs deliberately from what the document says; docs/differences.md says why
    """

    document: str
    name: str
    says: str
    by: tuple[str, ...]
    on: tuple[str, ...]
    is_otherwise: bool = False

    @property
    def label(self) -> str:
        return f"{self.document}: {self.name}"


@dataclass
class Outcomes:
    """What became of the tests of a run: test -> parameters -> outcome."""

    of: dict[str, dict[str, Outcome]] = field(default_factory=lambda: defaultdict(dict))

    def note(self, node: str, outcome: Outcome) -> None:
        """Take in what setup, call or teardown of one test came to; the worst of them counts."""
        if not (found := NODE.match(node)):
            return
        instances = self.of[found["test"]]
        parameters = found["parameters"] or ""
        before = instances.get(parameters, outcome)
        instances[parameters] = before if WORSE[before] > WORSE[outcome] else outcome


def documents() -> list[Path]:
    """The files of rows."""
    return sorted(HERE.glob("*.toml"))


def rows() -> list[Row]:
    """All rows of all documents."""
    return [row for path in documents() for row in read(path)]


def read(path: Path) -> Iterator[Row]:
    """The rows of one file."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    shown_on = cast("list[str]", content["shown_on"])
    for one in cast("list[dict[str, object]]", content["promise"]):
        by, on = cast("list[str]", one["by"]), cast("list[str]", one.get("on", shown_on))
        yield Row(path.stem, str(one["name"]), str(one["says"]), tuple(by), tuple(on), bool(one.get("otherwise", False)))


def shortfalls(row: Row, outcomes: Outcomes) -> list[str]:
    """Why the row is not shown by a run; empty when it is."""
    return [f"{test} {why}" for test in row.by for why in shortfalls_of(outcomes.of.get(test, {}), row.on)]


def shortfalls_of(instances: dict[str, Outcome], lines: tuple[str, ...]) -> Iterator[str]:
    """Why one test does not show what it should."""
    if not instances:
        yield "was not run"
        return
    if "failed" in instances.values():
        yield "failed"
    elif "passed" not in instances.values():
        yield "was skipped"
    for line in lines:
        of_line = {outcome for parameters, outcome in instances.items() if is_of(parameters, line)}
        if "passed" not in of_line:
            yield f"was {'skipped' if of_line else 'not run'} on {line}"


def is_of(parameters: str, line: str) -> bool:
    """Whether an instance of a test ran on that line."""
    return bool(re.search(rf"(?:^|-)qbittorrent-{re.escape(line)}(?:-|$)", parameters))


def is_there(test: str) -> bool:
    """Whether the test stands in its file."""
    path, _, function = test.partition("::")
    return function in functions(path)


@cache
def functions(path: str) -> frozenset[str]:
    """The functions at the top of a file of tests; none where there is no such file."""
    file = PROJECT / path
    if not file.is_file():
        return frozenset()
    return frozenset(node.name for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef))
