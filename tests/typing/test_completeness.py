"""How much of the packages type checkers know without looking into them: pyright's own measure for packages with `py.typed`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What pyright must find at least, in per cent, where `--ignoreexternal` still counts one thing against us: the metaclass of
# `msgspec.Struct` has no types, and each record is a Struct. These numbers may only grow.
LEAST = {"bitharbor": 91, "qbittorrentapi": 95}


def measured(package: str) -> dict[str, Any]:
    """pyright's report on a package."""
    words = ["--verifytypes", package, "--ignoreexternal", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(
        [sys.executable, "-m", "pyright", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,  # it is 1 for anything short of everything
    )
    report: dict[str, Any] = json.loads(done.stdout)["typeCompleteness"]
    return report


@pytest.mark.parametrize("package", LEAST)
def test_the_types_of_a_package_are_as_complete_as_they_were(
    package: str, record_property: Callable[[str, object], None]
) -> None:
    report = measured(package)
    score = 100 * report["completenessScore"]
    record_property("figure", f"types of {package}: {score:.1f} % complete by pyright --verifytypes")
    assert report["exportedSymbolCounts"]["withKnownType"] > 100, "it looked at another package, or at none"
    assert score >= LEAST[package]


def test_no_name_of_the_drop_in_is_of_unknown_type() -> None:
    assert measured("qbittorrentapi")["exportedSymbolCounts"]["withUnknownType"] == 0
