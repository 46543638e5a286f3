"""Addresses of daemons, and secrets, which never show."""

from __future__ import annotations

import traceback
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.errors import BitharborError, UsageError
from bitharbor.qbittorrent.aio import AsyncClient
from bitharbor.qbittorrent.client import Client
from bitharbor.qbittorrent.session import Address, Session, parse_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("localhost", Address("", "localhost", "", "")),
        ("localhost:8080", Address("", "localhost:8080", "", "")),
        ("http://localhost:8080", Address("http", "localhost:8080", "", "")),
        ("HTTPS://Example.ORG/", Address("https", "example.org", "", "")),
        ("  http://localhost  ", Address("http", "localhost", "", "")),
        ("http://localhost:8080/qb/", Address("http", "localhost:8080/qb", "", "")),
        ("localhost/a/b", Address("", "localhost/a/b", "", "")),
        ("//localhost:8080", Address("", "localhost:8080", "", "")),
        ("http://[::1]:8080", Address("http", "[::1]:8080", "", "")),
        ("[2001:db8::1]", Address("", "[2001:db8::1]", "", "")),
        ("http://[fe80::1%25eth0]/qb", Address("http", "[fe80::1%25eth0]/qb", "", "")),
        ("http://admin:secret@localhost", Address("http", "localhost", "admin", "secret")),
        ("admin:secret@localhost:8080", Address("", "localhost:8080", "admin", "secret")),
        ("http://admin@localhost", Address("http", "localhost", "admin", "")),
        ("http://admin:a%40b%2Fc%3Ad%23e@localhost", Address("http", "localhost", "admin", "a@b/c:d#e")),
        ("http://us%20er:%C3%A9@localhost", Address("http", "localhost", "us er", "é")),
        ("http://localhost:8080/?copied#/from/a/browser", Address("http", "localhost:8080", "", "")),
        ("http://admin:a:b@[::1]:8080/qb", Address("http", "[::1]:8080/qb", "admin", "a:b")),
    ],
)
def test_addresses_read(url: str, address: Address) -> None:
    assert parse_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "   ",
        "http://",
        "http:///path",
        ":8080",
        "ftp://localhost",
        "file:///etc/passwd",
        "http://localhost:port",
        "http://localhost:99999",
        "http://localhost:-1",
        "http://[::1",
        "http://::1]:8080",
        "http://local host",
        "not an address",
        "http://localhost\nevil",
        "http://admin:two\nlines@localhost",
        "http://\ud800/",
    ],
)
def test_nonsense_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(UsageError):
        parse_address(url)


# each holds the secret, unescaped, where a URL ends in the middle of it
BROKEN = [
    "http://admin:12/s3cret@localhost:8080",
    "http://admin:12#s3cret@localhost:8080",
    "http://admin:12?s3cret@localhost:8080",
    "http://admin:s3cret/x@localhost:8080",
    "http://admin:s3cret#x@localhost:8080",
    "http://admin:x[s3cret@localhost:8080",
    "http://admin:s3cret@localhost:port",
    "http://admin:s3cret@",
    "ftp://admin:s3cret@localhost",
    "http://admin:s3cret\u2100@localhost",
]


@pytest.mark.parametrize("url", BROKEN)
def test_a_password_with_an_unescaped_mark_becomes_no_part_of_a_host_or_path_and_never_shows(url: str) -> None:
    for face in (Client, AsyncClient):
        with pytest.raises(UsageError) as caught:
            face(url)
        assert "s3cret" not in "".join(traceback.format_exception(caught.value))


@patient
@given(st.text(max_size=30))
def test_any_text_is_an_address_or_a_plain_error(url: str) -> None:
    try:
        address = parse_address(url)
    except UsageError:
        return
    assert address.place
    assert "@" not in address.place


@patient
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), st.text(st.characters(codec="utf-8"), max_size=12))
def test_escaped_credentials_come_back_whatever_they_are(user: str, password: str) -> None:
    address = parse_address(f"http://{quote(user, safe='')}:{quote(password, safe='')}@localhost:8080/qb")
    assert address == Address("http", "localhost:8080/qb", user, password)


SECRETS = ("s3cret", "k3y-of-the-api")


@pytest.mark.parametrize("face", [Client, AsyncClient])
def test_no_secret_is_in_what_a_client_shows(face: type[Client | AsyncClient]) -> None:
    client = face("http://admin:s3cret@localhost:8080/qb", api_key=SECRETS[1], headers={"Authorization": "s3cret"})
    assert "localhost:8080/qb" in repr(client)
    for shown in (repr(client), str(client), repr(client._session), str(vars(client))):
        assert not any(secret in shown for secret in SECRETS)


def test_no_secret_is_in_what_a_session_shows() -> None:
    session = Session("localhost", ("http",), user="admin", password="s3cret", api_key="k3y-of-the-api")
    session.cookies = {"SID": "s3cret"}
    session.headers = {"Authorization": "s3cret"}
    assert not any(secret in repr(session) for secret in SECRETS)


def test_no_secret_is_in_the_error_of_a_host_that_is_not_there() -> None:
    with Client("http://admin:s3cret@127.0.0.1:1", api_key=SECRETS[1]) as client, pytest.raises(BitharborError) as caught:
        client.app.version()
    told = "".join(traceback.format_exception(caught.value))
    assert not any(secret in told for secret in SECRETS)
