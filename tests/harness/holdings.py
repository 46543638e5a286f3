"""What a qBittorrent holds that a test could leave behind, read over plain HTTP and compared.

What may enter: reading and comparing. What may not: the project's code, and putting anything right.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from tests.harness.matrix import numbers

if TYPE_CHECKING:
    from tests.harness.session import Session

# the list of torrents follows a removal with a delay: the daemon looks every 1.5 s
SETTLING_SECONDS: Final = 6.0
POLL_SECONDS: Final = 0.1

Holdings = dict[str, dict[str, object]]


@dataclass(frozen=True)
class Kind:
    """One kind of thing that it holds: where it is read, and since which version."""

    name: str
    path: str
    since: tuple[int, ...] = ()


KINDS: Final = (
    Kind("torrent", "torrents/info"),
    Kind("category", "torrents/categories"),
    Kind("tag", "torrents/tags"),
    Kind("preference", "app/preferences"),
    Kind("RSS item", "rss/items?withData=false"),
    Kind("RSS rule", "rss/rules"),
    Kind("alternative speed limits", "transfer/speedLimitsMode"),
    Kind("cookie", "app/cookies", since=(5, 1)),
    Kind("torrent creator task", "torrentcreator/status", since=(5, 0)),
)


def held(session: Session) -> Holdings:
    """What the session's daemon holds now."""
    version = numbers(session.daemon.version)
    return {kind.name: named(session.get(kind.path)) for kind in KINDS if version >= kind.since}


def settled(session: Session, wanted: Holdings, seconds: float) -> Holdings:
    """What it holds, as soon as that is what is wanted, or when it has had time to become so."""
    deadline = time.monotonic() + seconds
    while (found := held(session)) != wanted and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
    return found


def named(answer: object) -> dict[str, object]:
    """An answer as a dictionary by name, and only what tells things apart: progress is nobody's leftover."""
    if isinstance(answer, dict):
        return cast("dict[str, object]", answer)
    if isinstance(answer, list):
        return dict(identified(item) for item in cast("list[object]", answer))
    return {"": answer}


def identified(item: object) -> tuple[str, object]:
    if not isinstance(item, dict):
        return str(item), ""
    thing = cast("dict[str, object]", item)
    if "hash" in thing:
        return str(thing["hash"]), thing["name"]
    return (str(thing["taskID"]), "") if "taskID" in thing else (str(thing), "")


def differences(before: Holdings, after: Holdings) -> list[str]:
    """What was added, removed or changed, in words."""
    return [
        words
        for kind in before
        for name in sorted({*before[kind], *after[kind]})
        if (words := difference(f"{kind} {name}".strip(), name, before[kind], after[kind]))
    ]


def difference(what: str, name: str, before: dict[str, object], after: dict[str, object]) -> str:
    if name not in before:
        return f"{what} was added: {after[name]!r}"
    if name not in after:
        return f"{what} is gone: {before[name]!r}"
    return "" if before[name] == after[name] else f"{what} was {before[name]!r}, now {after[name]!r}"
