"""Whoever wants to know how a client stands hears of each change once."""

from __future__ import annotations

import pytest

from bitharbor.unified import ConnectionStatus
from bitharbor.unified.status import StatusBoard

CONNECTING, CONNECTED, DISCONNECTED = (
    ConnectionStatus.connecting,
    ConnectionStatus.connected,
    ConnectionStatus.disconnected,
)


def test_a_change_is_told_once_and_no_change_is_not_told() -> None:
    board, heard = StatusBoard(), list[ConnectionStatus]()
    board.listen(heard.append)
    assert board.status is DISCONNECTED
    for status in (DISCONNECTED, CONNECTING, CONNECTED, CONNECTED, DISCONNECTED, DISCONNECTED):
        board.turn(status)
    assert heard == [CONNECTING, CONNECTED, DISCONNECTED]


def test_listeners_hear_in_the_order_in_which_they_came_and_until_they_leave() -> None:
    board, heard = StatusBoard(), list[str]()
    leave = board.listen(lambda _: heard.append("first"))
    board.listen(lambda _: heard.append("second"))
    board.turn(CONNECTING)
    leave()
    leave()
    board.turn(CONNECTED)
    assert heard == ["first", "second", "second"]


def test_a_listener_that_fails_is_logged_and_spoils_nothing(caplog: pytest.LogCaptureFixture) -> None:
    board, heard = StatusBoard(), list[ConnectionStatus]()

    def fail(_: ConnectionStatus) -> None:
        raise ZeroDivisionError

    board.listen(fail)
    board.listen(heard.append)
    board.turn(CONNECTING)
    assert heard == [CONNECTING]
    assert "ZeroDivisionError" in caplog.text


def test_a_listener_that_leaves_while_it_is_told_takes_nothing_from_the_others() -> None:
    board, heard = StatusBoard(), list[str]()

    def once(_: ConnectionStatus) -> None:
        heard.append("once")
        leave()

    leave = board.listen(once)
    board.listen(lambda _: heard.append("always"))
    board.turn(CONNECTING)
    board.turn(CONNECTED)
    assert heard == ["once", "always", "always"]
