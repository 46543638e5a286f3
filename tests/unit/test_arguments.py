"""What may be given to the unified client, and what is refused before anything is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, cast

import pytest

from bitharbor import connect
from bitharbor.errors import UsageError
from bitharbor.model.infohash import Infohash
from bitharbor.unified import TorrentClient, arguments, renaming

ONE = "0123456789abcdef0123456789abcdef01234567"
ADDRESSES = ("deluge://127.0.0.1:1", "qbittorrent://127.0.0.1:1", "rtorrent://127.0.0.1:1", "transmission://127.0.0.1:1")
Order = Callable[[TorrentClient], Coroutine[Any, Any, object]]

# nothing listens at port 1: whatever is sent fails as unreachable, and not as wrong use
REFUSED: dict[str, Order] = {
    "a list as an infohash": lambda c: c.start(cast("str", [ONE])),
    "none as an infohash": lambda c: c.start(cast("str", None)),
    "a number as an infohash": lambda c: c.torrent(cast("str", 5)),
    "an odd place": lambda c: c.queue(ONE, place="sideways"),
    "an odd priority": lambda c: c.set_priority(ONE, 0, priority="urgent"),
    "a negative index": lambda c: c.set_priority(ONE, -1, priority="skip"),
    "a huge index": lambda c: c.set_priority(ONE, 2**31, priority="skip"),
    "a negative rate": lambda c: c.limit(ONE, download=-5),
    "a rate that some daemon counts wrongly": lambda c: c.limit(ONE, upload=2**31),
    "a rate that is no number": lambda c: c.limit(ONE, upload=cast("int", "5")),
    "a ratio of nan": lambda c: c.limit(ONE, ratio=float("nan")),
    "an endless ratio": lambda c: c.limit(ONE, ratio=float("inf")),
    "a negative ratio": lambda c: c.limit(ONE, ratio=-2),
    "a huge ratio": lambda c: c.limit(ONE, ratio=1e300),
    "a negative time": lambda c: c.limit(ONE, seeding_time=-1),
    "a huge time": lambda c: c.limit(ONE, seeding_time=2**40),
    "no limit": lambda c: c.limit(ONE),
    "no limit of the daemon": lambda c: c.limit_session(),
    "a negative limit of the daemon": lambda c: c.limit_session(upload=-1),
    "labels as text": lambda c: c.set_labels(ONE, labels="tv"),
    "an empty label": lambda c: c.set_labels(ONE, labels=["a", " "]),
    "a label with a line end": lambda c: c.set_labels(ONE, labels=["a\nb"]),
    "a label that is no text": lambda c: c.set_labels(ONE, labels=["\udce4"]),
    "a category with a line end": lambda c: c.set_category(ONE, category="a\nb"),
    "a blank category": lambda c: c.set_category(ONE, category=" "),
    "a relative folder": lambda c: c.move(ONE, location="films"),
    "a folder of a user": lambda c: c.move(ONE, location="~/films"),
    "a folder that climbs": lambda c: c.move(ONE, location="/data/../etc"),
    "no folder": lambda c: c.move(ONE, location=""),
    "a relative folder for space": lambda c: c.free_space("films"),
    "an empty name": lambda c: c.rename(ONE, ""),
    "a blank name": lambda c: c.rename(ONE, " "),
    "a file out of the torrent": lambda c: c.rename_file(ONE, "a/b", "a/../../b"),
    "a file at the root": lambda c: c.rename_file(ONE, "a/b", "/etc/b"),
    "a file of no name": lambda c: c.rename_file(ONE, "a/b", ""),
    "a folder out of the torrent": lambda c: c.rename_folder(ONE, "a", "../a"),
    "a tracker of two lines": lambda c: c.add_trackers(ONE, "http://a/announce\nhttp://b/announce"),
    "a tracker that is a word": lambda c: c.add_trackers(ONE, "tracker"),
    "a tracker of another kind": lambda c: c.add_trackers(ONE, "file:///etc/passwd"),
    "a negative tier": lambda c: c.add_trackers(ONE, "http://a/announce", tier=-1),
    "another tracker that is none": lambda c: c.edit_tracker(ONE, "http://a/announce", ""),
    "a peer without port": lambda c: c.add_peers(ONE, "127.0.0.1"),
    "a peer with a huge port": lambda c: c.add_peers(ONE, "127.0.0.1:65536"),
    "a relative folder to add to": lambda c: c.add(ONE, location="films"),
    "labels to add as text": lambda c: c.add(ONE, labels="tv"),
    "a negative limit to add with": lambda c: c.add(ONE, upload_limit=-1),
}


@pytest.mark.parametrize("order", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_some_daemon_would_misread_is_sent_to_none(address: str, order: Order) -> None:
    with pytest.raises(UsageError):
        asyncio.run(order(connect(address)))


@pytest.mark.parametrize("source", [5, None, [b"d4:infode"]])
def test_what_cannot_be_added_is_no_foreign_exception(source: object) -> None:
    outcome = asyncio.run(connect(ADDRESSES[0]).add(cast("str", source)))
    assert [type(error) for error in outcome.errors] == [UsageError]


def test_a_client_is_not_used_on_a_second_event_loop() -> None:
    async def use(client: TorrentClient) -> None:
        await client.add(ONE)

    client = connect(ADDRESSES[2])
    asyncio.run(use(client))
    with pytest.raises(UsageError, match="another event loop"):
        asyncio.run(client.infohashes())


def test_a_hybrid_infohash_is_sought_by_both_of_its_ids() -> None:
    hybrid = Infohash("ab" * 20, "cd" * 32)
    assert arguments.ids_of(hybrid) == ("cd" * 20, "ab" * 20)


def test_a_slash_at_the_end_of_a_folder_says_nothing() -> None:
    assert arguments.location("/data/films/") == "/data/films"
    assert arguments.location("/") == "/"
    assert arguments.location("D:\\films") == "D:\\films"
    assert arguments.location("/data/ends with a blank ") == "/data/ends with a blank "


PATHS = ["t/a/x", "t/b/x", "t/b/y/z"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("t/a/x", "t/b/x"),  # another file
        ("t/a/x", "t/b"),  # a folder of others
        ("t/a/x", "t/b/x/deeper"),  # below a file
        ("t/none", "t/new"),
        ("t/a", "t/new"),
    ],
)
def test_no_two_files_get_one_path(old: str, new: str) -> None:
    with pytest.raises(UsageError):
        renaming.check_file(PATHS, old, new)


@pytest.mark.parametrize(("old", "new"), [("t/a", "t/b"), ("t/none", "t/new"), ("t/a", "t/b/x"), ("t/a/x", "t/new")])
def test_no_folder_is_merged_into_files_of_another(old: str, new: str) -> None:
    with pytest.raises(UsageError):
        renaming.check_folder(PATHS, old, new)


def test_what_collides_with_nothing_may_be_renamed() -> None:
    renaming.check_file(PATHS, "t/a/x", "t/b/new")
    renaming.check_file(PATHS, "t/a/x", "t/a/x")
    renaming.check_folder(PATHS, "t/a", "t/b/a")
    renaming.check_folder(PATHS, "t/b", "t/b/deeper")
