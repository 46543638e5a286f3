"""The pages of the project lead to each other: no link goes nowhere, and no page is unknown to the list of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INDEX = ROOT / "docs" / "README.md"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def targets(page: Path) -> list[Path]:
    """What a page leads to, within the project."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [(page.parent / target).resolve() for target in found if "://" not in target]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_link_of_a_page_leads_nowhere(page: Path) -> None:
    assert [target for target in targets(page) if not target.exists()] == []


def test_the_list_of_pages_has_every_page_and_the_readme_leads_to_it() -> None:
    assert {page for page in PAGES if page.parent == INDEX.parent} - {INDEX} <= set(targets(INDEX))
    assert INDEX in targets(ROOT / "README.md")
