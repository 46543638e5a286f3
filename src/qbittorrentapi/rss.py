"""What programs import for feeds and rules; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import RSS, RSSAPIMixIn
from ._records import RSSitemsDictionary, RSSRulesDictionary

__all__ = ["RSS", "RSSAPIMixIn", "RSSRulesDictionary", "RSSitemsDictionary"]
