"""A server of raw sockets on loopback that does exactly what a test scripts, right or wrong.

What may enter: sockets, threads, TLS by a given certificate. What may not: HTTP libraries, knowledge of the transports.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import Self, TypeAlias

PATIENCE = 20  # seconds until something that hangs is given up; nothing that goes well waits so long


@dataclass(frozen=True)
class Heard:
    """One request as it arrived."""

    connection: int
    method: str
    target: str
    headers: dict[str, str]
    """names in lower case"""
    body: bytes


class Line:
    """One connection, from the server's side."""

    def __init__(self, sock: socket.socket, number: int, heard: list[Heard]) -> None:
        self._sock = sock
        self._number = number
        self._heard = heard
        self._rest = b""
        sock.settimeout(PATIENCE)

    def request(self) -> Heard | None:
        """The next request, or None when the client has gone."""
        head = self._until(b"\r\n\r\n")
        if head is None:
            return None
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        length = int(headers.get("content-length", "0"))
        while len(self._rest) < length and (more := self._more()):
            self._rest += more
        body, self._rest = self._rest[:length], self._rest[length:]
        one = Heard(self._number, method, target, headers, body)
        self._heard.append(one)
        return one

    def say(self, data: bytes) -> None:
        """Send bytes, unless the client has gone."""
        with suppress(OSError):
            self._sock.sendall(data)

    def reset(self) -> None:
        """End the connection with a reset."""
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._sock.close()

    def close(self) -> None:
        """End the connection in order."""
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)
        self._sock.close()

    def is_left(self) -> bool:
        """Wait for the client to go, and say whether it did."""
        try:
            while self._sock.recv(65536):
                continue
        except TimeoutError:
            return False
        except OSError:
            return True
        return True

    def _until(self, end: bytes) -> bytes | None:
        while end not in self._rest:
            more = self._more()
            if not more:
                return None
            self._rest += more
        head, _, self._rest = self._rest.partition(end)
        return head

    def _more(self) -> bytes:
        try:
            return self._sock.recv(65536)
        except OSError:
            return b""


Script: TypeAlias = Callable[[Line], None]


def answer(body: bytes = b"done", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """An answer of HTTP/1.1 with a length, the right one unless another is given."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def says(*answers: bytes) -> Script:
    """Answers requests in turn, the last answer again and again."""

    def script(line: Line) -> None:
        left = list(answers)
        while line.request():
            line.say(left.pop(0) if len(left) > 1 else left[0])

    return script


@dataclass
class Peer:
    """The server. Each connection is served by its own thread: the script of its number, or the last one."""

    scripts: list[Script]
    tls: ssl.SSLContext | None = None
    heard: list[Heard] = field(default_factory=list[Heard])
    lines: list[Line] = field(default_factory=list[Line])
    _threads: list[threading.Thread] = field(default_factory=list[threading.Thread])

    def __enter__(self) -> Self:
        self._door = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._door.getsockname()[1]
        self._start(self._welcome)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for line in self.lines:
            line.close()
        for thread in self._threads:
            thread.join(PATIENCE)

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/"

    @property
    def connections(self) -> int:
        """How many connections there were."""
        return len(self.lines)

    def _welcome(self) -> None:
        while True:
            try:
                sock, _ = self._door.accept()
            except OSError:
                return
            self._start(partial(self._serve, sock))

    def _serve(self, sock: socket.socket) -> None:
        if self.tls:
            sock.settimeout(PATIENCE)
            try:
                sock = self.tls.wrap_socket(sock, server_side=True)
            except OSError:
                sock.close()
                return
        line = Line(sock, len(self.lines), self.heard)
        self.lines.append(line)
        self.scripts[min(line._number, len(self.scripts) - 1)](line)
        line.close()

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()
