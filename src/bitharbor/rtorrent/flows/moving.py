"""Giving torrents another folder, with or without their data. rTorrent has no command for it: its machine moves the data.

Rule 1: nothing that is there is overwritten, and nothing is deleted.
Rule 2: whatever fails, the error says where the data is and what rTorrent thinks; the same order again goes on from there.
Rule 3: torrents go together where that is quick, so that a thousand take seconds; where moving takes long, one after the other,
        so that none stands still for longer than its own data needs.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...errors import BitharborError, DataKeptError
from ...wire.effects import NOW, Flow
from .. import programs
from ..paths import Root, folder_of, is_doubtful, location_of
from ..rows import Row, is_set
from ..session import Session
from ..values import Invocation
from .batches import Failures, each, told
from .calling import invocation, tell
from .holding import looked_at, root_of, started, stopped

MOVE_SECONDS = 3600.0  # to another disk; rTorrent stands still meanwhile
TOGETHER = 32  # torrents; their paths are looked at by one program
QUICK_SECONDS = 2.0

COLUMNS = ("d.directory=", "d.name=", "d.is_multi_file=", "d.is_meta=", "d.state=")


@dataclass(frozen=True, slots=True)
class Move:
    """A torrent, from where to where.

    :ivar is_meta: a magnet link without metadata: it has no data
    :ivar is_started: to be started again afterwards
    :ivar location: the folder that it goes to
    """

    infohash: str
    root: Root
    location: str
    is_meta: bool
    is_started: bool

    @property
    def source(self) -> str:
        """Where the data lies."""
        return self.root.path

    @property
    def target(self) -> str:
        """Where it is to lie."""
        return posixpath.join(self.location, posixpath.basename(self.source))

    @property
    def again(self) -> tuple[Invocation, ...]:
        """What starts the torrent again, if it was."""
        return started(self.infohash) if self.is_started else ()


def move(session: Session, infohashes: Sequence[str], location: str, *, with_data: bool) -> Flow[Failures]:
    """Move torrents. The errors of those that failed; after a fault of the connection the others are left alone.

    :param with_data: False when the data is there already
    :raises BitharborError: nothing was done at all
    """
    place = location_of(location) or "/"
    failures: Failures = {}
    waiting, size = list(infohashes), 1
    while waiting:
        began: float = yield NOW
        asked, batch = waiting[:size], list[Move]()
        try:
            known = yield from told(session, asked, COLUMNS, failures)
            todo = [one for infohash, row in known.items() if (one := move_of(infohash, row, place)).source != one.target]
            batch = together(todo)
            yield from moved(session, batch, failures, with_data=with_data)
        except BitharborError as error:
            if not batch and len(waiting) == len(infohashes):
                raise
            touched = {one.infohash: error for one in batch}
            return dict.fromkeys(waiting, error.untouched()) | touched | failures
        left = [one.infohash for one in todo[len(batch) :]]
        waiting = left + waiting[size:]
        now: float = yield NOW
        size = 1 if left else min(size * 2, TOGETHER) if now - began < QUICK_SECONDS else max(size // 2, 1)
    return failures


def move_of(infohash: str, row: Row, location: str) -> Move:
    """The move of a torrent."""
    return Move(infohash, root_of(row), location, is_set(row, "d.is_meta="), is_set(row, "d.state="))


def together(moves: list[Move]) -> list[Move]:
    """The first of them that may go at once: out of one folder, so surely of one disk, and none in the way of another."""
    taken, above = set[str](), set[str]()
    for count, one in enumerate(moves):
        ends = {one.source, one.target}
        parents = {str(parent) for end in ends for parent in PurePosixPath(end).parents}
        is_elsewhere = posixpath.dirname(one.source) != posixpath.dirname(moves[0].source)
        if is_elsewhere or ends & (taken | above) or parents & taken:
            return moves[:count]
        taken |= ends
        above |= parents
    return moves


def moved(session: Session, batch: Sequence[Move], failures: Failures, *, with_data: bool) -> Flow[None]:
    """Move some torrents at once."""
    loaded = [one for one in batch if with_data and not one.is_meta]
    to_carry = yield from fit_to_move(session, loaded, failures)
    failures |= yield from each(session, {one.infohash: stopped(one.infohash) for one in without(batch, failures)})
    yield from carry(session, without(to_carry, failures), failures)
    yield from settle(session, without(batch, failures), failures, has_data=with_data)


def without(moves: Sequence[Move], failures: Failures) -> list[Move]:
    """Those that did not fail."""
    return [one for one in moves if one.infohash not in failures]


def fit_to_move(session: Session, moves: Sequence[Move], failures: Failures) -> Flow[list[Move]]:
    """Those whose data is there, to be moved safely. An order that broke off after its moving finds the data at its target."""
    plain: list[Move] = []
    for one in moves:
        try:
            refuse_odd(one)
            plain.append(one)
        except DataKeptError as error:
            failures[one.infohash] = error
    seen = yield from looked_at(session, [path for one in plain for path in (one.source, one.target)])
    fit: list[Move] = []
    for one in plain:
        try:
            if must_move(one, seen):
                fit.append(one)
        except DataKeptError as error:
            failures[one.infohash] = error
    return fit


def refuse_odd(one: Move) -> None:
    """A path that is not surely the torrent's is not moved, and none into itself."""
    try:
        folder_of(one.source)
    except DataKeptError as error:
        raise DataKeptError(f"the data was not moved: {one.source!r} is no plain path of its own") from error
    if one.location == one.source or one.location.startswith(f"{one.source}/"):
        raise DataKeptError(f"{one.source!r} cannot be moved into itself", hint="name a folder outside of it")


def must_move(one: Move, seen: Mapping[str, str]) -> bool:
    """Whether there is something to move."""
    if seen[one.source] == programs.MISSING:
        if is_doubtful(one.source) and seen[one.target] == programs.MISSING:
            raise DataKeptError(f"the name of {one.source!r} is not known for certain", hint="move it by hand, then without data")
        return False
    if seen[one.source] not in (programs.FILE, programs.FOLDER):
        raise DataKeptError(f"{one.source!r} is neither a file nor a folder", hint="move it by hand, then without data")
    if seen[one.target] != programs.MISSING:
        raise DataKeptError(f"something lies at {one.target!r} already", hint="nothing was moved; look what it is")
    return True


def carry(session: Session, moves: Sequence[Move], failures: Failures) -> Flow[None]:
    """Let the daemon's machine move the data, and look what became of it. What stayed where it was, works again."""
    if not moves:
        return
    orders = programs.moves(moves[0].location, {one.source: one.target for one in moves})
    answers = yield from tell(session, *orders, seconds=MOVE_SECONDS)
    cause = next((one for one in answers if isinstance(one, BitharborError)), None)
    seen = yield from looked_at(session, [path for one in moves for path in (one.source, one.target)])
    for one in moves:
        if error := undone(one, seen):
            error.__cause__ = cause
            failures[one.infohash] = error
    unharmed = [one for one in moves if one.infohash in failures and failures[one.infohash].acted is False]
    failures |= yield from each(session, {one.infohash: one.again for one in unharmed})


def undone(one: Move, seen: Mapping[str, str]) -> DataKeptError | None:
    """The error of what was not moved, by what lies there now."""
    is_gone, has_come = seen[one.source] == programs.MISSING, seen[one.target] != programs.MISSING
    if is_gone and has_come:
        return None
    if is_gone:
        what = f"neither {one.source!r} nor {one.target!r} is there"
        return DataKeptError(what, hint="the torrent is stopped", acted=True)
    if has_come:
        return DataKeptError(
            f"moving broke off: data lies at {one.source!r} and at {one.target!r}",
            hint="the torrent is stopped and stays at the first; see that one is whole and delete the other by hand",
            acted=True,
        )
    return DataKeptError(
        f"the data could not be moved to {one.location!r}",
        hint="it is where it was, and the torrent works as before; look whether rTorrent may write there",
    )


def settle(session: Session, moves: Sequence[Move], failures: Failures, *, has_data: bool) -> Flow[None]:
    """Tell rTorrent where the data is. Only opening shows the new place in `d.base_path`."""
    try:
        broken = yield from each(session, {one.infohash: [placing(one)] for one in moves})
        broken |= yield from each(session, {one.infohash: showing(one) for one in without(moves, broken)})
    except BitharborError as error:
        broken = {one.infohash: error for one in moves}
    for one in moves:
        if one.infohash in broken:
            failures[one.infohash] = unsettled(one, broken[one.infohash], has_data=has_data and not one.is_meta)


def placing(one: Move) -> Invocation:
    """The command that names the new place. `d.directory.set` adds the torrent's name, which need not be that of its folder."""
    return invocation("d.directory_base.set", one.infohash, one.target if one.root.is_multi_file else one.location)


def showing(one: Move) -> list[Invocation]:
    """The commands that make it known, written down, and start the torrent again."""
    known = ("d.open", "d.close", "d.save_full_session")
    return [*(invocation(command, one.infohash) for command in known), *one.again]


def unsettled(one: Move, cause: BitharborError, *, has_data: bool) -> DataKeptError:
    """The error for a torrent whose place could not be told."""
    where = f"its data lies at {one.target!r}, " if has_data else ""
    error = DataKeptError(
        f"the torrent is stopped: {where}and rTorrent may still look for it at {one.source!r}",
        hint="give the same order again",
        acted=True,
    )
    error.__cause__ = cause
    return error
