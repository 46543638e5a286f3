"""The client: `TransmissionClient`. It brings the transport and the driver together with the flows."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from ..errors import BadAnswerError, ClosedError, UsageError
from ..model.json import Json
from ..transport.asynchronous import AiohttpTransport
from ..wire.asynchronous import AsyncDriver
from ..wire.headers import basic, refuse_unsendable
from . import records
from .address import parse
from .dialects import SUCCESS, UnreadableError
from .flows import Told, call_of, fetch
from .names import classic_answer, modern
from .records import Group, Groups, Settings, Space, Stats, Torrent
from .session import Dialect, Session

if TYPE_CHECKING:
    import aiohttp

T = TypeVar("T", bound=msgspec.Struct)

CALL_SECONDS = 60.0
SILENCE_SECONDS = 3600.0  # a daemon that fetches a blocklist says nothing meanwhile; the call's own time bounds it
RECENTLY_ACTIVE = "recently_active"

Ids = Sequence[str | int] | str | None
"""Infohashes or numbers of torrents, or `recently_active`; None for all where that is harmless."""


@dataclass(frozen=True, slots=True)
class AddedTorrent:
    """What became of a torrent that was to be added.

    :ivar infohash: by which the daemon lists it
    :ivar is_duplicate: the daemon had it before
    """

    infohash: str
    name: str | None = None
    is_duplicate: bool = False


class TransmissionClient:
    """A Transmission, 3.00 or newer, on an event loop. Any number of its tasks may share one client.

    Nothing is sent before the first call. Which of its two languages the daemon speaks is learned from the first answer, and
    learned again when another daemon took its place. Methods and arguments may be spelled in either of them.

    :param url: `[http[s]://][user:password@]host[:port][/path]`; usually port 9091 and `/transmission/rpc`
    :param username: beats the one in the URL
    :param password: beats the one in the URL
    :param timeout: seconds for each call with its repeats; None for no bound
    :param verify: False accepts any certificate; text names a file or folder of trusted ones
    :param headers: further headers of each request
    :param session: an `aiohttp.ClientSession` of your own; it is neither changed nor closed
    :param proxy: URL of an HTTP or SOCKS proxy; None for what the environment says
    :raises UsageError: the URL cannot be understood
    """

    def __init__(
        self,
        url: str = "",
        username: str | None = None,
        password: str | None = None,
        *,
        timeout: float | None = CALL_SECONDS,
        verify: bool | str = True,
        headers: Mapping[str, str] | None = None,
        session: aiohttp.ClientSession | None = None,
        proxy: str | None = None,
    ) -> None:
        place = parse(url)
        user = place.user if username is None else username
        secret = place.password if password is None else password
        login = {"Authorization": basic(user, secret)} if user or secret else {}
        sent = {**login, **(headers or {})}
        refuse_unsendable(sent)
        self._session = Session(place.url, place.url, sent, has_credentials=bool(login), timeout=timeout)
        self._own_session = session
        self._verify = verify
        self._proxy = proxy
        self._connect()

    def _connect(self) -> None:
        self._transport = AiohttpTransport(
            self._own_session, read_timeout=SILENCE_SECONDS, verify=self._verify, proxy=self._proxy
        )
        self._driver = AsyncDriver(self._transport)

    @property
    def address(self) -> str:
        """Where the daemon is, without credentials."""
        return self._session.address

    @property
    def is_modern(self) -> bool:
        """Whether it speaks JSON-RPC 2.0, as far as was learned."""
        return self._session.dialect is Dialect.MODERN

    @property
    def epoch(self) -> int:
        """Counts the session ids that were learned: while it stays the same, the daemon was neither restarted nor replaced."""
        return self._session.epoch

    async def log_in(self) -> Settings:
        """Begin anew: learn what is there, and try the password, also one that was refused. A closed client is open again.

        :returns: what the daemon says of itself
        """
        if self._transport.is_closed:
            self._connect()
        self._session.forget()
        return await self.session_get()

    # any method

    async def call(self, method: str, arguments: Mapping[str, Json] | None = None, **kwargs: Json) -> dict[str, Json]:
        """Call any method.

        :param arguments: by name; those that are words of Python too may be given by keyword
        :returns: the whole answer, `arguments` and `result`, in the classic form and with classic names, whatever the daemon
            speaks
        :raises UnknownMethodError: it has no such method
        :raises RpcError: it refuses
        :raises EmptySelectionError: `ids` is empty, where the daemon might take that for all torrents
        """
        told = await self._told(method, {**(arguments or {}), **kwargs})
        try:
            answer: Json = msgspec.json.decode(told.answer.arguments)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise unreadable(method, error) from error
        if told.dialect is Dialect.MODERN:
            answer = classic_answer(modern(method), answer)
        return {"arguments": answer, "result": SUCCESS}

    # torrents

    async def torrent_get(self, fields: Iterable[str], ids: Ids = None) -> list[Torrent]:
        """Torrents with some of their fields; all others are None. Torrents that are not there are left out.

        :param fields: such as `name`, `percent_done`, `tracker_stats`; only those that the daemon's version has: 3.00 answers
            0 for the others
        """
        told = await self._told("torrent_get", {"fields": list(fields), "format": "table", **ids_of(ids)})
        try:
            return records.read_torrents(told.dialect, told.answer.arguments)
        except UnreadableError as error:
            raise unreadable("torrent_get", error) from error

    async def torrent_add(
        self,
        *,
        metainfo: bytes | None = None,
        link: str | None = None,
        download_dir: str | None = None,
        is_paused: bool | None = None,
        labels: Sequence[str] | None = None,
    ) -> AddedTorrent:
        """Add a torrent. It is sent once: when the connection breaks, `acted` of the error says whether it may have arrived.

        :param metainfo: the bytes of a `.torrent`
        :param link: a magnet link, or an address that the daemon shall fetch
        :param download_dir: absolute folder on the daemon's machine
        :param is_paused: do not start it
        :param labels: since 4.0
        :raises TorrentRefusedError: the daemon cannot read it
        """
        if (metainfo is None) == (link is None):
            raise UsageError("give the bytes of a torrent or a link, and not both")
        given: dict[str, Json] = {
            "metainfo": None if metainfo is None else base64.b64encode(metainfo).decode(),
            "filename": link,
            "download_dir": download_dir,
            "paused": is_paused,
            "labels": None if labels is None else list(labels),
        }
        told = await self._told("torrent_add", {name: value for name, value in given.items() if value is not None})
        answer = self._read(records.Addition, "torrent_add", told)
        identity = answer.torrent_added or answer.torrent_duplicate
        if identity is None:
            raise BadAnswerError("torrent_add: the daemon does not say what it added")
        return AddedTorrent(identity.hash_string.lower(), identity.name, is_duplicate=answer.torrent_added is None)

    async def order(self, method: str, ids: Ids, **arguments: Json) -> None:
        """Call a method that acts on torrents, such as `torrent_stop`. Torrents that are not there are passed over.

        :param ids: never empty; None, for all, is refused where it would destroy something
        """
        await self._told(method, {**ids_of(ids), **arguments})

    async def rename_path(self, infohash: str, path: str, name: str) -> None:
        """Give a file or folder of a torrent another name.

        :param path: with the torrent's own folder
        :param name: without a folder
        :raises UnknownTorrentError: the torrent is not there
        """
        await self._told("torrent_rename_path", {"ids": [infohash], "path": path, "name": name})

    # the daemon

    async def session_get(self, fields: Iterable[str] | None = None) -> Settings:
        """What the daemon says of itself, and its settings.

        :param fields: only these (4.0 and newer; 3.00 has this too)
        """
        given: dict[str, Json] = {} if fields is None else {"fields": list(fields)}
        return self._read(Settings, "session_get", await self._told("session_get", given))

    async def session_set(self, **settings: Json) -> None:
        """Change settings of the daemon, as `speed_limit_down=100`."""
        await self._told("session_set", settings)

    async def session_stats(self) -> Stats:
        """What the daemon does at this moment, and did."""
        return self._read(Stats, "session_stats", await self._told("session_stats", {}))

    async def free_space(self, path: str) -> Space:
        """Free bytes where a folder of the daemon's machine is; less than 0 on 4.1.0-beta.2 where there is none.

        :raises RpcError: there is no such folder
        """
        return self._read(Space, "free_space", await self._told("free_space", {"path": path}))

    async def group_get(self, *names: str) -> list[Group]:
        """Bandwidth groups, since 4.0.

        :param names: only these
        """
        given: dict[str, Json] = {"group": list(names)} if names else {}
        return self._read(Groups, "group_get", await self._told("group_get", given)).group

    async def group_set(self, name: str, **settings: Json) -> None:
        """Make or change a bandwidth group, since 4.0: `speed_limit_down=100, speed_limit_down_enabled=True`."""
        await self._told("group_set", {"name": name, **settings})

    # how it is done

    async def _told(self, method: str, arguments: Mapping[str, Json]) -> Told:
        if self._transport.is_closed:
            raise ClosedError("this client was closed", hint="log in again, or make a new one")
        return await self._driver.run(fetch(self._session, call_of(method, arguments)))

    def _read(self, kind: type[T], method: str, told: Told) -> T:
        try:
            return records.read(kind, told.dialect, method, told.answer.arguments)
        except UnreadableError as error:
            raise unreadable(method, error) from error

    async def close(self) -> None:
        """Close all connections. The client cannot be used afterwards, unless it logs in again."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.address}>"


def ids_of(ids: Ids) -> dict[str, Json]:
    """The argument that names torrents."""
    if ids is None:
        return {}
    return {"ids": ids if isinstance(ids, str) else list(ids)}


def unreadable(method: str, error: Exception) -> BadAnswerError:
    """The error for an answer whose form was never seen."""
    return BadAnswerError(f"{method}: the daemon answers in a form that was never seen", hint=str(error)[:200])
