"""The rows themselves, and the rules by which a run shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.promises.rows import LINES, Outcome, Outcomes, Row, documents, is_there, read, rows, shortfalls
from tests.promises.tally import Tally

TEST = "tests/live/test_it.py::test_it"


def row(*, on: Iterable[str] = ()) -> Row:
    return Row("guide", "it", "It is so.", (TEST,), tuple(on))


def outcomes(**found: Outcome) -> Outcomes:
    """Of instances of the test, by line: `newest="passed"`; an underscore stands for the point of a version."""
    made = Outcomes()
    for line, outcome in found.items():
        made.note(f"{TEST}[qbittorrent-{line.removeprefix('v').replace('_', '.')}-more]", outcome)
    return made


@pytest.mark.parametrize("one", rows(), ids=lambda one: one.label.replace(" ", ""))
def test_every_row_says_something_and_names_tests_that_are_there(one: Row) -> None:
    assert one.says.endswith(".")
    assert one.by
    assert [test for test in one.by if not is_there(test)] == []
    assert set(one.on) <= set(LINES)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_no_two_rows_of_a_document_have_one_name(path: Path) -> None:
    names = Counter(one.name for one in read(path))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_fact_of_the_recorded_behaviour_is_left_out() -> None:
    numbers = {tuple(map(int, row.name.split()[0].split("."))) for row in rows() if row.document == "005_recorded_behaviour"}
    facts = {section: {fact for one, fact in numbers if one == section} for section, _ in numbers}
    assert set(facts) == set(range(1, 16))
    assert {section: len(found) for section, found in facts.items() if found != set(range(1, len(found) + 1))} == {}


def test_a_row_is_shown_when_its_test_passed_on_each_of_its_lines() -> None:
    assert shortfalls(row(on=["4.2", "newest"]), outcomes(v4_2="passed", newest="passed", v5_1="passed")) == []


def test_a_row_is_not_shown_by_a_test_that_was_not_run() -> None:
    assert shortfalls(row(), Outcomes()) == [f"{TEST} was not run"]


def test_a_row_is_not_shown_by_a_test_that_left_out_a_line() -> None:
    assert shortfalls(row(on=["4.2", "newest"]), outcomes(newest="passed")) == [f"{TEST} was not run on 4.2"]


def test_a_row_is_not_shown_by_a_test_of_which_one_instance_failed() -> None:
    assert shortfalls(row(on=["newest"]), outcomes(newest="passed", v5_1="failed")) == [f"{TEST} failed"]


def test_a_row_is_not_shown_by_a_test_that_failed_only_when_it_cleaned_up() -> None:
    found = outcomes(newest="passed")
    found.note(f"{TEST}[qbittorrent-newest-more]", "failed")
    assert shortfalls(row(), found) == [f"{TEST} failed"]


def test_a_row_is_not_shown_by_a_skipped_test() -> None:
    found = outcomes(newest="skipped")
    assert shortfalls(row(), found) == [f"{TEST} was skipped"]


def test_a_test_counts_whatever_worker_ran_it() -> None:
    found = Outcomes()
    found.note(f"{TEST}[http://127.0.0.1:{{}}-qbittorrent-4.2]@qbittorrent-4.2", "passed")
    assert shortfalls(row(on=["4.2"]), found) == []


def test_a_line_is_not_taken_for_another_that_begins_alike() -> None:
    found = Outcomes()
    found.note(f"{TEST}[qbittorrent-4.22]", "passed")
    assert shortfalls(row(on=["4.2"]), found) == [f"{TEST} was not run on 4.2"]


def test_a_run_of_all_tests_breaks_on_a_row_that_is_not_shown_and_not_on_a_skipped_one() -> None:
    tally = Tally([row(on=["newest"])], is_binding=True)
    assert tally.broken
    tally.outcomes = outcomes(newest="skipped")
    assert not tally.broken
    assert tally.count == "promises: shown 0 / rows 1"
    tally.outcomes = outcomes(newest="passed")
    assert not tally.unshown
    assert tally.count == "promises: shown 1 / rows 1"
