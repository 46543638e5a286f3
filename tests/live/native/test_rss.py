"""Feeds and rules on each line, with a feed on loopback."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from tests.live.content import wait_until
from tests.live.native import feeds

from bitharbor import errors
from bitharbor.model.json import Json
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent.records import RssFeed, RssFolder, RssRule, RssTorrentParams

Version = tuple[int, ...]
Rules = Mapping[str, RssRule | Mapping[str, Json]] | str | bytes | Path


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with feeds.served() as url:
        yield url


@pytest.fixture(autouse=True)
def cleared(busy_client: Client) -> Iterator[None]:
    """Takes feeds, folders and rules away after each test. 4.5.2 ends by itself when a feed goes that it is just fetching."""
    yield
    wait_until(lambda: not any(one.is_loading for one in all_feeds(busy_client.rss.items(True))), "the end of all fetches")
    tree = busy_client.rss.items()
    for name in [*tree.feeds, *tree.folders]:
        busy_client.rss.remove_item(name)
    for name in busy_client.rss.rules():
        busy_client.rss.remove_rule(name)
    assert busy_client.rss.rules() == {}


def all_feeds(folder: RssFolder) -> list[RssFeed]:
    return [*folder.feeds.values(), *(feed for inner in folder.folders.values() for feed in all_feeds(inner))]


@pytest.fixture
def feed(busy_client: Client, site: str) -> str:
    """Path of a feed whose articles have come."""
    busy_client.rss.add_feed(f"{site}good", "quayside")
    busy_client.rss.refresh_item("quayside")
    wait_until(lambda: len(fetched(busy_client, "quayside").articles or ()) == len(feeds.TITLES), "the articles")
    return "quayside"


def fetched(client: Client, name: str) -> RssFeed:
    return client.rss.items(with_data=True).feeds[name]


def test_feeds_lie_in_folders(busy_client: Client, site: str) -> None:
    rss = busy_client.rss
    rss.add_folder("outer")
    rss.add_folder("outer\\inner")
    rss.add_feed(f"{site}good?1", "outer\\inner\\one")
    rss.add_feed(f"{site}bad?2")
    tree = rss.items()
    assert tree.folders["outer"].folders["inner"].feeds["one"].url == f"{site}good?1"
    assert tree.feeds[f"{site}bad?2"].articles is None
    rss.move_item("outer\\inner\\one", "moved")
    assert set(rss.items().feeds) == {"moved", f"{site}bad?2"}
    rss.remove_item("outer")
    assert rss.items().folders == {}


def test_what_contradicts_the_tree_is_refused(busy_client: Client, site: str) -> None:
    rss = busy_client.rss
    rss.add_folder("taken")
    rss.add_feed(f"{site}good", "feed")
    refused: tuple[Callable[[], None], ...] = (
        lambda: rss.add_folder("taken"),
        lambda: rss.add_folder("none-such\\below"),
        lambda: rss.add_feed(f"{site}good", "again"),
        lambda: rss.add_feed(f"{site}good?other", "taken"),
        lambda: rss.move_item("none-such", "anywhere"),
        lambda: rss.move_item("feed", "taken"),
        lambda: rss.remove_item("none-such"),
        lambda: rss.remove_item(""),
    )
    for call in refused:
        with pytest.raises(errors.ConflictError):
            call()


def test_articles_are_fetched_and_typed(busy_client: Client, feed: str) -> None:
    wait_until(lambda: fetched(busy_client, feed).is_loading is False, "the end of fetching")
    one = fetched(busy_client, feed)
    assert (one.title, one.has_error, one.is_loading) == ("Harbour feed", False, False)
    assert one.last_build_date
    articles = {article.id: article for article in one.articles or ()}
    assert {article.title for article in articles.values()} == set(feeds.TITLES)
    first = articles["0"]
    assert (first.author, first.description) == ("keeper", "<b>about 0</b>")
    assert first.torrent_url == "http://127.0.0.1:9/0.torrent"
    assert "14 Nov 2023" in str(first.date)
    assert first.is_read is None
    assert not one.extra


def test_articles_are_marked_as_read_one_by_one_or_all(busy_client: Client, feed: str) -> None:
    def read() -> set[str | None]:
        return {one.id for one in fetched(busy_client, feed).articles or () if one.is_read}

    busy_client.rss.mark_as_read(feed, "1")
    assert read() == {"1"}
    busy_client.rss.mark_as_read(feed)
    assert read() == {"0", "1", "2"}
    busy_client.rss.mark_as_read("none-such")
    busy_client.rss.mark_as_read(feed, "none-such")
    busy_client.rss.refresh_item("none-such")


def test_a_feed_that_cannot_be_fetched_says_so(busy_client: Client, site: str) -> None:
    busy_client.rss.add_feed(f"{site}bad", "broken")
    busy_client.rss.refresh_item("broken")
    wait_until(lambda: fetched(busy_client, "broken").has_error is True, "the failure")


def test_the_address_of_a_feed_is_changed(busy_client: Client, busy_version: Version, site: str) -> None:
    busy_client.rss.add_feed(f"{site}good?old", "feed")
    if busy_version < (4, 6):
        with pytest.raises(errors.UnsupportedError):
            busy_client.rss.set_feed_url("feed", f"{site}good?new")
        return
    busy_client.rss.set_feed_url("feed", f"{site}good?new")
    assert busy_client.rss.items().feeds["feed"].url == f"{site}good?new"
    with pytest.raises(errors.ConflictError):
        busy_client.rss.set_feed_url("none-such", f"{site}good?other")


def test_a_feed_has_an_interval_of_its_own(busy_client: Client, busy_version: Version, site: str) -> None:
    rss = busy_client.rss
    if busy_version < (5, 2):
        with pytest.raises(errors.UnsupportedError, match="refresh_interval"):
            rss.add_feed(f"{site}good", "feed", 600)
        with pytest.raises(errors.UnsupportedError):
            rss.set_feed_refresh_interval("feed", 600)
        return
    rss.add_feed(f"{site}good", "feed", refresh_interval=600)
    assert rss.items().feeds["feed"].refresh_interval == 600
    rss.set_feed_refresh_interval("feed", 0)
    assert not rss.items().feeds["feed"].refresh_interval
    with pytest.raises(errors.BadRequestError):
        rss.set_feed_refresh_interval("feed", -1)
    with pytest.raises(errors.ConflictError):
        rss.set_feed_refresh_interval("none-such", 1)


def test_a_rule_is_made_read_replaced_and_removed(busy_client: Client, busy_version: Version, site: str) -> None:
    rss = busy_client.rss
    wanted = RssRule(must_contain="blue", episode_filter="1x01-;", affected_feeds=[f"{site}good"])
    wanted.ignore_days, wanted.save_path = 3, "/none"
    rss.set_rule("blue", wanted)
    made = rss.rules()["blue"]
    assert (made.must_contain, made.episode_filter, made.affected_feeds) == ("blue", "1x01-;", [f"{site}good"])
    assert (made.ignore_days, made.enabled, made.use_regex, made.add_paused) == (3, True, False, None)
    assert Path(str(made.save_path)) == Path("/none")
    assert (made.priority is None) == (busy_version < (4, 6))
    assert not made.extra
    assert made.torrent_params is None or not made.torrent_params.extra
    rss.set_rule("blue", {"mustContain": "red", "addPaused": True})
    assert (rss.rules()["blue"].must_contain, rss.rules()["blue"].add_paused) == ("red", True)
    assert rss.rules()["blue"].ignore_days == 0
    rss.remove_rule("blue")
    rss.remove_rule("blue")
    assert rss.rules() == {}


@pytest.mark.lines("qbittorrent-5.1", "qbittorrent-newest")
def test_a_rule_says_how_torrents_are_added(busy_client: Client, busy_version: Version) -> None:
    params = RssTorrentParams(category="films", tags=["a", "b"], stopped=True, upload_limit=1000, content_layout="NoSubfolder")
    busy_client.rss.set_rule("films", RssRule(torrent_params=params, priority=4))
    made = busy_client.rss.rules()["films"]
    assert made.torrent_params
    assert (made.torrent_params.category, set(made.torrent_params.tags or ()), made.priority) == ("films", {"a", "b"}, 4)
    assert (made.torrent_params.stopped, made.torrent_params.content_layout) == (True, "NoSubfolder")
    assert (made.add_paused, made.assigned_category, made.torrent_content_layout) == (True, "films", "NoSubfolder")
    busy_client.rss.set_rule("copy", made)
    assert busy_client.rss.rules()["copy"] == made


def test_a_rule_is_renamed_on_every_line(busy_client: Client) -> None:
    rss = busy_client.rss
    rss.set_rule("old", RssRule(must_contain="kept"))
    rss.set_rule("other", RssRule(must_contain="untouched"))
    rss.rename_rule("old", "new")
    assert {name: rule.must_contain for name, rule in rss.rules().items()} == {"new": "kept", "other": "untouched"}
    rss.rename_rule("none-such", "nothing")
    rss.rename_rule("new", "other")
    assert {name: rule.must_contain for name, rule in rss.rules().items()} == {"new": "kept", "other": "untouched"}


def test_a_rule_is_cloned(busy_client: Client, busy_version: Version) -> None:
    rss = busy_client.rss
    if busy_version < (5, 3):
        with pytest.raises(errors.UnsupportedError):
            rss.clone_rule("a", "b")
        return
    rss.set_rule("a", RssRule(must_contain="kept"))
    rss.clone_rule("a", "b")
    rss.clone_rule("none-such", "c")
    assert {name: rule.must_contain for name, rule in rss.rules().items()} == {"a": "kept", "b": "kept"}


def test_a_rule_shows_what_it_matches(busy_client: Client, feed: str, site: str) -> None:
    busy_client.rss.set_rule("blue", RssRule(must_contain="blue", affected_feeds=[f"{site}good"]))
    assert {name: set(titles) for name, titles in busy_client.rss.matching_articles("blue").items()} == {
        feed: {"Harbour 1x01 blue", "Quay 2x01 blue"}
    }
    assert busy_client.rss.matching_articles("none-such") == {}


@pytest.mark.parametrize("form", ["mapping", "text", "bytes", "path"])
def test_rules_are_exported_and_imported(busy_client: Client, busy_version: Version, tmp_path: Path, form: str) -> None:
    rss = busy_client.rss
    if busy_version < (5, 3):
        with pytest.raises(errors.UnsupportedError):
            rss.export_rules()
        with pytest.raises(errors.UnsupportedError):
            rss.import_rules({})
        return
    rss.set_rule("kept", RssRule(must_contain="kept"))
    rss.set_rule("replaced", RssRule(must_contain="before"))
    said = {"replaced": {"mustContain": "after"}, "new": {"mustContain": "ünï"}}
    text = json.dumps(said)
    path = tmp_path / "rules.json"
    path.write_text(text)
    given: dict[str, Rules] = {
        "mapping": {**said, "new": RssRule(must_contain="ünï")},
        "text": text,
        "bytes": text.encode(),
        "path": path,
    }
    rss.import_rules(given[form])
    assert {name: rule.must_contain for name, rule in rss.export_rules().items()} == {
        "kept": "kept",
        "replaced": "after",
        "new": "ünï",
    }
    assert rss.export_rules() == rss.rules()
    exported = rss.export_rules()
    for name in exported:
        rss.remove_rule(name)
    rss.import_rules(exported)
    assert rss.rules() == exported


@pytest.mark.lines("qbittorrent-newest")
def test_rules_that_are_none_change_nothing(busy_client: Client, busy_version: Version, tmp_path: Path) -> None:
    for bad in ("", "{cut", "[1]", '{"a": 5}'):
        with pytest.raises(errors.BadRequestError):
            busy_client.rss.import_rules(bad)
    with pytest.raises(errors.FileMissingError):
        busy_client.rss.import_rules(tmp_path / "none-such.json")
    assert busy_client.rss.rules() == {}
