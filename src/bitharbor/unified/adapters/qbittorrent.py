"""qBittorrent in the words of `unified`. All is asked through the native client; nothing of its protocol is here.

Facts with a version were seen on 4.2.5, 4.5.2, 5.1.0 and 5.3.0.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, cast

import msgspec

from ...errors import ConflictError, LoginFailed, NotFoundError, UnknownMethodError, UnsupportedError, UsageError
from ...qbittorrent.delta import PeerSnapshot, merge_peers
from ...qbittorrent.versions import UNKNOWN, Version, dotted, parse
from ..adapter import NO_FAILURES, Addition, AddOptions, Failures, Limits, Place, Tell
from ..arguments import refuse_commas
from ..capabilities import Capability
from ..records import Peer, Priority, SessionInfo, Torrent, TorrentFile, Tracker
from . import qbittorrent_adding as adding
from . import qbittorrent_fields as table
from .fields import readers_for, torrent_of
from .refusals import refuse_strange, refuse_strange_files, unknown

if TYPE_CHECKING:
    from ...model.json import Json
    from ...qbittorrent.aio import AsyncClient
    from ...qbittorrent.records import Torrent as Listed

NO_LIMIT = -1  # of share limits
AT_ONCE = 10  # requests about single torrents
OLDEST = (4, 1, 0)  # older ones tell too little of a torrent for the fields of all daemons
SET_TAGS = (5, 1, 0)
TIERS = (5, 2, 0)  # of torrents/editTracker
COUNT = (4, 6, 1)
BARS = (5, 3, 0)  # a | in a tracker's address; not on 4.5.2
FREE_SPACE_ANYWHERE = (5, 3, 0)  # app/getFreeSpaceAtPath

ALWAYS = frozenset(
    {
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
        self._told = table.told_by(UNKNOWN)

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
        return frozenset(self._told) | table.COSTLY

    @property
    def costly_fields(self) -> frozenset[str]:
        """What the list of this version does not tell."""
        return table.COSTLY - frozenset(self._told)

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
        self._told = table.told_by(self._version)

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
        readers = readers_for(self._told, fields)
        made = [torrent_of(one.hash, one, readers) for one in found]
        missing = fields & self.costly_fields
        if missing:
            turn = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(*(self._fill(torrent, missing, turn) for torrent in made))
        return made

    async def _fill(self, torrent: Torrent, missing: frozenset[str], turn: asyncio.Semaphore) -> None:
        infohash = torrent.infohash
        async with turn, not_there(infohash):
            if details := missing & frozenset(table.DETAILS):
                told = await self._client.torrents.properties(infohash)
                for name in details:
                    setattr(torrent, name, table.DETAILS[name](told))
            if "files" in missing or "file_count" in missing:
                files = await self.files(infohash)
                torrent.file_count, torrent.files = len(files) or None, files if "files" in missing else None
            if "trackers" in missing:
                torrent.trackers = await self.trackers(infohash)
            if "peers" in missing:
                torrent.peers = await self.peers(infohash)
            if "web_seeds" in missing:
                torrent.web_seeds = tuple(one.url for one in await self._client.torrents.webseeds(infohash))

    async def add(self, additions: Sequence[Addition], options: AddOptions, tell: Tell) -> None:
        """Add them; the list shows them then."""
        refuse_odd(options.category or "")
        refuse_commas(options.labels, "qBittorrent")
        await adding.add(self._client, self._version, additions, options, tell)

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
        """Files."""
        async with not_there(infohash):
            return table.files_of(await self._client.torrents.files(infohash))

    async def set_priority(self, infohash: str, indexes: Sequence[int], priority: Priority) -> None:
        """Priorities of files; there is no low one."""
        refuse_strange_files(indexes, len(await self.files(infohash)))
        async with not_there(infohash):
            await self._client.torrents.file_priority(infohash, indexes, table.PRIORITY_NUMBERS[priority])

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
        """Trackers."""
        async with not_there(infohash):
            return table.trackers_of(await self._client.torrents.trackers(infohash))

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
        refuse_strange(urls, [one.url for one in await self.trackers(infohash)])
        if not self._has(BARS) and (odd := next((url for url in urls if "|" in url), None)):
            raise UnsupportedError(
                f"qBittorrent {self.version} cannot remove {odd}", hint="it takes the | in it for two trackers"
            )
        async with not_there(infohash):
            await self._client.torrents.remove_trackers(infohash, urls)

    async def edit_tracker(self, infohash: str, old: str, new: str) -> None:
        """Edit a tracker."""
        refuse_strange([old], [one.url for one in await self.trackers(infohash)])
        async with not_there(infohash):
            await self._client.torrents.edit_tracker(infohash, old, new)

    async def peers(self, infohash: str) -> tuple[Peer, ...]:
        """Peers."""
        async with not_there(infohash):
            answer = await self._client.sync.torrent_peers(infohash)
        return table.peers_of(merge_peers(PeerSnapshot(), answer).peers.values())

    async def add_peers(self, infohash: str, peers: Sequence[str]) -> None:
        """Add peers."""
        await self._look_for(infohash)
        async with not_there(infohash):
            await self._client.torrents.add_peers(infohash, peers)

    async def _look_for(self, infohash: str) -> None:
        """Before orders that all versions (peers), or 5.3 (trackers), take for torrents that they do not have."""
        if not await self._client.torrents.info(hashes=infohash):
            raise unknown(infohash)

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
            download_limit=table.known(info.dl_rate_limit),
            upload_limit=table.known(info.up_rate_limit),
            is_alternative_speed=is_alternative,
            save_path=save_path,
            free_space=await client.app.free_space(save_path) if self._has(FREE_SPACE_ANYWHERE) else None,
            peer_port=preferences.listen_port or None,
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
        raise unknown(infohash) from error


def refuse_odd(category: str) -> None:
    """Refuse what is no name of a category: a slash stands between a category and one within it. Adding would leave it out."""
    if "\\" in category or (category and "" in category.split("/")):
        raise UsageError(f"{category!r} is no category of qBittorrent", hint="no backslash, and slashes between names only")


def by_share_limits(found: Iterable[Listed], limits: Limits) -> Mapping[tuple[float, int, int | None], list[str]]:
    """Torrents by the share limits that each shall have."""
    groups: dict[tuple[float, int, int | None], list[str]] = defaultdict(list)
    for one in found:
        ratio = one.ratio_limit if limits.ratio is None else limits.ratio or NO_LIMIT
        time = one.seeding_time_limit if limits.seeding_time is None else -(-limits.seeding_time // table.MINUTE) or NO_LIMIT
        groups[ratio, time, one.inactive_seeding_time_limit].append(one.hash)
    return groups


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
