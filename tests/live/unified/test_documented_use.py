"""Programs as the document on unified usage has them, through `aiobtclientapi`, on the newest daemon of every kind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from tests.harness.daemon import Daemon
from tests.live.cli.conftest import Steered, path_of
from tests.live.content import Made, wait_until

import aiobtclientapi
from bitharbor.unified import State

T = TypeVar("T")

VERSION_CALLS = {
    "deluge": "daemon.info",
    "qbittorrent": "app/version",
    "rtorrent": "system.client_version",
    "transmission": "session-get",
}

CLASSES = {
    "deluge": aiobtclientapi.DelugeAPI,
    "qbittorrent": aiobtclientapi.QbittorrentAPI,
    "rtorrent": aiobtclientapi.RtorrentAPI,
    "transmission": aiobtclientapi.TransmissionAPI,
}


def run(api: aiobtclientapi.APIBase, act: Callable[[aiobtclientapi.APIBase], Coroutine[Any, Any, T]]) -> T:
    """Do something with an object, and disconnect it."""

    async def go() -> T:
        async with api:
            return await act(api)

    return asyncio.run(go())


def bare(steered: Steered) -> str:
    """Host and port, without credentials."""
    return steered.place.rpartition("@")[2]


def test_each_daemon_has_a_class_that_takes_its_address(steered: Steered) -> None:
    assert run(CLASSES[steered.kind](steered.place), lambda api: api.get_infohashes()) == []


def test_calls_that_are_under_way_end_well_when_another_url_is_given(steered: Steered) -> None:
    async def change(api: aiobtclientapi.APIBase) -> list[list[aiobtclientapi.Infohash]]:
        calls = [asyncio.create_task(api.get_infohashes()) for _ in range(5)]
        await asyncio.sleep(0)
        api.url = api.URL(steered.place)
        assert await api.get_infohashes() == []
        return await asyncio.gather(*calls)

    assert run(CLASSES[steered.kind](steered.place), change) == [[]] * 5


def test_a_class_is_picked_by_name(steered: Steered) -> None:
    assert isinstance(aiobtclientapi.api(steered.kind, steered.place), CLASSES[steered.kind])
    assert issubclass(CLASSES[steered.kind], aiobtclientapi.APIBase)
    named = aiobtclientapi.api(name=steered.kind, url=steered.place)
    assert run(named, lambda api: api.get_infohashes()) == []


def test_the_names_of_clients_are_sorted() -> None:
    assert aiobtclientapi.client_names() == ("deluge", "qbittorrent", "rtorrent", "transmission")


def test_user_and_password_may_stand_beside_the_address(steered: Steered) -> None:
    if steered.kind == "rtorrent":  # over SCGI it has neither
        with pytest.raises(aiobtclientapi.ValueError):
            aiobtclientapi.api("rtorrent", url=bare(steered), username="u", password="p")
        return
    api = aiobtclientapi.api(steered.kind, url=bare(steered), username=steered.daemon.user, password=steered.daemon.password)
    assert run(api, lambda api: api.get_infohashes()) == []


@pytest.mark.parametrize(
    ("client", "url", "parts"),
    [
        ("deluge", "AzureDiamond:hunter2@localhost:1234", (None, "AzureDiamond", "hunter2", "localhost", "1234", None)),
        ("deluge", "localhost", (None, None, None, "localhost", "58846", None)),
        ("qbittorrent", "AzureDiamond:hunter2@localhost:1234", ("http", "AzureDiamond", "hunter2", "localhost", "1234", None)),
        ("qbittorrent", "https://localhost:1234", ("https", None, None, "localhost", "1234", None)),
        ("qbittorrent", "localhost", ("http", None, None, "localhost", "8080", None)),
        ("rtorrent", "localhost:1234", ("scgi", None, None, "localhost", "1234", None)),
        ("rtorrent", "scgi://localhost", ("scgi", None, None, "localhost", "5000", None)),
        ("rtorrent", "path/to/rpc.socket", ("file", None, None, None, None, "path/to/rpc.socket")),
        ("rtorrent", "file:///path/to/rpc.socket", ("file", None, None, None, None, "/path/to/rpc.socket")),
        ("rtorrent", "http://a:b@localhost:1234/path", ("http", "a", "b", "localhost", "1234", "/path")),
        ("rtorrent", "https://localhost:1234", ("https", None, None, "localhost", "1234", "/RPC2")),
        ("transmission", "https://a:b@localhost:1234/path", ("https", "a", "b", "localhost", "1234", "/path")),
        ("transmission", "localhost", ("http", None, None, "localhost", "9091", "/transmission/rpc")),
    ],
)
def test_an_address_has_the_documented_form(client: str, url: str, parts: tuple[str | None, ...]) -> None:
    found = aiobtclientapi.api(client, url).url
    assert (found.scheme, found.username, found.password, found.host, found.port, found.path) == parts
    assert "hunter2" not in str(found)


@pytest.mark.parametrize(
    ("client", "url"),
    [
        ("nonsense", "localhost"),
        ("qbittorrent", "localhost:99999"),
        ("qbittorrent", "ftp://localhost"),
        ("deluge", "http://localhost"),
        ("rtorrent", "scgi://user:hunter2@localhost"),
    ],
)
def test_a_name_or_address_that_is_none_is_a_value_error_of_both_kinds(client: str, url: str) -> None:
    with pytest.raises(aiobtclientapi.ValueError) as caught:
        aiobtclientapi.api(client, url)
    assert isinstance(caught.value, ValueError)
    assert "hunter2" not in str(caught.value)


def test_torrents_are_added_and_the_response_says_which(steered: Steered, lake: Made, film: Made) -> None:
    paths = [str(path_of(made)) for made in (lake, film)]

    async def twice(api: aiobtclientapi.APIBase) -> tuple[aiobtclientapi.Response, aiobtclientapi.Response]:
        first = await api.add(paths[0], "/nowhere.torrent", stopped=True, location=str(lake.folder))
        return first, await api.add(*paths, stopped=True, location=str(lake.folder))

    first, second = run(CLASSES[steered.kind](steered.place), twice)
    assert first.success is False
    assert [str(error) for error in first.errors] == ["Adding torrent failed: No such file or directory: /nowhere.torrent"]
    assert isinstance(first.errors[0], aiobtclientapi.AddTorrentError)
    assert list_of(first, "added") == [lake.torrent_hash]
    assert second.success is True
    assert (list_of(second, "added"), list_of(second, "already_added")) == ([film.torrent_hash], [lake.torrent_hash])
    assert [str(warning) for warning in second.warnings] == [f"Torrent already added: lake.jpg: {lake.torrent_hash}"]
    assert isinstance(second.warnings[0], aiobtclientapi.TorrentAlreadyAdded)
    assert second.tasks == []
    wait_until(lambda: steered.state(lake) is State.STOPPED, "stopped")


def list_of(response: aiobtclientapi.Response, name: str) -> list[object]:
    """A list of a response."""
    return cast("list[object]", response.as_dict[name])


def test_torrents_are_stopped_started_and_verified(seeding: Steered, lake: Made, film: Made) -> None:
    hashes = [lake.torrent_hash, film.torrent_hash]

    async def orders(api: aiobtclientapi.APIBase) -> list[aiobtclientapi.Response]:
        return [await api.stop(*hashes), await api.stop(hashes[0]), await api.start(*hashes), await api.start("0" * 40)]

    stopped, again, started, absent = run(CLASSES[seeding.kind](seeding.place), orders)
    assert (stopped.success, list_of(stopped, "stopped"), list_of(stopped, "already_stopped")) == (True, hashes, [])
    assert (again.success, list_of(again, "stopped"), list_of(again, "already_stopped")) == (True, [], hashes[:1])
    assert list_of(started, "started") == hashes
    assert (absent.success, [type(error) for error in absent.errors]) == (False, [aiobtclientapi.StartTorrentError])


def test_verifying_answers_and_can_be_watched(seeding: Steered, lake: Made) -> None:
    api = CLASSES[seeding.kind](seeding.place)
    assert run(api, lambda api: api.verify(lake.torrent_hash)).success is True

    async def watched(api: aiobtclientapi.APIBase) -> list[tuple[object, object]]:
        return [step async for step in api.verify_wait(lake.torrent_hash)]

    # Deluge 2.2 lists it for a moment as seeding or queued at 0 % after the order, as if the check were over
    wait_until(lambda: run(api, watched)[-1] == (lake.torrent_hash, 100.0), "the end of checking")


def test_infohashes_are_listed(seeding: Steered, lake: Made, film: Made) -> None:
    found = run(CLASSES[seeding.kind](seeding.place), lambda api: api.get_infohashes())
    assert sorted(found) == sorted([lake.torrent_hash, film.torrent_hash])
    assert all(isinstance(one, aiobtclientapi.Infohash) for one in found)


def test_any_method_can_be_called_and_answers_in_its_classic_form(steered: Steered) -> None:
    answer = run(CLASSES[steered.kind](steered.place), lambda api: api.call(VERSION_CALLS[steered.kind]))
    if steered.kind == "transmission":
        assert isinstance(answer, dict)
        assert isinstance(answer["arguments"], dict)
        answer = answer["arguments"]["version"]
    version = steered.ask(lambda client: client.session()).version
    assert str(answer).removeprefix("v").startswith(version.removeprefix("v").split(" ")[0])


@pytest.mark.parametrize("client", aiobtclientapi.client_names())
def test_nobody_there_is_a_connection_error_without_credentials(client: str, tmp_path: Path) -> None:
    url = f"file://{tmp_path}/none.socket" if client == "rtorrent" else "AzureDiamond:hunter2@127.0.0.1:1"
    with pytest.raises(aiobtclientapi.ConnectionError) as caught:
        run(aiobtclientapi.api(client, url), lambda api: api.get_infohashes())
    assert isinstance(caught.value, ConnectionError)
    assert "hunter2" not in str(caught.value)


def test_a_wrong_password_is_an_authentication_error(steered: Steered) -> None:
    if steered.kind == "rtorrent":  # over SCGI it has none
        return
    api = aiobtclientapi.api(steered.kind, bare(steered), username=steered.daemon.user, password="hunter2")
    with pytest.raises(aiobtclientapi.AuthenticationError) as caught:
        run(api, lambda api: api.get_infohashes())
    assert "hunter2" not in str(caught.value)


def test_a_socket_of_rtorrent_is_named_by_its_path(fresh_daemon: Callable[..., Daemon]) -> None:
    daemon = fresh_daemon("rtorrent-newest", unix_socket=True)
    path = daemon.url.partition("://")[2]
    for url in (path, f"file://{path}"):
        assert run(aiobtclientapi.RtorrentAPI(url), lambda api: api.get_infohashes()) == []
