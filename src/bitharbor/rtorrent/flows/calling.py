"""Calls: everything between "these commands" and "here are their answers".

Rule 1: the daemon is asked in JSON first. One that does not speak it (0.9.8) says so by a fault in XML, having done nothing, and
        is asked in XML from then on; after a broken connection it may be another one, and is asked anew.
Rule 2: what may act leaves this module at most once after it may have reached the daemon. Two refusals say that nothing was
        done: of a language, and of a command that has another name on this version.
Rule 3: an answer is a value or an error, one for each call; what fails for all of them is raised.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ...errors import BadAnswerError, BitharborError, UsageError
from ...wire.effects import MEBIBYTE, NOW, Fault, Flow, Kind, Reply, Request, Send
from ...wire.faults import failed, pause_after, rest
from .. import json_language, xml_language
from ..commands import OTHER_NAMES, XML_ONLY
from ..faults import UNKNOWN_METHOD, error_of, refused, wrong_daemon
from ..session import Language, Session
from ..values import Answer, Invocation, Refusal, UnreadableError, UnwritableError, Value

Result: TypeAlias = "Value | BitharborError"

USUAL_LIMIT = 256 * MEBIBYTE
TURNS = 4  # requests in other languages before we give up: none takes more than three
NO_XML = "XML-RPC not supported"  # network.rpc.use_xmlrpc=0, seen on 0.16.17


@dataclass(slots=True)
class Order:
    """Calls that go out together.

    :ivar may_repeat: they only ask
    :ivar seconds: for all of it, where the session's own time does not do
    :ivar only: the one language that can carry them
    """

    calls: tuple[Invocation, ...]
    may_repeat: bool = False
    seconds: float | None = None
    deadline: float | None = None
    only: Language | None = None
    faults: int = 0
    may_have_acted: bool = False
    refused_languages: set[Language] = field(default_factory=set[Language])

    @property
    def what(self) -> str:
        """For messages."""
        first = self.calls[0].method
        return first if len(self.calls) == 1 else f"{first} and {len(self.calls) - 1} more"


def invocation(method: str, *params: Value) -> Invocation:
    """A command with its parameters."""
    return Invocation(method, params)


def ask(session: Session, *calls: Invocation, seconds: float | None = None) -> Flow[list[Result]]:
    """Questions: asked again when the connection breaks."""
    return (yield from fetch(session, Order(calls, may_repeat=True, seconds=seconds))) if calls else []


def tell(session: Session, *calls: Invocation, seconds: float | None = None) -> Flow[list[Result]]:
    """Orders: sent once."""
    return (yield from fetch(session, Order(calls, seconds=seconds))) if calls else []


def values(results: list[Result]) -> list[Value]:
    """The values.

    :raises BitharborError: the first error among them
    """
    return [value(one) for one in results]


def value(result: Result) -> Value:
    """The value of one answer, or its error raised."""
    if isinstance(result, BitharborError):
        raise result
    return result


def fetch(session: Session, order: Order) -> Flow[list[Result]]:
    """Send calls, and give an answer for each."""
    if any(call.method in XML_ONLY for call in order.calls):
        order.only = Language.XML
    seconds = order.seconds if order.seconds is not None else session.timeout
    if seconds is not None:
        now: float = yield NOW
        order.deadline = now + seconds
    answers = yield from exchange(session, order)
    strange = misnamed(session, order, answers)
    if strange:
        renamed = Order(tuple(order.calls[place] for place in strange), order.may_repeat, deadline=order.deadline)
        for place, answer in zip(strange, (yield from exchange(session, renamed)), strict=True):
            answers[place] = answer
    return [
        error_of(call, answer) if isinstance(answer, Refusal) else answer
        for call, answer in zip(order.calls, answers, strict=True)
    ]


def misnamed(session: Session, order: Order, answers: list[Answer]) -> list[int]:
    """Which calls to send again under another name. The name is remembered."""
    found: list[int] = []
    for place, (call, answer) in enumerate(zip(order.calls, answers, strict=True)):
        other = OTHER_NAMES.get(call.method)
        is_unknown = isinstance(answer, Refusal) and UNKNOWN_METHOD.search(answer.text) and call.method in answer.text
        if other and is_unknown and call.method not in session.spellings:
            found.append(place)
    for place in found:
        method = order.calls[place].method
        session.spellings[method] = OTHER_NAMES[method]
    return found


def exchange(session: Session, order: Order) -> Flow[list[Answer]]:
    """Send in a language that the daemon speaks."""
    for _ in range(TURNS):
        language = order.only or chosen(session, order)
        try:
            request = worded(session, order, language)
        except UnwritableError as error:
            if language is Language.XML or order.only:
                raise UsageError(f"{order.what}: a parameter cannot be sent: {error}") from error
            order.only = Language.XML
            continue
        reply = yield from delivered(session, order, request)
        answers = understood(session, order, language, reply)
        if answers is not None:
            return answers
    raise BadAnswerError(f"{order.what}: {session.address} refuses both XML-RPC and JSON-RPC", acted=False)


def chosen(session: Session, order: Order) -> Language:
    """The language to try."""
    if session.spoils_json and order.may_repeat and Language.XML not in order.refused_languages:
        return Language.XML
    return session.language or Language.JSON


def worded(session: Session, order: Order, language: Language) -> Request:
    """The request in a language, with the names that the daemon knows."""
    named = [Invocation(session.spellings.get(one.method, one.method), one.params) for one in order.calls]
    try:
        body = language.value.encode(named)
    except UnicodeEncodeError as error:
        raise UnwritableError("it holds what is no text") from error
    headers = {**session.headers, "Content-Type": language.value.content_type}
    return Request("POST", session.url, headers, body, deadline=order.deadline, limit=USUAL_LIMIT)


def understood(session: Session, order: Order, language: Language, reply: Reply) -> list[Answer] | None:
    """The answers; None when the calls are to be sent again in another language, because nothing was done."""
    if not 200 <= reply.status < 300:
        raise refused(session, reply)
    body = reply.body.strip()
    if language is Language.JSON and xml_language.is_response(body):
        switched(session, order, Language.XML)
        return None
    try:
        answers = language.value.decode(body, len(order.calls))
    except UnreadableError as error:
        is_own = xml_language.is_response(body) or json_language.is_response(body)
        if not is_own:
            raise wrong_daemon(session, reply) from error
        raise BadAnswerError(f"{order.what}: {session.address} answers what cannot be read", hint=str(error)) from error
    refusal = next((one for one in answers if isinstance(one, Refusal)), None)
    if refusal and (refusal.code, refusal.text) == json_language.NOT_SPOKEN:
        switched(session, order, Language.XML)
        return None
    if refusal and refusal.text == NO_XML:
        switched(session, order, Language.JSON)
        return None
    if refusal and language is Language.JSON and json_language.spoils_json(refusal):
        despoiled(session, order)
        return None
    if language is Language.JSON:  # an answer in XML shows nothing: all daemons speak that
        session.language = language
    return answers


def switched(session: Session, order: Order, to: Language) -> None:
    """The daemon does not speak this language: it did nothing."""
    order.refused_languages.add(Language.JSON if to is Language.XML else Language.XML)
    if to in order.refused_languages:
        raise BadAnswerError(f"{order.what}: {session.address} speaks neither XML-RPC nor JSON-RPC", acted=False)
    session.language = to
    order.only = to


def despoiled(session: Session, order: Order) -> None:
    """JSON cannot carry a name. What only asks is asked in XML; what acts has acted."""
    session.spoils_json = True
    if not order.may_repeat:
        raise BadAnswerError(f"{order.what}: it was done, but its answer holds a name that is no UTF-8", acted=True)
    order.only = Language.XML


def delivered(session: Session, order: Order, request: Request) -> Flow[Reply]:
    """Send until there is an answer, repeating what may be repeated."""
    while True:
        answer: Reply | Fault = yield Send(request)
        if isinstance(answer, Reply):
            return answer
        order.may_have_acted |= answer.was_sent and not order.may_repeat
        order.faults += 1
        if answer.kind in (Kind.CONNECT, Kind.LOST):
            session.forget()
        is_harmless = order.may_repeat or not answer.was_sent
        is_passing = answer.kind in (Kind.CONNECT, Kind.LOST)
        if not (is_harmless and is_passing and order.faults < session.tries):
            raise failed(
                order.what, answer, daemon="rTorrent", address=session.address, may_have_acted=order.may_have_acted
            ) from answer.cause
        yield from rest(order.what, pause_after(order.faults), order.deadline, may_have_acted=order.may_have_acted)
