# Written by `make generate` from bitharbor/unified/client.py. Edit that, not this.
"""The methods of `Blocking`: each waits for the one of `TorrentClient` with its name."""

from __future__ import annotations

from collections.abc import Collection, Coroutine, Iterable
from typing import TypeVar

from ...model.infohash import Infohash
from ...model.json import Json
from ..adapter import Place
from ..client import TorrentClient
from ..outcome import Outcome
from ..records import Peer, Priority, SessionInfo, Torrent, TorrentFile, Tracker
from ..sources import Source

T = TypeVar("T")


class BlockingVerbs:
    """What `Blocking` does; it says how it waits."""

    client: TorrentClient

    def run(self, coroutine: Coroutine[object, object, T]) -> T:
        """Wait for a coroutine."""
        raise NotImplementedError

    def connect(self) -> None:
        """Connect and log in. Callers at the same time share one attempt.

        :raises LoginFailed: user name or password are wrong; calls raise it again without asking, until this is called
        """
        self.run(self.client.connect())

    def disconnect(self) -> None:
        """Log out and let go of all connections. The next call connects again."""
        self.run(self.client.disconnect())

    def call(self, method: str, *args: Json, **kwargs: Json) -> Json:
        """Any method of the daemon's own interface.

        :returns: what the daemon answers, in its own form
        :raises UnknownMethodError: it has no such method
        """
        return self.run(self.client.call(method, *args, **kwargs))

    def infohashes(self) -> list[str]:
        """The infohashes of all torrents."""
        return self.run(self.client.infohashes())

    def torrents(self, *infohashes: Infohash | str, fields: Collection[str] | None = None) -> list[Torrent]:
        """All torrents, or the named ones in their order: none named means all, so look before you pass a list that may be empty.

        :param fields: what to ask for; None for all but those that cost a request or a long list each (on any daemon or this one:
            `files`, `trackers`, `peers`, `web_seeds` and `costly_fields`). A field that the daemon cannot tell is None.
        :raises UnknownTorrentError: one of the named is not there
        :raises UsageError: there is no such field
        """
        return self.run(self.client.torrents(*infohashes, fields=fields))

    def torrent(self, infohash: Infohash | str, *, fields: Collection[str] | None = None) -> Torrent:
        """One torrent; as `torrents`."""
        return self.run(self.client.torrent(infohash, fields=fields))

    def session(self) -> SessionInfo:
        """The daemon as a whole."""
        return self.run(self.client.session())

    def free_space(self, path: str | None = None) -> int:
        """Free bytes where a folder of the daemon's machine is; None for the folder that torrents go to."""
        return self.run(self.client.free_space(path))

    def add(
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
        return self.run(
            self.client.add(
                *sources,
                location=location,
                is_stopped=is_stopped,
                is_verified=is_verified,
                category=category,
                labels=labels,
                download_limit=download_limit,
                upload_limit=upload_limit,
            )
        )

    def start(self, *infohashes: Infohash | str, is_forced: bool = False) -> Outcome:
        """Start torrents.

        :param is_forced: without regard to the queue
        """
        return self.run(self.client.start(*infohashes, is_forced=is_forced))

    def stop(self, *infohashes: Infohash | str) -> Outcome:
        """Stop torrents. Those that stand still are stopped too: a daemon may be about to start one that it has just checked."""
        return self.run(self.client.stop(*infohashes))

    def verify(self, *infohashes: Infohash | str) -> Outcome:
        """Check data against the pieces' hashes. Returns when the daemon took the order; see `progress_of_checks`."""
        return self.run(self.client.verify(*infohashes))

    def remove(self, *infohashes: Infohash | str, with_data: bool = False) -> Outcome:
        """Remove torrents.

        :param with_data: their files too
        """
        return self.run(self.client.remove(*infohashes, with_data=with_data))

    def reannounce(self, *infohashes: Infohash | str) -> Outcome:
        """Ask the trackers of torrents now."""
        return self.run(self.client.reannounce(*infohashes))

    def move(self, *infohashes: Infohash | str, location: str, with_data: bool = True) -> Outcome:
        """Give torrents another folder. Daemons move data in the background: `State.MOVING` where they say so.

        :param location: folder on the daemon's machine
        :param with_data: False when the data is there already
        """
        return self.run(self.client.move(*infohashes, location=location, with_data=with_data))

    def set_category(self, *infohashes: Infohash | str, category: str) -> Outcome:
        """Put torrents into a category, which is made if need be; an empty one takes them out."""
        return self.run(self.client.set_category(*infohashes, category=category))

    def set_labels(self, *infohashes: Infohash | str, labels: Iterable[str]) -> Outcome:
        """Give torrents exactly these labels."""
        return self.run(self.client.set_labels(*infohashes, labels=labels))

    def limit(
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
        return self.run(self.client.limit(*infohashes, download=download, upload=upload, ratio=ratio, seeding_time=seeding_time))

    def queue(self, *infohashes: Infohash | str, place: Place | str) -> Outcome:
        """Move torrents in the queue; several keep their order among themselves.

        :param place: `top`, `up`, `down` or `bottom`
        """
        return self.run(self.client.queue(*infohashes, place=place))

    def rename(self, infohash: Infohash | str, name: str) -> None:
        """Give a torrent another name. On Transmission that renames its file or folder too."""
        self.run(self.client.rename(infohash, name))

    def rename_file(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Give a file another path; both with the torrent's own folder, separated by `/`."""
        self.run(self.client.rename_file(infohash, old, new))

    def rename_folder(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Give a folder another path; both with the torrent's own folder, separated by `/`."""
        self.run(self.client.rename_folder(infohash, old, new))

    def files(self, infohash: Infohash | str) -> tuple[TorrentFile, ...]:
        """The files of a torrent; none before its metadata came."""
        return self.run(self.client.files(infohash))

    def set_priority(self, infohash: Infohash | str, *indexes: int, priority: Priority | str) -> None:
        """Say how much files are wanted.

        :param indexes: places of files in the torrent, from 0
        :param priority: `skip`, `low`, `normal` or `high`; a daemon without `low` takes `normal`
        """
        self.run(self.client.set_priority(infohash, *indexes, priority=priority))

    def trackers(self, infohash: Infohash | str) -> tuple[Tracker, ...]:
        """The trackers of a torrent."""
        return self.run(self.client.trackers(infohash))

    def add_trackers(self, infohash: Infohash | str, *urls: str, tier: int | None = None) -> None:
        """Add trackers to a torrent.

        :param tier: from 0; None for tiers of their own behind the others
        """
        self.run(self.client.add_trackers(infohash, *urls, tier=tier))

    def remove_trackers(self, infohash: Infohash | str, *urls: str) -> None:
        """Remove trackers of a torrent."""
        self.run(self.client.remove_trackers(infohash, *urls))

    def edit_tracker(self, infohash: Infohash | str, old: str, new: str) -> None:
        """Put one tracker in place of another."""
        self.run(self.client.edit_tracker(infohash, old, new))

    def peers(self, infohash: Infohash | str) -> tuple[Peer, ...]:
        """The peers that a torrent is connected with."""
        return self.run(self.client.peers(infohash))

    def add_peers(self, infohash: Infohash | str, *peers: str) -> None:
        """Give a torrent peers to try: `host:port`, IPv6 hosts in brackets."""
        self.run(self.client.add_peers(infohash, *peers))

    def export(self, infohash: Infohash | str) -> bytes:
        """The `.torrent` of a torrent."""
        return self.run(self.client.export(infohash))

    def categories(self) -> tuple[str, ...]:
        """The categories that the daemon has."""
        return self.run(self.client.categories())

    def limit_session(self, *, download: int | None = None, upload: int | None = None) -> None:
        """Limit the daemon. None leaves a limit as it is, 0 lifts it.

        :param download: bytes/s
        :param upload: bytes/s
        """
        self.run(self.client.limit_session(download=download, upload=upload))

    def set_alternative_speed(self, is_on: bool) -> None:
        """Switch the alternative limits on or off."""
        self.run(self.client.set_alternative_speed(is_on))
