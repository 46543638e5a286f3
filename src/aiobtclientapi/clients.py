"""The four daemons, and finding one by name."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from . import urls
from .base import APIBase
from .errors import NotImplementedError, ValueError


class DelugeAPI(APIBase):
    """Deluge."""

    name = "deluge"
    label = "Deluge"
    URL: ClassVar[type[urls.URL]] = urls.DelugeURL

    def __init__(
        self,
        url: str | None = None,
        *,
        host: str | None = None,
        port: str | int | None = None,
        username: str | None = None,
        password: str | None = None,
        timeout: float | None = None,
        proxy_url: str | None = None,
    ) -> None:
        super().__init__(url, host=host, port=port, username=username, password=password, timeout=timeout, proxy_url=proxy_url)


class SchemedAPI(APIBase):
    """Daemons whose URL may say how to reach them, and needs no path."""

    def __init__(
        self,
        url: str | None = None,
        *,
        scheme: str | None = None,
        host: str | None = None,
        port: str | int | None = None,
        username: str | None = None,
        password: str | None = None,
        timeout: float | None = None,
        proxy_url: str | None = None,
    ) -> None:
        super().__init__(
            url, scheme=scheme, host=host, port=port, username=username, password=password, timeout=timeout, proxy_url=proxy_url
        )


class QbittorrentAPI(SchemedAPI):
    """qBittorrent."""

    name = "qbittorrent"
    label = "qBittorrent"
    URL: ClassVar[type[urls.URL]] = urls.QbittorrentURL


class RtorrentAPI(SchemedAPI):
    """rTorrent."""

    name = "rtorrent"
    label = "rTorrent"
    URL: ClassVar[type[urls.URL]] = urls.RtorrentURL

    async def get_supported_method(self, *candidates: str) -> str:
        """The first of these commands that this rTorrent has.

        :raises NotImplementedError: it has none of them
        """
        known = await self.call("system.listMethods")
        for candidate in candidates:
            if isinstance(known, list) and candidate in known:
                return candidate
        raise NotImplementedError(f"{self.label} has no command {' or '.join(candidates)}")


class TransmissionAPI(APIBase):
    """Transmission."""

    name = "transmission"
    label = "Transmission"
    URL: ClassVar[type[urls.URL]] = urls.TransmissionURL


@cache
def api_classes() -> tuple[type[APIBase], ...]:
    """The classes, sorted by the names of their daemons."""
    return (DelugeAPI, QbittorrentAPI, RtorrentAPI, TransmissionAPI)


@cache
def client_names() -> tuple[str, ...]:
    """The names of the daemons, sorted."""
    return tuple(one.name for one in api_classes())


def api_class(name: str) -> type[APIBase]:
    """The class of a daemon.

    :raises ValueError: no such daemon
    """
    for one in api_classes():
        if one.name == name:
            return one
    raise ValueError(f"Unknown client: {name!r}")


def api(name: str, url: str | None = None, **kwargs: object) -> APIBase:
    """An object for a daemon by its name; the other arguments are those of its class."""
    return api_class(name)(url, **kwargs)  # type: ignore[arg-type]  # the recorded signature says no more
