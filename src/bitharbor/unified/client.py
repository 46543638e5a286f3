"""`TorrentClient`: one asynchronous API over every daemon.

Rule 1: here the verbs are, with the words and units of all daemons; how they are carried out, alike for all, is in
        `connection` (the time that a call may take, reconnecting), `finding` (which torrent is meant), `ordering` (what was so
        before, looking whether it happened) and `adding`. What differs is an adapter's.
Rule 2: an order for several torrents gives an `Outcome` with an answer for each, and raises only what is wrong with the
        call itself; a question, or an order for one torrent, raises.
Rule 3: whatever is not in the adapter's capabilities is refused before anything is sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from types import TracebackType
from typing import Self

from ..errors import BitharborError, EmptySelectionError, UsageError
from ..model.infohash import Infohash
from ..model.json import Json
from . import arguments, renaming
from .adapter import Adapter, Place
from .adapters.refusals import refuse_strange, unknown
from .adding import Adder, Fetch
from .capabilities import Capability
from .connection import Connection
from .finding import Finder
from .ordering import Order, Orders
from .outcome import Outcome
from .records import FIELDS, USUAL_FIELDS, Peer, Priority, SessionInfo, State, Torrent, TorrentFile, Tracker
from .sources import Source
from .status import ConnectionStatus, Listener

CALL_SECONDS = 60.0
STARTED = frozenset({State.QUEUED, State.METADATA, State.DOWNLOADING, State.STALLED, State.SEEDING})
# a torrent that is checked or moved does not say, on any daemon, whether it is stopped
HELD = frozenset({State.STOPPED, State.CHECKING, State.MOVING, State.ERROR})


class TorrentClient:
    """A daemon of any kind, on an event loop. It connects at its first call, and again after the connection was lost.

    Made by `bitharbor.connect` and `bitharbor.api`. Infohashes may be given in any form that `Infohash.parse` reads.

    :param adapter: the daemon
    :param timeout: seconds for each call with everything that belongs to it
    :param fetch: fetches the bytes at a web address within some seconds
    """

    def __init__(self, adapter: Adapter, *, timeout: float = CALL_SECONDS, fetch: Fetch | None = None) -> None:
        self.adapter = adapter
        self._connection = Connection(adapter, timeout)
        self._finder = Finder(adapter)
        self._orders = Orders(self._connection, self._finder)
        self._adder = Adder(self._connection, self._finder, fetch)

    # what it is

    @property
    def timeout(self) -> float:
        """Seconds for each call with everything that belongs to it."""
        return self._connection.timeout

    @timeout.setter
    def timeout(self, seconds: float) -> None:
        self._connection.timeout = seconds

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
        return self._connection.board.status

    def on_status(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each new status. The answer is a function that ends this."""
        return self._connection.board.listen(listener)

    # connecting

    async def connect(self) -> None:
        """Connect and log in. Callers at the same time share one attempt.

        :raises LoginFailed: user name or password are wrong; calls raise it again without asking, until this is called
        """
        await self._connection.open(is_asked=True)

    async def disconnect(self) -> None:
        """Log out and let go of all connections. The next call connects again."""
        await self._connection.close()

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
        async with self._connection.within(method):
            return await self.adapter.call(method, *args, **kwargs)

    async def infohashes(self) -> list[str]:
        """The infohashes of all torrents."""
        async with self._connection.within("infohashes"):
            return [torrent.infohash for torrent in await self.adapter.torrents(None, frozenset({"infohash"}))]

    async def torrents(self, *infohashes: Infohash | str, fields: Collection[str] | None = None) -> list[Torrent]:
        """All torrents, or the named ones in their order: none named means all, so look before you pass a list that may be empty.

        :param fields: what to ask for; None for all but those that cost a request or a long list each (on any daemon or this one:
            `files`, `trackers`, `peers`, `web_seeds` and `costly_fields`). A field that the daemon cannot tell is None.
        :raises UnknownTorrentError: one of the named is not there
        :raises UsageError: there is no such field
        """
        named = None if fields is None else checked_fields(fields)
        candidates = [self._finder.candidates(infohash) for infohash in infohashes]
        async with self._connection.within("torrents"):
            ids = await self._finder.listed(candidates)
            wanted = USUAL_FIELDS - self.adapter.costly_fields if named is None else named
            if not ids:
                found = await self.adapter.torrents(None, (wanted & self.adapter.fields) | {"infohash"})
                self._finder.learn(found)
                return found
            ids, by_id = await self._finder.sought(ids, wanted)
        self._finder.learn(by_id.values())
        for infohash in ids:
            if infohash not in by_id:
                raise unknown(infohash)
        return [by_id[infohash] for infohash in ids]

    async def torrent(self, infohash: Infohash | str, *, fields: Collection[str] | None = None) -> Torrent:
        """One torrent; as `torrents`."""
        return (await self.torrents(infohash, fields=fields))[0]

    async def session(self) -> SessionInfo:
        """The daemon as a whole."""
        async with self._connection.within("session"):
            return await self.adapter.session()

    async def free_space(self, path: str | None = None) -> int:
        """Free bytes where a folder of the daemon's machine is; None for the folder that torrents go to."""
        folder = None if path is None else arguments.location(path)
        async with self._connection.within("free_space"):
            self._connection.need(Capability.FREE_SPACE if path is None else Capability.FREE_SPACE_ANYWHERE)
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
        return await self._adder.add(sources, options)

    # orders for several torrents

    async def start(self, *infohashes: Infohash | str, is_forced: bool = False) -> Outcome:
        """Start torrents.

        :param is_forced: without regard to the queue
        """
        order = Order(
            lambda ids: self.adapter.start(ids, is_forced=is_forced),
            needs=(Capability.FORCE_START,) if is_forced else (),
            looks_at=frozenset({"state", "is_forced"}),
            is_so=lambda torrent: torrent.state in STARTED and (not is_forced or torrent.is_forced is True),
            shows=lambda torrent: torrent.state is not State.STOPPED,
        )
        return await self._orders.several("start", infohashes, order)

    async def stop(self, *infohashes: Infohash | str) -> Outcome:
        """Stop torrents. Those that stand still are stopped too: a daemon may be about to start one that it has just checked."""
        order = Order(
            self.adapter.stop,
            looks_at=frozenset({"state"}),
            is_so=lambda torrent: torrent.state is State.STOPPED,
            shows=lambda torrent: torrent.state in HELD,
            is_for_all=True,
        )
        return await self._orders.several("stop", infohashes, order)

    async def verify(self, *infohashes: Infohash | str) -> Outcome:
        """Check data against the pieces' hashes. Returns when the daemon took the order; see `progress_of_checks`."""
        order = Order(
            self.adapter.verify,
            looks_at=frozenset({"state", "checking_progress"}),
            # a daemon that reads what it kept of a torrent says that it checks it, but not how far it is
            is_so=lambda torrent: torrent.state is State.CHECKING and torrent.checking_progress is not None,
        )
        return await self._orders.several("verify", infohashes, order)

    async def remove(self, *infohashes: Infohash | str, with_data: bool = False) -> Outcome:
        """Remove torrents.

        :param with_data: their files too
        """
        order = Order(
            lambda ids: self.adapter.remove(ids, with_data=with_data),
            needs=(Capability.REMOVE_DATA,) if with_data else (),
            is_removal=True,
        )
        return await self._orders.several("remove", infohashes, order)

    async def reannounce(self, *infohashes: Infohash | str) -> Outcome:
        """Ask the trackers of torrents now."""
        return await self._orders.several("reannounce", infohashes, Order(self.adapter.reannounce))

    async def move(self, *infohashes: Infohash | str, location: str, with_data: bool = True) -> Outcome:
        """Give torrents another folder. Daemons move data in the background: `State.MOVING` where they say so.

        :param location: folder on the daemon's machine
        :param with_data: False when the data is there already
        """
        place = arguments.location(location)
        order = Order(
            lambda ids: self.adapter.move(ids, place, with_data=with_data),
            needs=(Capability.MOVE if with_data else Capability.SET_LOCATION,),
        )
        return await self._orders.several("move", infohashes, order)

    async def set_category(self, *infohashes: Infohash | str, category: str) -> Outcome:
        """Put torrents into a category, which is made if need be; an empty one takes them out."""
        wanted = arguments.category(category)
        order = Order(lambda ids: self.adapter.set_category(ids, wanted), needs=(Capability.CATEGORIES,))
        return await self._orders.several("set_category", infohashes, order)

    async def set_labels(self, *infohashes: Infohash | str, labels: Iterable[str]) -> Outcome:
        """Give torrents exactly these labels."""
        wanted = arguments.labels(labels)
        order = Order(lambda ids: self.adapter.set_labels(ids, wanted), needs=(Capability.LABELS,))
        return await self._orders.several("set_labels", infohashes, order)

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
        return await self._orders.several(
            "limit", infohashes, Order(lambda ids: self.adapter.set_limits(ids, limits), needs=needs)
        )

    async def queue(self, *infohashes: Infohash | str, place: Place | str) -> Outcome:
        """Move torrents in the queue; several keep their order among themselves.

        :param place: `top`, `up`, `down` or `bottom`
        """
        to = arguments.choice(Place, place)
        order = Order(lambda ids: self.adapter.queue(ids, to), needs=(Capability.QUEUE,))
        return await self._orders.several("queue", infohashes, order)

    async def progress_of_checks(
        self, *infohashes: Infohash | str, shortest: float = 0.3, longest: float = 3.0
    ) -> AsyncIterator[tuple[str, float | BitharborError]]:
        """Watch torrents while they are checked: each one's infohash with 0..1, at least once each, until none is checked.

        :param shortest: seconds between two looks near the end
        :param longest: seconds between two looks far from it
        """
        candidates = [self._finder.candidates(infohash) for infohash in infohashes]
        async with self._connection.within("progress_of_checks"):
            watched = dict.fromkeys(await self._finder.listed(candidates))
        while watched:
            async with self._connection.within("progress_of_checks"):
                wanted = frozenset({"infohash", "state", "progress", "checking_progress"})
                ids, found = await self._finder.sought(list(watched), wanted)
                watched = dict.fromkeys(ids)
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
        await self._orders.one("rename", infohash, lambda one: self.adapter.rename(one, new), Capability.RENAME)

    async def rename_file(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Give a file another path; both with the torrent's own folder, separated by `/`."""
        to = arguments.path(new)

        async def act(id: str) -> None:
            renaming.check_file(await self._paths(id), old, to)
            if to != old:
                await self.adapter.rename_file(id, old, to)

        await self._orders.one("rename_file", infohash, act, Capability.RENAME_FILE)

    async def rename_folder(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Give a folder another path; both with the torrent's own folder, separated by `/`."""
        folder, to = arguments.plain(old, "folder").strip("/"), arguments.path(new)

        async def act(id: str) -> None:
            renaming.check_folder(await self._paths(id), folder, to)
            if to != folder:
                await self.adapter.rename_folder(id, folder, to)

        await self._orders.one("rename_folder", infohash, act, Capability.RENAME_FOLDER)

    async def _paths(self, id: str) -> list[str]:
        return [file.path for file in await self.adapter.files(id)]

    async def files(self, infohash: Infohash | str) -> tuple[TorrentFile, ...]:
        """The files of a torrent; none before its metadata came."""
        return await self._orders.one("files", infohash, self.adapter.files, is_question=True)

    async def set_priority(self, infohash: Infohash | str, *indexes: int, priority: Priority | str) -> None:
        """Say how much files are wanted.

        :param indexes: places of files in the torrent, from 0
        :param priority: `skip`, `low`, `normal` or `high`; a daemon without `low` takes `normal`
        """
        wanted = arguments.choice(Priority, priority)
        if not indexes:
            raise EmptySelectionError("no file was named", hint="give the files' places in the torrent, from 0")
        places = arguments.indexes(indexes)
        await self._orders.one(
            "set_priority",
            infohash,
            lambda one: self.adapter.set_priority(one, places, wanted),
            Capability.FILE_PRIORITY,
        )

    async def trackers(self, infohash: Infohash | str) -> tuple[Tracker, ...]:
        """The trackers of a torrent."""
        return await self._orders.one("trackers", infohash, self.adapter.trackers, is_question=True)

    async def add_trackers(self, infohash: Infohash | str, *urls: str, tier: int | None = None) -> None:
        """Add trackers to a torrent.

        :param tier: from 0; None for tiers of their own behind the others
        """
        if not urls:
            raise EmptySelectionError("no tracker was given")
        new, place = tuple(arguments.tracker(url) for url in urls), arguments.tier(tier)
        await self._orders.one(
            "add_trackers", infohash, lambda one: self.adapter.add_trackers(one, new, place), Capability.ADD_TRACKERS
        )

    async def remove_trackers(self, infohash: Infohash | str, *urls: str) -> None:
        """Remove trackers of a torrent."""
        if not urls:
            raise EmptySelectionError("no tracker was given")
        gone = tuple(arguments.plain(url, "tracker") for url in urls)
        await self._orders.one(
            "remove_trackers", infohash, lambda one: self.adapter.remove_trackers(one, gone), Capability.REMOVE_TRACKERS
        )

    async def edit_tracker(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Put one tracker in place of another."""
        was, url = arguments.plain(old, "tracker"), arguments.tracker(new)

        async def act(id: str) -> None:
            if was == url:
                refuse_strange([was], [tracker.url for tracker in await self.adapter.trackers(id)])
            else:
                await self.adapter.edit_tracker(id, was, url)

        await self._orders.one("edit_tracker", infohash, act, Capability.EDIT_TRACKERS)

    async def peers(self, infohash: Infohash | str) -> tuple[Peer, ...]:
        """The peers that a torrent is connected with."""
        return await self._orders.one("peers", infohash, self.adapter.peers, Capability.PEERS, is_question=True)

    async def add_peers(self, infohash: Infohash | str, *peers: str) -> None:
        """Give a torrent peers to try: `host:port`, IPv6 hosts in brackets."""
        if not peers:
            raise EmptySelectionError("no peer was given")
        places = tuple(arguments.peer(peer) for peer in peers)
        await self._orders.one("add_peers", infohash, lambda one: self.adapter.add_peers(one, places), Capability.ADD_PEERS)

    async def export(self, infohash: Infohash | str) -> bytes:
        """The `.torrent` of a torrent."""
        return await self._orders.one("export", infohash, self.adapter.export, Capability.EXPORT, is_question=True)

    # the daemon as a whole

    async def categories(self) -> tuple[str, ...]:
        """The categories that the daemon has."""
        async with self._connection.within("categories"):
            self._connection.need(Capability.CATEGORIES)
            return await self.adapter.categories()

    async def limit_session(self, *, download: int | None = None, upload: int | None = None) -> None:
        """Limit the daemon. None leaves a limit as it is, 0 lifts it.

        :param download: bytes/s
        :param upload: bytes/s
        """
        limits = arguments.limits(download, upload, None, None)
        async with self._connection.within("limit_session", acted=None):
            self._connection.need(Capability.SESSION_LIMITS)
            await self.adapter.set_session_limits(limits.download, limits.upload)

    async def set_alternative_speed(self, is_on: bool) -> None:
        """Switch the alternative limits on or off."""
        async with self._connection.within("set_alternative_speed", acted=None):
            self._connection.need(Capability.ALTERNATIVE_SPEED)
            await self.adapter.set_alternative_speed(is_on)


def checked_fields(fields: Collection[str]) -> frozenset[str]:
    """The fields to ask for."""
    strange = frozenset(fields) - FIELDS
    if strange:
        raise UsageError(f"a torrent has no field {min(strange)!r}", hint=f"there are {', '.join(sorted(FIELDS))}")
    return frozenset(fields) | {"infohash"}
