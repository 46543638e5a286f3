"""What may be given to be added: each kind of source becomes its infohash, and what is none says why."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.live.content import Made, make

from bitharbor.errors import (
    FileMissingError,
    FileUnreadableError,
    InvalidMagnetError,
    InvalidTorrentError,
    UsageError,
)
from bitharbor.model.infohash import Infohash
from bitharbor.model.magnet import Magnet
from bitharbor.unified.sources import addition_of, of_content, url_of

HASH = "ab" * 20
MAGNET = f"magnet:?xt=urn:btih:{HASH}&dn=a+name"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A torrent, and its file beside."""
    one = make(tmp_path, "one.bin", 40_000)
    (tmp_path / "one.torrent").write_bytes(one.torrent)
    return one


def test_bytes_paths_and_open_files_are_the_same_torrent(made: Made) -> None:
    path = made.folder / "one.torrent"
    with path.open("rb") as opened:
        sources = (made.torrent, bytearray(made.torrent), path, str(path), opened, io.BytesIO(made.torrent))
        found = [addition_of(source) for source in sources]
    assert [one.infohash and one.infohash.v1 for one in found] == [made.torrent_hash] * 6
    assert {one.content for one in found} == {made.torrent}
    assert {one.metainfo.name for one in found if one.metainfo} == {"one.bin"}
    size = f"<{len(made.torrent)} bytes>"
    assert [one.given for one in found] == [size, size, str(path), str(path), str(path), "<file>"]


# what is given, what it is as a link
LINKS = [
    (MAGNET, MAGNET),
    (MAGNET.replace("magnet", "MAGNET"), MAGNET),
    (HASH, f"magnet:?xt=urn:btih:{HASH}"),
    (f"  {HASH.upper()}\n", f"magnet:?xt=urn:btih:{HASH}"),
    ("VOV2XK5LVOV2XK5LVOV2XK5LVOV2XK5L", f"magnet:?xt=urn:btih:{HASH}"),  # base32, as old links have it
    (Infohash.parse(HASH), f"magnet:?xt=urn:btih:{HASH}"),
    (Magnet.parse(MAGNET), MAGNET),
]


@pytest.mark.parametrize(("source", "link"), LINKS, ids=[str(source).strip()[:40] for source, _ in LINKS])
def test_links_and_infohashes_become_magnets(source: str | Infohash | Magnet, link: str) -> None:
    addition = addition_of(source)
    assert addition.link is not None
    assert Magnet.parse(addition.link) == Magnet.parse(link)
    assert addition.infohash is not None
    assert addition.infohash.v1 == HASH
    assert (addition.content, addition.metainfo) == (None, None)


def test_a_v2_infohash_is_known_by_its_first_40_digits() -> None:
    addition = addition_of("cd" * 32)
    assert addition.infohash is not None
    assert (addition.infohash.v2, addition.infohash.torrent_id) == ("cd" * 32, "cd" * 20)


def test_a_file_whose_name_is_an_infohash_is_a_file(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made.folder)
    Path(HASH).write_bytes(made.torrent)
    addition = addition_of(HASH)
    assert addition.infohash is not None
    assert addition.infohash.v1 == made.torrent_hash


def test_web_addresses_are_told_from_paths() -> None:
    assert url_of(" https://example.org/a.torrent ") == "https://example.org/a.torrent"
    assert url_of("HTTP://example.org") == "HTTP://example.org"
    assert url_of("http://[") == "http://["
    for source in ("a.torrent", "/a.torrent", MAGNET, HASH, "ftp://example.org/a", "C:/a.torrent", b"http://", Path("http:/x")):
        assert url_of(source) is None


def test_what_cannot_be_read_says_so_in_its_own_class(made: Made, tmp_path: Path) -> None:
    (tmp_path / "bad.torrent").write_bytes(b"d4:spam4:eggse")
    (tmp_path / "large.torrent").touch()
    with (tmp_path / "large.torrent").open("r+b") as large:
        large.truncate(1 << 31)
    closed = io.BytesIO(made.torrent)
    closed.close()
    cases: list[tuple[object, type[Exception]]] = [
        (tmp_path / "missing.torrent", FileMissingError),
        ("missing.torrent", FileMissingError),
        (tmp_path, FileUnreadableError),
        (closed, FileUnreadableError),
        (io.StringIO("text"), UsageError),
        ("a\0b", UsageError),
        (tmp_path / "bad.torrent", InvalidTorrentError),
        (tmp_path / "large.torrent", InvalidTorrentError),
        (b"", InvalidTorrentError),
        ("magnet:?dn=nothing", InvalidMagnetError),
        ("magnet:?xt=urn:btih:short", InvalidMagnetError),
        ("", FileUnreadableError),
        ("~nobody-of-this-name/a.torrent", FileMissingError),
    ]
    for source, kind in cases:
        with pytest.raises(kind):
            addition_of(source)  # type: ignore[arg-type]  # also what no type checker lets through
    with pytest.raises(InvalidTorrentError, match=r"bad\.torrent"):
        addition_of(tmp_path / "bad.torrent")


SECRET_PLACES = ["https://user:s3cret@site/a", "https://site/a?passkey=s3cret", "https://site/dl/s3cret/a.torrent"]


@pytest.mark.parametrize("url", SECRET_PLACES)
def test_no_error_of_a_page_in_place_of_a_torrent_holds_the_secrets_of_its_address(url: str) -> None:
    with pytest.raises(InvalidTorrentError, match=r"https://site is no \.torrent") as caught:
        of_content(url, b"<html>please log in</html>")
    assert "s3cret" not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize("url", ["ftp://user:s3cret@site/a", "htps://site/a?passkey=s3cret", "udp://site:80/s3cret"])
def test_an_address_that_is_not_fetched_is_refused_without_its_secrets(url: str) -> None:
    with pytest.raises(UsageError, match="site") as caught:
        addition_of(url)
    assert "s3cret" not in f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"


def test_an_address_that_leads_to_a_magnet_link_is_that_link_and_stays_as_given() -> None:
    addition = of_content("https://site/a", MAGNET.encode())
    assert (addition.given, addition.link, addition.content) == ("https://site/a", str(Magnet.parse(MAGNET)), None)
    assert addition.infohash is not None
    assert addition.infohash.v1 == HASH


def test_bytes_are_a_torrent_or_nothing() -> None:
    with pytest.raises(InvalidTorrentError):
        addition_of(MAGNET.encode())
