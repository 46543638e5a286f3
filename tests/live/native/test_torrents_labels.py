"""Categories and tags, on each line and both native faces."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.native.shows import STRANGER, Show

from bitharbor import errors
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent.records import Category

Version = tuple[int, ...]


@pytest.fixture
def clean(client: Client) -> Iterator[Client]:
    """The client; categories and tags go after the test."""
    yield client
    client.torrents.remove_categories(list(client.torrents.categories()))
    client.torrents.delete_tags(client.torrents.tags())


def category(client: Client, name: str = "films") -> Category:
    return client.torrents.categories()[name]


def test_a_category_is_made_changed_given_and_removed(clean: Client, daemon: Daemon, show: Show) -> None:
    clean.torrents.create_category("films", str(daemon.downloads / "films"))
    found = category(clean)
    assert (found.name, found.save_path, found.extra) == ("films", str(daemon.downloads / "films"), {})
    clean.torrents.edit_category("films", str(daemon.downloads / "other"))
    assert category(clean).save_path == str(daemon.downloads / "other")
    clean.torrents.set_category([show.hash, STRANGER], "films")
    wait_until(lambda: [row.category for row in clean.torrents.info(category="films")] == ["films"], "the category")
    clean.torrents.set_category(show.hash, "")
    wait_until(lambda: not clean.torrents.info(category="films"), "its end")
    clean.torrents.remove_categories(["films", "none"])
    assert clean.torrents.categories() == {}


def test_a_download_path_is_used_when_it_is_given(clean: Client, daemon: Daemon, version: Version) -> None:
    path = str(daemon.downloads / "incomplete")
    if version < (4, 4):
        with pytest.raises(errors.UnsupportedError, match="download_path"):
            clean.torrents.create_category("films", download_path=path)
        return
    clean.torrents.create_category("films", download_path=path)
    assert category(clean).download_path == path
    clean.torrents.create_category("plain", use_download_path=False)
    assert category(clean, "plain").download_path is False


def test_what_is_not_given_to_a_change_stays(clean: Client, daemon: Daemon, version: Version) -> None:
    path, save = str(daemon.downloads / "incomplete"), str(daemon.downloads / "saved")
    has_download_paths = version >= (4, 4)
    clean.torrents.create_category("films", save, path if has_download_paths else None)
    clean.torrents.edit_category("films", save + "2")
    assert category(clean).save_path == save + "2"
    if has_download_paths:
        assert category(clean).download_path == path
        clean.torrents.edit_category("films", use_download_path=False)
        assert (category(clean).save_path, category(clean).download_path) == (save + "2", False)


def test_a_category_has_share_limits_since_5_2(clean: Client, version: Version) -> None:
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError, match="ratio_limit"):
            clean.torrents.create_category("films", ratio_limit=2)
        return
    clean.torrents.create_category(
        "films", ratio_limit=2, seeding_time_limit=3, inactive_seeding_time_limit=4, share_limit_action="Remove"
    )
    found = category(clean)
    limits = (found.ratio_limit, found.seeding_time_limit, found.inactive_seeding_time_limit, found.share_limit_action)
    assert limits == (2, 3, 4, "Remove")
    if version >= (5, 3):
        clean.torrents.edit_category("films", share_limits_mode="MatchAll")
        assert (category(clean).share_limits_mode, category(clean).ratio_limit) == ("MatchAll", 2)


def test_what_cannot_be_a_category_is_told(clean: Client, show: Show, version: Version) -> None:
    clean.torrents.create_category("films")
    for name in ("films", "bad//name"):
        with pytest.raises(errors.ConflictError):
            clean.torrents.create_category(name)
    with pytest.raises(errors.BadRequestError):
        clean.torrents.create_category("")
    with pytest.raises(errors.ConflictError):
        clean.torrents.set_category(show.hash, "none")
    with pytest.raises(errors.NotFoundError if version >= (5, 2) else errors.ConflictError):
        clean.torrents.edit_category("none", "/tmp/none")  # noqa: S108 - a name only
    with pytest.raises(errors.BadRequestError):
        clean.torrents.edit_category("", "/tmp/none")  # noqa: S108 - a name only


def tags(client: Client, show: Show) -> set[str]:
    (row,) = client.torrents.info(hashes=show.hash)
    return set(row.tags.split(", ")) - {""}


def test_tags_are_made_given_taken_and_deleted(clean: Client, show: Show) -> None:
    clean.torrents.create_tags(["one", "two"])
    assert set(clean.torrents.tags()) == {"one", "two"}
    clean.torrents.add_tags([show.hash, STRANGER], ["two", "three"])
    wait_until(lambda: tags(clean, show) == {"two", "three"}, "two tags")
    assert set(clean.torrents.tags()) == {"one", "two", "three"}
    clean.torrents.remove_tags(show.hash, "two")
    wait_until(lambda: tags(clean, show) == {"three"}, "one tag")
    with pytest.raises(errors.EmptySelectionError):
        clean.torrents.remove_tags(show.hash, [])
    assert tags(clean, show) == {"three"}
    clean.torrents.remove_tags(show.hash)
    wait_until(lambda: tags(clean, show) == set(), "no tag")
    clean.torrents.delete_tags(["one", "two", "three", "none"])
    assert clean.torrents.tags() == []


def test_tags_are_replaced_since_5_1(clean: Client, show: Show, version: Version) -> None:
    if version < (5, 1):
        with pytest.raises(errors.UnsupportedError):
            clean.torrents.set_tags(show.hash, "one")
        return
    clean.torrents.add_tags(show.hash, "one")
    clean.torrents.set_tags(show.hash, ["two", "three"])
    wait_until(lambda: tags(clean, show) == {"two", "three"}, "the new tags")
    clean.torrents.set_tags(show.hash, [])
    wait_until(lambda: tags(clean, show) == set(), "no tag")
