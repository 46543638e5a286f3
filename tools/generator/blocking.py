"""Writes the methods of `Blocking` from those of `TorrentClient`: the same names, arguments and words, without `async`.

What it reads is the source of `unified/client.py`; a coroutine's method becomes one that waits for it. Asynchronous generators
and what is no coroutine are written by hand in `unified/blocking.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "bitharbor" / "unified" / "client.py"

HEAD = '''# Written by `make generate` from bitharbor/unified/client.py. Edit that, not this.
"""The methods of `Blocking`: each waits for the one of `TorrentClient` with its name."""

from __future__ import annotations

from collections.abc import Collection, Coroutine, Iterable
from typing import TypeVar

from ...model.infohash import Infohash
from ...model.json import Json
from ..adapter import Place
from ..client import TorrentClient
from ..outcome import Outcome
from ..records import Peer, Priority, SessionInfo, Torrent, TorrentFile, Tracker
from ..sources import Source

T = TypeVar("T")


class BlockingVerbs:
    """What `Blocking` does; it says how it waits."""

    client: TorrentClient

    def run(self, coroutine: Coroutine[object, object, T]) -> T:
        """Wait for a coroutine."""
        raise NotImplementedError
'''


def write() -> str:
    """The text of the file."""
    module = ast.parse(SOURCE.read_text(encoding="utf-8"))
    client = next(node for node in module.body if isinstance(node, ast.ClassDef) and node.name == "TorrentClient")
    return HEAD + "".join(method(node) for node in coroutines(client))


def coroutines(client: ast.ClassDef) -> Iterator[ast.AsyncFunctionDef]:
    """The public methods that are awaited."""
    for node in client.body:
        is_generator = any(isinstance(inner, ast.Yield) for inner in ast.walk(node))
        if isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_") and not is_generator:
            yield node


def method(node: ast.AsyncFunctionDef) -> str:
    """One method."""
    given = node.args
    passed = [one.arg for one in given.args[1:]]
    passed += [f"*{given.vararg.arg}"] if given.vararg else []
    passed += [f"{one.arg}={one.arg}" for one in given.kwonlyargs]
    passed += [f"**{given.kwarg.arg}"] if given.kwarg else []
    returned = ast.unparse(node.returns) if node.returns else "None"
    doc = ast.get_docstring(node, clean=False) or ""
    wait = f"self.run(self.client.{node.name}({', '.join(passed)}))"
    return (
        f"\n    def {node.name}({ast.unparse(given)}) -> {returned}:\n"
        f'        """{doc}"""\n'
        f"        {wait if returned == 'None' else f'return {wait}'}\n"
    )
