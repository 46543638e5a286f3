"""Where an rTorrent may be said to be."""

from __future__ import annotations

import pytest

from bitharbor.errors import UsageError
from bitharbor.rtorrent.address import parse
from bitharbor.rtorrent.client import RtorrentClient


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (None, "scgi://127.0.0.1:5000"),
        ("", "scgi://127.0.0.1:5000"),
        ("box", "scgi://box:5000"),
        ("box:5001", "scgi://box:5001"),
        ("scgi://[::1]:5001", "scgi://[::1]:5001"),
        ("/run/rtorrent.sock", "unix:///run/rtorrent.sock"),
        ("scgi:///run/rtorrent.sock", "unix:///run/rtorrent.sock"),
        ("scgi+unix:///run/rtorrent.sock", "unix:///run/rtorrent.sock"),
        ("file:///run/rtorrent.sock", "unix:///run/rtorrent.sock"),
        ("unix://rtorrent.sock", "unix://rtorrent.sock"),
        ("http://box", "http://box/RPC2"),
        ("https://me:p%40ss@box:8443/other", "https://box:8443/other"),
    ],
)
def test_an_address_is_read(text: str | None, url: str) -> None:
    assert parse(text).url == url


@pytest.mark.parametrize(
    "text",
    [
        "ftp://box",
        "scgi://me:secret@box:1",
        "scgi://box:1/RPC2",
        "scgi://box:0",
        "scgi://box:66000",
        "http://[x",
        "unix://",
        "a\nb",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse(text)


@pytest.mark.parametrize("text", ["http://me:se/cret@box", "scgi://me:secret@box:1", "http://me:secret@box:99999"])
def test_an_error_holds_no_password(text: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse(text)
    assert "cret" not in str(raised.value)


def test_credentials_are_neither_in_the_address_nor_in_the_representation() -> None:
    client = RtorrentClient("http://me:secret@127.0.0.1:9")
    assert client.address == "http://127.0.0.1:9/RPC2"
    assert "secret" not in repr(client) + repr(client._session) + repr(parse("http://me:secret@127.0.0.1:9"))


def test_scgi_takes_no_credentials() -> None:
    with pytest.raises(UsageError, match="SCGI"):
        RtorrentClient("127.0.0.1:5000", "me", "secret")
