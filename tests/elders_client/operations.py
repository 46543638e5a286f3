"""What a row about one operation of qBittorrent 3.0 to 4.0 says, and what such rows are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, cast

from tests.elders_client.faces import Scene, torrent_file

import qbittorrentapi
from bitharbor.qbittorrent import Client

MAGNET: Final = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=a+b&tr=http%3A%2F%2Fx%2F%3Fa%26b"
NEW: Final = "0123456789abcdef0123456789abcdef01234567"
THIRD: Final = torrent_file("third", 30_000)


@dataclass(frozen=True)
class Operation:
    """One operation: what it is called there, how the faces ask for it, and what must be true of answer and server then."""

    path: str
    native: Callable[[Client, Scene], Any]
    dropin: Callable[[qbittorrentapi.Client, Scene], Any]
    holds: Callable[[Any, Scene], bool]
    since: tuple[int, ...] = (3, 0)
    until: tuple[int, ...] = (4, 1)
    before: Callable[[Scene], object] = lambda scene: None

    @property
    def name(self) -> str:
        return self.path.strip("/")


def alike(scope: str, name: str, *arguments: Any) -> tuple[Callable[[Any, Scene], Any], Callable[[Any, Scene], Any]]:
    """A method that all faces take with the same arguments."""
    return (
        lambda c, s: getattr(getattr(c, scope), name)(*arguments),
        lambda c, s: getattr(c, f"{scope}_{name}")(*arguments),
    )


def both(name: str, *arguments: Any) -> tuple[Callable[[Any, Scene], Any], Callable[[Any, Scene], Any]]:
    """A torrent method with the infohash first on the native faces, and last in the drop-in."""
    return (
        lambda c, s: getattr(c.torrents, name)(s.first, *arguments),
        lambda c, s: getattr(c, f"torrents_{name}")(*arguments, torrent_hashes=s.first),
    )


def of_first(name: str, spelled: str = "") -> tuple[Callable[[Any, Scene], Any], Callable[[Any, Scene], Any]]:
    """A question about the first torrent."""
    return (
        lambda c, s: getattr(c.torrents, name)(s.first),
        lambda c, s: getattr(c, f"torrents_{spelled or name}")(s.first),
    )


def get(record: Any, name: str) -> Any:
    return cast("dict[str, Any]", record)[name] if isinstance(record, dict) else getattr(record, name)


def first_of(answer: Any, scene: Scene) -> Any:
    return next(one for one in answer if get(one, "hash") == scene.first)


def show(scene: Scene) -> Any:
    return scene.server.torrents[scene.first]


def pause(scene: Scene) -> None:
    for one in scene.server.torrents.values():
        one.paused = True


def queue(scene: Scene) -> list[str]:
    scene.server.holdings.settle()
    return scene.server.holdings.queue
