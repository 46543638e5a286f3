"""How answers are printed: tables for terminals, plain columns for pipes, JSON for programs.

Rule: colour only repeats what a word says; it, and cutting off what is too long, are for terminals alone.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from ..unified.filters import KINDS, Kind
from ..unified.outcome import Fate, Item, Outcome
from ..unified.records import State
from .options import Output
from .running import described
from .words import safe, written

Row = Mapping[str, object]

COLOURS: Mapping[str, str] = {
    State.DOWNLOADING: "green",
    State.SEEDING: "cyan",
    State.STALLED: "yellow",
    State.METADATA: "yellow",
    State.CHECKING: "blue",
    State.MOVING: "blue",
    State.QUEUED: "dim",
    State.STOPPED: "dim",
    State.ERROR: "bold red",
}
LEFT = frozenset({Kind.TEXT, Kind.TEXTS, Kind.WORD, Kind.FLAG})
LONG = frozenset({"name", "path", "url", "message", "comment", "save_path", "content_path"})
BAR_WIDTH = 10
FATES: Mapping[Fate, str] = {Fate.DONE: "done", Fate.ALREADY: "already so", Fate.FAILED: "FAILED"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: which value, under which heading, of which kind.

    :ivar cut: on a terminal only so many of its characters
    """

    name: str
    heading: str
    kind: Kind = Kind.TEXT
    cut: int | None = None


def column_of(field: str, headings: Mapping[str, str]) -> Column:
    """The column of a torrent's field."""
    return Column(field, headings.get(field, field.replace("_", " ")).upper(), KINDS[field])


def values_of(record: msgspec.Struct) -> dict[str, object]:
    """A record for programs."""
    found: dict[str, object] = msgspec.to_builtins(record)
    return found


def json_of(value: object) -> str:
    """JSON. What it has no number for (an infinite ratio) is null."""
    return msgspec.json.encode(value).decode()


def for_programs(rows: Sequence[Row], output: Output) -> bool:
    """Print rows as JSON, if that is wanted."""
    if output.ndjson:
        for row in rows:
            print(json_of(row))
    elif output.json:
        print(json_of(rows))
    return output.is_for_programs


def table(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Print a table."""
    if sys.stdout.isatty():
        coloured(rows, columns)
    else:
        plain(rows, columns)


def plain(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Columns of text, nothing cut off."""
    cells = [[column.heading for column in columns]]
    cells += [[written(row.get(column.name), column.kind) for column in columns] for row in rows]
    widths = [max(len(line[place]) for line in cells) for place in range(len(columns))]
    for line in cells:
        parts = [
            cell.ljust(width) if column.kind in LEFT else cell.rjust(width)
            for cell, width, column in zip(line, widths, columns, strict=True)
        ]
        print("  ".join(parts).rstrip())


def coloured(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """A table that fits the terminal: what is long is cut off."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        # the columns that may wrap are those that are made narrower; their cells do not wrap all the same
        heading = Text(column.heading, no_wrap=True)
        made.add_column(heading, justify="left" if column.kind in LEFT else "right", no_wrap=column.name not in LONG)
    for row in rows:
        cells = [(row.get(column.name), column) for column in columns]
        made.add_row(*(Text(cell(*one), style=colour(*one), no_wrap=True, overflow="ellipsis") for one in cells))
    Console(highlight=False).print(made)


def cell(value: object, column: Column) -> str:
    """A value in a terminal's table."""
    text = written(value, column.kind)
    if column.kind is Kind.SHARE and isinstance(value, int | float):
        return f"{bar(value)} {text:>6}"
    return text[: column.cut] if column.cut else text


def colour(value: object, column: Column) -> str:
    """How a value is coloured; the word says the same."""
    return COLOURS.get(str(value), "") if column.kind is Kind.WORD else ""


def bar(share: float) -> str:
    """A share as a bar, in signs that the terminal has."""
    full, empty = "█░" if (sys.stdout.encoding or "").lower().startswith("utf") else "#."
    length = min(max(int(share * BAR_WIDTH), 0), BAR_WIDTH)
    return full * length + empty * (BAR_WIDTH - length)


def listed(pairs: Sequence[tuple[str, str]]) -> None:
    """Names and values, one pair a line."""
    width = max((len(name) for name, _ in pairs), default=0)
    for name, value in pairs:
        print(f"{name:>{width}}  {value}")


def outcome(found: Outcome, output: Output, words: Mapping[Fate, str] = FATES) -> None:
    """Print what became of an order: what failed on stderr."""
    if for_programs([item_row(item) for item in found.items], output):
        return
    width = max((len(words[item.fate]) for item in found.items), default=0)
    for item in found.items:
        name = safe(item.name or ("" if item.infohash == item.given else item.given))
        line = f"{words[item.fate]:<{width}}  {item.infohash or UNKNOWN_HASH}  {name}".rstrip()
        if item.fate is Fate.FAILED and item.error:
            line += f"\n{'':<{width}}  {safe(str(item.error))}"
        print(line, file=sys.stderr if item.fate is Fate.FAILED else sys.stdout)


UNKNOWN_HASH = "-" * 40


def item_row(item: Item) -> Row:
    """One torrent of an order for programs."""
    return {
        "given": item.given,
        "infohash": item.infohash,
        "name": item.name,
        "fate": item.fate.value,
        "error": described(item.error) if item.error else None,
    }


def note(text: str) -> None:
    """Say something that is no answer, on stderr."""
    print(f"btclient: {text}", file=sys.stderr)


def counted(number: int, noun: str = "torrent") -> str:
    """A number of things in words."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
