"""Which form of the command line is meant, and what that costs."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from tests.live.cli.calling import Btclient, outside
from tests.unit.test_imports import loaded_by

from bitharbor.cli.__main__ import LEADING
from bitharbor.cli.verbs import CLIENTS, VERBS
from bitharbor.unified.address import KINDS

HEAVY = {"aiohttp", "aiobtclientapi", "bitharbor.unified", "cyclopts", "dataclasses", "msgspec", "requests", "rich"}


@pytest.mark.parametrize("word", ["--help", "-h", "help"])
def test_help_names_every_verb_and_client_and_says_the_exit_codes(btclient: Btclient, word: str) -> None:
    said = btclient(word)
    assert (said.code, said.err) == (0, "")
    for name in (*VERBS, *CLIENTS, *LEADING):
        assert re.search(rf"(?<![\w-]){name}\b", said.out), name
    assert "4 not authorised" in said.out


@pytest.mark.parametrize("words", ["--help", "--version", "nonsense"])
def test_help_loads_no_framework(words: str) -> None:
    assert not loaded_by(f"from bitharbor.cli.__main__ import main; import io, sys; o = sys.stdout; sys.stdout = io.StringIO(); "
                         f"sys.stderr = sys.stdout; main([{words!r}]); sys.stdout = o") & HEAVY  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(btclient: Btclient, verb: str) -> None:
    said = btclient(verb, "--help")
    assert (said.code, said.err) == (0, "")
    assert f"Usage: btclient {verb}" in said.out
    assert btclient("help", verb).out == said.out


def test_the_clients_are_the_kinds_of_daemons() -> None:
    assert CLIENTS == KINDS


def test_without_words_it_shows_help_and_fails(btclient: Btclient) -> None:
    said = btclient()
    assert (said.code, said.out) == (2, "")
    assert "Usage:" in said.err


def test_it_says_its_version(btclient: Btclient) -> None:
    assert re.fullmatch(r"btclient \d+\.\d+\S*\n", btclient("--version").out)


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["--nonsense"],
        ["--url"],
        ["--json"],
        ["--debug"],
        ["-p", "home", "qbittorrent", "localhost", "get_infohashes"],
        ["qbittorrent"],
        ["qbittorrent", "localhost"],
        ["list", "--nonsense"],
        ["list", "--first", "many"],
        ["files"],
        ["rename", "one"],
        ["move", "one"],
        ["profile", "nonsense"],
        ["--completion"],
        ["--completion", "cmd"],
    ],
)
def test_what_is_no_command_line_is_refused_in_words(btclient: Btclient, words: list[str]) -> None:
    said = btclient(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("btclient")
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["http://user:hunter2@localhost"],
        ["user:hunter2@localhost", "list"],
        ["--password=hunter2"],
        ["list", "--password=hunter2"],
        ["list", "--url", "user:hunter2@localhost"],
        ["list", "--url", "qbittorrent+ftp://user:hunter2@localhost"],
        ["list", "--url", "qbittorrent://user:hunter2@local host"],
        ["--url", "qbittorrent://user:hunter2@localhost", "-p", "home", "list"],
        ["qbittorrent", "ftp://user:hunter2@localhost", "get_infohashes"],
        ["qbittorrent", "user:hunter2@localhost:99999", "get_infohashes"],
        ["deluge", "user:hunter2@localhost/path", "get_infohashes"],
        ["profile", "add", "home", "user:hunter2@localhost"],
    ],
)
def test_no_refusal_repeats_a_password(btclient: Btclient, words: list[str]) -> None:
    said = btclient(*words)
    assert said.code in (1, 2)
    assert "hunter2" not in said.all


def test_a_password_on_the_command_line_is_warned_of(btclient: Btclient) -> None:
    said = btclient("--url", "qbittorrent://user:hunter2@127.0.0.1:1", "list")
    assert "ps shows it" in said.err
    assert "hunter2" not in said.all


@pytest.mark.parametrize("words", [["--url", "rtorrent:///nowhere", "list"], ["list", "--url=rtorrent:///nowhere"]])
def test_options_may_stand_before_and_behind_the_verb(btclient: Btclient, words: list[str]) -> None:
    assert btclient(*words).code == 5


def test_an_error_is_json_where_json_is_wanted(btclient: Btclient) -> None:
    said = btclient("list", "ratio >", "--json")
    assert (said.code, said.out) == (2, "")
    assert '"kind":"FilterError"' in said.err
    assert '"column":8' in said.err


def test_a_filter_is_pointed_at(btclient: Btclient) -> None:
    said = btclient("list", "ratio > 2 and stoped")
    assert said.err.splitlines()[1:] == [
        "  ratio > 2 and stoped",
        "                ^",
        "  what to do: did you mean stopped or stalled?",
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_verbs(btclient: Btclient, shell: str) -> None:
    said = btclient("--completion", shell)
    assert (said.code, said.err) == (0, "")
    assert [verb for verb in VERBS if verb not in said.out] == []


def test_completion_for_bash_completes() -> None:
    script = outside("--completion", "bash").out
    asked = 'COMP_WORDS=(btclient ver); COMP_CWORD=1; COMP_LINE="btclient ver"; COMP_POINT=12; _btclient; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", f"{script}\n{asked}"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["verify"]


def test_a_defect_is_told_without_a_traceback(btclient: Btclient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> object:
        raise ZeroDivisionError("nobody thought of it")

    monkeypatch.setattr("bitharbor.cli.running.client_of", broken)
    said = btclient("--url", "qbittorrent://localhost", "list")
    assert said.code == 1
    assert "nobody thought of it" in said.err
    assert "Traceback" not in said.err


def test_with_debugging_a_defect_shows_its_traceback(btclient: Btclient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("bitharbor.cli.running.client_of", broken)
    with pytest.raises(ZeroDivisionError):
        btclient("-d", "bitharbor", "--url", "qbittorrent://localhost", "list")


def test_the_installed_command_is_this_one() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlib.metadata import entry_points as e; print(e(name='btclient')['btclient'].value)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "bitharbor.cli.__main__:main"
