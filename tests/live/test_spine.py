"""The main job through the three faces on each line: the same tests, parametrised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.conftest import FreshDaemon
from tests.live.content import Made, make, wait_until
from tests.live.faces import Asynchronous, Blocking, DropIn
from tests.live.spying import spy_on

import qbittorrentapi
from bitharbor import errors
from bitharbor.model.metainfo import Metainfo

AnyFace = Blocking | Asynchronous | DropIn
FACES = [Blocking, Asynchronous, DropIn]
STOPPED = {"pausedUP", "pausedDL", "stoppedUP", "stoppedDL"}
STARTED = {"uploading", "stalledUP", "queuedUP", "forcedUP", "checkingUP"}
NOT_A_HASH = "0" * 40
UNFETCHED = "5" * 40


@pytest.fixture(params=FACES, ids=lambda face: face.__name__)
def kind(request: pytest.FixtureRequest) -> type[AnyFace]:
    chosen: type[AnyFace] = request.param
    return chosen


@pytest.fixture
def face(kind: type[AnyFace], daemon: Daemon) -> Iterator[AnyFace]:
    one = kind(daemon)
    yield one
    one.close()


@pytest.fixture
def made(daemon: Daemon, request: pytest.FixtureRequest) -> Iterator[Made]:
    one = make(daemon.downloads / "spine", f"{abs(hash(request.node.name))}.bin")
    yield one
    (one.folder / one.name).unlink(missing_ok=True)


def state(face: AnyFace, torrent_hash: str) -> str:
    return next((row.state for row in face.torrents(hashes=[torrent_hash])), "gone")


def remove(face: AnyFace, *hashes: str) -> None:
    face.delete(list(hashes))
    wait_until(lambda: not face.torrents(hashes=list(hashes)), "deletion")


def test_a_torrent_is_added_listed_started_stopped_exported_and_deleted(face: AnyFace, daemon: Daemon, made: Made) -> None:
    assert face.version() == f"v{daemon.version}"
    assert face.web_api_version().startswith("2.")
    assert face.add(files=made.torrent, save_path=str(made.folder), stopped=True)
    wait_until(lambda: state(face, made.torrent_hash) in STOPPED, "adding")
    (row,) = face.torrents(hashes=[made.torrent_hash])
    assert (row.hash, row.name) == (made.torrent_hash, made.name)
    assert [one.hash for one in face.torrents(filter="stopped")] == [made.torrent_hash]

    face.start(made.torrent_hash)
    wait_until(lambda: state(face, made.torrent_hash) in STARTED, "starting")
    wait_until(lambda: [one.progress for one in face.torrents(hashes=made.torrent_hash)] == [1], "checking")
    assert face.torrents(filter="stopped") == face.torrents(filter="downloading") == []
    face.stop([made.torrent_hash])
    wait_until(lambda: state(face, made.torrent_hash) in STOPPED, "stopping")

    if daemon.version >= "4.5":
        assert Metainfo.parse(face.export(made.torrent_hash)).infohash.v1 == made.torrent_hash
    remove(face, made.torrent_hash)
    assert (made.folder / made.name).exists(), "deleting a torrent must leave its files unless asked"


def test_delete_takes_the_files_only_when_asked(face: AnyFace, made: Made) -> None:
    face.add(files=made.torrent, save_path=str(made.folder), stopped=True)
    wait_until(lambda: state(face, made.torrent_hash) in STOPPED, "adding and checking")
    face.delete(made.torrent_hash, files=True)
    wait_until(lambda: not (made.folder / made.name).exists(), "deletion of the file")


def test_two_files_of_one_name_both_arrive(face: AnyFace, daemon: Daemon, tmp_path: Path) -> None:
    folder = daemon.downloads / "twins"
    one, two = make(folder, "one.bin"), make(folder, "two.bin")
    paths = [tmp_path / "a" / "same.torrent", tmp_path / "b" / "same.torrent"]
    for path, content in zip(paths, (one, two), strict=True):
        path.parent.mkdir()
        path.write_bytes(content.torrent)
    assert face.add(files=paths, save_path=str(folder), stopped=True)
    hashes = {one.torrent_hash, two.torrent_hash}
    wait_until(lambda: {row.hash for row in face.torrents()} == hashes, "both torrents")
    remove(face, *hashes)


# what may be given for a torrent file, made of its path and its bytes
FORMS: dict[str, Callable[[Path, bytes], Any]] = {
    "Path": lambda path, _: path,
    "str": lambda path, _: str(path),
    "bytes": lambda _, content: content,
    "bytearray": lambda _, content: bytearray(content),
    "file": lambda _, content: BytesIO(content),
    "list": lambda path, _: [path],
    "iterator": lambda _, content: iter([content]),
    "mapping of a path": lambda path, _: {"named.torrent": path},
    "mapping of bytes": lambda _, content: {"named.torrent": content},
}


@pytest.mark.parametrize("form", FORMS)
def test_a_torrent_file_may_be_given_in_every_form(face: AnyFace, made: Made, tmp_path: Path, form: str) -> None:
    path = tmp_path / "given.torrent"
    path.write_bytes(made.torrent)
    assert face.add(files=FORMS[form](path, made.torrent), save_path=str(made.folder), stopped=True)
    wait_until(lambda: state(face, made.torrent_hash) in STOPPED, "adding and checking")
    remove(face, made.torrent_hash)


def test_changes_are_told_once(face: AnyFace, made: Made) -> None:
    rid, is_full, _ = face.changes(0)
    assert is_full
    face.add(files=made.torrent, save_path=str(made.folder), stopped=True)
    seen: set[str] = set()

    def is_told() -> bool:
        nonlocal rid, seen
        rid, was_full, told = face.changes(rid)
        assert not was_full
        seen |= told
        return made.torrent_hash in seen

    wait_until(is_told, "the new torrent in the differences")
    remove(face, made.torrent_hash)


# calls on a fresh client -> requests with the scheme given, beyond the login
FIRST_CALLS: dict[str, tuple[Callable[[AnyFace], Any], int]] = {
    "a plain call": (lambda face: face.version(), 1),
    "a filter that was not renamed": (lambda face: face.torrents(filter="downloading"), 1),
    "a filter that was renamed": (lambda face: face.torrents(filter="stopped"), 2),
    "a path that was renamed": (lambda face: face.stop("all"), 2),
    "parameters with two names": (lambda face: face.add(urls=f"magnet:?xt=urn:btih:{UNFETCHED}", stopped=True), 1),
}


@pytest.mark.parametrize("case", FIRST_CALLS)
def test_the_first_call_costs_the_login_and_itself_and_only_where_needed_the_version(
    face: AnyFace, daemon: Daemon, case: str
) -> None:
    call, requests = FIRST_CALLS[case]
    spy = spy_on(face)
    call(face)
    if case == "parameters with two names" and not isinstance(face, DropIn) and daemon.version < "5.2":
        requests = 2 if daemon.version >= "4.5" else 4  # its answer says less, see `torrents.add`
    assert len(spy.sent) == 1 + requests, spy.sent
    call_again = len(spy.sent)
    if case != "parameters with two names":
        call(face)
        assert len(spy.sent) == call_again + 1, spy.sent
    else:
        wait_until(lambda: bool(face.torrents(hashes=UNFETCHED)), "the torrent")
        remove(face, UNFETCHED)


def test_the_scheme_probe_of_the_drop_in_costs_one_request_once(daemon: Daemon) -> None:
    face = DropIn(daemon)
    face.client = qbittorrentapi.Client(daemon.url.removeprefix("http://"), username=daemon.user, password=daemon.password)
    spy = spy_on(face)
    face.version()
    assert spy.sent == ["HEAD /", "POST auth/login", "GET app/version"]
    face.version()
    assert spy.sent[3:] == ["GET app/version"]
    face.close()


# error -> the class of the native faces, that of the drop-in
def expected(kind: type[AnyFace], native: type[Exception], dropin: type[Exception]) -> type[Exception]:
    return dropin if kind is DropIn else native


def test_a_wrong_password_is_told_and_tried_once(kind: type[AnyFace], daemon: Daemon) -> None:
    face = kind(daemon, password="not it")
    spy = spy_on(face)
    for _ in range(3):
        with pytest.raises(expected(kind, errors.LoginFailed, qbittorrentapi.LoginFailed)) as told:
            face.version()
        assert "not it" not in f"{told.value!r}{told.value}"
    assert spy.logins == 1
    face.close()


def test_a_ban_is_told_and_nobody_knocks_again(kind: type[AnyFace], fresh_daemon: FreshDaemon) -> None:
    banning = fresh_daemon("qbittorrent-5.1", max_auth_failures=1)
    first = kind(banning, password="wrong")
    with pytest.raises(expected(kind, errors.LoginFailed, qbittorrentapi.LoginFailed)):
        first.version()
    second = kind(banning)
    spy = spy_on(second)
    for _ in range(3):
        with pytest.raises(expected(kind, errors.BannedError, qbittorrentapi.Forbidden403Error), match="too many failed logins"):
            second.version()
    assert spy.logins == 1
    for face in (first, second):
        face.close()


KEY = "qbt_" + "a2b3c4d5" * 3 + "e6f7"


def test_an_api_key_is_enough_and_a_wrong_one_is_told(kind: type[AnyFace], fresh_daemon: FreshDaemon) -> None:
    keyed = fresh_daemon("qbittorrent-newest", api_key=KEY)
    face = kind(keyed, user=None, password=None, api_key=KEY)
    spy = spy_on(face)
    assert face.version() == f"v{keyed.version}"
    assert spy.sent == ["GET app/version"]
    wrong = kind(keyed, user=None, password=None, api_key=KEY[:-1] + "x")
    with pytest.raises(expected(kind, errors.ApiKeyRefusedError, qbittorrentapi.Forbidden403Error)):
        wrong.version()
    for one in (face, wrong):
        one.close()


def test_an_unknown_hash_is_not_found(face: AnyFace, kind: type[AnyFace], daemon: Daemon) -> None:
    lacks = expected(kind, errors.UnsupportedError, NotImplementedError)
    unknown = expected(kind, errors.NotFoundError, qbittorrentapi.NotFound404Error)
    with pytest.raises(lacks if daemon.version < "4.5" else unknown):
        face.export(NOT_A_HASH)


def test_garbage_is_no_torrent(face: AnyFace, kind: type[AnyFace]) -> None:
    with pytest.raises(expected(kind, errors.InvalidTorrentError, qbittorrentapi.UnsupportedMediaType415Error)):
        face.add(files=b"this is no torrent")


def test_a_file_that_is_missing_or_closed_to_us_is_named(face: AnyFace, kind: type[AnyFace], tmp_path: Path) -> None:
    with pytest.raises(
        expected(kind, errors.FileMissingError, qbittorrentapi.TorrentFileNotFoundError), match=r"absent\.torrent"
    ):
        face.add(files=tmp_path / "absent.torrent")
    folder = tmp_path / "folder.torrent"  # cannot be read as a file by anybody, root included
    folder.mkdir()
    with pytest.raises(expected(kind, errors.FileUnreadableError, qbittorrentapi.TorrentFileError), match=r"folder\.torrent"):
        face.add(files=folder)


def test_an_empty_list_deletes_nothing_and_lists_not_everything(face: AnyFace, kind: type[AnyFace], made: Made) -> None:
    face.add(files=made.torrent, save_path=str(made.folder), stopped=True)
    wait_until(lambda: state(face, made.torrent_hash) in STOPPED, "adding and checking")
    if kind is DropIn:  # documented: an empty list is an empty field, with which deleting does nothing
        face.delete([])
    else:
        for call in (lambda: face.delete([]), lambda: face.torrents(hashes=[])):
            with pytest.raises(errors.EmptySelectionError):
                call()
    assert state(face, made.torrent_hash) in STOPPED
    remove(face, made.torrent_hash)


def test_a_torrent_with_a_blank_line_goes_where_it_can_and_is_refused_before_sending_elsewhere(
    daemon: Daemon, kind: type[AnyFace]
) -> None:
    made = make(daemon.downloads / "blank", "blank.bin", comment="one\r\n\r\ntwo")
    assert b"\r\n\r\n" in made.torrent
    face = kind(daemon)
    spy = spy_on(face)
    if daemon.version < "4.5" and kind is not DropIn:
        with pytest.raises(errors.UploadRefusedError, match="magnet"):
            face.add(files=made.torrent, stopped=True)
        assert "POST torrents/add" not in spy.sent
    elif daemon.version >= "4.5":
        assert face.add(files=made.torrent, save_path=str(made.folder), stopped=True)
        wait_until(lambda: state(face, made.torrent_hash) in STOPPED, "adding and checking")
        remove(face, made.torrent_hash)
    face.close()
