"""Search, feeds, stored client data and the creator, through the drop-in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import LINES, had
from tests.live.content import wait_until
from tests.live.dropin.conftest import MakeClient, becomes
from tests.live.native.feeds import TITLES, served
from tests.live.native.test_search import MAGNET, NAME, PLUGIN

from qbittorrentapi import (
    Client,
    ClientDataDictionary,
    Conflict409Error,
    NotFound404Error,
    RSSitemsDictionary,
    RSSRulesDictionary,
    SearchJobDictionary,
    SearchPlugin,
    SearchResultsDictionary,
    SearchStatus,
    TaskStatus,
    TorrentCreatorTaskDictionary,
    TorrentCreatorTaskStatus,
)

CREATES = pytest.mark.lines("qbittorrent-5.1", "qbittorrent-newest")
NEWEST = pytest.mark.lines("qbittorrent-newest")


@pytest.fixture(scope="module", params=LINES)
def busy_daemon(request: pytest.FixtureRequest, fleet: Fleet) -> Iterator[Daemon]:
    """A daemon of each line with a search engine, and with feeds that are fetched, for the tests of this module."""
    settings = {"RSS/Session/EnableProcessing": "true"}
    with had(lambda: fleet.own(request.param, python=True, settings=settings)) as daemon:
        yield daemon


@pytest.fixture
def client(busy_daemon: Daemon, bare_client: MakeClient) -> Client:
    """A client of such a daemon."""
    return bare_client(busy_daemon.url, username=busy_daemon.user, password=busy_daemon.password)


# search


@pytest.fixture
def plugin(client: Client, busy_daemon: Daemon) -> Iterator[str]:
    """A plugin of our own, installed."""
    path = busy_daemon.profile / f"{NAME}.py"
    path.write_text(PLUGIN)
    client.search_install_plugin(sources=str(path))
    wait_until(lambda: NAME in [one.name for one in client.search_plugins()], "the plugin's installation")
    yield NAME
    for job in client.search_status():
        client.search_delete(search_id=job.id)
    client.search_uninstall_plugin(names=NAME)
    wait_until(lambda: not client.search_plugins(), "the plugin's removal")


def test_a_search_is_run_by_its_own_methods(client: Client, plugin: str) -> None:
    job = client.search.start(pattern="blue book", plugins=[plugin], category="all")
    assert isinstance(job, SearchJobDictionary)
    wait_until(lambda: job.status()[0].status == "Stopped", "the end of the search")
    assert isinstance(job.status()[0], SearchStatus)
    found = job.results(limit=2)
    assert isinstance(found, SearchResultsDictionary)
    assert (found.total, len(found.results)) == (3, 2)
    assert {one.fileUrl for one in found.results} == {MAGNET}
    job.delete()
    with pytest.raises(NotFound404Error):
        job.results()


def test_a_search_that_lasts_is_stopped(client: Client, plugin: str) -> None:
    job = client.search_start(pattern="slow", plugins=plugin, category="all")
    job.stop()
    wait_until(lambda: client.search_status(search_id=job.id)[0].status == "Stopped", "stopping")


def test_a_plugin_is_switched_off_and_on(client: Client, plugin: str) -> None:
    for wanted in (False, True):
        client.search_enable_plugin(plugins=plugin, enable=wanted)
        becomes(lambda: client.search.plugins[0].enabled, wanted)
    assert isinstance(client.search.plugins[0], SearchPlugin)
    client.search_enable_plugin(plugins=[plugin], enable=False)
    client.search.enable_plugin(plugins=[plugin])
    wait_until(lambda: client.search.plugins[0].enabled, "enabled unless said otherwise")


@pytest.mark.parametrize("argument", ["sources", "positional"])
def test_a_plugin_is_uninstalled_through_the_namespace(client: Client, busy_daemon: Daemon, argument: str) -> None:
    path = busy_daemon.profile / f"{NAME}.py"
    path.write_text(PLUGIN)
    client.search.install_plugin(sources=[str(path)])
    wait_until(lambda: bool(client.search.plugins), "the plugin's installation")
    if argument == "sources":
        client.search.uninstall_plugin(sources=[NAME])
    else:
        client.search.uninstallPlugin(NAME)
    wait_until(lambda: not client.search.plugins, "the plugin's removal")


@pytest.mark.lines("qbittorrent-4.2")
def test_categories_of_searches_are_texts_where_there_are_any(client: Client, plugin: str) -> None:
    assert "All categories" in client.search_categories()


# feeds


@pytest.fixture
def feeds(client: Client) -> Iterator[str]:
    """The address of a folder of feeds; afterwards the daemon has none, and no rules."""
    with served() as address:
        yield address
    # 4.5.2 ends by itself when a feed goes that it is just fetching
    wait_until(lambda: '"isLoading":true' not in client._post("rss", "items", data={"withData": True}).text, "the end of fetches")
    for name in client.rss_items():
        client.rss_remove_item(item_path=name)
    for name in client.rss_rules():
        client.rss_remove_rule(rule_name=name)


def test_a_feed_is_added_read_marked_moved_and_removed(client: Client, feeds: str) -> None:
    client.rss_add_folder(folder_path="news")
    client.rss.add_feed(url=f"{feeds}good", item_path="news\\harbour")
    wait_until(lambda: articles(client) == sorted(TITLES), "the articles")
    items = client.rss.items.with_data
    assert isinstance(items, RSSitemsDictionary)
    assert items.news.harbour.url == items["news"]["harbour"]["url"] == f"{feeds}good"
    assert "articles" not in client.rss.items.without_data["news"]["harbour"]
    assert "articles" not in client.rss_items()["news"]["harbour"]
    with pytest.raises(Conflict409Error):
        client.rss_add_folder(folder_path="news")
    client.rss_move_item(orig_item_path="news\\harbour", new_item_path="harbour")
    assert set(client.rss_items()) == {"news", "harbour"}
    client.rss_remove_item(item_path="harbour")
    assert set(client.rss_items()) == {"news"}


def articles(client: Client) -> list[str]:
    rows: Any = client.rss_items(include_feed_data=True)["news"]["harbour"].get("articles", [])
    return sorted(one["title"] for one in rows)


def test_a_rule_is_set_matched_renamed_and_removed(client: Client, feeds: str) -> None:
    url = f"{feeds}good"
    client.rss_add_feed(url=url, item_path="harbour")
    wait_until(lambda: bool(client.rss_items(include_feed_data=True)["harbour"].get("articles")), "the articles")
    client.rss.set_rule(rule_name="blue", rule_def={"enabled": False, "mustContain": "blue", "affectedFeeds": [url]})
    rules = client.rss.rules
    assert isinstance(rules, RSSRulesDictionary)
    assert rules.blue.mustContain == "blue"
    matched = client.rss_matching_articles(rule_name="blue")
    assert sorted(matched["harbour"]) == sorted(one for one in TITLES if "blue" in one)
    client.rss_rename_rule(orig_rule_name="blue", new_rule_name="sea")
    wait_until(lambda: set(client.rss_rules()) == {"sea"}, "renaming")
    client.rss_removeRule(rule_name="sea")
    assert client.rss_rules() == {}


@NEWEST
@pytest.mark.parametrize("form", ["mapping", "text", "bytes"])
def test_exported_rules_are_imported_in_any_form(client: Client, feeds: str, form: str) -> None:
    client.rss_set_rule(rule_name="blue", rule_def={"enabled": False, "mustContain": "blue"})
    exported = client.rss_export_rules()
    assert isinstance(exported, RSSRulesDictionary)
    client.rss_remove_rule(rule_name="blue")
    forms: dict[str, Any] = {"mapping": exported, "text": json.dumps(exported), "bytes": json.dumps(exported).encode()}
    client.rss_import_rules(rules=forms[form])
    assert client.rss_rules()["blue"]["mustContain"] == "blue"


# client data


@NEWEST
def test_client_data_are_stored_loaded_and_removed(client: Client) -> None:
    client.clientdata_store(data={"mine": {"colour": "blue", "sizes": [1, 2]}, "yours": True})
    loaded = client.clientdata.load(keys=["mine"])
    assert isinstance(loaded, ClientDataDictionary)
    assert loaded == {"mine": {"colour": "blue", "sizes": [1, 2]}}
    assert loaded.mine.colour == "blue"
    assert set(client.clientdata.load()) >= {"mine", "yours"}
    client.clientdata.store(data={"mine": None, "yours": None})
    assert set(client.clientdata_load()) & {"mine", "yours"} == set()


# creator


@pytest.fixture
def source(busy_daemon: Daemon) -> Path:
    """A file that the daemon can read."""
    path = busy_daemon.downloads / "content.bin"
    path.write_bytes(b"content" * 10_000)
    return path


@CREATES
def test_a_torrent_is_made_fetched_and_its_task_deleted_by_the_tasks_own_methods(client: Client, source: Path) -> None:
    task = client.torrentcreator.add_task(source_path=source, format="v1", comment="mine", trackers=["http://127.0.0.1:1/a"])
    assert isinstance(task, TorrentCreatorTaskDictionary)
    assert task.task_id == task.taskID
    wait_until(lambda: TaskStatus(task.status().status) is TaskStatus.FINISHED, "making")
    status = task.status()
    assert isinstance(status, TorrentCreatorTaskStatus)
    assert (status.comment, status.trackers) == ("mine", ("http://127.0.0.1:1/a",))
    assert task.torrent_file().startswith(b"d8:announce")
    assert task.taskID in [one.taskID for one in client.torrentcreator_status()]
    task.delete()
    with pytest.raises(NotFound404Error):
        client.torrentcreator_torrent_file(task_id=task.task_id)


@CREATES
def test_a_torrent_that_cannot_be_made_is_told_in_its_status(client: Client, busy_daemon: Daemon) -> None:
    task = client.torrentcreator_add_task(source_path=str(busy_daemon.downloads / "missing"))
    wait_until(lambda: TaskStatus(task.status().status) is TaskStatus.FAILED, "failing")
    assert task.status().message
    with pytest.raises(Conflict409Error):
        task.torrentFile()
    task.delete()
