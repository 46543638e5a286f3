"""Bars on a terminal for what takes time. Where stderr is no terminal there are none, and nothing is imported for them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeAlias

Step: TypeAlias = Callable[[str, float, float], None]


def silent(_what: str, _done: float, _total: float) -> None:
    """Shows nothing."""


@contextmanager
def bars() -> Generator[Step]:
    """Within: a function that shows how far something is: what, how much is done, of how much. A bar for each `what`."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:<9}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[count]}"))
    known: dict[str, TaskID] = {}
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as progress:

        def step(what: str, done: float, total: float) -> None:
            if what not in known:
                known[what] = progress.add_task(what, total=total, count="")
            count = f"{done:.0f}/{total:.0f}" if total > 1 else ""
            progress.update(known[what], completed=done, total=total, count=count)

        yield step
