"""Write the versions of settings: the docstrings of `records.preferences` say them, the flow that changes settings reads them."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
from collections.abc import Iterator, Sequence

from bitharbor.qbittorrent.records import preferences
from bitharbor.qbittorrent.spec import language
from bitharbor.qbittorrent.versions import Version, parse

from .reading import Endpoint
from .style import HEAD, GenerationError

SAID = re.compile(r"; since (\d+\.\d+\.\d+)(?:, gone in (\d+\.\d+\.\d+))?$")


def write(_: Sequence[Endpoint]) -> str:
    """The module."""
    versions = list(said())
    since = {key: first for key, first, _ in versions if first > parse(language.OLDEST)}
    gone = {key: last for key, _, last in versions if last}
    return (
        f"{HEAD.replace('spec:', 'records/preferences.py:').replace('the spec', 'its docstrings')}\n"
        "from collections.abc import Mapping\n\nfrom ..versions import Version\n\n"
        f"SINCE: Mapping[str, Version] = {since!r}\n\nGONE: Mapping[str, Version] = {gone!r}\n"
    )


def said() -> Iterator[tuple[str, Version, Version]]:
    """Key, first version, and first version without it, of each setting."""
    tree = ast.parse(inspect.getsource(preferences))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef))
    for field, doc in itertools.pairwise(body):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        text = ast.literal_eval(doc.value) if isinstance(doc, ast.Expr) else ""
        found = SAID.search(" ".join(str(text).split()))
        if not found:
            raise GenerationError(f"the setting {field.target.id} says no version")
        yield preferences.NAMES.get(field.target.id, field.target.id), parse(found[1]), parse(found[2]) if found[2] else ()
