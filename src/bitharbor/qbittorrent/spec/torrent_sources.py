"""Torrents: where their data comes from: trackers, web seeds, peers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol

from ..records import PeersAdded, Tracker, WebSeed
from ..words import Hashes
from .language import Also, Bar, Before, Convert, Lines, Route, Since, Wire, endpoint

Hash = Annotated[str, Wire("hash")]


class TorrentSources(Protocol):
    """Sources of torrents."""

    @endpoint(
        "POST",
        "torrents/trackers",
        retry="read",
        cookie_api=(Route("GET", "query/propertiesTrackers/{hash}", (("torrent_hash", "hash"),)),),
        digest_api=(Route("GET", "json/propertiesTrackers/{hash}", (("torrent_hash", "hash"),)),),
    )
    def trackers(self, torrent_hash: Hash) -> list[Tracker]:
        """The trackers of a torrent, after three rows for DHT, PeX and LSD.

        :param torrent_hash: the torrent
        :returns: one record per tracker
        :raises NotFoundError: no such torrent
        """
        ...

    @endpoint(
        "POST",
        "torrents/addTrackers",
        retry="idempotent",
        cookie_api=(Route("POST", "command/addTrackers", (("torrent_hash", "hash"), ("urls", "urls"))),),
        digest_api=(Route("POST", "command/addTrackers", (("torrent_hash", "hash"), ("urls", "urls"))),),
    )
    def add_trackers(
        self, torrent_hash: Annotated[Hashes, Wire("hash"), Bar], urls: Annotated[str | Iterable[str], Lines]
    ) -> None:
        """Add trackers to a torrent. Those that it has already are passed over.

        :param torrent_hash: the torrent; since 5.2 also several, or "all"
        :param urls: addresses; an empty text begins the next tier (4.5 and younger)
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        """

    @endpoint("POST", "torrents/editTracker", retry="once", since="4.1.5")
    def edit_tracker(
        self,
        torrent_hash: Hash,
        original_url: Annotated[str, Wire("url"), Also("origUrl")],
        new_url: Annotated[str | None, Wire("newUrl")] = None,
        tier: Annotated[int | None, Since("5.2.0")] = None,
    ) -> None:
        """Change the address or the tier of a tracker.

        :param torrent_hash: the torrent
        :param original_url: the address that it has
        :param new_url: the address that it shall have; may be left out since 5.2
        :param tier: the tier that it shall have, 0 to 255
        :raises NotFoundError: no such torrent
        :raises BadRequestError: no address, no such tier, or nothing to change
        :raises ConflictError: no such tracker, or the torrent has the new address already
        """

    @endpoint("POST", "torrents/removeTrackers", retry="idempotent", since="4.1.5")
    def remove_trackers(
        self,
        torrent_hash: Annotated[Hashes, Wire("hash"), Bar],
        urls: Annotated[str | Iterable[str], Bar, Convert("escaped_urls"), Before("5.0.4", value="plain_urls")],
    ) -> None:
        """Remove trackers from a torrent.

        :param torrent_hash: the torrent; "*" for all of them since 5.1; several, or "all", since 5.2
        :param urls: their addresses, as `trackers` shows them
        :raises NotFoundError: no such torrent (before 5.2; later unknown ones are passed over)
        :raises ConflictError: the torrent has none of them (before 4.5)
        """

    @endpoint(
        "POST",
        "torrents/webseeds",
        retry="read",
        cookie_api=(Route("GET", "query/propertiesWebSeeds/{hash}", (("torrent_hash", "hash"),), since="3.2.1"),),
    )
    def webseeds(self, torrent_hash: Hash) -> list[WebSeed]:
        """The web seeds of a torrent.

        :param torrent_hash: the torrent
        :returns: one record per web seed
        :raises NotFoundError: no such torrent
        """
        ...

    @endpoint("POST", "torrents/addWebSeeds", retry="idempotent", since="5.1.0")
    def add_webseeds(self, torrent_hash: Hash, urls: Annotated[str | Iterable[str], Bar, Convert("escaped_urls")]) -> None:
        """Add web seeds to a torrent.

        :param torrent_hash: the torrent
        :param urls: addresses of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        """

    @endpoint("POST", "torrents/editWebSeed", retry="once", since="5.1.0")
    def edit_webseed(
        self,
        torrent_hash: Hash,
        orig_url: Annotated[str, Wire("origUrl"), Convert("escaped_text")],
        new_url: Annotated[str, Wire("newUrl"), Convert("escaped_text")],
    ) -> None:
        """Put one web seed in the place of another.

        :param torrent_hash: the torrent
        :param orig_url: the address that it has
        :param new_url: the address that it shall have, of http, https or ftp
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not such an address
        :raises ConflictError: no such web seed
        """

    @endpoint("POST", "torrents/removeWebSeeds", retry="idempotent", since="5.1.0")
    def remove_webseeds(self, torrent_hash: Hash, urls: Annotated[str | Iterable[str], Bar, Convert("escaped_urls")]) -> None:
        """Remove web seeds from a torrent. Those that it has not are passed over.

        :param torrent_hash: the torrent
        :param urls: their addresses
        :raises NotFoundError: no such torrent
        :raises BadRequestError: not an address
        """

    @endpoint("POST", "torrents/addPeers", retry="idempotent", since="4.2.0")
    def add_peers(self, hashes: Annotated[Hashes, Bar], peers: Annotated[str | Iterable[str], Bar]) -> dict[str, PeersAdded]:
        """Tell torrents of peers. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param peers: `host:port`
        :returns: infohash -> how many the daemon will try
        :raises BadRequestError: none of the peers can be read
        """
        ...
