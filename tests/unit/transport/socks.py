"""A SOCKS5 proxy on loopback, for one test: it notes where it was asked to connect, and connects there."""

from __future__ import annotations

import socket
import struct
import threading
from types import TracebackType
from typing import Self

DOMAIN, IPV4 = 3, 1


class SocksProxy:
    """Answers each connection in a thread of its own.

    :ivar asked: host and port of each request
    :ivar login: user and password that it wants, as `user:password`; empty for none
    """

    def __init__(self, login: str = "") -> None:
        self.login = login
        self.asked: list[tuple[str, int]] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._accept, daemon=True)

    @property
    def place(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client:
            if not self._greet(client):
                return
            _, _, _, kind = exactly(client, 4)
            raw = exactly(client, exactly(client, 1)[0]) if kind == DOMAIN else exactly(client, 4)
            host = raw.decode() if kind == DOMAIN else socket.inet_ntoa(raw)
            (port,) = struct.unpack("!H", exactly(client, 2))
            self.asked.append((host, port))
            with socket.create_connection(("127.0.0.1" if kind == DOMAIN else host, port)) as server:
                client.sendall(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
                back = threading.Thread(target=pour, args=(server, client), daemon=True)
                back.start()
                pour(client, server)
                back.join(5)

    def _greet(self, client: socket.socket) -> bool:
        exactly(client, exactly(client, 2)[1])
        client.sendall(b"\x05\x02" if self.login else b"\x05\x00")
        if not self.login:
            return True
        user = exactly(client, exactly(client, 2)[1])
        password = exactly(client, exactly(client, 1)[0])
        is_right = f"{user.decode()}:{password.decode()}" == self.login
        client.sendall(b"\x01\x00" if is_right else b"\x01\x01")
        return is_right


def exactly(sock: socket.socket, length: int) -> bytes:
    """So many bytes."""
    found = b""
    while len(found) < length:
        more = sock.recv(length - len(found))
        if not more:
            raise EOFError
        found += more
    return found


def pour(source: socket.socket, target: socket.socket) -> None:
    """Pass on until the end."""
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return
