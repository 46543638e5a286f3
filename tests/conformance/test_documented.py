"""What `aiobtclientapi` has for one kind of daemon only, and what its users may add: shown on each daemon."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.conformance.conftest import Starting
from tests.conformance.members import Member, address_of
from tests.live.content import make

import aiobtclientapi

UNKNOWN = {"qbittorrent": "no/such"}


def test_the_first_command_that_is_there_is_found(member: Member) -> None:
    if member.client.kind != "rtorrent":
        return
    api = api_of(member)
    assert isinstance(api, aiobtclientapi.RtorrentAPI)

    async def story() -> None:
        async with api:
            assert await api.get_supported_method("no.such", "d.multicall2", "d.multicall") == "d.multicall2"
            with pytest.raises(aiobtclientapi.NotImplementedError):
                await api.get_supported_method("no.such")

    member.steer(story())


def test_the_daemons_own_words_get_the_meaning_that_they_are_given(member: Member) -> None:
    name = member.client.kind
    meant = aiobtclientapi.NotImplementedError("not here")

    async def story() -> None:
        own = type("Own", (aiobtclientapi.api_class(name),), {"common_rpc_error_map": {r"no.such": meant}})
        async with own(api_of(member).url.with_auth) as api:
            with pytest.raises(aiobtclientapi.NotImplementedError) as caught:
                await api.call(UNKNOWN.get(name, "no.such.method"))
            assert caught.value is meant

    member.steer(story())


def api_of(member: Member) -> aiobtclientapi.APIBase:
    """The documented interface on a daemon."""
    kind, _, place = address_of(member.daemon).partition("://")
    name, _, scheme = kind.partition("+")
    return aiobtclientapi.api(name, f"{scheme}://{place}" if scheme else place)


def test_events_are_heard_where_there_are_any(member: Member, tmp_path: Path) -> None:
    one, two = (make(tmp_path, f"{name}.bin", 20_000) for name in ("one", "two"))
    always, once = list[object](), list[object]()

    async def story() -> None:
        async with api_of(member) as api:
            if member.client.kind != "deluge":
                for call in (api.add_event_handler("TorrentAddedEvent", always.append), api.wait_for_event("TorrentAddedEvent")):
                    with pytest.raises(aiobtclientapi.NotImplementedError):
                        await call
                return

            def hear(infohash: str, *_: object) -> None:
                always.append(infohash)
                raise RuntimeError("a handler that fails stops nothing")

            def hear_once(infohash: str, *_: object) -> None:
                once.append(infohash)

            await api.add_event_handler("TorrentAddedEvent", hear)
            await api.add_event_handler("TorrentAddedEvent", hear_once, autoremove=True)
            for made in (one, two):
                waiting = asyncio.ensure_future(api.wait_for_event("TorrentAddedEvent"))
                await asyncio.sleep(0.2)
                assert (await api.add(made.torrent, stopped=True)).success
                await asyncio.wait_for(waiting, 20)
            await api.remove_event_handler("TorrentAddedEvent", hear)
            assert (always, once) == ([one.torrent_hash, two.torrent_hash], [one.torrent_hash])

    member.steer(story())


def test_waiting_for_an_event_of_a_daemon_that_goes_is_an_error_of_this_interface(member: Member, own_member: Starting) -> None:
    if member.client.kind != "deluge":
        return
    own = own_member(member)

    async def story() -> None:
        async with api_of(own) as api:
            waiting = asyncio.ensure_future(api.wait_for_event("TorrentAddedEvent"))
            await asyncio.sleep(0.5)
            await asyncio.to_thread(own.daemon.kill)
            with pytest.raises(aiobtclientapi.ConnectionError):
                await waiting

    own.steer(story())
