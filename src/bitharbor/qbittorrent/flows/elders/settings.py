"""Reading and changing the preferences of qBittorrent 3.0 to 4.0.

Rule 1: nothing is sent that would be stored as something else, or lock everybody out; see `digest_text.preferences`.
Rule 2: after a change of user name or password the session goes on with the new ones: with the old ones each further request
        would count as a failure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

import msgspec

from ....model.json import Json
from ....wire.effects import Flow, Reply
from ... import convert, digest_text
from ..._generated import ops
from ...digest_text.preferences import BARE_NAMES, INTO_FOLDERS
from ...digest_text.settings import SETTINGS
from ...operation import OldRoute
from ...records import Preferences
from ...session import Session
from ...turns import turned
from ...versions import Version
from ..call import Call
from . import answering, cookie_settings, looking
from .asking import asked, routes_of
from .confirming import ordered
from .reading import plain

OLDEST: Final[Version] = (3, 0, 0)  # what a daemon is taken for that does not tell: it understands the least
MOVES: Final = frozenset({"web_ui_port", "use_https", "web_ui_username", "web_ui_password"})
"""After these the daemon is elsewhere, or lets in somebody else: there is nothing to look at"""
KNOWN: Final = frozenset(name for one in SETTINGS for name in (one.today, one.key)) | BARE_NAMES | {INTO_FOLDERS}
READ: Final = {"digest": OldRoute("GET", "json/preferences", {}), "cookie": OldRoute("GET", "query/preferences", {})}


def read(session: Session, call: Call) -> Flow[Reply]:
    """All settings, in today's names and units."""
    reply = yield from plain(session, call)
    if session.generation == "digest":
        return looking.answer(answering.of_record(digest_text.preferences(reply.body)))
    version = yield from looking.version_of(session, call)
    found: dict[str, Json] = answering.decoded(reply.body, dict[str, Any])
    return looking.answer(msgspec.json.encode(cookie_settings.to_today(found, version)))


def change(session: Session, call: Call) -> Flow[Reply]:
    """Change settings."""
    given = cast("dict[str, Json]", convert.row(call.values[0] or {}))
    version = yield from looking.version_of(session, call)
    (route,) = routes_of(session, call.op)
    if session.generation == "cookie":
        wanted = cast("dict[str, Json]", turned(cast("dict[str, object]", given), version))
        form = {"json": cookie_settings.to_elder(wanted, version, is_strict=session.is_strict)}
        reply = yield from asked(session, call, route, form)
        take_over(session, given)
        return reply
    current = yield from settings_of(session, call)
    wanted = digest_names(session, given)
    form = {"json": digest_text.preferences_json(wanted, version or OLDEST, current if version else None)}
    if form["json"] == "{}":
        return looking.answer(b"")

    def send() -> Flow[None]:
        yield from asked(session, call, route, form)

    def look() -> Flow[bool]:
        if MOVES & wanted.keys():
            return True
        now = yield from settings_of(session, call)
        return is_changed(current, now, wanted)

    yield from ordered(session, call, send(), look)
    take_over(session, given)
    return looking.answer(b"")


def digest_names(session: Session, given: Mapping[str, Json]) -> dict[str, Json]:
    """The settings by names that 3.0 and 3.1 can be told; the drop-in leaves out what they have not, as daemons do."""
    kept = cast("dict[str, Json]", turned(dict(given), OLDEST))
    return kept if session.is_strict else {key: value for key, value in kept.items() if key in KNOWN}


def settings_of(session: Session, call: Call) -> Flow[Preferences]:
    """The settings of 3.0 and 3.1 as they are now; they do not come from a cache."""
    reply = yield from asked(session, looking.beside(call, ops.APP_PREFERENCES), READ["digest"])
    return digest_text.preferences(reply.body)


def is_changed(before: Preferences, now: Preferences, wanted: Mapping[str, Json]) -> bool:
    """Whether nothing that should change stayed as it was. How a value was stored is the daemon's business."""
    was, is_now = answering.row_of(before), answering.row_of(now)
    return all(is_now.get(key) != was.get(key) or was.get(key) == value for key, value in wanted.items())


def take_over(session: Session, given: Mapping[str, Json]) -> None:
    """Go on with the name and password that were set."""
    name, password = given.get("web_ui_username"), given.get("web_ui_password")
    if not session.can_log_in:
        return
    if isinstance(password, str) and password and not is_hash(session, password):
        session.password = password
    if isinstance(name, str) and name:
        session.user = name


def is_hash(session: Session, text: str) -> bool:
    """Whether it is the hash that the daemon showed: sent back, it changes nothing."""
    return text == digest_text.digest_secret(session.user, session.password) if session.generation == "digest" else is_md5(text)


def is_md5(text: str) -> bool:
    """Whether it looks like the hash of a password."""
    return len(text) == 32 and all(one in "0123456789abcdef" for one in text)
