"""Clients by kind and address. Importing this loads no HTTP library; making a client loads what its daemon needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .address import KINDS, Address, parse
from .client import CALL_SECONDS, TorrentClient
from .fetching import Fetcher

if TYPE_CHECKING:
    from ..transport.asynchronous import AiohttpTransport
    from .adapter import Adapter


@dataclass(frozen=True, slots=True)
class Way:
    """How a daemon is reached, beside its address.

    :ivar timeout: seconds for each call
    :ivar is_verified: False accepts any certificate of the daemon
    :ivar proxy: URL of a proxy; None for what the environment says
    """

    timeout: float = CALL_SECONDS
    is_verified: bool = True
    proxy: str | None = None


def deluge(address: Address, way: Way) -> Adapter:
    """Deluge, by its client. Its certificates are signed by themselves: there is nothing to verify."""
    from ..deluge.client import PORT, DelugeClient
    from .adapters.deluge import DelugeAdapter

    port, user, password = address.port or PORT, address.user or "", address.password or ""
    return DelugeAdapter(DelugeClient(address.host, port, user, password, timeout=way.timeout, proxy=way.proxy))


def qbittorrent(address: Address, way: Way) -> Adapter:
    """qBittorrent, by its native client."""
    from ..qbittorrent.aio import AsyncClient
    from .adapters.qbittorrent import QbittorrentAdapter

    def make() -> AsyncClient:
        return AsyncClient(
            address.url, address.user, address.password, timeout=way.timeout, verify=way.is_verified, proxy=way.proxy
        )

    return QbittorrentAdapter(make, address.url)


def rtorrent(address: Address, way: Way) -> Adapter:
    """rTorrent, by its native client."""
    from ..rtorrent.client import RtorrentClient
    from .adapters.rtorrent import RtorrentAdapter

    def make() -> RtorrentClient:
        return RtorrentClient(
            address.url, address.user, address.password, timeout=way.timeout, verify=way.is_verified, proxy=way.proxy
        )

    return RtorrentAdapter(make, address.url)


def transmission(address: Address, way: Way) -> Adapter:
    """Transmission, by its native client."""
    from ..transmission.client import TransmissionClient
    from .adapters.transmission import TransmissionAdapter

    return TransmissionAdapter(
        TransmissionClient(
            address.url, address.user, address.password, timeout=way.timeout, verify=way.is_verified, proxy=way.proxy
        )
    )


ADAPTERS: Mapping[str, Callable[[Address, Way], Adapter]] = {
    "deluge": deluge,
    "qbittorrent": qbittorrent,
    "rtorrent": rtorrent,
    "transmission": transmission,
}


def connect(
    url: str,
    username: str | None = None,
    password: str | None = None,
    *,
    timeout: float = CALL_SECONDS,
    verify: bool = True,
    proxy: str | None = None,
) -> TorrentClient:
    """A client for the daemon at an address that says of which kind it is. Nothing is sent before its first call.

    :param url: as `transmission://user:password@host:9091`, `qbittorrent+https://host`, `deluge://host`,
        `rtorrent:///path/of/the/socket`
    :param username: beats the one in the address
    :param password: beats the one in the address
    :param timeout: seconds for each call with everything that belongs to it
    :param verify: False accepts any certificate of the daemon; those of web addresses that are given to `add` are verified always
    :param proxy: URL of an HTTP or SOCKS proxy, for the daemon and for web addresses that are given to `add`
    :raises UsageError: it is no such address
    """
    return client_of(with_credentials(parse(url), username, password), Way(timeout, verify, proxy))


def api(
    name: str,
    url: str | None = None,
    *,
    username: str | None = None,
    password: str | None = None,
    timeout: float = CALL_SECONDS,
    verify: bool = True,
    proxy: str | None = None,
) -> TorrentClient:
    """A client for a daemon of a named kind; see `connect`.

    :param name: `deluge`, `qbittorrent`, `rtorrent` or `transmission`
    :param url: `[scheme://][user:password@]host[:port][/path]`, or a socket's path; None for the daemon's usual place
    """
    return client_of(with_credentials(parse(url or "", name), username, password), Way(timeout, verify, proxy))


def with_credentials(address: Address, username: str | None, password: str | None) -> Address:
    """The address with these credentials, where they are given."""
    user = address.user if username is None else username
    return replace(address, user=user, password=address.password if password is None else password)


def client_of(address: Address, way: Way) -> TorrentClient:
    """A client for an address."""
    return TorrentClient(ADAPTERS[address.kind](address, way), timeout=way.timeout, fetch=web_fetcher(way.proxy))


def web_fetcher(proxy: str | None = None) -> Callable[[str, float], Awaitable[bytes]]:
    """Fetches `.torrent` files and magnet links from the web, over connections of its own.

    :param proxy: URL of an HTTP or SOCKS proxy; None for what the environment says
    """

    def connected() -> AiohttpTransport:
        from ..transport.asynchronous import AiohttpTransport

        return AiohttpTransport(proxy=proxy)

    return Fetcher(connected).fetch


def client_names() -> tuple[str, ...]:
    """The kinds of daemons."""
    return KINDS
