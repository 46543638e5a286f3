"""What became of an order: which torrents are in which list, and when it is an error."""

from __future__ import annotations

import pytest

from bitharbor.errors import ConnectionLostError, OutcomeError, UnknownTorrentError
from bitharbor.unified import Fate, Item, Outcome
from bitharbor.unified.outcome import all_failed

ONE, TWO, THREE = "1" * 40, "2" * 40, "3" * 40
BROKEN = ConnectionLostError("the connection broke", acted=None)
GONE = UnknownTorrentError(f"the daemon has no torrent {THREE}")
MIXED = Outcome(
    (
        Item("one.torrent", Fate.DONE, ONE, name="one"),
        Item(TWO, Fate.ALREADY, TWO),
        Item(THREE, Fate.FAILED, THREE, GONE),
        Item("a link", Fate.DONE),  # the daemon still fetches it: nobody knows its infohash
    )
)


def test_each_torrent_is_in_one_list() -> None:
    assert (MIXED.done, MIXED.already, MIXED.errors) == ([ONE], [TWO], [GONE])
    assert [item.given for item in MIXED.failed] == [THREE]


def test_one_failure_is_no_success_and_what_was_so_before_is_one() -> None:
    assert not MIXED.success
    assert Outcome(MIXED.items[:2]).success
    assert Outcome().success


def test_a_check_gives_the_outcome_or_raises_the_one_error_itself() -> None:
    good = Outcome(MIXED.items[:2])
    assert good.check() is good
    with pytest.raises(UnknownTorrentError) as caught:
        MIXED.check()
    assert caught.value is GONE


def test_a_check_raises_several_errors_together_as_one_of_the_tree() -> None:
    outcome = Outcome((Item(ONE, Fate.FAILED, error=GONE), Item(TWO, Fate.FAILED, error=BROKEN), Item(THREE, Fate.DONE)))
    with pytest.raises(OutcomeError, match=r"2 of 3.*no torrent") as caught:
        outcome.check()
    assert caught.value.errors == (GONE, BROKEN)


def test_a_check_raises_the_error_that_all_have_in_common_itself() -> None:
    outcome = all_failed([ONE, TWO], BROKEN)
    with pytest.raises(ConnectionLostError) as caught:
        outcome.check()
    assert caught.value is BROKEN
    assert (outcome.done, outcome.already, [item.given for item in outcome.failed]) == ([], [], [ONE, TWO])
