"""Answers of /sync/...: what changed since the answer that the client names by its rid.

Rule: nothing here knows what the data mean; mappings are compared key by key, lists as sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.elders.wire import Json

RID_LIMIT: Final = 1_000_000


@dataclass
class Line:
    """One session's line of answers: the last one sent, and the last one that the client is known to have."""

    sent: tuple[int, Mapping[str, Json]] = (0, MappingProxyType({}))
    had: tuple[int, Mapping[str, Json]] = (0, MappingProxyType({}))

    def answer(self, rid: int, data: Mapping[str, Json]) -> dict[str, Json]:
        """Everything, or the changes since the answer `rid` when that is one of the two."""
        if rid > 0 and rid == self.sent[0]:
            self.had = self.sent
        last = self.sent[0] if rid > 0 else 0
        number = last % RID_LIMIT + 1
        if 0 < rid == self.had[0]:
            made = changes(self.had[1], data)
        else:
            self.had = (0, {})
            made = {**data, "full_update": True}
        self.sent = (number, data)
        return {**made, "rid": number}


def changes(before: Mapping[str, Json], after: Mapping[str, Json]) -> dict[str, Json]:
    """The difference, with `x_removed` beside each `x` that lost something."""
    made: dict[str, Json] = {}
    for key, new in after.items():
        old = before.get(key)
        if isinstance(new, Mapping):
            changed, gone = between(old if isinstance(old, Mapping) else {}, new)
            made |= {key: changed} if changed else {}
            made |= {f"{key}_removed": gone} if gone else {}
        elif isinstance(new, list | tuple):
            olds = old if isinstance(old, list | tuple) else ()
            added, lost = [item for item in new if item not in olds], [item for item in olds if item not in new]
            made |= {key: added} if added else {}
            made |= {f"{key}_removed": lost} if lost else {}
        elif new != old:
            made[key] = new
    return made


def between(before: Mapping[str, Json], after: Mapping[str, Json]) -> tuple[dict[str, Json], list[str]]:
    """Changed items, of mappings only their changed keys; and the keys that are gone."""
    changed: dict[str, Json] = {}
    for key, new in after.items():
        old = before.get(key)
        if key not in before:
            changed[key] = new
        elif isinstance(new, Mapping) and isinstance(old, Mapping):
            if parts := {name: value for name, value in new.items() if old.get(name) != value}:
                changed[key] = parts
        elif new != old:
            changed[key] = new
    return changed, [key for key in before if key not in after]
