"""Write the native faces: one class per scope, blocking and asyncio, alike but for `async`, `await` and class names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bitharbor.qbittorrent.spec import language

from .reading import SCOPES, Endpoint, Parameter, needed_imports
from .style import HEAD, docstring

# classes whose name is not that of their scope with a capital
CLASSES = {"torrentcreator": "TorrentCreator", "clientdata": "ClientData"}
AGAIN = {
    "read": "May be sent again after a fault.",
    "idempotent": "May be sent again after a fault.",
    "once": "Never sent again after the daemon may have got it.",
    "destructive": "Never sent again after the daemon may have got it.",
}


@dataclass(frozen=True)
class Kind:
    """What differs between the two."""

    prefix: str
    define: str
    wait: str
    stream: str
    transport: str


SYNC = Kind("", "def", "", "Stream", "bitharbor.transport.blocking")
AIO = Kind("Async", "async def", "await ", "AsyncStream", "bitharbor.transport.asynchronous")


def write_sync(endpoints: Sequence[Endpoint]) -> str:
    """The blocking faces."""
    return write(endpoints, SYNC)


def write_aio(endpoints: Sequence[Endpoint]) -> str:
    """The asyncio faces."""
    return write(endpoints, AIO)


def write(endpoints: Sequence[Endpoint], kind: Kind) -> str:
    """The module."""
    annotations = [one.annotation for endpoint in endpoints for one in endpoint.parameters]
    annotations += [endpoint.returns for endpoint in endpoints if not (endpoint.is_stream or endpoint.is_creation)]
    scopes = [scope for scope in SCOPES if any(one.scope == scope for one in endpoints)]
    out = [
        HEAD,
        f"from {kind.transport} import {kind.stream}",
        f"from ..caller import {kind.prefix}Caller, {kind.prefix}Namespace",
        f"from ..creating import {kind.prefix}Creation",
        "from . import ops",
        needed_imports(endpoints, annotations),
    ]
    for scope in scopes:
        out.append(f"\n\nclass {kind.prefix}{class_name(scope)}({kind.prefix}Namespace):\n    __slots__ = ()\n")
        out += [method(one, kind) for one in endpoints if one.scope == scope]
    out.append(
        f'\n\nclass {kind.prefix}Scopes({kind.prefix}Caller):\n    """The scopes of a client."""\n\n    def _mount(self) -> None:'
    )
    out += [
        f"        self.{scope}: {kind.prefix}{class_name(scope)} = {kind.prefix}{class_name(scope)}(self)" for scope in scopes
    ]
    return "\n".join(out) + "\n"


def class_name(scope: str) -> str:
    """Name of the class of a scope."""
    return CLASSES.get(scope, scope.title())


def method(endpoint: Endpoint, kind: Kind) -> str:
    """One method."""
    values = "".join(f", {one.name}" for one in endpoint.parameters)
    text = docstring(documentation(endpoint), 8)
    head = f"{endpoint.name}({signature(endpoint.parameters)})"
    if endpoint.is_stream:
        body = f"return self._caller.stream(ops.{endpoint.constant}{values})"
        return f"\n    def {head} -> {kind.stream}:\n{text}\n        {body}"
    if endpoint.is_creation:
        body = f"return {kind.prefix}Creation(self._caller, ({values.removeprefix(', ')},))"
        return f"\n    def {head} -> {kind.prefix}Creation:\n{text}\n        {body}"
    give = "" if endpoint.returns == "None" else "return "
    body = f"{give}{kind.wait}self._caller.call(ops.{endpoint.constant}{values})"
    return f"\n    {kind.define} {head} -> {endpoint.returns}:\n{text}\n        {body}"


def signature(parameters: Sequence[Parameter]) -> str:
    """Parameters as written."""
    out = ["self"]
    for position, one in enumerate(parameters):
        if one.is_keyword and not any(before.is_keyword for before in parameters[:position]):
            out.append("*")
        out.append(one.declaration)
    return ", ".join(out)


def documentation(endpoint: Endpoint) -> str:
    """The docstring of the spec, and what its marks say."""
    mark = endpoint.mark
    facts = [f"`{mark.method} /api/v2/{mark.path}`"]
    facts += [f"before {was.until} `{was.path}`" for was in mark.was]
    facts.append(f"since qBittorrent {mark.since}" + (f", gone in {mark.until}" if mark.until else ""))
    younger = [f"`{one.name}` {since.app}" for one in endpoint.parameters if (since := one.mark(language.Since))]
    gone = [f"`{one.name}` {until.app}" for one in endpoint.parameters if (until := one.mark(language.Until))]
    lines = [f"{'; '.join(facts)}. {AGAIN[mark.retry]}"]
    if younger:
        lines.append(f"Since: {', '.join(younger)}.")
    if gone:
        lines.append(f"Gone in: {', '.join(gone)}.")
    return endpoint.doc + "\n\n" + "\n".join(lines)
