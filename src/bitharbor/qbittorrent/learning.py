"""Strict decoding that learns.

Records refuse keys that they do not declare. The first such refusal in a session looks at the whole answer once, makes subclasses
that know the new keys (and do without required ones that a younger daemon dropped), and goes on strictly with these. A known
daemon never comes here; learning costs some milliseconds once.

Numbers that are none come as null, because JSON has no word for them: a limit of ratio that was set to NaN (seen on 4.2.5 to
5.3.0), the availability of an empty file (4.2.5). Fields that are always numbers read it as NaN, of which every comparison is
false.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import msgspec

from ..errors import BadAnswerError
from .records import Record

T = TypeVar("T")

ROUNDS = 3  # answers that teach twice are rare: a key inside of what was just learned


class Lesson(msgspec.Struct, frozen=True):
    """What one record class learned: keys that are new, required fields that a daemon does not send, numbers that were null."""

    new: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    null: frozenset[str] = frozenset()


Lessons: TypeAlias = dict[type[Record], Lesson]


class Knowledge:
    """Lessons, and what was made of them. Who learns more makes another one: nothing made of old lessons gets among new."""

    __slots__ = ("_decoders", "_types", "lessons")

    def __init__(self, lessons: Lessons) -> None:
        self.lessons: Lessons = lessons
        self._types: dict[Any, Any] = {}
        self._decoders: dict[Any, msgspec.json.Decoder[Any]] = {}

    def type_of(self, kind: Any) -> Any:
        """The type that knows what was learned of the given one."""
        if not self.lessons:
            return kind
        known = self._types.get(kind)
        if known is None:
            known = self._types[kind] = learned(kind, self.lessons)
        return known

    def decoder(self, kind: Any) -> msgspec.json.Decoder[Any]:
        """A decoder of that type."""
        known = self._decoders.get(kind)
        if known is None:
            known = self._decoders[kind] = msgspec.json.Decoder(self.type_of(kind))
        return known


class RecordBook:
    """The decoders of one session. Threads may learn at the same time: the last one wins, nothing is locked."""

    def __init__(self) -> None:
        self._knowledge = Knowledge({})

    def decode(self, kind: type[T], body: bytes) -> T:
        """Decode an answer.

        :raises BadAnswerError: cut off, or of another form than the type
        """
        try:
            try:
                return cast("T", self._knowledge.decoder(kind).decode(body))
            except msgspec.ValidationError:
                value = msgspec.json.decode(body)  # another form; or cut off after it
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise BadAnswerError(f"the answer is no complete JSON ({error})", hint="ask again") from error
        return self._learn(kind, value, lambda knowledge: knowledge.decoder(kind).decode(body))

    def convert(self, kind: type[T], value: object) -> T:
        """Make records of JSON that was decoded already. Learns and raises as `decode` does."""
        try:
            return cast("T", msgspec.convert(value, self._knowledge.type_of(kind)))
        except msgspec.ValidationError:
            return self._learn(kind, value, lambda knowledge: msgspec.convert(value, knowledge.type_of(kind)))

    def _learn(self, kind: type[T], value: object, attempt: Callable[[Knowledge], Any]) -> T:
        """Learn from an answer that was refused, and try again. What did not help is not kept."""
        knowledge = self._knowledge
        for _ in range(ROUNDS):
            lessons = differences(kind, value, knowledge.lessons)
            if lessons == knowledge.lessons:
                break
            knowledge = Knowledge(lessons)
            try:
                result = cast("T", attempt(knowledge))
            except msgspec.ValidationError:
                continue
            self._knowledge = knowledge
            return result
        try:
            return cast("T", attempt(knowledge))
        except msgspec.ValidationError as error:
            raise BadAnswerError(f"the answer has a form that is not known: {error}") from error


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
                missing = {name for name, field in fields.items() if field.required and name not in row}
                if missing & kind.identity or (missing and not row.keys() & fields.keys()):
                    continue  # an object of another kind, as `{"error": ...}`: nothing is to be learned of it
                null = {name for name, field in fields.items() if field.type is float and row.get(name, 0) is None}
                lesson = Lesson(known.new | (row.keys() - fields.keys()), known.dropped | missing, known.null | null)
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
    return made(base, frozenset((kind, lessons[kind]) for kind in records_in(base) if kind in lessons))


def records_in(kind: Any) -> set[type[Record]]:
    """The records that a type consists of, itself among them."""
    found: set[type[Record]] = set()
    todo: list[Any] = [kind]
    while todo:
        one = todo.pop()
        if not is_record(one):
            todo += get_args(one)
        elif one not in found:
            found.add(one)
            todo += [field.type for field in msgspec.structs.fields(one)]
    return found


@lru_cache(maxsize=1024)  # one class for all records of the same lessons, copies and pickles too: they are equal, and cheap
def made(base: type[Record], known: frozenset[tuple[type[Record], Lesson]]) -> type[Record]:
    """The class for these lessons."""
    lessons = dict(known)
    lesson = lessons.get(base, Lesson())
    names = tuple((key, f"extra_{i}") for i, key in enumerate(sorted(filter(can_be_field, lesson.new))))
    fields: list[Any] = [(attribute, Any, msgspec.UNSET) for _, attribute in names]
    rename = {attribute: key for key, attribute in names}
    numbers: list[str] = []
    for field in msgspec.structs.fields(base):
        kind = learned(field.type, lessons)
        rename[field.name] = field.encode_name
        if field.encode_name in lesson.dropped:
            fields.append((field.name, kind | None, None))
        elif field.encode_name in lesson.null:
            fields.append((field.name, kind | None))
            numbers.append(field.name)
        elif kind != field.type:
            fields.append((field.name, kind) if field.required else (field.name, kind, default_of(field)))
    if not fields and not lesson.new:
        return base
    namespace: dict[str, Any] = {"taught": names, "__reduce__": reduce_to(base, known)}
    if numbers:
        namespace["__post_init__"] = filling(numbers)
    taught_class = msgspec.defstruct(
        base.__name__,
        fields,
        bases=(base,),
        kw_only=True,
        forbid_unknown_fields=len(names) == len(lesson.new),
        rename=rename,
        module=base.__module__,
        namespace=namespace,
    )
    return cast("type[Record]", taught_class)


def filling(numbers: Sequence[str]) -> Callable[[Record], None]:
    """What a record does when it was decoded: a number that came as null is none."""

    def fill(record: Record) -> None:
        for name in numbers:
            if getattr(record, name) is None:
                setattr(record, name, math.nan)

    return fill


def can_be_field(key: str) -> bool:
    """Whether msgspec takes the key for a field. A record with another one is read without it, and learns no more."""
    return not any(letter in '"\\' or letter < " " for letter in key)


def default_of(field: msgspec.structs.FieldInfo) -> Any:
    """The default of a field that is declared again."""
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(default_factory=field.default_factory)
    return field.default


def reduce_to(base: type[Record], known: frozenset[tuple[type[Record], Lesson]]) -> Callable[[Record], tuple[Any, ...]]:
    """How pickle and copy take a record of a taught class apart: such a class has no name to be found by."""

    def reduce(record: Record) -> tuple[Any, ...]:
        return restore, (base, known, msgspec.structs.asdict(record))

    return reduce


def restore(base: type[Record], known: frozenset[tuple[type[Record], Lesson]], values: dict[str, Any]) -> Record:
    """Put a record of a taught class together again."""
    return made(base, known)(**values)
