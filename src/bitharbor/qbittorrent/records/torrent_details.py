"""What the daemon tells about one torrent: its properties, files, metadata, SSL parameters."""

from __future__ import annotations

from .base import Record


class TorrentProperties(Record, kw_only=True):
    """One torrent in detail."""

    hash: str | None = None
    """Torrent id; since 4.5.1"""
    name: str | None = None
    """Name shown; since 4.5.1"""
    infohash_v1: str | None = None
    """v1 infohash, or empty; since 4.4.0"""
    infohash_v2: str | None = None
    """v2 infohash (64 digits), or empty; since 4.4.0"""
    time_elapsed: int
    """Active time [s]; since 4.1.0"""
    seeding_time: int
    """Seeding time [s]; since 4.1.0"""
    eta: int
    """Estimated time left; 8640000 means none [s]; since 4.1.0"""
    nb_connections: int
    """Connections; since 4.1.0"""
    nb_connections_limit: int
    """Most connections; since 4.1.0"""
    total_downloaded: int
    """Downloaded in total [bytes]; since 4.1.0"""
    total_downloaded_session: int
    """Downloaded this session [bytes]; since 4.1.0"""
    total_uploaded: int
    """Uploaded in total [bytes]; since 4.1.0"""
    total_uploaded_session: int
    """Uploaded this session [bytes]; since 4.1.0"""
    dl_speed: int
    """Download rate [bytes/s]; since 4.1.0"""
    dl_speed_avg: int
    """Average download rate; -1 without active time since 5.0, 0 before [bytes/s]; since 4.1.0"""
    up_speed: int
    """Upload rate [bytes/s]; since 4.1.0"""
    up_speed_avg: int
    """Average upload rate; -1 without active time since 5.0, 0 before [bytes/s]; since 4.1.0"""
    dl_limit: int
    """Download limit, -1 none [bytes/s]; since 4.1.0"""
    up_limit: int
    """Upload limit, -1 none [bytes/s]; since 4.1.0"""
    total_wasted: int
    """Failed and redundant data [bytes]; since 4.1.0"""
    seeds: int
    """Connected seeds; since 4.1.0"""
    seeds_total: int
    """Seeds in swarm; since 4.1.0"""
    peers: int
    """Connected leechers; since 4.1.0"""
    peers_total: int
    """Leechers in swarm; since 4.1.0"""
    share_ratio: float
    """Share ratio, -1 infinite; since 4.1.0"""
    popularity: float | None = None
    """Ratio per month of activity, -1 infinite; since 5.0.0"""
    availability: float | None = None
    """Distributed copies, -1 n/a; since 5.2.0"""
    reannounce: int
    """Time to next announce [s]; since 4.1.0"""
    total_size: int
    """Size of all files, -1 without metadata [bytes]; since 4.1.0"""
    pieces_num: int
    """Number of pieces; since 4.1.0"""
    piece_size: int
    """Piece length [bytes]; since 4.1.0"""
    pieces_have: int
    """Pieces owned; since 4.1.0"""
    created_by: str
    """Creator program; since 4.1.0"""
    is_private: bool | None = None
    """Private flag, False also without metadata; since 4.5.1"""
    private: bool | None = None
    """Private flag, None without metadata; since 5.0.0"""
    addition_date: int
    """Time added [Unix s]; since 4.1.0"""
    last_seen: int
    """Last time all pieces were seen, -1 never [Unix s]; since 4.1.0"""
    completion_date: int
    """Time of completion, -1 not yet [Unix s]; since 4.1.0"""
    creation_date: int
    """Creation date in the .torrent; unknown is -1 since 5.0, 0 before (seen on 4.2.5 and 4.5.2) [Unix s]; since 4.1.0"""
    save_path: str
    """Save path; since 4.1.0"""
    download_path: str | None = None
    """Folder of incomplete content, or empty; since 4.4.0"""
    comment: str
    """Comment; since 4.1.0"""
    has_metadata: bool | None = None
    """Metadata is known; since 5.0.0"""
    progress: float | None = None
    """Progress [0..1]; since 5.1.0"""


class TorrentFile(Record, kw_only=True):
    """One file of a torrent."""

    availability: float
    """Share of its pieces that connected peers have, -1 n/a, NaN for empty files on 4.2 [0..1]; since 4.1.0"""
    index: int | None = None
    """Index in the torrent; before 4.3.5 it is the row's position; since 4.3.5"""
    is_seed: bool | None = None
    """The torrent is complete; in the first row only; since 4.1.0"""
    name: str
    """Path inside the torrent, with slashes since 4.2.0, never with the suffix of incomplete files; since 4.1.0"""
    piece_range: tuple[int, int]
    """First and last piece; since 4.1.0"""
    priority: int
    """0 not wanted, 1 normal, 6 high, 7 maximum; 4.2 says 4 for normal (seen on 4.2.5); since 4.1.0"""
    progress: float
    """Progress [0..1]; since 4.1.0"""
    size: int
    """Size [bytes]; since 4.1.0"""


class MetadataFile(Record, kw_only=True):
    """One file in metadata."""

    path: str
    """Path inside the torrent; since 5.2.0"""
    length: int
    """Size [bytes]; since 5.2.0"""
    priority: int | None = None
    """Priority that it would get, only where excluded file names are set; since 5.3.0"""


class MetadataInfo(Record, kw_only=True):
    """The info dictionary in metadata."""

    name: str
    """Name; since 5.2.0"""
    files: list[MetadataFile]
    """Files; since 5.2.0"""
    length: int
    """Size of all files [bytes]; since 5.2.0"""
    piece_length: int
    """Piece length [bytes]; since 5.2.0"""
    pieces_num: int
    """Number of pieces; since 5.2.0"""
    private: bool
    """Private flag; since 5.2.0"""


class MetadataTracker(Record, kw_only=True):
    """One tracker in metadata."""

    url: str
    """Address; since 5.2.0"""
    tier: int
    """Tier; since 5.2.0"""


class TorrentMetadata(Record, kw_only=True):
    """A torrent that need not be in the session. While the daemon still fetches it, only infohashes, or nothing, are known."""

    hash: str | None = None
    """Torrent id; since 5.2.0"""
    infohash_v1: str | None = None
    """v1 infohash, or empty; since 5.2.0"""
    infohash_v2: str | None = None
    """v2 infohash (64 digits), or empty; since 5.2.0"""
    info: MetadataInfo | None = None
    """The info dictionary, None while it is being fetched; since 5.2.0"""
    trackers: list[MetadataTracker] | None = None
    """Trackers; since 5.2.0"""
    webseeds: list[str] | None = None
    """Web seeds; since 5.2.0"""
    created_by: str | None = None
    """Creator program, or empty; since 5.2.0"""
    creation_date: int | None = None
    """Creation date, -1 unknown [Unix s]; since 5.2.0"""
    comment: str | None = None
    """Comment, or empty; since 5.2.0"""

    @property
    def is_known(self) -> bool:
        """Whether the daemon has all of it; ask again while it is False."""
        return self.info is not None


class SslParameters(Record, kw_only=True):
    """What an SSL torrent's peers show each other."""

    ssl_certificate: str
    """PEM text, or empty; since 5.0.0"""
    ssl_private_key: str
    """PEM text, or empty; since 5.0.0"""
    ssl_dh_params: str
    """PEM text, or empty; since 5.0.0"""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(ssl_certificate={self.ssl_certificate!r}, ssl_private_key=..., ssl_dh_params=...)"
