"""Who hashes: dealing jobs to threads or processes, gathering digests, ending all of it whatever happens.

A few v1 pieces are hashed in threads: one call hashes a megabyte, and hashlib lets go of the interpreter's lock meanwhile. The
16 KiB leaves of v2 torrents are so many that threads would wait for that lock: each of their threads feeds a process of its own.
So do those for many v1 pieces: processes may map files (see `hashing`), which spares them a copy of every byte.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bitharbor.model.hashing import Digests, Job, digests_of
from bitharbor.model.hashing_process import started

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from bitharbor.model.hashing_process import HashingProcess

# bytes; below this, starting processes costs more than it gains (measured)
WORTH_A_CREW = 64 << 20
WORTH_MAPPING = 512 << 20
# jobs that a process has at a time, so that it has one to go on with while its answer is read
IN_HAND = 2

Serve: TypeAlias = Callable[["Dealer", "News"], object]


class Hashed(NamedTuple):
    """A job that is done, by its number."""

    number: int
    job: Job
    digests: Digests


News: TypeAlias = "queue.SimpleQueue[Hashed | Exception | None]"


def cores() -> int:
    """Processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def hashed(jobs: Iterable[Job], size: int, workers: int | None = None, *, needs_processes: bool) -> Generator[Hashed, None, None]:
    """The digests of jobs, in the order in which they are done; closing the generator ends all work.

    :param size: bytes in all, which decide whether a crew is worth its start
    :param workers: how many; None for one per processor, 0 to hash in the calling thread
    :param needs_processes: threads would be slow whatever the size; where no process can be started, threads do it all the same
    """
    count = (cores() if size >= WORTH_A_CREW else 0) if workers is None else workers
    if not count:
        for number, job in enumerate(jobs):
            yield Hashed(number, job, digests_of(job, may_map=False))
        return
    crew = started(count) if needs_processes or size >= WORTH_MAPPING else []
    hands: list[Serve] = [partial(feed, process) for process in crew] or [hash_here] * count
    yield from hashed_by(hands, crew, jobs)


def hashed_by(hands: Sequence[Serve], crew: Sequence[HashingProcess], jobs: Iterable[Job]) -> Generator[Hashed, None, None]:
    """Hash with many hands, a thread for each; the processes that they use end with them."""
    dealer = Dealer(jobs)
    news: News = queue.SimpleQueue()
    threads = [threading.Thread(target=serve, args=(hand, dealer, news), daemon=True) for hand in hands]
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
        for process in crew:
            process.kill()
        for thread in threads:
            if thread.ident is not None:  # an interrupt may have come before all were started
                thread.join()
        for process in crew:
            process.end()


class Dealer:
    """Jobs, dealt to whichever thread asks, each once."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self.jobs: Iterator[tuple[int, Job]] = enumerate(jobs)
        self.lock: threading.Lock = threading.Lock()
        self.is_stopped: bool = False

    def next(self) -> tuple[int, Job] | None:
        """The next job and its number."""
        with self.lock:
            return None if self.is_stopped else next(self.jobs, None)

    def stop(self) -> None:
        """Deal no more."""
        with self.lock:
            self.is_stopped = True


def serve(hand: Serve, dealer: Dealer, news: News) -> None:
    """Let one hand work until there are no jobs or something fails; tell the news."""
    try:
        hand(dealer, news)
    except Exception as error:  # noqa: BLE001  raised again where the digests are gathered
        news.put(error)
    else:
        news.put(None)


def hash_here(dealer: Dealer, news: News) -> None:
    """Hash in this thread."""
    while dealt := dealer.next():
        number, job = dealt
        news.put(Hashed(number, job, digests_of(job, may_map=False)))


def feed(process: HashingProcess, dealer: Dealer, news: News) -> None:
    """Have a process hash, which answers in the order in which it was given jobs."""
    begun: deque[tuple[int, Job]] = deque()
    while True:
        while len(begun) < IN_HAND and (dealt := dealer.next()):
            begun.append(dealt)
            process.begin(dealt[1])
        if not begun:
            return
        number, job = begun.popleft()
        news.put(Hashed(number, job, process.digests_of(job)))
