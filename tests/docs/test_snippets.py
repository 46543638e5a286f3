"""Every Python snippet of README.md and docs/ is a program that runs, against a real daemon of each line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import make, wait_until

from bitharbor.qbittorrent import Client

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^( *)```python\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Snippet:
    """A program, and where it stands."""

    page: str
    line: int
    code: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def snippets(page: Path) -> list[Snippet]:
    """The Python snippets of a page."""
    text = page.read_text(encoding="utf-8")
    name = page.relative_to(ROOT).as_posix()
    return [Snippet(name, text.count("\n", 0, found.start()) + 2, found[2]) for found in FENCE.finditer(text)]


SNIPPETS = [snippet for page in PAGES for snippet in snippets(page)]


def filled_in(code: str, daemon: Daemon, folder: Path) -> str:
    """The program with the values that the pages use for example's sake replaced by real ones."""
    host = daemon.url.partition("://")[2]
    examples = {
        "http://localhost:8080": daemon.url,
        "localhost:8080": host,
        '"admin"': repr(daemon.user),
        '"adminadmin"': repr(daemon.password),
        "/srv": str(folder),
    }
    return re.sub("|".join(map(re.escape, examples)), lambda found: examples[found[0]], code)


@pytest.fixture
def seeding(daemon: Daemon, tmp_path: Path) -> Iterator[None]:
    """The daemon seeds a torrent, so that loops over torrents have something to go over; afterwards it has none."""
    made = make(tmp_path / "here", "lake.jpg")
    with Client(daemon.url, daemon.user, daemon.password) as client:
        client.torrents.add(files=made.torrent, save_path=str(made.folder))
        wait_until(lambda: bool(client.torrents.info("seeding", hashes=made.torrent_hash)), "seeding")
        yield
        client.torrents.delete("all")
        wait_until(lambda: not client.torrents.info(), "deletion")


@pytest.mark.usefixtures("seeding")
@pytest.mark.parametrize("snippet", SNIPPETS, ids=str)
def test_a_snippet_runs_as_it_stands_without_an_error_or_a_warning(snippet: Snippet, daemon: Daemon, tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "beach.jpg").write_bytes(os.urandom(50_000))
    program = tmp_path / "snippet.py"
    program.write_text(filled_in(snippet.code, daemon, tmp_path), encoding="utf-8")
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-W", "error", program], capture_output=True, text=True, check=False, env=variables)
    assert (done.returncode, done.stderr) == (0, ""), f"{snippet}:\n{program.read_text(encoding='utf-8')}\n{done.stderr}"
    assert done.stdout or "print" not in snippet.code, f"{snippet} has a print that was never reached"


def test_the_readme_shows_every_face() -> None:
    shown = "".join(snippet.code for snippet in SNIPPETS if snippet.page == "README.md")
    for face in ("from qbittorrentapi import Client", "from bitharbor.qbittorrent import Client", "AsyncClient("):
        assert face in shown


def test_no_block_of_code_on_a_page_escapes_this_test_by_its_fence() -> None:
    for page in PAGES:
        fences = re.findall(r"^ *```(\S*)$", page.read_text(encoding="utf-8"), re.MULTILINE)[::2]
        assert set(fences) <= {"python", "console"}, page.name
