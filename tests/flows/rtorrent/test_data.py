"""Removing with data and moving: what is sent, and never sent, when something is odd or breaks."""

from __future__ import annotations

from typing import Any

import pytest

from bitharbor import errors
from bitharbor.rtorrent.flows.moving import move
from bitharbor.rtorrent.flows.removing import remove_with_data
from bitharbor.rtorrent.programs import LOOK, MOVE
from bitharbor.rtorrent.values import Invocation, Refusal
from bitharbor.wire.effects import Fault

from .daemon import DOWN, LOST, Daemon

HASH, OTHER = "A" * 40, "B" * 40
HOME = "/data"
BAD = Refusal(-503, "Bad return code.")
DOING = {"execute.throw", "execute.nothrow", "d.erase", "d.stop", "d.close", "d.directory_base.set", "d.delete_tied"}


class Disk:
    """A daemon with one torrent of two files, and what lies on its disk."""

    def __init__(
        self, *files: str, directory: str = f"{HOME}/t", links: tuple[str, ...] = (), others: tuple[str, ...] = ()
    ) -> None:
        self.files = set(files)
        self.links = set(links)
        self.directory = directory
        self.paths: tuple[str, ...] = ("a/x", "b")
        self.others = others
        self.is_read_only = False
        self.daemon = Daemon(respond=self.respond)

    def respond(self, call: Invocation) -> Any:
        match call.method:
            case "directory.default":
                return HOME
            case "d.multicall2":
                own = [HASH, self.directory, "t", 1, 0, len(self.paths)]
                return [own, *([OTHER, other, "t", 1, 0, 1] for other in self.others)]
            case "d.directory" | "d.name" | "d.is_multi_file" | "d.is_meta" | "d.state":
                told = {"d.directory": self.directory, "d.name": "t", "d.is_multi_file": 1, "d.is_meta": 0, "d.state": 1}
                return told[call.method]
            case "f.multicall":
                return [[path, ""] for path in self.paths]
            case "execute.capture":
                assert call.params[3] == LOOK
                return "".join(self.letter(str(path)) for path in call.params[5:])
            case "execute.throw" | "execute.nothrow":
                return self.executed([str(one) for one in call.params[1:]])
            case _:
                return 0

    def letter(self, path: str) -> str:
        if path in self.links:
            return "l"
        if path in self.files:
            return "f"
        return "d" if any(file.startswith(f"{path}/") for file in self.files) else "m"

    def executed(self, words: list[str]) -> Any:
        if self.is_read_only:
            return BAD
        if words[0] == "rm":
            self.files -= set(words[3:])
        if words[:3] == ["sh", "-c", MOVE]:
            source, target = words[5:]
            if self.letter(source) == "m" or self.letter(target) != "m":
                return 0
            self.files = {target + one.removeprefix(source) if one.startswith(source) else one for one in self.files}
        return 0

    @property
    def done(self) -> list[str]:
        return [method for method in self.daemon.methods if method in DOING]

    def words(self, program: str) -> list[list[str]]:
        return [[str(one) for one in call.params[1:]] for call in self.daemon.acted if call.params[1:2] == (program,)]

    def remove(self) -> None:
        self.daemon.run(remove_with_data(self.daemon.session, HASH))

    def move(self, location: str) -> None:
        for error in self.daemon.run(move(self.daemon.session, [HASH], location, with_data=True)).values():
            raise error


def test_files_are_deleted_by_their_names_before_the_torrent_goes() -> None:
    disk = Disk("/data/t/a/x", "/data/t/b", "/data/t/mine")
    disk.remove()
    assert disk.files == {"/data/t/mine"}
    assert disk.words("rm") == [["rm", "-f", "--", "/data/t/a/x", "/data/t/b"]]
    assert [words[2] for words in disk.words("rmdir")] == ["/data/t/a", "/data/t"]
    assert disk.done[-2:] == ["d.delete_tied", "d.erase"]


@pytest.mark.parametrize(
    "disk",
    [
        Disk("/data/t/b", links=("/data/t/b",)),
        Disk("/data/t/a/x", "/data/t/b", links=("/data/t/a",)),
        Disk("/data/t/b", links=("/data/t",)),
        Disk("/data/t/b/c"),  # a folder where a file should be
        Disk("/data/t/a"),  # a file where a folder should be
        Disk("/data/t/b", others=("/data/t",)),
        Disk("/etc/t/b", directory="/etc/t"),
        Disk("/b", directory="/"),
        Disk("/data/../etc/b", directory="/data/../etc"),
        Disk("t/b", directory="t"),
    ],
    ids=lambda disk: "",
)
def test_where_something_is_odd_nothing_is_done_at_all(disk: Disk) -> None:
    before = set(disk.files)
    with pytest.raises(errors.DataKeptError):
        disk.remove()
    assert disk.files == before
    assert disk.done == []


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "a/../../x"])
def test_a_name_that_leads_out_of_the_folder_is_never_sent_to_a_program(path: str) -> None:
    disk = Disk("/data/t/b")
    disk.paths = ("b", path)
    with pytest.raises(errors.DataKeptError):
        disk.remove()
    assert not any(method.startswith("execute") for method in disk.daemon.methods)


def test_a_name_that_rtorrent_could_not_write_is_deleted_only_where_it_lies() -> None:
    disk = Disk("/data/t/b")
    disk.paths = ("b", "what?")
    with pytest.raises(errors.DataKeptError, match="for certain"):
        disk.remove()
    disk.files.add("/data/t/what?")
    disk.remove()
    assert disk.files == set()


def test_files_that_cannot_be_deleted_keep_their_torrent() -> None:
    disk = Disk("/data/t/a/x", "/data/t/b")
    disk.is_read_only = True
    with pytest.raises(errors.DataKeptError, match="2 of 2") as raised:
        disk.remove()
    assert raised.value.acted is True
    assert "d.erase" not in disk.daemon.methods


@pytest.mark.parametrize("place", range(8))
@pytest.mark.parametrize("fault", [LOST, DOWN])
def test_wherever_removing_breaks_it_can_be_repeated(place: int, fault: Fault) -> None:
    disk = Disk("/data/t/a/x", "/data/t/b", "/data/t/mine")
    disk.daemon.faults = [*[None] * place, fault]
    try:
        disk.remove()
    except errors.TransportError:
        disk.remove()
    assert disk.files == {"/data/t/mine"}
    assert "d.erase" in disk.daemon.methods


def test_data_is_moved_while_the_torrent_is_stopped_and_started_after() -> None:
    disk = Disk("/data/t/a/x", "/data/t/b")
    disk.move("/new")
    assert disk.files == {"/new/t/a/x", "/new/t/b"}
    told = [method for method in disk.daemon.methods if method.startswith("d.")]
    assert told[5:] == [
        "d.stop",
        "d.close",
        "d.directory_base.set",
        "d.open",
        "d.close",
        "d.save_full_session",
        "d.open",
        "d.start",
    ]


@pytest.mark.parametrize(
    ("disk", "location"),
    [
        (Disk("/data/t/b", "/new/t/c"), "/new"),  # something lies there
        (Disk("/data/t/b"), "/data/t"),  # into itself
        (Disk("/data/t/b"), "/data/t/x"),
        (Disk("/data/t/b", links=("/data/t",)), "/new"),
    ],
    ids=["occupied", "into itself", "below itself", "link"],
)
def test_what_cannot_be_moved_safely_is_not_even_stopped(disk: Disk, location: str) -> None:
    before = set(disk.files)
    with pytest.raises(errors.DataKeptError):
        disk.move(location)
    assert disk.files == before
    assert disk.done == []


def test_a_move_that_fails_leaves_the_torrent_as_it_was_and_says_so() -> None:
    disk = Disk("/data/t/a/x", "/data/t/b")
    disk.is_read_only = True
    with pytest.raises(errors.DataKeptError, match="could not be moved") as raised:
        disk.move("/new")
    assert raised.value.acted is False
    assert disk.daemon.methods[-2:] == ["d.open", "d.start"]
    assert "d.directory_base.set" not in disk.daemon.methods


@pytest.mark.parametrize("place", range(9))
@pytest.mark.parametrize("fault", [LOST, DOWN])
def test_wherever_moving_breaks_the_same_order_again_completes_it(place: int, fault: Fault) -> None:
    disk = Disk("/data/t/a/x", "/data/t/b")
    disk.daemon.faults = [*[None] * place, fault]
    try:
        disk.move("/new")
    except (errors.TransportError, errors.DataKeptError):
        disk.move("/new")
    assert disk.files == {"/new/t/a/x", "/new/t/b"}
    assert "d.directory_base.set" in disk.daemon.methods
