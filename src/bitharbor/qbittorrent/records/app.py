"""The application: its build, its machine, the cookies that it sends."""

from __future__ import annotations

from .base import Record


class BuildInfo(Record, kw_only=True):
    """The libraries that the daemon was built with."""

    qt: str
    """Version of Qt; since 4.2.0"""
    libtorrent: str
    """Version of libtorrent; since 4.2.0"""
    boost: str
    """Version of Boost; since 4.2.0"""
    openssl: str
    """Version of OpenSSL; since 4.2.0"""
    zlib: str
    """Version of zlib; since 4.2.0"""
    bitness: int
    """32 or 64; since 4.2.0"""
    platform: str | None = None
    """`linux`, `macos`, `windows` or `unknown`; since 5.0.0"""


class ProcessInfo(Record, kw_only=True):
    """The process of the daemon."""

    launch_time: int
    """When it began [Unix s]; since 5.2.0"""


class NetworkInterface(Record, kw_only=True):
    """A network interface of the daemon's machine."""

    name: str
    """Name for people; since 4.2.0"""
    value: str
    """Name of the system, for `Preferences.current_network_interface`; since 4.2.0"""


class Cookie(Record, kw_only=True, rename={"expiration_date": "expirationDate"}):
    """A cookie that the daemon sends when it fetches feeds and `.torrent` files."""

    name: str
    """Name; since 5.1.0"""
    domain: str = ""
    """Domain; with a leading dot for its subdomains too; since 5.1.0"""
    path: str = ""
    """Path; since 5.1.0"""
    value: str = ""
    """Value; since 5.1.0"""
    expiration_date: int | None = None
    """When it ends, -1 or None with the daemon's session [Unix s]; since 5.1.0"""


class DirectoryEntry(Record, kw_only=True):
    """A file or folder of the daemon's machine."""

    name: str
    """File name; since 5.2.0"""
    type: str
    """`file` or `dir`; since 5.2.0"""
    size: int | None = None
    """Size, files only [bytes]; since 5.2.0"""
    creation_date: int
    """Birth time, -1 unknown [Unix s]; since 5.2.0"""
    last_access_date: int
    """Last read [Unix s]; since 5.2.0"""
    last_modification_date: int
    """Last change [Unix s]; since 5.2.0"""
