"""Add what lies in a folder: `.torrent` files and lists of magnet links, a subfolder a category; move aside what is done."""

# ruff: noqa: T201 - what it prints is what it is for

import sys
import time
from pathlib import Path
from typing import Any

from qbittorrentapi import Client, HTTP4XXError, TorrentFileNotFoundError, UnsupportedMediaType415Error


def add(client: Client, path: Path, category: str) -> str:
    options: dict[str, Any] = {"category": category, "is_paused": True, "tags": ["watched"], "upload_limit": 51200}
    before = {torrent.hash for torrent in client.torrents_info()}
    try:
        if path.suffix == ".magnets":
            answer = client.torrents_add(urls=path.read_text().split(), **options)
        else:
            answer = client.torrents_add(torrent_files=str(path), use_auto_torrent_management=False, **options)
    except UnsupportedMediaType415Error:
        return "no torrent"
    except HTTP4XXError as error:
        return f"refused with {error.http_status_code}"
    if isinstance(answer, str):
        added = answer == "Ok."
    else:
        added = bool(answer["success_count"])
    for _ in range(20 if added else 0):
        if {torrent.hash for torrent in client.torrents_info()} != before:
            return "added"
        time.sleep(0.1)
    return "nothing new"


def main() -> None:
    host, user, password, folder = sys.argv[1:]
    client = Client(host, None, user, password)
    watched = Path(folder)
    (watched / "done").mkdir()
    for path in sorted(watched.rglob("*")):
        if path.suffix not in {".torrent", ".magnets"}:
            continue
        category = "" if path.parent == watched else path.parent.name
        if category and category not in client.torrents_categories():
            client.torrents_create_category(category)
        print(path.relative_to(watched), "->", add(client, path, category))
        path.rename(watched / "done" / path.name)
    for torrent in client.torrents.info(sort="hash"):
        print(torrent.hash, torrent.category or "-", torrent.tags or "-", torrent.up_limit)
    try:
        client.torrents_add(torrent_files=[str(watched / "vanished.torrent")])
    except TorrentFileNotFoundError as error:
        print(type(error).__name__, error.errno, [one.__name__ for one in type(error).__mro__])
    client.torrents.resume.all()
    client.torrents_pause(torrent_hashes="all")
    stopped = client.torrents_info(status_filter="paused")
    print(type(stopped + stopped[:0]).__name__)
    client.auth_log_out()


if __name__ == "__main__":
    main()
