"""Proxies that a user names: SOCKS for every transport of asyncio, HTTP for those that do not speak HTTP themselves.

python-socks and aiohttp-socks are loaded only by those who name a proxy that needs them: the extra `socks` brings both.
"""

from __future__ import annotations

import socket
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from ..errors import UsageError

HTTP = frozenset({"http", "https"})
SOCKS = frozenset({"socks4", "socks4a", "socks5", "socks5h"})


def checked(proxy: str) -> str:
    """The URL of a proxy.

    :raises UsageError: it is none
    """
    try:
        parts = urlsplit(proxy)
        is_good = parts.scheme in HTTP | SOCKS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good:
        raise UsageError("the proxy's address cannot be understood", hint="write http://, socks4:// or socks5://, then host:port")
    return proxy


def is_socks(proxy: str) -> bool:
    """Whether it is a SOCKS proxy."""
    return urlsplit(proxy).scheme in SOCKS


def connector(proxy: str, **settings: Any) -> Any:
    """The aiohttp connector through a SOCKS proxy, with host names looked up there."""
    made: Any = loaded("aiohttp_socks").ProxyConnector
    return made.from_url(plain(proxy), rdns=True, **settings)


def refusals(proxy: str | None) -> tuple[type[Exception], ...]:
    """What the connector raises when the proxy makes no connection, beyond aiohttp's own errors."""
    if proxy is None or not is_socks(proxy):
        return ()
    module: Any = loaded("aiohttp_socks")
    return (module.ProxyError, module.ProxyConnectionError, module.ProxyTimeoutError)


async def connected(proxy: str, host: str, port: int, seconds: float) -> socket.socket:
    """A socket that a proxy connected with a host.

    :raises OSError: it did not
    """
    sync_errors: Any = loaded("python_socks")
    made: Any = loaded("python_socks.async_.asyncio").Proxy
    try:
        found: socket.socket = await made.from_url(plain(proxy), rdns=True).connect(
            dest_host=host, dest_port=port, timeout=seconds
        )
    except (sync_errors.ProxyError, sync_errors.ProxyConnectionError, sync_errors.ProxyTimeoutError) as error:
        raise OSError(f"the proxy made no connection: {error}") from error
    return found


def plain(proxy: str) -> str:
    """The URL in the words of python-socks, which tells where names are looked up by an argument."""
    scheme, _, rest = proxy.partition("://")
    return f"{scheme.removesuffix('h').removesuffix('a')}://{rest}"


def loaded(module: str) -> Any:
    """A module of the extra."""
    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError("this proxy needs a further package", hint="pip install 'bitharbor[socks]'") from error
