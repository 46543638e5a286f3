"""Members of namespaces that are more than renaming: actions with `.all()`, differences that remember their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from ._records import SyncMainDataDictionary
from .definitions import APIKwargsT, ClientCache

if TYPE_CHECKING:
    from ._generated.faces import SyncAPIMixIn

__all__ = ["ActionForAll", "MainData"]

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
