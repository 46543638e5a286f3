"""Every verb of the unified client on real Deluge daemons of each line."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import had
from tests.live.content import make
from tests.live.deluge.conftest import DELUGES
from tests.live.deluge.steering import added, content, folder, new_client, on_a_loop, steering, until, until_torrent

from bitharbor.deluge import DelugeClient
from bitharbor.errors import (
    RpcError,
    TorrentRefusedError,
    UnconfirmedError,
    UnknownTorrentError,
    UnsupportedError,
    UsageError,
)
from bitharbor.model.creation import create
from bitharbor.model.infohash import Infohash
from bitharbor.model.json import Json
from bitharbor.model.magnet import Magnet
from bitharbor.unified.adapter import Adapter, Added, Addition, AddOptions, Limits, Place
from bitharbor.unified.adapters import deluge_fields as table
from bitharbor.unified.adapters.deluge import DelugeAdapter
from bitharbor.unified.adapters.deluge_statuses import as_status
from bitharbor.unified.adapters.fields import readers_for, torrent_of
from bitharbor.unified.capabilities import Capability
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.records import FIELDS, Priority, State, TrackerState

NOBODY = "0" * 40
MAGNET = f"magnet:?xt=urn:btih:{'1' * 40}&dn=nobody%20has%20it&tr=http%3A%2F%2F127.0.0.1%3A1%2Fannounce"
TRACKER, OTHER_TRACKER = "http://127.0.0.1:1/announce", "http://127.0.0.1:2/announce"


@on_a_loop
async def test_a_torrent_with_its_data_is_complete_and_tells_all_its_fields(deluge: Daemon) -> None:
    made = content(deluge, "whole")
    async with steering(deluge) as client:
        infohash = await added(client, made, location=str(deluge.downloads))
        await until_torrent(client, infohash, lambda one: one.state is State.SEEDING, "seeding")
        torrent = await client.torrent(infohash, fields=FIELDS)
        assert (torrent.name, torrent.total_size, torrent.have, torrent.left) == ("whole", 100_000, 100_000, 0)
        assert (torrent.progress, torrent.is_complete, torrent.has_metadata) == (1.0, True, True)
        assert torrent.save_path == str(deluge.downloads)
        assert torrent.content_path == str(deluge.downloads / "whole")
        assert torrent.pieces_have == torrent.piece_count
        assert torrent.files
        assert [(file.path, file.size, file.progress, file.priority) for file in torrent.files] == [
            ("whole", 100_000, 1.0, Priority.NORMAL)
        ]
        assert (torrent.download_limit, torrent.upload_limit, torrent.ratio_limit) == (None, None, None)
        assert torrent.added_at
        assert torrent.magnet
        assert infohash in torrent.magnet


@pytest.mark.parametrize("version", ["v1", "v2", "hybrid"])
@on_a_loop
async def test_infohashes_are_those_of_the_torrent_and_no_other(deluge: Daemon, version: str) -> None:
    path = deluge.downloads / f"of {version}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * 50_000)
    made = create(path, version=version)
    async with steering(deluge) as client:
        outcome = await client.add(made.content, is_stopped=True)
        if "infohash_v2" not in client.fields:  # on libtorrent 1
            if version == "v2":
                assert [type(error) for error in outcome.errors] == [TorrentRefusedError]
                return
            torrent = (await client.torrents(fields=["infohash_v1", "magnet"]))[0]
            assert torrent.infohash == torrent.infohash_v1 == made.metainfo.infohash.v1
        else:
            torrent = (await client.torrents(fields=["infohash_v1", "infohash_v2", "magnet"]))[0]
            assert (torrent.infohash_v1, torrent.infohash_v2) == (made.metainfo.infohash.v1, made.metainfo.infohash.v2)
            assert (await client.torrents(fields=["infohash_v2"]))[0].infohash_v2 == torrent.infohash_v2
        assert torrent.magnet
        assert Magnet.parse(torrent.magnet).infohash.v1 == made.metainfo.infohash.v1
        assert (await client.add(made.content)).already == outcome.done == [torrent.infohash]


@on_a_loop
async def test_the_daemon_has_every_key_that_the_table_of_fields_asks_for(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        infohash = await added(client, content(deluge, "keys"))
        status = await client.call("core.get_torrent_status", infohash, [])
        assert isinstance(status, dict)
        wanted = {key for name, told in table.FIELDS.items() if name not in table.OF_LABELS for key in told.keys}
        assert wanted <= set(status)


@on_a_loop
async def test_a_magnet_waits_for_its_metadata_and_is_there_once(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        first = (await client.add(MAGNET)).check()
        torrent = await client.torrent(first.done[0])
        assert (torrent.state, torrent.has_metadata, torrent.total_size) == (State.METADATA, False, None)
        assert await client.files(first.done[0]) == ()
        again = (await client.add(MAGNET)).check()
        assert (again.done, again.already) == ([], first.done)


@on_a_loop
async def test_a_torrent_is_added_once_however_often_it_is_sent(deluge: Daemon) -> None:
    made = content(deluge, "once")
    async with steering(deluge) as client:
        outcome = (await client.add(*[made.torrent] * 5)).check()
        assert len(outcome.done) == 1
        assert outcome.already == [made.torrent_hash] * 4
        assert await client.infohashes() == [made.torrent_hash]


@on_a_loop
async def test_what_is_no_torrent_is_refused_and_the_others_are_added(deluge: Daemon) -> None:
    made = content(deluge, "beside garbage")
    async with steering(deluge) as client:
        absent = Infohash.parse("0" * 40)
        garbage = Addition("garbage", absent, content=b"garbage")
        bad_link = Addition("bad link", absent, link="magnet:?xt=urn:btih:zzzz")
        good = Addition("good", Infohash.parse(made.torrent_hash), content=made.torrent)
        answers: dict[int, Added] = {}
        await client.adapter.add([garbage, good, bad_link], AddOptions(), answers.__setitem__)
        kinds = [type(answers[place].error) for place in range(3)]
        assert kinds == [TorrentRefusedError, type(None), TorrentRefusedError]
        assert answers[1].infohash == made.torrent_hash


@on_a_loop
async def test_unverified_data_is_trusted_and_stopped_torrents_stay_so(deluge: Daemon) -> None:
    made = content(deluge, "trusted")
    (made.folder / made.name).write_bytes(b"x" * 100_000)
    async with steering(deluge) as client:
        infohash = await added(client, made, is_verified=False, is_stopped=True, download_limit=51_200, upload_limit=1024)
        torrent = await client.torrent(infohash)
        assert torrent.state is State.STOPPED
        assert (torrent.download_limit, torrent.upload_limit) == (51_200, 1024)
        (await client.start(infohash)).check()
        await until_torrent(client, infohash, lambda one: one.state is State.SEEDING, "seeding what was never checked")


@on_a_loop
async def test_torrents_stop_start_and_leave_the_queue(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        one, two = [await added(client, content(deluge, name)) for name in ("stopping", "other")]
        assert set((await client.stop(one, two)).check().done) == {one, two}
        assert (await client.stop(one)).check().already == [one]
        assert (await client.start(one)).check().done == [one]
        assert (await client.start(one)).check().already == [one]
        assert (await client.torrent(two)).state is State.STOPPED
        assert (await client.torrent(one)).is_forced is False
        assert (await client.start(one, is_forced=True)).check().done == [one]
        assert (await client.torrent(one)).is_forced is True


@on_a_loop
async def test_a_check_finds_what_is_there(deluge: Daemon) -> None:
    made = content(deluge, "checked", 4_000_000)
    whole = (made.folder / made.name).read_bytes()
    (made.folder / made.name).unlink()
    async with steering(deluge) as client:
        infohash = await added(client, made, is_stopped=True)
        (made.folder / made.name).write_bytes(whole)
        (await client.verify(infohash)).check()
        await until_torrent(client, infohash, lambda one: one.is_complete is True, "the check's end")
        seen = [share async for _, share in client.progress_of_checks(infohash)]
        assert seen[-1] == 1.0


@pytest.mark.parametrize("with_data", [False, True])
@on_a_loop
async def test_removal_takes_the_data_only_when_told(deluge: Daemon, with_data: bool) -> None:
    made = content(deluge, f"removed {with_data}")
    async with steering(deluge) as client:
        infohash = await added(client, made)
        await until_torrent(client, infohash, lambda one: one.state is State.SEEDING, "seeding")
        (await client.remove(infohash, with_data=with_data)).check()
        assert infohash not in await client.infohashes()

        async def is_so() -> bool:
            return (made.folder / made.name).exists() is not with_data

        await until(is_so, "the data's fate")


@on_a_loop
async def test_data_moves_and_a_folder_that_cannot_be_is_told(deluge: Daemon) -> None:
    made, target = content(deluge, "moved"), folder(deluge, "elsewhere")
    async with steering(deluge) as client:
        infohash = await added(client, made)
        await until_torrent(client, infohash, lambda one: one.state is State.SEEDING, "seeding")
        (await client.move(infohash, location=str(target))).check()
        await until_torrent(client, infohash, lambda one: one.save_path == str(target), "the new folder")
        assert (target / made.name).exists()
        outcome = await client.move(infohash, location="/proc/none")
        assert [type(error) for error in outcome.errors] == [UnconfirmedError]
        with pytest.raises(UnsupportedError):
            (await client.move(infohash, location=str(target), with_data=False)).check()


def make_folder(deluge: Daemon) -> tuple[bytes, str]:
    """A torrent of two files, one in a folder of its own."""
    root = deluge.downloads / "top"
    (root / "sub").mkdir(parents=True, exist_ok=True)
    (root / "a.bin").write_bytes(b"a" * 50_000)
    (root / "sub" / "b.bin").write_bytes(b"b" * 70_000)
    made = create(root, version="v1")
    return made.content, made.metainfo.infohash.torrent_id


@on_a_loop
async def test_torrents_files_and_folders_take_other_names(deluge: Daemon) -> None:
    data, infohash = make_folder(deluge)
    async with steering(deluge) as client:
        (await client.add(data, is_stopped=True)).check()
        await client.rename(infohash, "Ein anderer Näme")
        assert (await client.torrent(infohash)).name == "Ein anderer Näme"
        await client.rename_file(infohash, "top/a.bin", "top/c d.bin")
        await client.rename_folder(infohash, "top/sub", "top/deep/er")
        assert [file.path for file in await client.files(infohash)] == ["top/c d.bin", "top/deep/er/b.bin"]
        await client.rename_folder(infohash, "top", "oben")
        assert [file.path for file in await client.files(infohash)] == ["oben/c d.bin", "oben/deep/er/b.bin"]


@on_a_loop
async def test_names_that_are_not_there_are_refused_and_the_daemon_lives(deluge: Daemon) -> None:
    data, infohash = make_folder(deluge)
    async with steering(deluge) as client:
        (await client.add(data, is_stopped=True)).check()
        with pytest.raises(UsageError):
            await client.rename_file(infohash, "top/none", "top/x")
        with pytest.raises(UsageError):
            await client.rename_file(infohash, "top/a.bin", "top/sub/b.bin")
        with pytest.raises(UsageError):
            await client.rename_folder(infohash, "none", "x")
        with pytest.raises(UsageError):
            await client.set_priority(infohash, 7, priority=Priority.SKIP)
        assert [file.path for file in await client.files(infohash)] == ["top/a.bin", "top/sub/b.bin"]


@on_a_loop
async def test_priorities_are_set_of_the_named_files_only(deluge: Daemon) -> None:
    data, infohash = make_folder(deluge)
    async with steering(deluge) as client:
        (await client.add(data, is_stopped=True)).check()
        for priority in Priority:
            await client.set_priority(infohash, 1, priority=priority)
            assert [file.priority for file in await client.files(infohash)] == [Priority.NORMAL, priority]
        await asyncio.gather(*(client.set_priority(infohash, index, priority=Priority.LOW) for index in (0, 1)))
        assert [file.priority for file in await client.files(infohash)] == [Priority.LOW] * 2


@on_a_loop
async def test_categories_are_the_labels_of_the_plugin_while_it_is_enabled(deluge: Daemon) -> None:
    made, other = content(deluge, "labelled"), content(deluge, "later labelled")
    async with steering(deluge) as client:
        assert Capability.CATEGORIES not in client.capabilities
        assert "category" not in client.fields
        with pytest.raises(UnsupportedError):
            await client.categories()
        await client.call("core.enable_plugin", "Label")
        try:
            await client.disconnect()
            infohash = await added(client, made, category="films", is_stopped=True)
            assert (await client.torrent(infohash)).category == "films"
            second = await added(client, other, is_stopped=True)
            (await client.set_category(second, category="Music")).check()
            assert set(await client.categories()) == {"films", "music"}
            assert (await client.torrent(second)).labels == ("music",)
            (await client.set_category(second, category="")).check()
            assert (await client.torrent(second)).category == ""
            refused = await client.set_category(second, category="no such/letters")
            assert [type(error) for error in refused.errors] == [RpcError]
            strange = await client.set_category(NOBODY, category="films")
            assert [type(error) for error in strange.errors] == [UnknownTorrentError]
            for label in await client.categories():
                await client.call("label.remove", label)
        finally:
            await client.call("core.disable_plugin", "Label")
        await client.disconnect()
        await client.connect()
        assert Capability.CATEGORIES not in client.capabilities


@on_a_loop
async def test_limits_are_bytes_and_lifted_by_zero(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        infohash = await added(client, content(deluge, "limited"), is_stopped=True)
        (await client.limit(infohash, download=10_000, upload=20_000, ratio=1.5)).check()
        torrent = await client.torrent(infohash)
        assert (torrent.download_limit, torrent.upload_limit, torrent.ratio_limit) == (10_000, 20_000, 1.5)
        (await client.limit(infohash, download=0, ratio=0)).check()
        torrent = await client.torrent(infohash)
        assert (torrent.download_limit, torrent.upload_limit, torrent.ratio_limit) == (None, 20_000, None)
        await client.limit_session(download=100_000, upload=50_000)
        session = await client.session()
        assert (session.download_limit, session.upload_limit) == (100_000, 50_000)
        await client.limit_session(download=0, upload=0)
        session = await client.session()
        assert (session.download_limit, session.upload_limit) == (None, None)


@on_a_loop
async def test_the_queue_moves_and_several_keep_their_order(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        ids: list[str] = []
        for name in ("first", "second", "third", "fourth"):
            made = content(deluge, f"{name} in queue")
            (made.folder / made.name).unlink()
            ids.append(await added(client, made, is_stopped=True))

        async def order() -> list[str]:
            torrents = await client.torrents(*ids, fields=["queue_position"])
            return [one.infohash for one in sorted(torrents, key=lambda one: one.queue_position or 0)]

        assert await order() == ids
        (await client.queue(*ids[2:], place=Place.TOP)).check()
        assert await order() == [ids[2], ids[3], ids[0], ids[1]]
        (await client.queue(*ids[2:], place=Place.BOTTOM)).check()
        assert await order() == ids
        (await client.queue(ids[1], place=Place.UP)).check()
        (await client.queue(ids[2], place=Place.DOWN)).check()
        assert await order() == [ids[1], ids[0], ids[3], ids[2]]


@on_a_loop
async def test_trackers_are_added_changed_and_removed_and_none_is_lost(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        infohash = await added(client, content(deluge, "tracked"))
        await client.add_trackers(infohash, TRACKER, OTHER_TRACKER, TRACKER)
        assert [(one.url, one.tier) for one in await client.trackers(infohash)] == [(TRACKER, 0), (OTHER_TRACKER, 1)]
        await client.edit_tracker(infohash, OTHER_TRACKER, f"{OTHER_TRACKER}/new")
        await client.remove_trackers(infohash, TRACKER)
        assert [(one.url, one.tier) for one in await client.trackers(infohash)] == [(f"{OTHER_TRACKER}/new", 1)]
        await asyncio.gather(*(client.add_trackers(infohash, f"{TRACKER}/{number}", tier=2) for number in range(5)))
        assert len(await client.trackers(infohash)) == 6
        with pytest.raises(UsageError):
            await client.remove_trackers(infohash, TRACKER)
        with pytest.raises(UsageError):
            await client.edit_tracker(infohash, TRACKER, OTHER_TRACKER)


@on_a_loop
async def test_a_tracker_that_does_not_answer_is_told_with_its_reason(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        infohash = await added(client, content(deluge, "tracked in vain"))
        await client.add_trackers(infohash, TRACKER)
        (await client.reannounce(infohash)).check()

        async def has_failed() -> bool:
            (tracker,) = await client.trackers(infohash)
            return tracker.state is TrackerState.FAILED and tracker.message is not None

        await until(has_failed, "the tracker's failure")


@on_a_loop
async def test_data_comes_from_a_peer_that_is_given(deluge: Daemon, fleet: Fleet) -> None:
    other = had(lambda: fleet.shared(next(name for name in DELUGES if name != deluge.name)))
    made = make(other.downloads, f"from {other.name} to {deluge.name}", 1_000_000)
    async with steering(other) as seeder, steering(deluge) as client:
        infohash = await added(seeder, made)
        await until_torrent(seeder, infohash, lambda one: one.state is State.SEEDING, "the other's seeding")
        await added(client, made, download_limit=400_000)
        with pytest.raises(UsageError):
            await client.add_peers(infohash, "localhost:1")

        async def has_peer() -> bool:
            await client.add_peers(infohash, f"127.0.0.1:{other.bt_port}")
            return any(peer.port == other.bt_port for peer in await client.peers(infohash))

        await until(has_peer, "the peer")
        await until_torrent(client, infohash, lambda one: one.is_complete is True, "the data")
        assert (deluge.downloads / made.name).read_bytes() == (other.downloads / made.name).read_bytes()


@on_a_loop
async def test_the_daemon_tells_of_itself(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        await added(client, content(deluge, "counted"))
        session = await client.session()
        assert (session.kind, session.version, session.torrent_count) == ("deluge", client.version, 1)
        assert session.save_path == str(deluge.downloads)
        assert session.peer_port == deluge.bt_port
        assert session.free_space
        assert await client.free_space(str(deluge.downloads)) > 0
        with pytest.raises(RpcError):
            await client.free_space("/none/such")


@on_a_loop
async def test_the_list_by_differences_is_the_whole_list_whatever_is_asked_between(deluge: Daemon) -> None:
    fields = frozenset({"name", "state", "total_size", "download_limit", "is_auto_managed", "save_path"})
    async with steering(deluge) as client:
        adapter = client.adapter

        async def same(wanted: frozenset[str]) -> None:
            by_difference = await adapter.torrents(None, wanted)
            told = await client.call("core.get_torrents_status", {}, [*table.keys_of(wanted)])
            assert isinstance(told, dict)
            readers = readers_for(table.FIELDS, wanted)
            whole = {infohash: torrent_of(infohash, as_status(status), readers) for infohash, status in told.items()}
            assert {one.infohash: one for one in by_difference} == whole

        ids = [await added(client, content(deluge, f"different {number}"), is_stopped=True) for number in range(3)]
        await same(fields)
        await client.rename(ids[0], "changed")
        await same(fields)
        await same(fields - {"name"})
        await client.rename(ids[0], "changed again")
        await client.call("core.get_torrents_status", {}, ["name", "state"], True)
        await same(fields)
        await client.rename(ids[1], "changed while away")
        await client.disconnect()
        await same(fields)
        (await client.remove(ids[2])).check()
        (await client.limit(ids[0], download=2048)).check()
        await asyncio.gather(*(same(fields) for _ in range(5)))
        assert len(await adapter.torrents(None, fields)) == 2


@on_a_loop
async def test_no_infohash_never_means_all_of_them(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        await added(client, content(deluge, "not all"))
        assert await client.adapter.torrents([], frozenset({"name"})) == []
        assert await client.adapter.stop([]) == {}


VERBS: tuple[tuple[str, Callable[[Adapter], Awaitable[Any]]], ...] = (
    ("start", lambda adapter: adapter.start([NOBODY], is_forced=False)),
    ("start forced", lambda adapter: adapter.start([NOBODY], is_forced=True)),
    ("stop", lambda adapter: adapter.stop([NOBODY])),
    ("remove", lambda adapter: adapter.remove([NOBODY], with_data=True)),
    ("verify", lambda adapter: adapter.verify([NOBODY])),
    ("reannounce", lambda adapter: adapter.reannounce([NOBODY])),
    ("move", lambda adapter: adapter.move([NOBODY], "/tmp", with_data=True)),  # noqa: S108 - never made
    ("limits", lambda adapter: adapter.set_limits([NOBODY], Limits(download=1))),
    ("queue", lambda adapter: adapter.queue([NOBODY], Place.TOP)),
    ("rename", lambda adapter: adapter.rename(NOBODY, "x")),
    ("rename_file", lambda adapter: adapter.rename_file(NOBODY, "x", "y")),
    ("rename_folder", lambda adapter: adapter.rename_folder(NOBODY, "x", "y")),
    ("files", lambda adapter: adapter.files(NOBODY)),
    ("priority", lambda adapter: adapter.set_priority(NOBODY, [0], Priority.HIGH)),
    ("trackers", lambda adapter: adapter.trackers(NOBODY)),
    ("add_trackers", lambda adapter: adapter.add_trackers(NOBODY, [TRACKER], None)),
    ("remove_trackers", lambda adapter: adapter.remove_trackers(NOBODY, [TRACKER])),
    ("edit_tracker", lambda adapter: adapter.edit_tracker(NOBODY, TRACKER, OTHER_TRACKER)),
    ("peers", lambda adapter: adapter.peers(NOBODY)),
    ("add_peers", lambda adapter: adapter.add_peers(NOBODY, ["127.0.0.1:1"])),
)


@pytest.mark.parametrize("act", [act for _, act in VERBS], ids=[name for name, _ in VERBS])
@on_a_loop
async def test_no_verb_takes_an_unknown_torrent_for_one_that_is_there(
    deluge: Daemon, act: Callable[[Adapter], Awaitable[Any]]
) -> None:
    adapter = DelugeAdapter(new_client(deluge))
    await adapter.open()
    try:
        failures = await act(adapter)
    except UnknownTorrentError:
        return
    finally:
        await adapter.close()
    assert {infohash: type(error) for infohash, error in failures.items()} == {NOBODY: UnknownTorrentError}


@on_a_loop
async def test_one_unknown_torrent_does_not_keep_an_order_from_the_others(deluge: Daemon) -> None:
    async with steering(deluge) as client:
        ids = [await added(client, content(deluge, f"beside nobody {number}")) for number in range(2)]
        gone = ["f" * 40, NOBODY]
        failures = await client.adapter.stop([ids[0], *gone, ids[1]])
        assert {type(error) for error in failures.values()} == {UnknownTorrentError}
        assert {infohash: getattr(error, "infohash", "") for infohash, error in failures.items()} == {one: one for one in gone}

        async def are_stopped() -> bool:
            return {one.state for one in await client.torrents(*ids)} == {State.STOPPED}

        await until(are_stopped, "both of them stopped")


@on_a_loop
async def test_an_order_for_many_torrents_asks_for_none_by_itself(deluge: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []

    async def call(client: DelugeClient, method: str, /, *args: object, **kwargs: object) -> Json:
        called.append(method)
        return await DelugeClient.call(client, method, *args, **kwargs)

    async with steering(deluge) as client:
        ids = [await added(client, content(deluge, f"one of many {number}", 20_000), is_stopped=True) for number in range(8)]
        assert isinstance(client.adapter, DelugeAdapter)
        own = client.adapter.client
        monkeypatch.setattr(own, "call", partial(call, own))
        for order in (client.start, client.stop, client.remove):
            assert (await order(*ids)).check().done == ids
        assert "core.get_torrent_status" not in called
        assert called.count("core.remove_torrents") == 1


BEYOND: tuple[Callable[[TorrentClient], Awaitable[object]], ...] = (
    lambda client: client.export(NOBODY),
    lambda client: client.set_alternative_speed(True),
)


@pytest.mark.parametrize("act", BEYOND, ids=["export", "alternative speed"])
@on_a_loop
async def test_what_deluge_cannot_do_is_refused_before_it_is_asked(
    deluge: Daemon, act: Callable[[TorrentClient], Awaitable[object]]
) -> None:
    async with steering(deluge) as client:
        with pytest.raises(UnsupportedError):
            await act(client)
