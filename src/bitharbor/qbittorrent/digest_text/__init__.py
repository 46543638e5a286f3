"""qBittorrent 3.0 and 3.1, which answer in words: their text into today's records, today's settings into their JSON.

Values only: no socket, no flow, no clock, nothing that waits. `answers` and `preferences` are what flows use; `fields` and
`settings` are the tables; `measures`, `dates` and `digits` read single texts by the tables in `words`.
"""

from __future__ import annotations

from .answers import file_priority, files, measure_of, properties, text_of, torrents, trackers, transfer_info
from .measures import Measure
from .preferences import digest_secret, preferences, preferences_json

__all__ = [
    "Measure",
    "digest_secret",
    "file_priority",
    "files",
    "measure_of",
    "preferences",
    "preferences_json",
    "properties",
    "text_of",
    "torrents",
    "trackers",
    "transfer_info",
]
