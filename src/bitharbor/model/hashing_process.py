"""Hashing processes, as their parent sees them: start, a job in, digests out, end.

Small processes of our own instead of `multiprocessing`: nothing is imported again from the caller's script (no `__main__`
guard needed), nothing is forked from a program with threads, and one is ready after 25 ms.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from pathlib import Path

from bitharbor.errors import FileError
from bitharbor.model.hashing import READY, Digests, Job, printable, read_answer, written_job

# seconds; an interpreter that answers later is none of ours
START_LIMIT = 20
INTERPRETER = re.compile(r"(python|pypy)", re.IGNORECASE)

# isolated: neither the user's environment nor site-packages; only the folder that holds this package is added
PROGRAM = "import sys; sys.path.append({root!r}); from bitharbor.model.hashing import main; main()"
ROOT = str(Path(__file__).resolve().parents[2])


class HashingProcess:
    """A process that hashes one job after the other."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] = subprocess.Popen(  # noqa: S603  the interpreter that runs this, with a fixed program
            [sys.executable, "-I", "-S", "-c", PROGRAM.format(root=ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def is_ready(self) -> bool:
        """It runs our program; waits until that is known."""
        return self.answer().strip() == READY

    def begin(self, job: Job) -> None:
        """Give it a job, which it takes up after those that it was given before."""
        try:
            print(written_job(job), file=self.process.stdin, flush=True)
        except OSError as error:
            raise died(job) from error

    def digests_of(self, job: Job) -> Digests:
        """The digests of the job that it was given first of those not answered yet."""
        line = self.answer()
        if not line:
            raise died(job)
        return read_answer(line)

    def answer(self) -> str:
        """The next line that it says; empty when it has died."""
        return self.process.stdout.readline() if self.process.stdout else ""

    def kill(self) -> None:
        """Make it stop at once: a job begun is of no use to anybody. Whoever waits for an answer gets an empty one."""
        self.process.kill()

    def end(self) -> None:
        """Kill it and clear away what is left of it."""
        self.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                if pipe:
                    pipe.close()
            except OSError:  # what was still to be written has no reader
                continue


def died(job: Job) -> FileError:
    """The error for a process that is gone."""
    return FileError(
        f"the process that hashed {printable(job.spans[0].path)} died",
        hint="the file was cut short while it was read, or its disk fails",
    )


def started(count: int) -> list[HashingProcess]:
    """So many processes; none where the interpreter cannot be started again (frozen or embedding programs)."""
    if not INTERPRETER.match(Path(sys.executable or "").name) or getattr(sys, "frozen", False):
        return []
    crew: list[HashingProcess] = []
    patience = threading.Timer(START_LIMIT, kill, [crew])
    are_ready = False
    try:
        patience.start()
        crew.extend(HashingProcess() for _ in range(count))
        are_ready = all(process.is_ready() for process in crew)
    except OSError:
        are_ready = False
    finally:
        patience.cancel()
        if not are_ready:
            for process in crew:
                process.end()
    return crew if are_ready else []


def kill(crew: list[HashingProcess]) -> None:
    """Give up waiting for processes."""
    for process in crew:
        process.kill()
