"""Write the table of operations."""

from __future__ import annotations

from collections.abc import Sequence

from bitharbor.qbittorrent.spec import language
from bitharbor.qbittorrent.versions import parse

from .reading import Endpoint, Parameter, needed_imports
from .style import HEAD, GenerationError

# return annotation -> reader in `answers`; anything else is typed JSON
READERS = {"None": "nothing", "str": "text", "int": "number", "bytes": "whole", "Stream": "nothing", "Creation": "nothing"}
OLDEST = parse(language.OLDEST)


def write(endpoints: Sequence[Endpoint]) -> str:
    """The module."""
    rows = [row(one) for one in endpoints]
    annotations = [one.returns for one in endpoints if one.returns not in READERS]
    return (
        f"{HEAD}\nfrom .. import answers, convert\nfrom ..operation import F, OldRoute, Op, Was\n"
        f"{needed_imports(endpoints, annotations)}\n\n" + "\n".join(rows)
    )


def row(endpoint: Endpoint) -> str:
    """One operation."""
    mark = endpoint.mark
    fields = "".join(f"{field(one)}, " for one in all_parameters(endpoint))
    more = ""
    if parse(mark.since) > OLDEST:
        more += f", since={parse(mark.since)}"
    if mark.until:
        more += f", until={parse(mark.until)}"
    if mark.was:
        more += ", was=(" + "".join(f"Was({one.path!r}, {parse(one.until)}), " for one in mark.was) + ")"
    if mark.flow:
        more += f", flow={mark.flow!r}"
    if mark.limit:
        more += f", limit={mark.limit}"
    if endpoint.is_stream:
        more += ", is_stream=True"
    if endpoint.returns in ("bytes", "Stream"):
        more += ", is_text=False"
    if mark.needs_version:
        more += ", needs_version=True"
    for name, routes in (("cookie_api", mark.cookie_api), ("digest_api", mark.digest_api)):
        if routes:
            more += f", {name}=(" + "".join(f"{route(one, endpoint)}, " for one in routes) + ")"
    returns = "None" if endpoint.is_stream or endpoint.is_creation else endpoint.returns
    return (
        f"{endpoint.constant}: Op[{returns}] = "
        f"Op({mark.method!r}, {mark.path!r}, {mark.retry!r}, ({fields}), {reader(endpoint)}{more})"
    )


def all_parameters(endpoint: Endpoint) -> list[Parameter]:
    """Parameters of the native faces, then those that only the drop-in has."""
    only_there = [
        Parameter(name, "object", "None", is_keyword=True, marks=argument.marks)
        for name, argument in endpoint.spelling.arguments.items()
        if argument.is_only_here
    ]
    return [*endpoint.parameters, *only_there]


def reader(endpoint: Endpoint) -> str:
    """What reads the answer."""
    if endpoint.mark.answer:
        return f"answers.{endpoint.mark.answer}"
    if endpoint.returns in READERS:
        return f"answers.{READERS[endpoint.returns]}"
    return f"answers.json({endpoint.returns})"


def field(parameter: Parameter) -> str:
    """One field of the request."""
    said = [repr(parameter.wire)]
    if parameter.name != parameter.wire:
        said.append(f"name={parameter.name!r}")
    for mark in parameter.marks:
        said += said_by(mark)
    return f"F({', '.join(said)})"


def said_by(mark: object) -> list[str]:
    """The arguments that one mark stands for."""
    match mark:
        case language.Wire():
            return []
        case language.Join(separator):
            return [f"join={separator!r}"]
        case language.Json():
            return ["is_json=True"]
        case language.Files():
            return ["is_files=True"]
        case language.NotEmpty():
            return ["is_not_empty=True"]
        case language.Since(app):
            return [f"since={parse(app)}"]
        case language.Until(app):
            return [f"until={parse(app)}"]
        case language.Also(name):
            return [f"also={name!r}"]
        case language.Convert(function):
            return [f"convert=convert.{function}"]
        case language.Words(app, renamed):
            return [f"before={parse(app)}", f"old_words={dict(renamed)!r}"]
        case language.Before(app, name, value):
            return [
                f"before={parse(app)}",
                *([f"old_name={name!r}"] if name else []),
                *([f"old_value=convert.{value}"] if value else []),
            ]
        case language.Required(default, app):
            return [f"required_default={default!r}", *([f"required_since={parse(app)}"] if app else [])]
        case _:
            raise GenerationError(f"the generator does not know the mark {mark!r}")


def route(one: language.Route, endpoint: Endpoint) -> str:
    """The action in an older generation."""
    strangers = {name for name, _ in one.fields} - {parameter.name for parameter in endpoint.parameters}
    if strangers:
        raise GenerationError(f"{endpoint.constant}: {one.path} names no parameter: {', '.join(sorted(strangers))}")
    said = [repr(one.method), repr(one.path), repr(dict(one.fields))]
    if one.since:
        said.append(f"since={parse(one.since)}")
    if one.until:
        said.append(f"until={parse(one.until)}")
    if one.answer:
        said.append(f"answer={one.answer!r}")
    return f"OldRoute({', '.join(said)})"
