"""The records whose methods ask the client that made them: what is written by hand of them.

What may enter: what such an object takes from its content, and methods that do more than pass a call on. What may
not: methods that are renaming only. Those are generated, in the classes that extend the ones here.
"""

# ruff: noqa: N815 - the interface has these spellings beside the others

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from ._attrdict import item
from .definitions import APIKwargsT, JsonValueT, ListEntry, OwnedDictionary, TorrentState, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._records import TorrentCreatorTaskStatus, TorrentCreatorTaskStatusList


SearchClientT = TypeVar("SearchClientT")


class SearchJobBase(OwnedDictionary[SearchClientT]):
    """A running search; its methods are generated and work on `_search_job_id`."""

    _search_job_id: int | None

    def _settle_in(self) -> None:
        put(self, "_search_job_id", self.get("id"))


class CreatorCalls(Protocol):
    """What a creator task asks of its client beyond passing calls on."""

    def torrentcreator_status(self, task_id: str | None = None, **kwargs: APIKwargsT) -> TorrentCreatorTaskStatusList:
        """The states of the tasks, of one if its id is given."""
        ...


CreatorClientT = TypeVar("CreatorClientT", bound=CreatorCalls)


class TorrentCreatorTaskBase(OwnedDictionary[CreatorClientT]):
    """A creator task; the rest of its methods is generated and works on `task_id`."""

    taskID: str = item("taskID")
    _task_id: str | None

    def _settle_in(self) -> None:
        put(self, "_task_id", self.get("taskID"))

    @property
    def task_id(self) -> str | None:
        """The id under which qBittorrent knows the task."""
        return self._task_id

    def status(self, **kwargs: APIKwargsT) -> TorrentCreatorTaskStatus:
        """The state of this task."""
        return self._client.torrentcreator_status(task_id=self._task_id, **kwargs)[0]


class TorrentCalls(Protocol):
    """What a torrent asks of its client beyond passing calls on."""

    def torrents_info(self, *, torrent_hashes: str | Iterable[str] | None = None) -> Iterable[Mapping[str, JsonValueT]]:
        """The torrents, of some if infohashes are given."""
        ...

    def torrents_download_limit(self, *, torrent_hashes: str | Iterable[str] | None = None) -> Mapping[str, JsonValueT]:
        """Limits by infohash."""
        ...

    def torrents_upload_limit(self, *, torrent_hashes: str | Iterable[str] | None = None) -> Mapping[str, JsonValueT]:
        """Limits by infohash."""
        ...

    def torrents_set_download_limit(
        self, *, limit: str | int | None = None, torrent_hashes: str | Iterable[str] | None = None
    ) -> None:
        """Set the limit of these torrents."""
        ...

    def torrents_set_upload_limit(
        self, *, limit: str | int | None = None, torrent_hashes: str | Iterable[str] | None = None
    ) -> None:
        """Set the limit of these torrents."""
        ...


TorrentClientT = TypeVar("TorrentClientT", bound=TorrentCalls)


class TorrentBase(OwnedDictionary[TorrentClientT], ListEntry):
    """A torrent; the rest of its methods is generated and works on `_torrent_hash`."""

    # as it was when the object was made, whatever becomes of the item
    __slots__ = ("_torrent_hash",)
    _torrent_hash: str | None

    def _settle_in(self) -> None:
        # `reannounce` is a method; qBittorrent 5.0+ sends a key of that name: seconds to the next announce
        if "reannounce" in self:
            self["reannounce_in"] = self.pop("reannounce")
        put(self, "_torrent_hash", self.get("hash"))

    @property
    def state_enum(self) -> TorrentState:
        """The state as an enumeration; UNKNOWN for a word that is not known here."""
        try:
            return TorrentState(self.get("state"))
        except ValueError:
            return TorrentState.UNKNOWN

    @property
    def info(self) -> Self:
        """This torrent as qBittorrent has it now; without content if it is gone."""
        row = self._found(self._client.torrents_info(torrent_hashes=self._torrent_hash))
        if row is None:
            row = self._found(self._client.torrents_info())
        return row if isinstance(row, type(self)) else type(self)(row or {}, self._client)

    def sync_local(self) -> None:
        """Update this object with what qBittorrent has now."""
        self.update(self.info)

    def _found(self, rows: Iterable[Mapping[str, JsonValueT]]) -> Mapping[str, JsonValueT] | None:
        return next((row for row in rows if row.get("hash") == self._torrent_hash), None)

    @property
    def download_limit(self) -> int:
        """The download limit in bytes/second, 0 for none; asked each time, and settable."""
        return self._own(self._client.torrents_download_limit(torrent_hashes=self._torrent_hash))

    @download_limit.setter
    def download_limit(self, val: str | int) -> None:
        self._client.torrents_set_download_limit(limit=val, torrent_hashes=self._torrent_hash)

    @property
    def upload_limit(self) -> int:
        """The upload limit in bytes/second, 0 for none; asked each time, and settable."""
        return self._own(self._client.torrents_upload_limit(torrent_hashes=self._torrent_hash))

    @upload_limit.setter
    def upload_limit(self, val: str | int) -> None:
        self._client.torrents_set_upload_limit(limit=val, torrent_hashes=self._torrent_hash)

    downloadLimit = download_limit
    uploadLimit = upload_limit

    def _own(self, limits: Mapping[str, JsonValueT]) -> int:
        own: int = limits[self._torrent_hash or ""]
        return own
