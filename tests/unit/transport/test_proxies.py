"""Proxies that a user names are used, and nothing goes past them."""

from __future__ import annotations

import asyncio

import pytest
from tests.unit.transport.peer import Peer, answer, says
from tests.unit.transport.socks import SocksProxy
from tests.unit.transport.ways import replied

from bitharbor.errors import UsageError
from bitharbor.transport import tunnel
from bitharbor.transport.asynchronous import AiohttpTransport
from bitharbor.wire.effects import Fault, Kind, Reply, Request


def sent(proxy: str, url: str) -> Reply | Fault:
    async def send() -> Reply | Fault:
        transport = AiohttpTransport(proxy=proxy)
        try:
            return await transport.send(Request("GET", url, {}))
        finally:
            await transport.close()

    return asyncio.run(send())


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
def test_a_socks_proxy_carries_the_request_and_looks_up_the_name(scheme: str) -> None:
    with Peer([says(answer(b"far"))]) as peer, SocksProxy("me:se cret") as proxy:
        url = f"http://daemon.example:{peer.port}/"
        assert replied(sent(f"{scheme}://me:se%20cret@{proxy.place}", url)).body == b"far"
        assert proxy.asked == [("daemon.example", peer.port)]


def test_a_wrong_password_of_the_proxy_leaves_the_request_unsent() -> None:
    with Peer([says(answer(b"far"))]) as peer, SocksProxy("me:right") as proxy:
        outcome = sent(f"socks5://me:wrong@{proxy.place}", peer.url)
        assert isinstance(outcome, Fault)
        assert (outcome.kind, outcome.was_sent) == (Kind.CONNECT, False)
        assert peer.heard == []


def test_an_http_proxy_gets_the_whole_address() -> None:
    with Peer([says(answer(b"far"))]) as proxy:
        assert replied(sent(proxy.url, "http://daemon.example:8080/x")).body == b"far"
        assert proxy.heard[0].target == "http://daemon.example:8080/x"


def test_a_stream_goes_through_a_socks_proxy() -> None:
    async def talk(place: str, port: int) -> bytes:
        sock = await tunnel.connected(f"socks5://{place}", "daemon.example", port, 5.0)
        reader, writer = await asyncio.open_connection(sock=sock)
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        line = await reader.readline()
        writer.close()
        return line

    with Peer([says(answer())]) as peer, SocksProxy() as proxy:
        assert asyncio.run(talk(proxy.place, peer.port)).startswith(b"HTTP/1.1 200")
        assert proxy.asked == [("daemon.example", peer.port)]


@pytest.mark.parametrize("proxy", ["ftp://h:1", "socks5://", "h:1", "http://h:x"])
def test_an_address_that_is_no_proxys_is_refused_at_once(proxy: str) -> None:
    with pytest.raises(UsageError, match="proxy"):
        AiohttpTransport(proxy=proxy)
