"""Adding torrents: in as few requests as the daemon bears, none of them twice, and saying of each torrent what came of it.

Rule 1: a request that may have reached the daemon is not sent again. Torrents are, in one case: the daemon answered that it
        stopped at a bad file, and does not list them.
Rule 2: what the answer does not tell is looked up, in one question for all torrents; what that does not tell either is unknown.
Rule 3: an error in the middle carries what came of each torrent so far (`error.done`).
Rule 4: a request, with the login and the looks that belong to it, has the session's time for a call; each further request has it
        anew.

Facts, seen on 4.2.5, 4.5.2, 5.1.0 and 5.3.0:
* Through 5.1 the answer is `Ok.` when anything was taken, else `Fails.`; 4.2.5 says `Ok.` to what it has already, too. Torrents
  appear in the list some time after the answer.
* 5.3.0 counts and names what it took, answers 202 when addresses are being fetched, and 409 when nothing was taken, also because
  all was there.
* A bad file is answered with 415, which names it, in all versions. Links of the same request are taken all the same; 4.2.5 takes
  no file then, the others take those before it in an order of their own.
* 4.1.0 to 4.4.5 refuse the whole request when the content of any part holds CRLF CRLF (400, connection closed).
* Two parts of one file name overwrite each other, so the wire format makes names unique.
* A request of 1,000 small files takes 4.2.5 two seconds, in which nobody else is answered, 5.1.0 and 5.3.0 a sixth of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from ... import errors
from ...wire.effects import MEBIBYTE, NOW, Do, Flow, Reply, Sleep
from ...wire.forms import escaped
from .._generated import ops
from ..operation import Op
from ..records import AddTally
from ..session import Session
from ..versions import UNKNOWN, Version, dotted
from . import calling
from .call import Call, Extra
from .given import Item, read_items, told
from .uploads import read_parts

MOST_ITEMS = 500
MOST_BYTES = 16 * MEBIBYTE
MOST_BYTES_THEN = 9 * MEBIBYTE  # 3.0 to 4.0 refuse a request of more than 10,000,000 bytes
BLANK_LINE = b"\r\n\r\n"
TAKES_BLANK_LINES = (4, 5, 0)
KNOWS_V2 = (4, 4, 0)  # builds before have libtorrent 1
TELLS_KNOWN = (4, 5, 0)  # says `Fails.` to a single torrent that it has
TELLS_EACH = (5, 2, 0)
LOGIN_COOKIE = "QBT_SID"  # what a login since 5.2 sets; before, the cookie is called SID
FEW = 16  # files of which so many are read without a thread
FIRST_PAUSE = 0.05  # seconds before the first look whether torrents are listed; they grow
GROWTH = 2.0
LONGEST_PAUSE = 1.0
LOOKS = (0.0, 0.25, 1.0)  # seconds before each look for what was refused; seen on 4.5.2, which listed the first one after 0.2
PATIENCE = 5.0  # seconds without any new one, after which those that are missing are not waited for


@dataclass(slots=True)
class Work:
    """An addition on its way.

    :ivar until: when the present request and its looks must be over, on the driver's clock
    :ivar version: the daemon's, as far as it matters here
    :ivar taken: the daemon said that it took something of their request; whether them, the list must show
    :ivar failed: the daemon said that it did not take them; whether it has them already, the list must show
    """

    session: Session
    op: Op[Any]
    options: Sequence[object]
    extra: Extra
    items: list[Item] = field(default_factory=list[Item])
    until: float | None = None
    version: Version = UNKNOWN
    taken: list[Item] = field(default_factory=list[Item])
    failed: list[Item] = field(default_factory=list[Item])

    @property
    def has_acted(self) -> bool:
        """The daemon said that it took something."""
        return bool(self.taken) or any(one.state in ("added", "pending") for one in self.items)


def add(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Add torrents. The drop-in sends what it was given in one request; the native faces get an answer for each torrent."""
    if not session.is_strict:
        return (yield from add_at_once(session, op, values, extra))
    call = Call(op, values, extra)
    work = Work(session, op, call.values, extra)
    work.items = yield from read_given(op, call.values)
    try:
        todo = [one for one in work.items if one.error is None and one.twin is None]
        if todo:
            yield from begin(work, call, todo)
            yield from send_all(work, [one for one in todo if one.error is None])
            yield from see_taken(work)
            yield from see_failed(work)
        refuse_if_nothing_else(work.items)
    except errors.BitharborError as error:
        error.done = told(work.items)
        if work.has_acted:
            error.acted = True
        raise
    return Reply(200, {}, msgspec.json.encode(told(work.items)))


def add_at_once(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """One request, whatever is in it; the answer is the daemon's own."""
    files = next(value for one, value in zip(op.fields, values, strict=False) if one.is_files)
    call = Call(op, values, replace(extra, parts=list(read_parts(files)) if files else []))
    if any(BLANK_LINE in part.content for part in call.extra.parts):
        version = yield from calling.version_first(session, call)
        if version < TAKES_BLANK_LINES:
            raise holds_blank_line(version)
    return (yield from calling.fetch(session, call))


def read_given(op: Op[Any], values: Sequence[object]) -> Flow[list[Item]]:
    """Read what was given; in a thread where it takes long."""
    files = next(value for one, value in zip(op.fields, values, strict=True) if one.is_files)
    if is_at_hand(files):
        return read_items(op, values)
    items: list[Item] = yield Do(partial(read_items, op, values))
    return items


def is_at_hand(files: object) -> bool:
    """Whether no file has to be read, nor many bytes looked into."""
    if files is None or isinstance(files, bytes | bytearray):
        return True
    if not isinstance(files, tuple | list):
        return False
    several = cast("Sequence[object]", files)
    return len(several) <= FEW and all(isinstance(one, bytes | bytearray) for one in several)


def begin(work: Work, call: Call, todo: Sequence[Item]) -> Flow[None]:
    """Learn what this daemon needs, refuse what it cannot take, and look what it has, if the answer will not tell."""
    work.version = yield from version_for(work, call)
    for one in todo:
        if one.part is not None and BLANK_LINE in one.part.content and work.version < TAKES_BLANK_LINES:
            one.refuse(holds_blank_line(work.version))
        elif one.infohash is not None and one.infohash.v1 is None and work.version < KNOWS_V2:
            one.refuse(
                errors.UnsupportedError(
                    f"qBittorrent {dotted(work.version)} knows no torrents of version 2", hint="update the daemon"
                )
            )
    left = [one for one in todo if one.error is None]
    if work.version < TELLS_EACH and (work.version < TELLS_KNOWN or len(left) > 1):
        there = yield from listed(work, left)
        for one in left:
            one.was_there = None if not one.ids else bool(there & set(one.ids))


def version_for(work: Work, call: Call) -> Flow[Version]:
    """The version, as far as it matters here: a daemon that tells enough is known by its login, without a question."""
    session = work.session
    yield from calling.begin(session, call)
    work.until = call.deadline
    yield from calling.ready(session, call)
    if session.version == UNKNOWN and tells_by_login(session):
        return TELLS_EACH
    return (yield from calling.version_of(session, call))


def tells_by_login(session: Session) -> bool:
    """Whether only 5.2 and younger let us in so."""
    return bool(session.api_key) or any(name.startswith(LOGIN_COOKIE) for name in session.login_cookies)


def holds_blank_line(version: Version) -> errors.UploadRefusedError:
    """The error for a file that this version cannot receive."""
    return errors.UploadRefusedError(
        f"qBittorrent {dotted(version)} cannot receive these bytes, because they hold a blank line",
        hint="add its magnet link or its address instead, put the file into a watched folder, or update to 4.5",
    )


def send_all(work: Work, todo: Sequence[Item]) -> Flow[None]:
    """Send everything. What a bad file kept the daemon from looking at comes last."""
    queue = sorted(todo, key=lambda one: one.is_doubtful)
    is_first = True
    while queue:
        batch = next_batch(queue, MOST_BYTES_THEN if work.session.is_elder else MOST_BYTES)
        del queue[: len(batch)]
        if not is_first and work.session.timeout is not None:
            now: float = yield NOW
            work.until = now + work.session.timeout
        is_first = False
        queue += yield from send(work, batch)


def next_batch(queue: Sequence[Item], most_bytes: int = MOST_BYTES) -> list[Item]:
    """How many of the first ones go into one request."""
    size = 0
    for count, one in enumerate(queue):
        size += one.size
        if count and (count == MOST_ITEMS or size > most_bytes or one.is_doubtful):
            return list(queue[:count])
    return list(queue)


def send(work: Work, batch: Sequence[Item]) -> Flow[list[Item]]:
    """Send one request and read its answer. Gives what has to go once more."""
    links = [one.link for one in batch if one.part is None]
    parts = [one.part for one in batch if one.part is not None]
    names = {one.wire: place for place, one in enumerate(work.op.fields)}
    values = [links or None if place == names["urls"] else None if one.is_files else value
              for place, (one, value) in enumerate(zip(work.op.fields, work.options, strict=True))]  # fmt: skip
    call = Call(work.op, values, replace(work.extra, parts=parts), deadline=work.until)
    for one in batch:
        one.become("unknown", reason="no answer came that could be understood")
    try:
        reply = yield from calling.fetch(work.session, call)
    except errors.ConflictError as error:
        note_failures(work, batch, error)
    except errors.MediaRefusedError as error:
        return (yield from sort_out(work, batch, error))
    except errors.BitharborError as error:
        for one in batch:
            one.become("unsent" if error.acted is False else "unknown", reason=str(error))
        raise
    else:
        yield from read_answer(work, batch, reply)
    return []


def read_answer(work: Work, batch: Sequence[Item], reply: Reply) -> Flow[None]:
    """What a 200 or 202 says of each torrent."""
    if reply.body not in (b"Ok.", b"Fails."):
        read_tally(work, batch, work.session.records.decode(AddTally, reply.body))
        return
    if work.version >= TELLS_EACH:  # known by a login that is over: another version answered
        call = Call(work.op, work.options, work.extra, deadline=work.until)
        work.version = yield from calling.version_of(work.session, call)
    if reply.body == b"Fails.":
        note_failures(work, batch, not_taken())
        return
    is_told = len(batch) == 1 and work.version >= TELLS_KNOWN
    for one in batch:
        if one.was_there:
            one.become("already")
        elif one.is_address:
            one.become("pending")
        elif is_told:
            one.become("added")
        elif one.ids:
            one.become("unknown", reason="the daemon took the request; whether it lists it, nobody looked")
            work.taken.append(one)
        else:
            one.become("unknown", reason="this daemon takes what it has already without a word")


def read_tally(work: Work, batch: Sequence[Item], tally: AddTally) -> None:
    """What the counts and ids of 5.2 and younger say of each torrent."""
    told_ids = {id.lower() for id in tally.added_torrent_ids}
    failed: list[Item] = []
    for one in batch:
        if id := next((id for id in one.ids if id in told_ids), None):
            one.become("added", id)
            told_ids.discard(id)
        elif one.ids:
            failed.append(one)
    others = [one for one in batch if not one.ids]  # addresses, or one file that only the daemon can read
    if len(others) == 1 and told_ids:
        others[0].become("added", told_ids.pop())
    elif tally.pending_count >= len(others):
        for one in others:
            one.become("pending")
    elif tally.pending_count == 0 and not told_ids:
        failed += others
    else:
        for one in others:
            one.become("unknown", reason=f"of these addresses {tally.pending_count} are being fetched")
    note_failures(work, failed, not_taken())


def note_failures(work: Work, batch: Sequence[Item], error: errors.BitharborError) -> None:
    """None of them was taken; those that the daemon may have are looked at in the end."""
    for one in batch:
        if one.ids:
            one.become("unknown", reason=f"{error.message}; whether it was there before, nobody looked")
            one.doubt = error
            work.failed.append(one)
        else:
            one.refuse(error)


def not_taken() -> errors.TorrentRefusedError:
    """The error for what the daemon does not want, without saying why."""
    return errors.TorrentRefusedError("the daemon did not take it", hint="its log says why")


def sort_out(work: Work, batch: Sequence[Item], error: errors.MediaRefusedError) -> Flow[list[Item]]:
    """After a 415: the bad file is refused, what came before it is in, the rest goes once more."""
    bad = named_in(error.text, batch)
    if bad is not None:
        bad.refuse(error)
        if len(batch) == 1:
            return []
    there = yield from listed(work, batch)
    again: list[Item] = []
    for one in batch:
        id = next((id for id in one.ids if id in there), None)
        one.was_stopped = True
        if one is bad:
            continue
        if id is not None:
            note_listed(one, id)
        elif one.is_address:
            one.become("pending")
        elif bad is not None:
            again.append(one)
        else:
            one.become("unknown", reason=str(error))
    return again


def named_in(text: str, batch: Sequence[Item]) -> Item | None:
    """The file that the daemon names, by the name that the wire format gave it."""
    files = [one for one in batch if one.part is not None]
    if len(files) == 1:
        return files[0]
    for place, one in enumerate(files):
        start = f"{place}_{escaped(one.part.filename)[:40]}" if one.part else ""
        if re.search(rf"(?<!\d){re.escape(start)}", text):
            return one
    return None


def note_listed(one: Item, id: str) -> None:
    """It is there; that it came with this call is certain only if it was not there before."""
    if one.was_there is False:
        one.become("added", id)
    elif one.was_there or not one.was_stopped:
        one.become("already", id)
    else:
        one.become("unknown", id, "it is there now; whether it came with this call is not known")


def see_taken(work: Work) -> Flow[None]:
    """Look until all that was taken is listed, or none of the rest comes any more."""
    waiting, quiet, pause = work.taken, 0.0, FIRST_PAUSE
    while waiting and quiet < PATIENCE and (yield from rested(work, pause)):
        quiet, pause = quiet + pause, min(pause * GROWTH, LONGEST_PAUSE)
        left = yield from note_those_listed(work, waiting)
        if len(left) < len(waiting):
            quiet = 0.0
        waiting = left
    for one in waiting:
        one.become("unknown", reason="the daemon took the request and does not list it")


def see_failed(work: Work) -> Flow[None]:
    """Look whether the daemon has what it did not take; twice more, because what it took a moment ago may not be listed yet."""
    waiting = work.failed
    for pause in LOOKS:
        if not waiting or (pause and not (yield from rested(work, pause))):
            break
        waiting = yield from note_those_listed(work, waiting)
    for one in waiting:
        one.refuse(one.doubt or not_taken())


def note_those_listed(work: Work, items: Sequence[Item]) -> Flow[list[Item]]:
    """Look, and give those that are not there."""
    there = yield from listed(work, items)
    for one in items:
        if id := next((id for id in one.ids if id in there), None):
            note_listed(one, id)
    return [one for one in items if not there & set(one.ids)]


def rested(work: Work, seconds: float) -> Flow[bool]:
    """Wait, if there is time left for it."""
    if work.until is not None:
        now: float = yield NOW
        if now + seconds >= work.until:
            return False
    yield Sleep(seconds)
    return True


def listed(work: Work, items: Sequence[Item]) -> Flow[frozenset[str]]:
    """Which of their ids the daemon lists."""
    ids = [id for one in items for id in one.ids]
    if not ids:
        return frozenset()
    values = [ids if one.wire == "hashes" else None for one in ops.TORRENTS_INFO.fields]
    bare = Extra(headers=work.extra.headers, options=work.extra.options)
    reply = yield from calling.fetch(work.session, Call(ops.TORRENTS_INFO, values, bare, deadline=work.until))
    return frozenset(row.hash for row in ops.TORRENTS_INFO.answer(reply.body, work.session))


def refuse_if_nothing_else(items: Sequence[Item]) -> None:
    """Raise the first refusal, if everything was refused."""
    refusals = [one.error for one in items if one.twin is None]
    first = refusals[0]
    if first is not None and all(error is not None for error in refusals):
        raise first
