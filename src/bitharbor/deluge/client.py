"""`DelugeClient`: any method of a Deluge daemon, and its events, on an event loop. Driver, transport and listeners meet here."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..errors import ConnectionLostError, DeadlineError, UsageError
from ..transport.stream import StreamTransport
from ..wire.effects import Exclusive, Fault, Now
from ..wire.messages import Event
from . import flows
from .accounts import local_credentials, usual_folder
from .effects import Ask, Dial, Effect, FindCredentials, Flow, HangUp
from .framing import PACKED_LIMIT, UNPACKED_LIMIT, Codec, Outcome, question
from .listening import INBOX_LIMIT, Gap, GapHandler, Handler, Inbox, Listener, Report
from .mirror import Mark
from .session import Session

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..model.json import Json
    from ..transport.fingerprints import Fingerprints

T = TypeVar("T")

PORT = 58846
CALL_SECONDS = 60.0
STATUS_METHODS = frozenset({"core.get_torrent_status", "core.get_torrents_status"})
DIFF_PLACE = 2  # of `diff` among the arguments of both


class DelugeClient:
    """A Deluge daemon (2.0 and younger). Any number of tasks of one event loop share one client and its one connection.

    It connects and logs in at the first call, and again at the next call after the connection was lost. A call that only asks is
    then repeated, any other raises `ConnectionLostError`.

    :param username: empty: log in as `localclient`, by the daemon's own file `auth`; only on this machine
    :param timeout: seconds for each call with connecting and all
    :param config_folder: where that file is; usually that of this user's own Deluge
    :param fingerprints: a mapping or a file's path, in which certificates are remembered by `host:port`. Deluge's are signed by
        themselves, so without this none is verified: whoever stands between can pose as the daemon.
    :param proxy: URL of an HTTP or SOCKS proxy
    :param answer_limit: most bytes of one answer as it comes; unpacked it may be four times that
    :param on_handler_error: called with listener and exception when a handler raised; it is logged anyway
    :ivar on_lost: called when the connection broke, at once, also while nobody asks anything
    """

    def __init__(
        self,
        host: str = "localhost",
        port: int = PORT,
        username: str = "",
        password: str = "",
        *,
        timeout: float = CALL_SECONDS,
        config_folder: str | os.PathLike[str] | None = None,
        fingerprints: Fingerprints | None = None,
        proxy: str | None = None,
        answer_limit: int = PACKED_LIMIT,
        on_handler_error: Report | None = None,
    ) -> None:
        if not host:
            raise UsageError("no host was given")
        if not 1 <= port <= 0xFFFF:
            raise UsageError("Invalid port", hint="it is a number from 1 to 65535")
        place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        self._host = host
        self._folder = Path(config_folder) if config_folder is not None else usual_folder()
        self._session = Session(place, username, password, timeout)
        self._transport: StreamTransport[Outcome] = StreamTransport(
            host,
            port,
            lambda: Codec(answer_limit, answer_limit * (UNPACKED_LIMIT // PACKED_LIMIT)),
            on_event=self._hear,
            on_lost=self._lose,
            fingerprints=fingerprints,
            proxy=proxy,
        )
        self._numbers = count(1)
        self._turn = asyncio.Lock()
        self._inboxes: list[Inbox] = []
        self._listeners: list[Listener] = []
        self._on_handler_error = on_handler_error
        self._diffs_asked = 0
        self.on_lost: Callable[[], object] | None = None

    @property
    def address(self) -> str:
        """Host and port."""
        return self._session.address

    @property
    def version(self) -> str:
        """The daemon's version, once connected."""
        return self._session.version

    @property
    def level(self) -> int:
        """What this login may: 1 read, 5 the usual, 10 all; 0 before."""
        return self._session.level

    @property
    def mark(self) -> Mark:
        """Where this session stands: by it a `Mirror` sees whether anything asked for differences beside it."""
        return Mark(self._session.epoch, self._diffs_asked)

    @property
    def is_connected(self) -> bool:
        """Connected and logged in, as far as is known."""
        return self._session.is_open

    async def connect(self) -> None:
        """Connect and log in now. Callers at the same time share one attempt.

        :raises LoginFailed: user name or password are wrong; calls raise it again without asking, until `connect` is called
        """
        await self._run(flows.connect(self._session))

    async def disconnect(self) -> None:
        """Hang up. Listeners stay, and the next call connects again."""
        was_open = self._session.is_open
        await self._run(flows.disconnect(self._session))
        if was_open:
            self._announce(Gap(None, is_connected=False))

    async def close(self) -> None:
        """Hang up and remove all listeners."""
        for listener in tuple(self._listeners):
            self._forget(listener)
        await self.disconnect()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    async def call(self, method: str, /, *args: object, **kwargs: object) -> Json:
        """Call a method of the daemon, such as `core.get_torrents_status`.

        :returns: what it answers; tuples come as lists
        :raises UnknownMethodError: it has no such method
        :raises NotPermittedError: this login may not call it
        :raises ConnectionLostError: the connection broke after a call that changes something may have arrived
        """
        return await self._run(flows.fetch(self._session, flows.Call(method, args, kwargs)))

    # events

    async def listen(
        self,
        name: str,
        handler: Handler,
        *,
        on_gap: GapHandler | None = None,
        limit: int = INBOX_LIMIT,
        is_once: bool = False,
    ) -> Listener:
        """Call `handler` with the arguments of each event of a name, such as `TorrentAddedEvent`. It may be a coroutine function.

        The daemon takes any name, also of events that do not exist.

        :param on_gap: called where events may be missing: the handler was too slow, or the connection was away
        :param limit: how many events may wait for the handler
        :param is_once: only with the next event
        """
        at_end = self._forget if is_once else None
        listener = Listener(name, handler, on_gap, self._on_handler_error, limit, at_end)
        self._listeners.append(listener)
        self._open_inbox(listener.inbox)
        try:
            await self._run(flows.subscribe(self._session, [name]))
        except BaseException:
            self._forget(listener)
            raise
        return listener

    def remove(self, name: str, handler: Handler) -> None:
        """Call `handler` with events of this name no more.

        :raises UsageError: it does not listen to them
        """
        found = [listener for listener in self._listeners if listener.name == name and listener.handler == handler]
        if not found:
            raise UsageError(f"this handler does not listen to {name}")
        for listener in found:
            self._forget(listener)

    async def events(self, *names: str, limit: int = INBOX_LIMIT) -> AsyncIterator[Event | Gap]:
        """Events of these names, and gaps between them where some may be missing, without end.

        After a gap that is not connected nothing comes until a call, or `connect`, connects again.
        """
        if not names:
            raise UsageError("no event was named")
        with self._inbox(names, limit) as inbox:
            await self._run(flows.subscribe(self._session, names))
            while True:
                yield await inbox.next()

    async def wait_for(self, name: str, *, seconds: float | None = None) -> tuple[Json, ...]:
        """Wait for the next event of a name.

        :param seconds: None for as long as it takes
        :returns: its arguments
        :raises DeadlineError: it did not come in time
        :raises ConnectionLostError: the connection went, so that it may have been missed
        """
        with self._inbox([name], INBOX_LIMIT) as inbox:
            try:
                async with asyncio.timeout(seconds):
                    await self._run(flows.subscribe(self._session, [name]))
                    return await self._first(inbox)
            except DeadlineError:
                raise
            except TimeoutError as error:
                raise DeadlineError(f"{name} did not happen within {seconds:g} seconds") from error

    async def _first(self, inbox: Inbox) -> tuple[Json, ...]:
        while True:
            item = await inbox.next()
            if isinstance(item, Event):
                return item.args
            if item.missed is None:
                raise ConnectionLostError("the connection went while an event was awaited", hint="connect, look, and wait again")

    @contextmanager
    def _inbox(self, names: Iterable[str], limit: int) -> Generator[Inbox]:
        inbox = Inbox(frozenset(names), limit)
        self._open_inbox(inbox)
        try:
            yield inbox
        finally:
            self._close_inbox(inbox)

    def _open_inbox(self, inbox: Inbox) -> None:
        self._inboxes.append(inbox)
        interests = self._session.interests
        for name in inbox.names:
            interests[name] = interests.get(name, 0) + 1

    def _close_inbox(self, inbox: Inbox) -> None:
        self._inboxes.remove(inbox)
        interests = self._session.interests
        for name in inbox.names:
            interests[name] -= 1
            if not interests[name]:
                del interests[name]

    def _forget(self, listener: Listener) -> None:
        self._listeners.remove(listener)
        self._close_inbox(listener.inbox)
        listener.remove()

    def _hear(self, event: Event) -> None:
        for inbox in self._inboxes:
            inbox.put(event)

    def _lose(self, fault: Fault) -> None:  # noqa: ARG002 - who asked something is told why
        was_open, self._session.is_open = self._session.is_open, False
        if was_open:
            self._announce(Gap(None, is_connected=False))
        if self.on_lost:
            self.on_lost()

    def _announce(self, gap: Gap) -> None:
        """The connection went or came; who was not there when it went missed nothing."""
        for inbox in self._inboxes:
            if inbox.is_connected is not gap.is_connected:
                inbox.miss(gap)

    # the driver

    async def _run(self, flow: Flow[T]) -> T:
        """Run a flow to its end. Interruptions are thrown in, so that it can hang up what is half open."""
        try:
            effect = next(flow)
            while True:
                try:
                    outcome = await self._perform(effect)
                except BaseException as error:  # noqa: BLE001 - the flow decides, and nearly always lets it pass
                    effect = flow.throw(error)
                else:
                    effect = flow.send(outcome)
        except StopIteration as stop:
            result: T = stop.value
            return result

    async def _perform(self, effect: Effect) -> Any:
        match effect:
            case Ask(method, args, kwargs, deadline):
                self._diffs_asked += is_diff(effect)
                number = next(self._numbers)
                return await self._transport.ask(number, question(number, method, args, kwargs), deadline)
            case Now():
                return asyncio.get_running_loop().time()
            case Exclusive(flow, deadline):
                return await self._alone(flow, deadline)
            case Dial(deadline):
                self._diffs_asked = 0
                return await self._transport.dial(deadline)
            case HangUp():
                return await self._transport.hang_up()
            case FindCredentials():
                return await asyncio.to_thread(local_credentials, self._host, self._folder)

    async def _alone(self, flow: Flow[T], deadline: float | None) -> T:
        """Connect, while nobody else does."""
        try:
            async with asyncio.timeout_at(deadline):
                await self._turn.acquire()
        except TimeoutError:
            flow.close()  # it never began
            raise DeadlineError(f"{self.address}: the time given to the call is over, spent on waiting for a login") from None
        except BaseException:
            flow.close()
            raise
        try:
            epoch = self._session.epoch
            result = await self._run(flow)
            if self._session.epoch != epoch:
                self._announce(Gap(None))
            return result
        finally:
            self._turn.release()


def is_diff(ask: Ask) -> bool:
    """Whether a question asks for what changed since the one before, and so changes what the next one is told."""
    if ask.method not in STATUS_METHODS:
        return False
    return bool(ask.kwargs.get("diff") or (len(ask.args) > DIFF_PLACE and ask.args[DIFF_PLACE]))
