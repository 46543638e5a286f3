"""What all records are.

A record is decoded strictly: a key that it does not declare is an error, which `learning` answers by teaching a subclass with
that key. So a younger daemon loses nothing, and a known one pays nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec

from ...model.json import Json


class Record(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A typed answer of a daemon."""

    taught: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Key on the wire and attribute of everything that this class learned from a younger daemon"""

    identity: ClassVar[frozenset[str]] = frozenset()
    """Keys that no daemon may leave out: without them it would be a record of nothing"""

    @property
    def extra(self) -> Mapping[str, Json]:
        """What the daemon sent beyond the fields that this version of the library knows."""
        found: dict[str, Json] = {}
        for key, attribute in self.taught:
            value = getattr(self, attribute)
            if value is not msgspec.UNSET:
                found[key] = value
        return found
