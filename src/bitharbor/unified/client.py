"""`TorrentClient`: one asynchronous API over every daemon.

Rule 1: what is alike for all daemons is here: the time that a call may take, reconnecting, unknown torrents, what was so
        before, looking whether what was ordered happened. What differs is an adapter's.
Rule 2: an order for several torrents gives an `Outcome` with an answer for each, and raises only what is wrong with the
        call itself; a question, or an order for one torrent, raises.
Rule 3: whatever is not in the adapter's capabilities is refused before anything is sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self, TypeVar

from ..errors import (
    AuthenticationError,
    BitharborError,
    DeadlineError,
    EmptySelectionError,
    LoginFailed,
    TransportError,
    UnconfirmedError,
    UnknownTorrentError,
    UnsupportedError,
    UsageError,
    WrongDaemonError,
)
from ..model.infohash import Infohash
from ..model.json import Json
from . import arguments, renaming
from .adapter import NO_FAILURES, Adapter, Added, Addition, AddOptions, Failures, Place
from .capabilities import Capability
from .outcome import Fate, Item, Outcome, all_failed
from .records import FIELDS, USUAL_FIELDS, Peer, Priority, SessionInfo, State, Torrent, TorrentFile, Tracker
from .sources import Source, addition_of, name_of, of_content, url_of
from .status import ConnectionStatus, Listener, StatusBoard

T = TypeVar("T")

CALL_SECONDS = 60.0
ADDED_TOGETHER = 500
LOOK_SECONDS = 10.0  # how long an order is given to show: the slowest daemon seen writes its resume files first
FIRST_LOOK, LONGEST_PAUSE = 0.05, 0.5
STARTED = frozenset({State.QUEUED, State.METADATA, State.DOWNLOADING, State.STALLED, State.SEEDING})
# a torrent that is checked or moved does not say, on any daemon, whether it is stopped
HELD = frozenset({State.STOPPED, State.CHECKING, State.MOVING, State.ERROR})
BREAKS = (TransportError, AuthenticationError, WrongDaemonError)

Fetch = Callable[[str, float], Awaitable[bytes]]


class TorrentClient:
    """A daemon of any kind, on an event loop. It connects at its first call, and again after the connection was lost.

    Made by `bitharbor.connect` and `bitharbor.api`. Infohashes may be given in any form that `Infohash.parse` reads.

    :param adapter: the daemon
    :param timeout: seconds for each call with everything that belongs to it
    :param fetch: fetches the bytes at a web address within some seconds
    """

    def __init__(self, adapter: Adapter, *, timeout: float = CALL_SECONDS, fetch: Fetch | None = None) -> None:
        self.adapter = adapter
        self.timeout = timeout
        self._fetch = fetch
        self._board = StatusBoard()
        self._opening = asyncio.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._aliases: dict[str, str] = {}
        self._attempt = 0
        self._refusal: LoginFailed | None = None

    # what it is

    @property
    def kind(self) -> str:
        """`deluge`, `qbittorrent`, `rtorrent` or `transmission`."""
        return self.adapter.kind

    @property
    def address(self) -> str:
        """Where the daemon is, without credentials."""
        return self.adapter.address

    @property
    def version(self) -> str:
        """The daemon's version, once connected."""
        return self.adapter.version

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the daemon can do; exact once connected."""
        return self.adapter.capabilities

    @property
    def fields(self) -> frozenset[str]:
        """Which fields of `Torrent` the daemon can tell; exact once connected."""
        return self.adapter.fields

    @property
    def costly_fields(self) -> frozenset[str]:
        """Fields that cost this daemon a request a torrent; exact once connected."""
        return self.adapter.costly_fields

    @property
    def status(self) -> ConnectionStatus:
        """Whether it is connected."""
        return self._board.status

    def on_status(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each new status. The answer is a function that ends this."""
        return self._board.listen(listener)

    # connecting

    async def connect(self) -> None:
        """Connect and log in. Callers at the same time share one attempt.

        :raises LoginFailed: user name or password are wrong; calls raise it again without asking, until this is called
        """
        await self._open(is_asked=True)

    async def _open(self, *, is_asked: bool = False) -> None:
        self._stay_on_loop()
        attempt = self._attempt
        async with self._opening:
            if self._board.status is ConnectionStatus.connected:
                return
            if self._refusal and not (is_asked and attempt == self._attempt):
                raise self._refusal.again()
            self._attempt += 1
            self._refusal = None
            self._board.turn(ConnectionStatus.connecting)
            try:
                await self.adapter.open()
            except BaseException as error:
                self._refusal = error if isinstance(error, LoginFailed) else None
                self._board.turn(ConnectionStatus.disconnected)
                raise
            self._board.turn(ConnectionStatus.connected)

    async def disconnect(self) -> None:
        """Log out and let go of all connections. The next call connects again."""
        self._stay_on_loop()
        try:
            await self.adapter.close()
        finally:
            self._loop = None
            self._board.turn(ConnectionStatus.disconnected)

    def _stay_on_loop(self) -> None:
        """Connections belong to the event loop that they were made on, and fail on another in ways that tell nobody why."""
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop, self._opening = loop, asyncio.Lock()
        elif self._loop is not loop:
            raise UsageError(
                "this client was begun on another event loop",
                hint="make a client for each `asyncio.run`, or disconnect before the loop ends",
            )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.disconnect()

    # asking

    async def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """Any method of the daemon's own interface.

        :returns: what the daemon answers, in its own form
        :raises UnknownMethodError: it has no such method
        """
        async with self._connected(method):
            return await self.adapter.call(method, *args, **kwargs)

    async def infohashes(self) -> list[str]:
        """The infohashes of all torrents."""
        async with self._connected("infohashes"):
            return [torrent.infohash for torrent in await self.adapter.torrents(None, frozenset({"infohash"}))]

    async def torrents(self, *infohashes: Infohash | str, fields: Collection[str] | None = None) -> list[Torrent]:
        """All torrents, or the named ones in their order.

        :param fields: what to ask for; None for all but those that cost a request a torrent (on every daemon or on this one:
            `files`, `trackers`, `peers`, `web_seeds` and `costly_fields`). A field that the daemon cannot tell is None.
        :raises UnknownTorrentError: one of the named is not there
        :raises UsageError: there is no such field
        """
        named = None if fields is None else checked_fields(fields)
        candidates = [self._candidates(infohash) for infohash in infohashes]
        async with self._connected("torrents"):
            ids = await self._listed(candidates)
            wanted = USUAL_FIELDS - self.adapter.costly_fields if named is None else named
            found = await self.adapter.torrents(ids or None, (wanted & self.adapter.fields) | {"infohash"})
        self._learn(found)
        if not ids:
            return found
        by_id = {torrent.infohash: torrent for torrent in found}
        for infohash in ids:
            if infohash not in by_id:
                raise unknown(infohash)
        return [by_id[infohash] for infohash in ids]

    async def torrent(self, infohash: Infohash | str, *, fields: Collection[str] | None = None) -> Torrent:
        """One torrent; as `torrents`."""
        return (await self.torrents(infohash, fields=fields))[0]

    async def session(self) -> SessionInfo:
        """The daemon as a whole."""
        async with self._connected("session"):
            return await self.adapter.session()

    async def free_space(self, path: str | None = None) -> int:
        """Free bytes where a folder of the daemon's machine is; None for the folder that torrents go to."""
        folder = None if path is None else arguments.location(path)
        async with self._connected("free_space"):
            self._need(Capability.FREE_SPACE if path is None else Capability.FREE_SPACE_ANYWHERE)
            return await self.adapter.free_space(folder)

    # adding

    async def add(
        self,
        *sources: Source,
        location: str | None = None,
        is_stopped: bool = False,
        is_verified: bool = True,
        category: str | None = None,
        labels: Iterable[str] = (),
        download_limit: int | None = None,
        upload_limit: int | None = None,
    ) -> Outcome:
        """Add torrents. Web addresses are fetched by this program, so that what comes is known.

        :param sources: paths, bytes, open binary files, magnet links, infohashes, web addresses
        :param location: folder on the daemon's machine; None for the daemon's own choice
        :param is_stopped: do not start them
        :param is_verified: False trusts the data that is there without checking it
        :param category: made if need be
        :param download_limit: bytes/s
        :param upload_limit: bytes/s
        :returns: an item for each source: done, already (the daemon had it) or failed
        """
        options = arguments.add_options(
            location,
            is_stopped=is_stopped,
            is_verified=is_verified,
            sort=category,
            words=labels,
            download=download_limit,
            upload=upload_limit,
        )
        if not sources:
            raise UsageError("there is nothing to add", hint="give paths, bytes, links or infohashes")
        read = await asyncio.gather(*(self._read(source) for source in sources))
        additions = [one for one in read if isinstance(one, Addition)]
        told = await self._added(additions, options) if additions else ()
        for one, answer in zip(additions, told, strict=True):
            if one.infohash and answer.infohash:
                self._aliases.update({id: answer.infohash for id in one.infohash.torrent_ids if id != answer.infohash})
        answers = iter(told)
        return Outcome(
            tuple(
                added_item(one, next(answers)) if isinstance(one, Addition) else Item(name_of(source), Fate.FAILED, error=one)
                for source, one in zip(sources, read, strict=True)
            )
        )

    async def _read(self, source: Source) -> Addition | BitharborError:
        try:
            url = url_of(source)
            if url is None:
                return await asyncio.to_thread(addition_of, source)
            if self._fetch is None:
                raise UsageError("this client fetches no web addresses")
            return of_content(name_of(source), await self._fetch(url, self.timeout))
        except BitharborError as error:
            return error

    async def _added(self, additions: Sequence[Addition], options: AddOptions) -> Sequence[Added]:
        """Add them, some at a time, so that an error leaves the answers for those before it."""
        answers: list[Added] = []
        try:
            async with self._connected("add", acted=None):
                self._need_for_adding(options)
                while len(answers) < len(additions):
                    answers += await self.adapter.add(additions[len(answers) : len(answers) + ADDED_TOGETHER], options)
        except BitharborError as error:
            rest = len(additions) - len(answers)
            untouched = error.again()
            untouched.acted = False
            sent = min(rest, ADDED_TOGETHER)
            return [*answers, *[Added(None, error=error)] * sent, *[Added(None, error=untouched)] * (rest - sent)]
        return answers

    def _need_for_adding(self, options: AddOptions) -> None:
        needs = (
            (Capability.ADD_CATEGORY, options.category),
            (Capability.ADD_LABELS, options.labels),
            (Capability.ADD_UNVERIFIED, not options.is_verified),
            (Capability.TORRENT_LIMITS, options.download_limit or options.upload_limit),
        )
        for capability, is_wanted in needs:
            if is_wanted:
                self._need(capability)

    # orders for several torrents

    async def start(self, *infohashes: Infohash | str, is_forced: bool = False) -> Outcome:
        """Start torrents.

        :param is_forced: without regard to the queue
        """
        need = (Capability.FORCE_START,) if is_forced else ()
        return await self._order(
            "start",
            infohashes,
            lambda ids: self.adapter.start(ids, is_forced=is_forced),
            is_so=lambda torrent: torrent.state in STARTED and (not is_forced or torrent.is_forced is True),
            is_enough=lambda torrent: torrent.state is not State.STOPPED,
            looks_at=frozenset({"state", "is_forced"}),
            needs=need,
        )

    async def stop(self, *infohashes: Infohash | str) -> Outcome:
        """Stop torrents. The order is sent also for those that stand still: some daemons start one by themselves after a check."""
        return await self._order(
            "stop",
            infohashes,
            self.adapter.stop,
            is_so=lambda torrent: torrent.state is State.STOPPED,
            is_enough=lambda torrent: torrent.state in HELD,
            looks_at=frozenset({"state"}),
            is_for_all=True,
        )

    async def verify(self, *infohashes: Infohash | str) -> Outcome:
        """Check data against the pieces' hashes. Returns when the daemon took the order; see `progress_of_checks`."""
        return await self._order(
            "verify",
            infohashes,
            self.adapter.verify,
            # a daemon that reads what it kept of a torrent says that it checks it, but not how far it is
            is_so=lambda torrent: torrent.state is State.CHECKING and torrent.checking_progress is not None,
            is_enough=lambda _: True,
            looks_at=frozenset({"state", "checking_progress"}),
        )

    async def remove(self, *infohashes: Infohash | str, with_data: bool = False) -> Outcome:
        """Remove torrents.

        :param with_data: their files too
        """
        return await self._order(
            "remove",
            infohashes,
            lambda ids: self.adapter.remove(ids, with_data=with_data),
            needs=(Capability.REMOVE_DATA,) if with_data else (),
            is_removal=True,
        )

    async def reannounce(self, *infohashes: Infohash | str) -> Outcome:
        """Ask the trackers of torrents now."""
        return await self._order("reannounce", infohashes, self.adapter.reannounce)

    async def move(self, *infohashes: Infohash | str, location: str, with_data: bool = True) -> Outcome:
        """Give torrents another folder. Daemons move data in the background: `State.MOVING` where they say so.

        :param location: folder on the daemon's machine
        :param with_data: False when the data is there already
        """
        place = arguments.location(location)
        return await self._order(
            "move",
            infohashes,
            lambda ids: self.adapter.move(ids, place, with_data=with_data),
            needs=(Capability.MOVE if with_data else Capability.SET_LOCATION,),
        )

    async def set_category(self, *infohashes: Infohash | str, category: str) -> Outcome:
        """Put torrents into a category, which is made if need be; an empty one takes them out."""
        wanted = arguments.category(category)
        return await self._order(
            "set_category",
            infohashes,
            lambda ids: self.adapter.set_category(ids, wanted),
            needs=(Capability.CATEGORIES,),
        )

    async def set_labels(self, *infohashes: Infohash | str, labels: Iterable[str]) -> Outcome:
        """Give torrents exactly these labels."""
        wanted = arguments.labels(labels)
        return await self._order(
            "set_labels",
            infohashes,
            lambda ids: self.adapter.set_labels(ids, wanted),
            needs=(Capability.LABELS,),
        )

    async def limit(
        self,
        *infohashes: Infohash | str,
        download: int | None = None,
        upload: int | None = None,
        ratio: float | None = None,
        seeding_time: int | None = None,
    ) -> Outcome:
        """Limit torrents. None leaves a limit as it is, 0 lifts it.

        :param download: bytes/s
        :param upload: bytes/s
        :param ratio: stop seeding at this ratio
        :param seeding_time: stop seeding after so many seconds
        """
        limits = arguments.limits(download, upload, ratio, seeding_time)
        needs = (
            *((Capability.TORRENT_LIMITS,) if download is not None or upload is not None else ()),
            *((Capability.RATIO_LIMIT,) if ratio is not None else ()),
            *((Capability.SEEDING_TIME_LIMIT,) if seeding_time is not None else ()),
        )
        return await self._order("limit", infohashes, lambda ids: self.adapter.set_limits(ids, limits), needs=needs)

    async def queue(self, *infohashes: Infohash | str, place: Place | str) -> Outcome:
        """Move torrents in the queue; several keep their order among themselves.

        :param place: `top`, `up`, `down` or `bottom`
        """
        to = arguments.choice(Place, place)
        return await self._order("queue", infohashes, lambda ids: self.adapter.queue(ids, to), needs=(Capability.QUEUE,))

    async def progress_of_checks(
        self, *infohashes: Infohash | str, shortest: float = 0.3, longest: float = 3.0
    ) -> AsyncIterator[tuple[str, float | BitharborError]]:
        """Watch torrents while they are checked: each one's infohash with 0..1, at least once each, until none is checked.

        :param shortest: seconds between two looks near the end
        :param longest: seconds between two looks far from it
        """
        candidates = [self._candidates(infohash) for infohash in infohashes]
        async with self._connected("progress_of_checks"):
            watched = dict.fromkeys(await self._listed(candidates))
        while watched:
            async with self._connected("progress_of_checks"):
                wanted = frozenset({"infohash", "state", "progress", "checking_progress"})
                found = {torrent.infohash: torrent for torrent in await self.adapter.torrents(list(watched), wanted)}
            slowest = 1.0
            for infohash in tuple(watched):
                torrent = found.get(infohash)
                if torrent is None:
                    yield infohash, unknown(infohash)
                elif torrent.state is State.CHECKING:
                    share = torrent.checking_progress if torrent.checking_progress is not None else torrent.progress or 0.0
                    slowest = min(slowest, share)
                    yield infohash, share
                    continue
                else:
                    yield infohash, 1.0 if torrent.progress is None else torrent.progress
                del watched[infohash]
            if watched:
                await asyncio.sleep(shortest + (longest - shortest) * (1 - slowest))

    # orders and questions for one torrent

    async def rename(self, infohash: Infohash | str, name: str) -> None:
        """Give a torrent another name. On Transmission that renames its file or folder too."""
        new = arguments.plain(name, "name")
        await self._one("rename", infohash, lambda one: self.adapter.rename(one, new), Capability.RENAME)

    async def rename_file(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Give a file another path; both with the torrent's own folder, separated by `/`."""
        to = arguments.path(new)

        async def act(id: str) -> None:
            renaming.check_file(await self._paths(id), old, to)
            if to != old:
                await self.adapter.rename_file(id, old, to)

        await self._one("rename_file", infohash, act, Capability.RENAME_FILE)

    async def rename_folder(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Give a folder another path; both with the torrent's own folder, separated by `/`."""
        folder, to = old.strip("/"), arguments.path(new)

        async def act(id: str) -> None:
            renaming.check_folder(await self._paths(id), folder, to)
            if to != folder:
                await self.adapter.rename_folder(id, folder, to)

        await self._one("rename_folder", infohash, act, Capability.RENAME_FOLDER)

    async def _paths(self, id: str) -> list[str]:
        return [file.path for file in await self.adapter.files(id)]

    async def files(self, infohash: Infohash | str) -> tuple[TorrentFile, ...]:
        """The files of a torrent; none before its metadata came."""
        return await self._one("files", infohash, self.adapter.files)

    async def set_priority(self, infohash: Infohash | str, *indexes: int, priority: Priority | str) -> None:
        """Say how much files are wanted.

        :param indexes: places of files in the torrent, from 0
        :param priority: `skip`, `low`, `normal` or `high`; a daemon without `low` takes `normal`
        """
        wanted = arguments.choice(Priority, priority)
        if not indexes:
            raise EmptySelectionError("no file was named", hint="give the files' places in the torrent, from 0")
        places = arguments.indexes(indexes)
        await self._one(
            "set_priority",
            infohash,
            lambda one: self.adapter.set_priority(one, places, wanted),
            Capability.FILE_PRIORITY,
        )

    async def trackers(self, infohash: Infohash | str) -> tuple[Tracker, ...]:
        """The trackers of a torrent."""
        return await self._one("trackers", infohash, self.adapter.trackers)

    async def add_trackers(self, infohash: Infohash | str, *urls: str, tier: int | None = None) -> None:
        """Add trackers to a torrent.

        :param tier: from 0; None for tiers of their own behind the others
        """
        if not urls:
            raise EmptySelectionError("no tracker was given")
        new, place = tuple(arguments.tracker(url) for url in urls), arguments.tier(tier)
        await self._one("add_trackers", infohash, lambda one: self.adapter.add_trackers(one, new, place), Capability.ADD_TRACKERS)

    async def remove_trackers(self, infohash: Infohash | str, *urls: str) -> None:
        """Remove trackers of a torrent."""
        if not urls:
            raise EmptySelectionError("no tracker was given")
        await self._one(
            "remove_trackers", infohash, lambda one: self.adapter.remove_trackers(one, urls), Capability.REMOVE_TRACKERS
        )

    async def edit_tracker(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Put one tracker in place of another."""
        url = arguments.tracker(new)
        await self._one("edit_tracker", infohash, lambda one: self.adapter.edit_tracker(one, old, url), Capability.EDIT_TRACKERS)

    async def peers(self, infohash: Infohash | str) -> tuple[Peer, ...]:
        """The peers that a torrent is connected with."""
        return await self._one("peers", infohash, self.adapter.peers, Capability.PEERS)

    async def add_peers(self, infohash: Infohash | str, *peers: str) -> None:
        """Give a torrent peers to try: `host:port`, IPv6 hosts in brackets."""
        if not peers:
            raise EmptySelectionError("no peer was given")
        places = tuple(arguments.peer(peer) for peer in peers)
        await self._one("add_peers", infohash, lambda one: self.adapter.add_peers(one, places), Capability.ADD_PEERS)

    async def export(self, infohash: Infohash | str) -> bytes:
        """The `.torrent` of a torrent."""
        return await self._one("export", infohash, self.adapter.export, Capability.EXPORT)

    # the daemon as a whole

    async def categories(self) -> tuple[str, ...]:
        """The categories that the daemon has."""
        async with self._connected("categories"):
            self._need(Capability.CATEGORIES)
            return await self.adapter.categories()

    async def limit_session(self, *, download: int | None = None, upload: int | None = None) -> None:
        """Limit the daemon. None leaves a limit as it is, 0 lifts it.

        :param download: bytes/s
        :param upload: bytes/s
        """
        limits = arguments.limits(download, upload, None, None)
        async with self._connected("limit_session", acted=None):
            self._need(Capability.SESSION_LIMITS)
            await self.adapter.set_session_limits(limits.download, limits.upload)

    async def set_alternative_speed(self, is_on: bool) -> None:
        """Switch the alternative limits on or off."""
        async with self._connected("set_alternative_speed", acted=None):
            self._need(Capability.ALTERNATIVE_SPEED)
            await self.adapter.set_alternative_speed(is_on)

    # how it is done

    @asynccontextmanager
    async def _connected(self, verb: str, *, acted: bool | None = False) -> AsyncGenerator[None]:
        """Within: connected, and for no longer than `timeout`. A broken connection is noted, the next call connects again."""
        try:
            async with asyncio.timeout(self.timeout):
                await self._open()
                yield
        except TimeoutError as error:
            if isinstance(error, DeadlineError):
                self._board.turn(ConnectionStatus.disconnected)
                raise
            self._board.turn(ConnectionStatus.disconnected)
            raise DeadlineError(
                f"{verb}: no answer of {self.address} within {self.timeout:g} seconds", hint="give it more time", acted=acted
            ) from error
        except BREAKS:
            self._board.turn(ConnectionStatus.disconnected)
            raise

    def _need(self, capability: Capability) -> None:
        if capability not in self.adapter.capabilities:
            raise UnsupportedError(
                f"{self.kind} {self.adapter.version} cannot {capability.value}", hint="see `capabilities` for what it can do"
            )

    async def _one(
        self,
        verb: str,
        infohash: Infohash | str,
        act: Callable[[str], Awaitable[T]],
        need: Capability | None = None,
    ) -> T:
        candidates = self._candidates(infohash)
        async with self._connected(verb, acted=None):
            if need:
                self._need(need)
            (id,) = await self._listed([candidates])
            try:
                return await act(id)
            except UnknownTorrentError as error:  # a daemon need not say which
                raise unknown(id) from error

    async def _order(
        self,
        verb: str,
        infohashes: Sequence[Infohash | str],
        act: Callable[[Sequence[str]], Awaitable[Failures]],
        *,
        is_so: Callable[[Torrent], bool] | None = None,
        is_enough: Callable[[Torrent], bool] | None = None,
        looks_at: frozenset[str] = frozenset(),
        needs: Sequence[Capability] = (),
        is_removal: bool = False,
        is_for_all: bool = False,
    ) -> Outcome:
        """An order for several torrents: who is there, who is so already, the order itself, and whether it happened.

        :param is_for_all: give the order also to those that are so already
        """
        if not infohashes:
            raise EmptySelectionError(f"{verb}: no torrent was named", hint="an empty list never means all of them")
        candidates = [self._candidates(infohash) for infohash in infohashes]
        given = [str(infohash) for infohash in infohashes]
        was_taken = False
        try:
            async with self._connected(verb, acted=None):
                for capability in needs:
                    self._need(capability)
                ids = await self._listed(candidates)
                unique = list(dict.fromkeys(ids))
                before = await self._look(unique, looks_at | {"name"})
                already = {id for id, torrent in before.items() if is_so and is_so(torrent)}
                todo = [id for id in unique if id in before and (is_for_all or id not in already)]
                failures = dict(await act(todo) if todo else NO_FAILURES)
                was_taken = bool(todo)  # whoever fails from here on has asked for it all the same
                ordered = [id for id in todo if id not in failures]
                goal = is_enough or is_so
                if is_removal or goal:
                    failures.update(await self._confirm(verb, ordered, goal, looks_at, is_removal=is_removal))
        except UsageError:
            raise
        except BitharborError as error:
            if was_taken and error.acted is False:
                error.acted = None
            return all_failed(given, error)
        return Outcome(tuple(ordered_item(name, id, before, already, failures) for name, id in zip(given, ids, strict=True)))

    def _candidates(self, infohash: Infohash | str) -> tuple[str, ...]:
        """The ids under which this daemon may list a torrent."""
        ids = arguments.ids_of(infohash)
        return tuple(dict.fromkeys((*ids, *(self._aliases[id] for id in ids if id in self._aliases))))

    async def _listed(self, candidates: Sequence[Sequence[str]]) -> list[str]:
        """Of each torrent's ids the one that the daemon lists, or else the first. Most have one only, and nothing is asked."""
        doubtful = [id for ids in candidates if len(ids) > 1 for id in ids]
        there = await self._look(doubtful, frozenset({"infohash"})) if doubtful else {}
        return [next((id for id in ids if id in there), ids[0]) for ids in candidates]

    def _learn(self, found: Iterable[Torrent]) -> None:
        """Remember which hybrid torrents are listed by their v2 infohash, so that their v1 infohash finds them too."""
        for torrent in found:
            if torrent.infohash_v1 and torrent.infohash_v1 != torrent.infohash:
                self._aliases[torrent.infohash_v1] = torrent.infohash

    async def _look(self, ids: Sequence[str], fields: frozenset[str]) -> dict[str, Torrent]:
        found = await self.adapter.torrents(ids, (fields & self.adapter.fields) | {"infohash"})
        return {torrent.infohash: torrent for torrent in found}

    async def _confirm(
        self,
        verb: str,
        ids: Sequence[str],
        is_so: Callable[[Torrent], bool] | None,
        fields: frozenset[str],
        *,
        is_removal: bool,
    ) -> Failures:
        """Look until the order shows; the errors of those where it does not."""
        loop = asyncio.get_running_loop()
        until, pause, waiting = loop.time() + LOOK_SECONDS, FIRST_LOOK, list(ids)
        while waiting:
            found = await self._look(waiting, fields)
            if is_removal:
                waiting = [id for id in waiting if id in found]
            else:
                waiting = [id for id in waiting if id in found and is_so and not is_so(found[id])]
            if not waiting or loop.time() >= until:
                break
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)
        return {
            id: UnconfirmedError(
                f"{verb}: {self.kind} took the order for {id}, but it did not show within {LOOK_SECONDS:g} seconds",
                hint="look again later; the order was not repeated",
                acted=None,
            )
            for id in waiting
        }


def unknown(infohash: str) -> UnknownTorrentError:
    """The error for a torrent that is not there."""
    return UnknownTorrentError(f"the daemon has no torrent {infohash}", hint="it may have been removed; list the torrents")


def checked_fields(fields: Collection[str]) -> frozenset[str]:
    """The fields to ask for."""
    strange = frozenset(fields) - FIELDS
    if strange:
        raise UsageError(f"a torrent has no field {min(strange)!r}", hint=f"there are {', '.join(sorted(FIELDS))}")
    return frozenset(fields) | {"infohash"}


def added_item(addition: Addition, answer: Added) -> Item:
    """The item of an addition."""
    fate = Fate.FAILED if answer.error else Fate.ALREADY if answer.is_already else Fate.DONE
    name = addition.metainfo.name if addition.metainfo else None
    return Item(addition.given, fate, answer.infohash, answer.error, name)


def ordered_item(given: str, id: str, before: Mapping[str, Torrent], already: Collection[str], failures: Failures) -> Item:
    """The item of one torrent of an order."""
    if id not in before:
        return Item(given, Fate.FAILED, id, unknown(id))
    name = before[id].name
    if id in failures:
        return Item(given, Fate.FAILED, id, failures[id], name)
    return Item(given, Fate.ALREADY if id in already else Fate.DONE, id, None, name)
