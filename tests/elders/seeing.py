"""Give a scripted Digest server what time had brought to the real one: rates, peers, progress, what trackers said.

Rule: only such values are taken from a recorded answer. Names, sizes, order, priorities, limits and settings must come out of
the scripted server by itself.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.elders.elder import Elder
    from tests.elders.torrents import Torrent

UNITS: Final = {"B": 0, "KiB": 1, "MiB": 2, "GiB": 3, "TiB": 4}
MINUTE: Final = 60
FOREVER: Final = 8_640_000
TIME: Final = {"d": 24 * 60 * MINUTE, "h": 60 * MINUTE, "m": MINUTE}


def counted(text: str) -> int:
    """The least number of bytes that is worded so."""
    number, unit = text.split()
    return math.ceil(float(number) * 1024.0 ** UNITS[unit.removesuffix("/s").removesuffix("/s")])


def lasting(text: str) -> int:
    if text == "∞":
        return FOREVER
    if text.startswith("<"):
        return MINUTE // 2
    return sum(int(number) * TIME[unit] for number, unit in re.findall(r"(\d+)([dhm])", text))


def both(text: str) -> tuple[int, int]:
    """`1 (2)`: connected, and in the swarm."""
    connected, _, swarm = text.partition(" (")
    return int(connected), int(swarm.removesuffix(")") or 0)


def see(server: Elder, path: str, body: bytes) -> None:
    """Set what only time could have brought for the server to answer this."""
    if not body.strip(b"[]{} "):
        return
    match path.strip("/").split("/"):
        case ["json", "torrents"]:
            for row in json.loads(body):
                see_row(server.torrents[row["hash"]], row)
        case ["json", "transferInfo"]:
            see_totals(server, json.loads(body))
        case ["json", "propertiesGeneral", asked]:
            see_general(server.torrents[asked.lower()], json.loads(body))
        case ["json", "propertiesFiles", asked]:
            for file, row in zip(server.torrents[asked].files, json.loads(body), strict=False):
                file.completed = round(row["progress"] * file.size)
        case ["json", "propertiesTrackers", asked]:
            see_trackers(server.torrents[asked], json.loads(body))
        case _:
            return


def see_trackers(torrent: Torrent, rows: list[Mapping[str, str]]) -> None:
    """libtorrent also changes the order of trackers within a tier."""
    by_url = {tracker.url: tracker for tracker in torrent.trackers}
    for row in rows:
        if tracker := by_url.get(row["url"]):
            tracker.status, tracker.msg, tracker.num_peers = row["status"], row["msg"], int(row["num_peers"])
    places = {row["url"]: place for place, row in enumerate(rows)}
    torrent.trackers.sort(key=lambda tracker: places.get(tracker.url, len(places)))


def see_row(torrent: Torrent, row: Mapping[str, Any]) -> None:
    torrent.dlspeed, torrent.upspeed = counted(row["dlspeed"]), counted(row["upspeed"])
    torrent.seeds, torrent.seeds_total = both(row["num_seeds"])
    torrent.leechs, torrent.leechs_total = both(row["num_leechs"])
    torrent.eta = lasting(row["eta"])
    torrent.queued = row["state"].startswith("queued")
    if row["progress"] == 1:
        torrent.finish()
    else:
        torrent.completed = round(row["progress"] * torrent.wanted_size)


def see_totals(server: Elder, row: Mapping[str, str]) -> None:
    speed, total = row["dl_info"].removeprefix("D: ").split(" - T: ")
    server.totals.dl_speed, server.totals.dl_data = counted(speed), counted(total)
    speed, total = row["up_info"].removeprefix("U: ").split(" - T: ")
    server.totals.up_speed, server.totals.up_data = counted(speed), counted(total)


def see_general(torrent: Torrent, row: Mapping[str, str]) -> None:
    for name in ("downloaded", "uploaded"):
        total, session = row[f"total_{name}"].removesuffix(" this session)").split(" (")
        setattr(torrent, name, counted(total))
        setattr(torrent, f"{name}_session", counted(session))
    torrent.wasted = counted(row["total_wasted"])
    active, _, seeding = row["time_elapsed"].partition(" (Seeded for ")
    torrent.active_time, torrent.seeding_time = lasting(active), lasting(seeding.removesuffix(")"))
    torrent.connections = int(row["nb_connections"].split()[0])
