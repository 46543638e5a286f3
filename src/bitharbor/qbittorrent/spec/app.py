"""The application: its versions."""

from __future__ import annotations

from typing import Protocol

from .language import Route, endpoint


class App(Protocol):
    """The application."""

    @endpoint("GET", "app/version", retry="read", cookie_api=(Route("GET", "version/qbittorrent"),))
    def version(self) -> str:
        """Version of the application, as it says it: `v5.1.0`.

        :returns: the text of the daemon, with its leading `v`
        """
        ...

    @endpoint("GET", "app/webapiVersion", retry="read", cookie_api=(Route("GET", "version/api"),))
    def web_api_version(self) -> str:
        """Version of the Web API: `2.11.4`. Frozen on release branches, so do not decide by it; decide by the application's.

        :returns: the text of the daemon
        """
        ...
