"""Differences since an earlier answer."""

from __future__ import annotations

from typing import Annotated, Protocol

from ..records import MainData, TorrentPeers
from .language import Route, Wire, endpoint


class Sync(Protocol):
    """Differences since an earlier answer."""

    @endpoint(
        "GET",
        "sync/maindata",
        retry="read",
        cookie_api=(Route("GET", "sync/maindata", (("rid", "rid"),)),),
    )
    def maindata(self, rid: int = 0) -> MainData:
        """What changed since the answer with number `rid`; everything when it is 0 or the daemon no longer knows it.

        `bitharbor.qbittorrent.delta.merge` puts answers together. After a failed poll start again with 0: since 4.6.0 the
        daemon forgets differences that were sent and never acknowledged.

        :param rid: `rid` of the last answer that was merged
        :returns: changed rows only, except after a full update
        """
        ...

    @endpoint(
        "GET",
        "sync/torrentPeers",
        retry="read",
        cookie_api=(Route("GET", "sync/torrent_peers", (("torrent_hash", "hash"), ("rid", "rid")), since="3.3.1"),),
    )
    def torrent_peers(self, torrent_hash: Annotated[str, Wire("hash")], rid: int = 0) -> TorrentPeers:
        """What changed among the peers of a torrent since the answer with number `rid`; everything when it is 0.

        `bitharbor.qbittorrent.delta.merge_peers` puts answers together. A session has one chain of numbers for the peers of all
        torrents: begin with 0 at each change of the torrent.

        :param torrent_hash: the torrent
        :param rid: `rid` of the last answer about this torrent that was merged
        :returns: changed rows only, except after a full update
        :raises NotFoundError: no such torrent
        """
        ...
