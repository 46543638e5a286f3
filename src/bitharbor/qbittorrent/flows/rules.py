"""Rules of feeds: importing them from whatever holds them, and renaming one where the daemon cannot."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from ... import errors
from ...model.json import Json
from ...wire.effects import NOW, Flow, Reply
from ...wire.forms import Part
from .. import convert
from .._generated import ops
from ..operation import Op
from ..session import Session
from . import calling, uploads
from .call import Call, Extra


def import_rules(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Upload the rules."""
    part = Part("rules", "rss-downloader-rules.json", content(values[0]), "application/json")
    return (yield from calling.fetch(session, Call(op, values, replace(extra, parts=[part]))))


RENAMES = (4, 5, 0)  # 4.2.5 takes the call and then lists the rule under its old name, where it cannot be removed; 4.5.2 renames


def rename_rule(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Rename a rule; for an older daemon make it anew under the new name and remove the old one."""
    call = Call(op, values, extra)
    if session.timeout is not None:
        now: float = yield NOW
        call.deadline = now + session.timeout
    version = yield from calling.version_first(session, call)
    if version >= RENAMES:
        return (yield from calling.fetch(session, call))
    old, new = values
    listed = yield from calling.fetch(session, Call(ops.RSS_RULES, (), extra, deadline=call.deadline))
    rules = session.records.decode(dict[str, dict[str, Json]], listed.body)
    if old not in rules or new in rules:
        return listed
    yield from calling.fetch(session, Call(ops.RSS_SET_RULE, (new, rules[str(old)]), extra, deadline=call.deadline))
    return (yield from calling.fetch(session, Call(ops.RSS_REMOVE_RULE, (old,), extra, deadline=call.deadline)))


def content(given: object) -> bytes:
    """The file, whatever holds it."""
    if given is None:
        return b""
    if isinstance(given, bytes | bytearray):
        return bytes(given)
    if isinstance(given, str):
        return given.encode()
    if isinstance(given, os.PathLike):
        return uploads.read(cast("os.PathLike[str]", given), "")[1]
    if isinstance(given, Mapping):
        rules = cast("Mapping[str, object]", given)
        return msgspec.json.encode({name: convert.row(rule) for name, rule in rules.items()})
    raise errors.UsageError(f"rules cannot be a {type(given).__name__}", hint="give rules by name, JSON, or a path")
