"""Words and argument types of the Web API that appear in signatures. No record, no behaviour."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import BinaryIO, Literal, TypeAlias

Hashes: TypeAlias = str | Iterable[str]
"""Infohashes: one, several, or the word "all" where the action allows it."""

TorrentItem: TypeAlias = str | os.PathLike[str] | bytes | bytearray | BinaryIO
"""A `.torrent`: its path, its bytes, or an open binary file."""

TorrentItems: TypeAlias = Iterable[TorrentItem] | Mapping[str, TorrentItem]
"""Several of them; the keys of a mapping are their file names."""

TorrentFilter: TypeAlias = Literal[
    "all",
    "downloading",
    "seeding",
    "completed",
    "stopped",
    "running",
    "active",
    "inactive",
    "stalled",
    "stalled_uploading",
    "stalled_downloading",
    "checking",
    "moving",
    "errored",
]
ContentLayout: TypeAlias = Literal["Original", "Subfolder", "NoSubfolder"]
StopCondition: TypeAlias = Literal["None", "MetadataReceived", "FilesChecked"]
ShareLimitAction: TypeAlias = Literal["Default", "Stop", "Remove", "RemoveWithContent", "EnableSuperSeeding"]
ShareLimitsMode: TypeAlias = Literal["Default", "MatchAny", "MatchAll"]
DirectoryMode: TypeAlias = Literal["all", "dirs", "files"]
FilePriority: TypeAlias = Literal[0, 1, 6, 7]
"""Not wanted, normal, high, maximum."""

TorrentFormat: TypeAlias = Literal["v1", "v2", "hybrid"]
