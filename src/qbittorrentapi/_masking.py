"""What may stand in a log of an exchange: everything but passwords, keys, cookies, and addresses beyond their host.

Rule: what is secret is told by the name before it, in forms, JSON and headers alike. What has no names is cleaned as text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import cast
from urllib.parse import parse_qsl

MASK = "*****"
NAMES = "passw|passk|passphrase|cookie|secret|token|key|authorization|credential|custom_http_headers"
SECRET = re.compile(rf"(?i){NAMES}|(?<![a-z])sid(?![a-z])")
AFTER_NAME = re.compile(rf"(?i)((?:{NAMES})[\w-]*[\"']?\s*[:=]\s*)(\"[^\"]*\"?|'[^']*'?|[^\s&,;\"']+)")
ADDRESS = re.compile(r"(?i)\b([a-z][a-z0-9+.-]*(?::|%3a)(?://|%2f%2f))(?:[^\s\"'<>/?#@]*@)?([^\s\"'<>/?#%&@]*)[^\s\"'<>]*")
MAGNET = re.compile(r"(?i)(magnet:\?)([^\s\"'<>]*)")
NAMELESS = ("app/cookies",)
"""answers whose secrets stand under names that say nothing: `value` of a cookie"""


def headers(given: Mapping[str, str]) -> dict[str, str]:
    """Headers, those that are secret without their values."""
    return {name: MASK if SECRET.search(name) else value for name, value in given.items()}


def url(given: str) -> str:
    """The address of an action, with a query that may stand in a log."""
    start, mark, query = given.partition("?")
    return f"{start}{mark}{form(query)}" if query else start


def form(text: str) -> str:
    """A form in its encoding, as `name=value` that can be read."""
    return "&".join(f"{name}={MASK if SECRET.search(name) else body(value)}" for name, value in parse_qsl(text, True))


def request(content: bytes, kind: str) -> str:
    """The body of a request."""
    if kind.startswith("multipart/") or content.startswith(b"--"):
        return f"<{len(content)} bytes in parts>"
    return form(content.decode(errors="replace"))


def answer(content: bytes, at: str) -> str:
    """The body of an answer from that address."""
    return MASK if at.partition("?")[0].endswith(NAMELESS) else body(content.decode(errors="replace"))


def body(text: str) -> str:
    """JSON or a text."""
    if text.lstrip()[:1] not in ("{", "["):
        return plain(text)
    try:
        return json.dumps(cleaned(json.loads(text)), ensure_ascii=False)
    except (ValueError, RecursionError):
        return plain(text)


def cleaned(value: object) -> object:
    """A value of JSON. Numbers and yes or no are no secrets, whatever they are called."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [cleaned(one) for one in cast("list[object]", value)]
    if not isinstance(value, dict):
        return value
    pairs = cast("dict[str, object]", value).items()
    return {
        plain(name): MASK if SECRET.search(name) and not isinstance(one, bool | int | float | None) else cleaned(one)
        for name, one in pairs
    }


def plain(text: str) -> str:
    """A text: of magnet links only what they name, of other addresses only where they lead."""
    text = MAGNET.sub(magnet, text)
    text = ADDRESS.sub(place, text)
    return AFTER_NAME.sub(rf"\1{MASK}", text)


def magnet(found: re.Match[str]) -> str:
    """A magnet link without trackers and web seeds."""
    named = [one for one in found[2].split("&") if one.startswith(("xt=", "xt.", "dn="))]
    return "&".join([found[1] + "&".join(named), *([MASK] if len(named) < found[2].count("&") + 1 else [])])


def place(found: re.Match[str]) -> str:
    """Scheme and host of an address, and a mask where there was more."""
    kept = found[1] + found[2]
    return kept if found[0] in (kept, kept + "/") else f"{kept}/{MASK}"
