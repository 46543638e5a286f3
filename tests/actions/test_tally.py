"""The facts themselves, and the rules by which a run counts an action as seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from tests.actions import facts, page
from tests.actions.facts import actions, lines
from tests.actions.seen import Seen
from tests.actions.tally import PROPERTY, ActionsTally
from tests.harness import matrix

from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.operation import Op

LINE = "qbittorrent-4.5"
Row = tuple[str, str, int, str]


def everything(line: str = LINE) -> list[Row]:
    """A run that saw all that is used on a line."""
    return [(line, one.path, 200, face) for one in actions() for face in ("blocking", "asyncio") if facts.is_used(one, line)]


def report(when: str, outcome: str, seen: Sequence[Row] = (), test: str = "tests/live/test_it.py::test_it") -> pytest.TestReport:
    """What pytest says of one step of a test."""
    properties: list[tuple[str, object]] = [(PROPERTY, list(seen))] if seen else []
    return pytest.TestReport(test, ("", 0, ""), {}, outcome, None, when, user_properties=properties)  # type: ignore[arg-type]  # its words  # pyright: ignore[reportArgumentType]


def tally_of(*reports: pytest.TestReport) -> ActionsTally:
    tally = ActionsTally(is_binding=True)
    for one in reports:
        tally.pytest_runtest_logreport(one)
    return tally


def test_there_are_135_actions_and_each_is_named_once() -> None:
    assert len(actions()) == 135
    assert [path for path, times in Counter(one.path for one in actions()).items() if times > 1] == []
    assert tuple(lines()) == matrix.QBITTORRENT


def test_the_facts_and_the_spec_name_the_same_actions() -> None:
    rows: list[Op[object]] = [one for one in vars(ops).values() if isinstance(one, Op)]
    declared = {path for row in rows for path in (row.path, *(was.path for was in row.was))}
    assert declared == {one.path for one in actions()}


def test_an_action_that_exists_and_was_not_answered_is_a_gap() -> None:
    assert Seen(everything()).gaps() == []
    without = [row for row in everything() if row[1:] != ("app/version", 200, "asyncio")]
    assert Seen(without).gaps() == [f"app/version on {LINE} through the asyncio face"]


@pytest.mark.parametrize("status", [400, 404, 500])
def test_a_refusal_is_no_answer(status: int) -> None:
    refused = [(*row[:2], status, row[3]) if row[1] == "app/version" else row for row in everything()]
    assert len(Seen(refused).gaps()) == 2


def test_a_line_that_was_not_run_has_no_gaps() -> None:
    assert Seen(everything()).lines == [LINE]
    assert Seen().gaps() == []


def test_what_a_test_saw_counts_when_all_of_it_passed() -> None:
    seen = everything()
    assert tally_of(report("setup", "passed"), report("call", "passed"), report("teardown", "passed", seen)).faults == []


@pytest.mark.parametrize("step", ["setup", "call", "teardown"])
def test_what_a_test_saw_does_not_count_when_a_step_of_it_failed(step: str) -> None:
    steps = [report(one, "failed" if one == step else "passed", everything()) for one in ("setup", "call", "teardown")]
    assert tally_of(*steps).seen.lines == []


def test_only_refusals_of_its_own_are_told_of_an_action() -> None:
    (action,) = [one for one in actions() if one.path == "torrents/rename"]
    seen = Seen((LINE, action.path, status, "blocking") for status in (200, 403, 404, 405, 409))
    assert seen.refusals(action, LINE) == [404, 409]
    assert page.cell(seen, action, LINE) == "blocking 404 409"
