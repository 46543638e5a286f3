"""Versions of the application: how they read, and which Web API each brought."""

from __future__ import annotations

import re
from typing import TypeAlias

from ..errors import NotQbittorrentError

Version: TypeAlias = tuple[int, ...]
UNKNOWN: Version = ()

_FORM = re.compile(r"\s*v?(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?(?![\d.])")


def parse(text: str) -> Version:
    """`v5.3.0beta1` -> (5, 3, 0). What follows the numbers is left out: a beta knows what its release knows.

    :raises NotQbittorrentError: the text is no version; taking it for a very old one would close every gate
    """
    found = _FORM.match(text)
    if not found:
        raise NotQbittorrentError(
            "what answers here gave no version of qBittorrent",
            hint="check the address; a proxy may be answering in its place",
        )
    return tuple(int(part) for part in found.groups(default="0")[:3]) + ((int(found[4]),) if found[4] else ())


def dotted(version: Version) -> str:
    """(5, 3, 0) -> `5.3.0`."""
    return ".".join(map(str, version))
