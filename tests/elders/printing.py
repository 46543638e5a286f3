"""JSON as each generation prints it."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.elders.profiles import Profile
    from tests.elders.wire import Json

CONTROLS: Final = {
    **{chr(code): f"\\u{code:04x}" for code in range(0x20)},
    "\\": "\\\\",
    '"': '\\"',
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
COMPACT: Final = str.maketrans(CONTROLS)
# "Version 3.0.8 bugs" of the document
TOO_MUCH: Final = str.maketrans({**CONTROLS, "'": "\\'", "&": "\\&"})


def single(value: float) -> float:
    """The number as a C float holds it, which is what libtorrent counts progress in."""
    (held,) = struct.unpack("f", struct.pack("f", value))
    return float(held)


def digest(value: Json, profile: Profile) -> bytes:
    """The JSON of the Digest generation."""
    if profile.prints_sorted:
        return sorted_form(value).encode()
    return compact_form(value, TOO_MUCH if profile.escapes_too_much else COMPACT).encode()


def sorted_form(value: Json) -> str:
    """3.1.12: sorted keys, blanks everywhere, ASCII, six digits."""
    if isinstance(value, float):
        text = f"{value:.6g}"
        return text if "." in text or "e" in text else text + ".0"
    if value is None or isinstance(value, str | bool | int):
        return json.dumps(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} : {sorted_form(value[key])}" for key in sorted(value)) + " }"
    return "[ " + ", ".join(map(sorted_form, value)) + " ]"


def compact_form(value: Json, escapes: dict[int, str]) -> str:
    """3.1.9.2 and before: no blanks, keys in the document's order, UTF-8, fifteen digits of what a float holds."""
    if isinstance(value, float):
        return f"{single(value):.15g}"
    if isinstance(value, str):
        return f'"{value.translate(escapes)}"'
    if value is None or isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, Mapping):
        pairs = (f"{compact_form(key, escapes)}:{compact_form(item, escapes)}" for key, item in value.items())
        return "{" + ",".join(pairs) + "}"
    return "[" + ",".join(compact_form(item, escapes) for item in value) + "]"


def cookie(value: Json) -> bytes:
    """3.2 and later: sorted keys, compact, UTF-8 (seen on 3.3.16)."""
    return json.dumps(whole(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def whole(value: Json) -> Json:
    """The value with its floats printed as that generation does: 1 and 0, never 1.0."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Mapping):
        return {key: whole(item) for key, item in value.items()}
    return [whole(item) for item in value]
