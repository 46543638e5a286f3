"""One way to call the three faces, so that one test can be run through each of them.

What may enter: differences of spelling, and a private event loop for the asyncio face. What may not: anything that would hide a
difference of behaviour.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Mapping
from typing import Any, ClassVar, Protocol, Self, TypeVar

from tests.harness.daemon import Daemon

import qbittorrentapi
from bitharbor.qbittorrent import AsyncClient, Client
from bitharbor.qbittorrent.records import Torrent

T = TypeVar("T")


class Row(Protocol):
    """What all faces show of a torrent under the same name."""

    @property
    def hash(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def state(self) -> str: ...

    @property
    def progress(self) -> float: ...


class Blocking:
    """`bitharbor.qbittorrent.Client`."""

    def __init__(self, daemon: Daemon, **options: Any) -> None:
        user, password = options.pop("user", daemon.user), options.pop("password", daemon.password)
        self.client = Client(daemon.url, user, password, **options)

    def version(self) -> str:
        return self.client.app.version() or ""

    def web_api_version(self) -> str:
        return self.client.app.web_api_version()

    def torrents(self, **filters: Any) -> list[Torrent]:
        return self.client.torrents.info(**filters)

    def add(self, **what: Any) -> bool:
        return self.client.torrents.add(**what).is_accepted

    def stop(self, hashes: Any) -> None:
        self.client.torrents.stop(hashes)

    def start(self, hashes: Any) -> None:
        self.client.torrents.start(hashes)

    def delete(self, hashes: Any, *, files: bool = False) -> None:
        self.client.torrents.delete(hashes, files)

    def export(self, torrent_hash: str) -> bytes:
        return self.client.torrents.export(torrent_hash)

    def changes(self, rid: int) -> tuple[int, bool, set[str]]:
        answer = self.client.sync.maindata(rid)
        return answer.rid, answer.full_update, set(answer.torrents or {})

    def log_in(self) -> None:
        self.client.auth.log_in()

    def log_out(self) -> None:
        self.client.auth.log_out()

    def close(self) -> None:
        self.client.close()


class Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Asynchronous:
    """`bitharbor.qbittorrent.AsyncClient`."""

    def __init__(self, daemon: Daemon, **options: Any) -> None:
        self.client = AsyncClient(
            daemon.url, options.pop("user", daemon.user), options.pop("password", daemon.password), **options
        )
        self.loop = Loop()

    def version(self) -> str:
        return self.loop.run(self.client.app.version()) or ""

    def web_api_version(self) -> str:
        return self.loop.run(self.client.app.web_api_version())

    def torrents(self, **filters: Any) -> list[Torrent]:
        return self.loop.run(self.client.torrents.info(**filters))

    def add(self, **what: Any) -> bool:
        return self.loop.run(self.client.torrents.add(**what)).is_accepted

    def stop(self, hashes: Any) -> None:
        self.loop.run(self.client.torrents.stop(hashes))

    def start(self, hashes: Any) -> None:
        self.loop.run(self.client.torrents.start(hashes))

    def delete(self, hashes: Any, *, files: bool = False) -> None:
        self.loop.run(self.client.torrents.delete(hashes, files))

    def export(self, torrent_hash: str) -> bytes:
        return self.loop.run(self.client.torrents.export(torrent_hash))

    def changes(self, rid: int) -> tuple[int, bool, set[str]]:
        answer = self.loop.run(self.client.sync.maindata(rid))
        return answer.rid, answer.full_update, set(answer.torrents or {})

    def log_in(self) -> None:
        self.loop.run(self.client.auth.log_in())

    def log_out(self) -> None:
        self.loop.run(self.client.auth.log_out())

    def close(self) -> None:
        self.loop.run(self.client.close())
        self.loop.close()


class DropIn:
    """`qbittorrentapi.Client`."""

    # native argument -> the drop-in's
    SPELLED: ClassVar[Mapping[str, str]] = {
        "filter": "status_filter",
        "hashes": "torrent_hashes",
        "files": "torrent_files",
        "stopped": "is_stopped",
        "skip_checking": "is_skip_checking",
    }

    def __init__(self, daemon: Daemon, **options: Any) -> None:
        options.pop("timeout", None)
        self.client = qbittorrentapi.Client(
            host=daemon.url,
            username=options.pop("user", daemon.user),
            password=options.pop("password", daemon.password),
            FORCE_SCHEME_FROM_HOST=True,
            RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True,
            **options,
        )

    def _spelled(self, arguments: dict[str, Any]) -> dict[str, Any]:
        return {self.SPELLED.get(name, name): value for name, value in arguments.items()}

    def version(self) -> str:
        return self.client.app_version()

    def web_api_version(self) -> str:
        return self.client.app_web_api_version()

    def torrents(self, **filters: Any) -> list[qbittorrentapi.TorrentDictionary]:
        return list(self.client.torrents_info(**self._spelled(filters)))

    def add(self, **what: Any) -> bool:
        return self.client.torrents_add(**self._spelled(what)) == "Ok."

    def stop(self, hashes: Any) -> None:
        self.client.torrents_stop(torrent_hashes=hashes)

    def start(self, hashes: Any) -> None:
        self.client.torrents_start(torrent_hashes=hashes)

    def delete(self, hashes: Any, *, files: bool = False) -> None:
        self.client.torrents_delete(delete_files=files, torrent_hashes=hashes)

    def export(self, torrent_hash: str) -> bytes:
        return self.client.torrents_export(torrent_hash=torrent_hash)

    def changes(self, rid: int) -> tuple[int, bool, set[str]]:
        answer = self.client.sync_maindata(rid=rid)
        return answer["rid"], bool(answer.get("full_update")), set(answer.get("torrents", {}))

    def log_in(self) -> None:
        self.client.auth_log_in()

    def log_out(self) -> None:
        self.client.auth_log_out()

    def close(self) -> None:
        self.client.close()
