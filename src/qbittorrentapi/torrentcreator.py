"""What programs import for creating torrents; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import TorrentCreator, TorrentCreatorAPIMixIn, TorrentCreatorTaskDictionary
from ._records import TaskStatus, TorrentCreatorTaskStatus, TorrentCreatorTaskStatusList

__all__ = [
    "TaskStatus",
    "TorrentCreator",
    "TorrentCreatorAPIMixIn",
    "TorrentCreatorTaskDictionary",
    "TorrentCreatorTaskStatus",
    "TorrentCreatorTaskStatusList",
]
