"""The adapter of a `requests.Session` of our own: what requests works out anew for each request, it works out once a server; and
no connection is used again that was idle for so long that the daemon may be dropping it.

What may enter: overrides of methods of requests and urllib3. What may not: anything that changes what is sent.
Looking for the pool and for the path takes 35 of 280 us of a small call otherwise.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import ConnectionPool, HTTPConnectionPool, HTTPSConnectionPool

from .limits import IDLE_SECONDS

if TYPE_CHECKING:
    from urllib3._base_connection import BaseHTTPConnection  # the type of its hooks; urllib3 gives it no public name


class FreshPool(HTTPConnectionPool):
    """Connections to one host, none of which is used after it was idle for long: what is sent over it then may be lost."""

    def _put_conn(self, conn: BaseHTTPConnection | None) -> None:
        if conn is not None:
            vars(conn)["idle_since"] = time.monotonic()
        super()._put_conn(conn)

    def _get_conn(self, timeout: float | None = None) -> BaseHTTPConnection:
        conn = super()._get_conn(timeout)
        idle_since: float | None = vars(conn).get("idle_since")
        if idle_since is not None and time.monotonic() - idle_since > IDLE_SECONDS:
            conn.close()  # it opens itself again
        return conn


class FreshSecurePool(FreshPool, HTTPSConnectionPool):
    """The same over TLS."""


class OwnAdapter(HTTPAdapter):
    """Remembers the pool of each server that is reached without a proxy.

    urllib3 closes the idle connections of a pool when nobody holds the pool any more, so `close` forgets them all.
    """

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._pools: dict[object, ConnectionPool] = {}

    def init_poolmanager(self, *arguments: Any, **settings: Any) -> None:
        """Make the manager of pools, with pools of these kinds."""
        super().init_poolmanager(*arguments, **settings)
        self.poolmanager.pool_classes_by_scheme = {"http": FreshPool, "https": FreshSecurePool}

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
