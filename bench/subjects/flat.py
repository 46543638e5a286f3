"""The interface `qbittorrentapi`: of the PyPI package in the peer's environment, our drop-in in ours. The same lines for both."""

from __future__ import annotations

from bench.account import PASSWORD, USER
from qbittorrentapi import Client


class Flat:
    """Calls by their flat names."""

    reading = "t.name"

    def __init__(self, url: str) -> None:
        self._client = Client(host=url, username=USER, password=PASSWORD)
        self._client.auth_log_in()
        self.version = self._client.app_version
        self.torrents = self._client.torrents_info
        self.close = self._client.auth_log_out

    def stop(self) -> None:
        self._client.torrents_stop(torrent_hashes="all")

    def files(self) -> object:
        return self._client.torrents_files(torrent_hash="a" * 40)

    def delta(self) -> object:
        return self._client.sync_maindata(rid=1)


def connect(url: str) -> Flat:
    """A subject for the worker."""
    return Flat(url)
