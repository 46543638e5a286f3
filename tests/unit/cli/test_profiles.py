"""Profiles and passwords: kept where they belong, readable by their owner only, printed never."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.live.cli.calling import Btclient, on_terminal

from bitharbor.cli.options import Daemon
from bitharbor.cli.places import client_of
from bitharbor.cli.profiles import quoted
from bitharbor.unified.address import parse

SECRET = 'hunter2 "\\ü€\x7f'
URL = "qbittorrent://admin@127.0.0.1:8080"

RING = """
import json, os, pathlib
from keyring.backend import KeyringBackend
PLACE = pathlib.Path(os.environ["RING"])

class Ring(KeyringBackend):
    priority = 1

    def _all(self):
        if "RING_LOCKED" in os.environ:
            raise RuntimeError("locked")
        return json.loads(PLACE.read_text()) if PLACE.exists() else {}

    def get_password(self, service, username):
        return self._all().get(service + "/" + username)

    def set_password(self, service, username, password):
        PLACE.write_text(json.dumps(self._all() | {service + "/" + username: password}))

    def delete_password(self, service, username):
        PLACE.write_text(json.dumps({name: one for name, one in self._all().items() if name != service + "/" + username}))
"""


@pytest.fixture
def ring(btclient: Btclient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A keyring that works; the file that it keeps passwords in."""
    import keyring

    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "test_ring.py").write_text(RING, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "modules"), *sys.path])
    place = tmp_path / "ring.json"
    btclient.set(RING=str(place))
    before = keyring.get_keyring()
    import test_ring  # type: ignore[import-not-found]  # pyright: ignore[reportMissingImports]  # was just written

    keyring.set_keyring(test_ring.Ring())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    yield place
    keyring.set_keyring(before)
    del sys.modules["test_ring"]


def test_a_profile_is_kept_and_listed_without_its_password(btclient: Btclient) -> None:
    said = btclient("profile", "add", "home", URL, "--password-stdin", "--timeout", "30s", input=f"{SECRET}\n")
    assert (said.code, said.err) == (0, "")
    listed = btclient("profile", "list", "--json")
    assert listed.json == [
        {
            "name": "home",
            "url": "qbittorrent+http://127.0.0.1:8080",
            "username": "admin",
            "password": "in the file",
            "default": "no",
        }
    ]
    shown = btclient("profile", "show", "home")
    assert "timeout  30.0" in shown.out
    assert "verify  yes" in shown.out
    assert not [one for one in (said, listed, shown, btclient("profile", "list")) if "hunter2" in one.all]


@pytest.mark.skipif(os.name != "posix", reason="permissions as these are of POSIX systems")
def test_files_are_for_their_owner_only(btclient: Btclient) -> None:
    btclient("profile", "add", "home", URL, "--password-stdin", input="hunter2\n")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in btclient.config.iterdir()}
    assert modes == {"btclient.toml": 0o600, "passwords.toml": 0o600}
    assert stat.S_IMODE(btclient.config.stat().st_mode) == 0o700
    (btclient.config / "passwords.toml").chmod(0o640)
    said = btclient("-p", "home", "list")
    assert said.code == 1
    assert "chmod 600" in said.err


def test_the_profile_file_holds_no_password(btclient: Btclient) -> None:
    btclient("profile", "add", "home", "qbittorrent://admin:hunter2@127.0.0.1", "--default")
    text = (btclient.config / "btclient.toml").read_text(encoding="utf-8")
    assert "hunter2" not in text
    assert tomllib.loads(text)["default"] == "home"


def test_the_password_reaches_the_daemon_as_it_was_given(btclient: Btclient) -> None:
    btclient("profile", "add", "home", URL, "--password-stdin", input=f"{SECRET}\n")
    assert tomllib.loads((btclient.config / "passwords.toml").read_text(encoding="utf-8"))["passwords"] == {"home": SECRET}


def test_the_keyring_is_taken_where_there_is_one(btclient: Btclient, ring: Path) -> None:
    assert "in the keyring" in btclient("profile", "add", "home", URL, "--password-stdin", input="hunter2\n").out
    assert "hunter2" in ring.read_text()
    assert not (btclient.config / "passwords.toml").exists()
    assert btclient("-p", "home", "--timeout", "1s", "list").code in (4, 5)  # it was found, and nobody is there
    btclient("profile", "remove", "home")
    assert "hunter2" not in ring.read_text()


def test_a_password_goes_into_the_file_in_place_of_a_locked_keyring_only_when_that_is_said(
    btclient: Btclient, ring: Path
) -> None:
    words = ("profile", "add", "home", URL, "--password-stdin", "--replace")
    btclient(*words, input="first\n")
    btclient.set(RING_LOCKED="1")
    refused = btclient(*words, input="hunter2\n")
    assert (refused.code, "--plain" in refused.err) == (2, True)
    assert "hunter2" not in refused.all
    assert not (btclient.config / "passwords.toml").exists()
    assert "in the keyring" in btclient("profile", "list").out
    said = btclient(*words, "--plain", input="hunter2\n")
    assert said.code == 0
    assert "home" in said.err  # its former password is in the keyring still
    assert "hunter2" in (btclient.config / "passwords.toml").read_text(encoding="utf-8")
    assert json.loads(ring.read_text()) == {"btclient/home": "first"}


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 2), ("\n", 2)])
def test_on_a_terminal_it_is_asked_whether_the_file_may_have_what_a_locked_keyring_does_not_take(
    ring: Path, tmp_path: Path, answer: str, code: int
) -> None:
    said = on_terminal(
        *("profile", "add", "home", "qbittorrent://admin:hunter2@127.0.0.1:8080"),
        prompt="[y/N]",
        answer=answer,
        environment={
            "XDG_CONFIG_HOME": str(tmp_path),
            "PYTHON_KEYRING_BACKEND": "test_ring.Ring",
            "RING": str(ring),
            "RING_LOCKED": "1",
        },
    )
    assert said.code == code
    assert "in plain text" in said.out
    assert (tmp_path / "bitharbor" / "passwords.toml").exists() == (code == 0)
    assert (tmp_path / "bitharbor" / "btclient.toml").exists() == (code == 0)


def test_a_profile_whose_new_password_cannot_be_kept_keeps_the_old_one(btclient: Btclient) -> None:
    words = ("profile", "add", "home", URL, "--password-stdin", "--replace")
    btclient(*words, input="first\n")
    before = {path.name: path.read_bytes() for path in btclient.config.iterdir()}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", full)
        assert btclient(*words, input="hunter2\n").code == 1
    assert {path.name: path.read_bytes() for path in btclient.config.iterdir()} == before


def full(source: object, target: object) -> None:
    """Renames as on a disk that is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_password_that_moves_is_forgotten_where_it_was(btclient: Btclient, ring: Path) -> None:
    words = ("profile", "add", "home", URL, "--replace")
    btclient(*words, "--password-stdin", input="first\n")
    assert btclient(*words, "--no-password").code == 0
    assert json.loads(ring.read_text()) == {}
    btclient(*words, "--password-stdin", input="first\n")
    assert btclient(*words, "--password-stdin", input="second\n").code == 0
    assert json.loads(ring.read_text()) == {"btclient/home": "second"}


def test_a_password_that_the_keyring_lost_is_told(btclient: Btclient, ring: Path) -> None:
    btclient("profile", "add", "home", URL, "--password-stdin", input="hunter2\n")
    ring.unlink()
    said = btclient("-p", "home", "list")
    assert said.code == 2
    assert "not in the keyring any more" in said.err


def test_removing_a_profile_removes_its_password(btclient: Btclient) -> None:
    btclient("profile", "add", "home", URL, "--password-stdin", "--default", input="hunter2\n")
    assert btclient("profile", "remove", "home").code == 0
    assert btclient("profile", "list", "--json").json == []
    assert not (btclient.config / "passwords.toml").exists()
    assert btclient("list").code == 2


def test_a_profile_is_replaced_only_when_that_is_said(btclient: Btclient) -> None:
    btclient("profile", "add", "home", URL, "--no-password")
    assert btclient("profile", "add", "home", "rtorrent:///tmp/socket").code == 2
    assert btclient("profile", "add", "home", "rtorrent:///tmp/socket", "--replace").code == 0
    assert "rtorrent:///tmp/socket" in btclient("profile", "show", "home").out


def test_an_empty_password_is_none(btclient: Btclient) -> None:
    assert btclient("profile", "add", "home", URL, "--password-stdin").code == 2


def test_a_password_is_not_waited_for_where_nobody_can_type_it(btclient: Btclient) -> None:
    said = btclient("profile", "add", "home", URL)
    assert said.code == 2
    assert "--password-stdin" in said.err


def test_a_password_is_asked_for_on_a_terminal_and_not_echoed(tmp_path: Path) -> None:
    said = on_terminal(
        "profile", "add", "home", URL, prompt="Password", answer="hunter2\n", environment={"XDG_CONFIG_HOME": str(tmp_path)}
    )
    assert said.code == 0
    assert "Password of admin" in said.out
    assert "hunter2" in (tmp_path / "bitharbor" / "passwords.toml").read_text()


@pytest.mark.parametrize(
    ("words", "variables", "host"),
    [
        (["-p", "away"], {"BTCLIENT_PROFILE": "home"}, "away"),
        ([], {"BTCLIENT_PROFILE": "home"}, "home"),
        ([], {}, "away"),
    ],
)
def test_a_profile_is_named_by_option_then_environment_then_default(
    btclient: Btclient, words: list[str], variables: dict[str, str], host: str
) -> None:
    btclient("profile", "add", "home", "qbittorrent://home.invalid", "--no-password")
    btclient("profile", "add", "away", "qbittorrent://away.invalid", "--no-password", "--default")
    btclient.set(**variables)
    assert client_of(Daemon(profile=words[1] if words else None)).address == f"http://{host}.invalid:8080"


def test_the_only_profile_is_meant_when_none_is_named(btclient: Btclient) -> None:
    btclient("profile", "add", "home", "transmission://home.invalid", "--no-password")
    assert client_of(Daemon()).address == "http://home.invalid:9091/transmission/rpc"


def test_of_several_profiles_none_is_guessed(btclient: Btclient) -> None:
    for name in ("home", "away"):
        btclient("profile", "add", name, "qbittorrent://host.invalid", "--no-password")
    said = btclient("list")
    assert said.code == 2
    assert "home, away" in said.err


@pytest.mark.parametrize(
    "url",
    [
        "qbittorrent+https://host:8443/path",
        "transmission://[::1]:9091/rpc",
        "deluge://host",
        "rtorrent://host:5000",
        "rtorrent:///run/rtorrent.socket",
        "rtorrent+http://host/RPC2",
    ],
)
def test_an_address_survives_being_remembered(btclient: Btclient, url: str) -> None:
    assert btclient("profile", "add", "home", url).code == 0
    kept = tomllib.loads((btclient.config / "btclient.toml").read_text())["profiles"]["home"]["url"]
    assert parse(kept) == parse(url)


@pytest.mark.parametrize("content", [b"profiles = 3", b"[profiles.home]\nurl = 3", b"no toml hunter2", b"\xff"])
def test_a_broken_file_is_told_and_not_quoted(btclient: Btclient, content: bytes) -> None:
    btclient.config.mkdir(parents=True)
    (btclient.config / "btclient.toml").write_bytes(content)
    (btclient.config / "btclient.toml").chmod(0o600)
    said = btclient("list")
    assert said.code == 2
    assert "btclient.toml" in said.err
    assert "hunter2" not in said.err


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_the_file(text: str) -> None:
    assert tomllib.loads(f"{quoted(text)} = {quoted(text)}") == {text: text}
