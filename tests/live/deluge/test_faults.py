"""What goes wrong between a client and a real daemon: each fault has its error, and the next call finds the way again."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

import pytest
from tests.harness.certificate import Certificate
from tests.harness.daemon import Daemon
from tests.live.deluge.relay import Relay
from tests.live.deluge.steering import content, into, new_client, on_a_loop, steering, until

from bitharbor.deluge import DelugeClient, Gap
from bitharbor.errors import (
    AnswerTooLargeError,
    BitharborError,
    ConnectionLostError,
    DeadlineError,
    TlsError,
    UnreachableError,
    WrongDaemonError,
)
from bitharbor.unified.status import ConnectionStatus

CHANGED = "ConfigValueChangedEvent"
# waits in the daemon for as long as it is told, as nobody has this metadata
LONG = ("core.prefetch_magnet_metadata", f"magnet:?xt=urn:btih:{'2' * 40}", 60)


@on_a_loop
async def test_a_daemon_killed_in_the_middle_of_a_call_is_found_again(fresh_deluge: Daemon) -> None:
    async with new_client(fresh_deluge) as client:
        gaps: list[object] = []
        heard: list[object] = []
        await client.listen(CHANGED, into(heard), on_gap=gaps.append)
        call = asyncio.create_task(client.call(*LONG))
        waiting = asyncio.create_task(client.wait_for(CHANGED))
        await asyncio.sleep(0.5)
        await asyncio.to_thread(fresh_deluge.kill)
        with pytest.raises(ConnectionLostError) as caught:
            await call
        assert caught.value.acted is None
        with pytest.raises(ConnectionLostError):
            await waiting
        assert not client.is_connected
        with pytest.raises(UnreachableError) as refused:
            await client.call("daemon.get_version")
        assert refused.value.acted is False
        await asyncio.to_thread(fresh_deluge.restart)
        await client.call("core.set_config", {"max_upload_slots_global": 71})

        async def came() -> bool:
            return heard == [71]

        await until(came, "the event over the new connection")
        assert gaps == [Gap(None, is_connected=False), Gap(None)]


@on_a_loop
async def test_the_unified_client_finds_the_daemon_again(fresh_deluge: Daemon) -> None:
    made = content(fresh_deluge, "survivor")
    async with steering(fresh_deluge) as client:
        (await client.add(made.torrent, is_stopped=True)).check()
        await asyncio.to_thread(fresh_deluge.restart)
        assert await client.infohashes() == [made.torrent_hash]


@on_a_loop
async def test_a_daemon_that_is_killed_while_nobody_calls_is_told_once_and_at_once(fresh_deluge: Daemon) -> None:
    async with steering(fresh_deluge) as client:
        told: list[ConnectionStatus] = []
        client.on_status(told.append)
        assert await client.infohashes() == []
        for _ in range(2):
            await asyncio.to_thread(fresh_deluge.kill)

            async def is_told() -> bool:
                return client.status is ConnectionStatus.disconnected

            await until(is_told, "the end of the connection")
            await asyncio.to_thread(fresh_deluge.restart)
            assert client.status is ConnectionStatus.disconnected  # until somebody calls
            assert await client.infohashes() == []
        connected = [ConnectionStatus.connecting, ConnectionStatus.connected]
        assert told == [ConnectionStatus.disconnected, *connected] * 2


@on_a_loop
async def test_a_daemon_that_ends_itself_is_no_error_of_the_call(fresh_deluge: Daemon) -> None:
    async with new_client(fresh_deluge) as client:
        assert await client.call("daemon.shutdown") is None

        async def has_noticed() -> bool:
            return not client.is_connected

        await until(has_noticed, "the end of the connection")


@asynccontextmanager
async def relayed(daemon: Daemon, certificate: Certificate, **options: float) -> AsyncGenerator[tuple[Relay, DelugeClient]]:
    """A client that reaches the daemon through a relay."""
    async with Relay(daemon, certificate) as relay:
        client = DelugeClient("127.0.0.1", relay.port, daemon.user, daemon.password, **options)  # type: ignore[arg-type]
        async with client:
            await client.connect()
            yield relay, client


@on_a_loop
async def test_a_question_whose_answer_was_cut_is_asked_once_more(deluge: Daemon, certificate: Certificate) -> None:
    async with relayed(deluge, certificate) as (relay, client):
        relay.left = 40
        config = await client.call("core.get_config")
        assert isinstance(config, dict)
        assert relay.connections == 2


@on_a_loop
async def test_a_client_that_was_closed_is_not_connected_again_by_what_still_waits(
    deluge: Daemon, certificate: Certificate
) -> None:
    async with relayed(deluge, certificate) as (relay, client):
        relay.is_silent = True
        questions = [asyncio.create_task(client.call("core.get_config")) for _ in range(5)]
        await asyncio.sleep(0.2)
        await client.close()
        assert {type(one) for one in await asyncio.gather(*questions, return_exceptions=True)} == {ConnectionLostError}
        assert not client.is_connected
        relay.is_silent = False
        assert relay.connections == 1
        assert await client.call("daemon.get_version") == client.version


@on_a_loop
async def test_a_client_that_was_closed_while_it_connected_stays_so(deluge: Daemon, certificate: Certificate) -> None:
    async with Relay(deluge, certificate) as relay:
        client = DelugeClient("127.0.0.1", relay.port, deluge.user, deluge.password)
        calls: list[asyncio.Task[object]] = []
        for _ in range(5):
            calls.append(asyncio.create_task(client.call("core.get_config")))
            await asyncio.sleep(0)  # the first is connecting, the others wait for it
        await client.close()
        outcomes = await asyncio.gather(*calls, return_exceptions=True)
        assert all(isinstance(one, UnreachableError | ConnectionLostError) for one in outcomes)
        assert not client.is_connected
        assert relay.connections <= 1


@on_a_loop
async def test_an_order_whose_answer_was_cut_is_not_sent_again(deluge: Daemon, certificate: Certificate) -> None:
    async with relayed(deluge, certificate) as (relay, client):
        relay.left = 3
        with pytest.raises(ConnectionLostError) as caught:
            await client.call("core.set_config", {"max_upload_slots_global": 5})
        assert caught.value.acted is None
        assert relay.connections == 1
        assert await client.call("daemon.get_version") == client.version


@on_a_loop
async def test_a_daemon_that_went_silent_is_dialled_anew(deluge: Daemon, certificate: Certificate) -> None:
    async with relayed(deluge, certificate, timeout=1.0) as (relay, client):
        relay.is_silent = True
        with pytest.raises(DeadlineError) as caught:
            await client.call("core.set_config", {"max_upload_slots_global": 5})
        assert caught.value.acted is None
        relay.is_silent = False
        assert await client.call("daemon.get_version") == client.version
        assert relay.connections == 2


@on_a_loop
async def test_a_broken_connection_breaks_all_calls_that_wait_and_none_that_follow(
    deluge: Daemon, certificate: Certificate
) -> None:
    async with relayed(deluge, certificate) as (relay, client):
        relay.is_silent = True
        orders = [asyncio.create_task(client.call("core.set_config", {})) for _ in range(5)]
        questions = [asyncio.create_task(client.call("daemon.get_version")) for _ in range(5)]
        await asyncio.sleep(0.2)
        relay.is_silent = False
        relay.cut()
        outcomes = await asyncio.gather(*orders, return_exceptions=True)
        assert {type(outcome) for outcome in outcomes} == {ConnectionLostError}
        assert set(await asyncio.gather(*questions)) == {client.version}
        assert relay.connections == 2


@on_a_loop
async def test_an_answer_beyond_the_limit_is_refused_and_the_next_call_works(deluge: Daemon) -> None:
    async with new_client(deluge, answer_limit=700) as client:
        with pytest.raises(AnswerTooLargeError):
            await client.call("core.get_config")
        assert await client.call("daemon.get_version") == client.version


@on_a_loop
async def test_a_large_answer_comes_whole(deluge: Daemon) -> None:
    large = [f"{number} is one of many" for number in range(100_000)]
    async with new_client(deluge) as client:
        await client.call("core.set_config", {"bitharbor_test": large})
        assert await client.call("core.get_config_value", "bitharbor_test") == large
        await client.call("core.set_config", {"bitharbor_test": None})


@on_a_loop
async def test_a_call_that_is_cancelled_leaves_the_connection_to_the_others(deluge: Daemon) -> None:
    async with new_client(deluge) as client:
        await client.connect()
        call = asyncio.create_task(client.call(*LONG))
        await asyncio.sleep(0.1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert await client.call("daemon.get_version") == client.version
        assert client.mark.login == 1


def web_page(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A web server's answer to what it cannot read."""
    writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    writer.close()


def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Nothing."""


def slam(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The end at once."""
    writer.transport.abort()


@pytest.mark.parametrize(
    ("answer", "is_tls", "errors"),
    [
        (web_page, True, (WrongDaemonError,)),
        (silence, True, (DeadlineError,)),
        (slam, True, (ConnectionLostError, UnreachableError)),
        (web_page, False, (TlsError,)),
        (silence, False, (UnreachableError,)),
        (slam, False, (UnreachableError,)),
    ],
    ids=["tls web page", "tls silence", "tls slam", "plain web page", "plain silence", "plain slam"],
)
@on_a_loop
async def test_a_port_that_is_no_deluge_is_told_before_a_password_is_sent(
    certificate: Certificate,
    answer: Callable[[asyncio.StreamReader, asyncio.StreamWriter], None],
    is_tls: bool,
    errors: tuple[type[BitharborError], ...],
) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate.chain, certificate.key)
    came = bytearray()
    writers: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        came.extend(await reader.read(1 << 16))
        answer(reader, writer)

    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls if is_tls else None) as server:
        port: int = server.sockets[0].getsockname()[1]
        async with DelugeClient("127.0.0.1", port, "admin", "secret password", timeout=1.0) as client:
            with pytest.raises(errors) as caught:
                await client.call("core.get_config")
            assert caught.value.acted is False
        assert b"secret password" not in came
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0.05)


@on_a_loop
async def test_a_port_where_nobody_listens_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
    async with DelugeClient("127.0.0.1", port, "admin", "x") as client:
        with pytest.raises(UnreachableError):
            await client.connect()
