"""Typed answers. Fields are named as on the wire (or as pythonic words where it writes camelCase) and say unit and first version.

Fields that every daemon with /api/v2 sends are required; younger and occasional ones are None where a daemon does not send them.
The generation before 4.1 sends fewer: there, too, what is missing is None.
"""

from __future__ import annotations

from .base import Record
from .sync import Category, MainData, ServerState
from .torrents import Added, Torrent

__all__ = ["Added", "Category", "MainData", "Record", "ServerState", "Torrent"]
