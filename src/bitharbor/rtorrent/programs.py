"""Programs that rTorrent runs for us on its own machine: what is called, and what their output says.

Rule 1: only programs of POSIX (and `base64`, `stat`), which small systems have too. Paths are arguments, never part of a script.
Rule 2: rTorrent stands still while one runs: each does one small thing. Only moving data to another disk takes long.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence

from ..errors import BadAnswerError, RpcError
from .values import Invocation, Value

ARGUMENTS_LIMIT = 32_768  # bytes of one command line
ARGUMENTS_COUNT = 64

# one letter for each path: l link, f file, d directory, o something else, m missing. Links are not followed
LOOK = (
    'for p do if [ -L "$p" ]; then printf l; elif [ -f "$p" ]; then printf f; elif [ -d "$p" ]; then printf d; '
    'elif [ -e "$p" ]; then printf o; else printf m; fi; done'
)
LINK, FILE, FOLDER, OTHER, MISSING = "lfdom"
# size and time of change of each path, or a dash
MEASURE = 'for p do stat -L -c "%s %Y" -- "$p" 2>/dev/null || echo -; done'
# makes a folder, and moves each path to the one behind it, where nothing lies there
MOVE = 'mkdir -p -- "$1" && shift && while [ $# -gt 1 ]; do [ -e "$2" ] || [ -L "$2" ] || mv -n -- "$1" "$2"; shift 2; done'
FREE = re.compile(r"\s\d+\s+\d+\s+(-?\d+)\s+\d+%\s")


def captured(*words: str) -> Invocation:
    """Run a program for its output."""
    return Invocation("execute.capture", ("", *words))


def thrown(*words: str) -> Invocation:
    """Run a program; its failing is an error."""
    return Invocation("execute.throw", ("", *words))


def tried(*words: str) -> Invocation:
    """Run a program whose failing does not matter; its exit status is the answer."""
    return Invocation("execute.nothrow", ("", *words))


def moves(folder: str, ways: Mapping[str, str]) -> list[Invocation]:
    """Move each source to its target in a folder, never over or into something else. Only looking shows what was moved."""
    return [
        tried("sh", "-c", MOVE, "sh", folder, *(path for source in portion for path in (source, ways[source])))
        for portion in portions(list(ways), ARGUMENTS_COUNT // 2)
    ]


def scripted(script: str, paths: Sequence[str]) -> Invocation:
    """Run a script with paths as its arguments."""
    return captured("sh", "-c", script, "sh", *paths)


def portions(paths: Sequence[str], count: int = ARGUMENTS_COUNT) -> Iterator[list[str]]:
    """The paths, as many at a time as one command line holds, and at most `count`."""
    portion: list[str] = []
    size = 0
    for path in paths:
        length = len(path.encode("utf-8", "replace")) + 1
        if portion and (size + length > ARGUMENTS_LIMIT or len(portion) >= count):
            yield portion
            portion, size = [], 0
        portion.append(path)
        size += length
    if portion:
        yield portion


def letters(output: Value, count: int) -> str:
    """What `LOOK` said."""
    if not isinstance(output, str) or len(output) != count or set(output) - set("lfdom"):
        raise BadAnswerError("the daemon's machine does not say what lies at the paths", acted=False)
    return output


def measures(output: Value, count: int) -> list[tuple[int, int] | None]:
    """What `MEASURE` said."""
    lines = output.splitlines() if isinstance(output, str) else []
    if len(lines) != count:
        raise BadAnswerError("the daemon's machine does not say how large the files are", acted=False)
    found = [re.fullmatch(r"(\d{1,18}) (\d{1,18})", line) for line in lines]
    return [(int(one[1]), int(one[2])) if one else None for one in found]


def free_bytes(output: Value) -> int:
    """What `df -Pk` said."""
    found = FREE.search(output) if isinstance(output, str) else None
    if not found:
        raise RpcError("the daemon's machine does not say how much space is free there")
    return max(0, int(found[1])) * 1024


def from_base64(output: Value) -> bytes:
    """What `base64` said."""
    try:
        return base64.b64decode("".join(str(output).split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadAnswerError("the file came back broken from the daemon's machine", acted=False) from error
