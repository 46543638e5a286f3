"""`btclient create`, which needs no daemon."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.live.cli.calling import Btclient, on_terminal

from bitharbor.model.metainfo import Metainfo


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with something in it; the working directory is elsewhere."""
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "lake.jpg").write_bytes(b"lake" * 20_000)
    (folder / ".hidden").write_bytes(b"hidden")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return folder


@pytest.mark.parametrize("version", ["v1", "v2", "hybrid"])
def test_a_torrent_has_all_that_was_asked_for(btclient: Btclient, content: Path, version: str) -> None:
    said = btclient(
        *("create", str(content), "--out", "made.torrent", "--version", version, "--private", "--comment", "by the lake"),
        *("--tracker", "http://a.test/announce,http://b.test/announce", "--tracker", "http://c.test/announce"),
        *("--web-seed", "http://d.test/", "--source", "TAG", "--piece-length", "32KiB", "--leave-out-hidden", "--json"),
    )
    assert (said.code, said.err) == (0, "")
    made = Metainfo.read("made.torrent")
    assert said.json == [
        {
            "path": "made.torrent",
            "name": "holiday",
            "infohash_v1": made.infohash.v1,
            "infohash_v2": made.infohash.v2,
            "size": 80_000,
            "piece_length": 32_768,
            "piece_count": 3,
        }
    ]
    assert made.version == version
    assert made.trackers == (("http://a.test/announce", "http://b.test/announce"), ("http://c.test/announce",))
    assert (made.is_private, made.comment, made.source, made.web_seeds) == (True, "by the lake", "TAG", ("http://d.test/",))
    assert made.creation_date is None


def test_the_file_is_named_after_the_content_and_never_overwritten(btclient: Btclient, content: Path) -> None:
    assert btclient("create", str(content)).code == 0
    before = Path("holiday.torrent").read_bytes()
    said = btclient("create", str(content), "--comment", "other")
    assert said.code == 2
    assert "--force" in said.err
    assert Path("holiday.torrent").read_bytes() == before
    assert btclient("create", str(content), "--comment", "other", "--force").code == 0
    assert Path("holiday.torrent").read_bytes() != before


def test_a_date_is_written_only_when_it_is_wanted(btclient: Btclient, content: Path) -> None:
    btclient("create", str(content), "--date")
    assert Metainfo.read("holiday.torrent").creation_date


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nowhere"], 1),
        (["HOLIDAY", "--piece-length", "3"], 2),
        (["HOLIDAY", "--piece-length", "many"], 2),
        (["HOLIDAY", "--tracker", "no url"], 2),
        (["HOLIDAY", "--out", "nowhere/made.torrent"], 1),
        (["HOLIDAY", "--version", "v3"], 2),
    ],
)
def test_what_cannot_be_made_is_told(btclient: Btclient, content: Path, words: list[str], code: int) -> None:
    said = btclient("create", *(str(content) if word == "HOLIDAY" else word for word in words))
    assert said.code == code
    assert said.err.startswith("btclient create:")
    assert not list(Path().iterdir())


def test_hashing_is_shown_on_a_terminal(content: Path) -> None:
    said = on_terminal("create", str(content))
    assert said.code == 0
    assert "hashing" in said.out
    assert "100%" in said.out
    assert f"infohash v1  {Metainfo.read('holiday.torrent').infohash.v1}" in said.out
