"""HTTP Digest as 3.0 and 3.1 check it: no memory of nonces, and patterns of their own for the fields.

All seen on 3.1.12; a client that passes here passes there.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from tests.elders.settings import REALM
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from tests.elders.clock import Clock
    from tests.elders.settings import Settings

# these three must stand in quotes
QUOTED: Final = ("username", "realm", "uri")
# the rest may, and must consist of these signs up to their end
BARE: Final = r'="?([A-Za-z0-9_=]+)(?=["\s,]|$)'


def md5(*parts: str) -> str:
    return hashlib.md5(":".join(parts).encode(), usedforsecurity=False).hexdigest()


def challenge(clock: Clock) -> Answer:
    nonce = md5(f"{clock.now():.3f}", REALM)
    fields = f'realm="{REALM}", nonce="{nonce}", opaque="{nonce}", stale="false", algorithm="MD5", qop="auth"'
    return Answer(401, "Unauthorized", [("WWW-Authenticate", f"Digest {fields}")])


def is_right(header: str, method: str, settings: Settings) -> bool:
    """Whether an Authorization header opens the door. `uri` need not be the path, nor the nonce one that was given out."""
    if header[:7].lower() != "digest ":
        return False
    quoted = {name: match[1] for name in QUOTED if (match := re.search(rf'{name}="([^"]+)"', header))}
    if len(quoted) < len(QUOTED) or quoted["username"] != settings.text("web_ui_username") or quoted["realm"] != REALM:
        return False
    # the first `nonce=` counts, also when it is the end of a `cnonce=` that stands before it
    nonce, response = bare("nonce", header), bare("response", header)
    expected = [settings.text("web_ui_password"), nonce]
    if "qop=" in header:
        expected += [bare("nc", header), bare("cnonce", header), bare("qop", header)]
    return all(expected) and response == md5(*expected, md5(method, quoted["uri"]))


def bare(name: str, header: str) -> str:
    """The first value of a field that need not be quoted; "" if it has other signs."""
    start = header.find(f"{name}=")
    match = re.match(name + BARE, header[start:]) if start >= 0 else None
    return match[1] if match else ""
