"""What of a torrent's data may be deleted."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.errors import DataKeptError, UsageError
from bitharbor.rtorrent.paths import HeldFile, Holding, Root, location_of, plan

HOME = "/data/downloads"


def holding(
    directory: str = f"{HOME}/t",
    name: str = "t",
    files: tuple[str, ...] = ("a/b/c", "a/d", "e"),
    *,
    is_multi_file: bool = True,
    others: tuple[Root, ...] = (),
    home: str = HOME,
    count: int | None = None,
) -> Holding:
    held = tuple(HeldFile(path) for path in files)
    return Holding(Root(directory, name, is_multi_file), home, held, len(files) if count is None else count, others)


def test_files_are_named_one_by_one_and_folders_come_deepest_first() -> None:
    todo = plan(holding())
    assert todo.files == (f"{HOME}/t/a/b/c", f"{HOME}/t/a/d", f"{HOME}/t/e")
    assert todo.folders == (f"{HOME}/t/a/b", f"{HOME}/t/a", f"{HOME}/t")


def test_of_one_file_no_folder_is_removed() -> None:
    todo = plan(holding(HOME, "one.bin", ("one.bin",), is_multi_file=False))
    assert (todo.files, todo.folders) == ((f"{HOME}/one.bin",), ())


@pytest.mark.parametrize(
    ("directory", "home"), [(f"{HOME}/other", HOME), (HOME, HOME), ("/data", HOME), ("/data/t", "/data/t/downloads")]
)
def test_a_folder_that_is_not_the_torrents_own_stays(directory: str, home: str) -> None:
    assert directory not in plan(holding(directory, home=home)).folders


@pytest.mark.parametrize(
    "directory",
    [
        "",
        "/",
        "downloads/t",
        "./t",
        "~/t",
        "/data/../etc",
        "/data/./t",
        "/data//t",
        "/etc/t",
        "/usr/share/t",
        "/data/t\n",
        "/data/\ufffd",
    ],
)
def test_an_odd_folder_is_refused(directory: str) -> None:
    with pytest.raises(DataKeptError):
        plan(holding(directory))


@pytest.mark.parametrize(
    "path", ["../x", "a/../../x", "/etc/passwd", "", ".", "..", "a//b", "a/./b", "a/", "a\x00b", "a\nb", "\ufffd"]
)
def test_an_odd_file_is_refused_and_with_it_all_others(path: str) -> None:
    with pytest.raises(DataKeptError):
        plan(holding(files=("good", path)))


def test_a_list_of_files_that_is_not_whole_is_refused() -> None:
    for files, count in (((), 0), (("a",), 2)):
        with pytest.raises(DataKeptError):
            plan(holding(files=files, count=count))


def test_files_that_were_opened_elsewhere_are_refused() -> None:
    held = (HeldFile("a", f"{HOME}/t/a"), HeldFile("b", "/elsewhere/t/b"))
    with pytest.raises(DataKeptError, match="elsewhere"):
        plan(Holding(Root(f"{HOME}/t", "t", True), HOME, held, 2))


@pytest.mark.parametrize(
    "other",
    [
        Root(f"{HOME}/t", "t", True),
        Root(f"{HOME}/t/", "x", True),
        Root(f"{HOME}/t/a", "d", False),
        Root(f"{HOME}/t/a", "a", True),
        Root(HOME, "x", True),
    ],
)
def test_data_that_another_torrent_uses_is_refused(other: Root) -> None:
    with pytest.raises(DataKeptError, match="another torrent"):
        plan(holding(others=(other,)))


def test_torrents_beside_it_do_no_harm() -> None:
    assert plan(holding(others=(Root(HOME, "x.bin", False), Root(f"{HOME}/t2", "t2", True))))


PARTS = st.sampled_from(["a", "b", "t", "..", ".", "", "/", "etc", "downloads", "data", "\n", " ", "x y", "%41", "?"]) | st.text(
    max_size=4
)
PATHS = st.lists(PARTS, max_size=5).map("/".join)
OTHERS = st.lists(st.builds(Root, PATHS.map("/data/{}".format), PARTS, st.booleans()), max_size=2).map(tuple)


@given(PATHS.map("/{}".format) | PATHS, PARTS, st.lists(PATHS, max_size=4).map(tuple), st.booleans(), OTHERS, PATHS)
def test_whatever_is_said_nothing_outside_of_the_torrents_folder_is_named(
    directory: str, name: str, files: tuple[str, ...], is_multi_file: bool, others: tuple[Root, ...], home: str
) -> None:
    try:
        todo = plan(holding(directory, name, files, is_multi_file=is_multi_file, others=others, home=home))
    except DataKeptError:
        return
    assert todo.base == directory.rstrip("/") == posixpath.normpath(directory)
    assert todo.base.count("/") >= 1
    assert todo.base not in ("/", "")
    for path in todo.files:
        assert posixpath.normpath(path) == path
        assert path.startswith(todo.base + "/")
        assert path.removeprefix(todo.base + "/") in files
    for path in todo.folders:
        assert path == todo.base or path.startswith(todo.base + "/")
        assert any(file.startswith(path + "/") for file in todo.files)
    assert len(todo.files) == len(set(todo.files)) == len(set(files))
    theirs = {other.path for other in others}
    assert not theirs & set(todo.files)
    assert list(todo.folders) == sorted(todo.folders, key=lambda one: -one.count("/"))


@pytest.mark.parametrize("location", ["", "downloads", "./x", "/data/../etc", "/data//x", "/data/a\nb", "~/x"])
def test_a_folder_to_move_to_is_a_plain_absolute_path(location: str) -> None:
    with pytest.raises(UsageError):
        location_of(location)
