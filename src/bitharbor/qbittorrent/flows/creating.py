"""Letting the daemon make a `.torrent` and waiting for it: add a task, look until it is over, fetch the file, delete the task.

Rule 1: a task that was added here is deleted here, whatever comes between, also when the caller is interrupted.
Rule 2: all of it ends by the deadline that the caller gave; each request also within the session's own time.

Facts, seen on 5.1.0 and 5.3.0: a small task is over before the first look; `progress` is there only while a task runs; tasks that
are over stay until they are deleted or the daemon ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ... import errors
from ...wire.effects import NOW, Flow, Reply, Sleep
from .._generated import ops
from ..operation import Op
from ..records import CreatorTask
from ..session import Session
from . import calling
from .call import PLAIN, Call, Extra

T = TypeVar("T")

FIRST_PAUSE = 0.05  # seconds between two looks; they grow, because large content takes minutes
GROWTH = 1.5
LONGEST_PAUSE = 2.0
DELETE_SECONDS = 5.0


@dataclass(slots=True)
class Work:
    """A task on its way.

    :ivar task_id: empty when there is none, or none any more
    :ivar until: when all must be over, on the driver's clock
    :ivar last: what the last look showed
    """

    task_id: str = ""
    until: float | None = None
    pause: float = FIRST_PAUSE
    last: CreatorTask | None = None


def create(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Make a `.torrent` from beginning to end. The last two values are a callback for progress and the seconds given."""
    *given, progress, timeout = values
    work = yield from begin(session, given, timeout, extra)
    try:
        while True:
            task = yield from look(session, work)
            if callable(progress):
                progress(task)
            if task.is_over:
                break
            yield from rest(work)
        content = yield from result(session, work)
    finally:
        yield from drop(session, work)
    return Reply(200, {}, content)


def begin(session: Session, given: Sequence[object], timeout: object, extra: Extra = PLAIN) -> Flow[Work]:
    """Add the task. The time given counts from here."""
    work = Work()
    if isinstance(timeout, int | float):
        now: float = yield NOW
        work.until = now + timeout
    work.task_id = yield from ask(session, ops.TORRENTCREATOR_ADD_TASK, given, work.until, extra)
    return work


def look(session: Session, work: Work) -> Flow[CreatorTask]:
    """How far the task is."""
    tasks = yield from ask(session, ops.TORRENTCREATOR_STATUS, (work.task_id,), work.until)
    if len(tasks) != 1:
        raise errors.BadAnswerError(f"one task was asked for, {len(tasks)} came")
    work.last = tasks[0]
    return work.last


def rest(work: Work) -> Flow[None]:
    """Wait before the next look, longer each time, and not past the end."""
    seconds = work.pause
    work.pause = min(seconds * GROWTH, LONGEST_PAUSE)
    if work.until is not None:
        now: float = yield NOW
        if now >= work.until:
            raise errors.DeadlineError("the torrent was not made in the time given to it", hint="give it more time", acted=True)
        seconds = min(seconds, work.until - now)
    yield Sleep(seconds)


def result(session: Session, work: Work) -> Flow[bytes]:
    """The `.torrent` of a task that is over.

    :raises CreationFailedError: the daemon could not make it
    """
    if work.last is not None and work.last.status == "Failed":
        said = work.last.error_message
        raise errors.CreationFailedError(
            "the daemon could not make the torrent" + (f" ({said})" if said else ""),
            hint="check that the path exists on the daemon's machine and that the daemon may read it",
        )
    return (yield from ask(session, ops.TORRENTCREATOR_TORRENT_FILE, (work.task_id,), work.until))


def drop(session: Session, work: Work) -> Flow[None]:
    """Delete the task, once. That this fails is no news: the task is gone, or the daemon is, and tasks do not outlive it."""
    task_id, work.task_id = work.task_id, ""
    if not task_id:
        return
    now: float = yield NOW
    try:
        yield from ask(session, ops.TORRENTCREATOR_DELETE_TASK, (task_id,), now + DELETE_SECONDS)
    except errors.BitharborError:
        return


def ask(session: Session, op: Op[T], values: Sequence[object], until: float | None, extra: Extra = PLAIN) -> Flow[T]:
    """One call, within the session's time for a call and the end of all."""
    deadline = until
    if session.timeout is not None:
        now: float = yield NOW
        deadline = now + session.timeout if until is None else min(until, now + session.timeout)
    reply = yield from calling.fetch(session, Call(op, values, extra, deadline=deadline))
    return op.answer(reply.body, session)
