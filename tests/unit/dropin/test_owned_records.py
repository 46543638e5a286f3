"""Section 12: torrents, search jobs and creator tasks as far as they are written by hand."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterable, Mapping
from typing import Any, cast

import pytest

from qbittorrentapi._attrdict import AttrDict, item
from qbittorrentapi._owned import SearchJobBase, TorrentBase, TorrentCreatorTaskBase
from qbittorrentapi.definitions import List, TorrentState
from qbittorrentapi.torrentcreator import TorrentCreatorTaskStatusList

HASH = "a" * 40
OTHER = "b" * 40


class Daemon:
    """What the hand-written methods ask, answered from memory: which calls are made is what is shown here."""

    def __init__(self, *rows: dict[str, Any], knows_hashes: bool = True) -> None:
        self.rows = rows
        self.knows_hashes = knows_hashes
        self.calls: list[tuple[Any, ...]] = []

    def torrents_info(self, *, torrent_hashes: str | Iterable[str] | None = None) -> List[Torrent]:
        self.calls.append(("info", torrent_hashes))
        wanted = torrent_hashes if self.knows_hashes else None
        return Torrents([row for row in self.rows if wanted in (None, row["hash"])], self)

    def torrents_download_limit(self, *, torrent_hashes: str | Iterable[str] | None = None) -> Mapping[str, Any]:
        self.calls.append(("download_limit", torrent_hashes))
        return {OTHER: 1, HASH: 2}

    def torrents_upload_limit(self, *, torrent_hashes: str | Iterable[str] | None = None) -> Mapping[str, Any]:
        self.calls.append(("upload_limit", torrent_hashes))
        return {OTHER: 3, HASH: 4}

    def torrents_set_download_limit(
        self, *, limit: str | int | None = None, torrent_hashes: str | Iterable[str] | None = None
    ) -> None:
        self.calls.append(("set_download_limit", limit, torrent_hashes))

    def torrents_set_upload_limit(
        self, *, limit: str | int | None = None, torrent_hashes: str | Iterable[str] | None = None
    ) -> None:
        self.calls.append(("set_upload_limit", limit, torrent_hashes))

    def torrentcreator_status(self, task_id: str | None = None, **kwargs: Any) -> TorrentCreatorTaskStatusList:
        self.calls.append(("status", task_id, kwargs))
        return TorrentCreatorTaskStatusList([{"taskID": task_id, "status": "Queued"}], self)


class Torrent(TorrentBase[Daemon]):
    """What the generated class adds, in small: a declared key, a bound method, a bound property."""

    name: str = item("name")

    def reannounce(self) -> tuple[Daemon, str | None]:
        return self._client, self._torrent_hash

    @property
    def files(self) -> Daemon:
        return self._client


class Torrents(List[Torrent]):
    """As it will be generated."""

    def __init__(self, list_entries: Iterable[Mapping[str, Any]], client: Daemon | None = None) -> None:
        super().__init__(list_entries, Torrent, client=client)


class Task(TorrentCreatorTaskBase[Daemon]):
    """As it will be generated."""


class Job(SearchJobBase[Daemon]):
    """As it will be generated."""

    def bound_to(self) -> int | None:
        return self._search_job_id


def both_ways(data: Mapping[str, Any], client: Daemon) -> list[Torrent]:
    """A torrent by its constructor, and as an entry of a list, which is made another way."""
    return [Torrent(data, client), Torrent(data=data, client=client), Torrents([data], client)[0]]


# ---- construction


def test_a_torrent_is_bound_to_the_hash_of_its_making() -> None:
    daemon = Daemon()
    for torrent in both_ways({"hash": HASH, "name": "x"}, daemon):
        torrent["hash"] = OTHER
        assert torrent.reannounce() == (daemon, HASH)


def test_a_torrent_without_a_hash_can_be_made() -> None:
    for torrent in both_ways({"name": "x"}, Daemon()):
        assert torrent.reannounce()[1] is None


def test_the_key_reannounce_gives_way_to_the_method_and_the_callers_dict_stays() -> None:
    data = {"hash": HASH, "reannounce": 17, "name": "x"}
    for torrent in both_ways(data, Daemon()):
        assert torrent.reannounce_in == 17
        assert "reannounce" not in torrent
        assert callable(torrent.reannounce)
        assert data == {"hash": HASH, "reannounce": 17, "name": "x"}


def test_private_attributes_are_no_content() -> None:
    for torrent in both_ways({"hash": HASH}, Daemon()):
        assert torrent == {"hash": HASH}


def test_a_torrent_without_its_client_argument_is_a_typeerror() -> None:
    with pytest.raises(TypeError):
        cast("Any", Torrent)({"hash": HASH})
    with pytest.raises(TypeError):
        List([{"hash": HASH}], entry_class=Torrent)


def test_a_torrents_nested_values_have_attributes() -> None:
    for torrent in both_ways({"hash": HASH, "n": {"a": 1}, "trackers": [{"url": "u"}]}, Daemon()):
        assert torrent.n.a == 1
        torrent.n.a = 2
        assert torrent["n"].a == 2
        assert torrent.trackers[0].url == "u"
        assert type(torrent.n) is AttrDict


def test_a_torrent_class_with_a_constructor_of_its_own_is_made_by_it() -> None:
    class Mine(Torrent):
        def __init__(self, data: Mapping[str, Any], client: Daemon) -> None:
            super().__init__({**data, "seen": True}, client)

    made = List([{"hash": HASH}], entry_class=Mine, client=Daemon())
    assert made[0].seen is True
    assert made[0].reannounce()[1] == HASH


# ---- copies


def test_copies_slices_and_sums_keep_the_client_and_the_hash() -> None:
    daemon = Daemon()
    made = Torrents([{"hash": HASH}], daemon)
    for torrent in (
        copy.copy(made[0]),
        copy.deepcopy(made[0]),
        made[0] + {"more": {"a": 1}},
        {"more": 1} + made[0],
        made[:][0],
        (made + Torrents([], daemon))[0],
        copy.deepcopy(made)[0],
    ):
        assert type(torrent) is Torrent
        assert torrent.reannounce() == (daemon, HASH)


def test_an_unpickled_torrent_keeps_its_content_and_says_why_its_methods_do_not_work() -> None:
    torrent = pickle.loads(pickle.dumps(Torrent({"hash": HASH, "name": "x"}, Daemon())))  # noqa: S301 - made on the line itself
    assert torrent == {"hash": HASH, "name": "x"}
    assert torrent.name == "x"
    with pytest.raises(AttributeError, match="a pickle keeps none: set _client"):
        torrent.reannounce()
    with pytest.raises(AttributeError, match="a pickle keeps none: set _client"):
        torrent.files  # noqa: B018 - reading it is what raises


def test_an_unpickled_torrent_works_again_once_it_is_given_a_client() -> None:
    torrent = pickle.loads(pickle.dumps(Torrent({"hash": HASH}, Daemon())))  # noqa: S301 - made on the line itself
    torrent._client = daemon = Daemon()
    assert torrent.reannounce() == (daemon, HASH)


def test_a_torrent_with_a_client_does_not_speak_of_pickles() -> None:
    with pytest.raises(AttributeError) as caught:
        Torrent({}, Daemon()).absent  # noqa: B018 - reading it is what raises
    assert "pickle" not in str(caught.value)


# ---- what a torrent says of itself


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("stoppedDL", TorrentState.STOPPED_DOWNLOAD),
        ("pausedUP", TorrentState.PAUSED_UPLOAD),
        ("of a version to come", TorrentState.UNKNOWN),
        (None, TorrentState.UNKNOWN),
    ],
)
def test_the_state_is_an_enumeration_and_an_unknown_word_is_unknown(state: str | None, expected: TorrentState) -> None:
    assert Torrent({"state": state}, Daemon()).state_enum is expected


def test_a_torrent_without_a_state_is_unknown() -> None:
    assert Torrent({}, Daemon()).state_enum is TorrentState.UNKNOWN


def test_info_asks_for_this_torrent_only() -> None:
    daemon = Daemon({"hash": OTHER, "name": "other"}, {"hash": HASH, "name": "new"})
    torrent = Torrent({"hash": HASH, "name": "old"}, daemon)
    assert torrent.info == {"hash": HASH, "name": "new"}
    assert daemon.calls == [("info", HASH)]
    assert torrent.name == "old"
    assert torrent.info.reannounce() == (daemon, HASH)


def test_info_finds_the_torrent_on_a_server_that_does_not_know_the_filter() -> None:
    daemon = Daemon({"hash": OTHER, "name": "other"}, {"hash": HASH, "name": "new"}, knows_hashes=False)
    assert Torrent({"hash": HASH}, daemon).info.name == "new"
    assert len(daemon.calls) == 1


def test_info_of_a_torrent_that_is_gone_lists_everything_and_is_then_empty() -> None:
    daemon = Daemon({"hash": OTHER, "name": "other"})
    info = Torrent({"hash": HASH}, daemon).info
    assert info == {}
    assert type(info) is Torrent
    assert daemon.calls == [("info", HASH), ("info", None)]


def test_info_is_a_torrent_even_if_the_client_gives_plain_rows() -> None:
    class Simple(Daemon):
        def torrents_info(self, *, torrent_hashes: str | Iterable[str] | None = None) -> Any:
            return [dict(row) for row in super().torrents_info(torrent_hashes=torrent_hashes)]

    assert type(Torrent({"hash": HASH}, Simple({"hash": HASH})).info) is Torrent


def test_sync_local_updates_the_object_in_place() -> None:
    torrent = Torrent({"hash": HASH, "name": "old", "own": 1}, Daemon({"hash": HASH, "name": "new", "size": 2}))
    torrent.sync_local()
    assert torrent == {"hash": HASH, "name": "new", "own": 1, "size": 2}


def test_sync_local_of_a_torrent_that_is_gone_changes_nothing() -> None:
    torrent = Torrent({"hash": HASH, "name": "old"}, Daemon())
    torrent.sync_local()
    assert torrent == {"hash": HASH, "name": "old"}


def test_limits_are_picked_by_the_own_hash_under_both_spellings() -> None:
    torrent = Torrent({"hash": HASH}, Daemon())
    assert (torrent.download_limit, torrent.upload_limit) == (2, 4)
    assert (torrent.downloadLimit, torrent.uploadLimit) == (2, 4)


def test_limits_are_set_at_the_server_under_both_spellings_and_not_stored() -> None:
    daemon = Daemon()
    torrent = Torrent({"hash": HASH}, daemon)
    torrent.download_limit = 10
    torrent.downloadLimit = "11"
    torrent.upload_limit = 12
    torrent.uploadLimit = "13"
    assert daemon.calls == [
        ("set_download_limit", 10, HASH),
        ("set_download_limit", "11", HASH),
        ("set_upload_limit", 12, HASH),
        ("set_upload_limit", "13", HASH),
    ]
    assert torrent == {"hash": HASH}


# ---- jobs and tasks


def test_a_search_job_is_bound_to_its_id() -> None:
    job = Job({"id": 12}, Daemon())
    job["id"] = 13
    assert job.bound_to() == 12


def test_a_creator_task_is_known_by_task_id_and_by_the_servers_key() -> None:
    task = Task({"taskID": "t1"}, Daemon())
    assert (task.task_id, task.taskID, task["taskID"]) == ("t1", "t1", "t1")
    assert task == {"taskID": "t1"}


def test_the_status_of_a_creator_task_is_its_own_entry_and_options_go_along() -> None:
    daemon = Daemon()
    status = Task({"taskID": "t1"}, daemon).status(SIMPLE_RESPONSES=False)
    assert status.status == "Queued"
    assert daemon.calls == [("status", "t1", {"SIMPLE_RESPONSES": False})]
