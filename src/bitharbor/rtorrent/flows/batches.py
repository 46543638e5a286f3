"""The same for many torrents, in few requests.

0.9.8 refuses a request of more than 524,288 bytes, and every rTorrent stands still while it works on one.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import TypeAlias

from ...errors import BitharborError
from ...wire.effects import Flow
from ..rows import Row, row
from ..session import Session
from ..values import Invocation
from .calling import Result, ask, invocation, tell, values

Failures: TypeAlias = dict[str, BitharborError]

CALLS_AT_ONCE = 500  # a call takes some 300 bytes in XML, with two long paths 700


def told(session: Session, infohashes: Sequence[str], columns: Sequence[str], failures: Failures) -> Flow[dict[str, Row]]:
    """What each torrent says to some commands, which are named as columns of a list. Errors go to `failures`."""
    found: dict[str, Row] = {}
    orders = {infohash: [invocation(column.removesuffix("="), infohash) for column in columns] for infohash in infohashes}
    for portion in portions(orders):
        results = iter((yield from ask(session, *(call for infohash in portion for call in orders[infohash]))))
        for infohash in portion:
            own: list[Result] = [next(results) for _ in columns]
            try:
                found[infohash] = row(values(own), columns)
            except BitharborError as error:
                failures[infohash] = error
    return found


def each(session: Session, orders: Mapping[str, Sequence[Invocation]]) -> Flow[Failures]:
    """Give each torrent its orders; the first error of each that failed. After a fault nothing more is sent.

    :raises BitharborError: all failed in the same way
    """
    failures: Failures = {}
    todo = list(orders)
    for portion in portions(orders):
        calls = [(infohash, call) for infohash in portion for call in orders[infohash]]
        try:
            results = yield from tell(session, *(call for _, call in calls))
        except BitharborError as error:
            if len(todo) == len(orders):
                raise
            return failures | dict.fromkeys(portion, error) | dict.fromkeys(todo[len(portion) :], error.untouched())
        for (infohash, _), result in zip(calls, results, strict=True):
            if isinstance(result, BitharborError):
                failures.setdefault(infohash, result)
        todo = todo[len(portion) :]
    return failures


def portions(orders: Mapping[str, Sequence[Invocation]]) -> Generator[list[str]]:
    """The torrents, as many at a time as one request takes."""
    portion: list[str] = []
    size = 0
    for infohash, calls in orders.items():
        if portion and size + len(calls) > CALLS_AT_ONCE:
            yield portion
            portion, size = [], 0
        portion.append(infohash)
        size += len(calls)
    if portion:
        yield portion
