"""The Torrent Creator, on each line and both native faces."""

from __future__ import annotations

import _thread
import asyncio
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.faces import Loop
from tests.live.native.shows import SIZES, TRACKER, WEB_SEED

from bitharbor import errors
from bitharbor.model.metainfo import Metainfo
from bitharbor.qbittorrent import AsyncClient, Client
from bitharbor.qbittorrent.records import CreatorTask
from bitharbor.qbittorrent.words import TorrentFormat

Version = tuple[int, ...]
NO_TASK = "00000000-0000-0000-0000-000000000000"
MEBIBYTE = 1 << 20

pytestmark = pytest.mark.lines("qbittorrent-5.1", "qbittorrent-newest")


@pytest.fixture
def able(client: Client) -> Client:
    """The client of a daemon that has these actions."""
    return client


@pytest.fixture
def large(daemon: Daemon) -> Path:
    """Content that the daemon needs a while for; it has holes, so it takes no room."""
    path = daemon.downloads / "native" / "large.bin"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(3072 * MEBIBYTE)
    return path


def is_over(client: Client, task: str) -> bool:
    (found,) = client.torrentcreator.status(task)
    return found.is_over


def test_a_task_is_added_watched_fetched_and_deleted(able: Client, content: Path, version: Version) -> None:
    task = able.torrentcreator.add_task(
        str(content),
        format="v1",
        start_seeding=False,
        is_private=True,
        piece_size=32768,
        optimize_alignment=True,
        padded_file_size_limit=1000,
        comment="made there",
        trackers=[TRACKER, "", TRACKER + "2"],
        url_seeds=[WEB_SEED],
        source="here",
    )
    wait_until(lambda: is_over(able, task), "the end of the task")
    (found,) = able.torrentcreator.status()
    assert (found.task_id, found.status, found.extra) == (task, "Finished", {})
    assert (found.piece_size, found.private, found.format) == (32768, True, "v1")
    made = Metainfo.parse(able.torrentcreator.torrent_file(task))
    assert (made.is_private, made.comment, made.source) == (True, "made there", "here")
    assert made.trackers == ((TRACKER,), (TRACKER + "2",))
    assert made.web_seeds == (WEB_SEED,)
    assert made.total_size == sum(SIZES.values())
    able.torrentcreator.delete_task(task)
    assert able.torrentcreator.status() == []


def test_addresses_with_escapes_arrive_as_given(able: Client, content: Path) -> None:
    hard = "http://127.0.0.1:5/100%25/a%7Cb/?x=1&y=%26"
    made = Metainfo.parse(able.torrentcreator.create(str(content), trackers=[hard], url_seeds=[hard]))
    assert (made.trackers, made.web_seeds) == (((hard,),), (hard,))


FORMATS: dict[TorrentFormat, tuple[bool, bool]] = {"v1": (True, False), "v2": (False, True), "hybrid": (True, True)}


@pytest.mark.parametrize("form", FORMATS)
def test_a_torrent_of_each_form_is_made_and_the_task_is_gone(able: Client, content: Path, form: TorrentFormat) -> None:
    made = Metainfo.parse(able.torrentcreator.create(str(content), format=form))
    assert (bool(made.infohash.v1), bool(made.infohash.v2)) == FORMATS[form]
    assert able.torrentcreator.status() == []
    assert able.torrents.info() == []


def test_the_torrent_is_written_and_seeded_when_asked(able: Client, content: Path) -> None:
    path = content.parent / "made.torrent"
    made = able.torrentcreator.create(str(content), torrent_file_path=str(path), start_seeding=True, format="v1")
    assert path.read_bytes() == made
    infohash = Metainfo.parse(made).infohash.v1
    assert infohash
    wait_until(lambda: [row.hash for row in able.torrents.info()] == [infohash], "the torrent")
    able.torrents.delete(infohash)
    wait_until(lambda: not able.torrents.info(), "deletion")


def test_files_with_a_dot_are_left_out_unless_asked(able: Client, content: Path, version: Version) -> None:
    (content / ".hidden").write_bytes(b"x" * 10)
    if version < (5, 3):
        with pytest.raises(errors.UnsupportedError, match="ignore_dotfiles"):
            able.torrentcreator.create(str(content), ignore_dotfiles=False)
        return
    sizes = [
        Metainfo.parse(able.torrentcreator.create(str(content), format="v1", ignore_dotfiles=ignored)).total_size
        for ignored in (True, False)
    ]
    assert sizes[1] - sizes[0] == 10


def test_a_task_that_fails_says_why_and_is_deleted(able: Client) -> None:
    with pytest.raises(errors.CreationFailedError, match="Create new torrent file failed"):
        able.torrentcreator.create("/nonexistent/content")
    assert able.torrentcreator.status() == []


def test_what_a_task_cannot_do_is_told(able: Client) -> None:
    for call in (able.torrentcreator.status, able.torrentcreator.torrent_file, able.torrentcreator.delete_task):
        with pytest.raises(errors.NotFoundError):
            call(NO_TASK)
    task = able.torrentcreator.add_task("/nonexistent/content")
    wait_until(lambda: is_over(able, task), "the end of the task")
    with pytest.raises(errors.ConflictError):
        able.torrentcreator.torrent_file(task)
    able.torrentcreator.delete_task(task)


def test_the_257th_waiting_task_is_refused(able: Client, large: Path) -> None:
    tasks = [able.torrentcreator.add_task(str(large), start_seeding=False) for _ in range(256)]
    with pytest.raises(errors.ConflictError):
        able.torrentcreator.add_task(str(large))
    for task in reversed(tasks):
        able.torrentcreator.delete_task(task)


def test_progress_is_told_and_a_callback_that_raises_ends_it(able: Client, content: Path, large: Path) -> None:
    seen: list[CreatorTask] = []
    able.torrentcreator.create(str(content), progress=seen.append)
    assert seen[-1].status == "Finished"

    class EnoughError(Exception):
        pass

    def enough(task: CreatorTask) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        able.torrentcreator.create(str(large), progress=enough)
    assert able.torrentcreator.status() == []


def test_a_creation_that_takes_too_long_is_ended_and_its_task_deleted(able: Client, large: Path) -> None:
    with pytest.raises(errors.DeadlineError):
        able.torrentcreator.create(str(large), timeout=1.5)  # enough to add the task, not to hash 3 GiB
    assert able.torrentcreator.status() == []


def test_a_blocking_creation_is_watched_step_by_step(daemon: Daemon, content: Path, large: Path, version: Version) -> None:
    if version < (5, 0):
        return
    with Client(daemon.url, daemon.user, daemon.password) as client:
        with client.torrentcreator.creation(str(content), format="v2") as creation:
            seen = [task.task_id for task in creation]
            assert set(seen) == {creation.task_id}
            assert Metainfo.parse(creation.result()).infohash.v2
        assert client.torrentcreator.status() == []
        with client.torrentcreator.creation(str(large)) as creation:
            assert not next(iter(creation)).is_over
        assert client.torrentcreator.status() == []
        with pytest.raises(errors.ClosedError):
            creation.result()


def test_an_asyncio_creation_is_watched_step_by_step(daemon: Daemon, content: Path, version: Version) -> None:
    if version < (5, 0):
        return

    async def watched() -> tuple[bytes, list[CreatorTask]]:
        async with AsyncClient(daemon.url, daemon.user, daemon.password) as client:
            async with client.torrentcreator.creation(str(content)) as creation:
                seen = [task async for task in creation]
                made = await creation.result()
            return made, [*seen, *await client.torrentcreator.status()]

    with Loop() as loop:
        made, seen = loop.run(watched())
    assert Metainfo.parse(made).infohash.v2
    assert [task.status for task in seen][-1] == "Finished"


def test_a_cancelled_creation_leaves_no_task(daemon: Daemon, large: Path, version: Version) -> None:
    """A task that waits for the creation is cancelled while the daemon hashes."""
    if version < (5, 0):
        return

    async def cancelled() -> list[CreatorTask]:
        async with AsyncClient(daemon.url, daemon.user, daemon.password) as client:
            began = asyncio.Event()
            task = asyncio.create_task(client.torrentcreator.create(str(large), progress=lambda _: began.set()))
            await began.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await client.torrentcreator.status()

    with Loop() as loop:
        assert loop.run(cancelled()) == []


def test_an_interrupted_creation_leaves_no_task(
    daemon: Daemon, large: Path, version: Version, interrupted: Callable[[CreatorTask], None]
) -> None:
    """Ctrl-C while the daemon hashes."""
    if version < (5, 0):
        return
    with Client(daemon.url, daemon.user, daemon.password) as client:
        with pytest.raises(KeyboardInterrupt):
            client.torrentcreator.create(str(large), progress=interrupted)
        assert client.torrentcreator.status() == []


@pytest.fixture
def interrupted() -> Callable[[CreatorTask], None]:
    """Sends Ctrl-C to the main thread a moment after the first look."""
    sent = threading.Event()

    def later() -> None:
        time.sleep(0.2)
        _thread.interrupt_main()

    def progress(task: CreatorTask) -> None:
        if not sent.is_set():
            sent.set()
            threading.Thread(target=later, daemon=True).start()

    return progress
