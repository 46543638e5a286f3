"""rTorrent in the words of `unified`. All is asked through the native client; nothing of its protocol is here.

Facts with a version were seen on 0.9.8 and 0.16.17.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from ...errors import (
    BitharborError,
    UnknownMethodError,
    UnknownTorrentError,
    UnsupportedError,
    UsageError,
    WrongDaemonError,
)
from ...rtorrent import programs
from ...rtorrent.flows import batches
from ...rtorrent.flows.adding import LABELS, Load, Loaded, LoadOptions, add, joined
from ...rtorrent.flows.calling import Result, ask, invocation, tell, value, values
from ...rtorrent.flows.holding import started, stopped
from ...rtorrent.flows.limiting import UNBOUND, limit_session, limit_torrents
from ...rtorrent.flows.moving import move
from ...rtorrent.flows.removing import forgotten, remove_with_data
from ...rtorrent.rows import Row, as_text, is_set, number, row, rows, text
from ..adapter import NO_FAILURES, Added, Addition, AddOptions, Failures, Limits, Place, Tell
from ..capabilities import Capability
from ..records import Peer, Priority, SessionInfo, Torrent, TorrentFile, Tracker
from . import rtorrent_fields as table
from .fields import readers_for, torrent_of
from .refusals import refuse_strange_files, unknown

if TYPE_CHECKING:
    from ...model.json import Json
    from ...rtorrent.client import RtorrentClient
    from ...rtorrent.session import Session
    from ...rtorrent.values import Invocation, Value
    from ...wire.effects import Flow

FEW = 10  # torrents that are asked for one by one, rather than in the list of all
NOBODY = "0" * 40
PEER = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[^\s:\[\]/@,]+):\d{1,5}")

ALWAYS = frozenset({Capability.FILE_PRIORITY, Capability.SESSION_LIMITS, Capability.ADD_PEERS, Capability.PEERS})
# what takes commands that 0.16.17 refuses to connections that a web server marks as untrusted: those do little more than look
TRUSTED = frozenset(
    {
        Capability.ADD_UNVERIFIED,
        Capability.ADD_CATEGORY,
        Capability.ADD_LABELS,
        Capability.REMOVE_DATA,
        Capability.MOVE,
        Capability.SET_LOCATION,
        Capability.CATEGORIES,
        Capability.LABELS,
        Capability.TORRENT_LIMITS,
        Capability.ADD_TRACKERS,
        Capability.FREE_SPACE,
        Capability.FREE_SPACE_ANYWHERE,
        Capability.EXPORT,
    }
)
# the columns and fields that such a connection is not told
SECRET_COLUMNS = frozenset({"d.size_files=", "d.timestamp.started=", "d.wanted_chunks="})
SECRET_FIELDS = frozenset({"file_count", "started_at"})
PIECES = ("d.size_chunks=", "d.completed_chunks=")

SESSION_COMMANDS = (
    "system.client_version",
    "system.api_version",
    "throttle.global_down.rate",
    "throttle.global_up.rate",
    "throttle.global_down.total",
    "throttle.global_up.total",
    "throttle.global_down.max_rate",
    "throttle.global_up.max_rate",
    "directory.default",
    "network.listen.port",
)


class RtorrentAdapter:
    """rTorrent behind a native client.

    :param make: asked for a client; after `close` for a new one
    """

    kind = "rtorrent"

    def __init__(self, make: Callable[[], RtorrentClient], address: str) -> None:
        self._make = make
        self._client = make()
        self._is_closed = False
        self.address = address
        self.version: str = ""
        self._has_exact_names = False
        self._is_trusted = True
        self._can_filter = True
        self._session_path = ""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """By what the connection may do; all before it is known."""
        return ALWAYS | TRUSTED if self._is_trusted else ALWAYS

    @property
    def fields(self) -> frozenset[str]:
        """What the list tells."""
        return frozenset(table.FIELDS) if self._is_trusted else frozenset(table.FIELDS) - SECRET_FIELDS

    @property
    def costly_fields(self) -> frozenset[str]:
        """They cost no request more, but make the answer many times larger."""
        return table.COSTLY

    async def open(self) -> None:
        """Ask which version it is, and whether it runs programs for us."""
        if self._is_closed:
            self._client, self._is_closed = self._make(), False
        answers = await self._ask(
            invocation("system.client_version"),
            invocation("system.library_version"),
            invocation("session.path"),
            invocation("d.name.or_base64", NOBODY),
            programs.tried("true"),
            invocation("d.multicall.filtered", "", "main", f"equal=d.hash=,cat={NOBODY}", "d.hash="),
        )
        if any(isinstance(one, UnknownMethodError) for one in answers[:3]):
            raise WrongDaemonError(f"what answers at {self.address} is not rTorrent", hint="check host, port and path")
        self.version, _, self._session_path = (as_text(value(one)) for one in answers[:3])
        self._has_exact_names = isinstance(answers[3], UnknownTorrentError)  # it knows the command
        self._is_trusted = not isinstance(answers[4], BitharborError)
        self._can_filter = not isinstance(answers[5], BitharborError)

    async def close(self) -> None:
        """There is no session to end; the client is let go of."""
        self._is_closed = True
        await self._client.close()

    async def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """A command with its parameters, the target first. Bytes in the answer become text."""
        if kwargs:
            raise UsageError("rTorrent's parameters have no names", hint="give them one after the other")
        return as_json(await self._client.call(method, *cast("tuple[Value, ...]", args)))

    async def torrents(self, infohashes: Sequence[str] | None, fields: frozenset[str]) -> list[Torrent]:
        """The list in one request; a second one where some files are unwanted, or for what peers have."""
        fields &= self.fields
        columns = table.columns_for(fields)
        found = await self._rows(infohashes, columns)
        readers = readers_for(table.FIELDS, fields)
        made = [torrent_of(text(one, "d.hash=").lower(), one, readers) for one in found]
        if fields & table.WANTED_FIELDS:
            await self._fill_wanted(made, found, fields)
        if "availability" in fields:
            await self._fill_availability(made, found)
        if "save_path" in fields:
            for torrent in made:  # 0.16.17 puts magnet links into its own folder
                if torrent.save_path == self._session_path.rstrip("/"):
                    torrent.save_path = torrent.content_path = None
        return made

    async def _rows(self, infohashes: Sequence[str] | None, columns: tuple[str, ...]) -> list[Row]:
        if not self._is_trusted:
            return await self._open_rows(infohashes, columns)
        if infohashes is None or len(infohashes) > FEW or not self._can_filter:
            return await self._list(infohashes, columns)
        sent = self._sent(columns)
        calls = [invocation("d.multicall.filtered", "", "main", f"equal=d.hash=,cat={one.upper()}", *sent) for one in infohashes]
        return [one for answer in values(await self._ask(*calls)) for one in rows(answer, columns)]

    async def _list(self, infohashes: Sequence[str] | None, columns: tuple[str, ...]) -> list[Row]:
        answer = value((await self._ask(invocation("d.multicall2", "", "main", *self._sent(columns))))[0])
        wanted = None if infohashes is None else {one.upper() for one in infohashes}
        return [one for one in rows(answer, columns) if wanted is None or text(one, "d.hash=") in wanted]

    async def _open_rows(self, infohashes: Sequence[str] | None, columns: tuple[str, ...]) -> list[Row]:
        """What an untrusted connection is told: it may not filter, and all missing pieces count as wanted."""
        told = tuple(dict.fromkeys(column for column in (*columns, *PIECES) if column not in SECRET_COLUMNS))
        found = await self._list(infohashes, told)
        secrets: dict[str, Value] = dict.fromkeys(SECRET_COLUMNS)
        return [{**secrets, **one, "d.wanted_chunks=": number(one, PIECES[0]) - number(one, PIECES[1])} for one in found]

    def _sent(self, columns: tuple[str, ...]) -> list[str]:
        return [table.EXACT_NAME if column == table.NAME and self._has_exact_names else column for column in columns]

    async def _fill_wanted(self, made: Sequence[Torrent], found: Sequence[Row], fields: frozenset[str]) -> None:
        partly = [(torrent, one) for torrent, one in zip(made, found, strict=True) if table.is_partly_wanted(one)]
        calls = [invocation("f.multicall", text(one, "d.hash="), "", *table.WANTED_FILE_COLUMNS) for _, one in partly]
        for (torrent, one), answer in zip(partly, await self._ask(*calls), strict=True):
            if isinstance(answer, UnknownTorrentError):
                continue  # removed meanwhile
            whole = table.wanted_bytes(value(answer))
            missing = min(whole, table.left(one) or 0)
            known = {"size": whole, "left": missing, "progress": (whole - missing) / whole if whole else 1.0}
            for name in fields & table.WANTED_FIELDS:
                setattr(torrent, name, known[name])

    async def _fill_availability(self, made: Sequence[Torrent], found: Sequence[Row]) -> None:
        busy = [(torrent, one) for torrent, one in zip(made, found, strict=True) if is_set(one, "d.peers_connected=")]
        answers = await self._ask(*(invocation("d.chunks_seen", text(one, "d.hash=")) for _, one in busy))
        for (torrent, one), answer in zip(busy, answers, strict=True):
            if not isinstance(answer, UnknownTorrentError):
                torrent.availability = table.availability({**one, "d.chunks_seen=": value(answer)})

    async def add(self, additions: Sequence[Addition], options: AddOptions, tell: Tell) -> None:
        """Load them, and look until they are listed. Of a hybrid torrent the v1 part."""
        v2_only = UnsupportedError("rTorrent knows no v2 torrents", hint="add a v1 or a hybrid one")
        loads: dict[int, Load] = {}
        for place, one in enumerate(additions):
            if one.infohash.v1:
                loads[place] = Load(one.infohash.v1.upper(), one.content, one.metainfo, one.link or "")
            else:
                tell(place, Added(None, error=v2_only))
        places = list(loads)
        settings = LoadOptions(
            location=options.location,
            is_started=not options.is_stopped,
            is_verified=options.is_verified,
            category=options.category,
            labels=options.labels,
            download_limit=options.download_limit,
            upload_limit=options.upload_limit,
        )
        if loads:
            await self._client.run(
                lambda session: add(
                    session, list(loads.values()), settings, lambda place, loaded: tell(places[place], added_of(loaded))
                )
            )

    async def start(self, infohashes: Sequence[str], *, is_forced: bool) -> Failures:
        """Start; there is no queue that could be disregarded."""
        return await self._each(infohashes, started)

    async def stop(self, infohashes: Sequence[str]) -> Failures:
        """Stop, and close the files: a torrent that is only stopped is what rTorrent calls paused."""
        return await self._each(infohashes, stopped)

    async def remove(self, infohashes: Sequence[str], *, with_data: bool) -> Failures:
        """Remove; with data one by one, each looked at before."""
        if with_data:
            return await self._steps(infohashes, remove_with_data)
        if self._is_trusted:
            return await self._each(infohashes, forgotten)
        # an untrusted connection may erase torrents, but no file that they were loaded from
        return await self._each(infohashes, lambda infohash: (invocation("d.erase", infohash),))

    async def verify(self, infohashes: Sequence[str]) -> Failures:
        """Check; a stopped torrent stays open afterwards."""
        return await self._each(infohashes, lambda infohash: (invocation("d.check_hash", infohash),))

    async def reannounce(self, infohashes: Sequence[str]) -> Failures:
        """Ask the trackers."""
        return await self._each(infohashes, lambda infohash: (invocation("d.tracker_announce", infohash),))

    async def move(self, infohashes: Sequence[str], location: str, *, with_data: bool) -> Failures:
        """Move. rTorrent stands still while data goes to another disk; a call that ends before finds the torrent stopped, and
        the same order again goes on where it broke off."""
        return await self._together(infohashes, lambda session, ids: move(session, ids, location, with_data=with_data))

    async def rename(self, infohash: str, name: str) -> None:
        """Not possible."""
        raise self._cannot(Capability.RENAME)

    async def rename_file(self, infohash: str, old: str, new: str) -> None:
        """Not possible."""
        raise self._cannot(Capability.RENAME_FILE)

    async def rename_folder(self, infohash: str, old: str, new: str) -> None:
        """Not possible."""
        raise self._cannot(Capability.RENAME_FOLDER)

    async def files(self, infohash: str) -> tuple[TorrentFile, ...]:
        """The files; none before its metadata came."""
        return (await self._torrent(infohash, "files")).files or ()

    async def set_priority(self, infohash: str, indexes: Sequence[int], priority: Priority) -> None:
        """Set, and let it be considered. There is no `low`: it is `normal`."""
        refuse_strange_files(indexes, len(await self.files(infohash)))
        wanted = table.PRIORITY_NUMBERS[priority]
        id = infohash.upper()
        calls = [invocation("f.priority.set", f"{id}:f{one}", wanted) for one in indexes]
        values(await self._tell(*calls, invocation("d.update_priorities", id), saved(id)))

    async def categories(self) -> tuple[str, ...]:
        """Those that torrents are in: rTorrent keeps no others."""
        found = await self._rows(None, table.columns_for(frozenset({"category"})))
        return tuple(sorted({str(table.FIELDS["category"].read(one)) for one in found} - {""}))

    async def set_category(self, infohashes: Sequence[str], category: str) -> Failures:
        """As other programs write it: percent-encoded, in `d.custom1`."""
        written = quote(category, safe="")
        return await self._each(infohashes, lambda infohash: (invocation("d.custom1.set", infohash, written), saved(infohash)))

    async def set_labels(self, infohashes: Sequence[str], labels: Sequence[str]) -> Failures:
        """In a field of our own; a list that another program keeps in `d.custom1` goes, for it counts as labels."""
        known = await self._rows(infohashes, ("d.hash=", "d.custom1="))
        foreign = {text(one, "d.hash=") for one in known if "," in text(one, "d.custom1=")}

        def calls(infohash: str) -> tuple[Invocation, ...]:
            ours = invocation("d.custom.set", infohash, LABELS, joined(labels))
            return (ours, *([invocation("d.custom1.set", infohash, "")] if infohash in foreign else []), saved(infohash))

        return await self._each(infohashes, calls)

    async def set_limits(self, infohashes: Sequence[str], limits: Limits) -> Failures:
        """By throttle groups, which rTorrent forgets when it ends."""
        down, up = limits.download, limits.upload
        return await self._together(infohashes, lambda session, ids: limit_torrents(session, ids, down, up))

    async def set_session_limits(self, download: int | None, upload: int | None) -> None:
        """In steps of 1 KiB/s."""
        await self._client.run(lambda session: limit_session(session, download, upload))

    async def set_alternative_speed(self, is_on: bool) -> None:
        """Not possible."""
        raise self._cannot(Capability.ALTERNATIVE_SPEED)

    async def queue(self, infohashes: Sequence[str], place: Place) -> Failures:
        """Not possible: there is no queue."""
        raise self._cannot(Capability.QUEUE)

    async def trackers(self, infohash: str) -> tuple[Tracker, ...]:
        """The trackers, without the row that stands for DHT."""
        return (await self._torrent(infohash, "trackers")).trackers or ()

    async def add_trackers(self, infohash: str, urls: Sequence[str], tier: int | None) -> None:
        """Insert those that are not there. One that is there and disabled is enabled."""
        id = infohash.upper()
        columns = ("t.url=", "t.group=", "t.is_enabled=")
        answer = value((await self._ask(invocation("t.multicall", id, "", *columns)))[0])
        listed = {text(one, "t.url="): (place, one) for place, one in enumerate(rows(answer, columns))}
        last = max((number(one, "t.group=") for _, one in listed.values()), default=-1)
        calls: list[Invocation] = []
        for url in dict.fromkeys(urls):
            if url not in listed:
                last += 1
                calls.append(invocation("d.tracker.insert", id, last if tier is None else tier, url))
            elif not is_set(listed[url][1], "t.is_enabled="):
                calls.append(invocation("t.is_enabled.set", f"{id}:t{listed[url][0]}", 1))
        values(await self._tell(*calls, saved(id)))

    async def remove_trackers(self, infohash: str, urls: Sequence[str]) -> None:
        """Not possible: they can only be disabled."""
        raise self._cannot(Capability.REMOVE_TRACKERS)

    async def edit_tracker(self, infohash: str, old: str, new: str) -> None:
        """Not possible: the old one cannot be removed."""
        raise self._cannot(Capability.EDIT_TRACKERS)

    async def peers(self, infohash: str) -> tuple[Peer, ...]:
        """The peers."""
        return (await self._torrent(infohash, "peers")).peers or ()

    async def add_peers(self, infohash: str, peers: Sequence[str]) -> None:
        """Give peers. What is no address is refused here: rTorrent takes anything."""
        for peer in peers:
            if not PEER.fullmatch(peer) or not 0 < int(peer.rpartition(":")[2]) < 65536:
                raise UsageError(f"{peer!r} is no peer", hint="write host:port, IPv6 hosts in brackets")
        values(await self._tell(*(invocation("add_peer", infohash.upper(), peer) for peer in peers)))

    async def free_space(self, path: str | None) -> int:
        """What `df` says on the daemon's machine."""
        if path is None:
            path = as_text(value((await self._ask(invocation("directory.default")))[0]))
        return programs.free_bytes(value((await self._ask(programs.captured("df", "-Pk", "--", path)))[0]))

    async def session(self) -> SessionInfo:
        """The daemon as a whole."""
        *answers, count = await self._ask(*map(invocation, SESSION_COMMANDS), invocation("view.size", "", "main"))
        told = row(values(answers), SESSION_COMMANDS)
        limits = {way: number(told, f"throttle.global_{way}.max_rate") for way in ("down", "up")}
        folder = text(told, "directory.default")
        return SessionInfo(
            kind=self.kind,
            version=text(told, "system.client_version"),
            api_version=text(told, "system.api_version"),
            download_rate=number(told, "throttle.global_down.rate"),
            upload_rate=number(told, "throttle.global_up.rate"),
            downloaded=number(told, "throttle.global_down.total"),
            uploaded=number(told, "throttle.global_up.total"),
            download_limit=limits["down"] if 0 < limits["down"] < UNBOUND else None,
            upload_limit=limits["up"] if 0 < limits["up"] < UNBOUND else None,
            save_path=folder,
            free_space=await self._free_there(folder),
            peer_port=number(told, "network.listen.port") or None,
            torrent_count=count if isinstance(count, int) else None,  # 0.16 does not tell it to untrusted connections
        )

    async def _free_there(self, folder: str) -> int | None:
        if not self._is_trusted:
            return None
        answer = (await self._ask(programs.captured("df", "-Pk", "--", folder)))[0]
        return None if isinstance(answer, BitharborError) else programs.free_bytes(answer)

    async def export(self, infohash: str) -> bytes:
        """The file that rTorrent keeps in its session folder, as a program there prints it."""
        id = infohash.upper()
        asked = invocation("d.is_meta", id), invocation("session.path")
        is_meta, folder = values(await self._ask(*asked))
        if is_meta or not folder:
            what = "has no metadata yet" if is_meta else "is kept nowhere: rTorrent has no session folder"
            raise UnsupportedError(f"the torrent {infohash} {what}")
        path = f"{as_text(folder).rstrip('/')}/{id}.torrent"
        return programs.from_base64(value((await self._ask(programs.captured("base64", path)))[0]))

    # how it is done

    def _cannot(self, capability: Capability) -> UnsupportedError:
        return UnsupportedError(f"rTorrent {self.version} cannot {capability.value}")

    async def _ask(self, *calls: Invocation) -> list[Result]:
        return await self._client.run(lambda session: ask(session, *calls))

    async def _tell(self, *calls: Invocation) -> list[Result]:
        return await self._client.run(lambda session: tell(session, *calls))

    async def _torrent(self, infohash: str, field: str) -> Torrent:
        found = await self.torrents([infohash], frozenset({"infohash", field}))
        if not found:
            raise unknown(infohash)
        return found[0]

    async def _each(self, infohashes: Sequence[str], calls: Callable[[str], Sequence[Invocation]]) -> Failures:
        """The same commands for each torrent; the first error of each that failed."""
        return await self._together(infohashes, lambda session, ids: batches.each(session, {one: calls(one) for one in ids}))

    async def _together(
        self, infohashes: Sequence[str], order: Callable[[Session, Sequence[str]], Flow[batches.Failures]]
    ) -> Failures:
        """A flow for all torrents; the errors of those that failed."""
        failures = await self._client.run(lambda session: order(session, [one.upper() for one in infohashes]))
        return {infohash.lower(): error for infohash, error in failures.items()}

    async def _steps(self, infohashes: Iterable[str], step: Callable[[Session, str], Flow[None]]) -> Failures:
        """A flow for each torrent, one after the other; the errors of those that failed, so that none that was done is lost."""
        failures: dict[str, BitharborError] = {}
        for infohash in infohashes:
            try:
                await self._client.run(of_torrent(step, infohash.upper()))
            except UsageError:
                raise
            except BitharborError as error:
                failures[infohash] = error
        return failures or NO_FAILURES


def saved(infohash: str) -> Invocation:
    """Write it down now; rTorrent itself would in some minutes."""
    return invocation("d.save_resume", infohash)


def of_torrent(step: Callable[[Session, str], Flow[None]], infohash: str) -> Callable[[Session], Flow[None]]:
    """A flow for one torrent."""
    return lambda session: step(session, infohash)


def added_of(loaded: Loaded) -> Added:
    """What became of one addition."""
    return Added(loaded.infohash.lower(), loaded.is_already, loaded.error)


def as_json(answer: Value) -> Json:
    """An answer without bytes."""
    if isinstance(answer, bytes):
        return as_text(answer)
    if isinstance(answer, list):
        return [as_json(one) for one in answer]
    if isinstance(answer, dict):
        return {key: as_json(one) for key, one in answer.items()}
    return answer
