"""Everything that decides, as generators without a socket.

`calling` is the way of one call, `scheme` finds the daemon, `replies` reads what it says; the other modules are the actions that
take more than one plain request, by name in `HOMES`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from ...wire.effects import Flow, Reply
from ..operation import Op
from ..session import Session
from .call import PLAIN, Call, Extra, NamedFlow
from .calling import fetch

T = TypeVar("T")

# which module has the flow of that name: each comes with its first call, because adding brings all that reads torrents
HOMES: Mapping[str, str] = {
    "log_in": "login",
    "log_out": "login",
    "add": "adding",
    "set_preferences": "preferences",
    "set_speed_limits_mode": "limits",
    "import_rules": "rules",
    "rename_rule": "rules",
    "create_category": "labels",
    "edit_category": "labels",
    "parse_metadata": "metadata",
    "rename_file": "renaming",
    "create": "creating",
}


@cache
def flow_named(name: str) -> NamedFlow:
    """The flow that a row names."""
    flow: NamedFlow = getattr(import_module(f".{HOMES[name]}", __name__), name)
    return flow


def call(session: Session, op: Op[T], values: Sequence[object], answer: Any = None, extra: Extra = PLAIN) -> Flow[T]:
    """Call an action and read its answer.

    :param answer: reads the answer instead of the row's own reader
    :param extra: what this one call brings along
    """
    reply = yield from start(session, op, values, extra)
    result: T = (answer or op.answer)(reply.body, session)
    return result


def start(session: Session, op: Op[Any], values: Sequence[object], extra: Extra = PLAIN) -> Flow[Reply]:
    """Call an action; the reply is checked and unread. For `is_stream` rows its body is still on its way."""
    if op.flow:
        return flow_named(op.flow)(session, op, values, extra)
    return fetch(session, Call(op, values, extra))


__all__ = ["PLAIN", "Call", "Extra", "call", "start"]
