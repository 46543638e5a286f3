"""What changed since the last question, on each line and both native faces."""

from __future__ import annotations

from tests.live.content import wait_until
from tests.live.native.shows import Show

from bitharbor.qbittorrent import Client


def test_the_first_answer_is_whole_and_the_next_one_a_difference(client: Client, show: Show) -> None:
    first = client.sync.maindata()
    assert first.full_update
    assert list(first.torrents or {}) == [show.hash]
    assert (first.server_state or {})["connection_status"] in {"connected", "firewalled", "disconnected"}
    client.torrents.rename(show.hash, "by another name")
    rid = first.rid

    def is_told() -> bool:
        nonlocal rid
        change = client.sync.maindata(rid)
        rid = change.rid
        assert not change.full_update
        return (change.torrents or {}).get(show.hash, {}).get("name") == "by another name"

    wait_until(is_told, "the new name")


def test_a_number_that_was_never_given_gets_a_whole_answer(client: Client) -> None:
    assert client.sync.maindata(client.sync.maindata().rid + 1000).full_update
