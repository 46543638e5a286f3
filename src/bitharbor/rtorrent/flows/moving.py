"""Giving a torrent another folder, with or without its data. rTorrent has no command for it: its machine moves the data.

Rule 1: nothing that is there is overwritten, and nothing is deleted.
Rule 2: whatever fails, the error says where the data is and what rTorrent thinks; the same order again goes on from there.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from ...errors import BitharborError, DataKeptError
from ...wire.effects import Flow
from .. import programs
from ..paths import folder_of, is_doubtful, location_of
from ..session import Session
from ..values import Invocation
from .calling import invocation, tell, values
from .holding import Standing, looked_at, standing_of, started, stopped

MOVE_SECONDS = 3600.0  # to another disk; rTorrent stands still meanwhile


@dataclass(frozen=True, slots=True)
class Way:
    """From where to where."""

    source: str
    target: str
    location: str


def move(session: Session, infohash: str, location: str, *, with_data: bool) -> Flow[None]:
    """Move a torrent.

    :param with_data: False when the data is there already
    :raises DataKeptError: the data could not be moved; it says where it is
    """
    location = location_of(location)
    standing = yield from standing_of(session, infohash)
    way = way_of(standing, location)
    if way.source == way.target:
        return
    has_data = with_data and not standing.is_meta
    is_to_move = has_data and (yield from must_move(session, way))
    values((yield from tell(session, *stopped(infohash))))
    if is_to_move:
        yield from carry(session, infohash, standing, way)
    yield from settle(session, infohash, standing, way, has_data=has_data)


def way_of(standing: Standing, location: str) -> Way:
    """Where the data lies, and where it is to lie."""
    root = standing.holding.root
    source = root.path
    return Way(source, posixpath.join(location or "/", posixpath.basename(source)), location or "/")


def must_move(session: Session, way: Way) -> Flow[bool]:
    """Whether there is something to move. An order that broke off after its moving finds the data at its target."""
    refuse_odd(way.source)
    if way.location == way.source or way.location.startswith(f"{way.source}/"):
        raise DataKeptError(f"{way.source!r} cannot be moved into itself", hint="name a folder outside of it")
    seen = yield from looked_at(session, [way.source, way.target])
    if seen[way.source] == programs.MISSING:
        if is_doubtful(way.source) and seen[way.target] == programs.MISSING:
            raise DataKeptError(f"the name of {way.source!r} is not known for certain", hint="move it by hand, then without data")
        return False
    if seen[way.source] not in (programs.FILE, programs.FOLDER):
        raise DataKeptError(f"{way.source!r} is neither a file nor a folder", hint="move it by hand, then without data")
    if seen[way.target] != programs.MISSING:
        raise DataKeptError(f"something lies at {way.target!r} already", hint="nothing was moved; look what it is")
    return True


def refuse_odd(source: str) -> None:
    """A path that is not surely the torrent's is not moved."""
    try:
        folder_of(source)
    except DataKeptError as error:
        raise DataKeptError(f"the data was not moved: {source!r} is no plain path of its own") from error


def carry(session: Session, infohash: str, standing: Standing, way: Way) -> Flow[None]:
    """Let the daemon's machine move the data."""
    answers = yield from tell(session, programs.thrown("mkdir", "-p", "--", way.location))
    if not isinstance(answers[0], BitharborError):
        moving = programs.thrown("mv", "-n", "--", way.source, way.target)
        answers = yield from tell(session, moving, seconds=MOVE_SECONDS)
    seen = yield from looked_at(session, [way.source, way.target])
    is_gone, has_come = seen[way.source] == programs.MISSING, seen[way.target] != programs.MISSING
    if is_gone and not has_come:
        raise DataKeptError(f"neither {way.source!r} nor {way.target!r} is there", hint="the torrent is stopped", acted=True)
    if is_gone:
        return
    cause = next((one for one in answers if isinstance(one, BitharborError)), None)
    if has_come:
        raise DataKeptError(
            f"moving broke off: data lies at {way.source!r} and at {way.target!r}",
            hint="the torrent is stopped and stays at the first; see that one is whole and delete the other by hand",
            acted=True,
        ) from cause
    values((yield from tell(session, *again(infohash, standing))))
    raise DataKeptError(
        f"the data could not be moved to {way.location!r}",
        hint="it is where it was, and the torrent works as before; look whether rTorrent may write there",
    ) from cause


def settle(session: Session, infohash: str, standing: Standing, way: Way, *, has_data: bool) -> Flow[None]:
    """Tell rTorrent where the data is. Only opening shows the new place in `d.base_path`."""
    root = standing.holding.root
    # d.directory.set adds the torrent's name, which need not be that of its folder
    place = invocation("d.directory_base.set", infohash, way.target if root.is_multi_file else way.location)
    known = [invocation("d.open", infohash), invocation("d.close", infohash)]
    try:
        values((yield from tell(session, place)))
        values((yield from tell(session, *known, invocation("d.save_full_session", infohash), *again(infohash, standing))))
    except BitharborError as error:
        where = f"its data lies at {way.target!r}, " if has_data else ""
        raise DataKeptError(
            f"the torrent is stopped: {where}and rTorrent may still look for it at {way.source!r}",
            hint="give the same order again",
            acted=True,
        ) from error


def again(infohash: str, standing: Standing) -> tuple[Invocation, ...]:
    """What starts the torrent again, if it was."""
    return started(infohash) if standing.is_started else ()
