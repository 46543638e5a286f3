"""Feeds in folders, and the rules by which their articles are downloaded. Parts of a path are joined by a backslash."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Protocol

from ...model.json import Json
from ..records import RssFolder, RssRule
from .language import Convert, Files, Required, Since, Wire, endpoint
from .language import Json as AsJson


class Rss(Protocol):
    """Feeds and rules."""

    @endpoint("POST", "rss/addFolder", retry="once")
    def add_folder(self, path: str) -> None:
        r"""Make a folder.

        :param path: its whole path, `parent\name`
        :raises ConflictError: it exists, or its parent does not
        """

    @endpoint("POST", "rss/addFeed", retry="once")
    def add_feed(
        self,
        url: str,
        path: str = "",
        refresh_interval: Annotated[int | None, Wire("refreshInterval"), Since("5.2.0")] = None,
    ) -> None:
        r"""Add a feed.

        :param url: its address
        :param path: its whole path, `folder\name`; without it the address is its name, then its title once that is known
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises ConflictError: the feed is there already, or the path is taken
        """

    @endpoint("POST", "rss/setFeedURL", retry="once", since="4.6.0")
    def set_feed_url(self, path: str, url: str) -> None:
        """Change the address of a feed.

        :param path: the feed
        :param url: its new address
        :raises ConflictError: no such feed, or another one has that address
        """

    @endpoint("POST", "rss/setFeedRefreshInterval", retry="idempotent", since="5.2.0")
    def set_feed_refresh_interval(self, path: str, refresh_interval: Annotated[int, Wire("refreshInterval")]) -> None:
        """Change how often a feed is fetched.

        :param path: the feed
        :param refresh_interval: seconds between two fetches; 0 for the general interval
        :raises BadRequestError: the number is negative
        :raises ConflictError: no such feed
        """

    @endpoint("POST", "rss/removeItem", retry="once")
    def remove_item(self, path: str) -> None:
        """Remove a feed, or a folder with all in it.

        :param path: the feed or folder
        :raises ConflictError: no such feed or folder
        """

    @endpoint("POST", "rss/moveItem", retry="once")
    def move_item(self, path: Annotated[str, Wire("itemPath")], new_path: Annotated[str, Wire("destPath")]) -> None:
        """Move or rename a feed or folder.

        :param path: the feed or folder
        :param new_path: its new whole path
        :raises ConflictError: no such feed or folder, or the new path is taken
        """

    @endpoint("GET", "rss/items", retry="read", answer="rss_items")
    def items(self, with_data: Annotated[bool | None, Wire("withData")] = None) -> RssFolder:
        """All feeds and folders.

        :param with_data: also titles, states and articles
        :returns: the outermost folder
        """
        ...

    @endpoint("POST", "rss/markAsRead", retry="idempotent", since="4.2.5")
    def mark_as_read(
        self, path: Annotated[str, Wire("itemPath")], article_id: Annotated[str | None, Wire("articleId")] = None
    ) -> None:
        """Mark articles as read. Unknown ones are passed over.

        :param path: a feed or folder
        :param article_id: one article of the feed; all below the path without it
        """

    @endpoint("POST", "rss/refreshItem", retry="idempotent", since="4.1.8")
    def refresh_item(self, path: Annotated[str, Wire("itemPath")]) -> None:
        """Fetch feeds now, that is afterwards. Unknown ones are passed over.

        :param path: a feed or folder
        """

    @endpoint("POST", "rss/setRule", retry="idempotent")
    def set_rule(
        self,
        name: Annotated[str, Wire("ruleName")],
        rule: Annotated[RssRule | Mapping[str, Json], Wire("ruleDef"), Convert("row"), AsJson(), Required("null")],
    ) -> None:
        """Make a rule, or replace one as a whole: what is left out gets the daemon's default.

        :param name: its name
        :param rule: a `RssRule`, or a mapping from the daemon's own keys
        """

    @endpoint("POST", "rss/renameRule", retry="idempotent", flow="rename_rule")
    def rename_rule(self, name: Annotated[str, Wire("ruleName")], new_name: Annotated[str, Wire("newRuleName")]) -> None:
        """Rename a rule. Nothing happens when there is no such rule, or when the new name is taken.

        Before 4.5 the rule is made again under the new name, because 4.2.5 loses a renamed one.

        :param name: the rule
        :param new_name: its new name
        """

    @endpoint("POST", "rss/cloneRule", retry="idempotent", since="5.3.0")
    def clone_rule(self, name: Annotated[str, Wire("sourceName")], new_name: Annotated[str, Wire("cloneName")]) -> None:
        """Copy a rule. Nothing happens when there is no such rule, or when the new name is taken.

        :param name: the rule
        :param new_name: name of the copy
        """

    @endpoint("POST", "rss/removeRule", retry="idempotent")
    def remove_rule(self, name: Annotated[str, Wire("ruleName")]) -> None:
        """Remove a rule, if it is there.

        :param name: the rule
        """

    @endpoint("GET", "rss/rules", retry="read")
    def rules(self) -> dict[str, RssRule]:
        """All rules.

        :returns: rules by name
        """
        ...

    @endpoint("GET", "rss/matchingArticles", retry="read", since="4.2.5")
    def matching_articles(self, name: Annotated[str, Wire("ruleName")]) -> dict[str, list[str]]:
        """What a rule would download now.

        :param name: the rule
        :returns: titles of articles by name of the feed; nothing for an unknown rule
        """
        ...

    @endpoint("GET", "rss/exportRules", retry="read", since="5.3.0")
    def export_rules(self) -> dict[str, RssRule]:
        """All rules, as `import_rules` takes them.

        :returns: rules by name
        """
        ...

    @endpoint("POST", "rss/importRules", retry="idempotent", since="5.3.0", flow="import_rules")
    def import_rules(
        self, rules: Annotated[Mapping[str, RssRule | Mapping[str, Json]] | str | bytes | os.PathLike[str], Files("rules")]
    ) -> None:
        """Add rules. Those of the same name are replaced, others stay.

        :param rules: rules by name, JSON as text or bytes, or the path of a file that holds it
        :raises BadRequestError: it is no JSON, or no rules; nothing was changed
        :raises FileMissingError: the path does not exist
        """
