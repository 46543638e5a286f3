"""Write what a daemon has to JSON on the output, and to CSV files in a folder."""

# ruff: noqa: T201 - what it prints is what it is for

import csv
import json
import sys
from pathlib import Path
from typing import Any

from qbittorrentapi import Client, TorrentDictionary, TorrentState, TrackerStatus

COLUMNS: tuple[str, ...] = (
    "name",
    "hash",
    "size",
    "progress",
    "category",
    "tags",
    "amount_left",
    "seq_dl",
    "force_start",
    "super_seeding",
)


def row_of(torrent: TorrentDictionary) -> dict[str, Any]:
    row = {key: torrent[key] for key in COLUMNS}
    row["is stopped"] = torrent.state_enum.is_stopped
    row["is complete"] = TorrentState(torrent.state).is_complete
    row["missing"] = getattr(torrent, "no_such_key", None) or torrent.get("no_such_key", "nothing")
    return row


def details_of(torrent: TorrentDictionary) -> dict[str, Any]:
    properties = torrent.properties
    return {
        "files": [(file.index, file.id, file["name"], file.size, file.priority) for file in torrent.files],
        "trackers": [(one.url, TrackerStatus(one.status).display, one.tier) for one in torrent.trackers if "://" in one.url],
        "web seeds": [one.url for one in torrent.webseeds],
        "pieces": [len(torrent.piece_states), len(torrent.piece_hashes), list(torrent.piece_hashes[:1])],
        "properties": {key: properties[key] for key in ("piece_size", "pieces_num", "total_size", "comment")},
    }


def main() -> None:
    host, user, password, folder = sys.argv[1:]
    client = Client(host=host, username=user, password=password, REQUESTS_ARGS={"timeout": (3.1, 30)})
    torrents = client.torrents_info(sort="name")
    found = {torrent.name: row_of(torrent) | details_of(torrent) for torrent in torrents}
    with (Path(folder) / "torrents.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(torrents)
    plain = client.torrents_info(SIMPLE_RESPONSES=True, sort="name")
    with (Path(folder) / "files.csv").open("w", newline="") as file:
        lines = csv.writer(file)
        for torrent in plain:
            for one in client.torrents_files(torrent_hash=torrent["hash"], SIMPLE_RESPONSES=True):
                lines.writerow([torrent["hash"], one["name"], one["size"]])
    maindata = client.sync.maindata.delta()
    limits = client.torrents_download_limit(torrent_hashes="all" if not torrents else [one.hash for one in torrents])
    print(json.dumps(found, indent=1, sort_keys=True))
    print(json.dumps({
        "version": client.app.version,
        "api": client.app.web_api_version,
        "is full": maindata.full_update,
        "speed": maindata["server_state"]["dl_info_speed"],
        "categories": client.torrents_categories(),
        "tags": sorted(client.torrents_tags()),
        "limits": sorted(limits.items()),
        "interfaces": type(client.app_network_interface_list()).__name__,
        "kinds": [type(one).__name__ for one in (torrents, torrents[0], maindata, plain, plain[0], limits)],
        "sums": (torrents[0] | {"mine": 1})["mine"],
        "slice": [one.name for one in torrents[:1] + torrents[1:]],
    }, indent=1, sort_keys=True))  # fmt: skip
    exported = client.torrents_export(torrent_hash=torrents[0].hash)
    print("export:", exported and len(exported))
    client.auth_log_out()


if __name__ == "__main__":
    main()
