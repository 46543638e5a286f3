"""What is told of each torrent is true wherever the connection breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conformance.conftest import Adding
from tests.conformance.members import Member
from tests.conformance.relay import Relay
from tests.harness.certificate import Certificate, made_for_loopback
from tests.live.content import make

from bitharbor.errors import UnknownTorrentError
from bitharbor.unified import connect
from bitharbor.unified.capabilities import Capability
from bitharbor.unified.outcome import Fate, Outcome
from bitharbor.unified.records import State

ABSENT = "0123456789abcdef0123456789abcdef01234567"
COUNT = 6
# of the bytes that the daemon answers when nothing breaks
SHARES = (0.15, 0.4, 0.6, 0.8, 0.97)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """For relays before Deluge."""
    return made_for_loopback(tmp_path_factory.mktemp("certificate"))


def is_true(outcome: Outcome, have_it: set[str], infohashes: list[str]) -> None:
    """Nobody is told that it happened where it did not, nor that it certainly did not where it did."""
    assert len(outcome.items) == len(infohashes)
    for item, infohash in zip(outcome.items, infohashes, strict=True):
        if item.fate is not Fate.FAILED:
            assert infohash in have_it, item
        elif infohash in have_it:
            assert item.error, item
            assert item.error.acted is not False, item


@pytest.mark.parametrize("share", SHARES)
def test_what_is_told_of_additions_is_true_wherever_the_connection_breaks(
    member: Member, tmp_path: Path, certificate: Certificate, share: float
) -> None:
    made = [make(tmp_path / "made", f"broken{number}.bin", 20_000) for number in range(COUNT)]
    infohashes = [one.torrent_hash for one in made]

    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay:
            async with connect(relay.address) as client:
                await client.connect()
                begun = relay.answered
                (await client.add(*(one.torrent for one in made), is_stopped=True)).check()
                (await client.remove(*infohashes)).check()
                whole = relay.answered - begun
            async with connect(relay.address) as client:
                await client.connect()
                relay.ends_at = relay.answered + int(whole * share)
                outcome = await client.add(*(one.torrent for one in made), is_stopped=True)
                is_true(outcome, set(await member.client.infohashes()), infohashes)
            await member.client.remove(*infohashes)

    member.steer(story())


@pytest.mark.parametrize("share", SHARES)
def test_what_is_told_of_a_removal_is_true_wherever_the_connection_breaks(
    member: Member, adding: Adding, tmp_path: Path, certificate: Certificate, share: float
) -> None:
    infohashes = [adding(f"removed{number}.bin").torrent_hash for number in range(COUNT)]
    assert set(member.steer(member.client.infohashes())) == set(infohashes)

    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay, connect(relay.address) as client:
            await client.connect()
            begun = relay.answered
            await client.torrents(*infohashes, fields=["name"])
            relay.ends_at = relay.answered + int((relay.answered - begun) * 2 * share)
            outcome = await client.remove(*infohashes, ABSENT)
            gone = set(infohashes) - set(await member.client.infohashes())
            is_true(Outcome(outcome.items[:-1]), gone, infohashes)
            assert outcome.items[-1].fate is Fate.FAILED

    member.steer(story())


@pytest.mark.parametrize("share", SHARES)
def test_what_is_told_of_a_category_is_true_wherever_the_connection_breaks(
    member: Member, adding: Adding, tmp_path: Path, certificate: Certificate, share: float
) -> None:
    if not member.can(Capability.CATEGORIES):
        return
    infohashes = [adding(f"sorted{number}.bin").torrent_hash for number in range(COUNT)]

    async def story() -> None:
        async with Relay(member, tmp_path, certificate) as relay, connect(relay.address) as client:
            await client.connect()
            begun = relay.answered
            (await client.set_category(*infohashes, category="first")).check()
            relay.ends_at = relay.answered + int((relay.answered - begun) * share)
            outcome = await client.set_category(*infohashes, category="second")
            there = await member.client.torrents(*infohashes, fields=["category"])
            is_true(outcome, {one.infohash for one in there if one.category == "second"}, infohashes)

    member.steer(story())


def test_an_unknown_torrent_is_known_to_be_unknown_when_the_connection_breaks_after_the_order(
    member: Member, adding: Adding, tmp_path: Path, certificate: Certificate
) -> None:
    made = adding()

    async def story() -> None:
        (await member.client.start(made.torrent_hash)).check()
        async with Relay(member, tmp_path, certificate) as relay, connect(relay.address) as client:
            await client.connect()
            stop = client.adapter.stop

            async def stopped_and_cut(ids: object) -> object:
                answer = await stop(ids)  # type: ignore[arg-type]  # passed on as it came
                relay.ends_at = relay.answered
                return answer

            client.adapter.stop = stopped_and_cut  # type: ignore[method-assign, assignment]  # the moment between order and look
            outcome = await client.stop(made.torrent_hash, ABSENT)
            assert [type(item.error) for item in outcome.items][1] is UnknownTorrentError
            assert outcome.items[0].error
            assert outcome.items[0].error.acted is None

    member.steer(story())
    look = member.client.torrent
    member.until(lambda: member.steer(look(made.torrent_hash, fields=["state"])).state is State.STOPPED, "it to be stopped")
