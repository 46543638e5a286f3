"""An inbox: bounded, in order, and whoever missed something is told where and how much."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.deluge.listening import Gap, Inbox
from bitharbor.wire.messages import Event

NAME = "TorrentAddedEvent"


def taken(inbox: Inbox, count: int) -> list[Event | Gap]:
    async def take() -> list[Event | Gap]:
        return [await asyncio.wait_for(inbox.next(), 5) for _ in range(count)]

    return asyncio.run(take())


def event(number: int) -> Event:
    return Event(NAME, (number,))


def test_events_of_other_names_are_left_out() -> None:
    inbox = Inbox(frozenset({NAME}))
    inbox.put(Event("TorrentRemovedEvent"))
    inbox.put(event(1))
    assert taken(inbox, 1) == [event(1)]


def test_what_does_not_fit_is_counted_in_its_place() -> None:
    inbox = Inbox(frozenset({NAME}), limit=2)
    for number in range(5):
        inbox.put(event(number))
    assert taken(inbox, 2) == [event(0), event(1)]
    inbox.put(event(5))
    assert taken(inbox, 2) == [Gap(3), event(5)]


def test_a_lost_and_found_connection_is_one_gap_for_who_did_not_look_meanwhile() -> None:
    inbox = Inbox(frozenset({NAME}))
    inbox.put(event(1))
    inbox.miss(Gap(None, is_connected=False))
    inbox.miss(Gap(None))
    inbox.put(event(2))
    assert taken(inbox, 3) == [event(1), Gap(None), event(2)]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Gap(1), Gap(2), Gap(3)),
        (Gap(1), Gap(None, is_connected=False), Gap(None, is_connected=False)),
        (Gap(None, is_connected=False), Gap(1), Gap(None)),
    ],
)
def test_two_gaps_are_one(one: Gap, other: Gap, both: Gap) -> None:
    assert one.with_another(other) == both


@patient
@given(st.lists(st.booleans(), max_size=60), st.integers(1, 4))
def test_every_event_is_seen_or_counted_as_missed(puts: list[bool], limit: int) -> None:
    inbox, number, seen = Inbox(frozenset({NAME}), limit), 0, list[Event | Gap]()
    for is_put in puts:
        if is_put:
            inbox.put(event(number))
            number += 1
        elif inbox.size:
            seen += taken(inbox, 1)
    seen += taken(inbox, inbox.size)
    place = 0
    for one in seen:
        if isinstance(one, Gap):
            assert one.missed
            place += one.missed
        else:
            assert one == event(place)
            place += 1
    assert place == number
