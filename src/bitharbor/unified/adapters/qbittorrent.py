"""qBittorrent in the words of `unified`. All is asked through the native client; nothing of its protocol is here.

Facts with a version were seen on 4.2.5, 4.5.2, 5.1.0 and 5.3.0.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

import msgspec

from ...errors import (
    BitharborError,
    ConflictError,
    LoginFailed,
    MediaRefusedError,
    NotFoundError,
    TorrentRefusedError,
    UnknownMethodError,
    UnknownTorrentError,
    UnsupportedError,
    UsageError,
)
from ...qbittorrent.delta import PeerSnapshot, merge_peers
from ...qbittorrent.versions import UNKNOWN, Version, dotted, parse
from ...qbittorrent.words import FilePriority
from ..adapter import NO_FAILURES, Added, Addition, AddOptions, Failures, Limits, Place
from ..arguments import refuse_commas
from ..capabilities import Capability
from ..records import Peer, Priority, SessionInfo, State, Torrent, TorrentFile, Tracker, TrackerState

if TYPE_CHECKING:
    from ...model.json import Json
    from ...qbittorrent.aio import AsyncClient
    from ...qbittorrent.records import Peer as ListedPeer
    from ...qbittorrent.records import Preferences, TorrentProperties
    from ...qbittorrent.records import Torrent as Listed
    from ...qbittorrent.records import Tracker as ListedTracker

    Read: TypeAlias = Callable[[Listed], object]

NEVER_ETA = 8_640_000
MINUTE = 60
GLOBAL, NONE = -2, -1  # of share limits
FIRST_LINES = ("** [DHT] **", "** [PeX] **", "** [LSD] **")  # rows of torrents/trackers that are none
AT_ONCE = 10  # requests about single torrents
ADD_PAUSE, ADD_PATIENCE = 0.1, 10.0  # seconds between looks, and without any progress
OLDEST = (4, 1, 0)  # older ones tell too little of a torrent for the fields of all daemons
ADD_TAGS = (4, 3, 2)  # of torrents/add
SET_TAGS = (5, 1, 0)
TIERS = (5, 2, 0)  # of torrents/editTracker
COUNT = (4, 6, 1)
BARS = (5, 3, 0)  # a | in a tracker's address; not on 4.5.2
FREE_SPACE_ANYWHERE = (5, 3, 0)  # app/getFreeSpaceAtPath

STATES: Mapping[str, State] = {
    "error": State.ERROR,
    "missingFiles": State.ERROR,
    "pausedDL": State.STOPPED,
    "pausedUP": State.STOPPED,
    "stoppedDL": State.STOPPED,
    "stoppedUP": State.STOPPED,
    "queuedDL": State.QUEUED,
    "queuedUP": State.QUEUED,
    "checkingDL": State.CHECKING,
    "checkingUP": State.CHECKING,
    "checkingResumeData": State.CHECKING,
    "allocating": State.CHECKING,
    "metaDL": State.METADATA,
    "forcedMetaDL": State.METADATA,
    "downloading": State.DOWNLOADING,
    "forcedDL": State.DOWNLOADING,
    "stalledDL": State.STALLED,
    "uploading": State.SEEDING,
    "stalledUP": State.SEEDING,
    "forcedUP": State.SEEDING,
    "moving": State.MOVING,
}

# status of a tracker; 5 and 6 since 5.2
TRACKER_STATES: Mapping[int, TrackerState] = {
    0: TrackerState.DISABLED,
    1: TrackerState.WAITING,
    2: TrackerState.WORKING,
    3: TrackerState.UPDATING,
    4: TrackerState.FAILED,
    5: TrackerState.FAILED,
    6: TrackerState.FAILED,
}

PRIORITIES: Mapping[int, Priority] = {
    0: Priority.SKIP,
    1: Priority.NORMAL,
    4: Priority.NORMAL,
    6: Priority.HIGH,
    7: Priority.HIGH,
}
PRIORITY_NUMBERS: Mapping[Priority, FilePriority] = {Priority.SKIP: 0, Priority.LOW: 1, Priority.NORMAL: 1, Priority.HIGH: 6}


@dataclass(frozen=True, slots=True)
class Told:
    """How a field is read from the daemon's record, and since which version the list has it."""

    read: Read
    since: Version = UNKNOWN


def known(value: int | None) -> int | None:
    """A moment, or a number where 0 and less mean that there is none."""
    return value if value is not None and 0 < value < 0xFFFFFFFF else None


def counted(value: int | None) -> int | None:
    """A number where less than 0 means that nobody knows."""
    return value if value is not None and value >= 0 else None


def in_future(seconds: int | None) -> int | None:
    """Unix time of what comes in some seconds."""
    return int(time.time()) + seconds if seconds is not None and seconds > 0 else None


def minutes(value: int | None) -> int | None:
    """Seconds of a limit in minutes."""
    return value * MINUTE if value is not None and value >= 0 else None


def ratio_of(torrent: Listed) -> float | None:
    """The ratio; -1 stands for a ratio beyond 9999."""
    return torrent.ratio if torrent.ratio >= 0 else float("inf")


def has_metadata(torrent: Listed) -> bool:
    """Since 5.0 it is said; before, a torrent without metadata has the size -1."""
    return torrent.total_size >= 0 if torrent.has_metadata is None else torrent.has_metadata


def is_checking(torrent: Listed) -> bool:
    """Whether its progress is that of a check; `checkingResumeData` looks at no content, and a recheck then is none too many."""
    return torrent.state in ("checkingDL", "checkingUP")


def active_at(torrent: Listed) -> int | None:
    """When data was last sent or received. Since 4.5 that is when it was added, where none ever was."""
    return known(torrent.last_activity) if torrent.downloaded or torrent.uploaded else None


def v1_of(torrent: Listed) -> str | None:
    """The v1 infohash; before 4.4 there is no other."""
    return torrent.hash if torrent.infohash_v1 is None else torrent.infohash_v1 or None


# in the order of `Torrent`
FIELDS: Mapping[str, Told] = {
    "infohash": Told(lambda t: t.hash),
    "infohash_v1": Told(v1_of),
    "infohash_v2": Told(lambda t: t.infohash_v2 or None, (4, 4, 0)),
    "name": Told(lambda t: t.name),
    "magnet": Told(lambda t: t.magnet_uri or None),
    "has_metadata": Told(has_metadata),
    "total_size": Told(lambda t: counted(t.total_size)),
    "size": Told(lambda t: counted(t.size) if has_metadata(t) else None),
    "have": Told(lambda t: t.completed),
    "left": Told(lambda t: t.amount_left if has_metadata(t) else None),  # 0 without
    "progress": Told(lambda t: t.progress),
    "checking_progress": Told(lambda t: t.progress if is_checking(t) else None),
    "state": Told(lambda t: STATES.get(t.state, State.UNKNOWN)),
    "is_complete": Told(lambda t: t.amount_left == 0 and has_metadata(t)),
    "is_forced": Told(lambda t: t.force_start),
    "error": Told(lambda t: t.state if STATES.get(t.state) is State.ERROR else None),
    "download_rate": Told(lambda t: t.dlspeed),
    "upload_rate": Told(lambda t: t.upspeed),
    "downloaded": Told(lambda t: t.downloaded),
    "uploaded": Told(lambda t: t.uploaded),
    "downloaded_session": Told(lambda t: t.downloaded_session),
    "uploaded_session": Told(lambda t: t.uploaded_session),
    "wasted": Told(lambda t: t.total_wasted, (5, 2, 0)),
    "ratio": Told(ratio_of),
    "eta": Told(lambda t: None if t.eta >= NEVER_ETA or t.eta < 0 else t.eta),
    "connected_seeds": Told(lambda t: t.num_seeds),
    "connected_leechers": Told(lambda t: t.num_leechs),
    "swarm_seeds": Told(lambda t: counted(t.num_complete)),
    "swarm_leechers": Told(lambda t: counted(t.num_incomplete)),
    "availability": Told(lambda t: t.availability if t.availability is not None and t.availability >= 0 else None),
    "save_path": Told(lambda t: t.save_path.rstrip("/") or "/"),  # 4.2.5 ends it with a slash
    "incomplete_path": Told(lambda t: t.download_path or None, (4, 4, 0)),
    "content_path": Told(lambda t: t.content_path or None, (4, 3, 1)),
    "category": Told(lambda t: t.category),
    "labels": Told(lambda t: tuple(t.tags.split(", ")) if t.tags else ()),
    "tracker": Told(lambda t: t.tracker or None),
    "next_announce": Told(lambda t: in_future(t.reannounce), (5, 0, 0)),
    "added_at": Told(lambda t: known(t.added_on)),
    "completed_at": Told(lambda t: known(t.completion_on)),
    "active_at": Told(active_at),
    "seen_complete_at": Told(lambda t: known(t.seen_complete)),
    "created_at": Told(lambda t: known(t.creation_date), (5, 2, 0)),
    "active_time": Told(lambda t: t.time_active),
    "seeding_time": Told(lambda t: t.seeding_time),
    "download_limit": Told(lambda t: known(t.dl_limit)),
    "upload_limit": Told(lambda t: known(t.up_limit)),
    "connection_limit": Told(lambda t: known(t.connections_limit), (5, 2, 0)),
    "ratio_limit": Told(lambda t: t.ratio_limit if t.ratio_limit >= 0 else None),
    "seeding_time_limit": Told(lambda t: minutes(t.seeding_time_limit)),
    "inactive_seeding_time_limit": Told(lambda t: minutes(t.inactive_seeding_time_limit), (4, 6, 0)),
    "queue_position": Told(lambda t: t.priority - 1 if t.priority > 0 else None),
    "is_private": Told(lambda t: t.private, (5, 0, 0)),
    "comment": Told(lambda t: t.comment, (5, 0, 0)),
    "creator": Told(lambda t: t.created_by, (5, 2, 0)),
    "piece_count": Told(lambda t: known(t.pieces_num), (5, 2, 0)),
    "piece_size": Told(lambda t: known(t.piece_size), (5, 2, 0)),
    "pieces_have": Told(lambda t: counted(t.pieces_have), (5, 2, 0)),
    "is_sequential": Told(lambda t: t.seq_dl),
    "is_first_last_first": Told(lambda t: t.f_l_piece_prio),
    "is_super_seeding": Told(lambda t: t.super_seeding),
    "is_auto_managed": Told(lambda t: t.auto_tmm),
}


def private_of(details: TorrentProperties) -> bool | None:
    """Whether it is private; nobody knows before the metadata came, and 4.5.2 says that it is not."""
    if not known(details.piece_size):
        return None
    return details.is_private if details.private is None else details.private


# what only torrents/properties tells, on versions whose list does not
DETAILS: Mapping[str, Callable[[TorrentProperties], object]] = {
    "wasted": lambda p: counted(p.total_wasted),
    "created_at": lambda p: known(p.creation_date),
    "connection_limit": lambda p: known(p.nb_connections_limit),
    "is_private": private_of,
    "comment": lambda p: p.comment,
    "creator": lambda p: p.created_by,
    "piece_count": lambda p: known(p.pieces_num),
    "piece_size": lambda p: known(p.piece_size),
    "pieces_have": lambda p: counted(p.pieces_have),
    "next_announce": lambda p: in_future(p.reannounce),
}

ALWAYS = frozenset(
    {
        Capability.ADD_URL,
        Capability.ADD_UNVERIFIED,
        Capability.ADD_CATEGORY,
        Capability.ADD_LABELS,
        Capability.FORCE_START,
        Capability.REMOVE_DATA,
        Capability.MOVE,
        Capability.RENAME,
        Capability.RENAME_FILE,
        Capability.FILE_PRIORITY,
        Capability.CATEGORIES,
        Capability.LABELS,
        Capability.TORRENT_LIMITS,
        Capability.RATIO_LIMIT,
        Capability.SEEDING_TIME_LIMIT,
        Capability.SESSION_LIMITS,
        Capability.ALTERNATIVE_SPEED,
        Capability.QUEUE,
        Capability.ADD_TRACKERS,
        Capability.REMOVE_TRACKERS,
        Capability.EDIT_TRACKERS,
        Capability.ADD_PEERS,
        Capability.PEERS,
        Capability.FREE_SPACE,
    }
)
SINCE: Mapping[Capability, Version] = {
    Capability.RENAME_FOLDER: (4, 3, 3),
    Capability.EXPORT: (4, 5, 0),
    Capability.FREE_SPACE_ANYWHERE: FREE_SPACE_ANYWHERE,
}

EXTRAS = frozenset({"file_count", "files", "trackers", "peers", "web_seeds"})  # a request each, for each torrent

PLACES: Mapping[Place, str] = {
    Place.TOP: "top_priority",
    Place.UP: "increase_priority",
    Place.DOWN: "decrease_priority",
    Place.BOTTOM: "bottom_priority",
}


class QbittorrentAdapter:
    """qBittorrent behind a native client.

    :param client: closed by `close`, after which `make` is asked for a new one
    """

    kind = "qbittorrent"

    def __init__(self, make: Callable[[], AsyncClient], address: str) -> None:
        self._make = make
        self._client = make()
        self._is_closed = False
        self.address = address
        self._version = UNKNOWN
        self._version_text = ""

    @property
    def version(self) -> str:
        """As the daemon writes it, without the `v`."""
        return self._version_text.removeprefix("v")

    @property
    def capabilities(self) -> frozenset[Capability]:
        """By version; all before it is known."""
        return ALWAYS | {one for one, since in SINCE.items() if self._has(since)}

    @property
    def fields(self) -> frozenset[str]:
        """What the list tells, and what it costs more to ask."""
        return self._listed | frozenset(DETAILS) | EXTRAS

    @property
    def costly_fields(self) -> frozenset[str]:
        """What the list of this version does not tell."""
        return (frozenset(DETAILS) | EXTRAS) - self._listed

    @property
    def _listed(self) -> frozenset[str]:
        return frozenset(name for name, told in FIELDS.items() if self._has(told.since))

    def _has(self, since: Version) -> bool:
        return not self._version or self._version >= since

    async def open(self) -> None:
        """Log in, and ask for the version."""
        if self._is_closed:
            self._client, self._is_closed = self._make(), False
        try:
            told = await self._client.app.version()
        except LoginFailed:
            await self.close()  # this client would only say again what it was told; the next try is one
            raise
        if told is None or parse(told) < OLDEST:
            await self.close()
            raise UnsupportedError(
                f"this interface speaks with qBittorrent {dotted(OLDEST)} and younger, this is {told or '3.0 or 3.1'}",
                hint="take `bitharbor.qbittorrent.Client` or `AsyncClient`, which speak with 3.0 and younger",
            )
        self._version_text, self._version = told, parse(told)

    async def close(self) -> None:
        """Log out."""
        self._is_closed = True
        await self._client.close()

    async def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """An action by its path, as `app/version`, with its fields by name; JSON is decoded, else it is text."""
        if args:
            raise UsageError("qBittorrent's fields have names", hint="write name=value")
        try:
            body = await self._client.raw(method, **{name: as_field(value) for name, value in kwargs.items()})
        except NotFoundError as error:
            raise UnknownMethodError(f"{method}: qBittorrent {self.version} does not know it", code="404") from error
        return decoded(body)

    async def torrents(self, infohashes: Sequence[str] | None, fields: frozenset[str]) -> list[Torrent]:
        """The list; with what it does not tell asked for each torrent."""
        found = await self._client.torrents.info(hashes=infohashes)
        told = [(name, FIELDS[name].read) for name in fields if name in FIELDS and self._has(FIELDS[name].since)]
        made = [filled(told, one) for one in found]
        missing = fields & self.costly_fields
        if missing:
            turn = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(*(self._fill(torrent, missing, turn) for torrent in made))
        return made

    async def _fill(self, torrent: Torrent, missing: frozenset[str], turn: asyncio.Semaphore) -> None:
        infohash = torrent.infohash
        async with turn, not_there(infohash):
            if details := missing & frozenset(DETAILS):
                told = await self._client.torrents.properties(infohash)
                for name in details:
                    setattr(torrent, name, DETAILS[name](told))
            if "files" in missing or "file_count" in missing:
                files = await self.files(infohash)
                torrent.file_count, torrent.files = len(files) or None, files if "files" in missing else None
            if "trackers" in missing:
                torrent.trackers = await self.trackers(infohash)
            if "peers" in missing:
                torrent.peers = await self.peers(infohash)
            if "web_seeds" in missing:
                torrent.web_seeds = tuple(one.url for one in await self._client.torrents.webseeds(infohash))

    async def add(self, additions: Sequence[Addition], options: AddOptions) -> list[Added]:
        """Add those that are not there, and look until they are."""
        refuse_odd(options.category or "")
        refuse_commas(options.labels, "qBittorrent")
        there = await self._listed_of(additions)
        new = [one for one in first_of_each(additions) if not there & ids_of(one)]
        refusal = await self._send(new, options) if new else None
        come = await self._await_listed(new, has_failed=refusal is not None)
        if options.labels and come and not self._has(ADD_TAGS):
            await self._client.torrents.add_tags(sorted(come), options.labels)
        listed = there | come
        asked_for = {id for one in new for id in ids_of(one)}
        answers: list[Added] = []
        for one in additions:
            ids = ids_of(one)
            found = next((id for id in ids_of(one) if id in listed), None)
            answers.append(
                Added(found, is_already=not ids & asked_for) if found else Added(None, error=refused(one, self.version, refusal))
            )
            asked_for -= ids  # named twice: the second one was there
        return answers

    async def _send(self, new: Sequence[Addition], options: AddOptions) -> ConflictError | MediaRefusedError | None:
        """Send them; since 5.2 an answer of 409 or 415 says that none was taken."""
        try:
            await self._client.torrents.add(
                urls=[one.link for one in new if one.link] or None,
                files={f"{place}.torrent": one.content for place, one in enumerate(new) if one.content is not None} or None,
                save_path=options.location,
                auto_management=False if options.location else None,
                stopped=options.is_stopped,
                skip_checking=None if options.is_verified else True,
                category=options.category,
                tags=options.labels or None if self._has(ADD_TAGS) else None,
                download_limit=options.download_limit,
                upload_limit=options.upload_limit,
            )
        except (ConflictError, MediaRefusedError) as error:
            return error
        return None

    async def _listed_of(self, additions: Sequence[Addition]) -> set[str]:
        ids = sorted({id for one in additions for id in ids_of(one)})
        return {torrent.hash for torrent in await self._client.torrents.info(hashes=ids)} if ids else set()

    async def _await_listed(self, new: Sequence[Addition], *, has_failed: bool) -> set[str]:
        """The ids of those that are listed. Torrents are added one after the other behind the answer (through 5.1)."""
        listed: set[str] = set()
        loop = asyncio.get_running_loop()
        until = loop.time() + (0.0 if has_failed else ADD_PATIENCE)
        while waiting := [one for one in new if not listed & ids_of(one)]:
            found = await self._listed_of(waiting)
            listed |= found
            if len(listed) >= len(new) or loop.time() >= until:
                break
            if found:
                until = loop.time() + ADD_PATIENCE
            await asyncio.sleep(ADD_PAUSE)
        return listed

    async def start(self, infohashes: Sequence[str], *, is_forced: bool) -> Failures:
        """Start; a forced one is started too."""
        if is_forced:
            await self._client.torrents.set_force_start(infohashes, True)
        await self._client.torrents.start(infohashes)
        return NO_FAILURES

    async def stop(self, infohashes: Sequence[str]) -> Failures:
        """Stop."""
        await self._client.torrents.stop(infohashes)
        return NO_FAILURES

    async def remove(self, infohashes: Sequence[str], *, with_data: bool) -> Failures:
        """Remove."""
        await self._client.torrents.delete(infohashes, delete_files=with_data)
        return NO_FAILURES

    async def verify(self, infohashes: Sequence[str]) -> Failures:
        """Recheck."""
        await self._client.torrents.recheck(infohashes)
        return NO_FAILURES

    async def reannounce(self, infohashes: Sequence[str]) -> Failures:
        """Reannounce."""
        await self._client.torrents.reannounce(infohashes)
        return NO_FAILURES

    async def move(self, infohashes: Sequence[str], location: str, *, with_data: bool) -> Failures:  # noqa: ARG002 - always with
        """Move the data; the daemon cannot do it without."""
        await self._client.torrents.set_location(infohashes, location)
        return NO_FAILURES

    async def rename(self, infohash: str, name: str) -> None:
        """The name in lists."""
        async with not_there(infohash):
            await self._client.torrents.rename(infohash, name)

    async def rename_file(self, infohash: str, old: str, new: str) -> None:
        """Rename a file."""
        async with not_there(infohash):
            await self._client.torrents.rename_file(infohash, old, new)

    async def rename_folder(self, infohash: str, old: str, new: str) -> None:
        """Rename a folder."""
        async with not_there(infohash):
            await self._client.torrents.rename_folder(infohash, old, new)

    async def files(self, infohash: str) -> tuple[TorrentFile, ...]:
        """Files. Before 4.4 they have no index: they stand in its order."""
        async with not_there(infohash):
            return tuple(
                TorrentFile(
                    index=place if one.index is None else one.index,
                    path=one.name,
                    size=one.size,
                    progress=one.progress,
                    priority=PRIORITIES.get(one.priority, Priority.NORMAL),
                )
                for place, one in enumerate(await self._client.torrents.files(infohash))
            )

    async def set_priority(self, infohash: str, indexes: Sequence[int], priority: Priority) -> None:
        """Priorities of files; there is no low one."""
        count = len(await self.files(infohash))
        if strange := [index for index in indexes if not 0 <= index < count]:
            raise UsageError(f"the torrent has no file {strange[0]}", hint=f"it has {count}, counted from 0")
        async with not_there(infohash):
            await self._client.torrents.file_priority(infohash, indexes, PRIORITY_NUMBERS[priority])

    async def categories(self) -> tuple[str, ...]:
        """Categories."""
        return tuple(await self._client.torrents.categories())

    async def set_category(self, infohashes: Sequence[str], category: str) -> Failures:
        """Set the category; the daemon refuses one that it does not have, so it is made first."""
        refuse_odd(category)
        if category and category not in await self._client.torrents.categories():
            with suppress(ConflictError):  # somebody else made it meanwhile, or the name is none: the next call tells
                await self._client.torrents.create_category(category)
        await self._client.torrents.set_category(infohashes, category)
        return NO_FAILURES

    async def set_labels(self, infohashes: Sequence[str], labels: Sequence[str]) -> Failures:
        """Tags. Before 5.1 the old ones are taken off by name, those that stay are never off."""
        refuse_commas(labels, "qBittorrent")
        if self._has(SET_TAGS):
            await self._client.torrents.set_tags(infohashes, labels)
            return NO_FAILURES
        found = await self.torrents(infohashes, frozenset({"infohash", "labels"}))
        surplus = {label for torrent in found for label in torrent.labels or ()} - set(labels)
        if labels:
            await self._client.torrents.add_tags(infohashes, labels)
        if surplus:
            await self._client.torrents.remove_tags(infohashes, sorted(surplus))
        return NO_FAILURES

    async def set_limits(self, infohashes: Sequence[str], limits: Limits) -> Failures:
        """Limits. Share limits can only be set all at once: those that stay are read first."""
        if limits.download is not None:
            await self._client.torrents.set_download_limit(infohashes, limits.download)
        if limits.upload is not None:
            await self._client.torrents.set_upload_limit(infohashes, limits.upload)
        if limits.ratio is None and limits.seeding_time is None:
            return NO_FAILURES
        for group, members in by_share_limits(await self._client.torrents.info(hashes=infohashes), limits).items():
            await self._client.torrents.set_share_limits(members, *group)
        return NO_FAILURES

    async def set_session_limits(self, download: int | None, upload: int | None) -> None:
        """The limits that hold at this moment, the alternative ones if those do."""
        if download is not None:
            await self._client.transfer.set_download_limit(download)
        if upload is not None:
            await self._client.transfer.set_upload_limit(upload)

    async def set_alternative_speed(self, is_on: bool) -> None:
        """The alternative limits."""
        await self._client.transfer.set_speed_limits_mode(is_on)

    async def queue(self, infohashes: Sequence[str], place: Place) -> Failures:
        """Move in the queue; refused while queueing is off."""
        move: Callable[[Sequence[str]], Awaitable[None]] = getattr(self._client.torrents, PLACES[place])
        await move(infohashes)
        return NO_FAILURES

    async def trackers(self, infohash: str) -> tuple[Tracker, ...]:
        """Trackers, without the three rows of DHT, PeX and LSD."""
        async with not_there(infohash):
            return tuple(tracker_of(one) for one in await self._client.torrents.trackers(infohash) if one.url not in FIRST_LINES)

    async def add_trackers(self, infohash: str, urls: Sequence[str], tier: int | None) -> None:
        """Add trackers. Each gets a tier of its own; a tier of one's choice can be given since 5.2."""
        if tier is not None and not self._has(TIERS):
            raise UnsupportedError(f"qBittorrent {self.version} chooses the tier of a tracker itself", hint="leave the tier out")
        before = {one.url for one in await self.trackers(infohash)}
        new = [url for url in dict.fromkeys(urls) if url not in before]
        async with not_there(infohash):
            if new:
                await self._client.torrents.add_trackers(infohash, new)
            for url in new if tier is not None else ():
                await self._client.torrents.edit_tracker(infohash, url, tier=tier)

    async def remove_trackers(self, infohash: str, urls: Sequence[str]) -> None:
        """Remove trackers. Of those that are not there newer daemons say nothing; through 4.5.2 a bar in one makes two of it."""
        refuse_strange(urls, await self.trackers(infohash))
        if not self._has(BARS) and (odd := next((url for url in urls if "|" in url), None)):
            raise UnsupportedError(
                f"qBittorrent {self.version} cannot remove {odd}", hint="it takes the | in it for two trackers"
            )
        async with not_there(infohash):
            await self._client.torrents.remove_trackers(infohash, urls)

    async def edit_tracker(self, infohash: str, old: str, new: str) -> None:
        """Edit a tracker."""
        refuse_strange([old], await self.trackers(infohash))
        async with not_there(infohash):
            await self._client.torrents.edit_tracker(infohash, old, new)

    async def peers(self, infohash: str) -> tuple[Peer, ...]:
        """Peers."""
        async with not_there(infohash):
            answer = await self._client.sync.torrent_peers(infohash)
        return tuple(peer_of(one) for one in merge_peers(PeerSnapshot(), answer).peers.values() if one.ip)

    async def add_peers(self, infohash: str, peers: Sequence[str]) -> None:
        """Add peers."""
        await self._look_for(infohash)
        async with not_there(infohash):
            await self._client.torrents.add_peers(infohash, peers)

    async def _look_for(self, infohash: str) -> None:
        """Before orders that all versions (peers), or 5.3 (trackers), take for torrents that they do not have."""
        if not await self._client.torrents.info(hashes=infohash):
            raise UnknownTorrentError(f"the daemon has no torrent {infohash}", hint="it may have been removed; list the torrents")

    async def free_space(self, path: str | None) -> int:
        """At the folder for downloads, or anywhere. Before 5.3 only the state of everything tells it."""
        if path is not None:
            return await self._client.app.free_space(path)
        if self._has(FREE_SPACE_ANYWHERE):
            return await self._client.app.free_space(await self._client.app.default_save_path())
        state = (await self._client.sync.maindata()).server_state or {}
        return cast("int", state["free_space_on_disk"])

    async def session(self) -> SessionInfo:
        """What six small answers say."""
        client = self._client
        info, is_alternative, save_path, api_version, preferences, count = await asyncio.gather(
            client.transfer.info(),
            client.transfer.speed_limits_mode(),
            client.app.default_save_path(),
            client.app.web_api_version(),
            client.app.preferences(),
            self._count(),
        )
        return SessionInfo(
            kind=self.kind,
            version=self.version,
            api_version=api_version,
            download_rate=info.dl_info_speed,
            upload_rate=info.up_info_speed,
            downloaded=info.dl_info_data,
            uploaded=info.up_info_data,
            download_limit=known(info.dl_rate_limit),
            upload_limit=known(info.up_rate_limit),
            is_alternative_speed=is_alternative,
            save_path=save_path,
            free_space=await client.app.free_space(save_path) if self._has(FREE_SPACE_ANYWHERE) else None,
            peer_port=port_of(preferences),
            torrent_count=count,
        )

    async def _count(self) -> int | None:
        return await self._client.torrents.count() if self._has(COUNT) else None

    async def export(self, infohash: str) -> bytes:
        """The `.torrent`."""
        async with not_there(infohash):
            return await self._client.torrents.export(infohash)


@asynccontextmanager
async def not_there(infohash: str) -> AsyncGenerator[None]:
    """Within: what the daemon does not know is the torrent."""
    try:
        yield
    except NotFoundError as error:
        raise UnknownTorrentError(
            f"the daemon has no torrent {infohash}", hint="it may have been removed; list the torrents"
        ) from error


def filled(told: Iterable[tuple[str, Read]], one: Listed) -> Torrent:
    """A torrent with these fields."""
    torrent = Torrent(infohash=one.hash)
    for name, read in told:
        setattr(torrent, name, read(one))
    return torrent


def refuse_odd(category: str) -> None:
    """Refuse what is no name of a category: a slash stands between a category and one within it. Adding would leave it out."""
    if "\\" in category or (category and "" in category.split("/")):
        raise UsageError(f"{category!r} is no category of qBittorrent", hint="no backslash, and slashes between names only")


def ids_of(addition: Addition) -> set[str]:
    """The ids under which the daemon may list it."""
    return set(addition.infohash.torrent_ids) if addition.infohash else set()


def first_of_each(additions: Iterable[Addition]) -> list[Addition]:
    """Without those that were named before."""
    seen: set[str] = set()
    kept: list[Addition] = []
    for one in additions:
        if not seen & ids_of(one):
            kept.append(one)
        seen |= ids_of(one)
    return kept


def refused(addition: Addition, version: str, cause: BitharborError | None) -> TorrentRefusedError:
    """The error of an addition that is not listed."""
    error = TorrentRefusedError(
        f"qBittorrent {version} did not add {addition.given}", hint="its log says why", acted=False if cause else None
    )
    error.__cause__ = cause
    return error


def by_share_limits(found: Iterable[Listed], limits: Limits) -> Mapping[tuple[float, int, int | None], list[str]]:
    """Torrents by the share limits that each shall have."""
    groups: dict[tuple[float, int, int | None], list[str]] = defaultdict(list)
    for one in found:
        ratio = one.ratio_limit if limits.ratio is None else limits.ratio or NONE
        time = one.seeding_time_limit if limits.seeding_time is None else -(-limits.seeding_time // MINUTE) or NONE
        groups[ratio, time, one.inactive_seeding_time_limit].append(one.hash)
    return groups


def refuse_strange(urls: Iterable[str], there: Iterable[Tracker]) -> None:
    """Raise if the torrent has not all of these trackers."""
    if strange := sorted(set(urls) - {one.url for one in there}):
        raise UsageError(f"the torrent has no tracker {strange[0]}", hint="give its address as `trackers` tells it")


def tracker_of(one: ListedTracker) -> Tracker:
    """A tracker. The tier is text or absent in the rows of DHT and its like only."""
    return Tracker(
        url=one.url,
        tier=one.tier if isinstance(one.tier, int) and one.tier >= 0 else 0,
        state=TRACKER_STATES.get(int(one.status), TrackerState.UNKNOWN),
        message=one.msg or None,
        seeds=counted(one.num_seeds),
        leechers=counted(one.num_leeches),
        downloads=counted(one.num_downloaded),
        next_announce=known(one.next_announce),
    )


def peer_of(one: ListedPeer) -> Peer:
    """A peer. Of its flags, E and e say that it is encrypted."""
    return Peer(
        address=one.ip or "",
        port=one.port or 0,
        client=one.client or "",
        progress=one.progress,
        download_rate=one.dl_speed,
        upload_rate=one.up_speed,
        is_encrypted=None if one.flags is None else bool({"E", "e"} & set(one.flags.split())),
    )


def port_of(preferences: Preferences) -> int | None:
    """Where it listens."""
    return preferences.listen_port or None


def as_field(value: Json) -> str:
    """A value as a field of a form: as the daemon reads booleans; what is no text or number is JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else msgspec.json.encode(value).decode()


def decoded(body: bytes) -> Json:
    """Decoded JSON, or the text of a body that is none. A version such as `5.3` would be read as a number: it is text."""
    if body[:1] in b"[{" and body:
        with suppress(msgspec.DecodeError):
            return cast("Json", msgspec.json.decode(body))
    return body.decode(errors="replace")
