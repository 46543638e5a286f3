"""Addresses of daemons: each form that is written down, the odd ones that people have, and nonsense."""

from __future__ import annotations

import os
import socket
import traceback
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

import aiobtclientapi
from bitharbor.errors import UsageError
from bitharbor.unified import api, connect
from bitharbor.unified.address import GRAMMARS, KINDS, Address, parse

RPC = "/transmission/rpc"


def tls(host: str, port: int = 58846, user: str | None = None, password: str | None = None) -> Address:
    return Address("deluge", "tls", host, port, "", user, password)


def qbt(scheme: str, host: str, port: int, path: str = "", user: str | None = None, password: str | None = None) -> Address:
    return Address("qbittorrent", scheme, host, port, path, user, password)


def rt(scheme: str, host: str, port: int, path: str = "", user: str | None = None, password: str | None = None) -> Address:
    return Address("rtorrent", scheme, host, port, path, user, password)


def sock(path: str) -> Address:
    return Address("rtorrent", "unix", "", None, path)


def tr(scheme: str, host: str, port: int, path: str = RPC, user: str | None = None, password: str | None = None) -> Address:
    return Address("transmission", scheme, host, port, path, user, password)


# kind, as it is written, what it is
FORMS = [
    # Deluge: [USERNAME:PASSWORD@]HOST[:PORT]
    ("deluge", "h", tls("h")),
    ("deluge", "h:1", tls("h", 1)),
    ("deluge", "u:p@h", tls("h", user="u", password="p")),
    ("deluge", "u:p@h:1", tls("h", 1, "u", "p")),
    # qBittorrent: [http[s]://][USERNAME:PASSWORD@]HOST[:PORT]
    ("qbittorrent", "h", qbt("http", "h", 8080)),
    ("qbittorrent", "h:1", qbt("http", "h", 1)),
    ("qbittorrent", "u:p@h:1", qbt("http", "h", 1, "", "u", "p")),
    ("qbittorrent", "http://h", qbt("http", "h", 8080)),
    ("qbittorrent", "http://u:p@h:1", qbt("http", "h", 1, "", "u", "p")),
    ("qbittorrent", "https://h", qbt("https", "h", 443)),
    ("qbittorrent", "https://u:p@h:1", qbt("https", "h", 1, "", "u", "p")),
    # rTorrent: [scgi://]HOST[:PORT]
    ("rtorrent", "h", rt("scgi", "h", 5000)),
    ("rtorrent", "h:5", rt("scgi", "h", 5)),
    ("rtorrent", "scgi://h", rt("scgi", "h", 5000)),
    ("rtorrent", "scgi://h:5", rt("scgi", "h", 5)),
    # rTorrent: [file://]SOCKET_PATH
    ("rtorrent", "/run/rpc.socket", sock("/run/rpc.socket")),
    ("rtorrent", "path/to/rpc.socket", sock("path/to/rpc.socket")),
    ("rtorrent", "file:///run/rpc.socket", sock("/run/rpc.socket")),
    ("rtorrent", "file://path/to/rpc.socket", sock("path/to/rpc.socket")),
    # rTorrent: http[s]://[USERNAME:PASSWORD@]HOST[:PORT][/PATH]
    ("rtorrent", "http://h", rt("http", "h", 80, "/RPC2")),
    ("rtorrent", "http://u:p@h:1/RPC3", rt("http", "h", 1, "/RPC3", "u", "p")),
    ("rtorrent", "https://h", rt("https", "h", 443, "/RPC2")),
    ("rtorrent", "https://u:p@h:1/RPC3", rt("https", "h", 1, "/RPC3", "u", "p")),
    # Transmission: [http[s]://][USERNAME:PASSWORD@]HOST[:PORT][/PATH]
    ("transmission", "h", tr("http", "h", 9091)),
    ("transmission", "u:p@h:1", tr("http", "h", 1, RPC, "u", "p")),
    ("transmission", "h/custom", tr("http", "h", 9091, "/custom")),
    ("transmission", "http://h:1/x/rpc", tr("http", "h", 1, "/x/rpc")),
    ("transmission", "https://u:p@h/x/rpc", tr("https", "h", 443, "/x/rpc", "u", "p")),
    # the kind stands in the address
    (None, "deluge://u:p@h", tls("h", user="u", password="p")),
    (None, "qbittorrent://h", qbt("http", "h", 8080)),
    (None, "qbittorrent+https://h", qbt("https", "h", 443)),
    (None, "rtorrent://h:1", rt("scgi", "h", 1)),
    (None, "rtorrent+scgi://h", rt("scgi", "h", 5000)),
    (None, "rtorrent:///run/rpc.socket", sock("/run/rpc.socket")),
    (None, "rtorrent+unix:///run/rpc.socket", sock("/run/rpc.socket")),
    (None, "rtorrent+https://u:p@h", rt("https", "h", 443, "/RPC2", "u", "p")),
    (None, "transmission://u:pw@h:9091", tr("http", "h", 9091, RPC, "u", "pw")),
    ("transmission", "transmission+https://h", tr("https", "h", 443)),
    # other words for a socket
    ("rtorrent", "unix:///run/rpc.socket", sock("/run/rpc.socket")),
    ("rtorrent", "unix:/run/rpc.socket", sock("/run/rpc.socket")),
    ("rtorrent", "unix://rpc.socket", sock("rpc.socket")),
    ("rtorrent", "scgi+unix:///run/rpc.socket", sock("/run/rpc.socket")),
    ("rtorrent", "scgi:///run/rpc.socket", sock("/run/rpc.socket")),
    ("rtorrent", "/run/a b/%20.socket", sock("/run/a b/%20.socket")),
    ("rtorrent", "~/rpc.socket", sock(os.path.expanduser("~/rpc.socket"))),
    # IPv6
    ("deluge", "[::1]:1", tls("::1", 1)),
    ("qbittorrent", "u:p@[2001:db8::1]", qbt("http", "2001:db8::1", 8080, "", "u", "p")),
    ("rtorrent", "scgi://[::1]:5", rt("scgi", "::1", 5)),
    ("transmission", "https://[fe80::1%25eth0]", tr("https", "fe80::1%25eth0", 443)),
    # credentials: escaped, odd, halved
    ("qbittorrent", "u:p%40@h", qbt("http", "h", 8080, "", "u", "p@")),
    ("qbittorrent", "u:p@x@h", qbt("http", "h", 8080, "", "u", "p@x")),
    ("qbittorrent", "u:p/x@h:1", qbt("http", "h", 1, "", "u", "p/x")),
    ("qbittorrent", "u:a:b@h", qbt("http", "h", 8080, "", "u", "a:b")),
    ("qbittorrent", "u%3Ax:%C3%A9@h", qbt("http", "h", 8080, "", "u:x", "é")),
    ("transmission", "u:?#[@h", tr("http", "h", 9091, RPC, "u", "?#[")),
    ("transmission", "u:@h", tr("http", "h", 9091, RPC, "u", "")),
    ("transmission", "u@h", tr("http", "h", 9091, RPC, "u")),
    ("deluge", ":p@h", tls("h", user="", password="p")),
    # what is missing comes from the grammar
    ("deluge", "", tls("localhost")),
    ("qbittorrent", "", qbt("http", "localhost", 8080)),
    ("rtorrent", "", rt("scgi", "127.0.0.1", 5000)),
    ("transmission", "", tr("http", "localhost", 9091)),
    ("transmission", "u:p@", tr("http", "localhost", 9091, RPC, "u", "p")),
    ("transmission", ":1", tr("http", "localhost", 1)),
    ("transmission", "h:", tr("http", "h", 9091)),
    ("transmission", "http://h:1/", tr("http", "h", 1)),
    ("qbittorrent", "h/", qbt("http", "h", 8080)),
    ("qbittorrent", "https://u:p@h:1/qb", qbt("https", "h", 1, "/qb", "u", "p")),
    ("qbittorrent", "HTTPS://h", qbt("https", "h", 443)),
    ("qbittorrent", "  h \n", qbt("http", "h", 8080)),
]


@pytest.mark.parametrize(("kind", "text", "address"), FORMS, ids=[f"{kind or 'any'} {text}" for kind, text, _ in FORMS])
def test_an_address_reads_as_its_kind_writes_it(kind: str | None, text: str, address: Address) -> None:
    assert parse(text, kind) == address


NONSENSE = [
    ("deluge", "http://h"),
    ("deluge", "h/p"),
    ("qbittorrent", "ftp://h"),
    ("qbittorrent", "rtorrent://h"),
    ("rtorrent", "scgi://h:5/x"),
    ("rtorrent", "u:p@h"),
    ("rtorrent", "scgi://u:p@h"),
    ("rtorrent", "file://"),
    ("rtorrent", "unix://"),
    ("transmission", "file:///x"),
    ("transmission", "h:0"),
    ("transmission", "h:65536"),
    ("transmission", "h:x"),
    ("transmission", "h:-1"),
    ("transmission", "h:٣"),
    ("transmission", "::1"),
    ("transmission", "[::1"),
    ("transmission", "a host"),
    ("transmission", "h\nevil"),
    ("transmission", "http:h"),
    ("emule", "h"),
    ("Deluge", "h"),
    (None, "h"),
    (None, ""),
    (None, "http://h"),
    (None, "emule://h"),
]


@pytest.mark.parametrize(("kind", "text"), NONSENSE)
def test_nonsense_is_refused_with_words_that_help(kind: str | None, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text, kind)
    assert caught.value.hint


def test_a_name_without_a_slash_is_a_socket_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse("rpc.socket", "rtorrent") == rt("scgi", "rpc.socket", 5000)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("rpc.socket")
        assert parse("rpc.socket", "rtorrent") == sock("rpc.socket")


@pytest.mark.parametrize("kind", KINDS)
def test_an_address_leads_back_to_itself_without_credentials(kind: str) -> None:
    for scheme in GRAMMARS[kind].schemes:
        text = "/run/rpc.socket" if scheme == "unix" else f"[::1]:7{GRAMMARS[kind].path}" if scheme[0] == "h" else "[::1]:7"
        address = parse(text if scheme == "tls" else f"{scheme}://{text}", kind)
        assert parse(address.url, kind) == address


# each holds the secret somewhere in a URL that is refused, or ends early
BROKEN = [
    "u:s3cret@h:port",
    "u:s3cret@h:99999",
    "u:s3cret@a host",
    "ftp://u:s3cret@h",
    "u:s3cret@[::1",
    "u:s3cret@h\nx",
    "http://u:x/s3cret@h:port",
    "u:x@s3cret@h:port",
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", BROKEN)
def test_no_password_is_in_the_error_of_a_broken_address(kind: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        api(kind, text)
    with pytest.raises(aiobtclientapi.ValueError) as told:
        aiobtclientapi.api(kind, text)
    for error in (caught.value, told.value):
        assert "s3cret" not in "".join(traceback.format_exception(error))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "rtorrent"])
def test_no_password_is_in_what_a_client_shows(kind: str) -> None:
    client = connect(f"{kind}://u:s3cret@h")
    classic = aiobtclientapi.api(kind, "u:s3cret@h")
    address = parse("u:s3cret@h", kind)
    for shown in (repr(client), client.address, str(address), repr(address), repr(classic), str(classic.url), repr(classic.url)):
        assert "s3cret" not in shown
    assert classic.url.with_auth.partition("@")[0].endswith("u:s3cret")


@patient
@given(st.sampled_from([*KINDS, None]), st.text(max_size=30))
def test_any_text_is_an_address_or_a_plain_error(kind: str | None, text: str) -> None:
    try:
        address = parse(text, kind)
    except UsageError:
        return
    assert address.kind in KINDS
    assert "@" not in address.place


CREDENTIALS = st.text(st.characters(codec="utf-8"), max_size=12)


@patient
@given(st.sampled_from(["deluge", "qbittorrent", "transmission"]), CREDENTIALS, CREDENTIALS)
def test_escaped_credentials_come_back_whatever_they_are(kind: str, user: str, password: str) -> None:
    address = parse(f"{quote(user, safe='')}:{quote(password, safe='')}@h:1", kind)
    assert (address.user, address.password, address.host, address.port) == (user, password, "h", 1)
