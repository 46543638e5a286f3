from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha1, sha256
from typing import TYPE_CHECKING

import bencode2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.errors import FileMissingError, FileUnreadableError, InvalidTorrentError
from bitharbor.model.infohash import Infohash
from bitharbor.model.layout import TorrentFile, Version
from bitharbor.model.metainfo import Metainfo, contains_blank_line

if TYPE_CHECKING:
    from pathlib import Path

Pairs = dict[str, object]

PIECE = b"p" * 20
ROOT = sha256(b"hello").digest()
FILE: Pairs = {"name": "n", "length": 5, "piece length": 16384, "pieces": PIECE}
FOLDER: Pairs = {
    "name": "n",
    "files": [{"length": 3, "path": ["a"]}, {"length": 2, "path": ["b", "c"]}],
    "piece length": 16384,
    "pieces": PIECE,
}
TREE: Pairs = {
    "a": {"": {"length": 3, "pieces root": ROOT}},
    "b": {"c": {"": {"length": 2, "pieces root": ROOT}}, "e": {"": {"length": 0}}},
}
V2: Pairs = {"name": "n", "piece length": 16384, "meta version": 2, "file tree": TREE}
# two leaves, one of them missing, in pieces of one leaf
LAYER = ROOT + sha256(b"world").digest()
LAYER_ROOT = sha256(LAYER).digest()
LAYERED: Pairs = {**V2, "file tree": {"n": {"": {"length": 20_000, "pieces root": LAYER_ROOT}}}}


def torrent(info: object = FILE, **top: object) -> bytes:
    return bencode2.bencode({"info": info, **{key.replace("_", " "): value for key, value in top.items()}})


def with_top(**top: object) -> Metainfo:
    return Metainfo.parse(torrent(**{key.replace("_", "-"): value for key, value in top.items()}))


def test_everything_that_a_torrent_says_is_read() -> None:
    info = {**FOLDER, "private": 1, "source": "TAG"}
    data = bencode2.bencode(
        {
            "announce": "udp://ignored",
            "announce-list": [["udp://a", "udp://b"], ["http://c"]],
            "comment": "hello",
            "created by": "somebody",
            "creation date": 1_700_000_000,
            "httpseeds": ["http://h"],
            "info": info,
            "url-list": ["http://w/", "http://v/"],
        }
    )
    metainfo = Metainfo.parse(data)
    assert metainfo == Metainfo(
        name="n",
        infohash=Infohash(v1=sha1(bencode2.bencode(info), usedforsecurity=False).hexdigest()),
        version=Version.V1,
        files=(TorrentFile(("n", "a"), 3), TorrentFile(("n", "b", "c"), 2)),
        piece_length=16384,
        piece_count=1,
        is_single_file=False,
        is_private=True,
        trackers=(("udp://a", "udp://b"), ("http://c",)),
        web_seeds=("http://w/", "http://v/"),
        http_seeds=("http://h",),
        comment="hello",
        created_by="somebody",
        creation_date=1_700_000_000,
        source="TAG",
    )
    assert metainfo.total_size == 5
    assert metainfo.files[1].path == "n/b/c"


def test_a_torrent_that_says_little_leaves_the_rest_empty() -> None:
    metainfo = Metainfo.parse(torrent())
    assert metainfo.files == (TorrentFile(("n",), 5),)
    assert metainfo.is_single_file
    assert not metainfo.is_private
    assert (metainfo.trackers, metainfo.web_seeds, metainfo.http_seeds) == ((), (), ())
    assert (metainfo.comment, metainfo.created_by, metainfo.creation_date, metainfo.source) == (None, None, None, None)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_every_kind_of_bytes_is_read(kind: type[bytes]) -> None:
    assert Metainfo.parse(kind(torrent())).name == "n"


NOT_CANONICAL = (
    b"d4:name1:n6:lengthi5e12:piece lengthi16384e6:pieces20:" + PIECE + b"e",
    b"d6:lengthi005e4:name01:n12:piece lengthi16384e6:pieces20:" + PIECE + b"e",
    b"d6:lengthi5e6:lengthi7e4:name1:n12:piece lengthi16384e6:pieces20:" + PIECE + b"e",
)


@pytest.mark.parametrize("info", NOT_CANONICAL)
def test_the_infohash_is_taken_over_the_bytes_that_were_found(info: bytes) -> None:
    for data in (
        b"d4:info" + info + b"e",
        b"d4:info" + info + b"8:announce3:abce\n",
        b"d7:comment1:c4:info" + info + b"4:infolee",
    ):
        metainfo = Metainfo.parse(data)
        assert metainfo.infohash.v1 == sha1(info, usedforsecurity=False).hexdigest()
        assert metainfo.files == (TorrentFile(("n",), 5),)


def test_a_v2_torrent_is_read() -> None:
    metainfo = Metainfo.parse(torrent(V2, piece_layers={}))
    assert metainfo.version is Version.V2
    assert metainfo.infohash == Infohash(v2=sha256(bencode2.bencode(V2)).hexdigest())
    assert metainfo.files == (
        TorrentFile(("n", "a"), 3, pieces_root=ROOT),
        TorrentFile(("n", "b", "c"), 2, pieces_root=ROOT),
        TorrentFile(("n", "b", "e"), 0),
    )
    assert metainfo.piece_count == 2


# libtorrent 2.1.1 lays a tree of one file out without a folder, whatever the name of the torrent
def test_a_v2_tree_of_one_file_has_no_folder() -> None:
    metainfo = Metainfo.parse(torrent({**V2, "file tree": {"m": {"": {"length": 5, "pieces root": ROOT}}}}))
    assert metainfo.is_single_file
    assert [file.path for file in metainfo.files] == ["m"]


def hybrid(*files: Pairs) -> Pairs:
    return {**V2, "pieces": PIECE * 2, "files": list(files)}


A: Pairs = {"length": 3, "path": ["a"]}
PAD: Pairs = {"length": 16381, "path": [".pad", "16381"], "attr": "p"}
C: Pairs = {"length": 2, "path": ["b", "c"]}
E: Pairs = {"length": 0, "path": ["b", "e"]}


def test_a_hybrid_torrent_lists_its_padding_and_its_roots() -> None:
    info = hybrid(A, PAD, C, E)
    metainfo = Metainfo.parse(torrent(info, piece_layers={}))
    assert metainfo.version is Version.HYBRID
    raw = bencode2.bencode(info)
    assert metainfo.infohash == Infohash(sha1(raw, usedforsecurity=False).hexdigest(), sha256(raw).hexdigest())
    assert [(file.path, file.is_padding, file.pieces_root) for file in metainfo.files] == [
        ("n/a", False, ROOT),
        ("n/.pad/16381", True, None),
        ("n/b/c", False, ROOT),
        ("n/b/e", False, None),
    ]
    assert metainfo.total_size == 5
    assert metainfo.piece_count == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"..", "_"),
        (b".", "_"),
        (b"", "_"),
        (b"../../etc/passwd", "....etcpasswd"),
        (b"/etc", "etc"),
        (b"..\\x", "..x"),
        (b"a\0b", "ab"),
        (b"a\nb", "a_b"),
        (b"\xe4", "\ufffd"),
        ("ü".encode(), "ü"),
    ],
)
def test_no_name_leads_out_of_its_folder(name: bytes, shown: str) -> None:
    metainfo = Metainfo.parse(torrent({**FOLDER, "files": [{"length": 5, "path": [name]}]}))
    assert metainfo.files[0].parts == ("n", shown)


def test_old_encodings_are_read_when_the_torrent_names_them() -> None:
    info = {**FILE, "name": "имя".encode("cp1251")}
    assert Metainfo.parse(torrent(info, encoding="windows-1251")).name == "имя"
    assert "\ufffd" in Metainfo.parse(torrent(info)).name
    for odd in ("idna", "zlib", "unicode_escape", "utf-7", "no such", "x" * 10_000, "a\0b"):
        assert "\ufffd" in Metainfo.parse(torrent(info, encoding=odd)).name


def test_utf8_twins_of_texts_are_preferred() -> None:
    files = [{"length": 5, "path": [b"\xe4"], "path.utf-8": ["ä"]}]
    metainfo = Metainfo.parse(
        torrent({**FOLDER, "files": files, "name.utf-8": "u"}, **{"comment.utf-8": "c", "comment": b"\xe4"})
    )
    assert (metainfo.name, metainfo.files[0].parts, metainfo.comment) == ("u", ("u", "ä"), "c")


# as libtorrent 2.1.1 reads them
TIERS: list[tuple[Pairs, tuple[tuple[str, ...], ...]]] = [
    ({"announce": "udp://a"}, (("udp://a",),)),
    ({"announce": " udp://a "}, (("udp://a",),)),
    ({"announce": ""}, ()),
    ({"announce": 5}, ()),
    ({"announce": "udp://a", "announce_list": [["udp://b"], [], ["udp://c", "", "udp://c"]]}, (("udp://b",), ("udp://c",))),
    ({"announce": "udp://a", "announce_list": [[]]}, (("udp://a",),)),
    ({"announce": "udp://a", "announce_list": ["udp://b"]}, (("udp://a",),)),
    ({"announce": "udp://a", "announce_list": 7}, (("udp://a",),)),
]


@pytest.mark.parametrize(("top", "tiers"), TIERS)
def test_trackers_come_in_tiers(top: Pairs, tiers: tuple[tuple[str, ...], ...]) -> None:
    assert with_top(**top).trackers == tiers


def test_web_seeds_come_as_a_text_or_a_list() -> None:
    assert with_top(url_list="http://w").web_seeds == ("http://w",)
    assert with_top(url_list=["http://w", "", 5, "http://w", "http://v"]).web_seeds == ("http://w", "http://v")
    assert with_top(url_list={}).web_seeds == ()


def test_malformed_decoration_is_left_out() -> None:
    data = torrent({**FILE, "private": "1", "source": 5}, comment=[1], creation_date="5", created_by=5)
    metainfo = Metainfo.parse(data)
    assert (metainfo.comment, metainfo.created_by, metainfo.creation_date, metainfo.source) == (None, None, None, None)
    assert not metainfo.is_private


@pytest.mark.parametrize(("seconds", "date"), [(0, None), (-1, None), (2**62, None), (1, 1)])
def test_a_creation_date_is_one_that_a_calendar_holds(seconds: int, date: int | None) -> None:
    assert Metainfo.parse(torrent(creation_date=seconds)).creation_date == date


REFUSED: list[tuple[object, str]] = [
    ([1], "no info dictionary"),
    ({**FILE, "name": 5}, "no name"),
    ({**FILE, "name": ""}, "no name"),
    ({key: value for key, value in FILE.items() if key != "pieces"}, "no pieces"),
    ({"name": "n", "length": 5, "piece length": 16384, "root hash": PIECE}, "BEP 30"),
    ({**FILE, "piece length": 0}, "piece length"),
    ({**FILE, "piece length": -1}, "piece length"),
    ({**FILE, "piece length": "x"}, "piece length"),
    ({**FILE, "length": -5}, "length"),
    ({**FILE, "length": 2**63 - 1}, "length"),
    ({**FILE, "length": 0, "pieces": b""}, "no data"),
    ({**FILE, "length": 50_000}, "need 4 hashes"),
    ({**FILE, "pieces": PIECE * 2}, "need 1 hashes"),
    ({**FILE, "pieces": PIECE + b"x"}, "21 bytes"),
    ({**FILE, "pieces": []}, "no list"),
    ({**FOLDER, "files": []}, "list of files"),
    ({**FOLDER, "files": {}}, "list of files"),
    ({**FOLDER, "files": [5]}, "no file"),
    ({**FOLDER, "files": [{"length": 5}]}, "no path"),
    ({**FOLDER, "files": [{"length": 5, "path": []}]}, "no path"),
    ({**FOLDER, "files": [{"length": 5, "path": ["a", 5]}]}, "no text"),
    ({**FOLDER, "files": [{"path": ["a"]}]}, "length"),
    ({**FOLDER, "files": [{"length": 2**61, "path": ["a"]}] * 4}, "too much"),
    ({**V2, "meta version": 3}, "meta version"),
    ({**FILE, "meta version": 2}, "no file tree"),
    ({**V2, "file tree": {}}, "no file tree"),
    ({**V2, "file tree": {"a": 5}}, "neither file nor folder"),
    ({**V2, "file tree": {"": {"length": 5}}}, "neither file nor folder"),
    ({**V2, "file tree": {"a": {"": 5}}}, "'a'"),
    ({**V2, "file tree": {"a": {"": {"length": 5, "pieces root": ROOT}, "b": {}}}}, "'a'"),
    ({**V2, "file tree": {"a": {"": {"length": 5}}}}, "no root hash"),
    ({**V2, "file tree": {"a": {"": {"length": 5, "pieces root": b"x"}}}}, "no root hash"),
    ({**V2, "file tree": {"a" * 9999: {"": {"length": 5}}}}, "no root hash"),
    ({**V2, "file tree": {"a": {"": {"length": 0}}}}, "no data"),
    ({**V2, "piece length": 8192}, "power of two"),
    ({**V2, "piece length": 20_000}, "power of two"),
    ({key: value for key, value in V2.items() if key != "meta version"}, "no meta version"),
    (hybrid(A, PAD, C), "differ"),
    (hybrid(A, PAD, C, {**E, "length": 1}), "differ"),
    (hybrid(C, PAD, A, E), "differ"),
    ({**hybrid(A, C, E), "pieces": PIECE}, "begin at pieces"),
]


@pytest.mark.parametrize(("info", "says"), REFUSED)
def test_what_daemons_would_not_load_is_refused_with_the_reason(info: object, says: str) -> None:
    with pytest.raises(InvalidTorrentError, match=says) as caught:
        Metainfo.parse(torrent(info))
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("data", [b"", b"le", b"i5e", b"<html>", b"de", b"d4:infoi5ee", torrent()[:-1], torrent()[:-30]])
def test_what_is_no_torrent_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidTorrentError):
        Metainfo.parse(data)


def test_a_piece_layer_must_lead_to_the_root_of_its_file() -> None:
    assert Metainfo.parse(torrent(LAYERED, piece_layers={LAYER_ROOT: LAYER})).piece_count == 2
    assert Metainfo.parse(torrent(LAYERED)).piece_count == 2  # peers will send it
    wrong: list[object] = [{LAYER_ROOT: LAYER[:-32]}, {LAYER_ROOT: LAYER[::-1]}, {LAYER_ROOT: 5}, []]
    for layers in wrong:
        with pytest.raises(InvalidTorrentError, match="piece layer"):
            Metainfo.parse(torrent(LAYERED, piece_layers=layers))


def test_size_is_bounded() -> None:
    data = torrent()
    assert Metainfo.parse(data, size_limit=len(data))
    with pytest.raises(InvalidTorrentError, match="not read"):
        Metainfo.parse(data, size_limit=len(data) - 1)


def test_a_torrent_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.torrent"
    path.write_bytes(torrent())
    assert Metainfo.read(path) == Metainfo.read(str(path)) == Metainfo.parse(torrent())
    with pytest.raises(InvalidTorrentError, match="not read"):
        Metainfo.read(path, size_limit=10)


def test_a_missing_file_is_told_from_an_unreadable_one(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError, match=r"no file .*nothing\.torrent"):
        Metainfo.read(tmp_path / "nothing.torrent")
    with pytest.raises(FileUnreadableError, match="is a folder"):
        Metainfo.read(tmp_path)
    with pytest.raises(FileUnreadableError):
        Metainfo.read("a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_reading_never_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileUnreadableError, match="no regular file"):
        Metainfo.read(tmp_path / "pipe")


def test_the_magnet_link_says_what_the_torrent_says() -> None:
    magnet = Metainfo.parse(torrent(announce="udp://t", **{"url-list": "http://w"})).magnet()
    assert (magnet.name, magnet.size, magnet.trackers, magnet.web_seeds) == ("n", 5, ("udp://t",), ("http://w",))
    assert magnet.infohash == Metainfo.parse(torrent()).infohash


def test_a_blank_line_is_found() -> None:
    assert contains_blank_line(b"a\r\n\r\nb")
    assert not contains_blank_line(b"a\r\n\n\rb\r\n")


BASES = (
    torrent({**FOLDER, "private": 1, "source": "x"}, announce="udp://a", comment="c", creation_date=5),
    torrent(hybrid(A, PAD, C, E), piece_layers={}, **{"announce-list": [["udp://a"]], "url-list": ["http://w"]}),
    torrent(LAYERED, piece_layers={LAYER_ROOT: LAYER}),
)
TOKENS = st.sampled_from(
    [b"d", b"l", b"i", b"e", b"0:", b"1:a", b"i0e", b"i-1e", b"le", b"de", b"9", b"\xff", b"4:info", b"4:path"]
)


@patient
@given(st.sampled_from(BASES), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 12), TOKENS), min_size=1, max_size=6))
def test_damaged_torrents_give_no_foreign_error(base: bytes, edits: list[tuple[int, int, bytes]]) -> None:
    data = base
    for at, length, token in edits:
        data = data[:at] + token + data[at + length :]
    with suppress(InvalidTorrentError):
        check(Metainfo.parse(data))


anything: st.SearchStrategy[object] = st.recursive(
    st.sampled_from([0, 1, 5, 2, 16384, -1, 2**62, b"", b"a", b"..", PIECE, ROOT, b"utf-8"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([b"", b"a", b"length", b"path", b"attr"]), inner),
    max_leaves=8,
)
KEYS = ("name", "length", "files", "piece length", "pieces", "meta version", "file tree", "private", "source", "name.utf-8")
TOP_KEYS = ("announce", "announce-list", "comment", "creation date", "url-list", "httpseeds", "encoding", "piece layers")


@patient
@given(
    st.sampled_from([FILE, FOLDER, V2, hybrid(A, PAD, C, E), LAYERED]),
    st.dictionaries(st.sampled_from(KEYS), anything, max_size=3),
    st.dictionaries(st.sampled_from(TOP_KEYS), anything, max_size=3),
)
def test_torrents_of_odd_types_give_no_foreign_error(info: Pairs, odd: Pairs, top: Pairs) -> None:
    with suppress(InvalidTorrentError):
        check(Metainfo.parse(torrent({**info, **odd}, **top)))


def check(metainfo: Metainfo) -> None:
    """What is promised of everything that could be read."""
    assert metainfo.total_size >= 0
    assert metainfo.piece_count > 0
    assert metainfo.files
    for file in metainfo.files:
        assert file.parts
        assert not {"", ".", ".."} & set(file.parts)
        assert not any("/" in part or "\\" in part or "\0" in part for part in file.parts)
    assert metainfo.magnet().infohash == metainfo.infohash
