"""Odd situations on every daemon: each ends well or with an error that says what is wrong, and harms nothing."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TypeVar

import pytest
from tests.conformance.conftest import Adding
from tests.conformance.members import UNIX, Member, address_of, member_of
from tests.live.content import Made, make

from bitharbor import connect
from bitharbor.errors import BitharborError, TorrentRefusedError, UnknownTorrentError, UnsupportedError, UsageError
from bitharbor.model.creation import create
from bitharbor.model.metainfo import Metainfo
from bitharbor.unified import FIELDS, Capability, Outcome, Priority, State, TorrentClient

T = TypeVar("T")

BARE = "ab" * 20
MANY = 1500  # more than one portion, more than one body of a request


def bytes_of(folder: Path, version: str) -> bytes:
    """A torrent of two files in two folders; the content lies in `folder`."""
    for name, times in (("a", 1000), ("b", 600)):
        (folder / "odd" / name).mkdir(parents=True, exist_ok=True)
        (folder / "odd" / name / "x.bin").write_bytes(hashlib.sha256(name.encode()).digest() * times)
    return create(folder / "odd", version=version).content


def tiny(number: int) -> bytes:
    """A torrent without content."""
    name = f"tiny-{number:05}".encode()
    pieces = hashlib.sha1(name, usedforsecurity=False).digest()
    return b"d4:infod6:lengthi1000e4:name%d:%s12:piece lengthi16384e6:pieces20:%see" % (len(name), name, pieces)


def failed_with(outcome: Outcome) -> list[type[BitharborError]]:
    return [type(error) for error in outcome.errors]


# seen on Transmission 4.1.4 and rTorrent 0.9.8: padding is a file like others to them, which must be downloaded
IGNORANT_OF_PADDING = ("transmission-", "rtorrent-0.9")


def test_a_hybrid_torrent_whose_files_need_equal_padding_is_taken(member: Member, tmp_path: Path) -> None:
    top = tmp_path / "alike"
    for path in (".pad/16379", "a", "b", "c/d", "empty", "whole"):
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes({"empty": b"", "whole": bytes(range(256)) * 64}.get(path, path[-1].encode() * 5))
    made = create(top, piece_length=16384)
    outcome = member.steer(member.client.add(made.content, location=str(tmp_path), is_stopped=True))
    if member.name == "transmission-3":
        assert failed_with(outcome) == [TorrentRefusedError]  # it cannot read them
        return
    (listed,) = outcome.check().done
    assert listed in made.metainfo.infohash.torrent_ids
    if not member.name.startswith(IGNORANT_OF_PADDING):
        member.steer(member.client.verify(listed)).check()
        member.until(lambda: member.steer(member.client.torrent(listed, fields=["progress"])).progress == 1, "all data")


def test_a_hybrid_torrent_is_found_by_both_hashes_and_by_each(member: Member, tmp_path: Path) -> None:
    content = bytes_of(tmp_path, "hybrid")
    infohash = Metainfo.parse(content).infohash
    assert infohash.v1
    assert infohash.v2
    outcome = member.steer(member.client.add(content, is_stopped=True))
    if member.name == "transmission-3":
        assert failed_with(outcome) == [TorrentRefusedError]  # it cannot read them
        return
    (listed,) = outcome.check().done
    assert listed in infohash.torrent_ids
    for given in (infohash, infohash.v1, infohash.v2, listed):
        assert member.steer(member.client.torrent(given, fields=["name"])).infohash == listed
        assert member.steer(member.client.files(given))
    assert member.steer(member.client.add(content)).already == [listed]
    assert member.steer(member.client.remove(infohash)).check().done == [listed]
    assert member.steer(member.client.infohashes()) == []


def test_a_hybrid_torrent_is_found_by_another_client_with_both_hashes(member: Member, tmp_path: Path) -> None:
    content = bytes_of(tmp_path, "hybrid")
    outcome = member.steer(member.client.add(content, is_stopped=True))
    if member.name == "transmission-3":
        assert failed_with(outcome) == [TorrentRefusedError]
        return
    (listed,) = outcome.check().done
    other = member_of(member.name, member.daemon, member.runner)
    try:
        assert other.steer(other.client.torrent(Metainfo.parse(content).infohash)).infohash == listed
    finally:
        other.steer(other.client.disconnect())


def test_a_hybrid_torrent_is_found_by_its_v1_infohash_by_a_client_that_never_saw_it(member: Member, tmp_path: Path) -> None:
    if member.name == "transmission-3":
        return  # it cannot read them
    content = bytes_of(tmp_path, "hybrid")
    v1 = Metainfo.parse(content).infohash.v1
    assert v1
    (listed,) = member.steer(member.client.add(content, is_stopped=True)).check().done

    async def checked(client: TorrentClient) -> list[str]:
        return [infohash async for infohash, _ in client.progress_of_checks(v1)]

    calls: list[Callable[[TorrentClient], Awaitable[object]]] = [
        lambda client: client.torrent(v1),
        lambda client: client.torrents(v1, fields=["name"]),
        lambda client: client.files(v1),
        checked,
    ]
    for call in calls:
        assert fresh(member, call)
    fresh(member, lambda client: client.set_priority(v1, 0, priority=Priority.NORMAL))
    outcome = fresh(member, lambda client: client.stop(v1, BARE))
    assert [item.infohash for item in outcome.items] == [listed, BARE]
    assert failed_with(outcome) == [UnknownTorrentError]
    assert fresh(member, lambda client: client.remove(v1)).check().done == [listed]
    assert member.steer(member.client.infohashes()) == []


def fresh(member: Member, call: Callable[[TorrentClient], Awaitable[T]]) -> T:
    """What a client answers that knows nothing of the daemon yet."""

    async def story() -> T:
        async with connect(address_of(member.daemon)) as client:
            return await call(client)

    return member.steer(story())


def test_a_hybrid_torrent_with_padding_of_one_length_is_taken_or_refused_and_kills_nobody(member: Member, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    for name in ("a", "b", "c"):
        (tmp_path / "odd" / name).write_bytes(name.encode() * 20_000)
    ours = create(tmp_path / "odd", version="hybrid").content
    content = ours.replace(b"7:12768-2", b"5:12768").replace(b"7:12768-3", b"5:12768")  # as libtorrent lists it
    assert [file.path for file in Metainfo.parse(content).files].count("odd/.pad/12768") == 3
    outcome = member.steer(member.client.add(content, location=str(tmp_path)))
    assert all(isinstance(error, TorrentRefusedError) for error in outcome.errors), outcome.errors
    assert member.steer(member.client.infohashes()) == outcome.done
    if outcome.done:
        member.steer(member.client.verify(*outcome.done)).check()
        member.steer(member.client.stop(*outcome.done)).check()
        assert member.steer(member.client.infohashes()) == outcome.done


def test_a_v2_torrent_is_listed_or_refused_and_nothing_else(member: Member, tmp_path: Path) -> None:
    content = bytes_of(tmp_path, "v2")
    infohash = Metainfo.parse(content).infohash
    outcome = member.steer(member.client.add(content, is_stopped=True))
    if outcome.success:
        assert member.steer(member.client.infohashes()) == [infohash.torrent_id]
        assert member.steer(member.client.torrent(infohash)).infohash == infohash.torrent_id
        return
    assert all(isinstance(error, TorrentRefusedError | UnsupportedError) for error in outcome.errors), outcome.errors
    assert member.steer(member.client.infohashes()) == []


def test_a_link_without_metadata_survives_every_order(member: Member) -> None:
    client = member.client
    member.steer(client.add(f"magnet:?xt=urn:btih:{BARE}", is_stopped=True)).check()
    torrent = member.steer(client.torrent(BARE, fields=FIELDS))
    assert torrent.name == BARE
    assert torrent.has_metadata is False
    assert torrent.is_complete is False
    told = (torrent.total_size, torrent.size, torrent.left, torrent.is_private, torrent.file_count, torrent.eta)
    assert told == (None,) * 6
    assert (torrent.progress, torrent.have, torrent.ratio) == (0.0, 0, 0.0)
    assert not torrent.files
    assert member.steer(client.files(BARE)) == ()
    with pytest.raises(BitharborError):
        member.steer(client.set_priority(BARE, 0, priority=Priority.SKIP))
    for rename in (client.rename_file(BARE, "a", "b"), client.rename_folder(BARE, "a", "b")):
        with pytest.raises(UsageError if member.can(Capability.RENAME_FOLDER) else BitharborError):
            member.steer(rename)
    for order in (client.verify(BARE), client.start(BARE), client.reannounce(BARE), client.stop(BARE)):
        assert all(isinstance(error, BitharborError) for error in member.steer(order).errors)
    assert member.steer(client.remove(BARE)).check().done == [BARE]


@pytest.mark.parametrize("index", [1, 99])
def test_a_file_that_is_not_there_changes_no_other(member: Member, tmp_path: Path, index: int) -> None:
    made = make(tmp_path / "data", "one.bin")
    member.steer(member.client.add(made.torrent, location=str(made.folder), is_stopped=True)).check()
    with pytest.raises(UsageError):
        member.steer(member.client.set_priority(made.torrent_hash, 0, index, priority=Priority.SKIP))
    assert [file.priority for file in member.steer(member.client.files(made.torrent_hash))] == [Priority.NORMAL]


def test_two_files_never_get_one_path(member: Member, tmp_path: Path) -> None:
    content = bytes_of(tmp_path, "v1")
    (one,) = member.steer(member.client.add(content, location=str(tmp_path), is_stopped=True)).check().done
    if not member.can(Capability.RENAME_FOLDER):
        member.refuses(member.client.rename_folder(one, "odd/a", "odd/b"))
        return
    for order in (
        member.client.rename_folder(one, "odd/a", "odd/b"),
        member.client.rename_file(one, "odd/a/x.bin", "odd/b/x.bin"),
        member.client.rename_file(one, "odd/a/x.bin", "odd/b"),
        member.client.rename_file(one, "odd/a/x.bin", "odd/a/../../x.bin"),
    ):
        with pytest.raises(UsageError):
            member.steer(order)
    assert [file.path for file in member.steer(member.client.files(one))] == ["odd/a/x.bin", "odd/b/x.bin"]
    assert (tmp_path / "odd" / "a" / "x.bin").read_bytes() != (tmp_path / "odd" / "b" / "x.bin").read_bytes()


EMOJI = "emoji \U0001f980.bin"
ODD_NAMES = ("ünï çode 日本.bin", "a'b\"c`d $HOME & ; # %41.bin", " blanks .bin", EMOJI, "[b]{c}(d)*?.bin")
# what a daemon keeps under a name of its own choice: 3.00 leaves out what Windows does not know, and writes broken JSON beyond
# the first 65,536 characters; 0.9.8 writes question marks for those
KEPT_OTHERWISE = {"transmission-3": frozenset(ODD_NAMES[1:]), "rtorrent-0.9": frozenset({EMOJI})}


def is_kept_otherwise(member: Member, name: str) -> bool:
    return name in KEPT_OTHERWISE.get(member.name.removesuffix(UNIX), ())


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_comes_round_as_it_was(member: Member, adding: Adding, name: str) -> None:
    if is_kept_otherwise(member, name):
        made = adding(name, is_complete=False)
        assert member.steer(member.client.torrent(made.torrent_hash)).name
        return
    made = adding(name)
    torrent = member.steer(member.client.torrent(made.torrent_hash, fields=("name", "content_path", "files", "is_complete")))
    assert torrent.name == name
    assert torrent.content_path in (str(made.folder / name), None)  # None where the daemon does not say it
    assert [file.path for file in torrent.files or ()] == [name]
    assert torrent.is_complete


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_takes_no_neighbour_with_it(member: Member, tmp_path: Path, name: str) -> None:
    made = make(tmp_path / "data", name)
    (neighbour := made.folder / "neighbour.bin").write_bytes(b"of somebody else")
    member.steer(member.client.add(made.torrent, location=str(made.folder), is_stopped=True)).check()
    outcome = member.steer(member.client.remove(made.torrent_hash, with_data=True))
    if outcome.success and not is_kept_otherwise(member, name):
        member.until(lambda: not (made.folder / name).exists(), "the data to go")
    assert neighbour.exists()


@pytest.mark.parametrize("category", ["a/b", "a//b", "/a", "back\\slash", "ünï x", "a,b", "Films"])
def test_a_category_is_had_or_refused_and_never_left_out(member: Member, tmp_path: Path, category: str) -> None:
    if not member.can(Capability.ADD_CATEGORY):
        member.refuses(member.client.set_category(BARE, category=category))
        return
    made, other = make(tmp_path / "data", "one.bin"), make(tmp_path / "data", "two.bin")
    added = member.steer(member.client.add(made.torrent, is_stopped=True, category=category))
    member.steer(member.client.add(other.torrent, is_stopped=True)).check()
    try:
        is_set = member.steer(member.client.set_category(other.torrent_hash, category=category)).success
    except UsageError:
        is_set = False
    assert is_set == added.success
    for one in (made, other) if is_set else (other,):
        shown = member.steer(member.client.torrent(one.torrent_hash, fields=["category"])).category
        assert shown == (category if is_set else "")


def test_a_tracker_that_is_not_there_takes_no_other_with_it(member: Member, tmp_path: Path) -> None:
    one, two, strange = "http://127.0.0.1:9/one", "http://127.0.0.1:9/two", "http://127.0.0.1:9/none"
    made = make(tmp_path / "data", "tracked.bin")
    member.steer(member.client.add(made.torrent, is_stopped=True)).check()
    member.steer(member.client.add_trackers(made.torrent_hash, one, two))

    def urls() -> list[str]:
        return sorted(tracker.url for tracker in member.steer(member.client.trackers(made.torrent_hash)))

    member.until(lambda: urls() == [one, two], "two trackers")
    if not member.can(Capability.REMOVE_TRACKERS):
        member.refuses(member.client.remove_trackers(made.torrent_hash, strange))
        return
    for order in (
        member.client.remove_trackers(made.torrent_hash, f"{one}|{two}"),
        member.client.remove_trackers(made.torrent_hash, one, strange),
        member.client.edit_tracker(made.torrent_hash, strange, f"{strange}/other"),
    ):
        with pytest.raises(UsageError, match=":9;") as refused:  # its path may be a passkey
            member.steer(order)
        assert ":9/" not in str(refused.value)
    assert urls() == [one, two]


REASON = b"no such torrent here"


class Refusing(BaseHTTPRequestHandler):
    """A tracker that refuses every torrent."""

    def do_GET(self) -> None:
        body = b"d14:failure reason%d:%be" % (len(REASON), REASON)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def refusing_tracker() -> Generator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/announce"
        server.shutdown()
        thread.join()


def test_what_a_tracker_says_is_no_error_of_the_torrent(member: Member, adding: Adding) -> None:
    made = adding()
    with refusing_tracker() as url:
        member.steer(member.client.add_trackers(made.torrent_hash, url))
        member.steer(member.client.start(made.torrent_hash)).check()
        member.steer(member.client.reannounce(made.torrent_hash)).check()

        def messages() -> list[str | None]:
            return [tracker.message for tracker in member.steer(member.client.trackers(made.torrent_hash))]

        member.until(lambda: any(REASON.decode() in (message or "") for message in messages()), "the tracker to refuse")
        torrent = member.steer(member.client.torrent(made.torrent_hash, fields=["error", "state"]))
        assert torrent.error is None
        assert torrent.state in (State.SEEDING, State.QUEUED)  # Deluge lets as many seed as its queue says
        member.steer(member.client.stop(made.torrent_hash)).check()
        torrent = member.steer(member.client.torrent(made.torrent_hash, fields=["error", "state"]))
        assert (torrent.error, torrent.state) == (None, State.STOPPED)


def test_a_label_with_a_comma_is_one_label_or_none(member: Member, adding: Adding) -> None:
    made, other = adding(), make(adding("two.bin").folder / "more", "three.bin")
    if not member.can(Capability.LABELS):
        member.refuses(member.client.set_labels(made.torrent_hash, labels=["a,b"]))
        return
    member.steer(member.client.set_labels(made.torrent_hash, labels=["kept"])).check()
    added = member.steer(member.client.add(other.torrent, is_stopped=True, labels=["a,b"]))
    try:
        member.steer(member.client.set_labels(made.torrent_hash, labels=["a,b"])).check()
        expected = ("a,b",)
    except UsageError:
        expected = ("kept",)
    assert member.steer(member.client.torrent(made.torrent_hash, fields=["labels"])).labels == expected
    assert added.success is (expected == ("a,b",))
    assert failed_with(added) in ([], [UsageError])


def test_many_torrents_are_added_listed_and_ordered_about_in_one_call(member: Member, tmp_path: Path) -> None:
    client = member.client
    many = MANY // 10 if member.name == "transmission-3" else MANY  # which looks at some dozen of them in a second
    member.steer(client.add(*(tiny(number) for number in range(many)), is_stopped=True, location=str(tmp_path))).check()
    ids = member.steer(client.infohashes())
    assert len(ids) == many
    named = member.steer(client.torrents(*reversed(ids), fields=["name"]))
    assert [torrent.infohash for torrent in named] == ids[::-1]

    def are_stopped() -> bool:
        return {one.state for one in member.steer(client.torrents(fields=["state"]))} == {State.STOPPED}

    member.until(are_stopped, "all to be stopped")
    assert len(member.steer(client.stop(*ids)).check().already) == many
    assert len(member.steer(client.reannounce(*ids)).check().done) == many
    kept = ids[::100]
    gone = [one for one in ids if one not in set(kept)]
    assert member.steer(client.remove(*gone)).check().done == gone
    assert sorted(member.steer(client.infohashes())) == sorted(kept)


def test_a_call_that_is_cancelled_leaves_the_next_ones_right(member: Member, tmp_path: Path) -> None:
    client = member.client
    member.steer(client.add(*(tiny(number) for number in range(50)), is_stopped=True, location=str(tmp_path))).check()
    ids = member.steer(client.infohashes())

    async def interrupted() -> None:
        for turn in range(20):
            calls = (client.torrents(), client.session(), client.torrents(*ids, fields=["name"]), client.stop(*ids))
            call = asyncio.ensure_future(calls[turn % 4])
            for other in calls:
                if other is not calls[turn % 4]:
                    other.close()
            await asyncio.sleep(0.001 * turn)
            call.cancel()
            await asyncio.wait([call])
            assert call.cancelled() or not call.exception()
            found = await client.torrents(fields=["name", "total_size"])
            assert sorted(torrent.infohash for torrent in found) == sorted(ids)
            assert all((torrent.name or "").startswith("tiny-") and torrent.total_size == 1000 for torrent in found)

    member.steer(interrupted())


def test_one_torrent_added_by_two_clients_at_once_is_there_once(member: Member, tmp_path: Path) -> None:
    made = make(tmp_path / "data", "twice.bin")
    other = member_of(member.name, member.daemon, member.runner)

    async def both() -> list[Outcome]:
        clients = (member.client, other.client, member.client)
        return await asyncio.gather(*(client.add(made.torrent, is_stopped=True) for client in clients))

    try:
        outcomes = member.steer(both())
    finally:
        other.steer(other.client.disconnect())
    for outcome in outcomes:
        outcome.check()
        assert outcome.done + outcome.already == [made.torrent_hash]
    assert member.steer(member.client.infohashes()) == [made.torrent_hash]


def test_a_client_that_hung_up_under_calls_goes_on(member: Member, adding: Adding) -> None:
    made = adding()

    async def hang_up() -> list[object]:
        calls = [asyncio.ensure_future(member.client.torrents()) for _ in range(10)]
        await asyncio.sleep(0.002)
        await member.client.disconnect()
        return list(await asyncio.wait_for(asyncio.gather(*calls, return_exceptions=True), 20))

    for answer in member.steer(hang_up()):
        assert isinstance(answer, list | BitharborError), repr(answer)
    assert member.steer(member.client.torrent(made.torrent_hash)).name == made.name


def test_an_order_for_one_that_is_gone_touches_the_others_only(member: Member, adding: Adding) -> None:
    made = adding()
    outcome = member.steer(member.client.start("0" * 40, made.torrent_hash, made.torrent_hash.upper()))
    assert failed_with(outcome) == [UnknownTorrentError]
    assert outcome.done == [made.torrent_hash, made.torrent_hash]
    member.steer(member.client.stop(made.torrent_hash)).check()


def test_a_slash_at_the_end_of_a_folder_is_the_same_folder(member: Member, tmp_path: Path) -> None:
    made: Made = make(tmp_path / "data", "slash.bin")
    member.steer(member.client.add(made.torrent, location=f"{made.folder}/", is_stopped=True)).check()
    assert member.steer(member.client.torrent(made.torrent_hash, fields=["save_path"])).save_path == str(made.folder)
