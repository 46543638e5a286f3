"""JSON-RPC 2.0: calls to bytes, bytes to answers. rTorrent speaks it since 0.15.2 (seen: 0.16.17).

It has no form for bytes: in answers they come as `{"bytes": [...], "subtype": null}`, in parameters they are refused. One name
that is no UTF-8 makes an error of the whole answer (see `spoils_json`): such questions are asked in XML.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec

from .values import Answer, Invocation, Refusal, UnreadableError, UnwritableError, Value, holds_bytes

CONTENT_TYPE = "application/json"
NOT_SPOKEN = (-32601, "JSON-RPC not supported")  # network.rpc.use_jsonrpc=0, seen on 0.16.17
NO_TEXT = "json.exception.type_error.316"  # a name that is no UTF-8, seen on 0.16.17


def encode(calls: Sequence[Invocation]) -> bytes:
    """One call, or several as a batch.

    :raises UnwritableError: a parameter cannot be written
    """
    if any(holds_bytes(list(one.params)) for one in calls):
        raise UnwritableError("it holds bytes")
    worded = [
        {"jsonrpc": "2.0", "id": place, "method": one.method, "params": list(one.params)} for place, one in enumerate(calls)
    ]
    try:
        return msgspec.json.encode(worded[0] if len(worded) == 1 else worded)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise UnwritableError(str(error)) from error


def decode(body: bytes, count: int) -> list[Answer]:
    """The answers to `count` calls, in their order. A refusal of the whole is the answer to each.

    :raises UnreadableError: this is no answer to them
    """
    try:
        whole = cast("object", msgspec.json.decode(body))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise UnreadableError(f"the answer is no JSON ({error})") from error
    has_bytes = b'"subtype"' in body
    if isinstance(whole, dict):
        answer = answer_of(cast("dict[str, Value]", whole), has_bytes=has_bytes)
        if count == 1 or isinstance(answer, Refusal):
            return [answer] * count
    if not isinstance(whole, list):
        raise UnreadableError("the answer is neither an answer of JSON-RPC nor a list of them")
    by_place: dict[int, Answer] = {}
    for item in cast("list[object]", whole):
        if not isinstance(item, dict):
            raise UnreadableError("an answer of the batch is no object")
        one = cast("dict[str, Value]", item)
        place = one.get("id")
        if isinstance(place, int):
            by_place[place] = answer_of(one, has_bytes=has_bytes)
    if set(by_place) != set(range(count)):
        raise UnreadableError(f"there are no {count} answers in it")
    return [by_place[place] for place in range(count)]


def answer_of(item: dict[str, Value], *, has_bytes: bool) -> Answer:
    """The answer to one call."""
    if "result" in item:
        return with_bytes(item["result"]) if has_bytes else item["result"]
    error = item.get("error")
    if not isinstance(error, dict):
        raise UnreadableError("the answer has neither a result nor an error")
    code = error.get("code")
    return Refusal(code if isinstance(code, int) else 0, str(error.get("message", "")))


def with_bytes(value: Value) -> Value:
    """The value, with bytes where it has objects that stand for them."""
    if isinstance(value, list):
        return [with_bytes(one) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"bytes", "subtype"} and isinstance(value["bytes"], list):
        numbers = [one for one in value["bytes"] if isinstance(one, int) and 0 <= one < 256]
        return bytes(numbers)
    return {key: with_bytes(one) for key, one in value.items()}


def spoils_json(refusal: Refusal) -> bool:
    """Whether the answer was lost because something in it is no UTF-8."""
    return NO_TEXT in refusal.text


def is_response(body: bytes) -> bool:
    """Whether a body is meant as an answer of JSON-RPC."""
    return body[:1] in (b"{", b"[")
