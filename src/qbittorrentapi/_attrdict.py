"""Dictionaries whose keys can be read, set and deleted as attributes.

What may enter: how a key becomes an attribute, what nested values look like, how such a dictionary is copied,
merged, pickled and shown. What may not: any name of qBittorrent's, and what a client is.

The rules:
1. A key reads as an attribute if it is a letter followed by letters, digits and underscores, and no attribute of the
   class has that name. Everything else is reached by `d["key"]` only.
2. A nested mapping is stored as `AttrDict`; attribute and item access return that one stored object, so that what is
   assigned to it stays.
3. A list is stored as it came; by attribute it is shown as a tuple, whose mappings are those stored in the list.
4. Nothing that a caller passed in is changed.

How keys turn into attributes fast: Python asks `__getattr__` only after it has looked everywhere else and failed,
about 600 ns. A class that knows its keys declares them: `name: str = item("name")`, about 50 ns, all of it in C.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from copy import copy, deepcopy
from gc import is_tracked
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol, Self, SupportsIndex, TypeVar, cast

__all__ = ["Attr", "AttrDict", "MissingKeyError", "MutableAttr", "fill", "has_nested", "item", "merge", "nested", "new"]

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
D = TypeVar("D", bound=dict[str, Any])

if TYPE_CHECKING:

    class New(Protocol):
        """What `dict.__new__` is, called with a class only."""

        def __call__(self, cls: type[D], /) -> D: ...


VALID_KEY_RE = re.compile("^[A-Za-z][A-Za-z0-9_]*$")

# what JSON knows besides objects and lists: values that attribute access hands out as they are
ATOMS = frozenset({str, int, float, bool, type(None)})
FLAT = ATOMS | {list}

# dict's own functions, which need no frame of Python; for objects whose constructor would do more than is wanted
new: New = dict.__new__
fill: Callable[[dict[str, Any], Mapping[str, Any]], None] = dict[str, Any].update


class MissingKeyError(KeyError, AttributeError):
    """No such key: `d["x"]` owes a KeyError, `d.x` an AttributeError, and `itemgetter` cannot know which was meant."""


def item(key: str) -> Any:  # its users write the type: `name: str = item("name")`; only Any fits them all
    """A class attribute that reads, sets and deletes one item of a dictionary; for values that are no containers."""
    return property(itemgetter(key), *_writers(key))


def nested(key: str) -> Any:  # as above
    """The same for an item that holds a list or a mapping: a list is shown as a tuple."""

    def read(owner: AttrDict[Any]) -> Any:
        return owner(key)

    return property(read, *_writers(key))


def _writers(key: str) -> tuple[Callable[[Any, Any], None], Callable[[Any], None]]:
    def put(owner: dict[str, Any], value: object) -> None:
        owner[key] = value

    def drop(owner: dict[str, Any]) -> None:
        if key not in owner:
            raise MissingKeyError(key)
        del owner[key]

    return put, drop


def has_nested(content: Mapping[str, Any]) -> bool:
    """False if no value can be a mapping; decided in C, because it is asked of each row of a long list."""
    # CPython does not track dictionaries that hold nothing but atoms (documented at gc.is_tracked)
    return is_tracked(content) and not FLAT.issuperset(map(type, content.values()))


def settle(owner: dict[str, Any]) -> None:
    """Store every plain mapping among the values as `AttrDict`, at any depth; lists stay as they came."""
    kind: type[AttrDict[Any]] = AttrDict
    pending = [owner]
    while pending:
        current = pending.pop()
        for key, value in current.items():
            if type(value) not in FLAT and isinstance(value, Mapping) and not isinstance(value, Attr):
                inner = cast("Mapping[str, Any]", value)
                current[key] = child = new(kind)
                fill(child, inner)
                if has_nested(inner):
                    pending.append(child)


def merge(left: Mapping[K, V], right: Mapping[K, V]) -> dict[K, V]:
    """Both in one new dict: mappings under the same key are merged in turn, else the right side wins."""
    merged: dict[K, Any] = {}
    for key, value in (*left.items(), *right.items()):
        if isinstance(value, Mapping):
            inner = cast("Mapping[Any, Any]", value)
            mine: object = merged.get(key)
            merged[key] = merge(cast("Mapping[Any, object]", mine), inner) if isinstance(mine, Mapping) else merge({}, inner)
        else:
            merged[key] = value
    return merged


def _opened(value: object) -> tuple[object, object]:
    """What is to be stored in the place of a value, and what is shown of it by attribute."""
    if isinstance(value, Mapping):
        mapping = cast("Mapping[str, object]", value)
        stored = mapping if isinstance(value, Attr) else AttrDict[object](mapping)
        return stored, stored
    if not isinstance(value, list | tuple):
        return value, value
    entries = cast("list[object] | tuple[object, ...]", value)
    if ATOMS.issuperset(map(type, entries)):
        return entries, tuple(entries)
    pairs = [_opened(entry) for entry in entries]
    if any(stored is not entry for (stored, _), entry in zip(pairs, entries, strict=True)):
        changed = [stored for stored, _ in pairs]
        entries = changed if isinstance(entries, list) else tuple(changed)
    return entries, tuple(shown for _, shown in pairs)


class Attr(Mapping[K, V], ABC):
    """A mapping with keys as attributes, for reading."""

    __slots__ = ()

    def __getattr__(self, key: Any) -> Any:  # recorded so; what a key holds is known at run time only
        if key in self and VALID_KEY_RE.match(key):
            value = self[key]
            return value if type(value) in ATOMS else self(key)
        raise AttributeError(self._absence(key), name=key, obj=self)

    def __call__(self, key: K) -> Any:  # as above
        """The value as attribute access shows it, for any key."""
        value = self[key]
        stored, shown = _opened(value)
        if stored is not value and isinstance(self, MutableMapping):
            cast("MutableMapping[K, object]", self)[key] = stored
        return shown

    def __add__(self, other: Mapping[K, V]) -> Self:
        if not _is_mapping(other):
            return NotImplemented
        return self._like(merge(self, other))

    def __radd__(self, other: Mapping[K, V]) -> Self:
        if not _is_mapping(other):
            return NotImplemented
        return self._like(merge(other, self))

    @abstractmethod
    def _like(self, content: Mapping[K, V]) -> Self:
        """A new object of this class with other content."""

    def _absence(self, key: object) -> str:
        """Why an attribute is not there, in plain words."""
        return f"{type(self).__name__!r} object has no attribute {key!r}"


def _is_mapping(other: object) -> bool:
    return isinstance(other, Mapping)


class MutableAttr(Attr[str, V], MutableMapping[str, V], ABC):
    """A mapping with keys as attributes, for reading and writing."""

    __slots__ = ()

    def __setattr__(self, key: str, value: V) -> None:
        if self._is_item(key):
            self[key] = value
        else:
            object.__setattr__(self, key, value)

    def __delattr__(self, key: str, force: bool = False) -> None:
        """Delete an item; `force` deletes it whatever its name is."""
        if not force and not self._is_item(key):
            object.__delattr__(self, key)
        elif key in self:
            del self[key]
        else:
            raise AttributeError(self._absence(key), name=key, obj=self)

    def _is_item(self, key: str) -> bool:
        # the classes are searched by hand: hasattr(type(self), key) would also find what only the metaclass has
        return bool(VALID_KEY_RE.match(key)) and not any(key in vars(cls) for cls in type(self).__mro__)


class AttrDict(dict[str, V], MutableAttr[V]):
    """A real `dict` with keys as attributes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # whatever `dict` takes
        super().__init__(*args, **kwargs)
        settle(self)

    def __missing__(self, key: str) -> V:
        raise MissingKeyError(key)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({super().__repr__()})"

    def _like(self, content: Mapping[str, V]) -> Self:
        twin = copy(self)
        twin.clear()
        fill(twin, content)
        settle(twin)
        return twin

    def __copy__(self) -> Self:
        # not by the constructor: subclasses want a client there, which goes along among the private attributes
        twin = new(type(self))
        fill(twin, self)
        for name, value in self._kept().items():
            object.__setattr__(twin, name, value)
        return twin

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        twin = new(type(self))
        memo[id(self)] = twin
        fill(twin, {key: deepcopy(value, memo) for key, value in self.items()})
        # the client is a connection, not content: a deep copy talks to the same daemon through the same session
        for name, value in self._kept().items():
            object.__setattr__(twin, name, value if name == "_client" else deepcopy(value, memo))
        return twin

    def _kept(self) -> dict[str, Any]:
        """What this object keeps beside its items."""
        kept = dict(vars(self))
        for cls in type(self).__mro__:
            for name in vars(cls).get("__slots__", ()):
                with suppress(AttributeError):  # not by getattr, which would look among the items
                    kept[name] = object.__getattribute__(self, name)
        return kept

    # A pickle holds the content only: a client owns sockets and credentials. The state has the recorded form, so
    # that pickles pass between this and other releases of the interface.
    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:  # object's own signature
        del protocol  # what object makes for protocol 2 suits all; cut off are the items, which the state holds
        return cast("tuple[Any, ...]", super().__reduce_ex__(2))[:3]

    def __getstate__(self) -> tuple[Mapping[str, V], type, bool]:
        return dict(self), tuple, False

    def __setstate__(self, state: tuple[Mapping[str, V], type, bool]) -> None:
        fill(self, state[0])
