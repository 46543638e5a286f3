"""Ordinary use of the drop-in, as a program with strict types has it; type checkers read this, nothing runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import assert_type

from qbittorrentapi import (
    APIConnectionError,
    Client,
    Dictionary,
    DirectoryContentList,
    List,
    MethodNotAllowed405Error,
    TorrentDictionary,
    TorrentsAddedMetadata,
    TorrentState,
)


def tidy(client: Client, folder: Path, ratio: float) -> int:
    """Most of what programs do."""
    done: list[TorrentDictionary] = [one for one in client.torrents_info(status_filter="completed") if one.ratio > ratio]
    for torrent in sorted(done, key=lambda one: one.added_on):
        is_over = torrent.state_enum is TorrentState.STOPPED_UPLOAD
        sys.stdout.write(f"{torrent.name.upper()} {torrent.size // 2**20} {is_over}\n")
        torrent.add_tags(tags=["done"])
        torrent.set_location(location=folder / "done")
        for file in torrent.files:
            assert_type(file.priority, int)
            torrent.file_priority(file_ids=file.index, priority=0)
        torrent.trackers[0].url.partition("://")
    client.torrents_delete(delete_files=False, torrent_hashes=[one.hash for one in done])
    client.torrents.stop.all()
    return sum(one.size for one in done)


def add(client: Client, folder: Path) -> bool:
    """Files in all their forms, folders as paths."""
    client.torrents_add(torrent_files=folder / "a.torrent", save_path=folder, download_path=folder / "part")
    client.torrents_add(torrent_files=[folder / "a.torrent", b"de", "b.torrent"], is_stopped=True, tags=["new"])
    client.torrents_add(torrent_files={"a": (folder / "a.torrent").read_bytes(), "b": folder / "b.torrent"})
    with (folder / "a.torrent").open("rb") as file:
        answer = client.torrents_add(torrent_files=file, category="films", ratio_limit=1.5)
    assert_type(answer, str | TorrentsAddedMetadata)
    return answer == "Ok."


def look(client: Client) -> str:
    """Nested values are there to be indexed."""
    speed: int = client.sync_maindata()["server_state"]["dl_info_speed"]
    place: str = client.torrents_categories()["films"]["savePath"]
    tags = client.torrents_tags()
    assert_type(tags[0], str)
    settings: Dictionary[object] = client.app.preferences
    rows: List[TorrentDictionary] = client.torrents.info.active(limit=3)
    content: DirectoryContentList = client.app_get_directory_content(place)
    client.app.preferences = {"dht": False, "max_ratio": 1.5}
    client.rss_set_rule(rule_name="a", rule_def={"enabled": True, "assignedCategory": "films"})
    text: str = client._get("app", "version").text
    return json.dumps([speed, place, tags[0], len(settings), rows[:2][0].name, len(content), text])


def guarded(client: Client) -> str | None:
    """Exceptions of the whole tree are at the top of the package."""
    try:
        return client.app.version
    except MethodNotAllowed405Error as error:
        return str(error.http_status_code)
    except APIConnectionError as error:
        return error.response.text if error.response is not None else None
