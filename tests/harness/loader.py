"""How a program of a root is run: by the root's own dynamic loader and libraries, so that any glibc works on any host.

Never LD_LIBRARY_PATH: it would reach the host's programs that a daemon starts (sh), and these die of foreign libraries.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.harness.errors import StartError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def command(root: Path, program: str) -> list[str]:
    """The start of a command line that runs `program` (a path inside the root)."""
    return [str(dynamic_loader(root)), "--library-path", library_path(root), str(root / program)]


def dynamic_loader(root: Path) -> Path:
    # up to bookworm lib64/ld-linux-x86-64.so.2 is an absolute link, which leads to the host's: take the real file
    for libraries in library_folders(root):
        for found in sorted(libraries.glob("ld-linux*.so.*")):
            if found.resolve().is_relative_to(root.resolve()):
                return found
    raise StartError(f"{root} holds no dynamic loader", hint="remove that folder and fetch it again")


def library_folders(root: Path) -> list[Path]:
    """The folders that Debian keeps shared libraries of this machine's architecture in."""
    triplet = f"{os.uname().machine}-linux-gnu"
    folders = (root / "lib" / triplet, root / "usr" / "lib" / triplet, root / "usr" / "lib")
    return [folder for folder in folders if folder.is_dir()]


def library_path(root: Path) -> str:
    # folders such as libproxy/ and systemd/ are found through an absolute RUNPATH, which is the host's: name them too
    return ":".join(str(folder) for folder in (*library_folders(root), *private_folders(root)))


def private_folders(root: Path) -> Iterator[Path]:
    for libraries in library_folders(root):
        yield from sorted({library.parent for library in libraries.glob("*/lib*.so*")})


def multiarch(root: Path) -> Path:
    """usr/lib/ARCHITECTURE-linux-gnu of the root, where Qt keeps its plugins."""
    return root / "usr" / "lib" / f"{os.uname().machine}-linux-gnu"
