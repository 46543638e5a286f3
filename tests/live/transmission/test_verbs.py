"""Every verb of the unified client, on Transmission of three lines."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.harness.matrix import numbers
from tests.live.content import make, sparse
from tests.live.transmission.conftest import tell, unified
from tests.live.transmission.content import OTHER_TRACKER, THIRD_TRACKER, TRACKER, folder_torrent, in_state, until
from tests.live.transmission.line import breaking_line
from tests.live.transmission.peer import seeding_peer

from bitharbor import errors
from bitharbor.transmission.names import modern
from bitharbor.unified.capabilities import Capability
from bitharbor.unified.client import TorrentClient
from bitharbor.unified.outcome import Fate
from bitharbor.unified.records import FIELDS, Priority, State, TrackerState

MAGNET = "ab" * 20
NOBODY = "cd" * 20
LINK = f"magnet:?xt=urn:btih:{MAGNET}&dn=nothing+yet"


def is_elder(daemon: Daemon) -> bool:
    return numbers(daemon.version) < (4,)


def test_it_says_what_it_is(transmission: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        session = await client.session()
        assert (session.kind, session.version, session.torrent_count) == ("transmission", transmission.version, 0)
        assert session.save_path == str(transmission.downloads)
        assert session.peer_port == transmission.bt_port
        assert session.free_space
        assert (session.download_limit, session.upload_limit, session.is_alternative_speed) == (None, None, False)
        assert client.version == transmission.version
        assert Capability.LABELS in client.capabilities
        assert not client.capabilities & {
            Capability.ADD_UNVERIFIED,
            Capability.CATEGORIES,
            Capability.ADD_PEERS,
            Capability.EXPORT,
            Capability.SEEDING_TIME_LIMIT,
        }
        assert ("bandwidth_group" in client.fields) is not is_elder(transmission)

    tell(transmission, story)


def test_a_file_is_added_with_all_its_options(transmission: Daemon, folder: Path) -> None:
    made = make(folder, "added.bin")

    async def story(client: TorrentClient) -> None:
        outcome = await client.add(
            made.torrent, location=str(folder), is_stopped=True, labels=["x y", "z"], download_limit=51_000, upload_limit=1
        )
        assert outcome.check().done == [made.torrent_hash]
        torrent = await client.torrent(made.torrent_hash)
        assert (torrent.name, torrent.save_path, torrent.labels) == ("added.bin", str(folder), ("x y", "z"))
        assert (torrent.download_limit, torrent.upload_limit) == (51_000, 1000)
        assert torrent.content_path == str(folder / "added.bin")
        assert torrent.added_at
        await in_state(client, made.torrent_hash, State.STOPPED)
        again = await client.add(made.torrent, labels=["other"])
        assert [item.fate for item in again.items] == [Fate.ALREADY]
        assert again.already == [made.torrent_hash]
        assert (await client.torrent(made.torrent_hash)).labels == ("x y", "z")

    tell(transmission, story)


def test_limits_hold_before_an_added_torrent_starts(transmission: Daemon) -> None:
    made = make(transmission.downloads, "limited.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, download_limit=64_000)).check()
        await in_state(client, made.torrent_hash, State.SEEDING)
        assert (await client.torrent(made.torrent_hash)).download_limit == 64_000

    tell(transmission, story)


def test_lists_of_each_torrent_are_asked_for_by_name_only(transmission: Daemon) -> None:
    many = folder_torrent(transmission.downloads)
    long_keys = {"files", "file_stats", "tracker_stats", "trackers", "peers", "webseeds", "pieces"}

    async def story() -> None:
        async with breaking_line(transmission) as line, unified(transmission, url=line.url) as client:
            (await client.add(many.torrent, is_stopped=True)).check()
            (plain,) = await client.torrents()
            assert not long_keys & asked(line.seen[-1])
            assert client.costly_fields.isdisjoint(name for name in client.fields if getattr(plain, name) is not None)
            (named,) = await client.torrents(fields=["connected_seeds", "pieces_have"])
            assert long_keys & asked(line.seen[-1]) == {"peers", "pieces"}
            assert named.connected_seeds == 0
            assert named.pieces_have is not None

    asyncio.run(story())


def test_files_are_looked_at_once_before_one_is_renamed(transmission: Daemon) -> None:
    many = folder_torrent(transmission.downloads, "looked at")

    async def story() -> None:
        async with breaking_line(transmission) as line, unified(transmission, url=line.url) as client:
            (await client.add(many.torrent, is_stopped=True)).check()
            begun = len(line.seen)
            await client.rename_file(many.infohash, f"{many.name}/a.bin", f"{many.name}/first.bin")
            methods = [modern(json.loads(body)["method"]) for body in line.seen[begun:]]
            assert methods == ["torrent_get", "torrent_rename_path"]

    asyncio.run(story())


def asked(body: bytes) -> set[str]:
    """The keys that a request asks for, as 4.1 writes them."""
    told: dict[str, Any] = json.loads(body)
    return {modern(key) for key in (told.get("params") or told["arguments"])["fields"]}


def test_what_it_cannot_do_is_refused_before_anything_is_added(transmission: Daemon) -> None:
    made = make(transmission.downloads, "unwanted.bin")

    async def story(client: TorrentClient) -> None:
        for outcome in (await client.add(made.torrent, is_verified=False), await client.add(made.torrent, category="films")):
            assert [type(error) for error in outcome.errors] == [errors.UnsupportedError]
        assert await client.infohashes() == []

    tell(transmission, story)


def test_what_is_added_starts_and_finds_its_data(transmission: Daemon) -> None:
    many = folder_torrent(transmission.downloads)

    async def story(client: TorrentClient) -> None:
        (await client.add(many.torrent)).check()
        await in_state(client, many.infohash, State.SEEDING)
        torrent = await client.torrent(many.infohash, fields=FIELDS)
        assert (torrent.progress, torrent.left, torrent.is_complete, torrent.has_metadata) == (1.0, 0, True, True)
        assert torrent.total_size == torrent.size == torrent.have
        assert (torrent.piece_count, torrent.pieces_have) == (torrent.piece_count, torrent.piece_count)
        assert torrent.content_path == str(transmission.downloads / many.name)
        assert (torrent.comment, torrent.is_private, torrent.file_count) == ("a comment", False, 3)
        assert (torrent.queue_position, torrent.priority, torrent.ratio_limit) == (0, Priority.NORMAL, None)
        assert (torrent.eta, torrent.checking_progress, torrent.peers, torrent.web_seeds) == (None, None, (), ())
        assert (torrent.connected_seeds, torrent.connected_leechers, torrent.swarm_seeds) == (0, 0, None)
        assert torrent.magnet
        assert many.infohash in torrent.magnet
        assert torrent.files
        assert [(file.path, file.progress, file.priority) for file in torrent.files] == [
            (f"{many.name}/{path}", 1.0, Priority.NORMAL) for path in ("a.bin", "b.bin", "sub/c.bin")
        ]
        assert torrent.trackers
        assert [(tracker.url, tracker.tier) for tracker in torrent.trackers] == [(TRACKER, 0)]
        told = {name for name in client.fields if getattr(torrent, name) is not None}
        assert told >= {"ratio", "added_at", "seeding_time", "active_time", "connection_limit", "downloaded", "uploaded"}

    tell(transmission, story)


def test_only_what_was_asked_for_is_told(transmission: Daemon) -> None:
    made = make(transmission.downloads, "asked.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, is_stopped=True)).check()
        torrent = await client.torrent(made.torrent_hash, fields=["name"])
        assert (torrent.infohash, torrent.name, torrent.total_size) == (made.torrent_hash, "asked.bin", None)
        usual = await client.torrent(made.torrent_hash)
        assert (usual.files, usual.trackers, usual.peers) == (None, None, None)

    tell(transmission, story)


@pytest.mark.parametrize("is_stopped", [True, False])
def test_a_magnet_link_is_listed_without_metadata(transmission: Daemon, is_stopped: bool) -> None:
    async def story(client: TorrentClient) -> None:
        assert (await client.add(LINK, is_stopped=is_stopped)).check().done == [MAGNET]
        await in_state(client, MAGNET, State.STOPPED if is_stopped else State.METADATA)
        torrent = await client.torrent(MAGNET, fields=FIELDS)
        assert (torrent.name, torrent.has_metadata, torrent.is_complete) == ("nothing yet", False, False)
        assert (torrent.total_size, torrent.left, torrent.content_path, torrent.files) == (None, None, None, ())
        assert [item.fate for item in (await client.add(MAGNET)).items] == [Fate.ALREADY]
        assert (await client.remove(MAGNET, with_data=True)).success

    tell(transmission, story)


def test_garbage_among_good_torrents_fails_alone(transmission: Daemon, folder: Path) -> None:
    good, other = make(folder, "good.bin"), make(folder, "other.bin")

    async def story(client: TorrentClient) -> None:
        v2_only = f"magnet:?xt=urn:btmh:1220{'cd' * 32}"
        outcome = await client.add(good.torrent, b"garbage", other.torrent, v2_only, is_stopped=True)
        assert [item.fate for item in outcome.items] == [Fate.DONE, Fate.FAILED, Fate.DONE, Fate.FAILED]
        assert [type(error) for error in outcome.errors] == [errors.InvalidTorrentError, errors.TorrentRefusedError]
        assert set(await client.infohashes()) == {good.torrent_hash, other.torrent_hash}

    tell(transmission, story)


def test_torrents_stop_start_and_are_forced(transmission: Daemon) -> None:
    one, two = make(transmission.downloads, "one.bin"), make(transmission.downloads, "two.bin")
    both = [one.torrent_hash, two.torrent_hash]

    async def story(client: TorrentClient) -> None:
        (await client.add(one.torrent, two.torrent)).check()
        for infohash in both:
            await in_state(client, infohash, State.SEEDING)
        assert (await client.stop(*both)).check().done == both
        for infohash in both:
            await in_state(client, infohash, State.STOPPED)
        assert (await client.stop(*both)).check().already == both
        assert (await client.start(*both)).check().done == both
        for infohash in both:
            await in_state(client, infohash, State.SEEDING)
        assert (await client.start(*both)).check().already == both
        assert (await client.start(*both, is_forced=True)).success

    tell(transmission, story)


def test_a_torrent_stopped_in_its_check_does_not_start_after_it(transmission: Daemon) -> None:
    big = sparse(transmission.downloads, "checked.bin")

    async def story(client: TorrentClient) -> None:
        for _ in range(3):
            (await client.add(big.torrent)).check()
            (await client.stop(big.torrent_hash)).check()
            await in_state(client, big.torrent_hash, State.STOPPED)
            for _ in range(20):
                assert (await client.torrent(big.torrent_hash, fields=["state"])).state is State.STOPPED
                await asyncio.sleep(0.02)
            (await client.remove(big.torrent_hash)).check()

    tell(transmission, story)


def test_a_check_finds_what_is_missing(transmission: Daemon) -> None:
    made = make(transmission.downloads, "checked.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent)).check()
        await in_state(client, made.torrent_hash, State.SEEDING)
        (await client.stop(made.torrent_hash)).check()
        with (made.folder / made.name).open("r+b") as file:
            file.write(b"\0" * 50_000)
        (await client.verify(made.torrent_hash)).check()
        shares = [share async for _, share in client.progress_of_checks(made.torrent_hash, longest=0.1, shortest=0.05)]
        assert all(isinstance(share, float) for share in shares)

        async def is_incomplete() -> bool:
            return (await client.torrent(made.torrent_hash)).is_complete is False

        await until(is_incomplete, "the check to find the damage")

    tell(transmission, story)


def test_removed_torrents_leave_their_data_unless_it_shall_go(transmission: Daemon) -> None:
    kept, gone = make(transmission.downloads, "kept.bin"), make(transmission.downloads, "gone.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(kept.torrent, gone.torrent)).check()
        for infohash in (kept.torrent_hash, gone.torrent_hash):
            await in_state(client, infohash, State.SEEDING)
        assert (await client.remove(kept.torrent_hash)).check().done == [kept.torrent_hash]
        assert (await client.remove(gone.torrent_hash, with_data=True)).check().done == [gone.torrent_hash]
        assert await client.infohashes() == []

        async def is_gone() -> bool:
            return not (transmission.downloads / "gone.bin").exists()

        await until(is_gone, "the data to go")
        assert (transmission.downloads / "kept.bin").exists()

    tell(transmission, story)


def test_data_is_moved_or_only_looked_for_elsewhere(transmission: Daemon, folder: Path) -> None:
    made = make(transmission.downloads, "moved.bin")
    third = folder.parent / "third"

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent)).check()
        await in_state(client, made.torrent_hash, State.SEEDING)
        (await client.move(made.torrent_hash, location=str(folder))).check()
        assert (folder / "moved.bin").exists()
        assert not (transmission.downloads / "moved.bin").exists()
        assert (await client.torrent(made.torrent_hash)).save_path == str(folder)
        make(third, "moved.bin")
        (await client.move(made.torrent_hash, location=str(third), with_data=False)).check()
        assert (await client.torrent(made.torrent_hash)).save_path == str(third)
        assert (folder / "moved.bin").exists()

    tell(transmission, story)


def test_a_move_that_fails_is_told(transmission: Daemon) -> None:
    made = make(transmission.downloads, "stays.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent)).check()
        await in_state(client, made.torrent_hash, State.SEEDING)
        outcome = await client.move(made.torrent_hash, location="/proc/nowhere")
        wanted = errors.UnconfirmedError if is_elder(transmission) else errors.RpcError
        assert [type(error) for error in outcome.errors] == [wanted]
        assert (transmission.downloads / "stays.bin").exists()
        with pytest.raises(errors.UsageError, match="absolute"):
            await client.move(made.torrent_hash, location="relative/folder")

    tell(transmission, story)


def test_torrents_files_and_folders_get_other_names(transmission: Daemon) -> None:
    many = folder_torrent(transmission.downloads)

    async def story(client: TorrentClient) -> None:
        (await client.add(many.torrent)).check()
        await in_state(client, many.infohash, State.SEEDING)
        await client.rename_file(many.infohash, f"{many.name}/a.bin", f"{many.name}/first.bin")
        await client.rename_folder(many.infohash, f"{many.name}/sub", f"{many.name}/under")
        await client.rename(many.infohash, "other name")
        paths = [file.path for file in await client.files(many.infohash)]
        assert paths == ["other name/first.bin", "other name/b.bin", "other name/under/c.bin"]
        assert (await client.torrent(many.infohash)).name == "other name"
        assert (transmission.downloads / "other name" / "under" / "c.bin").exists()

    tell(transmission, story)


def test_a_name_that_something_has_is_not_given_again(transmission: Daemon) -> None:
    """The daemons would take it, and have two files in one place."""
    many, other = folder_torrent(transmission.downloads), make(transmission.downloads, "taken")

    async def story(client: TorrentClient) -> None:
        (await client.add(many.torrent, other.torrent)).check()
        for infohash in (many.infohash, other.torrent_hash):
            await in_state(client, infohash, State.SEEDING)
        top = many.name
        for old, new, wanted in (
            (f"{top}/a.bin", f"{top}/b.bin", errors.UsageError),
            (f"{top}/a.bin", f"{top}/sub", errors.UsageError),
            (f"{top}/nothing", f"{top}/new", errors.UsageError),
            (f"{top}/a.bin", f"{top}/sub/a.bin", errors.UnsupportedError),
        ):
            with pytest.raises(wanted):
                await client.rename_file(many.infohash, old, new)
        with pytest.raises(errors.UsageError):
            await client.rename_folder(many.infohash, f"{top}/sub", f"{top}/a.bin")
        with pytest.raises(errors.UsageError):
            await client.rename(many.infohash, "with/slash")
        with pytest.raises(errors.UsageError, match="another torrent"):
            await client.rename(many.infohash, "taken")
        assert [file.path for file in await client.files(many.infohash)] == [
            f"{top}/{path}" for path in ("a.bin", "b.bin", "sub/c.bin")
        ]
        assert (transmission.downloads / "taken").read_bytes() == (other.folder / other.name).read_bytes()

    tell(transmission, story)


def test_files_are_wanted_more_less_or_not(transmission: Daemon, folder: Path) -> None:
    many = folder_torrent(folder)

    async def story(client: TorrentClient) -> None:
        (await client.add(many.torrent, is_stopped=True)).check()
        await client.set_priority(many.infohash, 0, priority="high")
        await client.set_priority(many.infohash, 1, priority="skip")
        await client.set_priority(many.infohash, 2, priority="low")
        told = [file.priority for file in await client.files(many.infohash)]
        assert told == [Priority.HIGH, Priority.SKIP, Priority.LOW]
        await client.set_priority(many.infohash, 0, 1, 2, priority="normal")
        assert {file.priority for file in await client.files(many.infohash)} == {Priority.NORMAL}
        with pytest.raises(errors.UsageError, match="no file 99"):
            await client.set_priority(many.infohash, 99, priority="skip")

    tell(transmission, story)


def test_labels_are_exactly_those(transmission: Daemon, folder: Path) -> None:
    made = make(folder, "labelled.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, is_stopped=True, labels=["old"])).check()
        (await client.set_labels(made.torrent_hash, labels=["new", "and spaces", "new"])).check()
        assert (await client.torrent(made.torrent_hash)).labels == ("new", "and spaces")
        (await client.set_labels(made.torrent_hash, labels=[])).check()
        assert (await client.torrent(made.torrent_hash)).labels == ()
        with pytest.raises(errors.UsageError, match="commas"):
            await client.set_labels(made.torrent_hash, labels=["with,comma"])
        assert (await client.torrent(made.torrent_hash)).labels == ()

    tell(transmission, story)


def test_limits_of_a_torrent_are_set_and_lifted(transmission: Daemon, folder: Path) -> None:
    made = make(folder, "slow.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent, is_stopped=True)).check()
        (await client.limit(made.torrent_hash, download=100_000, upload=50_000, ratio=1.5)).check()
        torrent = await client.torrent(made.torrent_hash)
        assert (torrent.download_limit, torrent.upload_limit, torrent.ratio_limit) == (100_000, 50_000, 1.5)
        (await client.limit(made.torrent_hash, download=0)).check()
        torrent = await client.torrent(made.torrent_hash)
        assert (torrent.download_limit, torrent.upload_limit, torrent.ratio_limit) == (None, 50_000, 1.5)
        (await client.limit(made.torrent_hash, upload=0, ratio=0)).check()
        torrent = await client.torrent(made.torrent_hash)
        assert (torrent.upload_limit, torrent.ratio_limit) == (None, None)

    tell(transmission, story)


def test_limits_of_the_daemon_are_set_and_lifted(transmission: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        await client.limit_session(download=500_000)
        session = await client.session()
        assert (session.download_limit, session.upload_limit) == (500_000, None)
        await client.set_alternative_speed(True)
        session = await client.session()
        assert (session.is_alternative_speed, session.download_limit) == (True, 50_000)
        await client.set_alternative_speed(False)
        await client.limit_session(download=0, upload=1)
        session = await client.session()
        assert (session.download_limit, session.upload_limit) == (None, 1000)

    tell(transmission, story)


def test_the_queue_is_rearranged(transmission: Daemon, folder: Path) -> None:
    made = [make(folder, f"queue-{number}.bin") for number in range(4)]
    a, b, c, d = (one.torrent_hash for one in made)

    async def story(client: TorrentClient) -> None:
        (await client.add(*(one.torrent for one in made), is_stopped=True)).check()

        async def order() -> list[str]:
            found = await client.torrents(fields=["queue_position"])
            return [
                one.infohash for one in sorted(found, key=lambda one: -1 if one.queue_position is None else one.queue_position)
            ]

        assert await order() == [a, b, c, d]
        (await client.queue(c, d, place="top")).check()
        assert await order() == [c, d, a, b]
        (await client.queue(c, place="bottom")).check()
        assert await order() == [d, a, b, c]
        (await client.queue(b, place="up")).check()
        assert await order() == [d, b, a, c]
        (await client.queue(d, place="down")).check()
        assert await order() == [b, d, a, c]

    tell(transmission, story)


def test_trackers_are_added_edited_and_removed(transmission: Daemon, folder: Path) -> None:
    many = folder_torrent(folder)

    async def story(client: TorrentClient) -> None:
        (await client.add(many.torrent, is_stopped=True)).check()

        async def urls() -> list[str]:
            return [tracker.url for tracker in await client.trackers(many.infohash)]

        await client.add_trackers(many.infohash, OTHER_TRACKER, TRACKER)
        assert await urls() == [TRACKER, OTHER_TRACKER]
        assert [tracker.tier for tracker in await client.trackers(many.infohash)] == [0, 1]
        await client.edit_tracker(many.infohash, TRACKER, THIRD_TRACKER)
        assert set(await urls()) == {THIRD_TRACKER, OTHER_TRACKER}
        await client.remove_trackers(many.infohash, OTHER_TRACKER)
        assert await urls() == [THIRD_TRACKER]
        with pytest.raises(errors.UsageError, match="no such tracker"):
            await client.edit_tracker(many.infohash, TRACKER, OTHER_TRACKER)
        with pytest.raises(errors.UsageError, match="no such tracker"):
            await client.remove_trackers(many.infohash, TRACKER)
        assert await urls() == [THIRD_TRACKER]
        if is_elder(transmission):
            with pytest.raises(errors.UnsupportedError):
                await client.add_trackers(many.infohash, OTHER_TRACKER, tier=0)
        else:
            await client.add_trackers(many.infohash, OTHER_TRACKER, tier=0)
            assert [tracker.tier for tracker in await client.trackers(many.infohash)] == [0, 0]
        await client.remove_trackers(many.infohash, *await urls())
        assert await urls() == []

    tell(transmission, story)


def test_a_tracker_that_is_not_there_is_seen_to_fail(transmission: Daemon) -> None:
    many = folder_torrent(transmission.downloads)

    async def story(client: TorrentClient) -> None:
        (await client.add(many.torrent)).check()
        (await client.reannounce(many.infohash)).check()

        async def has_failed() -> bool:
            return [tracker.state for tracker in await client.trackers(many.infohash)] == [TrackerState.FAILED]

        await until(has_failed, "the tracker to fail")
        (tracker,) = await client.trackers(many.infohash)
        assert tracker.message

    tell(transmission, story)


def test_a_connected_seed_is_listed_and_counted(transmission: Daemon, folder: Path) -> None:
    made = make(folder, "wanted.bin", 40_000)

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent)).check()
        await in_state(client, made.torrent_hash, State.STALLED)
        async with seeding_peer(transmission.bt_port, made.torrent_hash, pieces=3):

            async def is_counted() -> bool:
                torrent = await client.torrent(made.torrent_hash, fields=["connected_seeds", "connected_leechers"])
                return (torrent.connected_seeds, torrent.connected_leechers) == (1, 0)

            await until(is_counted, "the peer to be counted as a seed")
            (peer,) = await client.peers(made.torrent_hash)
            assert (peer.address, peer.progress, peer.is_encrypted) == ("127.0.0.1", 1.0, False)
            assert "qBittorrent" in peer.client
            assert (peer.download_rate, peer.upload_rate) == (0, 0)

    tell(transmission, story)


def test_free_space_is_told_of_folders_that_are_there(transmission: Daemon, tmp_path: Path) -> None:
    async def story(client: TorrentClient) -> None:
        assert await client.free_space() > 0
        assert await client.free_space(str(tmp_path)) > 0
        with pytest.raises(errors.RpcError):
            await client.free_space(str(tmp_path / "nothing"))

    tell(transmission, story)


def test_a_torrent_that_is_not_there_is_named_by_every_verb(transmission: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        for order in (
            client.start(NOBODY),
            client.stop(NOBODY),
            client.verify(NOBODY),
            client.remove(NOBODY, with_data=True),
            client.reannounce(NOBODY),
            client.move(NOBODY, location="/nowhere"),
            client.set_labels(NOBODY, labels=["x"]),
            client.limit(NOBODY, download=1000),
            client.queue(NOBODY, place="top"),
        ):
            assert [type(error) for error in (await order).errors] == [errors.UnknownTorrentError]
        for question in (
            client.torrent(NOBODY),
            client.files(NOBODY),
            client.trackers(NOBODY),
            client.peers(NOBODY),
            client.rename(NOBODY, "x"),
            client.rename_file(NOBODY, "x/y", "x/z"),
            client.rename_folder(NOBODY, "x", "y"),
            client.set_priority(NOBODY, 0, priority="high"),
            client.add_trackers(NOBODY, TRACKER),
            client.remove_trackers(NOBODY, TRACKER),
            client.edit_tracker(NOBODY, TRACKER, OTHER_TRACKER),
        ):
            with pytest.raises(errors.UnknownTorrentError):
                await question

    tell(transmission, story)


def test_those_that_are_not_there_keep_nobody_else_from_it(transmission: Daemon) -> None:
    made = make(transmission.downloads, "there.bin")

    async def story(client: TorrentClient) -> None:
        (await client.add(made.torrent)).check()
        await in_state(client, made.torrent_hash, State.SEEDING)  # a torrent that was just added stands still for a moment
        outcome = await client.stop(NOBODY, made.torrent_hash)
        assert [item.fate for item in outcome.items] == [Fate.FAILED, Fate.DONE]
        with pytest.raises(errors.EmptySelectionError):
            await client.stop()

    tell(transmission, story)


def test_a_thousand_torrents_are_listed(transmission: Daemon) -> None:
    links = [f"magnet:?xt=urn:btih:{number:040x}&dn=torrent-{number}" for number in range(1, 1001)]

    async def story(client: TorrentClient) -> None:
        outcome = await client.add(*links, is_stopped=True)
        assert len(outcome.check().done) == 1000
        found = {torrent.infohash: torrent for torrent in await client.torrents(fields=FIELDS)}
        assert {infohash: one.name for infohash, one in found.items()} == {
            f"{number:040x}": f"torrent-{number}" for number in range(1, 1001)
        }
        assert (await client.remove(*found)).success
        assert await client.infohashes() == []

    tell(transmission, story)


def test_any_method_answers_in_its_classic_form(transmission: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        answer = await client.call("session-get", fields=["rpc-version", "download-dir"])
        assert isinstance(answer, dict)
        assert isinstance(arguments := answer["arguments"], dict)
        assert arguments["download-dir"] == str(transmission.downloads)
        assert answer["result"] == "success"
        assert answer == await client.call("session_get", {"fields": ["rpc_version", "download_dir"]})
        with pytest.raises(errors.UnknownMethodError):
            await client.call("no-such-method")
        with pytest.raises(errors.UsageError):
            await client.call("session-get", "fields")

    tell(transmission, story)


def test_a_closed_client_opens_again(transmission: Daemon) -> None:
    async def story(client: TorrentClient) -> None:
        assert await client.infohashes() == []
        await client.disconnect()
        assert await client.infohashes() == []
        await asyncio.gather(*(client.infohashes() for _ in range(20)))

    tell(transmission, story)
