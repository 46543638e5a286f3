"""How answers look: golden texts of our own making."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.cli import printing, words
from bitharbor.cli.codes import Exit, code_of_outcome
from bitharbor.cli.options import Output
from bitharbor.cli.verbs.list import in_order, named, show
from bitharbor.errors import (
    AuthenticationError,
    BitharborError,
    NotPermittedError,
    UnknownTorrentError,
    UnreachableError,
    UsageError,
)
from bitharbor.unified import Fate, Item, Outcome, State, Torrent
from bitharbor.unified.filters import Kind

LAKE = Torrent(
    infohash="ab" * 20,
    name="lake.jpg",
    state=State.SEEDING,
    progress=1.0,
    size=300_000,
    download_rate=0,
    upload_rate=2_500_000,
    ratio=1.5,
    labels=("holiday", "blue"),
)
FILM = Torrent(
    infohash="0c" * 20,
    name="film\x1b[2J\u202egpj",
    state=State.DOWNLOADING,
    progress=0.9999,
    size=5 << 30,
    download_rate=1 << 20,
    upload_rate=0,
    ratio=math.inf,
    eta=93_784,
)

TABLE = """\
NAME                  STATE         DONE       SIZE       DOWN         UP  RATIO    ETA  INFOHASH
lake.jpg              seeding       100%  293.0 KiB      0 B/s  2.4 MiB/s   1.50      -  ABAB
film\\x1b[2J\\u202egpj  downloading  99.9%    5.0 GiB  1.0 MiB/s      0 B/s    inf  1d 2h  0C0C
"""


def test_a_list_in_a_pipe_is_plain_columns_with_nothing_cut_off(capsys: pytest.CaptureFixture[str]) -> None:
    show([LAKE, FILM], None, Output())
    assert capsys.readouterr().out == TABLE.replace("ABAB", LAKE.infohash).replace("0C0C", FILM.infohash)


def test_chosen_fields_are_shown_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    show([LAKE], ["labels", "name"], Output())
    assert capsys.readouterr().out == "LABELS         NAME\nholiday, blue  lake.jpg\n"


def test_json_and_ndjson_hold_values_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    show([LAKE, FILM], ["name", "ratio", "eta"], Output(json=True))
    expected = ['{"name":"lake.jpg","ratio":1.5,"eta":null}', '{"name":"film\\u001b[2J\u202egpj","ratio":null,"eta":93784}']
    assert capsys.readouterr().out == f"[{','.join(expected)}]\n"
    show([LAKE, FILM], ["name", "ratio", "eta"], Output(ndjson=True))
    assert capsys.readouterr().out == "".join(f"{line}\n" for line in expected)


def test_an_empty_list_is_a_heading_or_an_empty_json_list(capsys: pytest.CaptureFixture[str]) -> None:
    show([], ["name"], Output())
    show([], ["name"], Output(json=True))
    show([], ["name"], Output(ndjson=True))
    assert capsys.readouterr().out == "NAME\n[]\n"


def test_an_outcome_says_of_each_torrent_what_became_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(
        (
            Item("ab" * 20, Fate.DONE, "ab" * 20, name="lake.jpg"),
            Item("0c" * 20, Fate.ALREADY, "0c" * 20, name="film"),
            Item("x.torrent", Fate.FAILED, error=UnknownTorrentError("it is not there", hint="look")),
        )
    )
    printing.outcome(outcome, Output())
    printed = capsys.readouterr()
    assert printed.out == f"done        {'ab' * 20}  lake.jpg\nalready so  {'0c' * 20}  film\n"
    assert printed.err == f"FAILED      {'-' * 40}  x.torrent\n            it is not there; look\n"


def test_an_outcome_for_programs_has_every_torrent_in_one_form(capsys: pytest.CaptureFixture[str]) -> None:
    printing.outcome(Outcome((Item("x", Fate.FAILED, error=UsageError("no", hint="yes")),)), Output(ndjson=True))
    assert capsys.readouterr().out == (
        '{"given":"x","infohash":null,"name":null,"fate":"failed",'
        '"error":{"kind":"UsageError","message":"no","hint":"yes","acted":false}}\n'
    )


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, Kind.SIZE, "-"),
        (0, Kind.SIZE, "0 B"),
        (1023, Kind.SIZE, "1023 B"),
        (1536, Kind.SIZE, "1.5 KiB"),
        (10**18, Kind.SIZE, "888.2 PiB"),
        (0, Kind.SPAN, "0s"),
        (59, Kind.SPAN, "59s"),
        (3600, Kind.SPAN, "1h"),
        (93_784, Kind.SPAN, "1d 2h"),
        (0.99999, Kind.SHARE, "99.9%"),
        (1.0, Kind.SHARE, "100%"),
        (0.1234, Kind.SHARE, "12.3%"),
        (3, Kind.NUMBER, "3"),
        (2.0, Kind.NUMBER, "2.00"),
        (True, Kind.FLAG, "yes"),
        ((), Kind.TEXTS, "-"),
        ("", Kind.TEXT, "-"),
        ("two\nlines", Kind.TEXT, "two\\nlines"),
        (10**20, Kind.MOMENT, str(10**20)),
        (State.STOPPED, Kind.WORD, "stopped"),
    ],
)
def test_values_are_written_for_people(value: object, kind: Kind, expected: str) -> None:
    assert words.written(value, kind) == expected


@given(st.text())
def test_no_text_commands_the_terminal(text: str) -> None:
    assert words.safe(text).isprintable()
    assert text.isprintable() is (words.safe(text) == text)


def test_sorting_puts_what_is_not_known_last_either_way() -> None:
    def names(sort: str) -> list[str | None]:
        field = sort.removeprefix("-")
        return [one.name for one in in_order([LAKE, FILM, Torrent(infohash="00" * 20, name="b")], [(field, sort != field)])]

    assert names("ratio") == ["lake.jpg", FILM.name, "b"]
    assert names("-ratio") == [FILM.name, "lake.jpg", "b"]
    assert names("name") == ["b", FILM.name, "lake.jpg"]
    assert names("-name") == ["lake.jpg", FILM.name, "b"]


def test_fields_may_have_their_short_names() -> None:
    assert named("name,done, up") == ["name", "progress", "upload_rate"]
    with pytest.raises(UsageError, match="did you mean ratio"):
        named("ration")


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ([None, None], Exit.OK),
        ([None, UnknownTorrentError("x")], Exit.PARTLY),
        ([UnknownTorrentError("x")], Exit.FAILED),
        ([UnreachableError("x"), UnreachableError("x")], Exit.UNREACHABLE),
        ([AuthenticationError("x")], Exit.NOT_AUTHORISED),
        ([NotPermittedError("x")], Exit.NOT_AUTHORISED),
        ([UnreachableError("x"), UnknownTorrentError("x")], Exit.FAILED),
        ([], Exit.OK),
    ],
)
def test_the_exit_code_of_an_outcome_is_honest(errors: list[BitharborError | None], expected: Exit) -> None:
    items = [Item("x", Fate.FAILED if error else Fate.DONE, error=error) for error in errors]
    assert code_of_outcome(Outcome(tuple(items))) is expected
