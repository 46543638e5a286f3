"""What goes to rTorrent and comes back, whatever language carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | bytes | list[Value] | dict[str, Value] | None"


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command with its parameters. The first one is the target of most commands: an infohash, or an empty string."""

    method: str
    params: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """The daemon's own error.

    :ivar code: of XML-RPC (-501, -503, -506, -507) or of JSON-RPC (-32601, -32602 ...)
    """

    code: int
    text: str


class UnreadableError(Exception):
    """A body that is none of this language, or is cut off, nested too deeply, or of a form that was never seen."""


class UnwritableError(Exception):
    """A parameter that this language cannot carry."""


Answer: TypeAlias = "Value | Refusal"


def holds_bytes(value: Value) -> bool:
    """Whether there are bytes in it, for which JSON has no form."""
    if isinstance(value, list):
        return any(holds_bytes(one) for one in value)
    if isinstance(value, dict):
        return any(holds_bytes(one) for one in value.values())
    return isinstance(value, bytes)
