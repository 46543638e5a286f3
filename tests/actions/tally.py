"""Adds up at the end of a run which actions of the Web API its live tests saw answered, on which daemon lines.

In a run of all tests an action that exists on a line and was not answered there fails the run, unless this machine has no daemon
of that line; and so does a page docs/coverage.md that says something else than the run saw. In a run of some tests both are
only counted.
"""

from __future__ import annotations

from collections import defaultdict
from typing import cast

import pytest
from tests.actions import page
from tests.actions.facts import lines
from tests.actions.seen import Seen
from tests.promises.tally import is_of_all_tests

FEW = 25  # what a run of some tests left out is named up to this many
PROPERTY = "actions"  # under this name a test's report carries what it saw, from workers to the process that reports


class ActionsTally:
    """The plugin, in the process that reports."""

    def __init__(self, *, is_binding: bool) -> None:
        self._is_binding = is_binding
        self._has_passed: dict[str, bool] = defaultdict(lambda: True)
        self.seen = Seen()

    @property
    def faults(self) -> list[str]:
        """What fails a run of all tests."""
        return [*(f"not answered: {gap}" for gap in self.seen.gaps()), *self.stale]

    @property
    def stale(self) -> list[str]:
        """What is wrong with the page."""
        if self.seen.lines != list(lines()) or page.text(self.seen) == page.FILE.read_text(encoding="utf-8"):
            return []
        return ["docs/coverage.md says something else than this run saw: python -m tools.coverage"]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in what a test saw, when it is over and nothing of it failed."""
        self._has_passed[report.nodeid] &= report.outcome == "passed"
        if report.when == "teardown" and self._has_passed[report.nodeid]:
            for name, value in report.user_properties:
                if name == PROPERTY:
                    self.seen.add(cast("list[tuple[str, str, int, str]]", value))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.seen.lines == list(lines()) and not self.seen.gaps():
            self.seen.save()  # a run of some tests that saw all serves as well
        if self._is_binding and session.exitstatus == pytest.ExitCode.OK and self.faults:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.seen.lines:
            return
        for line in page.printed(self.seen):
            terminalreporter.write_line(line)
        if not self._is_binding:
            terminalreporter.write_line("(this run is not of all tests)")
        for fault in self.faults if self._is_binding or len(self.faults) <= FEW else ():
            terminalreporter.write_line(fault, red=self._is_binding)


def counting(config: pytest.Config) -> ActionsTally | None:
    """The plugin for a process that reports; a worker of pytest-xdist only runs tests."""
    return None if hasattr(config, "workerinput") else ActionsTally(is_binding=is_of_all_tests(config))
