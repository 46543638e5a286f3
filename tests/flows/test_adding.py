"""Adding torrents: what may be given for files, and what is refused before anything is sent."""

from __future__ import annotations

import io
import os
import sys
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import cast

import msgspec
import pytest
from tests.flows.stage import Outcome, ScriptedClock, ScriptedTransport
from tests.flows.torrents import infohash_of, torrent

from bitharbor.errors import (
    BitharborError,
    FileMissingError,
    FileUnreadableError,
    InvalidTorrentError,
    UploadRefusedError,
    UsageError,
)
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import call, start
from bitharbor.qbittorrent.session import Session
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Kind, Reply, Request

TORRENT = b"d4:infod4:name1:xee"
BLANK_LINE_TORRENT = b"d8:announce4:\r\n\r\n4:infod4:name1:xee"
MAGNET = "magnet:?xt=urn:btih:" + "a" * 40


class Daemon(ScriptedTransport):
    """Takes everything, lists nothing, and tells its version."""

    def __init__(self, version: str = "v5.1.0") -> None:
        said = {"version": version.encode(), "info": b"[]"}
        super().__init__(lambda request: Reply(200, {}, said.get(request.url.rpartition("/")[2], b"Ok.")))


def add(
    urls: object = None, files: object = None, *, transport: ScriptedTransport | None = None, is_strict: bool = True
) -> list[Message]:
    """Add, and give the parts that arrived."""
    daemon = transport or Daemon()
    session = Session("daemon.example", ("http",), is_strict=is_strict)
    Driver(daemon, ScriptedClock()).run(start(session, ops.TORRENTS_ADD, (urls, files)))
    sent = next(one for one in daemon.seen if one.url.endswith("torrents/add"))
    head = f"Content-Type: {sent.headers['Content-Type']}\r\n\r\n".encode()
    message = BytesParser().parsebytes(head + (sent.body or b""))
    parts: object = message.get_payload()
    return [one for one in cast("list[object]", parts) if isinstance(one, Message)] if isinstance(parts, list) else []


def contents(parts: list[Message]) -> list[object]:
    return [one.get_payload(decode=True) for one in parts]


def test_a_file_may_be_given_in_every_form(tmp_path: Path) -> None:
    path = tmp_path / "x.torrent"
    path.write_bytes(TORRENT)
    for given in (str(path), path, TORRENT, bytearray(TORRENT)):
        assert contents(add(files=given)) == [TORRENT], type(given)
        assert contents(add(files=[given])) == [TORRENT], type(given)
        assert contents(add(files={"x": given})) == [TORRENT], type(given)
    for opened in (io.BytesIO(TORRENT), path.open("rb")):
        with opened:
            assert contents(add(files=opened)) == [TORRENT]


def test_files_of_a_generator_survive_a_login_in_the_middle() -> None:
    contents = [torrent("one"), torrent("two")]
    tally = {"success_count": 2, "failure_count": 0, "pending_count": 0, "added_torrent_ids": [*map(infohash_of, contents)]}
    replies = iter(
        [
            Reply(204, {}, b"", ("QBT_SID_80=1",)),
            Reply(403, {}, b""),
            Reply(204, {}, b"", ("QBT_SID_80=2",)),
            Reply(200, {}, msgspec.json.encode(tally)),
        ]
    )
    transport = ScriptedTransport(lambda _: next(replies))
    session = Session("daemon.example", ("http",), user="harbour", password="right")
    result = Driver(transport).run(call(session, ops.TORRENTS_ADD, (None, iter(contents))))
    first, second = (one.body or b"" for one in transport.seen if one.url.endswith("torrents/add"))
    assert all(one in first and one in second for one in contents)
    assert [one.state for one in result.items] == ["added", "added"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"not bencoded at all", InvalidTorrentError),
        (b"d4:name1:xe", InvalidTorrentError),
        (b"<html>not found</html>", InvalidTorrentError),
        ("/no/such/file.torrent", FileMissingError),
        ("a\0b.torrent", UsageError),
        ("~no-such-user-here/x.torrent", BitharborError),
        (io.StringIO("text"), UsageError),
        (7, UsageError),
        ([7], UsageError),
        ([None], UsageError),
        ([], UsageError),
        ({}, UsageError),
        (b"", UsageError),
    ],
    ids=lambda given: getattr(given, "__name__", type(given).__name__),
)
def test_what_is_no_torrent_is_refused_before_anything_is_sent(given: object, expected: type[BitharborError]) -> None:
    transport = Daemon()
    with pytest.raises(expected) as caught:
        add(files=given, transport=transport)
    assert transport.seen == []
    assert caught.value.acted is False


@pytest.mark.parametrize(
    "link", ["htps://user:s3cret@site/a", "udp://tracker:80/s3cret", "magnett:?xt=urn:btih:1&tr=http%3A%2F%2Ft%2Fs3cret"]
)
def test_a_link_that_leads_nowhere_is_refused_without_the_secrets_in_it(link: str) -> None:
    transport = Daemon()
    with pytest.raises(UsageError, match="no link") as caught:
        add(urls=link, transport=transport)
    assert transport.seen == []
    assert "s3cret" not in f"{caught.value} {caught.value!r}"


def test_a_file_that_was_closed_is_refused() -> None:
    closed = io.BytesIO(TORRENT)
    closed.close()
    transport = Daemon()
    with pytest.raises(BitharborError):
        add(files=closed, transport=transport)
    assert transport.seen == []


def test_a_file_that_is_open_as_text_is_refused_even_where_its_bytes_are_none(tmp_path: Path) -> None:
    path = tmp_path / "x.torrent"
    path.write_bytes(b"d4:infod4:name1:\xff" + b"ee")
    with path.open(encoding="utf-8") as opened, pytest.raises(UsageError, match="open as text"):
        add(files=opened)


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        add(files=tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file name be any bytes")
def test_a_file_whose_name_is_no_text_can_be_added(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.torrent"
    with open(path, "wb") as file:
        file.write(TORRENT)
    assert contents(add(files=Path(os.fsdecode(path)))) == [TORRENT]


def test_nothing_at_all_is_refused_by_the_native_faces_and_sent_by_the_drop_in() -> None:
    with pytest.raises(UsageError, match="nothing to add"):
        add()
    transport = Daemon()
    add(files=b"anything", transport=transport, is_strict=False)
    assert len(transport.seen) == 1


@pytest.mark.parametrize("version", ["v4.1.0", "v4.2.5", "v4.4.5"])
def test_a_blank_line_in_a_torrent_is_not_sent_to_a_daemon_that_would_cut_it(version: str) -> None:
    transport = Daemon(version)
    with pytest.raises(UploadRefusedError, match=version[1:]):
        add(files=BLANK_LINE_TORRENT, transport=transport)
    assert all(not one.url.endswith("torrents/add") for one in transport.seen)


@pytest.mark.parametrize("version", ["v4.5.0", "v5.3.0"])
def test_a_blank_line_in_a_torrent_is_sent_to_a_younger_daemon(version: str) -> None:
    assert contents(add(files=BLANK_LINE_TORRENT, transport=Daemon(version))) == [BLANK_LINE_TORRENT]


def test_an_addition_that_got_lost_is_not_sent_again() -> None:
    def answer(request: Request) -> Outcome:
        if request.url.endswith("version"):
            return Reply(200, {}, b"v5.1.0")
        return Fault(Kind.LOST, was_sent=True, cause=OSError())

    transport = ScriptedTransport(answer)
    with pytest.raises(BitharborError) as caught:
        add(files=TORRENT, transport=transport)
    assert [one.url.rpartition("/")[2] for one in transport.seen] == ["version", "add"]
    assert caught.value.acted is None
