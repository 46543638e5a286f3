"""What is set on torrents, on each line and both native faces."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.native.shows import STRANGER, TRACKER, Show

from bitharbor import errors
from bitharbor.qbittorrent import Client, Snapshot, merge
from bitharbor.qbittorrent.records import Torrent

Version = tuple[int, ...]
IMPOSSIBLE = "/proc/impossible"


def row(client: Client, show: Show) -> Torrent:
    (one,) = client.torrents.info(hashes=show.hash)
    return one


def is_there(client: Client, infohash: str) -> bool:
    return bool(client.torrents.info(hashes=infohash))


def becomes(client: Client, show: Show, **wanted: object) -> None:
    """Wait until the torrent's row says so: daemons show changes with a delay."""
    wait_until(
        lambda: {key: getattr(row(client, show), key) for key in wanted} == wanted,
        f"{wanted}, is { ({key: getattr(row(client, show), key) for key in wanted}) }",
    )


def test_share_limits_are_set_with_what_each_version_wants(client: Client, show: Show, version: Version) -> None:
    client.torrents.set_share_limits(show.hash, 2.5, 10)
    becomes(client, show, ratio_limit=2.5, seeding_time_limit=10)
    if version < (4, 6):
        with pytest.raises(errors.UnsupportedError, match="inactive_seeding_time_limit"):
            client.torrents.set_share_limits(show.hash, 1, 1, inactive_seeding_time_limit=7)
    else:
        client.torrents.set_share_limits(show.hash, 1, 1, inactive_seeding_time_limit=7)
        becomes(client, show, ratio_limit=1, seeding_time_limit=1, inactive_seeding_time_limit=7)
    if version >= (5, 3):
        client.torrents.set_share_limits(show.hash, 1, 1, share_limit_action="Stop", share_limits_mode="MatchAll")
        becomes(client, show, share_limit_action="Stop", share_limits_mode="MatchAll", inactive_seeding_time_limit=-2)
    client.torrents.set_share_limits("all", -2, -2)
    becomes(client, show, ratio_limit=-2, seeding_time_limit=-2)


# the daemon keeps it, tells it as null, and lists it in one row with all other torrents
def test_a_limit_that_is_no_number_does_not_keep_the_list_from_being_read(client: Client, show: Show) -> None:
    client.torrents.set_share_limits(show.hash, math.nan, -2)
    wait_until(lambda: math.isnan(row(client, show).ratio_limit), "a limit that is no number")
    assert math.isnan(row(client, show).max_ratio)
    seen = [Snapshot()]

    def limit() -> float:
        seen.append(merge(seen[-1], client.sync.maindata(seen[-1].rid)))
        return seen[-1].torrents[show.hash].max_ratio

    wait_until(lambda: math.isnan(limit()), "a limit that is no number, in the differences")
    client.torrents.set_share_limits(show.hash, 2.5, -2)
    wait_until(lambda: limit() == 2.5, "a limit")


def test_speed_limits_are_set_and_read(client: Client, show: Show) -> None:
    client.torrents.set_download_limit(show.hash, 1024)
    client.torrents.set_upload_limit([show.hash, STRANGER], 2048)
    wait_until(lambda: client.torrents.download_limit(show.hash) == {show.hash: 1024}, "the download limit")
    wait_until(lambda: client.torrents.upload_limit(show.hash) == {show.hash: 2048}, "the upload limit")


def test_the_queue_moves_only_where_queueing_is_on(client: Client, show: Show) -> None:
    torrents = client.torrents
    for move in (torrents.increase_priority, torrents.decrease_priority, torrents.top_priority, torrents.bottom_priority):
        with pytest.raises(errors.ConflictError):
            move(show.hash)


def test_torrents_move_in_the_queue_where_queueing_is_on(client: Client) -> None:
    first, second = "1" * 40, "2" * 40
    client.app.set_preferences({"queueing_enabled": True})
    for infohash in (first, second):
        client.torrents.add(urls=f"magnet:?xt=urn:btih:{infohash}", stopped=True)
        wait_until(partial(is_there, client, infohash), "adding")

    def queue() -> list[str]:
        return [one.hash for one in sorted(client.torrents.info(), key=lambda one: one.priority)]

    wait_until(lambda: queue() == [first, second], "the queue")
    client.torrents.top_priority(second)
    wait_until(lambda: queue() == [second, first], "the second at the front")
    client.torrents.decrease_priority(second)
    wait_until(lambda: queue() == [first, second], "it one place down")
    client.torrents.bottom_priority(first)
    wait_until(lambda: queue() == [second, first], "the first at the end")
    client.torrents.increase_priority(first)
    wait_until(lambda: queue() == [first, second], "it one place up")
    client.torrents.delete([first, second])
    wait_until(lambda: not client.torrents.info(), "deletion")
    client.app.set_preferences({"queueing_enabled": False})


def test_switches_are_switched(client: Client, show: Show, daemon: Daemon) -> None:
    before = row(client, show)
    client.torrents.toggle_sequential_download(show.hash)
    client.torrents.toggle_first_last_piece_priority([show.hash])
    becomes(client, show, seq_dl=not before.seq_dl)
    client.torrents.set_super_seeding(show.hash, True)
    becomes(client, show, super_seeding=True)
    client.torrents.set_super_seeding(show.hash, False)
    becomes(client, show, super_seeding=False)
    client.torrents.set_auto_management(show.hash, True)
    becomes(client, show, auto_tmm=True)
    wait_until(lambda: (daemon.downloads / "show" / "sub" / "c.bin").exists(), "the move to where its category says")
    wait_until(lambda: row(client, show).state != "moving", "the end of the move")
    client.torrents.set_auto_management(show.hash, False)
    becomes(client, show, auto_tmm=False)


def test_a_forced_torrent_is_forced_until_it_is_not(client: Client, show: Show) -> None:
    client.torrents.set_force_start(show.hash, True)
    becomes(client, show, force_start=True)
    client.torrents.set_force_start(show.hash, False)
    becomes(client, show, force_start=False)
    client.torrents.stop(show.hash)


def test_rechecking_and_announcing_pass_over_strangers(client: Client, show: Show, version: Version) -> None:
    client.torrents.recheck([show.hash, STRANGER])
    becomes(client, show, progress=1)
    client.torrents.reannounce([show.hash, STRANGER])
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError):
            client.torrents.reannounce(show.hash, TRACKER)
    else:
        client.torrents.reannounce(show.hash, TRACKER)


def test_a_torrent_gets_another_name_and_comment(client: Client, show: Show, version: Version) -> None:
    client.torrents.rename(show.hash, "näme & more")
    becomes(client, show, name="näme & more")
    with pytest.raises(errors.ConflictError):
        client.torrents.rename(show.hash, "  ")
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError):
            client.torrents.set_comment(show.hash, "said")
    else:
        client.torrents.set_comment(show.hash, " said ")
        becomes(client, show, comment="said")


def test_content_moves(client: Client, show: Show) -> None:
    moved = show.folder / "moved"
    client.torrents.set_location(show.hash, str(moved))
    wait_until(lambda: (moved / "show" / "sub" / "c.bin").exists() and not show.content.exists(), "the move")
    with pytest.raises(errors.BadRequestError):
        client.torrents.set_location(show.hash, "")
    with pytest.raises(errors.ConflictError):
        client.torrents.set_location(show.hash, IMPOSSIBLE)


def test_save_path_and_download_path_exist_since_4_4(client: Client, show: Show, version: Version) -> None:
    if version < (4, 4):
        for call in (client.torrents.set_save_path, client.torrents.set_download_path):
            with pytest.raises(errors.UnsupportedError):
                call(show.hash, str(show.folder))
        return
    client.torrents.set_download_path(show.hash, str(show.folder / "incomplete"))
    becomes(client, show, download_path=str(show.folder / "incomplete"))
    client.torrents.set_download_path(show.hash, "")
    becomes(client, show, download_path="")
    client.torrents.set_save_path([show.hash], str(show.folder / "kept"))
    wait_until(lambda: (show.folder / "kept" / "show" / "a.bin").exists(), "the move")
    with pytest.raises(errors.BadRequestError):
        client.torrents.set_save_path(show.hash, "")
    for refused in (client.torrents.set_save_path, client.torrents.set_download_path):
        with pytest.raises(errors.ConflictError):
            refused(show.hash, IMPOSSIBLE)


# actions on several torrents pass over those that are not there
ON_MANY: dict[str, Callable[[Client], Any]] = {
    "stop": lambda c: c.torrents.stop(STRANGER),
    "start": lambda c: c.torrents.start(STRANGER),
    "delete": lambda c: c.torrents.delete(STRANGER),
    "recheck": lambda c: c.torrents.recheck(STRANGER),
    "reannounce": lambda c: c.torrents.reannounce(STRANGER),
    "set_category": lambda c: c.torrents.set_category(STRANGER, ""),
    "set_share_limits": lambda c: c.torrents.set_share_limits(STRANGER, -1, -1),
    "set_force_start": lambda c: c.torrents.set_force_start(STRANGER, True),
    "set_super_seeding": lambda c: c.torrents.set_super_seeding(STRANGER, True),
    "set_auto_management": lambda c: c.torrents.set_auto_management(STRANGER, True),
    "toggle_sequential_download": lambda c: c.torrents.toggle_sequential_download(STRANGER),
    "toggle_first_last_piece_priority": lambda c: c.torrents.toggle_first_last_piece_priority(STRANGER),
    "remove_tags": lambda c: c.torrents.remove_tags(STRANGER),
}


@pytest.mark.parametrize("action", ON_MANY)
def test_torrents_that_are_not_there_are_passed_over(client: Client, action: str) -> None:
    ON_MANY[action](client)
