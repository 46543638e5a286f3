"""What goes wrong between a client and each daemon: every fault has its class, the next call finds the way again, and no order is
given twice. The same through `aiobtclientapi`, whose errors are all of its own tree."""

from __future__ import annotations

import asyncio
import os
import signal
import time
import traceback
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

import pytest
from tests.conformance.conftest import PARAMS, Adding, Starting
from tests.conformance.members import PATIENCE, WEB, Member
from tests.conformance.relay import Relay
from tests.harness.certificate import Certificate, made_for_loopback
from tests.live.content import make

import aiobtclientapi
from bitharbor import connect
from bitharbor.errors import (
    AnswerError,
    AnswerTooLargeError,
    BitharborError,
    ConnectionLostError,
    DeadlineError,
    EmptySelectionError,
    LoginFailed,
    LoginRequiredError,
    ServerError,
    UnknownTorrentError,
    UnreachableError,
    UnsupportedError,
    UsageError,
)
from bitharbor.unified import ConnectionStatus, Outcome, TorrentClient
from bitharbor.unified.records import Torrent

ROW = "rtorrent-newest"
pytestmark = pytest.mark.parametrize(
    "shared_member",
    [*PARAMS, pytest.param(f"{ROW}{WEB}", id=f"{ROW}{WEB}", marks=pytest.mark.xdist_group(ROW))],
    indirect=True,
)

ABSENT = "0" * 40
LINK = "ab" * 20
WRONG = "s3cret-and-wrong"
CONNECTING, CONNECTED, DISCONNECTED = (
    ConnectionStatus.connecting,
    ConnectionStatus.connected,
    ConnectionStatus.disconnected,
)
SHORT = 1.0  # seconds for a call that nobody answers


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """For relays before Deluge."""
    return made_for_loopback(tmp_path_factory.mktemp("certificate"))


@dataclass
class Faced:
    """Both faces on one daemon, with all that they tell of their status."""

    client: TorrentClient
    classic: aiobtclientapi.APIBase
    told: list[ConnectionStatus] = field(default_factory=list[ConnectionStatus])
    told_classic: list[ConnectionStatus] = field(default_factory=list[ConnectionStatus])


@asynccontextmanager
async def faced(address: str, seconds: float = 20.0) -> AsyncGenerator[Faced]:
    """Both faces of the daemon at an address."""
    kind, _, place = address.partition("://")
    name, _, scheme = kind.partition("+")
    made = Faced(
        connect(address, timeout=seconds),
        aiobtclientapi.api(name, f"{scheme}://{place}" if scheme else place, timeout=seconds),
    )
    made.client.on_status(made.told.append)
    for status in ConnectionStatus:
        getattr(made.classic, f"set_{status.value}_callback")(made.told_classic.append, status)
    async with made.client, made.classic:
        yield made


def with_password(address: str, password: str) -> str:
    """The address with another password."""
    head, _, place = address.rpartition("@")
    return f"{head.rpartition(':')[0]}:{password}@{place}"


async def fails(order: Awaitable[object]) -> Exception:
    """The error of a call that fails, raised or in its answer."""
    try:
        answer = await order
    except Exception as error:  # noqa: BLE001 - which one it is is what the test is about
        return error
    errors = answer.errors if isinstance(answer, Outcome | aiobtclientapi.Response) else []
    assert errors, f"it did not fail: {answer!r}"
    return errors[0]


def shown(error: BaseException) -> str:
    """All that a user may get to see of an error."""
    return "".join([str(error), repr(error), *traceback.format_exception(error)])


# logging in


def test_a_wrong_password_is_tried_once_however_many_calls_there_are_and_never_shown(
    member: Member, tmp_path: Path, certificate: Certificate
) -> None:
    if not member.password:
        with pytest.raises(UsageError):  # SCGI has no users
            connect("rtorrent+scgi://admin:s3cret@127.0.0.1:5000")
        return

    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay, faced(with_password(relay.address, WRONG)) as both:
            errors = await asyncio.gather(*(fails(both.client.infohashes()) for _ in range(5)))
            errors.append(await fails(both.client.stop(ABSENT)))
            assert {type(error) for error in errors} == {LoginFailed}
            assert tries(relay) == 1
            assert both.told == [CONNECTING, DISCONNECTED]
            classic = await fails(both.classic.get_infohashes())
            assert type(classic) is aiobtclientapi.AuthenticationError
            assert both.told_classic == [CONNECTING, DISCONNECTED]
            await fails(both.client.connect())  # this asks for another try
            assert tries(relay) == 3
            response = await both.classic.stop(ABSENT)
            assert not response.success
            for error in (*errors, classic, *response.errors):
                assert WRONG not in shown(error)

    def tries(relay: Relay) -> int:
        """How often a password went out."""
        basic = b"uthorization: Basic"
        marks = {"qbittorrent": b"auth/login", "transmission": basic, "rtorrent": basic}
        mark = marks.get(member.client.kind)
        return relay.asked.count(mark) if mark else relay.connections

    member.steer(story())


def test_no_credentials_are_an_error_of_their_own(member: Member) -> None:
    if not member.password:
        return
    kind, _, rest = member.address.partition("://")

    async def story() -> None:
        async with faced(f"{kind}://{rest.rpartition('@')[2]}") as both:
            assert isinstance(await fails(both.client.infohashes()), LoginRequiredError | LoginFailed)
            assert type(await fails(both.classic.get_infohashes())) is aiobtclientapi.AuthenticationError

    member.steer(story())


# killed, restarted


def hold(pid: int) -> None:
    """Stop a process, and wait until it stands: a signal takes its time."""
    os.kill(pid, signal.SIGSTOP)
    end = time.monotonic() + PATIENCE
    while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
        assert time.monotonic() < end, "the daemon does not stop"
        time.sleep(0.01)


def test_a_daemon_that_is_killed_in_the_middle_of_a_call_and_comes_back_is_met_again(
    member: Member, own_member: Starting
) -> None:
    own = own_member(member)
    made = make(own.downloads, "survivor.bin")
    is_behind_web = member.name.endswith(WEB)  # which is there still, and says 502

    async def story() -> None:
        async with faced(own.address) as both:
            (await both.client.add(made.torrent, is_stopped=True)).check()
            assert await both.classic.get_infohashes() == [made.torrent_hash]
            assert both.told == both.told_classic == [CONNECTING, CONNECTED]

            await asyncio.to_thread(hold, own.daemon.pid)  # so that the calls are under way when it goes
            calls = (fails(both.client.infohashes()), fails(both.classic.stop(made.torrent_hash)))
            waiting = asyncio.gather(*calls)
            await asyncio.sleep(0.3)
            await asyncio.to_thread(own.daemon.kill)
            error, classic = await waiting
            assert isinstance(error, ServerError if is_behind_web else ConnectionLostError | UnreachableError), repr(error)
            assert isinstance(classic, aiobtclientapi.StopTorrentError)
            assert isinstance(classic.cause, aiobtclientapi.ConnectionError)
            assert (both.client.status, both.classic.status) == (DISCONNECTED, DISCONNECTED)
            assert both.told == both.told_classic == [CONNECTING, CONNECTED, DISCONNECTED]

            again = await fails(both.client.infohashes())
            assert isinstance(again, ServerError if is_behind_web else UnreachableError), repr(again)
            assert both.told[3:] == [CONNECTING, DISCONNECTED]
            await asyncio.to_thread(own.daemon.restart)
            (await both.client.add(made.torrent, is_stopped=True)).check()
            assert await both.client.infohashes() == await both.classic.get_infohashes() == [made.torrent_hash]
            assert both.told[5:] == both.told_classic[3:] == [CONNECTING, CONNECTED]

    own.steer(story())


def test_a_session_that_ended_unseen_is_renewed_without_an_error(member: Member, own_member: Starting) -> None:
    own = own_member(member)
    made = make(own.downloads, "kept.bin")

    async def story() -> None:
        async with faced(own.address) as both:
            (await both.client.add(made.torrent, is_stopped=True)).check()
            assert await both.classic.get_infohashes() == [made.torrent_hash]
            await asyncio.to_thread(own.daemon.restart)
            (await both.client.add(made.torrent, is_stopped=True)).check()
            assert await both.client.infohashes() == [made.torrent_hash]
            assert (await both.classic.stop(made.torrent_hash)).success

    own.steer(story())


def test_a_session_that_was_idle_for_too_long_is_renewed_by_one_login_however_many_calls_there_are(
    member: Member, adding: Adding, tmp_path: Path, certificate: Certificate
) -> None:
    if member.client.kind != "qbittorrent":  # the others' sessions end with the daemon or the connection only
        return
    made = adding()

    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay, faced(relay.address) as both:
            await member.client.call("app/setPreferences", json='{"web_ui_session_timeout":1}')
            try:
                assert await both.client.infohashes() == await both.classic.get_infohashes() == [made.torrent_hash]
                assert relay.asked.count(b"auth/login") == 2
                await asyncio.sleep(2.5)
                calls = (both.client.stop(made.torrent_hash), both.client.infohashes(), both.client.session())
                outcome, infohashes, _ = await asyncio.gather(*calls)
                assert (outcome.success, infohashes) == (True, [made.torrent_hash])
                assert relay.asked.count(b"auth/login") == 3
                assert (await both.classic.stop(made.torrent_hash)).success
                assert relay.asked.count(b"auth/login") == 4
                assert both.told == both.told_classic == [CONNECTING, CONNECTED]
            finally:
                await member.client.call("app/setPreferences", json='{"web_ui_session_timeout":3600}')

    member.steer(story())


# answers that are none

PAGE = b"<html><head><title>Sign in - Portal</title></head><body>no</body></html>"
HTTP_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(PAGE), PAGE)
ZEROS = bytes(1 << 20)
HEADS: Mapping[str, bytes] = {
    "http": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n",
    "scgi": b"Status: 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 99999999999\r\n\r\n",
    "deluge": b"\x01\x7f\xff\xff\xff",
}


def head(member: Member) -> bytes:
    """How an answer of 100 GB begins."""
    way = {"deluge": "deluge", "rtorrent": "http" if member.name.endswith(WEB) else "scgi"}
    return HEADS[way.get(member.client.kind, "http")]


@dataclass(frozen=True)
class Endless:
    """An answer without an end, however often it is given."""

    head: bytes

    def __iter__(self) -> Iterator[bytes]:
        yield self.head
        yield from repeat(ZEROS)


@dataclass(frozen=True)
class Fault:
    """Something between client and daemon."""

    begin: Callable[[Relay, Member], None]
    errors: tuple[type[BitharborError], ...]
    classic: type[aiobtclientapi.Error] = aiobtclientapi.ConnectionError


def saying(pieces: Callable[[Member], Iterable[bytes]]) -> Callable[[Relay, Member], None]:
    """Something is said in the daemon's place."""

    def begin(relay: Relay, member: Member) -> None:
        relay.says = pieces(member)

    return begin


def cut(relay: Relay, _: Member) -> None:
    relay.passes = 12


def silent(relay: Relay, _: Member) -> None:
    relay.is_silent = True


FAULTS: Mapping[str, Fault] = {
    "half an answer": Fault(cut, (ConnectionLostError,)),
    "nothing, and the end": Fault(saying(lambda _: ()), (ConnectionLostError, UnreachableError)),
    "the page of a proxy": Fault(saying(lambda _: [HTTP_PAGE]), (AnswerError,)),
    "a huge answer": Fault(saying(lambda member: Endless(head(member))), (AnswerTooLargeError,)),
}


async def classic_errors(api: aiobtclientapi.APIBase) -> list[Exception]:
    """The error of each method of the documented interface, where all of them fail."""

    async def watched() -> object:
        return [one async for one in api.verify_wait(ABSENT)]

    calls = (
        *(api.get_infohashes(), api.get_torrents(), api.call("core.get_session_state"), watched()),
        *(api.add(LINK, stopped=True), api.start(ABSENT), api.stop(ABSENT), api.verify(ABSENT)),
    )
    return [await fails(call) for call in calls]


@pytest.mark.parametrize("name", FAULTS)
def test_an_answer_that_is_none_is_an_error_and_the_next_call_finds_the_daemon(
    member: Member, name: str, tmp_path: Path, certificate: Certificate
) -> None:
    fault = FAULTS[name]

    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay, faced(relay.address) as both:
            assert await both.client.infohashes() == await both.classic.get_infohashes() == []
            fault.begin(relay, member)
            error = await fails(both.client.infohashes())
            assert isinstance(error, fault.errors), repr(error)
            ordered = await fails(both.client.stop(ABSENT))
            assert isinstance(ordered, BitharborError)
            classic = await fails(both.classic.get_infohashes())
            assert type(classic) is fault.classic, repr(classic)
            for one in (error, ordered, classic):
                assert not member.password or member.password not in str(one) + repr(one)
            for told in await classic_errors(both.classic):
                assert isinstance(told, aiobtclientapi.Error), repr(told)
                assert not member.password or member.password not in str(told) + repr(told)
            relay.passes, relay.says = None, None
            there = await both.client.infohashes()
            assert there == await both.classic.get_infohashes()
            assert there in ([], [LINK])  # an answer that is lost says nothing of the order

    member.steer(story())


def test_a_first_call_to_what_is_no_daemon_is_an_error_too(member: Member, tmp_path: Path, certificate: Certificate) -> None:
    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay, faced(relay.address) as both:
            relay.says = [HTTP_PAGE]
            error = await fails(both.client.infohashes())
            assert isinstance(error, AnswerError), repr(error)
            assert both.told == [CONNECTING, DISCONNECTED]
            assert type(await fails(both.classic.get_infohashes())) is aiobtclientapi.ConnectionError

    member.steer(story())


def test_no_call_passes_its_timeout(member: Member, tmp_path: Path, certificate: Certificate, adding: Adding) -> None:
    made = adding()
    other = make(tmp_path / "other", "other.bin")

    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay, faced(relay.address) as both:
            await asyncio.gather(both.client.infohashes(), both.classic.get_infohashes())
            relay.is_silent = True
            both.client.timeout = both.classic.timeout = SHORT
            calls: list[Awaitable[object]] = [
                both.client.infohashes(),
                both.client.session(),
                both.client.files(made.torrent_hash),
                both.client.start(made.torrent_hash),
                both.client.remove(made.torrent_hash),
                both.client.add(other.torrent, is_stopped=True),
            ]
            errors = await asyncio.gather(*map(fails, calls))
            assert [type(error) for error in errors] == [DeadlineError] * len(calls)
            assert both.client.status is DISCONNECTED
            assert type(await fails(both.classic.get_infohashes())) is aiobtclientapi.TimeoutError
            response = await both.classic.start(made.torrent_hash)
            causes = [error.cause for error in response.errors if isinstance(error, aiobtclientapi.StartTorrentError)]
            assert [type(cause) for cause in causes] == [aiobtclientapi.TimeoutError]
            async with connect(relay.address, timeout=SHORT) as newcomer:
                assert isinstance(await fails(newcomer.infohashes()), DeadlineError)

    member.steer(story())


def test_nobody_at_the_address_is_an_error_before_anything_happened(
    member: Member, tmp_path: Path, certificate: Certificate
) -> None:
    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay:
            address = relay.address
        async with faced(address) as both:
            error = await fails(both.client.infohashes())
            assert isinstance(error, UnreachableError), repr(error)
            assert error.acted is False
            assert both.told == [CONNECTING, DISCONNECTED]
            assert type(await fails(both.classic.get_infohashes())) is aiobtclientapi.ConnectionError
            assert not (await both.classic.add("ab" * 20)).success

    member.steer(story())


# adding


def test_a_torrent_that_is_added_twice_is_a_warning_and_a_success(member: Member, adding: Adding) -> None:
    made = adding()

    async def story() -> None:
        async with faced(member.address) as both:
            response = await both.classic.add(made.torrent, stopped=True)
            assert (response.success, response.errors) == (True, [])
            assert response.as_dict["added"] == []
            assert response.as_dict["already_added"] == [made.torrent_hash]
            assert [type(warning) for warning in response.warnings] == [aiobtclientapi.TorrentAlreadyAdded]
            assert made.torrent_hash in str(response.warnings[0])
            assert await both.classic.get_infohashes() == [made.torrent_hash]

    member.steer(story())


def test_garbage_among_good_torrents_is_the_one_that_is_not_added(member: Member, tmp_path: Path) -> None:
    good = [make(tmp_path / "data", f"{number}.bin", 20_000) for number in range(3)]
    garbage = tmp_path / "garbage.torrent"
    garbage.write_bytes(b"d4:infod4:name3:onee")
    paths = [one.folder / f"{one.name}.torrent" for one in good]
    for one, path in zip(good, paths, strict=True):
        path.write_bytes(one.torrent)

    async def story() -> None:
        async with faced(member.address) as both:
            response = await both.classic.add(paths[0], garbage, *paths[1:], stopped=True)
            assert response.success is False
            assert response.as_dict["added"] == [one.torrent_hash for one in good]
            assert [type(error) for error in response.errors] == [aiobtclientapi.AddTorrentError]
            assert str(garbage) in str(response.errors[0])
            assert sorted(await both.classic.get_infohashes()) == sorted(one.torrent_hash for one in good)

    member.steer(story())


# torrents that are not there

Call = Callable[[TorrentClient, str], Awaitable[object]]

# all operations that name a torrent
CALLS: Mapping[str, Call] = {
    "torrents": lambda client, one: client.torrents(one),
    "torrent": lambda client, one: client.torrent(one),
    "start": lambda client, one: client.start(one),
    "start, forced": lambda client, one: client.start(one, is_forced=True),
    "stop": lambda client, one: client.stop(one),
    "verify": lambda client, one: client.verify(one),
    "remove": lambda client, one: client.remove(one),
    "remove, data": lambda client, one: client.remove(one, with_data=True),
    "reannounce": lambda client, one: client.reannounce(one),
    "move": lambda client, one: client.move(one, location="/nowhere"),
    "move, no data": lambda client, one: client.move(one, location="/nowhere", with_data=False),
    "set_category": lambda client, one: client.set_category(one, category="nobody's"),
    "set_labels": lambda client, one: client.set_labels(one, labels=["nobody's"]),
    "limit": lambda client, one: client.limit(one, download=1024),
    "limit, ratio": lambda client, one: client.limit(one, ratio=3.0),
    "limit, time": lambda client, one: client.limit(one, seeding_time=60),
    "queue": lambda client, one: client.queue(one, place="top"),
    "rename": lambda client, one: client.rename(one, "nobody's"),
    "rename_file": lambda client, one: client.rename_file(one, "content.bin", "nobody's"),
    "rename_folder": lambda client, one: client.rename_folder(one, "content", "nobody's"),
    "files": lambda client, one: client.files(one),
    "set_priority": lambda client, one: client.set_priority(one, 0, priority="skip"),
    "trackers": lambda client, one: client.trackers(one),
    "add_trackers": lambda client, one: client.add_trackers(one, "http://127.0.0.1:9/announce"),
    "remove_trackers": lambda client, one: client.remove_trackers(one, "http://127.0.0.1:9/announce"),
    "edit_tracker": lambda client, one: client.edit_tracker(one, "http://127.0.0.1:9/a", "http://127.0.0.1:9/b"),
    "peers": lambda client, one: client.peers(one),
    "add_peers": lambda client, one: client.add_peers(one, "127.0.0.1:9"),
    "export": lambda client, one: client.export(one),
}
# what stands still in a torrent that nobody touches
STILL = (
    *("name", "state", "progress", "size", "save_path", "category", "labels", "files", "trackers"),
    *("download_limit", "upload_limit", "ratio_limit", "seeding_time_limit", "is_forced"),
)


def test_an_unknown_torrent_is_an_error_of_every_operation_and_nothing_happens_to_others(member: Member, adding: Adding) -> None:
    made = adding()

    async def look(client: TorrentClient) -> Torrent:
        return await client.torrent(made.torrent_hash, fields=STILL)

    async def story() -> None:
        async with connect(member.address) as client:
            before = await look(client)
            for name, call in CALLS.items():
                error = await fails(call(client, ABSENT))
                assert isinstance(error, UnknownTorrentError | UnsupportedError), f"{name}: {error!r}"
                assert isinstance(error, UnsupportedError) or ABSENT in str(error), f"{name}: {error}"
                assert client.status is CONNECTED, name
            assert await client.infohashes() == [made.torrent_hash]
            assert await look(client) == before

    member.steer(story())


def test_an_unknown_torrent_is_an_error_in_the_response_of_the_documented_interface(member: Member, adding: Adding) -> None:
    made = adding()

    async def story() -> None:
        async with faced(member.address) as both:
            orders = {
                both.classic.start: aiobtclientapi.StartTorrentError,
                both.classic.stop: aiobtclientapi.StopTorrentError,
                both.classic.verify: aiobtclientapi.VerifyTorrentError,
            }
            for order, kind in orders.items():
                response = await order(ABSENT, made.torrent_hash)
                assert not response.success
                assert [type(error) for error in response.errors] == [kind]
                assert response.errors == [kind(aiobtclientapi.NoSuchTorrentError(ABSENT))]
                response = await order("no infohash")
                assert [type(error) for error in response.errors] == [kind]
            watched = [one async for one in both.classic.verify_wait(ABSENT)]
            assert watched == [(ABSENT, aiobtclientapi.NoSuchTorrentError(ABSENT))]
            unknown = "no/such" if member.client.kind == "qbittorrent" else "no.such.method"
            assert isinstance(await fails(both.classic.call(unknown)), aiobtclientapi.ResponseError)

    member.steer(story())


def test_an_empty_selection_is_refused_before_anything_is_sent(member: Member, adding: Adding) -> None:
    made = adding()
    client = member.client
    calls: list[Callable[[], Awaitable[object]]] = [
        client.start,
        client.stop,
        client.verify,
        client.remove,
        lambda: client.remove(with_data=True),
        client.reannounce,
        lambda: client.move(location="/nowhere"),
        lambda: client.set_category(category="nobody's"),
        lambda: client.set_labels(labels=["nobody's"]),
        lambda: client.limit(download=1024),
        lambda: client.queue(place="top"),
        lambda: client.set_priority(made.torrent_hash, priority="skip"),
        lambda: client.add_trackers(made.torrent_hash),
        lambda: client.remove_trackers(made.torrent_hash),
        lambda: client.add_peers(made.torrent_hash),
    ]

    async def story() -> None:
        before = await client.torrent(made.torrent_hash, fields=STILL)
        for call in calls:
            assert isinstance(await fails(call()), EmptySelectionError)
        assert isinstance(await fails(client.add()), UsageError)
        assert await client.torrent(made.torrent_hash, fields=STILL) == before
        async with faced(member.address) as both:
            for order in (both.classic.add, both.classic.start, both.classic.stop, both.classic.verify):
                response = await order()
                assert (response.success, response.errors, response.warnings) == (True, [], [])

    member.steer(story())
