"""Which versions of qBittorrent this interface supports, and how two version texts compare.

What may enter: the recorded table and questions to it. What may not: asking a daemon; what a version can or cannot
do (the native client decides that).

A package where a module would do, because another distribution brings a package of our name in which this is a module.
Python takes a package before a module of the same name. So this is what runs when both were installed into one folder,
whichever came last, and the other one's module beside it shows that.
"""

from __future__ import annotations

import os.path
import re
from functools import cache, total_ordering

__all__ = ["Version", "v"]

if os.path.exists(f"{__path__[0]}.py"):
    raise ImportError(
        "Files of two distributions are mixed in the folder of `qbittorrentapi`: bitharbor's, and another one's with that name. "
        "What to do: uninstall both (pip uninstall bitharbor qbittorrent-api), then install the one that you want; "
        "bitharbor-core has everything of bitharbor but this package, and can stand beside the other one"
    )

# application version -> Web API version; recorded from the interface that this one stands in for, in its order
APP_VERSION_2_API_VERSION_MAP = {
    "v4.1.0": "2.0",
    "v4.1.1": "2.0.1",
    "v4.1.2": "2.0.2",
    "v4.1.3": "2.1",
    "v4.1.4": "2.1.1",
    "v4.1.5": "2.2",
    "v4.1.6": "2.2",
    "v4.1.7": "2.2",
    "v4.1.8": "2.2",
    "v4.1.9": "2.2.1",
    "v4.1.9.1": "2.2.1",
    "v4.2.0": "2.3",
    "v4.2.1": "2.4",
    "v4.2.2": "2.4.1",
    "v4.2.3": "2.4.1",
    "v4.2.4": "2.5",
    "v4.2.5": "2.5.1",
    "v4.3.0": "2.6",
    "v4.3.0.1": "2.6",
    "v4.3.1": "2.6.1",
    "v4.3.2": "2.7",
    "v4.3.3": "2.7",
    "v4.3.4.1": "2.8.1",
    "v4.3.5": "2.8.2",
    "v4.3.6": "2.8.2",
    "v4.3.7": "2.8.2",
    "v4.3.8": "2.8.2",
    "v4.3.9": "2.8.2",
    "v4.4.0": "2.8.4",
    "v4.4.1": "2.8.5",
    "v4.4.2": "2.8.5",
    "v4.4.3": "2.8.5",
    "v4.4.3.1": "2.8.5",
    "v4.4.4": "2.8.5",
    "v4.4.5": "2.8.5",
    "v4.5.0beta1": "2.8.14",
    "v4.5.0": "2.8.18",
    "v4.5.1": "2.8.19",
    "v4.5.2": "2.8.19",
    "v4.6.0alpha1": "2.9.1",
    "v4.5.3": "2.8.19",
    "v4.5.4": "2.8.19",
    "v4.5.5": "2.8.19",
    "v4.6.0beta1": "2.9.1",
    "v4.6.0rc1": "2.9.2",
    "v4.6.0rc2": "2.9.2",
    "v4.6.0": "2.9.2",
    "v4.6.1": "2.9.3",
    "v4.6.2": "2.9.3",
    "v4.6.3": "2.9.3",
    "v5.0.0beta1": "2.10.4",
    "v4.6.4": "2.9.3",
    "v4.6.5": "2.9.3",
    "v4.6.6": "2.9.3",
    "v5.0.0rc1": "2.11.2",
    "v4.6.7": "2.9.3",
    "v5.0.0": "2.11.2",
    "v5.0.1": "2.11.2",
    "v5.0.2": "2.11.2",
    "v5.0.3": "2.11.2",
    "v5.0.4": "2.11.2",
    "v5.0.5": "2.11.2",
    "v5.1.0beta1": "2.11.3",
    "v5.1.0rc1": "2.11.4",
    "v5.1.0": "2.11.4",
    "v5.1.1": "2.11.4",
    "v5.1.2": "2.11.4",
    "v5.1.3": "2.11.4",
    "v5.1.4": "2.11.4",
    "v5.2.0": "2.15.1",
    "v5.2.1": "2.15.1",
    "v5.2.2": "2.15.1",
    "v5.3.0beta1": "2.16.2",
    "v5.2.3": "2.15.1",
    "v5.3.0rc1": "2.16.2",
    "v5.2.4": "2.15.1",
    "v5.3.0": "2.16.2",
}

MOST_RECENT_SUPPORTED_APP_VERSION = "v5.3.0"
MOST_RECENT_SUPPORTED_API_VERSION = "2.16.2"


class Version:
    """The supported versions. A leading `v` and the case of letters make no difference in a question."""

    @classmethod
    def supported_app_versions(cls) -> set[str]:
        """All supported application versions, such as `v5.1.0`."""
        return set(APP_VERSION_2_API_VERSION_MAP)

    @classmethod
    def supported_api_versions(cls) -> set[str]:
        """All supported Web API versions, such as `2.11.4`."""
        return set(APP_VERSION_2_API_VERSION_MAP.values())

    @classmethod
    def is_app_version_supported(cls, app_version: str) -> bool:
        """Whether exactly this application version is in the table."""
        return f"v{_bare(app_version)}" in APP_VERSION_2_API_VERSION_MAP

    @classmethod
    def is_api_version_supported(cls, api_version: str) -> bool:
        """Whether exactly this Web API version is in the table."""
        return _bare(api_version) in cls.supported_api_versions()

    @classmethod
    def latest_supported_app_version(cls) -> str:
        """The newest supported application version."""
        return MOST_RECENT_SUPPORTED_APP_VERSION

    @classmethod
    def latest_supported_api_version(cls) -> str:
        """The newest supported Web API version."""
        return MOST_RECENT_SUPPORTED_API_VERSION


def _bare(version: str) -> str:
    return version.lower().removeprefix("v")


# the stages that qBittorrent's releases go through
STAGES = {"alpha": -3, "beta": -2, "rc": -1}
FINAL = 0
FORM = re.compile(r"v?(\d+(?:\.\d+)*)(?:(alpha|beta|rc)(\d*))?\Z")


@total_ordering
class ParsedVersion:
    """A version text that compares by meaning: 2.9 < 2.10, 4.5.0beta1 < 4.5.0, 2.8 == 2.8.0."""

    __slots__ = ("_rank", "release", "text")

    def __init__(self, version: str) -> None:
        found = FORM.match(_bare(version.strip()))
        if found is None:
            raise ValueError(f"not a version of qBittorrent or of its Web API: {version!r}")
        numbers, stage, step = found.groups()
        self.text = version
        self.release = tuple(map(int, numbers.split(".")))
        significant = self.release
        while significant and significant[-1] == 0:
            significant = significant[:-1]
        self._rank = (significant, STAGES[stage] if stage else FINAL, int(step or 0))

    def __eq__(self, other: object) -> bool:
        return self._rank == other._rank if isinstance(other, ParsedVersion) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self._rank < other._rank if isinstance(other, ParsedVersion) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._rank)

    def __str__(self) -> str:
        return _bare(self.text)

    def __repr__(self) -> str:
        return f"<Version({str(self)!r})>"


@cache
def v(version: str) -> ParsedVersion:
    """The version in a text, to be compared. ValueError for a text that is none."""
    return ParsedVersion(version)
