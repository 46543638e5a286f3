"""The same torrents worded by 3.1.12 and 3.1.9.2, in English and Russian, to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
import requests
from requests.auth import HTTPDigestAuth
from tests.elders import Elder
from tests.elders.recordings import locales
from tests.elders.torrents import File, Torrent, Tracker

if TYPE_CHECKING:
    from collections.abc import Mapping

# bytes; the files of `multi` stand at the edges between units
SIZES: Final = {"bytes": 999, "kib": 1048552, "complete": 1234567, "gib": 5046586573, "tib": 1649267441664}
EDGES: Final = (0, 1, 1023, 1024, 1025, 1048575, 1048576, 1610612736, 10_700_000_000)
PIECES: Final = {"bytes": 16 << 10, "kib": 16 << 10, "complete": 64 << 10, "multi": 4 << 20, "gib": 4 << 20, "tib": 32 << 20}
DATES: Final = {"bytes": 1577836800, "kib": 1577836800, "complete": 1321476774, "multi": 1400000000}
# bytes a second: download, upload
LIMITS: Final = {"kib": (131072, 393216), "gib": (999, 3000), "tib": (5_000_000, 15_000_000)}
TRACKERS: Final = {
    "bytes": [Tracker("udp://127.0.0.1:9/a", "Updating..."), Tracker("http://127.0.0.1:9/announce")],
    "complete": [Tracker("http://127.0.0.1:9/announce", "Not working")],
}
ROWS: Final = [
    pytest.param(version, row, id=f"{version}-{row['locale']}") for version in ("3.1.12", "3.1.9.2") for row in locales(version)
]


def torrent(name: str, infohash: str, seconds: int) -> Torrent:
    if name == "multi":
        files = [File(f"multi/{letter}", size) for letter, size in zip("abcdefghi", EDGES, strict=True)]
    else:
        files = [File(f"{name}.bin", SIZES[name])]
    download, upload = LIMITS.get(name, (-1, -1))
    return Torrent(
        infohash,
        name if name == "multi" else f"{name}.bin",
        files,
        PIECES[name],
        comment="c" if name == "complete" else "",
        creation_date=DATES.get(name),
        trackers=TRACKERS.get(name, []),
        dl_limit=download,
        up_limit=upload,
        active_time=seconds,
        seeding_time=seconds,
    )


@pytest.mark.parametrize(("version", "row"), ROWS)
def test_every_recorded_wording_is_given_again(version: str, row: Mapping[str, Any]) -> None:
    language = row["locale"][:2]
    # the Russian one had run for a minute
    seconds = 60 if language == "ru" else 30
    with Elder(version, language=language, save_path=f"/srv/torrents/x/loc-{version}/downloads") as server:
        server.preferences.update({"locale": row["locale"], "listen_port": 26861, "web_ui_port": 18161})
        for name in ("bytes", "kib", "multi", "gib", "tib", "complete"):
            server.add(torrent(name, row["hashes"][name], seconds))
        server.add(Torrent("a" * 40, "nometa"))
        server.torrents[row["hashes"]["complete"]].finish()
        for path, answer in row["answers"].items():
            given = requests.get(server.url + path, auth=HTTPDigestAuth("admin", "adminadmin"), timeout=10)
            assert given.content.decode() == answer["body"], path
