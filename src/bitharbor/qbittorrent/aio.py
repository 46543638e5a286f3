"""The asyncio face: `AsyncClient`."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

import aiohttp

from ..errors import TransportError
from ..transport.asynchronous import AiohttpTransport, AsyncStream
from ..wire.asynchronous import AsyncDriver
from ..wire.effects import Flow
from ._generated.aio import AsyncScopes
from .connecting import CALL_SECONDS, environment, new_session, unknown_action
from .flows import Extra, call, start
from .flows.downloading import save
from .operation import Op
from .session import Generation, Session

T = TypeVar("T")

logger: logging.Logger = logging.getLogger(__name__)


class AsyncClient(AsyncScopes):
    """A qBittorrent daemon on an event loop. Any number of its tasks may share one client; it can be made outside of a loop.

    Nothing is sent before the first call; calls log in by themselves. Use it in an `async with`, or call `close()`: the daemon
    keeps every session that is not ended.

    :param url: `http[s]://[user:password@]host[:port][/path]`; without a scheme http
    :param username: user name; beats the one in the URL
    :param password: password
    :param api_key: key of qBittorrent 5.2 and younger; beats user name and password
    :param timeout: seconds for each call with logins and repeats; None for no bound
    :param verify: False accepts any certificate; text names a file or folder of trusted ones
    :param headers: further headers of each request
    :param session: an `aiohttp.ClientSession` of your own; it is neither changed nor closed
    :param proxy: URL of an HTTP proxy, or of a SOCKS proxy with the extra `socks`; None for what the environment says
    :param generation: of the interface, where it is known: "digest" (qBittorrent 3.0 and 3.1), "cookie" (3.2 to 4.0) or "v2";
        None finds it out by the first answers
    :raises UsageError: the URL cannot be understood
    """

    def __init__(
        self,
        url: str,
        username: str | None = None,
        password: str | None = None,
        *,
        api_key: str | None = None,
        timeout: float | None = CALL_SECONDS,
        verify: bool | str = True,
        headers: dict[str, str] | None = None,
        session: aiohttp.ClientSession | None = None,
        proxy: str | None = None,
        generation: Generation | None = None,
    ) -> None:
        self._session = new_session(url, username, password, api_key, timeout, headers, generation)
        self._transport = AiohttpTransport(session, verify=verify, proxy=proxy)
        self._driver = AsyncDriver(self._transport)
        self._mount()

    @classmethod
    def from_env(cls, prefix: str = "BITHARBOR_", *, timeout: float | None = CALL_SECONDS, verify: bool | str = True) -> Self:
        """A client of the daemon that the environment names: `<prefix>URL`, `USERNAME`, `PASSWORD`, `API_KEY`, `GENERATION`.

        :param prefix: beginning of the variables' names
        :param timeout: as in the constructor
        :param verify: as in the constructor
        :raises UsageError: `<prefix>URL` is not set
        """
        said = environment(os.environ, prefix)
        return cls(
            said.url,
            said.username,
            said.password,
            api_key=said.api_key,
            timeout=timeout,
            verify=verify,
            generation=said.generation,
        )

    async def call(self, op: Op[T], *values: object) -> T:
        """Call an operation of the table. The scopes are made of this; programs use the scopes."""
        return await self._driver.run(call(self._session, op, values))

    def stream(self, op: Op[object], *values: object) -> AsyncStream:
        """An answer to be read piece by piece, or saved; nothing is sent before that."""
        return AsyncStream(
            lambda: self._driver.run(start(self._session, op, values)),
            lambda path, resumes, overwrites: self._driver.run(
                save(self._session, op, values, path, resumes=resumes, overwrites=overwrites)
            ),
        )

    async def raw(self, path: str, **fields: str) -> bytes:
        """Any action by its path below `/api/v2/`, as `app/version`: for what this library does not know yet. Sent once, as POST.

        With qBittorrent 3.0 to 4.0 the path is below `/`, as `version/api_min`.

        :param fields: under the daemon's own names
        :returns: the body of the answer
        :raises StatusError: the daemon refused it
        """
        return await self._driver.run(call(self._session, unknown_action(path), (), extra=Extra(form=fields)))

    async def run(self, make: Callable[[Session], Flow[T]]) -> T:
        """Run a flow on the client's session. Steps that take several calls are made of this; programs use the scopes."""
        return await self._driver.run(make(self._session))

    async def close(self) -> None:
        """Log out, if there is a session, and close all connections. The client cannot be used afterwards.

        A daemon that cannot be reached any more is no error here: there is nothing left to end, or it ends by itself.
        """
        if self._transport.is_closed:
            return
        try:
            await self.auth.log_out()
        except TransportError as error:
            logger.debug("the session could not be ended: %s", error)
        finally:
            await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._session.address}>"
