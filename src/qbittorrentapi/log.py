"""What programs import for the logs; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import Log, LogAPIMixIn
from ._records import LogEntry, LogMainList, LogPeer, LogPeersList

__all__ = ["Log", "LogAPIMixIn", "LogEntry", "LogMainList", "LogPeer", "LogPeersList"]
