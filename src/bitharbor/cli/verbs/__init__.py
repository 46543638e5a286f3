"""The verbs of daily use: one file each, of the verb's name, whose `verb` is what the command line calls.

Here only their names and what they do in a few words, so that help and dispatch need to import none of them.
"""

from __future__ import annotations

from collections.abc import Mapping

CLIENTS = ("deluge", "qbittorrent", "rtorrent", "transmission")

VERBS: Mapping[str, str] = {
    "list": "torrents, filtered and sorted",
    "show": "all that is known of torrents, or of the daemon",
    "add": "add torrents: files, magnet links, infohashes, web addresses",
    "start": "start torrents",
    "stop": "stop torrents",
    "remove": "remove torrents, with or without their data",
    "verify": "check the data of torrents",
    "files": "the files of a torrent, and how much they are wanted",
    "trackers": "the trackers of a torrent; add, remove or replace them",
    "peers": "the peers of a torrent; give it more",
    "move": "give torrents another folder",
    "rename": "give a torrent, or a file or folder of it, another name",
    "label": "categories and labels of torrents",
    "limit": "limits of torrents, or of the daemon",
    "create": "make a .torrent of a file or folder",
    "call": "call any method of the daemon's own interface",
    "profile": "remember daemons and their passwords",
}
