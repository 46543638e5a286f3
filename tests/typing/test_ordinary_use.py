"""mypy, as strict as it can be, on ordinary use of the drop-in, as a program outside this project has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "tests" / "typing" / "ordinary_use.py"


def checked(program: Path, cache: Path) -> tuple[int, str]:
    """mypy's verdict, without the settings of this project."""
    words = ["--strict", "--config-file", os.devnull, "--cache-dir", str(cache), str(program)]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *words],
        cwd=cache,
        env={**os.environ, "MYPYPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_ordinary_use_of_the_drop_in_has_no_error_in_the_strictest_check(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.read_text(encoding="utf-8"), encoding="utf-8")
    status, said = checked(program, tmp_path)
    assert (status, said) == (0, "Success: no issues found in 1 source file\n")


def test_what_is_wrong_about_a_torrent_is_found(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from qbittorrentapi import Client\n"
        "row = Client().torrents_info()[0]\n"
        "a: int = row.name\n"
        "b: str = row.files[0].size\n"
        "c = Client(hots='localhost')\n"
        "d: int = Client().torrents_tags()[0]\n"
        "row.set_location(location=7)\n",
        encoding="utf-8",
    )
    _, said = checked(program, tmp_path)
    assert [line.split(":")[1] for line in said.splitlines() if ": error:" in line] == ["3", "4", "5", "6", "7"]
