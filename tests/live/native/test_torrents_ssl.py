"""SSL parameters of torrents, on each line and both native faces."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.harness.certificate import made_for_loopback
from tests.live.native.shows import STRANGER, Show

from bitharbor import errors
from bitharbor.qbittorrent import Client

Version = tuple[int, ...]


def test_ssl_parameters_are_empty_where_there_are_none_and_checked(client: Client, show: Show, version: Version) -> None:
    if version < (5, 0):
        for torrent in (show.hash, STRANGER):
            with pytest.raises(errors.UnsupportedError):
                client.torrents.ssl_parameters(torrent)
        return
    found = client.torrents.ssl_parameters(show.hash)
    assert (found.ssl_certificate, found.ssl_private_key, found.ssl_dh_params, found.extra) == ("", "", "", {})
    with pytest.raises(errors.MediaRefusedError):
        client.torrents.set_ssl_parameters(show.hash, "certificate", "key", "parameters")


@pytest.mark.lines("qbittorrent-5.1", "qbittorrent-newest")
def test_ssl_parameters_that_fit_together_are_kept(client: Client, show: Show, tmp_path: Path) -> None:
    made = made_for_loopback(tmp_path)
    certificate, key = made.chain.read_text(), made.key.read_text()
    parameters = tmp_path / "parameters.pem"
    command = ["openssl", "dhparam", "-dsaparam", "-out", str(parameters), "2048"]
    subprocess.run(command, check=True, capture_output=True)
    client.torrents.set_ssl_parameters(show.hash, certificate, key, parameters.read_text())
    found = client.torrents.ssl_parameters(show.hash)
    assert found.ssl_certificate.strip() == certificate.strip()
    assert "PRIVATE KEY" in found.ssl_private_key
    assert "PRIVATE KEY" not in repr(found), "a secret does not get into logs by itself"
