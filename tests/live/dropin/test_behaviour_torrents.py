"""Torrents, as programs rely on them: what may be given for files, what comes back, objects with methods, empty selections."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import Made, make, wait_until
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Relay
from tests.live.dropin.test_request_options import MAGNET, MAGNET_HASH

from qbittorrentapi import (
    Client,
    Conflict409Error,
    HTTP4XXError,
    MissingRequiredParameters400Error,
    TorrentDictionary,
    TorrentMetadataList,
    TorrentsAddedMetadata,
    UnsupportedMediaType415Error,
)
from qbittorrentapi._version_support import v

NEWEST = pytest.mark.lines("qbittorrent-newest")


def is_before(client: Client, release: str) -> bool:
    return v(client.app_version()) < v(release)


def hashes(client: Client) -> set[str]:
    return {row.hash for row in client.torrents_info()}


@pytest.fixture
def client(new_client: MakeClient) -> Iterator[Client]:
    """A client; afterwards the daemon has no torrents."""
    client = new_client()
    yield client
    client.torrents_delete(torrent_hashes="all")
    wait_until(lambda: not client.torrents_info(), "deletion")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Made, Made]:
    """Two torrents, as files of one name in two folders."""
    first, second = (make(tmp_path / folder, f"{folder}.bin") for folder in ("one", "two"))
    for made in (first, second):
        (made.folder / "same.torrent").write_bytes(made.torrent)
    return first, second


# files

Given = Callable[[Made], Any]


def linked(made: Made) -> Path:
    link = made.folder / "link.torrent"
    link.symlink_to(made.folder / "same.torrent")
    return link


GIVEN: dict[str, Given] = {
    "bytes": lambda made: made.torrent,
    "bytearray": lambda made: bytearray(made.torrent),
    "path": lambda made: made.folder / "same.torrent",
    "text": lambda made: str(made.folder / "same.torrent"),
    "link": linked,
    "home": lambda made: "~/same.torrent",
    "open": lambda made: io.BytesIO(made.torrent),
    "list": lambda made: [made.torrent],
    "generator": lambda made: (one for one in [made.torrent]),
    "mapping": lambda made: {"mine": made.torrent},
    "mapping of paths": lambda made: {"mine": str(made.folder / "same.torrent")},
}


@NEWEST
@pytest.mark.parametrize("kind", GIVEN)
def test_a_file_is_given_as_bytes_path_or_handle_alone_or_among_others(
    client: Client, pair: tuple[Made, Made], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(pair[0].folder))
    client.torrents_add(torrent_files=GIVEN[kind](pair[0]), is_stopped=True)
    wait_until(lambda: hashes(client) == {pair[0].torrent_hash}, "adding")


def test_two_files_of_one_name_are_both_added(client: Client, pair: tuple[Made, Made]) -> None:
    answer = client.torrents_add(torrent_files=[made.folder / "same.torrent" for made in pair], is_stopped=True)
    assert answer == "Ok."
    wait_until(lambda: hashes(client) == {made.torrent_hash for made in pair}, "both")


def test_a_file_goes_under_its_name_its_key_or_its_place(relay: Relay, new_client: MakeClient, pair: tuple[Made, Made]) -> None:
    client = new_client(relay.url)
    path = pair[0].folder / "same.torrent"
    keyed: list[Any] = [{"key.torrent": path}, {"key.torrent": b"de"}]
    for given in (path, linked(pair[0]), *keyed, b"de", [b"de", io.BytesIO(b"de")]):
        try:
            client.torrents_add(torrent_files=given, is_stopped=True)
        except HTTP4XXError:  # a duplicate, no torrent: it was sent, that is what counts
            continue
    bodies = [one.body for one in relay.of("torrents/add")]
    names = ("0_same", "0_link", "0_key", "0_key", "0_torrent__0", "1_torrent__1")
    for name, body in zip(names, bodies, strict=True):
        assert f'filename="{name}'.encode() in body
    wait_until(lambda: bool(client.torrents_info()), "adding")
    client.torrents_delete(torrent_hashes="all")


@pytest.mark.parametrize("nothing", [[], "", None, {}])
def test_no_files_and_urls_are_urls(client: Client, nothing: Any) -> None:
    assert client.torrents_add(urls=MAGNET, torrent_files=nothing, is_stopped=True) == "Ok."
    wait_until(lambda: hashes(client) == {MAGNET_HASH}, "adding")


@pytest.mark.parametrize("form", ["text", "list", "tuple", "generator"])
def test_several_addresses_are_text_of_lines_or_any_collection(client: Client, form: str) -> None:
    magnets = [f"magnet:?xt=urn:btih:{digit * 40}" for digit in "12"]
    forms: dict[str, Any] = {
        "text": "\n".join(magnets),
        "list": magnets,
        "tuple": tuple(magnets),
        "generator": (one for one in magnets),
    }
    client.torrents_add(urls=forms[form], is_stopped=True)
    wait_until(lambda: hashes(client) == {"1" * 40, "2" * 40}, "adding")


def test_files_and_addresses_go_in_one_call(client: Client, pair: tuple[Made, Made]) -> None:
    client.torrents_add(urls=MAGNET, torrent_files=pair[0].torrent, is_stopped=True)
    wait_until(lambda: hashes(client) == {MAGNET_HASH, pair[0].torrent_hash}, "adding")


def test_adding_answers_text_through_5_1_and_counts_since_5_2_whatever_is_wanted_of_answers(
    client: Client, pair: tuple[Made, Made]
) -> None:
    answer = client.torrents_add(torrent_files=pair[0].torrent, is_stopped=True, SIMPLE_RESPONSES=True)
    if is_before(client, "5.2.0"):
        assert type(answer) is str
    else:
        assert isinstance(answer, TorrentsAddedMetadata)
        assert (answer.success_count, answer.failure_count, answer.pending_count) == (1, 0, 0)
        assert answer["added_torrent_ids"] == [pair[0].torrent_hash]
    wait_until(lambda: bool(hashes(client)), "adding")


def test_a_duplicate_fails_through_5_1_and_is_a_conflict_since_5_2(client: Client, pair: tuple[Made, Made]) -> None:
    client.torrents_add(torrent_files=pair[0].torrent, is_stopped=True)
    wait_until(lambda: bool(hashes(client)), "adding")
    if is_before(client, "5.2.0"):
        # 4.2.5 takes it without a word
        assert client.torrents_add(torrent_files=pair[0].torrent) == ("Ok." if is_before(client, "4.5.0") else "Fails.")
    else:
        with pytest.raises(Conflict409Error):
            client.torrents_add(torrent_files=pair[0].torrent)


@NEWEST
def test_a_duplicate_magnet_is_a_conflict_too(client: Client) -> None:
    client.torrents_add(urls=MAGNET, is_stopped=True)
    wait_until(lambda: bool(hashes(client)), "adding")
    with pytest.raises(Conflict409Error):
        client.torrents_add(urls=MAGNET)


@NEWEST
def test_a_torrent_file_is_read_without_being_added(client: Client, pair: tuple[Made, Made]) -> None:
    for given in (pair[0].torrent, pair[0].folder / "same.torrent", [io.BytesIO(pair[0].torrent)]):
        rows = client.torrents_parse_metadata(torrent_files=given)
        assert isinstance(rows, TorrentMetadataList)
        assert rows[0]["hash"] == pair[0].torrent_hash
    assert hashes(client) == set()


# paths


@pytest.mark.lines("qbittorrent-4.5", "qbittorrent-5.1", "qbittorrent-newest")
def test_a_download_path_that_is_given_is_used(client: Client, daemon: Daemon) -> None:
    folder = daemon.downloads / "unfinished"
    client.torrents_add(urls=MAGNET, download_path=str(folder), is_stopped=True)
    wait_until(lambda: bool(client.torrents_info()), "adding")
    assert client.torrents_info()[0].download_path.rstrip("/") == str(folder)


@pytest.mark.lines("qbittorrent-4.5", "qbittorrent-5.1", "qbittorrent-newest")
def test_a_download_path_of_a_category_is_used(client: Client, daemon: Daemon) -> None:
    folder = str(daemon.downloads / "unfinished")
    client.torrents_create_category(name="films", download_path=folder)
    assert client.torrents_categories()["films"]["download_path"] == folder
    client.torrents_remove_categories(categories="films")


def test_paths_may_be_path_objects(client: Client, daemon: Daemon, pair: tuple[Made, Made]) -> None:
    client.torrents_add(torrent_files=pair[0].torrent, save_path=daemon.downloads / "deep", is_stopped=True)
    wait_until(lambda: bool(client.torrents_info()), "adding")
    assert client.torrents_info()[0].save_path.rstrip("/") == str(daemon.downloads / "deep")
    shutil.rmtree(daemon.downloads / "deep", ignore_errors=True)


# refusals


def test_a_category_without_a_name_misses_something_and_one_that_exists_is_a_conflict(client: Client) -> None:
    with pytest.raises(MissingRequiredParameters400Error):
        client.torrents_create_category()
    client.torrents_create_category(name="here")
    with pytest.raises(Conflict409Error):
        client.torrents_create_category(name="here")
    client.torrents_remove_categories(categories="here")


def test_what_is_no_torrent_file_is_refused_and_named(client: Client) -> None:
    with pytest.raises(UnsupportedMediaType415Error, match="mine"):
        client.torrents_add(torrent_files={"mine": b"no torrent"})


# selections


def test_an_empty_selection_lists_everything_and_does_nothing(client: Client, torrent: Made) -> None:
    assert hashes(client) == {torrent.torrent_hash}
    assert [row.hash for row in client.torrents_info(torrent_hashes=[])] == [torrent.torrent_hash]
    client.torrents_start(torrent_hashes=[])
    client.torrents_delete(delete_files=True, torrent_hashes=[])
    assert [row.state_enum.is_stopped for row in client.torrents_info()] == [True]


def test_no_selection_is_no_order_to_delete(client: Client, torrent: Made) -> None:
    with pytest.raises(MissingRequiredParameters400Error):
        client.torrents_delete(delete_files=True)
    assert hashes(client) == {torrent.torrent_hash}


def test_the_value_stands_first_in_the_flat_method_and_the_selection_in_the_namespace(client: Client, torrent: Made) -> None:
    client.torrents_set_download_limit(51200, torrent.torrent_hash)
    assert client.torrents_info()[0].dl_limit == 51200
    client.torrents.set_download_limit(torrent.torrent_hash, limit=102400)
    assert client.torrents_info()[0].dl_limit == 102400
    client.torrents.delete(torrent.torrent_hash)
    wait_until(lambda: not client.torrents_info(), "deletion")


def test_an_action_of_the_namespace_has_a_form_for_all(client: Client, torrent: Made) -> None:
    client.torrents.set_upload_limit.all(limit=51200)
    assert client.torrents_info()[0].up_limit == 51200
    client.torrents.start.all()
    wait_until(lambda: not client.torrents_info()[0].state_enum.is_stopped, "starting")
    client.torrents.stop.all()
    wait_until(lambda: client.torrents_info()[0].state_enum.is_stopped, "stopping")


# a torrent


@pytest.fixture
def row(client: Client, torrent: Made) -> TorrentDictionary:
    """The torrent, as an object."""
    return client.torrents_info()[0]


def test_properties_of_a_torrent_ask_the_daemon_each_time(row: TorrentDictionary, torrent: Made) -> None:
    assert row.info == row.info
    assert row.info is not row.info
    assert row.properties["total_size"] == 100_000
    assert row.trackers[0].url.startswith("**")
    assert [one.name for one in row.files] == [torrent.name]
    assert [one.index for one in row.files] == [one.id for one in row.files] == [0]
    assert list(row.webseeds) == []
    assert set(row.piece_states) <= {0, 1, 2}
    assert len(row.piece_hashes[0]) == 40
    assert {row.download_limit, row.upload_limit} <= {0, -1}  # none; -1 on 4.2.5


# property of a torrent -> what it asks for, and since which release there is such a thing
ASKING = {
    "info": ("torrents/info", ""),
    "properties": ("torrents/properties", ""),
    "trackers": ("torrents/trackers", ""),
    "files": ("torrents/files", ""),
    "webseeds": ("torrents/webseeds", ""),
    "piece_states": ("torrents/pieceStates", ""),
    "piece_hashes": ("torrents/pieceHashes", ""),
    "piece_availability": ("torrents/pieceAvailability", "5.2.0"),
    "ssl_parameters": ("torrents/SSLParameters", "5.0.0"),
    "download_limit": ("torrents/downloadLimit", ""),
    "upload_limit": ("torrents/uploadLimit", ""),
}


def test_each_reading_of_a_torrents_property_is_one_request(relay: Relay, new_client: MakeClient, torrent: Made) -> None:
    client = new_client(relay.url)
    (row,) = client.torrents_info()
    present = {name: action for name, (action, since) in ASKING.items() if not (since and is_before(client, since))}
    client.torrents_tags()  # so that the version is known
    relay.seen.clear()
    for name in present:
        getattr(row, name)
        getattr(row, name)
    assert relay.actions == [action for action in present.values() for _ in range(2)]
    assert [getattr(row, name) for name in ASKING if name not in present] == [None] * (len(ASKING) - len(present))


def test_limits_and_trackers_of_a_torrent_are_set_by_assignment(row: TorrentDictionary) -> None:
    row.download_limit = 51200
    row.uploadLimit = 102400
    assert (row.downloadLimit, row.upload_limit) == (51200, 102400)
    row.trackers = ["http://127.0.0.1:1/announce"]  # pyright: ignore[reportAttributeAccessIssue] - what is set is no list of trackers
    wait_until(lambda: "http://127.0.0.1:1/announce" in [one.url for one in row.trackers], "the tracker")


def test_a_torrent_is_renamed_tagged_and_put_into_a_category_by_its_own_methods(client: Client, row: TorrentDictionary) -> None:
    row.rename(new_name="another name")
    row.add_tags(tags=["one", "two"])
    client.torrents_create_category(name="films")
    row.set_category(category="films")
    wait_until(lambda: row.info.name == "another name", "renaming")
    row.sync_local()
    assert (row.name, row.category) == ("another name", "films")
    assert {one.strip() for one in row.tags.split(",")} == {"one", "two"}
    row.remove_tags(tags="one")
    assert row.info.tags == "two"
    client.torrents_delete_tags(tags=["one", "two"])
    client.torrents_remove_categories(categories=["films"])


def test_a_torrent_is_exported_and_deleted_by_its_own_methods(client: Client, row: TorrentDictionary, torrent: Made) -> None:
    exported = row.export()
    assert exported is None if is_before(client, "4.5.0") else exported.startswith(b"d")
    assert row.setLocation == row.set_location
    row.delete()
    wait_until(lambda: not client.torrents_info(), "deletion")
    assert row.info == {}


@pytest.mark.lines("qbittorrent-newest")
def test_trackers_and_files_that_came_along_are_items_and_not_attributes(client: Client, torrent: Made) -> None:
    (row,) = client.torrents_info(include_trackers=True, include_files=True)
    assert isinstance(row["trackers"], list)
    assert row["files"][0]["name"] == torrent.name
    assert type(row.files).__name__ == "TorrentFilesList"


def test_the_key_that_a_method_hides_has_another_name(client: Client, torrent: Made) -> None:
    (row,) = client.torrents_info()
    assert callable(row.reannounce)
    assert ("reannounce_in" in row) is not is_before(client, "5.0.0")
    assert "reannounce" not in row
