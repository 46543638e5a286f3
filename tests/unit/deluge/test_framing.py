"""Frames: messages come out whole however the bytes arrive, and what is no Deluge 2 is named."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.deluge import rencode
from bitharbor.deluge.framing import Codec, Raised, Returned, question
from bitharbor.errors import AnswerError, AnswerTooLargeError, BadAnswerError, WrongDaemonError
from bitharbor.wire.messages import Answer, Event


def frame(message: Any) -> bytes:
    body = zlib.compress(rencode.encode(message))
    return struct.pack(">BI", 1, len(body)) + body


KWARGS: dict[str, int] = {}
NO_ARGS: list[int] = []
STREAM = (
    frame([1, 7, {"name": "x"}])
    + frame([3, "TorrentAddedEvent", ["0" * 40, False]])
    + frame([2, 8, "InvalidTorrentError", ["not in session"], KWARGS, "Traceback ..."])
    + frame([2, 9, "WrappedException", ["'a'", "KeyError", "Traceback ..."], KWARGS, "Traceback ..."])
)
MESSAGES = [
    Answer(7, Returned({"name": "x"})),
    Event("TorrentAddedEvent", ("0" * 40, False)),
    Answer(8, Raised("InvalidTorrentError", "not in session", ("not in session",))),
    Answer(9, Raised("KeyError", "'a'", ("'a'",))),
]


def fed(codec: Codec, pieces: Iterable[bytes]) -> list[object]:
    return [message for piece in pieces for message in codec.feed(piece)]


@patient
@given(st.lists(st.integers(0, len(STREAM))))
def test_messages_come_whole_however_the_bytes_are_cut(cuts: list[int]) -> None:
    places = pairwise([0, *sorted(cuts), len(STREAM)])
    assert fed(Codec(), (STREAM[one:other] for one, other in places)) == MESSAGES


def test_a_question_is_a_list_of_calls_in_one_frame() -> None:
    data = question(3, "core.glob", ["*"], {"x": 1})
    version, length = struct.unpack(">BI", data[:5])
    assert (version, length) == (1, len(data) - 5)
    assert rencode.decode(zlib.decompress(data[5:])) == [[3, "core.glob", ["*"], {"x": 1}]]


def test_the_daemons_traceback_is_not_kept() -> None:
    assert "Traceback" not in repr(fed(Codec(), [STREAM]))


def test_deluge_1_3_is_named() -> None:
    with pytest.raises(WrongDaemonError, match=r"1\.3"):
        fed(Codec(), [zlib.compress(rencode.encode([1, 1, "1.3.15"]))])


@pytest.mark.parametrize("data", [b"HTTP/1.1 400 Bad Request\r\n", b"220 mail ESMTP", b"\x00"])
def test_what_is_no_deluge_is_named(data: bytes) -> None:
    with pytest.raises(WrongDaemonError, match="no Deluge"):
        fed(Codec(), [data])


def test_messages_before_a_broken_one_are_not_lost() -> None:
    messages = Codec().feed(STREAM + b"\x02")
    assert [next(messages) for _ in MESSAGES] == MESSAGES
    with pytest.raises(BadAnswerError):
        next(messages)


def test_an_announced_length_beyond_the_limit_is_refused_before_it_comes() -> None:
    with pytest.raises(AnswerTooLargeError):
        fed(Codec(packed_limit=1000), [struct.pack(">BI", 1, 1001)])


def test_a_small_frame_that_unpacks_beyond_the_limit_is_refused() -> None:
    bomb = zlib.compress(b"\x00" * 50_000_000, 9)
    with pytest.raises(AnswerTooLargeError):
        fed(Codec(unpacked_limit=1_000_000), [struct.pack(">BI", 1, len(bomb)) + bomb])


def with_header(body: bytes) -> bytes:
    return struct.pack(">BI", 1, len(body)) + body


@pytest.mark.parametrize(
    "data",
    [
        with_header(b""),
        with_header(b"nonsense"),
        with_header(zlib.compress(b"\x00" * 100)[:-6]),
        with_header(zlib.compress(rencode.encode([1, 1, 1])) + b"more"),
        frame([]),
        frame([1, 2]),
        frame([4, 1, 1]),
        frame(["1", 1, 1]),
        frame([3, 1, NO_ARGS]),
        frame({"a": 1}),
        frame(None),
    ],
)
def test_frames_of_another_form_are_bad_answers(data: bytes) -> None:
    with pytest.raises(BadAnswerError):
        fed(Codec(), [data])


@patient
@given(st.lists(st.binary(max_size=60), max_size=6), st.booleans())
def test_no_bytes_lead_to_an_error_of_another_kind(pieces: list[bytes], has_header: bool) -> None:
    try:
        fed(Codec(1000, 1000), [with_header(piece) for piece in pieces] if has_header else pieces)
    except AnswerError:
        return


@patient
@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=6), max_leaves=20))
def test_no_message_leads_to_an_error_of_another_kind(message: Any) -> None:
    try:
        fed(Codec(), [frame(message)])
    except (AnswerError, ValueError):  # ValueError: a number that cannot be sent
        return
