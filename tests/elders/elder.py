"""A scripted server, as a context manager for tests.

with Elder("3.1.12", language="ru") as server:
    requests.get(f"{server.url}/json/torrents", auth=HTTPDigestAuth("admin", "adminadmin"))
    server.torrents[infohash].dlspeed = 106_600
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from tests.elders import metainfo
from tests.elders.clock import Clock
from tests.elders.cookie import Cookie
from tests.elders.digest import Digest
from tests.elders.holdings import Holdings
from tests.elders.profiles import profile
from tests.elders.serving import HOST, Serving
from tests.elders.settings import Settings
from tests.elders.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from tests.elders.holdings import Totals
    from tests.elders.torrents import Torrent
    from tests.elders.wire import Json, Request

SAVE_PATH: Final = "/srv/torrents/downloads"
LOCALES: Final = {"en": "en_GB", "ru": "ru_RU"}


@dataclass
class Loss:
    """Connections that are to break: whether after the daemon acted, and of which path's requests only."""

    left: int
    acted: bool
    path: str


class ScriptError(RuntimeError):
    """The scripted server itself is wrong: its cause says where."""


class Elder:
    """One scripted server on loopback. What it knows may be read and set at any time.

    `language` is "en" or "ru"; `system` the locale of its machine, by which dates and, before 3.1.10, numbers are written.
    """

    def __init__(
        self,
        version: str,
        *,
        port: int = 0,
        language: str = "en",
        system: str | None = None,
        username: str = "admin",
        password: str = "adminadmin",  # noqa: S107  the default of every one of these versions
        save_path: str = SAVE_PATH,
        clock: Clock | None = None,
    ) -> None:
        if not {language, system or language} <= set(LANGUAGES):
            raise ValueError(f"no words of the language {language!r}: en and ru can be had")
        self.profile = profile(version)
        self.clock = clock or Clock()
        self.settings = Settings(self.profile, username, password, save_path)
        self.settings.values["locale"] = LOCALES[language]
        self.holdings = Holdings(self.profile, self.settings, self.clock)
        self.wording = Wording(self.profile, language, system or language)
        make = Digest if self.profile.is_digest else Cookie
        self.generation = make(self.holdings, self.wording, self._shut_down)
        self.requests: list[Request] = []
        """Every request that was wholly read, in order."""
        self.was_shut_down = threading.Event()
        self._losses: list[Loss] = []
        self._lock = threading.RLock()
        self._serving = Serving(self._answer, port)

    def __enter__(self) -> Self:
        self._serving.start()
        self.settings.values["web_ui_port"] = self.port
        self._tell_port()
        return self

    def __exit__(self, *_: object) -> None:
        self._serving.stop()
        if self._serving.failures:
            raise ScriptError(self.profile.version) from self._serving.failures[0]

    @property
    def port(self) -> int:
        return self._serving.port

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def torrents(self) -> dict[str, Torrent]:
        """By infohash, in lower case."""
        return self.holdings.torrents

    @property
    def preferences(self) -> dict[str, Json]:
        """As kept: limits in bytes a second, whatever the version prints."""
        return self.settings.values

    @property
    def totals(self) -> Totals:
        return self.holdings.totals

    @property
    def downloads(self) -> dict[str, bytes]:
        """What stands at a URL: the .torrent file that an order to add the URL fetches."""
        return self.holdings.downloads

    def add(self, torrent: Torrent | bytes) -> Torrent:
        """Add a torrent past HTTP; bytes are a .torrent file."""
        made = metainfo.out_of_file(torrent) if isinstance(torrent, bytes) else torrent
        with self._lock:
            self.holdings.add(made)
            self.holdings.settle()
        return made

    def lose(self, count: int = 1, *, acted: bool = False, path: str = "") -> None:
        """Close the next connections unanswered, before or after acting; only those to `path` if it is given."""
        self._losses.append(Loss(count, acted, path))

    def forget_bans(self) -> None:
        """What a restart does."""
        self.generation.bans.lift()

    def _answer(self, request: Request) -> bytes | None:
        with self._lock:
            self.requests.append(request)
            loss = next((loss for loss in self._losses if loss.left and loss.path in {"", request.path}), None)
            if loss:
                loss.left -= 1
            if loss and not loss.acted:
                return None
            answer = self.generation.answer(request)
            self._move_if_told()
            return None if loss else answer

    def _move_if_told(self) -> None:
        """A new web_ui_port moves the server at once, after the answer on the old port."""
        wanted = self.settings.integer("web_ui_port")
        told = "web_ui_port" in self.settings.just_written
        self.settings.just_written.clear()
        if told and wanted != self.port:
            self._serving.move_soon(wanted)
            self._tell_port(wanted)

    def _tell_port(self, port: int | None = None) -> None:
        if isinstance(self.generation, Cookie):
            self.generation.port = self.port if port is None else port

    def _shut_down(self) -> None:
        self.was_shut_down.set()
        self._serving.stop_listening_soon()
