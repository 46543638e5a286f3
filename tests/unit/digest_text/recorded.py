"""Answers of real daemons: 3.1.12 and 3.1.9.2, English and Russian. Nothing here reads text with the code under test."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

RECORDINGS = Path(__file__).parents[2] / "data" / "recordings"
VERSIONS = ("3.1.12", "3.1.9.2")

# true sizes of the torrents that all four recordings of languages hold [bytes]
TRUE_SIZES = {
    "bytes.bin": 999,
    "kib.bin": 1048552,
    "complete.bin": 1234567,
    "gib.bin": 5046586573,
    "tib.bin": 1649267441664,
}
UNITS = (("B", "Б"), ("KiB", "КиБ"), ("MiB", "МиБ"), ("GiB", "ГиБ"), ("TiB", "ТиБ"))


@dataclass(frozen=True)
class Answer:
    """One recorded answer with status 200."""

    name: str
    path: str
    body: bytes

    @property
    def kind(self) -> str:
        """The part of the path that names it."""
        return self.path.split("/")[2]


def answers() -> list[Answer]:
    """All answers under /json/, each text of each path once."""
    found = {(one.path, one.body): one for one in every_answer()}
    return sorted(found.values(), key=lambda one: one.name)


def every_answer() -> Iterator[Answer]:
    """All answers under /json/."""
    for version in VERSIONS:
        for recorded in lines(f"{version}-locales.jsonl"):
            for path, answer in recorded["answers"].items():
                yield Answer(f"{version}-{recorded['locale']}:{path}", path, answer["body"].encode())
    for recorded in lines("3.1.12.jsonl"):
        for exchange in recorded["exchanges"]:
            path = exchange["request"]["line"].partition(" ")[2].partition(" ")[0]
            response = exchange.get("response", {})
            if path.startswith("/json/") and " 200 " in response.get("status_line", "") and "text" in response["body"]:
                yield Answer(f"3.1.12:{recorded['name']}", path, response["body"]["text"].encode())


def lines(name: str) -> list[dict[str, Any]]:
    """The recordings of a file, one a line."""
    with (RECORDINGS / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def of_kind(kind: str) -> list[Answer]:
    """All answers of one kind."""
    return [one for one in answers() if one.kind == kind]


def rows(body: bytes) -> list[dict[str, Any]]:
    """The rows of an answer, as the standard library reads them."""
    value: list[dict[str, Any]] | dict[str, Any] = json.loads(body) if body.strip() else []
    return value if isinstance(value, list) else [value] if value else []


def amount(text: str) -> int:
    """The least number of bytes that an English or Russian text stands for."""
    number, unit = re.fullmatch(r"([\d.,\u00a0]+) (\w+)(?:/[sс])*", text).groups()  # type: ignore[union-attr]  # all recorded ones are
    step: int = next(step for step, names in enumerate(UNITS) if unit in names)
    digits: str = re.sub(r"\D", "", number)
    return math.ceil(Fraction(int(digits), 10 if step else 1) * Fraction(1024) ** step)


# every duration that was recorded [s]
TIMES = {"∞": None, "< 1m": 1, "1m": 60, "3m": 180, "10m": 600, "19m": 1140, "1м": 60}
DATES = {
    "": -1,
    "Wednesday, November 16, 2011 8:52:54 PM UTC": 1321476774,
    "Wednesday, January 1, 2020 12:00:00 AM UTC": 1577836800,
    "Tuesday, May 13, 2014 4:53:20 PM UTC": 1400000000,
    "Sunday, September 13, 2020 12:26:40 PM UTC": 1600000000,
    "среда, 16 ноября 2011\u00a0г. 20:52:54 UTC": 1321476774,
    "среда, 1 января 2020\u00a0г. 0:00:00 UTC": 1577836800,
    "вторник, 13 мая 2014\u00a0г. 16:53:20 UTC": 1400000000,
}
STATUSES = {
    "Not contacted yet": 1,
    "Working": 2,
    "Updating...": 3,
    "Not working": 4,
    "Не соединился": 1,
    "Обновляется...": 3,
    "Не работает": 4,
}
