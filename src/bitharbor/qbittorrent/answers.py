"""Readers of answers: bytes to what the face returns. The return annotation in the spec chooses one, or `answer=` names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ..errors import BadAnswerError
from ..model.json import Json
from .operation import Answer
from .records import Category, LogMessage, LogPeer, RssFeed, RssFolder, SearchPlugin
from .session import Session

T = TypeVar("T")
L = TypeVar("L", LogMessage, LogPeer)

LOGS_IN_SECONDS = (4, 5, 0)


def json(kind: type[T]) -> Answer[T]:
    """Typed JSON."""

    def read(body: bytes, session: Session) -> T:
        return session.records.decode(kind, body)

    return read


def text(body: bytes, session: Session) -> str:
    """Text."""
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadAnswerError("the answer is no UTF-8 text") from error


def version(body: bytes, session: Session) -> str | None:
    """The application's version; None where the daemon has no action that tells it."""
    return text(body, session) or None


def number(body: bytes, session: Session) -> int:
    """A whole number as text."""
    try:
        return int(body)
    except ValueError as error:
        raise BadAnswerError(f"a number was expected, {body[:80]!r} came") from error


def whole(body: bytes, session: Session) -> bytes:
    """The bytes as they are."""
    return body


def nothing(body: bytes, session: Session) -> None:
    """No answer is wanted: any 2xx is success, with or without a body."""


def log_messages(body: bytes, session: Session) -> list[LogMessage]:
    """Lines of the main log."""
    return timed(session.records.decode(list[LogMessage], body), session)


def log_peers(body: bytes, session: Session) -> list[LogPeer]:
    """Lines of the log of peers."""
    return timed(session.records.decode(list[LogPeer], body), session)


def timed(lines: list[L], session: Session) -> list[L]:
    """Lines with times in seconds: through 4.4 the daemon counts milliseconds (seen on 4.2.5 and 4.5.2)."""
    if session.version < LOGS_IN_SECONDS:
        for line in lines:
            line.timestamp /= 1000
    return lines


def flag(body: bytes, session: Session) -> bool:
    """1 or 0."""
    return number(body, session) != 0


def api_key(body: bytes, session: Session) -> str:
    """A new API key."""
    return session.records.decode(dict[str, str], body)["apiKey"]


def search_job(body: bytes, session: Session) -> int:
    """The id of a new search job."""
    return session.records.decode(dict[str, int], body)["id"]


def search_plugins(body: bytes, session: Session) -> list[SearchPlugin]:
    """Plugins. Before 4.3.0 a category is a word (seen on 4.2.5)."""
    plugins = session.records.decode(list[dict[str, Any]], body)
    for plugin in plugins:
        plugin["supportedCategories"] = [{"id": one} if isinstance(one, str) else one for one in plugin["supportedCategories"]]
    return session.records.convert(list[SearchPlugin], plugins)


def rss_items(body: bytes, session: Session) -> RssFolder:
    """The tree of feeds: an object is a feed when it has an id and an address that are text, else a folder."""
    return folder(session.records.decode(dict[str, Json], body), session)


def folder(items: Mapping[str, Json], session: Session) -> RssFolder:
    """One folder with all in it."""
    made = RssFolder()
    for name, item in items.items():
        if not isinstance(item, dict):
            raise BadAnswerError(f"a feed or folder was expected, {type(item).__name__} came")
        if isinstance(item.get("uid"), str) and isinstance(item.get("url"), str):
            made.feeds[name] = session.records.convert(RssFeed, item)
        else:
            made.folders[name] = folder(item, session)
    return made


def categories(body: bytes, session: Session) -> dict[str, Category]:
    """Categories by name; 4.4.0 alone writes `save_path` where all others write `savePath`."""
    if b'"save_path"' in body:
        body = body.replace(b'"save_path":', b'"savePath":')
    return session.records.decode(dict[str, Category], body)


def task_id(body: bytes, session: Session) -> str:
    """The id of a new task."""
    found = session.records.decode(dict[str, str], body)
    if "taskID" not in found:
        raise BadAnswerError("the answer names no task")
    return found["taskID"]
