"""What a torrent holds on the daemon's machine: asked in one request, and looked at by programs there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...errors import UnknownTorrentError
from ...wire.effects import Flow
from .. import programs
from ..paths import HeldFile, Holding, Root
from ..rows import Row, as_text, number, rows, text
from ..session import Session
from ..values import Invocation
from .calling import ask, invocation, values

ROOT_COLUMNS = ("d.hash=", "d.directory=", "d.name=", "d.is_multi_file=", "d.is_meta=", "d.size_files=")
FILE_COLUMNS = ("f.path=", "f.frozen_path=")


@dataclass(frozen=True, slots=True)
class Standing:
    """A torrent and its data.

    :ivar is_meta: a magnet link without metadata: it has no data
    """

    holding: Holding
    is_meta: bool


def standing_of(session: Session, infohash: str) -> Flow[Standing]:
    """All that is to be known before anything is done to a torrent's data, of one moment."""
    answers = yield from ask(
        session,
        invocation("directory.default"),
        invocation("d.multicall2", "", "main", *ROOT_COLUMNS),
        invocation("f.multicall", infohash, "", *FILE_COLUMNS),
    )
    home, listed, files = values(answers)
    torrents = rows(listed, ROOT_COLUMNS)
    roots = {text(one, "d.hash="): root_of(one) for one in torrents if not number(one, "d.is_meta=")}
    own = next((one for one in torrents if text(one, "d.hash=") == infohash), None)
    if own is None:
        raise UnknownTorrentError(
            f"rTorrent has no torrent {infohash.lower()}", hint="it may have been removed", infohash=infohash.lower()
        )
    holding = Holding(
        root_of(own),
        as_text(home),
        tuple(HeldFile(text(one, "f.path="), text(one, "f.frozen_path=")) for one in rows(files, FILE_COLUMNS)),
        number(own, "d.size_files="),
        tuple(root for key, root in roots.items() if key != infohash),
    )
    return Standing(holding, bool(number(own, "d.is_meta=")))


def root_of(row: Row) -> Root:
    """A torrent's file or folder, of a row."""
    return Root(text(row, "d.directory="), text(row, "d.name="), bool(number(row, "d.is_multi_file=")))


def looked_at(session: Session, paths: Sequence[str]) -> Flow[dict[str, str]]:
    """What lies at each path: a letter of `programs.LOOK`."""
    portions = list(programs.portions(paths))
    found: dict[str, str] = {}
    answers = yield from ask(session, *(programs.scripted(programs.LOOK, portion) for portion in portions))
    for portion, output in zip(portions, values(answers), strict=True):
        found.update(zip(portion, programs.letters(output, len(portion)), strict=True))
    return found


def stopped(infohash: str) -> tuple[Invocation, ...]:
    """The commands that stop a torrent and close its files."""
    return invocation("d.stop", infohash), invocation("d.close", infohash)


def started(infohash: str) -> tuple[Invocation, ...]:
    """The commands that open a torrent and start it."""
    return invocation("d.open", infohash), invocation("d.start", infohash)
