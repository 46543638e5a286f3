"""What a line has not got is refused with its version, before anything is sent."""

from __future__ import annotations

import pytest

from bitharbor import errors
from bitharbor.qbittorrent import Client

NO_TASK = "00000000-0000-0000-0000-000000000000"
UNSEEN = "1" * 40


@pytest.mark.lines("qbittorrent-4.2", "qbittorrent-4.5")
def test_a_daemon_without_creator_actions_says_so(client: Client) -> None:
    for call in (
        lambda: client.torrentcreator.add_task("/none"),
        lambda: client.torrentcreator.status(),
        lambda: client.torrentcreator.torrent_file(NO_TASK),
        lambda: client.torrentcreator.delete_task(NO_TASK),
        lambda: client.torrentcreator.create("/none"),
    ):
        with pytest.raises(errors.UnsupportedError):
            call()


@pytest.mark.lines("qbittorrent-4.2", "qbittorrent-4.5", "qbittorrent-5.1")
def test_a_daemon_without_metadata_actions_says_so(client: Client) -> None:
    for call in (
        lambda: client.torrents.fetch_metadata(UNSEEN),
        lambda: client.torrents.parse_metadata(b"d4:infodee"),
        lambda: client.torrents.save_metadata(UNSEEN),
    ):
        with pytest.raises(errors.UnsupportedError):
            call()
