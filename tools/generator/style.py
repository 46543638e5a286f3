"""How generated text is laid out."""

from __future__ import annotations

import subprocess
import sys
import textwrap

HEAD = (
    "# Generated from src/bitharbor/qbittorrent/spec: change the spec, run `make generate`.\nfrom __future__ import annotations\n"
)


class GenerationError(Exception):
    """The spec says something that cannot be written as code."""


def formatted(text: str, name: str) -> str:
    """The text with sorted, used imports and the project's layout."""
    for step in (
        ["check", "--quiet", "--isolated", "--select", "F401,I", "--fix"],
        ["format", "--quiet"],
    ):
        command = [sys.executable, "-m", "ruff", *step, "--line-length", "130", "--stdin-filename", name, "-"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            raise GenerationError(f"{name}: {done.stderr or done.stdout}")
        text = done.stdout
    return text


def docstring(text: str, spaces: int) -> str:
    """A docstring of several lines at its place."""
    if "\n" in text:
        quoted = f'"""{text}\n"""'
    else:
        quoted = f'"""{text} """' if text.endswith('"') else f'"""{text}"""'
    return textwrap.indent(quoted, " " * spaces)
