"""The asyncio transport, on aiohttp. The same rules as `transport.blocking`.

aiohttp's own cookie jar drops the cookies of hosts that are IP addresses, so none is used with a session of ours. Nor are its
time-outs for reading, nor asyncio's for the deadline: `patience` has what a small call can afford.
"""

from __future__ import annotations

import io
import os
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import partial
from http.cookies import Morsel
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, cast

import aiohttp
import aiohttp.abc
import yarl
from aiohttp.connector import Connection
from multidict import CIMultiDict

from ..errors import ClosedError, ConnectionLostError, DeadlineError, UsageError
from ..wire.asynchronous import in_thread
from ..wire.effects import MEBIBYTE, Fault, Kind, Reply, Request, Sink
from . import tunnel
from .encoding import accepted_encoding
from .hanging_up import is_last
from .limits import CONNECT_SECONDS, IDLE_SECONDS, READ_SECONDS, TooLargeError
from .patience import CURRENT, Wait, Watch
from .proxies import environment_proxy

POOL = 50
CHUNK = MEBIBYTE // 4
SMALL_BODY = 1 << 16  # a body that is no upload: when its answer is waited for it has left
USER_AGENT = f"bitharbor aiohttp/{aiohttp.__version__}"


class AiohttpTransport:
    """Sends over a bounded pool of connections that all tasks of one event loop share.

    :param session: the user's own session, or None for one of ours, made on the loop of the first call
    :param proxy: URL of an HTTP or SOCKS proxy; None for what the environment says
    :param verify: False trusts any certificate, text names a file or folder of trusted ones; a session of the user's brings its
        own rule
    """

    def __init__(
        self,
        session: aiohttp.ClientSession | None = None,
        *,
        connect_timeout: float = CONNECT_SECONDS,
        read_timeout: float = READ_SECONDS,
        verify: bool | str = True,
        proxy: str | None = None,
    ) -> None:
        self._is_ours = session is None
        self._session = session
        self._patience = read_timeout
        self._timeout = aiohttp.ClientTimeout(total=None, sock_connect=connect_timeout, sock_read=read_timeout)
        self._watched = aiohttp.ClientTimeout(total=None, sock_connect=connect_timeout)  # `Response` has an eye on the reading
        self._watch = Watch()
        self._trust = trust_of(verify)
        self._named_proxy = tunnel.checked(proxy) if proxy else None
        self._refusals = tunnel.refusals(self._named_proxy)
        self._origins: dict[str, Origin] = {}
        self.is_closed: bool = False

    def send(self, request: Request) -> Coroutine[Any, Any, Reply | Fault]:
        """Send and read the whole answer, at most `request.limit` bytes of it."""
        return self._exchange(request, is_opening=False)

    def open(self, request: Request) -> Coroutine[Any, Any, Reply | Fault]:
        """Send and leave the body of a 2xx answer unread, in `Reply.raw`."""
        return self._exchange(request, is_opening=True)

    async def close(self) -> None:
        """Close the pool, unless the session is the user's."""
        self.is_closed = True
        self._watch.stop()
        if self._is_ours and self._session is not None:
            await self._session.close()

    async def _exchange(self, request: Request, *, is_opening: bool) -> Reply | Fault:
        if self.is_closed:
            raise ClosedError("this client was closed", hint="make a new one")
        if request.deadline is not None and request.deadline <= time.monotonic():
            # aiohttp can send without waiting, and a time-out cuts in only where something waits
            return Fault(Kind.TIMEOUT, was_sent=False, cause=TimeoutError("no time left"))
        try:
            with Wait(self._watch, request.deadline, self._patience):
                return await self._respond(request, is_opening=is_opening)
        except self._refusals as error:
            return Fault(Kind.CONNECT, was_sent=False, cause=error)
        except (aiohttp.ClientError, OSError) as error:
            return fault_of(error)
        except TooLargeError as error:
            return Fault(Kind.TOO_LARGE, was_sent=True, cause=error)

    async def _respond(self, request: Request, *, is_opening: bool) -> Reply:
        session = self._session or self._open_session()
        origin = self._origin(request.url)
        before = [] if self._is_ours else list(session.cookie_jar)
        is_small = self._is_ours and (request.body is None or len(request.body) <= SMALL_BODY)
        response = await session.request(
            request.method,
            yarl.URL(request.url, encoded=True),
            data=as_payload(request.body),
            headers=self._headers(request, origin),
            cookies=None if self._is_ours else request.cookies,
            allow_redirects=False,
            proxy=origin.proxy,
            timeout=self._watched if is_small else self._timeout,
            **self._trust,
        )
        cookies = tuple(response.headers.getall("Set-Cookie", ()))
        if cookies and not self._is_ours:
            restore_cookies(session.cookie_jar, response, before)
        if is_opening and response.status < 300:
            return Reply(response.status, response.headers, b"", cookies, response, partial(poured, response))
        try:
            body = await read_body(response, request.limit)
        except BaseException:
            response.close()
            raise
        return Reply(response.status, response.headers, body, cookies, response)

    def _open_session(self) -> aiohttp.ClientSession:
        self._session = aiohttp.ClientSession(
            connector=self._connector(), cookie_jar=aiohttp.DummyCookieJar(), response_class=Response
        )
        return self._session

    def _connector(self) -> aiohttp.BaseConnector:
        if self._named_proxy and tunnel.is_socks(self._named_proxy):
            made: aiohttp.BaseConnector = tunnel.connector(self._named_proxy, limit=POOL, keepalive_timeout=IDLE_SECONDS)
            return made
        return aiohttp.TCPConnector(limit=POOL, keepalive_timeout=IDLE_SECONDS)

    def _headers(self, request: Request, origin: Origin) -> Mapping[str, str]:
        headers = origin.headers.copy()
        headers.update(request.headers)  # a header of the user's replaces ours, in whatever case it is written
        if request.body is not None and not request.body:
            headers["Content-Length"] = "0"  # qBittorrent of the 3.x line rejects a POST without one
        if self._is_ours and request.cookies:
            headers["Cookie"] = "; ".join([f"{name}={value}" for name, value in request.cookies.items()])
        return headers

    def _origin(self, url: str) -> Origin:
        """What is alike for all requests to one server; the environment is read once."""
        base = url[: url.find("/", 8)]
        known = self._origins.get(base)
        if known is None:
            headers = CIMultiDict({"Accept-Encoding": accepted_encoding(url), "User-Agent": USER_AGENT})
            known = self._origins[base] = Origin(headers, self._proxy(base) if self._is_ours else None)
        return known

    def _proxy(self, origin: str) -> yarl.URL | None:
        """The proxy on the way to one server: the named one, or what the environment says."""
        if self._named_proxy:
            return None if tunnel.is_socks(self._named_proxy) else yarl.URL(self._named_proxy)
        return environment_proxy(origin)


class Origin(NamedTuple):
    """How to reach one scheme, host and port."""

    headers: CIMultiDict[str]
    proxy: yarl.URL | None


class Response(aiohttp.ClientResponse):
    """Lets a connection go behind its last answer, and where the request said `Connection: close`, which aiohttp keeps unless the
    answer says so too.

    Waits for the head with the patience of the request, and leaves it to aiohttp only to have an eye on a body that is not
    here yet.
    """

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Read the head of the answer."""
        protocol = connection.protocol
        await self._begin(connection)
        if protocol is not None and is_last(self.status, self.headers.get("Content-Length")):
            protocol.close()  # it is in the pool again already, but no other task had a turn since
        return self

    async def _begin(self, connection: Connection) -> None:
        protocol, wait = connection.protocol, CURRENT.get()
        if protocol is None or wait is None:
            await super().start(connection)
            return
        if self.request_info.headers.get("Connection") == "close":
            protocol.force_close()
        if protocol.read_timeout is not None:
            await super().start(connection)
            return
        wait.begin_silence()
        try:
            await super().start(connection)
        finally:
            wait.end_silence()
        if not self.content.is_eof():
            protocol.read_timeout = wait.patience
            if protocol.transport is not None and protocol.transport.is_reading():  # else it waits for us
                protocol.start_timeout()


def trust_of(verify: bool | str) -> dict[str, Any]:
    """Which certificates are trusted, as an argument of a request."""
    if isinstance(verify, bool):
        return {} if verify else {"ssl": False}
    try:
        is_folder = Path(verify).is_dir()
        return {"ssl": ssl.create_default_context(cafile=None if is_folder else verify, capath=verify if is_folder else None)}
    except (OSError, ValueError) as error:
        raise UsageError(f"{verify!r} holds no certificates that can be read", hint="give a PEM file or a folder") from error


def restore_cookies(jar: aiohttp.abc.AbstractCookieJar, response: aiohttp.ClientResponse, before: Sequence[Morsel[str]]) -> None:
    """Take out of a user's jar what aiohttp put there on our behalf, and put back what that replaced."""
    jar.clear(lambda morsel: morsel.key in response.cookies)
    for morsel in before:
        if morsel.key in response.cookies:
            jar.update_cookies({morsel.key: morsel}, yarl.URL.build(scheme="http", host=morsel["domain"] or "localhost"))


def as_payload(body: bytes | None) -> bytes | io.BytesIO | None:
    """A body as aiohttp wants it: beyond a mebibyte it warns of plain bytes, and sends a file piece by piece."""
    return io.BytesIO(body) if body and len(body) > MEBIBYTE else body or None


async def read_body(response: aiohttp.ClientResponse, limit: int) -> bytes:
    """The whole body, at most `limit` bytes."""
    length = response.content_length
    if length is not None:
        if length > limit:
            response.close()
            raise TooLargeError(f"{length} bytes")
        if "Content-Encoding" not in response.headers:
            return await response.read()
    pieces: list[bytes] = []
    size = 0
    async for piece in response.content.iter_any():
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            response.close()
            raise TooLargeError(f"more than {limit} bytes")
    return b"".join(pieces)


async def poured(response: aiohttp.ClientResponse, sink: Sink | None) -> Fault | None:
    """Hand an unread body to a sink in a thread, a mebibyte at a time, and close it. What the sink raises goes on as it is."""
    held = bytearray()
    fault: Fault | None = None
    try:
        pieces = aiter(response.content.iter_any())
        while sink is not None:
            try:
                piece = await anext(pieces, b"")
            except (aiohttp.ClientError, OSError) as error:
                piece, fault = b"", fault_of(error)
                held += arrived(response.content)
            held += piece
            if held and (not piece or len(held) >= MEBIBYTE):
                await in_thread(partial(sink, bytes(held)))
                held.clear()
            if not piece:
                break
    finally:
        response.close()
    return fault


def arrived(content: aiohttp.StreamReader) -> bytes:
    """What arrived before a break and was not given out. aiohttp has no public way to it."""
    return content._read_nowait(-1)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - see above


# which exception is which fault; the first row that fits counts
FAULTS: tuple[tuple[type[Exception], Kind, bool], ...] = (
    (aiohttp.ClientConnectorCertificateError, Kind.TLS, False),
    (aiohttp.ClientConnectorSSLError, Kind.TLS, False),
    (aiohttp.ServerFingerprintMismatch, Kind.TLS, False),
    (aiohttp.ConnectionTimeoutError, Kind.CONNECT, False),
    (aiohttp.ClientConnectorError, Kind.CONNECT, False),
    (aiohttp.ClientProxyConnectionError, Kind.CONNECT, False),
    (TimeoutError, Kind.TIMEOUT, True),
    (aiohttp.InvalidURL, Kind.OTHER, False),
    (aiohttp.ClientConnectionError, Kind.LOST, True),
    (aiohttp.ClientPayloadError, Kind.LOST, True),
    (ConnectionError, Kind.LOST, True),
)


def fault_of(error: Exception) -> Fault:
    """The kind of fault."""
    for kind_of_error, kind, was_sent in FAULTS:
        if isinstance(error, kind_of_error):
            return Fault(kind, was_sent, error)
    return Fault(Kind.OTHER, was_sent=True, cause=error)


class AsyncStream:
    """The body of an answer, for once: piece by piece, as bytes, or into a file.

    `async with client.torrents.download_file(...) as stream: async for piece in stream: ...` sends the request on entering the
    `async with`, and leaving it early closes the connection instead of returning it to the pool. `await ...read()` and
    `await ...save(path)` need no `async with`.
    """

    def __init__(
        self,
        start: Callable[[], Awaitable[Reply]],
        save: Callable[[str | os.PathLike[str], bool, bool], Awaitable[Path]] | None = None,
    ) -> None:
        self._start = start
        self._save = save
        self._reply: Reply | None = None

    async def __aenter__(self) -> Self:
        self._reply = await self._start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._reply is not None:
            cast("aiohttp.ClientResponse", self._reply.raw).close()
            self._reply = None

    @property
    def size(self) -> int | None:
        """Bytes announced by the daemon, None if it does not say."""
        length = self._opened().headers.get("Content-Length")
        return int(length) if length and length.isdigit() else None

    async def read(self) -> bytes:
        """The whole body.

        :raises ConnectionLostError: it broke off
        """
        if self._reply is not None:
            return b"".join([piece async for piece in self])
        async with self:
            return b"".join([piece async for piece in self])

    async def save(self, path: str | os.PathLike[str], *, resume: bool = True, overwrite: bool = False) -> Path:
        """Write the body into a file. It grows in a file beside it (`.part`) and gets its name when it is whole.

        When the connection breaks, the rest is asked for, again and again as long as something comes. What is left by a call
        that failed is gone on with by the next one; bytes of different content are never joined. Each request has the client's
        `timeout`, the body only must not stand still. The file is written in a thread.

        :param path: the file; its folder must exist
        :param resume: go on with what an earlier call left
        :param overwrite: replace an existing file
        :returns: the path
        :raises FileTakenError: the file exists already
        :raises FileMissingError: the folder does not exist
        :raises FileUnwritableError: the file cannot be written
        :raises DiskFullError: there is no room for it; what came is kept
        :raises ConnectionLostError: it broke too often without getting further; what came is kept
        """
        if self._reply is not None or self._save is None:
            raise UsageError("a stream that is being read cannot be saved", hint="call `save` without an `async with` statement")
        return await self._save(path, resume, overwrite)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        response = cast("aiohttp.ClientResponse", self._opened().raw)
        try:
            async for piece in response.content.iter_chunked(CHUNK):
                yield piece
        except TimeoutError as error:
            raise DeadlineError("the stream stood still for too long", acted=None) from error
        except (aiohttp.ClientError, OSError) as error:
            raise ConnectionLostError("the stream broke off", hint="ask again for the rest", acted=None) from error

    def _opened(self) -> Reply:
        if self._reply is None:
            raise ClosedError("the stream is not open", hint="use it in an `async with` statement")
        return self._reply
