"""What programs import for searching; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import Search, SearchAPIMixIn, SearchJobDictionary
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
    "Search",
    "SearchAPIMixIn",
    "SearchCategoriesList",
    "SearchCategory",
    "SearchJobDictionary",
    "SearchPlugin",
    "SearchPluginsList",
    "SearchResultsDictionary",
    "SearchStatus",
    "SearchStatusesList",
]
