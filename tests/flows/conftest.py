"""One line about the fault walks at the end of the run: how much was walked, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest

WALKS = ("session walk", "session walk on asyncio")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [one for one in terminalreporter.stats.get("passed", ()) if isinstance(one, pytest.TestReport)]
    for name in WALKS:
        told = list(walks_of(reports, name))
        if told:
            walks, cancels, sequences, sends = (sum(numbers[column] for numbers, _ in told) for column in range(4))
            terminalreporter.write_line(
                f"{name}: {sequences:,} sequences in {walks:,} walks ({cancels:,} of them cancelled), {sends:,} requests, "
                f"no rule broken, {sum(seconds for _, seconds in told):.1f} s"
            )


def walks_of(reports: list[pytest.TestReport], name: str) -> Iterator[tuple[tuple[int, int, int, int], float]]:
    """The numbers that the tests of one walk recorded, and the seconds of each. They come through pytest-xdist too."""
    for report in reports:
        for key, numbers in report.user_properties:
            if key == name:
                walks, cancels, sequences, sends = cast("tuple[int, int, int, int]", numbers)
                yield (walks, cancels, sequences, sends), report.duration
