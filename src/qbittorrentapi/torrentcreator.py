"""What programs import for creating torrents; nothing is defined here."""

from __future__ import annotations

from ._records import TaskStatus, TorrentCreatorTaskStatus, TorrentCreatorTaskStatusList

__all__ = ["TaskStatus", "TorrentCreatorTaskStatus", "TorrentCreatorTaskStatusList"]
