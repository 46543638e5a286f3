"""`Blocking`: a `TorrentClient` for programs without an event loop. Any number of threads may share one.

A loop runs in a thread of its own from construction to `close`. The methods are those of `TorrentClient`, generated from them
(`_generated/blocking.py`), so that names, arguments and types are the same; nothing is decided here.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import CancelledError, Future
from types import TracebackType
from typing import Any, Self, TypeVar

from ..errors import BitharborError, ClosedError, UsageError
from ..model.infohash import Infohash
from ._generated.blocking import BlockingVerbs
from .capabilities import Capability
from .client import CALL_SECONDS, TorrentClient
from .registry import connect
from .status import ConnectionStatus, Listener

T = TypeVar("T")


class Blocking(BlockingVerbs):
    """A daemon of any kind, for threads. Close it, or use it in a `with` statement.

    :param client: belongs to this object from now on
    """

    def __init__(self, client: TorrentClient) -> None:
        self.client = client
        self._closing = threading.Lock()
        self._is_closed = False
        self._waiting: set[Future[Any]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=f"bitharbor {client.kind}", daemon=True)
        self._thread.start()

    def run(self, coroutine: Coroutine[object, object, T]) -> T:
        """Run any coroutine on the loop of this client, and wait for it. An interrupted wait cancels it.

        :raises ClosedError: the client was closed
        """
        if threading.current_thread() is self._thread:
            coroutine.close()
            raise UsageError("a blocking client cannot wait within its own loop", hint="use its `client` there")
        with self._closing:
            if self._is_closed:
                coroutine.close()
                raise ClosedError("the client was closed", hint="make a new one")
            future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
            self._waiting.add(future)
        try:
            return future.result()
        except CancelledError as error:
            raise ClosedError("the client was closed while it was waited for", acted=None) from error
        finally:
            future.cancel()
            self._waiting.discard(future)

    def close(self) -> None:
        """Log out, let go of all connections, and end the thread. Calls that still wait end with `ClosedError`."""
        if threading.current_thread() is self._thread:
            raise UsageError("a blocking client cannot be closed within its own loop")
        with self._closing:
            if self._is_closed:
                return
            self._is_closed = True
        for future in tuple(self._waiting):
            future.cancel()
        try:
            asyncio.run_coroutine_threadsafe(self.client.disconnect(), self._loop).result()
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # what it is

    @property
    def kind(self) -> str:
        """`deluge`, `qbittorrent`, `rtorrent` or `transmission`."""
        return self.client.kind

    @property
    def address(self) -> str:
        """Where the daemon is, without credentials."""
        return self.client.address

    @property
    def version(self) -> str:
        """The daemon's version, once connected."""
        return self.client.version

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the daemon can do; exact once connected."""
        return self.client.capabilities

    @property
    def fields(self) -> frozenset[str]:
        """Which fields of `Torrent` the daemon can tell; exact once connected."""
        return self.client.fields

    @property
    def costly_fields(self) -> frozenset[str]:
        """Fields that cost this daemon a request a torrent; exact once connected."""
        return self.client.costly_fields

    @property
    def status(self) -> ConnectionStatus:
        """Whether it is connected."""
        return self.client.status

    def on_status(self, listener: Listener) -> Callable[[], None]:
        """Call `listener`, in this client's own thread, with each new status. The answer is a function that ends this."""
        return self.client.on_status(listener)

    # what it does

    def progress_of_checks(
        self, *infohashes: Infohash | str, shortest: float = 0.3, longest: float = 3.0
    ) -> Iterator[tuple[str, float | BitharborError]]:
        """Watch torrents while they are checked: each one's infohash with 0..1, at least once each, until none is checked.

        :param shortest: seconds between two looks near the end
        :param longest: seconds between two looks far from it
        """
        watching = self.client.progress_of_checks(*infohashes, shortest=shortest, longest=longest)
        while (step := self.run(following(watching))) is not None:
            yield step


async def following(steps: AsyncIterator[T]) -> T | None:
    """The next of them; None at the end."""
    return await anext(steps, None)


def connect_blocking(
    url: str,
    username: str | None = None,
    password: str | None = None,
    *,
    timeout: float = CALL_SECONDS,
    verify: bool = True,
    proxy: str | None = None,
) -> Blocking:
    """A blocking client for the daemon at an address; the arguments are those of `connect`."""
    return Blocking(connect(url, username, password, timeout=timeout, verify=verify, proxy=proxy))
