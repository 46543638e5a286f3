"""Arguments to fields, by a row and a version. The rows are the tests' own."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from pathlib import Path

import pytest

from bitharbor.errors import EmptySelectionError, UnsupportedError, UsageError
from bitharbor.qbittorrent.operation import F, Op, Was, as_text, settled
from bitharbor.qbittorrent.session import Session
from bitharbor.qbittorrent.versions import UNKNOWN, Version


def nothing(body: bytes, session: Session) -> None:
    """No answer is looked at here."""


def row(*fields: F, since: Version = UNKNOWN, until: Version = UNKNOWN, was: tuple[Was, ...] = ()) -> Op[None]:
    return Op("POST", "torrents/do", "idempotent", fields, nothing, since=since, until=until, was=was)


def form(field: F, value: object, version: Version = (5, 1, 0)) -> dict[str, str]:
    return row(field).form((value,), version)


# values


@pytest.mark.parametrize(
    ("value", "join", "text"),
    [
        ("as it is", "", "as it is"),
        ("a|b", "|", "a|b"),
        (True, "", "true"),
        (False, "", "false"),
        (7, "", "7"),
        (-2, "", "-2"),
        (1.5, "", "1.5"),
        (Path("/srv/data"), "", "/srv/data"),
        (["a", "b"], "|", "a|b"),
        (("a", 1, True), ",", "a,1,true"),
        ([], "|", ""),
        ({"a": 1}, "|", "a"),
    ],
)
def test_values_are_written_as_qbittorrent_reads_them(value: object, join: str, text: str) -> None:
    assert as_text(value, join) == text


def test_a_word_of_an_enumeration_is_written_as_its_word() -> None:
    class Word(str, enum.Enum):  # noqa: UP042 - what programs wrote before there was a StrEnum
        STOPPED = "stopped"

    assert form(F("filter"), Word.STOPPED)["filter"].encode() == b"stopped"


@pytest.mark.parametrize(
    "value", [object(), b"bytes", ["a", None], [["a"]], {"a"}, ["a"]], ids=lambda value: type(value).__name__
)
def test_a_value_that_no_form_can_hold_is_refused(value: object) -> None:
    with pytest.raises(UsageError):
        as_text(value, "|" if isinstance(value, list) and value != ["a"] else "")


@pytest.mark.parametrize("value", [b"0123", bytearray(b"0123")], ids=repr)
def test_bytes_are_not_taken_for_a_list_of_numbers(value: object) -> None:
    with pytest.raises(UsageError):
        as_text(value, "|")


def test_fields_that_were_not_given_are_not_sent() -> None:
    assert row(F("a"), F("b"), F("c")).form((None, "x", None), UNKNOWN) == {"b": "x"}


def test_an_empty_text_and_false_and_zero_are_sent() -> None:
    assert row(F("a"), F("b"), F("c")).form(("", False, 0), UNKNOWN) == {"a": "", "b": "false", "c": "0"}


def test_files_are_no_fields() -> None:
    assert row(F("torrents", is_files=True), F("b")).form((b"data", "x"), UNKNOWN) == {"b": "x"}


def test_a_json_field_is_written_as_json() -> None:
    assert form(F("json", is_json=True), {"a": [1, None, True]}) == {"json": '{"a":[1,null,true]}'}


@pytest.mark.parametrize("value", [{"a": object()}, object(), {1j: 2}], ids=lambda value: type(value).__name__)
def test_what_json_cannot_hold_is_refused_in_plain_words(value: object) -> None:
    with pytest.raises(UsageError):
        form(F("json", is_json=True), value)


def test_a_converter_is_asked_in_every_version() -> None:
    field = F("wire", convert=lambda value: f"<{value}>")
    assert form(field, "x", (4, 1, 0)) == form(field, "x", UNKNOWN) == {"wire": "<x>"}


# by version


def test_a_parameter_goes_by_its_old_name_before_it_was_renamed() -> None:
    field = F("new", before=(5, 0, 0), old_name="old")
    assert form(field, "x", (4, 6, 7)) == {"old": "x"}
    assert form(field, "x", (5, 0, 0)) == {"new": "x"}
    assert form(field, "x", UNKNOWN) == {"new": "x"}


def test_a_word_goes_by_its_old_one_before_it_was_renamed() -> None:
    field = F("filter", before=(5, 0, 0), old_words={"stopped": "paused"})
    assert form(field, "stopped", (4, 6, 7)) == {"filter": "paused"}
    assert form(field, "stopped", (5, 0, 0)) == {"filter": "stopped"}
    assert form(field, "seeding", (4, 6, 7)) == {"filter": "seeding"}


def test_an_old_form_of_a_value_is_made_before_it_changed() -> None:
    field = F("contentLayout", before=(4, 3, 2), old_name="root_folder", old_value=lambda value: value != "NoSubfolder")
    assert form(field, "NoSubfolder", (4, 2, 5)) == {"root_folder": "false"}
    assert form(field, "NoSubfolder", (4, 3, 2)) == {"contentLayout": "NoSubfolder"}


def test_a_parameter_renamed_without_change_of_meaning_goes_by_both_names() -> None:
    field = F("stopped", also="paused")
    for version in (UNKNOWN, (4, 2, 5), (5, 3, 0)):
        assert form(field, True, version) == {"stopped": "true", "paused": "true"}
    assert not row(field).depends_on_version((True,))


def test_a_field_that_became_required_is_sent_with_its_default_from_then_on() -> None:
    field = F("mode", required_since=(5, 2, 0), required_default="Default")
    assert form(field, None, (5, 1, 0)) == {}
    assert form(field, None, (5, 2, 0)) == {"mode": "Default"}
    assert form(field, "Stop", (5, 2, 0)) == {"mode": "Stop"}
    assert row(field).depends_on_version((None,))


def test_a_field_that_was_always_required_is_sent_with_its_default() -> None:
    field = F("deleteFiles", required_default="false")
    assert form(field, None, UNKNOWN) == form(field, None, (4, 1, 0)) == {"deleteFiles": "false"}
    assert not row(field).depends_on_version((None,))


@pytest.mark.parametrize(
    ("field", "value", "depends"),
    [
        (F("a"), "x", False),
        (F("a", since=(5, 0, 0)), "x", True),
        (F("a", since=(5, 0, 0)), None, False),
        (F("a", until=(5, 0, 0)), "x", True),
        (F("a", before=(5, 0, 0), old_name="b"), "x", True),
        (F("a", before=(5, 0, 0), old_words={"stopped": "paused"}), "stopped", True),
        (F("a", before=(5, 0, 0), old_words={"stopped": "paused"}), "seeding", False),
    ],
)
def test_the_version_is_asked_for_only_where_it_matters(field: F, value: object, depends: bool) -> None:
    assert row(field).depends_on_version((value,)) is depends


def test_a_row_that_came_or_went_or_was_renamed_depends_on_the_version() -> None:
    assert row(since=(5, 0, 0)).depends_on_version(())
    assert row(until=(5, 0, 0)).depends_on_version(())
    assert row(was=(Was("torrents/old", (5, 0, 0)),)).depends_on_version(())
    assert not row().depends_on_version(())


def test_the_path_is_that_of_the_version() -> None:
    twice = row(was=(Was("torrents/first", (4, 2, 0)), Was("torrents/second", (5, 0, 0))))
    assert twice.path_in((4, 1, 9)) == "torrents/first"
    assert twice.path_in((4, 2, 0)) == twice.path_in((4, 6, 7)) == "torrents/second"
    assert twice.path_in((5, 0, 0)) == twice.path_in(UNKNOWN) == "torrents/do"


def test_an_action_that_the_version_has_not_got_is_refused_with_both_versions_named() -> None:
    with pytest.raises(UnsupportedError, match=r"5\.0\.0.*4\.6\.7"):
        row(since=(5, 0, 0)).path_in((4, 6, 7))
    with pytest.raises(UnsupportedError, match=r"5\.0\.0.*5\.3\.0"):
        row(until=(5, 0, 0)).path_in((5, 3, 0))
    assert row(since=(5, 0, 0)).path_in((5, 0, 0)) == row(until=(5, 0, 0)).path_in((4, 6, 7)) == "torrents/do"


def test_a_parameter_that_the_version_does_not_know_is_refused_by_its_own_name() -> None:
    with pytest.raises(UnsupportedError, match=r"`include_files`.*5\.2\.0.*5\.1\.0"):
        row(F("includeFiles", name="include_files", since=(5, 2, 0))).refuse_unfit((True,), (5, 1, 0))
    with pytest.raises(UnsupportedError, match="`cookie` is gone"):
        row(F("cookie", until=(5, 1, 0))).refuse_unfit(("x",), (5, 1, 0))


def test_a_parameter_that_was_not_given_is_never_refused() -> None:
    row(F("a", since=(5, 2, 0)), F("b", until=(4, 1, 0))).refuse_unfit((None, None), (5, 1, 0))


def test_nothing_is_refused_while_the_version_is_unknown() -> None:
    row(F("a", since=(5, 2, 0)), F("b", until=(4, 1, 0))).refuse_unfit(("x", "y"), UNKNOWN)


# selections


@pytest.mark.parametrize("value", [[], (), set[str](), frozenset[str](), {}], ids=repr)
def test_an_empty_selection_is_refused_where_it_would_mean_something_else(value: object) -> None:
    with pytest.raises(EmptySelectionError, match="`hashes` is empty"):
        row(F("hashes", join="|", is_not_empty=True)).refuse_unfit((value,), UNKNOWN)


@pytest.mark.parametrize("value", ["all", ["a"], None], ids=repr)
def test_a_selection_that_says_something_is_let_through(value: object) -> None:
    row(F("hashes", join="|", is_not_empty=True)).refuse_unfit((value,), UNKNOWN)


def test_an_empty_list_is_sent_where_it_is_harmless() -> None:
    row(F("tags", join=",")).refuse_unfit(([],), UNKNOWN)


# values that can be read once


def test_a_generator_is_kept_for_a_second_wording() -> None:
    def once() -> Iterator[str]:
        yield from ("a", "b")

    kept = settled(once())
    assert as_text(kept, "|") == as_text(kept, "|") == "a|b"


@pytest.mark.parametrize("value", ["text", b"bytes", None, 7, True, {"a": 1}, Path("x")], ids=repr)
def test_what_can_be_read_again_is_left_as_it_is(value: object) -> None:
    assert settled(value) is value
