"""The crews that hash: what becomes of their processes."""

from __future__ import annotations

import sys
import threading
from hashlib import sha1
from typing import TYPE_CHECKING

import pytest
from tests.unit.model.content import laid_out

from bitharbor.errors import FileError, FileMissingError
from bitharbor.model import creation, crew
from bitharbor.model.creation import create
from bitharbor.model.crew import Dealer, Hashed, hashed_by
from bitharbor.model.hashing import Digests, Job, Span, digests_of
from bitharbor.model.hashing_process import HashingProcess, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bitharbor.model.crew import News


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[HashingProcess]]:
    """The processes that are started meanwhile."""
    seen: list[HashingProcess] = []

    def remembered(count: int) -> list[HashingProcess]:
        seen.extend(begun := started(count))
        return begun

    monkeypatch.setattr(crew, "started", remembered)
    monkeypatch.setattr(creation, "JOB_SIZE", 65536)
    yield seen
    for process in seen:
        process.end()


def running(processes: list[HashingProcess]) -> int:
    return sum(process.process.poll() is None for process in processes)


def test_no_process_outlives_the_work(tmp_path: Path, processes: list[HashingProcess]) -> None:
    create(laid_out(tmp_path, "n", 500_000), version="v2", workers=2)
    assert len(processes) == 2
    assert running(processes) == 0


def test_no_process_outlives_a_cancellation(tmp_path: Path, processes: list[HashingProcess]) -> None:
    def stop(done: int, size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create(laid_out(tmp_path, "n", 5_000_000), version="hybrid", workers=2, progress=stop)
    assert len(processes) == 2
    assert running(processes) == 0


def test_no_process_outlives_an_error(tmp_path: Path, processes: list[HashingProcess]) -> None:
    source = laid_out(tmp_path, "n", {"a": 500_000, "b": 500_000})

    def remove(done: int, size: int) -> None:
        (source / "b").unlink(missing_ok=True)

    with pytest.raises(FileMissingError):
        create(source, version="v2", workers=1, progress=remove)
    assert running(processes) == 0


# a mapped file that is cut short kills whoever reads it (SIGBUS)
def test_a_process_that_dies_is_an_error_and_no_wrong_torrent(tmp_path: Path, processes: list[HashingProcess]) -> None:
    def shoot(done: int, size: int) -> None:
        for process in processes:
            process.kill()

    with pytest.raises(FileError, match="died"):
        create(laid_out(tmp_path, "n", 5_000_000), version="v2", workers=2, progress=shoot)
    assert running(processes) == 0


def test_a_process_tells_its_errors_as_they_are(tmp_path: Path) -> None:
    process = HashingProcess()
    try:
        assert process.is_ready()
        for path in (str(tmp_path / "n"), str(tmp_path / "\udcff")):
            job = Job([Span(0, path, 5, 0, 5, 0)], 16384, has_v1=True, has_v2=True)
            process.begin(job)
            with pytest.raises(FileMissingError, match="there is no file"):
                process.digests_of(job)
    finally:
        process.end()


@pytest.mark.parametrize("may_map", [True, False])
@pytest.mark.parametrize("offset", [0, 1, 4095, 16384, 65537])
def test_a_span_is_hashed_wherever_it_begins(tmp_path: Path, offset: int, may_map: bool) -> None:
    path = laid_out(tmp_path, "n", 1_000_000)
    part = path.read_bytes()[offset : offset + 700_000]
    job = Job([Span(0, str(path), 1_000_000, offset, 700_000, 0)], 1 << 20, has_v1=True, has_v2=False)
    assert digests_of(job, may_map=may_map).v1 == sha1(part, usedforsecurity=False).digest()


@pytest.mark.parametrize("may_map", [True, False])
@pytest.mark.parametrize("size", [999_999, 1_000_001, 2_000_000])
def test_a_file_of_another_size_than_it_had_is_not_hashed(tmp_path: Path, size: int, may_map: bool) -> None:
    path = laid_out(tmp_path, "n", 1_000_000)
    job = Job([Span(0, str(path), size, 0, 700_000, 0)], 1 << 20, has_v1=True, has_v2=True)
    with pytest.raises(FileError, match="changed while"):
        digests_of(job, may_map=may_map)


def test_no_job_is_dealt_after_the_work_was_given_up() -> None:
    dealt: list[Job] = []
    given_up = threading.Event()

    def slow(dealer: Dealer, news: News) -> None:
        while numbered := dealer.next():
            dealt.append(numbered[1])
            if len(dealt) > 2:
                given_up.wait(0.02)
            news.put(Hashed(*numbered, Digests(b"", [])))

    work = hashed_by([slow, slow], [], [Job([], 16384, has_v1=True, has_v2=False)] * 500)
    next(work)
    work.close()
    assert len(dealt) < 500


def test_large_v1_torrents_are_hashed_by_processes(
    tmp_path: Path, processes: list[HashingProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = laid_out(tmp_path, "n", 500_000)
    here = create(source, version="v1", workers=0)
    monkeypatch.setattr(crew, "WORTH_MAPPING", 500_000)
    assert create(source, version="v1", workers=2).content == here.content
    assert len(processes) == 2
    assert running(processes) == 0


def test_small_torrents_start_no_process(tmp_path: Path, processes: list[HashingProcess]) -> None:
    create(laid_out(tmp_path, "n", 500_000), version="hybrid")
    assert processes == []


@pytest.mark.parametrize("executable", ["", "/nonexistent/python3", "/bin/false"])
def test_where_no_process_can_be_started_threads_hash(
    tmp_path: Path, processes: list[HashingProcess], executable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = laid_out(tmp_path, "n", 500_000)
    here = create(source, version="v2", workers=0)
    monkeypatch.setattr(sys, "executable", executable)
    assert create(source, version="v2", workers=2).content == here.content
    assert processes == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a program that ends without a word")
def test_an_interpreter_that_does_not_answer_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    false_python = tmp_path / "python"
    false_python.write_text("#!/bin/sh\nexit 0\n")
    false_python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(false_python))
    assert started(2) == []
