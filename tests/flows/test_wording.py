"""What a request carries beside its fields: headers, keys, cookies."""

from __future__ import annotations

import traceback
from collections.abc import Mapping

import pytest
from tests.flows.stage import ScriptedTransport

from bitharbor.errors import UsageError
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import Extra, call
from bitharbor.qbittorrent.session import Session
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Reply, Request

VERSION = Reply(200, {}, b"v5.1.0")


def sent(session: Session, *answers: Reply, headers: Mapping[str, str] | None = None) -> list[Request]:
    """The requests of as many app/version as there are answers."""
    replies = iter(answers or [VERSION])
    transport = ScriptedTransport(lambda _: next(replies))
    for _ in answers or [VERSION]:
        Driver(transport).run(call(session, ops.APP_VERSION, (), extra=Extra(headers=headers or {})))
    return transport.seen


def test_an_api_key_is_sent_as_a_bearer_and_never_with_a_login() -> None:
    (request,) = sent(Session("daemon", ("http",), user="harbour", password="secret", api_key="key"))
    assert request.headers == {"Authorization": "Bearer key"}
    assert request.url.endswith("app/version")


def test_headers_of_the_client_and_of_the_call_are_sent_and_the_calls_count_more() -> None:
    session = Session("daemon", ("http",), headers={"X-One": "client", "X-Two": "client"})
    (request,) = sent(session, headers={"X-Two": "call"})
    assert request.headers == {"X-One": "client", "X-Two": "call"}
    assert session.headers == {"X-One": "client", "X-Two": "client"}


@pytest.mark.parametrize("key", ["s3cret\n", "s3cret\r\nX-Evil: 1", "s3cret\x00", "s3cret\u20ac"], ids=repr)
def test_a_key_that_no_header_can_hold_is_refused_and_does_not_show(key: str) -> None:
    """A key that is read from a file brings its line end along."""
    with pytest.raises(UsageError) as caught:
        sent(Session("daemon", ("http",), api_key=key))
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("value", ["s3cret\n", "s3cret\u20ac"], ids=repr)
def test_a_header_that_cannot_be_sent_is_refused_by_its_name(value: str) -> None:
    for session, headers in (
        (Session("daemon", ("http",), headers={"X-Own": value}), {}),
        (Session("daemon", ("http",)), {"X-Own": value}),
    ):
        with pytest.raises(UsageError, match="X-Own") as caught:
            sent(session, headers=headers)
        assert "s3cret" not in "".join(traceback.format_exception(caught.value))


def test_cookies_are_kept_replaced_and_ended_as_the_daemon_says() -> None:
    session = Session("daemon", ("http",))

    def told(*lines: str) -> dict[str, str]:
        sent(session, Reply(200, {}, b"v5.1.0", lines))
        return dict(session.cookies)

    assert told("SID=1; HttpOnly; path=/", "route=7") == {"SID": "1", "route": "7"}
    assert told("SID=2") == {"SID": "2", "route": "7"}
    assert told("SID=; path=/") == {"route": "7"}
    assert told("route=7; Max-Age=0") == {}
    assert told("SID=a=b==; path=/") == {"SID": "a=b=="}
    assert told("SID", "", ";;;") == {"SID": "a=b=="}


@pytest.mark.parametrize("line", ["SID=\udcff", "SID=a\x01b", "SID=\u20ac", "=", "=x", "S\udcffID=1"], ids=repr)
def test_a_cookie_that_no_header_can_hold_is_not_kept(line: str) -> None:
    session = Session("daemon", ("http",), cookies={"SID": "1"})
    sent(session, Reply(200, {}, b"v5.1.0", (line,)))
    assert session.cookies == {"SID": "1"}


def test_a_request_on_its_way_does_not_see_cookies_that_come_later() -> None:
    session = Session("daemon", ("http",))
    first, second = sent(session, Reply(200, {}, b"v5.1.0", ("SID=1",)), VERSION)
    assert first.cookies == {}
    assert second.cookies == {"SID": "1"}
