"""Programs as users write them, run with the package of this name from PyPI and with ours: the same output, the same effect.

What may enter: running both against one real daemon that is brought to the same state before each. What may not: a program that
was written for ours.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.harness.matrix import numbers
from tests.harness.session import Session
from tests.live.content import Made, make, wait_until
from tests.live.dropin.conftest import MakeClient
from tests.peers import python_of

from bitharbor.qbittorrent import Client
from qbittorrentapi import Client as DropIn

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = Path(__file__).parent / "programs"
NAMES = sorted(one.stem for one in PROGRAMS.glob("[!_]*.py"))
MAGNETS = "".join(f"magnet:?xt=urn:btih:{digit * 40}\n" for digit in "34")
PATIENCE = 60.0  # seconds; a program that waits in vain says so by this
EFFECTS = ("name", "category", "tags", "save_path", "up_limit", "dl_limit", "ratio_limit", "auto_tmm", "size")

# the oldest and the newest: what differs between versions differs most there
pytestmark = pytest.mark.lines("qbittorrent-4.2", "qbittorrent-newest")


@pytest.fixture(scope="session")
def peers_python() -> str:
    """The Python of an environment with the package from PyPI."""
    return python_of("qbittorrent-api")


@pytest.fixture
def stage(daemon: Daemon, new_client: MakeClient, tmp_path: Path) -> Iterator[Stage]:
    """A daemon that is brought to the same state as often as needed."""
    with Client(daemon.url, daemon.user, daemon.password) as client:
        stage = Stage(daemon, client, new_client())
        yield stage
        stage.clear()


class Stage:
    """A daemon with three torrents in it, and a folder with what programs find there."""

    def __init__(self, daemon: Daemon, client: Client, dropin: DropIn) -> None:
        self._daemon, self._client, self._dropin = daemon, client, dropin
        self._version = numbers(daemon.version)
        self._preferences: Any = Session(daemon).get("app/preferences")

    def set(self, folder: Path) -> None:
        """Bring the daemon to the first state, and fill the folder."""
        self.clear()
        for place in (folder, folder / "isos"):
            place.mkdir()
        content = self._daemon.downloads / folder.name  # 4.2.5 may still be moving what the last program moved
        for name in ("a film.mkv", "b song.flac", "c text.txt"):
            made = make(content, name, 60_000)
            self._client.torrents.add(files=made.torrent, save_path=str(content), stopped=True, skip_checking=True)
        self._client.torrents.add("magnet:?xt=urn:btih:" + "2" * 40 + "&dn=unknown", stopped=True)
        wait_until(lambda: len(self._client.torrents.info()) == 4, "the torrents")
        wait_until(lambda: len(self._client.torrents.info(filter="completed")) == 3, "their content")
        text = next(one for one in self._client.torrents.info() if one.name == "c text.txt")
        self._client.torrents.add_tags(text.hash, ["keep"])
        self._fill(folder)

    def _fill(self, folder: Path) -> None:
        elsewhere = folder.parent / f"{folder.name}-content"
        made: list[Made] = [make(elsewhere, name) for name in ("d", "e")]
        (folder / "d.torrent").write_bytes(made[0].torrent)
        (folder / "isos" / "e.torrent").write_bytes(made[1].torrent)
        (folder / "isos" / "more.magnets").write_text(MAGNETS)
        (folder / "broken.torrent").write_bytes(b"no torrent")

    def _is_checking(self) -> bool:
        return any(one.state.startswith(("checking", "moving")) for one in self._client.torrents.info())

    def clear(self) -> None:
        """Take away everything that programs make."""
        client = self._client
        client.torrents.delete("all")
        wait_until(lambda: not client.torrents.info(), "deletion")
        client.torrents.remove_categories(list(client.torrents.categories()))
        client.torrents.delete_tags(client.torrents.tags())
        wait_until(lambda: '"isLoading":true' not in self._dropin._post("rss", "items", withData=True).text, "the end of fetches")
        tree = client.rss.items()
        for name in [*tree.feeds, *tree.folders]:
            client.rss.remove_item(name)
        for name in client.rss.rules():
            client.rss.remove_rule(name)
        wanted = {key: self._preferences[key] for key in ("rss_refresh_interval", "rss_max_articles_per_feed")}
        self._dropin.app_set_preferences(wanted)

    def effect(self) -> dict[str, object]:
        """What a program has left on the daemon."""
        session = Session(self._daemon)
        wait_until(lambda: not self._is_checking(), "the end of checking")
        torrents: Any = session.get("torrents/info")
        rules: Any = session.get("rss/rules")
        preferences: Any = session.get("app/preferences")
        tree = self._client.rss.items()
        return {
            "torrents": {
                one["hash"]: {key: one.get(key) for key in EFFECTS} for one in sorted(torrents, key=lambda one: one["hash"])
            },
            "categories": session.get("torrents/categories"),
            "tags": session.get("torrents/tags"),
            "feeds": sorted(tree.feeds) + [f"{name}: {sorted(folder.feeds)}" for name, folder in tree.folders.items()],
            "rules": {name: {key: value for key, value in rule.items() if key != "lastMatch"} for name, rule in rules.items()},
            "preferences": {key: value for key, value in preferences.items() if key.startswith(("rss", "max", "dl", "up"))},
        }


def run(python: str, source: Path | None, program: str, daemon: Daemon, folder: Path) -> str:
    """The output of a program; its files are added to it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QBITTORRENTAPI"))}
    command = [python, str(PROGRAMS / f"{program}.py"), daemon.url, daemon.user, daemon.password, str(folder)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env={**kept, "PYTHONPATH": str(source or "")},
        cwd=folder,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    files = {path.name: path.read_text() for path in sorted(folder.glob("*.csv"))}
    return done.stdout.replace(str(folder), "FOLDER") + "".join(f"{name}:\n{text}" for name, text in files.items())


def without(effect: dict[str, object], daemon: Daemon, folder: Path) -> object:
    """An effect without what differs from run to run."""
    text = json.dumps(effect).replace(str(folder), "FOLDER").replace(str(daemon.downloads / folder.name), "CONTENT")
    return json.loads(text)


@pytest.mark.parametrize("program", NAMES)
def test_a_program_says_and_does_the_same_with_ours(
    program: str, stage: Stage, daemon: Daemon, peers_python: str, tmp_path: Path
) -> None:
    said: list[str] = []
    left: list[object] = []
    for name, python, source in (("peer", peers_python, None), ("ours", sys.executable, ROOT / "src")):
        folder = tmp_path / name
        stage.set(folder)
        said.append(run(python, source, program, daemon, folder))
        left.append(without(stage.effect(), daemon, folder))
    assert said[0]
    assert said[1] == said[0]
    assert left[1] == left[0]
