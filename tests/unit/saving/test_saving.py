"""Saving a download: breaks, ranges and files, with a server that breaks off where a test says, through both native clients."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import resource
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.unit.transport.peer import PATIENCE, Line, Peer, answer

from bitharbor.errors import (
    BitharborError,
    ConflictError,
    ConnectionLostError,
    DiskFullError,
    FileError,
    FileMissingError,
    FileTakenError,
    FileUnwritableError,
    UnreachableError,
    UsageError,
)
from bitharbor.qbittorrent import AsyncClient, Client
from bitharbor.transport.blocking import Stream
from bitharbor.wire.effects import MEBIBYTE, Reply

HASH = "0123456789abcdef0123456789abcdef01234567"
BODY = bytes(range(256)) * 12_000  # 3 MB
HALF = len(BODY) // 2
VERSION = answer(b"v5.3.0", "Content-Type: text/plain")

Save = Callable[..., Path]
Answerer = Callable[[Line, int | None], bool]
"""Answers a question for the file from that byte on, None for all of it; whether the connection stays"""


def save_blocking(url: str, path: object, *, file: int = 0, **how: Any) -> Path:
    with Client(url) as client:
        return client.torrents.download_file(HASH, file).save(path, **how)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - tests give wrong ones too


def save_async(url: str, path: object, *, file: int = 0, **how: Any) -> Path:
    async def work() -> Path:
        async with AsyncClient(url) as client:
            return await client.torrents.download_file(HASH, file).save(path, **how)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - as above

    return asyncio.run(work())


@pytest.fixture(params=[save_blocking, save_async], ids=["blocking", "asyncio"])
def save(request: pytest.FixtureRequest) -> Save:
    chosen: Save = request.param
    return chosen


def whole(body: bytes = BODY) -> bytes:
    return answer(body, "Accept-Ranges: bytes")


def rest(first: int, body: bytes = BODY, *, said: int | None = None, total: int | None = None) -> bytes:
    begin = first if said is None else said
    length = len(body) if total is None else total
    return answer(body[begin:], f"Content-Range: bytes {begin}-{len(body) - 1}/{length}", status="206 Partial Content")


def cut(whole_answer: bytes, count: int) -> bytes:
    """The answer with only so many bytes of its body."""
    head, _, body = whole_answer.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n" + body[:count]


class Site:
    """A server of one file. `answers` say in turn what a question for the file gets, the last one again and again."""

    def __init__(self, *answers: Callable[[int | None], bytes]) -> None:
        self.answers = list(answers)
        self.asked: list[int | None] = []

    def __call__(self, line: Line) -> None:
        while heard := line.request():
            if not heard.target.endswith("downloadFile"):
                line.say(VERSION)
                continue
            wanted = re.fullmatch(r"bytes=(\d+)-", heard.headers.get("range", ""))
            first = int(wanted[1]) if wanted else None
            self.asked.append(first)
            said = (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])(first)
            line.say(said)
            head, _, body = said.partition(b"\r\n\r\n")
            if f"Content-Length: {len(body)}\r\n".encode() not in head + b"\r\n":
                return  # it broke off


@contextmanager
def serving(*answers: Callable[[int | None], bytes]) -> Generator[tuple[str, Site]]:
    site = Site(*answers)
    with Peer([site]) as peer:
        yield peer.url, site


def right(first: int | None) -> bytes:
    return whole() if first is None else rest(first)


def broken(count: int) -> Callable[[int | None], bytes]:
    """The right answer, with only so many bytes of its body."""
    return lambda first: cut(right(first), count)


def parts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.part"))


@pytest.fixture
def left(tmp_path: Path, save: Save) -> Path:
    """A target of which an earlier call left some bytes beside it."""
    target = tmp_path / "film.mkv"
    with serving(broken(HALF), lambda _: b"") as (url, _), pytest.raises(ConnectionLostError):
        save(url, target)
    assert [one.stat().st_size for one in parts(tmp_path)] == [HALF]
    return target


def test_a_file_that_comes_at_once_costs_one_request(save: Save, tmp_path: Path) -> None:
    with serving(right) as (url, site):
        assert save(url, tmp_path / "film.mkv") == tmp_path / "film.mkv"
    assert (tmp_path / "film.mkv").read_bytes() == BODY
    assert (site.asked, os.listdir(tmp_path)) == ([None], ["film.mkv"])


def test_an_empty_file_is_a_file(save: Save, tmp_path: Path) -> None:
    with serving(lambda _: whole(b"")) as (url, _):
        save(url, tmp_path / "empty")
    assert (tmp_path / "empty").read_bytes() == b""


def test_an_answer_without_a_length_is_whole_when_it_ends_in_order(save: Save, tmp_path: Path) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY)
    with serving(lambda _: chunked[: len(chunked) // 2], lambda _: chunked) as (url, site):
        save(url, tmp_path / "film.mkv")
    assert (tmp_path / "film.mkv").read_bytes() == BODY
    assert site.asked == [None, None]  # what has no length cannot be gone on with


def test_what_broke_off_is_gone_on_with_where_it_was(save: Save, tmp_path: Path) -> None:
    with serving(broken(MEBIBYTE), broken(100_000), broken(0), right) as (url, site):
        save(url, tmp_path / "film.mkv")
    assert (tmp_path / "film.mkv").read_bytes() == BODY
    assert site.asked == [None, MEBIBYTE, MEBIBYTE + 100_000, MEBIBYTE + 100_000]
    assert parts(tmp_path) == []


def test_the_next_call_goes_on_with_what_the_last_one_left(save: Save, left: Path) -> None:
    with serving(right) as (url, site):
        save(url, left)
    assert (left.read_bytes(), site.asked, parts(left.parent)) == (BODY, [HALF], [])


def test_what_is_whole_but_for_its_name_is_looked_at_once_more(save: Save, left: Path) -> None:
    parts(left.parent)[0].write_bytes(BODY)
    with serving(right) as (url, site):
        save(url, left)
    assert (left.read_bytes(), site.asked) == (BODY, [len(BODY) - 1])


def test_without_resume_it_begins_anew(save: Save, left: Path) -> None:
    with serving(right) as (url, site):
        save(url, left, resume=False)
    assert (left.read_bytes(), site.asked, parts(left.parent)) == (BODY, [None], [])


OTHER = BODY[::-1]
SHORTER = OTHER[: HALF - 5]

# what a daemon may say to a question for the rest -> what the file holds then
NOT_THE_REST: dict[str, tuple[Callable[[int | None], bytes], bytes, list[int | None]]] = {
    "the whole": (lambda _: whole(OTHER), OTHER, [HALF]),
    "a whole of another length": (
        lambda first: whole(OTHER[:-9]) if first is None else rest(first, OTHER[:-9]),
        OTHER[:-9],
        [HALF, None],
    ),
    "another place": (lambda first: whole(OTHER) if first is None else rest(first, OTHER, said=first - 7), OTHER, [HALF, None]),
    "no range at all": (
        lambda first: whole(OTHER) if first is None else answer(OTHER[first:], status="206 Partial Content"),
        OTHER,
        [HALF, None],
    ),
    "a length that nobody knows": (
        lambda first: (
            whole(OTHER)
            if first is None
            else answer(OTHER[first:], f"Content-Range: bytes {first}-{len(OTHER) - 1}/*", status="206 Partial Content")
        ),
        OTHER,
        [HALF, None],
    ),
    "nothing is there": (
        lambda first: (
            whole(SHORTER)
            if first is None
            else answer(b"", f"Content-Range: bytes */{len(SHORTER)}", status="416 Range Not Satisfiable")
        ),
        SHORTER,
        [HALF, None],
    ),
}


@pytest.mark.parametrize("case", NOT_THE_REST)
def test_bytes_of_different_content_are_never_joined(save: Save, left: Path, case: str) -> None:
    said, expected, asked = NOT_THE_REST[case]
    with serving(said) as (url, site):
        save(url, left)
    assert left.read_bytes() == expected
    assert (site.asked, parts(left.parent)) == (asked, [])


def test_the_part_of_another_file_is_not_gone_on_with(save: Save, left: Path) -> None:
    with serving(right) as (url, site):
        save(url, left, file=1)
    assert (left.read_bytes(), site.asked) == (BODY, [None])
    assert len(parts(left.parent)) == 1  # the other file's, which may still be wanted


def test_more_than_was_announced_is_not_kept(save: Save, left: Path) -> None:
    with serving(lambda first: rest(first or 0, BODY + b"more", total=len(BODY))) as (url, _), pytest.raises(BitharborError):
        save(url, left)
    assert not left.exists()


def test_a_server_that_breaks_off_again_and_again_without_progress_is_given_up(save: Save, tmp_path: Path) -> None:
    with serving(broken(HALF), broken(0)) as (url, site), pytest.raises(ConnectionLostError) as caught:
        save(url, tmp_path / "film.mkv")
    assert 3 < len(site.asked) < 10
    assert str(parts(tmp_path)[0]) in caught.value.hint
    assert caught.value.acted is False


def test_a_server_that_always_begins_anew_and_breaks_off_at_the_same_place_is_given_up(save: Save, tmp_path: Path) -> None:
    with serving(lambda _: cut(whole(), HALF)) as (url, site), pytest.raises(ConnectionLostError):
        save(url, tmp_path / "film.mkv")
    assert 3 < len(site.asked) < 10
    assert not (tmp_path / "film.mkv").exists()


def test_any_number_of_breaks_is_borne_as_long_as_it_gets_further(save: Save, tmp_path: Path) -> None:
    body = bytes(MEBIBYTE) * 12

    def next_bit(first: int | None) -> bytes:
        return cut(whole(body) if first is None else rest(first, body), MEBIBYTE)

    with serving(next_bit) as (url, site):
        save(url, tmp_path / "film.mkv")
    assert (tmp_path / "film.mkv").stat().st_size == len(body)
    assert len(site.asked) == 12


def test_a_daemon_that_is_gone_leaves_what_came(save: Save, left: Path) -> None:
    with serving(right) as (url, _):
        pass
    with pytest.raises(UnreachableError) as caught:
        save(url, left)
    assert str(parts(left.parent)[0]) in caught.value.hint
    assert parts(left.parent)[0].read_bytes() == BODY[:HALF]


# files


def test_an_existing_file_is_left_as_it_is_unless_it_may_be_overwritten(save: Save, tmp_path: Path) -> None:
    target = tmp_path / "film.mkv"
    target.write_bytes(b"mine")
    with serving(right) as (url, site):
        with pytest.raises(FileTakenError):
            save(url, target)
        assert (target.read_bytes(), site.asked) == (b"mine", [])
        save(url, target, overwrite=True)
    assert target.read_bytes() == BODY


def test_a_file_that_appears_meanwhile_is_not_replaced(save: Save, tmp_path: Path) -> None:
    target = tmp_path / "film.mkv"

    def late(first: int | None) -> bytes:
        target.write_bytes(b"mine")
        return right(first)

    with serving(late) as (url, _), pytest.raises(FileTakenError):
        save(url, target)
    assert target.read_bytes() == b"mine"
    assert parts(tmp_path)[0].read_bytes() == BODY


@pytest.mark.parametrize(
    ("place", "expected"),
    [("none/film.mkv", FileMissingError), ("", FileTakenError), ("file/film.mkv", FileMissingError), ("a\0b", UsageError)],
)
def test_a_place_that_cannot_be_is_told_before_anything_is_asked_for(
    save: Save, tmp_path: Path, place: str, expected: type[FileError]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with serving(right) as (url, site), pytest.raises(expected):
        save(url, f"{tmp_path}/{place}")
    assert site.asked == []


def test_a_part_that_cannot_be_written_is_told(save: Save, left: Path) -> None:
    part = parts(left.parent)[0]
    part.unlink()
    (left.parent / f"{part.name.rpartition('-')[0]}-{len(BODY)}.part").mkdir()
    with serving(right) as (url, _), pytest.raises(FileUnwritableError):
        save(url, left)


@pytest.fixture
def little_room() -> Iterator[Callable[[int], None]]:
    """Lets files of this process grow to a size only, as a disk that is full does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size if size >= 0 else soft, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, before)


def test_a_full_disk_loses_nothing_that_came(save: Save, tmp_path: Path, little_room: Callable[[int], None]) -> None:
    target = tmp_path / "film.mkv"
    with serving(right) as (url, site):
        little_room(HALF)
        with pytest.raises(DiskFullError) as caught:
            save(url, target)
        little_room(-1)
        assert str(parts(tmp_path)[0]) in caught.value.hint
        assert parts(tmp_path)[0].read_bytes() == BODY[:HALF]
        save(url, target)
    assert (target.read_bytes(), site.asked) == (BODY, [None, HALF])


def test_a_name_of_any_length_can_be_saved(save: Save, tmp_path: Path) -> None:
    target = tmp_path / ("ü" * 125 + ".mkv")
    with serving(broken(HALF), right) as (url, site):
        save(url, target)
    assert (target.read_bytes(), site.asked) == (BODY, [None, HALF])


def test_a_refusal_leaves_no_file(save: Save, tmp_path: Path) -> None:
    with serving(lambda _: answer(b"", status="409 Conflict")) as (url, _), pytest.raises(ConflictError):
        save(url, tmp_path / "film.mkv")
    assert os.listdir(tmp_path) == []


# others at work on the same


class HeldSite(Site):
    """A server of one file whose first answer stands still after half of it, until the test lets it go on."""

    def __init__(self) -> None:
        super().__init__(right)
        self.may_go_on = threading.Event()

    def __call__(self, line: Line) -> None:
        while heard := line.request():
            if not heard.target.endswith("downloadFile"):
                line.say(VERSION)
                continue
            said = right(None)
            line.say(said[:-HALF])
            self.may_go_on.wait(PATIENCE)
            line.say(said[-HALF:])


def came(folder: Path) -> int:
    """Bytes that are kept."""
    return sum(one.stat().st_size for one in parts(folder))


@pytest.mark.parametrize("resume", [True, False], ids=["resuming", "anew"])
def test_two_calls_that_save_the_same_never_mix_their_bytes(save: Save, tmp_path: Path, resume: bool) -> None:
    target, site = tmp_path / "film.mkv", HeldSite()
    with Peer([site]) as peer, ThreadPoolExecutor(1) as threads, serving(broken(1000)) as (other, _):
        try:
            first = threads.submit(save, peer.url, target)
            while not came(tmp_path) and not first.done():
                time.sleep(0.01)
            before = came(tmp_path)
            with pytest.raises(FileTakenError, match="another call"):
                save(other, target, resume=resume)
            assert came(tmp_path) >= before > 0
        finally:
            site.may_go_on.set()
        assert first.result() == target
    assert (target.read_bytes(), parts(tmp_path)) == (BODY, [])


def test_a_call_that_ended_leaves_its_part_to_the_next_one(save: Save, left: Path) -> None:
    with serving(broken(10), lambda _: b"") as (url, _), pytest.raises(ConnectionLostError):
        save(url, left)
    with serving(right) as (url, site):
        save(url, left)
    assert (left.read_bytes(), site.asked) == (BODY, [HALF + 10])


def test_a_part_that_somebody_replaced_meanwhile_never_becomes_the_target(save: Save, tmp_path: Path) -> None:
    target = tmp_path / "film.mkv"

    def replaced(first: int | None) -> bytes:
        part = parts(tmp_path)[0]
        part.unlink()
        part.write_bytes(b"theirs")
        return right(first)

    with serving(broken(HALF), replaced) as (url, _), pytest.raises(FileMissingError, match="replaced"):
        save(url, target)
    assert not target.exists()
    assert [one.read_bytes() for one in parts(tmp_path)] == [b"theirs"]


def test_a_target_that_comes_and_goes_is_not_called_saved(save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken_for_a_moment(source: object, target: object) -> None:
        raise FileExistsError(errno.EEXIST, "File exists")

    monkeypatch.setattr(os, "link", taken_for_a_moment)
    with serving(right) as (url, _), pytest.raises(FileTakenError):
        save(url, tmp_path / "film.mkv")
    assert [one.read_bytes() for one in parts(tmp_path)] == [BODY]


def test_what_cannot_be_gone_on_with_is_not_promised_to_be(save: Save, tmp_path: Path) -> None:
    def endless(first: int | None) -> bytes:
        return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbytes\r\n"

    with serving(endless) as (url, _), pytest.raises(ConnectionLostError, match="begins anew"):
        save(url, tmp_path / "film.mkv")


# the other two ways


def test_a_stream_gives_its_bytes_at_once() -> None:
    with serving(right) as (url, _), Client(url) as client:
        assert client.torrents.download_file(HASH, 0).read() == BODY
        with client.torrents.download_file(HASH, 0) as stream:
            assert stream.read() == BODY

    async def work(url: str) -> None:
        async with AsyncClient(url) as client:
            assert await client.torrents.download_file(HASH, 0).read() == BODY
            async with client.torrents.download_file(HASH, 0) as stream:
                assert await stream.read() == BODY

    with serving(right) as (url, _):
        asyncio.run(work(url))


def test_a_stream_that_is_being_read_is_not_saved(tmp_path: Path) -> None:
    with serving(right) as (url, _), Client(url) as client:
        stream = client.torrents.download_file(HASH, 0)
        with stream, pytest.raises(UsageError):
            stream.save(tmp_path / "film.mkv")
    with pytest.raises(UsageError):
        Stream(lambda: Reply(200, {}, b"")).save(tmp_path / "film.mkv")
    assert os.listdir(tmp_path) == []


def test_a_cancelled_save_keeps_what_came_and_the_next_goes_on(tmp_path: Path) -> None:
    target = tmp_path / "film.mkv"

    async def work(url: str) -> None:
        async with AsyncClient(url) as client:
            saving = asyncio.ensure_future(client.torrents.download_file(HASH, 0).save(target))
            while not any(one.stat().st_size for one in parts(tmp_path)):  # noqa: ASYNC110 - a file tells nobody that it grew
                await asyncio.sleep(0.01)
            saving.cancel()
            with pytest.raises(asyncio.CancelledError):
                await saving

    def silent(line: Line) -> None:
        while heard := line.request():
            line.say(VERSION if not heard.target.endswith("downloadFile") else cut(whole(), 2 * MEBIBYTE))

    with Peer([silent]) as peer:
        asyncio.run(work(peer.url))
    kept = parts(tmp_path)[0].stat().st_size
    assert 0 < kept <= 2 * MEBIBYTE
    with serving(right) as (url, site):
        save_blocking(url, target)
    assert (target.read_bytes(), site.asked) == (BODY, [kept])
