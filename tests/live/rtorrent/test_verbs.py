"""Every verb of the unified client, on rTorrent of both lines, over TCP and over a unix socket."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import Made, make
from tests.live.rtorrent.conftest import tell, tell_native
from tests.live.rtorrent.content import Content, folder_of_files

from bitharbor import errors
from bitharbor.model.metainfo import Metainfo
from bitharbor.rtorrent.client import RtorrentClient
from bitharbor.unified.capabilities import Capability
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.outcome import Fate
from bitharbor.unified.records import FIELDS, Priority, State, TrackerState

PATIENCE = 20.0
NOBODY = "0" * 40
TRACKER = "http://127.0.0.1:9/announce"


async def until(is_so: Callable[[], Awaitable[bool]], what: str) -> None:
    """Look until it is so."""
    end = time.monotonic() + PATIENCE
    while not await is_so():
        assert time.monotonic() < end, f"waited in vain for: {what}"
        await asyncio.sleep(0.05)


async def in_state(client: TorrentClient, infohash: str, *states: State) -> None:
    """Wait for a state."""

    async def is_so() -> bool:
        return (await client.torrent(infohash, fields=["state"])).state in states

    await until(is_so, f"{infohash} to be {states}")


def single(daemon: Daemon, name: str = "single ä \"b\" 'c' $x.bin") -> Made:
    return make(daemon.downloads, name)


def several(daemon: Daemon, name: str = "several ä") -> Content:
    made = folder_of_files(name, "sub/a b.txt", "sub/deep/c;d.txt", "e.txt", tracker=TRACKER)
    made.lay(daemon.downloads)
    return made


def test_it_says_what_it_is(rtorrent: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        session = await client.session()
        assert (session.kind, session.version, session.torrent_count) == ("rtorrent", rtorrent.version, 0)
        assert session.save_path == str(rtorrent.downloads)
        assert session.peer_port == rtorrent.bt_port
        assert session.free_space
        assert client.version == rtorrent.version
        assert Capability.REMOVE_DATA in client.capabilities
        assert not client.capabilities & {Capability.REMOVE_TRACKERS, Capability.QUEUE, Capability.RENAME}

    tell(rtorrent, story)


def test_a_file_is_added_with_all_its_options(rtorrent: Daemon, folder: Path) -> None:
    made = make(folder, "added.bin")

    async def story(client: TorrentClient) -> None:
        outcome = await client.add(
            made.torrent, location=str(folder), is_stopped=True, category="a b/c", labels=["x,y", "z"], download_limit=51200
        )
        assert outcome.check().done == [made.torrent_hash]
        torrent = await client.torrent(made.torrent_hash)
        assert (torrent.name, torrent.state, torrent.save_path) == ("added.bin", State.STOPPED, str(folder))
        assert (torrent.category, torrent.labels) == ("a b/c", ("x,y", "z"))
        assert (torrent.download_limit, torrent.upload_limit) == (51200, None)
        assert torrent.content_path == str(folder / "added.bin")
        assert torrent.added_at
        again = await client.add(made.torrent)
        assert [item.fate for item in again.items] == [Fate.ALREADY]

    tell(rtorrent, story)


def test_what_is_added_starts_and_finds_its_data(rtorrent: Daemon) -> None:
    one, many = single(rtorrent), several(rtorrent)

    async def story(client: TorrentClient) -> None:
        (await client.add(one.torrent, many.torrent)).check()
        for infohash in (one.torrent_hash, many.infohash):
            await in_state(client, infohash, State.SEEDING)
        torrent = await client.torrent(many.infohash, fields=FIELDS)
        assert (torrent.progress, torrent.left, torrent.is_complete) == (1.0, 0, True)
        assert torrent.total_size == torrent.size == torrent.have == 120_000
        assert torrent.save_path == str(rtorrent.downloads)
        assert torrent.content_path == str(rtorrent.downloads / "several ä")
        assert torrent.files
        assert [(file.path, file.size, file.progress) for file in torrent.files] == [
            (f"several ä/{path.decode()}", 40_000, 1.0) for path in many.files
        ]
        assert torrent.trackers
        assert [(tracker.url, tracker.tier) for tracker in torrent.trackers] == [(TRACKER, 0)]
        assert (torrent.peers, torrent.file_count, torrent.piece_size) == ((), 3, 16384)

    tell(rtorrent, story)


@pytest.mark.parametrize("is_stopped", [True, False])
def test_a_magnet_link_is_listed_without_metadata(rtorrent: Daemon, is_stopped: bool) -> None:
    async def story(client: TorrentClient) -> None:
        link = f"magnet:?xt=urn:btih:{'ab' * 20}&dn=x&tr={TRACKER}"
        assert (await client.add(link, is_stopped=is_stopped)).check().done == ["ab" * 20]
        await in_state(client, "ab" * 20, State.STOPPED if is_stopped else State.METADATA)
        torrent = await client.torrent("ab" * 20, fields=FIELDS)
        assert (torrent.has_metadata, torrent.total_size, torrent.files, torrent.is_complete) == (False, None, (), False)
        with pytest.raises(errors.UnsupportedError):
            await client.export("ab" * 20)
        assert (await client.remove("ab" * 20, with_data=True)).success

    tell(rtorrent, story)


def test_garbage_among_good_torrents_fails_alone(rtorrent: Daemon, folder: Path) -> None:
    good, other = make(folder, "good.bin"), make(folder, "other.bin")

    async def story(client: TorrentClient) -> None:
        outcome = await client.add(
            good.torrent, b"garbage", other.torrent, f"magnet:?xt=urn:btmh:1220{'cd' * 32}", is_stopped=True
        )
        assert [item.fate for item in outcome.items] == [Fate.DONE, Fate.FAILED, Fate.DONE, Fate.FAILED]
        assert [type(error) for error in outcome.errors] == [errors.InvalidTorrentError, errors.UnsupportedError]
        assert set(await client.infohashes()) == {good.torrent_hash, other.torrent_hash}

    tell(rtorrent, story)


def test_a_torrent_that_rtorrent_drops_without_a_word_is_told_as_refused(rtorrent: Daemon, folder: Path) -> None:
    good = make(folder, "beside.bin")
    bad = folder_of_files("dropped", "a", piece_length=1 << 30)

    async def story(client: TorrentClient) -> None:
        outcome = await client.add(bad.torrent, good.torrent, is_stopped=True)
        assert [type(error) for error in outcome.errors] == [errors.TorrentRefusedError]
        assert outcome.done == await client.infohashes() == [good.torrent_hash]

    tell(rtorrent, story)


@pytest.mark.parametrize("paths", [("a", "b/../a"), ("a", "a/b")])
def test_a_torrent_that_would_crash_rtorrent_is_never_sent(rtorrent: Daemon, folder: Path, paths: tuple[str, str]) -> None:
    """Both lines end when they start one whose files lie at one path."""
    good = make(folder, "survivor.bin")
    bad = folder_of_files("deadly", *paths).torrent.replace(b"l1:b2:..1:ae", b"l1:ae")
    infohash = Metainfo.parse(bad).infohash.v1

    async def story(client: TorrentClient) -> None:
        outcome = await client.add(bad, good.torrent)
        assert [(item.infohash, type(item.error)) for item in outcome.failed] == [(infohash, errors.TorrentRefusedError)]
        assert await client.infohashes() == [good.torrent_hash]

    tell(rtorrent, story)


def test_data_that_is_trusted_is_not_read(rtorrent: Daemon, folder: Path) -> None:
    """The bytes are wrong, and rTorrent believes them: so it did not look."""
    made = folder_of_files("trusted", "sub/a", "b")
    own = made.lay(folder)
    for path in made.files:
        (own / path.decode()).write_bytes(b"0" * 40_000)

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, location=str(folder), is_verified=False)).check()
        await in_state(client, made.infohash, State.SEEDING)
        await client.verify(made.infohash)

        async def is_found_out() -> bool:
            return (await client.torrent(made.infohash, fields=["progress"])).progress == 0.0

        await until(is_found_out, "the check to find it out")

    tell(rtorrent, story)


def test_data_that_is_not_all_there_is_never_trusted(rtorrent: Daemon, folder: Path) -> None:
    made = folder_of_files("untrusted", "a", "b")
    (made.lay(folder) / "b").unlink()

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, location=str(folder), is_verified=False)).check()
        await in_state(client, made.infohash, State.STALLED)
        assert (await client.torrent(made.infohash)).pieces_have == 2

    tell(rtorrent, story)


def test_stopping_and_starting_show(rtorrent: Daemon) -> None:
    made = single(rtorrent)

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent, is_stopped=True)
        assert (await client.stop(made.torrent_hash)).already == [made.torrent_hash]
        assert (await client.start(made.torrent_hash)).done == [made.torrent_hash]
        await in_state(client, made.torrent_hash, State.SEEDING)
        assert (await client.start(made.torrent_hash)).already == [made.torrent_hash]
        assert (await client.stop(made.torrent_hash)).done == [made.torrent_hash]
        assert (await client.verify(made.torrent_hash)).success
        await in_state(client, made.torrent_hash, State.STOPPED)
        assert (await client.torrent(made.torrent_hash)).progress == 1.0
        assert (await client.reannounce(made.torrent_hash)).success

    tell(rtorrent, story)


def test_removing_keeps_the_data_unless_it_is_told_otherwise(rtorrent: Daemon) -> None:
    made = several(rtorrent, "kept")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent)
        assert (await client.remove(made.infohash)).done == [made.infohash]
        assert await client.infohashes() == []
        assert len(list((rtorrent.downloads / "kept").rglob("*.txt"))) == 3

    tell(rtorrent, story)


def test_removing_with_data_deletes_its_files_and_empty_folders_and_nothing_else(rtorrent: Daemon) -> None:
    one, many, other = single(rtorrent), several(rtorrent, "gone"), several(rtorrent, "stays")
    (rtorrent.downloads / "gone" / "sub" / "mine.txt").write_text("mine")

    async def story(client: TorrentClient) -> None:
        await client.add(one.torrent, many.torrent, other.torrent)
        for infohash in (one.torrent_hash, many.infohash):
            await in_state(client, infohash, State.SEEDING)
        outcome = await client.remove(one.torrent_hash, many.infohash, with_data=True)
        assert outcome.check().done == [one.torrent_hash, many.infohash]
        assert await client.infohashes() == [other.infohash]

    tell(rtorrent, story)
    assert not (rtorrent.downloads / one.name).exists()
    assert [path.name for path in (rtorrent.downloads / "gone").rglob("*")] == ["sub", "mine.txt"]
    assert len(list((rtorrent.downloads / "stays").rglob("*.txt"))) == 3


def test_a_link_within_a_torrent_is_not_followed(rtorrent: Daemon, folder: Path) -> None:
    made = several(rtorrent, "linked")
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "c;d.txt").write_text("not the torrent's")
    own = rtorrent.downloads / "linked" / "sub" / "deep"
    (own / "c;d.txt").unlink()
    own.rmdir()
    own.symlink_to(folder / "deep")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent, is_stopped=True)
        outcome = await client.remove(made.infohash, with_data=True)
        assert [type(error) for error in outcome.errors] == [errors.DataKeptError]
        assert await client.infohashes() == [made.infohash]

    tell(rtorrent, story)
    assert (folder / "deep" / "c;d.txt").read_text() == "not the torrent's"
    assert (rtorrent.downloads / "linked" / "e.txt").exists()


def test_data_that_two_torrents_share_is_kept(rtorrent: Daemon) -> None:
    made = several(rtorrent, "shared")
    twin = folder_of_files("shared", "sub/a b.txt", "sub/deep/c;d.txt", "e.txt", size=40_001)

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent, twin.torrent, is_stopped=True)
        outcome = await client.remove(made.infohash, with_data=True)
        assert [type(error) for error in outcome.errors] == [errors.DataKeptError]

    tell(rtorrent, story)
    assert (rtorrent.downloads / "shared" / "e.txt").exists()


@pytest.mark.parametrize("is_stopped", [True, False])
def test_moving_takes_the_data_along(rtorrent: Daemon, folder: Path, is_stopped: bool) -> None:
    one, many = single(rtorrent, "moved one"), several(rtorrent, "moved several")

    async def story(client: TorrentClient) -> None:
        await client.add(one.torrent, many.torrent, is_stopped=is_stopped)
        for infohash in (one.torrent_hash, many.infohash):
            await in_state(client, infohash, State.STOPPED if is_stopped else State.SEEDING)
        (await client.move(one.torrent_hash, many.infohash, location=str(folder / "a b"))).check()
        for infohash in (one.torrent_hash, many.infohash):
            await in_state(client, infohash, State.STOPPED if is_stopped else State.SEEDING)
        assert {(await client.torrent(one)).save_path for one in await client.infohashes()} == {str(folder / "a b")}
        assert (await client.remove(one.torrent_hash, many.infohash, with_data=True)).success

    tell(rtorrent, story)
    assert not (rtorrent.downloads / "moved one").exists()
    assert not (rtorrent.downloads / "moved several").exists()
    assert list((folder / "a b").iterdir()) == []


def test_moving_overwrites_nothing(rtorrent: Daemon, folder: Path) -> None:
    made = single(rtorrent, "occupied")
    folder.mkdir()
    (folder / "occupied").write_text("mine")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent)
        await in_state(client, made.torrent_hash, State.SEEDING)
        outcome = await client.move(made.torrent_hash, location=str(folder))
        assert [type(error) for error in outcome.errors] == [errors.DataKeptError]
        await in_state(client, made.torrent_hash, State.SEEDING)

    tell(rtorrent, story)
    assert (folder / "occupied").read_text() == "mine"
    assert (rtorrent.downloads / "occupied").exists()


def test_moving_to_where_nobody_may_write_leaves_all_as_it_was(rtorrent: Daemon, folder: Path) -> None:
    made = single(rtorrent, "unmovable")
    folder.write_text("a file, no folder")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent)
        await in_state(client, made.torrent_hash, State.SEEDING)
        outcome = await client.move(made.torrent_hash, location=str(folder / "x"))
        assert [type(error) for error in outcome.errors] == [errors.DataKeptError]
        assert outcome.errors[0].acted is False
        await in_state(client, made.torrent_hash, State.SEEDING)

    tell(rtorrent, story)
    assert (rtorrent.downloads / "unmovable").exists()


def test_another_folder_without_moving_finds_what_is_there(rtorrent: Daemon, folder: Path) -> None:
    made = several(rtorrent, "set")
    made.lay(folder)

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent)
        await in_state(client, made.infohash, State.SEEDING)
        (await client.move(made.infohash, location=str(folder), with_data=False)).check()
        await in_state(client, made.infohash, State.SEEDING)
        (await client.move(made.infohash, location=str(folder / "nothing"), with_data=False)).check()
        await in_state(client, made.infohash, State.ERROR)
        assert (await client.torrent(made.infohash)).error

    tell(rtorrent, story)
    assert (rtorrent.downloads / "set").exists()


def test_priorities_of_files_change_what_is_wanted(rtorrent: Daemon, folder: Path) -> None:
    made = folder_of_files("wanted", "a", "b", "c")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent, location=str(folder))
        await client.set_priority(made.infohash, 0, 1, priority=Priority.SKIP)
        await client.set_priority(made.infohash, 2, priority=Priority.HIGH)
        assert [file.priority for file in await client.files(made.infohash)] == [Priority.SKIP, Priority.SKIP, Priority.HIGH]
        torrent = await client.torrent(made.infohash)
        assert (torrent.total_size, torrent.size, torrent.progress) == (120_000, 40_000, 0.0)
        with pytest.raises(errors.UsageError):
            await client.set_priority(made.infohash, 3, priority=Priority.LOW)

    tell(rtorrent, story)


def test_categories_and_labels_are_set_and_listed(rtorrent: Daemon) -> None:
    one, two = single(rtorrent, "one"), single(rtorrent, "two")

    async def story(client: TorrentClient) -> None:
        await client.add(one.torrent, two.torrent, is_stopped=True)
        (await client.set_category(one.torrent_hash, category="Größe, 100%")).check()
        (await client.set_labels(one.torrent_hash, two.torrent_hash, labels=["a,b", "ü"])).check()
        assert await client.categories() == ("Größe, 100%",)
        assert [(torrent.category, torrent.labels) for torrent in await client.torrents(one.torrent_hash, two.torrent_hash)] == [
            ("Größe, 100%", ("a,b", "ü")),
            ("", ("a,b", "ü")),
        ]
        await client.call("d.custom1.set", two.torrent_hash.upper(), "flood,tags")
        assert (await client.torrent(two.torrent_hash)).labels == ("a,b", "ü", "flood", "tags")
        (await client.set_labels(two.torrent_hash, labels=[])).check()
        (await client.set_category(one.torrent_hash, category="")).check()
        assert await client.categories() == ()
        assert (await client.torrent(two.torrent_hash)).labels == ()

    tell(rtorrent, story)


def test_limits_of_torrents_hold_while_they_run(rtorrent: Daemon) -> None:
    made = single(rtorrent, "limited")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent)
        await in_state(client, made.torrent_hash, State.SEEDING)
        (await client.limit(made.torrent_hash, download=102_400, upload=1)).check()
        torrent = await client.torrent(made.torrent_hash)
        assert (torrent.download_limit, torrent.upload_limit, torrent.state) == (102_400, 1024, State.SEEDING)
        assert torrent.bandwidth_group is None
        assert (await client.session()).download_limit is None
        await client.limit_session(download=2_048_000)
        assert (await client.session()).download_limit == 2_048_000
        await client.limit_session(download=0)
        assert (await client.session()).download_limit is None
        (await client.limit(made.torrent_hash, upload=0)).check()
        torrent = await client.torrent(made.torrent_hash)
        assert (torrent.download_limit, torrent.upload_limit, torrent.state) == (102_400, None, State.SEEDING)

    tell(rtorrent, story)


def test_trackers_are_added_once_and_enabled_again(rtorrent: Daemon) -> None:
    made = several(rtorrent, "tracked")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent, is_stopped=True)
        await client.add_trackers(made.infohash, TRACKER, "http://127.0.0.1:9/two", "http://127.0.0.1:9/three")
        urls = [TRACKER, "http://127.0.0.1:9/two", "http://127.0.0.1:9/three"]
        listed = await client.trackers(made.infohash)
        assert sorted(urls) == sorted(tracker.url for tracker in listed)
        assert len({tracker.tier for tracker in listed}) == 3
        await client.call("t.is_enabled.set", f"{made.infohash.upper()}:t0", 0)
        assert (await client.trackers(made.infohash))[0].state is TrackerState.DISABLED
        await client.add_trackers(made.infohash, TRACKER)
        assert (await client.trackers(made.infohash))[0].state is TrackerState.WAITING
        with pytest.raises(errors.UsageError):
            await client.add_trackers(made.infohash, "rubbish")
        with pytest.raises(errors.UnsupportedError):
            await client.remove_trackers(made.infohash, TRACKER)

    tell(rtorrent, story)


def test_a_tracker_that_fails_says_why(rtorrent: Daemon) -> None:
    made = several(rtorrent, "failing")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent)

        async def has_failed() -> bool:
            return (await client.trackers(made.infohash))[0].state is TrackerState.FAILED

        await until(has_failed, "the tracker to fail")
        assert "connect" in str((await client.trackers(made.infohash))[0].message)
        torrent = await client.torrent(made.infohash)
        assert (torrent.state, torrent.error) == (State.SEEDING, None)

    tell(rtorrent, story)


def test_peers_are_checked_before_they_are_given(rtorrent: Daemon) -> None:
    made = single(rtorrent, "peered")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent)
        await client.add_peers(made.torrent_hash, "127.0.0.1:9")
        assert await client.peers(made.torrent_hash) == ()
        for rubbish in ("rubbish", "127.0.0.1:0", "127.0.0.1:70000", "a b:1"):
            with pytest.raises(errors.UsageError):
                await client.add_peers(made.torrent_hash, rubbish)

    tell(rtorrent, story)


def test_free_space_is_told_for_any_folder(rtorrent: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        stats = os.statvfs(rtorrent.downloads)
        assert abs(await client.free_space() - stats.f_bavail * stats.f_frsize) < stats.f_blocks * stats.f_frsize // 10
        assert await client.free_space("/tmp")  # noqa: S108 - only looked at
        with pytest.raises(errors.RpcError):
            await client.free_space("/no/such/folder")

    tell(rtorrent, story)


def test_the_torrent_comes_back_as_it_was_given(rtorrent: Daemon) -> None:
    made = several(rtorrent, "exported")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent, is_stopped=True)
        assert Metainfo.parse(await client.export(made.infohash)).infohash.v1 == made.infohash

    tell(rtorrent, story)


@pytest.mark.parametrize("verb", ["start", "stop", "remove", "verify", "reannounce"])
def test_an_unknown_torrent_fails_in_each_order(rtorrent: Daemon, verb: str) -> None:
    made = single(rtorrent, "known")

    async def story(client: TorrentClient) -> None:
        await client.add(made.torrent, is_stopped=True)
        outcome = await getattr(client, verb)(NOBODY, made.torrent_hash)
        assert [type(error) for error in outcome.errors] == [errors.UnknownTorrentError]
        assert [item.infohash for item in outcome.failed] == [NOBODY]

    tell(rtorrent, story)


UNKNOWN: dict[str, Callable[[TorrentClient], Awaitable[object]]] = {
    "torrent": lambda client: client.torrent(NOBODY),
    "files": lambda client: client.files(NOBODY),
    "trackers": lambda client: client.trackers(NOBODY),
    "peers": lambda client: client.peers(NOBODY),
    "export": lambda client: client.export(NOBODY),
    "set_priority": lambda client: client.set_priority(NOBODY, 0, priority=Priority.HIGH),
    "add_trackers": lambda client: client.add_trackers(NOBODY, TRACKER),
    "add_peers": lambda client: client.add_peers(NOBODY, "127.0.0.1:9"),
    "call": lambda client: client.call("d.name", NOBODY),
}


@pytest.mark.parametrize("verb", UNKNOWN)
def test_an_unknown_torrent_is_an_error_of_its_own(rtorrent: Daemon, verb: str) -> None:
    async def story(client: TorrentClient) -> None:
        with pytest.raises(errors.UnknownTorrentError):
            await UNKNOWN[verb](client)

    tell(rtorrent, story)


def test_the_adapter_itself_tells_unknown_torrents(rtorrent: Daemon, folder: Path) -> None:
    async def story(client: TorrentClient) -> None:
        await client.connect()
        adapter = client.adapter
        for failures in (
            await adapter.start([NOBODY], is_forced=False),
            await adapter.stop([NOBODY]),
            await adapter.remove([NOBODY], with_data=False),
            await adapter.remove([NOBODY], with_data=True),
            await adapter.move([NOBODY], str(folder), with_data=True),
            await adapter.move([NOBODY], str(folder), with_data=False),
            await adapter.verify([NOBODY]),
            await adapter.set_category([NOBODY], "x"),
            await adapter.set_labels([NOBODY], ["x"]),
        ):
            assert {one: type(error) for one, error in failures.items()} == {NOBODY: errors.UnknownTorrentError}
        assert await adapter.torrents([NOBODY], frozenset({"infohash"})) == []

    tell(rtorrent, story)


def test_many_torrents_are_asked_for_by_name(rtorrent: Daemon, folder: Path) -> None:
    made = [make(folder, f"many {number}") for number in range(14)]

    async def story(client: TorrentClient) -> None:
        (await client.add(*(one.torrent for one in made), is_stopped=True)).check()
        wanted = [one.torrent_hash for one in made[2:]]
        assert [torrent.infohash for torrent in await client.torrents(*wanted)] == wanted
        assert (await client.remove(*await client.infohashes())).success

    tell(rtorrent, story)


def test_names_that_no_language_can_carry_never_break_the_list(rtorrent: Daemon) -> None:
    odd = [
        folder_of_files(b"latin \xe4\xf6", b"sub\xff/f\xe4.txt"),
        folder_of_files(b"control \x01\x1b", "a\x02"),
        folder_of_files("plain", "a"),
    ]

    async def story(client: TorrentClient) -> None:
        outcome = await client.add(*(one.torrent for one in odd), is_stopped=True)
        assert outcome.check().done == [one.infohash for one in odd]
        torrents = await client.torrents(*outcome.done, fields=FIELDS)
        assert torrents[2].name == "plain"
        assert all(torrent.name and torrent.files and len(torrent.files) == 1 for torrent in torrents)
        for one in odd[:2]:
            refused = await client.remove(one.infohash, with_data=True)
            assert [type(error) for error in refused.errors] == [errors.DataKeptError]
        assert (await client.remove(*outcome.done)).success

    tell(rtorrent, story)


def test_raw_calls_take_what_the_daemon_takes(rtorrent: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        assert await client.call("system.client_version") == rtorrent.version
        assert await client.call("d.multicall2", "", "main", "d.hash=") == []
        assert await client.call("d.multicall", "", "main", "d.hash=") == []
        methods = await client.call("system.listMethods")
        assert isinstance(methods, list)
        assert "d.name" in methods
        with pytest.raises(errors.UnknownMethodError):
            await client.call("no.such.command")
        with pytest.raises(errors.UsageError):
            await client.call("d.name", hash=NOBODY)

    tell(rtorrent, story)


def test_a_multicall_gives_values_and_errors_in_order(rtorrent: Daemon) -> None:
    async def calls(client: RtorrentClient) -> None:
        version, nobody, nothing = await client.multicall(
            [("system.client_version",), ("d.name", NOBODY), ("no.such.command", "")]
        )
        assert version == rtorrent.version == await client.version()
        assert isinstance(nobody, errors.UnknownTorrentError)
        assert isinstance(nothing, errors.UnknownMethodError)
        assert await client.multicall([]) == []

    tell_native(rtorrent, calls)
