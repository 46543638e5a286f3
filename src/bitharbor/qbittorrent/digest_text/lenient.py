"""JSON as 3.0 and 3.1 write it. No field and no record is known here.

Facts: 3.0.8 and older put a backslash before `'` and `&`, which JSON does not know (documentation of 3.1). Texts may then hold
raw line ends too.
"""

from __future__ import annotations

import json
import re
from typing import cast

import msgspec

from ...errors import BadAnswerError
from ...model.json import Json

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def decoded(body: bytes) -> Json:
    """The value of an answer.

    :raises BadAnswerError: no JSON, not even that of 3.0.8
    """
    try:
        return cast("Json", msgspec.json.decode(body))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass  # the second reading says what is wrong
    try:
        text = _ESCAPE.sub(unescaped, body.decode())
        return cast("Json", json.loads(text, strict=False, parse_constant=refused))
    except (ValueError, RecursionError) as error:
        raise BadAnswerError("the answer is no complete JSON", hint="ask again") from error


def unescaped(found: re.Match[str]) -> str:
    """An escape as JSON has it. Pairs of backslashes are taken together, so the second one escapes nothing."""
    return found[1] if found[1] in "'&" else found[0]


def refused(word: str) -> Json:
    """NaN and the infinities, which Python's decoder would take."""
    raise ValueError(word)
