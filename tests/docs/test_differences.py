"""docs/differences.md and docs/unified.md: every difference names a test, and the test is there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.promises.rows import is_there
from tests.promises.rows import rows as promises

PAGE = Path(__file__).resolve().parents[2] / "docs" / "differences.md"
UNIFIED = PAGE.with_name("unified.md")
NAMED = re.compile(r"`(tests/[\w/]+\.py::\w+)`")


def rows() -> list[str]:
    """The rows of all tables, without heads and rules."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [line for line in lines if not line.startswith(("|---", "| here |", "| what |"))]


def test_every_row_names_a_test_that_is_there() -> None:
    assert len(rows()) > 30
    unnamed = [row for row in rows() if not NAMED.search(row)]
    missing = [test for row in rows() for test in NAMED.findall(row) if not is_there(test)]
    assert (unnamed, missing) == ([], [])


def test_whatever_is_promised_to_be_otherwise_is_told_with_its_reason() -> None:
    told = {test for row in rows() for test in NAMED.findall(row)}
    otherwise = [row for row in promises() if row.is_otherwise]
    assert len(otherwise) > 30
    assert [row.label for row in otherwise if not told & set(row.by)] == []


def test_every_difference_of_aiobtclientapi_names_a_test_that_is_there() -> None:
    told = UNIFIED.read_text(encoding="utf-8").partition("| deliberately otherwise |")[2]
    differences = [line for line in told.splitlines()[2:] if line.startswith("| ")]
    assert len(differences) > 5
    for row in differences:
        assert NAMED.search(row), row
        assert all(is_there(test) for test in NAMED.findall(row)), row
