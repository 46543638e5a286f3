"""setPreferences before 3.1.10: JSON taken apart by hand, with the losses that come of it.

Seen on 3.1.9.2: a comma inside a string ends it, a blank after a colon or comma spoils what follows, backslashes stay. The
document adds for 3.0.8: values with a colon are disregarded, and all booleans of a list are false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.elders.profiles import Profile
    from tests.elders.wire import Json


def taken_apart(text: str, profile: Profile) -> dict[str, Json]:
    """What such a server makes of a JSON object; nothing of what does not begin and end as one."""
    if not (text.startswith("{") and text.endswith("}")):
        return {}
    is_early = profile.number <= (3, 0, 8)
    found: dict[str, Json] = {}
    for couple in couples(text[1:-1]):
        if is_early and couple.count(":") > 1:
            continue
        key, _, value = couple.partition(":")
        if is_quoted(key):
            found[key[1:-1]] = value_of(value, is_early=is_early)
    return found


def couples(text: str) -> Iterator[str]:
    """The text between commas, but for those in lists."""
    start, depth = 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "[") - (sign == "]")
        if sign == "," and not depth:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def value_of(text: str, *, is_early: bool) -> Json:
    if not text.startswith("["):
        return scalar(text)
    items = [item for item in text.strip("[]").split(",") if item]
    if is_early:
        return [False if item in {"true", "false"} else scalar(item) for item in items]
    return [scalar(item) for item in items]


def scalar(text: str) -> Json:
    """A string only with both its quotes; what is neither that nor a boolean is a number, and 0 if it is none."""
    if is_quoted(text):
        return text[1:-1]
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    try:
        return int(text)
    except ValueError:
        return 0


def is_quoted(text: str) -> bool:
    return len(text) > 1 and text.startswith('"') and text.endswith('"')
