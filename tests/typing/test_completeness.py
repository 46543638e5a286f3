"""How much of the packages type checkers know without looking into them: pyright's own measure for packages with `py.typed`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("aiobtclientapi", "bitharbor", "qbittorrentapi")


def measured(package: str) -> dict[str, Any]:
    """pyright's report on a package."""
    words = ["--verifytypes", package, "--ignoreexternal", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(
        [sys.executable, "-m", "pyright", *words],
        cwd=ROOT,
        # pyright follows the link of an environment's interpreter, and does not find what is installed there by itself
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), sysconfig.get_path("purelib")])},
        capture_output=True,
        text=True,
        check=False,  # it is 1 for anything short of everything
    )
    report: dict[str, Any] = json.loads(done.stdout)["typeCompleteness"]
    return report


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_has_a_type_that_all_checkers_agree_on(
    package: str, record_property: Callable[[str, object], None]
) -> None:
    report = measured(package)
    record_property("figure", f"types of {package}: {100 * report['completenessScore']:.1f} % complete by pyright --verifytypes")
    assert report["exportedSymbolCounts"]["withKnownType"] > 100, "it looked at another package, or at none"
    short = [one["name"] for one in report["symbols"] if not one["isTypeKnown"] or one["isTypeAmbiguous"]]
    assert short == []
