"""Versions of the application as they read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.errors import NotQbittorrentError
from bitharbor.qbittorrent.versions import UNKNOWN, Version, dotted, parse


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("v4.2.5", (4, 2, 5)),
        ("v5.3.0", (5, 3, 0)),
        ("4.6.0", (4, 6, 0)),
        ("v5.3.0beta1", (5, 3, 0)),
        ("v5.2.0rc1", (5, 2, 0)),
        ("v5.0.0alpha", (5, 0, 0)),
        ("v5.1", (5, 1, 0)),
        ("v3.3.13", (3, 3, 13)),
        ("v4.3.0.1", (4, 3, 0, 1)),
        ("v10.20.30", (10, 20, 30)),
        ("  v5.1.0\n", (5, 1, 0)),
        ("v5.1.2-enhanced", (5, 1, 2)),
        ("v4.6.7+git", (4, 6, 7)),
    ],
)
def test_versions_read(text: str, version: Version) -> None:
    assert parse(text) == version


@pytest.mark.parametrize(
    "text",
    ["", "v", "5", "v5", "five", "Ok.", "<html>5.1.0</html>", "v.1.2", "-5.1", "1.2.3.4.5", "5..1", "v5.1.", "127.0.0.1.x."],
)
def test_text_that_is_no_version_is_never_taken_for_an_old_one(text: str) -> None:
    with pytest.raises(NotQbittorrentError):
        parse(text)


@patient
@given(st.tuples(*[st.integers(0, 99)] * 3))
def test_what_is_shown_reads_back(version: tuple[int, int, int]) -> None:
    assert parse(dotted(version)) == version
    assert parse(f"v{dotted(version)}") == version


@patient
@given(st.text(max_size=20))
def test_any_text_is_a_version_or_a_plain_error(text: str) -> None:
    try:
        version = parse(text)
    except NotQbittorrentError:
        return
    assert len(version) in (3, 4)
    assert version != UNKNOWN


def test_a_beta_knows_what_its_release_knows() -> None:
    assert parse("v5.3.0beta1") >= parse("v5.3.0")


def test_versions_compare_by_number_and_not_by_letter() -> None:
    assert parse("v4.10.0") > parse("v4.9.9")
    assert parse("v4.3.0.1") > parse("v4.3.0")
    assert parse("v5.1") == parse("v5.1.0")
