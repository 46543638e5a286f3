"""XML-RPC: calls to bytes, bytes to answers. Marshalled by the standard library.

A daemon's answer is a stranger's text: no document type, no entities but the five of XML, a limit on depth; the size is limited
by the transport. rTorrent writes names as they are: characters that XML forbids come unescaped (0.9.8 and 0.16.17), bytes that
are no UTF-8 as `?` (0.9.8) or `%E4` (0.16.17). They become U+FFFD or stay what they are, and never an error.
"""

from __future__ import annotations

import re
import xmlrpc.client
from collections.abc import Callable, Sequence
from typing import Any, cast
from xml.parsers import expat

from .values import Answer, Invocation, Refusal, UnreadableError, UnwritableError, Value

DEPTH_LIMIT = 100
CONTENT_TYPE = "text/xml"
START = b"<?xml"
RESPONSE = re.compile(rb"<\s*methodResponse")
# everything else is no character of XML 1.0
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BROKEN = (expat.ExpatError, xmlrpc.client.Error, ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
I4_HIGHEST = 2**31 - 1
I8_HIGHEST = 2**63 - 1
FOREIGN = frozenset({"dateTime.iso8601", "bigdecimal", "biginteger"})  # what rTorrent never sends


class Writer(xmlrpc.client.Marshaller):
    """The standard library's, with integers of 64 bits."""

    dispatch: dict[Any, Any] = dict(xmlrpc.client.Marshaller.dispatch)  # noqa: RUF012 - its base looks there

    def dump_integer(self, value: int, write: Callable[[str], object]) -> None:
        """An `<i8>` where an `<int>` does not do."""
        if not -I8_HIGHEST <= value <= I8_HIGHEST:
            raise UnwritableError("it holds a number of more than 64 bits")
        tag = "int" if -I4_HIGHEST <= value <= I4_HIGHEST else "i8"
        write(f"<value><{tag}>{value}</{tag}></value>\n")

    def dump_text(self, value: str, write: Callable[[str], object]) -> None:
        """Text, if XML can hold it."""
        if FORBIDDEN.search(value):
            raise UnwritableError("it holds a character that XML cannot carry")
        write(f"<value><string>{xmlrpc.client.escape(value)}</string></value>\n")

    dispatch[int] = dump_integer
    dispatch[str] = dump_text


class Reader(xmlrpc.client.Unmarshaller):
    """The standard library's, with a limit on depth and without types that rTorrent has not."""

    dispatch: dict[str, Any] = {  # noqa: RUF012 - its base looks there
        tag: read for tag, read in xmlrpc.client.Unmarshaller.dispatch.items() if tag not in FOREIGN
    }

    def __init__(self) -> None:
        super().__init__(use_builtin_types=True)
        self.xml("", None)  # what comes is text already
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise UnreadableError("the answer is nested too deeply")
        super().start(tag, attrs)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._depth -= 1
        super().end(tag)


def encode(calls: Sequence[Invocation]) -> bytes:
    """One call, or several as a `system.multicall`.

    :raises UnwritableError: a parameter cannot be written
    """
    if len(calls) == 1:
        return written(calls[0].method, calls[0].params)
    return written("system.multicall", ([{"methodName": one.method, "params": list(one.params)} for one in calls],))


def written(method: str, params: tuple[Value, ...]) -> bytes:
    """The body of one call."""
    if FORBIDDEN.search(method):
        raise UnwritableError("the method's name holds a character that XML cannot carry")
    try:
        text = Writer("utf-8").dumps(params)
    except (TypeError, OverflowError, RecursionError) as error:
        raise UnwritableError(str(error)) from error
    head = "<?xml version='1.0' encoding='utf-8'?>\n"
    return f"{head}<methodCall><methodName>{xmlrpc.client.escape(method)}</methodName>\n{text}</methodCall>\n".encode()


def decode(body: bytes, count: int) -> list[Answer]:
    """The answers to `count` calls, in their order. A refusal of the whole is the answer to each.

    :raises UnreadableError: this is no answer to them
    """
    whole = parsed(body)
    if count == 1 or isinstance(whole, Refusal):
        return [whole] * count
    if not isinstance(whole, list) or len(whole) != count:
        raise UnreadableError(f"there are no {count} answers in it")
    return [item_of(one) for one in whole]


def item_of(item: Value) -> Answer:
    """One answer of a multicall: a list of the one value, or a refusal."""
    if isinstance(item, list) and len(item) == 1:
        return item[0]
    if isinstance(item, dict) and (refusal := refusal_of(item)):
        return refusal
    raise UnreadableError("an answer of the multicall is neither a value nor a fault")


def refusal_of(item: dict[str, Value]) -> Refusal | None:
    """The refusal that a struct stands for."""
    code, text = item.get("faultCode"), item.get("faultString")
    return Refusal(code, str(text)) if isinstance(code, int) else None


def parsed(body: bytes) -> Answer:
    """The value of a response, or its fault."""
    reader = Reader()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    try:
        parser.Parse(FORBIDDEN.sub("\ufffd", body.decode("utf-8", "replace")).encode(), True)
        values = cast("tuple[Value, ...]", reader.close())
    except xmlrpc.client.Fault as fault:
        code = cast("object", fault.faultCode)
        return Refusal(code if isinstance(code, int) else 0, str(fault.faultString))
    except BROKEN as error:
        raise UnreadableError(f"the answer is no XML-RPC ({error})") from error
    if len(values) != 1:
        raise UnreadableError("the answer holds no single value")
    return values[0]


def refuse_doctype(*_: object) -> None:
    """A document type is where entities come from; rTorrent sends none."""
    raise UnreadableError("the answer has a document type")


def is_response(body: bytes) -> bool:
    """Whether a body is meant as an answer of XML-RPC."""
    return RESPONSE.search(body[:1000]) is not None
