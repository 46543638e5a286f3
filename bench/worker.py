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
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TypeAlias

IN_FLIGHT = 50
STATUS = Path("/proc/self/status")
FORGET_PEAK = Path("/proc/self/clear_refs")

Figures: TypeAlias = dict[str, float | str]


class Subject(Protocol):
    """A library, called as its users call it. Asynchronous ones return awaitables."""

    reading: str
    """Source of reading the name of a torrent `t`"""

    def version(self) -> Any:
        """Ask for the version: the smallest call."""
        ...

    def stop(self) -> Any:
        """Stop a torrent: a small call whose path depends on the daemon's version."""
        ...

    def delta(self) -> Any:
        """Ask what changed since a full update: small JSON."""
        ...

    def torrents(self) -> Any:
        """List all torrents."""
        ...

    def names(self, torrents: Any) -> Sequence[str]:
        """The names in such a list."""
        ...

    def close(self) -> Any:
        """Close it."""
        ...


Run: TypeAlias = Callable[[Callable[[], Any], int], Any]


class Worker:
    """Runs cases on one subject.

    :param run: calls an action some times, one after the other, and gives the last result
    :param fly: the same with many on their way at once
    """

    def __init__(self, subject: Subject, run: Run, fly: Run) -> None:
        self._subject = subject
        self._run = run
        self._fly = fly

    def measure(self, case: str, times: int) -> Figures:
        """Run a case."""
        self._run(self._subject.version, 1)  # the connection may have been dropped while others had their turn
        gc.collect()
        return self.CASES[case](self, times)

    def check(self, times: int) -> Figures:
        """What the subject lists, so that nothing is measured that gives other answers than the rest."""
        names = self._subject.names(self._run(self._subject.torrents, 1))
        return {"count": len(names), "digest": digest(names)}

    def version(self, times: int) -> Figures:
        """Small calls, one after the other."""
        return timed(lambda: self._run(self._subject.version, times), times)

    def stop(self, times: int) -> Figures:
        """Small calls that depend on the version."""
        return timed(lambda: self._run(self._subject.stop, times), times)

    def delta(self, times: int) -> Figures:
        """Small calls answered with JSON."""
        return timed(lambda: self._run(self._subject.delta, times), times)

    def flight(self, times: int) -> Figures:
        """Small calls, fifty on their way."""
        return timed(lambda: self._fly(self._subject.version, times), times)

    def list(self, times: int) -> Figures:
        """Lists of all torrents."""
        return timed(lambda: self._run(self._subject.torrents, times), times)

    def peak(self, times: int) -> Figures:
        """How much memory a first list takes beyond what was taken before. Meaningful once a process."""
        before = memory("VmRSS")
        FORGET_PEAK.write_text("5")  # sets VmHWM to what is taken now (Linux, proc_pid_clear_refs(5))
        self._run(self._subject.torrents, times)
        return {"bytes": memory("VmHWM") - before}

    def name(self, times: int) -> Figures:
        """Reading an attribute of a torrent in the list."""
        torrent = self._run(self._subject.torrents, 1)[0]
        timer = timeit.Timer(self._subject.reading, globals={"t": torrent}, timer=time.process_time)
        return {"cpu": timer.timeit(times) / times}

    CASES: Mapping[str, Callable[[Worker, int], Figures]] = {
        "check": check,
        "version": version,
        "stop": stop,
        "delta": delta,
        "flight": flight,
        "list": list,
        "peak": peak,
        "name": name,
    }


def timed(act: Callable[[], object], times: int) -> Figures:
    """Seconds that one run took, of this process's processors and of the clock."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
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


def in_turn(action: Callable[[], Any], times: int) -> Any:
    """Call, one after the other; each result is dropped before the next is made."""
    result: Any = None
    for _ in range(times):
        result = None
        result = action()
    return result


def at_once(action: Callable[[], Any], times: int) -> Any:
    """Blocking subjects are not flown: threads would measure the interpreter's lock."""
    raise NotImplementedError


async def in_turn_async(action: Callable[[], Awaitable[Any]], times: int) -> Any:
    """As `in_turn`, awaited."""
    result: Any = None
    for _ in range(times):
        result = None
        result = await action()
    return result


async def at_once_async(action: Callable[[], Awaitable[Any]], times: int) -> None:
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
    """The command. A factory gives a subject; one that is a coroutine function, an asynchronous subject."""
    make = getattr(import_module(module), factory)
    if not asyncio.iscoroutinefunction(make):
        blocking: Subject = make(url)
        answer_questions(Worker(blocking, in_turn, at_once))
        blocking.close()
        return
    with asyncio.Runner() as runner:
        subject: Subject = runner.run(make(url))
        answer_questions(
            Worker(
                subject,
                lambda action, times: runner.run(in_turn_async(action, times)),
                lambda action, times: runner.run(at_once_async(action, times)),
            )
        )
        runner.run(subject.close())


if __name__ == "__main__":
    main(*sys.argv[1:])
