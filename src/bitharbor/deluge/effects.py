"""What a flow of Deluge may ask for, and what it gets back. Values only.

Beside these a flow yields `Now` and `Exclusive` of `wire.effects`.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from ..wire.effects import Exclusive, Now

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dial:
    """Open a new connection in place of the old one. Outcome: `Fault | None`."""

    deadline: float


@dataclass(frozen=True, slots=True)
class Ask:
    """Call a method over the open connection. Outcome: `Returned | Raised | Fault`."""

    method: str
    args: tuple[object, ...] = field(default=(), repr=False)
    kwargs: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    deadline: float = 0.0


@dataclass(frozen=True, slots=True)
class HangUp:
    """Close the connection, if one is open. Outcome: None."""


@dataclass(frozen=True, slots=True)
class FindCredentials:
    """Who may log in from this machine without being named. Outcome: user name and password; errors are thrown in."""


Effect: TypeAlias = Dial | Ask | HangUp | FindCredentials | Now | Exclusive[Any]
Flow: TypeAlias = Generator[Effect, Any, T]
