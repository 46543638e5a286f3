"""Both logs on each line."""

from __future__ import annotations

import time

from bitharbor.qbittorrent import Client

NORMAL, INFO, WARNING, CRITICAL = 1, 2, 4, 8


def test_log_times_are_in_seconds_on_every_line(client: Client) -> None:
    lines = client.log.main()
    now = time.time()
    assert all(now - 86_400 < line.timestamp <= now + 60 for line in lines)
    assert [line.id for line in lines] == sorted(line.id for line in lines)
    assert any("qBittorrent" in line.message for line in lines)
    assert not any(line.extra for line in lines)


def test_each_kind_of_line_can_be_left_out(client: Client) -> None:
    assert {line.type for line in client.log.main()} <= {NORMAL, INFO, WARNING, CRITICAL}
    assert NORMAL not in {line.type for line in client.log.main(normal=False)}
    assert {line.type for line in client.log.main(info=False, warning=False, critical=False)} == {NORMAL}
    assert client.log.main(False, False, False, False) == []


def test_only_lines_after_a_known_one_are_asked_for(client: Client) -> None:
    lines = client.log.main()
    assert [line.id for line in client.log.main(last_known_id=lines[1].id)][: len(lines) - 2] == [line.id for line in lines[2:]]
    assert client.log.main(last_known_id=10**6) == []


def test_the_log_of_peers_is_empty_where_nobody_was_blocked(client: Client) -> None:
    assert client.log.peers() == []
    assert client.log.peers(last_known_id=0) == []
