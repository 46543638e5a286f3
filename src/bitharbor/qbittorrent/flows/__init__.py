"""Everything that decides, as generators without a socket.

`calling` is the way of one call, `scheme` finds the daemon, `replies` reads what it says; the other modules are the actions that
take more than one plain request, by name in `FLOWS`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from ...wire.effects import Flow, Reply
from ..operation import Op
from ..session import Session
from .adding import add
from .call import PLAIN, Call, Extra, NamedFlow
from .calling import fetch
from .creating import create
from .labels import create_category, edit_category
from .limits import set_speed_limits_mode
from .login import log_in, log_out
from .metadata import parse_metadata
from .preferences import set_preferences
from .renaming import rename_file
from .rules import import_rules, rename_rule

T = TypeVar("T")

FLOWS: Mapping[str, NamedFlow] = {
    "log_in": log_in,
    "log_out": log_out,
    "add": add,
    "set_preferences": set_preferences,
    "set_speed_limits_mode": set_speed_limits_mode,
    "import_rules": import_rules,
    "rename_rule": rename_rule,
    "create_category": create_category,
    "edit_category": edit_category,
    "parse_metadata": parse_metadata,
    "rename_file": rename_file,
    "create": create,
}


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
        return FLOWS[op.flow](session, op, values, extra)
    return fetch(session, Call(op, values, extra))


__all__ = ["FLOWS", "PLAIN", "Call", "Extra", "call", "start"]
