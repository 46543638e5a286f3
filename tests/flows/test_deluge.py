"""Deluge's flows through every sequence of what a connection can bring: nothing that changes something is sent twice, a wrong
password is tried once, and every end is an answer or an error of ours that tells whether the daemon may have acted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product

import pytest

from bitharbor.deluge import flows
from bitharbor.deluge.effects import Ask, Dial, Effect, FindCredentials, Flow, HangUp
from bitharbor.deluge.framing import Outcome, Raised, Returned
from bitharbor.deluge.session import Session
from bitharbor.errors import (
    AlreadyAddedError,
    BadAnswerError,
    BitharborError,
    ConnectionLostError,
    DeadlineError,
    LoginFailed,
    LoginRequiredError,
    NotPermittedError,
    RpcError,
    TlsError,
    TorrentRefusedError,
    UnknownMethodError,
    UnknownTorrentError,
    UnreachableError,
    UnsupportedError,
    WrongDaemonError,
)
from bitharbor.model.json import Json
from bitharbor.wire.effects import Exclusive, Fault, Kind, Now

HASH = "0" * 40
SECONDS = 60.0

LOST = Fault(Kind.LOST, was_sent=True, cause=ConnectionError("it broke"))
UNSENT = Fault(Kind.LOST, was_sent=False, cause=ConnectionError("no connection"))
LATE = Fault(Kind.TIMEOUT, was_sent=True, cause=TimeoutError())
NO_WAY = Fault(Kind.CONNECT, was_sent=False, cause=ConnectionRefusedError("refused"))
NO_TLS = Fault(Kind.TLS, was_sent=False, cause=OSError("wrong version number"))
GARBLED = Fault(Kind.OTHER, was_sent=True, cause=BadAnswerError("an answer cannot be read"))
FOREIGN = Fault(Kind.OTHER, was_sent=True, cause=WrongDaemonError("no Deluge"))
WRONG = Raised("BadLoginError", "Password does not match")

WAYS_TO_DIAL: tuple[Fault | None, ...] = (None, NO_WAY, NO_TLS)
WAYS_TO_LOG_IN: tuple[Outcome | Fault, ...] = (Returned(10), WRONG, LOST, LATE)
WAYS_TO_ANSWER: tuple[Outcome | Fault, ...] = (Returned("done"), Raised("KeyError", f"'{HASH}'"), LOST, UNSENT, LATE, GARBLED)


@dataclass
class Stage:
    """Plays the connection. What is not scripted goes well.

    :ivar sent: methods that may have arrived
    """

    dials: Iterator[Fault | None] = field(default_factory=lambda: iter(()))
    infos: Iterator[Outcome | Fault] = field(default_factory=lambda: iter(()))
    logins: Iterator[Outcome | Fault] = field(default_factory=lambda: iter(()))
    answers: Iterator[Outcome | Fault] = field(default_factory=lambda: iter(()))
    sent: list[str] = field(default_factory=list[str])
    dialled: int = 0
    hung_up: int = 0

    def run(self, flow: Flow[object]) -> object:
        """Run a flow to its end."""
        try:
            effect = next(flow)
            while True:
                try:
                    outcome = self._perform(effect)
                except BitharborError as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(outcome)
        except StopIteration as stop:
            result: object = stop.value
            return result

    def _perform(self, effect: Effect) -> object:
        match effect:
            case Now():
                return 0.0
            case Dial():
                self.dialled += 1
                return next(self.dials, None)
            case HangUp():
                self.hung_up += 1
                return None
            case FindCredentials():
                raise LoginRequiredError("no user name was given")
            case Exclusive(flow):
                return self.run(flow)
            case Ask():
                return self._answer(effect)

    def _answer(self, ask: Ask) -> Outcome | Fault:
        scripts: dict[str, tuple[Iterator[Outcome | Fault], Json]] = {
            "daemon.info": (self.infos, "2.2.0"),
            "daemon.login": (self.logins, 10),
        }
        script, usual = scripts.get(ask.method, (self.answers, "done"))
        outcome = next(script, Returned(usual))
        if not isinstance(outcome, Fault) or outcome.was_sent:
            self.sent.append(ask.method)
        return outcome


def session(user: str = "admin") -> Session:
    return Session("host:58846", user, "secret", SECONDS)


SEQUENCES = list(product(WAYS_TO_DIAL, WAYS_TO_LOG_IN, WAYS_TO_ANSWER, WAYS_TO_DIAL, WAYS_TO_LOG_IN, WAYS_TO_ANSWER))


@pytest.mark.parametrize("method", ["core.get_config", "core.pause_torrents"])
def test_no_sequence_sends_a_change_twice_or_ends_otherwise_than_told(method: str) -> None:
    for first_dial, first_login, first, second_dial, second_login, second in SEQUENCES:
        stage = Stage(iter([first_dial, second_dial]), logins=iter([first_login, second_login]), answers=iter([first, second]))
        known = session()
        try:
            answer = stage.run(flows.fetch(known, flows.Call(method)))
        except BitharborError as error:
            answer = error
        sent = stage.sent.count(method)
        assert sent <= (2 if flows.is_question(method) else 1)
        assert stage.sent.count("daemon.login") <= stage.dialled <= 2
        if isinstance(answer, LoginFailed):
            assert not known.is_open
        if isinstance(answer, BitharborError) and answer.acted is not False:
            assert sent
            assert not flows.is_question(method)
        elif not sent:
            assert isinstance(answer, BitharborError)


@pytest.mark.parametrize(("outcome", "is_repeated"), [(LOST, True), (UNSENT, True), (LATE, False), (GARBLED, False)])
def test_a_question_is_asked_once_more_after_the_connection_broke(outcome: Fault, is_repeated: bool) -> None:
    stage = Stage(answers=iter([outcome]))
    if is_repeated:
        assert stage.run(flows.fetch(session(), flows.Call("core.get_config"))) == "done"
        assert stage.dialled == 2
    else:
        with pytest.raises(BitharborError):
            stage.run(flows.fetch(session(), flows.Call("core.get_config")))
        assert stage.sent.count("core.get_config") == 1


def test_what_became_of_a_change_is_not_known_after_the_connection_broke() -> None:
    stage = Stage(answers=iter([LOST]))
    with pytest.raises(ConnectionLostError) as caught:
        stage.run(flows.fetch(session(), flows.Call("core.remove_torrents", ([HASH], True))))
    assert caught.value.acted is None
    assert stage.sent.count("core.remove_torrents") == 1


def test_the_next_call_connects_again() -> None:
    stage, known = Stage(answers=iter([LOST])), session()
    with pytest.raises(ConnectionLostError):
        stage.run(flows.fetch(known, flows.Call("core.pause_session")))
    assert stage.run(flows.fetch(known, flows.Call("core.pause_session"))) == "done"
    assert stage.dialled == 2


def test_events_are_asked_for_again_on_each_connection() -> None:
    stage, known = Stage(), session()
    known.interests["TorrentAddedEvent"] = 1
    stage.run(flows.subscribe(known, ["TorrentAddedEvent"]))
    stage.run(flows.subscribe(known, ["TorrentAddedEvent"]))
    assert stage.sent.count("daemon.set_event_interest") == 1
    known.is_open = False
    stage.run(flows.fetch(known, flows.Call("core.get_config")))
    assert stage.sent.count("daemon.set_event_interest") == 2


def test_a_wrong_password_is_not_tried_again_until_somebody_connects() -> None:
    stage, known = Stage(logins=iter([WRONG])), session()
    for _ in range(3):
        with pytest.raises(LoginFailed):
            stage.run(flows.fetch(known, flows.Call("core.get_config")))
    assert stage.sent == ["daemon.info", "daemon.login"]
    stage.run(flows.connect(known))
    assert known.is_open


def test_who_waited_for_an_attempt_shares_its_failure() -> None:
    stage, known = Stage(iter([NO_WAY])), session()
    waiting = flows.opened(known, known.attempts, known.hung_up, SECONDS)
    with pytest.raises(UnreachableError):
        stage.run(flows.opened(known, known.attempts, known.hung_up, SECONDS))
    with pytest.raises(UnreachableError):
        stage.run(waiting)
    assert stage.dialled == 1


def test_an_interrupted_login_hangs_up() -> None:
    flow = flows.fetch(session(), flows.Call("core.get_config"))
    assert isinstance(next(flow), Now)
    exclusive = flow.send(0.0)
    assert isinstance(exclusive, Exclusive)
    assert isinstance(next(exclusive.flow), Dial)
    assert isinstance(exclusive.flow.throw(KeyboardInterrupt()), HangUp)
    with pytest.raises(KeyboardInterrupt):
        exclusive.flow.send(None)


@pytest.mark.parametrize(
    ("make", "error", "acted"),
    [
        (lambda: Stage(iter([NO_WAY])), UnreachableError, False),
        (lambda: Stage(iter([NO_TLS])), TlsError, False),
        (lambda: Stage(infos=iter([FOREIGN])), WrongDaemonError, False),
        (lambda: Stage(infos=iter([Returned(None)])), WrongDaemonError, False),
        (lambda: Stage(infos=iter([LOST])), ConnectionLostError, False),
        (lambda: Stage(infos=iter([LATE])), DeadlineError, False),
        (lambda: Stage(logins=iter([LOST])), ConnectionLostError, False),
        (lambda: Stage(logins=iter([Raised("IncompatibleClient", "3.0")])), UnsupportedError, False),
    ],
)
def test_every_way_not_to_get_in_has_its_error(
    make: Callable[[], Stage], error: type[BitharborError], acted: bool | None
) -> None:
    stage, known = make(), session()
    with pytest.raises(error) as caught:
        stage.run(flows.connect(known))
    assert caught.value.acted is acted
    assert not known.is_open
    assert stage.hung_up == 1
    assert "secret" not in f"{caught.value}{known}"


def test_without_a_user_name_the_daemons_own_account_is_looked_up() -> None:
    with pytest.raises(LoginRequiredError):
        Stage().run(flows.connect(session(user="")))


# seen on 2.0.3, 2.2.0 and 2.2.1~dev
REFUSALS: tuple[tuple[Raised, type[BitharborError]], ...] = (
    (Raised("AttributeError", "RPC call on invalid function: core.nonsense"), UnknownMethodError),
    (Raised("NotAuthorizedError", "1", (1, 5)), NotPermittedError),
    (Raised("NotAuthorizedError", ""), NotPermittedError),
    (Raised("AuthenticationRequired", "x"), LoginRequiredError),
    (Raised("AddTorrentError", f"Torrent already in session ({HASH})."), AlreadyAddedError),
    (Raised("AddTorrentError", "Torrent already being added."), AlreadyAddedError),
    (Raised("AddTorrentError", "Unable to add torrent, decoding filedump failed: x"), TorrentRefusedError),
    (Raised("AddTorrentError", "Unable to add magnet, invalid magnet info: magnet:?"), TorrentRefusedError),
    (Raised("InvalidTorrentError", "torrent_id is not in session"), UnknownTorrentError),
    (Raised("KeyError", f"'{HASH}'"), UnknownTorrentError),
    (Raised("Exception", "Unknown Torrent"), UnknownTorrentError),
    (Raised("RuntimeError", "invalid torrent handle used"), UnknownTorrentError),
    (Raised("KeyError", "'nonsense'"), RpcError),
    (Raised("TypeError", "takes from 1 to 2 positional arguments"), RpcError),
    (Raised("AttributeError", "'NoneType' object has no attribute 'x'"), RpcError),
    (Raised("Exception", "Unknown Label"), RpcError),
    (Raised("", "{text} {0}"), RpcError),
)


@pytest.mark.parametrize(("raised", "error"), REFUSALS, ids=[f"{raised.name} {raised.text}"[:40] for raised, _ in REFUSALS])
def test_each_exception_of_the_daemon_is_one_situation(raised: Raised, error: type[BitharborError]) -> None:
    with pytest.raises(BitharborError) as caught:
        Stage(answers=iter([raised])).run(flows.fetch(session(), flows.Call("core.x")))
    assert type(caught.value) is error
