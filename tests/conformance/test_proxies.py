"""Each daemon through a proxy that the user names, by both faces: what goes out goes through it, and nothing past it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conformance.members import UNIX, Member, address_of
from tests.live.content import make
from tests.unit.transport.socks import SocksProxy

import aiobtclientapi
from bitharbor import connect
from bitharbor.errors import UnreachableError, UsageError


def given(member: Member) -> tuple[str, str]:
    """Kind and address as `aiobtclientapi` takes them."""
    kind, _, place = address_of(member.daemon).partition("://")
    return kind, place


def test_a_daemon_is_steered_through_a_socks_proxy(member: Member, tmp_path: Path) -> None:
    if member.name.endswith(UNIX):
        with pytest.raises(UsageError):
            connect(address_of(member.daemon), proxy="socks5://127.0.0.1:1080")
        return
    made = make(tmp_path / "data", "far.bin")

    async def story(url: str) -> None:
        async with connect(address_of(member.daemon), proxy=url) as client:
            assert (await client.add(made.torrent, is_stopped=True)).check().done == [made.torrent_hash]
            assert (await client.remove(made.torrent_hash)).check().done == [made.torrent_hash]
        kind, place = given(member)
        async with aiobtclientapi.api(kind, place, proxy_url=url) as api:
            assert await api.get_infohashes() == []

    with SocksProxy("me:se cret") as proxy:
        member.steer(story(f"socks5://me:se%20cret@{proxy.place}"))
        assert {port for _, port in proxy.asked} == {member.daemon.port}


def test_a_proxy_that_refuses_is_an_error_and_nothing_goes_past_it(member: Member) -> None:
    if member.name.endswith(UNIX):
        return

    async def story(url: str) -> None:
        async with connect(address_of(member.daemon), proxy=url) as client:
            with pytest.raises(UnreachableError) as caught:
                await client.infohashes()
            assert caught.value.acted is False
            assert "wr0ng" not in f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"
        kind, place = given(member)
        async with aiobtclientapi.api(kind, place, proxy_url=url) as api:
            with pytest.raises(aiobtclientapi.ConnectionError) as told:
                await api.get_infohashes()
            assert "wr0ng" not in f"{told.value} {told.value!r}"

    with SocksProxy("me:right") as proxy:
        member.steer(story(f"socks5://me:wr0ng@{proxy.place}"))
        assert proxy.asked == []


@pytest.mark.parametrize("proxy", ["ftp://127.0.0.1:1", "socks5://", "s3cret@host", "http://u:s3cret@h:port"])
def test_what_is_no_proxy_is_refused_without_a_secret(member: Member, proxy: str) -> None:
    kind, place = given(member)
    with pytest.raises(UsageError) as caught:
        connect(address_of(member.daemon), proxy=proxy)
    assert "s3cret" not in str(caught.value)

    async def story() -> None:
        api = aiobtclientapi.api(kind.partition("+")[0], place, proxy_url=proxy)
        with pytest.raises(aiobtclientapi.ValueError) as told:
            await api.connect()
        assert "s3cret" not in str(told.value)

    member.steer(story())
