"""Making and changing categories alike on all versions.

Facts: a download path counts only when its switch travels beside it; before 5.2 a change needs the save path and resets the
download path when it is not given (seen on 4.5.2 and 5.1.0), since 5.2 what is not given stays (seen on 5.3.0); before 4.4 there
are no download paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...wire.effects import Flow, Reply
from .._generated import ops
from ..operation import Op
from ..records import Category
from ..session import Session
from . import calling
from .call import Call, Extra

KEEPS_THE_REST = (5, 2, 0)
HAS_DOWNLOAD_PATHS = (4, 4, 0)


def create_category(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """A download path that is given is used."""
    return (yield from calling.fetch(session, Call(op, with_switch(op, values), extra)))


def edit_category(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """A download path that is given is used; for daemons that would reset the rest, the rest is sent too."""
    call = Call(op, with_switch(op, values), extra)
    version = yield from calling.version_first(session, call)
    if version < KEEPS_THE_REST and not session.is_elder:  # elders have no such action, and say so
        present = yield from category_of(session, str(values[0]), extra)
        fill(call, op, present, has_download_paths=version >= HAS_DOWNLOAD_PATHS)
    return (yield from calling.fetch(session, call))


def with_switch(op: Op[Any], values: Sequence[object]) -> list[object]:
    """The values, the switch of the download path on if only the path is given."""
    filled = list(values)
    path, switch = at(op, "downloadPath"), at(op, "downloadPathEnabled")
    if filled[path] is not None and filled[switch] is None:
        filled[switch] = True
    return filled


def category_of(session: Session, name: str, extra: Extra) -> Flow[Category]:
    """The category as it is; one that is not there is taken for an empty one, which the daemon then refuses to change."""
    bare = Extra(headers=extra.headers, options=extra.options)
    reply = yield from calling.fetch(session, Call(ops.TORRENTS_CATEGORIES, (), bare))
    return ops.TORRENTS_CATEGORIES.answer(reply.body, session).get(name) or Category(name=name, save_path="")


def fill(call: Call, op: Op[Any], present: Category, *, has_download_paths: bool) -> None:
    """Put into the call what was not given and shall stay."""
    if call.values[at(op, "savePath")] is None:
        call.values[at(op, "savePath")] = present.save_path or ""
    switch = at(op, "downloadPathEnabled")
    if has_download_paths and call.values[switch] is None and present.download_path is not None:
        call.values[switch] = present.download_path is not False
        call.values[at(op, "downloadPath")] = present.download_path or None


def at(op: Op[Any], wire: str) -> int:
    """Where the value of a field stands."""
    return next(position for position, one in enumerate(op.fields) if one.wire == wire)
