"""Answers of sync/maindata."""

from __future__ import annotations

from ...model.json import Json
from .base import Record
from .transfer import TransferInfo


class Category(Record, kw_only=True, rename={"save_path": "savePath"}):
    """A category."""

    name: str
    """Name; since 4.1.3"""
    save_path: str | None = None
    """Where its torrents go, empty for a folder named after it; since 4.1.3"""
    download_path: str | bool | None = None
    """Where its incomplete torrents go; False when switched off, None for the session's own; since 4.4.0"""
    ratio_limit: float | None = None
    """Ratio limit: -2 the session's, -1 none; since 5.2.0"""
    seeding_time_limit: int | None = None
    """Limit of seeding time: -2 the session's, -1 none [min]; since 5.2.0"""
    inactive_seeding_time_limit: int | None = None
    """Limit of seeding without upload: -2 the session's, -1 none [min]; since 5.2.0"""
    share_limit_action: str | None = None
    """What happens at a share limit; since 5.2.0"""
    share_limits_mode: str | None = None
    """Whether one share limit or all must be reached; since 5.3.0"""


class ServerState(TransferInfo, kw_only=True):
    """The session as a whole."""

    alltime_dl: int
    """All-time download [bytes]; since 4.1.0"""
    alltime_ul: int
    """All-time upload [bytes]; since 4.1.0"""
    total_wasted_session: int
    """Wasted [bytes]; since 4.1.0"""
    global_ratio: str
    """Share ratio of all time: two decimals, or "-"; since 4.1.0"""
    total_peer_connections: int
    """Peers; since 4.1.0"""
    read_cache_hits: str
    """Two decimals or "0" [%]; since 4.1.0"""
    total_buffers_size: int
    """Buffers [bytes]; since 4.1.0"""
    write_cache_overload: str
    """Two decimals or "0" [%]; since 4.1.0"""
    read_cache_overload: str
    """Two decimals or "0" [%]; since 4.1.0"""
    queued_io_jobs: int
    """Queued disk jobs; since 4.1.0"""
    average_time_queue: int
    """Average time in queue [ms]; since 4.1.0"""
    total_queued_size: int
    """Bytes in queued disk jobs [bytes]; since 4.1.0"""
    request_latency: int | None = None
    """Disk request latency [raw libtorrent counter disk.request_latency]; since 5.3.0"""
    queued_tracker_announces: int | None = None
    """Queued announces; since 5.3.0"""
    free_space_on_disk: int | None = None
    """Free space where downloads go by default [bytes]; since 4.1.4"""
    queueing: bool
    """Queueing enabled; since 4.1.0"""
    use_alt_speed_limits: bool
    """Alternative limits on; since 4.1.0"""
    refresh_interval: int
    """UI refresh interval [ms]; since 4.1.0"""
    session_state: bool | None = None
    """The whole session is paused; since 5.3.0"""
    use_subcategories: bool | None = None
    """Subcategories enabled; since 4.6.0, gone in 5.2.0"""


class MainData(Record, kw_only=True):
    """One answer of sync/maindata: rows hold only the keys that changed, except after a full update."""

    rid: int
    """Number of this answer, to be sent with the next question"""
    full_update: bool = False
    """Everything that was known before is void"""
    torrents: dict[str, dict[str, Json]] | None = None
    """Torrent id -> changed keys of `Torrent`, without `hash`"""
    torrents_removed: list[str] | None = None
    """Ids of torrents that are gone"""
    categories: dict[str, dict[str, Json]] | list[str] | None = None
    """Name -> changed keys of `Category`; a list of names before 4.1.3"""
    categories_removed: list[str] | None = None
    """Names of categories that are gone"""
    tags: list[str] | None = None
    """New tags; since 4.2.0"""
    tags_removed: list[str] | None = None
    """Tags that are gone; since 4.2.0"""
    trackers: dict[str, list[str]] | None = None
    """Tracker -> ids of all its torrents, never a difference; since 4.3.0"""
    trackers_removed: list[str] | None = None
    """Trackers that are gone; since 4.3.0"""
    server_state: dict[str, Json] | None = None
    """Changed keys of `ServerState`"""
