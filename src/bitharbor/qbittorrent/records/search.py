"""Search jobs, what they found, and the plugins that search."""

from __future__ import annotations

from .base import Record


class SearchStatus(Record, kw_only=True):
    """The state of one search job."""

    id: int
    """Job id; since 4.1.4"""
    status: str
    """`Running` or `Stopped`; since 4.1.4"""
    total: int
    """Results so far; since 4.1.4"""
    pattern: str | None = None
    """Search words; since 5.3.0"""
    category: str | None = None
    """Category, by its id; since 5.3.0"""
    plugins: list[str] | None = None
    """Plugins used; since 5.3.0"""


class SearchResult(
    Record,
    kw_only=True,
    rename={
        "file_name": "fileName",
        "file_url": "fileUrl",
        "file_size": "fileSize",
        "nb_seeders": "nbSeeders",
        "nb_leechers": "nbLeechers",
        "engine_name": "engineName",
        "site_url": "siteUrl",
        "descr_link": "descrLink",
        "pub_date": "pubDate",
    },
):
    """One thing that was found."""

    descr_link: str
    """Description page; since 4.1.4"""
    engine_name: str | None = None
    """Plugin name; since 5.0.0"""
    file_name: str
    """Name; since 4.1.4"""
    file_size: int
    """Size, -1 unknown [bytes]; since 4.1.4"""
    file_url: str
    """Download URL or magnet; since 4.1.4"""
    nb_leechers: int
    """Leechers, -1 unknown; since 4.1.4"""
    nb_seeders: int
    """Seeds, -1 unknown; since 4.1.4"""
    pub_date: int | None = None
    """Publication date, -1 unknown [Unix s]; since 5.0.0"""
    site_url: str
    """Site; since 4.1.4"""


class SearchResults(Record, kw_only=True):
    """Some results of a job, and how far it is."""

    status: str
    """`Running` or `Stopped`; since 4.1.4"""
    total: int
    """Results so far, of which these may be a part; since 4.1.4"""
    results: list[SearchResult]
    """Results; since 4.1.4"""


class SearchCategory(Record, kw_only=True):
    """A category of a search plugin."""

    id: str
    """Word for `search.start`; the daemon's own word for people before 4.3.0; since 4.1.4"""
    name: str | None = None
    """Name in the daemon's language; since 4.3.0"""


class SearchPlugin(Record, kw_only=True, rename={"full_name": "fullName", "supported_categories": "supportedCategories"}):
    """An installed search plugin."""

    name: str
    """Plugin name; since 4.1.4"""
    version: str
    """Version; since 4.1.4"""
    full_name: str
    """Display name; since 4.1.4"""
    url: str
    """Site; since 4.1.4"""
    supported_categories: list[SearchCategory]
    """Categories that it can search in; since 4.1.4"""
    enabled: bool
    """Enabled; since 4.1.4"""
