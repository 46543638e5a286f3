"""The page of versions says what the table of operations says."""

from __future__ import annotations

import pytest
from tools import versions

from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.operation import Op


def test_the_page_is_made_of_the_table() -> None:
    assert versions.PAGE.read_text(encoding="utf-8") == versions.page(), "run: python -m tools.versions"


def test_every_operation_has_a_row() -> None:
    told = {op.path for _, op in versions.methods()}
    assert told == {op.path for op in vars(ops).values() if isinstance(op, Op)}
    assert len(told) > 130


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("torrents.info", (3, 0), "+"),
        ("app.shutdown", (3, 0), ""),
        ("app.shutdown", (3, 1), "+"),
        ("torrents.set_category", (3, 2), ""),
        ("torrents.create_category", (3, 3), "3.3.5"),
        ("torrents.webseeds", (3, 2), "3.2.1"),
        ("torrents.tags", (4, 1), ""),
        ("torrents.tags", (4, 2), "+"),
        ("torrents.edit_category", (4, 1), "4.1.3"),
        ("transfer.set_speed_limits_mode", (3, 1), ""),
        ("transfer.set_speed_limits_mode", (4, 2), "+"),
        ("search.categories", (4, 2), "+"),
    ],
)
def test_a_cell_says_since_when_a_method_works(name: str, line: tuple[int, int], said: str) -> None:
    known = {f"{one.scope}.{one.name}": op for one, op in versions.methods()}
    assert versions.cell(line, versions.spans(name, known[name])) == said
