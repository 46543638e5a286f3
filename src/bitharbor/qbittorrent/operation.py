"""One row of the table of operations: all that a flow must know about an action. `_generated/ops.py` holds the rows.

Rule 1: rows are made by the generator from `spec/`, never by hand.
Rule 2: turning arguments into fields happens here, from the row and the daemon's version, and nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..errors import EmptySelectionError, UnsupportedError, UsageError
from .versions import UNKNOWN, Version, dotted

if TYPE_CHECKING:
    from .session import Session

T_co = TypeVar("T_co", covariant=True)

Retry: TypeAlias = Literal["read", "idempotent", "once", "destructive"]
Answer: TypeAlias = Callable[[bytes, "Session"], T_co]


class F(Struct, frozen=True):
    """One field of a request. Versions are of the application; () means none."""

    wire: str
    name: str = ""
    join: str = ""
    is_json: bool = False
    is_files: bool = False
    is_not_empty: bool = False
    since: Version = UNKNOWN
    until: Version = UNKNOWN
    also: str = ""
    before: Version = UNKNOWN
    old_name: str = ""
    old_words: Mapping[str, str] = {}
    old_value: Callable[[object], object] | None = None
    convert: Callable[[object], object] | None = None
    required_since: Version = UNKNOWN
    required_default: str = ""

    def depends_on_version(self, value: object) -> bool:
        """Whether this value is sent differently, or not at all, by version."""
        if value is None:
            return bool(self.required_since)
        if self.old_words:
            return str(value) in self.old_words
        return bool(self.before or self.since or self.until)

    def put(self, form: dict[str, str], value: object, version: Version) -> None:
        """Write the value into the form as a daemon of that version wants it."""
        if self.convert:
            value = self.convert(value)
        name = self.wire
        if self.before and version and version < self.before:
            name = self.old_name or name
            if self.old_words:
                value = self.old_words.get(str(value), value)
            if self.old_value:
                value = self.old_value(value)
        sent = as_json(value) if self.is_json else as_text(value, self.join)
        form[name] = sent
        if self.also:
            form[self.also] = sent

    def refuse_unknown(self, path: str, version: Version) -> None:
        """Say so when the daemon is too old, or too young, for this parameter."""
        name = self.name or self.wire
        if self.since and version < self.since:
            raise UnsupportedError(
                f"{path}: `{name}` exists since qBittorrent {dotted(self.since)}, this is {dotted(version)}",
                hint="leave it out for this daemon",
            )
        if self.until and version >= self.until:
            raise UnsupportedError(
                f"{path}: `{name}` is gone since qBittorrent {dotted(self.until)}, this is {dotted(version)}",
                hint="leave it out for this daemon",
            )


class Was(Struct, frozen=True):
    """The path before a version."""

    path: str
    until: Version


class OldRoute(Struct, frozen=True):
    """The action in an older generation: field names by parameter; what is not named does not exist there."""

    method: str
    path: str
    fields: Mapping[str, str]
    since: Version = UNKNOWN
    until: Version = UNKNOWN
    answer: str = ""


class Op(Struct, Generic[T_co], frozen=True, eq=False):
    """One action."""

    method: str
    path: str
    retry: Retry
    fields: tuple[F, ...]
    answer: Answer[T_co]
    since: Version = UNKNOWN
    until: Version = UNKNOWN
    was: tuple[Was, ...] = ()
    flow: str = ""
    limit: int = 0
    is_stream: bool = False
    is_text: bool = True
    """the answer is never an HTML page"""
    needs_version: bool = False
    cookie_api: tuple[OldRoute, ...] = ()
    digest_api: tuple[OldRoute, ...] = ()
    is_raw: bool = False
    """known by its path only: below /api/v2/ today, below the root in older generations"""

    @property
    def buffered(self) -> Op[T_co]:
        """The same action with its answer read at once."""
        return replace(self, is_stream=False)

    def depends_on_version(self, values: Sequence[object]) -> bool:
        """Whether this call is made, or read, differently by version."""
        if self.since or self.until or self.was or self.needs_version:
            return True
        return any(one.depends_on_version(value) for one, value in zip(self.fields, values, strict=True))

    def path_in(self, version: Version) -> str:
        """The path in that version.

        :raises UnsupportedError: that version has not got the action
        """
        if version and version < self.since:
            raise UnsupportedError(
                f"{self.path} exists since qBittorrent {dotted(self.since)}, this is {dotted(version)}",
                hint="update the daemon, or do without",
            )
        if version and self.until and version >= self.until:
            raise UnsupportedError(f"{self.path} is gone since qBittorrent {dotted(self.until)}, this is {dotted(version)}")
        for was in self.was:
            if version and version < was.until:
                return was.path
        return self.path

    def refuse_unfit(self, values: Sequence[object], version: Version) -> None:
        """Strictness of the native faces: parameters that the daemon does not know, selections that mean something else."""
        for one, value in zip(self.fields, values, strict=True):
            if value is not None and version:
                one.refuse_unknown(self.path, version)
            if one.is_not_empty and value is not None and not isinstance(value, str) and not value:
                raise EmptySelectionError(
                    f"{self.path}: `{one.name or one.wire}` is empty",
                    hint='name torrents, or say "all" if all are meant',
                )

    def form(self, values: Sequence[object], version: Version) -> dict[str, str]:
        """The fields of a request. Files are not among them."""
        form: dict[str, str] = {}
        for one, value in zip(self.fields, values, strict=True):
            if value is None and one.required_default and version >= one.required_since:
                if one.is_json or one.convert:
                    form[one.wire] = one.required_default  # said as it goes out
                    continue
                value = one.required_default
            if value is not None and not one.is_files:
                one.put(form, value, version)
        return form


def as_text(value: object, join: str = "") -> str:
    """A value as qBittorrent reads it in a form."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int() | float():
            return str(value)
        case os.PathLike():
            return str(os.fspath(cast("os.PathLike[str]", value)))
        case Iterable() if join and not isinstance(value, bytes | bytearray):
            return join.join(as_text(one) for one in cast("Iterable[object]", value))
        case _:
            raise UsageError(
                f"cannot send a {type(value).__name__} in a form", hint="give text, a number, a bool or a list of these"
            )


def as_json(value: object) -> str:
    """A value for a field that takes JSON."""
    try:
        return msgspec.json.encode(value).decode()
    except (TypeError, ValueError, RecursionError) as error:
        raise UsageError(f"cannot send this as JSON ({error})", hint="give mappings, lists, text, numbers and bools") from error


REREADABLE: tuple[type[object], ...] = (str, bytes, bytearray, Mapping)


def settled(value: object) -> object:
    """A value that can be read more than once: a call may be worded again after a login."""
    if value is None or hasattr(value, "read") or isinstance(value, REREADABLE) or not isinstance(value, Iterable):
        return value
    return tuple(cast("Iterable[object]", value))
