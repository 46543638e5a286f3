"""Calling `btclient` from tests: within this process, in one of its own, and on a terminal."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bitharbor.cli.__main__ import main

COMMAND = (sys.executable, "-W", "error", "-m", "bitharbor.cli")
LINES, COLUMNS = 40, 100
PATIENCE = 60.0  # seconds for a command on a terminal; a limit, not a measure
# what would lead the command elsewhere than a test wants it
FOREIGN = ("BTCLIENT_", "XDG_CONFIG", "NO_COLOR", "FORCE_COLOR", "TTY_", "COLUMNS", "LINES", "PYTHON_KEYRING")


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str = ""

    @property
    def json(self) -> object:
        """Its output, which is one JSON value."""
        return json.loads(self.out)

    @property
    def all(self) -> str:
        """Everything."""
        return self.out + self.err


class Btclient:
    """The command within this process, with a configuration folder and an environment of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.before: tuple[str, ...] = ()
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        for name in tuple(os.environ):
            if name.startswith(FOREIGN):
                monkeypatch.delenv(name)
        self.set(XDG_CONFIG_HOME=str(folder), PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")

    def set(self, **variables: str) -> None:
        """Set environment variables."""
        for name, value in variables.items():
            self._monkeypatch.setenv(name, value)

    def __call__(self, *words: str, input: str = "") -> Said:
        """Run a command line."""
        self._capsys.readouterr()
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(input))
        code = main([*self.before, *words])
        printed = self._capsys.readouterr()
        return Said(code, printed.out, printed.err)

    @property
    def config(self) -> Path:
        """Where profiles are."""
        return self.folder / "bitharbor"


def outside(*words: str, input: str = "", cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> Said:
    """Run a command line in a process of its own."""
    done = subprocess.run(
        [*COMMAND, *words], input=input, cwd=cwd, capture_output=True, text=True, check=False, env=variables(environment)
    )
    return Said(done.returncode, done.stdout, done.stderr)


def on_terminal(
    *words: str,
    prompt: str = "",
    answer: str = "",
    columns: int = COLUMNS,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Said:
    """Run a command line on a terminal, where all that it prints comes together.

    :param prompt: what is waited for before the answer is typed: typing ahead may be dropped
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, columns, 0, 0))
    settings = {**variables(environment), "TERM": "xterm-256color"}
    with subprocess.Popen(
        [*COMMAND, *words], stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=settings, start_new_session=True
    ) as process:
        os.close(theirs)
        printed = b""
        end = time.monotonic() + PATIENCE
        while part := read(ours, end):
            printed += part
            if prompt and prompt.encode() in printed:
                os.write(ours, answer.encode())
                prompt = ""
        if process.poll() is None and time.monotonic() > end:
            process.kill()
    os.close(ours)
    return Said(process.returncode, printed.decode().replace("\r\n", "\n"))


def read(terminal: int, end: float) -> bytes:
    """What a terminal shows next; nothing once its program has ended, or there is no time left."""
    try:
        if not select.select([terminal], [], [], max(end - time.monotonic(), 0))[0]:
            return b""
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""


def variables(more: Mapping[str, str] | None) -> dict[str, str]:
    """Environment variables of a process."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        **(more or {}),
    }
