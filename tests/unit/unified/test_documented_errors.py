"""What the documented interface says of sources that are no torrents, before any daemon is asked."""

from __future__ import annotations

import asyncio

from tests.unit.transport.peer import Peer, answer, says

import aiobtclientapi


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
