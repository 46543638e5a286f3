"""What is known about one daemon. Values only; the flows change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from . import json_language, xml_language
from .values import Answer, Invocation


class Grammar(NamedTuple):
    """How a language is written and read."""

    content_type: str
    encode: Callable[[Sequence[Invocation]], bytes]
    decode: Callable[[bytes, int], list[Answer]]


class Language(Enum):
    """In what the daemon is asked."""

    JSON = Grammar(json_language.CONTENT_TYPE, json_language.encode, json_language.decode)
    XML = Grammar(xml_language.CONTENT_TYPE, xml_language.encode, xml_language.decode)


@dataclass(slots=True)
class Session:
    """One daemon.

    :ivar url: where requests go
    :ivar address: the same, for messages
    :ivar headers: of each request; the credentials are among them
    :ivar timeout: seconds for a call with everything that belongs to it; None for no bound
    :ivar language: None until an answer showed which it speaks, and again after a fault: it may be another daemon then
    :ivar spoils_json: some name of its torrents is no UTF-8, so that lists are asked in XML
    :ivar spellings: commands that it knows under another name
    """

    url: str
    address: str
    headers: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    has_credentials: bool = False
    timeout: float | None = None
    tries: int = 3
    language: Language | None = None
    spoils_json: bool = False
    spellings: dict[str, str] = field(default_factory=dict[str, str])
    version: str = ""

    def forget(self) -> None:
        """Whoever answers next may be another daemon, of another version."""
        self.language = None
        self.spoils_json = False
        self.spellings = {}
        self.version = ""
