"""Medians, ratios, aims: what is made of the figures."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from bench.lineup import AIMS, ALONE, CASES, ENTRIES, Aim
from bench.turns import Outcome

MEBIBYTE = 1 << 20

Medians = Mapping[str, Mapping[str, Mapping[str, float]]]

# how the table shows a case: (heading, clock, what one second or byte is counted in, decimals)
COLUMNS: tuple[tuple[str, str, str, float, int], ...] = (
    ("list", "list ms", "cpu", 1e3, 1),
    ("list", "wall ms", "wall", 1e3, 1),
    ("peak", "peak MiB", "bytes", 1 / MEBIBYTE, 0),
    ("name", "t.name ns", "cpu", 1e9, 0),
    ("version", "version us", "cpu", 1e6, 0),
    ("stop", "stop us", "cpu", 1e6, 0),
    ("delta", "delta us", "cpu", 1e6, 0),
    ("flight", "in flight us", "cpu", 1e6, 0),
    ("files", "files ms", "cpu", 1e3, 1),
    ("threads", "threads us", "wall", 1e6, 0),
    ("import", "import ms", "cpu", 1e3, 0),
)


def medians(outcome: Outcome) -> Medians:
    """Entry -> case -> median of each figure."""
    return {
        entry: {case: {figure: median(turn[figure] for turn in turns) for figure in turns[0]} for case, turns in cases.items()}
        for entry, cases in outcome.figures.items()
    }


def spread(outcome: Outcome) -> Mapping[str, Mapping[str, Mapping[str, tuple[float, float]]]]:
    """Entry -> case -> least and most of each figure."""
    return {
        entry: {
            case: {figure: (min(turn[figure] for turn in turns), max(turn[figure] for turn in turns)) for figure in turns[0]}
            for case, turns in cases.items()
        }
        for entry, cases in outcome.figures.items()
    }


def table(found: Medians) -> str:
    """All figures, a line an entry."""
    lines = [["", *(heading for _, heading, *_ in COLUMNS), "in flight/s"]]
    for entry in ENTRIES:
        mine = found.get(entry.name, {})
        cells = [
            f"{mine[case][clock] * unit:,.{decimals}f}" if case in mine else "" for case, _, clock, unit, decimals in COLUMNS
        ]
        lines.append([entry.name, *cells, f"{1 / mine['flight']['wall']:,.0f}" if "flight" in mine else ""])
    return "\n".join(aligned(lines))


def ratios(found: Medians) -> str:
    """What our faces cost beside the limit and beside what their users would have instead."""
    shown_cases = ("list", "peak", "name", "version", "stop", "delta", "flight", "files", "threads", "import")
    lines = [["x as much", "as", *shown_cases]]
    for entry in ENTRIES:
        others = (entry.limit, entry.rival, ALONE) if "flight" in entry.cases else (entry.limit, entry.rival)
        for other in others if entry.rival else ():
            lines.append([entry.name, other, *(times_as_much(found, entry.name, other, case) for case in shown_cases)])
    return "\n".join(aligned(lines))


def times_as_much(found: Medians, one: str, other: str, case: str) -> str:
    """The ratio of two medians; empty if one is missing."""
    clock = {"peak": "bytes", "threads": "wall"}.get(case, "cpu")
    mine, theirs = (found.get(name, {}).get(case, {}).get(clock) for name in (one, other))
    return f"{mine / theirs:.2f}" if mine and theirs else ""


def aligned(lines: Sequence[Sequence[str]]) -> Iterable[str]:
    """Columns side by side, the first to the left."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *rest in lines:
        yield "  ".join([first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))])


def judged(aim: Aim, found: Medians) -> float | None:
    """The figure that an aim is about, None if it was not measured."""
    if aim.case not in found.get(aim.entry, {}):
        return None
    value = found[aim.entry][aim.case][aim.clock]
    if aim.over:
        over = found.get(aim.over, {}).get(aim.case)
        return value / over[aim.clock] if over else None
    return 1 / value if aim.is_rate else value


def is_met(aim: Aim, value: float) -> bool:
    """Whether a figure is as aimed at."""
    return value >= aim.most if aim.is_rate else value <= aim.most


def aims(found: Medians) -> str:
    """Each aim, what was found, and whether it is met."""
    lines = [["aim", "", "found", ""]]
    for aim in AIMS:
        value = judged(aim, found)
        verdict = "not measured" if value is None else "met" if is_met(aim, value) else "missed"
        bound = f"{'>=' if aim.is_rate else '<='} {shown(aim, aim.most)}"
        lines.append([f"{aim.entry}: {CASES[aim.case].heading}", bound, "" if value is None else shown(aim, value), verdict])
    return "\n".join(aligned(lines))


def shown(aim: Aim, value: float) -> str:
    """A figure of an aim with its unit."""
    if aim.over:
        return f"{value:.2f} x {aim.over}"
    if aim.is_rate:
        return f"{value:,.0f}/s"
    return f"{value * 1e9:.0f} ns" if value < 1e-6 else f"{value * 1e6:.0f} us"


def as_json(outcome: Outcome, torrents: int) -> dict[str, Any]:
    """Everything, for programs."""
    found = medians(outcome)
    return {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "torrents": torrents,
        "unit": "seconds of processor (cpu) or clock (wall) a run; bytes",
        "medians": found,
        "spread": spread(outcome),
        "absent": outcome.absent,
        "aims": [
            {"entry": aim.entry, "case": aim.case, "over": aim.over, "aim": aim.most, "found": value,
             "is_met": None if value is None else is_met(aim, value)}
            for aim in AIMS for value in [judged(aim, found)]
        ],
    }  # fmt: skip
