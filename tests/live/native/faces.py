"""The two native clients under one signature, so that one test can be run through each.

What may enter: running the asyncio client's calls on a private loop. What may not: anything that hides a difference of behaviour.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, Self, cast

from tests.harness.daemon import Daemon
from tests.live.faces import Loop

from bitharbor.qbittorrent import AsyncClient, Client
from bitharbor.transport.asynchronous import AsyncStream

Kind = Literal["blocking", "asyncio"]
KINDS: tuple[Kind, ...] = ("blocking", "asyncio")


class Waiting:
    """A namespace of the asyncio client whose methods wait for the answer."""

    def __init__(self, namespace: object, loop: Loop) -> None:
        self._namespace = namespace
        self._loop = loop

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._namespace, name)

        def call(*arguments: Any, **named: Any) -> Any:
            given = method(*arguments, **named)
            if isinstance(given, AsyncStream):
                return WaitingStream(given, self._loop)
            return self._loop.run(given) if inspect.iscoroutine(given) else given

        return call


class WaitingStream:
    """An `AsyncStream` with the signatures of a `Stream`."""

    def __init__(self, stream: AsyncStream, loop: Loop) -> None:
        self._stream = stream
        self._loop = loop

    def __enter__(self) -> Self:
        self._loop.run(self._stream.__aenter__())
        return self

    def __exit__(self, *why: Any) -> None:  # noqa: PYI036 - handed on as they came
        self._loop.run(self._stream.__aexit__(*why))

    @property
    def size(self) -> int | None:
        return self._stream.size

    def read(self) -> bytes:
        return self._loop.run(self._stream.read())

    def save(self, path: Path, **how: bool) -> Path:
        return self._loop.run(self._stream.save(path, **how))

    def __iter__(self) -> Iterator[bytes]:
        async def pieces() -> list[bytes]:
            return [piece async for piece in self._stream]

        yield from self._loop.run(pieces())


class WaitingClient:
    """The asyncio client with the signatures of the blocking one."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._loop = Loop()

    def __getattr__(self, scope: str) -> Waiting:
        return Waiting(getattr(self._client, scope), self._loop)

    def close(self) -> None:
        try:
            self._loop.run(self._client.close())
        finally:
            self._loop.close()


def new_client(kind: Kind, daemon: Daemon, **options: Any) -> Client:
    """A client of the daemon; to a test, and to a type checker, both kinds are the blocking one."""
    user, password = (None, None) if "api_key" in options else (daemon.user, daemon.password)
    url: str = options.pop("url", daemon.url)
    if kind == "blocking":
        return Client(url, user, password, **options)
    return cast("Client", WaitingClient(AsyncClient(url, user, password, **options)))
