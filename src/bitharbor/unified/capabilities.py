"""What a daemon may or may not be able to do. Adapters declare it once they are connected; nobody finds out by failing."""

from __future__ import annotations

from enum import StrEnum


class Capability(StrEnum):
    """Something that not every daemon of every version can do. The values are the verbs of `TorrentClient`, where one fits."""

    ADD_UNVERIFIED = "add without checking the data that is there"
    ADD_CATEGORY = "add with a category"
    ADD_LABELS = "add with labels"
    FORCE_START = "start without regard to the queue"
    REMOVE_DATA = "remove with data"
    MOVE = "move data"
    SET_LOCATION = "set the folder without moving data"
    RENAME = "rename a torrent"
    RENAME_FILE = "rename a file"
    RENAME_FOLDER = "rename a folder"
    FILE_PRIORITY = "set priorities of files"
    CATEGORIES = "have categories"
    LABELS = "have several labels"
    TORRENT_LIMITS = "limit the speed of a torrent"
    RATIO_LIMIT = "limit the ratio of a torrent"
    SEEDING_TIME_LIMIT = "limit the seeding time of a torrent"
    SESSION_LIMITS = "limit the speed of the daemon"
    ALTERNATIVE_SPEED = "switch to alternative speed limits"
    QUEUE = "move in the queue"
    ADD_TRACKERS = "add trackers"
    REMOVE_TRACKERS = "remove trackers"
    EDIT_TRACKERS = "edit trackers"
    ADD_PEERS = "add peers"
    PEERS = "list peers"
    FREE_SPACE = "tell free space"
    FREE_SPACE_ANYWHERE = "tell free space at any path"
    EXPORT = "export the .torrent"
    EVENTS = "push events"
