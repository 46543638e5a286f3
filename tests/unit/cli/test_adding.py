"""Adding more torrents than a daemon is given together: how often it is asked, and what is said of those that never were."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from bitharbor.cli.progress import silent
from bitharbor.cli.verbs.add import in_batches
from bitharbor.errors import ConnectionLostError, FileMissingError, UnreachableError
from bitharbor.unified.adding import ADDED_TOGETHER
from bitharbor.unified.outcome import Fate, Item, Outcome

MORE = 3
PATHS = [f"/{number}.torrent" for number in range(ADDED_TOGETHER + MORE)]
URLS = [f"http://site/{number}" for number in range(ADDED_TOGETHER)]


def added(sources: Sequence[str], answer: Callable[[str], Item]) -> tuple[Outcome, list[int]]:
    """What is said of each source, and how many the client was given each time."""
    given: list[int] = []

    async def add(part: Sequence[str]) -> Outcome:
        given.append(len(part))
        return Outcome(tuple(map(answer, part)))

    return asyncio.run(in_batches(sources, add, silent)), given


def done(source: str) -> Item:
    return Item(source, Fate.DONE)


def test_the_client_is_given_as_many_as_it_adds_together() -> None:
    assert added(PATHS[:40], done)[1] == [40]
    outcome, given = added(PATHS, done)
    assert [item.given for item in outcome.items] == PATHS
    assert given == [ADDED_TOGETHER, MORE]


def test_of_what_was_never_sent_it_is_certain_that_the_daemon_did_nothing() -> None:
    lost = ConnectionLostError("the connection broke", acted=None)
    gone = FileMissingError("there is no such file")
    outcome, given = added(PATHS, lambda source: Item(source, Fate.FAILED, error=gone if source == PATHS[0] else lost))
    assert given == [ADDED_TOGETHER]
    assert [item.given for item in outcome.items] == PATHS
    assert [item.error.acted for item in outcome.items if item.error] == [False, *[None] * (ADDED_TOGETHER - 1), *[False] * MORE]
    assert {type(error) for error in outcome.errors[1:]} == {ConnectionLostError}


def test_a_site_that_cannot_be_reached_keeps_no_other_torrent_from_the_daemon() -> None:
    dead = UnreachableError("http://site cannot be fetched")
    outcome, given = added(
        [*URLS, *PATHS[:MORE]], lambda source: Item(source, Fate.FAILED, error=dead) if source in URLS else done(source)
    )
    assert given == [ADDED_TOGETHER, MORE]
    assert [item.fate for item in outcome.items[ADDED_TOGETHER:]] == [Fate.DONE] * MORE
