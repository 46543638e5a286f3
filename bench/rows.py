"""Torrents as qBittorrent 5.3.0 lists them: made up, but of the right keys, order, types and lengths, and the same each time.

Seen on 5.3.0: 67 keys in alphabetical order, UTF-8 unescaped, no blanks, whole numbers without a point also where fractions
may stand; sync/maindata leaves out `hash` and has three flags more.
"""

from __future__ import annotations

import hashlib
from random import Random
from urllib.parse import quote

import msgspec

Row = dict[str, str | int | float | bool]

SEED = 53
NO_ETA = 8640000
WORDS = ("debian", "archive", "lecture", "season", "concert", "extended", "remaster", "übung", "東京", "naïve", "atlas")
STATES = ("stalledUP", "uploading", "stoppedUP", "downloading", "stalledDL", "forcedUP")
CATEGORIES = ("", "iso", "music", "films/long", "data")
TAGS = ("", "keep", "keep, slow", "archive, keep, mirrored")
TRACKERS = (
    "https://tracker.example.org:443/announce",
    "udp://tracker.example.net:6969/announce",
    "http://announce.example.com:2710/0123456789abcdef0123456789abcdef/announce",
    "udp://open.example.info:1337/announce",
)
# keys whose values are drawn from a range
RANGES = (
    (1_400_000_000, 1_790_000_000, ("added_on", "completion_on", "creation_date", "last_activity", "seen_complete")),
    (0, 1 << 34, ("amount_left", "completed", "downloaded", "downloaded_session", "size", "total_size", "uploaded")),
    (0, 1 << 30, ("seeding_time", "time_active", "uploaded_session")),
    (0, 500, ("connections_count", "dlspeed", "num_complete", "num_incomplete", "num_leechs", "num_seeds", "priority")),
    (0, 500, ("reannounce", "total_wasted", "upspeed")),
)
MORE_FLAGS = ("has_other_announce_error", "has_tracker_error", "has_tracker_warning")  # of sync/maindata only


def torrents(count: int) -> list[Row]:
    """That many torrents."""
    random = Random(SEED)  # noqa: S311 - the same rows each time are wanted
    return [torrent(position, random) for position in range(count)]


def torrent(position: int, random: Random) -> Row:
    """One torrent."""
    infohash = hashlib.sha1(str(position).encode(), usedforsecurity=False).hexdigest()
    name = ".".join(random.choices(WORDS, k=random.randint(3, 7))) + f".{position}"
    trackers = random.sample(TRACKERS, k=random.randint(1, len(TRACKERS)))
    folder = f"/srv/torrents/{random.choice(CATEGORIES) or 'unsorted'}"
    size = random.randint(1 << 20, 1 << 36)
    pieces = size // (1 << 22) + 1
    row: Row = {key: random.randint(least, most) for least, most, keys in RANGES for key in keys}
    row |= {
        "auto_tmm": random.random() < 0.3,
        "availability": fraction(random, 3),
        "category": random.choice(CATEGORIES),
        "comment": "" if random.random() < 0.5 else f"see https://example.org/details/{position}",
        "connections_limit": 100,
        "content_path": f"{folder}/{name}",
        "created_by": random.choice(("mktorrent 1.1", "qBittorrent v5.1.0", "")),
        "dl_limit": 0,
        "download_path": "",
        "eta": NO_ETA,
        "f_l_piece_prio": False,
        "force_start": False,
        "has_metadata": True,
        "hash": infohash,
        "inactive_seeding_time_limit": -2,
        "infohash_v1": infohash,
        "infohash_v2": "",
        "magnet_uri": f"magnet:?xt=urn:btih:{infohash}&dn={quote(name)}&xl={size}"
        + "".join(f"&tr={quote(tracker, safe='')}" for tracker in trackers),
        "max_inactive_seeding_time": -1,
        "max_ratio": -1,
        "max_seeding_time": -1,
        "name": name,
        "piece_size": 1 << 22,
        "pieces_have": pieces,
        "pieces_num": pieces,
        "popularity": fraction(random, 2),
        "private": False,
        "progress": 1 if random.random() < 0.8 else fraction(random, 1),
        "ratio": fraction(random, 5),
        "ratio_limit": -2,
        "root_path": f"{folder}/{name}",
        "save_path": folder,
        "seeding_time_limit": -2,
        "seq_dl": False,
        "share_limit_action": "Default",
        "share_limits_mode": "Default",
        "state": random.choice(STATES),
        "super_seeding": False,
        "tags": random.choice(TAGS),
        "tracker": trackers[0],
        "trackers_count": len(trackers),
        "up_limit": 0,
    }
    return dict(sorted(row.items()))


def fraction(random: Random, most: int) -> float:
    """A fraction as qBittorrent writes it, with up to 17 digits."""
    return random.random() * most


def files(count: int) -> list[dict[str, object]]:
    """The files of one torrent, as 5.3.0 lists them."""
    return [
        {
            "availability": 1,
            "index": place,
            "is_seed": True,
            "name": f"a season/disc {place // 100}/{place:05}.flac",
            "piece_range": [place, place + 3],
            "priority": 1,
            "progress": 1,
            "size": 1_000_000 + place,
        }
        for place in range(count)
    ]


def listing(rows: list[Row]) -> bytes:
    """The answer of torrents/info."""
    return msgspec.json.encode(rows)


def full_update(rows: list[Row]) -> bytes:
    """The answer of sync/maindata to a first question."""
    return msgspec.json.encode({"full_update": True, "rid": 1, "server_state": {}, "torrents": by_hash(rows)})


def difference(rows: list[Row], rid: int = 2) -> bytes:
    """The answer of sync/maindata a moment later: some speeds of a few torrents."""
    moved = {str(row["hash"]): {"dlspeed": 1000 + place, "upspeed": 2000 + place} for place, row in enumerate(rows[:5])}
    return msgspec.json.encode({"rid": rid, "server_state": {"dl_info_speed": 5000}, "torrents": moved})


def by_hash(rows: list[Row]) -> dict[str, Row]:
    """Rows under their hash, as sync/maindata has them."""
    flags: Row = dict.fromkeys(MORE_FLAGS, False)
    return {
        str(row["hash"]): dict(sorted((flags | {key: value for key, value in row.items() if key != "hash"}).items()))
        for row in rows
    }
