"""Fetching a `.torrent` from the web, walked without a socket: redirects, faults, and what may not show or be followed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bitharbor.errors import (
    AnswerTooLargeError,
    BadAnswerError,
    BitharborError,
    DeadlineError,
    StatusError,
    UnreachableError,
    UsageError,
)
from bitharbor.model.url import shown
from bitharbor.unified.fetching import LIMIT, REDIRECTS_LIMIT, fetch
from bitharbor.wire.effects import Fault, Kind, Now, Reply, Request, Send

START = "https://user:s3cret@example.org/s3cret/a.torrent?passkey=s3cret"
NOW, SECONDS = 1000.0, 30.0


def walked(outcomes: Sequence[Reply | Fault], url: str = START) -> tuple[bytes | BitharborError, list[Request]]:
    """What a fetch gives after these outcomes, and what it sent."""
    flow = fetch(url, SECONDS)
    sent: list[Request] = []
    left = iter(outcomes)
    answer: object = None
    while True:
        try:
            effect = flow.send(answer)
        except StopIteration as end:
            return end.value, sent
        except BitharborError as error:
            return error, sent
        if isinstance(effect, Now):
            answer = NOW
            continue
        assert isinstance(effect, Send)
        sent.append(effect.request)
        answer = next(left)


def moved(location: str, status: int = 302) -> Reply:
    return Reply(status, {"Location": location}, b"")


def fault(kind: Kind) -> Fault:
    return Fault(kind, was_sent=True, cause=OSError(kind.value))


FOUND = Reply(200, {}, b"d4:infode")


def test_what_is_there_is_given_and_asked_for_with_a_bound_and_a_deadline() -> None:
    body, sent = walked([FOUND])
    assert body == FOUND.body
    assert [(one.method, one.url, one.limit, one.deadline) for one in sent] == [("GET", START, LIMIT, NOW + SECONDS)]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_within_the_one_deadline(status: int) -> None:
    body, sent = walked([moved("../b.torrent", status), moved("//mirror.example.org/c", status), FOUND])
    assert body == FOUND.body
    assert [one.url for one in sent][1:] == [
        "https://user:s3cret@example.org/b.torrent",
        "https://mirror.example.org/c",
    ]
    assert {one.deadline for one in sent} == {NOW + SECONDS}


def test_a_redirect_to_a_magnet_link_gives_the_link() -> None:
    link = "magnet:?xt=urn:btih:" + "a" * 40 + "&tr=https%3A%2F%2Ft%2Fa"
    body, sent = walked([moved("/b"), moved(link)])
    assert body == link.encode()
    assert len(sent) == 2


def test_redirects_without_end_are_given_up() -> None:
    error, sent = walked([moved("/again")] * (REDIRECTS_LIMIT + 1))
    assert isinstance(error, BadAnswerError)
    assert len(sent) == REDIRECTS_LIMIT + 1


@pytest.mark.parametrize("location", ["http://example.org/a", "file:///etc/passwd", "ftp://x/y", "http://[h"])
def test_a_redirect_to_a_less_trusted_place_is_not_followed(location: str) -> None:
    error, sent = walked([moved(location)])
    assert isinstance(error, BadAnswerError)
    assert len(sent) == 1


@pytest.mark.parametrize("url", ["http://[h", "http://h:port/", "https://", "http://:80/", "ftp://h"])
def test_what_is_no_web_address_is_refused_before_anything_is_sent(url: str) -> None:
    error, sent = walked([], url)
    assert isinstance(error, UsageError)
    assert sent == []


def test_a_redirect_without_a_place_leads_nowhere() -> None:
    error, _ = walked([Reply(302, {}, b"")] * (REDIRECTS_LIMIT + 1))
    assert isinstance(error, BadAnswerError)


CASES = [
    (Reply(404, {}, b"not here"), StatusError),
    (Reply(500, {}, b""), StatusError),
    (fault(Kind.TOO_LARGE), AnswerTooLargeError),
    (fault(Kind.TIMEOUT), DeadlineError),
    (fault(Kind.CONNECT), UnreachableError),
    (fault(Kind.TLS), UnreachableError),
    (fault(Kind.LOST), UnreachableError),
    (fault(Kind.OTHER), UnreachableError),
    (moved("http://example.org/a"), BadAnswerError),
]


@pytest.mark.parametrize(("outcome", "kind"), CASES)
def test_each_failure_has_its_class_says_that_nothing_was_added_and_shows_no_secret(
    outcome: Reply | Fault, kind: type[BitharborError]
) -> None:
    error, _ = walked([outcome])
    assert type(error) is kind
    assert isinstance(error, BitharborError)
    assert error.acted is False
    assert "https://example.org" in str(error)
    assert "s3cret" not in f"{error} {error!r}"


@pytest.mark.parametrize(
    ("url", "text"),
    [
        (START, "https://example.org"),
        ("http://u:p@[::1]:8080/a?b#c", "http://[::1]:8080"),
        (" UDP://Tracker.example:80/s3cret\n", "udp://tracker.example:80"),
        ("http://h", "http://h"),
        ("magnet:?tr=s3cret&xt=urn:btih:1&dn=a", "magnet:?xt=urn:btih:1"),
        ("http:///s3cret", "a http address without a host"),
        ("tracker.example/s3cret", "an address that cannot be understood"),
        ("http://u:p@[h", "an address that cannot be understood"),
        ("http://u:p@h:port", "an address that cannot be understood"),
    ],
)
def test_of_an_address_only_its_place_is_shown(url: str, text: str) -> None:
    assert shown(url) == text
