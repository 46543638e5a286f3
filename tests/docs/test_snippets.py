"""Every Python snippet of README.md and docs/ is a program that runs, against a real daemon of each line of its kind."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.harness import matrix
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import had
from tests.live.content import make, wait_until

from bitharbor import connect_blocking
from bitharbor.qbittorrent import Client
from bitharbor.unified import State

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# how the pages write where a daemon is; a snippet with none of these is about qBittorrent
PLACES = {"transmission": "http://localhost:9091", "deluge": '"localhost", 58846', "rtorrent": "scgi://localhost:5000"}
FENCE = re.compile(r"^( *)```python\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Snippet:
    """A program, and where it stands."""

    page: str
    line: int
    code: str

    @property
    def kind(self) -> str:
        """Of the daemon that it is about."""
        return next((kind for kind, place in PLACES.items() if place in self.code), "qbittorrent")

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def snippets(page: Path) -> list[Snippet]:
    """The Python snippets of a page."""
    text = page.read_text(encoding="utf-8")
    name = page.relative_to(ROOT).as_posix()
    return [Snippet(name, text.count("\n", 0, found.start()) + 2, found[2]) for found in FENCE.finditer(text)]


SNIPPETS = [snippet for page in PAGES for snippet in snippets(page)]
ON_OTHERS = [
    pytest.param(snippet, row.name, id=f"{snippet}-{row.name}", marks=pytest.mark.xdist_group(row.name))
    for snippet in SNIPPETS
    for row in matrix.ROWS
    if row.family.name.lower() == snippet.kind != "qbittorrent"
]


def filled_in(code: str, daemon: Daemon, folder: Path) -> str:
    """The program with the values that the pages use for example's sake replaced by real ones."""
    host = daemon.url.partition("://")[2]
    examples = {
        PLACES["transmission"]: daemon.url,
        PLACES["deluge"]: f'"127.0.0.1", {daemon.port}',
        PLACES["rtorrent"]: daemon.url,
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


def run(snippet: Snippet, daemon: Daemon, folder: Path) -> None:
    """Run a snippet as it stands: without an error, a warning, or a print that is never reached."""
    (folder / "holiday").mkdir()
    (folder / "holiday" / "beach.jpg").write_bytes(os.urandom(50_000))
    program = folder / "snippet.py"
    program.write_text(filled_in(snippet.code, daemon, folder), encoding="utf-8")
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-W", "error", program], capture_output=True, text=True, check=False, env=variables)
    assert (done.returncode, done.stderr) == (0, ""), f"{snippet}:\n{program.read_text(encoding='utf-8')}\n{done.stderr}"
    assert done.stdout or "print" not in snippet.code, f"{snippet} has a print that was never reached"


@pytest.mark.usefixtures("seeding")
@pytest.mark.parametrize("snippet", [one for one in SNIPPETS if one.kind == "qbittorrent"], ids=str)
def test_a_snippet_runs_as_it_stands_without_an_error_or_a_warning(snippet: Snippet, daemon: Daemon, tmp_path: Path) -> None:
    run(snippet, daemon, tmp_path)


@pytest.mark.parametrize(("snippet", "line"), ON_OTHERS)
def test_a_snippet_about_another_daemon_runs_on_each_of_its_lines(
    snippet: Snippet, line: str, fleet: Fleet, tmp_path: Path
) -> None:
    daemon = had(lambda: fleet.shared(line))
    made = make(tmp_path / "here", "lake.jpg")
    address = daemon.url if snippet.kind == "deluge" else f"{snippet.kind}+{daemon.url}"
    with connect_blocking(address, *(() if snippet.kind == "rtorrent" else (daemon.user, daemon.password))) as client:
        client.add(made.torrent, location=str(made.folder))
        wait_until(lambda: client.torrent(made.torrent_hash).state is not State.CHECKING, "the check")
        run(snippet, daemon, tmp_path)
        client.remove(made.torrent_hash)


def test_every_kind_of_daemon_is_shown() -> None:
    assert {snippet.kind for snippet in SNIPPETS} == {"qbittorrent", *PLACES}


def test_the_readme_shows_every_face() -> None:
    shown = "".join(snippet.code for snippet in SNIPPETS if snippet.page == "README.md")
    for face in (
        "bitharbor.connect(",
        "from qbittorrentapi import Client",
        "from bitharbor.qbittorrent import Client",
        "AsyncClient(",
    ):
        assert face in shown


def test_no_block_of_code_on_a_page_escapes_this_test_by_its_fence() -> None:
    for page in PAGES:
        fences = re.findall(r"^ *```(\S*)$", page.read_text(encoding="utf-8"), re.MULTILINE)[::2]
        assert set(fences) <= {"python", "console"}, page.name
