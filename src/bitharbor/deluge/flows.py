"""One call of Deluge, and the login before it.

Rule 1: whatever decides to connect, to log in, to ask once more or to give up is here; nothing here waits by itself.
Rule 2: a method that may change something is sent once; after it may have arrived, what became of it is not known, and said so.
        A question is asked once more after the connection broke, but not where it was hung up here.
Rule 3: callers at the same time share one attempt to connect, and its failure. A wrong password is tried once, until somebody
        asks to connect.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..errors import BitharborError, ConnectionLostError, DeadlineError, LoginFailed, WrongDaemonError
from ..model.json import Json
from ..wire.effects import NOW, Exclusive, Fault, Kind
from .effects import Ask, Dial, FindCredentials, Flow, HangUp
from .framing import Outcome, Raised, Returned
from .refusals import failed, refused
from .session import Session

# what only asks, beside all that is called get_something; of 2.2.1~dev's own methods
QUESTIONS: Final = frozenset(
    {"daemon.info", "daemon.authorized_call", "core.glob", "core.is_session_paused", "core.test_listen_port"}
)

HUNG_UP: Final = Fault(Kind.LOST, was_sent=False, cause=ConnectionError("this client hung up"))


def is_question(method: str) -> bool:
    """Whether a method changes nothing."""
    return method in QUESTIONS or method.rpartition(".")[2].startswith("get_")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a user's."""

    method: str
    args: Sequence[object] = field(default=(), repr=False)
    kwargs: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)


def fetch(session: Session, call: Call) -> Flow[Json]:
    """A method's answer."""
    deadline, hung_up = (yield NOW) + session.timeout, session.hung_up
    outcome = yield from asked(session, call, deadline)
    is_broken = isinstance(outcome, Fault) and outcome.kind is Kind.LOST and (not outcome.was_sent or is_question(call.method))
    if is_broken and session.hung_up == hung_up:
        outcome = yield from asked(session, call, deadline)
    return answered(session, call, outcome)


def subscribe(session: Session, names: Collection[str]) -> Flow[None]:
    """Let the daemon push events of these names."""
    deadline = (yield NOW) + session.timeout
    yield from ready(session, deadline)
    yield from interested(session, names, deadline)


def connect(session: Session) -> Flow[None]:
    """Connect and log in because somebody asked for it: old refusals are forgotten."""
    seen, hung_up = session.attempts, session.hung_up
    session.refusal = None
    deadline = (yield NOW) + session.timeout
    if not session.is_open:
        yield Exclusive(opened(session, seen, hung_up, deadline), deadline)


def disconnect(session: Session) -> Flow[None]:
    """Hang up. Whoever is about to connect, or waits for an answer, does not connect again."""
    session.hung_up += 1
    session.is_open = False
    yield HangUp()


def asked(session: Session, call: Call, deadline: float) -> Flow[Outcome | Fault]:
    """What comes of asking once, over an open connection."""
    yield from ready(session, deadline)
    epoch = session.epoch
    outcome: Outcome | Fault = yield Ask(call.method, tuple(call.args), call.kwargs, deadline)
    if isinstance(outcome, Fault) and outcome.kind is not Kind.TIMEOUT and session.epoch == epoch:
        session.is_open = False
    return outcome


def answered(session: Session, call: Call, outcome: Outcome | Fault) -> Json:
    """The answer, or the error that it is."""
    match outcome:
        case Returned(value):
            return value
        case Raised():
            raise refused(call.method, outcome, is_read=is_question(call.method))
        case Fault():
            raise failed(call.method, session.address, outcome, is_read=is_question(call.method)) from outcome.cause


def ready(session: Session, deadline: float) -> Flow[None]:
    """See to it that somebody is logged in."""
    if not session.is_open:
        yield Exclusive(opened(session, session.attempts, session.hung_up, deadline), deadline)


def opened(session: Session, seen: int, hung_up: int, deadline: float) -> Flow[None]:
    """Connect and log in, unless another did so while this waited for its turn; that one's failure is ours.

    :param seen: the number of attempts when the wait began
    :param hung_up: how often somebody had hung up then; whoever did since wants no connection
    """
    if session.is_open:
        return
    if session.attempts != seen and session.failure:
        raise session.failure.again()
    if session.hung_up != hung_up:
        raise failed("connecting", session.address, HUNG_UP)
    if session.refusal:
        raise session.refusal.again()
    session.attempts += 1
    session.failure = None
    try:
        yield from dialled(session, deadline)
        yield from introduced(session, deadline)
        yield from logged_in(session, deadline)
        session.subscribed.clear()
        yield from interested(session, session.interests, deadline)
        if session.hung_up != hung_up:
            raise failed("connecting", session.address, HUNG_UP)
    except BitharborError as error:
        session.failure = error
        session.refusal = error if isinstance(error, LoginFailed) else None
        yield HangUp()
        raise
    except BaseException:
        yield HangUp()
        raise
    session.epoch += 1
    session.is_open = True


def dialled(session: Session, deadline: float) -> Flow[None]:
    """Open the connection."""
    fault: Fault | None = yield Dial(deadline)
    if fault:
        raise failed("connecting", session.address, fault) from fault.cause


def introduced(session: Session, deadline: float) -> Flow[None]:
    """Learn the version, which every Deluge 2 tells to everyone; what does not is none."""
    outcome = yield from privately(session, "daemon.info", deadline=deadline)
    if not isinstance(outcome, str) or not outcome:
        raise WrongDaemonError(f"what answers at {session.address} is no Deluge daemon", acted=False)
    session.version = outcome


def logged_in(session: Session, deadline: float) -> Flow[None]:
    """Log in. Any text as the client's version does, but one has to be given (2.0.3 to 2.2.1~dev)."""
    user, password = session.user, session.password
    if not user:
        user, password = yield FindCredentials()
    level = yield from privately(session, "daemon.login", user, password, deadline=deadline, client_version=session.version)
    session.level = level if isinstance(level, int) else 0


def interested(session: Session, names: Collection[str], deadline: float) -> Flow[None]:
    """Tell the daemon which events to send. It forgets them with the connection, and takes every name."""
    missing = sorted(set(names) - session.subscribed)
    if missing:
        yield from privately(session, "daemon.set_event_interest", missing, deadline=deadline)
        session.subscribed.update(missing)


def privately(session: Session, method: str, *args: object, deadline: float, **kwargs: object) -> Flow[Json]:
    """Ask something of our own, that changes nothing for others."""
    outcome: Outcome | Fault = yield Ask(method, args, kwargs, deadline)
    try:
        return answered(session, Call(method), outcome)
    except BitharborError as error:
        error.acted = False
        if isinstance(error, ConnectionLostError | DeadlineError):
            error.hint = "if it happens again, see whether this is the port of Deluge's daemon, 58846 by default"
        raise
