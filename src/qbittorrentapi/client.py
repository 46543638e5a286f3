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

_ASKING_THE_DAEMON = AppAPIMixIn.app_web_api_version


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

    def _replaced_web_api_version(self) -> str | None:
        """What a program's own `app_web_api_version`, of a subclass, an object or a mock, says; None where it is ours."""
        is_ours = type(self).app_web_api_version is _ASKING_THE_DAEMON and "app_web_api_version" not in vars(self)
        return None if is_ours else self.app_web_api_version()
