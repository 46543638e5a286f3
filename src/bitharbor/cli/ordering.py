"""Orders for several torrents, alike for all verbs: choose, show or ask, order, and print what became of it."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from ..errors import UsageError
from ..unified.client import TorrentClient
from ..unified.outcome import Fate, Outcome
from ..unified.records import Torrent
from . import printing
from .codes import Exit, code_of_outcome
from .options import Choice, Daemon, Output
from .running import with_daemon
from .selecting import chosen
from .words import safe

Act: TypeAlias = Callable[[TorrentClient, Sequence[Torrent]], Awaitable[Outcome]]
Ask: TypeAlias = Callable[[Sequence[Torrent]], str]


def order(
    act: Act,
    torrents: Sequence[str],
    choice: Choice,
    at: Daemon,
    output: Output,
    *,
    words: Mapping[Fate, str],
    fields: Collection[str] = frozenset(),
    ask: Ask | None = None,
) -> Exit:
    """Order something of the torrents that are meant.

    :param words: what became of them, in words
    :param fields: what `act` and `ask` want to know of them
    :param ask: the question that is to be answered by yes before; None where nothing is lost
    """

    async def go(client: TorrentClient) -> Exit:
        found = await chosen(client, torrents, choice, fields)
        if not found:
            printing.note("no torrent matches: nothing was done")
            printing.outcome(Outcome(), output)
            return Exit.OK
        if choice.dry_run:
            return previewed(found, output, words[Fate.DONE])
        if ask and not is_agreed(ask(found), found):
            printing.note("nothing was done")
            return Exit.FAILED
        result = await act(client, found)
        printing.outcome(result, output, words)
        return code_of_outcome(result)

    return with_daemon(at, go)


def previewed(found: Sequence[Torrent], output: Output, word: str) -> Exit:
    """Say what would be done."""
    rows = [{"infohash": one.infohash, "name": one.name, "fate": None, "would_be": word} for one in found]
    if not printing.for_programs(rows, output):
        for one in found:
            print(f"would be {word}  {one.infohash}  {safe(one.name or '')}".rstrip())
    return Exit.OK


def is_agreed(question: str, found: Sequence[Torrent]) -> bool:
    """Ask on the terminal. Only a yes is one.

    :raises UsageError: there is nobody to be asked
    """
    if not sys.stdin.isatty():
        raise UsageError(
            "this deletes data, and there is no terminal to ask whether it is meant", hint="say --yes if it is; nothing was done"
        )
    for one in found[:20]:
        print(f"  {one.infohash}  {safe(one.name or '')}", file=sys.stderr)
    if len(found) > 20:
        print(f"  ... and {len(found) - 20} more", file=sys.stderr)
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def ids(found: Sequence[Torrent]) -> list[str]:
    """Their infohashes."""
    return [torrent.infohash for torrent in found]


def fates(done: str, already: str = "already so") -> Mapping[Fate, str]:
    """The words for what became of torrents."""
    return {Fate.DONE: done, Fate.ALREADY: already, Fate.FAILED: "FAILED"}
