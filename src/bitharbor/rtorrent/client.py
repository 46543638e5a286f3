"""The client: `RtorrentClient`. It brings the transport and the driver together with the flows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from ..errors import BitharborError, UsageError
from ..transport.scgi import ScgiTransport
from ..wire.asynchronous import AsyncDriver
from ..wire.effects import Flow
from ..wire.headers import basic
from .address import Address, parse
from .flows.calling import ask, invocation, tell, value
from .session import Session
from .values import Invocation, Value

if TYPE_CHECKING:
    import aiohttp

    from ..transport.asynchronous import AiohttpTransport

T = TypeVar("T")

CALL_SECONDS = 60.0
SILENCE_SECONDS = 3600.0  # a daemon that runs a program for us says nothing meanwhile; the call's own time bounds it


class RtorrentClient:
    """An rTorrent on an event loop. Any number of its tasks may share one client.

    Nothing is sent before the first call, and no connection is kept: over SCGI each call has its own. Which language the
    daemon speaks, XML-RPC or JSON-RPC, is learned from its first answer.

    :param address: `scgi://host:port`, the path of a unix socket, or `http[s]://[user:password@]host[:port][/RPC2]`; None for
        port 5000 of this machine
    :param username: for the web server before it; beats the one in the address
    :param password: beats the one in the address
    :param timeout: seconds for each call; None for no bound
    :param verify: False accepts any certificate
    :param proxy: URL of an HTTP or SOCKS proxy
    :param session: an `aiohttp.ClientSession` of your own, for HTTP addresses; it is neither changed nor closed
    :raises UsageError: the address cannot be understood
    """

    def __init__(
        self,
        address: str | None = None,
        username: str | None = None,
        password: str | None = None,
        *,
        timeout: float | None = CALL_SECONDS,
        verify: bool = True,
        proxy: str | None = None,
        session: aiohttp.ClientSession | None = None,
    ) -> None:
        place = parse(address)
        user = place.user if username is None else username
        secret = place.password if password is None else password
        if (user or secret) and not place.is_http:
            raise UsageError("SCGI knows no user and no password", hint="leave them out, or give the web server's address")
        headers = {"Authorization": basic(user, secret)} if user or secret else {}
        self._session = Session(place.url, place.url, headers, has_credentials=bool(headers), timeout=timeout)
        self._transport = transport_for(place, verify=verify, proxy=proxy, session=session)
        self._driver = AsyncDriver(self._transport)

    @property
    def address(self) -> str:
        """Where the daemon is, without credentials."""
        return self._session.address

    async def call(self, method: str, *args: Value) -> Value:
        """Call any command of the daemon. It is sent once.

        :param args: the first is the target of most commands: an infohash, or an empty string
        :raises UnknownMethodError: it has no such command
        :raises UnknownTorrentError: it has no such torrent
        """
        return value((await self.run(lambda session: tell(session, Invocation(method, args))))[0])

    async def multicall(self, calls: Iterable[Sequence[Value]]) -> list[Value | BitharborError]:
        """Call several commands in one request, each a sequence of its name and its parameters.

        :returns: a value or an error for each of them
        """
        invocations = [invocation_of(call) for call in calls]
        return await self.run(lambda session: tell(session, *invocations))

    async def version(self) -> str:
        """The daemon's version, such as `0.9.8`."""

        def flow(session: Session) -> Flow[str]:
            answers = yield from ask(session, invocation("system.client_version"))
            return str(value(answers[0]))

        return await self.run(flow)

    async def run(self, make: Callable[[Session], Flow[T]]) -> T:
        """Run a flow on the client's session. Steps that take several calls are made of this."""
        return await self._driver.run(make(self._session))

    async def close(self) -> None:
        """Close all connections. The client cannot be used afterwards."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.address}>"


def invocation_of(call: Sequence[Value]) -> Invocation:
    """One call of a multicall."""
    if isinstance(call, str) or not call or not isinstance(call[0], str):
        raise UsageError("each call is a sequence of a command's name and its parameters")
    return Invocation(call[0], tuple(call[1:]))


def transport_for(
    place: Address, *, verify: bool, proxy: str | None, session: aiohttp.ClientSession | None
) -> ScgiTransport | AiohttpTransport:
    """The transport of an address. Only HTTP addresses load an HTTP library."""
    if place.socket and proxy:
        raise UsageError("there is no proxy on the way to a unix socket", hint="leave it out")
    if not place.is_http:
        return ScgiTransport(place.host, place.port, path=place.socket, proxy=proxy, read_timeout=SILENCE_SECONDS)
    from ..transport.asynchronous import AiohttpTransport

    return AiohttpTransport(session, verify=verify, proxy=proxy, read_timeout=SILENCE_SECONDS)
