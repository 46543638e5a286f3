"""Trackers, web seeds and peers of a torrent, on each line and both native faces."""

from __future__ import annotations

import pytest
from tests.live.content import wait_until
from tests.live.native.shows import STRANGER, TRACKER, WEB_SEED, Show

from bitharbor import errors
from bitharbor.qbittorrent import Client

Version = tuple[int, ...]
ONE, TWO, THREE = (f"http://127.0.0.1:{port}/announce" for port in (2, 3, 4))
HARD = "http://127.0.0.1:5/100%25/a%7Cb/?x=1&y=%26"  # what is decoded once too often, or split at a bar, comes out wrong


def urls(client: Client, show: Show) -> set[str]:
    return {row.url for row in client.torrents.trackers(show.hash) if not row.url.startswith("**")}


def tiers(client: Client, show: Show) -> dict[str, object]:
    return {row.url: row.tier for row in client.torrents.trackers(show.hash) if not row.url.startswith("**")}


def seeds(client: Client, show: Show) -> set[str]:
    return {row.url for row in client.torrents.webseeds(show.hash)}


def test_the_first_three_rows_are_no_trackers(client: Client, show: Show) -> None:
    rows = client.torrents.trackers(show.hash)
    assert [row.url for row in rows] == ["** [DHT] **", "** [PeX] **", "** [LSD] **", TRACKER]
    assert all(row.extra == {} for row in rows)
    assert {row.tier for row in rows[:3]} <= {-1, ""}


def test_trackers_are_added_changed_and_removed(client: Client, show: Show) -> None:
    client.torrents.add_trackers(show.hash, [ONE, TWO])
    wait_until(lambda: urls(client, show) == {TRACKER, ONE, TWO}, "two trackers more")
    client.torrents.edit_tracker(show.hash, ONE, THREE)
    wait_until(lambda: urls(client, show) == {TRACKER, THREE, TWO}, "the changed tracker")
    client.torrents.remove_trackers(show.hash, [THREE, TWO])
    wait_until(lambda: urls(client, show) == {TRACKER}, "their removal")


def test_an_address_with_escapes_is_removed_as_it_is_listed(client: Client, show: Show) -> None:
    client.torrents.add_trackers(show.hash, HARD)
    wait_until(lambda: len(urls(client, show)) == 2, "the tracker")
    (listed,) = urls(client, show) - {TRACKER}
    client.torrents.remove_trackers(show.hash, [listed])
    wait_until(lambda: urls(client, show) == {TRACKER}, "its removal")


def test_an_empty_text_begins_a_tier(client: Client, show: Show, version: Version) -> None:
    client.torrents.add_trackers(show.hash, [ONE, "", TWO])
    wait_until(lambda: urls(client, show) == {TRACKER, ONE, TWO}, "two trackers more")
    if version >= (4, 5):
        assert tiers(client, show)[TWO] == 1


def test_a_tier_can_be_set_since_5_2(client: Client, show: Show, version: Version) -> None:
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError, match="`tier` exists since"):
            client.torrents.edit_tracker(show.hash, TRACKER, tier=3)
        return
    client.torrents.edit_tracker(show.hash, TRACKER, tier=3)
    wait_until(lambda: tiers(client, show) == {TRACKER: 3}, "the tier")
    with pytest.raises(errors.BadRequestError):
        client.torrents.edit_tracker(show.hash, TRACKER, tier=300)
    with pytest.raises(errors.BadRequestError):
        client.torrents.edit_tracker(show.hash, TRACKER)


def test_what_cannot_be_changed_about_trackers_is_told(client: Client, show: Show, version: Version) -> None:
    client.torrents.add_trackers(show.hash, ONE)
    wait_until(lambda: ONE in urls(client, show), "a tracker")
    with pytest.raises(errors.ConflictError):
        client.torrents.edit_tracker(show.hash, TWO, THREE)
    with pytest.raises(errors.ConflictError):
        client.torrents.edit_tracker(show.hash, TRACKER, ONE)
    with pytest.raises(errors.BadRequestError):
        client.torrents.edit_tracker(show.hash, TRACKER, "::no address")
    if version < (4, 5):
        with pytest.raises(errors.ConflictError):
            client.torrents.remove_trackers(show.hash, TWO)
    else:
        client.torrents.remove_trackers(show.hash, TWO)
    if version < (5, 2):
        for call in (client.torrents.add_trackers, client.torrents.remove_trackers):
            with pytest.raises(errors.NotFoundError):
                call(STRANGER, ONE)
    else:
        client.torrents.add_trackers([STRANGER, show.hash], TWO)
        wait_until(lambda: TWO in urls(client, show), "the tracker of the torrent that is there")


def test_web_seeds_are_added_changed_and_removed(client: Client, show: Show, version: Version) -> None:
    assert seeds(client, show) == {WEB_SEED}
    first, second, third = (f"http://127.0.0.1:2/{name}/" for name in ("x", "y", "z"))
    if version < (5, 1):
        with pytest.raises(errors.UnsupportedError):
            client.torrents.add_webseeds(show.hash, first)
        with pytest.raises(errors.UnsupportedError):
            client.torrents.edit_webseed(show.hash, WEB_SEED, first)
        with pytest.raises(errors.UnsupportedError):
            client.torrents.remove_webseeds(show.hash, WEB_SEED)
        return
    client.torrents.add_webseeds(show.hash, [first, second])
    wait_until(lambda: seeds(client, show) == {WEB_SEED, first, second}, "two web seeds more")
    client.torrents.edit_webseed(show.hash, second, third)
    wait_until(lambda: seeds(client, show) == {WEB_SEED, first, third}, "the changed web seed")
    client.torrents.remove_webseeds(show.hash, [first, third])
    wait_until(lambda: seeds(client, show) == {WEB_SEED}, "their removal")
    client.torrents.remove_webseeds(show.hash, "http://127.0.0.1:2/none/")


def test_web_seeds_with_escapes_arrive_as_given(client: Client, show: Show, version: Version) -> None:
    if version < (5, 1):
        return
    client.torrents.add_webseeds(show.hash, [HARD])
    wait_until(lambda: seeds(client, show) == {WEB_SEED, HARD}, "the web seed as it was given")
    other = HARD.replace("100", "99")
    client.torrents.edit_webseed(show.hash, HARD, other)
    wait_until(lambda: seeds(client, show) == {WEB_SEED, other}, "the changed web seed")
    client.torrents.remove_webseeds(show.hash, [other])
    wait_until(lambda: seeds(client, show) == {WEB_SEED}, "its removal")


def test_what_cannot_be_a_web_seed_is_told(client: Client, show: Show, version: Version) -> None:
    if version < (5, 1):
        return
    with pytest.raises(errors.BadRequestError):
        client.torrents.add_webseeds(show.hash, "gopher://127.0.0.1/")
    with pytest.raises(errors.BadRequestError):
        client.torrents.edit_webseed(show.hash, WEB_SEED, "gopher://127.0.0.1/")
    with pytest.raises(errors.ConflictError):
        client.torrents.edit_webseed(show.hash, "http://127.0.0.1:2/none/", "http://127.0.0.1:2/y/")


def test_peers_are_counted(client: Client, show: Show) -> None:
    told = client.torrents.add_peers([show.hash, STRANGER], ["127.0.0.1:1", "127.0.0.1:2", "no peer"])
    assert {torrent: (one.added, one.failed) for torrent, one in told.items()} == {show.hash: (2, 1)}
    with pytest.raises(errors.BadRequestError):
        client.torrents.add_peers(show.hash, "no peer")
