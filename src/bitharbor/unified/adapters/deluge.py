"""Deluge in the words of `unified`. All is asked through `DelugeClient`; what its statuses mean is in `deluge_fields`.

Facts with a version were seen on 2.0.3, 2.2.0 and 2.2.1~dev.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NoReturn

from ...deluge.mirror import Status
from ...errors import (
    BadAnswerError,
    BitharborError,
    NotPermittedError,
    RpcError,
    UnknownTorrentError,
    UnsupportedError,
    UsageError,
)
from ...model.infohash import Infohash
from ..adapter import NO_FAILURES, Addition, AddOptions, Failures, Limits, Place, Tell
from ..capabilities import Capability
from ..records import Peer, Priority, SessionInfo, Torrent, TorrentFile, Tracker
from . import deluge_adding as adding
from . import deluge_fields as table
from . import deluge_labels as labels
from . import deluge_settling as settling
from .deluge_statuses import LINK, Statuses, as_status
from .fields import readers_for, torrent_of
from .refusals import refuse_strange, refuse_strange_files, unknown

if TYPE_CHECKING:
    from ...deluge.client import DelugeClient
    from ...model.json import Json

AT_ONCE: Final = 32  # requests about single torrents
STOP_SECONDS: Final = 0.5

ALWAYS: Final = frozenset(
    {
        Capability.ADD_UNVERIFIED,
        Capability.FORCE_START,
        Capability.REMOVE_DATA,
        Capability.MOVE,
        Capability.RENAME,
        Capability.RENAME_FILE,
        Capability.RENAME_FOLDER,
        Capability.FILE_PRIORITY,
        Capability.TORRENT_LIMITS,
        Capability.RATIO_LIMIT,
        Capability.SESSION_LIMITS,
        Capability.QUEUE,
        Capability.ADD_TRACKERS,
        Capability.REMOVE_TRACKERS,
        Capability.EDIT_TRACKERS,
        Capability.ADD_PEERS,
        Capability.PEERS,
        Capability.FREE_SPACE,
        Capability.FREE_SPACE_ANYWHERE,
        Capability.EVENTS,
    }
)
WITH_LABELS: Final = frozenset({Capability.CATEGORIES, Capability.ADD_CATEGORY})

SESSION_KEYS: Final = ["payload_download_rate", "payload_upload_rate", "total_payload_download", "total_payload_upload"]
CONFIG_KEYS: Final = ["download_location", "max_download_speed", "max_upload_speed"]


class DelugeAdapter:
    """Deluge behind a client.

    :param client: ready to be used, connected or not; its events are for whoever wants them
    """

    kind = "deluge"

    def __init__(self, client: DelugeClient) -> None:
        self.client = client
        self._methods: frozenset[str] | None = None
        self._plugins: frozenset[str] | None = None
        self._may_be_v2 = True
        self._infohashes: dict[str, Infohash] = {}
        self._statuses = Statuses(client)
        self._rewriting = asyncio.Lock()

    @property
    def address(self) -> str:
        """Host and port."""
        return self.client.address

    @property
    def version(self) -> str:
        """As the daemon says it."""
        return self.client.version

    @property
    def capabilities(self) -> frozenset[Capability]:
        """The same for all versions; categories while the plugin Label is enabled."""
        return ALWAYS | WITH_LABELS if self._has_labels else ALWAYS

    @property
    def fields(self) -> frozenset[str]:
        """What a status tells."""
        untold: set[str] = set() if self._has_labels else set(table.OF_LABELS)
        if not self._has_links:
            untold |= table.OF_LINKS if self._may_be_v2 else {"infohash_v2"}
        return frozenset(name for name in (*table.FIELDS, *table.OF_LINKS) if name not in untold)

    @property
    def costly_fields(self) -> frozenset[str]:
        """Lists without a bound for each torrent; and what only its link tells, which is asked for by itself."""
        return table.COSTLY.union(table.OF_LINKS) if self._has_links else table.COSTLY

    @property
    def _has_labels(self) -> bool:
        return self._plugins is None or labels.PLUGIN in self._plugins

    @property
    def _has_links(self) -> bool:
        return self._methods is None or LINK in self._methods

    async def open(self) -> None:
        """Connect, and learn which plugins there are, and what the daemon knows of infohashes."""
        await self.client.connect()
        self._methods = await self._told_names("daemon.get_method_list")
        # not by its methods: 2.2.1~dev keeps those of a plugin that was disabled
        self._plugins = await self._told_names("core.get_enabled_plugins")
        if not self._has_links and self._methods:
            self._may_be_v2 = not str(await self.client.call("core.get_libtorrent_version")).startswith("1.")

    async def _told_names(self, method: str) -> frozenset[str]:
        """Names that the daemon has of something; none where this login may not even ask."""
        try:
            told = await self.client.call(method)
        except NotPermittedError:
            return frozenset()
        return frozenset(one for one in told if isinstance(one, str)) if isinstance(told, list) else frozenset()

    def watch(self, lost: Callable[[], object]) -> None:
        """Call `lost` whenever the connection broke by itself."""
        self.client.on_lost = lost

    async def close(self) -> None:
        """Hang up. Who listens to the client's events goes on listening after the next `open`."""
        self._statuses.forget()
        await self.client.disconnect()

    async def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """Any method, as `core.get_config`."""
        return await self.client.call(method, *args, **kwargs)

    # events

    async def add_handler(self, event: str, handler: Callable[..., object], *, is_once: bool = False) -> None:
        """Call `handler` with an event's own arguments whenever, or once, it comes; also after a reconnect."""
        await self.client.listen(event, handler, is_once=is_once)

    async def remove_handler(self, event: str, handler: Callable[..., object]) -> None:
        """Do not call it any more."""
        self.client.remove(event, handler)

    async def wait_for(self, event: str) -> tuple[object, ...]:
        """Wait for an event; its arguments."""
        return await self.client.wait_for(event)

    # asking

    async def torrents(self, infohashes: Sequence[str] | None, fields: frozenset[str]) -> list[Torrent]:
        """The list; of all torrents only what changed since the last time comes over the wire."""
        of_links = fields & table.OF_LINKS if self._has_links else frozenset[str]()
        plain = fields - of_links
        keys = table.keys_of(plain | {"has_metadata"} if of_links else plain)
        statuses = await self._statuses.of(infohashes, keys)
        readers = readers_for(table.FIELDS, plain)
        made = [torrent_of(infohash, status, readers) for infohash, status in statuses.items()]
        if of_links:
            turn = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(*(self._link(one, of_links, turn, statuses[one.infohash]) for one in made))
        return made

    async def _link(self, torrent: Torrent, fields: frozenset[str], turn: asyncio.Semaphore, status: Status) -> None:
        """What the link tells. On libtorrent 2 a torrent's id is the begin of its v2 infohash, where it has one."""
        infohash = self._infohashes.get(torrent.infohash)
        if infohash is None or "magnet" in fields:
            async with turn:
                magnet = await self._statuses.link(torrent.infohash)
            if magnet is None:
                return
            infohash = magnet.infohash
            torrent.magnet = str(magnet) if "magnet" in fields else None
            if table.has_metadata(status):  # until then another hash may come
                self._infohashes[torrent.infohash] = infohash
        if "infohash_v1" in fields:
            torrent.infohash_v1 = infohash.v1
        if "infohash_v2" in fields:
            torrent.infohash_v2 = infohash.v2

    async def files(self, infohash: str) -> tuple[TorrentFile, ...]:
        """Files with progress and priorities."""
        return table.files_of(await self._statuses.one(infohash, *table.FIELDS["files"].keys))

    async def trackers(self, infohash: str) -> tuple[Tracker, ...]:
        """Trackers."""
        return table.trackers_of(await self._statuses.one(infohash, *table.FIELDS["trackers"].keys))

    async def peers(self, infohash: str) -> tuple[Peer, ...]:
        """Peers."""
        return table.peers_of(await self._statuses.one(infohash, "peers"))

    async def categories(self) -> tuple[str, ...]:
        """The labels of the plugin."""
        return await labels.labels(self.client)

    async def free_space(self, path: str | None) -> int:
        """Free bytes; the daemon answers -1 where there is no such folder."""
        told = await self.client.call("core.get_free_space", *(() if path is None else (path,)))
        if not isinstance(told, int) or told < 0:
            place = "its own folder for downloads" if path is None else path
            raise RpcError(f"Deluge cannot tell the free space of {place}", hint="is it there, on the daemon's machine?")
        return told

    async def session(self) -> SessionInfo:
        """Rates and totals of the session, and the limits of the configuration."""
        status, config, port, ids = await asyncio.gather(
            self.client.call("core.get_session_status", SESSION_KEYS),
            self.client.call("core.get_config_values", CONFIG_KEYS),
            self.client.call("core.get_listen_port"),
            self.client.call("core.get_session_state"),
        )
        told, set_to = as_status(status), as_status(config)
        return SessionInfo(
            kind=self.kind,
            version=self.version,
            download_rate=table.whole(told, "payload_download_rate"),
            upload_rate=table.whole(told, "payload_upload_rate"),
            downloaded=table.whole(told, "total_payload_download"),
            uploaded=table.whole(told, "total_payload_upload"),
            download_limit=table.bytes_limit(set_to, "max_download_speed"),
            upload_limit=table.bytes_limit(set_to, "max_upload_speed"),
            save_path=table.text(set_to, "download_location"),
            free_space=await self._own_free_space(),
            peer_port=port if isinstance(port, int) and port > 0 else None,
            torrent_count=len(ids) if isinstance(ids, list) else None,
        )

    async def _own_free_space(self) -> int | None:
        try:
            return await self.free_space(None)
        except RpcError:  # the folder is not there yet
            return None

    async def export(self, infohash: str) -> bytes:
        """The daemon hands out no `.torrent`."""
        unsupported(f"export {infohash}")

    # adding

    async def add(self, additions: Sequence[Addition], options: AddOptions, tell: Tell) -> None:
        """Add them, a few at a time."""
        await adding.add(self._statuses, additions, options, tell)

    # orders

    async def start(self, infohashes: Sequence[str], *, is_forced: bool) -> Failures:
        """Start. What the queue does not manage starts at once."""
        failures: dict[str, BitharborError] = {}
        if is_forced:
            failures.update(await self._set(infohashes, {"auto_managed": False}))
        rest = [one for one in infohashes if one not in failures]
        return {**failures, **await self._for_those_there(rest, "core.resume_torrents")}

    async def stop(self, infohashes: Sequence[str]) -> Failures:
        """Stop. What was resumed a moment ago, or is just checked, may go on in spite of the order (2.0.3): then once more."""
        failures = dict(await self._for_those_there(infohashes, "core.pause_torrents"))
        loop = asyncio.get_running_loop()
        until, waiting = loop.time() + settling.SECONDS, [one for one in infohashes if one not in failures]
        while waiting := await settling.unsettled(self._statuses, waiting, settling.is_held, "state", seconds=STOP_SECONDS):
            if loop.time() >= until:
                break
            await self._for_those_there(waiting, "core.pause_torrents")
        return {**failures, **{one: settling.unconfirmed(f"stop {one}") for one in waiting}}

    async def remove(self, infohashes: Sequence[str], *, with_data: bool) -> Failures:
        """Remove; the daemon names those that it could not remove, and why."""
        told = await self.client.call("core.remove_torrents", list(infohashes), with_data)
        return dict(removal_failures(told))

    async def verify(self, infohashes: Sequence[str]) -> Failures:
        """Check the data."""
        return await self._for_those_there(infohashes, "core.force_recheck")

    async def reannounce(self, infohashes: Sequence[str]) -> Failures:
        """Ask the trackers."""
        return await self._for_those_there(infohashes, "core.force_reannounce")

    async def move(self, infohashes: Sequence[str], location: str, *, with_data: bool) -> Failures:
        """Move the data. The daemon says nothing when it cannot make the folder, so it is looked at whether it moves."""
        if not with_data:
            unsupported("change the folder without moving data")
        failures = dict(await self._for_those_there(infohashes, "core.move_storage", location))
        waiting = [one for one in infohashes if one not in failures]
        for infohash in await settling.unsettled(
            self._statuses, waiting, lambda status: settling.is_moved(status, location), "download_location", "state"
        ):
            failures[infohash] = settling.unconfirmed(f"move {infohash}", f"can it write to {location}?")
        return failures

    async def rename(self, infohash: str, name: str) -> None:
        """Another name in lists; files keep theirs."""
        raise_any(await self._set([infohash], {"name": name}))

    async def rename_file(self, infohash: str, old: str, new: str) -> None:
        """Another path of a file. 2.2.0 dies of a place that the torrent does not have: it is looked up in every case."""
        files = table.entries(await self._statuses.one(infohash, "files"), "files")
        index = next((index for index, file in enumerate(files) if table.text(file, "path") == old), None)
        if index is None:
            raise UsageError(f"the torrent has no file {old!r}", hint="give its path as `files` tells it")
        await self.client.call("core.rename_files", infohash, [[index, new]])
        await settling.confirm_paths(self._statuses, infohash, lambda paths: new in paths, f"rename {old!r}")

    async def rename_folder(self, infohash: str, old: str, new: str) -> None:
        """Another path of a folder. Without the slash at their ends, the paths of its files get two (2.0.3 to 2.2.1~dev)."""
        before, after = f"{old.strip('/')}/", f"{new.strip('/')}/"
        await self.client.call("core.rename_folder", infohash, before, after)
        await settling.confirm_paths(self._statuses, infohash, settling.is_folder_renamed(before, after), f"rename {old!r}")

    async def set_priority(self, infohash: str, indexes: Sequence[int], priority: Priority) -> None:
        """Set them all anew: the daemon takes only the whole list, and does strange things with one of another length."""
        async with self._rewriting:
            status = await self._statuses.one(infohash, "file_priorities", "num_files")
            told = status.get("file_priorities")
            wanted = list(told) if isinstance(told, list) else []
            refuse_strange_files(indexes, len(wanted))
            for index in indexes:
                wanted[index] = table.PRIORITY_NUMBERS[priority]
            raise_any(await self._set([infohash], {"file_priorities": wanted}))

    async def set_category(self, infohashes: Sequence[str], category: str) -> Failures:
        """Label them."""
        if category:
            await labels.make(self.client, category)
        return await labels.give_each(self.client, infohashes, category)

    async def set_labels(self, infohashes: Sequence[str], labels: Sequence[str]) -> Failures:
        """The plugin has one label a torrent: that is its category."""
        unsupported(f"give {len(infohashes)} torrents {len(labels)} labels")

    async def set_limits(self, infohashes: Sequence[str], limits: Limits) -> Failures:
        """Limit them, in the daemon's KiB/s."""
        options: dict[str, object] = {}
        if limits.download is not None:
            options["max_download_speed"] = table.wire_limit(limits.download)
        if limits.upload is not None:
            options["max_upload_speed"] = table.wire_limit(limits.upload)
        if limits.ratio is not None:
            options["stop_at_ratio"] = limits.ratio > 0
            options.update({"stop_ratio": float(limits.ratio)} if limits.ratio > 0 else {})
        if limits.seeding_time is not None:
            unsupported("limit the seeding time")
        return await self._set(infohashes, options)

    async def set_session_limits(self, download: int | None, upload: int | None) -> None:
        """Limit the daemon."""
        named = {"max_download_speed": download, "max_upload_speed": upload}
        await self.client.call(
            "core.set_config", {key: table.wire_limit(limit) for key, limit in named.items() if limit is not None}
        )

    async def set_alternative_speed(self, is_on: bool) -> None:
        """There are none."""
        unsupported(f"switch alternative limits {'on' if is_on else 'off'}")

    async def queue(self, infohashes: Sequence[str], place: Place) -> Failures:
        """Move in the queue; the daemon keeps their order among themselves. Its list shows it two seconds later."""
        return await self._for_those_there(infohashes, f"core.queue_{place.value}")

    async def add_trackers(self, infohash: str, urls: Sequence[str], tier: int | None) -> None:
        """Add to the list."""

        def added(old: list[tuple[str, int]]) -> list[tuple[str, int]]:
            there = {url for url, _ in old}
            new = [url for url in dict.fromkeys(urls) if url not in there]
            behind = max((place for _, place in old), default=-1) + 1
            return old + [(url, behind + index if tier is None else tier) for index, url in enumerate(new)]

        await self._rewrite_trackers(infohash, added)

    async def remove_trackers(self, infohash: str, urls: Sequence[str]) -> None:
        """Remove from the list."""

        def removed(old: list[tuple[str, int]]) -> list[tuple[str, int]]:
            refuse_strange(urls, [url for url, _ in old])
            return [(url, tier) for url, tier in old if url not in urls]

        await self._rewrite_trackers(infohash, removed)

    async def edit_tracker(self, infohash: str, old: str, new: str) -> None:
        """Another address in the same tier."""

        def edited(trackers: list[tuple[str, int]]) -> list[tuple[str, int]]:
            refuse_strange([old], [url for url, _ in trackers])
            return [(new if url == old else url, tier) for url, tier in trackers if url != new]

        await self._rewrite_trackers(infohash, edited)

    async def add_peers(self, infohash: str, peers: Sequence[str]) -> None:
        """Give it peers; the daemon takes addresses, no names."""
        places = [peer_place(peer) for peer in peers]
        await asyncio.gather(*(self.client.call("core.connect_peer", infohash, host, port) for host, port in places))

    # how it is done

    async def _set(self, infohashes: Sequence[str], options: Mapping[str, object]) -> Failures:
        return await self._for_those_there(infohashes, "core.set_torrent_options", dict(options))

    async def _for_those_there(self, infohashes: Sequence[str], method: str, *args: object) -> Failures:
        """Call a method for several torrents. It stops at the first that is not there: then again, for those that are.

        All methods of whom this is the way do no harm by being called twice for the torrents before that one.
        """
        if not infohashes:
            return NO_FAILURES
        try:
            await self.client.call(method, list(infohashes), *args)
        except UnknownTorrentError:
            told = await self.client.call("core.get_session_state")
            there = [one for one in infohashes if one in (told if isinstance(told, list) else [])]
            if len(there) == len(infohashes):
                raise
            if there:
                await self.client.call(method, there, *args)
            return {one: unknown(one) for one in infohashes if one not in there}
        return NO_FAILURES

    async def _rewrite_trackers(self, infohash: str, change: Callable[[list[tuple[str, int]]], list[tuple[str, int]]]) -> None:
        """Read the list, change it, and set it: the daemon takes only the whole. One at a time, so that none is lost."""
        async with self._rewriting:
            old = [(tracker.url, tracker.tier) for tracker in await self.trackers(infohash)]
            new = change(list(old))
            if new != old:
                await self.client.call("core.set_torrent_trackers", infohash, [{"url": url, "tier": tier} for url, tier in new])


def removal_failures(told: Json) -> Iterable[tuple[str, BitharborError]]:
    """The pairs of id and text of a removal's answer."""
    for pair in told if isinstance(told, list) else []:
        match pair:
            case [str(infohash), str(text)] if text.rstrip(".").endswith("not in session"):
                yield infohash, unknown(infohash)
            case [str(infohash), text]:
                yield infohash, RpcError(f"Deluge could not remove {infohash}: {text}", acted=None)
            case _:
                raise BadAnswerError("Deluge's answer to a removal has a form that was never seen")


def peer_place(peer: str) -> tuple[str, int]:
    """Address and port."""
    host, _, port = peer.strip().rpartition(":")
    try:
        address = ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError as error:
        raise UsageError(
            f"{peer!r} is no peer that Deluge takes", hint="write address:port, IPv6 addresses in brackets"
        ) from error
    if not (port.isascii() and port.isdigit() and 0 < int(port[:6]) <= 0xFFFF):
        raise UsageError(f"{peer!r} has no port", hint="write address:port, IPv6 addresses in brackets")
    return str(address), int(port)


def raise_any(failures: Failures) -> None:
    """Raise the failure of an order for one torrent."""
    for error in failures.values():
        raise error


def unsupported(what: str) -> NoReturn:
    """Refuse what `capabilities` does not name."""
    raise UnsupportedError(f"deluge cannot {what}", hint="see `capabilities` for what it can do")
