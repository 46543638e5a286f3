"""Sections 10 and 12, the issue's promises: records that are more than their content."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from qbittorrentapi.torrentcreator import TaskStatus, TorrentCreatorTaskStatus
from qbittorrentapi.torrents import TorrentsAddedMetadata, Tracker


def added(**counts: int) -> TorrentsAddedMetadata:
    return TorrentsAddedMetadata({"added_torrent_ids": [], **counts})


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (added(success_count=1, failure_count=0, pending_count=0), "Ok."),
        (added(success_count=0, failure_count=0, pending_count=2), "Ok."),
        (added(success_count=1), "Ok."),
        (added(success_count=0, failure_count=1, pending_count=0), "Fails."),
        (added(), "Fails."),
    ],
)
def test_the_answer_to_add_compares_as_the_text_of_older_versions(answer: TorrentsAddedMetadata, text: str) -> None:
    other = {"Ok.": "Fails.", "Fails.": "Ok."}[text]
    assert (answer == text, text == answer, answer != text, text != answer) == (True, True, False, False)
    assert (answer == other, answer != other) == (False, True)
    assert answer in ("something else", text)
    assert str(answer) == text


def test_an_answer_to_add_that_failed_in_part_is_equal_to_no_text() -> None:
    answer = added(success_count=1, failure_count=1)
    assert answer not in ("Ok.", "Fails.", "")
    assert answer != "Ok."
    assert answer != "Fails."
    assert str(answer) == repr(answer)


def test_the_answer_to_add_is_still_a_dictionary() -> None:
    answer = added(success_count=1)
    assert answer == {"added_torrent_ids": [], "success_count": 1}
    assert answer != {"success_count": 1}
    assert answer != 1
    assert answer.success_count == 1
    assert answer.added_torrent_ids == ()
    assert repr(answer) == "TorrentsAddedMetadata({'added_torrent_ids': [], 'success_count': 1})"
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301 - made on the line itself
    with pytest.raises(TypeError):
        hash(answer)


def test_a_creator_tasks_message_is_what_the_server_calls_error_message() -> None:
    status = TorrentCreatorTaskStatus({"status": "Failed", "errorMessage": "no such path"})
    assert status.message == status.errorMessage == "no such path"
    assert TaskStatus(status.status) is TaskStatus.FAILED
    assert list(status) == ["status", "errorMessage"]


def test_a_creator_task_without_trouble_has_no_message() -> None:
    assert getattr(TorrentCreatorTaskStatus({"status": "Queued"}), "message", "<none>") == "<none>"


def test_task_status_is_no_text() -> None:
    finished: Any = TaskStatus.FINISHED
    assert finished != "Finished"
    assert str(finished) == "TaskStatus.FINISHED"


def test_a_key_that_an_older_server_does_not_send_reads_as_absent() -> None:
    tracker = Tracker({"url": "a"})
    assert not hasattr(tracker, "next_announce")
    assert getattr(tracker, "next_announce", 0) == 0
