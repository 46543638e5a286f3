"""Torrents: metadata of torrents that need not be in the session, and the parameters of SSL torrents."""

from __future__ import annotations

from typing import Annotated, Protocol

from ..records import SslParameters, TorrentMetadata
from ..words import TorrentItem, TorrentItems
from .language import Convert, Files, Wire, endpoint

Hash = Annotated[str, Wire("hash")]


class TorrentMetadataActions(Protocol):
    """Metadata and SSL parameters."""

    @endpoint("POST", "torrents/fetchMetadata", retry="idempotent", since="5.2.0")
    def fetch_metadata(self, source: Annotated[str, Convert("escaped_text")], downloader: str | None = None) -> TorrentMetadata:
        """Get to know a torrent without adding it. The daemon goes on fetching after the answer: ask until it `is_known`.

        :param source: magnet link, infohash, or http(s) address of a `.torrent`
        :param downloader: name of the search plugin that fetches the address
        :returns: what is known so far
        :raises BadRequestError: nothing that can be fetched, or no such plugin
        :raises MediaRefusedError: no `.torrent` is at that address (5.3 and younger)
        """
        ...

    @endpoint("POST", "torrents/parseMetadata", retry="read", since="5.2.0", flow="parse_metadata")
    def parse_metadata(self, files: Annotated[TorrentItem | TorrentItems, Files()]) -> list[TorrentMetadata]:
        """Let the daemon read `.torrent` files without adding them.

        :param files: paths, bytes or open binary files, one, several, or a mapping from a name to one of these
        :returns: one record per file, in the order of the files
        :raises FileMissingError: a path does not exist
        :raises FileUnreadableError: a path cannot be read
        :raises InvalidTorrentError: a file is no `.torrent`; nothing was sent
        :raises MediaRefusedError: the daemon cannot read one of them
        """
        ...

    @endpoint("POST", "torrents/saveMetadata", retry="read", since="5.2.0")
    def save_metadata(self, source: Annotated[str, Convert("escaped_text")]) -> bytes:
        """The `.torrent` file of what `fetch_metadata` fetched.

        :param source: what was given to `fetch_metadata`
        :returns: its bytes
        :raises BadRequestError: no source
        :raises NotFoundError: it was never asked for
        :raises ConflictError: it is not known yet
        """
        ...

    @endpoint("POST", "torrents/SSLParameters", retry="read", since="5.0.0")
    def ssl_parameters(self, torrent_hash: Hash) -> SslParameters:
        """What an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :returns: certificate, private key and Diffie-Hellman parameters
        :raises NotFoundError: no such torrent
        """
        ...

    @endpoint("POST", "torrents/setSSLParameters", retry="idempotent", since="5.0.0")
    def set_ssl_parameters(self, torrent_hash: Hash, ssl_certificate: str, ssl_private_key: str, ssl_dh_params: str) -> None:
        """Set what an SSL torrent's peers show each other.

        :param torrent_hash: the torrent
        :param ssl_certificate: PEM text
        :param ssl_private_key: PEM text
        :param ssl_dh_params: PEM text
        :raises NotFoundError: no such torrent
        :raises MediaRefusedError: they do not fit together
        """
