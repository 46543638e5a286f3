"""Searching by plugins. They are Python programs: the daemon needs an interpreter, 5.3.0 one of 3.13 or younger."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Annotated, Protocol

from ..records import SearchPlugin, SearchResults, SearchStatus
from .language import Bar, Required, Wire, endpoint


class Search(Protocol):
    """Search jobs and plugins."""

    @endpoint("POST", "search/start", retry="once", since="4.1.4", answer="search_job")
    def start(
        self,
        pattern: str,
        plugins: Annotated[str | Iterable[str], Bar] = "enabled",
        category: str = "all",
    ) -> int:
        """Start a search. At most five run at a time.

        :param pattern: words to search
        :param plugins: names of plugins, or "enabled", or "all"
        :param category: id of a category that the plugins know
        :returns: id of the job
        :raises ConflictError: the daemon finds no Python, or too many searches run
        """
        ...

    @endpoint("POST", "search/stop", retry="idempotent", since="4.1.4")
    def stop(self, search_id: Annotated[int, Wire("id")]) -> None:
        """Stop a search; its results stay.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """

    @endpoint("GET", "search/status", retry="read", since="4.1.4")
    def status(self, search_id: Annotated[int | None, Wire("id")] = None) -> list[SearchStatus]:
        """How far searches are.

        :param search_id: id of one job; all of them without it
        :returns: one record per job
        :raises NotFoundError: no such job
        """
        ...

    @endpoint("GET", "search/results", retry="read", since="4.1.4")
    def results(
        self, search_id: Annotated[int, Wire("id")], limit: int | None = None, offset: int | None = None
    ) -> SearchResults:
        """What a search found so far.

        :param search_id: id of the job
        :param limit: at most so many
        :param offset: leave out so many; counted from the end when negative
        :returns: results, and whether the search still runs
        :raises NotFoundError: no such job
        :raises ConflictError: there are not so many results as the offset leaves out
        """
        ...

    @endpoint("POST", "search/delete", retry="once", since="4.1.4")
    def delete(self, search_id: Annotated[int, Wire("id")]) -> None:
        """Stop a search and forget its results.

        :param search_id: id of the job
        :raises NotFoundError: no such job
        """

    @endpoint("POST", "search/downloadTorrent", retry="once", since="5.0.0")
    def download_torrent(self, url: Annotated[str, Wire("torrentUrl")], plugin: Annotated[str, Wire("pluginName")]) -> None:
        """Let a plugin fetch a result, and add it. Errors are in the daemon's log only.

        :param url: `file_url` of the result
        :param plugin: `engine_name` of the result
        """

    @endpoint("GET", "search/categories", retry="read", since="4.1.4", until="4.3.0")
    def categories(self, plugin: Annotated[str | None, Wire("pluginName")] = None) -> list[str]:
        """Categories to search in; since 4.3.0 they are `SearchPlugin.supported_categories`.

        :param plugin: name of a plugin, "all" or "enabled"
        :returns: names in the daemon's language
        """
        ...

    @endpoint("GET", "search/plugins", retry="read", since="4.1.4", answer="search_plugins")
    def plugins(self) -> list[SearchPlugin]:
        """Installed plugins.

        :returns: one record each
        """
        ...

    @endpoint("POST", "search/installPlugin", retry="once", since="4.1.4")
    def install_plugin(self, sources: Annotated[str | os.PathLike[str] | Iterable[str | os.PathLike[str]], Bar]) -> None:
        """Install plugins. The daemon does it afterwards: look at `plugins`; errors are in its log only.

        :param sources: addresses, or paths of the daemon's machine; one or several
        """

    @endpoint("POST", "search/uninstallPlugin", retry="idempotent", since="4.1.4")
    def uninstall_plugin(self, names: Annotated[str | Iterable[str], Bar]) -> None:
        """Remove plugins. Unknown ones are passed over.

        :param names: one or several
        """

    @endpoint("POST", "search/enablePlugin", retry="idempotent", since="4.1.4")
    def enable_plugin(
        self,
        names: Annotated[str | Iterable[str], Bar],
        enable: Annotated[bool, Required("true")] = True,
    ) -> None:
        """Switch plugins on or off. Unknown ones are passed over.

        :param names: one or several
        :param enable: False switches them off
        """

    @endpoint("POST", "search/updatePlugins", retry="once", since="4.1.4")
    def update_plugins(self) -> None:
        """Look for younger plugins on their sites and install them, afterwards."""
