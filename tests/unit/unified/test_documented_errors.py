"""What the documented interface says of sources that are no torrents, before any daemon is asked."""

from __future__ import annotations

import asyncio

import pytest
from tests.unit.transport.peer import Peer, answer, says

import aiobtclientapi
from aiobtclientapi.translation import Place, translated
from bitharbor.errors import UnknownTorrentError


def test_an_error_names_a_source_without_its_passkey() -> None:
    async def story(*sources: str) -> list[Exception]:
        async with aiobtclientapi.TransmissionAPI("127.0.0.1:9") as api:
            return list((await api.add(*sources)).errors)

    with Peer([says(answer(b"<html>please log in</html>"))]) as peer:
        errors = asyncio.run(story(f"{peer.url}s3cret/a?passkey=s3cret", "magnet:?xt=urn:btih:1&tr=http%3A%2F%2Ft%2Fs3cret"))
        assert peer.heard
    assert len(errors) == 2
    assert "s3cret" not in f"{errors} {[str(one) for one in errors]}"
    assert peer.url.rstrip("/") in str(errors[0])


def test_a_torrent_that_is_not_there_is_named_by_its_infohash_whatever_the_daemon_says() -> None:
    error = UnknownTorrentError("the daemon has no such torrent (Unknown Torrent)", infohash="ab" * 20)
    assert translated(error, Place("", 1.0)) == aiobtclientapi.NoSuchTorrentError("ab" * 20)


def test_a_task_that_fails_does_not_let_the_others_be_left_behind() -> None:
    ended: list[str] = []

    async def fail() -> None:
        raise LookupError("it failed")

    async def last() -> None:
        await asyncio.sleep(0.05)
        ended.append("last")

    async def story() -> None:
        async with aiobtclientapi.TransmissionAPI("127.0.0.1:9") as api:
            api.create_background_task(fail())
            api.create_background_task(last())

    with pytest.raises(LookupError):
        asyncio.run(story())
    assert ended == ["last"]
