"""Each daemon through a proxy that the user names, by both faces: what goes out goes through it, and nothing past it."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest
from tests.conformance.members import UNIX, Member, address_of
from tests.harness.certificate import made_for_loopback
from tests.live.content import make
from tests.unit.transport.peer import Peer, answer, says
from tests.unit.transport.socks import SocksProxy

import aiobtclientapi
from bitharbor import connect
from bitharbor.errors import UnreachableError, UsageError
from bitharbor.unified.registry import web_fetcher


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


def test_a_torrent_at_a_web_address_is_fetched_through_the_proxy_too(member: Member, tmp_path: Path) -> None:
    if member.name.endswith(UNIX):
        return
    made, other = make(tmp_path / "data", "far.bin"), make(tmp_path / "data", "farther.bin")

    async def story(url: str, port: int) -> None:
        async with connect(address_of(member.daemon), proxy=url) as client:
            outcome = await client.add(f"http://torrents.example:{port}/far", is_stopped=True)
            assert outcome.check().done == [made.torrent_hash]
        kind, place = given(member)
        async with aiobtclientapi.api(kind, place, proxy_url=url) as api:
            answered = await api.add(f"http://torrents.example:{port}/farther", stopped=True)
            assert answered.added == [other.torrent_hash], answered.errors

    # no name server knows the name: only the proxy finds it
    with Peer([says(answer(made.torrent)), says(answer(other.torrent))]) as web, SocksProxy() as proxy:
        member.steer(story(f"socks5://{proxy.place}", web.port))
        assert proxy.asked.count(("torrents.example", web.port)) == 2
        assert [one.target for one in web.heard] == ["/far", "/farther"]


def test_a_proxy_that_refuses_keeps_a_web_address_from_being_asked(member: Member) -> None:
    if member.name.endswith(UNIX):
        return

    async def story(proxy: str, web: str) -> None:
        async with connect(address_of(member.daemon), proxy=proxy) as client:
            (error,) = (await client.add(web)).errors
            assert isinstance(error, UnreachableError)
            assert "wr0ng" not in f"{error} {error!r} {error.__cause__!r}"

    with Peer([says(answer(b""))]) as web, SocksProxy("me:right") as proxy:
        member.steer(story(f"socks5://me:wr0ng@{proxy.place}", web.url))
        assert web.heard == []


def test_an_http_proxy_is_asked_for_a_web_address() -> None:
    with Peer([says(answer(b"far"))]) as proxy:
        assert asyncio.run(fetched("http://torrents.example/a.torrent", proxy.url)) == b"far"
        assert [one.target for one in proxy.heard] == ["http://torrents.example/a.torrent"]


async def fetched(url: str, proxy: str) -> bytes:
    return await web_fetcher(proxy)(url, 20.0)


def test_any_certificate_of_the_daemon_is_not_any_of_a_web_address(member: Member, tmp_path: Path) -> None:
    certificate = made_for_loopback(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate.chain, certificate.key)

    async def story(web: str) -> None:
        async with connect(address_of(member.daemon), verify=False) as client:
            (error,) = (await client.add(web)).errors
            assert isinstance(error, UnreachableError)

    with Peer([says(answer(make(tmp_path, "far.bin").torrent))], tls=tls) as web:
        member.steer(story(web.url))
        assert web.heard == []


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
