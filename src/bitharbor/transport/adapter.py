"""The adapter of a `requests.Session` of our own: what requests works out anew for each request, it works out once a server.

What may enter: overrides of the methods that requests means to be overridden. What may not: anything that changes what is sent.
Looking for the pool and for the path takes 35 of 280 us of a small call otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import HTTPAdapter

if TYPE_CHECKING:
    from urllib3.connectionpool import ConnectionPool


class OwnAdapter(HTTPAdapter):
    """Remembers the pool of each server that is reached without a proxy.

    urllib3 closes the idle connections of a pool when nobody holds the pool any more, so `close` forgets them all.
    """

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._pools: dict[object, ConnectionPool] = {}

    def close(self) -> None:
        """Let the connections go that nobody uses; the next request gets a new one."""
        super().close()  # before the pools are forgotten: whoever finds none here must not find an old one there
        self._pools = {}

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: tuple[str, str] | str | None = None,
    ) -> ConnectionPool:
        """The pool for a request."""
        if proxies:
            return super().get_connection_with_tls_context(request, verify, proxies, cert)
        url = request.url or ""
        key = (url[: url.find("/", 8)], verify, cert)
        pools = self._pools  # one and the same until the end: `close` of another thread puts a new one into its place
        pool = pools.get(key)
        if pool is None:
            pool = pools[key] = super().get_connection_with_tls_context(request, verify, proxies, cert)
        return pool

    def request_url(self, request: requests.PreparedRequest, proxies: Mapping[str, str] | None) -> str:
        """What stands in the first line of a request: without a proxy the path."""
        return super().request_url(request, proxies) if proxies else request.path_url
