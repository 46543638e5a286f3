"""The session flow under every sequence of replies and faults; see `walk`. One summary line comes at the end of the run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from tests.flows.walk import KINDS, ROWS, SETTINGS, Row, Run, Tally, Walker, World, asyncio_runner, blocking_runner

BLOCKING_DEPTH = 4
ASYNCIO_DEPTH = 2

Record = Callable[[str, object], None]


def walked(row: Row, depth: int, runner: Callable[[World], Run]) -> Tally:
    """Every sequence of up to so many outcomes, from every setting."""
    total = Tally()
    for setting in SETTINGS:
        tally = Walker(row, setting, depth, runner).walk()
        assert tally.sequences == len(KINDS) ** depth
        total.add(tally)
    return total


def test_there_are_sixteen_kinds() -> None:
    assert len(KINDS) == 16


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_sequence_of_replies_and_faults_breaks_a_rule(row: Row, record_property: Record) -> None:
    record_property("session walk", walked(row, BLOCKING_DEPTH, blocking_runner).numbers)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_sequence_breaks_a_rule_on_asyncio(row: Row, record_property: Record) -> None:
    with asyncio.Runner() as loop:
        record_property("session walk on asyncio", walked(row, ASYNCIO_DEPTH, asyncio_runner(loop)).numbers)
