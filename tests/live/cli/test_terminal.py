"""What people see on a terminal: tables that fit, colours that only repeat words, bars, and questions."""

from __future__ import annotations

import re

import pytest
from tests.live.cli.calling import Said, on_terminal
from tests.live.cli.conftest import Steered, path_of
from tests.live.content import Made, make

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def shown(steered: Steered, *words: str, prompt: str = "", answer: str = "", columns: int = 100, **variables: str) -> Said:
    """A command line on a terminal."""
    url = steered.url.replace(f":{steered.daemon.password}@", "@")
    environment = {"BTCLIENT_PASSWORD": steered.daemon.password, **variables}
    said = on_terminal("--url", url, *words, prompt=prompt, answer=answer, columns=columns, environment=environment)
    assert steered.daemon.password not in said.out
    return said


def test_a_list_has_states_in_words_and_a_bar_of_what_is_done(qbittorrent_seeding: Steered, lake: Made) -> None:
    said = shown(qbittorrent_seeding, "list", "--sort", "name")
    assert said.code == 0
    lines = ESCAPE.sub("", said.out).splitlines()
    assert lines[0].split() == ["NAME", "STATE", "DONE", "SIZE", "DOWN", "UP", "RATIO", "ETA", "INFOHASH"]
    assert re.search(rf"lake\.jpg +seeding +\S{{10}} +100% +97\.7 KiB .* {lake.torrent_hash[:10]}", lines[2])
    assert "\x1b[36mseeding" in said.out


def test_no_color_takes_the_colours_and_leaves_the_words(qbittorrent_seeding: Steered) -> None:
    said = shown(qbittorrent_seeding, "list", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", said.out)
    assert "seeding" in said.out


@pytest.mark.parametrize("columns", [40, 80])
def test_a_table_is_no_wider_than_the_terminal(qbittorrent: Steered, made_long: Made, columns: int) -> None:
    qbittorrent.ask(lambda client: client.add(made_long.torrent, is_stopped=True)).check()
    said = shown(qbittorrent, "list", "--fields", "name,state", columns=columns)
    assert {len(line) <= columns for line in ESCAPE.sub("", said.out).splitlines()} == {True}
    assert "stopped" in said.out or "checking" in said.out  # just after adding
    assert "…" in said.out


@pytest.fixture
def made_long(lake: Made) -> Made:
    """A torrent with a long name."""
    return make(lake.folder, f"{'long-' * 30}name.jpg")


def test_adding_shows_how_far_it_is(qbittorrent: Steered, lake: Made, film: Made) -> None:
    said = shown(qbittorrent, "add", str(path_of(lake)), str(path_of(film)), "--location", str(lake.folder), "--wait")
    assert said.code == 0
    for part in ("adding", "checking", "100%", "2/2", f"added  {lake.torrent_hash}  lake.jpg"):
        assert part in said.out, part


@pytest.mark.parametrize(
    ("answer", "code", "is_there"), [("y\n", 0, False), ("n\n", 1, True), ("\n", 1, True), ("\x04", 1, True)]
)
def test_data_is_deleted_only_after_a_yes(
    qbittorrent_seeding: Steered, film: Made, answer: str, code: int, is_there: bool
) -> None:
    said = shown(qbittorrent_seeding, "remove", "film.mkv", "--with-data", prompt="[y/N]", answer=answer)
    assert said.code == code
    assert "Remove 1 torrent and delete 195.3 KiB of data? [y/N]" in said.out
    assert film.torrent_hash in said.out
    assert (film.torrent_hash in qbittorrent_seeding.infohashes()) is is_there
    assert (film.folder / "film.mkv").exists() is is_there
