"""Counts at the end of a run how many promises its tests have shown: "promises: shown N / rows M".

In a run of all tests a row that is not shown fails the run, unless its tests were skipped because this machine has no daemon for
them. In a run of some tests rows are counted only.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.promises.rows import Outcomes, Row, rows, shortfalls

NARROWING = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "collectonly", "maxfail")
SKIPPED = "skipped"


def is_of_all_tests(config: pytest.Config) -> bool:
    """Whether nothing narrows the run."""
    is_whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS or [*config.args] == ["tests"]
    return is_whole and not any(config.getoption(name, default=None) for name in NARROWING)


class Tally:
    """The plugin, in the process that reports."""

    def __init__(self, promises: Sequence[Row], *, is_binding: bool) -> None:
        self._rows = promises
        self._is_binding = is_binding
        self.outcomes = Outcomes()

    @property
    def unshown(self) -> dict[str, list[str]]:
        """The rows that this run does not show, and why."""
        found = {row.label: shortfalls(row, self.outcomes) for row in self._rows}
        return {label: why for label, why in found.items() if why}

    @property
    def broken(self) -> dict[str, list[str]]:
        """Those of them that fail a run of all tests."""
        return {label: why for label, why in self.unshown.items() if any(SKIPPED not in one for one in why)}

    @property
    def count(self) -> str:
        """The line of the summary."""
        return f"promises: shown {len(self._rows) - len(self.unshown)} / rows {len(self._rows)}"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.outcomes.note(report.nodeid, report.outcome)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self._is_binding and session.exitstatus == pytest.ExitCode.OK and self.broken:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self._is_binding:
            terminalreporter.write_line(f"{self.count} (this run is not of all tests)")
            return
        terminalreporter.write_line(self.count, red=bool(self.broken), green=not self.unshown)
        for label, why in self.unshown.items():
            terminalreporter.write_line(f"not shown: {label}: {'; '.join(why)}", red=label in self.broken)


def counting(config: pytest.Config) -> Tally | None:
    """The plugin for a process that reports; a worker of pytest-xdist only runs tests."""
    return None if hasattr(config, "workerinput") else Tally(rows(), is_binding=is_of_all_tests(config))
