"""What every test run says: the daemons of this machine, so that a report shows what was tested, and the promises shown."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from tests.actions import tally as actions
from tests.conformance import tally as operations
from tests.harness import matrix
from tests.harness.errors import WrongLineError
from tests.harness.roots import unpacked
from tests.promises.tally import counting

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest


def pytest_configure(config: pytest.Config) -> None:
    # a shell starts what runs in the background without Ctrl-C; some tests are about that, also of programs that they start
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if tally := counting(config):
        config.pluginmanager.register(tally, "promises")
    if seen := actions.counting(config):
        config.pluginmanager.register(seen, "actions")
    if shown := operations.counting(config):
        config.pluginmanager.register(shown, "operations")


def pytest_report_header() -> list[str]:
    found = {row.name: unpacked(row) for row in matrix.ROWS}
    here = [f"{name} ({root.version})" for name, root in found.items() if root]
    missing = [name for name, root in found.items() if not root]
    fetch = ["not fetched: " + ", ".join(missing) + "; see python -m tests.harness fetch"] if missing else []
    return ["daemons: " + (", ".join(here) or "none"), *fetch, *notes()]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports("passed"):
        for figure in (value for name, value in report.user_properties if name == "figure"):
            terminalreporter.write_line(str(figure))
    for note in notes():
        terminalreporter.write_line(note, yellow=True)


def notes() -> Iterator[str]:
    """The rows whose daemon is newer than the project has met, or not of its line."""
    for row in matrix.ROWS:
        root = unpacked(row)
        try:
            note = matrix.checked(row, root.version) if root else None
        except WrongLineError as error:
            note = str(error)
        if note:
            yield f"note: {note}"
