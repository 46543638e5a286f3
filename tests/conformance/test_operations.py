"""Every operation of `TorrentClient` on every daemon: it happens, or it is refused by name."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.conformance.conftest import Adding, Queueing
from tests.conformance.members import Member
from tests.live.content import make

from bitharbor.errors import BitharborError, UnknownTorrentError
from bitharbor.model.creation import create
from bitharbor.model.metainfo import Metainfo
from bitharbor.unified import FIELDS, Capability, Priority, State
from bitharbor.unified.records import COSTLY_FIELDS

ABSENT = "0" * 40
operation = pytest.mark.operation


# adding


@operation("add a .torrent: path, bytes, open file")
def test_a_torrent_is_added_from_whatever_it_is_given_as(member: Member, tmp_path: Path) -> None:
    one, two, three = (make(tmp_path / "data", f"{name}.bin") for name in ("one", "two", "three"))
    (tmp_path / "one.torrent").write_bytes(one.torrent)
    (tmp_path / "three.torrent").write_bytes(three.torrent)
    with (tmp_path / "three.torrent").open("rb") as opened:
        order = member.client.add(tmp_path / "one.torrent", two.torrent, opened, location=str(one.folder), is_stopped=True)
        outcome = member.steer(order).check()
    assert outcome.done == [made.torrent_hash for made in (one, two, three)]
    assert sorted(member.steer(member.client.infohashes())) == sorted(outcome.done)


@operation("add a magnet link or an infohash")
def test_a_magnet_link_and_an_infohash_are_added(member: Member) -> None:
    magnet = f"magnet:?xt=urn:btih:{'ab' * 20}&dn=from+a+link&tr=http%3A%2F%2F127.0.0.1%3A9%2Fannounce"
    outcome = member.steer(member.client.add(magnet, "cd" * 20)).check()
    assert outcome.done == ["ab" * 20, "cd" * 20]
    assert set(member.steer(member.client.infohashes())) == {"ab" * 20, "cd" * 20}
    torrent = member.steer(member.client.torrent("ab" * 20))
    assert torrent.has_metadata in (False, None)
    assert torrent.progress in (0.0, None)


@operation("add many at once, garbage among them")
def test_garbage_among_good_ones_is_named_and_the_others_are_added(member: Member, tmp_path: Path) -> None:
    good = [make(tmp_path / "data", f"{number}.bin", 20_000) for number in range(20)]
    bad = tmp_path / "garbage.torrent"
    bad.write_bytes(b"d4:spam4:eggse")
    outcome = member.steer(member.client.add(good[0].torrent, bad, *(one.torrent for one in good[1:]), is_stopped=True))
    assert not outcome.success
    assert outcome.done == [one.torrent_hash for one in good]
    assert [item.given for item in outcome.failed] == [str(bad)]
    assert len(outcome.errors) == 1


@operation("say that a torrent was there already")
def test_a_torrent_that_is_added_twice_is_there_once(member: Member, adding: Adding) -> None:
    made = adding()
    outcome = member.steer(member.client.add(made.torrent, is_stopped=True))
    assert outcome.success
    assert (outcome.done, outcome.already) == ([], [made.torrent_hash])
    assert member.steer(member.client.infohashes()) == [made.torrent_hash]


@operation("add without checking the data")
def test_data_that_is_trusted_is_complete_at_once(member: Member, tmp_path: Path) -> None:
    made = make(tmp_path / "data", "trusted.bin")
    order = member.client.add(made.torrent, location=str(made.folder), is_verified=False)
    if not member.can(Capability.ADD_UNVERIFIED):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).progress == 1.0, "complete without a check")


@operation("add with category")
def test_a_category_is_given_with_the_torrent(member: Member, tmp_path: Path) -> None:
    made = make(tmp_path / "data", "sorted.bin")
    order = member.client.add(made.torrent, is_stopped=True, category="films")
    if not member.can(Capability.ADD_CATEGORY):
        member.refuses(order)
        return
    member.steer(order).check()
    assert member.steer(member.client.torrent(made.torrent_hash)).category == "films"


@operation("add with labels")
def test_labels_are_given_with_the_torrent(member: Member, tmp_path: Path) -> None:
    made = make(tmp_path / "data", "labelled.bin")
    order = member.client.add(made.torrent, is_stopped=True, labels=["one", "two words"])
    if not member.can(Capability.ADD_LABELS):
        member.refuses(order)
        return
    member.steer(order).check()
    assert set(member.steer(member.client.torrent(made.torrent_hash)).labels or ()) == {"one", "two words"}


# looking


@operation("list with all fields")
def test_every_field_that_is_declared_is_of_its_kind_and_every_other_is_none(member: Member, adding: Adding) -> None:
    made = adding()
    torrent = member.steer(member.client.torrent(made.torrent_hash, fields=FIELDS))
    told = {name for name in FIELDS if getattr(torrent, name) not in (None, State.UNKNOWN)}
    assert told <= member.client.fields | {"infohash"}
    assert torrent.name == made.name
    assert torrent.total_size == torrent.size == 100_000
    assert torrent.left in (0, None)
    assert torrent.progress == 1.0
    assert torrent.state is State.STOPPED
    assert torrent.is_complete
    assert torrent.save_path == str(made.folder)
    assert not torrent.error
    assert torrent.download_rate in (0, None)
    assert torrent.added_at is None or abs(torrent.added_at - time.time()) < 600
    assert torrent.piece_count in (None, -(-100_000 // (torrent.piece_size or 1)))
    assert [file.path for file in torrent.files or ()] == [made.name]
    assert [file.size for file in torrent.files or ()] == [100_000]


@operation("list with chosen fields")
def test_only_the_fields_that_are_asked_for_are_filled(member: Member, adding: Adding) -> None:
    made = adding()
    (torrent,) = member.steer(member.client.torrents(fields=("name", "progress")))
    assert (torrent.infohash, torrent.name, torrent.progress) == (made.torrent_hash, made.name, 1.0)
    assert torrent.files is None
    plain = member.steer(member.client.torrents())[0]
    assert all(getattr(plain, name) is None for name in COSTLY_FIELDS)


@operation("list chosen torrents")
def test_named_torrents_come_in_their_order_and_an_unknown_one_is_an_error(member: Member, adding: Adding) -> None:
    one, two = adding("one.bin"), adding("two.bin")
    found = member.steer(member.client.torrents(two.torrent_hash, one.torrent_hash.upper(), fields=["name"]))
    assert [torrent.name for torrent in found] == ["two.bin", "one.bin"]
    with pytest.raises(UnknownTorrentError):
        member.steer(member.client.torrents(one.torrent_hash, ABSENT))


@operation("files")
def test_files_have_paths_with_the_torrents_folder(member: Member, tmp_path: Path) -> None:
    folder = tmp_path / "album"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.bin").write_bytes(b"a" * 40_000)
    (folder / "sub" / "b ü.bin").write_bytes(b"b" * 30_000)
    made = create(folder, version="v1")
    outcome = member.steer(member.client.add(made.content, location=str(tmp_path), is_stopped=True)).check()
    files = member.steer(member.client.files(outcome.done[0]))
    assert [(file.index, file.path, file.size) for file in files] == [
        (0, "album/a.bin", 40_000),
        (1, "album/sub/b ü.bin", 30_000),
    ]
    torrent = member.steer(member.client.torrent(outcome.done[0]))
    assert torrent.save_path == str(tmp_path)
    assert torrent.name == "album"


@operation("session")
def test_the_session_is_told(member: Member) -> None:
    session = member.steer(member.client.session())
    assert session.kind == member.client.kind
    assert session.version == member.client.version
    assert session.version[0].isdigit()
    assert session.download_rate is not None


@operation("free space")
def test_free_space_is_told(member: Member) -> None:
    if not member.can(Capability.FREE_SPACE):
        member.refuses(member.client.free_space())
        return
    assert member.steer(member.client.free_space()) > 1_000_000


@operation("free space anywhere")
def test_free_space_of_any_folder_is_told(member: Member, tmp_path: Path) -> None:
    if not member.can(Capability.FREE_SPACE_ANYWHERE):
        member.refuses(member.client.free_space(str(tmp_path)))
        return
    assert member.steer(member.client.free_space(str(tmp_path))) > 1_000_000


# starting, stopping, checking, removing


@operation("start and stop")
def test_a_torrent_starts_and_stops_once(member: Member, adding: Adding) -> None:
    made = adding()
    client = member.client
    assert member.steer(client.start(made.torrent_hash)).check().done == [made.torrent_hash]
    member.until(lambda: member.steer(client.torrent(made.torrent_hash)).state is State.SEEDING, "seeding")
    assert member.steer(client.start(made.torrent_hash)).check().already == [made.torrent_hash]
    assert member.steer(client.stop(made.torrent_hash)).check().done == [made.torrent_hash]
    assert member.steer(client.torrent(made.torrent_hash)).state is State.STOPPED
    assert member.steer(client.stop(made.torrent_hash)).check().already == [made.torrent_hash]


@operation("force start")
def test_a_torrent_is_started_without_regard_to_the_queue(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.start(made.torrent_hash, is_forced=True)
    if not member.can(Capability.FORCE_START):
        member.refuses(order)
        return
    assert member.steer(order).check().done == [made.torrent_hash]
    assert member.steer(member.client.torrent(made.torrent_hash)).state is not State.STOPPED


@operation("verify")
def test_a_check_finds_what_is_there(member: Member, adding: Adding) -> None:
    made = adding(is_complete=False)
    (made.folder / made.name).write_bytes(make(made.folder / "again", made.name).folder.joinpath(made.name).read_bytes())
    member.steer(member.client.verify(made.torrent_hash)).check()

    async def watched() -> dict[str, float | BitharborError]:
        return {infohash: progress async for infohash, progress in member.client.progress_of_checks(made.torrent_hash, ABSENT)}

    seen = member.steer(watched())
    assert isinstance(seen[ABSENT], UnknownTorrentError)
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).progress == 1.0, "all of it")


@operation("remove, keep data")
def test_removing_keeps_the_data(member: Member, adding: Adding) -> None:
    made = adding()
    assert member.steer(member.client.remove(made.torrent_hash)).check().done == [made.torrent_hash]
    assert member.steer(member.client.infohashes()) == []
    assert (made.folder / made.name).stat().st_size == 100_000


@operation("remove with data")
def test_removing_with_data_deletes_the_torrents_files_and_nothing_else(member: Member, tmp_path: Path) -> None:
    folder = member.downloads / "album"
    folder.mkdir(parents=True)
    (folder / "a.bin").write_bytes(b"a" * 40_000)
    (folder / "b.bin").write_bytes(b"b" * 30_000)
    made = create(folder, version="v1")
    (member.downloads / "neighbour.bin").write_bytes(b"n")
    outcome = member.steer(member.client.add(made.content, location=str(member.downloads), is_stopped=True)).check()
    member.steer(member.client.verify(outcome.done[0])).check()
    member.until(lambda: member.steer(member.client.torrent(outcome.done[0])).progress == 1.0, "complete")
    order = member.client.remove(outcome.done[0], with_data=True)
    if not member.can(Capability.REMOVE_DATA):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(lambda: not (folder / "a.bin").exists() and not (folder / "b.bin").exists(), "the end of the files")
    assert (member.downloads / "neighbour.bin").read_bytes() == b"n"
    (member.downloads / "neighbour.bin").unlink()


@operation("reannounce")
def test_a_reannounce_is_taken(member: Member, adding: Adding) -> None:
    made = adding()
    outcome = member.steer(member.client.reannounce(made.torrent_hash, ABSENT))
    assert outcome.done == [made.torrent_hash]
    assert [type(error) for error in outcome.errors] == [UnknownTorrentError]


# places and names


@operation("move data")
def test_data_moves_with_the_torrent(member: Member, adding: Adding, tmp_path: Path) -> None:
    made = adding()
    (tmp_path / "new").mkdir()
    order = member.client.move(made.torrent_hash, location=str(tmp_path / "new"))
    if not member.can(Capability.MOVE):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(lambda: (tmp_path / "new" / made.name).exists() and not (made.folder / made.name).exists(), "the move")
    member.until(
        lambda: member.steer(member.client.torrent(made.torrent_hash)).save_path == str(tmp_path / "new"), "the new folder"
    )
    assert (tmp_path / "new" / made.name).stat().st_size == 100_000


@operation("set the folder, leave the data")
def test_the_folder_is_set_without_moving(member: Member, adding: Adding, tmp_path: Path) -> None:
    made = adding()
    (tmp_path / "new").mkdir()
    order = member.client.move(made.torrent_hash, location=str(tmp_path / "new"), with_data=False)
    if not member.can(Capability.SET_LOCATION):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(
        lambda: member.steer(member.client.torrent(made.torrent_hash)).save_path == str(tmp_path / "new"), "the new folder"
    )
    assert (made.folder / made.name).exists()


@operation("rename a torrent")
def test_a_torrent_gets_another_name(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.rename(made.torrent_hash, "another name")
    if not member.can(Capability.RENAME):
        member.refuses(order)
        return
    member.steer(order)
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).name == "another name", "the new name")


def an_album(member: Member, tmp_path: Path) -> str:
    """A torrent with folders."""
    folder = tmp_path / "album"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.bin").write_bytes(b"a" * 40_000)
    (folder / "sub" / "b.bin").write_bytes(b"b" * 30_000)
    made = create(folder, version="v1")
    infohash = member.steer(member.client.add(made.content, location=str(tmp_path), is_stopped=True)).check().done[0]
    member.until(lambda: member.steer(member.client.torrent(infohash)).state is State.STOPPED, "the torrent")
    return infohash


@operation("rename a file")
def test_a_file_gets_another_path(member: Member, tmp_path: Path) -> None:
    infohash = an_album(member, tmp_path)
    order = member.client.rename_file(infohash, "album/sub/b.bin", "album/sub/c.bin")
    if not member.can(Capability.RENAME_FILE):
        member.refuses(order)
        return
    member.steer(order)
    member.until(lambda: "album/sub/c.bin" in [file.path for file in member.steer(member.client.files(infohash))], "the path")


@operation("rename a folder")
def test_a_folder_gets_another_path(member: Member, tmp_path: Path) -> None:
    infohash = an_album(member, tmp_path)
    order = member.client.rename_folder(infohash, "album/sub", "album/other")
    if not member.can(Capability.RENAME_FOLDER):
        member.refuses(order)
        return
    member.steer(order)
    member.until(lambda: "album/other/b.bin" in [file.path for file in member.steer(member.client.files(infohash))], "the path")


@operation("file priorities")
def test_files_are_skipped_and_wanted(member: Member, tmp_path: Path) -> None:
    infohash = an_album(member, tmp_path)
    order = member.client.set_priority(infohash, 1, priority=Priority.SKIP)
    if not member.can(Capability.FILE_PRIORITY):
        member.refuses(order)
        return
    member.steer(order)

    def priorities() -> list[Priority | None]:
        return [file.priority for file in member.steer(member.client.files(infohash))]

    member.until(lambda: priorities() == [Priority.NORMAL, Priority.SKIP], "a file that is not wanted")
    member.steer(member.client.set_priority(infohash, 0, 1, priority=Priority.HIGH))
    member.until(lambda: priorities() == [Priority.HIGH, Priority.HIGH], "files that are wanted most")


# categories, labels, limits, queue


@operation("category")
def test_a_torrent_goes_into_a_category_and_out_of_it(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.set_category(made.torrent_hash, category="books")
    if not member.can(Capability.CATEGORIES):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).category == "books", "the category")
    assert "books" in member.steer(member.client.categories())
    member.steer(member.client.set_category(made.torrent_hash, category="")).check()
    member.until(lambda: not member.steer(member.client.torrent(made.torrent_hash)).category, "no category")


@operation("labels")
def test_labels_are_replaced(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.set_labels(made.torrent_hash, labels=["one", "two"])
    if not member.can(Capability.LABELS):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(lambda: set(member.steer(member.client.torrent(made.torrent_hash)).labels or ()) == {"one", "two"}, "labels")
    member.steer(member.client.set_labels(made.torrent_hash, labels=["two", "three"])).check()
    member.until(lambda: set(member.steer(member.client.torrent(made.torrent_hash)).labels or ()) == {"three", "two"}, "others")
    member.steer(member.client.set_labels(made.torrent_hash, labels=[])).check()
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).labels == (), "none")


@operation("limits of a torrent")
def test_a_torrent_is_limited_and_freed(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.limit(made.torrent_hash, download=200 * 1024 * 1000, upload=100 * 1024 * 1000)
    if not member.can(Capability.TORRENT_LIMITS):
        member.refuses(order)
        return
    member.steer(order).check()

    def limits() -> tuple[int | None, int | None]:
        torrent = member.steer(member.client.torrent(made.torrent_hash))
        return torrent.download_limit, torrent.upload_limit

    member.until(lambda: limits() == (200 * 1024 * 1000, 100 * 1024 * 1000), "the limits")
    member.steer(member.client.limit(made.torrent_hash, download=0, upload=0)).check()
    member.until(lambda: limits() == (None, None), "no limits")


@operation("ratio limit of a torrent")
def test_a_torrent_gets_a_limit_of_its_ratio(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.limit(made.torrent_hash, ratio=2.5)
    if not member.can(Capability.RATIO_LIMIT):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).ratio_limit == 2.5, "the limit")
    member.steer(member.client.limit(made.torrent_hash, ratio=0)).check()
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).ratio_limit is None, "no limit")


@operation("seeding time limit of a torrent")
def test_a_torrent_gets_a_limit_of_its_seeding_time(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.limit(made.torrent_hash, seeding_time=3600)
    if not member.can(Capability.SEEDING_TIME_LIMIT):
        member.refuses(order)
        return
    member.steer(order).check()
    member.until(lambda: member.steer(member.client.torrent(made.torrent_hash)).seeding_time_limit == 3600, "the limit")


@operation("limits of the session")
def test_the_session_is_limited_and_freed(member: Member) -> None:
    order = member.client.limit_session(download=3 * 1024 * 1000, upload=2 * 1024 * 1000)
    if not member.can(Capability.SESSION_LIMITS):
        member.refuses(order)
        return
    member.steer(order)
    session = member.steer(member.client.session())
    assert (session.download_limit, session.upload_limit) == (3 * 1024 * 1000, 2 * 1024 * 1000)
    member.steer(member.client.limit_session(download=0, upload=0))
    session = member.steer(member.client.session())
    assert (session.download_limit, session.upload_limit) == (None, None)


@operation("alternative speed")
def test_the_alternative_limits_are_switched(member: Member) -> None:
    order = member.client.set_alternative_speed(True)
    if not member.can(Capability.ALTERNATIVE_SPEED):
        member.refuses(order)
        return
    member.steer(order)
    assert member.steer(member.client.session()).is_alternative_speed is True
    member.steer(member.client.set_alternative_speed(False))
    assert member.steer(member.client.session()).is_alternative_speed is False


@operation("queue moves")
def test_torrents_move_in_the_queue_and_keep_their_order(member: Member, adding: Adding, queueing: Queueing) -> None:
    queueing.enable()
    hashes = [adding(f"{number}.bin", size=20_000, is_complete=False).torrent_hash for number in range(3)]
    order = member.client.queue(hashes[2], place="top")
    if not member.can(Capability.QUEUE):
        member.refuses(order)
        return
    member.steer(order).check()

    def queue() -> list[str]:
        found = member.steer(member.client.torrents(fields=["queue_position"]))
        return [one.infohash for one in sorted(found, key=lambda one: -1 if one.queue_position is None else one.queue_position)]

    member.until(lambda: queue() == [hashes[2], hashes[0], hashes[1]], "the last one at the top")
    member.steer(member.client.queue(hashes[2], hashes[0], place="bottom")).check()
    member.until(lambda: queue()[0] == hashes[1], "two at the bottom")


# trackers, peers, export, call

ONE, TWO, THREE = (f"http://127.0.0.1:9/{name}/announce" for name in ("one", "two", "three"))


@operation("trackers: list and add")
def test_trackers_are_added_once(member: Member, adding: Adding) -> None:
    made = adding()
    if not member.can(Capability.ADD_TRACKERS):
        member.refuses(member.client.add_trackers(made.torrent_hash, ONE))
        return
    member.steer(member.client.add_trackers(made.torrent_hash, ONE, TWO))
    member.steer(member.client.add_trackers(made.torrent_hash, TWO))

    def urls() -> list[str]:
        return [tracker.url for tracker in member.steer(member.client.trackers(made.torrent_hash))]

    member.until(lambda: sorted(urls()) == sorted([ONE, TWO]), "two trackers")


@operation("trackers: remove")
def test_trackers_are_removed(member: Member, adding: Adding) -> None:
    made = adding()
    member.steer(member.client.add_trackers(made.torrent_hash, ONE, TWO))
    order = member.client.remove_trackers(made.torrent_hash, ONE)
    if not member.can(Capability.REMOVE_TRACKERS):
        member.refuses(order)
        return
    member.steer(order)
    member.until(
        lambda: [tracker.url for tracker in member.steer(member.client.trackers(made.torrent_hash))] == [TWO], "one tracker"
    )


@operation("trackers: edit")
def test_a_tracker_is_replaced(member: Member, adding: Adding) -> None:
    made = adding()
    member.steer(member.client.add_trackers(made.torrent_hash, ONE, TWO))
    order = member.client.edit_tracker(made.torrent_hash, ONE, THREE)
    if not member.can(Capability.EDIT_TRACKERS):
        member.refuses(order)
        return
    member.steer(order)
    member.until(
        lambda: {tracker.url for tracker in member.steer(member.client.trackers(made.torrent_hash))} == {TWO, THREE},
        "the other tracker",
    )


@operation("peers: list")
def test_peers_are_listed(member: Member, adding: Adding) -> None:
    made = adding()
    if not member.can(Capability.PEERS):
        member.refuses(member.client.peers(made.torrent_hash))
        return
    assert member.steer(member.client.peers(made.torrent_hash)) == ()


@operation("peers: add")
def test_a_peer_is_taken(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.add_peers(made.torrent_hash, "127.0.0.1:9")
    if not member.can(Capability.ADD_PEERS):
        member.refuses(order)
        return
    member.steer(member.client.start(made.torrent_hash)).check()
    member.steer(order)
    member.steer(member.client.stop(made.torrent_hash)).check()


@operation("export the .torrent")
def test_the_torrent_file_comes_back(member: Member, adding: Adding) -> None:
    made = adding()
    order = member.client.export(made.torrent_hash)
    if not member.can(Capability.EXPORT):
        member.refuses(order)
        return
    assert Metainfo.parse(member.steer(order)).infohash.v1 == made.torrent_hash


CALLS = {
    "deluge": "daemon.info",
    "qbittorrent": "app/version",
    "rtorrent": "system.client_version",
    "transmission": "session-get",
}


@operation("any method of the daemon's own")
def test_any_method_can_be_called_and_an_unknown_one_is_an_error(member: Member) -> None:
    answer = member.steer(member.client.call(CALLS[member.client.kind]))
    if isinstance(answer, dict):
        arguments = answer["arguments"]
        assert isinstance(arguments, dict)
        answer = str(arguments["version"]).partition(" ")[0]
    assert isinstance(answer, str)
    assert answer.removeprefix("v").startswith(member.client.version.partition(" ")[0])
    with pytest.raises(BitharborError):
        member.steer(member.client.call("no/such" if member.client.kind == "qbittorrent" else "no.such.method"))
