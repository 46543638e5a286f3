"""Transmission that is not there, goes away, comes back as another, or does not let us in; and what else may answer."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import make
from tests.live.test_bad_ways import PAGE, Says, stranger
from tests.live.transmission.conftest import native, tell, tell_native, unified
from tests.live.transmission.content import in_state, until
from tests.live.transmission.line import breaking_line

from bitharbor import errors
from bitharbor.model.json import Json
from bitharbor.transmission.client import TransmissionClient
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.records import State
from bitharbor.unified.status import ConnectionStatus

SECRET = "hunter2-secret"


def method_of(body: bytes) -> str:
    """The method of a request, as 4.1 writes it."""
    told: dict[str, Any] = json.loads(body)
    return str(told["method"]).replace("-", "_")


def test_a_wrong_password_fails_once_however_many_tasks_wait(transmission: Daemon) -> None:
    async def story() -> None:
        async with breaking_line(transmission) as line, TransmissionClient(line.url, "admin", SECRET) as client:
            outcomes = await asyncio.gather(*(client.session_get() for _ in range(20)), return_exceptions=True)
            assert {type(one) for one in outcomes} == {errors.LoginFailed}
            assert len(line.seen) == 1
            assert not any(SECRET in str(one) for one in outcomes)

    asyncio.run(story())


def test_no_password_is_a_login_required(transmission: Daemon) -> None:
    async def story(client: TransmissionClient) -> None:
        with pytest.raises(errors.LoginRequiredError):
            await client.session_get()

    tell_native(transmission, story, username="", password="")


def test_a_wrong_password_leaves_the_unified_client_disconnected(transmission: Daemon) -> None:
    async def story() -> None:
        async with unified(transmission, password=SECRET) as client:
            for _ in range(2):
                with pytest.raises(errors.LoginFailed):
                    await client.infohashes()
            assert client.status is ConnectionStatus.disconnected

    asyncio.run(story())


@pytest.mark.parametrize("path", ["/", "/transmission", "/other/rpc"])
def test_a_wrong_path_names_the_right_one(transmission: Daemon, path: str) -> None:
    async def story() -> None:
        async with TransmissionClient(f"http://127.0.0.1:{transmission.port}{path}x", "admin", "adminadmin") as client:
            with pytest.raises(errors.WrongDaemonError, match="/transmission/rpc") as caught:
                await client.session_get()
            assert caught.value.acted is False

    asyncio.run(story())


def resettle(daemon: Daemon, **changes: Json) -> None:
    """Start the daemon with other settings. It writes them down when it ends, unless it is killed."""
    daemon.kill()
    path = daemon.profile / "settings.json"
    settings: dict[str, Json] = json.loads(path.read_text())
    path.write_text(json.dumps({**settings, **{name.replace("_", "-"): value for name, value in changes.items()}}))
    daemon.restart()


def test_an_address_that_failed_too_often_is_banned(own_transmission: Daemon) -> None:
    resettle(own_transmission, anti_brute_force_enabled=True, anti_brute_force_threshold=2)

    async def story(client: TransmissionClient) -> None:
        for _ in range(2):
            with pytest.raises(errors.LoginFailed):
                await client.log_in()
        # 3.00 has a threshold of its own, of a hundred
        with pytest.raises(errors.LoginFailed if own_transmission.name == "transmission-3" else errors.BannedError):
            await client.log_in()

    tell_native(own_transmission, story, password=SECRET)


def test_a_host_name_that_the_daemon_does_not_know_is_refused(own_transmission: Daemon) -> None:
    resettle(own_transmission, rpc_authentication_required=False)

    async def story(client: TransmissionClient) -> None:
        with pytest.raises(errors.RequestRefusedError, match="rpc-host-whitelist"):
            await client.session_get()

    tell_native(own_transmission, story, headers={"Host": "elsewhere.example"})


def test_an_address_that_is_not_in_the_whitelist_is_refused(own_transmission: Daemon) -> None:
    path = own_transmission.profile / "settings.json"
    settings: dict[str, Json] = json.loads(path.read_text())
    path.write_text(json.dumps({**settings, "rpc-whitelist": "192.0.2.1"}))
    os.kill(own_transmission.pid, signal.SIGHUP)  # it reads its settings anew

    async def story(client: TransmissionClient) -> None:
        async def is_refused() -> bool:
            try:
                await client.log_in()
            except (errors.BannedError, errors.ForbiddenError) as error:  # 3.00 says which, 4.x does not
                return "rpc-whitelist" in str(error)
            return False

        await until(is_refused, "the whitelist to hold")

    tell_native(own_transmission, story)


def test_a_daemon_that_is_killed_and_comes_back_is_met_again(own_transmission: Daemon) -> None:
    made = make(own_transmission.downloads, "survivor.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, is_stopped=True)).check()
        await asyncio.to_thread(own_transmission.kill)
        with pytest.raises(errors.UnreachableError) as caught:
            await client.infohashes()
        assert caught.value.acted is False
        assert client.status is ConnectionStatus.disconnected
        assert [type(one) for one in (await client.stop(made.torrent_hash)).errors] == [errors.UnreachableError]
        await asyncio.to_thread(own_transmission.restart)
        assert (await client.add(made.torrent, is_stopped=True)).success
        assert client.status.value == "connected"
        assert await client.infohashes() == [made.torrent_hash]

    tell(own_transmission, story)


def test_calls_at_once_outlive_a_restart_or_say_why_not(own_transmission: Daemon) -> None:
    async def story(client: TransmissionClient) -> None:
        outcomes: list[object] = []
        is_over = asyncio.Event()

        async def ask() -> None:
            while not is_over.is_set():
                outcomes.extend(await asyncio.gather(client.session_get(), return_exceptions=True))

        asking = [asyncio.ensure_future(ask()) for _ in range(8)]
        await asyncio.sleep(0.1)
        await asyncio.to_thread(own_transmission.kill)
        await asyncio.sleep(0.1)
        await asyncio.to_thread(own_transmission.restart)
        await asyncio.sleep(0.1)
        is_over.set()
        await asyncio.gather(*asking)
        strange = [one for one in outcomes if isinstance(one, BaseException) and not isinstance(one, errors.TransportError)]
        assert not strange
        assert any(isinstance(one, errors.UnreachableError) for one in outcomes)
        assert not isinstance(outcomes[-1], BaseException)

    tell_native(own_transmission, story)


def test_a_session_that_ended_unseen_is_renewed(own_transmission: Daemon) -> None:
    async def story(client: TransmissionClient) -> None:
        await client.session_get()
        before = client.epoch
        await asyncio.to_thread(own_transmission.restart)
        assert (await client.session_get()).rpc_version
        assert client.epoch == before + 1

    tell_native(own_transmission, story)


@pytest.mark.parametrize("lines", [("transmission-newest", "transmission-3"), ("transmission-3", "transmission-newest")])
def test_another_version_in_its_place_is_learned_under_way(lines: tuple[str, str], fresh_daemon: Any) -> None:
    daemon: Daemon = fresh_daemon(lines[0])
    made = make(daemon.downloads, "replaced.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, is_stopped=True)).check()
        assert (await client.torrent(made.torrent_hash)).name == "replaced.bin"
        await asyncio.to_thread(daemon.replace, lines[1])
        assert await client.torrents() == []
        assert client.version == daemon.version
        assert ("bandwidth_group" in client.fields) is (lines[1] == "transmission-newest")
        make(daemon.downloads, "replaced.bin")
        (await client.add(made.torrent, is_stopped=True)).check()
        assert (await client.torrent(made.torrent_hash)).name == "replaced.bin"

    tell(daemon, story)


def test_a_cut_answer_is_asked_for_again(transmission: Daemon) -> None:
    async def story() -> None:
        async with breaking_line(transmission, cuts=2) as line, native(transmission) as direct:
            async with TransmissionClient(line.url, "admin", "adminadmin") as client:
                assert (await client.session_get()).version == (await direct.session_get()).version
            # one is answered by 409, two answers are cut, the fourth is whole
            assert [method_of(one) for one in line.seen] == ["session_get"] * 4

    asyncio.run(story())


def test_an_addition_whose_answer_was_cut_is_not_repeated(transmission: Daemon) -> None:
    made = make(transmission.downloads, "doubtful.bin")

    async def story() -> None:
        async with breaking_line(transmission) as line, TransmissionClient(line.url, "admin", "adminadmin") as client:
            await client.session_get()
            line.cuts = 1
            with pytest.raises(errors.ConnectionLostError) as caught:
                await client.torrent_add(metainfo=made.torrent, is_paused=True)
            assert caught.value.acted is None
            assert [method_of(one) for one in line.seen].count("torrent_add") == 1
            assert (await client.torrent_add(metainfo=made.torrent)).is_duplicate

    asyncio.run(story())


def test_a_torrent_that_was_there_is_neither_started_nor_limited_by_an_addition_in_doubt(transmission: Daemon) -> None:
    made = make(transmission.downloads, "stopped.bin")

    async def story() -> None:
        async with breaking_line(transmission) as line, unified(transmission, url=line.url) as client:
            (await client.add(made.torrent, is_stopped=True)).check()
            await in_state(client, made.torrent_hash, State.STOPPED)
            line.cuts = 1
            outcome = await client.add(made.torrent, download_limit=50_000)
            (error,) = outcome.errors
            assert error.acted is None
            torrent = await client.torrent(made.torrent_hash)
            assert (torrent.state, torrent.download_limit) == (State.STOPPED, None)

    asyncio.run(story())


def test_a_removal_whose_answer_was_cut_is_not_repeated(transmission: Daemon) -> None:
    made = make(transmission.downloads, "removed.bin")

    async def story() -> None:
        async with breaking_line(transmission) as line, TransmissionClient(line.url, "admin", "adminadmin") as client:
            await client.torrent_add(metainfo=made.torrent, is_paused=True)
            line.cuts = 1
            with pytest.raises(errors.ConnectionLostError) as caught:
                await client.order("torrent_remove", [made.torrent_hash])
            assert caught.value.acted is None
            assert [method_of(one) for one in line.seen].count("torrent_remove") == 1
            assert await client.torrent_get(["name"]) == []

    asyncio.run(story())


def test_a_move_that_cannot_be_watched_leaves_doubt(transmission: Daemon, folder: Path) -> None:
    made = make(transmission.downloads, "watched.bin")

    async def story() -> None:
        async with breaking_line(transmission) as line, unified(transmission, url=line.url) as client:
            (await client.add(made.torrent, is_stopped=True)).check()
            line.spared, line.cuts = 3, 3  # two looks and the order pass, all attempts to look again do not
            outcome = await client.move(made.torrent_hash, location=str(folder))
            (error,) = outcome.errors
            assert isinstance(error, errors.ConnectionLostError)
            assert error.acted is None
            assert (await client.torrent(made.torrent_hash)).save_path == str(folder)

    asyncio.run(story())


def test_nobody_there_is_unreachable() -> None:
    async def story() -> None:
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            async with TransmissionClient(f"http://127.0.0.1:{closed.getsockname()[1]}") as client:
                with pytest.raises(errors.UnreachableError):
                    await client.session_get()

    asyncio.run(story())


@pytest.mark.parametrize(
    ("says", "kind", "words"),
    [
        (Says(200, PAGE, "text/html; charset=utf-8"), errors.WrongDaemonError, "Portal"),
        (Says(403, PAGE, "text/html"), errors.WrongDaemonError, "Portal"),
        (Says(502, PAGE, "text/html"), errors.ServerError, "Portal"),
        (Says(200, b"Ok.", "text/plain"), errors.WrongDaemonError, "not Transmission"),
        (Says(200, b'{"arguments":{"tor', "application/json"), errors.BadAnswerError, "cannot be read"),
        (Says(200, b'{"arguments":{"tor', "application/json", missing=90), errors.ConnectionLostError, "broke"),
        (Says(307, b"", location="http://127.0.0.2/login"), errors.WrongDaemonError, "127.0.0.2"),
    ],
    ids=["page", "page-403", "page-502", "text", "cut json", "cut body", "redirect"],
)
def test_what_is_not_transmission_is_named(says: Says, kind: type[errors.BitharborError], words: str) -> None:
    async def story() -> None:
        with stranger(says) as (url, _):
            async with TransmissionClient(f"{url}/transmission/rpc", "admin", SECRET) as client:
                with pytest.raises(kind, match=words) as caught:
                    await client.session_get()
                assert SECRET not in f"{caught.value} {caught.value!r}"

    asyncio.run(story())


def test_a_daemon_that_says_nothing_meets_the_deadline() -> None:
    async def story() -> None:
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            async with TransmissionClient(f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.3) as client:
                with pytest.raises(errors.DeadlineError):
                    await client.session_get()

    asyncio.run(story())
