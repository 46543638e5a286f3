"""`APIBase`: the documented interface over a `bitharbor.TorrentClient`. One class a daemon; see `clients`."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from types import TracebackType
from typing import ClassVar, Self, TypeVar

from bitharbor.errors import (
    BitharborError,
    InvalidMagnetError,
    InvalidTorrentError,
    TorrentRefusedError,
    UnknownTorrentError,
)
from bitharbor.model.json import Json
from bitharbor.unified.adapter import Listening
from bitharbor.unified.capabilities import Capability
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.outcome import Fate, Item, Outcome
from bitharbor.unified.registry import Way, client_of
from bitharbor.unified.sources import Source, told
from bitharbor.unified.status import ConnectionStatus

from . import errors, urls
from .infohash import Infohash
from .response import Response
from .torrents import Torrent, TorrentList, fields_of
from .translation import Place, translated, translating

T = TypeVar("T")

Callback = Callable[..., object]


class APIBase:
    """A daemon. It connects at the first call. Methods for several torrents give a `Response` and do not raise.

    :param url: see `URL`; None for the daemon's usual place
    :param timeout: seconds for each call; None for `default_timeout`
    :param proxy_url: HTTP or SOCKS proxy
    """

    name: ClassVar[str] = ""
    label: ClassVar[str] = ""
    URL: ClassVar[type[urls.URL]] = urls.URL
    default_timeout: ClassVar[float] = 60.0
    monitor_interval: ClassVar[float] = 0.1
    # what stands for an error of the daemon's own whose words match a pattern
    common_rpc_error_map: ClassVar[dict[str, errors.Error]] = {}

    def __init__(
        self,
        url: str | None = None,
        *,
        scheme: str | None = None,
        host: str | None = None,
        port: str | int | None = None,
        path: str | None = None,
        username: str | None = None,
        password: str | None = None,
        timeout: float | None = None,
        proxy_url: str | None = None,
    ) -> None:
        self._client: TorrentClient | None = None
        self._left: list[TorrentClient] = []
        self._holds: Counter[TorrentClient] = Counter()
        self._tasks: set[asyncio.Task[object]] = set()
        self._callbacks: dict[ConnectionStatus, list[tuple[Callback, tuple[object, ...], dict[str, object]]]] = {}
        self._status = ConnectionStatus.disconnected
        self._url = self.URL(url, on_change=self._renew)
        self._url.update(scheme=scheme, host=host, port=port, path=path, username=username, password=password)
        self._proxy_url = proxy_url or None
        self._timeout = self.default_timeout
        self.timeout = timeout

    # where it is

    @property
    def url(self) -> urls.URL:
        """Where the daemon is. Setting it, or a part of it, leads to a new connection at the next call."""
        return self._url

    @url.setter
    def url(self, url: str | urls.URL | None) -> None:
        text = url.with_auth if isinstance(url, urls.URL) else url
        self._url = self.URL(text, on_change=self._renew)
        self._renew()

    @property
    def proxy_url(self) -> str | None:
        """HTTP or SOCKS proxy."""
        return self._proxy_url

    @proxy_url.setter
    def proxy_url(self, proxy_url: str | None) -> None:
        self._proxy_url = proxy_url or None
        self._renew()

    @property
    def timeout(self) -> float:
        """Seconds for each call."""
        return self._timeout

    @timeout.setter
    def timeout(self, timeout: float | None) -> None:
        try:
            seconds = float(timeout) if timeout else self.default_timeout
        except (TypeError, ValueError) as error:
            raise errors.ValueError(f"Invalid timeout: {timeout!r}") from error
        if not seconds > 0:
            raise errors.ValueError(f"Invalid timeout: {timeout!r}")
        self._timeout = seconds
        if self._client:
            self._client.timeout = seconds

    @property
    def _place(self) -> Place:
        return Place(str(self._url), self._timeout, self.common_rpc_error_map)

    # its status

    @property
    def status(self) -> ConnectionStatus:
        """Whether it is connected."""
        return self._status

    @property
    def is_connected(self) -> bool:
        """Whether it is connected."""
        return self._status is ConnectionStatus.connected

    def set_connecting_callback(self, callback: Callback, *args: object, **kwargs: object) -> None:
        """Call `callback` with these arguments when it begins to connect."""
        self._add_callback(ConnectionStatus.connecting, callback, args, kwargs)

    def set_connected_callback(self, callback: Callback, *args: object, **kwargs: object) -> None:
        """Call `callback` with these arguments when it is connected."""
        self._add_callback(ConnectionStatus.connected, callback, args, kwargs)

    def set_disconnected_callback(self, callback: Callback, *args: object, **kwargs: object) -> None:
        """Call `callback` with these arguments when it is no longer connected."""
        self._add_callback(ConnectionStatus.disconnected, callback, args, kwargs)

    def unset_connecting_callback(self, callback: Callback) -> None:
        """Do not call it any more."""
        self._remove_callback(ConnectionStatus.connecting, callback)

    def unset_connected_callback(self, callback: Callback) -> None:
        """Do not call it any more."""
        self._remove_callback(ConnectionStatus.connected, callback)

    def unset_disconnected_callback(self, callback: Callback) -> None:
        """Do not call it any more."""
        self._remove_callback(ConnectionStatus.disconnected, callback)

    def _add_callback(
        self, status: ConnectionStatus, callback: Callback, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> None:
        self._callbacks.setdefault(status, []).append((callback, args, kwargs))

    def _remove_callback(self, status: ConnectionStatus, callback: Callback) -> None:
        self._callbacks[status] = [one for one in self._callbacks.get(status, ()) if one[0] != callback]

    def _turn(self, status: ConnectionStatus) -> None:
        if status is self._status:
            return
        self._status = status
        for callback, args, kwargs in tuple(self._callbacks.get(status, ())):
            callback(*args, **kwargs)

    # connecting

    async def connect(self) -> None:
        """Connect, if it is not connected."""
        with translating(self._place):
            await self._bound(lambda client: client.connect())

    async def disconnect(self) -> None:
        """Log out and let go of all connections."""
        with translating(self._place):
            left, self._left = self._left, []
            await disconnected([*left, self._client] if self._client else left)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exception_class: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            await self.wait_for_background_tasks()
        finally:
            await self.disconnect()

    def _renew(self) -> None:
        """The next call goes to a new connection."""
        if self._client:
            self._left.append(self._client)
            self._client = None
        self._turn(ConnectionStatus.disconnected)

    async def _let_go(self) -> None:
        """Disconnect from where it was before, once the calls that went there have ended."""
        idle = [client for client in self._left if not self._holds[client]]
        self._left = [client for client in self._left if client not in idle]
        await disconnected(idle)

    def _current(self) -> TorrentClient:
        if self._client is None:
            address = replace(self._url.address)
            self._client = client = client_of(address, Way(timeout=self._timeout, proxy=self._proxy_url))
            client.on_status(lambda status: self._turn(status) if client is self._client else None)
        return self._client

    @asynccontextmanager
    async def _held(self) -> AsyncGenerator[TorrentClient]:
        """Within: the client of the present URL, which another URL does not close."""
        await self._let_go()
        client = self._current()
        self._holds[client] += 1
        try:
            yield client
        finally:
            self._holds[client] -= 1
            if not self._holds[client]:
                del self._holds[client]

    async def _bound(self, act: Callable[[TorrentClient], Awaitable[T]]) -> T:
        async with self._held() as client:
            return await act(client)

    # asking and ordering

    async def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """Any method of the daemon's own interface, with the answer in the daemon's own form."""
        with translating(self._place):
            return await self._bound(lambda client: client.call(method, *args, **kwargs))

    async def get_infohashes(self) -> list[Infohash]:
        """The infohashes of all torrents."""
        with translating(self._place):
            return [Infohash(one) for one in await self._bound(lambda client: client.infohashes())]

    async def get_torrents(self, *, attributes: Iterable[str] | None = None) -> TorrentList:
        """All torrents with these attributes; None for all of them."""
        names, fields = fields_of(attributes)
        with translating(self._place):
            found = await self._bound(lambda client: client.torrents(fields=fields))
        return TorrentList(Torrent(one, names) for one in found)

    async def add(self, *torrents: Source, location: str | None = None, stopped: bool = False, verify: bool = True) -> Response:
        """Add torrents.

        :param torrents: paths, web addresses, magnet links, infohashes; also bytes and open binary files
        :param location: folder on the daemon's machine
        :param stopped: do not start them
        :param verify: False trusts the data that is there
        :returns: `added` and `already_added`
        """
        warnings: list[errors.Warning] = []

        async def order(client: TorrentClient) -> Outcome:
            if verify:
                return await client.add(*torrents, location=location, is_stopped=stopped)
            await client.connect()  # so that it is known what the daemon can do
            can_trust = Capability.ADD_UNVERIFIED in client.capabilities
            if not can_trust:
                warnings.append(errors.Warning(f"{self.label} always verifies the data of added torrents"))
            return await client.add(*torrents, location=location, is_stopped=stopped, is_verified=not can_trust)

        response = await self._order(torrents, order, "added", errors.AddTorrentError, errors.TorrentAlreadyAdded)
        response.warnings[:0] = warnings
        return response

    async def start(self, *infohashes: str) -> Response:
        """Start torrents; the response has `started` and `already_started`."""
        return await self._for_known(
            infohashes, TorrentClient.start, "started", errors.StartTorrentError, errors.TorrentAlreadyStarted
        )

    async def stop(self, *infohashes: str) -> Response:
        """Stop torrents; the response has `stopped` and `already_stopped`."""
        return await self._for_known(
            infohashes, TorrentClient.stop, "stopped", errors.StopTorrentError, errors.TorrentAlreadyStopped
        )

    async def verify(self, *infohashes: str) -> Response:
        """Verify torrents; the response has `verifying` and `already_verifying`."""
        return await self._for_known(
            infohashes, TorrentClient.verify, "verifying", errors.VerifyTorrentError, errors.TorrentAlreadyVerifying
        )

    async def verify_wait(
        self, *infohashes: str, interval: float | tuple[float, float] = (0.3, 3)
    ) -> AsyncIterator[tuple[Infohash, float | errors.Error]]:
        """Watch torrents while they are verified: infohash and percent, or an error; each at least once.

        :param interval: seconds between two looks, or the shortest and the longest time
        """
        shortest, longest = span_of(interval)
        known = [Infohash(one) for one in infohashes]
        with translating(self._place):
            async with self._held() as client:
                async for infohash, progress in client.progress_of_checks(*known, shortest=shortest, longest=longest):
                    if isinstance(progress, BitharborError):
                        yield Infohash(infohash), translated(progress, self._place)
                    else:
                        yield Infohash(infohash), progress * 100

    async def _for_known(
        self,
        infohashes: Sequence[str],
        order: Callable[..., Awaitable[Outcome]],
        attribute: str,
        wrap: type[errors.ResponseError],
        warn: type[errors.TorrentWarning],
    ) -> Response:
        """An order for torrents by infohash: what is none is an error of its own."""
        known: list[Infohash] = []
        bad: list[errors.Error] = []
        for infohash in infohashes:
            try:
                known.append(Infohash(infohash))
            except errors.ValueError as error:
                bad.append(wrap(error))
        response = await self._order(known, lambda client: order(client, *known), attribute, wrap, warn)
        response.errors.extend(bad)
        response.success = response.success and not bad
        return response

    async def _order(
        self,
        given: Sequence[object],
        order: Callable[[TorrentClient], Awaitable[Outcome]],
        attribute: str,
        wrap: type[errors.ResponseError],
        warn: type[errors.TorrentWarning],
    ) -> Response:
        if not given:
            return Response.of({attribute: [], f"already_{attribute}": []})
        try:
            items: Sequence[Item] = (await self._bound(order)).items
        except BitharborError as error:
            items = (Item("", Fate.FAILED, error=error),)
        lists: dict[str, list[Infohash]] = {attribute: [], f"already_{attribute}": []}
        warnings: list[errors.Warning] = []
        failures: dict[int, errors.Error] = {}
        for item in items:
            if item.error is not None:
                told = self._told(item, item.error)
                failures.setdefault(id(item.error), wrap(told))
            elif item.infohash is not None:
                is_already = item.fate is Fate.ALREADY
                lists[f"already_{attribute}" if is_already else attribute].append(Infohash(item.infohash))
                if is_already:
                    warnings.append(warn(Infohash(item.infohash), item.name))
        return Response.of(lists, warnings, list(failures.values()))

    def _told(self, item: Item, error: BitharborError) -> errors.Error:
        if isinstance(error, InvalidTorrentError | InvalidMagnetError | TorrentRefusedError):
            invalid = errors.InvalidTorrentError(told(item.given))
            invalid.__cause__ = error
            return invalid
        if isinstance(error, UnknownTorrentError) and not error.infohash:
            unknown = errors.NoSuchTorrentError(item.infohash or item.given)
            unknown.__cause__ = error
            return unknown
        return translated(error, self._place)

    # events

    async def add_event_handler(self, event: str, handler: Callback, autoremove: bool = False) -> None:
        """Call `handler` with what the daemon says at an event. Deluge only.

        :param autoremove: once only
        """
        with translating(self._place):
            async with self._listening() as daemon:
                await daemon.add_handler(event, handler, is_once=autoremove)

    async def remove_event_handler(self, event: str, handler: Callback) -> None:
        """Do not call it any more."""
        with translating(self._place):
            async with self._listening() as daemon:
                await daemon.remove_handler(event, handler)

    async def wait_for_event(self, event: str) -> None:
        """Wait until an event comes."""
        with translating(self._place):
            async with self._listening() as daemon:
                await daemon.wait_for(event)

    @asynccontextmanager
    async def _listening(self) -> AsyncGenerator[Listening]:
        async with self._held() as client:
            adapter = client.adapter
            if not isinstance(adapter, Listening):
                raise errors.NotImplementedError(f"{self.label} has no events")
            await client.connect()
            yield adapter

    # tasks in the background

    def create_background_task(
        self,
        coro: Coroutine[object, object, object],
        name: str | None = None,
        done_callback: Callable[[asyncio.Task[object]], object] | None = None,
        detach: bool = False,
    ) -> asyncio.Task[object]:
        """Run a coroutine beside. Leaving `async with` waits for it, unless it is detached."""
        task: asyncio.Task[object] = asyncio.get_running_loop().create_task(coro, name=name)
        if done_callback:
            task.add_done_callback(done_callback)
        if not detach:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return task

    async def wait_for_background_tasks(self) -> None:
        """Wait until all tasks in the background are done; then raise what the first that failed raised."""
        failed: list[Exception] = []
        while self._tasks:
            outcomes = await asyncio.gather(*self._tasks, return_exceptions=True)
            failed += [one for one in outcomes if isinstance(one, Exception)]
        if failed:
            raise failed[0]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._url.without_auth!r}>"


async def disconnected(clients: Sequence[TorrentClient]) -> None:
    """Disconnect each of them, also when one fails; then raise what the first that failed raised."""
    outcomes = await asyncio.gather(*(client.disconnect() for client in clients), return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome


def span_of(interval: object) -> tuple[float, float]:
    """The shortest and the longest time between two looks, in seconds."""
    match interval:
        case int() | float():
            return float(interval), float(interval)
        case (int() | float() as shortest, int() | float() as longest):
            return float(shortest), float(longest)
        case _:
            raise TypeError(f"interval must be a number or a pair of numbers, not {interval!r}")
