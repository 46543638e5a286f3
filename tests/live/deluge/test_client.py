"""`DelugeClient` on real daemons: who gets in, what a call may, and events."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest
from tests.harness.certificate import Certificate
from tests.harness.daemon import Daemon
from tests.live.deluge.relay import Relay
from tests.live.deluge.steering import into, new_client, on_a_loop, until

from bitharbor.deluge import DelugeClient, Gap, Listener
from bitharbor.errors import (
    DeadlineError,
    LoginFailed,
    LoginRequiredError,
    NotPermittedError,
    RpcError,
    TlsError,
    UnknownMethodError,
    UsageError,
)
from bitharbor.unified.adapters.deluge import DelugeAdapter
from bitharbor.wire.messages import Event

CHANGED = "ConfigValueChangedEvent"
KEY = "max_upload_slots_global"


async def change(client: DelugeClient, *values: int) -> None:
    """Let events come: the daemon tells of each change of this setting."""
    for value in values:
        await client.call("core.set_config", {KEY: value})


@on_a_loop
async def test_many_callers_share_one_connection_and_one_login(deluge: Daemon) -> None:
    async with new_client(deluge) as client:
        versions = await asyncio.gather(*(client.call("daemon.get_version") for _ in range(100)))
        assert set(versions) == {client.version}
        assert client.mark.login == 1
        assert client.level == 10


@on_a_loop
async def test_a_wrong_password_is_tried_once_however_many_wait(deluge: Daemon, certificate: Certificate) -> None:
    async with Relay(deluge, certificate) as relay, DelugeClient("127.0.0.1", relay.port, deluge.user, "wrong") as client:
        outcomes = await asyncio.gather(*(client.call("daemon.get_version") for _ in range(30)), return_exceptions=True)
        assert {type(outcome) for outcome in outcomes} == {LoginFailed}
        assert all("wrong" not in str(outcome) for outcome in outcomes)
        with pytest.raises(LoginFailed):
            await client.call("daemon.get_version")
        assert relay.connections == 1
        with pytest.raises(LoginFailed):
            await client.connect()
        assert relay.connections == 2


@on_a_loop
async def test_without_a_user_name_the_daemons_own_account_is_taken(deluge: Daemon, tmp_path: Path) -> None:
    async with new_client(deluge, username="", password="", config_folder=deluge.profile) as client:
        await client.connect()
        assert client.level == 10
    async with new_client(deluge, username="", password="", config_folder=tmp_path) as client:
        with pytest.raises(LoginRequiredError):
            await client.connect()


@on_a_loop
async def test_a_level_that_is_too_low_is_told_with_the_one_that_is_wanted(deluge: Daemon) -> None:
    async with new_client(deluge) as client:
        await client.call("core.create_account", "reader", "reader", "READONLY")
    async with new_client(deluge, username="reader", password="reader") as reader:
        with pytest.raises(NotPermittedError, match="5") as caught:
            await reader.call("core.pause_session")
        assert caught.value.acted is False
        assert reader.level == 1
    async with new_client(deluge) as client:
        await client.call("core.remove_account", "reader")


@on_a_loop
async def test_methods_and_arguments_that_do_not_fit_are_told_apart(deluge: Daemon) -> None:
    async with new_client(deluge) as client:
        with pytest.raises(UnknownMethodError):
            await client.call("core.nonsense")
        with pytest.raises(UnknownMethodError):
            await client.call("blocklist.get_status")
        with pytest.raises(RpcError, match="argument"):
            await client.call("core.get_free_space", 1, 2, 3)
        with pytest.raises(UsageError):
            await client.call("core.glob", object())
        assert await client.call("core.get_free_space", path="/none") == -1


@on_a_loop
async def test_values_go_to_the_daemon_and_come_back_as_they_were(deluge: Daemon) -> None:
    values: list[object] = [
        "é" * 100,
        "",
        -1,
        43,
        44,
        -33,
        2**31,
        2**62,
        1.5,
        True,
        None,
        [],
        list(range(100)),
        {},
        {"a": {"b": [1]}},
    ]
    values.append({f"key {number}": number for number in range(40)})
    async with new_client(deluge) as client:
        await client.call("core.set_config", {"bitharbor_test": values})
        told = await client.call("core.get_config_value", "bitharbor_test")
        await client.call("core.set_config", {"bitharbor_test": None})
    assert told == values


@on_a_loop
async def test_a_certificate_is_remembered_and_another_one_refused(deluge: Daemon, tmp_path: Path) -> None:
    seen: dict[str, str] = {}
    place = f"127.0.0.1:{deluge.port}"
    file = tmp_path / "deep" / "known"
    for store in (seen, file):
        for _ in range(2):
            async with new_client(deluge, fingerprints=store) as client:
                await client.connect()
    assert file.read_text() == f"{place} {seen[place]}\n"
    file.write_text(f"{place} {'0' * 64}\n")
    seen[place] = "0" * 64
    for store in (seen, file):
        async with new_client(deluge, fingerprints=store) as client:
            with pytest.raises(TlsError, match="another certificate"):
                await client.connect()


@on_a_loop
async def test_events_come_to_handlers_and_iterators_in_their_order(deluge: Daemon) -> None:
    async with new_client(deluge) as client:
        plain: list[object] = []
        waited: list[object] = []

        async def wait(key: str, value: object) -> None:
            await asyncio.sleep(0)
            waited.append(value)

        await client.listen(CHANGED, into(plain))
        await client.listen(CHANGED, wait)
        events = client.events(CHANGED)
        first = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0.1)
        await change(client, 11, 12, 13)

        async def all_came() -> bool:
            return len(plain) == len(waited) == 3

        await until(all_came, "three events")
        assert plain == waited == [11, 12, 13]
        assert [await first, await anext(events)] == [Event(CHANGED, (KEY, 11)), Event(CHANGED, (KEY, 12))]


@on_a_loop
async def test_a_handler_that_raises_stops_nothing_and_is_told(deluge: Daemon, caplog: pytest.LogCaptureFixture) -> None:
    told: list[tuple[Listener, Exception]] = []
    good: list[object] = []

    def bad(key: str, value: object) -> None:
        raise ZeroDivisionError(f"{key} {value}")

    def report(listener: Listener, error: Exception) -> None:
        told.append((listener, error))

    with caplog.at_level(logging.CRITICAL + 1, "bitharbor.deluge.listening"):
        async with new_client(deluge, on_handler_error=report) as client:
            listener = await client.listen(CHANGED, bad)
            await client.listen(CHANGED, into(good))
            await change(client, 21, 22)

            async def all_came() -> bool:
                return len(told) == len(good) == 2

            await until(all_came, "both events, twice")
            assert await client.call("daemon.get_version")
    assert {(one, type(error)) for one, error in told} == {(listener, ZeroDivisionError)}
    assert (good, listener.errors) == ([21, 22], 2)


@on_a_loop
async def test_a_slow_handler_holds_up_nobody_and_hears_how_many_it_missed(deluge: Daemon) -> None:
    seen: list[object] = []
    go_on = asyncio.Event()

    async def slow(key: str, value: object) -> None:
        await go_on.wait()
        seen.append(value)

    async with new_client(deluge) as client:
        fast: list[object] = []
        await client.listen(CHANGED, slow, on_gap=seen.append, limit=2)
        await client.listen(CHANGED, into(fast))
        await change(client, *range(31, 41))

        async def all_came() -> bool:
            return len(fast) == 10

        await until(all_came, "ten events")
        go_on.set()

        async def gap_came() -> bool:
            return any(isinstance(one, Gap) for one in seen)

        await until(gap_came, "the gap")
    events = [one for one in seen if not isinstance(one, Gap)]
    gaps = [one for one in seen if isinstance(one, Gap)]
    assert events == list(range(31, 31 + len(events)))
    assert [gap.missed for gap in gaps] == [10 - len(events)]


@on_a_loop
async def test_a_removed_handler_hears_nothing_more_also_when_it_removes_itself(deluge: Daemon) -> None:
    heard: list[object] = []
    async with new_client(deluge) as client:

        def once(key: str, value: object) -> None:
            heard.append(value)
            client.remove(CHANGED, once)

        await client.listen(CHANGED, once)
        await change(client, 51, 52, 53)
        later: list[object] = []
        await client.listen(CHANGED, into(later))
        await change(client, 54)

        async def came() -> bool:
            return 54 in later

        await until(came, "the last event")
        assert heard == [51]
        with pytest.raises(UsageError):
            client.remove(CHANGED, once)


@on_a_loop
async def test_a_handler_for_one_event_ends_with_it_however_often_it_was_given(deluge: Daemon) -> None:
    heard: list[object] = []
    later: list[object] = []
    async with new_client(deluge) as client:
        adapter, once = DelugeAdapter(client), into(heard)
        for _ in range(2):
            await adapter.add_handler(CHANGED, once, is_once=True)
        await adapter.add_handler(CHANGED, into(later))
        await change(client, 55, 56, 57)

        async def came() -> bool:
            return 57 in later

        await until(came, "the last event")
        assert heard == [55, 55]
        with pytest.raises(UsageError):
            await adapter.remove_handler(CHANGED, once)


@on_a_loop
async def test_waiting_for_an_event_ends_with_it_or_in_time(deluge: Daemon) -> None:
    async with new_client(deluge) as client:
        waiting = asyncio.create_task(client.wait_for(CHANGED, seconds=30))
        await asyncio.sleep(0.1)
        await change(client, 61)
        assert await waiting == (KEY, 61)
        with pytest.raises(DeadlineError):
            await client.wait_for("NoSuchEvent", seconds=0.1)
