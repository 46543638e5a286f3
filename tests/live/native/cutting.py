"""A way to a daemon that breaks: a proxy of our own, which hangs up after so many bytes of the daemon's.

What may enter: passing bytes on. What may not: understanding them, but for the Host that a daemon compares with its own port.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from tests.harness.daemon import Daemon

PATIENCE = 30.0
PIECE = 65536


class CuttingProxy:
    """A context manager; `url` is the way. The first connections get `limits` bytes each, all others as many as they want."""

    def __init__(self, daemon: Daemon, *limits: int) -> None:
        self._daemon = daemon
        self._limits = list(limits)
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self.connections = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self._door = socket.create_server(("127.0.0.1", 0))
        self._port: int = self._door.getsockname()[1]
        self._start(self._welcome)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for one in (self._door, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(PATIENCE)

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - methods of ours
        self._threads.append(thread)
        thread.start()

    def _welcome(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
                far = socket.create_connection(("127.0.0.1", self._daemon.port), PATIENCE)
            except OSError:
                return
            limit = self._limits[self.connections] if self.connections < len(self._limits) else None
            self.connections += 1
            self._open += (near, far)
            self._start(self._carry_there, near, far)
            self._start(self._carry_back, far, near, limit)

    def _carry_there(self, near: socket.socket, far: socket.socket) -> None:
        ours, theirs = f"127.0.0.1:{self._port}".encode(), f"127.0.0.1:{self._daemon.port}".encode()
        with suppress(OSError):
            while piece := near.recv(PIECE):
                far.sendall(piece.replace(ours, theirs))
        with suppress(OSError):
            far.shutdown(socket.SHUT_WR)

    def _carry_back(self, far: socket.socket, near: socket.socket, limit: int | None) -> None:
        left = limit
        with suppress(OSError):
            while piece := far.recv(PIECE if left is None else min(PIECE, left)):
                near.sendall(piece)
                left = None if left is None else left - len(piece)
                if left == 0:
                    break
        for one in (near, far):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
