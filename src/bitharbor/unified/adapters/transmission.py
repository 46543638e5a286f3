"""Transmission in the words of `unified`. All is asked through its client; nothing of its protocol is here.

Facts with a version were seen on 3.00 (rpc 16), 4.1.0-beta.2 (18) and 4.1.4 (19); 17 is 4.0.
"""

from __future__ import annotations

import asyncio
import posixpath
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn, cast

from ...errors import (
    AlreadyAddedError,
    BadAnswerError,
    BitharborError,
    RpcError,
    UnsupportedError,
    UsageError,
)
from ...model.json import Json
from ..adapter import NO_FAILURES, Added, Addition, AddOptions, Failures, Limits, Place, Tell
from ..arguments import refuse_commas
from ..capabilities import Capability
from ..records import Peer, Priority, SessionInfo, Torrent, TorrentFile, Tracker
from . import transmission_fields as table
from . import transmission_settling as settling
from .fields import readers_for, torrent_of
from .refusals import refuse_strange, refuse_strange_files, unknown

if TYPE_CHECKING:
    from ...transmission.client import TransmissionClient
    from ...transmission.records import Settings
    from ...transmission.records import Torrent as Listed

STOPS_CHECKED = 17  # rpc version; before, a torrent that is stopped while it is checked starts when the check is done
TRACKER_LIST = 17  # rpc version; before, trackers are added and removed by number
NO_RATIO_LIMIT = 2  # of `seed_ratio_mode`

SINCE: Mapping[Capability, int] = {
    Capability.ADD_LABELS: table.LABELS,
    Capability.FORCE_START: 0,
    Capability.REMOVE_DATA: 0,
    Capability.MOVE: 0,
    Capability.SET_LOCATION: 0,
    Capability.RENAME: 0,
    Capability.RENAME_FILE: 0,
    Capability.RENAME_FOLDER: 0,
    Capability.FILE_PRIORITY: 0,
    Capability.LABELS: table.LABELS,
    Capability.TORRENT_LIMITS: 0,
    Capability.RATIO_LIMIT: 0,
    Capability.SESSION_LIMITS: 0,
    Capability.ALTERNATIVE_SPEED: 0,
    Capability.QUEUE: 0,
    Capability.ADD_TRACKERS: 0,
    Capability.REMOVE_TRACKERS: 0,
    Capability.EDIT_TRACKERS: 0,
    Capability.PEERS: 0,
    Capability.FREE_SPACE: 0,
    Capability.FREE_SPACE_ANYWHERE: 0,
}

PRIORITY_KEYS: Mapping[Priority, tuple[str, ...]] = {
    Priority.SKIP: ("files_unwanted",),
    Priority.LOW: ("files_wanted", "priority_low"),
    Priority.NORMAL: ("files_wanted", "priority_normal"),
    Priority.HIGH: ("files_wanted", "priority_high"),
}
SESSION_KEYS = (
    "version",
    "rpc_version",
    "rpc_version_semver",
    "download_dir",
    "peer_port",
    "alt_speed_enabled",
    "alt_speed_down",
    "alt_speed_up",
    "speed_limit_down",
    "speed_limit_down_enabled",
    "speed_limit_up",
    "speed_limit_up_enabled",
)


class TransmissionAdapter:
    """Transmission behind its client.

    :param client: ready to be used; closed by `close`, and opened again by `open`
    """

    kind = "transmission"

    def __init__(self, client: TransmissionClient) -> None:
        self.client = client
        self.version: str = ""
        self._rpc_version = 0
        self._told = table.told_by(0)
        self._epoch = 0
        self._rewriting = asyncio.Lock()

    @property
    def address(self) -> str:
        """The URL of its RPC."""
        return self.client.address

    @property
    def capabilities(self) -> frozenset[Capability]:
        """By rpc version; all before it is known."""
        return frozenset(one for one, since in SINCE.items() if self._has(since))

    @property
    def fields(self) -> frozenset[str]:
        """What the list tells."""
        return frozenset(self._told)

    @property
    def costly_fields(self) -> frozenset[str]:
        """They cost no request more, but make the answer many times larger."""
        return table.COSTLY

    def _has(self, since: int) -> bool:
        return not self._rpc_version or self._rpc_version >= since

    async def open(self) -> None:
        """Try the password, and ask for the version."""
        self._learn(await self.client.log_in())

    def _learn(self, settings: Settings) -> None:
        if settings.version is None or settings.rpc_version is None:
            raise BadAnswerError(f"what answers at {self.address} does not say which Transmission it is")
        self.version = settings.version.partition(" ")[0]  # a commit stands in brackets behind it
        self._rpc_version = settings.rpc_version
        self._told = table.told_by(self._rpc_version)
        self._epoch = self.client.epoch

    async def close(self) -> None:
        """Let go of all connections; there is no session to end."""
        await self.client.close()

    async def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """Any method, with its arguments by name or as one dictionary; the whole answer in its classic form."""
        if len(args) > 1 or any(not isinstance(one, dict) for one in args):
            raise UsageError("Transmission's arguments have names", hint="write name=value, or give one dictionary")
        return await self.client.call(method, cast("dict[str, Json]", args[0]) if args else None, **kwargs)

    # asking

    async def torrents(self, infohashes: Sequence[str] | None, fields: frozenset[str]) -> list[Torrent]:
        """The list, in one request, with no more than what the fields need."""
        if infohashes is not None and not infohashes:
            return []
        try:
            found = await self.client.torrent_get(table.keys_for(self._told, fields), infohashes)
        except BadAnswerError:  # 3.00 answers 0 for what it does not know
            if not await self._is_replaced():
                raise
            return await self.torrents(infohashes, fields)
        if await self._is_replaced():
            return await self.torrents(infohashes, fields)
        readers = readers_for(self._told, fields)
        return [torrent_of(table.infohash_of(one), one, readers) for one in found]

    async def _is_replaced(self) -> bool:
        """Whether another version answers now; it is learned then. Asked only where the session is another one."""
        if self.client.epoch == self._epoch:
            return False
        before = self._rpc_version
        self._learn(await self.client.session_get(SESSION_KEYS))
        return self._rpc_version != before

    async def _one(self, infohash: str, *keys: str) -> Listed:
        """One torrent.

        :raises UnknownTorrentError: it is not there
        """
        found = await self.client.torrent_get(["hash_string", *keys], [infohash])
        if not found:
            raise unknown(infohash)
        return found[0]

    async def files(self, infohash: str) -> tuple[TorrentFile, ...]:
        """Files with progress and priorities."""
        return table.files_of(await self._one(infohash, *table.FIELDS["files"].keys))

    async def trackers(self, infohash: str) -> tuple[Tracker, ...]:
        """Trackers."""
        return table.trackers_of(await self._one(infohash, "tracker_stats"))

    async def peers(self, infohash: str) -> tuple[Peer, ...]:
        """Peers."""
        return table.peers_of(await self._one(infohash, "peers"))

    async def free_space(self, path: str | None) -> int:
        """At any folder; 4.1.0-beta.2 answers -1 where there is none, others refuse."""
        place = path
        if place is None:
            place = (await self.client.session_get(["download_dir"])).download_dir or ""
        free = (await self.client.free_space(place)).size_bytes
        if free < 0:
            raise RpcError(f"Transmission cannot tell the free space of {place}", hint="is it there, on the daemon's machine?")
        return free

    async def session(self) -> SessionInfo:
        """What three small answers say."""
        settings, stats = await asyncio.gather(self.client.session_get(SESSION_KEYS), self.client.session_stats())
        return SessionInfo(
            kind=self.kind,
            version=self.version,
            api_version=settings.rpc_version_semver or str(settings.rpc_version),
            download_rate=int(stats.download_speed),
            upload_rate=int(stats.upload_speed),
            downloaded=stats.current_stats.downloaded_bytes,
            uploaded=stats.current_stats.uploaded_bytes,
            download_limit=limit_in_force(settings, "down"),
            upload_limit=limit_in_force(settings, "up"),
            is_alternative_speed=settings.alt_speed_enabled,
            save_path=settings.download_dir,
            free_space=await self._own_free_space(settings.download_dir),
            peer_port=settings.peer_port,
            torrent_count=stats.torrent_count,
        )

    async def _own_free_space(self, path: str | None) -> int | None:
        try:
            return await self.free_space(path)
        except RpcError:  # the folder is not there yet
            return None

    # adding

    async def add(self, additions: Sequence[Addition], options: AddOptions, tell: Tell) -> None:
        """Add one after the other, so that they stand in the queue as they were named. Each answer says that it is listed."""
        refuse_commas(options.labels, "Transmission")
        for place, addition in enumerate(additions):
            tell(place, await self._added(addition, options))

    async def _added(self, addition: Addition, options: AddOptions) -> Added:
        infohash = None
        later = settings_after(options, has_labels=self._has(table.GROUPS))
        try:
            told = await self.client.torrent_add(
                metainfo=addition.content,
                link=addition.link if addition.content is None else None,
                download_dir=options.location,
                is_paused=options.is_stopped or bool(later),
                labels=options.labels or None if self._has(table.GROUPS) else None,
            )
            infohash = told.infohash
            if told.is_duplicate:
                return Added(infohash, is_already=True)
            if later:
                await self.client.order("torrent_set", [infohash], **later)
                if not options.is_stopped:
                    await self.client.order("torrent_start", [infohash])
        except AlreadyAddedError:  # 4.0.0 to 4.0.2 do not say which
            return Added(addition.infohash.v1, is_already=True)
        except BitharborError as error:
            if infohash:
                error.acted = True  # it is there, without what was to be set
            return Added(infohash, error=error)
        return Added(infohash)

    # orders

    async def start(self, infohashes: Sequence[str], *, is_forced: bool) -> Failures:
        """Start."""
        await self.client.order("torrent_start_now" if is_forced else "torrent_start", infohashes)
        return NO_FAILURES

    async def stop(self, infohashes: Sequence[str]) -> Failures:
        """Stop. 3.00 takes the order for a torrent that it checks, but starts it when the check is done."""
        await self.client.order("torrent_stop", infohashes)
        return NO_FAILURES if self._has(STOPS_CHECKED) else await settling.stopped_after_check(self.client, infohashes)

    async def remove(self, infohashes: Sequence[str], *, with_data: bool) -> Failures:
        """Remove."""
        await self.client.order("torrent_remove", infohashes, delete_local_data=with_data)
        return NO_FAILURES

    async def verify(self, infohashes: Sequence[str]) -> Failures:
        """Check the data."""
        await self.client.order("torrent_verify", infohashes)
        return NO_FAILURES

    async def reannounce(self, infohashes: Sequence[str]) -> Failures:
        """Ask the trackers."""
        await self.client.order("torrent_reannounce", infohashes)
        return NO_FAILURES

    async def move(self, infohashes: Sequence[str], location: str, *, with_data: bool) -> Failures:
        """Move. The daemon takes every order; 4.x says in the torrent's error that it failed, 3.00 does not say it at all."""
        before = await settling.places(self.client, infohashes)
        await self.client.order("torrent_set_location", infohashes, location=location, move=with_data)
        try:
            return await settling.arrived(self.client, infohashes, location, before)
        except BitharborError as error:  # whoever cannot look any more does not know
            error.acted = None
            raise

    async def rename(self, infohash: str, name: str) -> None:
        """Rename the file or folder of a torrent, and so the torrent. All versions take a name that another has: both then have
        the same files.
        """
        torrent = await self._one(infohash, "name", "download_dir")
        if torrent.name == name:
            return
        others = await self.client.torrent_get(["name", "download_dir"])
        if any((one.name, one.download_dir) == (name, torrent.download_dir) for one in others):
            raise UsageError(f"another torrent in {torrent.download_dir} has the name {name!r}", hint="take another name")
        await self.client.rename_path(infohash, torrent.name or "", checked_name(name))

    async def rename_file(self, infohash: str, old: str, new: str) -> None:
        """Rename a file in its folder."""
        await self._rename(infohash, old, new, "file")

    async def rename_folder(self, infohash: str, old: str, new: str) -> None:
        """Rename a folder where it is."""
        await self._rename(infohash, old, new, "folder")

    async def _rename(self, infohash: str, old: str, new: str, what: str) -> None:
        """Only the last part of a path can change. That it is there, and the other not, was seen before: 3.00 takes any name."""
        folder, name = posixpath.split(new)
        if folder != posixpath.dirname(old):
            raise UnsupportedError(
                f"Transmission cannot move a {what} into another folder", hint="only the last part of the path can change"
            )
        await self.client.rename_path(infohash, old, checked_name(name))

    async def set_priority(self, infohash: str, indexes: Sequence[int], priority: Priority) -> None:
        """Priorities of files; those that are skipped keep theirs for later. Of several, the daemon sets those that stand before
        one that is not there.
        """
        refuse_strange_files(indexes, len((await self._one(infohash, "priorities")).priorities or ()))
        await self._set(infohash, **{key: list[Json](indexes) for key in PRIORITY_KEYS[priority]})

    async def _set(self, infohash: str, **settings: Json) -> None:
        await self.client.order("torrent_set", [infohash], **settings)

    async def set_labels(self, infohashes: Sequence[str], labels: Sequence[str]) -> Failures:
        """Labels. 3.00 refuses a label that is named twice; all refuse one with a comma."""
        refuse_commas(labels, "Transmission")
        await self.client.order("torrent_set", infohashes, labels=list(dict.fromkeys(labels)))
        return NO_FAILURES

    async def set_limits(self, infohashes: Sequence[str], limits: Limits) -> Failures:
        """Limits, in kB/s."""
        if limits.seeding_time is not None:
            unsupported("limit the seeding time of a torrent")
        settings = {**speed_limits("download", limits.download), **speed_limits("upload", limits.upload)}
        if limits.ratio is not None:
            settings |= {"seed_ratio_limit": limits.ratio, "seed_ratio_mode": table.OWN if limits.ratio else NO_RATIO_LIMIT}
        await self.client.order("torrent_set", infohashes, **settings)
        return NO_FAILURES

    async def queue(self, infohashes: Sequence[str], place: Place) -> Failures:
        """Move in the queue; the daemon keeps the order of several."""
        await self.client.order(f"queue_move_{place.value}", infohashes)
        return NO_FAILURES

    # trackers

    async def add_trackers(self, infohash: str, urls: Sequence[str], tier: int | None) -> None:
        """Add trackers. 3.00 gives each a tier of its own; 4.x puts those of one host into one tier, whatever was wanted."""
        if self._has(TRACKER_LIST):
            await self._rewrite(infohash, lambda tiers: with_trackers(tiers, urls, tier))
            return
        if tier is not None:
            raise UnsupportedError(f"Transmission {self.version} chooses the tier of a tracker itself", hint="leave the tier out")
        there = {one.announce for one in (await self._one(infohash, "tracker_stats")).tracker_stats or ()}
        if new := [url for url in dict.fromkeys(urls) if url not in there]:
            await self._set(infohash, tracker_add=list[Json](new))

    async def remove_trackers(self, infohash: str, urls: Sequence[str]) -> None:
        """Remove trackers."""
        if self._has(TRACKER_LIST):
            await self._rewrite(infohash, lambda tiers: without_trackers(tiers, urls))
            return
        numbers = await self._tracker_numbers(infohash, urls)
        await self._set(infohash, tracker_remove=list[Json](numbers))

    async def edit_tracker(self, infohash: str, old: str, new: str) -> None:
        """Replace a tracker where it stands."""
        if self._has(TRACKER_LIST):
            await self._rewrite(infohash, lambda tiers: with_other_tracker(tiers, old, new))
            return
        numbers = await self._tracker_numbers(infohash, [old])
        await self._set(infohash, tracker_replace=[*numbers, new])

    async def _tracker_numbers(self, infohash: str, urls: Sequence[str]) -> list[int]:
        """Numbers of trackers, by which 3.00 knows them."""
        stats = (await self._one(infohash, "tracker_stats")).tracker_stats or ()
        refuse_strange(urls, [one.announce for one in stats])
        return [one.id for one in stats if one.announce in urls]

    async def _rewrite(self, infohash: str, change: Callable[[list[list[str]]], list[list[str]]]) -> None:
        """Read the list of trackers, change it, and write it, one change at a time."""
        async with self._rewriting:
            text = (await self._one(infohash, "tracker_list")).tracker_list or ""
            tiers = [block.split() for block in text.split("\n\n") if block.strip()]
            changed = [tier for tier in change([list(tier) for tier in tiers]) if tier]
            if changed != tiers:
                await self._set(infohash, tracker_list="\n\n".join("\n".join(tier) for tier in changed))

    # the daemon

    async def set_session_limits(self, download: int | None, upload: int | None) -> None:
        """The ordinary limits, also while the alternative ones hold."""
        settings: dict[str, Json] = {}
        for way, value in (("down", download), ("up", upload)):
            if value is not None:
                settings[f"speed_limit_{way}_enabled"] = value > 0
            if value:
                settings[f"speed_limit_{way}"] = kilobytes(value)
        if settings:
            await self.client.session_set(**settings)

    async def set_alternative_speed(self, is_on: bool) -> None:
        """The alternative limits."""
        await self.client.session_set(alt_speed_enabled=is_on)

    # what it cannot do

    async def categories(self) -> tuple[str, ...]:
        """It has none."""
        unsupported("have categories")

    async def set_category(self, infohashes: Sequence[str], category: str) -> Failures:  # noqa: ARG002 - as the others
        """It has none."""
        unsupported("have categories")

    async def add_peers(self, infohash: str, peers: Sequence[str]) -> None:  # noqa: ARG002 - as the others
        """It takes none."""
        unsupported("add peers")

    async def export(self, infohash: str) -> bytes:  # noqa: ARG002 - as the others
        """It tells a path of its own machine only."""
        unsupported("export the .torrent")


def unsupported(what: str) -> NoReturn:
    """Raise for what no version can do."""
    raise UnsupportedError(f"Transmission cannot {what}", hint="see `capabilities` for what it can do")


def kilobytes(value: int) -> int:
    """A limit as the daemon takes it: at least 1, as 0 would stop all."""
    return max(1, round(value / table.KILO))


def speed_limits(way: str, value: int | None) -> dict[str, Json]:
    """The settings for one limit of a torrent."""
    if value is None:
        return {}
    return {f"{way}_limit": kilobytes(value), f"{way}_limited": True} if value else {f"{way}_limited": False}


def settings_after(options: AddOptions, *, has_labels: bool) -> dict[str, Json]:
    """What can be set only once the torrent is there; before it starts. Labels can be given with it since 4.0."""
    labels: dict[str, Json] = {} if has_labels or not options.labels else {"labels": list(dict.fromkeys(options.labels))}
    return {
        **labels,
        **speed_limits("download", options.download_limit or None),
        **speed_limits("upload", options.upload_limit or None),
    }


def limit_in_force(settings: Settings, way: str) -> int | None:
    """The limit of the daemon that holds at this moment, in bytes/s."""
    if settings.alt_speed_enabled:
        return table.kilo(cast("float | None", getattr(settings, f"alt_speed_{way}")))
    if not getattr(settings, f"speed_limit_{way}_enabled"):
        return None
    return table.kilo(cast("float | None", getattr(settings, f"speed_limit_{way}")))


def checked_name(name: str) -> str:
    """A name without a folder."""
    if not name or "/" in name or name in (".", ".."):
        raise UsageError(f"{name!r} is no name of a file", hint="give a name without a slash")
    return name


def with_trackers(tiers: list[list[str]], urls: Sequence[str], tier: int | None) -> list[list[str]]:
    """The tiers with further trackers, in one tier or each in its own behind the others."""
    there = {url for group in tiers for url in group}
    new = [url for url in dict.fromkeys(urls) if url not in there]
    if tier is None:
        return [*tiers, *([url] for url in new)]
    if tier >= len(tiers):
        return [*tiers, new]
    return [*tiers[:tier], [*tiers[tier], *new], *tiers[tier + 1 :]]


def without_trackers(tiers: list[list[str]], urls: Sequence[str]) -> list[list[str]]:
    """The tiers without some trackers."""
    refuse_strange(urls, (url for group in tiers for url in group))
    return [[url for url in group if url not in urls] for group in tiers]


def with_other_tracker(tiers: list[list[str]], old: str, new: str) -> list[list[str]]:
    """The tiers with one tracker in place of another."""
    refuse_strange([old], (url for group in tiers for url in group))
    return [[new if url == old else url for url in group] for group in tiers]
