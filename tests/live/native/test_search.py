"""Searching on each line, with a plugin of our own that finds what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.harness.daemon import Daemon
from tests.harness.session import Session
from tests.live.content import wait_until
from tests.live.native.refusals import UNWRITABLE

from bitharbor import errors
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent.records import SearchResults

Version = tuple[int, ...]
NAME = "harbour"
STRANGER = 99
MAGNET = "magnet:?xt=urn:btih:" + "6" * 40
PLUGIN = f'''#VERSION: 1.2
import time
from urllib.parse import unquote
from novaprinter import prettyPrinter


class {NAME}(object):
    url = "http://127.0.0.1:9"
    name = "Harbour"
    supported_categories = {{"all": "0", "books": "1"}}

    def search(self, what, cat="all"):
        for i in range(3):
            prettyPrinter(
                {{
                    "link": "{MAGNET}", "name": "%s %d" % (unquote(what), i), "size": str(1000 + i),
                    "seeds": str(i), "leech": "7",
                    "engine_url": self.url, "desc_link": self.url + "/about", "pub_date": "1700000000",
                }}
            )
        if what == "slow":
            time.sleep(60)
'''


@pytest.fixture
def plugin(busy_client: Client, busy_daemon: Daemon) -> Iterator[str]:
    """The plugin, installed; afterwards it and all jobs are gone. Plugins get the words percent-encoded (seen on all lines)."""
    path = busy_daemon.profile / f"{NAME}.py"
    path.write_text(PLUGIN)
    busy_client.search.install_plugin(path)
    wait_until(lambda: NAME in {one.name for one in busy_client.search.plugins()}, "the plugin's installation")
    yield NAME
    for job in busy_client.search.status():
        busy_client.search.delete(job.id)
    busy_client.search.uninstall_plugin([NAME, "none-such"])
    wait_until(lambda: not busy_client.search.plugins(), "the plugin's removal")


def finished(client: Client, job: int) -> SearchResults:
    wait_until(lambda: [one.status for one in client.search.status(job)] == ["Stopped"], "the end of the search")
    return client.search.results(job)


def test_an_installed_plugin_is_described(busy_client: Client, busy_version: Version, plugin: str) -> None:
    (one,) = busy_client.search.plugins()
    assert (one.name, one.full_name, one.url, one.enabled) == (plugin, "Harbour", "http://127.0.0.1:9", True)
    assert "books" in {category.id for category in one.supported_categories}
    if busy_version >= (4, 3):
        assert {category.id: category.name for category in one.supported_categories}["books"] == "Books"
    assert not one.extra


def test_a_search_finds_what_the_plugin_says(busy_client: Client, busy_version: Version, plugin: str) -> None:
    job = busy_client.search.start("blue book", plugins=[plugin], category="books")
    found = finished(busy_client, job)
    assert (found.status, found.total) == ("Stopped", 3)
    assert sorted(one.file_name for one in found.results) == ["blue book 0", "blue book 1", "blue book 2"]
    first = min(found.results, key=lambda one: one.file_size)
    assert (first.file_size, first.nb_seeders, first.nb_leechers, first.file_url) == (1000, 0, 7, MAGNET)
    assert (first.site_url, first.descr_link) == ("http://127.0.0.1:9", "http://127.0.0.1:9/about")
    assert (first.engine_name, first.pub_date) == ((plugin, 1_700_000_000) if busy_version >= (5, 0) else (None, None))
    assert not first.extra
    (status,) = busy_client.search.status(job)
    wanted = ("blue book", "books", [plugin]) if busy_version >= (5, 3) else (None, None, None)
    assert (status.pattern, status.category, status.plugins) == wanted
    assert job in {one.id for one in busy_client.search.status()}


def test_results_come_in_slices(busy_client: Client, plugin: str) -> None:
    job = busy_client.search.start("x", plugin)
    whole = [one.file_name for one in finished(busy_client, job).results]
    assert [one.file_name for one in busy_client.search.results(job, limit=2).results] == whole[:2]
    assert [one.file_name for one in busy_client.search.results(job, offset=1).results] == whole[1:]
    assert [one.file_name for one in busy_client.search.results(job, 1, -2).results] == whole[1:2]
    for offset in (99, -99):
        with pytest.raises(errors.ConflictError):
            busy_client.search.results(job, offset=offset)


def test_a_stopped_search_keeps_its_results_and_a_deleted_one_is_gone(busy_client: Client, plugin: str) -> None:
    job = busy_client.search.start("slow", plugin)
    wait_until(lambda: busy_client.search.results(job).total == 3, "the first results")
    busy_client.search.stop(job)
    assert finished(busy_client, job).total == 3
    busy_client.search.stop(job)
    busy_client.search.delete(job)
    with pytest.raises(errors.NotFoundError):
        busy_client.search.results(job)


def test_a_folder_that_may_not_be_written_into_ends_no_search(busy_client: Client, busy_version: Version, plugin: str) -> None:
    job = busy_client.search.start("slow", plugin)
    order = busy_client.torrents.set_location if busy_version < (4, 4) else busy_client.torrents.set_save_path
    with pytest.raises(errors.ForbiddenError, match="Cannot write to directory"):
        order("all", UNWRITABLE)
    assert [(one.id, one.status) for one in busy_client.search.status(job)] == [(job, "Running")]


def test_more_than_five_searches_at_a_time_are_refused(busy_client: Client, plugin: str) -> None:
    for _ in range(5):
        busy_client.search.start("slow", plugin)
    with pytest.raises(errors.ConflictError):
        busy_client.search.start("slow", plugin)


def test_an_unknown_job_is_not_found(busy_client: Client) -> None:
    for call in (
        busy_client.search.status,
        busy_client.search.results,
        busy_client.search.stop,
        busy_client.search.delete,
    ):
        with pytest.raises(errors.NotFoundError):
            call(STRANGER)


def test_a_plugin_is_switched_off_and_on(busy_client: Client, plugin: str) -> None:
    for switched in (False, True):
        busy_client.search.enable_plugin(plugin, switched)
        assert [one.enabled for one in busy_client.search.plugins()] == [switched]
    busy_client.search.enable_plugin(["none-such"])


def test_a_file_that_is_no_plugin_is_not_installed(busy_client: Client, tmp_path: Path) -> None:
    last = busy_client.log.main()[-1].id
    (tmp_path / "empty.py").write_text("")
    busy_client.search.install_plugin([str(tmp_path / "empty.py"), tmp_path / "none-such.py"])
    assert busy_client.search.plugins() == []
    assert last >= 0


def test_plugins_are_updated_by_way_of_the_proxy_and_its_failure_is_no_error(busy_client: Client, plugin: str) -> None:
    before = busy_client.app.preferences()
    busy_client.app.set_preferences({"proxy_type": "HTTP", "proxy_ip": "127.0.0.1", "proxy_port": 9})  # keeps it on loopback
    busy_client.search.update_plugins()
    assert [one.name for one in busy_client.search.plugins()] == [plugin]
    busy_client.app.set_preferences(before)


def test_a_result_is_downloaded(busy_client: Client, busy_daemon: Daemon, busy_version: Version, plugin: str) -> None:
    if busy_version < (5, 0):
        with pytest.raises(errors.UnsupportedError):
            busy_client.search.download_torrent(MAGNET, plugin)
        return
    busy_client.search.download_torrent(MAGNET, plugin)
    wait_until(lambda: [row.hash for row in busy_client.torrents.info()] == ["6" * 40], "the torrent")
    Session(busy_daemon).post("torrents/delete", hashes="all", deleteFiles="false")
    wait_until(lambda: not busy_client.torrents.info(), "its deletion")


def test_categories_are_asked_for_only_where_they_exist(busy_client: Client, busy_version: Version) -> None:
    if busy_version < (4, 3):
        assert busy_client.search.categories() == ["All categories"]
        assert busy_client.search.categories("all") == ["All categories"]
        return
    with pytest.raises(errors.UnsupportedError, match=r"gone since qBittorrent 4\.3\.0"):
        busy_client.search.categories()


def test_without_python_nothing_is_searched(client: Client) -> None:
    with pytest.raises(errors.ConflictError):
        client.search.start("anything")
