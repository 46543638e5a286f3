"""What stands in the body of an answer that is not the one that was asked for, for people to recognise whose it is."""

from __future__ import annotations

import re

MOST_TEXT = 300  # characters of it in a message
MOST_LOOKED_AT = 1 << 16  # bytes among which a title is looked for
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def page(body: bytes) -> str:
    """A page by its title: `page 'Sign in'`."""
    found = _TITLE.search(body[:MOST_LOOKED_AT])
    return f"page {' '.join(found[1].decode(errors='replace').split())[:MOST_TEXT]!r}" if found else "page without a title"


def first_words(body: bytes) -> str:
    """A text, cut short."""
    return body[:MOST_TEXT].decode(errors="replace").strip()
