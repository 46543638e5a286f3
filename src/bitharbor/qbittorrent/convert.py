"""Values that changed their form over the versions. The spec names these functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import msgspec

from ..errors import UsageError


def layout_of_root_folder(value: object) -> str:
    """`root_folder` (before 4.3.2) as `contentLayout`."""
    return "Original" if value else "NoSubfolder"


def root_folder_of_layout(value: object) -> bool:
    """`contentLayout` as `root_folder`: older daemons know only whether to keep the torrent's own folder."""
    return value != "NoSubfolder"


def escaped_text(value: object) -> object:
    """A text that the daemon percent-decodes once more than a form needs. Only what would suffer is escaped, so that a daemon
    that does not decode understands everything else; what has no colon is an infohash, or was escaped by the caller."""
    if not isinstance(value, str) or ":" not in value:
        return value
    return value.replace("%", "%25")


def escaped_urls(value: object) -> object:
    """Addresses that the daemon splits at bars and then percent-decodes (seen on 5.1.0 and 5.3.0)."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        return escaped_text(value)
    return tuple(escaped_url(one) for one in cast("Iterable[object]", value))


def escaped_url(value: object) -> object:
    """One such address."""
    escaped = escaped_text(value)
    return escaped.replace("|", "%7C") if isinstance(escaped, str) and ":" in escaped else escaped


def plain_urls(value: object) -> object:
    """What `escaped_urls` made, as it was: for daemons that do not decode."""
    if isinstance(value, str):
        return value.replace("%7C", "|").replace("%25", "%") if ":" in value else value
    if isinstance(value, Iterable):
        return tuple(plain_urls(one) for one in cast("Iterable[object]", value))
    return value


def one_or_zero(value: object) -> int:
    """A switch as a number."""
    return 1 if value else 0


def names(value: object) -> list[object]:
    """One name or several as a list."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Iterable):
        return list(cast("Iterable[object]", value))
    raise UsageError(f"a list of names cannot be a {type(value).__name__}", hint="give one or several texts")


def row(value: object) -> dict[str, object]:
    """A record or mapping as the daemon takes it: by its keys, without what is not set."""
    if isinstance(value, msgspec.Struct):
        return without_none(cast("dict[str, object]", msgspec.to_builtins(value)))
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    raise UsageError(f"this cannot be a {type(value).__name__}", hint="give a record, or a mapping from the daemon's keys")


def without_none(found: Mapping[str, object]) -> dict[str, object]:
    """A row without the keys that are not set, also in the rows within it."""
    return {
        key: without_none(cast("dict[str, object]", one)) if isinstance(one, dict) else one
        for key, one in found.items()
        if one is not None
    }


def rows(value: object) -> list[dict[str, object]]:
    """Several of them."""
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise UsageError("this is no list of records", hint="give a list of records or mappings")
    return [row(one) for one in cast("Iterable[object]", value)]
