"""Which language is spoken, what is repeated, and what a refusal becomes."""

from __future__ import annotations

import itertools

import pytest

from bitharbor import errors
from bitharbor.rtorrent.flows.calling import ask, invocation, tell
from bitharbor.rtorrent.session import Language
from bitharbor.rtorrent.values import Invocation, Refusal
from bitharbor.wire.effects import Fault, Kind, Reply

from .daemon import DOWN, LOST, Daemon

ONE = invocation("d.start", "A" * 40)
PAGE = Reply(200, {}, b"<html><head><title>Portal</title></head></html>")
BOTH = pytest.mark.parametrize("is_young", [True, False], ids=["0.16", "0.9"])


def test_an_old_daemon_is_asked_in_json_once_and_then_never() -> None:
    daemon = Daemon(is_young=False)
    for _ in range(3):
        assert daemon.run(tell(daemon.session, ONE)) == [0]
    assert daemon.languages == ["json", "xml", "xml", "xml"]
    assert daemon.acted == [ONE] * 3


def test_a_young_daemon_costs_no_request_more() -> None:
    daemon = Daemon()
    assert daemon.run(tell(daemon.session, ONE, ONE)) == [0, 0]
    assert daemon.languages == ["json"]


def test_a_daemon_that_was_replaced_by_an_old_one_is_understood() -> None:
    daemon = Daemon()
    daemon.run(tell(daemon.session, ONE))
    daemon.is_young = False
    assert daemon.run(tell(daemon.session, ONE)) == [0]
    assert daemon.session.language is Language.XML


def test_a_daemon_that_was_replaced_by_a_young_one_is_learned_after_the_break() -> None:
    daemon = Daemon(is_young=False)
    daemon.run(tell(daemon.session, ONE))
    daemon.is_young, daemon.faults = True, [DOWN]
    for _ in range(2):
        daemon.run(tell(daemon.session, ONE))
    assert daemon.session.language is Language.JSON


def test_bytes_go_in_xml_also_to_a_young_daemon() -> None:
    daemon = Daemon()
    daemon.run(tell(daemon.session, ONE))
    daemon.run(tell(daemon.session, invocation("load.raw", "", b"\xff")))
    assert daemon.languages == ["json", "xml"]
    assert daemon.acted[-1] == Invocation("load.raw", ("", b"\xff"))
    assert daemon.session.language is Language.JSON


def test_a_name_that_json_cannot_carry_is_asked_in_xml_from_then_on() -> None:
    daemon = Daemon()
    spoiled = Refusal(-32700, "[json.exception.type_error.316] invalid UTF-8 byte at index 7: 0xF6")
    daemon.respond = lambda call: spoiled if daemon.languages[-1] == "json" else "name"
    for _ in range(2):
        assert daemon.run(ask(daemon.session, invocation("d.name", "A" * 40))) == ["name"]
    assert daemon.languages == ["json", "xml", "xml"]


def test_what_acts_is_not_repeated_because_of_a_name() -> None:
    daemon = Daemon(respond=lambda call: Refusal(-32700, "[json.exception.type_error.316] invalid UTF-8"))
    with pytest.raises(errors.BadAnswerError) as raised:
        daemon.run(tell(daemon.session, ONE))
    assert raised.value.acted is True
    assert daemon.acted == [ONE]


@BOTH
@pytest.mark.parametrize("faults", list(itertools.product([LOST, DOWN, None], repeat=3)))
def test_an_order_reaches_the_daemon_once_whatever_breaks(faults: tuple[Fault | None, ...], is_young: bool) -> None:
    daemon = Daemon(is_young=is_young, faults=list(faults))
    error: errors.TransportError | None = None
    try:
        assert daemon.run(tell(daemon.session, ONE)) == [0]
    except errors.TransportError as raised:
        error = raised
    if error is None:
        assert daemon.acted == [ONE]
    elif daemon.acted:
        assert (daemon.acted, error.acted) == ([ONE], None)


@BOTH
@pytest.mark.parametrize("faults", [[LOST], [DOWN], [LOST, LOST], [DOWN, LOST]])
def test_a_question_survives_two_faults(faults: list[Fault | Reply | None], is_young: bool) -> None:
    daemon = Daemon(respond=lambda call: "text", is_young=is_young, faults=faults)
    assert daemon.run(ask(daemon.session, invocation("d.name", "A" * 40))) == ["text"]


def test_a_daemon_that_stays_away_is_given_up() -> None:
    daemon = Daemon(faults=[DOWN] * 9)
    with pytest.raises(errors.UnreachableError) as raised:
        daemon.run(ask(daemon.session, ONE))
    assert raised.value.acted is False
    assert len(daemon.faults) == 6


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (PAGE, errors.WrongDaemonError),
        (Reply(0, {}, b"SSH-2.0-OpenSSH_9.2"), errors.WrongDaemonError),
        (Reply(302, {}, b""), errors.WrongDaemonError),
        (Reply(200, {}, b""), errors.WrongDaemonError),
        (Reply(200, {}, b'{"cut'), errors.BadAnswerError),
        (Reply(200, {}, b"[]"), errors.BadAnswerError),
        (Reply(401, {}, b""), errors.LoginRequiredError),
        (Reply(403, {}, b""), errors.ForbiddenError),
        (Reply(404, {}, b""), errors.NotFoundError),
        (Reply(502, {}, b"<html>"), errors.ServerError),
        (Fault(Kind.TOO_LARGE, was_sent=True, cause=ValueError()), errors.AnswerTooLargeError),
        (Fault(Kind.TIMEOUT, was_sent=True, cause=TimeoutError()), errors.DeadlineError),
        (Fault(Kind.TLS, was_sent=False, cause=OSError()), errors.TlsError),
    ],
)
def test_what_is_no_answer_of_rtorrent_becomes_its_error(reply: Reply | Fault, kind: type[errors.BitharborError]) -> None:
    daemon = Daemon(faults=[reply])
    with pytest.raises(kind):
        daemon.run(ask(daemon.session, ONE))


def test_a_refused_password_is_told_from_a_missing_one() -> None:
    daemon = Daemon(faults=[Reply(401, {}, b"")])
    daemon.session.has_credentials = True
    with pytest.raises(errors.LoginFailed):
        daemon.run(ask(daemon.session, ONE))


# code and text as 0.9.8 and 0.16.17 (XML, then JSON) send them
@pytest.mark.parametrize(
    ("refusal", "kind"),
    [
        (Refusal(-501, "Could not find info-hash."), errors.UnknownTorrentError),
        (Refusal(-503, "invalid parameters: info-hash not found"), errors.UnknownTorrentError),
        (Refusal(-32602, "invalid parameters: info-hash not found"), errors.UnknownTorrentError),
        (Refusal(-506, "Method 'd.start' not defined"), errors.UnknownMethodError),
        (Refusal(-32601, "method not found: d.start"), errors.UnknownMethodError),
        (Refusal(-503, 'Command "d.nosuch" does not exist.'), errors.UnknownMethodError),
        (Refusal(-507, 'Command "execute.throw" is not allowed for untrusted connections.'), errors.UnsupportedError),
        (Refusal(-32601, 'Command "execute.throw" is not allowed for untrusted connections.'), errors.UnsupportedError),
        (Refusal(-503, "Bad return code."), errors.RpcError),
        (
            Refusal(-503, "Call XML not a proper XML-RPC call.  XML-RPC request too large.  Max allowed is 524288 bytes"),
            errors.UploadRefusedError,
        ),
    ],
)
def test_a_refusal_becomes_its_error_beside_the_answers_of_others(refusal: Refusal, kind: type[errors.BitharborError]) -> None:
    daemon = Daemon(respond=lambda call: refusal if call == ONE else "text")
    first, second = daemon.run(tell(daemon.session, ONE, invocation("d.name", "A" * 40)))
    assert type(first) is kind
    assert second == "text"


@BOTH
def test_a_command_that_has_another_name_there_is_called_by_it_from_then_on(is_young: bool) -> None:
    unknown = Refusal(-506, "Method 'd.multicall' not defined")
    daemon = Daemon(respond=lambda call: unknown if call.method == "d.multicall" else call.method, is_young=is_young)
    for _ in range(2):
        answers = daemon.run(ask(daemon.session, invocation("d.multicall", "", "main"), invocation("d.name", "A" * 40)))
        assert answers == ["d.multicall2", "d.name"]
    assert daemon.methods.count("d.multicall") == 1


def test_a_command_that_has_no_other_name_there_is_unknown_once() -> None:
    daemon = Daemon(respond=lambda call: Refusal(-506, f"Method '{call.method}' not defined"))
    (answer,) = daemon.run(tell(daemon.session, invocation("d.multicall", "", "main")))
    assert isinstance(answer, errors.UnknownMethodError)
    assert daemon.methods == ["d.multicall", "d.multicall2"]


def test_introspection_is_asked_in_the_only_language_that_has_it() -> None:
    daemon = Daemon()
    daemon.run(ask(daemon.session, invocation("system.listMethods")))
    assert daemon.languages == ["xml"]


def test_a_parameter_that_nothing_can_carry_is_never_sent() -> None:
    daemon = Daemon()
    with pytest.raises(errors.UsageError):
        daemon.run(tell(daemon.session, invocation("d.custom1.set", "A" * 40, "\ud800")))
    assert daemon.languages == []
