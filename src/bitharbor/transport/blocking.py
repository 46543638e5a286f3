"""The blocking transport, on requests.

Rule 1: faults are values. Which exception of requests or urllib3 is which kind of fault, and whether the daemon may have got
        the request, is decided here and nowhere else.
Rule 2: a `requests.Session` that the user gave is used through `Session.request` (so its auth, hooks, adapters, proxies and
        mocks work), is never closed, and keeps its cookie jar as it was: our cookies travel per request.
Rule 3: a session of our own takes the short way, a prepared request handed to the adapter (204 against 569 us a small call),
        unless the call brings arguments that only `Session.request` understands.
"""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from http.cookiejar import Cookie
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import requests
from requests.adapters import HTTPAdapter
from requests.hooks import default_hooks
from requests.structures import CaseInsensitiveDict
from requests.utils import get_netrc_auth
from urllib3 import HTTPResponse, Timeout
from urllib3.connection import HTTPSConnection
from urllib3.exceptions import (
    HTTPError as Urllib3Error,
)
from urllib3.exceptions import (
    LocationValueError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.exceptions import (
    TimeoutError as Urllib3Timeout,
)

from ..errors import ClosedError, ConnectionLostError, DeadlineError, UsageError
from ..wire.effects import MEBIBYTE, Fault, Kind, Reply, Request, Sink
from ..wire.headers import basic
from .adapter import FreshSecurePool, OwnAdapter
from .encoding import accepted_encoding
from .hanging_up import is_last
from .limits import CONNECT_SECONDS, READ_SECONDS, TooLargeError

POOL = 20
CHUNK = MEBIBYTE

# what the short way understands of a call's own arguments
SIMPLE_OPTIONS = frozenset({"timeout"})

TimeoutArgument = float | tuple[float | None, float | None] | Timeout | None


class RequestsTransport:
    """Sends over a bounded pool of connections that any number of threads share.

    :param session: the user's own session, or None for one of ours
    :param timeout: seconds to connect and seconds between two pieces of an answer, as requests takes it
    :param verify: as requests takes it; with a session of ours False holds also under REQUESTS_CA_BUNDLE
    :param arguments: further arguments of `Session.request` for each request
    :param adapter: arguments of the HTTPAdapter of a session of ours
    """

    def __init__(
        self,
        session: requests.Session | None = None,
        *,
        timeout: TimeoutArgument = (CONNECT_SECONDS, READ_SECONDS),
        verify: bool | str | None = None,
        arguments: Mapping[str, Any] | None = None,
        adapter: Mapping[str, Any] | None = None,
        reads_netrc: bool = False,
    ) -> None:
        self._is_ours = session is None
        self._session = session or own_session({"pool_maxsize": POOL, "pool_block": True, **(adapter or {})})
        if self._is_ours and verify is False:
            mounted = cast("HTTPAdapter", self._session.get_adapter("https://"))
            mounted.poolmanager.pool_classes_by_scheme = {**mounted.poolmanager.pool_classes_by_scheme, "https": UnverifiedPool}
        self._timeout = timeout
        self._verify = verify
        self._arguments = dict(arguments or {})
        self._reads_netrc = reads_netrc
        self._origins: dict[str, Origin] = {}
        self.is_closed: bool = False

    @property
    def session(self) -> requests.Session:
        """The session underneath."""
        return self._session

    def send(self, request: Request) -> Reply | Fault:
        """Send and read the whole answer, at most `request.limit` bytes of it."""
        return self._exchange(request, is_opening=False)

    def open(self, request: Request) -> Reply | Fault:
        """Send and leave the body of a 2xx answer unread, in `Reply.raw`."""
        return self._exchange(request, is_opening=True)

    def close(self) -> None:
        """Close the pool, unless the session is the user's."""
        self.is_closed = True
        if self._is_ours:
            self._session.close()

    def _exchange(self, request: Request, *, is_opening: bool) -> Reply | Fault:
        if self.is_closed:
            raise ClosedError("this client was closed", hint="make a new one")
        timeout = self._patience(request)
        if timeout is None:
            return Fault(Kind.TIMEOUT, was_sent=False, cause=TimeoutError("no time left"))
        try:
            response = self._respond(request, timeout)
            connection = getattr(response.raw, "connection", None)
            if connection is not None and is_last(response.status_code, response.headers.get("Content-Length")):
                connection.close()  # before it is back in the pool, where another thread may take it
            is_unread = is_opening and response.status_code < 300
            body = b"" if is_unread else read_body(response, request)
            if not is_unread and not body and is_cut(response, request):
                raise requests.ConnectionError("the connection ended within the head of the answer")
            if connection is not None and request.headers.get("Connection") == "close":
                connection.close()  # urllib3 would keep it for the next request, which meets the daemon's hanging up
        except (requests.RequestException, Urllib3Error, OSError) as error:
            return fault_of(error)
        except TooLargeError as error:
            return Fault(Kind.TOO_LARGE, was_sent=True, cause=error)
        if is_unread:
            return Reply(response.status_code, response.headers, b"", set_cookies(response), response, partial(poured, response))
        response._content = body  # noqa: SLF001 - read past requests; its .text and .json() shall work
        return Reply(response.status_code, response.headers, body, set_cookies(response), response)

    def _patience(self, request: Request) -> TimeoutArgument | Timeout:
        """The time-outs of one request: the call's own, or the client's; never beyond the deadline. None: no time is left."""
        chosen = cast("TimeoutArgument", request.options.get("timeout", self._arguments.get("timeout", self._timeout)))
        if request.deadline is None:
            return Timeout(None) if chosen is None else chosen
        left = request.deadline - time.monotonic()
        if left <= 0:
            return None
        connect, read = chosen if isinstance(chosen, tuple) else (None, None) if isinstance(chosen, Timeout) else (chosen, chosen)
        return Timeout(connect=connect, read=read, total=left)

    def _respond(self, request: Request, timeout: TimeoutArgument) -> requests.Response:
        if self._is_ours and not self._arguments.keys() - SIMPLE_OPTIONS and not request.options.keys() - SIMPLE_OPTIONS:
            return self._respond_shortly(request, timeout)
        arguments: dict[str, Any] = {"verify": self._verify, **self._arguments, **request.options}
        arguments["timeout"] = timeout
        arguments.setdefault("allow_redirects", False)
        arguments["stream"] = True
        arguments["headers"] = {**(arguments.get("headers") or {}), **request.headers}
        arguments["cookies"] = {**(arguments.get("cookies") or {}), **request.cookies}
        before = list(cast("Iterable[Cookie]", self._session.cookies))  # typed as what a mapping gives; it gives cookies
        response = self._session.request(request.method, request.url, data=request.body, **arguments)
        restore_cookies(self._session, response, before)
        return response

    def _respond_shortly(self, request: Request, timeout: TimeoutArgument) -> requests.Response:
        origin = self._origin(request.url)
        prepared = requests.PreparedRequest()
        prepared.method = request.method
        prepared.url = request.url
        prepared.body = request.body
        prepared.hooks = default_hooks()
        prepared.headers = headers = CaseInsensitiveDict(origin.headers)
        headers.update(request.headers)
        if request.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in request.cookies.items())
        if request.body is not None:
            headers["Content-Length"] = str(len(request.body))
        prepared._cookies = None  # type: ignore[attr-defined]  # noqa: SLF001 - the adapter looks at it; there is no public way
        return origin.adapter.send(prepared, timeout=timeout, **origin.settings)  # type: ignore[arg-type]  # takes urllib3's Timeout

    def _origin(self, url: str) -> Origin:
        """What the environment says about one server, read once: proxies, CA bundle, netrc."""
        base = url[: url.find("/", 8)]
        known = self._origins.get(base)
        if known is None:
            settings: dict[str, Any] = dict(self._session.merge_environment_settings(base, {}, True, self._verify, None))
            if self._verify is False:
                settings["verify"] = False
            headers = {"Accept-Encoding": accepted_encoding(base), "Accept": "*/*", "User-Agent": USER_AGENT}
            if self._reads_netrc and (login := get_netrc_auth(base)):
                headers["Authorization"] = basic(*login)
            adapter = cast("HTTPAdapter", self._session.get_adapter(base))
            known = self._origins[base] = Origin(adapter, settings, headers)
        return known

    def drop_connections(self) -> None:
        """Close the connections that nobody uses right now, unless the session is the user's. New ones are made when needed."""
        if self._is_ours:
            for adapter in self._session.adapters.values():
                adapter.close()  # it can be used again, with new connections


class Origin:
    """How to reach one scheme, host and port."""

    __slots__ = ("adapter", "headers", "settings")

    def __init__(self, adapter: HTTPAdapter, settings: Mapping[str, Any], headers: Mapping[str, str]) -> None:
        self.adapter: HTTPAdapter = adapter
        self.settings: Mapping[str, Any] = settings
        self.headers: Mapping[str, str] = headers


USER_AGENT = f"bitharbor requests/{requests.__version__}"


class UnverifiedConnection(HTTPSConnection):
    """Warns of nothing: the user switched verification off for this client, and the warning would be of the whole process."""

    @property
    def is_verified(self) -> bool:
        """What urllib3 asks before it warns."""
        return True

    @is_verified.setter
    def is_verified(self, value: bool) -> None:
        """urllib3 tells the truth here, which is known."""


class UnverifiedPool(FreshSecurePool):
    """Connections to one host whose certificate is not looked at."""

    ConnectionCls = UnverifiedConnection  # pyright: ignore[reportAssignmentType] - a subclass of what urllib3 itself puts here


def own_session(adapter: Mapping[str, Any]) -> requests.Session:
    """A session whose two schemes share one bounded pool."""
    session = requests.Session()
    mounted = OwnAdapter(**adapter)
    session.mount("http://", mounted)
    session.mount("https://", mounted)
    return session


def is_cut(response: requests.Response, request: Request) -> bool:
    """Whether an empty answer ended within its head: http.client takes that for the end of the head, without a word."""
    if request.method == "HEAD" or response.status_code in BODILESS:
        return False
    return "Content-Length" not in response.headers and "Transfer-Encoding" not in response.headers


def set_cookies(response: requests.Response) -> tuple[str, ...]:
    """The Set-Cookie lines, unjoined."""
    if "Set-Cookie" not in response.headers:
        return ()
    unjoined: Any = getattr(response.raw, "headers", None)
    return tuple(unjoined.getlist("Set-Cookie")) if hasattr(unjoined, "getlist") else (response.headers["Set-Cookie"],)


def restore_cookies(session: requests.Session, response: requests.Response, before: Sequence[Cookie]) -> None:
    """Take out of a user's jar what requests put there on our behalf, and put back what that replaced."""
    for cookie in response.cookies:
        with suppress(KeyError):  # the jar's policy had not let it in
            session.cookies.clear(cookie.domain, cookie.path, cookie.name)
    jar: Any = session.cookies  # requests types its `set_cookie` in part only
    ours = {(cookie.domain, cookie.path, cookie.name) for cookie in response.cookies}
    for cookie in before:
        if (cookie.domain, cookie.path, cookie.name) in ours:
            jar.set_cookie(cookie)


BODILESS = frozenset({204, 304})


def read_body(response: requests.Response, request: Request) -> bytes:
    """The whole body; the deadline is looked at between two pieces."""
    raw = cast("HTTPResponse", response.raw)
    if not hasattr(raw, "read1"):  # a double of a test, or an adapter of the user's own
        return response.content
    length = raw.length_remaining
    if length is not None and length > request.limit:
        raw.close()
        raise TooLargeError(f"{length} bytes")
    pieces: list[bytes] = []
    size = 0
    is_packed = "Content-Encoding" in raw.headers
    set_timeout = socket_timeout(raw) if request.deadline is not None else None
    while True:
        if set_timeout and request.deadline is not None:
            left = request.deadline - time.monotonic()
            if left <= 0:
                raw.close()
                raise requests.ReadTimeout("the time given to the call is over")
            set_timeout(left)
        piece = raw.read1(CHUNK, decode_content=True)
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
        if size > request.limit:
            raw.close()
            raise TooLargeError(f"more than {request.limit} bytes")
        if raw.length_remaining == 0 and not is_packed:
            break  # saves a look for more: 9 of 280 us of a small call
    if raw.length_remaining:
        raise requests.ConnectionError(f"the answer broke off, {raw.length_remaining} bytes are missing")
    raw.release_conn()
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def poured(response: requests.Response, sink: Sink | None) -> Fault | None:
    """Hand an unread body to a sink, and close it. What the sink raises goes on as it is."""
    raw = cast("HTTPResponse", response.raw)
    try:
        while sink is not None:
            try:
                piece = raw.read1(CHUNK, decode_content=True)
            except (Urllib3Error, OSError) as error:
                return fault_of(error)
            if piece:
                sink(piece)
            elif raw.length_remaining:
                return Fault(Kind.LOST, was_sent=True, cause=EOFError(f"{raw.length_remaining} bytes are missing"))
            else:
                raw.release_conn()
                break
    finally:
        response.close()
    return None


def socket_timeout(raw: HTTPResponse) -> Callable[[float], None] | None:
    """The way to shorten the time-out of the next piece. None when the connection was already let go (small answers)."""
    sock = getattr(raw.connection, "sock", None)
    return None if sock is None else sock.settimeout


def causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what it wraps, as urllib3 and requests wrap: in args, `reason`, or `__cause__`."""
    seen: set[int] = set()
    todo: list[object] = [error]
    while todo:
        one = todo.pop()
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        todo += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]


def fault_of(error: Exception) -> Fault:
    """The kind of fault, by the innermost thing known about it."""
    wrapped = list(causes(error))

    def has(*kinds: type[BaseException]) -> bool:
        return any(isinstance(one, kinds) for one in wrapped)

    if has(ssl.SSLEOFError, ssl.SSLZeroReturnError):  # a peer that hangs up, not one that is not trusted
        return Fault(Kind.LOST, was_sent=True, cause=error)
    if has(ssl.SSLError, ssl.CertificateError, requests.exceptions.SSLError) and not has(TimeoutError):
        return Fault(Kind.TLS, was_sent=False, cause=error)
    if has(NewConnectionError, NameResolutionError, requests.exceptions.ConnectTimeout, requests.exceptions.ProxyError):
        return Fault(Kind.CONNECT, was_sent=False, cause=error)
    if has(requests.exceptions.Timeout, ReadTimeoutError, Urllib3Timeout, TimeoutError):
        return Fault(Kind.TIMEOUT, was_sent=True, cause=error)
    if has(
        LocationValueError, requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema
    ):
        return Fault(Kind.OTHER, was_sent=False, cause=error)
    if has(requests.exceptions.ConnectionError, Urllib3Error, ConnectionError):
        return Fault(Kind.LOST, was_sent=True, cause=error)
    return Fault(Kind.OTHER, was_sent=True, cause=error)


class Stream:
    """The body of an answer, for once: piece by piece, as bytes, or into a file.

    `with client.torrents.download_file(...) as stream: for piece in stream: ...` sends the request on entering the `with`, and
    leaving it early closes the connection instead of returning it to the pool. `read()` and `save(path)` need no `with`.
    """

    def __init__(
        self, start: Callable[[], Reply], save: Callable[[str | os.PathLike[str], bool, bool], Path] | None = None
    ) -> None:
        self._start = start
        self._save = save
        self._reply: Reply | None = None

    def __enter__(self) -> Self:
        self._reply = self._start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._reply is not None:
            cast("requests.Response", self._reply.raw).close()
            self._reply = None

    @property
    def size(self) -> int | None:
        """Bytes announced by the daemon, None if it does not say."""
        length = self._opened().headers.get("Content-Length")
        return int(length) if length and length.isdigit() else None

    def read(self) -> bytes:
        """The whole body.

        :raises ConnectionLostError: it broke off
        """
        if self._reply is not None:
            return b"".join(self)
        with self:
            return b"".join(self)

    def save(self, path: str | os.PathLike[str], *, resume: bool = True, overwrite: bool = False) -> Path:
        """Write the body into a file. It grows in a file beside it (`.part`) and gets its name when it is whole.

        When the connection breaks, the rest is asked for, again and again as long as something comes. What is left by a call
        that failed is gone on with by the next one; bytes of different content are never joined. Each request has the client's
        `timeout`, the body only must not stand still.

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
            raise UsageError("a stream that is being read cannot be saved", hint="call `save` without a `with` statement")
        return self._save(path, resume, overwrite)

    def __iter__(self) -> Iterator[bytes]:
        raw = cast("HTTPResponse", cast("requests.Response", self._opened().raw).raw)
        try:
            yield from raw.stream(CHUNK // 4, decode_content=True)
        except Urllib3Timeout as error:
            raise DeadlineError("the stream stood still for too long", acted=None) from error
        except (Urllib3Error, OSError) as error:
            raise ConnectionLostError("the stream broke off", hint="ask again for the rest", acted=None) from error

    def _opened(self) -> Reply:
        if self._reply is None:
            raise ClosedError("the stream is not open", hint="use it in a `with` statement")
        return self._reply
