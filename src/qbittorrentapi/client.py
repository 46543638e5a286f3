"""`Client`: all faces in one."""

from __future__ import annotations

from ._generated.faces import (
    AppAPIMixIn,
    AuthAPIMixIn,
    ClientDataAPIMixIn,
    LogAPIMixIn,
    RSSAPIMixIn,
    SearchAPIMixIn,
    SyncAPIMixIn,
    TorrentCreatorAPIMixIn,
    TorrentsAPIMixIn,
    TransferAPIMixIn,
)

__all__ = ["Client"]


class Client(
    ClientDataAPIMixIn,
    LogAPIMixIn,
    SyncAPIMixIn,
    TransferAPIMixIn,
    TorrentsAPIMixIn,
    TorrentCreatorAPIMixIn,
    RSSAPIMixIn,
    SearchAPIMixIn,
    AppAPIMixIn,
    AuthAPIMixIn,
):
    """A client of qBittorrent's Web API: `client.torrents_info()` and `client.torrents.info()` alike.

    It logs in by itself when it must. Threads may share it. Use it in a `with`, or call `auth_log_out()`, when many clients are
    made: the daemon keeps every session that is not ended.
    """
