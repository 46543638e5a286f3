"""What programs import for searching; nothing is defined here."""

from __future__ import annotations

from ._records import (
    SearchCategoriesList,
    SearchCategory,
    SearchPlugin,
    SearchPluginsList,
    SearchResultsDictionary,
    SearchStatus,
    SearchStatusesList,
)

__all__ = [
    "SearchCategoriesList",
    "SearchCategory",
    "SearchPlugin",
    "SearchPluginsList",
    "SearchResultsDictionary",
    "SearchStatus",
    "SearchStatusesList",
]
