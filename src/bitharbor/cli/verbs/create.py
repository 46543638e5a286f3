"""`btclient create`."""

from __future__ import annotations

import os
import time
from pathlib import Path

from ...errors import FileError, UsageError
from ...model.creation import Creation, create
from ...model.layout import Version
from ...unified import quantities
from .. import printing
from ..codes import Exit
from ..options import OUTPUT, Output
from ..progress import bars
from ..words import UNKNOWN, safe, size


def verb(
    path: str,
    /,
    *,
    out: str | None = None,
    version: Version = Version.HYBRID,
    tracker: tuple[str, ...] = (),
    web_seed: tuple[str, ...] = (),
    private: bool = False,
    source: str | None = None,
    comment: str | None = None,
    piece_length: str | None = None,
    name: str | None = None,
    leave_out_hidden: bool = False,
    date: bool = False,
    force: bool = False,
    output: Output = OUTPUT,
) -> Exit:
    """Make a .torrent of a file or folder of this machine. No daemon is asked.

    :param path: the file or folder
    :param out: where the .torrent goes, instead of NAME.torrent in this folder
    :param version: v1, v2 or hybrid, which is both
    :param tracker: its announce URL; each one is a tier of its own, commas join several in one tier; may be repeated
    :param web_seed: a web address that has the content; may be repeated
    :param private: peers come from its trackers only
    :param source: the tag of a private tracker; it changes the infohash
    :param comment: free text
    :param piece_length: a power of two from 16KiB on
    :param name: another name than that of the file or folder
    :param leave_out_hidden: without files and folders whose name begins with a dot
    :param date: write the moment of making it; else the same content always gives the same file
    :param force: put it in the place of a file that is there
    """
    target = Path(out) if out else Path(f"{name or os.path.basename(os.path.abspath(path))}.torrent")
    if not force and os.path.lexists(target):
        raise UsageError(f"{target} is there already", hint="name another file by --out, or say --force")
    with bars() as step:
        made = create(
            path,
            version=version,
            piece_length=None if piece_length is None else int(quantities.size(piece_length)),
            name=name,
            leave_out_hidden=leave_out_hidden,
            is_private=private,
            trackers=[tier.split(",") for tier in tracker],
            web_seeds=web_seed,
            comment=comment,
            source_tag=source,
            creation_date=int(time.time()) if date else None,
            progress=lambda done, total: step("hashing", done / total, 1),
        )
    keep(made, target, is_forced=force)
    show(made, target, output)
    return Exit.OK


def keep(made: Creation, target: Path, *, is_forced: bool) -> None:
    """Write the file. Only a forced one takes the place of another."""
    try:
        with target.open("wb" if is_forced else "xb") as file:
            file.write(made.content)
    except OSError as error:
        raise FileError(f"{target} cannot be written ({error.strerror})", hint="name another file by --out") from error


def show(made: Creation, target: Path, output: Output) -> None:
    """Print what was made."""
    metainfo = made.metainfo
    row = {
        "path": str(target),
        "name": metainfo.name,
        "infohash_v1": metainfo.infohash.v1,
        "infohash_v2": metainfo.infohash.v2,
        "size": metainfo.total_size,
        "piece_length": metainfo.piece_length,
        "piece_count": metainfo.piece_count,
    }
    if printing.for_programs([row], output):
        return
    printing.listed(
        [
            ("made", safe(str(target))),
            ("infohash v1", metainfo.infohash.v1 or UNKNOWN),
            ("infohash v2", metainfo.infohash.v2 or UNKNOWN),
            ("content", size(metainfo.total_size)),
            ("pieces", f"{metainfo.piece_count} of {size(metainfo.piece_length)}"),
        ]
    )
