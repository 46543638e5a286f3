"""Differences since an earlier answer."""

from __future__ import annotations

from typing import Protocol

from ..records import MainData
from .language import Route, endpoint


class Sync(Protocol):
    """Differences since an earlier answer."""

    @endpoint(
        "GET",
        "sync/maindata",
        retry="read",
        cookie_api=(Route("GET", "sync/maindata", (("rid", "rid"),), since="3.3.0"),),
    )
    def maindata(self, rid: int = 0) -> MainData:
        """What changed since the answer with number `rid`; everything when it is 0 or the daemon no longer knows it.

        `bitharbor.qbittorrent.delta.merge` puts answers together. After a failed poll start again with 0: since 4.6.0 the
        daemon forgets differences that were sent and never acknowledged.

        :param rid: `rid` of the last answer that was merged
        :returns: changed rows only, except after a full update
        """
        ...
