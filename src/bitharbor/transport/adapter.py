"""The adapter of a `requests.Session` of our own: what requests works out anew for each request, it works out once a server.

What may enter: overrides of the methods that requests means to be overridden. What may not: anything that changes what is sent.
Looking for the pool and for the path takes 35 of 280 us of a small call otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import requests
from requests.adapters import HTTPAdapter

if TYPE_CHECKING:
    from urllib3.connectionpool import ConnectionPool, HTTPConnectionPool


class OwnAdapter(HTTPAdapter):
    """Remembers the pool of each server that is reached without a proxy."""

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._pools: dict[object, HTTPConnectionPool] = {}

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: tuple[str, str] | str | None = None,
    ) -> ConnectionPool:
        """The pool for a request. One that was closed, because it was emptied or had to give way, is looked for anew."""
        if proxies:
            return super().get_connection_with_tls_context(request, verify, proxies, cert)
        url = request.url or ""
        key = (url[: url.find("/", 8)], verify, cert)
        pool = self._pools.get(key)
        if pool is None or pool.pool is None:
            found = super().get_connection_with_tls_context(request, verify, proxies, cert)
            pool = self._pools[key] = cast("HTTPConnectionPool", found)
        return pool

    def request_url(self, request: requests.PreparedRequest, proxies: Mapping[str, str] | None) -> str:
        """What stands in the first line of a request: without a proxy the path."""
        return super().request_url(request, proxies) if proxies else request.path_url
