"""What the unified client asks of each line of qBittorrent when it adds: no more than the native face needs, nothing twice."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import make
from tests.live.spying import Spy

from bitharbor import connect
from bitharbor.qbittorrent.versions import parse

ADD, LOOK = "torrents/add", "torrents/info"
TELLS_OF_ONE, TELLS_OF_EACH = (4, 5, 0), (5, 2, 0)  # whose answer says what came of it


@pytest.mark.parametrize("count", [1, 100])
def test_torrents_go_in_one_request_and_are_looked_up_before_only_where_its_answer_will_not_tell(
    daemon: Daemon, tmp_path: Path, count: int
) -> None:
    contents = [make(tmp_path, f"asked-{count}-{number}.bin", 1000).torrent for number in range(count + 1)]

    async def requests() -> tuple[list[str], str]:
        place = daemon.url.partition("://")[2]
        async with connect(f"qbittorrent://{daemon.user}:{daemon.password}@{place}") as client:
            first = (await client.add(contents[0], is_stopped=True)).check()  # which learns what the daemon is
            adapter: Any = client.adapter
            driver = adapter._client._driver
            spy = driver._transport = Spy(driver._transport)
            outcome = (await client.add(*contents[1:], is_stopped=True)).check()
            assert len(outcome.done) == count
            driver._transport = spy._inner
            (await client.remove(*first.done, *outcome.done)).check()
            return [one.partition(" ")[2] for one in spy.sent], client.version

    sent, told = asyncio.run(requests())
    is_told = parse(told) >= (TELLS_OF_EACH if count > 1 else TELLS_OF_ONE)
    assert sent[: sent.index(ADD)] == ([] if is_told else [LOOK])
    assert sent.count(ADD) == 1
    assert set(sent) == {ADD, LOOK}
