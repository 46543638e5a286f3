"""Feeds, their articles, and the rules by which articles are downloaded."""

from __future__ import annotations

import msgspec

from .base import Record


class RssArticle(Record, kw_only=True, rename={"torrent_url": "torrentURL", "is_read": "isRead"}):
    """An article of a feed."""

    id: str | None = None
    """Its guid, for `rss.mark_as_read`; since 4.1.0"""
    date: str | None = None
    """When it was published, as mail writes dates [RFC 2822]; since 4.1.0"""
    title: str | None = None
    """Title; since 4.1.0"""
    author: str | None = None
    """Author; since 4.1.0"""
    description: str | None = None
    """Text, often HTML; since 4.1.0"""
    torrent_url: str | None = None
    """Address of the `.torrent`, or a magnet link; since 4.1.0"""
    link: str | None = None
    """Address of its page; since 4.1.0"""
    is_read: bool | None = None
    """True once it was read, else None; since 4.1.0"""


class RssFeed(
    Record,
    kw_only=True,
    rename={
        "refresh_interval": "refreshInterval",
        "last_build_date": "lastBuildDate",
        "is_loading": "isLoading",
        "has_error": "hasError",
    },
):
    """A feed."""

    uid: str
    """Its UUID; since 4.1.0"""
    url: str
    """Address; since 4.1.0"""
    refresh_interval: int | None = None
    """Own interval, None for the general one [s]; since 5.2.0"""
    title: str | None = None
    """Title; with data; since 4.1.0"""
    last_build_date: str | None = None
    """When it was made, in its own words; with data; since 4.1.0"""
    is_loading: bool | None = None
    """It is being fetched; with data; since 4.1.0"""
    has_error: bool | None = None
    """The last fetch failed; with data; since 4.1.0"""
    articles: list[RssArticle] | None = None
    """Articles; with data; since 4.1.0"""


class RssFolder(msgspec.Struct, kw_only=True):
    """A folder of feeds; the tree that `rss.items` gives is one. Made of the answer, where feeds and folders lie side by side."""

    feeds: dict[str, RssFeed] = msgspec.field(default_factory=dict[str, RssFeed])
    """Feeds in it, by name; since 4.1.0"""
    folders: dict[str, RssFolder] = msgspec.field(default_factory=dict[str, "RssFolder"])
    """Folders in it, by name; since 4.1.0"""


class RssTorrentParams(Record, kw_only=True):
    """How a rule adds torrents."""

    category: str | None = None
    """Category; since 4.6.0"""
    tags: list[str] | None = None
    """Tags; since 4.6.0"""
    save_path: str | None = None
    """Save path; since 4.6.0"""
    use_download_path: bool | None = None
    """Whether `download_path` is used; since 4.6.0"""
    download_path: str | None = None
    """Where incomplete content goes; since 4.6.0"""
    operating_mode: str | None = None
    """`AutoManaged` or `Forced`; since 4.6.0"""
    add_to_top_of_queue: bool | None = None
    """Queue before all others; since 4.6.0"""
    stopped: bool | None = None
    """Add stopped; since 4.6.0"""
    stop_condition: str | None = None
    """`None`, `MetadataReceived` or `FilesChecked`; since 4.6.0"""
    skip_checking: bool | None = None
    """Take the content for complete without reading it; 5.3.0 takes it and writes `seed_mode`; since 4.6.0"""
    seed_mode: bool | None = None
    """Take the content for complete without reading it; since 5.3.0"""
    content_layout: str | None = None
    """`Original`, `Subfolder` or `NoSubfolder`; since 4.6.0"""
    use_auto_tmm: bool | None = None
    """Automatic management; since 4.6.0"""
    upload_limit: int | None = None
    """Upload limit, -1 none [bytes/s]; since 4.6.0"""
    download_limit: int | None = None
    """Download limit, -1 none [bytes/s]; since 4.6.0"""
    ratio_limit: float | None = None
    """Ratio limit: -2 the session's, -1 none; since 4.6.0"""
    seeding_time_limit: int | None = None
    """Limit of seeding time: -2 the session's, -1 none [min]; since 4.6.0"""
    inactive_seeding_time_limit: int | None = None
    """Limit of seeding without upload: -2 the session's, -1 none [min]; since 4.6.0"""
    share_limit_action: str | None = None
    """What happens at a share limit; since 5.0.0"""
    share_limits_mode: str | None = None
    """Whether one share limit or all must be reached; since 5.3.0"""
    ssl_certificate: str | None = None
    """PEM text, for SSL torrents; since 5.0.0"""
    ssl_private_key: str | None = None
    """PEM text, for SSL torrents; since 5.0.0"""
    ssl_dh_params: str | None = None
    """PEM text, for SSL torrents; since 5.0.0"""


class RssRule(
    Record,
    kw_only=True,
    rename={
        "use_regex": "useRegex",
        "must_contain": "mustContain",
        "must_not_contain": "mustNotContain",
        "episode_filter": "episodeFilter",
        "affected_feeds": "affectedFeeds",
        "last_match": "lastMatch",
        "ignore_days": "ignoreDays",
        "smart_filter": "smartFilter",
        "previously_matched_episodes": "previouslyMatchedEpisodes",
        "add_paused": "addPaused",
        "create_subfolder": "createSubfolder",
        "torrent_content_layout": "torrentContentLayout",
        "save_path": "savePath",
        "assigned_category": "assignedCategory",
        "torrent_params": "torrentParams",
    },
):
    """A rule by which articles are downloaded."""

    enabled: bool | None = None
    """It is applied; since 4.1.0"""
    priority: int | None = None
    """Rules with a lower number come first; since 4.6.0"""
    use_regex: bool | None = None
    """Patterns are regular expressions; since 4.1.0"""
    must_contain: str | None = None
    """Pattern that a title must match; since 4.1.0"""
    must_not_contain: str | None = None
    """Pattern that a title must not match; since 4.1.0"""
    episode_filter: str | None = None
    """Episodes, such as `1x01-;` (season 1 from the first episode on); since 4.1.0"""
    affected_feeds: list[str] | None = None
    """Addresses of the feeds that it looks at; since 4.1.0"""
    last_match: str | None = None
    """When it matched last, or empty [RFC 2822]; since 4.1.0"""
    ignore_days: int | None = None
    """How long it rests after a match [days]; since 4.1.0"""
    smart_filter: bool | None = None
    """Skip repeated episodes; since 4.1.0"""
    previously_matched_episodes: list[str] | None = None
    """What `smart_filter` remembers; since 4.1.0"""
    add_paused: bool | None = None
    """Add stopped; the session's own habit when absent. Left aside where `torrent_params` is given; since 4.1.0"""
    create_subfolder: bool | None = None
    """Make a folder; then `torrent_content_layout`, and still taken; since 4.2.0, gone in 4.3.2"""
    torrent_content_layout: str | None = None
    """`Original`, `Subfolder` or `NoSubfolder`; left aside as `add_paused` is; since 4.3.2"""
    save_path: str | None = None
    """Where the content goes; left aside as `add_paused` is; since 4.1.0"""
    assigned_category: str | None = None
    """Category; left aside as `add_paused` is; since 4.1.0"""
    torrent_params: RssTorrentParams | None = None
    """How torrents are added; beats the four fields that say the same; since 4.6.0"""
