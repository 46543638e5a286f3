"""Give each torrent the category of its kind of file, with a folder of its own, and tag what was moved."""

# ruff: noqa: T201 - what it prints is what it is for

import sys
import time
from collections import Counter
from pathlib import PurePosixPath

from qbittorrentapi import Client, Conflict409Error, NotFound404Error, TorrentDictionary

KINDS = {".mkv": "films", ".flac": "music", ".txt": "texts"}


def ensure(client: Client, name: str, folder: str) -> None:
    try:
        client.torrents_create_category(name=name, save_path=folder)
        print("new category", name)
    except Conflict409Error as error:
        print("known category", name, error.http_status_code)
        client.torrent_categories.edit_category(name=name, save_path=folder)


def kind_of(client: Client, torrent_hash: str) -> str:
    files = client.torrents.files(torrent_hash=torrent_hash)
    largest = max(files, key=lambda file: (file.size, file.index))
    return KINDS.get(PurePosixPath(largest.name).suffix, "")


def is_in_place(torrent: TorrentDictionary) -> bool:
    return "sorted" not in torrent.tags or torrent.save_path.rstrip("/").endswith(torrent.category)


def main() -> None:
    host, user, password, folder = sys.argv[1:]
    with Client(host=host, username=user, password=password) as client:
        for name in (*sorted(KINDS.values()), "films"):
            ensure(client, name, f"{folder}/{name}")
        moved: Counter[str] = Counter()
        for torrent in client.torrents.info.completed(sort="name"):
            kind = kind_of(client, torrent.hash)
            if not kind or torrent.category == kind:
                print(torrent.name, "stays")
                continue
            torrent.setCategory(category=kind)
            torrent.addTags(tags=["sorted", kind])
            client.torrents_set_location(f"{folder}/{kind}", torrent_hashes=torrent["hash"])
            moved[kind] += 1
        while not all(is_in_place(one) for one in client.torrents_info()):
            time.sleep(0.1)
        for torrent in client.torrents_info(sort="name", reverse=True):
            print(torrent.name, torrent.info.category, sorted(torrent.tags.split(", ")))
        print(sorted(moved.items()), sorted(client.torrents_tags()), sorted(client.torrents_categories()))
        categories = client.torrent_categories.categories
        print({name: categories[name]["savePath"].removeprefix(folder) for name in sorted(categories)})
        try:
            client.torrents_set_category(category="no such", torrent_hashes="all")
        except Conflict409Error as error:
            print(type(error).__name__, error.http_status_code)
        try:
            client.torrents_properties(torrent_hash="f" * 40)
        except NotFound404Error as error:
            print(error)


if __name__ == "__main__":
    main()
