"""HTTP Digest as qBittorrent 3.0 and 3.1 want it: their challenge taken apart, and the header that answers it. Values only.

Facts, seen on 3.1.12: the realm is always the same; nonces are not remembered, so one serves for all requests, and a made-up one
is as good; `qop=auth` is offered and not needed; the first `nonce=` in the header counts, so `cnonce` stands behind it; nonces
and answers are letters, digits, `_` and `=`, and the answer is in lower case.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..wire.forms import utf8

REALM: Final = "Web UI Access"

_FIELD = re.compile(r'([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))', re.IGNORECASE)
_NONCE = re.compile("[A-Za-z0-9_=]+")


@dataclass(slots=True)
class Challenge:
    """What a daemon asked for.

    :ivar count: how often the nonce was used
    """

    nonce: str
    opaque: str = ""
    has_qop: bool = False
    is_stale: bool = False
    count: int = 0


def challenge_of(headers: Mapping[str, str]) -> Challenge | None:
    """The challenge of a 401; None if it is none of qBittorrent's: another realm, scheme or algorithm."""
    text = headers.get("WWW-Authenticate", "")
    scheme, _, rest = text.strip().partition(" ")
    said = {name.lower(): quoted or bare for name, quoted, bare in _FIELD.findall(rest)}
    if scheme.lower() != "digest" or said.get("realm") != REALM or said.get("algorithm", "MD5").upper() != "MD5":
        return None
    nonce = said.get("nonce", "")
    if not _NONCE.fullmatch(nonce):
        return None
    ways = {way.strip() for way in said.get("qop", "").split(",")}
    return Challenge(nonce, said.get("opaque", ""), "auth" in ways, said.get("stale", "").lower() == "true")


def made_up() -> Challenge:
    """A challenge that nobody made: these daemons take any nonce."""
    return Challenge(os.urandom(16).hex(), has_qop=True)


def authorization(challenge: Challenge, user: str, password: str, method: str, uri: str) -> str:
    """The value of an Authorization header."""
    challenge.count += 1
    first, second = md5(user, REALM, password), md5(method, uri)
    said = {"username": quoted(user), "realm": quoted(REALM), "nonce": quoted(challenge.nonce), "uri": quoted(uri)}
    said["algorithm"] = "MD5"
    if challenge.has_qop:
        count, own = f"{challenge.count:08x}", os.urandom(8).hex()
        said["response"] = quoted(md5(first, challenge.nonce, count, own, "auth", second))
        said |= {"qop": "auth", "nc": count, "cnonce": quoted(own)}
    else:
        said["response"] = quoted(md5(first, challenge.nonce, second))
    if challenge.opaque:
        said["opaque"] = quoted(challenge.opaque)
    return "Digest " + ", ".join(f"{name}={value}" for name, value in said.items())


def md5(*parts: str) -> str:
    """The hash of parts joined by colons."""
    return hashlib.md5(utf8(":".join(parts)), usedforsecurity=False).hexdigest()


def quoted(text: str) -> str:
    """A text in quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
