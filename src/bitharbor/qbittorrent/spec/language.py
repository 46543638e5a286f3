"""The words in which the spec is written: what a method and a parameter of the Web API can say about themselves.

A parameter's marks stand in `Annotated`; a method's in `@endpoint`. Versions are application versions, because the Web API's
own number is frozen on release branches while the development branch moves on.

Paths and field names of the older generations are given in `cookie_api` (qBittorrent 3.2 to 4.0) and `digest_api` (3.0, 3.1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

Retry = Literal["read", "idempotent", "once", "destructive"]
"""May a request be repeated after it may have been delivered? read, idempotent: yes. once, destructive: never; a destructive one
also refuses an empty selection on the native faces."""

OLDEST = "4.1.0"  # the first version with /api/v2


@dataclass(frozen=True, slots=True)
class Wire:
    """The field's name in the request, where it is not the parameter's."""

    name: str


@dataclass(frozen=True, slots=True)
class Join:
    """Several values travel in one field, joined by this."""

    separator: str


@dataclass(frozen=True, slots=True)
class Json:
    """The value travels as JSON text in one field."""


@dataclass(frozen=True, slots=True)
class Files:
    """Torrent files: multipart parts instead of a field."""

    field: str = "torrents"


@dataclass(frozen=True, slots=True)
class Since:
    """Older daemons do not know the parameter."""

    app: str


@dataclass(frozen=True, slots=True)
class Until:
    """This and younger daemons do not know the parameter any more."""

    app: str


@dataclass(frozen=True, slots=True)
class Also:
    """An older name of the same field with the same meaning. Both are sent: /api/v2 ignores fields that it does not know."""

    name: str


@dataclass(frozen=True, slots=True)
class Before:
    """Until that version the field had another name, or its value another form (`value`: a function of `convert`)."""

    app: str
    name: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Values that were renamed: new word -> word before that version."""

    app: str
    renamed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Required:
    """The daemon refuses the call without the field: `default` is sent where nothing was given. Always, or from `app` on."""

    default: str
    app: str = ""


@dataclass(frozen=True, slots=True)
class Convert:
    """The value is sent in another form in all versions: a function of `convert`."""

    function: str


@dataclass(frozen=True, slots=True)
class NotEmpty:
    """An empty list is refused on the native faces: the daemon would take it for something else than nothing."""


class Stream:
    """As a return annotation: the answer is handed out unread, as the face's own kind of stream."""


class Creation:
    """As a return annotation: steps of a creation, as the face's own kind of it."""


Bar: Join = Join("|")
Lines: Join = Join("\n")
Comma: Join = Join(",")


@dataclass(frozen=True, slots=True)
class Was:
    """The action's path before that version."""

    path: str
    until: str


@dataclass(frozen=True, slots=True)
class Route:
    """The action in an older generation: verb, path, and the fields by parameter name; what is not named there does not exist.

    A field whose name stands in the path in braces goes there.
    """

    method: str
    path: str
    fields: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """All that `@endpoint` says."""

    method: str
    path: str
    retry: Retry
    since: str = OLDEST
    until: str = ""
    was: tuple[Was, ...] = ()
    flow: str = ""
    answer: str = ""
    limit: int = 0
    needs_version: bool = False
    cookie_api: tuple[Route, ...] = ()
    digest_api: tuple[Route, ...] = ()


def endpoint(
    method: str,
    path: str,
    *,
    retry: Retry,
    since: str = OLDEST,
    until: str = "",
    was: tuple[Was, ...] = (),
    flow: str = "",
    answer: str = "",
    limit: int = 0,
    needs_version: bool = False,
    cookie_api: tuple[Route, ...] = (),
    digest_api: tuple[Route, ...] = (),
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare an action.

    :param method: HTTP verb
    :param path: below /api/v2/
    :param retry: see `Retry`
    :param since: first version that has the action
    :param until: first version that has it no more
    :param was: older paths
    :param flow: a flow of `flows` that does more than one request
    :param answer: a parser of `answers`, where the form depends on the version; else the return annotation decides
    :param limit: most bytes of the answer, where the usual limit of its kind will not do
    :param needs_version: the answer is read differently by version
    :param cookie_api: the action from 3.2 to 4.0, newest first
    :param digest_api: the action in 3.0 and 3.1
    """
    mark = Mark(method, path, retry, since, until, was, flow, answer, limit, needs_version, cookie_api, digest_api)

    def declare(function: Callable[P, R]) -> Callable[P, R]:
        MARKS[function] = mark
        return function

    return declare


MARKS: dict[Callable[..., object], Mark] = {}


@dataclass(frozen=True, slots=True)
class Argument:
    """How the drop-in spells one parameter."""

    name: str = ""
    type: str = ""
    default: str = "None"
    is_only_here: bool = False
    """the native faces have it not; its marks are `wire`, `convert`, `before`"""
    is_only_native: bool = False
    """the drop-in has it not"""
    marks: tuple[object, ...] = ()
    namespace_name: str = ""
    """name in the namespace, where it is not the flat one"""
    bound_name: str = ""
    bound_default: str = ""
    """"required" for none"""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the drop-in spells one action. What is not said follows the rules in `tools/generator/dropin.py`."""

    name: str = ""
    """flat name without its scope"""
    returns: str = ""
    """the drop-in's class of the answer"""
    aliases: tuple[str, ...] = ()
    """besides the camelCase name of the wire, which is automatic"""
    arguments: dict[str, Argument] = field(default_factory=dict[str, Argument])
    order: tuple[str, ...] = ()
    """names of arguments that come first, where the order is not the native one"""
    is_value_first: bool = False
    """flat: the torrents come last; namespace and torrent object: as native"""
    is_property: bool = False
    """a property of the namespace"""
    setter: str = ""
    """what assignment to the property calls: a flat method, or a function of `_namespaces` that takes the client too"""
    setter_argument: str = "val: Any"
    """the assigned value as declared"""
    namespace: str = ""
    """another namespace than that of the scope"""
    words: tuple[str, ...] = ()
    """callable namespace: methods that fix the first argument"""
    has_all: bool = False
    """callable namespace: `.all()`"""
    bound: Literal["", "method", "property"] = ""
    """on the torrent, search job or creator task"""
    bound_as: str = ""
    """name there, where it is not the flat one"""
    bound_aliases: tuple[str, ...] = ()
    """aliases there, where they are not the flat ones"""
    member: str = ""
    """a hand-written class of the namespace's member"""
    is_only_native: bool = False
    """the drop-in has it not"""
