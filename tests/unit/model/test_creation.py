from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import sha1, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import bencode2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.model.content import content, laid_out
from tests.unit.model.patience import patient

from bitharbor.errors import FileError, FileMissingError, FileUnreadableError, UsageError
from bitharbor.model import creation
from bitharbor.model.creation import automatic_piece_length, create
from bitharbor.model.layout import Version

VERSIONS = ("v1", "v2", "hybrid")
LEAF = 16384
NOBODY = 65534
DATA = Path(__file__).parents[2] / "data" / "torrent-vectors.json"


class Vector(NamedTuple):
    """Content, the version and piece length of its torrent, and the infohashes that libtorrent gives it."""

    name: str
    sizes: dict[str, int] | int
    version: str
    piece_length: int
    v1: str | None
    v2: str | None


def vectors() -> list[Vector]:
    told = json.loads(DATA.read_text("utf-8"))["contents"]
    return [Vector(each["name"], each["sizes"], **torrent) for each in told for torrent in each["torrents"]]


def check(top: Path, vector: Vector, workers: int) -> None:
    source = laid_out(top, vector.name, vector.sizes)
    made = create(source, version=vector.version, piece_length=vector.piece_length, workers=workers)
    assert (made.metainfo.infohash.v1, made.metainfo.infohash.v2) == (vector.v1, vector.v2)


def label(vector: Vector) -> str:
    return f"{vector.name}-{vector.version}-{vector.piece_length}"


@pytest.mark.parametrize("vector", vectors(), ids=label)
def test_infohashes_are_those_of_libtorrent(tmp_path: Path, vector: Vector) -> None:
    check(tmp_path, vector, workers=0)


@pytest.mark.parametrize("vector", [vector for vector in vectors() if vector.name in {"album", "layers.bin"}], ids=label)
def test_crews_find_the_infohashes_of_libtorrent_too(tmp_path: Path, vector: Vector) -> None:
    check(tmp_path, vector, workers=2)


def naive_root(data: bytes) -> bytes:
    """BEP 52 by the letter: 16 KiB leaves, filled up with zeros to a power of two."""
    level = [sha256(data[at : at + LEAF]).digest() for at in range(0, len(data), LEAF)]
    while len(level) & (len(level) - 1):
        level.append(bytes(32))
    while len(level) > 1:
        level = [sha256(level[at] + level[at + 1]).digest() for at in range(0, len(level), 2)]
    return level[0]


sizes_near_edges = st.sampled_from([0, 1, 16383, 16384, 16385, 32768, 49152, 65536, 65537, 100_000])
paths = st.sampled_from(["a", "b/c", "b/d", "a.b/x", "e e", "ü", "10", "9", "z/z/z"])


@settings(patient, max_examples=40)
@given(
    sizes=st.dictionaries(paths, sizes_near_edges, min_size=1).filter(lambda sizes: any(sizes.values())),
    piece_length=st.sampled_from([16384, 32768, 65536]),
)
def test_hashes_are_those_that_the_standards_describe(
    tmp_path_factory: pytest.TempPathFactory, sizes: dict[str, int], piece_length: int
) -> None:
    source = laid_out(tmp_path_factory.mktemp("content"), "top", sizes)
    in_order = sorted(sizes, key=lambda path: path.encode().split(b"/"))
    bodies = {path: content(f"top/{path}", sizes[path]) for path in in_order}

    v1 = create(source, version="v1", piece_length=piece_length)
    assert [file.path for file in v1.metainfo.files] == [f"top/{path}" for path in in_order]
    assert bencode2.bdecode(v1.content)[b"info"][b"pieces"] == pieces_of(b"".join(bodies.values()), piece_length)

    v2 = create(source, version="v2", piece_length=piece_length)
    assert [file.pieces_root for file in v2.metainfo.files] == [naive_root(body) if body else None for body in bodies.values()]

    hybrid = create(source, version="hybrid", piece_length=piece_length)
    assert [file for file in hybrid.metainfo.files if not file.is_padding] == list(v2.metainfo.files) or len(sizes) == 1
    bodies_filled = b"".join(
        bytes(file.size) if file.is_padding else bodies[file.path.removeprefix("top/")] for file in hybrid.metainfo.files
    )
    assert bencode2.bdecode(hybrid.content)[b"info"][b"pieces"] == pieces_of(bodies_filled, piece_length)


def pieces_of(stream: bytes, piece_length: int) -> bytes:
    pieces = [stream[at : at + piece_length] for at in range(0, len(stream), piece_length)]
    return b"".join(sha1(piece, usedforsecurity=False).digest() for piece in pieces)


# among them those at which padding lies, or would have to lie
padded_paths = st.sampled_from(["a", "b/c", "b/d", "z", "z2", ".pad/16379", ".PAD_/16379", ".pad_/5-2", ".pad__", "pad", "16379"])


@settings(patient, max_examples=40)
@given(
    sizes=st.dictionaries(padded_paths, st.sampled_from([0, 5, 16379, 16384, 32768, 32773]), min_size=1).filter(
        lambda sizes: any(sizes.values())
    ),
    piece_length=st.sampled_from([16384, 32768]),
)
def test_every_file_of_a_hybrid_begins_at_a_piece_and_no_two_lie_at_one_path(
    tmp_path_factory: pytest.TempPathFactory, sizes: dict[str, int], piece_length: int
) -> None:
    source = laid_out(tmp_path_factory.mktemp("content"), "top", sizes)
    files = create(source, piece_length=piece_length).metainfo.files
    assert {file.path.removeprefix("top/"): file.size for file in files if not file.is_padding} == sizes
    offset = 0
    for file in files:
        assert offset % piece_length == 0 or file.is_padding or not file.size
        assert not file.is_padding or 0 < file.size < piece_length
        offset += file.size
    assert len(files) == 1 or offset % piece_length == 0

    folded = [tuple(part.lower() for part in file.parts) for file in files]
    assert len(set(folded)) == len(folded)
    folders = {parts[:depth] for parts in folded for depth in range(1, len(parts))}
    assert folders.isdisjoint(folded), "a file lies where another one needs a folder"
    assert {parts[1] for parts, file in zip(folded, files, strict=True) if file.is_padding}.isdisjoint(
        parts[1] for parts, file in zip(folded, files, strict=True) if not file.is_padding
    )


def test_files_of_one_length_have_paddings_of_their_own(tmp_path: Path) -> None:
    alike = create(laid_out(tmp_path, "n", {"a": 5, "b": 5, "c": 16384, "d": 5}), piece_length=16384)
    assert [file.path for file in alike.metainfo.files if file.is_padding] == ["n/.pad/16379", "n/.pad/16379-2", "n/.pad/16379-3"]


@pytest.mark.parametrize("version", VERSIONS)
def test_pieces_across_jobs_and_crews_are_the_same(tmp_path: Path, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = laid_out(tmp_path, "top", {"a": 100_000, "b": 300_001, "c": 5, "d": 70_000, "e": 0, "f": 65_536})
    whole = create(source, version=version, piece_length=32768, workers=0).content
    monkeypatch.setattr(creation, "JOB_SIZE", 65536)
    assert create(source, version=version, piece_length=32768, workers=0).content == whole
    assert create(source, version=version, piece_length=32768, workers=3).content == whole


# small spans are read even by processes; these are large enough to be mapped, the last of them at an odd offset
def test_mapped_files_hash_as_read_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(creation, "JOB_SIZE", 1 << 19)
    source = laid_out(tmp_path, "top", {"a": 1_000_001, "b": 2_500_000})
    for version in VERSIONS:
        here = create(source, version=version, piece_length=16384, workers=0)
        assert create(source, version=version, piece_length=16384, workers=2).content == here.content


def test_everything_asked_for_is_in_the_torrent(tmp_path: Path) -> None:
    made = create(
        laid_out(tmp_path, "n", 5),
        version=Version.V1,
        is_private=True,
        trackers=["udp://a", ["http://b/x", "http://c"], []],
        web_seeds=["http://w/"],
        comment="hello é",
        source_tag="TAG",
        created_by="me",
        creation_date=1_700_000_000,
    )
    assert bencode2.bdecode(made.content) == {
        b"announce": b"udp://a",
        b"announce-list": [[b"udp://a"], [b"http://b/x", b"http://c"]],
        b"comment": "hello é".encode(),
        b"created by": b"me",
        b"creation date": 1_700_000_000,
        b"info": {
            b"length": 5,
            b"name": b"n",
            b"piece length": 16384,
            b"pieces": sha1(content("n", 5), usedforsecurity=False).digest(),
            b"private": 1,
            b"source": b"TAG",
        },
        b"url-list": [b"http://w/"],
    }
    assert made.metainfo.trackers == (("udp://a",), ("http://b/x", "http://c"))
    assert made.metainfo.is_private


def test_what_was_not_asked_for_is_not_in_the_torrent(tmp_path: Path) -> None:
    made = create(laid_out(tmp_path, "n", 5), version="v1")
    decoded = bencode2.bdecode(made.content)
    assert set(decoded) == {b"info"}
    assert set(decoded[b"info"]) == {b"length", b"name", b"piece length", b"pieces"}


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    one = create(laid_out(tmp_path, "n", {"b": 5, "a": 7}))
    (tmp_path / "elsewhere").mkdir()
    two = create(laid_out(tmp_path / "elsewhere", "n", {"a": 7, "b": 5}))
    assert one.content == two.content


def test_one_tracker_needs_no_list_of_tiers(tmp_path: Path) -> None:
    decoded = bencode2.bdecode(create(laid_out(tmp_path, "n", 5), trackers="udp://a").content)
    assert decoded[b"announce"] == b"udp://a"
    assert b"announce-list" not in decoded


@pytest.mark.parametrize("url", ["", "t.example", "udp://", "http://a b", "http://a\nb", "://x"])
def test_what_is_no_url_is_refused_as_tracker_and_web_seed(tmp_path: Path, url: str) -> None:
    source = laid_out(tmp_path, "n", 5)
    with pytest.raises(UsageError, match="tracker"):
        create(source, trackers=[url])
    with pytest.raises(UsageError, match="web seed"):
        create(source, web_seeds=[url])


def test_what_is_no_url_is_refused_without_the_passkey_in_it(tmp_path: Path) -> None:
    for url in ("http://user:s3cret@t.example/a b", "http://t.example/s3cret /announce", "t.example/s3cret"):
        with pytest.raises(UsageError) as caught:
            create(laid_out(tmp_path, "n", 5), trackers=[url])
        assert "s3cret" not in f"{caught.value} {caught.value!r}"


def test_hidden_files_are_left_out_on_demand_only(tmp_path: Path) -> None:
    source = laid_out(tmp_path, ".top", {"a": 5, ".b": 5, ".c/d": 5, "e/.f": 5})
    assert [file.path for file in create(source).metainfo.files if not file.is_padding] == [
        *(".top/.b", ".top/.c/d", ".top/a", ".top/e/.f")
    ]
    assert [file.path for file in create(source, leave_out_hidden=True).metainfo.files] == [".top/a"]


def test_a_name_of_its_own(tmp_path: Path) -> None:
    assert create(laid_out(tmp_path, "n", 5), name="m").metainfo.files[0].path == "m"
    for name in ("", ".", "..", "a/b", "a\\b", "a\nb", "\ud800"):
        with pytest.raises(UsageError, match="name"):
            create(tmp_path / "n", name=name)


def test_the_current_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(laid_out(tmp_path, "n", {"a": 5}))
    assert create(".", version="v1").metainfo.name == "n"


def test_a_missing_source_and_an_empty_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError, match="no file"):
        create(tmp_path / "nothing")
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    with pytest.raises(FileError, match="no files in"):
        create(tmp_path / "folder")
    (tmp_path / "folder" / "empty").touch()
    with pytest.raises(FileError, match="no data"):
        create(tmp_path / "folder")
    with pytest.raises(FileError, match="no data"):
        create(tmp_path / "folder" / "empty")
    with pytest.raises(FileUnreadableError):
        create("a\0b", name="n")


@contextmanager
def as_nobody() -> Generator[None]:
    """Within: without the rights of root, who reads everything; for others nothing changes."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are others there")
class TestOnPosix:
    """What only these systems have."""

    @pytest.mark.parametrize("workers", [0, 2])
    def test_an_unreadable_file_is_an_error(self, workers: int) -> None:
        with TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            source = laid_out(Path(folder), "n", {"a": 5, "b": 5})
            (source / "b").chmod(0)
            with as_nobody(), pytest.raises(FileUnreadableError, match="cannot be read"):
                create(source, workers=workers)

    def test_pipes_are_refused_instead_of_waited_for(self, tmp_path: Path) -> None:
        source = laid_out(tmp_path, "n", {"a": 5})
        os.mkfifo(source / "pipe")
        with pytest.raises(FileUnreadableError, match="neither a file nor a folder"):
            create(source)

    def test_links_are_followed_but_not_in_circles(self, tmp_path: Path) -> None:
        source = laid_out(tmp_path, "n", {"a": 5, "d/b": 7})
        (source / "l").symlink_to(source / "a")
        (source / "m").symlink_to(source / "d")
        assert [file.path for file in create(source, version="v1").metainfo.files] == ["n/a", "n/d/b", "n/l", "n/m/b"]
        (source / "d" / "up").symlink_to(source)
        with pytest.raises(FileError, match="into itself"):
            create(source)
        (source / "d" / "up").unlink()
        (source / "dead").symlink_to(source / "nothing")
        with pytest.raises(FileMissingError, match="dead"):
            create(source)

    def test_names_that_torrents_cannot_hold_are_refused(self, tmp_path: Path) -> None:
        source = laid_out(tmp_path, "n", {"a": 5})
        (source / "back\\slash").touch()
        with pytest.raises(UsageError, match="cannot be shared"):
            create(source)
        (source / "back\\slash").unlink()
        try:
            Path(os.fsdecode(os.fsencode(source) + b"/\xff")).touch()
        except OSError:
            pytest.skip("this file system has UTF-8 names only")
        with pytest.raises(UsageError, match="not UTF-8"):
            create(source)


@pytest.mark.parametrize("length", [0, 1, -16384, 8192, 16385, 3 * 16384, 512 << 20])
def test_odd_piece_lengths_are_refused(tmp_path: Path, length: int) -> None:
    with pytest.raises(UsageError, match="piece length"):
        create(laid_out(tmp_path, "n", 5), piece_length=length)


def test_unknown_versions_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="v3"):
        create(laid_out(tmp_path, "n", 5), version="v3")


def test_texts_and_numbers_that_a_torrent_cannot_hold_are_refused(tmp_path: Path) -> None:
    source = laid_out(tmp_path, "n", 5)
    with pytest.raises(UsageError, match="comment"):
        create(source, comment="\ud800")
    with pytest.raises(UsageError, match="source tag"):
        create(source, source_tag="\ud800")
    for seconds in (-1, 2**62):
        with pytest.raises(UsageError, match="creation date"):
            create(source, creation_date=seconds)
    with pytest.raises(UsageError, match="workers"):
        create(source, workers=-1)


def test_more_pieces_than_daemons_load_are_refused_before_hashing(tmp_path: Path) -> None:
    with open(tmp_path / "sparse", "wb") as file:
        file.truncate((creation.PIECES_LIMIT + 1) * LEAF)
    with pytest.raises(UsageError, match="longer ones"):
        create(tmp_path / "sparse", piece_length=LEAF)


@patient
@given(st.integers(1, 1 << 50))
def test_automatic_pieces_are_as_short_as_the_rule_allows(size: int) -> None:
    length = automatic_piece_length(size)
    assert 16384 <= length <= 16 << 20
    assert length & (length - 1) == 0
    assert length == 16 << 20 or size <= 2048 * length
    assert length == 16384 or size > 2048 * (length // 2)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("workers", [0, 2])
def test_progress_tells_all_bytes_once(tmp_path: Path, version: str, workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(creation, "JOB_SIZE", 65536)
    told: list[tuple[int, int]] = []
    source = laid_out(tmp_path, "n", {"a": 200_000, "b": 100_000, "c": 0})
    create(source, version=version, piece_length=32768, workers=workers, progress=lambda done, size: told.append((done, size)))
    assert told == sorted(set(told))
    assert told[-1] == (300_000, 300_000)
    assert len(told) >= 4


class CancelledError(Exception):
    """What a caller raises to stop."""


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("workers", [0, 2])
def test_what_progress_raises_stops_the_work_and_is_passed_on(
    tmp_path: Path, version: str, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(creation, "JOB_SIZE", 65536)
    calls = 0

    def stop(done: int, size: int) -> None:
        nonlocal calls
        calls += 1
        raise CancelledError

    with pytest.raises(CancelledError):
        create(laid_out(tmp_path, "n", 1_000_000), version=version, piece_length=32768, workers=workers, progress=stop)
    assert calls == 1


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("workers", [0, 1])
@pytest.mark.parametrize("change", [b"x" * 300_001, b"x" * 299_999, b"", b"y" * 300_000, None])
def test_files_that_change_while_they_are_hashed_give_no_torrent(
    tmp_path: Path, version: str, workers: int, change: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(creation, "JOB_SIZE", 65536)
    source = laid_out(tmp_path, "n", {"a": 65_536, "b": 300_000})
    os.utime(source / "b", ns=(1, 1))

    def meddle(done: int, size: int) -> None:
        if done > 65_536:
            return
        if change is None:
            (source / "b").unlink()
        else:
            (source / "b").write_bytes(change)

    with pytest.raises(FileError, match=r"changed while|no file"):
        create(source, version=version, piece_length=32768, workers=workers, progress=meddle)


# `multiprocessing` would run the script again in every process, or demand a guard that nobody reads about
def test_a_script_without_main_guard_may_hash_in_processes(tmp_path: Path) -> None:
    source = laid_out(tmp_path, "n", 100_000)
    expected = create(source, version="v2").metainfo.infohash.v2
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\n"
        "from bitharbor.model.creation import create\n"
        "print(create(sys.argv[1], version='v2', workers=2).metainfo.infohash.v2)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(creation.__file__).parents[2])}
    ran = subprocess.run([sys.executable, script, source], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [expected]
