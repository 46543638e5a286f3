"""Removing a torrent with its data. rTorrent has no command for it: its files are deleted one by one on its own machine.

Rule 1: nothing is deleted before all of it was looked at; see `paths` for what may be.
Rule 2: the torrent is forgotten last, so that what fails in the middle is seen and can be repeated.
"""

from __future__ import annotations

from ...errors import DataKeptError
from ...wire.effects import Flow
from .. import programs
from ..paths import Plan, is_doubtful, kept, plan
from ..session import Session
from ..values import Invocation
from .calling import invocation, tell, values
from .holding import looked_at, standing_of, stopped


def forgotten(infohash: str) -> tuple[Invocation, ...]:
    """The commands that remove a torrent; of one that was loaded from a watched folder its `.torrent` too, else it comes back."""
    return invocation("d.delete_tied", infohash), invocation("d.erase", infohash)


def remove_with_data(session: Session, infohash: str) -> Flow[None]:
    """Delete the files of a torrent, then the torrent.

    :raises DataKeptError: something is odd; it says what was deleted
    """
    standing = yield from standing_of(session, infohash)
    if standing.holding.files or not standing.is_meta:
        todo = plan(standing.holding)
        seen = yield from looked_at(session, [*reversed(todo.folders), *todo.files])
        refuse_odd(todo, seen)
        values((yield from tell(session, *stopped(infohash))))
        yield from delete(session, todo, [path for path in todo.files if seen[path] == programs.FILE])
        folders = [path for path in todo.folders if seen[path] == programs.FOLDER]
        # one that is not empty stays
        values((yield from tell(session, *(programs.tried("rmdir", "--", path) for path in folders))))
    values((yield from tell(session, *forgotten(infohash))))


def refuse_odd(todo: Plan, seen: dict[str, str]) -> None:
    """Files must be files, and folders folders, or be missing."""
    for expected, paths in ((programs.FOLDER, todo.folders), (programs.FILE, todo.files)):
        for path in paths:
            if seen[path] == programs.LINK:
                raise kept(f"{path!r} is a link to somewhere else")
            if seen[path] not in (expected, programs.MISSING):
                raise kept(f"something else lies at {path!r}")
            if seen[path] == programs.MISSING and is_doubtful(path):
                raise kept(f"the name of {path!r} is not known for certain, and nothing lies there")


def delete(session: Session, todo: Plan, files: list[str]) -> Flow[None]:
    """Delete files, and look whether they are gone."""
    answers = yield from tell(session, *(programs.thrown("rm", "-f", "--", *some) for some in programs.portions(files)))
    left = yield from looked_at(session, files)
    remaining = [path for path in files if left[path] != programs.MISSING]
    if remaining:
        raise DataKeptError(
            f"{len(remaining)} of {len(todo.files)} files could not be deleted, such as {remaining[0]!r}",
            hint="the torrent is still there and stopped; look at the rights of its folder, then repeat it",
            acted=True,
        )
    values(answers)
