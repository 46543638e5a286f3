"""The two languages on the wire: a call into bytes, bytes into its answer.

Rule: nothing here decides what an answer means; names and values are the daemon's, only the envelope is taken off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from ..model.json import Json
from .names import classic_arguments, classic_method
from .session import Dialect

SUCCESS = "success"
METHOD_NOT_FOUND = "-32601"


class UnreadableError(Exception):
    """The bytes are no answer of this language."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the daemon answered.

    :ivar arguments: the bytes of what it tells
    :ivar refusal: its words, where it refuses
    :ivar code: its number, in the language that has numbers
    """

    arguments: msgspec.Raw
    refusal: str | None = None
    code: str = ""


class ClassicEnvelope(msgspec.Struct):
    """An answer of 3.00 to 4.0; 4.1 answers so to whoever asks so."""

    result: str
    arguments: msgspec.Raw = msgspec.Raw(b"{}")


class ErrorData(msgspec.Struct):
    """What 4.1 tells beside an error."""

    error_string: str = ""
    result: msgspec.Raw = msgspec.Raw(b"{}")


class Error(msgspec.Struct):
    """An error of JSON-RPC."""

    code: int
    message: str = ""
    data: ErrorData = msgspec.field(default_factory=ErrorData)


class ModernEnvelope(msgspec.Struct):
    """An answer of JSON-RPC."""

    jsonrpc: str
    result: msgspec.Raw = msgspec.Raw(b"")
    error: Error | None = None


_CLASSIC = msgspec.json.Decoder(ClassicEnvelope)
_MODERN = msgspec.json.Decoder(ModernEnvelope)


def encode(dialect: Dialect, method: str, arguments: Mapping[str, Json], tag: int) -> bytes:
    """A call. Names are given as 4.1 writes them."""
    if dialect is Dialect.MODERN:
        return msgspec.json.encode({"jsonrpc": "2.0", "method": method, "params": arguments, "id": tag})
    return msgspec.json.encode({"method": classic_method(method), "arguments": classic_arguments(method, arguments), "tag": tag})


def decode(dialect: Dialect, body: bytes) -> Answer:
    """An answer.

    :raises UnreadableError: it is none of this language
    """
    try:
        return read_modern(body) if dialect is Dialect.MODERN else read_classic(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


def read_classic(body: bytes) -> Answer:
    """`result` is `success`, or the words of a refusal."""
    envelope = _CLASSIC.decode(body)
    return Answer(envelope.arguments, None if envelope.result == SUCCESS else envelope.result)


def read_modern(body: bytes) -> Answer:
    """`result`, or an `error` whose words are the same as in the classic language."""
    envelope = _MODERN.decode(body)
    if envelope.error is None:
        if not bytes(envelope.result):
            raise UnreadableError("it has neither a result nor an error")
        return Answer(envelope.result)
    error = envelope.error
    return Answer(error.data.result, error.data.error_string or error.message or "no reason given", str(error.code))
