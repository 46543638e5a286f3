"""Whether a file or a folder of a torrent can get a path, decided from the paths that the torrent has.

Here, and not in adapters, because daemons differ where it hurts: qBittorrent 5.3.0 answers that all is well and does nothing when
a folder has the name, Deluge through 2.2.1~dev lets two files have one path, and writes both into one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..errors import UsageError


def check_file(paths: Sequence[str], old: str, new: str) -> None:
    """Raise `UsageError` if there is no file of that path, or another has the new one."""
    if old not in paths:
        raise UsageError(f"the torrent has no file {old!r}", hint="give its path as `files` tells it")
    refuse_collision([path for path in paths if path != old], [new])


def check_folder(paths: Sequence[str], old: str, new: str) -> None:
    """Raise `UsageError` if there is no folder of that path, or one of its files would get the path of another."""
    before = f"{old}/"
    inside = [path for path in paths if path.startswith(before)]
    if not inside:
        raise UsageError(f"the torrent has no folder {old!r}", hint="give its path as the paths of `files` begin")
    refuse_collision(set(paths).difference(inside), [f"{new}/{path.removeprefix(before)}" for path in inside])


def refuse_collision(there: Iterable[str], new: Iterable[str]) -> None:
    """Refuse paths that other files have, that are folders of theirs, or in which a file would be a folder."""
    files = set(there)
    folders = {above for path in files for above in folders_of(path)}
    for path in new:
        if taken := {path} & (files | folders) or files.intersection(folders_of(path)):
            raise UsageError(f"the torrent has {taken.pop()!r} already", hint="take another path")


def folders_of(path: str) -> list[str]:
    """The folders above a file."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]
