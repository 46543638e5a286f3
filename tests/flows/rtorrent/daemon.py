"""A transport whose daemon is a function from commands to answers, in either language, with faults where a test wants them.

What may enter: what 0.9.8 and 0.16.17 were seen to send. What may not: any rule of the flows.
"""

from __future__ import annotations

import asyncio
import json
import xmlrpc.client
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from bitharbor.rtorrent.session import Session
from bitharbor.rtorrent.values import Invocation, Refusal
from bitharbor.wire.asynchronous import AsyncDriver
from bitharbor.wire.effects import Fault, Flow, Kind, Reply, Request

from ..stage import AsyncScriptedClock, AsyncScriptedTransport

T = TypeVar("T")
Respond = Callable[[Invocation], Any]

NO_XML_CALL = xmlrpc.client.Fault(-503, "Call XML not a proper XML-RPC call.  Call is not valid XML.  not well-formed")
LOST = Fault(Kind.LOST, was_sent=True, cause=ConnectionError())
DOWN = Fault(Kind.CONNECT, was_sent=False, cause=ConnectionRefusedError())


def everything_is_zero(_: Invocation) -> Any:
    return 0


@dataclass
class Daemon:
    """Answers requests. `faults` are given out first, one a request; None among them lets a request pass.

    :ivar is_young: speaks JSON, as 0.16.17
    """

    respond: Respond = everything_is_zero
    is_young: bool = True
    faults: list[Fault | Reply | None] = field(default_factory=list[Fault | Reply | None])
    acted: list[Invocation] = field(default_factory=list[Invocation])
    languages: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self.session = Session("scgi://daemon.example:5000", "scgi://daemon.example:5000", timeout=60.0)
        self.clock = AsyncScriptedClock()

    def run(self, flow: Flow[T]) -> T:
        """Run a flow against it."""
        return asyncio.run(AsyncDriver(AsyncScriptedTransport(self._answer), self.clock).run(flow))

    @property
    def methods(self) -> list[str]:
        """What it was told to do."""
        return [one.method for one in self.acted]

    def _answer(self, request: Request) -> Reply | Fault:
        is_json = request.headers["Content-Type"] == "application/json"
        self.languages.append("json" if is_json else "xml")
        fault = self.faults.pop(0) if self.faults else None
        if fault and not (isinstance(fault, Fault) and fault.was_sent):
            return fault
        body = self._worked(request.body or b"", is_json=is_json)
        return fault or Reply(200, {}, body)

    def _worked(self, body: bytes, *, is_json: bool) -> bytes:
        if not is_json:
            params, method = xmlrpc.client.loads(body, use_builtin_types=True)
            return self._in_xml(str(method), cast("tuple[Any, ...]", params))
        if not self.is_young:
            return xmlrpc.client.dumps(NO_XML_CALL).encode()
        whole = json.loads(body)
        many = cast("list[dict[str, Any]]", whole if isinstance(whole, list) else [whole])
        answers = [self._in_json(one) for one in many]
        return json.dumps(answers if isinstance(whole, list) else answers[0]).encode()

    def _do(self, method: str, params: Sequence[Any]) -> Any:
        call = Invocation(method, tuple(params))
        self.acted.append(call)
        return self.respond(call)

    def _in_json(self, one: dict[str, Any]) -> dict[str, Any]:
        answer = self._do(one["method"], one["params"])
        if isinstance(answer, Refusal):
            return {"jsonrpc": "2.0", "id": one["id"], "error": {"code": answer.code, "message": answer.text}}
        return {"jsonrpc": "2.0", "id": one["id"], "result": answer}

    def _in_xml(self, method: str, params: tuple[Any, ...]) -> bytes:
        if method != "system.multicall":
            answer = self._do(method, params)
            is_refused = isinstance(answer, Refusal)
            given: Any = xmlrpc.client.Fault(answer.code, answer.text) if is_refused else (answer,)
            return xmlrpc.client.dumps(given, methodresponse=True).encode()
        done = [self._do(one["methodName"], one["params"]) for one in params[0]]
        items = [{"faultCode": one.code, "faultString": one.text} if isinstance(one, Refusal) else [one] for one in done]
        return xmlrpc.client.dumps((items,), methodresponse=True).encode()
