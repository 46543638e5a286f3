"""What programs import for the logs; nothing is defined here."""

from __future__ import annotations

from ._records import LogEntry, LogMainList, LogPeer, LogPeersList

__all__ = ["LogEntry", "LogMainList", "LogPeer", "LogPeersList"]
