"""A `python3` for daemons that look for one: a shell wrapper that runs the root's Python by the root's own loader.

qBittorrent 5.3.0 isolates it (-I), so no PYTHON* variable reaches it; and Python 3.14 starts further processes by
sys.executable, which must therefore be the wrapper. So the folder is made to look like a virtual environment: the
loader names the wrapper as the program, and pyvenv.cfg leads from there to the root's library.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.harness import loader
from tests.harness.errors import StartError
from tests.harness.places import write_whole


def interpreter(root: Path) -> str:
    """The root's Python as a path inside it, such as "usr/bin/python3.13"."""
    found = [path.name for path in (root / "usr" / "bin").glob("python3.*") if re.fullmatch(r"python3\.\d+", path.name)]
    if not found:
        raise StartError(f"{root} holds no Python", hint="remove that folder and fetch it again")
    return f"usr/bin/{max(found, key=lambda name: int(name.rpartition('.')[2]))}"


def wrapper(root: Path, environment: Path) -> None:
    """Write `environment`/bin/python3."""
    place = environment / "bin" / "python3"
    dynamic_loader, *rest = loader.command(root, interpreter(root))
    command = shlex.join([dynamic_loader, *named(Path(dynamic_loader), place), *rest])
    write_whole(place, f'#!/bin/sh\nexec {command} "$@"\n', mode=0o755)
    write_whole(environment / "pyvenv.cfg", f"home = {root / 'usr' / 'bin'}\ninclude-system-site-packages = true\n")


def named(dynamic_loader: Path, program: Path) -> list[str]:
    """The loader's option that names the program otherwise. glibc has it since 2.33; bullseye's Python needs it not."""
    return ["--argv0", str(program)] if b"--argv0" in dynamic_loader.read_bytes() else []
