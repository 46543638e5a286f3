"""Read the spec: its classes by import, its annotations as they are written."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypeVar, get_type_hints

from bitharbor.qbittorrent import spec
from bitharbor.qbittorrent.spec import language, spelling
from bitharbor.qbittorrent.spec.language import MARKS, Mark, Spelling

from .style import GenerationError

M = TypeVar("M")

# the order of scopes in all generated files
SCOPES = ("auth", "app", "log", "sync", "transfer", "torrents", "search", "rss", "torrentcreator", "clientdata")
NOT_SCOPES = ("language", "spelling")
# modules that hold a part of a scope; a module of the scope's own name comes first, then these in their order
PARTS = {
    "torrent_settings": "torrents",
    "torrent_content": "torrents",
    "torrent_sources": "torrents",
    "torrent_labels": "torrents",
    "torrent_metadata": "torrents",
}


@dataclass(frozen=True)
class Parameter:
    """One parameter of an action."""

    name: str
    annotation: str
    default: str | None
    """as source text; None where there is none"""
    is_keyword: bool
    marks: tuple[object, ...]

    def mark(self, kind: type[M]) -> M | None:
        """The mark of that kind, if there is one."""
        return next((one for one in self.marks if isinstance(one, kind)), None)

    @property
    def wire(self) -> str:
        """Its name in the request."""
        mark = self.mark(language.Wire)
        return mark.name if mark else self.name

    @property
    def declaration(self) -> str:
        """As written in a signature."""
        return f"{self.name}: {self.annotation}" + ("" if self.default is None else f" = {self.default}")


@dataclass(frozen=True)
class Endpoint:
    """One action."""

    scope: str
    name: str
    mark: Mark
    spelling: Spelling
    parameters: tuple[Parameter, ...]
    returns: str
    return_type: Any
    doc: str
    imports: Mapping[str, str]
    """every name that annotations may use -> the statement that brings it"""

    @property
    def constant(self) -> str:
        """Its name in the table of operations."""
        return f"{self.scope}_{self.name}".upper()

    @property
    def action(self) -> str:
        """The last part of its path."""
        return self.mark.path.rpartition("/")[2]

    @property
    def is_stream(self) -> bool:
        """Whether the answer is handed out unread."""
        return self.returns == "Stream"

    @property
    def is_creation(self) -> bool:
        """Whether steps are handed out instead of an answer."""
        return self.returns == "Creation"


def read_spec() -> Sequence[Endpoint]:
    """All actions, by scope, in the order of the spec."""
    found = {module.__name__.rpartition(".")[2]: module for module in modules()}
    unknown = found.keys() - set(SCOPES) - PARTS.keys()
    if unknown:
        raise GenerationError(f"add to SCOPES or PARTS: {', '.join(sorted(unknown))}")
    endpoints = [one for scope in SCOPES for name in names_of(scope) if name in found for one in read_scope(scope, found[name])]
    orphans = spelling.SPELLINGS.keys() - {f"{one.scope}.{one.name}" for one in endpoints}
    if orphans:
        raise GenerationError(f"spellings of actions that do not exist: {', '.join(sorted(orphans))}")
    return endpoints


def names_of(scope: str) -> list[str]:
    """Names of the modules that declare a scope."""
    return [scope, *(name for name, whole in PARTS.items() if whole == scope)]


def modules() -> Iterator[ModuleType]:
    """The modules of the spec that hold a scope."""
    for info in pkgutil.iter_modules(spec.__path__):
        if info.name not in NOT_SCOPES:
            yield importlib.import_module(f"{spec.__name__}.{info.name}")


def read_scope(scope: str, module: ModuleType) -> Iterator[Endpoint]:
    """The actions of one module."""
    tree = ast.parse(inspect.getsource(module))
    imports = dict(import_statements(tree, module.__name__))
    aliases = dict(annotated_names(tree))
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        cls = getattr(module, node.name)
        for item in node.body:
            if isinstance(item, ast.FunctionDef):
                yield read_endpoint(scope, item, getattr(cls, item.name), imports, aliases)


def read_endpoint(
    scope: str, node: ast.FunctionDef, function: Any, imports: Mapping[str, str], aliases: Mapping[str, ast.expr]
) -> Endpoint:
    """One action, from its definition and from the function that it made."""
    hints = get_type_hints(function, include_extras=True)
    arguments = node.args
    positional = arguments.args[1:]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + [ast.unparse(one) for one in arguments.defaults]
    parameters = [
        Parameter(one.arg, plain(one.annotation, aliases), default, is_keyword=False, marks=marks_of(hints[one.arg]))
        for one, default in zip(positional, defaults, strict=True)
    ]
    parameters += [
        Parameter(
            one.arg, plain(one.annotation, aliases), ast.unparse(default) if default else None, True, marks_of(hints[one.arg])
        )
        for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    ]
    return Endpoint(
        scope=scope,
        name=node.name,
        mark=MARKS[function],
        spelling=spelling.SPELLINGS.get(f"{scope}.{node.name}", Spelling()),
        parameters=tuple(parameters),
        returns=ast.unparse(node.returns) if node.returns else "None",
        return_type=hints["return"],
        doc=inspect.getdoc(function) or "",
        imports=imports,
    )


def marks_of(hint: object) -> tuple[object, ...]:
    """What stands in `Annotated` beside the type."""
    return tuple(getattr(hint, "__metadata__", ()))


def annotated_names(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Names that a module gives to annotations with marks: `Hash = Annotated[str, Wire("hash")]`."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript(value=ast.Name(id="Annotated")) as value):
                yield name, value
            case _:
                continue


def plain(annotation: ast.expr | None, aliases: Mapping[str, ast.expr]) -> str:
    """An annotation as written, without its marks."""
    if annotation is None:
        raise GenerationError("a parameter has no annotation")
    if isinstance(annotation, ast.Name):
        annotation = aliases.get(annotation.id, annotation)
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Annotated":
        inner = annotation.slice
        return ast.unparse(inner.elts[0] if isinstance(inner, ast.Tuple) else inner)
    return ast.unparse(annotation)


def import_statements(tree: ast.Module, module: str) -> Iterator[tuple[str, str]]:
    """Names that a module imports, with an absolute statement for each."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                source = ".".join([*module.split(".")[: -node.level], *([source] if source else [])])
            for alias in node.names:
                yield alias.asname or alias.name, f"from {source} import {alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], f"import {alias.name}"


def needed_imports(endpoints: Sequence[Endpoint], annotations: Sequence[str]) -> str:
    """Import statements for every name in these annotations."""
    names = {node.id for text in annotations for node in ast.walk(ast.parse(text, mode="eval")) if isinstance(node, ast.Name)}
    known = {name: statement for one in endpoints for name, statement in one.imports.items()}
    return "\n".join(sorted(known[name] for name in names if name in known))
