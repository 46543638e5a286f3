"""Write the faces of the drop-in: flat methods, namespaces, the torrent object.

The rules, which hold for all but a few of its 132 methods; `Spelling` says what departs from them:
every argument has the default None; `hash`, `hashes` are `torrent_hash`, `torrent_hashes`; numbers may come as text; each method
takes `**kwargs`; the camelCase name of the wire is an alias; a namespace repeats the flat method without its prefix; a torrent's
method is the flat one with its own infohash.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from bitharbor.qbittorrent.records import Torrent
from bitharbor.qbittorrent.spec.language import Argument

from .ops import all_parameters
from .reading import SCOPES, Endpoint, Parameter, needed_imports
from .style import HEAD, GenerationError, docstring

SUBJECTS = ("torrent_hash", "torrent_hashes")
# namespaces beside those of the scopes: name -> scope and class
NAMESPACES = {"torrent_categories": ("torrents", "TorrentCategories"), "torrent_tags": ("torrents", "TorrentTags")}
CLASSES = {
    "app": "Application",
    "auth": "Authorization",
    "log": "Log",
    "sync": "Sync",
    "transfer": "Transfer",
    "torrents": "Torrents",
    "search": "Search",
    "rss": "RSS",
    "torrentcreator": "TorrentCreator",
    "clientdata": "ClientData",
}
MIXINS = {
    "app": "AppAPIMixIn",
    "auth": "AuthAPIMixIn",
    "log": "LogAPIMixIn",
    "sync": "SyncAPIMixIn",
    "transfer": "TransferAPIMixIn",
    "torrents": "TorrentsAPIMixIn",
    "search": "SearchAPIMixIn",
    "rss": "RSSAPIMixIn",
    "torrentcreator": "TorrentCreatorAPIMixIn",
    "clientdata": "ClientDataAPIMixIn",
}
BASES = {"auth": "Request", "app": "AuthAPIMixIn"}  # recorded; all others stand on AppAPIMixIn
SECOND_NAMES = {"app": "application", "auth": "authorization"}
# keys of a torrent that give way to a method or property of the same name
GIVEN_WAY = {"reannounce": "reannounce_in", "trackers": "", "files": "", "info": "", "properties": ""}
SHAPES = {"None": "nothing", "str": "text", "bytes": "raw", "int": "integer", "str | TorrentsAddedMetadata": "added"}
STREAMED = "lenient_text"  # recorded: the drop-in hands out even binary files as text
IMPORTS = """
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal
from bitharbor.qbittorrent._generated import ops
from .. import _calling as calling
from .._attrdict import item
from .._namespaces import *
from .._owned import SearchJobBase, TorrentBase, TorrentCreatorTaskBase
from .._records import *
from ..definitions import APIKwargsT, ClientCache, JsonValueT, List, ListInputT, TorrentFilesT, TorrentStatusesT, home
from ..request import Request
"""


@dataclass(frozen=True)
class Spelled:
    """One argument as the drop-in has it."""

    name: str
    type: str
    default: str

    @property
    def declaration(self) -> str:
        """As written in a signature."""
        return f"{self.name}: {self.type}" + ("" if self.default == "required" else f" = {self.default}")


@dataclass(frozen=True)
class Owner:
    """A record whose methods are those of its client, bound to itself."""

    name: str
    base: str
    subjects: tuple[str, ...]
    attribute: str


OWNERS = {
    "torrents": Owner("TorrentDictionary", "TorrentBase", SUBJECTS, "_torrent_hash"),
    "search": Owner("SearchJobDictionary", "SearchJobBase", ("search_id",), "_search_job_id"),
    "torrentcreator": Owner("TorrentCreatorTaskDictionary", "TorrentCreatorTaskBase", ("task_id",), "_task_id"),
}


def write(endpoints: Sequence[Endpoint]) -> str:
    """The module."""
    endpoints = [one for one in endpoints if not one.spelling.is_only_native]
    scopes = [scope for scope in SCOPES if any(one.scope == scope for one in endpoints)]
    ordered = [scope for scope in ("auth", "app") if scope in scopes] + [s for s in scopes if s not in ("auth", "app")]
    out = [HEAD, IMPORTS, needed_imports(endpoints, [])]
    for scope in ordered:
        mine = [one for one in endpoints if one.scope == scope]
        out.append(mixin(scope, mine))
    for scope in ordered:
        mine = [one for one in endpoints if one.scope == scope and not one.spelling.namespace]
        out.append(namespace(scope, mine, CLASSES[scope]))
    for name, (scope, cls) in NAMESPACES.items():
        out.append(namespace(scope, [one for one in endpoints if one.spelling.namespace == name], cls, name))
    out += [owner(scope, endpoints) for scope in OWNERS if any(one.scope == scope and one.spelling.bound for one in endpoints)]
    out.append(TORRENT_LIST)
    return "\n".join(out) + "\n"


def spelled(parameter: Parameter, endpoint: Endpoint) -> Spelled:
    """The drop-in's form of one parameter."""
    argument = endpoint.spelling.arguments.get(parameter.name, Argument())
    name = argument.name or {"hash": "torrent_hash", "hashes": "torrent_hashes"}.get(parameter.name, parameter.name)
    return Spelled(name, argument.type or widened(parameter.annotation), argument.default)


def widened(annotation: str) -> str:
    """A native type as the drop-in has it: numbers also as text, always with None."""
    parts = [ast.unparse(one) for one in union_members(ast.parse(annotation, mode="eval").body)]
    parts = ["str | Iterable[str]" if one == "Hashes" else one for one in parts if one != "None"]
    if {"int", "float"} & set(parts) and "str" not in parts:
        parts.insert(0, "str")
    return " | ".join([*parts, "None"])


def union_members(node: ast.expr) -> Iterable[ast.expr]:
    """The members of a union, in order."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from union_members(node.left)
        yield from union_members(node.right)
    else:
        yield node


def is_hidden(parameter: Parameter, endpoint: Endpoint) -> bool:
    """Whether the drop-in has it not."""
    return endpoint.spelling.arguments.get(parameter.name, Argument()).is_only_native


def flat_arguments(endpoint: Endpoint) -> list[Spelled]:
    """The arguments of the flat method, in its order."""
    arguments = [spelled(one, endpoint) for one in all_parameters(endpoint) if not is_hidden(one, endpoint)]
    order = endpoint.spelling.order
    if order:
        if sorted(order) != sorted(one.name for one in arguments):
            strangers = sorted(set(order) ^ {one.name for one in arguments})
            raise GenerationError(f"{endpoint.constant}: its order is not that of its arguments: {strangers}")
        arguments.sort(key=lambda one: order.index(one.name))
    if endpoint.spelling.is_value_first:
        arguments.sort(key=lambda one: one.name in SUBJECTS)
    return arguments


def signature(arguments: Sequence[Spelled]) -> str:
    """Arguments as written."""
    return ", ".join(["self", *(one.declaration for one in arguments), "**kwargs: APIKwargsT"])


def shape(endpoint: Endpoint) -> tuple[str, str]:
    """What is returned: the annotation, and what makes it of the answer."""
    returns = endpoint.spelling.returns or endpoint.returns
    if endpoint.is_stream:
        return returns, f"calling.{STREAMED}"
    if returns in SHAPES:
        return returns, f"calling.{SHAPES[returns]}"
    return returns, returns


def flat_name(endpoint: Endpoint) -> str:
    """Its name without the scope."""
    return endpoint.spelling.name or endpoint.name


def second_names(endpoint: Endpoint) -> list[str]:
    """Its aliases: the wire's camelCase name where it is another, then those of the table."""
    wire = endpoint.action
    names = [] if wire == wire.lower() or endpoint.scope == "auth" else [wire]
    return [name for name in dict.fromkeys([*names, *endpoint.spelling.aliases]) if name != flat_name(endpoint)]


def namespace_name(argument: Spelled, endpoint: Endpoint) -> str:
    """What the namespace calls a flat argument."""
    said = (endpoint.spelling.arguments.get(one.name, Argument()) for one in all_parameters(endpoint))
    names = {spelled(one, endpoint).name: two for one, two in zip(all_parameters(endpoint), said, strict=True)}
    return names[argument.name].namespace_name or argument.name


def passed(arguments: Sequence[Spelled]) -> str:
    """Arguments handed on by name."""
    return "".join(f"{one.name}={one.name}, " for one in arguments)


def giving(annotation: str) -> str:
    """`return ` where there is something to return."""
    return "" if annotation == "None" else "return "


def mixin(scope: str, endpoints: Sequence[Endpoint]) -> str:
    """The flat methods of one scope."""
    base = BASES.get(scope, "AppAPIMixIn")
    module = f"qbittorrentapi.{scope}"
    out = [f"\n\n@home({module!r})\nclass {MIXINS[scope]}({base}):", f'    """The flat methods of {CLASSES[scope]}."""']
    spaces = dict.fromkeys([scope, SECOND_NAMES.get(scope, scope)], CLASSES[scope])
    spaces |= {name: cls for name, (whole, cls) in NAMESPACES.items() if whole == scope}
    for name, cls in spaces.items():
        out.append(
            f"\n    @property\n    def {name}(self) -> {cls}:\n"
            f'        """The namespace; `client.{scope}_...` without the prefix."""\n'
            f"        return self._namespace({cls})"
        )
    if scope == "auth":
        out.append(
            "\n    @property\n    def is_logged_in(self) -> bool:\n"
            '        """Whether the daemon takes our session. Asks it, and never logs in."""\n'
            "        return self._is_logged_in()"
        )
    for one in endpoints:
        annotation, maker = shape(one)
        values = "".join("None, " if is_hidden(p, one) else f"{spelled(p, one).name}, " for p in all_parameters(one))
        name = f"{scope}_{flat_name(one)}"
        row = f"ops.{one.constant}.buffered" if one.is_stream else f"ops.{one.constant}"
        out.append(
            f"\n    def {name}({signature(flat_arguments(one))}) -> {annotation}:\n{docstring(one.doc, 8)}\n"
            f"        {giving(annotation)}self._call_operation({row}, ({values}), {maker}, kwargs)"
        )
        out += [f"\n    {scope}_{alias} = {name}" for alias in second_names(one)]
    return "\n".join(out)


def namespace(scope: str, endpoints: Sequence[Endpoint], cls: str, name_of_it: str = "") -> str:
    """One namespace, with its callable members."""
    module, client = f"qbittorrentapi.{scope}", MIXINS[scope]
    callables = [one for one in endpoints if one.spelling.words or one.spelling.has_all or one.spelling.member]
    out = [worded_member(scope, one) for one in endpoints if one.spelling.words]
    out.append(f'\n\n@home({module!r})\nclass {cls}(ClientCache[{client}]):\n    """`client.{name_of_it or scope}`."""\n')
    if callables:
        out.append("    def __init__(self, *args: Any, client: " + client + ", **kwargs: Any) -> None:")
        out.append("        super().__init__(*args, client=client, **kwargs)")
        for one in callables:
            kind = one.spelling.member or member_class(one)
            made = f"{kind}(client=client)"
            if one.spelling.has_all:
                kind, made = f"ActionForAll[{shape(one)[0]}]", f"ActionForAll(client.{scope}_{flat_name(one)})"
            for name in [flat_name(one), *second_names(one)]:  # one by one: only so a type can be written
                out.append(f"        self.{name}: {kind} = {made}")
                made = f"self.{flat_name(one)}"
    if scope == "auth":
        out.append(
            "\n    @property\n    def is_logged_in(self) -> bool:\n"
            '        """Whether the daemon takes our session. Asks it, and never logs in."""\n'
            "        return self._client.is_logged_in"
        )
    for one in endpoints:
        if one in callables:
            continue
        annotation, _ = shape(one)
        name, flat = flat_name(one), f"self._client.{scope}_{flat_name(one)}"
        text = docstring(one.doc, 8)
        if one.spelling.is_property:
            out.append(f"\n    @property\n    def {name}(self) -> {annotation}:\n{text}\n        return {flat}()")
            if one.spelling.setter:
                out.append(setter(one, name))
        else:
            arguments = flat_arguments(one)
            shown = [replace(argument, name=namespace_name(argument, one)) for argument in arguments]
            handed = "".join(f"{flat_one.name}={here.name}, " for flat_one, here in zip(arguments, shown, strict=True))
            out.append(
                f"\n    def {name}({signature(shown)}) -> {annotation}:\n{text}\n"
                f"        {giving(annotation)}{flat}({handed}**kwargs)"
            )
        out += [f"\n    {alias} = {name}" for alias in second_names(one)]
    return "\n".join(out)


def member_class(endpoint: Endpoint) -> str:
    """Name of the generated class of a callable member."""
    return "_" + endpoint.name.title().replace("_", "")


def worded_member(scope: str, endpoint: Endpoint) -> str:
    """A callable member with a method for each word of its first argument."""
    annotation, _ = shape(endpoint)
    arguments = flat_arguments(endpoint)
    first, rest = arguments[0], arguments[1:]
    flat = f"self._client.{scope}_{flat_name(endpoint)}"
    text = docstring(endpoint.doc, 8)
    out = [
        f'\n\nclass {member_class(endpoint)}(ClientCache[{MIXINS[scope]}]):\n    """`client.{scope}.{endpoint.name}`."""\n',
        f"    def __call__({signature(arguments)}) -> {annotation}:\n{text}\n        return {flat}({passed(arguments)}**kwargs)",
    ]
    for word in endpoint.spelling.words:
        out.append(
            f"\n    def {word}({signature(rest)}) -> {annotation}:\n"
            f'        """The same with `{first.name}="{word}"`."""\n'
            f"        return {flat}({first.name}={word!r}, {passed(rest)}**kwargs)"
        )
    return "\n".join(out)


def setter(endpoint: Endpoint, name: str) -> str:
    """Assignment to a property of a namespace."""
    said = endpoint.spelling
    value = said.setter_argument.partition(":")[0]
    is_flat = said.setter.startswith(f"{endpoint.scope}_")
    call = f"self._client.{said.setter}({value})" if is_flat else f"{said.setter}(self._client, {value})"
    return f"\n    @{name}.setter\n    def {name}(self, {said.setter_argument}) -> None:\n        {call}"


TORRENT_LIST = """

@home('qbittorrentapi.torrents')
class TorrentInfoList(List[TorrentDictionary]):
    \"\"\"Torrents.\"\"\"

    def __init__(self, list_entries: ListInputT, client: TorrentsAPIMixIn | None = None) -> None:
        super().__init__(list_entries, entry_class=TorrentDictionary, client=client)
"""


def owner(scope: str, endpoints: Sequence[Endpoint]) -> str:
    """A record with methods: the known keys where it is a torrent, and the methods bound to it."""
    it = OWNERS[scope]
    out = [
        f"\n\n@home('qbittorrentapi.{scope}')\nclass {it.name}({it.base}[{MIXINS[scope]}]):",
        f'    """{OWNER_DOCS[scope]}"""\n',
        f"    _client: {MIXINS[scope]}\n",
    ]
    if scope == "torrents":
        for field in msgspec.structs.fields(Torrent):
            name = GIVEN_WAY.get(field.encode_name, field.encode_name)
            if name:
                out.append(f"    {name}: {key_type(field.type)} = item({name!r})")
    out += [bound_member(one, it) for one in endpoints if one.scope == scope and one.spelling.bound]
    return "\n".join(out)


OWNER_DOCS = {
    "torrents": "One torrent. Its keys are attributes too; its methods work on itself.",
    "search": "A running search; its methods work on itself.",
    "torrentcreator": "A task that makes a torrent; its methods work on itself.",
}


def key_type(kind: object) -> str:
    """The type of a key: what the record says, without None, which the drop-in shows as a missing key."""
    text = kind.__name__ if isinstance(kind, type) else str(kind)
    return re.sub(r" \| None$", "", text.replace("typing.", ""))


def bound_member(endpoint: Endpoint, it: Owner) -> str:
    """One method or property of a record with methods."""
    annotation, _ = shape(endpoint)
    said = endpoint.spelling
    name = said.bound_as or flat_name(endpoint)
    flat = f"self._client.{endpoint.scope}_{flat_name(endpoint)}"
    text = docstring(endpoint.doc, 8)
    subject = next(one.name for one in flat_arguments(endpoint) if one.name in it.subjects)
    aliases = [f"\n    {alias} = {name}" for alias in said.bound_aliases or second_names(endpoint) if alias != name]
    if said.bound == "property":
        out = [f"\n    @property\n    def {name}(self) -> {annotation}:\n{text}"]
        out.append(f"        return {flat}({subject}=self.{it.attribute})")
        if said.setter:
            value = said.setter_argument.partition(":")[0]
            call = f"self._client.{said.setter}(self.{it.attribute}, {value})"
            out.append(f"\n    @{name}.setter\n    def {name}(self, {said.setter_argument}) -> None:\n        {call}")
        return "\n".join([*out, *aliases])
    rest: list[Spelled] = []
    handed = ""
    for one, argument in bound_arguments(endpoint, it):
        shown = argument.bound_name or one.name
        rest.append(Spelled(shown, one.type, argument.bound_default or one.default))
        handed += f"{one.name}={shown}, "
    method = (
        f"\n    def {name}({signature(rest)}) -> {annotation}:\n{text}\n"
        f"        {giving(annotation)}{flat}({handed}{subject}=self.{it.attribute}, **kwargs)"
    )
    return "\n".join([method, *aliases])


def bound_arguments(endpoint: Endpoint, it: Owner) -> list[tuple[Spelled, Argument]]:
    """The arguments of a bound method, in the flat order, with what the table says of each."""
    said = {
        spelled(one, endpoint).name: endpoint.spelling.arguments.get(one.name, Argument()) for one in all_parameters(endpoint)
    }
    return [(one, said[one.name]) for one in flat_arguments(endpoint) if one.name not in it.subjects]
