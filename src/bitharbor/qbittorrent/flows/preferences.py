"""Changing settings: which names and forms the daemon's version has for them, and which it has not got at all.

Facts: the daemon leaves out unknown keys without a word, and converts wrong types as Qt does (seen on 4.2.5 to 5.3.0); so a
native face refuses here what would be lost. The drop-in sends what it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import errors
from ...wire.effects import NOW, Flow, Reply
from .. import convert
from .._generated.preference_versions import GONE, SINCE
from ..operation import Op
from ..session import Session
from ..turns import Settings, turned
from ..versions import Version, dotted
from . import calling
from .call import Call, Extra


def set_preferences(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Word the settings for the daemon's version, and send them."""
    call = Call(op, values, extra)
    if session.is_strict:
        settings = convert.row(values[0])
        if session.timeout is not None:
            now: float = yield NOW
            call.deadline = now + session.timeout
        version = yield from calling.version_first(session, call)
        if not session.is_elder:
            call.values[0] = worded(settings, version)
    return (yield from calling.fetch(session, call))


def worded(given: Settings, version: Version) -> Settings:
    """The settings as a daemon of that version wants them.

    :raises UnsupportedError: it has not got one of them, nor its equal
    """
    settings = turned(given, version)
    for key in settings:
        refuse_unknown(key, version)
    return settings


def refuse_unknown(key: str, version: Version) -> None:
    """Say so when that version has not got the setting."""
    if version < SINCE.get(key, ()):
        what = f"exists since qBittorrent {dotted(SINCE[key])}"
    elif key in GONE and version >= GONE[key]:
        what = f"is gone since qBittorrent {dotted(GONE[key])}"
    else:
        return
    raise errors.UnsupportedError(
        f"app/setPreferences: the setting `{key}` {what}, this is {dotted(version)}, and nothing there means the same",
        hint="leave it out for this daemon",
    )
