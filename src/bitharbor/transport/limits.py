"""What all transports keep to where they are told nothing else."""

from __future__ import annotations

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0  # between two pieces of an answer
IDLE_SECONDS = 5.0  # qBittorrent drops a connection that was idle for 7 s, and looks every 2 s


class TooLargeError(Exception):
    """The answer passed its limit."""
