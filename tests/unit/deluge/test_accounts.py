"""The daemon's file of accounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bitharbor.deluge.accounts import local_credentials
from bitharbor.errors import LoginRequiredError


@pytest.mark.parametrize(
    ("text", "password"),
    [
        ("localclient:abc:10\n", "abc"),
        ("# localclient:no:10\n\nandrew:x:5\nlocalclient:a:b:10\n", "a:b"),
        ("localclient:abc\n", "abc"),
    ],
)
def test_the_local_account_is_found(tmp_path: Path, text: str, password: str) -> None:
    (tmp_path / "auth").write_text(text)
    assert local_credentials("localhost", tmp_path) == ("localclient", password)


@pytest.mark.parametrize("text", ["", "andrew:secret:10\n", "localclient\n"])
def test_a_file_without_it_is_told_without_what_it_holds(tmp_path: Path, text: str) -> None:
    (tmp_path / "auth").write_text(text)
    with pytest.raises(LoginRequiredError) as caught:
        local_credentials("127.0.0.1", tmp_path)
    assert "secret" not in str(caught.value)


def test_another_machine_is_never_given_this_ones_password(tmp_path: Path) -> None:
    (tmp_path / "auth").write_text("localclient:abc:10\n")
    with pytest.raises(LoginRequiredError):
        local_credentials("deluge.example.org", tmp_path)
