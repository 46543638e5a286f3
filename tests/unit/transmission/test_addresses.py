"""Addresses of the native client, and what of them is shown."""

from __future__ import annotations

import pytest

from bitharbor.errors import UsageError
from bitharbor.transmission.address import parse
from bitharbor.transmission.client import TransmissionClient

GIVEN = [
    ("", "http://localhost:9091/transmission/rpc"),
    ("nas", "http://nas:9091/transmission/rpc"),
    ("http://nas:80", "http://nas:80/transmission/rpc"),
    ("https://nas", "https://nas:443/transmission/rpc"),
    ("https://nas/bt/rpc", "https://nas:443/bt/rpc"),
    ("http://[::1]:9091/", "http://[::1]:9091/transmission/rpc"),
    ("me:p%40ss@nas", "http://nas:9091/transmission/rpc"),
]


@pytest.mark.parametrize(("given", "url"), GIVEN)
def test_what_an_address_leaves_out_is_as_usual(given: str, url: str) -> None:
    assert parse(given).url == url


def test_credentials_are_decoded_and_never_shown() -> None:
    address = parse("http://me:p%40ss@nas")
    assert (address.user, address.password) == ("me", "p@ss")
    assert "p@ss" not in f"{address!r} {TransmissionClient('http://me:p%40ss@nas')!r}"


@pytest.mark.parametrize(
    "given", ["ftp://nas", "http://nas:0", "http://nas:x", "http://me:a/b@nas", "http://na s", "http://nas\n/x"]
)
def test_what_is_no_address_is_refused_without_its_secret(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(given)
    assert "a/b" not in str(caught.value)


def test_headers_that_cannot_be_sent_are_refused_without_their_value() -> None:
    with pytest.raises(UsageError) as caught:
        TransmissionClient("nas", headers={"X-Key": "secret\n"})
    assert "secret" not in str(caught.value)
