"""What programs import for feeds and rules; nothing is defined here."""

from __future__ import annotations

from ._records import RSSitemsDictionary, RSSRulesDictionary

__all__ = ["RSSRulesDictionary", "RSSitemsDictionary"]
