"""Peers of a torrent on each line: another daemon comes, is seen, is banned and goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from tests.harness.daemon import Daemon
from tests.harness.session import Session
from tests.harness.sockets import bittorrent_address
from tests.live.conftest import FreshDaemon
from tests.live.content import Made, make, wait_until

from bitharbor import errors
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent.delta import PeerSnapshot, merge_peers
from bitharbor.qbittorrent.records import Preferences

Version = tuple[int, ...]


@dataclass(frozen=True)
class Pair:
    """A torrent that the client's daemon seeds, and another daemon that can come for it."""

    made: Made
    other: Session

    def come(self, to: Daemon) -> None:
        """Let the other daemon want the torrent."""
        torrent = f"magnet:?xt=urn:btih:{self.made.torrent_hash}"
        self.other.post("torrents/add", urls=torrent, savepath=str(self.other.daemon.downloads / "peers"), dlLimit="4096")
        wait_until(lambda: bool(self.other.get("torrents/info")), "the other's torrent")
        self.introduce(to)

    def introduce(self, to: Daemon) -> None:
        """Tell the client's daemon where the other one is. One that was told before forgets it when the other was not ready."""
        peer = f"{bittorrent_address()}:{self.other.daemon.bt_port}"
        Session(to).post("torrents/addPeers", hashes=self.made.torrent_hash, peers=peer)


@pytest.fixture
def pair(client: Client, daemon: Daemon, fresh_daemon: FreshDaemon) -> Iterator[Pair]:
    made = make(daemon.downloads / "peers", "peers.bin", 3_000_000)
    client.torrents.add(files=made.torrent, save_path=str(made.folder))
    wait_until(lambda: [row.progress for row in client.torrents.info(hashes=made.torrent_hash)] == [1], "adding")
    yield Pair(made, Session(fresh_daemon()))
    client.app.set_preferences(Preferences(banned_ips=""))
    client.torrents.delete(made.torrent_hash)
    wait_until(lambda: not client.torrents.info(hashes=made.torrent_hash), "deletion")


def test_a_peer_is_seen_from_its_coming_to_its_going(client: Client, daemon: Daemon, version: Version, pair: Pair) -> None:
    torrent = pair.made.torrent_hash
    first = client.sync.torrent_peers(torrent)
    assert first.full_update
    assert not first.peers
    assert not first.extra
    known = merge_peers(PeerSnapshot(), first)
    pair.come(daemon)

    def look() -> PeerSnapshot:
        nonlocal known
        known = merge_peers(known, client.sync.torrent_peers(torrent, known.rid))
        return known

    def is_there() -> bool:
        if not look().peers:
            pair.introduce(daemon)
        return any(one.client for one in known.peers.values())

    wait_until(is_there, "a peer that has said what it is")
    peer = next(iter(known.peers.values()))
    assert peer.ip == bittorrent_address()
    assert peer.address == f"{peer.ip}:{peer.port}"
    assert "qBittorrent" in str(peer.client)
    assert peer.connection in {"BT", "μTP", "uTP"}
    assert 0 <= (peer.progress or 0) <= 1
    assert (peer.peer_id_client is None) == (version < (4, 5))
    assert (peer.contribution is None) == (version < (5, 3))
    assert not peer.extra
    pair.other.post("torrents/delete", hashes="all", deleteFiles="true")
    wait_until(lambda: not look().peers, "the peer's going")


def test_a_peer_of_a_banned_address_is_in_the_log_of_peers(client: Client, daemon: Daemon, pair: Pair) -> None:
    last = max((line.id for line in client.log.peers()), default=-1)
    client.transfer.ban_peers(f"{bittorrent_address()}:1")
    pair.come(daemon)

    def is_logged() -> bool:
        pair.introduce(daemon)
        return bool(client.log.peers(last_known_id=last))

    wait_until(is_logged, "the blocked peer in the log")
    line = client.log.peers(last_known_id=last)[0]
    assert (line.ip, line.blocked) == (bittorrent_address(), True)
    assert 1_700_000_000 < line.timestamp < 10_000_000_000
    assert not line.extra


def test_an_unknown_torrent_has_no_peers_to_ask_for(client: Client) -> None:
    with pytest.raises(errors.NotFoundError):
        client.sync.torrent_peers("0" * 40)
