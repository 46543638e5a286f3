"""What goes wrong between us and a real rTorrent, and what stands before it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import make
from tests.live.rtorrent.conftest import native, tell, tell_native, unified
from tests.live.rtorrent.content import folder_of_files
from tests.live.rtorrent.relay import PASSWORD, USER, broken_line, stranger, web_server

from bitharbor import errors
from bitharbor.rtorrent import xml_language
from bitharbor.rtorrent.client import RtorrentClient
from bitharbor.rtorrent.session import Language
from bitharbor.rtorrent.values import Invocation
from bitharbor.transport.scgi import ScgiTransport
from bitharbor.unified.capabilities import Capability
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.records import State
from bitharbor.unified.registry import connect
from bitharbor.wire.effects import Fault, Kind, Reply, Request

SECRET = quote(PASSWORD, safe="")


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(story)


def listing(limit: int = 1 << 20, encoding: str = "identity") -> Request:
    """A question whose answer has some 40 kB."""
    body = xml_language.encode([Invocation("system.listMethods")])
    return Request("POST", "scgi://127.0.0.1/RPC2", {"Content-Type": "text/xml", "Accept-Encoding": encoding}, body, limit=limit)


def transport(daemon: Daemon) -> ScgiTransport:
    return ScgiTransport("127.0.0.1", urlsplit(daemon.url).port or 0)


def test_a_daemon_that_was_killed_is_found_again_when_it_runs(own_rtorrent: Daemon) -> None:
    made = make(own_rtorrent.downloads, "survivor.bin")

    async def story() -> None:
        async with unified(own_rtorrent) as client:
            (await client.add(made.torrent, category="c", labels=["l"], download_limit=51200)).check()
            added = await client.torrent(made.torrent_hash)
            own_rtorrent.kill()
            with pytest.raises(errors.UnreachableError) as raised:
                await client.torrents()
            assert raised.value.acted is False
            outcome = await client.stop(made.torrent_hash)
            assert [type(error) for error in outcome.errors] == [errors.UnreachableError]
            own_rtorrent.restart()
            torrent = await client.torrent(made.torrent_hash)
            assert (torrent.category, torrent.labels, torrent.added_at) == ("c", ("l",), added.added_at)
            assert torrent.download_limit is None  # rTorrent forgets throttle groups
            (await client.limit(made.torrent_hash, download=51200)).check()
            assert (await client.torrent(made.torrent_hash)).download_limit == 51200

    run(story())


def test_a_daemon_of_another_version_at_the_same_place_is_understood(own_rtorrent: Daemon) -> None:
    others = {"rtorrent-0.9": "rtorrent-newest", "rtorrent-newest": "rtorrent-0.9"}
    languages = {"rtorrent-0.9": Language.XML, "rtorrent-newest": Language.JSON}

    async def story() -> None:
        async with native(own_rtorrent) as client:
            for _ in range(2):
                assert await client.version() == own_rtorrent.version
                assert client._session.language is languages[own_rtorrent.name]
                own_rtorrent.replace(others[own_rtorrent.name])
                # JSON to an elder one is refused and learned from at once; XML to a younger one works until something breaks
                assert await client.version() == own_rtorrent.version
                client._session.forget()

    run(story())


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_half_an_answer_is_no_answer(rtorrent: Daemon, share: float) -> None:
    if rtorrent.options.get("unix_socket"):
        return  # the line goes over TCP

    async def story() -> None:
        async with broken_line(rtorrent, share) as address, RtorrentClient(address) as client:
            with pytest.raises(errors.ConnectionLostError) as raised:
                await client.call("d.multicall2", "", "main", "d.hash=")
            assert raised.value.acted is None

    run(story())


def test_an_answer_beyond_its_limit_is_not_read(rtorrent: Daemon) -> None:
    if rtorrent.options.get("unix_socket"):
        return

    async def story() -> None:
        outcome = await transport(rtorrent).send(listing(limit=1000))
        assert isinstance(outcome, Fault)
        assert outcome.kind is Kind.TOO_LARGE

    run(story())


def test_a_compressed_answer_is_the_same_answer(own_rtorrent: Daemon) -> None:
    async def story() -> None:
        plain = await transport(own_rtorrent).send(listing())
        packed = await transport(own_rtorrent).send(listing(encoding="gzip"))
        assert isinstance(plain, Reply)
        assert isinstance(packed, Reply)
        assert plain.body == packed.body
        is_packed = int(packed.headers["content-length"]) < len(packed.body)
        assert is_packed == (own_rtorrent.name == "rtorrent-newest")  # 0.9.8 compresses nothing

    run(story())


@pytest.mark.parametrize(
    "says",
    [
        b"SSH-2.0-OpenSSH_9.2p1\r\n",
        b"220 mail ESMTP\r\n",
        b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
        b"\x15\x03\x01\x00\x02",
    ],
)
@pytest.mark.parametrize("hangs", [False, True])
def test_another_program_at_the_port_is_told_as_such(says: bytes, hangs: bool) -> None:
    async def story() -> None:
        async with stranger(says, hangs=hangs) as address, RtorrentClient(address, timeout=10) as client:
            with pytest.raises((errors.WrongDaemonError, errors.BadRequestError)):
                await client.version()

    run(story())


def test_a_program_that_says_nothing_is_waited_for_no_longer_than_was_given() -> None:
    async def story() -> None:
        async with stranger(b"", hangs=True) as address, RtorrentClient(address, timeout=0.3) as client:
            with pytest.raises(errors.DeadlineError):
                await client.version()

    run(story())


def test_a_page_of_a_proxy_is_told_by_its_title() -> None:
    page = b"<!DOCTYPE html><html><head><title>Sign in &amp; go</title></head><body></body></html>"

    async def story() -> None:
        says = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(page), page)
        async with stranger(says) as address, RtorrentClient(address.replace("scgi", "http")) as client:
            with pytest.raises(errors.WrongDaemonError, match="Sign in"):
                await client.version()

    run(story())


def test_nobody_at_the_port_or_the_socket_is_unreachable(tmp_path: Any) -> None:
    async def story() -> None:
        for address in ("scgi://127.0.0.1:9", str(tmp_path / "none.sock"), "http://127.0.0.1:9"):
            async with RtorrentClient(address) as client:
                with pytest.raises(errors.UnreachableError) as raised:
                    await client.call("d.erase", "A" * 40)
                assert raised.value.acted is False

    run(story())


def test_a_closed_client_says_so(rtorrent: Daemon) -> None:
    async def story() -> None:
        client = native(rtorrent)
        await client.close()
        with pytest.raises(errors.ClosedError):
            await client.version()

    run(story())


def test_a_web_server_before_it_makes_no_difference(own_rtorrent: Daemon) -> None:
    made = make(own_rtorrent.downloads, "web.bin")

    async def story() -> None:
        async with web_server(own_rtorrent) as place, connect(f"rtorrent+http://{USER}:{SECRET}@{place}") as client:
            (await client.add(made.torrent)).check()
            assert (await client.torrent(made.torrent_hash)).name == "web.bin"
            assert Capability.REMOVE_DATA in client.capabilities
            own_rtorrent.kill()
            with pytest.raises(errors.ServerError):
                await client.torrents()

    run(story())


def test_wrong_credentials_and_paths_are_told_apart(own_rtorrent: Daemon) -> None:
    async def story() -> None:
        async with web_server(own_rtorrent) as place:
            for url, kind in (
                (f"http://{USER}:{SECRET}x@{place}", errors.LoginFailed),
                (f"http://{place}", errors.LoginRequiredError),
                (f"http://{USER}:{SECRET}@{place}/other", errors.NotFoundError),
            ):
                async with RtorrentClient(url) as client:
                    with pytest.raises(kind) as raised:
                        await client.version()
                    assert PASSWORD not in str(raised.value)
                    assert SECRET not in str(raised.value)
            async with RtorrentClient(f"http://{place}", USER, PASSWORD) as client:
                assert await client.version() == own_rtorrent.version

    run(story())


def test_an_untrusted_connection_cannot_touch_data(own_rtorrent: Daemon) -> None:
    made = make(own_rtorrent.downloads, "untrusted.bin")

    async def story() -> None:
        async with (
            web_server(own_rtorrent, is_untrusted=True) as place,
            connect(f"rtorrent+http://{USER}:{SECRET}@{place}") as client,
            unified(own_rtorrent) as trusted,
        ):
            (await trusted.add(made.torrent)).check()
            await wait_for(trusted, made.torrent_hash, State.SEEDING)
            await client.connect()
            if own_rtorrent.name == "rtorrent-0.9":  # it knows no such mark
                assert Capability.REMOVE_DATA in client.capabilities
                return
            assert not client.capabilities & {Capability.REMOVE_DATA, Capability.MOVE, Capability.EXPORT}
            with pytest.raises(errors.UnsupportedError):
                await client.call("execute.throw", "", "true")
            outcome = await client.remove(made.torrent_hash, with_data=True)
            assert [type(error) for error in outcome.errors] == [errors.UnsupportedError]
            session, torrent = await client.session(), await client.torrent(made.torrent_hash)
            assert (session.free_space, session.version) == (None, own_rtorrent.version)
            assert (torrent.name, torrent.progress, torrent.file_count) == ("untrusted.bin", 1.0, None)
            outcome = await client.stop(made.torrent_hash)
            assert [type(error) for error in outcome.errors] == [errors.UnsupportedError]
            assert (await client.add(make(own_rtorrent.downloads, "more.bin").torrent)).failed
            assert (await client.remove(made.torrent_hash)).success

    run(story())
    assert (own_rtorrent.downloads / "untrusted.bin").exists()


def test_a_torrent_larger_than_its_limit_is_refused_with_the_way_out_or_taken(own_rtorrent: Daemon) -> None:
    """0.9.8 takes 512 KiB a request; 0.16.17 limits XML only, and is given JSON."""
    made = folder_of_files("large", *(f"{number:05}{'x' * 120}" for number in range(6000)), size=1)

    async def story(client: TorrentClient) -> None:
        await client.call("network.xmlrpc.size_limit.set", "", 524_288)
        outcome = await client.add(made.torrent, make(own_rtorrent.downloads, "small.bin").torrent, is_stopped=True)
        kinds = [type(error) for error in outcome.errors]
        assert kinds == ([errors.UploadRefusedError] if own_rtorrent.name == "rtorrent-0.9" else [])
        assert outcome.items[1].infohash in await client.infohashes()

    tell(own_rtorrent, story)


def test_hundreds_of_calls_at_once_are_all_answered(rtorrent: Daemon) -> None:
    async def story(client: RtorrentClient) -> None:
        answers = await asyncio.gather(*(client.call("cat", "", f"{number}") for number in range(300)))
        assert answers == [str(number) for number in range(300)]

    tell_native(rtorrent, story)


def test_a_cancelled_call_harms_no_other(rtorrent: Daemon) -> None:
    async def story(client: RtorrentClient) -> None:
        slow = asyncio.ensure_future(client.call("execute.throw", "", "sleep", "0.5"))
        await asyncio.sleep(0.1)
        others = [asyncio.ensure_future(client.version()) for _ in range(20)]
        slow.cancel()
        with pytest.raises(asyncio.CancelledError):
            await slow
        assert set(await asyncio.gather(*others)) == {rtorrent.version}

    tell_native(rtorrent, story)


def test_a_daemon_killed_while_it_moves_data_is_told_and_the_order_can_be_given_again(
    own_rtorrent: Daemon, tmp_path: Any
) -> None:
    made = make(own_rtorrent.downloads, "mover.bin", size=3_000_000)

    async def story() -> None:
        async with unified(own_rtorrent) as client:
            (await client.add(made.torrent)).check()
            await wait_for(client, made.torrent_hash, State.SEEDING)
            moving = asyncio.ensure_future(client.move(made.torrent_hash, location=str(tmp_path / "new")))
            await asyncio.sleep(0)
            own_rtorrent.kill()
            await moving
            own_rtorrent.restart()
            (await client.move(made.torrent_hash, location=str(tmp_path / "new"))).check()
            assert (await client.torrent(made.torrent_hash)).save_path == str(tmp_path / "new")
            await client.start(made.torrent_hash)
            await wait_for(client, made.torrent_hash, State.SEEDING)

    run(story())
    assert (tmp_path / "new" / "mover.bin").stat().st_size == 3_000_000


async def wait_for(client: TorrentClient, infohash: str, state: State) -> None:
    """Look until a torrent is so."""
    end = time.monotonic() + 20
    while (await client.torrent(infohash, fields=["state"])).state is not state:
        assert time.monotonic() < end, f"waited in vain for {state}"
        await asyncio.sleep(0.05)
