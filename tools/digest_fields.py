"""The page `docs/digest-fields.md`, from the tables of `bitharbor.qbittorrent.digest_text`.

`python -m tools.digest_fields` writes it; a test holds page and tables together.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from bitharbor.qbittorrent.digest_text.fields import ANSWERS, CUT
from bitharbor.qbittorrent.digest_text.preferences import BARE_NAMES
from bitharbor.qbittorrent.digest_text.settings import SETTINGS

PAGE = Path(__file__).parent.parent / "docs" / "digest-fields.md"

Row: TypeAlias = tuple[str, str, str, str, str]

HEAD = """\
<!-- written by `python -m tools.digest_fields`; edit the tables in src/bitharbor/qbittorrent/digest_text -->
# Fields of qBittorrent 3.0 and 3.1

These versions answer in words: sizes, rates and times come as text, with units in the language that is set, and before 3.1.10
with numbers as the server's system writes them. Bitharbor reads them into the records of today's daemons. What the daemon does
not tell is `None`, and so is what cannot be understood, or could mean two things: never a wrong number.

## How exact

* Sizes, rates and ratios are cut off after one decimal, not rounded. The number in a record is the least that the text may stand
  for: `1.8 GiB` is 1932735284 bytes, and the truth lies between that and 2040109465.
* Times are cut off too: `2h 5m` is 7500 s, and the truth lies between that and 7559 s.
* `digest_text.measure_of(record, "size")` gives both ends, `digest_text.text_of(record, "size")` the text as it came. Both are
  also in `record.extra`.
* Bytes below 1 KiB, counts and positions are exact.

## Languages

* English and Russian are read wholly: units, times, both sentences of the transfer info, statuses of trackers and dates.
* Of other languages units are known by their letters or words, whatever the script, and digits of all scripts are read. A step is
  always 1024: `KB`, `Ko` and `КиБ` are all KiB. The status of a tracker stays a word; dates are `None`.
* A single number of minutes needs no unit that is known; `1x 2y` is read when its units or its numbers leave only one meaning.
* `None` comes where a unit is in no table, where both parts of a sentence of the transfer info look like a rate (Greek in
  3.1.9.2), and where `less than a minute` is a phrase without a number (all but the Finnish one).
* A daemon whose language was changed while it runs mixes languages. Every text is read for itself, so that does no harm.
"""


def rows() -> Iterator[tuple[str, list[Row]]]:
    """Each answer with its rows."""
    for answer, table in ANSWERS.items():
        yield answer, [(one.key, one.raw, ", ".join(f"`{name}`" for name in one.names), one.unit, one.lost) for one in table]
    yield (
        "preferences",
        [
            (one.key, one.raw or one.kind.__name__, "" if one.key in BARE_NAMES else f"`{one.today}`", one.unit, one.lost)
            for one in SETTINGS
        ],
    )


def page() -> str:
    """The whole page."""
    parts = [HEAD, "## Table\n", f"*cut off*: {CUT}.\n"]
    for answer, table in rows():
        lines = [f"### {answer}\n", "| field | reads like | today | unit | lost |", "|---|---|---|---|---|"]
        lines += [
            f"| `{key}` | {raw} | {names} | {unit} | {lost.replace(CUT, '*cut off*')} |" for key, raw, names, unit, lost in table
        ]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
