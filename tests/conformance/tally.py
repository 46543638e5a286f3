"""Adds up at the end of a run which operation was shown on which daemon: the table of docs/operations.md.

In a run of all tests a red or missing cell fails the run, unless this machine has no such daemon; and so does a page that says
something else than the run saw.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, cast

import pytest
from tests.conformance.members import MEMBERS
from tests.promises.tally import is_of_all_tests

PROPERTY: Final = "operation"  # under this name a test's report carries its cell, from workers to the process that reports
PAGE: Final = Path(__file__).parents[2] / "docs" / "operations.md"
SAVED: Final = Path(__file__).parents[2] / "build" / "operations.json"

YES, NO, RED = "yes", "-", "RED"
HEAD = """# What each daemon can do

Each row is an operation of `bitharbor.TorrentClient`, each column a daemon that it was shown on: `yes` where a test saw it
happen, `-` where the daemon cannot do it, says so by its capabilities, and the client refuses it by name. The table is written
by `python -m tools.operations` from what a run of the tests saw. `newest` is the newest line that the tests know; `unix` is the
same daemon by its unix socket.
"""


class Cells:
    """What a run saw: operation -> daemon -> cell."""

    def __init__(self) -> None:
        self.cells: dict[str, dict[str, str]] = {}
        self.versions: dict[str, str] = {}

    def note(self, operation: str, member: str, version: str, *, has_refused: bool, has_passed: bool) -> None:
        """Take in one test. An operation may have several: one that was seen to work counts before one that was refused."""
        self.versions[member] = version
        row = self.cells.setdefault(operation, {})
        cell = RED if not has_passed else NO if has_refused else YES
        order = (NO, YES, RED)
        row[member] = max(row.get(member, NO), cell, key=order.index)

    @property
    def members(self) -> list[str]:
        """The daemons that were seen, in the order of the suite."""
        return [member for member in MEMBERS if member in self.versions]

    def missing(self) -> list[str]:
        """Cells that are red or were not filled."""
        return [
            f"{operation} on {member}: {row.get(member, 'not shown')}"
            for operation, row in sorted(self.cells.items())
            for member in self.members
            if row.get(member, RED) == RED
        ]

    def text(self) -> str:
        """The page."""
        heads = [member.replace("-", " ", 1) for member in self.members]
        lines = [f"| operation | {' | '.join(heads)} |", f"|---{'|:-:' * len(heads)}|"]
        for operation, row in sorted(self.cells.items()):
            lines.append(f"| {operation} | {' | '.join(row.get(member, RED) for member in self.members)} |")
        return HEAD + "\n" + "\n".join(lines) + "\n"

    def save(self) -> None:
        """Keep it for the tool that writes the page."""
        SAVED.parent.mkdir(exist_ok=True)
        SAVED.write_text(json.dumps({"cells": self.cells, "versions": self.versions}))


def saved() -> Cells:
    """What the last whole run saw."""
    found = Cells()
    kept = json.loads(SAVED.read_text())
    found.cells, found.versions = kept["cells"], kept["versions"]
    return found


class OperationsTally:
    """The plugin, in the process that reports."""

    def __init__(self, *, is_binding: bool) -> None:
        self._is_binding = is_binding
        self._failed: set[str] = set()
        self.cells = Cells()

    @property
    def faults(self) -> list[str]:
        """What fails a run of all tests."""
        faults = self.cells.missing()
        if (
            not faults
            and self.cells.members == list(MEMBERS)
            and (not PAGE.exists() or PAGE.read_text("utf-8") != self.cells.text())
        ):
            faults.append("docs/operations.md says something else than this run saw: python -m tools.operations")
        return faults

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in what a test showed, when it is over."""
        if report.outcome == "failed":
            self._failed.add(report.nodeid)
        if report.when == "teardown":
            for name, value in report.user_properties:
                if name == PROPERTY:
                    operation, member, version, has_refused = cast("tuple[str, str, str, bool]", value)
                    has_passed = report.nodeid not in self._failed
                    self.cells.note(operation, member, version, has_refused=has_refused, has_passed=has_passed)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.cells.members == list(MEMBERS) and not self.cells.missing():
            self.cells.save()
        if self._is_binding and session.exitstatus == pytest.ExitCode.OK and self.faults:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.cells.cells:
            return
        counts = {
            kind: sum(row.get(one) == kind for row in self.cells.cells.values() for one in self.cells.members)
            for kind in (YES, NO, RED)
        }
        terminalreporter.write_line(
            f"operations: {len(self.cells.cells)} on {len(self.cells.members)} daemons: {counts[YES]} shown,"
            f" {counts[NO]} that a daemon cannot do, {counts[RED]} red; see docs/operations.md"
        )
        for fault in self.faults if self._is_binding else ():
            terminalreporter.write_line(fault, red=True)


def counting(config: pytest.Config) -> OperationsTally | None:
    """The plugin for a process that reports; a worker of pytest-xdist only runs tests."""
    return None if hasattr(config, "workerinput") else OperationsTally(is_binding=is_of_all_tests(config))
