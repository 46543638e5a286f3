"""One subject in a process of its own: `python -m bench.worker MODULE FACTORY URL`.

Reads a line of JSON a question, `{"case": ..., "times": ...}`, and answers with a line: seconds per run, or `{"error": ...}`.
What may enter: the standard library only, because a peer's environment holds nothing of ours. What may not: any figure that
depends on who is measured; a subject only says how its library is called.
"""

from __future__ import annotations

import asyncio
import gc
import hashlib
import json
import re
import sys
import time
import timeit
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Protocol, TypeAlias, cast

IN_FLIGHT = 50
THREADS = 8
STATUS = Path("/proc/self/status")
FORGET_PEAK = Path("/proc/self/clear_refs")

Figures: TypeAlias = dict[str, float | str]
Action: TypeAlias = Callable[[], object]
Run: TypeAlias = Callable[[Action, int], object]


class Subject(Protocol):
    """A library, called as its users call it. What an asynchronous one returns is to be awaited."""

    reading: str
    """Source of reading the name of a torrent `t`"""

    def version(self) -> object:
        """Ask for the version: the smallest call."""
        ...

    def stop(self) -> object:
        """Stop a torrent: a small call whose path depends on the daemon's version."""
        ...

    def delta(self) -> object:
        """Ask what changed since a full update: small JSON."""
        ...

    def torrents(self) -> object:
        """List all torrents."""
        ...

    def close(self) -> object:
        """Close it."""
        ...


class HasFiles(Protocol):
    """A subject that lists the files of a torrent."""

    def files(self) -> object:
        """List all files of one torrent."""
        ...


class Worker:
    """Runs cases on one subject.

    :param run: calls an action some times, one after the other, and gives the last result
    :param fly: the same with many on their way at once
    """

    def __init__(self, subject: Subject, run: Run, fly: Run) -> None:
        self._subject = subject
        self._run = run
        self._fly = fly
        self._cases: Mapping[str, Callable[[int], Figures]] = {
            "check": self.check,
            "version": lambda times: timed(run, subject.version, times),
            "stop": lambda times: timed(run, subject.stop, times),
            "delta": lambda times: timed(run, subject.delta, times),
            "files": lambda times: timed(run, cast("HasFiles", subject).files, times),
            "threads": self.threads,
            "list": lambda times: timed(run, subject.torrents, times),
            "flight": lambda times: timed(fly, subject.version, times),
            "peak": self.peak,
            "name": self.name,
        }

    def measure(self, case: str, times: int) -> Figures:
        """Run a case."""
        self._run(self._subject.version, 1)  # the connection may have been dropped while others had their turn
        gc.collect()
        return self._cases[case](times)

    def check(self, times: int) -> Figures:
        """What the subject lists, so that nothing is measured that gives other answers than the rest."""
        read = cast("Callable[[object], str]", eval(f"lambda t: {self._subject.reading}"))  # noqa: S307 - a constant of ours
        return {"digest": digest([read(torrent) for torrent in self._list(times)])}

    def peak(self, times: int) -> Figures:
        """How much memory a first list takes beyond what was taken before. Meaningful once a process."""
        before = memory("VmRSS")
        FORGET_PEAK.write_text("5")  # sets VmHWM to what is taken now: proc_pid_clear_refs(5)
        self._run(self._subject.torrents, times)
        return {"bytes": memory("VmHWM") - before}

    def threads(self, times: int) -> Figures:
        """Small calls of threads that share the subject."""
        share = times // THREADS
        return timed(lambda action, _: in_threads(action, share), self._subject.version, share * THREADS)

    def name(self, times: int) -> Figures:
        """Reading an attribute of a torrent in the list."""
        torrent = self._list(1)[0]
        timer = timeit.Timer(self._subject.reading, globals={"t": torrent}, timer=time.process_time)
        return {"cpu": timer.timeit(times) / times}

    def _list(self, times: int) -> Sequence[object]:
        return cast("Sequence[object]", self._run(self._subject.torrents, times))


def timed(run: Run, action: Action, times: int) -> Figures:
    """Seconds that one call took, of this process's processors and of the clock."""
    wall, cpu = time.perf_counter(), time.process_time()
    run(action, times)
    return {"cpu": (time.process_time() - cpu) / times, "wall": (time.perf_counter() - wall) / times}


def memory(field: str) -> int:
    """A field of /proc/self/status in bytes."""
    found = re.search(rf"^{field}:\s*(\d+) kB", STATUS.read_text(), re.MULTILINE)
    if found is None:
        raise RuntimeError(f"this system does not say {field}")
    return int(found[1]) * 1024


def digest(names: Sequence[str]) -> str:
    """A short text that two lists of names share only when they are equal."""
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def in_threads(action: Action, share: int) -> object:
    """Call in threads, each one after the other."""
    with ThreadPoolExecutor(THREADS) as pool:
        for one in [pool.submit(in_turn, action, share) for _ in range(THREADS)]:
            one.result()
    return None


def in_turn(action: Action, times: int) -> object:
    """Call, one after the other; each result is dropped before the next is made."""
    result: object = None
    for _ in range(times):
        result = None
        result = action()
    return result


def not_at_once(action: Action, times: int) -> object:
    """Blocking subjects are not flown: threads would measure the interpreter's lock."""
    raise NotImplementedError


async def in_turn_async(action: Action, times: int) -> object:
    """As `in_turn`, awaited."""
    result: object = None
    for _ in range(times):
        result = None
        result = await cast("Awaitable[object]", action())
    return result


async def at_once_async(action: Action, times: int) -> None:
    """Call in fifty tasks, each one after the other."""
    await asyncio.gather(*(in_turn_async(action, times // IN_FLIGHT) for _ in range(IN_FLIGHT)))


def answer_questions(worker: Worker) -> None:
    """Measure whatever is asked for, until the input ends."""
    for line in sys.stdin:
        question = json.loads(line)
        figures: Figures
        try:
            figures = worker.measure(question["case"], question["times"])
        except Exception:  # noqa: BLE001 - whatever it is, it is the answer, and others are still to be measured
            figures = {"error": traceback.format_exc()}
        print(json.dumps(figures), flush=True)


def main(module: str, factory: str, url: str) -> None:
    """The command. A factory gives a subject, or, if it is asynchronous, something to be awaited that gives one."""
    made: Subject | Awaitable[Subject] = getattr(import_module(module), factory)(url)
    if not isinstance(made, Awaitable):
        answer_questions(Worker(made, in_turn, not_at_once))
        made.close()
        return
    with asyncio.Runner() as runner:
        subject = runner.run(awaited(made))
        answer_questions(
            Worker(
                subject,
                lambda action, times: runner.run(in_turn_async(action, times)),
                lambda action, times: runner.run(at_once_async(action, times)),
            )
        )
        runner.run(in_turn_async(subject.close, 1))


async def awaited(made: Awaitable[Subject]) -> Subject:
    """The subject."""
    return await made


if __name__ == "__main__":
    main(*sys.argv[1:])
