"""Members of namespaces that are more than renaming: actions with `.all()`, differences that remember their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._records import LogMainList, RSSitemsDictionary, SyncMainDataDictionary, SyncTorrentPeersDictionary
from .definitions import APIKwargsT, ClientCache

if TYPE_CHECKING:
    from ._generated.faces import LogAPIMixIn, RSSAPIMixIn, SyncAPIMixIn, TorrentsAPIMixIn  # noqa: F401 - named in text: a base class is read at run time

__all__ = ["ActionForAll", "LogMain", "MainData", "RSSItems", "TorrentPeers", "put_category"]

R = TypeVar("R")


class ActionForAll(Generic[R]):
    """An action on torrents: `client.torrents.stop(torrent_hashes=...)`, `client.torrents.stop.all()`."""

    def __init__(self, method: Callable[..., R]) -> None:
        self._method = method

    def __call__(self, torrent_hashes: str | Iterable[str] | None = None, **kwargs: APIKwargsT) -> R:
        return self._method(torrent_hashes=torrent_hashes, **kwargs)

    def all(self, **kwargs: APIKwargsT) -> R:
        """The same for all torrents."""
        return self._method(torrent_hashes="all", **kwargs)


class MainData(ClientCache["SyncAPIMixIn"]):
    """`client.sync.maindata`: callable, with `.delta()` and `.reset_rid()`."""

    _rid: str | int = 0

    def __call__(self, rid: str | int = 0, **kwargs: APIKwargsT) -> SyncMainDataDictionary:
        return self._client.sync_maindata(rid=rid, **kwargs)

    def delta(self, **kwargs: APIKwargsT) -> SyncMainDataDictionary:
        """What changed since the last `delta()`; everything at first."""
        answer = self._client.sync_maindata(rid=self._rid, **kwargs)
        self._rid = answer.get("rid", 0)
        return answer

    def reset_rid(self) -> None:
        """Begin again: the next `delta()` brings everything."""
        self._rid = 0


class TorrentPeers(ClientCache["SyncAPIMixIn"]):
    """`client.sync.torrent_peers`: callable, with `.delta()` and `.reset_rid()`. One number serves all torrents."""

    _rid: str | int = 0

    def __call__(self, torrent_hash: str | None = None, rid: str | int = 0, **kwargs: APIKwargsT) -> SyncTorrentPeersDictionary:
        return self._client.sync_torrent_peers(torrent_hash=torrent_hash, rid=rid, **kwargs)

    def delta(self, torrent_hash: str | None = None, **kwargs: APIKwargsT) -> SyncTorrentPeersDictionary:
        """What changed since the last `delta()`; everything at first."""
        answer = self._client.sync_torrent_peers(torrent_hash=torrent_hash, rid=self._rid, **kwargs)
        self._rid = answer.get("rid", 0)
        return answer

    def reset_rid(self) -> None:
        """Begin again: the next `delta()` brings everything."""
        self._rid = 0


class LogMain(ClientCache["LogAPIMixIn"]):
    """`client.log.main`: callable, with a method for each level that leaves out the lesser ones."""

    def __call__(
        self,
        normal: bool | None = True,
        info: bool | None = True,
        warning: bool | None = True,
        critical: bool | None = True,
        last_known_id: str | int | None = None,
        **kwargs: APIKwargsT,
    ) -> LogMainList:
        return self._client.log_main(
            normal=normal, info=info, warning=warning, critical=critical, last_known_id=last_known_id, **kwargs
        )

    def info(self, last_known_id: str | int | None = None, **kwargs: APIKwargsT) -> LogMainList:
        """All lines."""
        return self(last_known_id=last_known_id, **kwargs)

    def normal(self, last_known_id: str | int | None = None, **kwargs: APIKwargsT) -> LogMainList:
        """Without information."""
        return self(info=False, last_known_id=last_known_id, **kwargs)

    def warning(self, last_known_id: str | int | None = None, **kwargs: APIKwargsT) -> LogMainList:
        """Warnings and critical lines."""
        return self(info=False, normal=False, last_known_id=last_known_id, **kwargs)

    def critical(self, last_known_id: str | int | None = None, **kwargs: APIKwargsT) -> LogMainList:
        """Critical lines."""
        return self(info=False, normal=False, warning=False, last_known_id=last_known_id, **kwargs)


class RSSItems(ClientCache["RSSAPIMixIn"]):
    """`client.rss.items`: callable, with `.with_data` and `.without_data`."""

    def __call__(self, include_feed_data: bool | None = None, **kwargs: APIKwargsT) -> RSSitemsDictionary:
        return self._client.rss_items(include_feed_data=include_feed_data, **kwargs)

    @property
    def with_data(self) -> RSSitemsDictionary:
        """With articles."""
        return self._client.rss_items(include_feed_data=True)

    @property
    def without_data(self) -> RSSitemsDictionary:
        """Without articles."""
        return self._client.rss_items(include_feed_data=False)


def put_category(client: TorrentsAPIMixIn, category: Mapping[str, Any]) -> None:
    """`client.torrent_categories.categories = {"name": ..., ...}`: change the category of that name, or make it."""
    if category.get("name") in client.torrents_categories():
        client.torrents_edit_category(**category)
    else:
        client.torrents_create_category(**category)
