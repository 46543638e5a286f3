"""Importing rules of feeds: whatever holds them becomes one uploaded file, which is how 5.3.0 takes them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import msgspec

from ... import errors
from ...wire.effects import Flow, Reply
from ...wire.forms import Part
from .. import convert
from ..operation import Op
from ..session import Session
from . import adding, calling
from .calling import Call, Extra


def import_rules(session: Session, op: Op[Any], values: Sequence[object], extra: Extra) -> Flow[Reply]:
    """Upload the rules."""
    part = Part("rules", "rss-downloader-rules.json", content(values[0]), "application/json")
    return (yield from calling.fetch(session, Call(op, values, replace(extra, parts=[part]))))


def content(given: object) -> bytes:
    """The file, whatever holds it."""
    if given is None:
        return b""
    if isinstance(given, bytes | bytearray):
        return bytes(given)
    if isinstance(given, str):
        return given.encode()
    if isinstance(given, os.PathLike):
        return adding.read(cast("os.PathLike[str]", given), "")[1]
    if isinstance(given, Mapping):
        rules = cast("Mapping[str, object]", given)
        return msgspec.json.encode({name: convert.row(rule) for name, rule in rules.items()})
    raise errors.UsageError(f"rules cannot be a {type(given).__name__}", hint="give rules by name, JSON, or a path")
