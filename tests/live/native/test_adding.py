"""Adding torrents: everything that can be given, many at once, bad ones among good ones, and a way that breaks in the middle."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from tests.flows.torrents import infohash_of, torrent
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.dropin.relay import Answer, Relay, Seen
from tests.live.native.faces import Kind, new_client
from tests.live.spying import Spy

from bitharbor import errors
from bitharbor.model.bencoding import encode
from bitharbor.qbittorrent import Added, Client
from bitharbor.qbittorrent.flows import adding

Version = tuple[int, ...]
NEWEST = pytest.mark.lines("qbittorrent-newest")
MANY = 1000

# torrents that are none to any daemon. The last one we can read
GARBAGE = b"not even bencoded"
NAMELESS = b"d4:infod4:name1:aee"
CLIMBING = encode({b"info": {b"length": 1, b"name": b"..", b"piece length": 16384, b"pieces": b"x" * 20}})


@pytest.fixture
def tidy(client: Client) -> Iterator[None]:
    """Deletes what a test added."""
    yield
    wait_until(lambda: is_empty(client), "deletion")


def is_empty(client: Client) -> bool:
    """Deletes again what appeared after the first deletion: torrents are added behind the answer."""
    rows = client.torrents.info()
    if rows:
        client.torrents.delete("all")
    return not rows


pytestmark = pytest.mark.usefixtures("tidy")


def spied(client: Client) -> Spy:
    """Writes down what either kind of client sends."""
    driver: Any = getattr(client, "_client", client)._driver
    spy = Spy(driver._transport)
    driver._transport = spy
    return spy


def states(added: Added) -> list[str]:
    return [one.state for one in added.items]


def add(client: Client, *what: Any, **more: Any) -> Added:
    return client.torrents.add(*what, stopped=True, **more)


def is_listed(client: Client, contents: Sequence[bytes]) -> bool:
    ids = [infohash_of(one) for one in contents]
    return len(client.torrents.info(hashes=ids)) == len(ids)


def test_a_file_may_be_given_in_every_form(client: Client, tmp_path: Path) -> None:
    contents = [torrent(f"form {number}") for number in range(9)]
    paths = [tmp_path / str(number) / "same.torrent" for number in range(9)]
    for path, content in zip(paths, contents, strict=True):
        path.parent.mkdir()
        path.write_bytes(content)
    with paths[4].open("rb") as opened:
        forms = [str(paths[0]), paths[1], contents[2], bytearray(contents[3]), opened, io.BytesIO(contents[5])]
        added = add(client, files=cast("Any", forms))
    assert [one.v1 for one in added.items] == [infohash_of(one) for one in contents[:6]]
    named = add(client, files={"same": paths[6], "other": contents[7]})
    assert [(one.name, one.v1) for one in named.items] == [
        ("same", infohash_of(contents[6])),
        ("other", infohash_of(contents[7])),
    ]
    alone = add(client, files=paths[8])
    assert [one.name for one in alone.items] == ["same.torrent"]
    assert {*states(added), *states(named), *states(alone)} == {"added"}
    wait_until(lambda: is_listed(client, contents), "all of them")


def test_equal_file_names_both_arrive(client: Client, tmp_path: Path) -> None:
    contents = [torrent("first of a name"), torrent("second of a name")]
    for place, content in zip(("a", "b"), contents, strict=True):
        (tmp_path / place).mkdir()
        (tmp_path / place / "same.torrent").write_bytes(content)
    assert states(add(client, files=sorted(tmp_path.glob("*/same.torrent")))) == ["added", "added"]
    wait_until(lambda: is_listed(client, contents), "both")


def test_a_link_may_be_given_in_every_form(client: Client, version: Version) -> None:
    v1, v2 = [f"{number:02x}" * 20 for number in range(1, 6)], [f"{number:02x}" * 32 for number in range(6, 10)]
    bitcomet = base64.b64encode(f"AA/name/100/{v1[3]}/ZZ".encode()).decode()
    ones = [f"magnet:?xt=urn:btih:{v1[0]}", v1[1].upper(), base64.b32encode(bytes.fromhex(v1[2])).decode(), f"bc://bt/{bitcomet}"]
    hybrid = f"MAGNET:?xt=urn:btih:{v1[4]}&xt=urn:btmh:1220{v2[0]}"
    twos = [v2[1], f"1220{v2[2]}", f"magnet:?xt=urn:btmh:1220{v2[3]}"]
    added = add(client, [*ones, hybrid, *twos, "http://127.0.0.1:1/none.torrent"])
    assert [one.v1 for one in added.items] == [*v1, None, None, None, None]
    assert [one.v2 for one in added.items] == [None, None, None, None, v2[0], *v2[1:], None]
    knows_v2 = version >= (4, 4)
    assert states(added) == [*["added"] * 5, *["added" if knows_v2 else "refused"] * 3, "pending"]
    for one in added.of("added"):
        assert one.infohash is not None
        assert one.torrent_id in one.infohash.torrent_ids
    wait_until(lambda: {row.hash for row in client.torrents.info()} == {one.torrent_id for one in added.of("added")}, "all")
    lines = add(client, f"{ones[0]}\n\n  {'0a' * 20}  \n")
    assert states(lines) == ["already", "added"]


def test_a_thousand_torrents_take_two_requests_and_are_there(client: Client, daemon: Daemon, version: Version) -> None:
    contents = [torrent(f"many {number}") for number in range(MANY)]
    spy = spied(client)
    added = add(client, files=contents, save_path=str(daemon.downloads))
    assert states(added) == ["added"] * MANY
    assert [one.torrent_id for one in added.items] == [infohash_of(one) for one in contents]
    assert spy.sent.count("POST torrents/add") == 2
    if version >= (5, 2):
        assert [one for one in spy.sent if one not in ("POST auth/login", "POST torrents/add")] == []
    wait_until(lambda: len(client.torrents.info()) == MANY, "all of them")
    spy.sent.clear()
    assert states(add(client, files=contents)) == ["already"] * MANY
    assert spy.sent.count("POST torrents/info") <= 2


@NEWEST
def test_one_torrent_costs_one_request_beyond_the_login(client: Client) -> None:
    spy = spied(client)
    assert states(add(client, files=torrent("one"))) == ["added"]
    assert states(add(client, "0b" * 20)) == ["added"]
    assert spy.sent == ["POST auth/login", "POST torrents/add", "POST torrents/add"]


@pytest.mark.parametrize("bad", [GARBAGE, NAMELESS, CLIMBING], ids=["garbage", "nameless", "climbing"])
def test_a_bad_file_among_good_ones_is_refused_alone(client: Client, version: Version, bad: bytes) -> None:
    good = [torrent(f"good {number}") for number in range(6)]
    added = add(client, "0c" * 20, [*good[:3], bad, *good[3:]])
    found = states(added)
    assert found.pop(4) == "refused"
    assert added.items[4].reason
    assert not added.is_accepted
    # since 5.2 nobody looked before: what came in before such a daemon stopped may have been there
    assert set(found) <= ({"added", "unknown"} if bad == CLIMBING and version >= (5, 2) else {"added"})
    assert all(one.torrent_id for one in added.of("added", "unknown"))
    wait_until(lambda: is_listed(client, good), "the good ones")


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (GARBAGE, errors.InvalidTorrentError),
        (NAMELESS, errors.MediaRefusedError),
        (CLIMBING, errors.MediaRefusedError),
    ],
    ids=["garbage", "nameless", "climbing"],
)
def test_a_bad_file_alone_is_an_error(client: Client, bad: bytes, expected: type[errors.BitharborError]) -> None:
    with pytest.raises(expected) as caught:
        add(client, files=bad)
    assert isinstance(caught.value.done, Added)
    assert states(caught.value.done) == ["refused"]
    assert caught.value.acted is False


def test_what_is_there_and_what_is_named_twice_is_told(client: Client) -> None:
    known, new = torrent("known"), torrent("new")
    assert states(add(client, files=known)) == ["added"]
    wait_until(lambda: is_listed(client, [known]), "the first one")  # 5.3.0 counts it as added once more until then
    assert states(add(client, files=known)) == ["already"]
    assert states(add(client, f"magnet:?xt=urn:btih:{infohash_of(known)}", [known, new, new])) == [
        "already",
        "already",
        "added",
        "already",
    ]
    wait_until(lambda: len(client.torrents.info()) == 2, "both")


def test_a_way_that_breaks_in_the_middle_loses_nothing_and_sends_nothing_twice(
    kind: Kind, client: Client, daemon: Daemon, version: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MOST_ITEMS", 3)
    contents = [torrent(f"broken {number}") for number in range(9)]

    def cut_the_second(seen: Seen) -> Answer | None:
        if seen.action == "torrents/add" and len(relay.of("torrents/add")) == 2:
            relay._asked(seen)  # the daemon gets it; its answer does not come back
            raise ConnectionResetError
        return None

    with Relay(daemon, answer=cut_the_second) as relay:
        cut = new_client(kind, daemon, url=relay.url)
        with pytest.raises(errors.ConnectionLostError) as caught:
            add(cut, files=contents)
        cut.close()
    told = caught.value.done
    assert isinstance(told, Added)
    assert states(told)[3:] == ["unknown"] * 3 + ["unsent"] * 3
    if version >= (5, 2):
        assert states(told)[:3] == ["added"] * 3
        assert caught.value.acted is True
    assert len(relay.of("torrents/add")) == 2
    wait_until(lambda: is_listed(client, contents[:6]), "those that arrived")
    assert len(client.torrents.info()) == 6
    again = add(client, files=contents)
    assert states(again) == ["already"] * 6 + ["added"] * 3


@NEWEST
def test_a_daemon_that_takes_nothing_says_409(daemon: Daemon, client: Client) -> None:
    add(client, "0d" * 20)
    with Client(daemon.url, daemon.user, daemon.password) as other:
        with pytest.raises(errors.ConflictError) as caught:
            other.raw("torrents/add", urls="0d" * 20)
        assert caught.value.status == 409
