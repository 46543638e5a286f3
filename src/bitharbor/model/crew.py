"""Hashing processes: starting them, dealing out jobs, gathering digests, ending them whatever happens.

Own small processes instead of `multiprocessing`: nothing is imported again from the caller's script (no `__main__`
guard needed), nothing is forked from a program with threads, and one starts in 15 ms. Processes instead of threads:
the thousands of 16 KiB hashes of v2 torrents would wait for the interpreter's lock, and only a process of its own may
map files (see `hashing`).
"""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bitharbor.errors import FileError
from bitharbor.model.hashing import READY, Digests, Job, digests_of, printable, read_answer, written_job

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

# below this, starting processes costs more than it gains (measured)
WORTH_A_CREW = 64 << 20
# seconds; an interpreter that answers later is none of ours
START_LIMIT = 20
INTERPRETER = re.compile(r"(python|pypy)", re.IGNORECASE)

# isolated: neither the user's environment nor site-packages; only the folder that holds this package is added
PROGRAM = "import sys; sys.path.append({root!r}); from bitharbor.model.hashing import main; main()"
ROOT = str(Path(__file__).resolve().parents[2])


class Hashed(NamedTuple):
    """A job that is done, by its number."""

    number: int
    job: Job
    digests: Digests


def cores() -> int:
    """Processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def hashed(jobs: Iterable[Job], size: int, workers: int | None = None) -> Generator[Hashed]:
    """The digests of jobs, in the order in which they are done; leaving the iterator ends all work.

    :param size: bytes in all, which decide whether processes are worth their start
    :param workers: how many processes; None for one per processor, 0 for none: hash in the calling thread
    """
    count = (cores() if size >= WORTH_A_CREW else 0) if workers is None else workers
    crew = started(count) if count else []
    yield from hashed_by(crew, jobs) if crew else hashed_here(jobs)


def hashed_here(jobs: Iterable[Job]) -> Iterator[Hashed]:
    """Hash in the calling thread."""
    for number, job in enumerate(jobs):
        yield Hashed(number, job, digests_of(job, may_map=False))


def started(count: int) -> list[subprocess.Popen[str]]:
    """So many hashing processes; none where the interpreter cannot be started again (frozen or embedding programs)."""
    if not INTERPRETER.match(Path(sys.executable or "").name) or getattr(sys, "frozen", False):
        return []
    crew: list[subprocess.Popen[str]] = []
    patience = threading.Timer(START_LIMIT, kill, [crew])
    try:
        patience.start()
        crew.extend(start() for _ in range(count))
        if all(worker.stdout and worker.stdout.readline().strip() == READY for worker in crew):
            return crew
    except OSError:
        pass
    except BaseException:
        end(crew)
        raise
    finally:
        patience.cancel()
    end(crew)
    return []


def start() -> subprocess.Popen[str]:
    """One hashing process."""
    return subprocess.Popen(  # noqa: S603  the interpreter that runs this, with a fixed program
        [sys.executable, "-I", "-S", "-c", PROGRAM.format(root=ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def kill(crew: list[subprocess.Popen[str]]) -> None:
    """Make processes stop reading and answering."""
    for worker in crew:
        worker.kill()


def end(crew: list[subprocess.Popen[str]]) -> None:
    """End processes at once: a job begun is of no use to anybody."""
    kill(crew)
    for worker in crew:
        worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has no reader
                    continue


def hashed_by(crew: list[subprocess.Popen[str]], jobs: Iterable[Job]) -> Iterator[Hashed]:
    """Hash in processes, each served by a thread that deals it one job after the other."""
    dealer = Dealer(jobs)
    news: queue.SimpleQueue[Hashed | Exception | None] = queue.SimpleQueue()
    threads = [threading.Thread(target=serve, args=(worker, dealer, news), daemon=True) for worker in crew]
    try:
        for thread in threads:
            thread.start()
        idle = 0
        while idle < len(threads):
            told = news.get()
            if isinstance(told, Exception):
                raise told
            if told is None:
                idle += 1
            else:
                yield told
    finally:
        dealer.stop()
        kill(crew)
        for thread in threads:
            thread.join()
        end(crew)


class Dealer:
    """Jobs, dealt to whichever thread asks, each once."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self.jobs = enumerate(jobs)
        self.lock = threading.Lock()
        self.is_stopped = False

    def next(self) -> tuple[int, Job] | None:
        """The next job and its number."""
        with self.lock:
            return None if self.is_stopped else next(self.jobs, None)

    def stop(self) -> None:
        """Deal no more."""
        with self.lock:
            self.is_stopped = True


def serve(worker: subprocess.Popen[str], dealer: Dealer, news: queue.SimpleQueue[Hashed | Exception | None]) -> None:
    """Deal jobs to one process until there are none or something fails; tell the news."""
    try:
        while dealt := dealer.next():
            number, job = dealt
            news.put(Hashed(number, job, answered(worker, job)))
    except Exception as error:  # noqa: BLE001  raised again where the digests are gathered
        news.put(error)
    else:
        news.put(None)


def answered(worker: subprocess.Popen[str], job: Job) -> Digests:
    """The digests of one job, hashed by a process."""
    line = ""
    try:
        if worker.stdin and worker.stdout:
            print(written_job(job), file=worker.stdin, flush=True)
            line = worker.stdout.readline()
    except OSError:  # it died before it read the job: as when it dies over it
        line = ""
    if not line:
        raise FileError(
            f"the process that hashed {printable(job.spans[0].path)} died",
            hint="the file was cut short while it was read, or its disk fails",
        )
    return read_answer(line)
