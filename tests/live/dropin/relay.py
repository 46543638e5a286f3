"""A reverse proxy of our own between a client and a real daemon: it writes down what comes by, on the wire.

What may enter: passing requests on, under a path of its own if wanted; being an HTTP proxy; and an answer of a test's own in
place of the daemon's, for what a daemon never does by itself. What may not: pretending to be a daemon.
"""

from __future__ import annotations

import select
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.harness.certificate import Certificate
from tests.harness.daemon import Daemon
from tests.harness.web import connected

PATIENCE = 30.0
TLS_HANDSHAKE = b"\x16"  # RFC 8446, 5.1: the first byte of a client that wants https where there is none
HOP_BY_HOP = frozenset({"connection", "keep-alive", "proxy-connection", "transfer-encoding", "content-length"})


@dataclass(frozen=True)
class Seen:
    """One request as it came.

    :ivar action: what follows `api/v2/`, such as "torrents/info"; empty for the probe of the scheme
    :ivar is_proxied: the client asked us as its HTTP proxy
    """

    method: str
    path: str
    headers: Message
    body: bytes
    is_proxied: bool
    connection: object
    is_secure: bool = False

    @property
    def action(self) -> str:
        return self.path.partition("/api/v2/")[2].partition("?")[0]


@dataclass(frozen=True)
class Answer:
    """What a relay says."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


def pass_on(_: Seen) -> None:
    """Let the daemon answer."""


@dataclass
class Relay:
    """A context manager; the client's address is `address`, or `url` with the scheme.

    :ivar mount: the path under which the daemon is reached; everything else is 404
    :ivar certificate: serve https with it
    :ivar is_plain_too: serve http beside https, on the same port
    :ivar answer: gives an answer in place of the daemon's, or None
    :ivar keeps: names of headers, in lower case, that are not passed on
    :ivar tunnels: host and port of each CONNECT
    """

    daemon: Daemon
    mount: str = ""
    certificate: Certificate | None = None
    is_plain_too: bool = False
    answer: Callable[[Seen], Answer | None] = pass_on
    keeps: frozenset[str] = frozenset()
    seen: list[Seen] = field(default_factory=list[Seen])
    tunnels: list[str] = field(default_factory=list[str])
    most_at_once: int = 0
    _at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        if self.certificate:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(self.certificate.chain, self.certificate.key)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """Host, port and path."""
        return f"127.0.0.1:{self._server.server_port}{self.mount}"

    @property
    def url(self) -> str:
        """The address with the scheme."""
        return f"{'https' if self.certificate else 'http'}://{self.address}"

    def secured(self, line: socket.socket) -> socket.socket:
        """A connection as it is spoken on: in TLS if that is how it begins, or if nothing else is served."""
        if not self.certificate or (self.is_plain_too and line.recv(1, socket.MSG_PEEK) != TLS_HANDSHAKE):
            return line
        # shaken when something is read: a client that speaks no TLS is then told so as any other that hangs up
        return self._context.wrap_socket(line, server_side=True, do_handshake_on_connect=False)

    @property
    def actions(self) -> list[str]:
        """What was asked for, in order; without the probe of the scheme."""
        return [one.action for one in self.seen if one.action]

    def of(self, action: str) -> list[Seen]:
        """The requests of one action."""
        return [one for one in self.seen if one.action == action]

    def answered(self, seen: Seen) -> Answer:
        """Note a request and get its answer."""
        with self._lock:
            self.seen.append(seen)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            return self.answer(seen) or self._asked(seen)
        finally:
            with self._lock:
                self._at_once -= 1

    def _asked(self, seen: Seen) -> Answer:
        if not seen.path.startswith(f"{self.mount}/"):
            return Answer(404, b"nothing is here")
        parts = urlsplit(self.daemon.url)
        headers = {name: value for name, value in seen.headers.items() if name.lower() not in HOP_BY_HOP | self.keeps}
        if headers.get("Host", "").endswith(self.address.removesuffix(self.mount)):
            headers["Host"] = parts.netloc  # as proxies do; the daemon compares it with its own port
        line = connected(parts.scheme, "127.0.0.1", self.daemon.port, PATIENCE)
        try:
            line.request(seen.method, seen.path.removeprefix(self.mount), seen.body or None, headers)
            reply = line.getresponse()
            kept = tuple((name, value) for name, value in reply.getheaders() if name.lower() not in HOP_BY_HOP)
            return Answer(reply.status, reply.read(), kept)
        finally:
            line.close()


def handler_of(relay: Relay) -> type[BaseHTTPRequestHandler]:
    """The standard library wants a class for each server."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def setup(self) -> None:
            self.request = relay.secured(self.request)
            super().setup()

        def finish(self) -> None:
            super().finish()
            self.request.close()  # the server knows the bare one only

        def _pass(self) -> None:
            parts = urlsplit(self.path)
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            is_secure = isinstance(self.request, ssl.SSLSocket)
            seen = Seen(self.command, path, self.headers, body, bool(parts.netloc), self.client_address, is_secure)
            answer = relay.answered(seen)
            try:
                self.send_response_only(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                if self.close_connection:  # the client asked for it
                    self.send_header("Connection", "close")
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer.body)
            except OSError:  # the client has hung up, as a test wanted it to
                self.close_connection = True

        do_GET = do_POST = do_HEAD = _pass  # noqa: N815 - names that the standard library calls

        def do_CONNECT(self) -> None:
            relay.tunnels.append(self.path)
            host, _, port = self.path.partition(":")
            assert host == "127.0.0.1", "a test leaves loopback"
            with socket.create_connection((host, int(port)), PATIENCE) as far:
                self.send_response_only(200)
                self.end_headers()
                shovel(self.connection, far)
            self.close_connection = True

        def handle(self) -> None:
            try:
                if relay.certificate or self.connection.recv(1, socket.MSG_PEEK) != TLS_HANDSHAKE:
                    super().handle()
            except OSError:  # no TLS where there should be some, or hung up
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what came is in `Relay.seen`."""

    return Handler


def shovel(near: socket.socket, far: socket.socket) -> None:
    """Carry bytes both ways until one side ends."""
    while True:
        ready, _, _ = select.select([near, far], [], [], PATIENCE)
        for one in ready:
            piece = one.recv(65536)
            if not piece:
                return
            (far if one is near else near).sendall(piece)
        if not ready:
            return
