"""The two logs of the daemon."""

from __future__ import annotations

from typing import Protocol

from ..records import LogMessage, LogPeer
from .language import Route, endpoint


class Log(Protocol):
    """Logs."""

    @endpoint(
        "GET",
        "log/main",
        retry="read",
        answer="log_messages",
        needs_version=True,
        cookie_api=(
            Route(
                "GET",
                "query/getLog",
                (
                    ("normal", "normal"),
                    ("info", "info"),
                    ("warning", "warning"),
                    ("critical", "critical"),
                    ("last_known_id", "last_known_id"),
                ),
                since="3.3.5",
            ),
        ),
    )
    def main(
        self,
        normal: bool | None = None,
        info: bool | None = None,
        warning: bool | None = None,
        critical: bool | None = None,
        last_known_id: int | None = None,
    ) -> list[LogMessage]:
        """What the daemon says about itself. It keeps the last 20,000 lines since its start.

        :param normal: False leaves out lines of this kind
        :param info: likewise
        :param warning: likewise
        :param critical: likewise
        :param last_known_id: only lines after this one
        :returns: lines, oldest first; times in seconds whatever the version
        """
        ...

    @endpoint(
        "GET",
        "log/peers",
        retry="read",
        answer="log_peers",
        needs_version=True,
        cookie_api=(Route("GET", "query/getPeerLog", (("last_known_id", "last_known_id"),), since="3.3.5"),),
    )
    def peers(self, last_known_id: int | None = None) -> list[LogPeer]:
        """Peers that were banned or blocked.

        :param last_known_id: only lines after this one
        :returns: lines, oldest first; times in seconds whatever the version
        """
        ...
