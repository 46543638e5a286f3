"""Create-and-wait: whatever comes between, a task that was added is deleted, once."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import parse_qs

import pytest
from tests.flows.stage import Outcome, ScriptedClock, ScriptedTransport

from bitharbor.errors import BitharborError, CreationFailedError, DeadlineError
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import call
from bitharbor.qbittorrent.flows.creating import LONGEST_PAUSE
from bitharbor.qbittorrent.records import CreatorTask
from bitharbor.qbittorrent.session import Session
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Kind, Reply, Request

TASK = "1b4e28ba"
TORRENT = b"d4:infodee"
SOURCE = "/content"
UNSENT = len(ops.TORRENTCREATOR_ADD_TASK.fields) - 1
LOOKS = 3  # how often the task still runs


class Daemon(ScriptedTransport):
    """Makes a torrent that takes some looks; at one request something else happens."""

    def __init__(
        self, *, at: int = 0, trouble: Outcome | BaseException | None = None, end: str = "Finished", looks: int = LOOKS
    ) -> None:
        super().__init__(self.reply)
        self.at, self.trouble, self.end, self.looks = at, trouble, end, looks
        self.tasks: set[str] = set()

    def reply(self, request: Request) -> Outcome:
        action = request.url.rpartition("/")[2]
        if len(self.seen) == self.at and self.trouble is not None:
            if isinstance(self.trouble, BaseException):
                raise self.trouble
            return self.trouble
        return Reply(200, {}, self.answered(action, parse_qs((request.body or b"").decode())))

    def answered(self, action: str, form: dict[str, list[str]]) -> bytes:
        if action == "version":
            return b"v5.3.0"
        if action == "addTask":
            self.tasks.add(TASK)
            return json.dumps({"taskID": TASK}).encode()
        assert form["taskID"] == [TASK]
        if action == "status":
            self.looks -= 1
            status = {"taskID": TASK, "status": "Running" if self.looks >= 0 else self.end, "sourcePath": SOURCE}
            return json.dumps([{**status, "pieceSize": 0, "private": False, "errorMessage": "no files"}]).encode()
        if action == "deleteTask":
            self.tasks.remove(TASK)
            return b""
        assert action == "torrentFile"
        return TORRENT

    @property
    def actions(self) -> list[str]:
        return [one.url.rpartition("/")[2] for one in self.seen]


def create(
    daemon: Daemon, clock: ScriptedClock, progress: Callable[[CreatorTask], object] | None = None, timeout: float | None = None
) -> bytes:
    session = Session("daemon.example", ("http",), timeout=60.0)
    values = (SOURCE, *[None] * UNSENT, progress, timeout)
    return Driver(daemon, clock).run(call(session, ops.TORRENTCREATOR_CREATE, values))


def test_a_torrent_is_made_with_growing_pauses_and_its_task_deleted() -> None:
    daemon, clock = Daemon(looks=20), ScriptedClock()
    seen: list[str] = []
    assert create(daemon, clock, lambda task: seen.append(task.status)) == TORRENT
    assert daemon.actions == ["version", "addTask", *["status"] * 21, "torrentFile", "deleteTask"]
    assert seen == ["Running"] * 20 + ["Finished"]
    assert clock.slept == sorted(clock.slept)
    assert clock.slept[-1] == LONGEST_PAUSE


REQUESTS = 2 + LOOKS + 1 + 2  # version, addTask, looks, the last look, file, deletion
TROUBLES: dict[str, Outcome | BaseException] = {
    "a fault": Fault(Kind.LOST, True, OSError("gone")),
    "a refusal": Reply(409, {}, b"no"),
    "garbage": Reply(200, {}, b"{"),
    "an interruption": KeyboardInterrupt(),
}


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("at", range(3, REQUESTS))
def test_trouble_after_the_task_was_added_leaves_no_task(at: int, trouble: str) -> None:
    daemon = Daemon(at=at, trouble=TROUBLES[trouble])
    with suppress(BitharborError, KeyboardInterrupt):
        create(daemon, ScriptedClock())
    assert daemon.tasks == set()
    assert daemon.actions.count("deleteTask") == 1
    assert daemon.actions[-1] == "deleteTask"


@pytest.mark.parametrize("trouble", ["a fault", "a refusal", "garbage"])
def test_a_deletion_that_fails_does_not_cost_the_torrent(trouble: str) -> None:
    daemon = Daemon(at=REQUESTS, trouble=TROUBLES[trouble])
    assert create(daemon, ScriptedClock()) == TORRENT
    assert daemon.actions.count("deleteTask") == 1, "a deletion that may have arrived is not sent again"


def test_a_task_that_failed_says_why() -> None:
    daemon = Daemon(end="Failed")
    with pytest.raises(CreationFailedError, match="no files"):
        create(daemon, ScriptedClock())
    assert daemon.tasks == set()
    assert "torrentFile" not in daemon.actions


def test_the_time_given_ends_the_waiting_and_the_task() -> None:
    daemon, clock = Daemon(looks=1000), ScriptedClock()
    with pytest.raises(DeadlineError):
        create(daemon, clock, timeout=30.0)
    assert sum(clock.slept) == pytest.approx(30.0)
    assert daemon.tasks == set()
