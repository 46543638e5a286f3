"""Who runs: one small file per started daemon, so that every process of this machine can list and stop it, by pid only.

Rule 1: a pid alone is never believed; with the process's time of birth it cannot be mistaken for another's.
Rule 2: an id is claimed before its daemon starts, so two starts of one id cannot both win.
Rule 3: a daemon whose owner (the test run that started it) has died is an orphan; the next start ends it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, cast

from tests.harness.errors import AlreadyRunningError, HarnessError
from tests.harness.places import folder, locked, write_whole
from tests.harness.sockets import free_port

ASKED_SECONDS: Final = 15.0
LOCK: Final = "run"


@dataclass(frozen=True)
class Process:
    """A process: its pid and when it was born, in clock ticks since the machine started."""

    pid: int
    born: int

    @property
    def is_alive(self) -> bool:
        return birth(self.pid) == self.born


@dataclass(frozen=True)
class Record:
    """One started daemon. `owner` is None when it shall outlive the process that started it."""

    id: str
    name: str
    version: str
    url: str
    user: str
    password: str
    port: int
    bt_port: int
    profile: str
    downloads: str
    process: Process
    owner: Process | None
    profile_is_ours: bool

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def is_claim(self) -> bool:
        """Whether the daemon is down or not up yet: then the process named is its owner, and not to be ended."""
        return self.process == self.owner


def birth(pid: int) -> int | None:
    """When a process was born; None when it is gone or a zombie."""
    # proc(5), /proc/PID/stat: field 3 is the state, 22 the start; here they are counted from the name's closing bracket
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if after_name[0] == "Z" else int(after_name[19])


def of(pid: int) -> Process:
    """A process that lives now. One that is gone gets a birth that no process has."""
    return Process(pid, birth(pid) or -1)


def ourselves() -> Process:
    return of(os.getpid())


def place(ident: str) -> Path:
    if not re.fullmatch(r"[\w.@+-]+", ident):
        raise HarnessError(f"{ident!r} is no id", hint="use letters, digits and . @ + - _")
    return folder("run") / f"{ident}.json"


def read(path: Path) -> Record | None:
    """The record in a file; None when it is gone."""
    try:
        held = cast("dict[str, object]", json.loads(path.read_text()))
    except (OSError, ValueError):
        return None
    process, owner = cast("dict[str, int]", held.pop("process")), cast("dict[str, int] | None", held.pop("owner"))
    return Record(**held, process=Process(**process), owner=Process(**owner) if owner else None)  # type: ignore[arg-type]  # our own file


def keep(record: Record) -> None:
    write_whole(place(record.id), json.dumps(asdict(record), indent=1))


def forget(ident: str) -> None:
    place(ident).unlink(missing_ok=True)


def running() -> list[Record]:
    """Every daemon that runs. Files of dead ones are removed on the way."""
    found: list[Record] = []
    for path in sorted(folder("run").glob("*.json")):
        record = read(path)
        if record and record.process.is_alive:
            found.append(record)
        elif record == read(path):  # else its owner wrote another while we looked: the daemon that it claimed the id for
            path.unlink(missing_ok=True)
    return found


def claim(ident: str, name: str, port: int | None, bt_port: int | None) -> Record:
    """Take an id and two ports, in the name of this process until its daemon runs.

    Ports that are None are chosen: free ones that no other daemon of ours has, be it down for a moment.
    AlreadyRunningError when somebody has the id.
    """
    own = ourselves()
    with locked(LOCK):
        end_orphans()
        others = running()
        for record in others:
            if record.id == ident:
                raise AlreadyRunningError(
                    f"{ident} runs already (pid {record.pid})",
                    hint=f"give another id, or end it: python -m tests.harness stop {ident}",
                )
        taken = {each for record in others for each in (record.port, record.bt_port)}
        port = port or free_port(taken)
        bt_port = bt_port or free_port({*taken, port})
        taking = Record(ident, name, "", "", "", "", port, bt_port, "", "", own, own, profile_is_ours=False)
        keep(taking)
    return taking


def end_orphans() -> None:
    for record in running():
        if record.owner and not record.owner.is_alive:
            last = read(place(record.id))  # it may have started its daemon since the list was made; the dead write no more
            if last:
                end_recorded(last)


def end_recorded(record: Record) -> None:
    """End a daemon that another process started, and clear up what that one would have."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + ASKED_SECONDS
        if record.process.is_alive:
            with suppress(ProcessLookupError):
                os.kill(record.pid, sign)
        while record.process.is_alive and time.monotonic() < deadline:
            time.sleep(0.02)
    forget(record.id)
    if record.profile_is_ours:
        shutil.rmtree(record.profile, ignore_errors=True)


def end(child: subprocess.Popen[bytes]) -> None:
    """Ask a child of ours to end, and kill it when it has not after 15 s."""
    child.terminate()
    try:
        child.wait(ASKED_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
