"""Speed limits. A torrent has none of its own in rTorrent: it gets a throttle group of its own.

Facts, seen on 0.9.8 and 0.16.17: a group works only while the daemon has a limit of its own, which may be too high to ever
matter; it is given in KiB/s; a torrent changes its group only while it is paused; groups are gone when rTorrent was started anew.
"""

from __future__ import annotations

from ...wire.effects import Flow
from ..rows import as_text, number, row, rows, text
from ..session import Session
from ..values import Invocation
from .calling import ask, invocation, tell, value, values

KIBIBYTE = 1024
# bytes/s that no torrent reaches: 0.9.8 takes no more without complaining about its number of upload slots
UNBOUND = 327_625 * KIBIBYTE
PREFIX = "bitharbor-"
DIRECTIONS = ("down", "up")


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


def limit_torrent(session: Session, infohash: str, download: int | None, upload: int | None) -> Flow[None]:
    """Limit a torrent: bytes/s; None leaves it, 0 lifts it."""
    asked = (invocation("d.throttle_name", infohash), invocation("d.is_active", infohash))
    known = row(values((yield from ask(session, *asked))), ("group", "is_active"))
    yield from awaken(session, download, upload)
    group = group_of(infohash)
    values((yield from tell(session, *groups(infohash, download, upload))))
    if text(known, "group") == group:
        return
    joining = [invocation("d.throttle_name.set", infohash, group)]
    if number(known, "is_active"):
        joining = [invocation("d.pause", infohash), *joining, invocation("d.resume", infohash)]
    values((yield from tell(session, *joining)))


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
