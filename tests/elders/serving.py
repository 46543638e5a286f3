"""The sockets of a scripted server: loopback only, one answer a connection, then closed without a word.

Rule: nothing here knows a path or a version. A thread of its own carries the event loop, so that a test may block.
"""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from typing import TYPE_CHECKING, Final

from tests.elders import wire
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.elders.wire import Request

HOST: Final = "127.0.0.1"
HEAD_LIMIT: Final = 1 << 20
# so long a client's bytes that nobody reads are taken in, lest a reset overtake the answer
DRAIN_SECONDS: Final = 0.2
START_SECONDS: Final = 10.0


class Serving:
    """Answers connections through `answer`, which gives the bytes to send, or None to close without any."""

    def __init__(self, answer: Callable[[Request], bytes | None], port: int) -> None:
        self._answer = answer
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="elder", daemon=True)
        self._listener: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()
        self.port = port
        self.failures: list[Exception] = []
        """What went wrong in `answer`; the client saw a closed connection."""

    def start(self) -> None:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(self.port), self._loop).result(START_SECONDS)

    def stop(self) -> None:
        """Let go of the port, of open connections and of the thread."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(START_SECONDS)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(START_SECONDS)
        self._loop.close()

    def move_soon(self, port: int) -> None:
        """Listen on another port once the answer that is being made has gone; for callers on the loop's thread."""
        self._keep(self._listen(port))

    def stop_listening_soon(self) -> None:
        self._keep(self._deafen())

    def _keep(self, work: object) -> None:
        assert asyncio.iscoroutine(work)
        task = self._loop.create_task(work)
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    async def _listen(self, port: int) -> None:
        await self._deafen()
        self._listener = await asyncio.start_server(self._connected, HOST, port, limit=HEAD_LIMIT)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def _deafen(self) -> None:
        if self._listener:
            self._listener.close()
            self._listener = None

    async def _close(self) -> None:
        await self._deafen()
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answer = await self._answered(reader, writer.get_extra_info("peername")[0])
            if answer is not None:
                hold(writer.get_extra_info("socket"))
                writer.write(answer)
                await writer.drain()
                writer.write_eof()
                async with asyncio.timeout(DRAIN_SECONDS):
                    while await reader.read(HEAD_LIMIT):
                        pass
        except (asyncio.IncompleteReadError, TimeoutError, ConnectionError):
            # the client went away, or keeps a connection that is of no more use
            return
        except asyncio.CancelledError:
            # only `_close` cancels; asyncio's streams log a task that ends cancelled (Python 3.11)
            return
        except Exception as error:  # noqa: BLE001  told to the test when the server stops
            self.failures.append(error)
        finally:
            writer.close()

    async def _answered(self, reader: asyncio.StreamReader, peer: str) -> bytes | None:
        head = await reader.readuntil(b"\r\n\r\n")
        request = wire.parsed_head(head[:-4], peer)
        length = request.header("content-length")
        wanted = int(length) if length.isdigit() else 0
        if wanted > wire.BODY_LIMIT:
            return Answer(400, "Bad Request").rendered()
        body = await reader.readexactly(wanted) if wanted else b""
        return self._answer(wire.with_body(request, body))


def hold(connection: socket.socket) -> None:
    """Let the end of the connection travel with the answer's last bytes.

    A client on another thread of this process would else get the answer, and send again, before this thread could close.
    """
    if sys.platform == "linux":
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
