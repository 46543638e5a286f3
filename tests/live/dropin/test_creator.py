"""The torrent creator through the drop-in, as its document shows it: 5.0 and younger, and what older daemons say."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, MutableSequence
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.dropin.conftest import MakeClient

import qbittorrentapi
from bitharbor.model.metainfo import Metainfo
from qbittorrentapi import (
    Client,
    Conflict409Error,
    NotFound404Error,
    TaskStatus,
    TorrentCreatorTaskDictionary,
    TorrentCreatorTaskStatus,
    TorrentCreatorTaskStatusList,
)
from qbittorrentapi.torrentcreator import TaskStatus as TaskStatusOfItsModule

HAS_CREATOR = pytest.mark.lines("qbittorrent-5.1", "qbittorrent-newest")
HAS_NONE = pytest.mark.lines("qbittorrent-4.2", "qbittorrent-4.5")
TRACKERS = ["udp://127.0.0.1:1/announce", "http://127.0.0.1:2/announce"]
SEED = "http://127.0.0.1:3/file.bin"
NO_TASK = "00000000-0000-0000-0000-000000000000"
OVER = (TaskStatus.FINISHED, TaskStatus.FAILED)
KIB = 1024

Create = Callable[..., TorrentCreatorTaskDictionary]


@pytest.fixture
def source(daemon: Daemon) -> Iterator[Path]:
    """A folder of two files that the daemon can read; what is made goes beside it."""
    folder = daemon.downloads / "creator" / "content"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "one.bin").write_bytes(b"1" * 100 * KIB)
    (folder / "two.bin").write_bytes(b"2" * 300 * KIB)
    yield folder
    for path in (*folder.iterdir(), *(folder.parent.glob("*.torrent"))):
        path.unlink()


@pytest.fixture
def client(new_client: MakeClient) -> Client:
    return new_client()


@pytest.fixture
def create(client: Client, source: Path) -> Iterator[Create]:
    """Adds a task for the folder, `create(format="v1")`; what is left of the tasks goes after the test."""

    def begun(**options: Any) -> TorrentCreatorTaskDictionary:
        # without a path, daemons of one machine write to one folder, which each of them empties (seen on 5.3.0)
        given: dict[str, Any] = {
            "source_path": source,
            "torrent_file_path": source.parent / "made.torrent",
            "start_seeding": False,
        }
        return client.torrentcreator.add_task(**{**given, **options})

    yield begun
    for task in client.torrentcreator.status():
        client.torrentcreator.delete_task(task_id=task.taskID)


def is_over(task: TorrentCreatorTaskDictionary) -> bool:
    return TaskStatus(task.status().status) in OVER


def made_by(task: TorrentCreatorTaskDictionary) -> Metainfo:
    """What the task made."""
    wait_until(lambda: is_over(task), "the end of the task")
    assert TaskStatus(task.status().status) is TaskStatus.FINISHED
    return Metainfo.parse(task.torrent_file())


@HAS_CREATOR
def test_a_task_is_enqueued_polled_fetched_written_and_deleted(create: Create, client: Client, tmp_path: Path) -> None:
    task = create(
        format="hybrid", is_private=False, comment="made by a client", trackers=TRACKERS, url_seeds=[SEED], start_seeding=False
    )
    assert isinstance(task, TorrentCreatorTaskDictionary)
    wait_until(lambda: TaskStatus(task.status().status) in OVER, "the end of the task")
    assert TaskStatus(task.status().status) is TaskStatus.FINISHED
    content = task.torrent_file()
    assert isinstance(content, bytes)
    (tmp_path / "output.torrent").write_bytes(content)
    made = Metainfo.parse((tmp_path / "output.torrent").read_bytes())
    assert (made.comment, made.is_private, made.web_seeds) == ("made by a client", False, (SEED,))
    assert {url for tier in made.trackers for url in tier} == set(TRACKERS)
    task.delete()
    assert client.torrentcreator.status() == []


@HAS_CREATOR
@pytest.mark.parametrize(
    ("form", "has"),
    [("v1", (True, False)), ("v2", (False, True)), ("hybrid", (True, True)), (None, (True, True))],
    ids=["v1", "v2", "hybrid", "not given"],
)
def test_a_form_has_the_infohashes_that_its_name_says(create: Create, form: str | None, has: tuple[bool, bool]) -> None:
    made = made_by(create(format=form))
    assert (bool(made.infohash.v1), bool(made.infohash.v2)) == has


@HAS_CREATOR
@pytest.mark.parametrize("is_private", [True, False])
def test_the_private_flag_is_as_it_was_asked_for(create: Create, is_private: bool) -> None:
    assert made_by(create(is_private=is_private)).is_private is is_private


@HAS_CREATOR
def test_trackers_and_web_seeds_may_be_one_text(create: Create) -> None:
    made = made_by(create(trackers=TRACKERS[0], url_seeds=SEED))
    assert (made.trackers, made.web_seeds) == (((TRACKERS[0],),), (SEED,))


@HAS_CREATOR
def test_source_and_comment_come_into_the_torrent(create: Create) -> None:
    made = made_by(create(source="Quay 1.0", comment="as it was"))
    assert (made.source, made.comment) == ("Quay 1.0", "as it was")


@HAS_CREATOR
def test_the_source_changes_the_infohash(create: Create) -> None:
    first, second = made_by(create(source="one", format="v1")), made_by(create(source="two", format="v1"))
    assert first.infohash != second.infohash


@HAS_CREATOR
@pytest.mark.parametrize("size", [16 * KIB, 64 * KIB])
def test_pieces_are_as_long_as_asked_for(create: Create, size: int) -> None:
    assert made_by(create(piece_size=size, format="v1")).piece_length == size


@HAS_CREATOR
def test_the_daemon_chooses_a_length_of_pieces_where_none_is_given(create: Create) -> None:
    assert made_by(create(format="v1")).piece_length >= 16 * KIB


@HAS_CREATOR
def test_alignment_and_its_limit_reach_the_daemon(create: Create) -> None:
    task = create(format="v1", optimize_alignment=True, padded_file_size_limit=200 * KIB)
    made_by(task)
    status = task.status()
    if "optimizeAlignment" in status:  # a daemon with libtorrent 2 aligns always, and has no such option
        assert (status.optimizeAlignment, status.paddedFileSizeLimit) == (True, 200 * KIB)
    assert made_by(create(format="v1", optimize_alignment=False)).total_size == 400 * KIB


@HAS_CREATOR
def test_a_torrent_is_seeded_when_that_was_asked_for(create: Create, client: Client) -> None:
    task = create(start_seeding=True, format="v1")
    made = made_by(task)
    wait_until(lambda: [one.hash for one in client.torrents_info()] == [made.infohash.v1], "the torrent")
    wait_until(lambda: client.torrents_info()[0].state_enum.is_uploading, "seeding")
    client.torrents_delete(torrent_hashes=made.infohash.v1, delete_files=False)
    wait_until(lambda: not client.torrents_info(), "deletion")


@HAS_CREATOR
def test_nothing_is_added_where_seeding_was_not_asked_for(create: Create, client: Client) -> None:
    made_by(create(start_seeding=False))
    assert client.torrents_info() == []


@HAS_CREATOR
@pytest.mark.parametrize("kind", [str, Path])
def test_paths_are_texts_or_path_objects_and_the_file_is_written_there(
    create: Create, source: Path, kind: Callable[[Path], str | Path]
) -> None:
    path = source.parent / "there.torrent"
    task = create(source_path=kind(source), torrent_file_path=kind(path))
    made_by(task)
    assert path.read_bytes() == task.torrent_file()


@HAS_CREATOR
def test_a_single_file_is_a_source_too(create: Create, source: Path) -> None:
    made = made_by(create(source_path=source / "two.bin", format="v1"))
    assert (made.name, made.total_size) == ("two.bin", 300 * KIB)


@HAS_CREATOR
def test_the_flat_methods_do_what_the_task_does(client: Client, create: Create, source: Path) -> None:
    path = source.parent / "flat.torrent"
    task = client.torrentcreator_add_task(source_path=source, torrent_file_path=path, start_seeding=False, format="v2")
    made_by(task)
    listed = client.torrentcreator_status(task_id=task.taskID)
    assert isinstance(listed, TorrentCreatorTaskStatusList)
    assert [type(one) for one in listed] == [TorrentCreatorTaskStatus]
    assert listed[0].status == task.status().status == client.torrentcreator.status(task_id=task.taskID)[0].status
    assert (
        client.torrentcreator_torrent_file(task_id=task.taskID)
        == client.torrentcreator.torrent_file(task_id=task.taskID)
        == task.torrent_file()
    )
    client.torrentcreator_delete_task(task_id=task.taskID)
    assert client.torrentcreator_status() == []


@HAS_CREATOR
def test_a_task_is_deleted_by_the_id_that_it_carries(client: Client, create: Create) -> None:
    task, other = create(), create()
    client.torrentcreator.delete_task(task_id=task.taskID)
    assert [one.taskID for one in client.torrentcreator.status()] == [other.taskID]


@HAS_CREATOR
def test_a_status_is_a_mapping_whose_keys_can_be_looked_through(create: Create) -> None:
    task = create()
    wait_until(lambda: is_over(task), "the end of the task")
    status = task.status()
    assert {"taskID", "status", "sourcePath"} <= set(dict(status).keys())
    assert status.status == status["status"]


@HAS_CREATOR
def test_a_task_fails_at_a_path_that_is_not_there_and_says_why(create: Create) -> None:
    task = create(source_path="/not/a/real/path")
    wait_until(lambda: is_over(task), "the end of the task")
    status = task.status()
    assert TaskStatus(status.status) is TaskStatus.FAILED
    assert getattr(status, "errorMessage", "") or getattr(status, "message", "")
    with pytest.raises(Conflict409Error):
        task.torrent_file()


@HAS_CREATOR
@pytest.mark.parametrize("action", ["status", "torrent_file", "delete_task"])
def test_a_task_that_is_not_there_is_not_found(client: Client, action: str) -> None:
    for method in (getattr(client.torrentcreator, action), getattr(client, f"torrentcreator_{action}")):
        with pytest.raises(NotFound404Error):
            method(task_id=NO_TASK)


@HAS_CREATOR
def test_a_task_that_was_deleted_is_not_found(create: Create) -> None:
    task = create()
    task.delete()
    for method in (task.status, task.torrent_file, task.delete):
        with pytest.raises(NotFound404Error):
            method()


@HAS_CREATOR
def test_tasks_wait_run_and_can_be_deleted_before_they_are_done(create: Create, client: Client, large: Path) -> None:
    running, waiting = create(source_path=large), create(source_path=large)
    states = [TaskStatus(one.status().status) for one in (running, waiting)]
    assert states[0] in (TaskStatus.QUEUED, TaskStatus.RUNNING)
    assert states[1] is TaskStatus.QUEUED
    wait_until(lambda: running.status().status == TaskStatus.RUNNING.value, "the start of the first")
    with pytest.raises(Conflict409Error):
        running.torrent_file()
    waiting.delete()
    running.delete()
    assert client.torrentcreator.status() == []


@HAS_CREATOR
def test_more_tasks_than_the_daemon_takes_are_a_conflict_until_one_is_deleted(create: Create, large: Path) -> None:
    tasks = [create(source_path=large) for _ in range(256)]
    with pytest.raises(Conflict409Error):
        create(source_path=large)
    tasks[-1].delete()
    create(source_path=large)
    for task in reversed(tasks[:-1]):
        task.delete()


@pytest.fixture
def large(daemon: Daemon) -> Iterator[Path]:
    """Content that the daemon needs a while for; it has holes, so it takes no room."""
    path = daemon.downloads / "creator" / "large.bin"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(3 << 30)
    yield path
    path.unlink()


# what daemons before 5.0 say
CALLS: dict[str, Callable[[Client], object]] = {
    "add_task": lambda client: client.torrentcreator.add_task(source_path="/path"),
    "status": lambda client: client.torrentcreator.status(),
    "torrent_file": lambda client: client.torrentcreator.torrent_file(task_id=NO_TASK),
    "delete_task": lambda client: client.torrentcreator.delete_task(task_id=NO_TASK),
}


@HAS_NONE
@pytest.mark.parametrize("action", CALLS)
def test_an_older_daemon_gives_none_or_an_error_where_that_is_wanted(new_client: MakeClient, action: str) -> None:
    assert CALLS[action](new_client()) is None
    with pytest.raises(NotImplementedError, match="Not Implemented in this version"):
        CALLS[action](new_client(RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True))


# without a daemon
ARGUMENTS = """
    source_path torrent_file_path format start_seeding is_private optimize_alignment padded_file_size_limit piece_size comment
    trackers url_seeds source
"""


def test_the_words_of_a_state_are_those_of_the_daemon() -> None:
    assert TaskStatusOfItsModule is TaskStatus
    assert {one.name: one.value for one in TaskStatus} == {
        "FAILED": "Failed",
        "FINISHED": "Finished",
        "QUEUED": "Queued",
        "RUNNING": "Running",
    }


@pytest.mark.parametrize("method", ["torrentcreator_add_task", "add_task"])
def test_adding_a_task_takes_the_documented_arguments(method: str) -> None:
    owner = Client if method.startswith("torrentcreator") else qbittorrentapi.TorrentCreator
    signature = inspect.signature(getattr(owner, method))
    assert signature.bind(owner, **dict.fromkeys(ARGUMENTS.split(), "given"))
    assert signature.bind(owner)


def test_the_classes_are_what_the_document_says() -> None:
    assert issubclass(Client, qbittorrentapi.TorrentCreatorAPIMixIn)
    assert issubclass(TorrentCreatorTaskDictionary, dict)
    assert issubclass(TorrentCreatorTaskStatus, qbittorrentapi.definitions.ListEntry)
    assert issubclass(TorrentCreatorTaskStatusList, MutableSequence)
