"""Speed limits. A torrent has none of its own in rTorrent: it gets a throttle group of its own.

Facts, seen on 0.9.8 and 0.16.17: a group works only while the daemon has a limit of its own, which may be too high to ever
matter; it is given in KiB/s; a torrent changes its group only while it is paused; groups are gone when rTorrent was started anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...errors import RpcError
from ...wire.effects import Flow
from ..rows import Row, as_text, is_set, rows, text
from ..session import Session
from ..values import Invocation
from .batches import Failures, each, told
from .calling import ask, invocation, tell, value, values

KIBIBYTE = 1024
# bytes/s that no torrent reaches: 0.9.8 takes no more without complaining about its number of upload slots
UNBOUND = 327_625 * KIBIBYTE
PREFIX = "bitharbor-"
DIRECTIONS = ("down", "up")
COLUMNS = ("d.throttle_name=", "d.is_active=")
TURNS = 3


def group_of(infohash: str) -> str:
    """The name of a torrent's own throttle group."""
    return PREFIX + infohash.upper()


def kibibytes(limit: int) -> str:
    """A limit as rTorrent wants it, rounded up: 0 would lift it."""
    return str(min(-(-limit // KIBIBYTE), UNBOUND // KIBIBYTE))


def groups(infohash: str, download: int | None, upload: int | None) -> list[Invocation]:
    """The commands that make a torrent's group, or change it."""
    limits = zip(DIRECTIONS, (download, upload), strict=True)
    return [
        invocation(f"throttle.{direction}", "", group_of(infohash), kibibytes(limit))
        for direction, limit in limits
        if limit is not None
    ]


def awaken(session: Session, download: int | None, upload: int | None) -> Flow[None]:
    """See to it that groups work: a daemon without a limit gets one that never matters."""
    wanted = [way for way, limit in zip(DIRECTIONS, (download, upload), strict=True) if limit]
    rates = values((yield from ask(session, *(invocation(f"throttle.global_{way}.max_rate") for way in wanted))))
    idle = [way for way, rate in zip(wanted, rates, strict=True) if not rate]
    values((yield from tell(session, *(invocation(f"throttle.global_{way}.max_rate.set", "", UNBOUND) for way in idle))))


def limit_torrents(session: Session, infohashes: Sequence[str], download: int | None, upload: int | None) -> Flow[Failures]:
    """Limit torrents: bytes/s; None leaves it, 0 lifts it. The errors of those that failed."""
    failures: Failures = {}
    known = yield from told(session, infohashes, COLUMNS, failures)
    yield from awaken(session, download, upload)
    failures |= yield from each(session, {infohash: groups(infohash, download, upload) for infohash in known})
    return failures | (yield from join(session, {infohash: row for infohash, row in known.items() if infohash not in failures}))


def join(session: Session, known: Mapping[str, Row]) -> Flow[Failures]:
    """Put torrents into their groups. One that was started since it was asked refuses, is left as it was, and is asked anew."""
    failures: Failures = {}
    refused: Failures = {}
    for _ in range(TURNS):
        outside = {infohash: row for infohash, row in known.items() if text(row, "d.throttle_name=") != group_of(infohash)}
        orders = {infohash: joining(infohash, is_active=is_set(row, "d.is_active=")) for infohash, row in outside.items()}
        broken = yield from each(session, orders)
        refused = {infohash: error for infohash, error in broken.items() if isinstance(error, RpcError)}
        failures |= {infohash: error for infohash, error in broken.items() if infohash not in refused}
        known = yield from told(session, list(refused), COLUMNS, failures)
    return refused | failures


def joining(infohash: str, *, is_active: bool) -> list[Invocation]:
    """The commands that put a torrent into its group."""
    join = invocation("d.throttle_name.set", infohash, group_of(infohash))
    return [invocation("d.pause", infohash), join, invocation("d.resume", infohash)] if is_active else [join]


def limit_session(session: Session, download: int | None, upload: int | None) -> Flow[None]:
    """Limit the daemon. Lifting leaves a limit that never matters where torrents have groups, which need it."""
    columns = ("d.throttle_name=",)
    listed = value((yield from ask(session, invocation("d.multicall2", "", "main", *columns)))[0])
    unbound = UNBOUND if any(as_text(one["d.throttle_name="]) for one in rows(listed, columns)) else 0
    orders = [
        invocation(f"throttle.global_{way}.max_rate.set", "", min(limit, UNBOUND) or unbound)
        for way, limit in zip(DIRECTIONS, (download, upload), strict=True)
        if limit is not None
    ]
    values((yield from tell(session, *orders)))
