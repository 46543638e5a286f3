"""The verbs of daily use on the newest daemon of every kind. What one cannot do is refused in words, with exit code 1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest
from tests.live.cli.calling import Btclient
from tests.live.cli.conftest import Steered, path_of
from tests.live.content import Made, wait_until

from bitharbor.unified import Capability, State

Rows = list[dict[str, object]]


@pytest.fixture(autouse=True)
def addressed(request: pytest.FixtureRequest, btclient: Btclient) -> None:
    """The command knows which daemon is meant: by a profile, as people have it."""
    name = next(name for name in ("steered", "qbittorrent") if name in request.fixturenames)
    steered: Steered = request.getfixturevalue(name)
    said = btclient("profile", "add", "here", steered.url)
    assert said.code == 0
    assert steered.daemon.password not in said.out


def test_torrents_are_listed_filtered_sorted_and_chosen_from(
    btclient: Btclient, seeding: Steered, lake: Made, film: Made
) -> None:
    rows = cast("Rows", btclient("list", "--sort", "-size", "--fields", "name,size,state,hash", "--json").json)
    assert rows == [
        {"name": "film.mkv", "size": 200_000, "state": "seeding", "infohash": film.torrent_hash},
        {"name": "lake.jpg", "size": 100_000, "state": "seeding", "infohash": lake.torrent_hash},
    ]
    filtered = btclient("list", "size < 150kB and name ~ LAKE and seeding", "--ndjson", "--fields", "name")
    assert [json.loads(line) for line in filtered.out.splitlines()] == [{"name": "lake.jpg"}]
    assert btclient("list", "stopped", "--json").json == []
    assert len(btclient("list", "--sort", "name", "--first", "1").out.splitlines()) == 2
    assert lake.torrent_hash in btclient("list").out


def test_a_torrent_and_the_daemon_are_shown(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    said = btclient("show", "lake.jpg", "--json")
    [row] = cast("Rows", said.json)
    assert (row["infohash"], row["name"], row["progress"]) == (lake.torrent_hash, "lake.jpg", 1.0)
    assert "  lake.jpg\n" in btclient("show", lake.torrent_hash[:8]).out
    [daemon] = cast("Rows", btclient("show", "--json").json)
    assert daemon["kind"] == seeding.kind
    assert f"  {daemon['version']}\n" in btclient("show").out
    [files] = cast("Rows", btclient("show", "lake.jpg", "--fields", "files", "--json").json)
    assert [file["path"] for file in cast("Rows", files["files"])] == ["lake.jpg"]


def test_torrents_are_added_and_what_cannot_be_is_told(btclient: Btclient, steered: Steered, lake: Made, film: Made) -> None:
    sources = [str(path_of(lake)), "/nowhere.torrent", str(path_of(film))]
    looked = btclient("add", *sources, "--dry-run")
    assert (looked.code, steered.infohashes()) == (3, set())
    assert f"would be added  {lake.torrent_hash}  lake.jpg\n" in looked.out
    said = btclient("add", *sources, "--location", str(lake.folder), "--wait")
    assert said.code == 3
    assert said.out == f"added   {lake.torrent_hash}  lake.jpg\nadded   {film.torrent_hash}  film.mkv\n"
    assert "/nowhere.torrent" in said.err
    wait_until(lambda: steered.state(lake) is State.SEEDING, "seeding")
    again = btclient("add", sources[0], "--json")
    assert again.code == 0
    assert [row["fate"] for row in cast("Rows", again.json)] == ["already"]


def test_torrents_are_stopped_and_started_by_prefix_name_and_filter(
    btclient: Btclient, seeding: Steered, lake: Made, film: Made
) -> None:
    said = btclient("stop", lake.torrent_hash[:6], "film.mkv")
    assert said.code == 0
    assert said.out == f"stopped  {lake.torrent_hash}  lake.jpg\nstopped  {film.torrent_hash}  film.mkv\n"
    assert (seeding.state(lake), seeding.state(film)) == (State.STOPPED, State.STOPPED)
    assert btclient("stop", "lake.jpg").out == f"was stopped  {lake.torrent_hash}  lake.jpg\n"
    started = btclient("start", "--where", "name = film.mkv", "--json")
    assert [row["fate"] for row in cast("Rows", started.json)] == ["done"]
    assert (seeding.state(lake), seeding.state(film)) == (State.STOPPED, State.SEEDING)


def test_nothing_is_ordered_when_one_of_the_named_is_not_there(
    btclient: Btclient, qbittorrent_seeding: Steered, lake: Made
) -> None:
    said = btclient("stop", "lake.jpg", "no such torrent")
    assert (said.code, said.out) == (1, "")
    assert "nothing was done" in said.err
    assert qbittorrent_seeding.state(lake) is State.SEEDING


@pytest.mark.parametrize("words", [["stop"], ["remove"], ["remove", "--where", ""], ["verify", "--all", "lake.jpg"]])
def test_no_selection_never_means_all(btclient: Btclient, qbittorrent_seeding: Steered, words: list[str]) -> None:
    said = btclient(*words)
    assert (said.code, said.out) == (2, "")
    assert len(qbittorrent_seeding.infohashes()) == 2


def test_a_filter_that_matches_none_does_nothing(btclient: Btclient, qbittorrent_seeding: Steered) -> None:
    said = btclient("remove", "--where", "size > 1TiB", "--with-data", "--yes", "--json")
    assert (said.code, said.json) == (0, [])
    assert "nothing was done" in said.err
    assert len(qbittorrent_seeding.infohashes()) == 2


@pytest.mark.parametrize(
    "verb",
    [
        *(["start"], ["stop"], ["remove", "--with-data"], ["verify"], ["label", "--add", "x"]),
        *(["move", "--to", "/nowhere"], ["limit", "--up", "1MiB"]),
    ],
    ids=lambda words: words[0],
)
def test_a_dry_run_changes_nothing(btclient: Btclient, qbittorrent_seeding: Steered, lake: Made, verb: list[str]) -> None:
    said = btclient(*verb, "--all", "--dry-run")
    assert said.code == 0
    assert len([line for line in said.out.splitlines() if line.startswith("would be ")]) == 2
    torrent = qbittorrent_seeding.ask(lambda client: client.torrent(lake.torrent_hash))
    assert (torrent.state, torrent.labels, torrent.upload_limit) == (State.SEEDING, (), None)
    assert torrent.save_path == str(lake.folder)


def test_removing_keeps_the_data_unless_it_is_told_otherwise(
    btclient: Btclient, seeding: Steered, lake: Made, film: Made
) -> None:
    assert btclient("remove", "lake.jpg").out == f"removed  {lake.torrent_hash}  lake.jpg\n"
    assert (lake.folder / "lake.jpg").exists()
    assert seeding.infohashes() == {film.torrent_hash}


def test_data_is_not_deleted_without_an_answer(btclient: Btclient, qbittorrent_seeding: Steered, film: Made) -> None:
    said = btclient("remove", "film.mkv", "--with-data", input="y\n")
    assert (said.code, said.out) == (2, "")
    assert "--yes" in said.err
    assert film.torrent_hash in qbittorrent_seeding.infohashes()
    assert (film.folder / "film.mkv").exists()


def test_data_is_deleted_when_that_is_said(btclient: Btclient, seeding: Steered, film: Made) -> None:
    said = btclient("remove", "film.mkv", "--with-data", "--yes")
    if said.code == 1:
        assert "cannot remove with data" in said.err or film.torrent_hash in said.err
        return
    assert said.out == f"removed with data  {film.torrent_hash}  film.mkv\n"
    wait_until(lambda: not (film.folder / "film.mkv").exists(), "deletion of the data")


def test_data_is_verified_and_waited_for(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    said = btclient("verify", "lake.jpg", "--wait")
    assert said.code == 0
    assert said.out.split()[1:] == [lake.torrent_hash, "lake.jpg"]
    assert seeding.state(lake) is not State.CHECKING


def test_files_are_listed_and_wanted(btclient: Btclient, seeding: Steered) -> None:
    [file] = cast("Rows", btclient("files", "lake.jpg", "--json").json)
    assert (file["index"], file["path"], file["size"]) == (0, "lake.jpg", 100_000)
    [file] = cast("Rows", btclient("files", "lake.jpg", "--want", "high", "--only", "0", "--json").json)
    wait_until(lambda: "high" in btclient("files", "lake.jpg").out, "the priority")
    assert btclient("files", "lake.jpg", "--want", "high").code == 2


def test_trackers_are_added_and_removed(btclient: Btclient, seeding: Steered) -> None:
    url = "http://127.0.0.1:9/announce"
    assert url in btclient("trackers", "lake.jpg", "--add", url).out
    removed = btclient("trackers", "lake.jpg", "--remove", url)
    if removed.code:
        assert (removed.code, "cannot remove trackers" in removed.err) == (1, True)
        return
    assert url not in [row["url"] for row in cast("Rows", btclient("trackers", "lake.jpg", "--json").json)]


def test_peers_are_listed(btclient: Btclient, seeding: Steered) -> None:
    assert btclient("peers", "lake.jpg", "--json").json == []
    assert btclient("peers", "lake.jpg").out.startswith("ADDRESS  PORT")


def test_torrents_are_moved(btclient: Btclient, seeding: Steered, lake: Made, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    said = btclient("move", "lake.jpg", "--to", str(there))
    assert said.code == 0, said.err
    wait_until(lambda: (there / "lake.jpg").exists(), "the data to be moved")


def test_a_torrent_is_renamed_or_that_is_refused(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    said = btclient("rename", "lake.jpg", "sea.jpg")
    if said.code:
        assert (said.code, "cannot rename a torrent" in said.err) == (1, True)
        return
    assert said.out == f"renamed  {lake.torrent_hash}  sea.jpg\n"
    wait_until(lambda: "sea.jpg" in btclient("list").out, "the new name")


def test_labels_and_categories_are_given(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    can = seeding.ask(capabilities)
    said = btclient("label", "lake.jpg", "--add", "blue", "--add", "calm")
    assert said.code == (0 if Capability.LABELS in can else 1), said.err
    if said.code == 0:
        assert btclient("label", "lake.jpg", "--remove", "calm").code == 0
        assert seeding.ask(lambda client: client.torrent(lake.torrent_hash)).labels == ("blue",)
        assert btclient("list", "label = blue", "--fields", "name", "--json").json == [{"name": "lake.jpg"}]
        assert btclient("label", "lake.jpg", "--add", "blue", "--json").out.count('"already"') == 1
        assert btclient("label", "lake.jpg", "--no-labels").code == 0
    said = btclient("label", "lake.jpg", "--category", "photos")
    assert said.code == (0 if Capability.CATEGORIES in can else 1), said.err
    assert btclient("label", "lake.jpg").code == 2


def test_limits_of_torrents_and_of_the_daemon(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    can = seeding.ask(capabilities)
    said = btclient("limit", "lake.jpg", "--up", "2MiB")
    assert said.code == (0 if Capability.TORRENT_LIMITS in can else 1), said.err
    if said.code == 0:
        assert seeding.ask(lambda client: client.torrent(lake.torrent_hash)).upload_limit in (2 << 20, 2_097_000)
        assert btclient("limit", "lake.jpg", "--up", "none").code == 0
    assert btclient("limit", "--daemon", "--down", "3MiB").code == 0
    assert seeding.ask(lambda client: client.session()).download_limit in (3 << 20, 3_146_000, 3_145_000)
    assert btclient("limit", "--daemon", "--down", "none").code == 0
    assert btclient("limit", "lake.jpg").code == 2
    assert btclient("limit", "lake.jpg", "--daemon", "--up", "1").code == 2


def test_any_method_of_the_daemon_is_called(btclient: Btclient, qbittorrent: Steered) -> None:
    assert btclient("call", "app/version").out.startswith("v")
    said = btclient("call", "torrents/info", "limit=1")
    assert json.loads(said.out) == []
    assert btclient("call", "torrents/info", "--json").json == []


async def capabilities(client: object) -> frozenset[Capability]:
    """What the daemon can do."""
    from bitharbor import TorrentClient

    assert isinstance(client, TorrentClient)
    await client.connect()
    return client.capabilities
