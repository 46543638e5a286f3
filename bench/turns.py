"""Taking turns: all subjects measured at one case before any is measured again.

What may enter: processes and their answers. What may not: what a figure means (`report`) or who takes part (`lineup`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import msgspec

from bench import environments, rows
from bench.lineup import CASES, Case, Entry
from bench.worker import digest

ENDING_SECONDS = 10.0

Figures = dict[str, float]
Say = Callable[[str], None]


class SubjectError(Exception):
    """A subject cannot be measured."""


@dataclass(slots=True)
class Outcome:
    """What was measured.

    :ivar figures: entry -> case -> one set of figures a turn
    :ivar absent: entry -> why it was not measured, or not at everything
    """

    figures: dict[str, dict[str, list[Figures]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    absent: dict[str, str] = field(default_factory=dict[str, str])


class Line:
    """A process of ours that talks in lines. It ends when its input does."""

    def __init__(self, command: Sequence[str], variables: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command, env=variables, cwd=environments.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def say(self, line: str) -> None:
        """Write a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def hear(self) -> str:
        """Read a line."""
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


class Worker(Line):
    """The process of one subject."""

    def __init__(self, entry: Entry, url: str) -> None:
        module = f"bench.subjects.{entry.module}"
        command = [environments.interpreter(entry.peer), "-m", "bench.worker", module, entry.factory, url]
        super().__init__(command, environments.variables(entry.peer))

    def measure(self, case: str, times: int) -> dict[str, float | str]:
        """One turn at a case.

        :raises SubjectError: it failed, or the process is gone
        """
        self.say(msgspec.json.encode({"case": case, "times": times}).decode())
        line = self.hear()
        if not line:
            raise SubjectError("its process ended, see above")
        figures = msgspec.json.decode(line, type=dict[str, float | str])
        if "error" in figures:
            raise SubjectError(str(figures["error"]))
        return figures


class Tournament:
    """Measures entries over some rounds.

    :param say: told what happens
    """

    def __init__(self, entries: Sequence[Entry], *, torrents: int, files: int, rounds: int, say: Say) -> None:
        self._entries = entries
        self._torrents = torrents
        self._files = files
        self._rounds = rounds
        self._say = say
        self._outcome = Outcome()
        self._workers: dict[str, Worker] = {}

    def run(self) -> Outcome:
        """Measure."""
        command = [sys.executable, "-m", "bench.server", "--torrents", str(self._torrents), "--files", str(self._files)]
        with Line(command, environments.variables()) as server:
            url = f"http://127.0.0.1:{server.hear().strip()}"
            try:
                self._gather(url)
                for round_ in range(self._rounds):
                    self._say(f"round {round_ + 1} of {self._rounds}")
                    for name, case in CASES.items():
                        if round_ < case.turns:
                            self._take_turns(name, case, url)
            finally:
                for worker in self._workers.values():
                    worker.close()
        return self._outcome

    def _gather(self, url: str) -> None:
        """Start a worker for each entry, and see that all of them give the same list."""
        names = [str(row["name"]) for row in rows.torrents(self._torrents)]
        right = {"digest": digest(names)}
        for entry in self._entries:
            try:
                worker = self._workers[entry.name] = Worker(entry, url)
                if worker.measure("check", 1) != right:
                    raise SubjectError("it lists other torrents than the server has")
            except (SubjectError, environments.NoEnvironmentError, BrokenPipeError) as error:
                self._give_up(entry, str(error))

    def _take_turns(self, name: str, case: Case, url: str) -> None:
        for entry in self._entries:
            if entry.name not in self._workers or name not in entry.cases or (name == "import" and not entry.statement):
                continue
            try:
                figures = self._measure(entry, name, case, url)
            except (SubjectError, BrokenPipeError) as error:
                self._give_up(entry, f"{name}: {error}")
            else:
                self._outcome.figures[entry.name][name].append(figures)

    def _measure(self, entry: Entry, name: str, case: Case, url: str) -> Figures:
        if name == "import":
            return imported(entry)
        if case.is_fresh:
            with Worker(entry, url) as worker:
                measured = worker.measure(name, case.times)
        else:
            measured = self._workers[entry.name].measure(name, case.times)
        return {figure: float(value) for figure, value in measured.items()}

    def _give_up(self, entry: Entry, reason: str) -> None:
        self._outcome.absent[entry.name] = reason.strip().splitlines()[-1]
        self._say(f"{entry.name} is left out: {reason}")
        worker = self._workers.pop(entry.name, None)
        if worker:
            worker.close()


def imported(entry: Entry) -> Figures:
    """What an import costs beyond starting Python."""
    with_it, without = (run_python(entry, statement) for statement in (entry.statement, "pass"))
    return {clock: with_it[clock] - without[clock] for clock in without}


def run_python(entry: Entry, statement: str) -> Figures:
    """Seconds that a Python takes to run a statement."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [environments.interpreter(entry.peer), "-c", statement], env=environments.variables(entry.peer), cwd=environments.ROOT
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SubjectError(f"`{statement}` failed")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.perf_counter() - begin}
