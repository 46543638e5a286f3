"""Strict decoding that learns.

Records refuse keys that they do not declare. The first such refusal in a session looks at the whole answer once, makes subclasses
that know the new keys (and do without required ones that a younger daemon dropped), and goes on strictly with these. A known
daemon never comes here; learning costs some milliseconds once.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, Union, cast, get_args, get_origin

import msgspec

from ..errors import BadAnswerError
from .records import Record

T = TypeVar("T")

ROUNDS = 3  # answers that teach twice are rare: a key inside of what was just learned


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one record class learned: keys that are new, required fields that a daemon does not send."""

    new: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()


Lessons = dict[type[Record], Lesson]


class RecordBook:
    """The decoders of one session. Threads may learn at the same time: the last one wins, nothing is locked."""

    def __init__(self) -> None:
        self._decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
        self._lessons: Lessons = {}

    def decode(self, kind: type[T], body: bytes) -> T:
        """Decode an answer.

        :raises BadAnswerError: cut off, or of another form than the type
        """
        try:
            return cast("T", self._decoder(kind).decode(body))
        except msgspec.ValidationError:
            value = msgspec.json.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise BadAnswerError(f"the answer is no complete JSON ({error})", hint="ask again") from error
        return self._try(kind, value, lambda: self._decoder(kind).decode(body))

    def convert(self, kind: type[T], value: object) -> T:
        """Make records of JSON that was decoded already. Learns and raises as `decode` does."""
        try:
            return cast("T", msgspec.convert(value, self._learned(kind)))
        except msgspec.ValidationError:
            return self._try(kind, value, lambda: msgspec.convert(value, self._learned(kind)))

    def _try(self, kind: type[T], value: object, attempt: Callable[[], Any]) -> T:
        """Learn from an answer that was refused, and try again."""
        for _ in range(ROUNDS):
            lessons = differences(kind, value, self._lessons)
            if lessons == self._lessons:
                break
            self._lessons = lessons
            self._decoders = {}
            try:
                return cast("T", attempt())
            except msgspec.ValidationError:
                continue
        try:
            return cast("T", attempt())
        except msgspec.ValidationError as error:
            raise BadAnswerError(f"the answer has a form that is not known: {error}") from error

    def _decoder(self, kind: Any) -> msgspec.json.Decoder[Any]:
        decoder = self._decoders.get(kind)
        if decoder is None:
            decoder = self._decoders[kind] = msgspec.json.Decoder(self._learned(kind))
        return decoder

    def _learned(self, kind: Any) -> Any:
        return learned(kind, self._lessons) if self._lessons else kind


def is_record(kind: object) -> bool:
    """Whether a type is one of our records."""
    return isinstance(kind, type) and issubclass(kind, Record)


def differences(kind: Any, value: object, lessons: Mapping[type[Record], Lesson]) -> Lessons:
    """The lessons, and what this answer adds to them: a walk through a type and an answer side by side."""
    found = dict(lessons)
    todo: list[tuple[Any, object]] = [(kind, value)]
    while todo:
        kind, value = todo.pop()
        arguments = get_args(kind)
        if get_origin(kind) in (Union, types.UnionType):
            todo += [(one, value) for one in arguments]
        elif isinstance(value, list) and get_origin(kind) is list:
            todo += [(arguments[0], one) for one in cast("list[object]", value)]
        elif isinstance(value, dict):
            row = cast("dict[str, object]", value)
            if get_origin(kind) is dict:
                todo += [(arguments[1], one) for one in row.values()]
            elif is_record(kind):
                fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
                known = found.get(kind, Lesson())
                dropped = {name for name, field in fields.items() if field.required and name not in row}
                lesson = Lesson(known.new | (row.keys() - fields.keys()), known.dropped | dropped)
                if lesson != Lesson():
                    found[kind] = lesson
                todo += [(fields[name].type, row[name]) for name in row.keys() & fields.keys()]
    return found


def learned(kind: Any, lessons: Lessons) -> Any:
    """The type, with every record in it replaced by what was learned of it."""
    if is_record(kind):
        return taught(kind, lessons)
    arguments = get_args(kind)
    origin = get_origin(kind)
    if origin is list:
        return list[learned(arguments[0], lessons)]  # type: ignore[misc]  # a type made at run time
    if origin is dict:
        return dict[arguments[0], learned(arguments[1], lessons)]  # type: ignore[misc,valid-type]  # a type made at run time
    if origin in (Union, types.UnionType):
        return Union[tuple(learned(one, lessons) for one in arguments)]  # noqa: UP007 - of a tuple made at run time
    return kind


def taught(base: type[Record], lessons: Lessons) -> type[Record]:
    """A subclass that takes the new keys too, and does without what is not sent any more."""
    lesson = lessons.get(base, Lesson())
    names = tuple((key, f"extra_{i}") for i, key in enumerate(sorted(lesson.new)))
    fields: list[Any] = [(attribute, Any, msgspec.UNSET) for _, attribute in names]
    rename = {attribute: key for key, attribute in names}
    for field in msgspec.structs.fields(base):
        kind = learned(field.type, lessons)
        rename[field.name] = field.encode_name
        if field.encode_name in lesson.dropped:
            fields.append((field.name, kind | None, None))
        elif kind != field.type:
            fields.append((field.name, kind) if field.required else (field.name, kind, default_of(field)))
    if not fields:
        return base
    made = msgspec.defstruct(
        base.__name__,
        fields,
        bases=(base,),
        kw_only=True,
        forbid_unknown_fields=True,
        rename=rename,
        module=base.__module__,
        namespace={"taught": names, "__reduce__": reduce_to(base, lesson)},
    )
    return cast("type[Record]", made)


def default_of(field: msgspec.structs.FieldInfo) -> Any:
    """The default of a field that is declared again."""
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(default_factory=field.default_factory)
    return field.default


def reduce_to(base: type[Record], lesson: Lesson) -> Callable[[Record], tuple[Any, ...]]:
    """How pickle and copy take a record of a taught class apart: such a class has no name to be found by."""

    def reduce(record: Record) -> tuple[Any, ...]:
        return restore, (base, lesson.new, lesson.dropped, msgspec.structs.asdict(record))

    return reduce


def restore(base: type[Record], new: frozenset[str], dropped: frozenset[str], values: dict[str, Any]) -> Record:
    """Put a record of a taught class together again."""
    return taught(base, {base: Lesson(new, dropped)})(**values)
